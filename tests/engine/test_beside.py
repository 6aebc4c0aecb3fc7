"""What a segment's source says beside the companies meant is no fact and no question of theirs."""

from __future__ import annotations

import pytest

from octave_api.engine import Document, Draft, generate

TENDER = """INVITATION TO TENDER 41-B
Ferry Board of the Outer Isles

1. Introduction
The Board runs 9 ferries and employs 210 people.

2. Requirements
2.1 The supplier must show at least four fleets with more than 30 vessels.
2.2 The system shall keep all data in Iceland.
"""
POINTS = """Scoring of bakeries

Attribute | Points | Comment
--- | --- | ---
More than 12 ovens | 15 | fewer do it on paper
Bakes at night | 8 | strict noise rules
Owned by a supermarket | -10 | they use group IT
Max | 45 |
"""


def read(text: str) -> Draft:
    """Read a text as a segment, without what is typical."""
    return generate("segment", [Document(text)], strict=True)


def asked(text: str) -> dict[str, str]:
    """Give the questions with the side they take."""
    return {one.question: one.fit_type for one in read(text).questions}


def said(draft: Draft) -> str:
    """Give everything that a draft says of the companies."""
    questions = " ".join(one.question for one in draft.questions)
    return f"{draft.name} {draft.description} {draft.data.model_dump_json()} {questions}"


def test_what_bidders_must_do_is_no_fact_of_the_buyer() -> None:
    """The tender's own numbers stay; the supplier's fleets and the place of the data do not."""
    draft = read(TENDER)
    assert draft.data.firmographics["employees"] == ["210"]
    assert "Iceland" not in said(draft)
    assert "30 vessels" not in said(draft)


@pytest.mark.parametrize(
    "line",
    [
        "About Crumbly (customer since 2021): 6 shops, 140 people, on Rollo. Team of 7 in oats.",
        "One mill (Old Weir, 140 people) signed on the spot after a fire.",
    ],
)
def test_one_customer_is_not_the_market(line: str) -> None:
    """Its headcount and its tools are its own, up to the end of the line."""
    draft = read(f"Segment: mills\n\nMills with 3-9 silos in Wales.\n{line}\nNot for bakers.\n")
    assert draft.data.firmographics["employees"] == []
    assert "Team of 7" not in said(draft)
    assert any(one.fit_type == "BAD" for one in draft.questions)


@pytest.mark.parametrize(
    "line", ["ACV €9k, 11-month payback", "12 new logos", "Trusted by 90 mills", "4.7 stars on G2"]
)
def test_what_the_seller_earns_and_boasts_is_no_trait(line: str) -> None:
    """Neither a characteristic nor a question comes of it."""
    text = f"## Target market\n\n- Mills with 3-9 silos\n- {line}\n\n## Not for\n\n- Bakers\n"
    assert line not in said(read(f"{text}\n{line}\n"))
    assert line[-8:] not in said(read(f"{text}\n{line}\n"))


def test_rows_with_points_are_criteria_whatever_their_column_is_called() -> None:
    """Each row is asked by its points; remarks, sums and whose owner they are count for nothing."""
    draft = read(POINTS)
    questions = {one.question: (one.fit_type, one.weight) for one in draft.questions}
    assert questions["Do they have more than 12 ovens?"] == ("GOOD", "HIGH")
    assert questions["Are they owned by a supermarket?"] == ("BAD", "HIGH")
    assert "Retail" not in draft.data.firmographics["industry"]
    assert draft.name not in ("Points", "Retailers")
    assert "Max" not in said(draft)
    assert "group IT" not in said(draft)


def test_weights_of_a_score_are_no_characteristics() -> None:
    """A list "Weight" gives numbers for words, and no name."""
    text = "Mills with 3-9 silos in Wales.\n\nWeight\n- silos: 5\n- night shift: 3\n- region: 2\n"
    draft = read(text)
    assert draft.data.firmographics["characteristics"] == ["3 to 9 silos"]
    assert draft.name == "Companies with 3 to 9 silos"
