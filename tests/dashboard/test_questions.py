"""Rows, the filter and the chart over them."""

from __future__ import annotations

import json

import pytest

from octave_api.contract import Persona, QualifyingQuestion, Segment
from pages.parts import charts, filters
from pages.parts import questions as qs
from pages.parts.filters import QuestionFilter


def ask(text: str, fit: str, weight: str) -> QualifyingQuestion:
    return QualifyingQuestion(question=text, rationale=f"Why {text}", fit_type=fit, weight=weight)


PERSONA = Persona(
    oid="p",
    name="Plant manager",
    qualifying_questions=[
        ask("Two plants?", "GOOD", "LOW"),
        ask("Outsourced?", "BAD", "INSTANT_DISQUALIFIER"),
        ask("Owns budget?", "GOOD", "HIGH"),
        ask("Maybe?", "MAYBE", "SEVERE"),
    ],
)
SEGMENT = Segment(oid="s", name="Makers", qualifying_questions=[ask("200 people?", "GOOD", "HIGH")])
ROWS = qs.rows([PERSONA, SEGMENT])


def test_rows_are_by_entity_and_heaviest_first() -> None:
    """A row keeps its place in the entity, which its evidence is found by."""
    assert [row.question.question for row in ROWS] == [
        "Outsourced?",
        "Owns budget?",
        "Two plants?",
        "Maybe?",
        "200 people?",
    ]
    assert ROWS[0].pointer == "/qualifyingQuestions/1"
    assert [group.title for group in qs.groups(ROWS, "entity")] == ["Plant manager", "Makers"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (QuestionFilter(), 5),
        (QuestionFilter(fit=("GOOD",)), 3),
        (QuestionFilter(fit=("GOOD",), weight=("HIGH",)), 2),
        (QuestionFilter(weight=("SEVERE",)), 1),
        (QuestionFilter(kind=("segment",)), 1),
        (QuestionFilter(entity=("p",)), 4),
        (QuestionFilter(q="PLANT two"), 1),
        (QuestionFilter(q="zebra"), 0),
    ],
)
def test_the_filter_narrows_by_every_part(wanted: QuestionFilter, found: int) -> None:
    """All parts must hold; words of the search may stand anywhere."""
    assert found == len(wanted.apply(ROWS))


def test_the_filter_goes_to_the_address_and_back() -> None:
    """A link gives the same view."""
    wanted = QuestionFilter(
        "two words", ("GOOD",), ("HIGH", "LOW"), ("persona",), ("p", "s"), ("TYPICAL",),
        ("Pain points",), ("BANT: need",), ("p~s",), True,
    )  # fmt: skip
    assert wanted == QuestionFilter.from_query(wanted.to_query())
    assert wanted == QuestionFilter.from_state(wanted.to_state())
    assert QuestionFilter().to_query() == {}
    assert set(filters.KEYS) == set(QuestionFilter().to_state())


def test_strange_state_does_not_narrow() -> None:
    """Widgets that are not there yet, and what an address may hold instead."""
    assert QuestionFilter() == QuestionFilter.from_state({"q": None, "fit": None, "weight": 7})
    assert QuestionFilter.from_state({"fit": "BAD"}).fit == ("BAD",)


def test_a_link_cannot_choose_what_is_not_there() -> None:
    """Values of another library, or of nobody, are passed over."""
    asked = QuestionFilter.from_query({"fit": ["GOOD", "GREAT"], "entity": ["gone"], "x": ["y"]})
    options = {"fit": ["GOOD", "BAD"], "weight": [], "kind": [], "entity": ["p"]}
    assert QuestionFilter(fit=("GOOD",)) == asked.within(options)


def test_a_bar_is_taken_and_released() -> None:
    """The second click on the same bar lets it go; the rest of the filter stays."""
    once = QuestionFilter(q="x").toggle(fit="BAD", weight="HIGH")
    assert QuestionFilter("x", ("BAD",), ("HIGH",)) == once
    assert QuestionFilter("x") == once.toggle(fit="BAD", weight="HIGH")


def test_entities_of_one_name_are_told_apart() -> None:
    """The oldest keeps the name; a choice by name would mix them up otherwise."""
    questions = [ask("?", "GOOD", "LOW")]
    same = [Persona(oid=oid, name="VP", qualifying_questions=questions) for oid in "cba"]
    assert [row.entity_name for row in qs.rows(same)] == ["VP (3)", "VP (2)", "VP"]
    assert qs.short("a very " * 20 + "long name (2)").endswith("me (2)")


def test_pages_are_kept_within_bounds() -> None:
    """A page that is no longer there shows the last one."""
    assert qs.page_of([], 7, 20)[1:] == (1, 1)
    part, page, pages = qs.page_of(ROWS, 9, 2)
    assert (len(part), page, pages) == (1, 3, 3)


def test_counts_have_a_row_for_every_known_weight_and_unknown_ones_too() -> None:
    """No bar jumps when its count is nought, and no question is left out of the chart."""
    counts = charts.balance(ROWS)
    assert sum(mark["count"] for mark in counts) == 5
    assert list(dict.fromkeys(mark["weight"] for mark in counts)) == [
        "INSTANT_DISQUALIFIER",
        "HIGH",
        "MEDIUM",
        "LOW",
        "SEVERE",
    ]
    assert {"GOOD", "BAD", "MAYBE"} == {mark["fitType"] for mark in counts}


def test_the_chosen_bars_stand_out() -> None:
    """The highlight is data, so that the browser need not remember it."""
    counts = charts.balance(ROWS, charts.Highlight(("GOOD",), ("HIGH",)), turn=3)
    assert [(m["fitType"], m["weight"]) for m in counts if m["on"]] == [("GOOD", "HIGH")]
    assert {3} == {mark["gen"] for mark in counts}


def test_the_chart_takes_its_colours_from_the_theme_and_speaks() -> None:
    """No colour range, so that light and dark switch; a description for each bar."""
    marks = charts.balance(ROWS)
    spec = charts.balance_spec(marks, pick=True)
    text = json.dumps(spec)
    scale = spec["layer"][0]["encoding"]["color"]["scale"]
    assert scale == {"domain": ["GOOD", "BAD", "MAYBE"]}
    assert "2 GOOD questions of weight HIGH" in {mark["text"] for mark in marks}
    assert charts.PICK in text


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ([], "No questions to weigh."),
        ([("GOOD", "HIGH")], "One question, GOOD of weight high."),
        (
            [("GOOD", "HIGH")] * 3,
            "Lopsided: all 3 questions look for a good fit, none rules anybody out.",
        ),
        (
            [("BAD", "HIGH")] * 3,
            "Lopsided: all 3 questions rule out, none says what a good fit looks like.",
        ),
        (
            [("GOOD", "HIGH")] * 2 + [("BAD", "HIGH")] * 2,
            "Every question weighs high, so the score cannot tell them apart; "
            "nothing disqualifies outright.",
        ),
        (
            [("GOOD", "HIGH"), ("GOOD", "LOW"), ("BAD", "INSTANT_DISQUALIFIER")],
            "Balanced: 2 look for a good fit and 1 for a bad one; 1 disqualifies outright.",
        ),
        (
            [("GOOD", "HIGH")] * 4 + [("GOOD", "LOW"), ("BAD", "LOW")],
            "Leaning to yes: 5 look for a good fit and 1 for a bad one; "
            "nothing disqualifies outright.",
        ),
        (
            [("BAD", "HIGH")] * 4 + [("GOOD", "LOW")],
            "Leaning to no: 1 looks for a good fit and 4 for a bad one; "
            "nothing disqualifies outright.",
        ),
    ],
)
def test_the_chart_is_read_in_one_sentence(pairs: list[tuple[str, str]], words: str) -> None:
    """The sentence is written from the data."""
    questions = [ask(f"{n}?", fit, weight) for n, (fit, weight) in enumerate(pairs)]
    rows = qs.rows([Persona(oid="p", name="N", qualifying_questions=questions)])
    assert words == charts.balance_sentence(rows)
