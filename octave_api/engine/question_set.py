"""
The question set of an entity: which questions are asked, in which order, and how they are written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from octave_api.contract import QualifyingQuestion, QuestionNote, Weight
from octave_api.engine.criterion import OF_ANY_COMPANY
from octave_api.engine.criterion_questions import OF_A_CRITERION
from octave_api.engine.firmographics import Fact, find_firmographics
from octave_api.engine.framing import fits
from octave_api.engine.items import Item, Ledger, key_words, twins
from octave_api.engine.phrase import SURE
from octave_api.engine.questions import (
    OF_A_FACT,
    OF_AN_EXCLUSION,
    OF_THE_SOURCE,
    WEIGHT_ORDER,
    Asked,
)

MIN_QUESTIONS, MAX_QUESTIONS = 6, 12
ENOUGH = 5
"""GOOD questions that follow from claims come in up to so many; the source's own may be more."""
LONG = 12
"""Words; a longer one that we made is read out, not asked, and comes only where others lack."""
MAX_BAD, WANTED_BAD = 4, 2
"""Questions that speak against a fit: at most, and where anything supports them."""
MAX_LISTED = 6
"""So many of them where the source itself lists whom it turns away."""

LEAST = 0.35
"""How sure the wording of a question must at least be."""
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
        return len(key_words(text) - said - OF_ANY_COMPANY) <= 1

    def bad(self) -> int:
        return sum(one.fit == "BAD" for one in self.asked)


def choose(wanted: Sequence[Asked], fillers: Iterable[Asked]) -> list[Asked]:
    """
    Choose 6 to 12 questions, no near-twins, heaviest first, BAD ones kept.

    The source's own come first, and may be 12; those that we make of its claims come in up to
    5 that are GOOD, the short ones first, because a long one is not said on a call.
    Where that is too few, the source's words are quoted before anything typical is asked.
    Fillers (typical ones) come in only to reach the minimum, and to have at least two questions
    that can speak against a fit, one where the source itself asks enough. A question that makes
    no sense, or that its frame cannot hold, is not asked at all.
    """
    choice = _Choice()
    wanted = [asked for asked in wanted if fits(asked.item.text)]
    wanted = _without_parts([asked for asked in wanted if asked.sure > LEAST])
    sure = [asked for asked in wanted if asked.sure >= SURE and not _is_long(asked)]
    long = [asked for asked in wanted if asked.sure >= SURE and _is_long(asked)]
    unsure = [asked for asked in wanted if asked.sure < SURE]
    bad = _against(sure)
    good = [asked for asked in sure if asked.fit == "GOOD"]
    spare = list(fillers)
    owned = sum(asked.item.rule == OF_THE_SOURCE and asked.sure >= 1.0 for asked in good)
    bad_wanted = WANTED_BAD if owned < MAX_QUESTIONS else 1
    kept_free = max(0, bad_wanted - len(bad))
    choice.take(bad, MAX_LISTED)
    own = [asked for asked in good if _is_own(asked)]
    if len(own) > MAX_QUESTIONS - kept_free:
        # Where there is no room for all, what the source asks comes before its facts.
        own.sort(key=lambda asked: asked.item.rule == OF_A_FACT)
    choice.take(own, MAX_QUESTIONS - kept_free)
    choice.take(good, min(choice.bad() + ENOUGH, MAX_QUESTIONS - kept_free))
    for asked in spare:
        if asked.fit == "BAD" and choice.bad() < bad_wanted:
            choice.take([asked], MAX_QUESTIONS)
    choice.take(own, MAX_QUESTIONS)
    choice.take(good, min(choice.bad() + ENOUGH, MAX_QUESTIONS))
    choice.take([*good, *long], MIN_QUESTIONS)
    choice.take(unsure, MIN_QUESTIONS - 1)
    choice.take(spare, MIN_QUESTIONS)
    choice.take(unsure, MIN_QUESTIONS)
    return by_weight(_spread(choice.asked))


def is_full_of_own(chosen: Sequence[Asked]) -> bool:
    """Tell whether the source's own questions and criteria leave no room for made ones."""
    return len(chosen) == MAX_QUESTIONS and all(one.fit == "BAD" or _is_own(one) for one in chosen)


def by_weight(asked: Iterable[Asked]) -> list[Asked]:
    """Put the heaviest first, as they are written."""
    return sorted(asked, key=_place)


def _against(sure: Sequence[Asked]) -> list[Asked]:
    """Give the questions that speak against a fit, those that the source lists itself first."""
    bad = [asked for asked in sure if asked.fit == "BAD"]
    listed = [asked for asked in bad if asked.item.rule in (OF_A_CRITERION, OF_AN_EXCLUSION)]
    if len(listed) <= MAX_BAD:
        return bad[:MAX_BAD]
    return sorted(listed, key=lambda one: WEIGHT_ORDER[one.weight])[:MAX_LISTED]


def _is_own(asked: Asked) -> bool:
    """Tell whether the source itself asks or sets it as a criterion."""
    return asked.item.rule in (OF_THE_SOURCE, OF_A_CRITERION) or asked.listed


def _is_long(asked: Asked) -> bool:
    if _is_own(asked) or asked.item.rule in (OF_AN_EXCLUSION, OF_A_FACT):
        return False
    return len(asked.item.text.split()) > LONG


def _without_parts(asked: Sequence[Asked]) -> list[Asked]:
    """
    Drop what asks for a part of what a criterion, or a question against a fit, asks whole.

    "Hospitals without a pharmacy" rules out no hospital, and "exports to Norway" is more than
    being in Norway.
    """
    wholes = [
        one
        for one in asked
        if one.sure >= SURE and (one.fit == "BAD" or one.item.rule == OF_A_CRITERION)
    ]
    places: dict[int, list[Asked]] = {}
    for whole in wholes:
        if whole.item.span is not None:
            places.setdefault(whole.item.span.source, []).append(whole)
    return [one for one in asked if not _is_part(one, places)]


def _is_part(one: Asked, places: Mapping[int, Sequence[Asked]]) -> bool:
    part = one.item.span
    if part is None or one.item.rule == OF_A_CRITERION:
        return False
    for whole in places.get(part.source, ()):
        around = whole.item.span
        if around is None or whole is one:
            continue
        if not (around.start <= part.start <= part.end <= around.end):
            continue
        less = part.end - part.start < around.end - around.start
        if whole.item.rule in (OF_A_CRITERION, OF_AN_EXCLUSION) or (
            less and one.item.rule == OF_A_FACT
        ):
            return True
    return False


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


def surest(items: Sequence[Item], ask: Callable[[Item, int], Asked], most: int) -> list[Asked]:
    """
    Ask about the lines whose wording is sure, in their own order, `most` at most.

    The others only fill up; what its frame cannot hold is left out. `ask` gets each line with
    its place among those chosen.
    """
    sure: list[Asked] = []
    rest: list[Item] = []
    for item in items:
        if len(sure) == most:
            break
        one = ask(item, len(sure))
        if one.sure >= SURE and fits(one.item.text):
            sure.append(one)
        elif one.sure > 0.0 and fits(one.item.text):
            rest.append(item)
    fill = rest[: most - len(sure)]
    return [*sure, *(ask(item, place) for place, item in enumerate(fill, len(sure)))]
