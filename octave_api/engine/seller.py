"""
The seller on its own page: a name that the page says offers, helps and delivers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from octave_api.engine.draft import Statement

SELLS = frozenset(
    "offers provides helps enables lets delivers supports makes gives combines powers allows "
    "brings gets ensures simplifies automates integrates works can has is builds runs keeps".split()
)
"""What a page says that its product does."""
_NAMED = re.compile(r"\b(?P<name>[A-Z][a-zA-Z]{2,})(?:['’]s)?\s+(?P<does>[a-z]+)")
NO_NAME = frozenset(
    "The This That These Those They There Our Your Their His Her She When What Where Which Who How "
    "Why And But For With From Each Every Some Most Many All Any One Two Not You While Customers "
    "Companies Teams Buyers People Sales Marketing Users".split()
)


def find_seller(statements: Sequence[Statement]) -> re.Pattern[str] | None:
    """
    Find the seller's or product's name on a page that speaks mostly of it.

    It is the capitalised word that comes back most and of which the page says that it
    offers or helps; a page about buyers has none. The pattern's group `does` is the word
    after the name.
    """
    uses: Counter[str] = Counter()
    sells: Counter[str] = Counter()
    for statement in statements:
        for match in _NAMED.finditer(statement.text):
            uses[match["name"]] += 1
            sells[match["name"]] += match["does"] in SELLS
    enough = max(4.0, 0.05 * len(statements))
    names = sorted(
        name
        for name, count in uses.items()
        if count >= enough and sells[name] >= 2 and name not in NO_NAME
    )
    if not names:
        return None
    return re.compile(r"\b(?:" + "|".join(names) + r")\b(?:['’]s)?(?:\s+(?P<does>[a-z]+))?")
