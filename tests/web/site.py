"""
A small web server on loopback, which serves what a test puts on it, faults included.

    with serve() as web:
        web.put("/page", "<h1>Hello</h1>")
        fetch(web.url("/page"), environ=web.environ)
"""

from __future__ import annotations

import gzip
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket

PAGES = Path(__file__).parent / "webpages"

Misbehave = Callable[[socket], None]


@dataclass(frozen=True)
class Asked:
    """A request that arrived: its path with the query, and its headers by lower-case name."""

    path: str
    headers: Mapping[str, str]


@dataclass
class Answer:
    """What the server sends for a path; `raw` takes over the socket instead."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    raw: Misbehave | None = None


class WebServer:
    """What `serve` gives: put answers on it, read what was asked."""

    def __init__(self, scheme: str, port: int) -> None:
        self.port = port
        self.asked: list[Asked] = []
        self.closing = threading.Event()
        self._scheme = scheme
        self._answers: dict[str, Answer] = {}

    def url(self, path: str = "/", *, host: str = "127.0.0.1") -> str:
        """Give the address of a path on this server."""
        return f"{self._scheme}://{host}:{self.port}{path}"

    @property
    def allow(self) -> str:
        """The value of OCTAVE_FETCH_ALLOW that opens this server to `fetch`."""
        return f"127.0.0.1:{self.port}"

    @property
    def environ(self) -> dict[str, str]:
        """An environment with that variable and no other."""
        return {"OCTAVE_FETCH_ALLOW": self.allow}

    def put(
        self,
        path: str,
        body: str | bytes = b"",
        *,
        content_type: str | None = "text/html; charset=utf-8",
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        packed: bool = False,
    ) -> str:
        """Serve `body` at `path`, with gzip if `packed`; gives the address."""
        content = body.encode() if isinstance(body, str) else body
        fields = {"Content-Type": content_type} if content_type else {}
        if packed:
            content, fields["Content-Encoding"] = gzip.compress(content), "gzip"
        self._answers[path] = Answer(content, status, {**fields, **(headers or {})})
        return self.url(path)

    def put_file(self, name: str) -> str:
        """Serve one of tests/webpages under its name; gives the address."""
        return self.put(f"/{name}", (PAGES / name).read_bytes())

    def redirect(self, path: str, to: str, status: int = 302) -> str:
        """Answer `path` with a redirect; gives the address."""
        return self.put(path, status=status, headers={"Location": to})

    def misbehave(self, path: str, how: Misbehave) -> str:
        """Give the connection of a request for `path` to `how`; gives the address."""
        self._answers[path] = Answer(raw=how)
        return self.url(path)

    def send_slowly(self, first: bytes, rest: bytes, path: str = "/") -> str:
        """Send `first`, then `rest` over and over, until the other side gives up."""

        def how(connection: socket) -> None:
            connection.sendall(first)
            while not self.closing.wait(0.01):
                connection.sendall(rest)

        return self.misbehave(path, how)

    def answer(self, path: str) -> Answer | None:
        """Give what is served at `path`."""
        return self._answers.get(path)


@contextmanager
def serve(tls: ssl.SSLContext | None = None) -> Iterator[WebServer]:
    """Run a server on a free port of 127.0.0.1 for the length of the block."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            web.asked.append(Asked(self.path, headers))
            self.close_connection = True
            answer = web.answer(self.path.partition("?")[0]) or Answer(b"no such page", 404)
            if answer.raw is not None:
                answer.raw(self.connection)
                return
            self.send_response_only(answer.status)
            fields = {"Content-Length": str(len(answer.body)), **answer.headers}
            for name, value in fields.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            # A test's client hangs up as it likes.
            pass

    server = Server(("127.0.0.1", 0), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    web = WebServer("https" if tls else "http", server.server_address[1])
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
    )
    thread.start()
    try:
        yield web
    finally:
        web.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()
