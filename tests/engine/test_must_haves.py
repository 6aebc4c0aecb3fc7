"""What a buyer must have, and what breaks the deal: theirs, or wanted of the product."""

from __future__ import annotations

import pytest

from octave_api.contract import PersonaData
from octave_api.engine import Document, generate
from octave_api.engine.trait_phrasing import trait

TEXT = """# Buyer persona: Bakery Operations Manager

## Must-haves
- Runs at least three shops
- A night crew of bakers
- An oven budget above £20k
- Has rolled out a till before

## Deal-breakers
- Only one shop
- No IT support on site
"""


def test_what_a_buyer_must_have_is_theirs() -> None:
    """Must-haves of a person are had or done by them; a product's own are needed."""
    asked = [one.question for one in generate("persona", [Document(TEXT)]).questions]
    assert "Do they have a night crew of bakers?" in asked
    assert "Is their oven budget above £20k?" in asked
    assert "Have they rolled out a till before?" in asked
    wanted = TEXT.replace("A night crew of bakers", "Dashboards for every oven")
    asked = [one.question for one in generate("persona", [Document(wanted)]).questions]
    assert "Do they need dashboards for every oven?" in asked


@pytest.mark.parametrize("label", ["Never", "Not for", "Deal-breakers"])
def test_who_is_turned_away_is_no_concern_of_the_buyer(label: str) -> None:
    """One line gives a question that speaks against a fit, or a concern: never both."""
    text = f"{TEXT.partition('## Deal')[0]}\n{label}: one-oven shops, market stalls\n"
    found = generate("persona", [Document(text)])
    assert isinstance(found.data, PersonaData)
    quoted = {one.text for one in found.claims if one.origin != "TYPICAL"}
    assert not [one for one in found.data.key_concerns if one in quoted]
    against = [one.question for one in found.questions if one.fit_type == "BAD"]
    assert any("stalls" in one for one in against)


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("Only one shop", "Do they have only one shop?"),
        ("No IT support on site", "Do they lack IT support on site?"),
        ("Has worked with an agency", "Have they worked with an agency?"),
        ("Has a signed contract", "Do they have a signed contract?"),
        ("A flour budget above £2m", "Is their flour budget above £2m?"),
    ],
)
def test_a_line_of_a_list_is_had_or_done(line: str, question: str) -> None:
    """What was done is "have they"; an article does not stay before an amount."""
    assert trait(line, listed=True).text == question
