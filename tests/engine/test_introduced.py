"""Titles told by their place, and those of others."""

from __future__ import annotations

import pytest

from octave_api.contract import PersonaData
from octave_api.engine import Document, generate, others
from octave_api.engine.introduced import (
    after_label,
    as_first_line,
    as_named,
    as_predicate,
    as_subject,
    is_nickname,
    widened,
    without_remark,
)
from octave_api.engine.roles import find_titles
from octave_api.engine.titles import Title, parse_title


def text_of(title: Title | None) -> str:
    return title.text if title is not None else ""


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Buyer: Oven Operations Lead at bakery groups", "Oven Operations Lead"),
        ("Persona for flour buyers with three mills", "Flour buyer"),
        ("Buyer persona: Paula, Plant Manager", "Plant Manager"),
        ("Flour is bought by weight", ""),
    ],
)
def test_a_title_follows_its_label(line: str, name: str) -> None:
    """A name before it and its company after it are left out."""
    found = after_label(line)
    assert text_of(found).casefold() == name.casefold()
    assert found is None or line[found.start : found.end].casefold().startswith(name[:4].casefold())


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Guild Secretary (part time) – Guild of Bakers", "Guild Secretary"),
        ("Stories - Samir, estates surveyor at a diocese", "Estates Surveyor"),
        ("We sell flour to mill managers.", ""),
    ],
)
def test_a_first_line_may_be_a_title(line: str, name: str) -> None:
    """With its company behind it, but no sentence."""
    assert text_of(as_first_line(line)) == name


def test_sentences_introduce_titles() -> None:
    """By what somebody is, of whom they tell, and by "a head of"."""
    assert text_of(as_predicate("Greta is a night auditor at an inn.")) == "Night Auditor"
    assert text_of(as_subject("Leakage managers plan the surveys.")) == "Leakage manager"
    assert as_subject("Late deliveries plan nothing.") is None
    assert text_of(as_named("Mostly a head of passenger services at a ferry.")) == (
        "Head of Passenger Services"
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("spoke to the parking operations manager again", "Parking Operations Manager"),
        ("call (head of clinical trials supply, Basel)", "Head of Clinical Trials Supply"),
        ("the new operations manager", "Operations Manager"),
    ],
)
def test_nouns_around_a_title_belong_to_it(text: str, name: str) -> None:
    """What describes somebody for now does not."""
    found = widened(text, find_titles(text)[0])
    assert found.text == name
    assert text[found.start : found.end].casefold() == name.casefold()


def test_where_a_title_is_held_and_a_nickname_are_no_title() -> None:
    """ "Head of Guest Relations, river cruises", "Controller Carla"."""
    text = "Head of Guest Relations, river cruises"
    whole = parse_title(text)
    assert whole is not None
    assert without_remark(whole, text).text == "Head of Guest Relations"
    carla = parse_title("Controller Carla")
    assert carla is None or is_nickname(carla)
    lead = parse_title("Night Shift Lead")
    assert lead is not None
    assert not is_nickname(lead)


def test_titles_of_others_are_told_by_the_words_around_them() -> None:
    """A boss, who asks in a story, who is quoted, and who it is not."""
    assert others.is_another("She reports to the ", "")
    assert others.is_another("and the ", " signs the order")
    assert others.comes_up("When the ")
    assert others.comes_up('"We cut waste," said Ana Pires, ')
    assert not others.comes_up("She is the ")
    assert others.is_denied("the head of claims, not the ")
    assert others.heads_others("Reports to")


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("# Danuta, Account Manager", "Account Manager"),
        ("## Ingolf (Release Manager)", "Release Manager"),
        ("# Director, Revenue Operations", "Director, Revenue Operations"),
    ],
)
def test_a_name_before_a_title_is_no_part_of_it(first: str, title: str) -> None:
    """A rank with its field behind a comma stays whole."""
    made = generate("persona", [Document(f"{first}\n\n- Keeps the plan of the week\n")])
    assert isinstance(made.data, PersonaData)
    assert made.name == title
    assert made.data.common_job_titles[0] == title


def test_one_line_on_a_title_tells_of_its_companies_and_its_worry() -> None:
    """The same line makes a persona and a segment."""
    line = Document("Head of IT at mid-market retail companies worried about fraud")
    person = generate("persona", [line], strict=True).data
    assert isinstance(person, PersonaData)
    assert person.key_concerns == ["Fraud"]
    market = generate("segment", [line], strict=True)
    assert market.name.startswith("Mid-market retail")


def test_a_common_word_before_a_dash_is_no_name() -> None:
    """ "Notes — raw" names nobody; a person's name does."""
    notes = generate("persona", [Document("# Notes — raw\n\nHead of Facilities. Keeps it cold.\n")])
    assert not notes.internal_name.startswith("Notes")
    daria = generate("persona", [Document("# Daria — the dispatcher\n\nDaria plans tours.\n")])
    assert daria.internal_name == "Daria the dispatcher"
