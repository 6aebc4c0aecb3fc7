"""
A criterion: one line by which a source lets somebody in or turns somebody away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from octave_api.contract import Weight
from octave_api.engine.draft import Statement
from octave_api.engine.items import Item
from octave_api.engine.material import Material
from octave_api.engine.said import to_they
from octave_api.engine.sides import Side
from octave_api.engine.wording import squeeze

LONGEST = 30
"""Words of a criterion."""
YOU = re.compile(r"(?i)^(?:you|your)\b")
_TICK = re.compile(r"^(?:\[[ xX]?\]|[☐☑☒✅❌✓✔✗✘→]️?)\s*|^if\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Criterion:
    """
    One criterion; `item.heading` is what announces it.

    `who` are those whom a sentence turns away; else the item's text says what is so of a
    prospect, of what its `label` names. `of_whom`: its heading speaks of those who fit or not.
    `points`: as the source scores it.
    """

    item: Item
    side: Side
    weight: Weight | None = None
    of_whom: bool = False
    who: str = ""
    label: str = ""
    points: float | None = None


def item_of(statement: Statement, text: str, material: Material, heading: str) -> Item:
    """Word a criterion: without its tick, and of the prospect that it speaks to."""
    plain = _TICK.sub("", squeeze(text).rstrip(".")).strip()
    if YOU.match(plain):
        plain = to_they(plain)
    return Item(plain, "SOURCE", material.span(statement), None, 0.95, heading)
