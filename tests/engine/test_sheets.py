"""Sheets: labels in one line, exports of keys and values, grades, lists of those who are out."""

from __future__ import annotations

import pytest

from octave_api.contract import SegmentData
from octave_api.engine import Document, Draft, generate
from octave_api.engine.refusals import turned_away


def segment(text: str) -> Draft:
    """Generate a segment of one text, of its own words alone."""
    return generate("segment", [Document(text)], strict=True)


def data(text: str) -> SegmentData:
    """Give the fields of a segment."""
    draft = segment(text)
    assert isinstance(draft.data, SegmentData)
    return draft.data


def asked(text: str) -> dict[str, str]:
    """Give the questions of a segment with their fit."""
    return {one.question: str(one.fit_type) for one in segment(text).questions}


def titles(text: str) -> list[str]:
    """Give the titles of those who buy."""
    found = [one.value for one in data(text).custom_fields or [] if one.title == "Buyer titles"]
    return [str(item) for value in found for item in (value or [])]


def test_several_labels_in_one_line_are_parted() -> None:
    """A stop and the next label end a value."""
    text = "Trade: potteries\nBuyer: plant manager. EB: Finance Director. Blocker: Head of Glaze."
    assert titles(text) == ["Plant Manager", "Finance Director", "Head of Glaze"]


EXPORT = """field;value
industry;potteries
country;Germany, Austria
employees;20-120
tech;Kilnware, no WMS
exclude;hobby shops, market stalls
"""


def test_an_export_of_keys_and_values_is_a_table() -> None:
    """One key and one value in each line, with a head or without one."""
    for text in (EXPORT, EXPORT.partition("\n")[2]):
        facts = data(text).firmographics
        assert facts["employees"] == ["20–120"]
        assert facts["geography"] == ["Germany", "Austria"]
        assert facts["technology"] == ["Kilnware"]
        assert asked(text)["Are they hobby shops or market stalls?"] == "BAD"


GRADES = """criterion,good,bad,points
Sites,5 to 30,more than 80,3
Ownership,family,franchise,2
Till,Breadly or Rollo,in-house built,2
"""


def test_an_export_with_columns_of_grades_keeps_its_rows_names() -> None:
    """What is good and bad of each row is asked of what the row is about."""
    questions = asked(GRADES)
    assert questions["Do they have 5 to 30 sites?"] == "GOOD"
    assert questions["Are they family-owned?"] == "GOOD"
    assert questions["Is their till in-house built?"] == "BAD"


_OWN = 4
"""The questions of a text that says a trade, a place, a number and whom not."""


@pytest.mark.parametrize(
    "label",
    ["Don't bother with", "Please stop calling", "We lose with", "Don't call", "Kills it", "DQ"],
)
def test_labels_say_in_many_ways_who_is_out(label: str) -> None:
    """What stands behind them is asked against a fit, and is no fact of the market."""
    out = "hobby potters, anyone with under 3 kilns"
    questions = asked(f"Potteries in Wales with 5 to 20 kilns.\n\n{label}: {out}")
    assert questions["Are they hobby potters or anyone with under 3 kilns?"] == "BAD"
    assert len(questions) == _OWN


def test_a_list_of_whom_not_asks_for_each() -> None:
    """Each of those whom the seller stays away from has a question of its own."""
    text = (
        "Who to stay away from: potters (they churn), trusts, groups over 9 sites that built one."
    )
    questions = asked(f"Potteries in Wales.\n\n{text}")
    against = [question for question, fit in questions.items() if fit == "BAD"]
    assert against == [
        "Are they potters?",
        "Is it a trust?",
        "Are they groups over 9 sites that built one?",
    ]


def test_a_list_of_noes_names_each() -> None:
    """ "No A, no B" in a list turns both away; places with "no" are asked as places only."""
    lines = ("at least 5 kilns", "no franchises, no summer camps", "Wales, no Kent")
    questions = asked("# Potteries: list rules\n" + "".join(f"- {one}\n" for one in lines))
    assert questions["Is it a franchise?"] == "BAD"
    assert questions["Are they summer camps?"] == "BAD"
    assert not any(one.startswith("Do they lack") for one in questions)


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        (
            "Tech: till by Breadly, Rollo or Kilnware; no developers",
            ["Breadly", "Rollo", "Kilnware"],
        ),
        ("Scheduling tool: Breadly / Rollo", ["Breadly", "Rollo"]),
        ("PMS: Breadly, Rollo or Kilnware", ["Breadly", "Rollo", "Kilnware"]),
    ],
)
def test_products_behind_a_label_are_each_read(text: str, tools: list[str]) -> None:
    """Joined with "or", a slash, or behind what they are."""
    assert data(f"Industry: potteries\n{text}\n").firmographics["technology"] == tools


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Hobby potteries never pay the second invoice - stop calling them.", "hobby potteries"),
        ("Market traders haggle about every pot, please don't call them.", "market traders"),
        ("Museum shops have no use for it.", "museum shops"),
    ],
)
def test_prose_turns_away_with_its_reason(line: str, who: str) -> None:
    """Who they are goes before what they do, and the order to leave them behind it."""
    turned = turned_away(line)
    assert turned is not None
    assert turned.lower() == who


KEYS = """Company type | Potteries
Kilns | 8 to 40
Turnover | EUR 0.8m - 6m
Country | Denmark
Trouble | invoices go out six weeks late
Ruled out | machinery rings
"""


def test_keys_and_values_may_stand_beside_a_bar() -> None:
    """No rule and no bar at the edge, and no row is the segment's name."""
    draft = segment(KEYS)
    assert isinstance(draft.data, SegmentData)
    assert draft.data.firmographics["geography"] == ["Denmark"]
    assert "8 to 40 kilns" in draft.data.firmographics["characteristics"]
    assert draft.name != "Kilns"
    assert asked(KEYS)["Are they machinery rings?"] == "BAD"


def test_low_labels_of_a_mail_take_sides() -> None:
    """ "good:", "bad:", "walk away:", each in a line of its own."""
    text = (
        "good: potteries with 4 to 30 kilns, owner still involved\n"
        "bad: art schools, anyone under 4 kilns\n"
        "walk away: they ask for a discount first"
    )
    questions = asked(text)
    assert questions["Do they ask for a discount first?"] == "BAD"
    assert questions["Are they art schools or anyone under 4 kilns?"] == "BAD"


GRID = """| | Yes | Maybe | No |
|---|---|---|---|
| Lab | own lab | shared lab | none |
| Clay per day | > 10,000 kg | 4,000 kg | < 4,000 kg |
"""


def test_yes_maybe_and_no_are_grades() -> None:
    """The columns say how welcome a cell is, its row what it is of."""
    questions = asked(GRID)
    assert questions["Do they have their own lab?"] == "GOOD"
    assert questions["Do they have a shared lab?"] == "GOOD"


def test_products_in_a_sentence_are_facts_and_a_pain_stays_a_pain() -> None:
    """They use what no table knows; what is told under "in common" may hurt."""
    text = (
        "Who buys from us:\n\nPotteries with 4 kilns or more. They use Breadly, Rollo or Kilnware "
        "and have a central team (operations, finance, glaze).\n\nWhat they have in common: "
        "the owner spends Sundays chasing clay orders; nobody knows what is in stock"
    )
    facts = data(text).firmographics
    assert facts["technology"] == ["Breadly", "Rollo", "Kilnware"]
    assert not any("Sundays" in one for one in facts["characteristics"])


def test_what_firms_have_beside_is_no_trade_of_theirs() -> None:
    """ "With a shop and a cafe" names a part of them, "pharma customers" whom they serve."""
    text = "We sell to museums with a shop and a cafe.\n\nScore: own lab +3, hotel customers +2"
    assert data(text).firmographics["industry"] == ["Museums and the arts"]
    assert asked(text)["Do they have hotel customers?"] == "GOOD"
