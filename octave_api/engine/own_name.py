"""
The first name that a page gives its persona: "Meet Ingrid, Dispatcher", "Gina, the lawyer".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from octave_api.engine.draft import Statement
from octave_api.engine.lexicon import look_up
from octave_api.engine.roles import find_titles, parse_title
from octave_api.engine.verbs import base_of_third

_NAMED = re.compile(
    r"(?:(?:[Mm]eet|[Ii]ntroducing|[Pp]ersona:?)\s+)?(?P<name>[A-Z][a-zà-ÿ]{2,})"
    r"(?:,|\s+\(|\s+[–—-]\s|\s+the\b)"
)
_FIRST = 3
_FEELS = frozenset(
    "be have feel want need like love hate dislike fear worry hope wish believe think know live "
    "come seem struggle prefer enjoy drink eat read care expect lack lose spend start join".split()
)


def own_name(headings: Sequence[Statement]) -> str:
    """Give the name of one person whom the first headings introduce, or ""."""
    for heading in headings[:_FIRST]:
        match = _NAMED.match(heading.text)
        if match is None or look_up(match["name"].lower()).known:
            continue
        if parse_title(heading.text[match.end() :].strip(" )")) or find_titles(heading.text):
            return match["name"]
    return ""


def of_them(statement: Statement, name: str) -> Statement:
    """Say "They run the desk" for "Ingrid runs the desk": a persona stands for many."""
    text = statement.text
    if not name or not text.startswith(f"{name} "):
        return statement
    first, _, rest = text[len(name) + 1 :].partition(" ")
    base = base_of_third(first)
    return (
        replace(statement, text=f"They {base} {rest}")
        if base not in (None, "be") and rest
        else statement
    )


def does(text: str) -> bool:
    """Tell whether a line worded by `of_them` says what somebody does, not feels or is."""
    words = text.split(" ", 2)
    return len(words) == 3 and words[0] == "They" and words[1] not in _FEELS
