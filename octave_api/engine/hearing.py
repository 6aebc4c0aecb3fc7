"""
Hearing: whose voice each source has, and what of it is heard: no testimonials, no seller's team.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.draft import Document, Sorted, Statement
from octave_api.engine.page_talk import is_of_seller
from octave_api.engine.quoted import without_credits, without_quotations
from octave_api.engine.reading import Reading
from octave_api.engine.rivals import of_rivals, rivals_on
from octave_api.engine.voice import Voice, voice_of


def voices_of(reading: Reading, documents: Sequence[Document], offered: bool) -> list[Voice]:
    """Tell the voice of each source; what describes an offering is a pitch by its purpose."""
    voices = []
    for source, document in enumerate(documents):
        said = [one for one in reading.statements if one.source == source]
        voices.append(voice_of(document.text, said))
    return [*voices[:-1], "pitch"] if offered else voices


def heard(reading: Reading, pitches: frozenset[int]) -> Reading:
    """Leave out what others say on a seller's page, and what it tells of its own people."""
    statements = without_credits(reading.statements)
    if not pitches:
        return Reading(statements, reading.headings)
    plain = [one for one in statements if one.source not in pitches]
    pitched = [
        one for one in statements if one.source in pitches and not is_of_seller(one.headings)
    ]
    rivals = rivals_on(reading.headings)
    if rivals:
        pitched = [one for one in pitched if not of_rivals(one, rivals)]
    kept = [*plain, *without_quotations(pitched)]
    return Reading(sorted(kept, key=lambda one: one.order), reading.headings)


_OTHERS_DO = re.compile(r"(?:They|He|She)\b(?!['’])")
_OF_ONESELF = frozenset({"keyObjectives", "primaryResponsibilities"})


def without_others(decided: Sequence[tuple[Statement, Sorted]]) -> list[tuple[Statement, Sorted]]:
    """Leave out of a conversation what who answers says of others, and what it asks back."""
    return [
        (one, Sorted("", 0.6, "said of others in an answer") if _is_of_others(one, what) else what)
        for one, what in decided
    ]


def _is_of_others(one: Statement, what: Sorted) -> bool:
    if what.field == "qualifyingQuestions":
        return "exclude" not in what.rule and "turn" not in what.rule
    return what.field in _OF_ONESELF and not what.heading and bool(_OTHERS_DO.match(one.text))
