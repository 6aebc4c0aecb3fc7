"""Sheets: labels in one line, exports of keys and values, grades, lists of those who are out."""

from __future__ import annotations

import pytest

from octave_api.contract import SegmentData
from octave_api.engine import Document, Draft, generate


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


def test_a_list_of_whom_not_ends_with_or() -> None:
    """Long parts are parted by commas too."""
    text = (
        "Who to stay away from: potters (they churn), trusts, groups over 9 sites that built one."
    )
    questions = asked(f"Potteries in Wales.\n\n{text}")
    assert questions["Are they potters, trusts or groups over 9 sites that built one?"] == "BAD"


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
