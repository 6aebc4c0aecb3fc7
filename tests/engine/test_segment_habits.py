"""Habits of those who write segments: one-pagers, exports, columns, notes, shorthand."""

from __future__ import annotations

import pytest

from octave_api.engine import Document, Draft, generate
from octave_api.engine.counts import counted_by, find_counts
from octave_api.engine.criterion_phrasing import criterion
from octave_api.engine.firmographics import find_firmographics
from octave_api.engine.fitting import tells_of_them
from octave_api.engine.items import Item, Span
from octave_api.engine.language import is_foreign, language_of
from octave_api.engine.sectors import are_firms
from octave_api.engine.trait_phrasing import names_firms, trait


def read(text: str, name: str | None = None) -> Draft:
    """Read a text as a segment, without what is typical."""
    return generate("segment", [Document(text)], name=name, strict=True)


def questions(text: str) -> dict[str, str]:
    """Give the questions with the side they take."""
    return {one.question: one.fit_type for one in read(text).questions}


EXPORT = """Segment_Name: Craft cideries
Employees_Min__c: 12
Employees_Max__c: 90
Annual_Revenue_Min__c: $2M
Hectares__c: 20 - 300
Billing_Country__c: Ireland; France
"""


def test_fields_of_an_export_are_bounds_and_counts() -> None:
    """A minimum and a maximum are no two headcounts, and a bare number counts what its key says."""
    facts = read(EXPORT).data.firmographics
    assert facts["employees"] == ["12+", "up to 90"]
    assert facts["revenue"] == ["$2M+"]
    assert facts["geography"] == ["Ireland", "France"]
    assert facts["characteristics"] == ["20 to 300 hectares"]
    assert counted_by("40", "Mood") == ""
    assert counted_by("soon", "Sites") == ""


COLUMNS = """| | Tea growers | Spice mills |
|---|---|---|
| Region | Kenya | Kerala |
| Contract with | City council | Hospitals |
| Pain | Leaves dry out | Stones break |
"""


def test_columns_of_a_table_are_segments_of_their_own() -> None:
    """One is read, the other named; whom they deal with is no trade of theirs."""
    draft = read(COLUMNS)
    assert draft.name == "Tea growers"
    assert draft.data.firmographics["geography"] == ["Kenya"]
    assert draft.data.firmographics["industry"] == ["Agriculture"]
    assert "Spice mills" in draft.notes[0]
    assert read(COLUMNS, "Spice mills").data.firmographics["geography"] == ["Kerala"]


def test_columns_of_sizes_are_read_together() -> None:
    """They tell one market apart."""
    text = (
        "| | SMB | Enterprise |\n|---|---|---|\n| Mills | 1-3 silos | 20+ silos |\n"
        "| Pain | Dust | Rust |\n"
    )
    assert not any("segments" in note for note in read(text).notes)


SECTIONS = """# Who we serve

## Family mills

Between 3 and 40 silos, often with a shop of their own.
They sell to bakers nearby.

## Feed mills

Dust everywhere, all year.
Farmers wait at the gate.

## We're a good match when

- your scale is older than your miller

## Probably not for you if

- You have fewer than 2 silos
"""


def test_what_lets_in_is_no_segment_beside_the_others() -> None:
    """Its lines hold for each of them."""
    draft = read(SECTIONS)
    asked = {one.question: one.fit_type for one in draft.questions}
    assert "match" not in draft.notes[0]
    assert asked["Is their scale older than their miller?"] == "GOOD"
    assert asked["Does it have fewer than 2 silos?"] == "BAD"


ASKED = """
solo or under 4 millers | Are they solo, or do they have under 4 millers?
only grind, no baking | Do they only grind, without baking?
resell everything | Do they resell everything?
one-man bands | Are they one-man bands?
active in just one county | Are they active in just one county?
Own in-house mill | Do they have their own in-house mill?
private label only | Are they private label only?
feed only, no flour | Are they feed only, without flour?
Silo places > 2,000 | Do they have more than 2,000 silo places?
grinds under 5 tonnes a year | Do they grind under 5 tonnes a year?
second mill opening | Do they have a second mill opening?
Run on spreadsheets, no ERP | Do they run on spreadsheets, without ERP?
head miller leaves | Does their head miller leave?
purchasing runs a reverse auction | Does purchasing run a reverse auction?
licence from the ministry | Do they have a licence from the ministry?
companies on Breadly with > 2 years left | Are they on Breadly with more than 2 years left?
"""


@pytest.mark.parametrize("row", ASKED.strip().splitlines())
def test_shorthand_is_asked_in_whole_sentences(row: str) -> None:
    """Lists of criteria leave words out; questions do not."""
    line, question = row.split(" | ")
    assert trait(line, listed=True).text == question


def test_firms_of_a_list_are_asked_as_what_they_are() -> None:
    """With what they have, and under whose roof they are."""
    water = criterion("Gristmills > €9m revenue", of_whom=True)
    owned = criterion("Elvo, Rollo or others", "Ownership")
    group = criterion("Regional group", "Ownership")
    assert water is not None
    assert water.text == "Are they gristmills with more than €9m revenue?"
    assert owned is not None
    assert owned.text == "Are they owned by Elvo, Rollo or others?"
    assert group is not None
    assert group.text == "Are they a regional group?"


@pytest.mark.parametrize(
    ("text", "trades"),
    [
        ("Garden centres with a café and 3 sites", ["Retail"]),
        ("public hospitals in Spain", ["Healthcare"]),
        ("Energy = 2nd biggest cost after staff", []),
        ("Disputes with hauliers about weights", []),
        ("Sells to cafés and shops", []),
        ("Marlow Dental Practices – notes on our market", []),
        ("Hotels and hostels in Wales", ["Hospitality"]),
    ],
)
def test_a_trade_that_is_only_mentioned_is_not_theirs(text: str, trades: list[str]) -> None:
    """What they have, buy or argue with, and the name of a firm, name no industry."""
    found = [one for one in find_firmographics(text) if one.key == "industry"]
    assert [one.value for one in found] == trades


def test_two_sorts_of_one_trade_are_named_together() -> None:
    """The segment's name is what its source calls them."""
    found = find_firmographics("hotels and hostels with 3 sites")[0]
    assert (found.start, found.end) == (0, len("hotels and hostels"))
    assert are_firms("auction houses")
    assert not are_firms("logistics")
    assert names_firms("Hotels and hostels with 3 sites")


def test_where_they_export_is_not_where_they_are() -> None:
    """A place behind "exports to" is their customers'."""
    text = "+10 Exports to Japan or Korea\n+5 More than 20 mills\nMills in Poland and Hungary.\n"
    assert read(text).data.firmographics["geography"] == ["Poland", "Hungary"]


def test_what_scores_against_a_fit_is_no_fact_of_it() -> None:
    """A minus before a line turns its facts round."""
    text = "+15 Has its own mill\n-5 Uses SAP\n-10 Based in Malta\n\nBakeries in Wales.\n"
    facts = read(text).data.firmographics
    assert "SAP" not in facts.get("technology", [])
    assert facts["geography"] == ["Wales"]


def test_a_profile_in_one_line_gives_traits_of_its_own() -> None:
    """Firms, number and places are facts; the rest stands alone."""
    text = (
        "ICP: bus operators (school + charter), 30-200 coaches, Ohio/Indiana, paper driver logs, "
        "no in-house dev. DM = owner or safety lead. Skip hotel chains.\n"
    )
    draft = read(text)
    assert draft.data.firmographics["characteristics"] == [
        "30 to 200 coaches",
        "Paper driver logs",
        "No in-house dev",
    ]
    assert any(one.fit_type == "BAD" for one in draft.questions)


def test_a_line_in_another_language_is_not_asked() -> None:
    """It stays out of an English answer; the facts in it count."""
    line = "Müller suchen dringend Nachwuchskräfte fürs Handwerk"
    assert is_foreign(line)
    assert not is_foreign("Paper driver logs and dispatch sheets")
    text = f"## Target market\n\n- Mills with 3-9 silos in Wales\n- {line}\n"
    draft = read(text)
    assert not any("suchen" in one.question for one in draft.questions)
    assert "suchen" not in draft.data.model_dump_json()


def test_keys_alone_are_no_foreign_language() -> None:
    """ "Segment", "Minimum" and "Hectares" are English words, too."""
    assert language_of(["Segment: Cideries\nEmployees minimum: 15\nHectares: 40 - 900\n"]) == ""
    assert language_of(["mills\n- corporate chains no\n- feed-only no\n- paper: yes\n"]) == ""
    assert language_of(["Los molinos del norte y sus silos para el pan de cada día"]) == "Spanish"


def test_what_they_do_is_a_reason_with_its_subject() -> None:
    """Without "they" the line would read as an order."""
    text = "# Mills\n\n## Why them\n\n- They send 40+ sacks a month to a grinder\n"
    assert read(text).data.fit_explanation == (
        "These companies send 40+ sacks a month to a grinder."
    )
    quote = "They send us money"
    assert not tells_of_them(Item(quote, "SOURCE", Span(0, 0, len(quote), quote)))


def test_labels_with_a_full_stop_are_labels() -> None:
    """ "Pain. …" in a memo is a field's name."""
    text = (
        "MEMO – Go-to-market, Grain millers\n\nWho. Independent mills.\n\n"
        "Pain. Slips take two hours to sort.\n\nWhere. Wales first.\n"
    )
    draft = read(text)
    assert draft.name == "Grain millers"
    assert "Slips take two hours to sort" in draft.data.model_dump_json()


def test_what_is_sold_to_whom_names_whom() -> None:
    """ "Payroll for film crews" is a product; the crews are the segment."""
    assert read("# Rosters for ship crews\n\nCrews on deck for weeks.\n").name == "Ship crews"


def test_tools_under_their_label_keep_it_and_are_asked() -> None:
    """A list of products says nothing without what announces it."""
    text = "**Who:** Mills in Wales\n**Tech:** Grindly, Rollo or a Sievo scanner\n"
    draft = read(text)
    assert "Tech: Grindly, Rollo or a Sievo scanner" in draft.data.firmographics["characteristics"]
    assert any(
        one.question == "Do they use Grindly, Rollo or a Sievo scanner?" for one in draft.questions
    )


PITCH = """<html><body><h1>Flour waits for nobody</h1>
<p>Sackly helps stone millers send the right sack to the right oven, at the minute.</p>
<a>Book a demo</a><p>You know your millers best. Get more from your sacks with Sackly.</p>
<h2>Made for plants with 8 to 120 mixers</h2><p>From one plant to twenty in Arizona.</p>
<h2>What we don't do</h2><ul><li>We don't rent vans</li><li>No accounting</li></ul>
<h2>When we say no</h2><p>If you grind fewer than 50 sacks a day, a whiteboard is enough.
Feed factories need something else.</p></body></html>
"""


def test_what_a_seller_does_not_do_is_no_promise() -> None:
    """It is left out; whom it turns away is asked, and whom it helps names the segment."""
    draft = read(PITCH)
    asked = {one.question: one.fit_type for one in draft.questions}
    assert draft.name == "Stone millers"
    assert "rent vans" not in draft.data.model_dump_json()
    assert "8 to 120 mixers" in draft.data.firmographics["characteristics"]
    assert asked["Do they grind fewer than 50 sacks a day?"] == "BAD"


def test_a_tier_to_ignore_turns_away_and_signals_below_it_do_not() -> None:
    """A neutral heading takes no side from what stands further up."""
    text = (
        "# Mills\n\n## Tier 1\n\nMills with 3-9 silos.\n\n## Tier 3 / ignore\n\n"
        "Nursing homes < 200 beds. Hotels.\n\n### Signals\n\n* New head miller\n* Vote in May\n"
    )
    asked = questions(text)
    assert asked["Is it a nursing home with fewer than 200 beds?"] == "BAD"
    assert asked["Do they have a new head miller?"] == "GOOD"


def test_a_plus_is_nice_to_have() -> None:
    """It weighs little, and is asked without the word."""
    asked = {one.question: one.weight for one in read("Cideries. Export to US a plus.\n").questions}
    assert asked["Do they export to the US?"] == "LOW"


def test_whom_growers_sell_to_is_not_who_they_are() -> None:
    """ "… selling to garden centres" names customers of those named before."""
    text = "Salmon farms with 3-9 sites, selling to hotels and restaurants in Wales."
    found = [one.value for one in find_firmographics(text) if one.key == "industry"]
    assert found == ["Aquaculture and fishing"]


def test_what_they_do_is_asked_as_a_deed() -> None:
    """ "They count stock by hand" is nothing that they have."""
    text = "## What they have in common\n\nMills in Wales. They count stock by walking the rows.\n"
    assert not any("have count stock" in one for one in questions(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("plants with 8 to 120 mixers", "8 to 120 mixers"),
        ("teams with 3 to 5 years of practice", ""),
        ("bars with 3 to 5 employees", ""),
    ],
)
def test_a_trade_counts_what_it_likes(text: str, count: str) -> None:
    """Time and heads are no such count."""
    assert [one.text for one in find_counts(text)] == ([count] if count else [])


def test_a_row_of_customers_names_no_trade() -> None:
    """In a grid of criteria "Customers: hospitals" are the customers of the companies."""
    text = (
        "| Criterion | Ideal | OK | No |\n|---|---|---|---|\n"
        "| Customers | Hospitals | Hotels | Restaurants only |\n"
        "| Scanners | RFID planned | Barcodes | not interested |\n"
    )
    draft = read(text)
    assert draft.data.firmographics["industry"] == []
    assert "Is RFID planned?" in [one.question for one in draft.questions]


def test_numbered_sections_open_what_stands_below() -> None:
    """ "2. Scope" above a paragraph is a heading; in a list it is a point."""
    sections = "Mills\n\n1. Priorities\nFill the night shift.\n\n2. Concerns\nDust in the scales.\n"
    listed = "## Priorities\n\n1. Fill the night shift\n2. Cut dust\n"
    assert "Priorities" not in str(read(sections).data.key_priorities)
    assert read(listed).data.key_priorities == ["Fill the night shift", "Cut dust"]


STORY = """# How Brackwater Mill filled its silos

**Industry:** Mills
**Size:** 18 employees
**Country:** Denmark

## Challenge

Every October the office phoned 420 farmers.

- Phone lists on paper

## Solution

Sackly sent each farmer a price.

## Results

- 91% of the silos sold
"""


def test_the_story_of_one_customer_gives_no_size() -> None:
    """Its trade and place tell who buys; its headcount and its past are its own."""
    draft = read(STORY)
    assert draft.data.firmographics["geography"] == ["Denmark"]
    assert draft.data.firmographics["employees"] == []
    assert not any("420" in one.question for one in draft.questions)


RULES = """**Target list rules**

1. Own bottling line (must)
2. Exports to Norway is nice to have
3. Not part of Rollo (must not)
4. Bottles on paper (knock-out)
"""


def test_how_much_a_line_counts_may_stand_behind_it() -> None:
    """ "(must)" is HIGH, "nice to have" LOW, "(must not)" ends the talk."""
    asked = {one.question: (one.fit_type, one.weight) for one in read(RULES).questions}
    assert asked["Do they have their own bottling line?"] == ("GOOD", "HIGH")
    assert asked["Are they part of Rollo?"] == ("BAD", "INSTANT_DISQUALIFIER")
    assert ("GOOD", "LOW") in asked.values()


def test_notes_say_no_in_one_word() -> None:
    """ "corporate chains (Rollo) no" turns them away."""
    text = "segment idea: mills\n- 2-10 silos\n- corporate chains (Rollo) no\n- feed-only no\n"
    asked = questions(text)
    assert asked["Is it a corporate chain?"] == "BAD"
    assert asked["Are they feed-only?"] == "BAD"


def test_the_first_line_on_the_companies_names_them() -> None:
    """No table knows every trade."""
    text = "## Who it is for\n\n- Rope access firms with 20 to 250 climbers in Norway\n"
    assert read(text).name.startswith("Rope access firms")


def test_the_sellers_own_team_is_no_headcount() -> None:
    """What stands under "Team" tells of those who sell."""
    text = (
        "# Deck\n\n## Who we sell to\n\nOpticians with 2-12 shops\n\n## Team\n\n14 people in Lyon\n"
    )
    assert read(text).data.firmographics["employees"] == []


def test_whom_a_score_takes_points_off_hides_no_market() -> None:
    """The title's trade stands, though a row below names another one with a minus."""
    text = (
        "Lead scoring, cold storage warehouses\n\n| Attribute | Points |\n|---|---|\n"
        "| More than 20,000 pallets | 15 |\n| Owned by a retailer | -10 |\n"
        "| Pharma GDP certificate | 8 |\n"
    )
    draft = read(text)
    assert draft.data.firmographics["industry"] == ["Logistics"]
    assert draft.name.startswith("Cold storage warehouses")


def test_who_buys_is_whom_a_note_lets_in() -> None:
    """Its lines name the segment."""
    text = "WHO BUYS\n\nbuys:\n * Ski schools with 40+ instructors\n * have two meeting points\n"
    assert read(text).name == "Ski schools with at least 40 instructors"
