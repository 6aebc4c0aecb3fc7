"""Personas composed from documents as people write them."""

from __future__ import annotations

import pytest

from octave_api.contract import PersonaData
from octave_api.engine import Document, Draft, generate

ONE_LINE = "VP of Operations people who run regional bakeries and cut energy costs"
CARD = """# Buyer persona: Paula, Plant Manager

**Also known as:** Production Manager, Head of Production

## Responsibilities

- Runs two bakeries with 80 people
- Plans shifts and ovens for the week

## Pain points

- Flour deliveries arrive late and stop the line
- Night shifts stay unfilled

## Goals

- Cut waste to under 3%

## Objections

- A roll-out that stops production

## KPIs

- Waste
- Output per shift

## Questions

- Do you run more than one site?
- What is your time frame for a new planning tool?

## About us

- We were founded by two bakers
"""
HTML = """<!doctype html><html><body><nav><a href="/">Home</a><a href="/buy">Buy</a></nav>
<main><h1>Shop owner</h1><h2>Goals</h2><ul><li>Sell out by noon</li>
<li>Open a second shop</li></ul><h2>Challenges</h2><ul><li>Nobody wants to work at night</li></ul>
</main><footer>All rights reserved</footer></body></html>"""
COMPANIES = "Finance directors at family-owned retailers in Spain, worried about late payments"


def persona(*texts: str, **options: object) -> Draft:
    return generate("persona", [Document(text) for text in texts], **options)  # type: ignore[arg-type]


def data(draft: Draft) -> PersonaData:
    assert isinstance(draft.data, PersonaData)
    return draft.data


def origins(draft: Draft, prefix: str) -> list[str]:
    return [str(claim.origin) for claim in draft.claims if claim.pointer.startswith(prefix)]


def test_one_line_gives_a_whole_persona() -> None:
    """Duties are quoted, aims inferred, the rest typical and marked so."""
    draft = persona(ONE_LINE)
    assert draft.name == "VP of Operations"
    assert draft.internal_name.endswith("the VP of Operations")
    assert draft.description.startswith("A VP of Operations who runs regional bakeries and cuts")
    assert data(draft).primary_responsibilities[:2] == ["Run regional bakeries", "Cut energy costs"]
    assert data(draft).key_objectives[0] == "Cut energy costs"
    assert origins(draft, "/data/keyObjectives")[0] == "INFERRED"
    assert set(origins(draft, "/data/painPoints")) == {"TYPICAL"}
    assert 6 <= len(draft.questions) <= 12
    assert {"/data/painPoints", "/data/whyWeMatterToThem"} <= {gap.pointer for gap in draft.gaps}


def test_a_card_fills_the_fields_by_its_headings() -> None:
    """Each section goes where it belongs, in the author's order; "About us" goes nowhere."""
    draft = persona(CARD)
    made = data(draft)
    assert draft.internal_name == "Paula the Plant Manager"
    assert set(made.common_job_titles[:3]) == {
        "Production Manager",
        "Head of Production",
        "Plant Manager",
    }
    assert made.primary_responsibilities[0] == "Runs two bakeries with 80 people"
    assert made.pain_points == [
        "Flour deliveries arrive late and stop the line",
        "Night shifts stay unfilled",
    ]
    assert made.key_objectives == ["Cut waste to under 3%"]
    assert made.key_concerns == ["A roll-out that stops production"]
    assert ("KPIs", ["Waste", "Output per shift"]) in [
        (f.title, f.value) for f in made.custom_fields
    ]
    asked = [question.question for question in draft.questions]
    assert "Do they run more than one site?" in asked
    assert not any("founded" in claim.text for claim in draft.claims)


def test_a_web_page_is_read_without_its_furniture() -> None:
    """Menus and footers are no claims."""
    draft = persona(HTML)
    made = data(draft)
    assert made.key_objectives[:2] == ["Sell out by noon", "Open a second shop"]
    assert made.pain_points[0] == "Nobody wants to work at night"
    assert not any("rights" in claim.text or "Home" in claim.text for claim in draft.claims)


def test_a_title_brings_its_companies() -> None:
    """What the title's sentence says of the companies is described, kept and asked."""
    draft = persona(COMPANIES)
    assert "at family-owned retailers in Spain" in draft.description
    assert data(draft).key_concerns[0] == "Late payments"
    kept = {one.title: one.value for one in data(draft).custom_fields}
    assert "Spain" in kept["Their companies"]
    assert any("their company" in question.question for question in draft.questions)


@pytest.mark.parametrize("text", [ONE_LINE, CARD, HTML, COMPANIES, "", "Good morning."])
def test_strict_has_nothing_typical(text: str) -> None:
    """Every text of a strict answer is the source's own or follows from it."""
    draft = persona(text, strict=True)
    assert "TYPICAL" not in {claim.origin for claim in draft.claims}
    assert draft.name
    assert draft.description


def test_what_is_typical_never_pushes_out_what_is_said() -> None:
    """With the source's own lines in a field, typical ones come after them."""
    loose, strict = persona(CARD), persona(CARD, strict=True)
    assert data(loose).pain_points[:2] == data(strict).pain_points


def test_the_name_of_the_request_is_the_name() -> None:
    """It is claimed as such, and may say the role where the source does not."""
    draft = persona("They plan the night shift of two bakeries.", name="Head of Production")
    assert draft.name == "Head of Production"
    claim = next(one for one in draft.claims if one.pointer == "/name")
    assert claim.rule == "the name given in the request"
    assert data(draft).pain_points
    assert not any("names no role" in note for note in draft.notes)


def test_without_a_role_the_answer_says_so() -> None:
    """The persona gets a plain name and a note that asks for one."""
    draft = persona("- Flour prices swing")
    assert draft.name == "Buyer"
    assert any("names no role" in note for note in draft.notes)


def test_without_an_exclusion_the_answer_says_so() -> None:
    """A source that rules nobody out supports no question against a fit."""
    assert any("excludes nobody" in note for note in persona(ONE_LINE).notes)
    told = persona(ONE_LINE + "\n\nNot for home bakers.\n")
    assert not any("excludes nobody" in note for note in told.notes)
    assert told.questions[0].weight == "INSTANT_DISQUALIFIER"


def test_several_documents_are_read_together() -> None:
    """Each claim cites the document that it comes from."""
    other = "## Pain points\n\n- Ovens break down on Fridays\n"
    draft = persona(CARD, other)
    claim = next(one for one in draft.claims if one.text == "Ovens break down on Fridays")
    assert claim.source == 1
    assert other[claim.start : claim.end] == claim.quote
    assert {one.source for one in draft.claims if one.quote} == {0, 1}


def test_an_offering_is_context_and_cited_after_the_documents() -> None:
    """What is sold says why we matter; it is the source after the last document."""
    offering = Document("## Value proposition\n\n- Shifts planned in ten minutes\n")
    draft = generate("persona", [Document(CARD)], offering=offering)
    assert data(draft).why_we_matter_to_them == ["Shifts planned in ten minutes"]
    claim = next(one for one in draft.claims if one.pointer == "/data/whyWeMatterToThem/0")
    assert claim.source == 1


def test_a_name_before_a_dash_is_no_title() -> None:
    """A profile's first line gives a name and a title."""
    draft = persona("Maya Lindqvist — Head of Production at Oven & Sons. Tired of paper plans.")
    assert draft.name == "Head of Production"
    assert data(draft).pain_points[0] == "Tired of paper plans"


@pytest.mark.parametrize("heading", ["About the role", "Meet the team", "What the plant needs"])
def test_a_heading_about_something_is_no_own_name(heading: str) -> None:
    """Only a name makes an alias."""
    draft = persona(f"## {heading}\n\nYou will plan the night shift of two bakeries.\n")
    assert heading not in draft.internal_name


def test_a_job_advertisement_speaks_of_the_role() -> None:
    """ "You will …" is the advertisement's voice, not the buyer's."""
    draft = persona("# Plant Manager\n\n## The role\n\n- You will plan the night shift\n")
    assert data(draft).primary_responsibilities[0] == "Plan the night shift"


def test_two_personas_of_one_market_are_not_asked_the_same() -> None:
    """Questions come from what is said of each."""
    first, second = persona(CARD), persona(HTML)
    one = {question.question for question in first.questions}
    other = {question.question for question in second.questions}
    assert len(one & other) <= 2


def test_another_language_is_told() -> None:
    """Only English is read; the answer says so instead of guessing."""
    german = (
        "Wir verkaufen an die Leiter der Produktion, und sie kämpfen mit den Ausfällen der Öfen."
    )
    assert any("English" in note for note in persona(german).notes)
    assert not any("English" in note for note in persona(CARD).notes)


def test_companies_without_a_role_are_told_to_be_a_segment() -> None:
    """A text about companies makes a thin persona, and says what would be better."""
    draft = generate(
        "persona", [Document("Bakery chains with 10 to 50 shops and 200 employees in Spain")]
    )
    assert any("segment" in note for note in draft.notes)
    role = generate(
        "persona", [Document("Head of Sales at bakery chains with 200 employees in Spain")]
    )
    assert not any("segment" in note for note in role.notes)
