"""
Sides: which headings let in what stands under them, which turn it away, and how much they weigh.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from octave_api.contract import Weight

Side = Literal["for", "against"]

AGAINST = re.compile(
    r"(?i)\bdis-?qualif\w*|\bqualif(?:y|ied|ying)[- ](?:them )?out\b"
    r"|\bnot (?:really |probably |usually )?an? (?:\w+ )?(?:fit|match)\b"
    r"|\b(?:bad|poor|wrong|weak|no)[- ](?:fit|match)\b|\bknock[- ]?outs?\b|\bshow[- ]?stoppers?\b"
    r"|\bdeal[- ]?(?:breakers?|killers?)\b|\bno[- ]?gos?\b|\bred flags?\b|\bbad signs?\b"
    r"|\b(?:stop|walk away|pass|skip|drop|reject|say no)\b.{0,12}\b(?:if|when)\b"
    r"|\bnever (?:for|if|when|sell|serve|target|take|work)\b|\bhard no\b"
    r"|(?:^|/ ?)(?:never|no|nope)\W*(?:$|/)|\bnot (?:interesting|relevant|wanted|welcome)\b"
    r"|^who (?:does|do)(?: not|n['’]t)\b"
    r"|\bwe (?:avoid|refuse|reject|turn down)\b|\bexclu(?:de[ds]?|ding|sions?)\b|\bout of scope\b"
    r"|\bwho (?:it|this) is not for\b"
    r"|\b(?:negative|warning) (?:signs?|signals?|criteria|indicators?)\b"
)
FOR = re.compile(
    r"(?i)\b(?:good|great|best|strong|right|perfect|ideal)[- ](?:fit|match)\b"
    r"|\b(?:fit|match) (?:if|when)\b|\bqualif(?:y|ied|ying)[- ](?:them )?in\b"
    r"|\bgreen flags?\b|\bgood signs?\b|\bbonus points?\b|\bpositive (?:signs?|signals?|criteria)\b"
    r"|\b(?:continue|proceed|pursue|go ahead|go on|book a call|qualify)\b.{0,12}\b(?:if|when)\b"
    r"|\b(?:we |they |it )?(?:wins?|works best|fits best) (?:when|if|where)\b"
)
_IF = re.compile(
    r"(?i)^(?:you|they|it|this|prospects?|companies|accounts?|customers?)\b.{3,40}\bif\W*$"
    r"|\b(?:right|wrong|made|good|bad|not) for you (?:if|when)(?: you)?\W*$"
)
ELIDED = re.compile(r"(?i)\b(?:if|when) (?:you|they)\W*$")
"""A heading whose lines go on after its subject: "You are a fit if you …"."""
_COLUMN = re.compile(
    r"(?i)^(?:(?P<ideal>ideal|perfect|preferred|green)|(?P<fair>acceptable|ok|okay|tolerable"
    r"|borderline|yellow|amber)|(?P<out>reject(?:ed)?|no|out|excluded?|avoid|unacceptable|red))$"
)
"""A column that says how welcome what stands in it is."""
_NEGATED = re.compile(r"(?i)\b(?:not|never|no|avoid|wrong|bad)\b|n['’]t\b")
OF_WHOM = re.compile(r"(?i)\b(?:fit|match|not for|who)\b")
HAVES = re.compile(r"(?i)^\W*(?:must|nice|good)[- ](?:to[- ])?haves?\b\W*(?:criteria)?\W*$")
_MUST = re.compile(r"(?i)\bmust|\brequired|\bmandatory|\bessential")
_NICE = re.compile(r"(?i)\bnice|\bgood[- ]to|\bbonus|\boptional")
_OUTRIGHT = re.compile(
    r"(?i)\bdis-?qualif|\bexclu|\bqualif\w+[- ]out"
    r"|\bknock|\bdeal[- ]?(?:breaker|killer)|\bno[- ]?go"
    r"|\bshow[- ]?stopper|\b(?:stop|walk away|reject)\b"
)
OF_BUYER = re.compile(r"(?i)\bdeal[- ]?breakers?\b")
"""What breaks the deal for the buyer, unless must-haves stand beside it."""

_LONG_HEADING = 120


def side_of(headings: Sequence[str]) -> tuple[Side, str] | None:
    """Give the side that the nearest heading with one takes, and that heading."""
    for heading in reversed(headings[-3:]):
        side = _side(heading)
        if side is not None:
            return side, heading
    return None


def by_column(headings: Sequence[str]) -> tuple[Side, str] | None:
    """Give the side that the column of a table takes."""
    for heading in headings[-2:]:
        found = _COLUMN.match(heading.strip())
        if found is not None:
            return "against" if found["out"] else "for", heading
    return None


@lru_cache(maxsize=1024)
def _side(heading: str) -> Side | None:
    if len(heading) > _LONG_HEADING:
        return None
    if _IF.search(heading):
        return "against" if _NEGATED.search(heading) or AGAINST.search(heading) else "for"
    if AGAINST.search(heading):
        return "against"
    if FOR.search(heading):
        return "against" if _NEGATED.search(heading) else "for"
    return "for" if HAVES.match(heading) else None


def weight_of(side: tuple[Side, str]) -> Weight | None:
    """Give the weight that a heading says ("must-have", "knock-out"), if it says one."""
    if side[0] == "against":
        return "INSTANT_DISQUALIFIER" if _OUTRIGHT.search(side[1]) else None
    column = _COLUMN.match(side[1].strip())
    if column:
        return "HIGH" if column["ideal"] else "LOW"
    return "LOW" if _NICE.search(side[1]) else "HIGH" if _MUST.search(side[1]) else None
