"""Segment documents of many forms: what lets in, what turns away, and what is nobody's fact."""

from __future__ import annotations

import pytest

from octave_api.contract import SegmentData
from octave_api.engine import Document, Draft, generate
from octave_api.engine.customers_told import customers_told, is_of
from octave_api.engine.draft import Statement
from octave_api.engine.firmographics import find_firmographics
from octave_api.engine.headings import heading_match
from octave_api.engine.refusals import turned_away
from octave_api.engine.segment_cues import segment_cue
from octave_api.engine.sides import side_of


def read(text: str) -> Draft:
    """Read a text as a segment, without what is typical."""
    return generate("segment", [Document(text)], strict=True)


def facts(text: str, key: str) -> list[str]:
    """Give one key of the firmographics."""
    return read(text).data.firmographics.get(key, [])


def against(text: str) -> list[str]:
    """Give the questions that speak against a fit."""
    return [one.question for one in read(text).questions if one.fit_type == "BAD"]


@pytest.mark.parametrize(
    "heading",
    [
        "Who we don't sell to",
        "Do not pursue",
        "Who should not apply",
        "Not ideal for",
        "Walk away from",
        "Not a match",
        "Out of bounds",
        "Who this isn't for",
        "Time wasters",
    ],
)
def test_headings_that_turn_away_are_one_list(heading: str) -> None:
    """What stands below is asked against a fit, and is no fact of the segment."""
    assert side_of((heading,)) == ("against", heading)
    assert heading_match(heading, "segment") == ("qualifyingQuestions", 1.0)
    text = f"# Bakeries\n\n- 20 to 90 employees\n\n## {heading}\n\n- Staffing agencies\n"
    assert facts(text, "industry") == ["Food and beverage"]
    assert any("staffing" in one.lower() for one in against(text))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kiosks are a no for now since they bake nothing.", "Kiosks"),
        ("We pass on anyone who buys frozen dough.", "anyone who buys frozen dough"),
        ("Skip anybody who rents the oven.", "anybody who rents the oven"),
        ("Hostels, campsites and canteens are out of scope.", "Hostels, campsites and canteens"),
        ("The petrol stations never bought.", "petrol stations"),
        ("And please no more food trucks!", "food trucks"),
        ("Reps may not contact hotel chains.", "hotel chains"),
        ("The big mills are a waste of our time.", "big mills"),
        ("Doughly is not made for private kitchens.", "private kitchens"),
        ("caterers asked too -> no", "caterers"),
    ],
)
def test_a_sentence_says_whom_it_turns_away(text: str, who: str) -> None:
    """Whatever the verb is, the ones meant are named before or after it."""
    assert turned_away(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "If they bake at night, they are out of scope.",
        "Skip the small talk.",
        "They are not a big team.",
        "Mills are open on Sundays.",
    ],
)
def test_other_sentences_turn_nobody_away(text: str) -> None:
    """A condition, an order to the seller and a plain fact name nobody."""
    assert turned_away(text) is None


def test_a_list_after_an_exclusion_is_none() -> None:
    """A heading of its own below the excluded ends what turns away."""
    text = (
        "# Bakeries\n\n**Exclusions**\n\n* Frozen dough only\n* Hotel kitchens\n\n"
        "**Use cases**: night shifts, flour orders, recipe costs\n"
    )
    assert not any("night shift" in one for one in against(text))
    assert "Flour orders" in read(text).data.key_priorities


def test_customers_told_one_by_one_are_no_segment() -> None:
    """The heads and places of single customers are not those of all."""
    text = (
        "# Review of the spring\n\n- Krumbly Bakes: 340 staff, two ovens. Signed in May.\n"
        "- Ofenhaus: 12 people, lost to paper.\n\n"
        "Bakeries with 40 to 90 employees bought fastest.\n"
    )
    assert facts(text, "employees") == ["40–90"]
    assert "Krumbly" not in read(text).name


def test_a_name_in_brackets_is_a_customer() -> None:
    """ "Two words (a place, a size) did" tells of one; a label before a fact does not."""
    said = [
        "Old Mill (Kent, 60 people) signed in a week.",
        "Red Oven (12 people) churned in June.",
        "Industry: bakeries",
    ]
    statements = [
        Statement(text=one, source=0, start=0, end=len(one), headings=(), shape="bullet")
        for one in said
    ]
    names = customers_told(statements)
    assert names == {"Old Mill", "Red Oven"}
    assert [is_of(one, names) for one in statements] == [True, True, False]


def test_a_department_is_not_the_company() -> None:
    """A row that counts IT staff says nothing of all heads; the row of employees does."""
    table = "| | |\n|---|---|\n| IT staff | 25+ |\n| Employees | 300-900 |\n"
    assert facts(f"# Mills\n\n{table}", "employees") == ["300–900"]


def test_the_price_of_a_deal_is_no_revenue() -> None:
    """Nobody turns over 12,000 a year and buys software in bands."""
    table = (
        "| Band | Employees | ARR |\n|---|---|---|\n| S | 20-90 | $12k |\n| M | 91-400 | $45k |\n"
    )
    assert facts(f"# Mills\n\n{table}", "revenue") == []


def test_who_looks_after_accounts_is_no_fact() -> None:
    """Where the seller's own team sits, no buyer does."""
    text = "# Mills\n\nMills outside the UK are handled by the EMEA team.\n\n- 20 to 90 employees\n"
    assert "EMEA" not in facts(text, "geography")
    assert facts("# Mills\n\n- 5 to 20 sites. Owned by the mid-market team.\n", "employees") == []


def test_a_column_of_points_is_no_band_to_want() -> None:
    """What scores nothing is left out."""
    table = (
        "| Criterion | 0 | 1 |\n|---|---|---|\n| Employees | <5 | 5-40 |\n| Ovens | none | some |\n"
    )
    assert facts(f"# Mills\n\n## Scoring\n\n{table}", "employees") == ["5–40"]


def test_a_row_with_points_names_its_trade() -> None:
    """A signal that scores says whom the seller wants; a visit to the page is asked of nobody."""
    text = (
        "# Fit score\n\n| Signal | Points |\n|---|---|\n| Dental groups with 5-40 practices "
        "| +20 |\n"
        "| Visited pricing page | +10 |\n"
    )
    draft = read(text)
    assert draft.data.firmographics["industry"] == ["Dental practices"]
    assert not any("pricing page" in one.question for one in draft.questions)
    assert "score" not in draft.name.lower()


def test_a_rejecting_column_holds_no_facts() -> None:
    """Below "Out" a number is asked against a fit, with what its row counts."""
    table = "| | Ideal | Out |\n|---|---|---|\n| Ovens | 4+ | fewer than 2 |\n"
    table += "| IT staff | 5+ | none |\n"
    assert "Do they have fewer than 2 ovens?" in against(f"# Bakeries\n\n{table}")


def test_fragments_are_traits_and_one_sentence() -> None:
    """A list under "Good fit" says what they have; as a reason to fit it is one sentence."""
    text = "# Bakeries\n\n## Good fit\n\n- Already on Doughly or Krumb\n- Growing by takeover\n"
    draft = read(text)
    assert (
        draft.data.fit_explanation
        == "Those that fit: already on Doughly or Krumb and growing by takeover."
    )
    assert "Growing by takeover" in draft.data.firmographics["characteristics"]


def test_a_reason_in_one_line_is_kept() -> None:
    """What follows "because" is why they fit."""
    text = "We sell ovens to bakeries in Kent because broken ovens cost them a day."
    assert read(text).data.fit_explanation == "Broken ovens cost them a day."


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Their priorities for the next 12 months", "keyPriorities"),
        ("What they are trying to do", "keyPriorities"),
        ("What they care about when they choose", "keyConsiderations"),
        ("Why they hesitate", "keyConsiderations"),
        ("The challenges we solve", "painPoints"),
        ("What the wins have in common", "firmographics"),
        ("Sweet spot", "firmographics"),
    ],
)
def test_headings_of_segments(heading: str, field: str) -> None:
    """What authors call each field."""
    found = heading_match(heading, "segment")
    assert found is not None
    assert found[0] == field


def test_a_features_heading_is_no_fact_of_buyers() -> None:
    """ "Platform" among other words is the seller's."""
    assert heading_match("Platform features for baking", "segment") != ("firmographics", 1 / 3)
    text = "# Bakeries\n\n## Platform capabilities for ovens\n\nTimers, alarms and logs.\n"
    assert "characteristics" not in read(text).data.firmographics


def test_the_title_of_a_page_names_no_field() -> None:
    """Below "Industries: Baking" not every line is a fact."""
    text = (
        "# Industries: Bakeries\n\nLoafly keeps every recipe in order.\n\n"
        "## Ideal for\n\n- Bakeries with 20 to 90 employees\n"
    )
    draft = read(text)
    assert draft.name == "Bakeries"
    assert not any("Loafly" in one for one in draft.data.firmographics.get("characteristics", []))


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("They want to get rid of paper before the audit.", "keyPriorities"),
        ("The head baker pushes it, the owner signs.", "keyConsiderations"),
        ("They won't buy if the oven has to be moved.", "keyConsiderations"),
        ("We usually win when the miller has seen it.", "uniqueApproach"),
        ("The best opener is the price of flour.", "uniqueApproach"),
    ],
)
def test_loose_sentences_say_their_field(text: str, field: str) -> None:
    """Notes and mails have no headings; some words are sure all the same."""
    found = segment_cue(text)
    assert found is not None
    assert found[0] == field


def test_other_loose_sentences_say_none() -> None:
    """A condition and a sentence that leans on the one before stay unsorted."""
    assert segment_cue("If someone signs up with a private mail they count less.") is None
    assert segment_cue("That is what opens the door.") is None


def test_trades_next_to_the_buyers_are_not_theirs() -> None:
    """Whom the buyers sell to or supply, and automation for brokers, name no trade of theirs."""
    for text, trades in (
        ("Dairies that deliver to schools and hospitals", []),
        ("They supply at least two supermarkets", []),
        ("own cafés", []),
        ("Claims automation for insurance brokers", ["Insurance"]),
        ("Inventory for garden centres", ["Retail"]),
    ):
        found = [one.value for one in find_firmographics(text) if one.key == "industry"]
        assert [one for one in found if one != "Food and beverage"] == trades


def test_rough_bounds_are_bounds() -> None:
    """ "300-ish to maybe 2,000 people" is a range."""
    found = find_firmographics("mills with 300-ish to maybe 2,000 people")
    assert [one.value for one in found if one.key == "employees"] == ["about 300 to 2,000"]


def test_a_bound_in_a_cell_stays_open() -> None:
    """ "> $500M" is more than that, not a quotation."""
    table = "| Segment | Revenue |\n|---|---|\n| Mills | > $500M |\n"
    assert facts(table, "revenue") == ["$500M+"]


def test_check_boxes_without_bullets_are_a_list() -> None:
    """Each line with a box is one criterion."""
    text = "Mills\n\nMUST HAVE\n[x] Own laboratory\n[ ] Night shift\n[x] At least 4 silos\n"
    asked = {one.question for one in read(text).questions}
    assert "Do they have a night shift?" in asked


def test_keys_of_a_data_file_name_and_list() -> None:
    """A key "name" names the segment; a list in square brackets has points."""
    text = (
        "segment:\n  name: Craft mills\n  regions: [Ohio, Iowa]\n"
        "  pains: [Flour is weighed twice, Sacks are on paper]\n"
    )
    draft = read(text)
    assert draft.name == "Craft mills"
    pains = next(one.value for one in draft.data.custom_fields if one.title == "Pain points")
    assert pains == ["Flour is weighed twice", "Sacks are on paper"]


def test_names_under_software_are_what_they_run() -> None:
    """Products that no list knows count where the row says what they are."""
    table = "| | |\n|---|---|\n| Software | Millware, Sackly |\n| Units | 500 to 8,000 |\n"
    draft = read(f"# Mills\n\n{table}")
    assert draft.data.firmographics["technology"] == ["Millware", "Sackly"]


def test_a_segment_with_a_section_of_its_own_is_meant() -> None:
    """Of the rows of a table the one that a heading goes into."""
    text = (
        "# Segments\n\n| Segment | Employees | Sites |\n|---|---|---|\n| Large | 900+ | 9 |\n"
        "| Medium | 90 - 899 | 2 |\n| Small | 1 - 89 | 1 |\n\n"
        "### Medium: regional mills\n\n**Definition**\n\n* Own laboratory\n* Two sites\n"
    )
    draft = read(text)
    assert draft.name == "Medium: regional mills"
    assert draft.data.firmographics["employees"][0] == "90–899"


def test_columns_of_a_grid_say_good_and_bad() -> None:
    """The header row is no row of the table, and the bad column turns away."""
    table = (
        "| Criteria | Good | Bad |\n|---|---|---|\n| Industry | Bakeries | Breweries |\n"
        "| Location | Spain | Peru |\n| Ovens | 4 or more | one |\n"
    )
    draft = read(table)
    assert draft.data.firmographics["geography"] == ["Spain"]
    assert not any("Criteria" in one for one in draft.data.firmographics.get("characteristics", []))
    assert all("Peru" not in one.question for one in draft.questions if one.fit_type == "GOOD")


def test_a_market_that_moves_is_no_trait() -> None:
    """How rents rose says nothing of a company, and is not told as what matters to it."""
    text = "# Bakeries\n\n## Market\n\n- Flour prices rose 7% in 2025\n- Bakeries with two ovens\n"
    assert not any(
        "rose" in one for one in read(text).data.firmographics.get("characteristics", [])
    )


def test_titles_under_whom_to_talk_to_are_titles() -> None:
    """Titles are no consideration, whatever the table is about."""
    text = "# Bakeries\n\n## Who to talk to\n\n- Operations director\n- HR manager\n"
    titles = next(one.value for one in read(text).data.custom_fields if one.title == "Buyer titles")
    assert titles == ["Operations director", "HR manager"]


_LABS = """# Boat yards (draft, Pia)

Sweet spot: 6-40 hulls a year, own paint hall. Baltic coast.

Red flags
* only repairs
* fewer than 5 joiners

Why they buy: faster quotes, timber ordered twice, drawings that get lost

Who: managing director (signs), production planner

Buying: trial with two hulls, decision within 8 weeks
"""


def test_a_bare_heading_among_labels_ends_at_the_next_label() -> None:
    """What stands behind "Why they buy" is not ruled out by the "Red flags" above it."""
    found = read(_LABS)
    bad = [one.question for one in found.questions if one.fit_type == "BAD"]
    assert len(bad) == 2
    assert not any("timber" in one or "owner" in one or "trial" in one for one in bad)


def test_why_they_buy_parts_trouble_from_gain() -> None:
    """Of one list the gains are priorities, and what goes wrong is a pain."""
    data = read(_LABS).data
    assert isinstance(data, SegmentData)
    assert data.key_priorities == ["Faster quotes"]
    custom = {one.title: one.value for one in data.custom_fields}
    assert custom["Pain points"] == ["Timber ordered twice", "Drawings that get lost"]
    assert custom["Buyer titles"][0] == "Managing Director"


def test_a_poor_fit_column_keeps_the_name_of_its_row() -> None:
    """The cell beside it is no label."""
    table = (
        "# Town libraries\n\n| | Good fit | Poor fit |\n|---|---|---|\n"
        "| Visitors | 20,000 to 90,000 a year | under 4,000 a year |\n"
        "| Branches | 6+ | fewer than 2 |\n"
    )
    asked = against(table)
    assert "Do they have fewer than 2 branches?" in asked
    assert not any("6+" in one for one in asked)


def test_not_if_rules_out_and_tells_nothing_of_them() -> None:
    """The condition is asked against a fit; what it names is no fact."""
    text = "# Cold stores\n\n3 to 40 sites.\n\nNot if they use SAP. Not when they rent the hall.\n"
    asked = against(text)
    assert "Do they use SAP?" in asked
    assert facts(text, "technology") == []
    assert facts(text, "characteristics") == ["3 to 40 sites"]
    assert not any("SAP" in one.question for one in read(text).questions if one.fit_type == "GOOD")


def test_who_is_ruled_out_is_asked_aloud_in_the_same_words() -> None:
    """No "does one of these apply to you" that points at nothing."""
    found = read("# Cold stores\n\n3 to 40 sites.\n\nWe do not sell to nonprofits.\n")
    asked = {one.question: place for place, one in enumerate(found.questions)}
    notes = {one.pointer: one.spoken for one in found.question_notes}
    pointer = f"/qualifyingQuestions/{asked['Is it a nonprofit?']}"
    assert notes[pointer] == "Before we go on: are you a nonprofit?"
