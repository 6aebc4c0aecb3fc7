"""
Notes that go from customer to customer: what each of them has is no fact of the segment.

"Brightwater: 340 staff, bought after an audit" beside "Pinecrest: 12 people, too small" tells of
two firms; what they have in common is said elsewhere, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.draft import Statement
from octave_api.engine.firmographics import find_firmographics
from octave_api.engine.headings import names_field
from octave_api.engine.lexicon import look_up
from octave_api.engine.verbs import base_of_past, base_of_third

_NAMED = re.compile(
    r"(?P<name>[A-Z][\w&'’.-]+(?: (?:(?:of|and|the|&) )?[A-Z&][\w&'’.-]*){0,4})"
    r"(?: \([^()]{1,60}\))?(?:\s?[:–—]|\s-)\s+(?P<rest>\S.*)$"
)
_BRACKETED = re.compile(
    r"(?P<name>[A-Z][\w&'’.-]+(?: [A-Z&][\w&'’.-]*){1,4}) \((?P<what>[^()]{0,60}\d[^()]{0,40})\)"
    r" (?:has |have |was |were |is |just |then |never )?(?P<done>[a-z]+)"
)
_OF_A_CUSTOMER = re.compile(
    r"(?i)\b(?:bought|lost|won|signed|churned|left|renewed|said|pass|fit|closed|went|chose|asked|wants?"
    r"|has|had|is|was|were|runs?|staff|people|employees|sites|stores|trial|demo|call|pilot|pays?|paid)\b"
)
_MARKS = (": ", "– ", "— ", " - ")
_LEAST = 2


def customers_told(statements: Sequence[Statement]) -> frozenset[str]:
    """Give the names of customers that a source tells of one after the other, if it does."""
    found = {name: one for one in statements if (name := _named(one))}
    titled = any(one.headings and name in one.headings[0] for name, one in found.items())
    return frozenset(found) if len(found) >= _LEAST or titled else frozenset()


def is_of(statement: Statement, names: frozenset[str]) -> bool:
    """Tell whether a statement says something of one of these customers."""
    if not names:
        return False
    return statement.text.startswith(tuple(names)) or not names.isdisjoint(statement.headings)


def _is_done(word: str) -> bool:
    return base_of_past(word) is not None or base_of_third(word) is not None


def _named(statement: Statement) -> str:
    """Give the name of a customer that a line opens with, or that announces it."""
    named = statement.shape != "cell" and any(map(statement.text.__contains__, _MARKS))
    found = _NAMED.match(statement.text) if named else None
    if found is not None:
        name, rest = found["name"], found["rest"]
    elif (
        "(" in statement.text
        and (told := _BRACKETED.match(statement.text))
        and _is_done(told["done"])
    ):
        return told["name"]
    elif statement.shape == "value" and statement.headings:
        name, rest = statement.headings[-1], statement.text
    else:
        return ""
    if not _OF_A_CUSTOMER.search(rest) or names_field(name) or len(name.split()) > 5:
        return ""
    words = [word.strip(".,&'’") for word in name.split()]
    proper = all(word[:1].isupper() for word in words if len(word) > 3)
    unknown = any(word and not look_up(word.lower()).known for word in words)
    known = [one for one in find_firmographics(name) if one.end - one.start == len(name)]
    return name if proper and unknown and not known else ""
