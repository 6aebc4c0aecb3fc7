"""Notes of calls, surveys and quoted buyers: whom they are about, and what is asked of them."""

from __future__ import annotations

import pytest

from octave_api.engine import Document, generate
from octave_api.engine.about_page import heads_record, of_any_product
from octave_api.engine.asides import find_asides
from octave_api.engine.concern_phrasing import concern
from octave_api.engine.draft import Draft, Statement
from octave_api.engine.phrasing import pain
from octave_api.engine.wording import line


def _persona(text: str) -> Draft:
    return generate("persona", [Document(text)])


def _segment(text: str) -> Draft:
    return generate("segment", [Document(text)])


@pytest.mark.parametrize(
    ("opening", "named"),
    [
        ("Call w/ Marta, Head of Ops @ Crumb & Co, 14 Oct", "Head of Ops"),
        ("I spoke with Ana Oselu, Head of Ovens at Crumb & Co, today.", "Head of Ovens"),
        ("Spoke with their estates manager, Colin.", "Estates Manager"),
        ("Notes from chat with Gwen, training coordinator, water utility", "Training Coordinator"),
        ("Notes: coffee with Henrik (head of after-sales, dealer group)", "Head of after-sales"),
        ("Call w/ Ruth (Dir. of Finance, private school), 6 May", "Director of Finance"),
        ("Gong summary - Hannah (AE) / Luis Orteg (Director of Finance, nine clinics)", "Director"),
        ("Customer survey, Q2, facility managers in universities (n=61)", "Facility Manager"),
    ],
)
def test_a_call_is_about_whom_it_was_with(opening: str, named: str) -> None:
    """The first line says with whom; who pays, blocks or sells is somebody else."""
    text = (
        f"{opening}\n\n- biggest headache = flour delivered late\n- wants: one list of all ovens\n"
        "- budget owner is the COO (Piotr), Marta recommends, IT mgr can veto\n"
    )
    draft = _persona(text)
    assert draft.name.startswith(named)
    assert "COO" not in draft.data.common_job_titles
    assert "IT Manager" not in draft.data.common_job_titles


def test_lines_with_a_key_are_lines_of_their_own() -> None:
    """A long value does not run on into the next field."""
    text = (
        "CALL SUMMARY\nContact: Kayla, Office Manager\n"
        "Top pain: insurance papers, each takes her three hours and the adjuster asks for photos\n"
        "Other pains: no-shows, double-booked crews\nBudget: $500 a month\n"
        "Decision process: Dave decides, Kayla recommends\n"
    )
    draft = _segment(text)
    asked = [one.question for one in draft.questions]
    assert not [one for one in asked if "Other pains" in one or "decision process" in one]


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("Agency staff turnover, training takes 2 wks", "Is agency staff turnover a problem"),
        ("Temp excursions found out too late, customers claim back", "Are temp excursions found"),
        ("Locums cost them about 30k a month", "Do locums cost them about 30k a month?"),
        ("Head office picks the system, they only get to moan", "Does head office pick the system"),
        ("Last review found 14 errors", "Did last review find 14 errors?"),
        ("Tickets come by phone, mail and corridor (74%)", "Do tickets come by phone, mail and"),
        ("No idea what was repaired last year (58%)", "Do they have no idea what was repaired"),
        ("The templates are a mess", "Are the templates a mess?"),
    ],
)
def test_hasty_pains_are_asked_in_whole_sentences(told: str, asked: str) -> None:
    """Two thoughts that a comma parts give one question about the first."""
    assert pain(told, "persona").text.startswith(asked)


def test_what_is_missing_is_asked_as_a_lack() -> None:
    """Nobody worries about "no time"."""
    assert concern("No time between March and June").text == (
        "Do they lack time between March and June?"
    )


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Second: she re-enters every certificate", "She re-enters every certificate"),
        ("One, every mill wants its own form", "Every mill wants its own form"),
        ("First thing I do is look at what broke overnight", "Look at what broke overnight"),
        ("I'm the one doing rotas for all of them", "Do rotas for all of them"),
        ("Keeping them legal is basically the job", "Keeping them legal"),
    ],
)
def test_the_count_and_the_frame_go(said: str, told: str) -> None:
    """What is left is the thought."""
    assert line(said, own_voice=True) == told


def test_what_others_or_nobody_want_is_no_aim() -> None:
    """ "IT will want to know …", "no one wants to …"."""
    for text in ("IT will want to know where it is", "No one wants to fill in a form at night"):
        assert not [one for one in find_asides(text) if one.field == "keyObjectives"]


def test_the_head_of_a_record_is_no_duty() -> None:
    """It says what sort of notes follow."""
    assert heads_record(Statement("Interview highlights - branch managers", 0, 0, 38))
    assert not heads_record(Statement("Calls are answered by the night shift", 0, 0, 37))


def test_what_a_buyer_takes_from_nobody_excludes_nobody() -> None:
    """ "Anything that needs a PC" is of a product; "anything under 50 sites" is of a prospect."""
    assert of_any_product("anything that needs a PC in the bakery")
    assert not of_any_product("anything under 50 sites")
    draft = _segment("# Bakeries\n\n## No go\n- anything that needs a PC in the bakery\n- cafes\n")
    assert not [one for one in draft.questions if "needs a PC" in one.question]


def test_who_should_be_left_alone_is_turned_away() -> None:
    """The question of an interview takes a side, and its answer stands on it."""
    text = (
        "Interviewer: Who buys?\nRespondent: Cleaning firms between 50 and 500 cleaners.\n"
        "Interviewer: Who should we leave alone?\nRespondent: In-house teams.\n"
    )
    asked = [one for one in _segment(text).questions if "in-house" in one.question]
    assert [one.fit_type for one in asked] == ["BAD"]


def test_a_quote_and_a_tool_place_nobody() -> None:
    """Who signs a quotation is one of them, and "(Orchard)" behind a system is its name."""
    text = (
        "# Lettings agencies in the UK\n\n- They will not leave their housing system (Orchard)\n"
        '- "We wait six days." (Leeds, 9 branches)\n'
    )
    asked = " ".join(one.question for one in _segment(text).questions)
    assert "Leeds" not in asked
    assert "orchard" not in asked
