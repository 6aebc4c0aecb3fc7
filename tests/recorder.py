"""A server of recorded outcomes, for tests of the client: no socket is opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx

from octave_api import OctaveClient

ITEM = {"sources": [{"type": "TEXT", "value": "Plant managers keep two lines running."}]}
OK = {"_metadata": {"requestId": "r", "timestamp": "t", "usage": 1.5, "message": ""}, "data": None}
KEY = "canary-key-51c7"
CLOUD = "https://app.octavehq.com"

App = Callable[[httpx.Request], httpx.Response]


class Recorder:
    """A server of a list of outcomes: statuses, responses or errors; the last one stays."""

    def __init__(self, *outcomes: int | httpx.Response | Exception) -> None:
        self.outcomes = list(outcomes)
        self.seen: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        outcome = self.outcomes[min(len(self.seen), len(self.outcomes)) - 1]
        if isinstance(outcome, Exception):
            raise outcome
        if isinstance(outcome, int):
            return httpx.Response(outcome, json=OK if outcome == 200 else {})
        return outcome


Connect = Callable[..., Any]


def sync(app: App, **options: Any) -> OctaveClient:
    """A client with the usual back-off."""
    return OctaveClient(KEY, "https://octave.test", transport=httpx.MockTransport(app), **options)
