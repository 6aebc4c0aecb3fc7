"""Web pages of vendors: whom a page sends away, and whose facts and days it tells."""

from __future__ import annotations

import pytest

from octave_api.contract import PersonaData, SegmentData
from octave_api.engine import Document, generate
from octave_api.engine.firmographics import find_firmographics
from octave_api.engine.refusals import turned_away
from octave_api.engine.rivals import rivals_on
from octave_api.engine.sending_away import sent_away
from octave_api.engine.told_clauses import turned

PAGE = """<html><head><title>Kettlo – rosters for ferry lines</title></head><body>
<nav><a href="/pricing">Pricing</a><a>Log in</a><a>Book a demo</a></nav>
<h1>Crews that are where the boat is</h1>
<p>Kettlo helps ferry lines plan crews, and tells the harbour who is on board.</p>
<h2>Built for crew managers</h2>
<p>You spend your Sundays filling holes in the roster. A stoker calls in sick and you ring round
fifteen people.</p>
<h2>Why lines choose us</h2>
<ul><li>Payroll-ready hours at the end of each week</li><li>Sea time counted by itself</li></ul>
<blockquote>“We saved nine hours a week.” — Maren, Fjordlinjen</blockquote>
<h2>Is Kettlo for you?</h2>
<p>We work best with lines running 20 to 400 crossings a day. If you run river cruises or water
taxis only, we're not the right fit.</p>
<footer>© 2026 Kettlo AS. Privacy | Careers</footer></body></html>"""
ABOUT = """<html><body><nav><a>Pricing</a></nav><h1>About us</h1>
<p>Kettlo was founded in Bergen in 2015 by two stokers who were tired of paper. Today we are 62
people in Norway and Greece.</p>
<h2>Our mission</h2><p>To make sure no boat waits for its crew.</p>
<h2>Who we serve</h2><p>Our customers are ferry operators in Northern Europe, from single lines to
groups with forty boats.</p>
<h2>Leadership</h2><h3>Maren Lie</h3><p>Chief Executive Officer</p>
<h2>Join us</h2><p>We have 9 open roles.</p>
<footer>© 2026 Kettlo AS. Careers</footer></body></html>"""
COMPARED = """# Gildo vs. Ledgera: which is right for your club?

Gildo keeps the books of sports clubs. Ledgera is made for shops and agencies.

## When Gildo is the better choice

- You collect fees from more than 200 members
- Your treasurer changes every second year

## When Ledgera is the better choice

- You need payroll in the same place

[Start a free trial](#) · [Contact sales](#) · © 2026 Gildo
"""


def segment(text: str) -> SegmentData:
    made = generate("segment", [Document(text)], strict=True).data
    assert isinstance(made, SegmentData)
    return made


def persona(text: str) -> PersonaData:
    made = generate("persona", [Document(text)], strict=True).data
    assert isinstance(made, PersonaData)
    return made


def asked(text: str) -> list[tuple[str, str]]:
    questions = generate("segment", [Document(text)], strict=True).questions
    return [(str(one.fit_type), one.question) for one in questions]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("If you sell at one market only, we're not the right fit.", "you sell at one market only"),
        ("You don't need us if you bill once a year.", "you bill once a year"),
        ("Not for you if your IT is run by the county.", "your IT is run by the county"),
        (
            "If you have one till, or you count by hand and are happy with it, look elsewhere.",
            "you have one till, or you count by hand",
        ),
        ("Ovenly is overkill if you have a single oven.", "you have a single oven"),
        ("If you lose orders, you need us.", None),
        ("If you want to see it, we are there for you.", None),
    ],
)
def test_a_page_sends_visitors_away(text: str, when: str | None) -> None:
    """What comes after "if", or before "we're not the right fit", is so of those sent away."""
    place = sent_away(text)
    assert (text[slice(*place)] if place else None) == when


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "We're a poor fit for brokers, and for insurers without agents.",
            "brokers or insurers without agents",
        ),
        ("Single-site shops will find it too much.", "Single-site shops"),
        ("Hospitals should look elsewhere.", "Hospitals"),
        ("Sole traders are better off with a notebook.", "Sole traders"),
        ("Kettlo isn't the right choice for river cruises.", "river cruises"),
        ("Kettlo is overkill for lines with one boat.", "lines with one boat"),
        (
            "Clubs with under fifty members probably won't need Gildo.",
            "Clubs with under fifty members",
        ),
        ("Your team will find it hard to go back.", None),
        ("Drivers will not need a login.", None),
        ("This is not for the faint of heart.", None),
    ],
)
def test_a_page_turns_sorts_of_firms_away(text: str, who: str | None) -> None:
    """The ways in which a page says no, kindly."""
    assert turned_away(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "You ring round twelve people",
        "We call 40 people a day",
        "Dinner for 60 people",
        "It takes 14 people to load it",
        "Two boats and shifts of 12 people",
    ],
)
def test_people_who_are_rung_or_fed_are_no_size(text: str) -> None:
    """A number of people in a story is not how many a company employs."""
    assert not [one for one in find_firmographics(text) if one.key == "employees"]


def test_a_landing_page_says_whom_it_wants_and_whom_not() -> None:
    """Both sentences of "Is it for you?" become questions, one for and one against."""
    assert ("GOOD", "Are they lines running 20 to 400 crossings a day?") in asked(PAGE)
    assert ("BAD", "Do they run river cruises or water taxis only?") in asked(PAGE)


def test_a_promise_under_why_us_is_no_pain() -> None:
    """What the reader's day is like hurts; what is listed as a reason to choose does not."""
    found = {one.title: one.value for one in segment(PAGE).custom_fields}
    assert "They spend their Sundays filling holes in the roster" in found["Pain points"]
    assert "Payroll-ready hours at the end of each week" in found["How we help"]
    assert segment(PAGE).firmographics["employees"] == []


def test_an_about_page_tells_of_customers_apart_from_the_seller() -> None:
    """The seller's people, places, founders and mission are none of the buyers'."""
    found = segment(ABOUT)
    assert found.firmographics["employees"] == []
    assert found.firmographics["geography"] == ["Northern Europe"]
    assert not found.key_priorities
    assert "Chief Executive Officer" not in persona(ABOUT).common_job_titles
    assert not persona(ABOUT).pain_points


def test_of_two_products_that_are_compared_the_first_is_the_sellers() -> None:
    """When the other is better says nothing of the seller's buyers; when theirs is, does."""
    assert ("GOOD", "Do they collect fees from more than 200 members?") in asked(COMPARED)
    assert "payroll" not in str(asked(COMPARED)).lower()
    assert "Agencies" not in segment(COMPARED).firmographics["industry"]
    assert rivals_on([]) == frozenset()


FOR_AND_AGAINST = """# Why we are not for everyone

[Home](/) · [Product](/product) · [Pricing](/pricing) · [Login](/login)

Kassel is a till for butchers with 3 to 30 counters.

## Buy Kassel if

- You sell by weight
- Your staff change counters in the week

## Stay with your old till if

- You have fewer than three counters

## Less suited to

Fishmongers, market stalls and owners of fewer than three shops.

## What it costs you to wait

Wholesalers stop answering the phone.

[Talk to us](/contact)
"""


def test_lists_for_and_against_stand_on_their_own_sides() -> None:
    """ "Not for everyone" turns nobody away; "Buy it if" and "Stay with … if" say who fits."""
    found = asked(FOR_AND_AGAINST)
    assert ("GOOD", "Do they sell by weight?") in found
    assert ("BAD", "Do they have fewer than three counters?") in found or any(
        side == "BAD" and "fewer than" in one for side, one in found
    )
    who = "Are they fishmongers, market stalls or owners of fewer than three shops?"
    assert ("BAD", who) in found
    assert not any("phone" in one for _, one in found)


def test_plans_of_a_price_page_are_no_segments() -> None:
    """Each plan has a name and whom it is for; none is the market."""
    text = (
        "# Pricing for tills of every size\n\n[Get started](#) [Contact sales](#)\n\n"
        "## Stall\n\nFree\n\nFor one counter\n\n## Shop\n\n€19 a month\n\n"
        "For butchers with 2 to 30 counters\n\n## Chain\n\nAsk us\n\n"
        "For groups running several shops\n"
    )
    made = generate("segment", [Document(text)], strict=True)
    assert made.name not in ("Stall", "Shop", "Chain")
    assert not made.name.startswith("For ")


def test_not_made_for_is_no_market() -> None:
    """What stands under "Not made for" is turned away, never wanted."""
    text = (
        "# Kassel\n\n[Book a demo](#) [Contact sales](#)\n\n## Made for\n\n- Butchers\n\n"
        "## Not made for\n\n- Restaurants and caterers\n- Farms without a shop\n"
    )
    industries = segment(text).firmographics["industry"]
    assert not {"Restaurants", "Agriculture"} & set(industries)
    assert any(side == "BAD" and "farm" in one for side, one in asked(text))


def test_who_signs_a_quotation_is_no_market() -> None:
    """A line with a name and a title below a quotation goes with what it signs."""
    text = (
        "## Built for dairies\n\n- 20 to 90 staff\n\n"
        "We doubled it.\n\n— Ola, MD of a 7-person dairy in Voss\n"
    )
    assert segment(text).firmographics["employees"] == ["20–90"]


def test_a_story_gives_no_pain_of_somebody_with_a_name() -> None:
    """What happened to a customer by name is not asked of others."""
    text = (
        "# How Hollo Dairy cut waste\n\nCustomer story · Book a demo\n\n## The challenge\n\n"
        "Head dairyman Olav Brekke checked nine tanks by hand.\n\nMilk went sour overnight.\n\n"
        "## The results\n\n- A third less waste\n"
    )
    assert not any("Brekke" in one for one in persona(text).pain_points)


def test_a_bare_singular_before_a_verb_is_told() -> None:
    """ "The budget lasts until July" is a clause, not a thing."""
    assert turned("the budget lasts until July") == "does the budget last until July"
