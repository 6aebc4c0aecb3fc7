"""Titles in prose: founders who are chiefs, one or the other, in brackets, and whom it is not."""

from __future__ import annotations

import pytest

from octave_api.contract import PersonaData
from octave_api.engine import Document, generate, who
from octave_api.engine.material import gather
from octave_api.engine.roles import find_titles, parse_title
from octave_api.engine.who import titles

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


def test_a_table_of_labels_and_values_names_no_aims() -> None:
    """Its column of values says nothing of them; a list ends where a label opens a line."""
    table = "| Field | Value |\n|---|---|\n| Persona | Bakery Director |\n| Goals | Open a shop |\n"
    data = generate("persona", [Document(table)], strict=True).data
    assert isinstance(data, PersonaData)
    assert data.key_objectives == ["Open a shop"]
    notes = "persona: bakery owner\n- 6 ovens\n- 400 loaves a day\npain: burnt trays, late flour\n"
    data = generate("persona", [Document(notes)], strict=True).data
    assert isinstance(data, PersonaData)
    assert any("urnt trays" in one for one in data.pain_points)
    assert not any("400" in one for one in data.pain_points)


def test_who_it_is_and_what_they_tell_is_taken_apart() -> None:
    """No duty is cut out of "The person who …"; "tell us that" goes."""
    text = (
        "Persona: Yard Planner\n\nThe person who calls us is the yard planner "
        "or drinks wholesaler. "
        "Planners tell us that trucks queue on the road, and that the weighbridge is slow.\n"
    )
    data = generate("persona", [Document(text)], strict=True).data
    assert isinstance(data, PersonaData)
    assert not any("Calls us" in one or "Drinks" in one for one in data.primary_responsibilities)
    assert not any("tell us" in one for one in data.pain_points)


def test_labels_say_of_what_sort_their_things_are() -> None:
    """Things in somebody's hand are no deeds; what is not wanted is a concern, no aim."""
    text = (
        "**Persona:** Studio Head\n\n**Responsible for:** edit suites, freelancers, deliveries\n\n"
        "**Wants:** one list of drives\n\n**Doesn't want:** cloud editing\n"
    )
    data = generate("persona", [Document(text)], strict=True).data
    assert isinstance(data, PersonaData)
    assert data.primary_responsibilities[0].startswith("Responsible for edit suites")
    assert data.key_objectives == ["One list of drives"]
    assert data.key_concerns == ["Cloud editing"]


def test_of_a_long_list_only_the_words_near_a_title_are_looked_at() -> None:
    """Time grows with the list and not with its square."""
    material = gather("persona", [Document("Heads of IT, data, " * 400)])
    found = titles(material)
    assert found
    for pair in found:
        _, before, after = who._around(material, pair)
        assert max(len(before), len(after)) <= who._NEAR
