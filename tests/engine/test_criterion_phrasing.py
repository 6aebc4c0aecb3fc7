"""Criteria as questions: what a prospect is, has and does, and how its things stand."""

from __future__ import annotations

import pytest

from octave_api.engine.criterion_amounts import amount_of
from octave_api.engine.criterion_phrasing import criterion, is_one
from octave_api.engine.inversion import inverted

ASKED = """
Runs two ovens | Do they run two ovens?
Delivers to hotels | Do they deliver to hotels?
Already on Breadly | Are they already on Breadly?
bakery with more than 3 shops | Are they a bakery with more than 3 shops?
Sole traders | Are they sole traders?
Flour-only | Are they flour-only?
Anyone who only resells | Do they only resell?
Flour budget below 6,000 € | Is their flour budget below 6,000 €?
Till contract ends within 6 months | Does their till contract end within 6 months?
Bakers are employed, not hired | Are their bakers employed, not hired?
Delivery outsourced | Is their delivery outsourced?
second oven planned | Is a second oven planned?
Head baker left in 2024 | Has their head baker left in 2024?
"""


@pytest.mark.parametrize("row", ASKED.strip().splitlines())
def test_a_criterion_is_asked_as_what_it_says(row: str) -> None:
    """Verb, kind of company, threshold or state: each has its own form."""
    line, question = row.split(" | ")
    said = criterion(line)
    assert said is not None
    assert said.text == question


@pytest.mark.parametrize("line", ["We bake for them", "", "Loud ovens"])
def test_what_is_no_such_line_is_read_as_any_other(line: str) -> None:
    """The seller's own voice, nothing at all, a bare thing."""
    assert criterion(line) is None


def test_a_label_says_what_its_value_is() -> None:
    """Names and teams under a label are asked with it."""
    till = criterion("Breadly, Rollo", "Till")
    team = criterion("at least 4 people", "Night team")
    assert till is not None
    assert till.text == "Is their till Breadly or Rollo?"
    assert team is not None
    assert team.text == "Do they have a night team of at least 4 people?"


def test_a_bare_name_in_a_list_of_whom_is_whom() -> None:
    """ "Wholesale bakers" under "Not a fit" are the firms meant."""
    said = criterion("wholesale bakers", of_whom=True)
    assert said is not None
    assert said.text == "Are they wholesale bakers?"


def test_numbers_without_a_bound_are_no_threshold() -> None:
    """Only a bound, a range or a unit of money or share makes one."""
    assert amount_of("Oven age 36") is None
    said = amount_of("Daily output 2,000 to 4,000")
    assert said is not None
    assert said.text == "Is their daily output 2,000 to 4,000?"


def test_one_company_takes_an_article() -> None:
    """What a prospect is, in the singular."""
    assert is_one("charity with 40 shops") == "a charity with 40 shops"
    assert is_one("no shop of its own") is None


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("Returns are above 5 % of sales", "are their returns above 5 % of sales"),
        ("there is no baker", "is there no baker"),
        ("someone is in charge of flour", "is someone in charge of flour"),
        ("the group picks the oven", "does the group pick the oven"),
        ("roof renewed last year", "was their roof renewed last year"),
    ],
)
def test_a_statement_is_turned_round(line: str, question: str) -> None:
    """The verb comes first, and what is theirs is called theirs."""
    made = inverted(line)
    assert made is not None
    assert made[0] == question


@pytest.mark.parametrize("line", ["ovens", "nobody knows the price", "loud ovens in small shops"])
def test_no_verb_no_question(line: str) -> None:
    """Where no verb stands, or nobody does it, nothing is turned round."""
    assert inverted(line) is None
