"""
Job stories and user stories: "When …, I want …, so that …", read as what somebody wants.
"""

from __future__ import annotations

import re
from dataclasses import replace

from octave_api.contract import Kind
from octave_api.engine.draft import Sorted, Statement
from octave_api.engine.headings import SKIP
from octave_api.engine.wording import capital

_WHO = r"(?:I|we|they|(?:the |our |an? )?[a-z]+(?: [a-z]+){0,3}?)"
_STORY = re.compile(
    r"^(?:(?P<when>(?:[Ww]hen(?:ever)?|[Ee]very time) [^.]{4,140}?),? "
    r"|(?P<role>[Aa]s an? [^,.]{3,60}),? )"
    rf"(?P<who>{_WHO}) (?:would like|wants?|needs?|wish(?:es)?)(?P<to> to)? "
    r"(?P<what>[^.]{6,200}?)"
    r"(?:,? (?:so(?: that)?(?= (?:I|we|they|it|nobody|no|the|you|he|she|our|my|[a-z]+s)\b)"
    r"|in order to|because) (?P<gain>[^.]+))?\.?$"
)
_SPEAKER = {"i": "they", "we": "they", "me": "them", "us": "them", "my": "their", "our": "their"}
_SPEAKERS = re.compile(r"\b(?:I(?=['’ ])|[Ww]e|me|us|[Mm]y|[Oo]ur)\b(?:['’]m\b)?")
_LEANS = re.compile(r"\b(?:it|its|that|this|them|they|he|she|these|those)\b")
_WORDS = (" want", " need", " would like", " wish")
_OPEN = ("when", "as a", "ever")


def _match(text: str) -> re.Match[str] | None:
    opens = text[:5].lower().startswith(_OPEN) and any(word in text for word in _WORDS)
    return _STORY.match(text) if opens else None


def read_story(statement: Statement, what: Sorted, kind: Kind) -> tuple[Statement, Sorted]:
    """
    Read a story as an aim, unless it is sorted already.

    What is wanted stands alone in most: "I want to see …". Where it leans on what went before
    ("which scan it was made from") or is no verb ("I want the shop to know"), it is worded
    with its case: "When the van is late, get the shop to know".
    """
    found = _match(statement.text)
    if found is None or what.field == SKIP:
        return statement, what
    field = "keyObjectives" if kind == "persona" else "keyPriorities"
    if what.field:
        return statement, what
    return _wanted(statement, found), Sorted(field, 0.9, "a story of what they want")


def _wanted(statement: Statement, found: re.Match[str]) -> Statement:
    wanted = found["what"].rstrip(" ,;")
    alone = found["to"] and not _LEANS.search(wanted)
    wanted = wanted if found["to"] else f"get {wanted}"
    when = f"{found['when']}, " if found["when"] and not alone else ""
    return replace(statement, text=capital(_SPEAKERS.sub(_of_them, f"{when}{wanted}")))


def _of_them(match: re.Match[str]) -> str:
    word = match.group()
    if word.endswith(("'m", "’m")):
        return "they are"
    return _SPEAKER[word.lower()]
