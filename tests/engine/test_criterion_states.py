"""Criterion states: set forms of a criterion's line."""

from __future__ import annotations

import pytest

from octave_api.engine.trait_phrasing import trait

ROWS = """
Head baker on the call | Is a head baker on the call?
Budget and timeline in place | Are budget and timeline in place?
Renewal within 6 months | Is their renewal due within 6 months?
More than 900 rolls a day | Do they have more than 900 rolls a day?
Price counts for 60% of the score | Does price count for 60% of the score?
Support request | Is it a support request?
Needs self-hosted | Do they need a self-hosted version?
Outgrown paper orders | Have they outgrown paper orders?
already uses a mixer | Do they already use a mixer?
cooling or proving rooms | Do they have cooling or proving rooms?
Only looking for spare parts | Are they only looking for spare parts?
EDI with manufacturers | Do they have EDI with manufacturers?
Private firms, ideally family-owned | Is it a private firm?
Wants rye only | Do they want rye only?
sells rolls to hotels | Do they sell rolls to hotels?
Payment terms over 60 days | Are their payment terms over 60 days?
Lease contract younger than 12 months | Is their lease contract younger than 12 months?
Oven lease ends <9mo | Does their oven lease end in less than 9 months?
Customers under 900 | Do they have under 900 customers?
New CFO in the last 6 months | Have they had a new CFO in the last 6 months?
The bakers are subcontractors | Are the bakers subcontractors?
The head baker also runs the shop | Does the head baker also run the shop?
They've already paid for ovens | Have they already paid for ovens?
Minimum 3 ovens | Do they have at least 3 ovens?
"""


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_a_line_is_asked_by_its_form(row: str) -> None:
    """What a seller jots down is asked as a sentence."""
    line, question = row.split(" | ")
    assert trait(line, listed=True).text == question


def test_whom_the_seller_met_is_asked_of_nobody() -> None:
    """A note on the seller's own talks is no criterion of a prospect."""
    assert trait("Only spoke to the apprentice", listed=True).sure == 0.0


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("IT is fully outsourced", "Is their IT fully outsourced?"),
        ("the council bans hosting abroad", "Does the council ban hosting abroad?"),
        ("The board blocks spending", "Does the board block spending?"),
    ],
)
def test_who_forbids_is_the_subject(line: str, question: str) -> None:
    """Neither "it" nor "do the council bans"."""
    assert trait(line, listed=True).text == question
