"""Score lists: several criteria with their points in one line."""

from __future__ import annotations

import pytest

from octave_api.contract import SegmentData
from octave_api.engine import Document, Draft, generate
from octave_api.engine.score_lists import score_rows


def segment(text: str) -> Draft:
    """Generate a segment of one text, of its own words alone."""
    return generate("segment", [Document(text)], strict=True)


def asked(text: str) -> dict[str, tuple[str, str]]:
    """Give the questions of a segment with their fit and their weight."""
    return {one.question: (str(one.fit_type), str(one.weight)) for one in segment(text).questions}


LINES = [
    (
        "Score: family-owned +3, own kiln -1 (they think it lasts), fewer than 3 kilns = out.",
        [("family-owned", "+3"), ("own kiln", "-1"), ("fewer than 3 kilns", "out")],
    ),
    (
        "Scoring (max 10): own kiln 3 pts, a night shift (2). -2 if rented. Under 9 staff = DQ.",
        [("own kiln", "3"), ("a night shift", "2"), ("rented", "-2"), ("Under 9 staff", "DQ")],
    ),
    ("Points: sites in Kent, Sussex 3, glazes by hand 2", [("sites in Kent, Sussex", "3"),
                                                           ("glazes by hand", "2")]),
    ("own kiln +2, rented kiln -4", [("own kiln", "+2"), ("rented kiln", "-4")]),
    ("Scorecard - kiln 3, shop 2, web shop: knock-out", [("kiln", "3"), ("shop", "2"),
                                                         ("web shop", "knock-out")]),
    ("Score: region 3, size 2, industry 5", []),
    ("Score: 3 out of 5", []),
    ("We grew by +20 %, our margin by +3", []),
    ("Kilns 3, shops 2", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), LINES)
def test_a_line_lists_what_scores(text: str, rows: list[tuple[str, str]]) -> None:
    """Signs, brackets, bare numbers behind a label, verdicts; weights and rates are none."""
    found, _ = score_rows(text, 0, len(text), below=False) or ([], [])
    read = [(text[one.start : one.end], text[one.points : one.points_end]) for one in found]
    assert read == rows


MEMO = """Who buys our glaze: potteries with 4 to 40 kilns in Wales.

Score: family-owned +3, merger in past 24 months +3, more than 10 kilns +2, shop for hotels +1,
own chemist -2, fewer than 4 kilns = disqualify.
"""


def test_each_row_of_a_line_is_asked_by_itself() -> None:
    """Points become weights, below zero it speaks against, a verdict ends the conversation."""
    questions = asked(MEMO)
    assert questions["Have they had a merger in the past 24 months?"] == ("GOOD", "HIGH")
    assert questions["Do they have their own chemist?"] == ("BAD", "HIGH")
    assert questions["Does it have fewer than 4 kilns?"] == ("BAD", "INSTANT_DISQUALIFIER")
    assert not any("score" in one.lower() for one in questions)


def test_what_scores_is_no_size_that_all_have() -> None:
    """The range of the profile stands; a trade that a row only mentions is none of theirs."""
    draft = segment(MEMO)
    assert isinstance(draft.data, SegmentData)
    facts = draft.data.firmographics
    assert "4 to 40 kilns" in facts["characteristics"]
    assert "Hospitality" not in facts["industry"]


def test_a_verdict_in_a_column_of_points_rules_out() -> None:
    """ "DQ" instead of points ends the conversation, a size as well."""
    rows = (
        "Signal | Score",
        "---|---",
        "Own kiln | +4",
        "Rented kiln | DQ",
        "Fewer than 9 staff | DQ",
    )
    questions = asked("\n".join(f"| {row} |" for row in rows))
    assert questions["Do they have a rented kiln?"] == ("BAD", "INSTANT_DISQUALIFIER")
    assert questions["Does it have fewer than 9 staff?"] == ("BAD", "INSTANT_DISQUALIFIER")


def test_lines_under_scoring_are_rows() -> None:
    """A list under "Score" needs no label of its own, and no sign."""
    text = "# Potteries\n\nScore\n- own kiln: 3\n- run by a local authority: -2\n- uses gas: out\n"
    questions = asked(text)
    assert questions["Do they have their own kiln?"][0] == "GOOD"
    assert questions["Are they run by a local authority?"][0] == "BAD"
    assert questions["Do they use gas?"] == ("BAD", "INSTANT_DISQUALIFIER")
