"""What a segment's firmographics show: tiers, columns, the rest of a line, and whose facts."""

from __future__ import annotations

import pytest

from octave_api.contract import SegmentData
from octave_api.engine.compose import generate
from octave_api.engine.draft import Document
from octave_api.engine.polarity import customers_from

TABLE = """# Ideal customer profile

| | Enterprise | Mid-market | SMB |
|---|---|---|---|
| Ways | Buys through a tender of many months | Buys after a pilot in one plant | \
Buys on the owner's word |
| Ovens | Runs ovens from several makers | Runs ovens from several makers | \
Runs ovens from several makers |
"""
TIERS = """# Who we sell to

Industries:

- Tier 1: Bakeries, dairies
- Tier 2: Packaging, Chemicals
"""
SELLER = """# Crumbly for plants

Crumbly helps plants save energy. Crumbly offers sensors. Crumbly works with SAP and Oracle.
Crumbly gives each shift its figures. Crumbly provides reports.

## Their tech stack

SAP, Crumbly, Wonderware
"""


def firmographics(text: str) -> dict[str, list[str]]:
    """Give the firmographics of the segment that a text describes."""
    draft = generate("segment", [Document(text)], strict=True)
    assert isinstance(draft.data, SegmentData)
    return draft.data.firmographics


def test_a_line_names_the_columns_that_it_does_not_share() -> None:
    """What holds for one size of company says so; what holds for all does not."""
    shown = firmographics(TABLE)
    assert shown["employees"] == ["Enterprise", "Mid-market", "SMB"]
    traits = shown["characteristics"]
    assert "Buys after a pilot in one plant (Mid-market)" in traits
    assert "Buys on the owner's word (SMB)" in traits
    assert any(one.endswith("uns ovens from several makers") for one in traits)


def test_an_industry_shows_the_tier_of_its_line() -> None:
    """Tiers of the source stay visible beside the industries."""
    industries = firmographics(TIERS)["industry"]
    assert industries == ["Food and beverage (tier 1)", "Packaging (tier 2)", "Chemicals (tier 2)"]


def test_a_line_that_says_more_than_its_facts_is_kept_whole() -> None:
    """An alternative or a condition beside a number is not lost; a bare number is not twice."""
    line = "$80k+/month in revenue or a very long waiting list"
    shown = firmographics(f"# ICP\n\n- {line}\n- 50+ staff")
    assert shown["revenue"] == ["$960k+ a year"]
    assert shown["employees"] == ["50+"]
    assert shown["characteristics"] == [line]


def test_the_sellers_own_product_is_no_tool_of_the_customers() -> None:
    """What the page says that its product works with is not what customers run on."""
    assert firmographics(SELLER).get("technology") == ["SAP", "Wonderware"]


def test_revenue_is_a_years_unless_the_source_counts_otherwise() -> None:
    """The key says revenue; only a converted sum needs its period."""
    assert firmographics("# ICP\n\n- Revenue: €5M-€20M")["revenue"] == ["€5M–€20M"]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (
            "Crumbly is a Berlin-based B2B platform that helps bakeries in Spain.",
            "bakeries in Spain.",
        ),
        ("We are a software company for hospitals.", "hospitals."),
        ("Crumbly Inc. is the leading provider of ovens in Europe.", None),
        ("We are a team of 40 people in Berlin.", None),
        ("Bakeries with 50 employees", "Bakeries with 50 employees"),
    ],
)
def test_what_is_of_the_customers_is_told_from_the_sellers(text: str, rest: str | None) -> None:
    """In a sentence on the seller, only what it serves describes the customers."""
    start = customers_from(text)
    assert (None if start is None else text[start:].strip()) == rest
