"""Yes/no questions made of lines, in the third person, one sentence each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octave_api.contract import Kind
from octave_api.engine import concern_phrasing, phrasing
from octave_api.engine.excluding import excluded
from octave_api.engine.phrase import SURE
from octave_api.engine.said import to_they, to_you
from octave_api.engine.source_questions import asked
from octave_api.engine.trait_phrasing import of_employer, trait

DUTIES = """
Manage three shops | Does this person manage three shops?
Sets prices and reviews them | Does this person set prices?
Also plans the night shift | Does this person plan the night shift?
Hiring bakers | Does this person hire bakers?
Develop and maintain recipes | Does this person develop recipes?
Protects and insures the ovens | Does this person protect the ovens?
Be able to reset the ovens | Does this person reset the ovens?
Responsible for three shops | Is this person responsible for three shops?
The whole cold chain | Is this person responsible for the whole cold chain?
Daily oven maintenance | Is this person responsible for daily oven maintenance?
Control of flour costs | Is this person responsible for the control of flour costs?
Budget responsibility for ovens | Does this person have budget responsibility for ovens?
She tastes every batch | Does this person taste every batch?
Orders are checked by hand | Does this describe their work: “Orders are checked by hand”?
"""
PAINS = """
Late deliveries | Are late deliveries a problem for them?
Lack of bakers | Do they lack bakers?
No oven of their own | Do they lack an oven of their own?
Inability to see the stock | Are they unable to see the stock?
The need to bake faster | Do they need to bake faster?
Too many suppliers | Do they have too many suppliers?
Difficulty finding bakers | Do they have difficulty finding bakers?
Struggles with late deliveries | Do they struggle with late deliveries?
Struggle to fill shifts | Do they struggle to fill shifts?
Prefers to bake - not sure why machines are used | Do they prefer to bake?
Frustrated by late deliveries | Are they frustrated by late deliveries?
How to plan for holidays | Do they struggle with how to plan for holidays?
Finding bakers | Do they struggle to find bakers?
Not being able to bake on Sundays | Is not being able to bake on Sundays a problem for them?
Orders come in too late | Do orders come in too late?
Orders found late in the day | Are orders found late in the day?
Bakers re-key orders | Do bakers re-key orders?
Hard to find bakers | Do they struggle to find bakers?
CRM data is stale | Is CRM data stale?
Flour and sugar waste | Do they struggle with flour and sugar waste?
Ageing ovens | Are ageing ovens a problem for them?
Ovenly orders that arrive late | Are Ovenly orders that arrive late a problem for them?
Recipes (and nobody likes them) in folders | Are recipes in folders a problem for them?
Work Description | Would they recognise this problem: “Work Description”?
Not being afraid of heat | Would they recognise this problem: “Not being afraid of heat”?
Guests not seated | Would they recognise this problem: “Guests not seated”?
Till and stock list never agree | Would they say that till and stock list never agree?
Guests ring three times | Would they recognise this problem: “Guests ring three times”?
Delivery days move | Would they recognise this problem: “Delivery days move”?
Mills late, again | Would they recognise this problem: “Mills late, again”?
4 ovens = 4 manuals | Would they recognise this problem: “4 ovens = 4 manuals”?
No idea what a loaf costs | Do they have no idea what a loaf costs?
Lost orders keep her awake | Do lost orders keep them awake?
The mill rejects these | Would they recognise this problem: “The mill rejects these”?
Mehl fehlt, wenn man es braucht | Would they recognise this problem: “Mehl fehlt, wenn man es \
braucht”?
They'd kill for a second oven | Would they recognise this problem: “They'd kill for a second oven”?
"""
AIMS = """
Open a second shop | Do they want to open a second shop?
Opens a second shop | Do they want to open a second shop?
Contributing to the village | Do they want to contribute to the village?
Bakers to come on time | Do they want bakers to come on time?
The oven to be warm by four | Do they want the oven to be warm by four?
Want parents to call less | Do they want parents to call less?
Fewer complaints | Do they want fewer complaints?
A calmer morning | Do they want a calmer morning?
One price for all shops | Do they want one price for all shops?
Loan forms signed before noon | Do they want loan forms signed before noon?
A loaf planned before the mill calls | Do they want a loaf planned before the mill calls?
97% of vans out on time | Do they want 97% of vans out on time?
Zero burnt trays | Do they want zero burnt trays?
Lower gas bill per oven | Do they want a lower gas bill per oven?
Vans on time | Do they want vans on time?
Trains on time | Is this one of their goals: “Trains on time”?
Live stock view for bakers, fewer calls from shops | Is a live stock view for bakers \
among their goals?
One list that shop, van and oven read | Do they want one list that shop, van and oven read?
Match it to an order at once when a bill comes | Do they want to match it to an order at once \
when a bill comes?
Break down the wall to the kitchen | Do they want to break down the wall to the kitchen?
"""
TRAITS = """
Uses two ovens or more | Do they use two ovens or more?
Regional bakeries with a delivery service | Are they regional bakeries with a delivery service?
Companies with a shop of their own | Is it a company with a shop of its own?
Cities with 20,000 inhabitants | Is it a city with 20,000 inhabitants?
Growing by a shop a year | Are they growing by a shop a year?
Can't open on Sundays | Are they unable to open on Sundays?
They are open on Sundays | Are they open on Sundays?
The company has a night shift | Do they have a night shift?
Production manager | Do they have a production manager?
No oven of their own | Do they lack an oven of their own?
Raised from local banks | Have they raised from local banks?
Has outgrown its oven | Have they outgrown their oven?
Recently opened a shop | Have they recently opened a shop?
Fewer than 10 ovens | Do they have fewer than 10 ovens?
Family-owned | Are they family-owned?
Under bankruptcy protection | Are they under bankruptcy protection?
Own mill with two stones | Do they have their own mill with two stones?
Role: baker | Is their role baker?
Not yet listed | Are they not yet listed?
"""
CONCERNS = """
Having to type orders twice | Would they walk away over having to type orders twice?
A deal-breaker if it is hot | Is it a deal-breaker for them if it is hot?
Avoid another failed roll-out | Do they want to avoid another failed roll-out?
The price | Do they worry about the price?
Losing their recipes | Do they worry about losing their recipes?
The oven will take a year | Do they worry that the oven will take a year?
"""
QUOTED = """
Orders for <product> arrive late
The recipes that we bake
Late orders, caused
Respond to and
Handles “two ovens
Works alongside Martina
A baker who has no time
"""


def rows(table: str) -> list[tuple[str, str]]:
    pairs = [line.split(" | ") for line in table.strip().splitlines()]
    return [(left, right) for left, right in pairs]


@pytest.mark.parametrize(("line", "question"), rows(DUTIES))
def test_a_duty_is_asked_of_a_person(line: str, question: str) -> None:
    """Does this person do it? Of two verbs one is asked."""
    assert phrasing.duty(line).text == question


@pytest.mark.parametrize(("line", "question"), rows(PAINS))
def test_a_pain_is_asked_in_its_own_grammar(line: str, question: str) -> None:
    """Nouns are problems, verbs are struggles, clauses are turned, what is unclear is quoted."""
    assert phrasing.pain(line, "persona").text == question


@pytest.mark.parametrize(("line", "question"), rows(AIMS))
def test_an_aim_is_something_wanted(line: str, question: str) -> None:
    """Verbs are wanted, nouns are goals."""
    assert phrasing.aim(line, "persona").text == question


def test_a_company_works_to_its_aims() -> None:
    """Companies have priorities, people have goals."""
    opening, fewer = (phrasing.aim(line, "segment") for line in ("Open a shop", "Fewer complaints"))
    assert opening.text == "Are they working to open a shop?"
    assert fewer.text == "Are fewer complaints among their priorities?"


@pytest.mark.parametrize(("line", "question"), rows(TRAITS))
def test_a_trait_is_had_done_or_been(line: str, question: str) -> None:
    """The form of a qualifier decides its verb."""
    assert trait(line).text == question


@pytest.mark.parametrize(("line", "question"), rows(CONCERNS))
def test_a_concern_keeps_its_edge(line: str, question: str) -> None:
    """Deal-breakers are asked as such, fears as worries."""
    assert concern_phrasing.concern(line).text == question


@pytest.mark.parametrize("line", QUOTED.strip().splitlines())
def test_what_cannot_be_said_is_not_trusted(line: str) -> None:
    """A hole, a cut-off end, the writer's own voice, a stranger's colleague."""
    assert phrasing.duty(line).sure < SURE
    assert phrasing.pain(line, "persona").sure < SURE or "Martina" in line


@pytest.mark.parametrize(
    ("who", "kind", "expected"),
    [
        ("home bakers", "persona", "Are they home bakers?"),
        ("supermarkets", "segment", "Are they supermarkets?"),
        (
            "bars, for clubs, or for hotels",
            "segment",
            "Are they bars, clubs, or hotels?",
        ),
        ("companies without a shop", "segment", "Is it a company without a shop?"),
    ],
)
def test_an_exclusion_is_asked_as_one_of(who: str, kind: Kind, expected: str) -> None:
    """Who is ruled out is named."""
    assert excluded(who, kind).text == expected


def test_a_prospect_is_spoken_of_and_to() -> None:
    """ "You" and "they" change places; others in an inner clause stay "they"."""
    assert to_they("Do you like your oven?") == "Do they like their oven?"
    assert to_you("how their oven suits them") == "how your oven suits you"
    assert to_you("bakers who burn their bread") == "bakers who burn their bread"


def test_a_line_gives_a_question_to_say_aloud() -> None:
    """It speaks to the prospect, in the grammar of the line."""
    assert phrasing.duty("Plans their shifts").aloud == "How do you plan your shifts today?"
    assert (
        phrasing.pain("Late orders", "persona").aloud == "What do you do today about late orders?"
    )
    said = phrasing.aim("Cut waste by 5%", "persona").aloud
    assert said == "How important is it to you this year to cut waste by 5%?"


def test_a_long_line_loses_its_purpose_but_never_its_number() -> None:
    """What only adds goes; a threshold is the point."""
    long = "Keeps the flour of all three shops dry and safe so that no batch has to be thrown away"
    assert "so that" not in phrasing.duty(long).text
    counted = "Keeps the flour of all three shops dry and safe so that at most 5% is thrown away"
    assert "5%" in phrasing.duty(counted).text


LINES = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            "we they you who what how do is bake bakes baking late ? . , : ( ) “ US and to not 5% "
            "the bakers of that lack Has been".split()
        ),
        max_size=25,
    ).map(" ".join),
)


@given(LINES)
def test_every_phrase_is_one_question(line: str) -> None:
    """Whatever the line, one question mark stands at the end."""
    for said in (
        phrasing.duty(line),
        phrasing.pain(line, "persona"),
        phrasing.pain(line, "segment"),
        phrasing.aim(line, "persona"),
        phrasing.aim(line, "segment"),
        trait(line),
        concern_phrasing.concern(line),
        asked(line),
        excluded(line, "segment"),
    ):
        assert said.text.endswith("?")
        assert not said.text.endswith("??")
        assert 0.0 <= said.sure <= 1.0


def test_a_person_is_asked_about_the_companies_they_work_for() -> None:
    """A persona is no company; people stay who they are."""
    assert of_employer("Are they bakers?") == "Are they bakers?"
    question = of_employer("Are they companies with one oven?")
    assert question == "Do they work for companies with one oven?"


def test_a_pain_told_as_a_clause_keeps_its_end() -> None:
    """What stands at the end of a clause is what goes wrong."""
    line = "Customers send their orders in long e-mails that nobody reads in time"
    assert "that nobody reads in time" in phrasing.pain(line, "persona").text
