"""What the filter and the view say and hold beyond fit and weight."""

from __future__ import annotations

from dataclasses import replace

from pages.parts.filters import CHARTS, QuestionFilter, View
from tests.dashboard.test_questions import ROWS

ROW = replace(
    ROWS[0],
    origin="TYPICAL",
    letter="BANT: need",
    fields=frozenset({"Pain points"}),
    pairs=frozenset({"p~s"}),
)


def test_what_the_evidence_says_narrows_too() -> None:
    """Each part alone lets the row through or keeps it out."""
    for part, value in {
        "origin": "TYPICAL",
        "letter": "BANT: need",
        "field": "Pain points",
        "shared": "p~s",
    }.items():
        assert QuestionFilter().toggle(**{part: value}).matches(ROW)
        assert not QuestionFilter().toggle(**{part: "other"}).matches(ROW)
        assert not QuestionFilter().toggle(**{part: value}).matches(ROWS[0])
    assert not QuestionFilter(hide_typical=True).matches(ROW)
    assert QuestionFilter(hide_typical=True).matches(ROWS[0])


def test_a_mark_that_says_nothing_of_a_part_clears_it() -> None:
    """A bar stands for a field or for an origin, not for both."""
    field = QuestionFilter(origin=("TYPICAL",)).toggle(field="Pain points", origin="")
    assert QuestionFilter(field=("Pain points",)) == field
    assert QuestionFilter() == field.toggle(field="Pain points", origin="")


def test_the_filter_says_what_it_asks_for() -> None:
    """Part by part, in words."""
    wanted = QuestionFilter(
        q="plant",
        fit=("BAD",),
        weight=("INSTANT_DISQUALIFIER", "LOW"),
        kind=("persona",),
        entity=("p",),
        field=("Pain points",),
        shared=("p~s",),
        hide_typical=True,
    )
    assert wanted.conditions({"p": "Plant manager", "p~s": "both A and B"}) == [
        "“plant”",
        "Plant manager",
        "personas",
        "BAD",
        "Disqualifier or Low",
        "from the sentences behind pain points",
        "asked by both A and B",
        "typical ones hidden",
    ]
    assert QuestionFilter().conditions({}) == []


def test_the_view_goes_to_the_address_and_back() -> None:
    """What is as usual stays out of the address; what is strange is passed over."""
    view = View("overlap", "letter", "words")
    assert view == View.from_query(view.to_query()) == View.from_state(view.to_state())
    assert View().to_query() == {}
    assert View() == View.from_query({"chart": ["pie"], "group": [], "sort": ["random"]})
    assert View() == View.from_state({"chart": 7})
    assert set(CHARTS.values()) == {View(chart=key).to_state()["chart"] for key in CHARTS}
