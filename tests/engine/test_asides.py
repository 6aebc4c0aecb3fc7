"""What a sentence says in passing, and what companies count in their own trade."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octave_api.engine.asides import find_asides
from octave_api.engine.counts import find_counts

ASIDES = """
CFO at a bakery chain, worried about cash flow and audit | keyConcerns: cash flow and audit
Bakers struggling to hire, but growing | painPoints: struggle to hire
Owners who struggle with ovens and want to open a shop | painPoints: struggle with ovens
Tired of tools that crash. | painPoints: Tired of tools that crash
Frustrated by late deliveries; measured on waste | painPoints: Frustrated by late deliveries
Frustrated by late deliveries; measured on waste | keyObjectives: measured on waste
Shop managers looking to cut waste (by half) | keyObjectives: cut waste
She is measured on waste and hates paper plans | keyObjectives: measured on waste
She is measured on waste and hates paper plans | painPoints: hate paper plans
They report to the owner, fear power cuts and have to bake at night | keyConcerns: power cuts
Plans the bake |
"""
COUNTS = """
Restaurant chains with 10-50 locations | 10 to 50 locations
hospitals with more than 500 beds | more than 500 beds
20+ lawyers | at least 20 lawyers
3 or more chairs | at least 3 chairs
between 5 and 20 delivery vans | 5 to 20 delivery vans
fewer than 5 shops | fewer than 5 shops
up to 1,200 students | at most 1,200 students
50 to 200 employees |
$5-10 rooms |
three shops |
"""


def rows(table: str) -> list[tuple[str, str]]:
    pairs = [line.split(" |") for line in table.strip("\n").splitlines()]
    return [(left, right.strip()) for left, right in pairs]


@pytest.mark.parametrize(("text", "expected"), rows(ASIDES))
def test_asides_name_their_field(text: str, expected: str) -> None:
    """Worries are concerns, struggles are pains, wishes are aims; each stops at the next."""
    found = [f"{one.field}: {one.text}" for one in find_asides(text)]
    assert (expected in found) if expected else not found


@pytest.mark.parametrize(("text", "expected"), rows(COUNTS))
def test_counts_keep_their_bound(text: str, expected: str) -> None:
    """Heads and money are left to the firmographics; a number alone is no bound."""
    assert [one.text for one in find_counts(text)] == ([expected] if expected else [])


@given(st.text())
def test_spans_lie_in_the_text(text: str) -> None:
    """Whatever is found stands where it says."""
    for found in (*find_asides(text), *find_counts(text)):
        assert 0 <= found.start < found.end <= len(text)
