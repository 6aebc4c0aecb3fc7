"""Criteria of a source: which lines let somebody in or turn somebody away, and how they weigh."""

from __future__ import annotations

import pytest

from octave_api.contract import Kind
from octave_api.engine import Document, generate
from octave_api.engine.sides import side_of, turns_away

LISTS = """# Bakery ovens: who buys

## Must-haves

- Runs at least three shops
- Bakers are employed, not hired by the day

## Nice to have

- Lease of the oven ends within 12 months

## Knock-outs

- Night work outsourced
- Bread delivered by a supermarket
"""
POINTS = """# Scoring for oven leasing

| Sign | Points |
| --- | --- |
| More than 3 ovens | 8 |
| Bakes at night | 4 |
| Sells to hotels | 2 |
| Part of a supermarket chain | -8 |
"""
SIGNED = """Oven leads

+10 bakes its own rolls
+4 delivers to hotels
-6 buys frozen dough
"""
YOU = """# Who should call us

You will like us if

- you bake more than 900 rolls a day
- your bakers start before four

You will not like us if

- you only resell
- you want us to bake for you
"""
GRID = """| Point | Ideal | Acceptable | Reject |
| --- | --- | --- | --- |
| Ovens | own ovens | leased ovens | no ovens at all |
| Till | Breadly, Rollo | paper | none |
"""


def asked(text: str, kind: Kind = "segment") -> dict[str, tuple[str, str]]:
    draft = generate(kind, [Document(text)], strict=True)
    return {one.question: (str(one.fit_type), str(one.weight)) for one in draft.questions}


def test_lists_of_criteria_weigh_as_their_headings_say() -> None:
    """Must-haves weigh most, nice-to-haves least, and a knock-out ends the conversation."""
    questions = asked(LISTS)
    assert questions["Do they run at least three shops?"] == ("GOOD", "HIGH")
    assert questions["Are their bakers employed, not hired by the day?"] == ("GOOD", "HIGH")
    assert questions["Does their lease of the oven end within 12 months?"] == ("GOOD", "LOW")
    assert questions["Is their night work outsourced?"] == ("BAD", "INSTANT_DISQUALIFIER")


def test_points_become_weights() -> None:
    """The most points HIGH, half of them MEDIUM, fewer LOW; points taken off speak against."""
    questions = asked(POINTS)
    assert questions["Do they have more than 3 ovens?"] == ("GOOD", "HIGH")
    assert questions["Do they bake at night?"] == ("GOOD", "MEDIUM")
    assert questions["Do they sell to hotels?"] == ("GOOD", "LOW")
    assert questions["Are they part of a supermarket chain?"] == ("BAD", "HIGH")


def test_signed_lines_score() -> None:
    """ "+4" before a line is what it scores."""
    questions = asked(SIGNED)
    assert questions["Do they bake their own rolls?"] == ("GOOD", "HIGH")
    assert questions["Do they deliver to hotels?"] == ("GOOD", "LOW")
    assert questions["Do they buy frozen dough?"][0] == "BAD"


def test_what_is_said_to_the_reader_is_asked_of_the_prospect() -> None:
    """ "You" is the prospect here; what speaks of the seller is not asked."""
    questions = asked(YOU)
    assert questions["Do they bake more than 900 rolls a day?"][0] == "GOOD"
    assert questions["Do they only resell?"][0] == "BAD"
    assert not any(" us " in question for question in questions)


def test_columns_say_how_welcome_a_cell_is() -> None:
    """Under "Reject" a cell turns away, under "Acceptable" it weighs little."""
    questions = asked(GRID)
    assert questions["Do they have their own ovens?"] == ("GOOD", "HIGH")
    assert questions["Is their till Breadly or Rollo?"] == ("GOOD", "HIGH")
    assert questions["Do they have leased ovens?"] == ("GOOD", "LOW")


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Walk away if the landlord owns the oven.", "Does the landlord own the oven?"),
        ("Stop when there is no baker.", "Do they lack a baker?"),
        ("Bakeries without an oven are out of scope.", "Are they bakeries without an oven?"),
        (
            "Exclude: bars, kiosks, shops inside stations.",
            "Are they bars, kiosks or shops inside stations?",
        ),
    ],
)
def test_a_sentence_turns_somebody_away(text: str, question: str) -> None:
    """Each is asked once, and a yes ends the conversation."""
    questions = asked(f"We lease ovens to bakeries. {text}")
    assert questions[question] == ("BAD", "INSTANT_DISQUALIFIER")


def test_the_nearest_heading_with_a_side_counts() -> None:
    """A list inside a page of knock-outs may still speak for somebody."""
    assert side_of(("Knock-outs", "Go on if")) is None or side_of(("Knock-outs", "Good fit if"))
    assert side_of(("Red flags", "Good fit")) == ("for", "Good fit")
    assert side_of(("Good fit", "Not a fit")) == ("against", "Not a fit")
    assert side_of(("Ovens",)) is None


def test_a_deal_breaker_of_the_buyer_turns_nobody_away() -> None:
    """Only beside must-haves does a deal-breaker speak of the prospect."""
    assert not any(
        fit == "BAD" for fit, _ in asked("# Baker\n\n## Deal-breakers\n\n- Loud ovens\n").values()
    )


@pytest.mark.parametrize(
    ("heading", "bad"),
    [
        ("Never", True),
        ("Hard no", True),
        ("Not interesting", True),
        ("Red flags", True),
        ("Never miss a delivery", False),
        ("No more paper", False),
        ("Who we sell to", False),
    ],
)
def test_a_heading_that_turns_away_is_known(heading: str, bad: bool) -> None:
    """What stands under it speaks against a fit; a promise that begins so does not."""
    assert turns_away(heading) is bad
    text = f"# Bakeries\n\n- Two ovens\n\n## {heading}\n\n- Uses paper orders only\n"
    draft = generate("segment", [Document(text)], strict=True)
    fits = {one.fit_type for one in draft.questions if "paper orders" in one.question}
    assert fits <= ({"BAD"} if bad else {"GOOD"})


LABELLED = """# Oven leasing: who qualifies

**Qualifiers:**
- Path to two ovens a year
- Budget and start date in place

**Disqualifiers:**
- **No cellar** - The ovens are heavy, they need a floor that holds.
- **Can't meet hygiene rules** - The office checks them.
- **Needs self-hosted** - We have no such oven.
- **Bakes by wood** - Be kind, but there is no way.
- **Only resells** - Send them to the wholesaler.
- **Leases ovens from a mill** - Their contract has to end first.

## Questions for the first call
- "How do you bake today?"
- "What does a broken oven cost you?"
- "Who else decides?"
- "How many rolls do you sell?"
- "How do you plan the night?"
- "What happens when an oven stops?"
- "How do you buy flour?"
- "When does your lease end?"
"""


def test_what_a_source_lists_comes_before_the_questions_that_it_words() -> None:
    """Qualifiers and up to six disqualifiers are asked; reasons and advice are not."""
    questions = asked(LABELLED)
    assert questions["Are budget and start date in place?"][0] == "GOOD"
    assert questions["Do they have a path to two ovens a year?"][0] == "GOOD"
    against = [question for question, (fit, _) in questions.items() if fit == "BAD"]
    assert len(against) == 6
    assert "Do they need a self-hosted version?" in against
    assert "Are they unable to meet hygiene rules?" in against
    assert len(questions) == 12
    assert not any("floor" in question or "office" in question for question in questions)


@pytest.mark.parametrize(
    ("heading", "side"),
    [
        ("Qualifiers", "for"),
        ("Go if", "for"),
        ("What we look for", "for"),
        ("Good partner", "for"),
        ("Should have", "for"),
        ("Minimum bar", "for"),
        ("An order is accepted when", "for"),
        ("Green", "for"),
        ("Bad leads", "against"),
        ("Kill criteria", "against"),
        ("Qualify her out if", "against"),
        ("What rules them out", "against"),
        ("It is sent back when", "against"),
        ("Hard no's", "against"),
        ("Don't call if", "against"),
        ("Go / no-go", None),
        ("Green and red flags", None),
    ],
)
def test_headings_of_many_habits_take_sides(heading: str, side: str | None) -> None:
    """One that speaks of both sides takes none."""
    found = side_of((heading,))
    assert (found[0] if found else None) == side


def test_the_letters_of_a_sheet_are_criteria() -> None:
    """Budget, authority and need each say what a prospect must be like."""
    questions = asked(
        "# Oven sheet\n\nBudget: at least 20k\nAuthority: owner or head baker\n"
        "Need: gas bill above 900 a month\nTimeline: before the summer\n"
    )
    assert "Is their budget at least 20k?" in questions
    assert "Is the contact the owner or head baker?" in questions
    assert "Is their gas bill above 900 a month?" in questions
    assert "Is a decision due before the summer?" in questions


def test_a_value_that_lists_several_sets_several() -> None:
    """Each point of a line is asked by itself."""
    questions = asked("# Bakers\n\n**Red flags:** no cellar · wants a free oven · bakes by wood\n")
    assert list(questions) == [
        "Do they lack a cellar?",
        "Do they want a free oven?",
        "Do they bake by wood?",
    ]


def test_what_a_buyer_must_have_is_needed() -> None:
    """A persona's must-haves beside what rules out are what the product must give."""
    text = "# Head baker\n\n## Must-haves\n- EDI with mills\n\n## Disqualifiers\n- No cellar\n"
    assert "Do they need EDI with mills?" in asked(text, "persona")
