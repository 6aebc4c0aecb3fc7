"""Who is too small or too big: read from the sentence, asked as a size."""

from __future__ import annotations

import pytest

from octave_api.engine import Document, generate
from octave_api.engine.excluding import excluded
from octave_api.engine.refusals import turned_away
from octave_api.engine.refused_sizes import size_asked


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Under 80 pitches it is not worth a call.", "Does it have fewer than 80 pitches?"),
        ("Anything below 15 vans is too small for us", "Does it have fewer than 15 vans?"),
        ("We walk away under £3m turnover", "Is its turnover under £3m?"),
        ("Less than four sites: don't bother.", "Does it have fewer than four sites?"),
        ("Over 4,000 staff they build their own", "Does it have more than 4,000 staff?"),
        ("<6 ovens: skip", "Does it have fewer than 6 ovens?"),
        ("Nothing under 12 kilns, please", "Does it have fewer than 12 kilns?"),
        ("We don't go below 40 rooms", "Does it have fewer than 40 rooms?"),
        ("Below 300 tonnes a week we lose money.", "Does it do less than 300 tonnes a week?"),
        ("Anyone doing under 90 drops a day is too small", "Does it do fewer than 90 drops a day?"),
        ("Nobody below €2m", "Is its revenue under €2m?"),
        (
            "Campsites under 80 pitches are not worth it",
            "Is it a campsite with fewer than 80 pitches?",
        ),
        (
            "Villages under 900 inhabitants are out",
            "Is it in a village of fewer than 900 inhabitants?",
        ),
        ("Under 5 months of runway: pass", "Does it have less than 5 months of runway?"),
    ],
)
def test_a_size_that_is_turned_away_is_asked_plainly(text: str, question: str) -> None:
    """No pronoun and no half of the sentence is left in the question."""
    who = turned_away(text)
    assert who is not None
    assert excluded(who, "segment").text == question


@pytest.mark.parametrize(
    "text",
    [
        "Over 60% of them never answer",
        "Under the new rule it is not possible to sell below cost.",
        "More than 20 people came, so we skip the summary",
        "We lose money below a 12% margin",
        "Less than half of them renew",
    ],
)
def test_other_numbers_turn_nobody_away(text: str) -> None:
    """A share, a date or a crowd is no size of a company."""
    assert turned_away(text) is None


@pytest.mark.parametrize("who", ["it", "under 5", "anything below 5", "people", "firms that we"])
def test_what_cannot_be_asked_is_left_out(who: str) -> None:
    """A broken question is worse than none."""
    assert excluded(who, "segment").sure == 0.0


@pytest.mark.parametrize(
    ("who", "question"),
    [
        ("anything run by a rowing club", "Is it run by a rowing club?"),
        ("anything in retail", "Is it in retail?"),
        ("anything that needs a tender", "Do they need a tender?"),
        ("whoever wants it cheap", "Do they want it cheap?"),
    ],
)
def test_anything_is_asked_as_what_it_is(who: str, question: str) -> None:
    """Nobody is "in anything run by a club"."""
    assert excluded(who, "segment").text == question


def test_a_refused_size_is_no_fact_of_the_segment() -> None:
    """Those who are too small say nothing of those who are wanted."""
    text = "# Campsites\n\n- 80 to 400 pitches\n- We walk away under £3m turnover\n"
    draft = generate("segment", [Document(text)], strict=True)
    assert draft.data.firmographics["revenue"] == []
    assert "Is its turnover under £3m?" in [one.question for one in draft.questions]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Smaller outfits under 9 boats don't have an office", "Does it have fewer than 9 boats?"),
        ("Larger ones above 90 boats already have a system", "Does it have more than 90 boats?"),
        (
            "Farms with fewer than six cages never get past a demo",
            "Is it a farm with fewer than six cages?",
        ),
        (
            "Anything over 80 techs, they standardized long ago, so skip those",
            "Does it have more than 80 techs?",
        ),
    ],
)
def test_who_is_set_apart_by_size_is_turned_away(text: str, question: str) -> None:
    """A memo that tells of the smaller and the larger ones wants neither."""
    who = turned_away(text)
    assert who is not None
    assert excluded(who, "segment").text == question


@pytest.mark.parametrize(
    "text",
    [
        "Companies with more than 50 trucks have no idea where they are",
        "Teams over 9 reps lack a forecast",
    ],
)
def test_what_troubles_the_large_ones_turns_them_not_away(text: str) -> None:
    """A pain of the size that is wanted is no refusal."""
    assert turned_away(text) is None


@pytest.mark.parametrize(
    ("who", "question"),
    [
        ("anything under 5 FTE", "Does it have fewer than 5 FTE?"),
        ("anyone under 20 berths, they never reply", "Does it have fewer than 20 berths?"),
    ],
)
def test_a_reason_behind_a_size_is_left_out(who: str, question: str) -> None:
    """The size is asked."""
    said = size_asked(who)
    assert said is not None
    assert said.text == question
