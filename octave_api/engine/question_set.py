"""
The question set of an entity: which questions are asked, in which order, and how they are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from octave_api.contract import QualifyingQuestion, QuestionNote, Weight
from octave_api.engine.items import Ledger, key_words, twins
from octave_api.engine.questions import WEIGHT_ORDER, Asked

MIN_QUESTIONS, MAX_QUESTIONS = 6, 12
MAX_BAD, WANTED_BAD = 4, 2
"""Questions that speak against a fit: at most, and where anything supports them."""

NOBODY_EXCLUDED = "The source excludes nobody: it supports no question that speaks against a fit."


class _Choice:
    """The questions chosen so far, no two alike."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self._known: list[frozenset[str]] = []

    def take(self, offered: Iterable[Asked], room: int) -> None:
        """Take what is no twin, in order, until there are `room` questions."""
        for asked in offered:
            if len(self.asked) >= room:
                return
            words = key_words(asked.item.text)
            if not any(twins(words, other) for other in self._known):
                self.asked.append(asked)
                self._known.append(words)

    def bad(self) -> int:
        return sum(one.fit == "BAD" for one in self.asked)


def choose(wanted: Sequence[Asked], fillers: Iterable[Asked]) -> list[Asked]:
    """
    Choose 6 to 12 questions, no near-twins, heaviest first, BAD ones kept.

    Fillers (typical ones) come in only to reach the minimum, and to have at least two
    questions that can speak against a fit.
    """
    choice = _Choice()
    bad = [asked for asked in wanted if asked.fit == "BAD"][:MAX_BAD]
    good = [asked for asked in wanted if asked.fit == "GOOD"]
    spare = list(fillers)
    choice.take(bad, MAX_BAD)
    choice.take(good, MAX_QUESTIONS - max(0, WANTED_BAD - len(bad)))
    for asked in spare:
        if asked.fit == "BAD" and choice.bad() < WANTED_BAD:
            choice.take([asked], MAX_QUESTIONS)
    choice.take(good, MAX_QUESTIONS)
    choice.take(spare, MIN_QUESTIONS)
    return sorted(_spread(choice.asked), key=_place)


def _place(asked: Asked) -> tuple[bool, int]:
    """Disqualifiers first, then what speaks for a fit, then what speaks against it."""
    mild = asked.fit == "BAD" and asked.weight != "INSTANT_DISQUALIFIER"
    return mild, WEIGHT_ORDER[asked.weight]


def _spread(chosen: list[Asked]) -> list[Asked]:
    """Make sure that not all questions weigh the same: the second half weighs less."""
    if len(chosen) < 3 or len({asked.weight for asked in chosen}) > 1:
        return chosen
    weight: Weight = "LOW" if chosen[0].weight == "MEDIUM" else "MEDIUM"
    half = len(chosen) // 2
    return [*chosen[:half], *(replace(asked, weight=weight) for asked in chosen[half:])]


def excludes_somebody(chosen: Sequence[Asked]) -> bool:
    """Tell whether the source, not only our knowledge, speaks against somebody."""
    return any(one.fit == "BAD" and one.item.origin != "TYPICAL" for one in chosen)


def write(
    chosen: Sequence[Asked], ledger: Ledger
) -> tuple[list[QualifyingQuestion], list[QuestionNote]]:
    """Give the contract's questions, and beside each its spoken form; claims go to the ledger."""
    questions, notes = [], []
    for index, asked in enumerate(chosen):
        pointer = f"/qualifyingQuestions/{index}"
        questions.append(
            QualifyingQuestion(
                question=ledger.add(pointer, asked.item),
                rationale=asked.rationale,
                fit_type=asked.fit,
                weight=asked.weight,
                archived_at=None,
            )
        )
        notes.append(
            QuestionNote(
                pointer=pointer,
                spoken=asked.spoken,
                listen_for=asked.listen_for,
                framework=asked.framework,
            )
        )
    return questions, notes
