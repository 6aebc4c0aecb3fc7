"""
The question set of an entity: which questions are asked, in which order, and how they are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from octave_api.contract import QualifyingQuestion, QuestionNote, Weight
from octave_api.engine.firmographics import Fact, find_firmographics
from octave_api.engine.framing import fits
from octave_api.engine.items import Ledger, key_words, twins
from octave_api.engine.phrase import SURE
from octave_api.engine.questions import OF_A_FACT, OF_THE_SOURCE, WEIGHT_ORDER, Asked

MIN_QUESTIONS, MAX_QUESTIONS = 6, 12
_OF_ANY_COMPANY = key_words(
    "have has does do is its company companies business annual estimated revenue employees size "
    "based located active year work"
)
MAX_BAD, WANTED_BAD = 4, 2
"""Questions that speak against a fit: at most, and where anything supports them."""

NOBODY_EXCLUDED = "The source excludes nobody: it supports no question that speaks against a fit."


class _Choice:
    """The questions chosen so far, no two alike."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self._known: list[frozenset[str]] = []
        self._facts: set[tuple[str, str]] = set()

    def take(self, offered: Iterable[Asked], room: int) -> None:
        """Take what is no twin, in order, until there are `room` questions."""
        for asked in offered:
            if len(self.asked) >= room:
                return
            words, facts = key_words(asked.item.text), find_firmographics(asked.item.text)
            if any(twins(words, other) for other in self._known) or self._asks(facts, asked):
                continue
            self.asked.append(asked)
            self._known.append(words)
            if asked.item.rule == OF_A_FACT:
                self._facts |= {(one.key, one.value) for one in facts}

    def _asks(self, facts: Sequence[Fact], asked: Asked) -> bool:
        """Tell whether a question asks for nothing but facts that are asked for already."""
        if (
            not facts
            or asked.item.rule == OF_A_FACT
            or not all((one.key, one.value) in self._facts for one in facts)
        ):
            return False
        text = asked.item.text
        said = key_words(" ".join(text[one.start : one.end] for one in facts))
        return len(key_words(text) - said - _OF_ANY_COMPANY) <= 1

    def bad(self) -> int:
        return sum(one.fit == "BAD" for one in self.asked)


def choose(wanted: Sequence[Asked], fillers: Iterable[Asked]) -> list[Asked]:
    """
    Choose 6 to 12 questions, no near-twins, heaviest first, BAD ones kept.

    Fillers (typical ones) come in only to reach the minimum, and to have at least two
    questions that can speak against a fit, one where the source itself asks enough. What then
    is still missing comes from questions whose wording is not sure; one that makes no sense, or
    that its frame cannot hold, is not asked at all.
    """
    choice = _Choice()
    wanted = [asked for asked in wanted if fits(asked.item.text)]
    sure = _without_parts([asked for asked in wanted if asked.sure >= SURE])
    unsure = [asked for asked in wanted if 0.0 < asked.sure < SURE]
    bad = [asked for asked in sure if asked.fit == "BAD"][:MAX_BAD]
    good = [asked for asked in sure if asked.fit == "GOOD"]
    spare = list(fillers)
    owned = sum(asked.item.rule == OF_THE_SOURCE and asked.sure >= 1.0 for asked in good)
    bad_wanted = WANTED_BAD if owned < MAX_QUESTIONS else 1
    choice.take(bad, MAX_BAD)
    choice.take(good, MAX_QUESTIONS - max(0, bad_wanted - len(bad)))
    for asked in spare:
        if asked.fit == "BAD" and choice.bad() < bad_wanted:
            choice.take([asked], MAX_QUESTIONS)
    choice.take(good, MAX_QUESTIONS)
    choice.take(spare, MIN_QUESTIONS)
    choice.take(unsure, MIN_QUESTIONS)
    return sorted(_spread(choice.asked), key=_place)


def _without_parts(asked: Sequence[Asked]) -> list[Asked]:
    """
    Drop what asks for a part of what another question against a fit asks whole.

    "Hospitals without a pharmacy" rules out no hospital.
    """
    wholes = [one.item.span for one in asked if one.fit == "BAD" and one.item.span is not None]
    return [
        one
        for one in asked
        if one.fit == "GOOD"
        or one.item.rule != OF_A_FACT
        or not any(
            part.source == whole.source
            and whole.start <= part.start <= part.end <= whole.end
            and part.end - part.start < whole.end - whole.start
            for part in [one.item.span]
            if part is not None
            for whole in wholes
        )
    ]


def _place(asked: Asked) -> tuple[bool, int]:
    """Disqualifiers first, then what speaks for a fit, then what speaks against it."""
    mild = asked.fit == "BAD" and asked.weight != "INSTANT_DISQUALIFIER"
    return mild, WEIGHT_ORDER[asked.weight]


def _spread(chosen: list[Asked]) -> list[Asked]:
    """
    Make sure that not all questions weigh the same: the second half weighs one step less.

    What disqualifies at once is no weight, and stays.
    """
    weighed = [asked for asked in chosen if asked.weight != "INSTANT_DISQUALIFIER"]
    if len(weighed) < 3 or len({asked.weight for asked in weighed}) > 1:
        return chosen
    high: Weight = "HIGH" if weighed[0].weight == "HIGH" else "MEDIUM"
    low: Weight = "MEDIUM" if high == "HIGH" else "LOW"
    half = len(weighed) // 2
    spread = [
        replace(asked, weight=high if place < half else low) for place, asked in enumerate(weighed)
    ]
    return [asked for asked in chosen if asked.weight == "INSTANT_DISQUALIFIER"] + spread


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
