"""The ways to reach the service, and a web page on this machine for URL sources."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import anyio
import httpx
import pytest
import uvicorn
from anyio.from_thread import BlockingPortal, start_blocking_portal
from hypothesis import HealthCheck, settings

from octave_api import AsyncOctaveClient, OctaveClient
from octave_api.library import Library
from octave_api.server import create_app
from octave_api.service import Service
from octave_api.serving.patience import HEAD_SECONDS, patient
from octave_api.transport import EmbeddedTransport
from tests.recorder import KEY, App

# A slow machine is no fault of the code under test.
settings.register_profile("any", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any")

PAGE = b"""<!doctype html><html lang="en"><head><title>Target customer profile</title></head>
<body><main><h1>Our target customer</h1>
<h2>Responsibilities</h2><ul><li>Plans the production of two plants</li>
<li>Keeps downtime below four hours a month</li></ul>
<h2>Pain points</h2><ul><li>Spare parts arrive late and stop the line</li>
<li>Maintenance is planned in spreadsheets that nobody trusts</li></ul>
<p>Maintenance managers at manufacturers with more than 200 employees report to the head of
operations and own the maintenance budget. They look for fewer unplanned stops.</p></main></body>
</html>"""


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = self.path != "/missing"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def site_address() -> Iterator[str]:
    """A web server on this machine that has one page under every path but /missing."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def site(site_address: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The same, allowed to be read."""
    monkeypatch.setenv("OCTAVE_FETCH_ALLOW", site_address.removeprefix("http://"))
    return site_address


@pytest.fixture(autouse=True)
def _own_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Keep the tests away from the user's key, server and library."""
    for name in ("OCTAVE_API_KEY", "OCTAVE_BASE_URL", "OCTAVE_SERVER_KEYS", "OCTAVE_FETCH_ALLOW"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OCTAVE_LIBRARY", str(tmp_path_factory.mktemp("library") / "library.db"))


class AsgiTransport(httpx.BaseTransport):
    """An ASGI application as a sync transport: its event loop runs in a thread of its own."""

    def __init__(self, app: object, portal: BlockingPortal) -> None:
        self._inner = httpx.ASGITransport(app=app)  # type: ignore[arg-type]
        self._portal = portal

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()  # A body in parts can then be sent from the loop, too.

        async def answer() -> httpx.Response:
            response = await self._inner.handle_async_request(request)
            await response.aread()
            return response

        response = self._portal.call(answer)
        return httpx.Response(
            response.status_code, headers=response.headers, content=response.content
        )


class LiveServer:
    """uvicorn on a free port, in a thread of this process."""

    def __init__(self, app: object, *, head_seconds: float = HEAD_SECONDS) -> None:
        config = uvicorn.Config(
            app,  # type: ignore[arg-type]
            host="127.0.0.1",
            port=0,
            log_config=None,
            access_log=False,
            server_header=False,
            ws="none",
            http=patient(head_seconds),
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)

    def __enter__(self) -> str:
        self._thread.start()
        while not self._server.started:
            if not self._thread.is_alive():
                raise RuntimeError("the server did not start")
            threading.Event().wait(0.01)
        port = self._server.servers[0].sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{port}"

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join()


@dataclass
class Door:
    """One way in: the client, and plain HTTP for requests that the client would not make."""

    way: str
    client: OctaveClient
    http: httpx.Client
    library: Library


def open_door(way: str, stack: ExitStack, *, keys: tuple[str, ...] = ()) -> Door:
    """Start a service on a library in memory and reach it by this way."""
    library = Library(":memory:")
    stack.callback(library.close)
    service = Service(library, keys=keys)
    key = keys[0] if keys else ""
    if way == "live":
        address = stack.enter_context(LiveServer(create_app(service)))
        client = OctaveClient(key, address)
        http = httpx.Client(base_url=address, trust_env=False)
    else:
        transport: httpx.BaseTransport = EmbeddedTransport(service)
        if way == "asgi":
            portal = stack.enter_context(start_blocking_portal())
            transport = AsgiTransport(create_app(service), portal)
        client = OctaveClient(key, "http://localhost", transport=transport)
        http = httpx.Client(base_url="http://localhost", transport=transport)
    stack.enter_context(http)
    stack.enter_context(client)
    return Door(way, client, http, library)


@pytest.fixture(params=["embedded", "asgi", "live"])
def door(request: pytest.FixtureRequest) -> Iterator[Door]:
    """Each way in turn, without keys."""
    with ExitStack() as stack:
        yield open_door(request.param, stack)


@pytest.fixture
def client(door: Door) -> OctaveClient:
    """The client of each way in turn."""
    return door.client


@pytest.fixture(params=["embedded", "asgi", "live"])
def locked_door(request: pytest.FixtureRequest) -> Iterator[Door]:
    """Each way in turn, to a service that has two keys."""
    with ExitStack() as stack:
        yield open_door(request.param, stack, keys=("key-one", "schlüssel-zwei"))


@pytest.fixture(params=["sync", "async"])
def connect(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Give `call(app, method, *args, **options)` that runs one method of a fresh client."""

    def call(
        app: App, method: str, *args: Any, client: dict[str, Any] | None = None, **options: Any
    ) -> Any:
        settings = {"api_key": KEY, "base_url": "https://octave.test", "backoff": 0}
        settings |= client or {}
        transport = httpx.MockTransport(app)
        if request.param == "sync":
            with OctaveClient(transport=transport, **settings) as sync_client:
                return getattr(sync_client, method)(*args, **options)

        async def run() -> Any:
            async with AsyncOctaveClient(transport=transport, **settings) as async_client:
                return await getattr(async_client, method)(*args, **options)

        return anyio.run(run)

    return call
