"""
Rivals: what a page that compares products says of the others, and of whom those suit better.

"Choose Xero if you need payroll" on the page of another speaks of no buyer of the seller's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.draft import Statement

_NAME = r"[A-Z][\w&.-]*\w(?: [A-Z][\w-]+)?"
_VERSUS = re.compile(
    rf"(?P<name>{_NAME})(?=,? (?:[Vv]s\.?|[Vv]ersus|or|compared (?:to|with)) [A-Z])"
)
_LAST = re.compile(rf"(?:[Vv]s\.?|[Vv]ersus|compared (?:to|with)) (?P<name>{_NAME})")
_CHOICE = re.compile(
    r"(?:(?:[Ww]hen|[Ww]here|[Ww]hy|[Ww]ho should) )?(?:to |you (?:should|might) )?"
    rf"(?:(?:[Cc]hoose|[Uu]se|[Pp]ick|[Gg]o (?:with|for)|[Ss]ta?y with|[Ss]tick with) )?"
    rf"(?P<name>{_NAME}) (?:if|when|for|is (?:the |a )?(?:better|right|best|good|great))\b"
)
_FIRST = 2
"""The headings that entitle a page."""


def rivals_on(headings: Sequence[Statement]) -> frozenset[str]:
    """Give the products that a page compares with its own, the first that its title names."""
    for heading in headings[:_FIRST]:
        last = [one["name"] for one in _LAST.finditer(heading.text)]
        if last:
            names = [one["name"] for one in _VERSUS.finditer(heading.text)] + last
            return frozenset(names) - {names[0]}
    return frozenset()


def of_rivals(statement: Statement, rivals: frozenset[str]) -> bool:
    """Tell whether a line speaks of another product, or stands where one is said to suit."""
    if statement.text.startswith(tuple(rivals)):
        return True
    chosen = (_CHOICE.match(one) for one in statement.headings[-1:])
    return any(one is not None and one["name"] in rivals for one in chosen)
