"""A statement made to stand alone as one line of an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octave_api.engine.grammar import article, base_phrase, form, third_phrase
from octave_api.engine.openings import core
from octave_api.engine.wording import (
    MAX_WORDS,
    capital,
    join,
    line,
    lower_first,
    shorten,
    squeeze,
    third_person,
)

OWN_VOICE = """
We struggle with late deliveries. | Struggle with late deliveries
I want to see all orders in one place | See all orders in one place
When a customer calls, I want to see the order, so I can answer | See the order, so they can answer
My biggest frustration is that the oven plan is wrong | The oven plan is wrong
I'd love it if we could bake less at night | Bake less at night
It's hard for me to find bakers | Hard to find bakers
It is a deal-breaker if I have to type orders twice | Having to type orders twice
I want customers to order online | Want customers to order online
I'm responsible for three shops | Responsible for three shops
Our bakers leave after a year | Their bakers leave after a year
Nobody tells me what sold yesterday | Nobody tells them what sold yesterday
As the owner, I check every invoice | Check every invoice
"""
OTHER_VOICE = """
They struggle to fill night shifts | Struggle to fill night shifts
They are responsible for three shops | Responsible for three shops
You will lead a team of six bakers | Lead a team of six bakers
We help bakers to sell out | We help bakers to sell out
Plans the bake. | Plans the bake
 •  Plans   the bake ;  | Plans the bake
“Plans the bake” | Plans the bake
Sells cakes, bread, etc. | Sells cakes, bread, etc.
"""
FORMS = """
Manage three shops | base
Manages three shops | third
Managing three shops | gerund
Frustrated by late deliveries | participle
How to plan the bake | how
Orders come in too late | clause
It takes a day to answer | clause
Too many spreadsheets | noun
Visibility into stock | noun
Managing three shops is hard | clause
 | noun
"""


def rows(table: str) -> list[tuple[str, str]]:
    pairs = [line.split(" | ") for line in table.strip("\n").splitlines()]
    return [(left, right) for left, right in pairs]


@pytest.mark.parametrize(("text", "expected"), rows(OWN_VOICE))
def test_a_buyer_who_speaks_becomes_the_third_person(text: str, expected: str) -> None:
    """Lead-ins and the frame of a job story go, pronouns turn, nothing is added."""
    assert line(text, own_voice=True) == expected


@pytest.mark.parametrize(("text", "expected"), rows(OTHER_VOICE))
def test_what_is_said_of_a_buyer_is_only_trimmed(text: str, expected: str) -> None:
    """Marks, quotation marks and the stop go; "we" is the seller and stays."""
    assert line(text, own_voice=False) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I think my team needs us", "they think their team needs them"),
        ("They sell in the US", "They sell in the US"),
        ("I was late and I am sorry", "they were late and they are sorry"),
        ("We've lost our way", "they've lost their way"),
        ("I/O and e-mail me@shop.example", "I/O and e-mail me@shop.example"),
    ],
)
def test_pronouns_turn_with_their_verbs(text: str, expected: str) -> None:
    """Countries, addresses and abbreviations are no pronouns."""
    assert third_person(text) == expected


def test_core_leaves_what_has_no_frame() -> None:
    """A plain line is its own core."""
    assert core("Late deliveries stop the line") == "Late deliveries stop the line"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plans the bake", "plans the bake"),
        ("CRM data is stale", "CRM data is stale"),
        ("iOS users churn", "iOS users churn"),
        ("United States retailers", "United States retailers"),
        ("Managing IT vendors", "managing IT vendors"),
        ("A plan that holds", "a plan that holds"),
        ("I alone decide", "I alone decide"),
        ("", ""),
    ],
)
def test_lower_first_keeps_names_and_acronyms(text: str, expected: str) -> None:
    """A line begins small inside a sentence, unless its first word is a name."""
    assert lower_first(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("plans", "Plans"), ("eCommerce shops", "eCommerce shops"), ("", ""), ("ärger", "Ärger")],
)
def test_capital_leaves_words_with_a_capital_inside(text: str, expected: str) -> None:
    """Brand spellings are left alone."""
    assert capital(text) == expected


def test_a_long_line_ends_where_a_thought_ends() -> None:
    """What follows "so that", "because" or a semicolon can go."""
    text = (
        "See every order of every shop on one screen before the ovens are lit, so that nobody has "
        "to call around at four in the morning to find out what to bake"
    )
    assert shorten(text) == "See every order of every shop on one screen before the ovens are lit"


def test_a_list_is_never_cut_in_the_middle() -> None:
    """A comma between the members of a list is no place to stop."""
    text = (
        "Orders flour, butter, sugar, yeast, salt, eggs, milk, cream, nuts, seeds, spices, paper, "
        "bags, boxes, ribbons, labels, candles, gloves, aprons, brushes, trays and tins"
    )
    assert shorten(text) == text


def test_a_cut_leaves_no_bracket_or_quotation_open() -> None:
    """Brackets and quotation marks stay in pairs."""
    text = (
        "Answers the regulators (which includes the health office, so that inspections go well and "
        "the shop can stay open on every day of the coming year) within two days of a letter"
    )
    short = shorten(text)
    assert short.count("(") == short.count(")")


@given(st.text())
def test_a_line_never_ends_in_a_stop_and_never_grows(text: str) -> None:
    """Any text gives a line with single spaces, and shortening only shortens."""
    made = line(text, own_voice=False)
    assert "  " not in made
    assert len(shorten(text).split()) <= max(len(text.split()), MAX_WORDS)
    assert squeeze(made) == squeeze(squeeze(made))


@given(st.text())
def test_own_voice_never_raises(text: str) -> None:
    """Whatever the buyer says, a line comes out."""
    assert isinstance(line(text, own_voice=True), str)


@pytest.mark.parametrize(("text", "expected"), rows(FORMS))
def test_the_form_of_a_line(text: str, expected: str) -> None:
    """First words and the finite verb tell what sort of phrase it is."""
    assert form(text) == expected


def test_a_duty_reads_plan_as_a_verb() -> None:
    """ "Plan the bake" is a thing done where duties are listed."""
    assert form("Plan production for two plants", verbal=True) == "base"
    assert form("Budget of 20,000 a year", verbal=True) == "noun"


@pytest.mark.parametrize(
    ("text", "base", "third"),
    [
        (
            "Sets goals and tracks the numbers",
            "set goals and track the numbers",
            "sets goals and tracks the numbers",
        ),
        ("Hiring bakers", "hire bakers", "hires bakers"),
        ("Manage three shops", "manage three shops", "manages three shops"),
        ("Regularly reviews prices", "regularly review prices", "regularly reviews prices"),
        ("Late deliveries", None, None),
    ],
)
def test_verb_phrases_change_their_form(text: str, base: str | None, third: str | None) -> None:
    """All verbs that "and" joins change together; a noun phrase has no such form."""
    assert base_phrase(text, verbal=True) == base
    assert third_phrase(text) == third


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("oven", "an oven"),
        ("shop", "a shop"),
        ("HR leader", "an HR leader"),
        ("VP of Sales", "a VP of Sales"),
        ("US retailer", "a US retailer"),
        ("IT manager", "an IT manager"),
        ("user", "a user"),
        ("European bank", "a European bank"),
    ],
)
def test_the_article_follows_the_sound(phrase: str, expected: str) -> None:
    """Letters are spelt: "an HR leader", "a US retailer"."""
    assert article(phrase) == expected


def test_join_reads_like_a_sentence() -> None:
    """Commas, and "and" before the last."""
    assert [join([]), join(["a"]), join(["a", "b"]), join(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
