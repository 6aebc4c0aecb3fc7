"""
The sums behind a score: which questions count, what their answers add, what verdict follows.

The formula is told in `scorecard`. Sums are fractions, so that nothing is lost in rounding.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, get_args

from octave_api.contract import QualifyingQuestion

Answer = Literal["Yes", "No", "Unknown"]
Verdict = Literal[
    "disqualified", "verify first", "too early to call", "good", "borderline", "poor", "no score"
]
Band = Literal["good", "borderline", "poor"]
Effect = Literal["adds", "subtracts", "nothing", "open", "gate", "ignored"]

ANSWERS: tuple[Answer, ...] = get_args(Answer)
POINTS: Mapping[str, float] = {"LOW": 1, "MEDIUM": 2, "HIGH": 3}
"""What each weight counts unless the user sets it otherwise."""
GATE = "INSTANT_DISQUALIFIER"
ENOUGH = 0.5
"""Coverage from which a verdict is given."""
BANDS: Mapping[Band, tuple[int, int]] = {"good": (8, 10), "borderline": (4, 7), "poor": (1, 3)}
MIN_POINTS, MAX_POINTS = 0.01, 1000
"""Between them, or 0: beside a weight of a billionth another one would be beyond all numbers."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """
    What one question does to the score, on the scale of 0 to 100.

    `points` is what its weight counts, `delta` what the answer adds to the score before it
    is held between 0 and 100. `effect` is "open" for an Unknown answer, "nothing" for one
    that is answered and adds none, "gate" and "ignored" for what never counts.
    """

    index: int
    question: str
    fit_type: str
    weight: str
    answer: Answer
    effect: Effect
    points: float
    delta: float


@dataclass(frozen=True, slots=True)
class Counting:
    """An active question that counts: its weight in points, or a gate."""

    index: int
    text: str
    fit_type: str
    gate: bool
    points: Fraction


@dataclass(frozen=True, slots=True)
class Tally:
    """The sums that the verdict follows from."""

    plus: Fraction = Fraction(0)
    minus: Fraction = Fraction(0)
    good: Fraction = Fraction(0)
    answered: Fraction = Fraction(0)
    total: Fraction = Fraction(0)
    total_good: Fraction = Fraction(0)
    tripped: int = 0
    open_gates: int = 0

    def with_answer(self, one: Counting, answer: Answer, sign: int = 1) -> Tally:
        """Count an answer, or, with sign -1, take it back."""
        if one.gate:
            trips = answer == ("Yes" if one.fit_type == "BAD" else "No")
            return replace(
                self,
                tripped=self.tripped + sign * trips,
                open_gates=self.open_gates + sign * (answer == "Unknown"),
            )
        if answer == "Unknown":
            return self
        points, is_good = one.points * sign, one.fit_type == "GOOD"
        said_yes = points if answer == "Yes" else Fraction(0)
        return replace(
            self,
            plus=self.plus + (said_yes if is_good else 0),
            minus=self.minus + (0 if is_good else said_yes),
            good=self.good + (points if is_good else 0),
            answered=self.answered + points,
        )

    @property
    def fit(self) -> Fraction | None:
        return held((self.plus - self.minus) / self.good) if self.good else None

    @property
    def floor(self) -> Fraction:
        return held((self.plus - self.minus) / self.total_good) if self.total_good else Fraction(0)

    @property
    def coverage(self) -> Fraction:
        return self.answered / self.total if self.total else Fraction(0)

    @property
    def ten(self) -> int | None:
        return None if self.fit is None else max(1, rounded(self.fit * 10))

    @property
    def verdict(self) -> Verdict:
        if self.tripped:
            return "disqualified"
        if self.open_gates:
            return "verify first"
        if self.coverage < ENOUGH:
            return "too early to call"
        return band_of(self.ten) or "no score"


def read_answers(
    questions: Sequence[QualifyingQuestion],
    answers: Mapping[int, Answer],
    points: Mapping[str, float],
) -> tuple[list[Counting], Tally]:
    """Give the questions that count, and the sums of their answers."""
    for index, answer in answers.items():
        if answer not in ANSWERS:
            raise ValueError(f"The answer to question {index + 1} must be Yes, No or Unknown.")
    for name, value in points.items():
        if value and not (math.isfinite(value) and MIN_POINTS <= value <= MAX_POINTS):
            raise ValueError(f"{name} must count 0, or a number from 0.01 to {MAX_POINTS}.")
    counting = []
    for index, question in enumerate(questions):
        known = question.weight == GATE or question.weight in points
        if question.archived_at is None and question.fit_type in ("GOOD", "BAD") and known:
            gate = question.weight == GATE
            worth = Fraction(0) if gate else Fraction(points[question.weight])
            counting.append(Counting(index, question.question, question.fit_type, gate, worth))
    tally = Tally(
        total=sum((one.points for one in counting), Fraction(0)),
        total_good=sum((one.points for one in counting if one.fit_type == "GOOD"), Fraction(0)),
    )
    for one in counting:
        tally = tally.with_answer(one, answers.get(one.index, "Unknown"))
    return counting, tally


def band_of(ten: int | None) -> Band | None:
    """Give the band of a score of 1 to 10."""
    if ten is None:
        return None
    return next(band for band, (low, high) in BANDS.items() if low <= ten <= high)


def trips(one: Counting, answers: Mapping[int, Answer]) -> bool:
    return answers.get(one.index) == ("Yes" if one.fit_type == "BAD" else "No")


def held(value: Fraction) -> Fraction:
    return max(Fraction(0), min(Fraction(1), value))


def rounded(value: Fraction) -> int:
    """Round half up: Python's own rounding would show 6.5 as 6 and 7.5 as 8."""
    return math.floor(value + Fraction(1, 2))
