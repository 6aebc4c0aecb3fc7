"""Layouts of segments: keys without colons, lists under bare headings, filters, stories."""

from __future__ import annotations

from octave_api.contract import PersonaData, SegmentData
from octave_api.engine import Document, Draft, generate


def segment(text: str) -> Draft:
    """Generate a segment of one text."""
    return generate("segment", [Document(text)])


def data(draft: Draft) -> SegmentData:
    """Give the fields of a segment."""
    assert isinstance(draft.data, SegmentData)
    return draft.data


def custom(draft: Draft, title: str) -> list[str]:
    """Give the values of one custom field."""
    found = [one.value for one in data(draft).custom_fields or [] if one.title == title]
    return [str(item) for value in found for item in (value or [])]


NOTES = """# ICP: boat yards

What hurts
- winter storage is sold twice because the plan hangs on a wall
- masts are mixed up in spring

Must have: a crane of their own
Knock-out: rental fleets, under 15 people

The yard manager decides. It takes three months, before the season.
"""


def test_a_bare_heading_ends_with_its_list() -> None:
    """What follows as a label or as another thought is no pain."""
    draft = segment(NOTES)
    assert custom(draft, "Pain points") == [
        "Winter storage is sold twice because the plan hangs on a wall",
        "Masts are mixed up in spring",
    ]
    persona = generate("persona", [Document(NOTES)]).data
    assert isinstance(persona, PersonaData)
    assert all("15 people" not in one for one in persona.pain_points or [])


def test_marked_keys_need_no_colon() -> None:
    """ "**Size** 40 to 400 staff" is a field, and so is each line beside it."""
    found = data(
        segment(
            "**Industry** Quarrying\n**Size** 40 to 400 staff\n**Where** Wales\n"
            "**Pains** Tickets typed twice; drivers queue for an hour\n**Kit** own weighbridge\n"
        )
    )
    assert found.firmographics["industry"] == ["Mining"]
    assert found.firmographics["employees"] == ["40–400"]
    assert found.firmographics["geography"] == ["Wales"]


def test_aligned_keys_are_keys() -> None:
    """Keys and values kept in columns by blanks or by a tab are read as such."""
    draft = segment(
        "Industry        Sawmills\nHeadcount       40 to 90\nRegion\tStyria\n"
        "Pain points     Logs are counted twice;\n                saws wait for logs\n"
    )
    assert data(draft).firmographics["employees"] == ["40–90"]
    assert data(draft).firmographics["geography"] == ["Styria"]
    assert custom(draft, "Pain points") == ["Logs are counted twice", "Saws wait for logs"]


def test_marked_words_that_go_on_are_no_key() -> None:
    """ "**Teams** of five plan by hand" is a sentence."""
    draft = segment("# Bakeries\n\n**Priorities** are set by the owner in January.\n")
    assert "Are set by the owner in January" not in (data(draft).key_priorities or [])


def test_a_filter_is_read_row_by_row() -> None:
    """The rows of a list's filter are fields: "country IN (…)", "employees >= 50"."""
    found = data(
        segment(
            "industry = Ice making OR Frozen logistics\nemployees >= 50 AND employees <= 600\n"
            'country IN (Norway, Denmark)\ntech contains "Snowflake"\n'
        )
    ).firmographics
    assert found["industry"] == ["Ice making", "Frozen logistics"]
    assert found["employees"] == ["50–600"]
    assert found["geography"] == ["Norway", "Denmark"]
    assert found["technology"] == ["Snowflake"]


def test_grades_side_by_side_are_no_scores() -> None:
    """Under "Tier 2" stand values of the row, not the points of those under "Tier 1"."""
    draft = segment(
        "| Attribute | Tier 1 | Tier 2 |\n|---|---|---|\n| Trade | Window makers | Roofers |\n"
        "| Headcount | 80-300 | 30-80 |\n| Pain | late glass | lost plans |\n"
    )
    assert data(draft).firmographics["employees"] == ["80–300", "30–80"]
    assert custom(draft, "Pain points") == ["Late glass", "Lost plans"]


def test_numbered_points_of_one_line_are_cut() -> None:
    """ "1) … 2) …" behind a label are two points."""
    draft = segment("Top priorities: 1) keep shelves filled 2) sell more vaccines 3) leave at six")
    assert data(draft).key_priorities == [
        "Keep shelves filled",
        "Sell more vaccines",
        "Leave at six",
    ]


def test_a_profile_told_of_the_seller_is_cut_into_traits() -> None:
    """ "We do well with …" gives facts to their fields, and short traits."""
    found = data(
        segment("We do well with wholesalers that deliver daily: 60-300 staff, own cold chain.")
    ).firmographics
    assert found["employees"] == ["60–300"]
    assert found["characteristics"] == ["Deliver daily", "Own cold chain"]


def test_job_stories_say_what_they_want() -> None:
    """The case is kept where what is wanted leans on it, and left out where it stands alone."""
    draft = segment(
        "# Dental laboratories\n\nWhen a crown comes back, I want to see which scan it was made "
        "from, so that I do not pay twice. When a courier is late, I want the practice to know.\n\n"
        "As a lab owner, I want to see which technician is overloaded so that I can move cases.\n"
    )
    assert set(data(draft).key_priorities or []) == {
        "When a crown comes back, see which scan it was made from",
        "When a courier is late, get the practice to know",
        "See which technician is overloaded",
    }


def test_the_english_half_of_foreign_notes_is_read() -> None:
    """The rest is left to the facts, and the answer says so."""
    draft = segment(
        "Zielkunden: Molkereien mit 50 bis 400 Mitarbeitern in Bayern.\n"
        "Sie kämpfen mit hohen Kosten und finden keine Fahrer für die frühen Touren.\n"
        "Der Betriebsleiter entscheidet, der Einkauf muss zustimmen und prüft das Angebot.\n\n"
        "English summary:\n"
        "The plant manager decides, purchasing has to agree.\n"
        "Budgets are set in October.\n"
        "Do not call dairies that are part of a group.\n"
    )
    found = data(draft)
    assert found.firmographics["employees"] == ["50–400"]
    assert any("plant manager" in one for one in found.key_considerations or [])
    assert any("lines are" in one and "Translate" in one for one in draft.notes)
    assert all("entscheidet" not in one.question for one in draft.questions)


def test_a_heading_with_the_document_s_kind_names_the_market_alone() -> None:
    """ "Win/loss, Q4 — crematoria and cemeteries" names crematoria."""
    assert segment("## Win/loss, Q4 — crematoria and cemeteries\n\nSites: 3+").name == (
        "Crematoria and cemeteries"
    )


def test_who_was_won_is_no_trait() -> None:
    """Names of customers behind "Won" are left out."""
    found = data(
        segment("# Cemeteries\n\nWon: Peel Moor (private, 5 sites), Ashdown Vale (2 sites).\n")
    )
    assert "Peel" not in str(found.firmographics)


def test_keys_may_be_set_apart_by_an_equals_sign_in_columns() -> None:
    """ "Size    = 40-250 people, EUR 8-90m" gives both sizes, and a sentence "Pain = …" a pain."""
    draft = segment("Who     = egg packers\nSize    = 40-250 people, EUR 8-90m\nWhere   = Poland\n")
    assert data(draft).firmographics["employees"] == ["40–250"]
    assert data(draft).firmographics["revenue"] == ["€8M–€90M"]
    told = segment("Aim is funeral directors. Pain = forms are filled in by hand. Thanks, Renée")
    assert custom(told, "Pain points") == ["Forms are filled in by hand"]


def test_a_table_without_a_head_holds_pairs() -> None:
    """Two columns below an empty head are keys and values."""
    found = data(
        segment(
            "| | |\n|---|---|\n| Who | Hospices in England |\n| Beds | 10–30 |\n"
            "| People | 120–400 staff |\n| Pains | shop takings keyed in twice |\n"
        )
    )
    assert found.firmographics["employees"] == ["120–400"]
    assert found.firmographics["characteristics"] == ["10 to 30 beds"]


def test_what_is_counted_may_open_a_line() -> None:
    """ "1–6 halls, 15–120 employees" is a count and a size, and no trait of its own."""
    found = data(segment("**Climbing gyms**\n\n* 1–6 halls, 15–120 employees\n* own café\n"))
    assert found.firmographics["employees"] == ["15–120"]
    assert "1 to 6 halls" in found.firmographics["characteristics"]
    assert all("employees" not in one for one in found.firmographics["characteristics"])


def test_the_name_behind_segment_is_no_statement() -> None:
    """ "Segment: boat charter (Adriatic)" names the segment and is no priority."""
    draft = segment("Segment: boat charter (Adriatic)\n\nwho: charter bases with 15-120 boats\n")
    assert draft.name == "Boat charter (Adriatic)"
    assert "Boat charter (Adriatic)" not in (data(draft).key_priorities or [])


def test_places_in_their_order_are_where_they_are() -> None:
    """ "Norway first, Sweden later" says where the companies are."""
    found = data(segment("# Municipal pools\n\nNorway first, Sweden later.\n"))
    assert found.firmographics["geography"] == ["Norway", "Sweden"]
    assert not any("Norway" in one for one in found.unique_approach or [])


def test_points_of_a_score_are_no_traits() -> None:
    """ "-4 part of a cooperative" is asked about, and no characteristic."""
    found = data(segment("# Pellet dealers\n\nScoring\n+3 own silo\n-4 part of a cooperative\n"))
    assert "cooperative" not in str(found.firmographics.get("characteristics"))


def test_one_customer_in_the_title_tells_of_itself() -> None:
    """What a firm in brackets has is no size of the segment."""
    found = data(
        segment(
            "# How we got Hollin & Pryce\n\nHollin & Pryce (lens lab, 85 people) had remakes of "
            "5%.\n\nIndependent lens labs with 40-150 people have the same problem.\n"
        )
    )
    assert found.firmographics["employees"] == ["40–150"]


def test_a_mishap_of_the_trade_is_a_pain() -> None:
    """Words that hardly mean anything else make a pain of a loose sentence."""
    draft = segment("# Inland ports\n\nThey charge port dues from paper lists.\n")
    assert custom(draft, "Pain points") == ["Charge port dues from paper lists"]


def test_who_is_aimed_at_is_no_priority() -> None:
    """ "Aim: house makers, 60-500 heads" says whom, and "Buys: in January" when."""
    found = data(
        segment("Aim: house makers, 60-500 heads, Austria\nBuys: in January and February only\n")
    )
    assert found.firmographics["employees"] == ["60–500"]
    assert not any("heads" in one for one in found.key_priorities or [])
    assert found.key_considerations == ["In January and February only"]


def test_through_whom_they_sell_is_not_what_they_are() -> None:
    """The values of "Channels" are no trade of the segment."""
    found = data(segment("Segment: juice makers\nSize: 20-150 FTE\nChannels: supermarkets, gyms\n"))
    assert "Retail" not in found.firmographics["industry"]


def test_a_label_of_one_word_rules_out() -> None:
    """ "Not: sailing schools" makes no sailing school a fit."""
    draft = segment("Segment: boat charter\nWho: charter bases in Croatia\nNot: sailing schools\n")
    assert "Sports and fitness" not in data(draft).firmographics["industry"]
    assert [one.fit_type for one in draft.questions if "sailing school" in one.question] == ["BAD"]
