"""The client alone: settings, retries, timeouts, errors, secrets, previews; sync and async."""

from __future__ import annotations

import inspect
import json
import logging
import pickle
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import httpx
import pytest

from octave_api import (
    AsyncOctaveClient,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    InvalidResponseError,
    NotFoundError,
    NotOfferedError,
    OctaveClient,
    OctaveConnectionError,
    OctaveError,
    OctaveTimeoutError,
    PersonasResponse,
    StatusError,
    UnprocessableError,
)
from tests.recorder import CLOUD, ITEM, KEY, Connect, Recorder, sync

# What is sent


def test_request_is_the_contract_s(connect: Connect) -> None:
    """Path, header and body are those of the reference page; what is None is left out."""
    app = Recorder(200)
    connect(app, "generate_personas", [ITEM], linking_strategy={"mode": "ALL"}, playbook_oid="pb_1")
    request = app.seen[0]
    assert (request.method, str(request.url)) == (
        "POST",
        "https://octave.test/api/v2/persona/generate",
    )
    assert (b"api_key", KEY.encode()) in request.headers.raw
    assert request.headers["content-type"] == "application/json"
    assert json.loads(request.content) == {
        "personas": [ITEM],
        "linkingStrategy": {"mode": "ALL"},
        "playbookOId": "pb_1",
    }
    assert "x-octave-strict" not in request.headers
    assert "idempotency-key" not in request.headers


def test_options_are_keyword_only() -> None:
    """Both clients have the same methods with the same arguments."""
    expected = ["primary_offering_oid", "linking_strategy", "playbook_oid", "brand_voice_oid"]
    parameters = inspect.signature(OctaveClient.generate_personas).parameters
    keyword_only = [name for name, p in parameters.items() if p.kind is p.KEYWORD_ONLY]
    assert keyword_only[:4] == expected
    assert "playbook_oid" not in inspect.signature(OctaveClient.generate_segments).parameters
    for name, method in vars(OctaveClient).items():
        if not name.startswith("_") and name != "embedded":
            twin = inspect.signature(getattr(AsyncOctaveClient, name))
            assert inspect.signature(method).parameters == twin.parameters, name


def test_ids_in_a_query_are_encoded(connect: Connect) -> None:
    """An id cannot add a parameter or leave the path."""
    app = Recorder(404)
    with pytest.raises(NotFoundError):
        connect(app, "evidence", "a&b=c #/../é")
    assert dict(app.seen[0].url.params) == {"oId": "a&b=c #/../é"}
    assert app.seen[0].url.path == "/api/ext/evidence"


# Settings


def test_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Key and address come from the environment when they are not given."""
    monkeypatch.setenv("OCTAVE_API_KEY", KEY)
    assert OctaveClient(transport=httpx.MockTransport(Recorder(200))).base_url == CLOUD
    monkeypatch.setenv("OCTAVE_BASE_URL", "http://127.0.0.1:9/prefix/")
    client = OctaveClient()
    assert (client.base_url, client.way) == ("http://127.0.0.1:9/prefix", "self-hosted")
    assert OctaveClient(base_url=CLOUD).way == "cloud"


def test_empty_variables_are_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty variable is as none: the cloud, without a key."""
    monkeypatch.setenv("OCTAVE_API_KEY", "")
    monkeypatch.setenv("OCTAVE_BASE_URL", "")
    with pytest.raises(ConfigurationError, match="OCTAVE_API_KEY") as caught:
        OctaveClient()
    assert "OctaveClient.embedded()" in str(caught.value)
    assert caught.value.code == "no_key"


@pytest.mark.parametrize(
    "address",
    ["octave.test", "ftp://octave.test", "http://", "https://a:b@octave.test", "https://[::1",
     "https://octave.test/api/v2", "https://octave.test?x=1", "https://octave.test#x"],
)  # fmt: skip
def test_odd_address_is_refused(address: str) -> None:
    """An address that cannot work is told when the client is made."""
    with pytest.raises(ConfigurationError, match="base_url"):
        OctaveClient("key", address)


@pytest.mark.parametrize("key", [f"{KEY} x", f"{KEY}\nx", f"{KEY}\0", f"{KEY}\x7f"])
def test_unsendable_key_is_refused_without_showing_it(key: str) -> None:
    """A key that no header can hold is told without being repeated."""
    with pytest.raises(ConfigurationError) as caught:
        OctaveClient(key)
    assert KEY not in repr(caught.value)


def test_embedded_ignores_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The embedded way has no key and no address, whatever the environment says."""
    monkeypatch.setenv("OCTAVE_BASE_URL", "http://127.0.0.1:9")
    with OctaveClient.embedded(":memory:") as client:
        assert client.way == "embedded"
        assert client.generate_personas([ITEM]).data


# Timeouts


@pytest.mark.parametrize(
    ("client", "call", "read"),
    [({}, None, 120), ({"timeout": 3}, None, 3), ({"timeout": 3}, 9, 9), ({}, float("inf"), None)],
)
def test_timeout_of_client_and_call(
    connect: Connect, client: dict[str, Any], call: float | None, read: float | None
) -> None:
    """120 seconds, the client's, or the call's; no limit only where it is asked for."""
    app = Recorder(200)
    connect(app, "generate_personas", [ITEM], client=client, timeout=call)
    timeouts = app.seen[0].extensions["timeout"]
    assert (timeouts["read"], timeouts["connect"]) == (read, 5)


def test_timeout_has_a_type_and_a_request_id(connect: Connect) -> None:
    """The sentence names the host and warns that the work may have been done."""
    app = Recorder(httpx.ReadTimeout("slow"))
    with pytest.raises(
        OctaveTimeoutError, match=r"octave\.test did not answer.*may have"
    ) as caught:
        connect(app, "generate_personas", [ITEM])
    assert caught.value.request_id == app.seen[0].headers["x-request-id"]


# Errors


def test_error_of_our_server_is_read_whole(connect: Connect) -> None:
    """Sentence, code, fields and request id."""
    body = {
        "_metadata": {"requestId": "req_9"},
        "message": "personas[0].name: This must not be empty.",
        "error": {
            "code": "bad_request",
            "errors": [{"path": "personas[0].name", "message": "Empty.", "code": "too_short"}, 7],
        },
    }
    with pytest.raises(BadRequestError) as caught:
        connect(Recorder(httpx.Response(400, json=body)), "generate_personas", [ITEM])
    error = caught.value
    assert (error.code, error.request_id, error.status) == ("bad_request", "req_9", 400)
    assert [(f.path, f.message, f.code) for f in error.fields] == [
        ("personas[0].name", "Empty.", "too_short")
    ]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b'{"message": "Invalid API key", "_metadata": {"message": "Unauthorized"}}', "Invalid"),
        (b'{"_metadata": {"message": "Unauthorized"}}', "Unauthorized"),
        (b'{"error": "nope"}', "nope"),
        (b'{"error": {"detail": "nope"}}', "nope"),
        (b"<html>nope</html>", "status 401"),
        (b"", "status 401"),
        (b"[1]", "status 401"),
        (b'{"message": 7, "error": [], "_metadata": "x"}', "status 401"),
        (b"[" * 100_000, "status 401"),
        (b"\xff", "status 401"),
    ],
)
def test_any_error_body_is_read(connect: Connect, body: bytes, message: str) -> None:
    """A body of another shape, or none, still gives the right class and a sentence."""
    with pytest.raises(AuthenticationError, match=message):
        connect(Recorder(httpx.Response(401, content=body)), "generate_personas", [ITEM])


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"data": [{}]}', b'{"data": 7}'])
def test_answer_of_another_shape_is_told(connect: Connect, body: bytes) -> None:
    """A 200 that is not the contract's is an error of its own, with the request's id."""
    app = Recorder(httpx.Response(200, content=body))
    with pytest.raises(InvalidResponseError) as caught:
        connect(app, "generate_segments", [ITEM])
    assert caught.value.request_id == app.seen[0].headers["x-request-id"]


def test_redirect_is_told(connect: Connect) -> None:
    """A POST is not sent on; the sentence says what to change."""
    app = Recorder(httpx.Response(301, headers={"location": "https://other.test"}))
    with pytest.raises(StatusError, match="redirect"):
        connect(app, "generate_personas", [ITEM])
    assert len(app.seen) == 1


@pytest.mark.parametrize("method", ["evidence", "entity", "entities", "health"])
def test_cloud_has_no_evidence(connect: Connect, method: str) -> None:
    """A call that only our server has is told as such."""
    arguments = ["pe_1"] if method in ("evidence", "entity") else []
    app = Recorder(httpx.Response(404, json={"message": "Not Found"}))
    with pytest.raises(NotOfferedError, match="Octave's cloud does not have this call"):
        connect(app, method, *arguments, client={"base_url": CLOUD})


def test_lone_surrogate_is_replaced() -> None:
    """Half a character, which no UTF-8 can hold, is read as the replacement character."""
    with OctaveClient.embedded(":memory:") as client:
        text = "Plant managers \ud800 run \ud83d\ude80 two lines"
        answer = client.generate_personas([{"sources": [{"type": "TEXT", "value": text}]}])
        assert answer.data is not None
        source = client.evidence(answer.data[0].oid).sources[0]
    assert source.text == "Plant managers \ufffd run \U0001f680 two lines"


# Secrets


def test_key_shows_nowhere(connect: Connect, caplog: pytest.LogCaptureFixture) -> None:
    """No repr, log line, error or pickle holds the key, even where a server repeats it."""
    caplog.set_level(logging.DEBUG, "octave_api")
    shown = [repr(sync(Recorder(200))), repr(vars(sync(Recorder(200)))["_settings"])]
    repeats = {"message": f"Bad key {KEY}", "error": {"code": KEY, "errors": [{"path": KEY}]}}
    outcomes = [
        httpx.Response(401, json=repeats, headers={"x-request-id": KEY}),
        httpx.Response(422, json={"message": f"{KEY}\n{KEY}"}),
        httpx.ConnectError(f"cannot send {KEY}"),
        httpx.Response(200, content=KEY.encode()),
    ]
    for outcome in outcomes:
        with pytest.raises(OctaveError) as caught:
            connect(Recorder(outcome), "generate_personas", [ITEM])
        error = caught.value
        shown += [str(error), repr(error), repr(vars(error)), repr(pickle.dumps(error))]
    shown.append(caplog.text)
    assert not [text for text in shown if KEY in text]


def test_bodies_and_headers_are_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    """The log names the address and the attempts, not what was sent."""
    caplog.set_level(logging.DEBUG, "octave_api")
    sync(Recorder(503, 200), backoff=0).generate_personas([ITEM])
    assert "https://octave.test" in caplog.text
    assert "attempt 2" in caplog.text
    assert "Plant managers" not in caplog.text


def test_server_s_text_is_one_short_line(connect: Connect) -> None:
    """A long or many-lined message cannot flood a screen or forge a log line."""
    text = "bad\n2026-01-01 forged\x1b[31m" + "x" * 9_999
    with pytest.raises(UnprocessableError) as caught:
        connect(Recorder(httpx.Response(422, json={"message": text})), "generate_personas", [ITEM])
    assert len(caught.value.message) <= 500
    assert caught.value.message.isprintable()


# Sharing, and the embedded way under load


def test_client_is_shared_by_threads() -> None:
    """One embedded client serves many threads; every answer is kept."""
    with OctaveClient.embedded(":memory:") as client:

        def one(number: int) -> str:
            answer = client.generate_personas([{**ITEM, "name": f"P{number}"}])
            assert answer.data is not None
            assert client.evidence(answer.data[0].oid).oid == answer.data[0].oid
            return answer.data[0].name

        with ThreadPoolExecutor(8) as pool:
            names = list(pool.map(one, range(24)))
        assert names == [f"P{number}" for number in range(24)]
        assert client.entities(limit=100).total == 24


def test_async_embedded_works_beside_the_loop() -> None:
    """A slow call leaves the loop free, and several run at once."""

    async def run() -> list[str]:
        names: list[str] = []
        async with AsyncOctaveClient.embedded(":memory:") as client:

            async def one(name: str) -> None:
                answer = await client.generate_personas([{**ITEM, "name": name}])
                assert answer.data is not None
                names.append((await client.entity(answer.data[0].oid)).name)

            async with anyio.create_task_group() as tasks:
                for number in range(4):
                    tasks.start_soon(one, f"P{number}")
            assert (await client.entities(kind="persona")).total == 4
            assert (await client.health()).status == "ok"
        return sorted(names)

    assert anyio.run(run) == ["P0", "P1", "P2", "P3"]


def test_sync_client_works_inside_a_running_loop() -> None:
    """A notebook's loop does not stop the sync client."""

    async def run() -> PersonasResponse:
        with OctaveClient.embedded(":memory:") as client:
            return client.generate_personas([ITEM])

    assert anyio.run(run).data


def test_async_pause_is_cancelled_with_its_task() -> None:
    """A back-off does not outlive the caller's patience."""
    app = Recorder(httpx.Response(503, headers={"retry-after": "50"}))

    async def run() -> bool:
        client = AsyncOctaveClient(KEY, "http://octave.test", transport=httpx.MockTransport(app))
        with anyio.move_on_after(0.05) as scope:
            await client.generate_personas([ITEM])
        return scope.cancelled_caught

    assert anyio.run(run)


@pytest.fixture
def dead_port() -> Iterator[int]:
    """A port of this machine that refuses connections."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


def test_refused_connection_has_a_clear_sentence(dead_port: int) -> None:
    """A server that is not there is told by its address."""
    client = OctaveClient("", f"http://127.0.0.1:{dead_port}", backoff=0)
    with client, pytest.raises(OctaveConnectionError, match=f"127.0.0.1:{dead_port} cannot be"):
        client.health()
