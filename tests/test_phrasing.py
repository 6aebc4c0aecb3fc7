"""Yes/no questions made of lines, in the third person, one sentence each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octave_api.contract import Kind
from octave_api.engine import phrasing

DUTIES = """
Manage three shops | Does this person manage three shops?
Sets prices and reviews them | Does this person set prices and review them?
Hiring bakers | Does this person hire bakers?
Responsible for three shops | Is this person responsible for three shops?
The whole cold chain | Is this person responsible for the whole cold chain?
Orders are checked by hand | Is this part of their work: orders are checked by hand?
"""
PAINS = """
Late deliveries | Are late deliveries a problem for them?
Lack of bakers | Is lack of bakers a problem for them?
Struggles with late deliveries | Do they struggle with late deliveries?
Struggle to fill shifts | Do they struggle to fill shifts?
Frustrated by late deliveries | Are they frustrated by late deliveries?
How to plan for holidays | Do they struggle with how to plan for holidays?
Finding bakers | Is finding bakers a struggle for them?
Orders come in too late | Would they say that orders come in too late?
Hard to find bakers | Is it hard to find bakers?
CRM data is stale | Would they say that CRM data is stale?
"""
AIMS = """
Open a second shop | Do they want to open a second shop?
Opens a second shop | Do they want to open a second shop?
Fewer complaints | Are fewer complaints among their goals?
A calmer morning | Is a calmer morning among their goals?
"""
TRAITS = """
Uses two ovens or more | Do they use two ovens or more?
Regional bakeries with a delivery service | Do they have regional bakeries with a delivery service?
Companies with a shop of their own | Are they companies with a shop of their own?
Growing by a shop a year | Are they growing by a shop a year?
Can't open on Sundays | Is it true that they can't open on Sundays?
They are open on Sundays | Are they open on Sundays?
The company has a night shift | Do they have a night shift?
Production manager | Do they have a production manager?
No oven of their own | Do they lack an oven of their own?
"""
ASKED = """
Do you bake at night? | Do they bake at night?
Could an oven plan help you bake less? | Could an oven plan help them bake less?
What is your time frame? | Can they say what their time frame is?
How many shops do you have? | Do they know how many shops they have?
Tell me about your busiest day | Can they describe their busiest day?
Why does the team work at night? | Can they say why the team works at night?
Who decides on new ovens? | Do they have an answer to “Who decides on new ovens”?
We bake at night. Do you? | Do they?
Is that right? Do you bake at night? | Do they bake at night?
Could an oven plan help you bake less? | Could an oven plan help them bake less?
When will you open the next shop? | Can they say when they will open the next shop?
"""


def rows(table: str) -> list[tuple[str, str]]:
    pairs = [line.split(" | ") for line in table.strip().splitlines()]
    return [(left, right) for left, right in pairs]


@pytest.mark.parametrize(("line", "question"), rows(DUTIES))
def test_a_duty_is_asked_of_a_person(line: str, question: str) -> None:
    """Does this person do it?"""
    assert phrasing.duty(line) == question


@pytest.mark.parametrize(("line", "question"), rows(PAINS))
def test_a_pain_is_asked_in_its_own_grammar(line: str, question: str) -> None:
    """Nouns are problems, verbs are struggles, clauses are opinions."""
    assert phrasing.pain(line, "persona") == question


@pytest.mark.parametrize(("line", "question"), rows(AIMS))
def test_an_aim_is_something_wanted(line: str, question: str) -> None:
    """Verbs are wanted, nouns are goals."""
    assert phrasing.aim(line, "persona") == question


def test_a_company_works_to_its_aims() -> None:
    """Companies have priorities, people have goals."""
    assert (
        phrasing.aim("Open a second shop", "segment") == "Are they working to open a second shop?"
    )
    assert (
        phrasing.aim("Fewer complaints", "segment")
        == "Are fewer complaints among their priorities?"
    )


@pytest.mark.parametrize(("line", "question"), rows(TRAITS))
def test_a_trait_is_had_done_or_been(line: str, question: str) -> None:
    """The form of a qualifier decides its verb."""
    assert phrasing.trait(line) == question


@pytest.mark.parametrize(("question", "expected"), rows(ASKED))
def test_a_source_s_question_becomes_yes_or_no(question: str, expected: str) -> None:
    """Open questions are asked as whether somebody can answer them."""
    assert phrasing.asked(question) == expected


@pytest.mark.parametrize(
    ("who", "kind", "expected"),
    [
        ("home bakers", "persona", "Is this person one of these: home bakers?"),
        ("supermarkets", "segment", "Is it one of these: supermarkets?"),
        ("companies without a shop", "segment", "Are they among companies without a shop?"),
    ],
)
def test_an_exclusion_is_asked_as_one_of(who: str, kind: Kind, expected: str) -> None:
    """Who is ruled out is named."""
    assert phrasing.excluded(who, kind) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Having to type orders twice", "Would they walk away over having to type orders twice?"),
        ("A deal-breaker if it needs a server", "Is it a deal-breaker if it needs a server?"),
        ("Avoid another failed roll-out", "Do they want to avoid another failed roll-out?"),
        ("The price", "Is the price a problem for them?"),
    ],
)
def test_a_concern_keeps_its_edge(line: str, expected: str) -> None:
    """Deal-breakers are asked as such."""
    assert phrasing.concern(line) == expected


def test_a_prospect_is_spoken_of_and_to() -> None:
    """ "You" and "they" change places, small and capital."""
    assert phrasing.to_they("Do you like your oven?") == "Do they like their oven?"
    assert phrasing.to_you("how their oven suits them") == "how your oven suits you"


LINES = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            "we they you who what how do is bake bakes baking late ? . , US and to not 5%".split()
        ),
        max_size=25,
    ).map(" ".join),
)


@given(LINES)
def test_every_phrase_is_one_question(line: str) -> None:
    """Whatever the line, one question mark stands at the end."""
    for question in (
        phrasing.duty(line),
        phrasing.pain(line, "persona"),
        phrasing.pain(line, "segment"),
        phrasing.aim(line, "persona"),
        phrasing.aim(line, "segment"),
        phrasing.trait(line),
        phrasing.concern(line),
        phrasing.asked(line),
        phrasing.excluded(line, "segment"),
    ):
        assert question.endswith("?")
        assert not question.endswith("??")


def test_a_person_is_asked_about_the_companies_they_work_for() -> None:
    """A persona is no company; people stay who they are."""
    assert phrasing.of_employer("Are they bakeries?") == "Are they bakeries?"
    asked = phrasing.of_employer("Are they companies with one oven?")
    assert asked == "Do they work for companies with one oven?"


def test_a_pain_told_as_a_clause_keeps_its_end() -> None:
    """What stands at the end of a clause is what goes wrong."""
    line = "Customers send their orders in long e-mails that nobody reads in time"
    assert "that nobody reads in time" in phrasing.pain(line, "persona")
