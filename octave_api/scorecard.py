"""
Answers to qualifying questions -> a score that can be redone by hand. Pure arithmetic.

The formula is ours: the vendor publishes none.

    fit      = (weights of GOOD answered Yes - weights of BAD answered Yes)
               / weights of GOOD answered at all, held between 0 and 1
    coverage = weight answered / weight of all questions

No and Unknown add nothing. A GOOD question answered No is answered, so it makes the
divisor larger; an Unknown one is not. Archived questions are out.

- No GOOD question answered: there is nothing to divide by, and no score, whatever the
  BAD ones say. A score that is missing ranks below every other.
- INSTANT_DISQUALIFIER is a gate and never points. A BAD gate answered Yes disqualifies.
  A GOOD gate, which the vendor shows nowhere, reads as a must-have: answered No it
  disqualifies. An Unknown gate says "verify first". The number stays beside either.
- The verdict: disqualified, else verify first, else too early to call (coverage below
  half), else the band of the number.
- A fitType or weight that is none of the contract's counts nothing and is listed.

Why a GOOD yes can never lower the fit S/D although D grows with it: S is at most D, so
(S + w) / (D + w) >= S / D; from No to Yes D stays. A BAD yes only lowers S.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from octave_api.contract import QualifyingQuestion
from octave_api.scoring.tally import (
    ANSWERS,
    BANDS,
    ENOUGH,
    GATE,
    POINTS,
    Answer,
    Band,
    Contribution,
    Counting,
    Effect,
    Verdict,
    band_of,
    held,
    read_answers,
    rounded,
    trips,
)
from octave_api.scoring.words import arithmetic, why

__all__ = [
    "ANSWERS",
    "BANDS",
    "ENOUGH",
    "FORMULA",
    "GATE",
    "POINTS",
    "Answer",
    "Band",
    "Bar",
    "Contribution",
    "Effect",
    "Flip",
    "NextQuestion",
    "Scorecard",
    "Verdict",
    "band_of",
    "flips",
    "next_question",
    "rank",
    "score",
]

FORMULA = (
    "This formula is ours: Octave's own is not public. "
    "Each yes to a GOOD question adds its weight, each yes to a BAD question takes its weight "
    "away; no and unknown add nothing. The sum is divided by the weight of the GOOD questions "
    "that are answered, and held between 0 and 1: that is the fit. "
    "Shown as 1 to 10 (ten times the fit, rounded, at least 1) and as 0 to 100. "
    "8 to 10 is good, 4 to 7 borderline, 1 to 3 poor. "
    "Coverage is the answered weight over all weight; below half it is too early to call. "
    "Instant disqualifiers are gates: they never count as points."
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the waterfall, 0 to 100; `index` is None for the bar that is no question."""

    label: str
    index: int | None
    effect: Effect | Literal["clamped"]
    start: float
    end: float

    @property
    def delta(self) -> float:
        """How far the bar goes up, or, below 0, down."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Scorecard:
    """
    The score with everything that makes it.

    Attributes:
        fit: 0 to 1; None when no GOOD question is answered.
        ten, hundred: The same as 1 to 10 and 0 to 100.
        band: Of the number alone, whatever the gates and the coverage say.
        verdict: What to tell; see the module.
        coverage: 0 to 1; 0 when there is nothing to answer.
        floor: The fit if every open question were answered No; 0 to 1.
        contributions: One a question that is not archived, in the questions' order.
        bars: The waterfall: one a question that can count, then "clamped" if the sum lies
            outside. They sum to 100 x fit, or to 0 without a fit.
        tripped, open_gates: Indexes of gates that disqualify, and that are Unknown.
        ignored: Indexes of questions with a fitType or weight that is not known.
        why: One sentence.
        arithmetic: The sum in figures.
    """

    fit: float | None
    ten: int | None
    hundred: int | None
    band: Band | None
    verdict: Verdict
    coverage: float
    floor: float
    contributions: tuple[Contribution, ...]
    bars: tuple[Bar, ...]
    tripped: tuple[int, ...]
    open_gates: tuple[int, ...]
    ignored: tuple[int, ...]
    why: str
    arithmetic: str

    @property
    def disqualified(self) -> bool:
        """A gate is tripped; the number is then only what it would have been."""
        return bool(self.tripped)

    @property
    def contract_score(self) -> int | None:
        """What the contract's `score` of 1 to 10 is: `ten`, but 1 when disqualified."""
        return 1 if self.tripped else self.ten

    @property
    def too_early(self) -> bool:
        """Less than half of the weight is answered."""
        return self.coverage < ENOUGH


@dataclass(frozen=True, slots=True)
class Flip:
    """A change of one answer that changes the verdict or the band, and to what."""

    index: int
    question: str
    before: Answer
    after: Answer
    verdict: Verdict
    band: Band | None
    ten: int | None


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """The open question to ask next, and why this one."""

    index: int
    question: str
    reason: str


def score(
    questions: Sequence[QualifyingQuestion],
    answers: Mapping[int, Answer],
    points: Mapping[str, float] = POINTS,
) -> Scorecard:
    """
    Add up the answers about one prospect.

    Args:
        questions: Of one persona or segment, archived ones included.
        answers: By the question's index in `questions`; one that is missing is Unknown.
        points: What LOW, MEDIUM and HIGH count: 0, or 0.01 to 1000 each.

    Raises:
        ValueError: An answer or a weight that is none; the sentence says which.
    """
    counting, tally = read_answers(questions, answers, points)
    by_index = {one.index: one for one in counting}
    lines: list[Contribution] = []
    bars: list[Bar] = []
    ignored: list[int] = []
    level = Fraction(0)
    for index, question in enumerate(questions):
        if question.archived_at is not None:
            continue
        one = by_index.get(index)
        answer = answers.get(index, "Unknown")
        change = _change(one, answer, tally.good)
        effect = _effect(one, answer)
        if one is None:
            ignored.append(index)
        elif not one.gate:
            bars.append(
                Bar(one.text, index, effect, _hundredths(level), _hundredths(level + change))
            )
            level += change
        lines.append(
            Contribution(
                index,
                question.question,
                question.fit_type,
                question.weight,
                answer,
                effect,
                float(one.points) if one else 0.0,
                _hundredths(change),
            )
        )
    if held(level) != level:
        bars.append(Bar("clamped", None, "clamped", _hundredths(level), _hundredths(held(level))))
    gates = [one for one in counting if one.gate]
    tripped = [one for one in gates if trips(one, answers)]
    ten = tally.ten
    return Scorecard(
        fit=None if tally.fit is None else float(tally.fit),
        ten=ten,
        hundred=None if tally.fit is None else rounded(tally.fit * 100),
        band=band_of(ten),
        verdict=tally.verdict,
        coverage=float(tally.coverage),
        floor=float(tally.floor),
        contributions=tuple(lines),
        bars=tuple(bars),
        tripped=tuple(one.index for one in tripped),
        open_gates=tuple(one.index for one in gates if answers.get(one.index) in (None, "Unknown")),
        ignored=tuple(ignored),
        why=why(lines, tally, [one.text for one in tripped]),
        arithmetic=arithmetic(lines, tally),
    )


def flips(
    questions: Sequence[QualifyingQuestion],
    answers: Mapping[int, Answer],
    points: Mapping[str, float] = POINTS,
) -> list[Flip]:
    """
    Find every change of a single answer that changes the verdict, or the band beside it.

    Changes of open questions come first, then in the questions' order. Raises as `score`.
    """
    counting, tally = read_answers(questions, answers, points)
    found = []
    for one in counting:
        before = answers.get(one.index, "Unknown")
        without = tally.with_answer(one, before, -1)
        for after in ANSWERS:
            changed = without.with_answer(one, after)
            outcome = (changed.verdict, band_of(changed.ten), changed.ten)
            if after != before and outcome[:2] != (tally.verdict, band_of(tally.ten)):
                found.append(Flip(one.index, one.text, before, after, *outcome))
    return sorted(found, key=lambda flip: flip.before != "Unknown")


def next_question(
    questions: Sequence[QualifyingQuestion],
    answers: Mapping[int, Answer],
    points: Mapping[str, float] = POINTS,
) -> NextQuestion | None:
    """
    Give the cheapest question to ask next: the open one whose single answer buys most.

    An open gate comes first, because one answer to it can end the matter. Then a question
    whose Yes and No lead to different verdicts; then the one whose Yes and No lie farthest
    apart in the fit; then the one with most weight, for coverage; then the first. None when
    a gate is tripped or nothing that counts is open. Raises as `score`.
    """
    counting, tally = read_answers(questions, answers, points)
    if tally.tripped:
        return None
    open_ones = [one for one in counting if answers.get(one.index, "Unknown") == "Unknown"]
    if not open_ones:
        return None

    def buys(one: Counting) -> tuple[bool, bool, Fraction, Fraction]:
        yes, no = tally.with_answer(one, "Yes"), tally.with_answer(one, "No")
        apart = abs((yes.fit or Fraction(0)) - (no.fit or Fraction(0)))
        return one.gate, yes.verdict != no.verdict, apart, one.points

    best = max(open_ones, key=buys)
    gate, decides, apart, _ = buys(best)
    if gate:
        reason = "It is a gate: one answer can end the matter."
    elif decides:
        yes, no = (tally.with_answer(best, said).verdict for said in ("Yes", "No"))
        reason = f"Its answer decides: yes leads to “{yes}”, no to “{no}”."
    elif apart:
        reason = f"Yes and no lie {rounded(apart * 100)} of 100 points apart, more than any other."
    else:
        reason = "It carries the most weight of what is open."
    return NextQuestion(best.index, best.text, reason)


def rank(scorecards: Sequence[Scorecard]) -> list[int]:
    """
    Order scorecards of several entities for one prospect, best match first; gives indexes.

    By what is shown already, not by what may be: `floor` counts an open question as No, so
    that one lucky yes to an entity with ten open questions does not win. Ties go by fit,
    then coverage, then the given order. Disqualified ones come after all others that have a
    score, and those without one last: of them nothing is known.
    """

    def key(index: int) -> tuple[int, float, float, float]:
        card = scorecards[index]
        group = 1 if card.disqualified else 2 if card.fit is None else 0
        return group, -card.floor, -(card.fit or 0.0), -card.coverage

    return sorted(range(len(scorecards)), key=key)


def _change(one: Counting | None, answer: Answer, good: Fraction) -> Fraction:
    """Give what an answer adds to the fit before it is held."""
    if one is None or one.gate or answer != "Yes" or not good:
        return Fraction(0)
    return one.points / good * (1 if one.fit_type == "GOOD" else -1)


def _effect(one: Counting | None, answer: Answer) -> Effect:
    if one is None:
        return "ignored"
    if one.gate:
        return "gate"
    if answer == "Yes":
        return "adds" if one.fit_type == "GOOD" else "subtracts"
    return "open" if answer == "Unknown" else "nothing"


def _hundredths(value: Fraction) -> float:
    return float(value * 100)
