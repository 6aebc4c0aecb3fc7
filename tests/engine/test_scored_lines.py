"""Scored lines: what a sentence says to score points."""

from __future__ import annotations

import pytest

from octave_api.engine import Document, generate
from octave_api.engine.scored_lines import scored_in

SCORED = [
    ("private bakeries are ideal here and get 3 points", [("private bakeries", 3.0)]),
    ("we give 4 points to bakeries with a shop", [("bakeries with a shop", 4.0)]),
    ("bakeries outside Wales lose 5 points", [("bakeries outside Wales", -5.0)]),
    ("a free-mail address is a bad sign, minus 4", [("free-mail address", -4.0)]),
    (
        "we sell best to people in purchasing (5 points), then finance (3 points)",
        [("purchasing", 5.0), ("finance", 3.0)],
    ),
    ("deduct 2 points for rented ovens", [("rented ovens", -2.0)]),
    ("a second oven is a good sign", [("second oven", None)]),
    ("they bake rye", []),
]


@pytest.mark.parametrize(("text", "scored"), SCORED)
def test_sentences_say_what_scores(text: str, scored: list[tuple[str, float | None]]) -> None:
    """Verbs of giving and losing, brackets, signs."""
    assert [(one.what, one.points) for one in scored_in(text)] == scored


RUBRIC = """## Bakery score

- *Ownership* - family bakeries are ideal and get 3 points
- *Email* - a private address is a bad sign, minus 6

| Metric | Value | Score |
|---|---|---|
| Headcount | 12-90 | 6 |
| Company type | private | 3 |
| Founded year | 2004-2019 | 3 |
| Role | purchasing | 6 |
| Role | student | -6 |
| Country | Not in Wales, Scotland | -5 |
| Email provider | Private email | -6 |
| Region | Other | -2 |
"""


def test_a_rubric_is_asked_row_by_row() -> None:
    """Facts, roles and addresses, each with the weight of its points; the rest is not asked."""
    draft = generate("segment", [Document(RUBRIC)], strict=True)
    asked = {one.question: (str(one.fit_type), str(one.weight)) for one in draft.questions}
    assert asked["Does the contact work in purchasing?"] == ("GOOD", "HIGH")
    assert asked["Is the contact a student?"] == ("BAD", "HIGH")
    assert asked["Does it have 12 to 90 employees?"] == ("GOOD", "HIGH")
    assert asked["Was it founded between 2004 and 2019?"] == ("GOOD", "MEDIUM")
    assert asked["Is it a private company?"] == ("GOOD", "MEDIUM")
    assert asked["Is it based outside Wales or Scotland?"][0] == "BAD"
    assert asked["Do they use a private email address?"] == ("BAD", "HIGH")
    assert not any("other" in question.lower() for question in asked)


def test_a_column_of_verdicts_takes_sides() -> None:
    """ "Good" and "Bad" in a row say which side it takes."""
    rows = ("Signal | Good or bad", "---|---", "Opens a second shop | Good", "Bakes by wood | Bad")
    text = "\n".join(f"| {row} |" for row in rows)
    draft = generate("segment", [Document(text)], strict=True)
    asked = {one.question: str(one.fit_type) for one in draft.questions}
    assert asked["Do they open a second shop?"] == "GOOD"
    assert asked["Do they bake by wood?"] == "BAD"
