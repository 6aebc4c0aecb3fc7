"""
Lines of a plain text that announce what follows, and lists without any marks.

A line may be a heading by its look alone: bold, in capitals, a question, a field's name
above shorter or longer lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from octave_api.engine.flow import Flow
from octave_api.engine.furniture import is_furniture
from octave_api.engine.headings import heading_match, names_field
from octave_api.engine.labels import FIELD, key_of
from octave_api.engine.lines import Line
from octave_api.engine.markup_parts import title_like
from octave_api.engine.outline import Outline

_ASKING = re.compile(r"(?:who|what|why|how|when|where|which)\b", re.IGNORECASE)
_OPENS_LIST = re.compile(
    r"(?:what|why|who|how|when|where|their|his|her|our|my|main|key|top|biggest|typical|common|"
    r"the (?:main|biggest|top))\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|can|cannot|will|would|never|[a-z]+n['\u2019]t)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:personas?|segment|icp|audience|profile)\b", re.IGNORECASE)
_STARTS = re.compile(r"[^\W\d_a-z]|\d|[\"'\u201c\u2018<>~\u20ac$\u00a3(]")
_LONG_ITEM = 160
_GOES_ON = re.compile(
    r"(?:and|or|but|nor|which|that|who|whose|where|when|while|because|so|as|to|of|in|for|with|by"
    r"|on|"
    r"at|from|than|is|are|was|were|has|have|can|will|would)\b"
)
"""How the rest of a wrapped sentence begins, and a note seldom does."""
_LEAST_NOTES, _ROOM = 3, 8
_LONGEST_TITLE, _PARAGRAPH = 14, 100
"""Words of a page's heading; characters of a line that must be a whole paragraph."""
Announces = Literal["", "bold", "label"]


def is_plain_list(lines: Sequence[Line]) -> bool:
    """
    Whether lines without a blank between them are points of a list, one a line.

    Each begins like a point (a capital, a digit, a quotation mark) and none ends as a
    sentence does, so that no line goes on in the next one.
    """
    if len(lines) < 3 and not (len(lines) == 2 and names_field(lines[0].text.rstrip(":?"))):
        return False
    return all(
        _STARTS.match(line.text) and line.text[-1] not in ".,;" and len(line.text) <= _LONG_ITEM
        for line in lines
    )


_NUMBERED = re.compile(
    r"(?:(?i:target|market|customer) )?(?i:segment|icp|audience|target group) ?#? ?(?:\d{1,2}"
    r"|[A-D])"
    r"\s?[:.)–—-]+\s(?:[\w'&/-]+ ?){1,6}$"
)
"""One of several segments: "ICP B - Coach operators"."""
_NUMBERED_QUESTION = re.compile(r"(?:Q\d{1,2}|\d{1,2})[.:)]\s.*\?$")
"""One of the questions of an interview: "Q3. What do you use today?"."""
_DOCUMENT = re.compile(
    r"(?i)\b(?:memo|brief|battle ?card|ICP|segments?|(?:customer|account|company) profile|rules"
    r"|criteria|score ?card|scoring|cheat ?sheet|one[- ]pager|check-?list|play ?book)\b"
)
"""What a text calls itself in its first line."""


def is_broken_by_hand(lines: Sequence[Line]) -> bool:
    """
    Whether lines end where their writer chose, so that each is a note of its own.

    A wrapped line ends because the next word had no room left; in notes there mostly was room.
    """
    if len(lines) < _LEAST_NOTES or not any(line.text[0].islower() for line in lines[1:]):
        return False
    width = max(len(line.text) for line in lines)
    roomy = 0
    for line, after in pairwise(lines):
        if _GOES_ON.match(after.text) or line.text[-1] in ",-\u2013&/(":
            return False
        roomy += len(line.text) + 1 + len(after.text.split(None, 1)[0]) <= width - _ROOM
    return roomy * 2 >= len(lines) - 1 and all(len(line.text) <= _LONG_ITEM for line in lines)


def announces(
    out: Outline,
    flow: Flow,
    group: Sequence[Line],
    after: Sequence[Line] | None,
    follower: Line | None,
    *,
    first: bool,
    listed: bool,
) -> Announces:
    """
    Whether a paragraph's line is a heading of its own making.

    `after` are the lines that go on in the same paragraph, `follower` is the first line of
    the next one; `first` says that the line opens its paragraph, `listed` that the paragraph
    is a list without marks.
    """
    text = flow.text.strip()
    if len(text) > 240 or is_furniture(text):
        return ""
    follower = None if after else follower
    lists = bool(follower and follower.mark)
    more = after is not None or follower is not None
    alone = first and not after
    if out.lead_in(flow) and len(text) <= 120 and len(group) == 1:
        if text[-1] in ":\uff1a":
            marked = bool(flow.strong) and flow.is_strong(*flow.trim(0, len(flow.text)))
            return "bold" if marked and more else "label"
        if more:
            return "bold"
    if first and more and len(group) == 1 and _NUMBERED.match(text) and text[-1] not in ".;,":
        return "bold"
    table = bool(follower and follower.text.startswith("|"))
    if text[-1] in ":\uff1a" and (lists or table or after):
        return "label"
    if len(group) > 1 or not more:
        return ""
    if after and after[0].text.startswith(": ") and text[0] != ":":
        return "label"
    if len(group) == 1 and (_is_field(text) or _is_keyed(text, after)):
        return ""
    words = text.split()
    titled = _is_page_title(words, after[0] if after else follower)
    short = (
        len(words) <= (_LONGEST_TITLE if titled or _NUMBERED_QUESTION.match(text) else 8)
        and text[-1] not in ".,;!\u2026\"\u201d'"
        and text[0].isalnum()
        and not any(mark in text for mark in "\t<>≥≤")
    )
    if not short or ";" in text:
        return ""
    if listed and after and (names_field(text) or (first and _opens_list(text, after))):
        return "bold"
    letters = [c for c in text if c.isalpha()]
    if len(letters) >= 4 and all(c.isupper() for c in letters) and first and not group[0].quote:
        return "bold"
    if lists and (alone or title_like(text) or text[-1] == "?"):
        return "label" if not alone else "bold"
    if first and titled:
        return "bold"
    opens_page = first and not (out.statements or out.headings)
    if opens_page and len(words) > 2 and _DOCUMENT.search(text):
        return "bold"
    return _before_more(text, words, after, follower, first=first)


def opens(before: Sequence[Line]) -> bool:
    """
    Whether what follows a line may be a heading, though no blank line stands between.

    A web page that is copied often comes with a line for each paragraph.
    """
    last = before[-1].text
    return len(before) == 1 and len(last) >= _PARAGRAPH and last[-1] in '.?!"\u201d'


def _is_page_title(words: Sequence[str], following: Line | None) -> bool:
    """Whether a line has a capital on every longer word, above a paragraph in one long line."""
    if following is None or len(following.text) < _PARAGRAPH or following.mark:
        return False
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 1 and all(word[0].isupper() for word in long)


def _is_field(text: str) -> bool:
    """Whether a line is a field with its value ("Reports to: Head of Sales")."""
    key = key_of(text, 0, len(text)) if ": " in text else None
    return key is not None and heading_match(text[: key[0]], "persona") is not None


def _is_keyed(text: str, after: Sequence[Line] | None) -> bool:
    """Whether a line is one of several with a label each: "WHO: bakeries, 20-250 staff"."""
    if not after or "," not in text or ": " not in after[0].text[:_LONGEST_KEY]:
        return False
    key = key_of(text, 0, len(text)) if ": " in text[:_LONGEST_KEY] else None
    return key is not None and heading_match(text[: key[0]], "segment") is not None


_LONGEST_KEY = 30


def _before_more(
    text: str,
    words: Sequence[str],
    after: Sequence[Line] | None,
    follower: Line | None,
    *,
    first: bool,
) -> Announces:
    """Whether a short line opens what follows it: a question, a field's name, a title."""
    if not first:
        return ""
    asks = _ASKING.match(text) is not None
    if text[-1] == "?" or (after and len(words) <= 6 and asks):
        return "bold"
    if len(words) <= 4 and FIELD.match(text) and not re.search(r",|: ", text):
        return "bold"
    following = after[0] if after else follower
    longer = bool(following and (len(following.text) >= 60 or following.text[-1:] == "."))
    titled = (title_like(text) and len(words) <= 6) or asks or names_field(text)
    titled = titled or _ABOUT.search(text) is not None
    if longer and titled and following and not following.mark:
        return "bold"
    return ""


def _opens_list(text: str, after: Sequence[Line]) -> bool:
    """Whether the first line of a list without marks says whose points follow ("Their week")."""
    few = len(text.split()) <= 5 and not any(char.isdigit() for char in text)
    return (
        few
        and bool(_OPENS_LIST.match(text))
        and (_ASKING.match(text) is not None or not _SAYS.search(text))
    )
