"""
Ranges of numbers, and whether one lies within another.
"""

from __future__ import annotations

import re
from typing import Literal

Outcome = Literal["Yes", "No", ""]
Range = tuple[float | None, bool, float | None, bool]
"""Low, open below, high, open above; None is no bound."""


def fewer_than(given: Range) -> Range:
    """Give what "not 50" and "never more than 50" leave: below it, the bound itself if open."""
    low, low_open, _, _ = given
    return None, False, low, not low_open


_GROWN = re.compile(
    r"(?i)\b(?:grew|grown|growing|rose|risen|went|gone|shrunk|shrank|fell|fallen|up|down|doubled"
    r"|cut)\b[^.;]{0,20}"
    r"(?:\bfrom)?\s*$"
)
"""Before "90 to 260": only the second number still holds."""


def has_grown(text: str, start: int) -> bool:
    """Say whether a range that starts here is a way from one number to another."""
    return bool(_GROWN.search(text[:start]))


def within(asked: Range, said: Range) -> Outcome:
    """Say whether one range lies within another, wholly outside it, or neither."""
    low, low_open, high, high_open = asked
    a, a_open, b, b_open = said
    if (
        a is not None and high is not None and (a > high or (a == high and (a_open or high_open)))
    ) or (b is not None and low is not None and (b < low or (b == low and (b_open or low_open)))):
        return "No"
    fits_low = low is None or (
        a is not None and (a > low or (a == low and (a_open or not low_open)))
    )
    fits_high = high is None or (
        b is not None and (b < high or (b == high and (b_open or not high_open)))
    )
    return "Yes" if fits_low and fits_high else ""
