"""
How long a caller of the server may take to send its request's head.

uvicorn waits for ever for the rest of a head, so that a few hundred callers
who send a byte now and then would use up all connections. The time for a body
is the endpoint's own business (`octave_api.server`).
"""

from __future__ import annotations

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 20.0


def patient(seconds: float = HEAD_SECONDS) -> type[H11Protocol]:
    """
    Give a protocol for `uvicorn.run(http=…)` with this much patience.

    A connection whose head is not complete so many seconds after it was opened,
    or after the first byte of its next request, is closed without an answer.
    """

    class PatientProtocol(H11Protocol):
        _alarm: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self._alarm = self.loop.call_later(seconds, transport.close)

        def data_received(self, data: bytes) -> None:
            if self._alarm is None and self.conn.their_state is h11.IDLE:
                self._alarm = self.loop.call_later(seconds, self.transport.close)
            super().data_received(data)
            if self.conn.their_state is not h11.IDLE:
                self._disarm()

        def connection_lost(self, exc: Exception | None) -> None:
            self._disarm()
            super().connection_lost(exc)

        def _disarm(self) -> None:
            if self._alarm is not None:
                self._alarm.cancel()
                self._alarm = None

    return PatientProtocol
