"""What is connected to, what a test of it says, and the key check of the client."""

from __future__ import annotations

import json
import pickle
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest

from octave_api import AuthenticationError, InvalidResponseError, NotFoundError
from octave_api.contract.account import Credits
from octave_api.errors import (
    ConfigurationError,
    NotOfferedError,
    OctaveConnectionError,
    OctaveError,
    OctaveTimeoutError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
    StatusError,
)
from octave_api.settings import CLOUD
from pages.parts import calling, connection
from pages.parts.connection import Choice, configured, in_clear, wanted
from pages.parts.entries import Entry
from pages.parts.qualify import checkup
from pages.parts.runs import Outcome, Run
from tests.fake_cloud import CREDITS, METADATA, fake_cloud
from tests.recorder import KEY, Connect, Recorder

# The client's key check


def test_the_key_check_is_the_contract_s(connect: Connect) -> None:
    """Path and key are those of the reference page; credits are read, what is new is kept."""
    body = {"_metadata": METADATA, "status": "ok", "valid": True, "credits": CREDITS, "new": [1]}
    app = Recorder(httpx.Response(200, json=body))
    found = connect(app, "check_key")
    assert (app.seen[0].method, app.seen[0].url.path) == ("GET", "/api/v2/api-key/validate")
    assert app.seen[0].headers["api_key"] == KEY
    assert (found.credits.total_remaining, found.credits.period) == (4850, "month")
    assert found.to_dict()["new"] == [1]
    assert json.loads(found.to_json())["credits"] == CREDITS


@pytest.mark.parametrize(
    "body", [{"status": "ok", "valid": True}, {"valid": True, "credits": None}]
)
def test_credits_may_be_missing(connect: Connect, body: dict[str, Any]) -> None:
    """An answer without them is an answer."""
    assert connect(Recorder(httpx.Response(200, json=body)), "check_key").credits is None


def test_the_key_check_fails_as_other_calls_do(connect: Connect) -> None:
    """A wrong key, a server without the check, and something that is no server of ours."""
    refused = httpx.Response(401, json={"message": f"Invalid API key {KEY}"})
    with pytest.raises(AuthenticationError) as caught:
        connect(Recorder(refused), "check_key")
    assert KEY not in str(caught.value)
    with pytest.raises(NotFoundError):
        connect(Recorder(404), "check_key")
    with pytest.raises(InvalidResponseError):
        connect(Recorder(httpx.Response(200, text="<html>hello</html>")), "check_key")
    with pytest.raises(InvalidResponseError):
        connect(Recorder(httpx.Response(200, json={})), "check_key")


# What is connected to


@pytest.mark.parametrize(
    ("given", "way", "base_url"),
    [
        ({}, "embedded", None),
        ({"OCTAVE_BASE_URL": " ", "OCTAVE_API_KEY": ""}, "embedded", None),
        ({"OCTAVE_API_KEY": "k"}, "cloud", CLOUD),
        ({"OCTAVE_BASE_URL": "http://host:8000/"}, "self-hosted", "http://host:8000"),
        ({"OCTAVE_BASE_URL": "https://eu.octavehq.com"}, "cloud", "https://eu.octavehq.com"),
        ({"OCTAVE_BASE_URL": "https://octavehq.com.example"}, "self-hosted", None),
    ],
)
def test_what_is_set_decides_the_way(given: dict[str, str], way: str, base_url: str | None) -> None:
    """An empty variable counts as unset."""
    found = configured(given)
    assert found.way == way
    assert found.base_url == (base_url or given.get("OCTAVE_BASE_URL", "").strip() or None)


def test_a_key_is_in_nothing_that_is_shown_or_compared() -> None:
    """Neither a repr nor what caches are told apart by holds it; two keys are told apart."""
    choice = Choice(CLOUD, KEY)
    found = choice.connection()
    assert KEY not in repr(choice) + repr(found) + found.sentence()
    assert KEY.encode() not in pickle.dumps(found)
    assert found != Choice(CLOUD, "another").connection()
    assert found == Choice(CLOUD, KEY, own=True).connection()


def test_a_path_or_a_password_is_in_no_sentence() -> None:
    """Only the host and its port are said."""
    assert Choice("https://me:secret@host:8443/deep/path").connection().sentence() == (
        "Connected to host:8443."
    )
    assert "/home" not in repr(Choice(None, library="/home/me/library.sqlite"))
    assert "/home" not in Choice(None, library="/home/me/library.sqlite").connection().sentence()
    assert Choice("http://[::1").connection().sentence() == "Connected to the server."


@pytest.mark.parametrize(
    ("way", "address", "key"),
    [
        ("cloud", "", ""),
        ("cloud", "", "two words"),
        ("cloud", "", "zero\u200bwidth"),
        ("self-hosted", "", ""),
        ("self-hosted", "   ", ""),
        ("self-hosted", "localhost:8000", ""),
        ("self-hosted", "/api/v2", ""),
        ("self-hosted", "https://", ""),
        ("self-hosted", "http://host:port", ""),
        ("self-hosted", "http://host:99999", ""),
        ("self-hosted", "http://ho st", ""),
        ("self-hosted", "http://[::1", ""),
        ("self-hosted", "javascript:alert(1)", ""),
        ("self-hosted", "file:///etc/passwd", ""),
        ("self-hosted", "http://user@host", ""),
        ("self-hosted", "http://host/?key=k", ""),
        ("self-hosted", "http://host/api", ""),
        ("self-hosted", "http://host/api/v2/", ""),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence(way: Any, address: str, key: str) -> None:
    """A wrong address or key never gets as far as the network, and never raises anything else."""
    with pytest.raises(ConfigurationError) as caught:
        wanted(way, address, key)
    sentence = caught.value.message
    assert sentence.endswith(".") or "Try http" in sentence
    assert not key or key not in sentence


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9",
        "http://host\u202e",
        "http://" + "a" * 400,
        "http://a..b",
        "http://.",
        "http://%",
    ],
)
def test_an_address_that_leads_nowhere_is_told(address: str) -> None:
    """Whatever the network's own code makes of it."""
    try:
        report = checkup.check(wanted("self-hosted", address, ""), seconds=5)
    except ConfigurationError:
        return
    assert not report.ok
    assert "cannot be reached" in report.sentence


def test_an_address_may_have_a_path_and_any_ending() -> None:
    """A server behind a proxy has one; a slash at the end and spaces around do not matter."""
    assert wanted("self-hosted", " http://host/octave/ ", "k").base_url == "http://host/octave"
    assert wanted("self-hosted", "http://[::1]:8000", "").base_url == "http://[::1]:8000"


@pytest.mark.parametrize(
    ("address", "key", "clear"),
    [
        ("http://host", "k", True),
        ("http://host", "", False),
        ("https://host", "k", False),
        ("http://127.0.0.1:8000", "k", False),
        ("http://localhost:8000", "k", False),
        ("http://10.0.0.5", "k", True),
    ],
)
def test_a_key_in_clear_is_noticed(address: str, key: str, clear: bool) -> None:
    """Only where a network lies between."""
    assert in_clear(Choice(address, key)) is clear


def test_no_two_ways_say_the_same() -> None:
    """Each way has its name and its sentence."""
    assert set(connection.WAYS) == set(connection.LEAVES)
    assert len(set(connection.LEAVES.values())) == 3


# What a test of it says


def _status(cls: type[StatusError], status: int, **more: Any) -> StatusError:
    return cls("Something in the server's words.", status=status, **more)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OctaveTimeoutError("late"), "did not answer in time"),
        (OctaveConnectionError("gone"), "cannot be reached"),
        (_status(AuthenticationError, 401), "does not accept this key"),
        (_status(PermissionDeniedError, 403), "Use another key"),
        (_status(RateLimitError, 429, retry_after=3.2), "Test again in 4 seconds"),
        (_status(RateLimitError, 429), "Test again in a minute"),
        (_status(ServerError, 503), "status 503"),
        (_status(StatusError, 308), "sends on to another address"),
        (_status(StatusError, 418), "not as a server for Octave Explorer"),
        (_status(NotOfferedError, 404), "not as a server for Octave Explorer"),
        (InvalidResponseError("odd"), "not as a server for Octave Explorer"),
    ],
)
def test_each_failure_has_its_sentence(error: OctaveError, words: str) -> None:
    """It names the host, says what to do, and leaves the server's own words out."""
    sentence = checkup.explain(error, Choice("http://host:8000", KEY))
    assert words in sentence
    assert sentence.startswith("host:8000 ")
    assert "server's words" not in sentence


@pytest.mark.parametrize(
    ("credits", "expected"),
    [
        (CREDITS, ("Credits left this month", "4,850 of 5,000")),
        (
            {"totalRemaining": 12.5, "totalMax": 20, "period": "life"},
            ("Credits left", "12.5 of 20"),
        ),
        ({"totalRemaining": 0}, ("Credits left", "0")),
        ({"totalMax": 5000, "period": "<b>month</b>"}, None),
    ],
)
def test_credits_are_told_as_far_as_the_answer_goes(
    credits: dict[str, Any], expected: tuple[str, str] | None
) -> None:
    """What is left, of how many, in which period; nothing is made up."""
    assert checkup.credit_words(Credits.model_validate(credits)) == expected


def test_a_key_that_is_known_but_not_valid_fails() -> None:
    """An OK status with `valid: false` is a refusal."""
    body = json.dumps({"_metadata": METADATA, "status": "ok", "valid": False}).encode()
    with _server(lambda handler: _send(handler, body)) as address:
        assert "does not accept" in checkup.check(Choice(address, KEY)).sentence


@pytest.mark.parametrize("status", [301, 308])
def test_a_redirect_is_not_followed(status: int) -> None:
    """The key stays with the address that was typed."""
    with fake_cloud() as other:

        def redirect(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            handler.send_header("Location", other.address)
            handler.end_headers()

        with _server(redirect) as address:
            report = checkup.check(Choice(address, KEY))
        assert "another address" in report.sentence
        assert other.asked == []


def test_a_server_that_drips_does_not_hold_the_page_up() -> None:
    """The test ends though bytes keep coming."""
    stop = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        while not stop.wait(0.05):
            handler.wfile.write(b" ")

    with _server(drip) as address:
        report = checkup.check(Choice(address, KEY), seconds=0.3)
        stop.set()
    assert not report.ok
    assert "did not answer in time" in report.sentence


class _Server:
    """A web server on this machine that answers every GET in one way."""

    def __init__(self, answer: Any) -> None:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                answer(self)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True

    def __enter__(self) -> str:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


_server = _Server


def _send(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


# The call that is shown


@pytest.fixture
def choices() -> list[Choice]:
    """Each way, with a key where there may be one."""
    return [Choice(None, library=":memory:"), Choice("http://host", KEY), Choice(CLOUD, KEY)]


def test_the_call_is_shown_in_three_notations_without_the_key(choices: list[Choice]) -> None:
    """Address and notation follow the connection; the key is its variable's name."""
    for choice in choices:
        with choice.open() as client:
            views = calling.views(calling.EXAMPLE, client)
        assert list(views) == ["cURL", "Python", "JSON"]
        assert KEY not in "".join(views.values())
        assert ("$OCTAVE_API_KEY" in views["cURL"]) is bool(choice.key)
        assert json.loads(views["JSON"])["linkingStrategy"] == {"mode": "ALL"}


def test_the_last_request_is_the_one_that_was_sent_last() -> None:
    """Not the run that was made last, and no item that was never sent."""
    first = Run("persona", [Outcome(Entry(text="first"), "persona", started=1.0)])
    second = Run(
        "segment",
        [
            Outcome(Entry(text="second"), "segment", started=3.0),
            Outcome(Entry(text="waiting"), "segment"),
        ],
    )
    third = Run("persona", [Outcome(Entry(text="third"), "persona", started=2.0)])
    shown = calling.last([first, second, third])
    assert (shown.kind, shown.item["sources"][0]["value"]) == ("segment", "second")
    assert calling.last([]) is calling.EXAMPLE
    assert calling.last([Run("persona", [Outcome(Entry(text="x"), "persona")])]) is calling.EXAMPLE
