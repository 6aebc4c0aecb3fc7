"""
Stretches of land that no list of places can hold: a corridor, a part of a country, so many miles
around a town; and what is taken out of a wider place ("EMEA ex Russia").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_STRETCH = re.compile(
    r"\b(?:[A-Z]{1,2}-?\d{1,3}|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:corridor|belt|valley|estuary)\b"
)
_TRI_STATE = re.compile(r"(?:New York |NY )?\btri-?state area")
_AROUND = re.compile(
    r"(?i:\bwithin (?:about |an? |\d+[ -]?)(?:\d+ ?)?(?:miles?|mi|km|kilomet(?:er|re)s?|hours?"
    r"|minutes?)"
    r"(?:['’]s?)?(?: drive| by [a-z]+)? (?:of|from|around)) (?:the )?"
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
)
_PART = re.compile(
    r"(?P<part>(?i:north|south|east|west|central|(?:north|south|east|west)ern|rural|metro"
    r"|(?:north|south)[ -]?(?:east|west)(?:ern)?|upper|lower|greater|mid))[ -]"
    r"(?:of |half of )?$"
)
_TAKEN_OUT = re.compile(
    r"(?i:\b(?:ex|excl\.?|minus|bar|but|barring|save)[ -](?:for )?(?:the )?)"
    r"(?:[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*)?(?:, | and | or |/|, and ))*$"
)
_ENDS = re.compile(r"\s*(?:$|[.;,)/\n]|and\b|or\b)")
_STRETCHES = ("corridor", "belt", "valley", "estuary")
_OUT = ("ex", "minus", "bar", "but", "save")
_BEFORE = 80


def find_stretches(text: str) -> Iterator[tuple[str, int, int]]:
    """Give (name, start, end) of each stretch of land that is named by what it lies along."""
    if any(word in text for word in _STRETCHES):
        for match in _STRETCH.finditer(text):
            yield match.group(), match.start(), match.end()
    if "tri" in text and (three := _TRI_STATE.search(text)):
        yield "Tri-state area", three.start(), three.end()
    if "ithin " in text:
        for match in _AROUND.finditer(text):
            yield match.group()[:1].upper() + match.group()[1:], match.start(), match.end()


def with_part(text: str, name: str, start: int) -> tuple[str, int]:
    """Give a place with the part of it that is meant, and its start: "northern Italy"."""
    match = _PART.search(text, max(0, start - 24), start)
    if match is None or (match.start() and text[match.start() - 1].isalnum()):
        return name, start
    part = match["part"].replace("-", " ")
    shown = part[0].upper() + part[1:]
    between = " of " if match.group().rstrip().endswith("of") else " "
    return f"{shown}{between}{name}", match.start()


def taken_out(text: str, start: int, end: int) -> bool:
    """Tell whether the words before a place take it out of a wider one: "Europe ex UK"."""
    before = text[max(0, start - _BEFORE) : start]
    if not any(word in before.lower() for word in _OUT):
        return False
    return _TAKEN_OUT.search(before) is not None and _ENDS.match(text, end) is not None
