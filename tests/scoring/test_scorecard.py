"""The score: its arithmetic, and what holds for any questions and answers."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octave_api.contract import QualifyingQuestion
from octave_api.scorecard import (
    ANSWERS,
    POINTS,
    Answer,
    Scorecard,
    flips,
    next_question,
    rank,
    score,
)

GATE = "INSTANT_DISQUALIFIER"
KINDS = [(fit, weight) for fit in ("GOOD", "BAD") for weight in ("LOW", "MEDIUM", "HIGH", GATE)]


def question(fit: str, weight: str, text: str = "Is it so?", *, archived: bool = False) -> Any:
    """A question of this kind."""
    return QualifyingQuestion(
        question=text, fit_type=fit, weight=weight, archived_at="2026-01-01" if archived else None
    )


def questions_of(*kinds: tuple[str, str]) -> list[QualifyingQuestion]:
    """Questions of these kinds, each with words of its own."""
    return [question(*kind, f"Question {n}?") for n, kind in enumerate(kinds)]


EXAMPLE = questions_of(("GOOD", "HIGH"), ("GOOD", "MEDIUM"), ("BAD", "LOW"), ("GOOD", "LOW"))

any_question = st.builds(
    question,
    st.sampled_from(["GOOD", "GOOD", "BAD", "NEUTRAL"]),
    st.sampled_from(["LOW", "MEDIUM", "HIGH", GATE, "ENORMOUS"]),
    st.text("abc ", min_size=1, max_size=5),
    archived=st.sampled_from([False, False, False, True]),
)
sets = st.lists(any_question, max_size=9)
weights = st.fixed_dictionaries(
    {name: st.one_of(st.integers(0, 9), st.floats(0.01, 9)) for name in POINTS}
)


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[QualifyingQuestion], dict[int, Answer], dict[str, float]]:
    """Questions, answers to some of them, and weights."""
    questions = draw(sets)
    answers = {
        n: draw(st.sampled_from(ANSWERS)) for n in range(len(questions)) if draw(st.booleans())
    }
    return questions, answers, draw(weights)


def by_hand(questions: Any, answers: Any, points: Any = POINTS) -> Fraction | None:
    """The formula once more, in the words of the module."""
    total, divisor = Fraction(0), Fraction(0)
    for n, one in enumerate(questions):
        said = answers.get(n, "Unknown")
        counts = one.fit_type in ("GOOD", "BAD") and one.weight in points
        if one.archived_at is not None or not counts or said == "Unknown":
            continue
        worth = Fraction(points[one.weight])
        divisor += worth if one.fit_type == "GOOD" else 0
        total += worth * (said == "Yes") * (1 if one.fit_type == "GOOD" else -1)
    return max(Fraction(0), min(Fraction(1), total / divisor)) if divisor else None


def level(card: Scorecard) -> float:
    """The fit, with a missing one below any other."""
    return -1.0 if card.fit is None else card.fit


def test_example_adds_up_line_by_line() -> None:
    """(3 + 2 - 1) / 6 is 0.67: 7 of 10 and 67 of 100."""
    card = score(EXAMPLE, {0: "Yes", 1: "Yes", 2: "Yes", 3: "No"})
    assert (card.ten, card.hundred, card.band, card.verdict) == (7, 67, "borderline", "borderline")
    assert card.arithmetic == "(3 + 2 − 1) / 6 = 0.67 → 7 of 10, 67 of 100"
    assert [line.effect for line in card.contributions] == ["adds", "adds", "subtracts", "nothing"]
    assert card.why == (
        "One strong yes answer and one lighter one, held back by a yes to “Question 2?” and one no."
    )


@pytest.mark.parametrize(
    ("yes", "of", "ten", "band"),
    [(0, 4, 1, "poor"), (7, 20, 4, "borderline"), (13, 20, 7, "borderline"), (3, 4, 8, "good")],
)
def test_bands_begin_where_half_rounds_up(yes: int, of: int, ten: int, band: str) -> None:
    """0.35 is a 4 and 0.75 an 8: no half is rounded down to the even number."""
    questions = questions_of(*[("GOOD", "LOW")] * of)
    card = score(questions, {n: "Yes" if n < yes else "No" for n in range(of)})
    assert (card.ten, card.band) == (ten, band)


def test_nothing_answered_gives_no_score() -> None:
    """There is nothing to divide by, also when only a BAD question is answered."""
    for answers in ({}, {2: "Yes"}):
        card = score(EXAMPLE, answers)  # type: ignore[arg-type]
        assert (card.fit, card.ten, card.hundred, card.band) == (None, None, None, None)
        assert card.verdict == "too early to call"
        assert card.why.startswith("No score yet")


def test_fully_answered_without_good_questions_says_no_score() -> None:
    """A set that can only speak against a fit never has a number."""
    assert score(questions_of(("BAD", "HIGH")), {0: "No"}).verdict == "no score"


def test_below_half_coverage_it_is_too_early() -> None:
    """The number is there, the verdict is not."""
    card = score(EXAMPLE, {0: "Yes"})
    assert (card.ten, card.verdict, card.too_early) == (10, "too early to call", True)
    assert "only 43% of the weight" in card.why


def test_tripped_gate_leaves_the_number_visible() -> None:
    """A BAD gate answered yes disqualifies; the number is what it would have been."""
    questions = [*EXAMPLE, question("BAD", GATE, "Do they lease everything?")]
    answers: dict[int, Answer] = {0: "Yes", 1: "Yes", 2: "Yes", 3: "No", 4: "Yes"}
    card = score(questions, answers)
    assert (card.verdict, card.ten, card.tripped) == ("disqualified", 7, (4,))
    assert card.why == (
        "Disqualified by the answer to “Do they lease everything?”; it would have been 7."
    )
    assert score(questions, answers | {4: "No"}).verdict == "borderline"
    waiting = score(questions, answers | {4: "Unknown"})
    assert (waiting.verdict, waiting.band, waiting.open_gates) == (
        "verify first",
        "borderline",
        (4,),
    )


def test_good_gate_is_a_must_have() -> None:
    """Answered no it disqualifies, answered yes it adds nothing."""
    questions = questions_of(("GOOD", GATE), ("GOOD", "HIGH"))
    assert score(questions, {0: "No", 1: "Yes"}).disqualified
    passed = score(questions, {0: "Yes", 1: "Yes"})
    assert (passed.verdict, passed.arithmetic[:7]) == ("good", "(3) / 3")


def test_unknown_kinds_count_nothing_and_are_listed() -> None:
    """A fitType or weight that came later is shown, not guessed."""
    questions = [*EXAMPLE, question("NEUTRAL", "HIGH"), question("GOOD", "ENORMOUS")]
    card = score(questions, {0: "Yes", 4: "Yes", 5: "Yes"})
    assert card.ignored == (4, 5)
    assert card.coverage == score(EXAMPLE, {0: "Yes"}).coverage


@pytest.mark.parametrize(
    ("answers", "points", "said"),
    [
        ({0: "Maybe"}, POINTS, "question 1 must be Yes, No or Unknown"),
        ({}, {"LOW": -1.0}, "LOW must count"),
        ({}, {"LOW": float("nan")}, "LOW must count"),
    ],
)
def test_what_is_no_answer_and_no_weight_is_refused(answers: Any, points: Any, said: str) -> None:
    """The sentence says which one."""
    with pytest.raises(ValueError, match=said):
        score(EXAMPLE, answers, points)


@given(cases())
def test_score_is_the_formula(case: Any) -> None:
    """The fit is what the formula gives, and stays in its bounds."""
    questions, answers, points = case
    card, expected = score(questions, answers, points), by_hand(questions, answers, points)
    assert card.fit == (None if expected is None else float(expected))
    assert card.ten is None or 1 <= card.ten <= 10
    assert card.hundred is None or 0 <= card.hundred <= 100
    assert 0 <= card.floor <= 1
    assert 0 <= card.coverage <= 1
    assert card.fit is None or card.floor <= card.fit


@given(cases())
def test_waterfall_sums_to_the_score(case: Any) -> None:
    """Each bar starts where the last one ended, and the last ends at the score."""
    card = score(*case)
    ends = [0.0, *(bar.end for bar in card.bars)]
    assert [bar.start for bar in card.bars] == ends[:-1]
    assert ends[-1] == pytest.approx(100 * (card.fit or 0))
    assert sum(bar.delta for bar in card.bars) == pytest.approx(100 * (card.fit or 0))


@given(cases(), st.randoms(use_true_random=False))
def test_order_and_archived_questions_do_not_matter(case: Any, random: Any) -> None:
    """Shuffled, or without what is archived, the score is the same."""
    questions, answers, points = case
    order = [n for n, one in enumerate(questions) if one.archived_at is None]
    random.shuffle(order)
    moved = [questions[n] for n in order]
    said = {place: answers[n] for place, n in enumerate(order) if n in answers}
    one, other = score(questions, answers, points), score(moved, said, points)
    assert (one.fit, one.verdict, one.coverage, one.floor) == (
        other.fit,
        other.verdict,
        other.coverage,
        other.floor,
    )


@given(cases())
def test_yes_to_good_never_lowers_and_yes_to_bad_never_raises(case: Any) -> None:
    """Whatever the answer was before; a missing score is below any other."""
    questions, answers, points = case
    before = level(score(questions, answers, points))
    for n, one in enumerate(questions):
        after = level(score(questions, answers | {n: "Yes"}, points))
        assert after >= before if one.fit_type == "GOOD" else after <= before


def test_monotone_for_every_small_set() -> None:
    """The same by brute force: all sets of three kinds, all answers, all changes to yes."""
    changes = 0
    for kinds in itertools.combinations_with_replacement(KINDS, 3):
        questions = questions_of(*kinds)
        cards = {
            said: level(score(questions, dict(enumerate(said))))
            for said in itertools.product(ANSWERS, repeat=3)
        }
        for said, before in cards.items():
            for n, (fit, _) in enumerate(kinds):
                after = cards[(*said[:n], "Yes", *said[n + 1 :])]
                assert after >= before if fit == "GOOD" else after <= before
                changes += 1
    assert changes == 120 * 27 * 3


@given(cases())
def test_gates_beat_everything(case: Any) -> None:
    """A tripped gate disqualifies, and an open one keeps any band from being the verdict."""
    questions, answers, points = case
    card = score(questions, answers, points)
    if card.tripped:
        assert card.verdict == "disqualified"
    elif card.open_gates:
        assert card.verdict == "verify first"
    elif card.too_early:
        assert card.verdict == "too early to call"
    else:
        assert card.verdict == (card.band or "no score")


@given(cases())
def test_flips_are_those_that_brute_force_finds(case: Any) -> None:
    """Every change of one answer that changes verdict or band, and no other."""
    questions, answers, points = case
    now = score(questions, answers, points)
    expected = set()
    for n in range(len(questions)):
        for said in ANSWERS:
            card = score(questions, answers | {n: said}, points)
            if (card.verdict, card.band) != (now.verdict, now.band):
                expected.add((n, said, card.verdict, card.band, card.ten))
    found = flips(questions, answers, points)
    assert {(one.index, one.after, one.verdict, one.band, one.ten) for one in found} == expected
    assert len(found) == len(expected)
    open_first = [one.before != "Unknown" for one in found]
    assert open_first == sorted(open_first)


def test_next_question_is_a_gate_first_then_one_that_decides() -> None:
    """Then the one whose answers lie farthest apart; none when all is said."""
    questions = questions_of(("GOOD", "LOW"), ("GOOD", "HIGH"), ("BAD", GATE))
    first = next_question(questions, {})
    assert first is not None
    assert (first.index, first.reason) == (2, "It is a gate: one answer can end the matter.")
    second = next_question(questions, {2: "No"})
    assert second is not None
    assert (second.index, second.reason) == (
        1,
        "Its answer decides: yes leads to “good”, no to “poor”.",
    )
    assert next_question(questions, {2: "Yes"}) is None
    assert next_question(questions, {0: "No", 1: "No", 2: "No"}) is None


@given(cases())
def test_next_question_is_open_and_counts(case: Any) -> None:
    """It is never one that is answered, archived or ignored."""
    questions, answers, points = case
    asked = next_question(questions, answers, points)
    card = score(questions, answers, points)
    if asked is not None:
        line = next(line for line in card.contributions if line.index == asked.index)
        assert line.answer == "Unknown"
        assert line.effect != "ignored"


def test_best_match_is_what_is_shown_not_what_may_be() -> None:
    """One lucky yes out of many does not beat four of five; the unknown comes last."""
    lucky = score(questions_of(*[("GOOD", "HIGH")] * 8), {0: "Yes"})
    four = questions_of(*[("GOOD", "HIGH")] * 5)
    shown = score(four, dict.fromkeys(range(4), "Yes") | {4: "No"})
    out = score(questions_of(("GOOD", "HIGH"), ("BAD", GATE)), {0: "Yes", 1: "Yes"})
    nothing = score(questions_of(("GOOD", "HIGH")), {})
    assert rank([out, nothing, lucky, shown]) == [3, 2, 0, 1]
