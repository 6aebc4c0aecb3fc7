"""
A criterion: one line by which a source lets somebody in or turns somebody away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from octave_api.contract import Weight
from octave_api.engine.draft import Statement
from octave_api.engine.firmographics import context_of, find_firmographics
from octave_api.engine.items import Item, key_words
from octave_api.engine.material import Material
from octave_api.engine.said import to_they
from octave_api.engine.sides import Side
from octave_api.engine.verbs import base_of_third
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
    told: tuple[int, int] | None = None
    """The source and the end of the line that explains it."""


def item_at(statement: Statement, start: int, end: int, material: Material) -> Item:
    """Word a criterion that is a part of its line, and cite that part."""
    item = item_of(statement, statement.text[start:end], material, "")
    if item.span is None or item.span.quote != statement.text:
        return item
    return replace(item, span=item.span.part(start, end))


_OF_ONE = re.compile(r"(?i)^(?:she|he) (?P<verb>(?!has\b|is\b)[a-z]+s) (?P<rest>\S.*)$")
_SELF = re.compile(r"(?i)\b(?:herself|himself)\b")


def item_of(statement: Statement, text: str, material: Material, heading: str) -> Item:
    """Word a criterion: without its tick, and of the prospect that it speaks to."""
    plain = _TICK.sub("", squeeze(text).rstrip(".")).strip()
    told = _OF_ONE.match(plain)
    if told is not None and (base := base_of_third(told["verb"].lower())):
        does = {"be": "are", "have": "have"}.get(base, base)
        plain = _SELF.sub("themselves", f"They {does} {told['rest']}")
    if YOU.match(plain):
        plain = to_they(plain)
    return Item(plain, "SOURCE", material.span(statement), None, 0.95, heading)


OF_ANY_COMPANY = key_words(
    "have has does do is its company companies business annual estimated revenue employees size "
    "based located active year work not no"
)
"""Words that ask for nothing beside a fact."""


def is_bare_fact(statement: Statement, text: str) -> bool:
    """Tell whether a line is no more than a fact of the company, which is asked for as such."""
    facts = find_firmographics(text, context_of(statement.headings))
    if not facts:
        return False
    if any(one.key == "founded" for one in facts) and text[:1].isdigit():
        return True
    said = key_words(" ".join(text[one.start : one.end] for one in facts))
    return len(key_words(text) - said - OF_ANY_COMPANY) == 0
