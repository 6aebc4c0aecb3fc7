"""
Lines of a source that are in another language than the rest of it: each is read by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from octave_api.engine.draft import Sorted, Statement
from octave_api.engine.headings import SKIP, UNSORTED
from octave_api.engine.language import is_english, is_foreign

FOREIGN_LINE = "not in English"
"""The rule by which a line was left to the facts."""
_LEAST_ENGLISH = 3
_TITLES = "commonJobTitles"


def by_heading_alone(what: Sorted) -> Sorted:
    """Keep what a heading says; the model knows English words only."""
    known = what.heading or what.field in (SKIP, _TITLES)
    return what if known else Sorted(UNSORTED, 0.0, FOREIGN_LINE)


def is_in_part(lines: Sequence[str]) -> bool:
    """Tell whether enough lines of a foreign source are English to be read as such."""
    english = sum(map(is_english, lines))
    return english >= max(_LEAST_ENGLISH, len(lines) / 5)


def in_english(statement: Statement, what: Sorted, *, in_part: bool) -> Sorted:
    """Leave a foreign line of an English source to the facts: its words cannot be asked."""
    if what.field == SKIP or (what.field in (UNSORTED, _TITLES) and not in_part):
        return what
    if what.field == _TITLES or (in_part and is_english(statement.text)):
        return what
    if not in_part and not is_foreign(statement.text):
        return what
    return Sorted(UNSORTED, 0.6, FOREIGN_LINE)
