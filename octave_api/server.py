"""
The service over HTTP: `python -m octave_api.server --host 127.0.0.1 --port 8000`.

Starlette and uvicorn carry requests to `Service.handle` and its answers back.
With `OCTAVE_SERVER_KEYS` (separated by commas) a request needs one of these
keys. Without, everybody is let in, and so the server listens on this machine
only and answers only to its local names.

`/metrics` tells Prometheus how much is asked and how long it takes, by route, to callers who are
let in. Standard error has a line of JSON for each request (`octave_api.serving.logs`).
"""

from __future__ import annotations

import argparse
import ipaddress
import os
import time
from collections.abc import Sequence

import anyio
import uvicorn
from anyio import to_thread
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocketClose

from octave_api import service as services
from octave_api.errors import LibraryError
from octave_api.service import Service
from octave_api.serving import logs, metrics
from octave_api.serving.patience import patient
from octave_api.serving.problems import ProblemError

MAX_BODY = 10_000_000
MAX_GENERATING = 8
"""So many generate calls run at once; the others wait their turn."""

BODY_SECONDS = 30.0
"""How long the body of a request may take to arrive."""

DRAIN_SECONDS = 120
"""How long a stopping server lets running requests finish."""


def create_app(
    service: Service,
    *,
    local_only: bool = False,
    max_body: int = MAX_BODY,
    max_generating: int = MAX_GENERATING,
    body_seconds: float = BODY_SECONDS,
) -> Starlette:
    """
    Give the ASGI application for a service; who made the service closes it.

    Args:
        service: What answers.
        local_only: Answer only to names of this machine, so that no web page
            can reach the server under a name of its own.
        max_body: Bytes; a longer body is answered with 413.
        max_generating: Generate calls that run at the same time.
        body_seconds: A body that takes longer to arrive is answered with 408.
    """
    app = Starlette()
    # Every path, so that an unknown one is answered in the contract's shape too.
    app.router.default = _Endpoint(service, local_only, max_body, max_generating, body_seconds)
    return app


class _Endpoint:
    """Carries one request to the service and its answer back."""

    def __init__(
        self,
        service: Service,
        local_only: bool,
        max_body: int,
        max_generating: int,
        body_seconds: float,
    ) -> None:
        self._service = service
        self._local_only = local_only
        self._max_body = max_body
        self._max_generating = max_generating
        self._body_seconds = body_seconds
        self._limiter: anyio.CapacityLimiter | None = None
        self._metrics = metrics.Metrics()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await WebSocketClose()(scope, receive, send)
            return
        request = Request(scope, receive)
        path = scope["raw_path"].decode("latin-1")
        route = metrics.PATH if path == metrics.PATH else self._service.shown(path)
        began = time.perf_counter()
        try:
            with self._metrics.running():
                answer = await self._answer(request)
        except ClientDisconnect:
            return
        self._metrics.answered(request.method, route, answer.status, began)
        await Response(answer.body, answer.status, answer.headers)(scope, receive, send)

    async def _answer(self, request: Request) -> services.Response:
        scope = request.scope
        headers = scope["headers"]
        if self._local_only and not is_local(request.headers.get("host", "")):
            sentence = "A server without keys answers only to 127.0.0.1, [::1] or localhost."
            return self._service.refuse(headers, ProblemError(421, "not_local", sentence))
        if request.method == "GET" and scope["raw_path"] == metrics.PATH.encode():
            typed = {"content-type": metrics.CONTENT_TYPE, "cache-control": "no-store"}
            counts = services.Response(200, typed, self._metrics.text())
            return self._service.admit(headers) or counts
        try:
            with anyio.fail_after(self._body_seconds):
                body = await self._read(request)
        except TimeoutError:
            sentence = f"The body took more than {self._body_seconds:g} seconds to arrive."
            problem = ProblemError(408, "too_slow", sentence, headers={"connection": "close"})
            return self._service.refuse(headers, problem)
        if body is None:
            sentence = f"The body is larger than {self._max_body:,} bytes; send fewer items."
            problem = ProblemError(413, "too_large", sentence, headers={"connection": "close"})
            return self._service.refuse(headers, problem)
        target = scope["raw_path"] + (
            b"?" + scope["query_string"] if scope["query_string"] else b""
        )
        if self._limiter is None:
            self._limiter = anyio.CapacityLimiter(self._max_generating)
        return await to_thread.run_sync(
            self._service.handle,
            request.method,
            target.decode("latin-1"),
            headers,
            body,
            # Reading and health checks do not wait behind slow pages.
            limiter=self._limiter if request.method == "POST" else None,
        )

    async def _read(self, request: Request) -> bytes | None:
        """Give the body, None when it is too long."""
        parts: list[bytes] = []
        size = 0
        async for part in request.stream():
            size += len(part)
            if size <= self._max_body:
                parts.append(part)
            elif size > 10 * self._max_body:
                break
            # What is a little too long is read to its end and dropped: a client
            # that is still sending would miss the answer.
        return b"".join(parts) if size <= self._max_body else None


def is_local(host: str) -> bool:
    """Tell whether a `Host` header or a `--host` argument names this machine."""
    name = host.strip().lower()
    if name.startswith("["):
        name = name[1:].partition("]")[0]
    elif name.count(":") == 1:
        name = name.partition(":")[0]
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def server_keys() -> list[str]:
    """Give the keys of `OCTAVE_SERVER_KEYS`."""
    return [
        key.strip() for key in os.environ.get("OCTAVE_SERVER_KEYS", "").split(",") if key.strip()
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the server until it is stopped."""
    parser = argparse.ArgumentParser(
        prog="python -m octave_api.server",
        description="Serve persona/generate and segment/generate on this machine.",
        epilog="Environment: OCTAVE_SERVER_KEYS, API keys separated by commas; without it "
        "everybody is let in, and only this machine can connect. OCTAVE_LIBRARY, the file "
        "that keeps the answers.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--port", default=8000, type=int, help="port (%(default)s); 0 picks one")
    parser.add_argument("--library", help="file that keeps the answers, or :memory: to keep none")
    chosen = parser.parse_args(arguments)
    keys = server_keys()
    if not keys and not is_local(chosen.host):
        parser.error(
            f"{chosen.host} can be reached from other machines: set OCTAVE_SERVER_KEYS first, "
            "or leave --host out"
        )
    from octave_api.library import Library

    try:
        library = Library(chosen.library)
    except LibraryError as error:
        parser.error(str(error))
    logs.set_up()
    service = Service(library, keys=keys)
    uvicorn.run(
        create_app(service, local_only=not keys),
        host=chosen.host,
        port=chosen.port,
        # The service logs a request itself, without its query.
        access_log=False,
        log_config=None,
        server_header=False,
        ws="none",
        http=patient(),
        timeout_graceful_shutdown=DRAIN_SECONDS,
    )
    service.close()


if __name__ == "__main__":
    main()
