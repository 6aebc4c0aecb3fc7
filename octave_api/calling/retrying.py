"""
When a request is sent again, and after how long.

A request is repeated only where that cannot do its work twice: it never
reached the server, or the server said that it did nothing (429, 503). What may
have been done already is repeated for reads, and for a POST only when the
caller gave an idempotency key. A POST whose answer was lost on the way (broken
off, timed out) is repeated under a key and by octave_api's own server alone,
which gives the first answer again; what Octave's cloud makes of a key is not
published.
"""

from __future__ import annotations

import email.utils
import random
import time
from dataclasses import dataclass

import httpx

from octave_api.errors import MAX_RETRY_AFTER

_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_DID_NOTHING = (429, 503)
_MAY_HAVE_RUN = (408, 500, 502, 504)


@dataclass(frozen=True, slots=True)
class Policy:
    """
    How often and how fast to repeat.

    Attributes:
        max_retries: Repeats after the first attempt.
        backoff: Seconds before the first repeat; doubled each time, up to 8,
            with jitter. 0 never sleeps, which is for tests.
    """

    max_retries: int = 2
    backoff: float = 0.5

    def wait(
        self,
        attempt: int,
        outcome: httpx.Response | httpx.RequestError,
        *,
        repeatable: bool,
        keyed: bool,
    ) -> float | None:
        """
        Give the seconds until the next attempt, or None to stop here.

        Args:
            attempt: How many repeats there were.
            outcome: What the last attempt came to.
            repeatable: Nothing is done twice: the request only reads, or has a key that
                the server is known to recognise.
            keyed: The request carries an idempotency key.
        """
        if attempt >= self.max_retries:
            return None
        if isinstance(outcome, httpx.RequestError):
            again = isinstance(outcome, _NOT_SENT) or (
                repeatable and isinstance(outcome, httpx.TransportError)
            )
            return self._pause(attempt) if again else None
        status = outcome.status_code
        if status not in _DID_NOTHING and not (status in _MAY_HAVE_RUN and (repeatable or keyed)):
            return None
        asked = retry_after(outcome)
        if asked is None:
            return self._pause(attempt)
        if asked > MAX_RETRY_AFTER:
            return None
        return asked if self.backoff else 0.0

    def _pause(self, attempt: int) -> float:
        full = min(self.backoff * 2.0**attempt, 8.0)
        return full * random.uniform(0.5, 1.0)


def retry_after(response: httpx.Response) -> float | None:
    """Read `Retry-After`, seconds or a date, as seconds from now; None without a usable one."""
    value = response.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    return max(0.0, moment.timestamp() - time.time())
