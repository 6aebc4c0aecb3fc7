"""Shortening: what goes from a long line before it is asked, and what must stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octave_api.engine import phrasing
from octave_api.engine.shortening import SAYABLE, shortened


@pytest.mark.parametrize(
    ("line", "point"),
    [
        (
            "prepare the baking plan, the shift plan and the orders with the head baker",
            "prepare the baking plan with the head baker",
        ),
        (
            "order flour from four mills to keep the ovens busy through the night",
            "order flour from four mills",
        ),
        (
            "worried about running out of flour or paying twice for the same delivery",
            "worried about running out of flour",
        ),
        (
            "count the bread left in each shop because nobody trusts the figures",
            "count the bread left in each shop",
        ),
    ],
)
def test_what_only_adds_to_a_long_line_goes(line: str, point: str) -> None:
    """Further things, another deed, a purpose and a reason are not part of the question."""
    assert shortened(line) == point


@pytest.mark.parametrize(
    "line",
    [
        "having to go through a long, complicated round of tastings with the whole board",
        "order flour from mills",
        "get the mills to deliver the flour before the bakers come in",
        "bake, cool, pack and send bread to 40 shops before the first of 2,000 guests comes",
        "plan the night between the oven, the cooling room and the loading of the vans",
        "use one of three systems, Loafer, Crumb or Ovenly to plan the shifts of a week",
    ],
)
def test_what_carries_the_meaning_stays(line: str) -> None:
    """Short lines, what a verb governs, numbers, and alternatives are left alone."""
    assert shortened(line) == line


@given(st.lists(st.sampled_from("bake bread , to plan or selling by the shops not 12".split())))
def test_a_point_is_the_line_without_some_words(words: list[str]) -> None:
    """Nothing is made up: every word of the point is a word of the line, in its order."""
    line = " ".join(words)
    left = iter(line.split())
    assert all(word in left for word in shortened(line).split())
    assert shortened(line) == line or len(line.split()) > SAYABLE


def test_a_difficulty_is_asked_as_a_struggle() -> None:
    """ "It can be difficult for their team to …" says what they struggle with."""
    said = phrasing.pain("It can be difficult for their team to price a new cake", "persona")
    assert said.text == "Do they struggle to price a new cake?"
    said = phrasing.pain("Late flour remains a constant headache", "segment")
    assert said.text == "Is late flour a problem for them?"
