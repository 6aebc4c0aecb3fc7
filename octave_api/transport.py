"""
The embedded way: httpx transports that answer from a `Service` in this process.

No socket is opened. The sync one works in any thread, also where an event loop
is running; the async one hands the work to a thread, so that a slow source does
not hold up the loop.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import httpx


class Answer(Protocol):
    """What a handler gives back."""

    @property
    def status(self) -> int: ...
    @property
    def headers(self) -> dict[str, str]: ...
    @property
    def body(self) -> bytes: ...


class Handler(Protocol):
    """What the transports need of a service."""

    def handle(
        self, method: str, path: str, headers: Iterable[tuple[bytes, bytes]], body: bytes
    ) -> Answer: ...

    def close(self) -> None: ...


def _answer(handler: Handler, request: httpx.Request, body: bytes) -> httpx.Response:
    target = request.url.raw_path.decode("ascii")
    answer = handler.handle(request.method, target, request.headers.raw, body)
    return httpx.Response(answer.status, headers=answer.headers, content=answer.body)


class EmbeddedTransport(httpx.BaseTransport):
    """Answer requests by calling `handler.handle` in the calling thread."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return _answer(self._handler, request, request.read())

    def close(self) -> None:
        self._handler.close()


class AsyncEmbeddedTransport(httpx.AsyncBaseTransport):
    """Answer requests by calling `handler.handle` in a worker thread."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        from anyio import to_thread

        body = await request.aread()
        return await to_thread.run_sync(
            _answer, self._handler, request, body, abandon_on_cancel=True
        )

    async def aclose(self) -> None:
        self._handler.close()
