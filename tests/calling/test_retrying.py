"""When a request is sent again: no POST is carried out twice; with patience and limits."""

from __future__ import annotations

import email.utils
import time

import httpx
import pytest

from octave_api import (
    OctaveConnectionError,
    RateLimitError,
    ServerError,
    StatusError,
)
from tests.recorder import ITEM, Connect, Recorder, sync


def test_connect_errors_and_busy_servers_are_retried(connect: Connect) -> None:
    """What did no work is sent again, with the same ids, until it works."""
    app = Recorder(httpx.ConnectError("refused"), 503, 200)
    connect(app, "generate_personas", [ITEM], idempotency_key="once")
    assert len(app.seen) == 3
    for name in ("x-request-id", "idempotency-key"):
        assert len({request.headers[name] for request in app.seen}) == 1
    assert len({request.content for request in app.seen}) == 1


def test_calls_have_ids_of_their_own(connect: Connect) -> None:
    """Two calls are two requests."""
    app = Recorder(200)
    for _ in range(2):
        connect(app, "generate_personas", [ITEM])
    assert len({request.headers["x-request-id"] for request in app.seen}) == 2


@pytest.mark.parametrize(
    "error",
    [
        httpx.ReadTimeout("slow"),
        httpx.WriteTimeout("slow"),
        httpx.ReadError("reset"),
        httpx.RemoteProtocolError("closed"),
    ],
)
@pytest.mark.parametrize(
    ("key", "server", "sent"),
    [
        (None, "https://octave.test", 1),
        ("once", "https://octave.test", 3),
        ("once", "https://app.octavehq.com", 1),
    ],
)
def test_lost_answer_is_asked_for_again_only_where_that_is_known_to_be_safe(
    connect: Connect, error: Exception, key: str | None, server: str, sent: int
) -> None:
    """Under a key, by a server that recognises it; each time under the same one."""
    app = Recorder(error)
    with pytest.raises(OctaveConnectionError):
        connect(app, "generate_personas", [ITEM], idempotency_key=key, client={"base_url": server})
    assert len(app.seen) == sent
    assert {request.headers.get("idempotency-key") for request in app.seen} == {key}


@pytest.mark.parametrize("status", [408, 500, 502, 504])
def test_late_errors_are_retried_for_reads_and_keyed_posts(connect: Connect, status: int) -> None:
    """A POST that may have run is repeated only under an idempotency key."""
    app = Recorder(status)
    with pytest.raises(StatusError):
        connect(app, "generate_segments", [ITEM])
    assert len(app.seen) == 1
    app = Recorder(status)
    with pytest.raises(StatusError):
        connect(app, "generate_segments", [ITEM], idempotency_key="k")
    assert len(app.seen) == 3
    app = Recorder(status)
    with pytest.raises(StatusError):
        connect(app, "evidence", "pe_1")
    assert len(app.seen) == 3


def test_reads_are_retried_after_a_timeout(connect: Connect) -> None:
    """Reading twice does no harm."""
    app = Recorder(httpx.ReadTimeout("slow"), httpx.Response(200, json={"status": "ok"}))
    assert connect(app, "health").status == "ok"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 413, 422, 501])
def test_refusals_are_not_retried(connect: Connect, status: int) -> None:
    """The same request would be refused again."""
    app = Recorder(status)
    with pytest.raises(StatusError) as caught:
        connect(app, "generate_personas", [ITEM])
    assert (len(app.seen), caught.value.status) == (1, status)


def test_retries_can_be_switched_off(connect: Connect) -> None:
    """`max_retries=0` sends once."""
    app = Recorder(503)
    with pytest.raises(ServerError):
        connect(app, "generate_personas", [ITEM], client={"max_retries": 0})
    assert len(app.seen) == 1


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that the sync client makes, none of them for real."""
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    return pauses


def test_pauses_grow_with_jitter(slept: list[float]) -> None:
    """Half a second, doubled each time, up to eight, half of it by chance."""
    with pytest.raises(ServerError):
        sync(Recorder(503), max_retries=6).generate_personas([ITEM])
    full = [0.5, 1, 2, 4, 8, 8]
    assert len(slept) == 6
    assert all(top / 2 <= pause <= top for pause, top in zip(slept, full, strict=True))


def test_retry_after_is_waited_for(slept: list[float]) -> None:
    """Seconds and dates count, up to a minute."""
    date = email.utils.formatdate(time.time() + 30, usegmt=True)
    answers = [httpx.Response(429, headers={"retry-after": value}) for value in ("7", date)]
    sync(Recorder(*answers, 200)).generate_personas([ITEM])
    assert slept[0] == 7
    assert 25 <= slept[1] <= 30


def test_long_retry_after_is_raised(slept: list[float]) -> None:
    """A wait of more than a minute is the caller's to decide on."""
    app = Recorder(httpx.Response(429, headers={"retry-after": "61"}))
    with pytest.raises(RateLimitError) as caught:
        sync(app).generate_personas([ITEM])
    assert (caught.value.retry_after, len(app.seen), slept) == (61, 1, [])


@pytest.mark.parametrize("value", ["soon", "-1", "", "9" * 400, "Mon, 99 Foo 2026", "٣"])
def test_odd_retry_after_does_no_harm(slept: list[float], value: str) -> None:
    """What cannot be read, or is endless, never leads to a wait of its own."""
    headers = [(b"retry-after", value.encode())]
    with pytest.raises(RateLimitError):
        sync(Recorder(httpx.Response(429, headers=headers))).generate_personas([ITEM])
    assert all(pause <= 8 for pause in slept)


def test_no_backoff_never_sleeps(slept: list[float]) -> None:
    """With `backoff=0` users' tests do not wait, not even when asked to."""
    app = Recorder(httpx.Response(429, headers={"retry-after": "9"}), 503, 200)
    sync(app, backoff=0).generate_personas([ITEM])
    assert (len(app.seen), slept) == (3, [])
