"""Titles in prose: founders who are chiefs, one or the other, in brackets, and whom it is not."""

from __future__ import annotations

import pytest

from octave_api.contract import PersonaData
from octave_api.engine import Document, generate
from octave_api.engine.roles import find_titles, parse_title

TOLD = """
The buyer is usually the Founder/CEO in small bakeries. | Founder/CEO
Typical buyer: Founder/CEO (under 4 shops) or Head of Operations (chains). They answer for \
bread. | Founder/CEO, Head of Operations
As a key business partner to the CFO, the Bakery Controller closes the month. | Bakery Controller
Usually we talk to the COO, sometimes the Ops Manager. | COO, Ops Manager
Sales leaders (VP Sales, Head of Sales) at mills. Retail directors are not for us. | Sales leader, \
VP Sales, Head of Sales
Call with the channel partner manager at a mill. He pays commissions. | Channel Partner Manager
The estate manager, or in bigger estates the head of property, is the one who calls us. | Estate \
Manager, Head of Property
"""


@pytest.mark.parametrize("row", TOLD.strip().splitlines())
def test_prose_names_its_titles(row: str) -> None:
    """Each that is meant, in the order of the text; a boss and whom it is not for are left out."""
    text, titles = row.split(" | ")
    data = generate("persona", [Document(text)], strict=True).data
    assert isinstance(data, PersonaData)
    assert data.common_job_titles == titles.split(", ")


def test_a_valued_partner_is_no_title() -> None:
    """A partner by trade is one, a key partner is not."""
    assert parse_title("key business partner") is None
    assert not find_titles("She is a key business partner for finance.")
    assert parse_title("HR Business Partner") is not None


def test_who_was_called_is_no_duty_and_a_call_to_us_no_question() -> None:
    """What is said of the seller is asked of nobody."""
    text = "Call with the depot manager at a haulier. She calls us weekly. She plans shifts."
    found = generate("persona", [Document(text)], strict=True)
    assert isinstance(found.data, PersonaData)
    assert not any(one.startswith("Call with") for one in found.data.primary_responsibilities)
    assert not any(" us" in one.question for one in found.questions)


def test_a_label_inside_a_paragraph_does_not_stay() -> None:
    """The pain is what follows "Pain:"."""
    text = "Depot manager persona\nShe plans shifts. Pain: every rota is typed by hand.\n"
    data = generate("persona", [Document(text)], strict=True).data
    assert isinstance(data, PersonaData)
    assert data.pain_points == ["Every rota is typed by hand"]
