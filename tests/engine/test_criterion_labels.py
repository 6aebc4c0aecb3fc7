"""Criterion labels: what a label says of its value."""

from __future__ import annotations

import pytest

from octave_api.engine.criterion_labels import is_rest, of_label

LABELLED = """
role | purchasing | Does the contact work in purchasing
role | leadership | Is the contact in leadership
role | student | Is the contact a student
role | Head of Baking | Is the contact the head of baking
seniority | Director+ | Is the contact a director or above
function | IT | Does the contact work in IT
ownership | Independent | Are they independent
ownership | PE | Are they owned by private equity
company type | agency | Is it an agency
company type | private | Is it a private company
email | Non-work email | Do they use a non-work email address
email provider | Gmail | Is their email address with Gmail
contract | Annual | Is their contract annual
till | none | Do they lack a till
oven | Installed in the last 3 years | Was their oven installed in the last 3 years
economic buyer | head baker, signs up to 20k | Is their economic buyer a head baker
timeline | before the summer | Is a decision due before the summer
decision criteria | price, crust | Is the decision based on price, crust
"""


@pytest.mark.parametrize("row", LABELLED.strip().splitlines())
def test_a_label_gives_its_value_a_frame(row: str) -> None:
    """People work in functions, firms are of a type, things are as they are."""
    label, value, question = row.split(" | ")
    assert of_label(label, value) == question


@pytest.mark.parametrize(("value", "rest"), [("Other", True), ("n/a", True), ("Rye", False)])
def test_what_is_left_is_not_asked(value: str, rest: bool) -> None:
    """ "Other" is nothing that a prospect is."""
    assert is_rest(value) is rest
