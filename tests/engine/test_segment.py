"""Segments composed from documents as people write them."""

from __future__ import annotations

import pytest

from octave_api.contract import FIRMOGRAPHICS, SegmentData
from octave_api.engine import Document, Draft, generate

ONE_LINE = "Regional bakery chains with 10-50 locations in the Netherlands, not franchises"
TIERS = """# Bakery chains

## Firmographics

- **Employees:** 50 to 500
- **Revenue:** more than $10 million a year

### Tier 1 industries

- Food manufacturing

### Tier 2 industries

- Restaurants

## Priorities

- Keep energy costs under control
- Fill the night shift

## Buying process

- The owner signs, the plant manager decides

## How we sell to them

- Begin with one oven and one month

## Disqualifiers

- Owned by a supermarket chain
"""
SCORES = """# Scoring

| Criterion | Score |
| --- | --- |
| 50-200 employees | 10 |
| Based in France | 5 |
| Startups | -5 |
"""
BANK = """# Discovery questions

1. Do you run more than one bakery?
2. How do you plan the night shift today?
3. What is your time frame?
4. Who signs for new equipment?
5. Have you replaced an oven in the last two years?
"""
MARKETING = """# Planning software for restaurants

Ovenly helps restaurant groups to plan shifts and stock on one screen.

Ovenly offers forecasts for each kitchen. Ovenly gives managers a plan for each day.

With Ovenly, kitchens waste less. Ovenly integrates with the till.

## Challenges

- Kitchens throw away a tenth of what they buy
"""


def segment(*texts: str, **options: object) -> Draft:
    return generate("segment", [Document(text) for text in texts], **options)  # type: ignore[arg-type]


def data(draft: Draft) -> SegmentData:
    assert isinstance(draft.data, SegmentData)
    return draft.data


def asked(draft: Draft) -> dict[str, tuple[str, str]]:
    return {one.question: (str(one.fit_type), str(one.weight)) for one in draft.questions}


def test_one_line_gives_a_whole_segment() -> None:
    """Name, place, the trade's own count and the exclusion are all kept."""
    draft = segment(ONE_LINE)
    assert "with 10 to 50 locations" in draft.name
    assert "in the Netherlands" in draft.description
    made = data(draft)
    assert made.firmographics["geography"] == ["Netherlands"]
    assert made.firmographics["characteristics"] == ["10 to 50 locations"]
    assert asked(draft)["Does it have 10 to 50 locations?"] == ("GOOD", "HIGH")
    assert "BAD" in {fit for fit, _ in asked(draft).values()}
    assert 6 <= len(draft.questions) <= 12


def test_an_icp_with_tiers_keeps_thresholds_and_weights() -> None:
    """Numbers stay as the source gives them; a lower tier weighs less."""
    draft = segment(TIERS)
    made = data(draft)
    assert draft.name == "Bakery chains"
    assert made.firmographics["employees"] == ["50–500"]
    assert made.firmographics["revenue"][0].startswith("$10M")
    assert made.key_priorities == ["Keep energy costs under control", "Fill the night shift"]
    assert made.key_considerations == ["The owner signs, the plant manager decides"]
    assert made.unique_approach == ["Begin with one oven and one month"]
    questions = asked(draft)
    assert questions["Does it have 50 to 500 employees?"] == ("GOOD", "HIGH")
    assert questions["Is its revenue more than $10M a year?"] == ("GOOD", "HIGH")
    assert questions["Is it a restaurant business?"] == ("GOOD", "MEDIUM")
    assert ("BAD", "INSTANT_DISQUALIFIER") in questions.values()


def test_the_five_firmographic_keys_are_always_there() -> None:
    """Empty where the source says nothing, and asked for as a gap."""
    draft = segment("Good morning.")
    assert list(data(draft).firmographics) == list(FIRMOGRAPHICS)
    assert not any(data(draft).firmographics.values())
    assert "/data/firmographics" in {gap.pointer for gap in draft.gaps}


def test_a_score_table_becomes_weights() -> None:
    """Points rank the questions; points taken off speak against a fit."""
    questions = asked(segment(SCORES, strict=True))
    assert questions["Does it have 50 to 200 employees?"] == ("GOOD", "HIGH")
    assert questions["Is it based or active in France?"] == ("GOOD", "MEDIUM")
    assert questions["Is it a startup?"][0] == "BAD"


def test_a_question_bank_is_asked_as_yes_or_no() -> None:
    """The source's questions come first, each answerable with yes or no."""
    questions = asked(segment(BANK, strict=True))
    assert "Do they run more than one bakery?" in questions
    assert "Do they have a time frame?" in questions
    assert len(questions) == 5


def test_a_seller_s_page_describes_its_buyers() -> None:
    """The product's name is no segment; what it does is kept as how we help."""
    draft = segment(MARKETING)
    assert draft.name == "Restaurants"
    kept = {one.title: one.value for one in data(draft).custom_fields}
    assert any("Ovenly" in line for line in kept["How we help"])
    assert kept["Pain points"] == ["Kitchens throw away a tenth of what they buy"]
    lists = [*data(draft).key_priorities, *data(draft).key_considerations]
    assert not any("Ovenly" in line for line in lists)


def test_an_exclusion_is_asked_once() -> None:
    """What a sentence excludes is one question, not one more for each fact in it."""
    draft = segment("Hospitals with more than 500 beds. Not for private practices.", strict=True)
    bad = [question for question, (fit, _) in asked(draft).items() if fit == "BAD"]
    assert bad == ["Is it a private practice?"]
    assert asked(draft)["Is it a hospital?"] == ("GOOD", "HIGH")


@pytest.mark.parametrize("text", [ONE_LINE, TIERS, SCORES, BANK, MARKETING, "", "Good morning."])
def test_strict_has_nothing_typical(text: str) -> None:
    """Every text of a strict answer is the source's own or follows from it."""
    draft = segment(text, strict=True)
    assert "TYPICAL" not in {claim.origin for claim in draft.claims}
    assert draft.name
    assert draft.description


def test_the_name_of_the_request_is_the_name() -> None:
    """It wins over every heading."""
    assert segment(TIERS, name="Warm bread").name == "Warm bread"


def test_typical_lines_come_only_into_empty_lists() -> None:
    """A list that the source fills is left as it is."""
    assert data(segment(TIERS)).key_priorities == data(segment(TIERS, strict=True)).key_priorities
    assert data(segment(ONE_LINE)).key_priorities
    assert not data(segment(ONE_LINE, strict=True)).key_priorities


def test_several_documents_are_read_together() -> None:
    """Facts of both, each with its own source."""
    draft = segment(TIERS, "## Priorities\n\n- Open shops in Spain\n")
    claim = next(one for one in draft.claims if one.text == "Open shops in Spain")
    assert claim.source == 1
    assert len(data(draft).key_priorities) == 3


def test_a_source_that_excludes_nobody_says_so() -> None:
    """The note stands beside the answer."""
    assert any("excludes nobody" in note for note in segment(MARKETING).notes)
    assert not any("excludes nobody" in note for note in segment(TIERS).notes)


def test_pains_in_passing_are_kept() -> None:
    """A one-liner's struggle is a pain, and asked."""
    draft = segment("Dental clinics in Ontario, struggling to fill chairs on Fridays")
    kept = {one.title: one.value for one in data(draft).custom_fields}
    assert kept["Pain points"] == ["Struggle to fill chairs on Fridays"]
    assert "They struggle to fill chairs on Fridays." in draft.description
    assert "Do they struggle to fill chairs on Fridays?" in asked(draft)
