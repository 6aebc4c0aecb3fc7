"""
What is wrong with a set of qualifying questions, why it matters, and a fix for each. Pure.

A fix only rewrites questions in place and appends new ones: no question is removed or
moved, so that saved answers and evidence keep pointing at the right one. No fix makes a
worse finding than the one it mends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from octave_api.contract import Evidence, QualifyingQuestion, Weight
from octave_api.scoring.lint_wording import (
    COUNTER_QUESTIONS,
    as_yes_no,
    exclusion_behind,
    gist,
    is_observable,
    is_yes_no,
    leading_words,
    place_to_look,
    same_question,
    split_in_two,
    thresholds_left_out,
    unloaded,
    vague_words,
    with_threshold,
    without_vague,
)

Severity = Literal["serious", "warning", "hint"]
Code = Literal[
    "flat_weights",
    "no_bad",
    "twin",
    "twin_elsewhere",
    "double",
    "leading",
    "vague",
    "no_threshold",
    "not_yes_no",
    "no_rationale",
    "not_observable",
    "unfounded_gate",
]

SEVERITIES: tuple[Severity, ...] = ("serious", "warning", "hint")
"""Worst first."""
COSTS: Mapping[Severity, tuple[int, int]] = {
    "serious": (12, 48),
    "warning": (5, 30),
    "hint": (2, 12),
}
"""What one finding takes off the health score, and what all of its severity may take."""
GATE = "INSTANT_DISQUALIFIER"
_RANKS = {"LOW": 0, "MEDIUM": 1, "HIGH": 2, GATE: 3}
FEWEST_TO_BE_FLAT = 3


@dataclass(frozen=True, slots=True)
class Fix:
    """What one click changes: questions to put in another's place, and questions to append."""

    label: str
    changed: tuple[tuple[int, QualifyingQuestion], ...] = ()
    added: tuple[QualifyingQuestion, ...] = ()
    archived: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend; `index` is None where it is about the whole set."""

    code: Code
    severity: Severity
    index: int | None
    why: str
    fix: Fix


@dataclass(frozen=True, slots=True)
class Health:
    """0 to 100, and the lines that add up to it: what each is for, and how many points."""

    score: int
    label: Literal["in good order", "some work", "needs work"]
    lines: tuple[tuple[str, int], ...]


def lint(
    questions: Sequence[QualifyingQuestion],
    *,
    evidence: Evidence | None = None,
    others: Mapping[str, Sequence[QualifyingQuestion]] | None = None,
) -> list[Finding]:
    """
    Find what is wrong, worst first, then in the questions' order.

    Args:
        questions: Of one entity; archived ones are not looked at.
        evidence: Of the same entity. Without it, thresholds and excluding sentences of the
            source are not checked.
        others: The questions of other entities by the entity's name, for twins across them.
    """
    active = [(at, one) for at, one in enumerate(questions) if one.archived_at is None]
    found = [*_whole(active, questions), *_twins(active), *_twins_elsewhere(active, others or {})]
    for at, one in active:
        found += _wording(at, one, questions)
        if evidence is not None:
            found += _against_source(at, questions, evidence)
    last = len(questions)
    return sorted(
        found,
        key=lambda one: (SEVERITIES.index(one.severity), last if one.index is None else one.index),
    )


def apply(
    questions: Sequence[QualifyingQuestion], fix: Fix, *, now: str
) -> list[QualifyingQuestion]:
    """
    Give the questions with a fix applied; `now` is the time that an archived one gets.

    Indexes stay. A fix belongs to the list that it was found in.
    """
    made = list(questions)
    for at, question in fix.changed:
        made[at] = question
    for at in fix.archived:
        made[at] = made[at].model_copy(update={"archived_at": now})
    return [*made, *fix.added]


def health(findings: Sequence[Finding]) -> Health:
    """
    Score a set by its findings: 100, less what each takes off, less no more than its kind may.

    The lines add up to the score.
    """
    counts = Counter(one.severity for one in findings)
    lines = [("Starts at", 100)]
    for severity in SEVERITIES:
        each, most = COSTS[severity]
        if number := counts[severity]:
            plural = "" if severity == "serious" or number == 1 else "s"
            text = f"{number} {severity}{plural} × {each}"
            text += f", at most {most}" if number * each > most else ""
            lines.append((text, -min(number * each, most)))
    score = sum(points for _, points in lines)
    label: Literal["in good order", "some work", "needs work"] = "needs work"
    if score >= 90:
        label = "in good order"
    elif score >= 70:
        label = "some work"
    return Health(score, label, tuple(lines))


Numbered = Sequence[tuple[int, QualifyingQuestion]]


def _whole(active: Numbered, questions: Sequence[QualifyingQuestion]) -> Iterator[Finding]:
    """Look at the set as one: are there differences in weight, and can it say no?"""
    weighed = [(at, one) for at, one in active if one.weight != GATE]
    if len(weighed) >= FEWEST_TO_BE_FLAT and len({one.weight for _, one in weighed}) == 1:
        why = f"All {len(weighed)} questions weigh {weighed[0][1].weight}: the score only counts."
        third = len(weighed) / 3
        spread = [
            (at, one.model_copy(update={"weight": _third(n, third)}))
            for n, (at, one) in enumerate(weighed)
        ]
        fix = Fix("Weigh the first third HIGH, the last third LOW", tuple(spread))
        yield Finding("flat_weights", "warning", None, why, fix)
    if active and not any(one.fit_type == "BAD" for _, one in active):
        why = "No question speaks against a fit: the score can only go up."
        new = _counter_question(questions)
        yield Finding("no_bad", "serious", None, why, Fix(f"Add “{new.question}”", added=(new,)))


def _third(place: int, third: float) -> Weight:
    return "HIGH" if place < third else "MEDIUM" if place < 2 * third else "LOW"


def _counter_question(questions: Sequence[QualifyingQuestion]) -> QualifyingQuestion:
    """Give a question that speaks against a fit anywhere, and is not asked yet."""
    known = [gist(one.question) for one in questions]
    fresh = [
        pair
        for pair in COUNTER_QUESTIONS
        if not any(same_question(gist(pair[0]), words) for words in known)
    ]
    text, rationale = (fresh or COUNTER_QUESTIONS)[0]
    return QualifyingQuestion(
        question=text, rationale=rationale, fit_type="BAD", weight="MEDIUM", archived_at=None
    )


def _twins(active: Numbered) -> Iterator[Finding]:
    """Find questions that ask the same: one fact would count twice."""
    words = {at: gist(one.question) for at, one in active}
    gone: set[int] = set()
    for place, (later, second) in enumerate(active):
        for first_at, first in active[:place]:
            if (
                first_at in gone
                or later in gone
                or not same_question(words[first_at], words[later])
            ):
                continue
            keep = max((first_at, first), (later, second), key=lambda pair: _worth(*pair))[0]
            drop = later if keep == first_at else first_at
            gone.add(drop)
            why = f"It asks the same as question {keep + 1}: one fact counts twice."
            yield Finding("twin", "serious", drop, why, Fix("Archive this one", archived=(drop,)))


def _worth(at: int, question: QualifyingQuestion) -> tuple[bool, int, int]:
    """Rank which of two twins stays: one that speaks against, then the heavier, then the first."""
    return question.fit_type == "BAD", _RANKS.get(question.weight, -1), -at


def _twins_elsewhere(
    active: Numbered, others: Mapping[str, Sequence[QualifyingQuestion]]
) -> Iterator[Finding]:
    """
    Find questions that another entity asks too: they cannot tell which of the two fits.

    At weight LOW they do no harm, and a gate that several share is a rule of the house.
    """
    elsewhere = [
        (name, gist(one.question))
        for name, questions in others.items()
        for one in questions
        if one.archived_at is None
    ]
    for at, one in active:
        if one.weight in (GATE, "LOW"):
            continue
        words = gist(one.question)
        name = next((name for name, known in elsewhere if same_question(words, known)), None)
        if name is not None:
            why = f"“{name}” asks the same: it cannot tell which of the two fits."
            lighter = one.model_copy(update={"weight": "LOW"})
            yield Finding(
                "twin_elsewhere", "warning", at, why, Fix("Weigh it LOW", ((at, lighter),))
            )


def _wording(
    at: int, one: QualifyingQuestion, questions: Sequence[QualifyingQuestion]
) -> Iterator[Finding]:
    """Look at one question by itself."""

    def rewritten(text: str | None) -> Fix:
        return _reword(at, text, questions)

    def explained(text: str) -> Fix:
        label = f"Add “{text}” to the rationale" if one.rationale.strip() else f"Write “{text}”"
        rationale = f"{one.rationale.strip()} {text}".strip()
        return Fix(label, ((at, one.model_copy(update={"rationale": rationale})),))

    if not is_yes_no(one.question):
        why = "It cannot be answered with yes or no, so it cannot be scored."
        yield Finding("not_yes_no", "serious", at, why, rewritten(as_yes_no(one.question)))
        return
    if not one.rationale.strip():
        why = "Nothing says what to look for: two people will answer differently."
        yield Finding("no_rationale", "serious", at, why, explained(place_to_look(one.question)))
    elif not is_observable(one.question, one.rationale):
        why = "It asks for a thought, and nothing says where that would show."
        yield Finding("not_observable", "hint", at, why, explained(place_to_look(one.question)))
    if words := leading_words(one.question):
        why = f"“{words}” puts the answer into their mouth."
        yield Finding("leading", "warning", at, why, rewritten(unloaded(one.question)))
    if parts := split_in_two(one.question):
        why = "It asks two things: what is the answer when only one holds?"
        yield Finding("double", "warning", at, why, _split(at, parts, questions))
    if words := vague_words(one.question):
        why = f"“{words}” means something else to everybody."
        yield Finding("vague", "warning", at, why, rewritten(without_vague(one.question)))


def _is_asked(text: str, at: int, questions: Sequence[QualifyingQuestion]) -> bool:
    """Say whether another active question than the one at `at` asks this already."""
    words = gist(text)
    return any(
        same_question(words, gist(one.question))
        for n, one in enumerate(questions)
        if n != at and one.archived_at is None
    )


def _reword(at: int, text: str | None, questions: Sequence[QualifyingQuestion]) -> Fix:
    """Put better words; where they are asked already, or there are none, archive the question."""
    if text is None or _is_asked(text, at, questions):
        return _archive(at, questions)
    return Fix(f"Ask “{text}”", ((at, questions[at].model_copy(update={"question": text})),))


def _split(at: int, parts: tuple[str, str], questions: Sequence[QualifyingQuestion]) -> Fix:
    """Ask each part by itself, unless it is asked already."""
    new = [part for part in parts if not _is_asked(part, at, questions)]
    if len(new) < 2 or same_question(gist(new[0]), gist(new[1])):
        return _reword(at, new[0] if new else None, questions)
    one = questions[at]
    first = one.model_copy(update={"question": new[0]})
    # Only one of the two can rest on the sentence that excludes.
    weight = "HIGH" if one.weight == GATE else one.weight
    rationale = one.rationale if one.rationale.strip() else place_to_look(new[1])
    second = one.model_copy(update={"question": new[1], "weight": weight, "rationale": rationale})
    label = f"Ask “{new[0]}” and, as a question of its own, “{new[1]}”"
    return Fix(label, ((at, first),), (second,))


def _archive(at: int, questions: Sequence[QualifyingQuestion]) -> Fix:
    """Archive a question; where it is the last that speaks against a fit, add another such."""
    rest = [one for n, one in enumerate(questions) if n != at and one.archived_at is None]
    alone = bool(rest) and not any(one.fit_type == "BAD" for one in rest)
    if alone and questions[at].fit_type == "BAD":
        new = _counter_question(questions)
        return Fix(f"Archive it, and add “{new.question}”", added=(new,), archived=(at,))
    return Fix("Archive it", archived=(at,))


def _against_source(
    at: int, questions: Sequence[QualifyingQuestion], evidence: Evidence
) -> Iterator[Finding]:
    """Hold one question against the sentence that it was made from."""
    one = questions[at]
    pointer = f"/qualifyingQuestions/{at}"
    claim = next((claim for claim in evidence.claims if claim.pointer == pointer), None)
    quote = claim.quote if claim is not None else None
    if quote and is_yes_no(one.question):
        missing = thresholds_left_out(quote, one.question)
        if missing:
            why = f"The source gives a number, “{missing[0]}”; the question does not."
            text = with_threshold(one.question, missing)
            yield Finding("no_threshold", "warning", at, why, _reword(at, text, questions))
    if one.weight == GATE and not exclusion_behind(claim, evidence):
        why = "It ends a deal at once, and no sentence of the source excludes anybody for it."
        fix = Fix("Weigh it HIGH instead", ((at, one.model_copy(update={"weight": "HIGH"})),))
        yield Finding("unfounded_gate", "serious", at, why, fix)
