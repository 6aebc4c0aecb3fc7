"""
What others say on a page: testimonials and the names under them.

Somebody quoted praises the seller; nothing of it is a claim about the buyers whom the page means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.draft import Statement

_OPENS, _CLOSES = "“„«", "”»"
_STRAIGHT = '"'
_MOST = 6
"""A quotation that goes on for more sentences has lost its closing mark."""
_NAME = r"(?:(?:Dr|Prof|Mr|Ms|Mrs)\.? )?[A-Z][\w.'’-]+(?: (?:[a-z]{2,3} )?[A-Z][\w.'’-]*){1,3}"
_SIGNED = re.compile(rf"(?:[-–—~]{{1,2}}\s*)?{_NAME}(?:(?:,|\s[-–—|·])\s.{{2,90}})?")
_SAID = re.compile(r"(?i)[,.!?]?[\"”]\s*,?\s*(?:says|said|adds|explains|notes|recalls)\b")
_VOICES = re.compile(
    r"(?i)\b(?:testimonials?|(?:what|hear from) (?:our |other )?(?:\w+ ){0,2}(?:say|said|think)|"
    r"(?:customers?|clients?|builders|teams) (?:say|love)|customer (?:voices|reviews|quotes)|"
    r"loved by|wall of love|reviews)\b"
)


def without_quotations(statements: Sequence[Statement]) -> list[Statement]:
    """Leave out what stands in quotation marks as whole sentences, and who signs it."""
    kept: list[Statement] = []
    inside, signs = 0, 0
    for statement in statements:
        text = statement.text.strip()
        if any(_VOICES.search(heading) for heading in statement.headings[-1:]):
            continue
        if inside:
            inside = 0 if _closes(text) else inside - 1
            signs = 2 if not inside else 0
            continue
        if _is_quoted(text):
            inside = 0 if _closes(text) else _MOST
            signs = 2
            continue
        if signs and len(text.split()) <= 12 and _SIGNED.fullmatch(text.rstrip(".")):
            signs -= 1
            continue
        signs = 0
        kept.append(statement)
    return kept


_CREDIT = re.compile(
    r"(?:[—–―]\s?)?(?:(?:Dr|Prof|Mr|Ms|Mrs)\.? )?[A-Z][a-z'’-]+(?: [A-Z][\w.'’-]*){0,2}"
    r"(?:,|\s[-–—|·]) .{2,90}"
)
_OF_ONESELF = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y|me)\b")


def without_credits(statements: Sequence[Statement]) -> list[Statement]:
    """Leave out who signs a quotation ("— Kofi, MD of a shop in Bristol"), and what they said."""
    kept: list[Statement] = []
    for one in statements:
        dashed = one.text[:1] in _DASHES
        listed = one.shape == "bullet" and kept and kept[-1].shape == "sentence"
        if not (dashed or listed) or _CREDIT.fullmatch(one.text) is None:
            kept.append(one)
            continue
        before = kept[-1] if kept and kept[-1].headings == one.headings else None
        said = before is not None and _OF_ONESELF.search(before.text) is not None
        # A dash before a name may have been read as the mark of a list.
        if not dashed and not (said and before is not None and before.shape == "sentence"):
            kept.append(one)
        elif said:
            kept.pop()
    return kept


_DASHES = ("—", "–", "―")


def _is_quoted(text: str) -> bool:
    return text[:1] in _OPENS or text[:1] == _STRAIGHT or bool(_SAID.search(text))


def _closes(text: str) -> bool:
    if any(mark in text[1:] for mark in _CLOSES):
        return True
    marks = text.count(_STRAIGHT)
    return marks >= 2 or (marks == 1 and text[:1] != _STRAIGHT)
