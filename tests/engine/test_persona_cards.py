"""
Persona cards as handbooks and wikis hold them: employers, figures, points told in one breath.
"""

from __future__ import annotations

import pytest

from octave_api.engine import Document, Draft, generate
from octave_api.engine.aims_with_figures import is_measured
from octave_api.engine.concern_phrasing import objection
from octave_api.engine.phrasing import aim, pain
from octave_api.engine.told_of_role import deed_told
from octave_api.engine.triggers import lately


def _persona(text: str) -> Draft:
    return generate("persona", [Document(text)])


def _asked(draft: Draft, fit: str = "") -> list[str]:
    return [one.question for one in draft.questions if fit in ("", one.fit_type)]


CARD = """# Stores Controller persona

## Overview
Stores Controllers are pivotal in keeping rail depots supplied.

## Demographics
- Reports to: Depot Director
- Company size: 900+ employees, 12+ depots

## Goals
She wants to cut urgent orders below 5%, halve dead stock and count each bin once a week.

## What they're looking for in a solution
A scanner that works with gloves, a link to their maintenance system, and proof from another depot.

## Objections
- "We've just signed a two-year deal"

Who not to chase: single-track museum lines, and anybody who's outsourced stores to one supplier.
"""


def test_the_employers_of_a_card_are_told_and_asked() -> None:
    """What a label says of the company is kept, and its size is asked."""
    draft = _persona(CARD)
    fields = {one.title: one.value for one in draft.data.custom_fields or []}
    assert fields["Their companies"] == ["900+ employees, 12+ depots"]
    assert "Does their company have at least 900 employees?" in _asked(draft)
    assert "Does their company have at least 12 depots?" in _asked(draft)


def test_points_told_in_one_breath_are_parted() -> None:
    """A sentence with several wishes, or several things, gives an item for each."""
    draft = _persona(CARD)
    assert draft.data.key_objectives[:3] == [
        "Cut urgent orders below 5%",
        "Halve dead stock",
        "Count each bin once a week",
    ]
    assert len(draft.data.why_we_matter_to_them) == 3
    assert draft.data.why_we_matter_to_them[1] == "A link to their maintenance system"
    spans = [one for one in draft.claims if one.pointer == "/data/whyWeMatterToThem/1"]
    assert spans[0].quote == "a link to their maintenance system"


def test_what_a_role_is_said_to_be_for_is_a_duty() -> None:
    """A title as the subject goes, the deed stays."""
    assert "Keeping rail depots supplied" in _persona(CARD).data.primary_responsibilities


def test_those_turned_away_in_one_line_are_asked_one_by_one() -> None:
    """Who is turned away is asked one by one."""
    draft = _persona(CARD)
    assert "Have they outsourced stores to one supplier?" in _asked(draft, "BAD")


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Their role involves planning tours", "planning tours"),
        ("A typical day consists of checking meters", "checking meters"),
        ("Yard managers play a key role in sorting scrap", "sorting scrap"),
        ("They are instrumental in hiring crews", "hiring crews"),
        ("The job market is changing", ""),
        ("Their role is to plan", ""),
    ],
)
def test_the_deed_of_a_role_is_found(text: str, deed: str) -> None:
    """Only what leads in to a deed is passed over."""
    assert text[deed_told(text) or len(text) :] == deed


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("Pick rate over 90 lines an hour", "Are they aiming for pick rate over 90 lines an hour?"),
        ("Cut off-list spend to below 5%", "Do they want to cut off-list spend to below 5%?"),
        ("Errors below 0.2%", "Do they want errors below 0.2%?"),
        ("Keep scrap under 2%", "Do they want to keep scrap under 2%?"),
    ],
)
def test_an_aim_with_a_figure_is_asked_with_it(line: str, question: str) -> None:
    """A figure is no deed whatever its first word may be, and a threshold is kept."""
    assert aim(line, "persona").text == question
    assert aim("More than 400 staff", "persona").sure == 0.0


def test_a_figure_is_told_as_one() -> None:
    """A verb that opens a figure stays a noun, a verb of aims a verb."""
    assert is_measured("Fill rate above 97%")
    assert not is_measured("Raise fill rate above 97%")


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("Job cards are on paper and arrive a day late", "Are job cards on paper?"),
        ("Price lists come by post and are lost", "Do price lists come by post?"),
        (
            "Because bins are counted by eye, nobody trusts the sheet, so yards hoard",
            "Are bins counted by eye?",
        ),
        ("No-access is the other big one – many visits are lost", "Are many visits lost?"),
        ("Hears of a leak when the tenant calls", "Do they hear of a leak when the tenant calls?"),
    ],
)
def test_a_pain_asks_one_thing(line: str, question: str) -> None:
    """A second verb, a remark and a chain of causes are left out of the question."""
    assert pain(line, "persona").text == question


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("The owner has to agree", "Would they object that the owner has to agree?"),
        ("Tillmaster already counts", "Would they object that Tillmaster already counts?"),
        ("They've no budget left", "Would they object that they have no budget left?"),
        ("They've just renewed their lease", "Have they just renewed their lease?"),
    ],
)
def test_an_objection_is_asked_as_one(line: str, question: str) -> None:
    """What a buyer says against it is no worry of theirs."""
    assert objection(line).text == question


def test_when_the_seller_wins_or_loses_is_no_pain_of_the_buyer() -> None:
    """What stands after "we lose when" is asked of the prospect, for and against."""
    draft = _persona(
        "Our buyer is the bakery owner. She bakes for four shops.\n"
        "We lose when they already use a till from a bank, or when the landlord does the IT.\n"
        "We win when the auditor has just complained."
    )
    assert not any("ose when" in one for one in draft.data.pain_points)
    assert _asked(draft, "BAD")[:2] == [
        "Do they already use a till from a bank?",
        "Does the landlord do the IT?",
    ]
    assert "Has the auditor just complained?" in _asked(draft, "GOOD")


def test_what_an_employer_offers_is_no_reason_to_buy() -> None:
    """A job advertisement gives the duties, not its holidays."""
    draft = _persona(
        "# Yard Manager\n\nWe're looking for a Yard Manager to run our two scrapyards.\n\n"
        "## What you'll do\n- Plan the shifts\n- Check each load\n\n"
        "## What we offer\n- 27 days' holiday\n- Parental leave\n\n## How to apply\nSend your CV."
    )
    assert not draft.data.why_we_matter_to_them
    assert "Run the two scrapyards" in draft.data.primary_responsibilities


def test_sections_beside_the_personas_hold_for_each() -> None:
    """Whom a page turns away is turned away whichever of its personas is meant."""
    draft = _persona(
        "# Messaging\n\n## Target personas\n### Primary: Claims Manager\n"
        "- **Top challenges**: clerks retype letters; storms triple the volume\n"
        "### Secondary: IT Manager\n- **Top challenges**: a backlog of nine months\n\n"
        "## Disqualifiers\n- Fewer than 500 claims a month\n"
    )
    assert draft.name == "Claims Manager"
    assert "Do they have fewer than 500 claims a month?" in _asked(draft, "BAD")


def test_the_words_around_a_title_in_a_list_go() -> None:
    """ "Sometimes" is no part of a title, and two titles are two."""
    draft = _persona("Titles: Head of Estates, sometimes Bursar\nPains: keys go missing")
    assert "Bursar" in draft.data.common_job_titles
    draft = _persona("Who: Depot Manager or Yard Manager at a haulier\nPains: keys go missing")
    assert draft.name == "Depot Manager"


def test_a_day_is_told_in_its_own_words() -> None:
    """Under "A day in the life" what goes wrong is a pain, not a duty."""
    draft = _persona(
        "A Day in the Life of a Meter Manager\n\nThe role involves reading meters, billing tenants "
        "and chasing gaps.\n\nData arrives late. They are rarely the budget holder."
    )
    assert draft.data.pain_points[0] == "Data arrives late"
    assert draft.data.primary_responsibilities[0] == "Reading meters"


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Do they have merger?", "Have they lately had a merger?"),
        ("Does their stock clerk leave?", "Has their stock clerk left lately?"),
        ("Do they have night porter quits?", "Has the night porter quit lately?"),
        ("Are they opening a yard?", "Are they opening a yard?"),
    ],
)
def test_a_trigger_is_asked_as_of_late(question: str, asked: str) -> None:
    """What happens is not had for good."""
    assert lately(question) == asked


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("No-shows cost $300 a slot", "Do no-shows cost $300 a slot?"),
        ("A wrong label takes two hours to trace", "Does a wrong label take two hours to trace?"),
        ("No history of what was repaired", "Do they lack history of what was repaired?"),
    ],
)
def test_what_something_costs_is_asked_with_its_verb(line: str, question: str) -> None:
    """A verb that is a noun too is no part of the thing."""
    assert pain(line, "persona").text == question


def test_columns_with_the_rows_of_a_persona_are_personas() -> None:
    """Two columns of one table are never mixed, whatever they are called."""
    draft = _persona(
        "| Persona | Solo Sam | Chain Chris |\n|---|---|---|\n"
        "| Job title | Owner | Area Manager |\n| Pain points | short of staff | late numbers |\n"
        "| Goals | a day off a week | same standards |\n"
    )
    assert draft.data.common_job_titles[0] == "Owner"
    assert "Late numbers" not in draft.data.pain_points
    assert "Chain Chris" in draft.notes[0]


def test_a_first_name_after_a_title_is_no_part_of_it() -> None:
    """ "Grants Manager Gita" is a grants manager whom the page calls Gita."""
    draft = _persona("# Persona: Grants Manager Gita\n\nGita scores applications every week.")
    assert (draft.name, draft.internal_name) == ("Grants Manager", "Gita the Grants Manager")
    assert draft.data.primary_responsibilities[0] == "Score applications every week"


def test_a_list_that_is_full_is_not_parted() -> None:
    """The parts of one line push no other line out."""
    duties = "\n".join(
        f"- Check the {one}" for one in "gate yard scale ramp shed dock fence".split()
    )
    draft = _persona(
        f"# Yard Manager\n\n## Duties\n{duties}\n- Plan a tour, book a crane, log a load\n"
    )
    assert "Plan a tour, book a crane, log a load" in draft.data.primary_responsibilities
