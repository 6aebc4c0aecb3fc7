"""
What goes wrong, told without a word of feeling: "temperature logs still on paper", "drivers wait
two hours", "nobody knows which list is right".

Notes name pains as facts, so that no verb of suffering stands in them.
"""

from __future__ import annotations

import re

from octave_api.engine.features import tokens

_LONG = (
    r"(?:\d+(?:\s?(?:-|–|to)\s?\d+)?\s?(?:h|hrs?|hours?|days?|weeks?|months?)|hours|days|weeks"
    r"|ages|"
    r"too long|forever)"
)
_WRONG = re.compile(
    r"\bstill (?:\w+ )?(?:on paper|by (?:hand|fax|phone|e-?mail|post)|in (?:\w+ )?(?:excel|"
    r"spreadsheets?|folders|binders)|manual(?:ly)?)\b|"
    r"\b(?:double|over|triple)[- ]?booked\b|"
    rf"\bwaits? (?:for )?(?:up to |about |around )?{_LONG}\b|"
    r"\b(?:takes?|lasts?) (?:us |them )?(?:too long|forever|ages)\b|"
    r"\b(?:is|are|arrives?|comes?|leaves?) (?:always |often |usually |mostly |sometimes )?"
    r"(?:too late|late (?:every|twice|again)|out of date|outdated|out of sync)\b|"
    r"\b(?:nobody|no one|noone|none of them) (?:knows?|sees?|owns?|answers?|trusts?|can|has|looks?|"
    r"reads?|checks?|tells?|notices?|remembers?)\b|"
    r"\b(?:chased|logged|tracked|kept|done|sent|booked|recorded|planned|counted|typed|copied|noted|"
    r"collected|checked|matched) (?:\w+ )?(?:by (?:hand|e-?mail|phone|fax|post|whatsapp)"
    r"|in (?:\w+ )?"
    r"(?:excel|word|spreadsheets?)|on (?:paper|cards|(?:a |the )?whiteboards?|post-its?))\b|"
    r"\b(?:never|rarely|seldom|hardly ever) (?:matches|match|adds? up|tally|tallies|agrees?)\b"
)
_WORDS = frozenset(
    "still booked overbooked wait waits take takes last lasts late date outdated sync nobody one "
    "chased logged tracked kept done sent booked recorded planned counted typed copied noted "
    "collected checked matched noone none never rarely seldom hardly".split()
)
"""One of these is in all that the pattern finds; most lines have none."""
_LONGEST = 300


def goes_wrong(text: str) -> bool:
    """Tell whether a line says that something goes wrong."""
    if len(text) > _LONGEST or "?" in text or _WORDS.isdisjoint(tokens(text)):
        return False
    return _WRONG.search(text.lower()) is not None
