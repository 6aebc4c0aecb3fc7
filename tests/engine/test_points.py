"""Points that stand in one line."""

from __future__ import annotations

import pytest

from octave_api.engine import Document, generate
from octave_api.engine.phrases import read_phrase
from octave_api.engine.phrasing import aim, duty
from octave_api.engine.points import points_of


def parts(text: str, *, labelled: bool = True) -> list[str]:
    return [text[a:b] for a, b in points_of(text, labelled=labelled)]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        (
            "late lorries, drivers that cannot find the mill, sacks without a lot number",
            ["late lorries", "drivers that cannot find the mill", "sacks without a lot number"],
        ),
        (
            "order peaks in March and April that the phone cannot take, price lists in Excel, "
            "sacks sold twice",
            [
                "order peaks in March and April that the phone cannot take",
                "price lists in Excel",
                "sacks sold twice",
            ],
        ),
        (
            "setting fees, running payroll, counting sacks",
            ["setting fees", "running payroll", "counting sacks"],
        ),
        (
            "flour that is late, salt that is damp, sacks that burst",
            ["flour that is late", "salt that is damp", "sacks that burst"],
        ),
    ],
)
def test_points_after_a_label_are_parted(text: str, points: list[str]) -> None:
    """Where each could stand alone, with a clause of its own or not."""
    assert parts(text) == points


def test_deeds_in_a_row_are_parted_without_a_label() -> None:
    """Three and more verbs in the third person."""
    text = "cleans sales history, runs the forecast, argues with sales"
    assert len(parts(text, labelled=False)) == 3
    assert parts("flour, salt, water", labelled=False) == []


def data(text: str):
    return generate("persona", [Document(text)]).data


@pytest.mark.parametrize(
    "label",
    [
        "- What they complained about last time: {}",
        "- What she moans about: {}",
        "- Their pains are {}.",
        "Pains: {}",
    ],
)
def test_what_they_complain_about_is_a_list_of_pains(label: str) -> None:
    """However the list is announced."""
    listed = label.format(
        "late lorries, drivers that cannot find the mill, and sacks without a lot"
    )
    found = data(f"# Mill manager\n\n{listed}\n").pain_points
    assert found[:3] == ["Late lorries", "Drivers that cannot find the mill", "Sacks without a lot"]


def test_a_label_is_of_its_own_sentence_alone() -> None:
    """What the next sentence says is no pain."""
    text = (
        "# Mill manager\n\nWhat they complained about: late lorries, wet salt, torn sacks. "
        "The owner wants to keep the phone.\n"
    )
    found = data(text)
    assert found.pain_points[:3] == ["Late lorries", "Wet salt", "Torn sacks"]
    assert found.key_objectives[:1] == ["Keep the phone"]


@pytest.mark.parametrize("text", ["Being paid to do my job", "Get promoted", "Work-life balance"])
def test_an_aim_that_everybody_has_asks_nothing(text: str) -> None:
    """It tells no buyer from another."""
    assert aim(text, "persona").sure == 0.0
    assert aim("Be paid on time by the mills", "persona").sure > 0.5


def test_how_a_thing_is_to_be_left_is_kept_whole() -> None:
    """ "No load accepted above 16%" is no wish to avoid loads."""
    asked = aim("No load accepted above 16% moisture", "persona").text
    assert "no load accepted above 16% moisture" in asked
    assert "avoid" not in asked


def test_an_aim_to_avoid_something_excludes_nobody() -> None:
    """Under "Goals", "avoid a deficit" is a goal."""
    draft = generate(
        "persona", [Document("# School bursar\n\nGoals: collect fees on time, avoid a deficit\n")]
    )
    assert "Avoid a deficit" in draft.data.key_objectives
    assert all(one.weight != "INSTANT_DISQUALIFIER" for one in draft.questions)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Bed turnaround", "Is this person responsible for bed turnaround?"),
        (
            "Spray records for the inspector",
            "Is this person responsible for spray records for the inspector?",
        ),
        ("Running payroll", "Does this person run payroll?"),
    ],
)
def test_nouns_that_may_be_verbs(text: str, asked: str) -> None:
    """A bed is seldom something done; payroll is run."""
    assert duty(text).text == asked


def test_who_signs_beside_a_boss_is_no_duty() -> None:
    """It says who buys."""
    text = (
        "Contact: purchasing lead at a mill\nReports to COO, COO signs > 50k, she decides below\n"
    )
    found = data(text)
    assert found.why_they_matter_to_us[:1] == ["Reports to COO, COO signs > 50k, she decides below"]
    assert not any("COO" in one for one in found.primary_responsibilities)


@pytest.mark.parametrize(
    ("text", "field", "item"),
    [
        (
            "# Mill\n\n**Day-to-day frustrations:** quotes that take days; torn sacks\n",
            "pain_points",
            "Torn sacks",
        ),
        (
            "# Mill\n\n**Tools they need to do their job:** Scales, ledgers\n",
            "pain_points",
            None,
        ),
        ("# Mill\n\n**Tired of:**\n* ovens without doors\n", "pain_points", "Ovens without doors"),
        (
            "# Mill\n\n- Supplier certs chased by e-mail, about 180 of them\n",
            "pain_points",
            "Supplier certs chased by e-mail, about 180 of them",
        ),
        (
            "# Mill\n\nWhat they are after: one list, dry salt, lit ovens\n",
            "key_objectives",
            "Dry salt",
        ),
        (
            "# Baker\n\nShe can buy up to £2,000 on a card; above that the owner has to approve.\n",
            "why_they_matter_to_us",
            "Can buy up to £2,000 on a card; above that the owner has to approve",
        ),
    ],
)
def test_labels_and_notes_reach_their_field(text: str, field: str, item: str | None) -> None:
    """The head noun of a label counts, and what notes say of who buys."""
    found = getattr(data(text), field)
    quoted = {claim.text for claim in generate("persona", [Document(text)]).claims if claim.quote}
    assert (item in found) if item else not quoted & set(found)


def test_a_question_that_is_answered_beside_it_is_a_label() -> None:
    """A template's "What do they value most?" is asked of no prospect."""
    draft = generate(
        "persona",
        [Document("# Baker\n\n**What do they value most?** Dry flour, and ovens that light\n")],
    )
    assert not any("value most" in one.question for one in draft.questions)


def test_whom_not_to_pitch_to_and_what_they_do_not_want() -> None:
    """The first is excluded; "not interested in" is said of the buyer, and excludes nobody."""
    draft = generate(
        "persona",
        [Document("# Baker\n\nDon't pitch to hotels.\n\nNot interested in telematics.\n")],
    )
    against = [one.question for one in draft.questions if one.weight == "INSTANT_DISQUALIFIER"]
    assert len(against) == 1
    assert "hotel" in against[0]


def test_one_thing_does_not_agree_with_a_bare_verb() -> None:
    """ "A Kubernetes upgrade that breaks" names a thing; nobody upgrades."""
    assert read_phrase("A Kubernetes upgrade that breaks a payment service").kind != "clause"
