"""
What a key is worth: the answer of the key check, as models.

The shape is that of the vendor's public reference page. Both models are open:
a field that we do not know survives a round trip.
"""

from __future__ import annotations

from octave_api.contract import Envelope, Open


class Credits(Open):
    """
    What a key may still use; each number is in credits, None where the answer is silent.

    The totals are the quota of the `period` ("month", "life", …) and the credits
    bought besides it, together.
    """

    total_used: float | None = None
    total_remaining: float | None = None
    total_max: float | None = None
    quota_used: float | None = None
    quota_available: float | None = None
    quota_max: float | None = None
    period: str | None = None
    credits_used: float | None = None
    credits_available: float | None = None


class KeyCheck(Envelope):
    """Answer of `GET /api/v2/api-key/validate`."""

    status: str = ""
    valid: bool
    credits: Credits | None = None
