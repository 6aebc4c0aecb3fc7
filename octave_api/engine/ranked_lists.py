"""
Ranked lists: where a source puts its points in order of importance, the order is the weight.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from octave_api.contract import Weight
from octave_api.engine.draft import Statement
from octave_api.engine.material import Material
from octave_api.engine.questions import Asked

_SAID = ("importan", "priority", "ranked", "heaviest first")
_RANKED = re.compile(
    r"(?i)\b(?:(?:in|by) (?:the )?(?:order of )?(?:importance|priority(?: order)?)"
    r"|in priority order|most important (?:one )?(?:is )?first|ranked(?: by \w+)?|heaviest first"
    r"|in descending (?:order|importance)|sorted by (?:importance|weight))\b"
)
_LEAST = 3


def in_order(chosen: Sequence[Asked], material: Material) -> list[Asked]:
    """Weigh what is asked of a ranked list by its place: a third each HIGH, MEDIUM and LOW."""
    stretches = [
        (source, *place)
        for source, document in enumerate(material.documents)
        if any(map(document.text.lower().__contains__, _SAID))
        for place in _stretches(source, material)
    ]
    if not stretches:
        return list(chosen)
    held = [one for one in chosen if one.fit == "GOOD" and _lies(one, stretches)]
    held.sort(key=lambda one: one.item.span.start if one.item.span else 0)
    if len(held) < _LEAST:
        return list(chosen)
    third = (len(held) + 2) // 3
    weights: list[Weight] = ["HIGH", "MEDIUM", "LOW"]
    graded = {id(one): weights[place // third] for place, one in enumerate(held)}
    return [replace(one, weight=graded.get(id(one), one.weight)) for one in chosen]


def _stretches(source: int, material: Material) -> list[tuple[int, int]]:
    """Give where the lists stand that a heading or a sentence says are ranked."""
    reading = material.reading
    said = [one for one in (*reading.headings, *reading.statements) if one.source == source]
    lines = sorted((one for one in reading.statements if one.source == source), key=_start)
    found = []
    for mark in said:
        if len(mark.text) > _LONGEST or not _RANKED.search(mark.text):
            continue
        below = [one for one in lines if one.start > mark.start]
        listed = next((one for one in below if one.shape in ("bullet", "value", "cell")), None)
        if listed is None:
            continue
        same = [one for one in below if one.headings[:1] == listed.headings[:1]]
        until = next((one for one in same if one.start > listed.start and _ends(one, listed)), None)
        end = until.start if until is not None else same[-1].end
        found.append((listed.start, end))
    return found


_LONGEST = 120


def _start(one: Statement) -> int:
    return one.start


def _ends(one: Statement, listed: Statement) -> bool:
    """Tell whether a line is no more of the list."""
    return one.shape != listed.shape or one.headings != listed.headings


def _lies(one: Asked, stretches: Sequence[tuple[int, int, int]]) -> bool:
    span = one.item.span
    return span is not None and any(
        span.source == source and start <= span.start < end for source, start, end in stretches
    )
