"""Pages and notes of a seller: what is said of the seller is no buyer's, and whom it is for."""

from __future__ import annotations

import pytest

from octave_api.contract import PersonaData, SegmentData
from octave_api.engine import Document, generate, phrasing
from octave_api.engine.naming_segment import names_a_market
from octave_api.engine.refusals import turned_away
from octave_api.engine.sides import weight_of
from octave_api.engine.trimming import keep_case
from octave_api.engine.wording import line

PAGE = """<nav><a href="/">Home</a><a href="/login">Log in</a></nav>
<h1>Brotwerk for bakeries that hate waste</h1>
<p>Brotwerk plans the bake of the night for independent bakeries with 3 to 40 shops in Austria.</p>
<a>Book a demo</a>
<h2>Sound familiar?</h2>
<ul><li>Bread is left over in one shop and missing in the next</li>
<li>Flour is your largest cost and nobody can say where it goes</li></ul>
<h2>Is Brotwerk right for you?</h2>
<p>It's a fit if you bake in one place and deliver to your shops.</p>
<p>© 2026 Brotwerk. We use cookies.</p>"""


def persona(text: str) -> PersonaData:
    made = generate("persona", [Document(text)], strict=True).data
    assert isinstance(made, PersonaData)
    return made


def segment(text: str) -> SegmentData:
    made = generate("segment", [Document(text)], strict=True).data
    assert isinstance(made, SegmentData)
    return made


def test_what_the_seller_does_is_no_duty_of_the_buyer() -> None:
    """The title says who is bought from; a sentence on it is not on the persona."""
    text = (
        "# Who buys Brotwerk\n\nBrotwerk plans the bake of the night for bakery chains.\n\n"
        "## Our buyer\n\nHead bakers.\n\n### What they do\n- Plan the night shift\n"
    )
    found = persona(text)
    assert found.primary_responsibilities == ["Plan the night shift"]


def test_a_page_says_for_whom_it_is_made() -> None:
    """From a sentence on the seller comes whom it serves; "your" is the buyer's."""
    found = segment(PAGE)
    assert found.fit_explanation.startswith("Made for independent bakeries with 3 to 40 shops")
    pains = next(one.value for one in found.custom_fields if one.title == "Pain points")
    assert "Flour is their largest cost and nobody can say where it goes" in pains


def test_who_fits_if_is_a_criterion() -> None:
    """ "It's a fit if you …" lets in."""
    asked = generate("segment", [Document(PAGE)], strict=True).questions
    good = [one.question for one in asked if one.fit_type == "GOOD"]
    assert any(one.startswith("Do they bake in one place") for one in good)


@pytest.mark.parametrize("heading", ["ICP v3 (draft, sales + marketing)", "Persona: Rosa", "Notes"])
def test_the_name_of_a_document_names_no_market(heading: str) -> None:
    """Who buys is not called a draft."""
    assert not names_a_market(heading)


def test_bold_labels_on_lines_of_their_own_stay_apart() -> None:
    """The next label is not the end of a long line."""
    text = (
        "# Head Baker\n\n**AKA:** Bakery Manager / Night Shift Lead / Head of Production\n"
        "**Reports to:** Owner\n**Team:** 4 bakers\n"
    )
    assert "Owner" not in " ".join(persona(text).common_job_titles)
    assert "Head of Production" in persona(text).common_job_titles


def test_titles_told_in_passing_are_titles() -> None:
    """ "Other titles you will meet: …" lists titles in a sentence."""
    text = (
        "# Persona: Rosa, Head Baker\n\nHead bakers look after 3 to 9 ovens. Other titles you "
        "will meet: Bakery Manager, Night Shift Lead.\n\n## What she is scared of\n"
        "- An oven that fails on Saturday\n\n## Not our Rosa\nHobby bakers.\n"
    )
    found = persona(text)
    assert {"Bakery Manager", "Night Shift Lead"} <= set(found.common_job_titles)
    assert found.key_concerns == ["An oven that fails on Saturday"]
    asked = generate("persona", [Document(text)], strict=True).questions
    assert [one.question for one in asked if one.fit_type == "BAD"] == ["Are they hobby bakers?"]


def test_who_is_turned_away_stands_after_who_is_fine() -> None:
    """A sentence on two groups turns away the one of which it says so."""
    assert turned_away("Mills are fine, hobby bakers are a no") == "hobby bakers"


@pytest.mark.parametrize("heading", ["Not for us", "Never sell to", "Disqualify if"])
def test_headings_that_end_a_conversation_disqualify(heading: str) -> None:
    """What ends a conversation weighs more than a bad sign."""
    assert weight_of(("against", heading)) == "INSTANT_DISQUALIFIER"
    assert weight_of(("against", "Red flags")) is None


def test_names_of_products_keep_their_capital() -> None:
    """A name may look like two common words."""
    assert keep_case("Salesforce admins") == "Salesforce admins"
    assert keep_case("Timesheets on paper") == "timesheets on paper"


def test_an_hour_is_no_verb() -> None:
    """ "6 am" is a time of day, whoever speaks."""
    assert line("The ovens start at 4 am", own_voice=True) == "The ovens start at 4 am"


_HIRE = """<html><head><title>Yard software | Liftly</title></head><body>
<nav><a>Product</a> <a>Log in</a></nav><h1>The yard that never double-books</h1>
<p>Liftly keeps lifts and pumps earning. Trusted by 210 yards.</p><a>Book a demo</a>
<h2>Made for independent tool hire firms</h2><p>You run 3 to 12 yards.</p>
<ul><li>Tools off-hired but never collected</li><li>Damage that nobody can prove</li></ul>
<h2>Who uses Liftly</h2><h3>Finance director</h3>
<p>Wants invoices out the day a tool comes back.</p>
<h2>Not for everyone</h2><p>If you hire out fewer than 80 tools, a notebook will do.
We do not work with car rental.</p><footer>© 2026 Liftly. Privacy policy.</footer></body></html>"""


def test_a_page_that_says_who_uses_it_gives_that_person() -> None:
    """Their title stands in a heading, and what stands below is theirs."""
    found = generate("persona", [Document(_HIRE)])
    assert found.name == "Finance director"
    assert isinstance(found.data, PersonaData)
    assert found.data.key_objectives[0] == "Wants invoices out the day a tool comes back"
    assert set(found.data.pain_points[:2]) == {
        "Tools off-hired but never collected",
        "Damage that nobody can prove",
    }


def test_whom_a_page_sends_away_is_asked_about() -> None:
    """An "if you …" below "Not for everyone" counts as much as "we do not work with …"."""
    found = generate("segment", [Document(_HIRE)])
    bad = [one.question for one in found.questions if one.fit_type == "BAD"]
    assert "Do they hire out fewer than 80 tools?" in bad
    assert any("car rental" in one for one in bad)


def test_things_done_by_halves_are_asked_in_the_passive() -> None:
    """No "would they say that tools off-hired …"."""
    said = phrasing.pain("Tools off-hired but never collected", "persona")
    assert said.text == "Are tools off-hired but never collected?"
