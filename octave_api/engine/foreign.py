"""
Questions about a source in another language than English: its lines are quoted, not reworded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from octave_api.contract import FitType, Weight
from octave_api.engine.items import Item
from octave_api.engine.questions import Asked
from octave_api.engine.sides import turns_away
from octave_api.engine.wording import squeeze

_FRAMES: Mapping[str, tuple[str, Weight, str, str]] = {
    "qualifyingQuestions": (
        "Does this hold for them", "HIGH", "How is it with you?", "SPICED: situation",
    ),
    "primaryResponsibilities": (
        "Does this describe their work", "HIGH", "What fills your week?", "SPICED: situation",
    ),
    "painPoints": (
        "Would they recognise this problem", "HIGH", "What makes work hard?", "SPICED: pain",
    ),
    "keyObjectives": (
        "Is this one of their goals", "MEDIUM", "What must be true in a year?", "SPICED: impact",
    ),
    "keyPriorities": (
        "Is this one of their priorities", "MEDIUM", "What comes first this year?",
        "SPICED: impact",
    ),
    "keyConcerns": (
        "Would they share this concern", "LOW", "What would make you say no?",
        "MEDDPICC: decision criteria",
    ),
}  # fmt: skip
_EACH, _LONGEST = 2, 22


def questions(lists: Mapping[str, Sequence[Item]]) -> list[Asked]:
    """Ask about up to two lines of each field, in their own words."""
    return [
        _asked(field, item)
        for field in _FRAMES
        for item in lists.get(field, ())[:_EACH]
        if item.origin == "SOURCE" and len(item.text.split()) <= _LONGEST
    ]


def _asked(field: str, item: Item) -> Asked:
    frame, weight, spoken, framework = _FRAMES[field]
    bad = field == "qualifyingQuestions" and turns_away(item.heading)
    fit: FitType = "BAD" if bad else "GOOD"
    plain = squeeze(item.text).rstrip("?").replace("“", "‘").replace("”", "’").replace("„", "‘")
    return Asked(
        item.inferred(f"{frame}: “{plain}”?", "a line of the source, asked in its own words"),
        "A yes speaks against a fit." if bad else "The source names it; one call answers it.",
        fit,
        weight,
        spoken,
        "Their own words for it",
        "Disqualifier" if bad else framework,
    )
