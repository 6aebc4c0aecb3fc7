"""The server: keys, limits, where it listens, and stopping; over ASGI, a socket and its command."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest
from anyio.from_thread import start_blocking_portal

from octave_api import AuthenticationError, OctaveClient, PayloadTooLargeError
from octave_api.contract import Source, SourceText
from octave_api.library import Library
from octave_api.server import create_app, is_local, main, server_keys
from octave_api.service import Service
from tests.conftest import AsgiTransport, Door, LiveServer, open_door
from tests.serving.test_errors import assert_error_shape

ITEM = {"sources": [{"type": "TEXT", "value": "Plant managers keep two lines running."}]}
PERSONAS = "/api/v2/persona/generate"


@pytest.fixture(params=["asgi", "live"])
def small(request: pytest.FixtureRequest) -> Iterator[tuple[httpx.Client, Library]]:
    """A server that takes bodies of at most 1000 bytes."""
    library = Library(":memory:")
    app = create_app(Service(library), max_body=1000)
    with ExitStack() as stack:
        if request.param == "live":
            address = stack.enter_context(LiveServer(app))
            http = httpx.Client(base_url=address, trust_env=False)
        else:
            portal = stack.enter_context(start_blocking_portal())
            http = httpx.Client(base_url="http://localhost", transport=AsgiTransport(app, portal))
        yield stack.enter_context(http), library


# Keys


def test_key_is_needed_where_there_are_keys(locked_door: Door) -> None:
    """The client with a key is answered; without one it is a 401 by every way."""
    assert locked_door.client.generate_personas([ITEM]).data
    response = locked_door.http.post(PERSONAS, json={"personas": [ITEM]})
    assert_error_shape(response, 401, "no_key")
    assert response.headers["www-authenticate"].startswith("Bearer")
    assert locked_door.http.get("/healthz").status_code == 200
    assert locked_door.client.entities().total == 1


@pytest.mark.parametrize("name", ["api_key", "api-key", "x-api-key", "authorization"])
@pytest.mark.parametrize("key", ["key-one", "schlüssel-zwei"])
def test_key_arrives_by_each_header(locked_door: Door, name: str, key: str) -> None:
    """Each of the keys is known under each of the headers, bytes for bytes."""
    value = f"Bearer {key}" if name == "authorization" else key
    headers = [(name.encode(), value.encode())]
    assert locked_door.http.get("/api/ext/entities", headers=headers).status_code == 200


def test_two_keys_that_differ_are_refused(locked_door: Door) -> None:
    """A proxy that adds a key of its own is told, not guessed about."""
    headers = {"api_key": "key-one", "x-api-key": "other"}
    response = locked_door.http.get("/api/ext/entities", headers=headers)
    assert_error_shape(response, 401, "keys_differ")


def test_client_with_a_wrong_key_is_told() -> None:
    """The client's error has the server's sentence and not the key."""
    with ExitStack() as stack:
        door = open_door("live", stack, keys=("right",))
        client = stack.enter_context(OctaveClient("wrong-canary", str(door.http.base_url)))
        with pytest.raises(AuthenticationError, match="Invalid API key") as caught:
            client.entities()
        assert "canary" not in str(caught.value)


def test_keys_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys are separated by commas; blanks around them and empty ones do not count."""
    monkeypatch.setenv("OCTAVE_SERVER_KEYS", " one, two ,,\n")
    assert server_keys() == ["one", "two"]
    monkeypatch.setenv("OCTAVE_SERVER_KEYS", "")
    assert server_keys() == []


# Bodies


def test_body_that_is_too_long_is_413(small: tuple[httpx.Client, Library]) -> None:
    """With a length or in chunks, the answer arrives and nothing is kept."""
    http, library = small
    item = {"sources": [{"type": "TEXT", "value": "word " * 900}]}
    whole = http.post(PERSONAS, json={"personas": [item]})
    assert_error_shape(whole, 413, "too_large")
    chunks = iter([b'{"personas": ["', b"x" * 4000, b'"]}'])
    headers = {"content-type": "application/json"}
    assert_error_shape(http.post(PERSONAS, content=chunks, headers=headers), 413, "too_large")
    assert library.entities()[1] == 0


def test_body_of_just_the_limit_is_read(small: tuple[httpx.Client, Library]) -> None:
    """The limit itself is still taken."""
    http, _ = small
    body = b'{"personas": []}'.ljust(1000)
    headers = {"content-type": "application/json"}
    assert_error_shape(http.post(PERSONAS, content=body, headers=headers), 400, "bad_request")
    assert http.post(PERSONAS, content=body + b" ", headers=headers).status_code == 413


def test_client_raises_too_large(small: tuple[httpx.Client, Library]) -> None:
    """The client has a class for it."""
    http, _ = small
    address = str(http.base_url)
    client = OctaveClient("", address, transport=http._transport)
    with pytest.raises(PayloadTooLargeError, match="1,000 bytes"):
        client.generate_personas([{"sources": [{"type": "TEXT", "value": "word " * 900}]}])


# Slow work


def test_slow_pages_do_not_hold_up_the_rest() -> None:
    """While all generate calls wait for pages, reading and health checks are answered."""
    release, started = threading.Event(), threading.Semaphore(0)

    def read_source(source: Source) -> SourceText:
        started.release()
        release.wait()
        return SourceText(index=0, type="URL", value=source.value, text=source.value)

    library = Library(":memory:")
    app = create_app(Service(library, read_source=read_source), max_generating=2)
    with LiveServer(app) as address, OctaveClient("", address) as client:
        threads = [
            threading.Thread(target=client.generate_personas, args=([ITEM],)) for _ in range(5)
        ]
        for thread in threads:
            thread.start()
        for _ in range(2):
            started.acquire()
        try:
            assert client.health().status == "ok"
            assert client.entities().total == 0
            assert not started.acquire(blocking=False), "more run at once than was said"
        finally:
            release.set()
            for thread in threads:
                thread.join()
        assert client.entities().total == 5


# Where it listens


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9:8000", True),
        ("localhost", True),
        ("LOCALHOST:8000", True),
        ("[::1]:8000", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("::", False),
        ("", False),
        ("192.168.1.2", False),
        ("localhost.evil.test", False),
        ("127.0.0.1.evil.test:8000", False),
        ("2130706433", False),
    ],
)
def test_local_names_are_known(host: str, local: bool) -> None:
    """Only this machine's own names and addresses are local."""
    assert is_local(host) is local


def test_local_server_answers_to_local_names_only() -> None:
    """A page that points its own name at this machine gets nothing."""
    app = create_app(Service(Library(":memory:")), local_only=True)
    with start_blocking_portal() as portal:
        http = httpx.Client(base_url="http://localhost", transport=AsgiTransport(app, portal))
        assert http.get("/healthz").status_code == 200
        response = http.get("/healthz", headers={"host": "evil.test"})
        assert_error_shape(response, 421, "not_local")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "octave.test"])
def test_open_address_needs_keys(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without keys the server refuses to listen where others can reach it, and says why."""
    with pytest.raises(SystemExit) as caught:
        main(["--host", host])
    assert caught.value.code == 2
    assert "set OCTAVE_SERVER_KEYS first" in capsys.readouterr().err


def test_unusable_library_is_told(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """A library that cannot be opened ends the start with one sentence."""
    with pytest.raises(SystemExit):
        main(["--library", str(tmp_path)])
    assert "is a folder" in capsys.readouterr().err


def test_help_tells_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` names the options and the variables."""
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    text = capsys.readouterr().out
    assert caught.value.code == 0
    for word in ("--host", "--port", "--library", "OCTAVE_SERVER_KEYS", "OCTAVE_LIBRARY"):
        assert word in text


@pytest.mark.skipif(sys.platform == "win32", reason="stops the server with a signal")
def test_command_serves_and_stops(tmp_path: Any) -> None:
    """The README's command starts a server that keeps its answers and stops when told."""
    path = tmp_path / "library.db"
    command = [sys.executable, "-m", "octave_api.server", "--port", "0", "--library", str(path)]
    environment = {**os.environ, "OCTAVE_SERVER_KEYS": "canary-key", "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    assert process.stderr is not None
    log = ""
    try:
        for line in process.stderr:
            log += line
            if found := re.search(r"running on (http://\S+)", line):
                break
        else:
            pytest.fail(log)
        with OctaveClient("canary-key", found.group(1)) as client:
            oid = client.generate_segments([ITEM]).data[0].oid
        with (
            OctaveClient("other-canary", found.group(1)) as other,
            pytest.raises(AuthenticationError),
        ):
            other.entities()
    finally:
        process.send_signal(signal.SIGTERM)
        log += process.communicate()[1]
    assert "canary" not in log
    assert '"route": "/api/v2/segment/generate", "status": 200' in log
    with OctaveClient.embedded(path) as client:
        assert client.entity(oid).oid == oid


def test_broken_request_does_not_stop_the_server() -> None:
    """Bytes that are not HTTP, and a body that breaks off, leave the server answering."""
    with LiveServer(create_app(Service(Library(":memory:")))) as address:
        host, port = address.removeprefix("http://").split(":")
        head = b"POST /api/v2/persona/generate HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\n{"
        for data in (b"\x16\x03\x01\x02\0", b"GET\r\n\r\n", head):
            with socket.create_connection((host, int(port))) as connection:
                connection.sendall(data)
        assert httpx.get(f"{address}/readyz", trust_env=False).status_code == 200


@pytest.mark.parametrize("sent", [b"", b"GET /healthz HTTP/1.1\r\nhost: x\r\nx-more: "])
def test_a_head_that_never_ends_is_closed(sent: bytes) -> None:
    """Callers who hold connections open with half a request cannot use them all up."""
    app = create_app(Service(Library(":memory:")))
    with LiveServer(app, head_seconds=0.05) as address:
        host, port = address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as connection:
            connection.sendall(sent)
            assert connection.recv(100) == b""


def test_a_body_that_never_ends_is_answered_and_closed() -> None:
    """The caller is told, and nothing was kept or half done."""
    library = Library(":memory:")
    with LiveServer(create_app(Service(library), body_seconds=0.05)) as address:
        host, port = address.removeprefix("http://").split(":")
        head = b"POST /api/v2/persona/generate HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\n{"
        with socket.create_connection((host, int(port))) as connection:
            connection.sendall(head)
            answer = b"".join(iter(lambda: connection.recv(4096), b""))
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b'"too_slow"' in answer


def test_a_patient_server_keeps_a_connection_for_several_requests() -> None:
    """The time for a head begins anew with each request, not with the connection."""
    app = create_app(Service(Library(":memory:")))
    with LiveServer(app) as address, httpx.Client(base_url=address, trust_env=False) as http:
        assert [http.get("/healthz").status_code for _ in range(3)] == [200] * 3
