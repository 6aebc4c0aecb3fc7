"""
Stories of one customer: what was wrong there, what was done and what came of it.

The trade and the place tell what kind of firms buy; its size and its past are its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from octave_api.engine.draft import Statement
from octave_api.engine.lexicon import look_up

_TOLD = re.compile(
    r"^How (?:[A-Z][\w&'’.-]+ ){1,4}\w|(?i:\b(?:case stud(?:y|ies)|customer story|success story)\b)"
)
_ACTS = (
    re.compile(r"(?i)^(?:the )?(?:challenges?|problems?|situation|before)$"),
    re.compile(r"(?i)^(?:the |our )?(?:solutions?|approach|what (?:we|they) did)$"),
    re.compile(r"(?i)^(?:the )?(?:results?|outcomes?|impact|after|benefits)$"),
)
_ACT_WORDS = frozenset(
    "challenge challenges problem problems situation before solution solutions approach what "
    "result results outcome outcomes impact after benefits".split()
)
_LEAST, _LONGEST = 2, 24


def told_cases(headings: Iterable[Statement]) -> frozenset[int]:
    """Give the sources that tell of one customer from its trouble to its results."""
    acts: dict[int, set[int]] = {}
    headings = list(headings)
    for heading in headings:
        short = len(heading.text) <= _LONGEST
        if not short or _ACT_WORDS.isdisjoint(heading.text.lower().split()):
            continue
        for place, act in enumerate(_ACTS):
            if act.match(heading.text):
                acts.setdefault(heading.source, set()).add(place)
    acted = {source for source, found in acts.items() if len(found) >= _LEAST}
    return frozenset(
        one.source for one in headings if one.source in acted and _TOLD.search(one.text)
    )


_PERSON = re.compile(r"\b(?P<first>[A-Z][a-z]+) (?P<last>[A-Z][a-z]+)\b")
_WORD = re.compile(r"[^\W\d_][\w&’'-]*")


def tells_of(text: str, customers: AbstractSet[str]) -> bool:
    """Tell whether a line of a story names its customer, or somebody who works there."""
    if not customers.isdisjoint(_WORD.findall(text)):
        return True
    return any(
        not (look_up(one["first"].lower()).known or look_up(one["last"].lower()).known)
        for one in _PERSON.finditer(text)
    )
