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
from octave_api.engine.verbs import base_of_third, verb

_NAMED = re.compile(
    r"(?:(?:[Mm]eet|[Ii]ntroducing|[Pp]ersona:?)\s+)?(?P<name>[A-Z][a-zà-ÿ]{2,})"
    r"(?:,|\s+\(|\s+[–—-]\s|\s+the\b)"
)
_FIRST = 3
_NAME_KEYS = frozenset(("name", "persona name", "first name", "nickname", "alias"))
_OPENING = 60
"""Characters in which a title that opens a line ends."""
_ARTICLE = 4
"""Characters that an article before a title takes up."""
AS_A = re.compile(
    r"(?i)as an? [\w &/-]{3,50}?,? you(?:['’]re)? (?!can\b|will\b|could\b|get\b|know\b|see\b|"
    r"need\b|want\b|deserve\b|may\b|might\b|should\b|must\b|have\b|and\b|are\b)(?=[a-z]+ \S)"
)
"""A page that tells its reader what they do: "As a catering manager you plan menus …"."""
_YOU = re.compile(r"[Yy]ou\s+(?!(?:will|are|can|may|must|should|need|have)\b)(?=[a-z])")
_FEELS = frozenset(
    "be work sit belong have feel want need like love hate dislike fear worry hope wish believe "
    "think know live come seem struggle prefer enjoy drink eat read care expect lack lose spend "
    "start join".split()
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


def is_name(statement: Statement) -> bool:
    """Tell whether a statement is the value of a field for the persona's name."""
    named = bool(statement.headings) and statement.headings[-1].lower() in _NAME_KEYS
    return named and parse_title(statement.text) is None


def own_title(headings: Sequence[Statement]) -> str:
    """Give the title that the first headings name, in lower case, or ""."""
    for heading in headings[:_FIRST]:
        title = next(iter(find_titles(heading.text)), None)
        if title is not None:
            return title.text.lower()
    return ""


def of_them(statement: Statement, name: str, title: str) -> Statement:
    """Say "They run the desk" for "Ingrid (or the dispatcher) runs the desk": one is many."""
    text = statement.text
    subject = f"{name} " if name else ""
    if not subject or not text.startswith(subject):
        subject = f"the {title} "
        if not title or not text.lower().startswith(subject):
            return statement
    first, _, rest = text[len(subject) :].partition(" ")
    base = base_of_third(first)
    return (
        replace(statement, text=f"They {base} {rest}")
        if base not in (None, "be") and rest
        else statement
    )


def without_subject(text: str) -> str:
    """Leave out who does it: "Dispatchers assign drivers", "You assign drivers"."""
    subject = AS_A.match(text) or _YOU.match(text)
    end = subject.end() if subject else 0
    if not subject:
        opening = text[:_OPENING]
        title = next(iter(find_titles(opening)), None) if text[:1].isupper() else None
        if title is None or title.start > _ARTICLE:
            return text
        end = title.end
    rest = text[end:].lstrip()
    first, _, more = rest.partition(" ")
    acts = verb(first) or base_of_third(first) not in (None, "be", "have")
    return rest if acts and more and first[:1].islower() else text


def does(text: str) -> bool:
    """Tell whether a line worded by `of_them` says what somebody does, not feels or is."""
    words = text.split(" ", 2)
    return len(words) == 3 and words[0] == "They" and words[1] not in _FEELS
