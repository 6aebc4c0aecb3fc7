"""Several segments in one text: the first is read, the others are named beside it."""

from __future__ import annotations

import pytest

from octave_api.engine import Document, generate

ANNOUNCED = """Three markets

Segment 1: dental labs
20 to 150 technicians, Germany and Austria.

Segment 2: orthodontic chains
5 to 40 practices, UK.

Segment 3: universities
One tender a year.
"""
LISTED = """# Customer segments

- Dental labs: 20 to 150 technicians, Germany and Austria, digital scanning
- Orthodontic chains: 5 to 40 practices, UK
- Universities: one tender a year
"""
KEYED = """ICP A - Dental labs
Size: 20-150 technicians
Region: Germany, Austria

ICP B - Orthodontic chains
Size: 5-40 practices
Region: UK
"""


@pytest.mark.parametrize("text", [ANNOUNCED, LISTED, KEYED])
def test_segments_of_one_text_are_not_mixed(text: str) -> None:
    """Neither their sizes nor their places."""
    draft = generate("segment", [Document(text)], strict=True)
    assert draft.name.lower() == "dental labs"
    assert draft.data.firmographics["geography"] == ["Germany", "Austria"]
    assert "rthodontic chains" in draft.notes[0]


def test_the_name_that_is_asked_for_is_read() -> None:
    """The request says which one is meant."""
    draft = generate("segment", [Document(ANNOUNCED)], name="Orthodontic chains", strict=True)
    assert draft.data.firmographics["geography"] == ["United Kingdom"]


def test_a_page_that_says_for_whom_it_is_gives_their_size() -> None:
    """A seller's sentence about its buyers holds their number and their places."""
    text = (
        "Home Pricing Login\n\n# The log that your riding school deserves\n\n"
        "Hoofdesk is for riding schools with 8 or more horses in Malta and Ireland. Try it.\n\n"
        "## Who it's not for\n\n- Private owners\n- Resorts with over 60 horses, you need more\n"
    )
    draft = generate("segment", [Document(text)], strict=True)
    assert draft.data.firmographics["geography"] == ["Malta", "Ireland"]


PERSONAS = """# Play

## Buyer personas

| Persona | What they care about | Role in the deal |
|---|---|---|
| Head of Fleet | Vans that are back by six | Economic buyer |
| Depot Manager | Fewer calls from drivers | Champion |
"""


def test_the_column_of_names_is_no_persona() -> None:
    """Each row is one; the first is read, with what its own row says."""
    draft = generate("persona", [Document(PERSONAS)], strict=True)
    assert draft.name == "Head of Fleet"
    assert draft.data.key_objectives == ["Vans that are back by six"]
    assert draft.data.why_they_matter_to_us == ["Economic buyer"]
