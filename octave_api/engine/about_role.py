"""
Lines that say who somebody is rather than what they do: "She is head of claims at a bank".
"""

from __future__ import annotations

import re

from octave_api.engine.roles import find_titles

OWN_TITLE = re.compile(r"(?i)(?:i['’]m|i am|she['’]s|he['’]s|she is|he is) (?:the |an? )?")
_AFTER_TITLE = re.compile(r"\W*(?:$|(?:at|in|of|for|with|from)\b|[;,(])")
_SHORT_ANSWER = 60


def introduces(text: str) -> bool:
    """Tell whether a line only says who somebody is ("Head of IT at a bank"), not what they do."""
    first = next(iter(find_titles(text)), None)
    own = OWN_TITLE.match(text)
    opens = 4 if own is None else own.end() + 1
    return (
        first is not None and first.start <= opens and bool(_AFTER_TITLE.match(text[first.end :]))
    )


def names_job(text: str) -> bool:
    """Tell whether an answer about a role only names it: "Head of People at a games studio"."""
    first = next(iter(find_titles(text[:_SHORT_ANSWER])), None)
    whole = len(text) <= _SHORT_ANSWER and first is not None and first.start == 0
    return whole and first is not None and bool(_AFTER_TITLE.match(text[first.end :]))


_TO_READER = re.compile(
    r"(?i)\b(?:(?:if|when) you(?:['’]re| are) (?:an? |the )(?P<whom>[^,.;:!?]{3,50})"
    r"|as (?:an? |the )(?P<who>[^,.;:!?]{3,50}), you(?:r|['’]\w+)?\b)"
)
_OPENING = 600


def speaks_to_role(text: str) -> bool:
    """Tell whether a page tells its reader what the reader does: "If you're a site manager, …"."""
    for told in _TO_READER.finditer(text, 0, _OPENING):
        who = told["who"] or told["whom"]
        if (first := next(iter(find_titles(who)), None)) is not None and first.start == 0:
            return True
    return False


_OF_ROLE = re.compile(
    r"\s+(?:is|are|plays?|helps?|ensures?|has|works?|must|should|can|serves?|acts?)\b"
)
_LONGEST_LEAD = 160


def tells_of_role(text: str) -> bool:
    """Tell whether a sentence is on a role as such: "In short, the site manager is essential"."""
    for title in find_titles(text[:_LONGEST_LEAD]):
        before = text[: title.start].lower().rstrip()
        if before.endswith(("the", "a", "an")) and _OF_ROLE.match(text, title.end):
            return True
    return False
