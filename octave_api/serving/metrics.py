"""
What Prometheus may know of a server: how many requests, how long, and how many at once.

The labels are the route as the table of routes has it, a known method and the status: nothing
that a caller chooses, so that they neither grow without end nor tell what was asked.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)

CONTENT_TYPE = CONTENT_TYPE_LATEST
PATH = "/metrics"

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_SECONDS = (0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Metrics:
    """The counts of one server, from its start."""

    def __init__(self) -> None:
        # Not the library's global one: two servers in a process would count together.
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._requests = Counter(
            "octave_requests",
            "Requests answered.",
            ("method", "route", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "octave_request_seconds",
            "From the head of a request to its answer.",
            ("method", "route"),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._running = Gauge(
            "octave_requests_running", "Requests being answered now.", registry=self._registry
        )

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count a request as running."""
        with self._running.track_inprogress():
            yield

    def answered(self, method: str, route: str, status: int, began: float) -> None:
        """
        Count an answer.

        Args:
            method: As sent; one that HTTP does not know counts as "other".
            route: As the table of routes has it.
            status: Of the answer.
            began: When the request's head was there, by `time.perf_counter`.
        """
        known = method if method in _METHODS else "other"
        self._requests.labels(known, route, str(status)).inc()
        self._seconds.labels(known, route).observe(time.perf_counter() - began)

    def text(self) -> bytes:
        """Give all counts as Prometheus reads them."""
        return generate_latest(self._registry)
