"""The waterfall: its bars are the score's, and any words can stand beside them."""

from __future__ import annotations

import json

import pytest

from octave_api.contract import QualifyingQuestion
from octave_api.scorecard import Answer, score
from pages.parts.qualify import waterfall

KINDS = (("GOOD", "HIGH"), ("GOOD", "MEDIUM"), ("BAD", "HIGH"), ("BAD", "INSTANT_DISQUALIFIER"))
QUESTIONS = [
    QualifyingQuestion(question=f"Does this person do number {n}?", fit_type=fit, weight=weight)
    for n, (fit, weight) in enumerate(KINDS)
]


def test_bars_lead_from_nothing_to_the_score() -> None:
    """One a question that counts, then what is held, then the score."""
    card = score(QUESTIONS, {0: "Yes", 1: "No", 2: "Yes"})
    found = waterfall.marks(card, at=1)
    assert list(found["effect"]) == ["adds", "nothing", "subtracts", "score"]
    assert list(found["word"]) == ["+60", "no", "−60", "0"]
    assert list(found["on"]) == [False, True, False, False]
    assert found["end"].iloc[-1] == pytest.approx(100 * (card.fit or 0))
    below = score(QUESTIONS, {1: "Yes", 2: "Yes"})
    assert list(waterfall.marks(below)["effect"])[-2:] == ["clamped", "score"]
    domain = waterfall.spec(waterfall.marks(below))["layer"][1]["encoding"]["x"]["scale"]["domain"]
    assert domain[0] < 0


def test_the_bands_are_drawn_however_narrow_it_is() -> None:
    """Vega leaves out marks of an axis above its count, one for 40 pixels if none is told."""
    spec = waterfall.spec(waterfall.marks(score(QUESTIONS, {0: "Yes"})))
    axis = spec["layer"][1]["encoding"]["x"]["axis"]
    assert axis["tickCount"] >= len(axis["values"]) == 4


def test_without_a_score_it_says_so() -> None:
    """Every bar waits where it would begin."""
    card = score(QUESTIONS, {})
    found = waterfall.marks(card)
    assert set(found["word"]) == {"open", "no score"}
    assert "no score yet" in waterfall.alt_text(card)


def test_words_cannot_leave_their_label() -> None:
    """The labels stand in an expression; quotes, brackets and line ends are written as codes."""
    wild = '"] + window.x + ["\n\\ 😀 ' + "é" * 60
    question = QualifyingQuestion(question=wild, fit_type="GOOD", weight="HIGH")
    answers: dict[int, Answer] = {0: "Yes"}
    spec = waterfall.spec(waterfall.marks(score([question], answers)))
    expression = spec["layer"][1]["encoding"]["y"]["axis"]["labelExpr"]
    labels = json.loads(expression.removesuffix("[datum.value]"))
    assert len(labels) == 2
    assert labels[0].startswith('1. "] + window.x')


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Does this person plan the night shift?", "Plan the night shift"),
        ("Is their company in logistics?", "In logistics"),
        ("Would they say that mail is late?", "Mail is late"),
        ("How many?", "How many"),
        ("?", "?"),
    ],
)
def test_a_label_begins_with_what_is_asked(question: str, label: str) -> None:
    """What all questions begin with is left out."""
    assert waterfall.short(question) == label
