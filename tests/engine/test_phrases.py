"""A line read as a phrase: its sort, its number, its verb, and how sure that is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octave_api.engine.grammar import article
from octave_api.engine.lexicon import look_up
from octave_api.engine.phrase import SURE
from octave_api.engine.phrases import read_phrase
from octave_api.engine.trimming import keep_case, trim

KINDS = """
Reduce waste | verb
Bakes at night | verb
Bakers leave after a year | clause
Bakers bake bread | clause
Flour prices change faster than ours | unknown
Old ovens that smoke | noun
Sales process | noun
Hiring bakers | gerund
Ageing ovens | noun
Worried about flour | state
Unable to bake | state
How to bake | how
Hard to bake | hard
The oven is cold | clause
It is cold | clause
The oven to be warm | wish
Not yet listed | unknown
"""


@pytest.mark.parametrize("row", KINDS.strip().splitlines())
def test_a_line_has_a_sort(row: str) -> None:
    """The first words and the first finite verb tell."""
    line, kind = row.split(" | ")
    assert read_phrase(line).kind == kind


@pytest.mark.parametrize(
    ("line", "plural"),
    [
        ("Late orders", True),
        ("Long waiting times at the door", True),
        ("Restrictions affecting the trade", True),
        ("Old equipment", False),
        ("An old oven", False),
        ("Ovens and shelves", True),
        ("Oven and shelf", None),
    ],
)
def test_a_noun_phrase_has_a_number(line: str, plural: bool | None) -> None:
    """Its head decides, not what follows; of joined ones only two plurals are plural."""
    assert read_phrase(line).plural is plural


def test_either_reading_is_no_reading() -> None:
    """ "Report leakage" can be done and be had; its object decides where it is clear."""
    assert read_phrase("Report leakage", verbal=True).sure < SURE
    assert read_phrase("Report the leakage", verbal=True).sure >= SURE


@pytest.mark.parametrize(
    ("line", "base"),
    [
        ("Bakes bread, cleans the oven and locks the door", "bake bread"),
        ("Plan, bake, and sell the bread", "plan the bread"),
        ("Bake, cool and sell in two shops", "bake, cool and sell in two shops"),
        ("Respond to and solve complaints", "respond to complaints"),
        ("Bake, test and experiment with rye", "bake rye"),
        ("Meet and negotiate with millers", "meet with millers"),
        ("Reports to and works with the owner", "report to the owner"),
        ("Copying and pasting orders", "copy and paste orders"),
        ("Buy flour and sugar", "buy flour and sugar"),
        ("Runs its own mill", "run their own mill"),
    ],
)
def test_one_verb_is_asked(line: str, base: str) -> None:
    """What is joined to the first verb goes; an object that they share stays."""
    assert read_phrase(line, verbal=True).base == base


@pytest.mark.parametrize(
    ("line", "trimmed"),
    [
        ("Ovens: keep them warm", "keep them warm"),
        ("Also bakes at night", "bakes at night"),
        ("Bakes at night when needed", "Bakes at night"),
        ("Bakes bread - not sure why", "Bakes bread"),
        ("Bakes bread (and rolls) at night", "Bakes bread at night"),
        ("Keeps waste (below 5%) down", "Keeps waste (below 5%) down"),
        ("When orders come late, it is hard to plan", "it is hard to plan"),
        ("No oven yet", "No oven"),
        ("Fewer / smaller ovens", "Fewer or smaller ovens"),
        ("Spends <5% on flour", "Spends less than 5% on flour"),
        ("She has her own oven", "they have their own oven"),
    ],
)
def test_what_is_beside_the_point_goes(line: str, trimmed: str) -> None:
    """Labels, adverbs of frequency, asides; a number stays."""
    assert trim(line) == trimmed


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Late orders", "late orders"),
        ("Ovenly orders", "Ovenly orders"),
        ("CRM data", "CRM data"),
        ("United States", "United States"),
        ("Knowledge Sharing", "knowledge sharing"),
        ("A shop", "a shop"),
        ("Write-offs", "write-offs"),
    ],
)
def test_a_name_keeps_its_capital(text: str, inside: str) -> None:
    """A word that no table knows may be a name."""
    assert keep_case(text) == inside


def test_a_word_can_be_several_things() -> None:
    """The tables tell what, a prefix or an ending helps with the rest."""
    assert look_up("plans").plural
    assert look_up("plans").third
    assert look_up("equipment").mass
    assert look_up("daily").adjective
    assert look_up("oversee").only_verb
    assert look_up("subcontractors").plural
    assert look_up("half-finished").known
    assert not look_up("ovenly").known


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("utility", "a utility"),
        ("user group", "a user group"),
        ("one-site firm", "a one-site firm"),
        ("uninsured driver", "an uninsured driver"),
        ("operator", "an operator"),
        ("HR team", "an HR team"),
    ],
)
def test_the_article_goes_by_the_sound(phrase: str, said: str) -> None:
    """Not by the letter."""
    assert article(phrase) == said


@pytest.mark.parametrize("line", ["Temperature logs on paper", "Job adverts that draw nobody"])
def test_records_that_are_kept_somewhere_do_nothing(line: str) -> None:
    """A plural before a place is no verb."""
    assert read_phrase(line).kind == "noun"


@given(st.text(max_size=600))
def test_any_text_is_read(line: str) -> None:
    """No text fails, and what is not read is not trusted."""
    found = read_phrase(line)
    assert 0.0 <= found.sure <= 1.0
    assert found.kind != "unknown" or found.sure < SURE
