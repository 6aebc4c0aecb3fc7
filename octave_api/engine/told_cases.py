"""
Stories of one customer: what was wrong there, what was done and what came of it.

The trade and the place tell what kind of firms buy; its size and its past are its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from octave_api.engine.draft import Statement

_TOLD = re.compile(
    r"^How (?:[A-Z][\w&'’.-]+ ){1,4}\w|(?i:\b(?:case stud(?:y|ies)|customer story|success story)\b)"
)
_ACTS = (
    re.compile(r"(?i)^(?:the )?(?:challenges?|problems?|situation|before)$"),
    re.compile(r"(?i)^(?:the |our )?(?:solutions?|approach|what (?:we|they) did)$"),
    re.compile(r"(?i)^(?:the )?(?:results?|outcomes?|impact|after|benefits)$"),
)
_LEAST = 2


def told_cases(headings: Iterable[Statement]) -> frozenset[int]:
    """Give the sources that tell of one customer from its trouble to its results."""
    acts: dict[int, set[int]] = {}
    titled = set()
    for heading in headings:
        if _TOLD.search(heading.text):
            titled.add(heading.source)
        for place, act in enumerate(_ACTS):
            if act.match(heading.text):
                acts.setdefault(heading.source, set()).add(place)
    return frozenset(source for source in titled if len(acts.get(source, ())) >= _LEAST)
