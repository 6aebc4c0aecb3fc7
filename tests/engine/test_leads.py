"""Leads and labels: a point and the words right before it are told once."""

from __future__ import annotations

import pytest

from octave_api.contract import PersonaData
from octave_api.engine import Document, generate
from octave_api.engine.headings import heading_field, heading_match


def data(text: str) -> PersonaData:
    found = generate("persona", [Document(text)]).data
    assert isinstance(found, PersonaData)
    return found


def test_a_lead_and_what_explains_it_are_one_point() -> None:
    """The lead alone would say the same again."""
    found = data(
        "# Head Baker\n\n## Pain points\n\n1. **Double counting.** Stock is counted in the shop "
        "and again in the store.\n2. **Late invoices.** Mills send them after the month ends.\n"
    )
    assert found.pain_points[:2] == [
        "Double counting: stock is counted in the shop and again in the store",
        "Late invoices: mills send them after the month ends",
    ]


def test_a_field_and_its_value_in_one_line_is_no_heading() -> None:
    """Whom somebody reports to is neither a title of theirs nor the name of what follows."""
    found = data(
        "# Bakery Manager\n\n**Reports to:** Managing Director\n\n**Responsibilities:** planning "
        "the night shift; buying flour and butter; keeping the ovens within the safety rules\n"
    )
    assert found.common_job_titles[0] == "Bakery Manager"
    assert "Managing Director" not in found.common_job_titles
    assert found.primary_responsibilities[:3] == [
        "Planning the night shift",
        "Buying flour and butter",
        "Keeping the ovens within the safety rules",
    ]


def test_a_table_of_jobs_gives_aims_and_no_situations() -> None:
    """ "When" says only in which situation something is wanted."""
    found = data(
        "# Head Baker\n\n## Jobs to be done\n\n| When… | I want to… | So that… |\n|---|---|---|\n"
        "| a mill raises its price | compare three offers | I can answer the same day |\n"
        "| an oven fails | move the batch | I open the shops on time |\n"
    )
    assert found.key_objectives == [
        "Compare three offers",
        "Answer the same day",
        "Move the batch",
        "Open the shops on time",
    ]
    assert not any("raises its price" in one for one in found.primary_responsibilities)


def test_a_concern_may_be_a_question() -> None:
    """What buyers ask under the heading of their concerns is a concern of theirs."""
    found = data(
        "# Head Baker\n\n## Concerns about new ovens\n\n- Will the works council agree to it?\n"
        "- Training time: bakers sleep in the afternoon\n"
    )
    assert found.key_concerns == [
        "Will the works council agree to it?",
        "Training time: bakers sleep in the afternoon",
    ]


def test_a_buyer_quoted_below_our_value_is_not_our_value() -> None:
    """ "I will quit", says a buyer, and no seller."""
    found = data(
        "# Head Baker\n\n## How we help\n\n- One list for all shops\n\n"
        '> "If I have to count flour twice I will quit." — Baker in Ulm\n'
    )
    assert found.why_we_matter_to_them == ["One list for all shops"]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("What stands in his way?", "painPoints"),
        ("What does he want to achieve?", "keyObjectives"),
        ("What would make her say no?", "keyConcerns"),
        ("Worries about the new software", "keyConcerns"),
        ("Challenges with our tools", "painPoints"),
        ("Her say in the purchase", "whyTheyMatterToUs"),
        ("Role in the buying decision", "whyTheyMatterToUs"),
        ("What do we say to her?", "whyWeMatterToThem"),
        ("Messages that don't", "skip"),
        ("How we win her", "skip"),
    ],
)
def test_a_heading_may_speak_of_one_person(heading: str, field: str) -> None:
    """He, she and they are the same persona; what follows a head noun only narrows it."""
    assert heading_field(heading, "persona") == field


def test_words_of_other_languages_are_matched_as_they_are() -> None:
    """The French word for a country is no stem of "payments"."""
    assert heading_match("Late payments", "persona") is None
    assert heading_field("Pays", "segment") == "firmographics"
