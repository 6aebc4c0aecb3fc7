"""Whom a source turns away: read from its sentences, asked in plain words."""

from __future__ import annotations

import pytest

from octave_api.engine import Document, generate
from octave_api.engine.excluding import excluded
from octave_api.engine.refusals import turned_away


@pytest.mark.parametrize(
    ("who", "question"),
    [
        ("station kiosks, market stalls", "Are they station kiosks or market stalls?"),
        ("factory bakers, purchasing eats us alive", "Are they factory bakers?"),
        ("shops with under 2 ovens, no money", "Is it a shop with fewer than 2 ovens?"),
        ("ones that only resell", "Do they only resell?"),
    ],
)
def test_the_seller_and_its_reasons_are_left_out(who: str, question: str) -> None:
    """What a yes or no can answer stays."""
    assert excluded(who, "segment").text == question


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The ones that bake only for their own cafés don't need us", "ones that bake only"),
        ("Mills with less than a ton a day are too small to pay", "Mills with less than"),
        ("We tried hotels once; never again", "hotels"),
        ("also not the tea rooms with one oven, no money", "tea rooms with one oven"),
        ("Mills that grind feed are a different animal", "Mills that grind feed"),
        ("Chapel kitchens are run by volunteers, so we leave them out", "Chapel kitchens"),
        ("Skip catering agencies", "catering agencies"),
    ],
)
def test_sentences_of_prose_turn_away(text: str, who: str) -> None:
    """Nobody writes "disqualified" in a memo."""
    found = turned_away(text)
    assert found is not None
    assert found.startswith(who)


@pytest.mark.parametrize(
    "text", ["Our reports are too slow to read", "Skip meetings", "The oven is too small"]
)
def test_pains_and_advice_turn_nobody_away(text: str) -> None:
    """Only people and firms are turned away."""
    assert turned_away(text) is None


BRIEF = (
    "Hostels and hotels with 2+ venues, Ohio & Texas, ordering by phone still.\n"
    "No franchises of Crumbly.\n"
)


def test_a_brief_in_two_lines_gives_a_segment() -> None:
    """Who, how many, where, what they do, and whom not."""
    draft = generate("segment", [Document(BRIEF)], strict=True)
    questions = {one.question: one.fit_type for one in draft.questions}
    assert draft.name == "Hostels and hotels with at least 2 venues"
    assert questions["Is it a franchise of Crumbly?"] == "BAD"
    assert "Are they ordering by phone still?" in questions


def test_ticks_and_crosses_take_sides() -> None:
    """A page that asks "Is it right for you?" answers by them."""
    text = (
        "# Oven timers\n\n## Is Crumbly right for you?\n\n✅ You run 3 or more ovens\n\n"
        "✅ You bake at night\n\n❌ You only warm up rolls\n"
    )
    draft = generate("segment", [Document(text)], strict=True)
    questions = {one.question: one.fit_type for one in draft.questions}
    assert questions["Do they run 3 or more ovens?"] == "GOOD"
    assert questions["Do they only warm up rolls?"] == "BAD"


def test_who_buys_and_who_does_not() -> None:
    """Two bare labels of a note let in and turn away."""
    text = (
        "buys:\n * Mills with 3+ silos\n * take grain by rail\n\n"
        "doesn't:\n * one-man mills\n * feed makers\n"
    )
    draft = generate("segment", [Document(text)], strict=True)
    questions = {one.question: one.fit_type for one in draft.questions}
    assert questions["Do they take grain by rail?"] == "GOOD"
    assert questions["Is it a feed maker?"] == "BAD"


def test_a_call_to_call_them_lets_in() -> None:
    """ "If they have …, call them" is the best criterion that a mail has."""
    text = "Talks with mills were good. If they have a rail siding AND two silos, call them.\n"
    draft = generate("segment", [Document(text)], strict=True)
    assert draft.questions[0].question == "Do they have a rail siding and two silos?"
