"""Titles of any trade: composed of parts, told by their place, with a name before them."""

from __future__ import annotations

import pytest

from octave_api.engine import Document, generate
from octave_api.engine.introduced import as_meant, as_met, as_the_one, introduces
from octave_api.engine.named_person import named_before
from octave_api.engine.own_name import own_name
from octave_api.engine.roles import find_titles, parse_title, titles_in_list
from octave_api.engine.titles import Title, parse_word


def text_of(title: Title | None) -> str:
    return title.text if title is not None else ""


def named(text: str) -> str:
    return generate("persona", [Document(text)]).name


@pytest.mark.parametrize(
    "text",
    [
        "Hire desk manager",
        "Contact centre planners",
        "Glazing estimator",
        "Batching plant operator",
        "Driving school owner",
        "Head gamekeeper",
        "Heat pump installer",
        "Church warden",
        "Lettings negotiator",
        "Florist shop owner",
        "Harbour master",
        "Yard supervisor/owner",
        "Goods-in supervisor",
    ],
)
def test_any_trade_and_a_head_make_a_title(text: str) -> None:
    """No list holds them; a field in "-ing" or a craft may open one."""
    found = parse_title(text)
    assert found is not None
    assert found.text.casefold() in (text.casefold(), text.casefold().removesuffix("s"))


@pytest.mark.parametrize(
    "text",
    [
        "Getting the manager",
        "Paying the plumber",
        "Convincing directors",
        "Growing team lead",
        "Scheduling drivers",
        "Managed 30 caretakers",
        "Operations directors pay",
        "Package installer",
        "Buyer personas include CIO",
        "Running pilots",
        "Pilot",
    ],
)
def test_deeds_things_and_sentences_are_no_titles(text: str) -> None:
    """A deed has an article or several of whom it is done to; a post that was held is past."""
    assert parse_title(text) is None


@pytest.mark.parametrize(
    ("text", "function"),
    [
        ("Cemetery superintendent", ""),
        ("Fleet superintendent", "fleet"),
        ("Superintendent of schools", "education"),
        ("Depot controller", "warehouse"),
        ("Plant controller", "finance"),
        ("Parish administrator", ""),
        ("Systems administrator", "it"),
        ("Turbine technician", ""),
        ("Workshop foreman", "maintenance"),
        ("Tannery foreman", ""),
        ("Night auditor", "hotel"),
    ],
)
def test_a_trade_before_a_head_says_its_field(text: str, function: str) -> None:
    """What is typical of a school is not of a cemetery."""
    found = parse_title(text)
    assert found is not None
    assert found.function == function


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Theatre scheduler, NHS trust in Leeds", "Theatre scheduler"),
        ("Yard manager, Birch & Sons", "Yard manager"),
        ("Director, Revenue Operations", "Director, Revenue Operations"),
        ("Regional Sales Manager, Nordics", "Regional Sales Manager, Nordics"),
    ],
)
def test_a_company_after_a_title_is_left_out(text: str, title: str) -> None:
    """A field or a reach after the comma is a part of it."""
    assert text_of(parse_title(text)) == title


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Maya Lindqvist — Head of Support", "Maya Lindqvist"),
        ("Rosa, a night auditor", "Rosa"),
        ("Grace (studio manager)", "Grace"),
        ("Mark, dispatcher", "Mark"),
        ("Gina the lawyer", "Gina"),
        ("Pieter van den Berg | Planner", "Pieter van den Berg"),
        ("Director, Revenue Operations", ""),
        ("Notes — raw, not for customers", ""),
        ("Sales - the plan", ""),
    ],
)
def test_one_pattern_reads_the_name_before_a_title(text: str, name: str) -> None:
    """A rank, a department or a common word is nobody's name."""
    found = named_before(text)
    assert (found.name if found else "") == name


def test_a_name_may_stand_behind_its_title() -> None:
    """In brackets, at the end of a heading."""
    draft = generate("persona", [Document("# Data Engineer (Dana)\n\nDana writes SQL all day.\n")])
    assert draft.name == "Data Engineer"
    assert draft.internal_name == "Dana the Data Engineer"
    assert own_name([]) == ""


@pytest.mark.parametrize(
    ("read", "text", "title"),
    [
        (as_met, "Meet Joan, a rota coordinator in Leeds.", "Rota Coordinator"),
        (as_met, "Call w/ Tom Birch, Yard supervisor/owner, 22 May", "Yard supervisor/owner"),
        (as_met, "Notes - Bell (clerk of works), site 4", "Clerk of Works"),
        (as_meant, "We sell to the weighbridge clerk at most quarries.", "Weighbridge Clerk"),
        (as_meant, "Our buyer is the exams officer, who signs.", "Exams Officer"),
        (as_meant, "We talk to schools.", ""),
        (as_the_one, "The clerk of works keeps the list on paper.", "Clerk of Works"),
        (as_the_one, "The stable manager at a racecourse signs.", "Stable Manager"),
        (as_the_one, "The route planner app shows it.", ""),
    ],
)
def test_a_place_in_a_sentence_tells_a_title(read, text: str, title: str) -> None:
    """Where somebody is met, sold to or spoken of, any well-formed title counts."""
    assert text_of(read(text)) == title


def test_one_word_is_a_title_where_a_label_says_so() -> None:
    """ "Role: planner" names a job; a part in a purchase does not."""
    assert text_of(parse_word("planner")) == "Planner"
    assert parse_word("champion") is None
    assert parse_word("buyer") is None
    assert named("Role: planner\nPains: late files, lost keys\n") == "Planner"
    assert named("# Persona: Weighbridge clerk\n\n## Pains\n- Tickets on paper\n") == (
        "Weighbridge clerk"
    )


def test_one_person_may_be_two_things() -> None:
    """Who is an owner beside a post is one, and so is a founder who is the chief."""
    assert [one.text for one in titles_in_list("Yard supervisor/owner")] == [
        "Yard supervisor/owner"
    ]
    assert [one.text for one in titles_in_list("Founder/CEO")] == ["Founder/CEO"]


def test_a_nickname_gives_its_title_and_its_name() -> None:
    """ "Bursar Beatrice" is a bursar."""
    draft = generate("persona", [Document("Name: Bursar Beatrice\nGoals: fees paid on time\n")])
    assert (draft.name, draft.internal_name) == ("Bursar", "Bursar Beatrice")


def test_companies_called_operators_are_no_titles() -> None:
    """ "Bus operators" run buses; a machine operator is somebody."""
    assert find_titles("We sell inside regional bus operators.") == []
    assert [one.text for one in find_titles("CNC operators wait.")] == ["CNC operator"]


def test_a_line_that_introduces_is_no_duty() -> None:
    """Who somebody is, or reports to."""
    assert introduces("Interview notes, 4 May - Femi Adeyemi, crew scheduler, a ferry line")
    assert introduces("report to an HR director")
    assert not introduces("plans the crews of nine ships")


def test_a_contact_is_named_with_a_title_and_a_company() -> None:
    """The first of what follows the name is the title; who signs above is told beside it."""
    text = (
        "Contact: Anneke Visser, demurrage clerk, grain trader\n\n"
        "Reports to ops manager, CFO signs\n"
    )
    draft = generate("persona", [Document(text)])
    assert draft.name == "Demurrage Clerk"
    assert draft.data.why_they_matter_to_us[:1] == ["Reports to ops manager, CFO signs"]
    assert named("# Grain Store Manager (Ruth)\n\n## Goals\n- Dry grain\n") == "Grain Store Manager"


@pytest.mark.parametrize(
    ("heading", "name", "alias"),
    [
        ("Farm Manager Fiona", "Farm Manager", "Fiona the Farm Manager"),
        ("Head of Sales Sven", "Head of Sales", "Head of Sales Sven"),
        ("Marketing Mary", "Marketing Mary", "Marketing Mary"),
        ("Persona: Finance Fred", "Finance Fred", "Finance Fred"),
        ("Director - App Dev", "Director - App Dev", "Daniel the Director - App Dev"),
    ],
)
def test_a_team_names_a_persona_by_its_first_letter(heading: str, name: str, alias: str) -> None:
    """ "Marketing Mary" is the team's own name; a title in it is the title."""
    draft = generate("persona", [Document(f"# {heading}\n\n## Goals\n- Close in 4 days\n")])
    assert (draft.name, draft.internal_name) == (name, alias)
