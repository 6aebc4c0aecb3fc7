"""A request that is sent twice under one key is carried out once: at once, later, after a crash."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from octave_api import LibraryError, UnprocessableError
from octave_api.contract import Source, SourceText
from octave_api.keeping import answers as kept_answers
from octave_api.keeping.tables import answers
from octave_api.library import Library
from octave_api.service import Response, Service
from tests.conftest import Door

PERSONAS = "/api/v2/persona/generate"
LINE = "Plant managers keep two production lines running."
ITEM = {"sources": [{"type": "TEXT", "value": LINE}]}
BODY: dict[str, Any] = {"personas": [ITEM]}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library in a file."""
    library = Library(tmp_path / "library.db")
    yield library
    library.close()


def post(
    service: Service, body: object, key: str | None = "k", path: str = PERSONAS, **more: str
) -> Response:
    """Post a body, with a key unless it is None."""
    headers = {"content-type": "application/json", **more}
    if key is not None:
        headers["idempotency-key"] = key
    pairs = [(name.replace("_", "-").encode(), one.encode()) for name, one in headers.items()]
    return service.handle("POST", path, pairs, json.dumps(body).encode())


def code(response: Response) -> tuple[int, str]:
    """Give the status and the code of a refusal."""
    return response.status, json.loads(response.body)["error"]["code"]


def test_same_key_gives_the_same_answer(door: Door) -> None:
    """Byte for byte, marked as given before, and nothing is made anew."""
    headers = {"idempotency-key": "5c2e5a4e-0001"}
    first, again = (door.http.post(PERSONAS, json=BODY, headers=headers) for _ in range(2))
    assert (first.status_code, first.content) == (again.status_code, again.content)
    assert "idempotent-replayed" not in first.headers
    assert again.headers["idempotent-replayed"] == "true"
    assert door.library.entities()[1] == 1
    assert door.http.post(PERSONAS, json=BODY).content != first.content
    assert door.library.entities()[1] == 2


@pytest.mark.parametrize(
    ("body", "path", "more"),
    [
        ({"personas": [ITEM, ITEM]}, PERSONAS, {}),
        ({"personas": [{**ITEM, "name": "Ada"}]}, PERSONAS, {}),
        (BODY, PERSONAS, {"x_octave_strict": "true"}),
        ({"segments": [ITEM]}, "/api/v2/segment/generate", {}),
    ],
    ids=["other body", "one name more", "other option", "other path"],
)
def test_same_key_with_another_request_is_422(
    library: Library, body: object, path: str, more: dict[str, str]
) -> None:
    """The caller is told; neither is the old answer given nor the new request carried out."""
    service = Service(library)
    assert post(service, BODY).status == 200
    assert code(post(service, body, path=path, **more)) == (422, "idempotency_key_reused")
    assert library.entities()[1] == 1


def test_client_has_a_class_for_it(door: Door) -> None:
    """The client sends the key that it is given, and raises what the server tells."""
    first = door.client.generate_personas([ITEM], idempotency_key="once")
    again = door.client.generate_personas([ITEM], idempotency_key="once")
    assert first.to_json() == again.to_json()
    with pytest.raises(UnprocessableError, match="new key"):
        door.client.generate_segments([ITEM], idempotency_key="once")


def test_every_call_that_makes_something_takes_a_key(door: Door) -> None:
    """Create, duplicate, merge, regenerate and import are carried out once a key."""
    client = door.client
    made = [client.personas.create(name="Ada", idempotency_key="a").oid for _ in range(2)]
    assert made[0] == made[1]
    voices = [client.brand_voices.create(title="Calm", idempotency_key="v").oid for _ in "12"]
    assert voices[0] == voices[1]
    copies = [client.library.duplicate(made[0], idempotency_key="b") for _ in "12"]
    assert copies[0].data.oid == copies[1].data.oid
    source = {"type": "TEXT", "value": LINE}
    again = [client.library.regenerate(made[0], [source], idempotency_key="c") for _ in "12"]
    assert again[0].version == again[1].version == 2
    merged = [client.library.merge(made[0], copies[0].data.oid, idempotency_key="d") for _ in "12"]
    assert merged[0].version == merged[1].version == 3
    table = "question\nDo they run two lines?\n"
    brought = [client.library.import_text(table, name="q", idempotency_key="e") for _ in "12"]
    assert brought[0].change_oid == brought[1].change_oid
    assert client.entities().total == 2


def test_refusal_leaves_the_key_free(library: Library) -> None:
    """What did nothing may be sent again under its key, mended or not."""
    service = Service(library)
    assert post(service, {"personas": []}).status == 400
    assert post(service, BODY).status == 200
    assert library.entities()[1] == 1


@pytest.mark.parametrize("key", ["", " ", "a b", 'a"b', "a\\b", "é", "k" * 256, '""', '"a'])
def test_odd_key_is_refused(library: Library, key: str) -> None:
    """One sentence says what a key is; nothing is made."""
    response = post(Service(library), BODY, key=key)
    assert code(response) == (400, "bad_request")
    assert b"not_a_key" in response.body
    assert library.entities()[1] == 0


def test_key_may_stand_in_quotation_marks(library: Library) -> None:
    """As the draft writes it, and as most clients do: one key."""
    service = Service(library)
    assert post(service, BODY, key='"k"').body == post(service, BODY, key="k").body


def test_two_keys_are_refused(library: Library) -> None:
    """Which one would count is not guessed."""
    pairs = [(b"content-type", b"application/json"), *[(b"idempotency-key", b"k")] * 2]
    response = Service(library).handle("POST", PERSONAS, pairs, json.dumps(BODY).encode())
    assert code(response) == (400, "bad_request")


def test_callers_have_keys_of_their_own(library: Library) -> None:
    """Two callers that choose one key do not see each other's answers."""
    service = Service(library, keys=("one", "two"))
    mine, theirs = (post(service, BODY, api_key=key).body for key in ("one", "two"))
    assert mine != theirs
    assert post(service, BODY, api_key="one").body == mine
    assert library.entities()[1] == 2


def test_bad_caller_is_told_so_first(library: Library) -> None:
    """Without an API key no answer is given again."""
    service = Service(library, keys=("one",))
    post(service, BODY, api_key="one")
    assert code(post(service, BODY)) == (401, "no_key")


def test_request_that_comes_meanwhile_waits() -> None:
    """While the first one reads its sources, the others wait, and all get its answer."""
    library, release, started = Library(":memory:"), threading.Event(), threading.Semaphore(0)

    def read_source(source: Source) -> SourceText:
        started.release()
        release.wait()
        return SourceText(index=0, type="TEXT", value=source.value, text=source.value)

    service = Service(library, read_source=read_source)
    with ThreadPoolExecutor(8) as pool:
        waiting = [pool.submit(post, service, BODY) for _ in range(8)]
        started.acquire()
        release.set()
        bodies = {one.result().body for one in waiting}
    assert not started.acquire(blocking=False), "it was carried out twice"
    assert (len(bodies), library.entities()[1]) == (1, 1)
    assert service._once._turns._waiting == {}


def test_two_servers_of_one_library_carry_it_out_once(library: Library, tmp_path: Path) -> None:
    """Where both begin before either ends, the later one's work is given up."""
    both = threading.Barrier(2)

    def read_source(source: Source) -> SourceText:
        both.wait()
        return SourceText(index=0, type="TEXT", value=source.value, text=source.value)

    other = Library(tmp_path / "library.db")
    services = [Service(one, read_source=read_source) for one in (library, other)]
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda service: post(service, BODY), services))
    other.close()
    assert [one.status for one in answers] == [200, 200]
    assert answers[0].body == answers[1].body
    assert library.entities()[1] == 1


def test_answer_and_what_it_tells_are_kept_together(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the answer cannot be kept, nothing was made, and the key is free."""
    service = Service(library)

    def fail(*_: object) -> None:
        raise LibraryError("full", "The library cannot grow: the disk is full.", path="x")

    with monkeypatch.context() as patch:
        patch.setattr(library.answers, "fill", fail)
        assert code(post(service, BODY)) == (503, "full")
    assert library.entities()[1] == 0
    assert post(service, BODY).status == 200
    assert library.entities()[1] == 1


def test_all_writes_of_a_block_are_kept_or_none(library: Library) -> None:
    """The block reads what it wrote; where it fails later, nothing of it was written."""

    def write(fails: bool) -> None:
        with library.together():
            library.items.set_company("Octagon", "Sells ledgers.")
            assert library.items.company()[0] == "Octagon"
            library.save([])
            if fails:
                raise RuntimeError

    with pytest.raises(RuntimeError):
        write(fails=True)
    assert library.items.company() == ("", "")
    write(fails=False)
    assert library.items.company()[0] == "Octagon"


def count(library: Library) -> int:
    """Count the answers that are kept."""
    with library.transaction() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(answers)).scalar_one())


def test_answers_stay_for_a_day(library: Library) -> None:
    """An older one is not given again, and is gone with the next request that has a key."""
    service = Service(library)
    first = post(service, BODY).body
    with library.transaction(write=True) as connection:
        connection.execute(sa.update(answers).values(at="2026-01-31T09:30:00.123Z"))
    assert post(service, BODY).body != first
    assert post(service, BODY, key="other").status == 200
    assert (count(library), library.entities()[1]) == (2, 3)


@pytest.mark.parametrize(("limit", "most"), [("MAX_ANSWERS", 3), ("MAX_BYTES", 6_000)])
def test_kept_answers_are_bounded(
    library: Library, monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    """The oldest make room, by number and by size; the newest is still there."""
    monkeypatch.setattr(kept_answers, limit, most)
    service = Service(library)
    for number in range(8):
        last = post(service, BODY, key=f"k{number}").body
    assert 1 <= count(library) <= 4
    assert post(service, BODY, key="k7").body == last


# The real server


@contextmanager
def command(path: Path) -> Iterator[str]:
    """Run `python -m octave_api.server` on this library; give its address."""
    arguments = [sys.executable, "-m", "octave_api.server", "--port", "0", "--library", str(path)]
    log = path.with_suffix(".log")
    with log.open("w") as sink:
        process = subprocess.Popen(arguments, stderr=sink)
    try:
        while (found := re.search(r"on (http://[\d.:]+)", log.read_text())) is None:
            assert process.poll() is None, log.read_text()
            time.sleep(0.05)
        yield found[1]
    finally:
        process.kill()
        process.wait()


def test_hundred_at_once_and_one_after_a_crash_are_one_run(tmp_path: Path) -> None:
    """A hundred posts with one key and one more to a server that starts anew: one answer."""
    path = tmp_path / "library.db"
    headers = {"idempotency-key": "9b6c1f0a-hundred"}

    def send(address: str) -> tuple[int, bytes]:
        # A connection each, as a hundred callers would have.
        url = f"{address}{PERSONAS}"
        answer = httpx.post(url, json=BODY, headers=headers, trust_env=False, timeout=None)
        return answer.status_code, answer.content

    with command(path) as address, ThreadPoolExecutor(100) as pool:
        answers = list(pool.map(send, [address] * 100))
    with command(path) as address:
        answers.append(send(address))
    assert (len(answers), len(set(answers)), answers[0][0]) == (101, 1, 200)
    library = Library(path)
    assert library.entities()[1] == 1
    assert library.history.changes()[1] == 1
    library.close()
