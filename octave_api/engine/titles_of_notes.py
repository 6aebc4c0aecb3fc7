"""
The title that notes give to a person, held against the one that a question asks for.
"""

from __future__ import annotations

import re
from functools import lru_cache

from octave_api.engine.asking import Asking
from octave_api.engine.by_words import Reading
from octave_api.engine.leaning import lean
from octave_api.engine.roles import SENIORITIES, Title, find_titles

AIDE = re.compile(r"(?i)\b(?:assistant|secretary|aide|p\.?a\.?|e\.?a\.?) to\b")
"""Somebody whose title names another's."""
_OTHER_PERSON = re.compile(
    r"(?i)\b(?:reports?(?:ing)? (?:in)?to|works? (?:with|for|under)|(?:his|her|their|my|our"
    r"|the) (?:boss|manager|colleague|team of)"
    r"|met(?: with)?|introduced|talk(?:ed)? to|together with|along with|cc|assistant to"
    r"|former(?:ly)?|previous(?:ly)?|ex-"
    r"|was|used to be|before that|hir(?:e|es|ing|ed)|looking for|replac\w+|successor|supports?"
    r"|advises?|manages?|leads?|joined|asks?|asked|wife|husband|partner|waiting for"
    r"|with the|by the|from the|needs?)\s+(?:\w+\s+){0,3}$"
)
_ABOVE = re.compile(r"(?i)\bor (?:above|higher|more senior|up)\b")
_UNRANKED = re.compile(r"(?i)\bchief of staff\b")


@lru_cache(maxsize=4096)
def titles_of(text: str) -> tuple[Title, ...]:
    """Give the titles of a sentence of notes that are not another person's."""
    titles = [t for t in find_titles(text) if not _OTHER_PERSON.search(text[: t.start])]
    return tuple(t for t in titles if t.function or t.seniority)


def by_title(asking: Asking, text: str) -> Reading | None:
    """Answer a question about the title from the title that the notes give to the person."""
    wanted = asking.title
    assert wanted is not None
    above = bool(_ABOVE.search(asking.text))
    if above and AIDE.search(text):
        return Reading("No", 0.8, "an assistant to somebody")
    titles = titles_of(text)
    if not titles or lean(text, [(titles[0].start, titles[0].end)]) == "planned":
        return None
    given = titles[0]
    if lean(text, [(given.start, given.end)]) == "no":
        return Reading("No", 0.8, "the notes deny the title") if _same(wanted, given) else None
    if _same(wanted, given):
        return Reading("Yes", 0.95, "the notes give the title")
    if _UNRANKED.search(given.text):
        return None
    if wanted.function and given.function and wanted.function != given.function:
        return Reading("No", 0.75, "the notes give another title")
    if not wanted.seniority or not given.seniority or (wanted.function and not given.function):
        return None
    if not wanted.function and not above:
        return None
    high = SENIORITIES.index(given.seniority) <= SENIORITIES.index(wanted.seniority)
    if high:
        return Reading("Yes", 0.85, "a title at this level or above") if above else None
    return Reading("No", 0.75, "a title below this level")


def _same(wanted: Title, given: Title) -> bool:
    return wanted.text.casefold() == given.text.casefold() or (
        bool(wanted.function)
        and (wanted.function, wanted.seniority) == (given.function, given.seniority)
    )
