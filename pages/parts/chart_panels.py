"""
The charts of Explore on the page: each with its question, its sentence and its widgets.

Draws only; what is counted and how it is drawn is decided in the `chart` modules. The marks
of a chart choose, and the widgets under it do the same by keyboard.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from pages.parts import (
    cards,
    chart_coverage,
    chart_origins,
    chart_overlap,
    charts,
    filter_widgets,
    question_cards,
)
from pages.parts.charts import Mark
from pages.parts.filter_widgets import DRAWING
from pages.parts.filters import QuestionFilter
from pages.parts.library.shelf import Shelf

PARTS: dict[str, dict[str, str]] = {
    "balance": {"fit": "fitType", "weight": "weight"},
    "origins": {"field": "askField", "origin": "askOrigin"},
    "overlap": {"shared": "pair"},
    "coverage": {"letter": "letter"},
}
"""The parts of the filter that a mark of each chart chooses, and where the mark holds them."""


def panel(chart: str, found: Shelf) -> None:
    """Draw a chart and, under it, what does the same by keyboard."""
    drawing(chart, found)
    _WIDGETS[chart](found)


@st.fragment(key=DRAWING)
def drawing(chart: str, found: Shelf) -> None:
    """Draw a chart under its question and its answer."""
    st.session_state.setdefault("picks", 0)
    _DRAWN[chart](found, QuestionFilter.from_state(st.session_state))


def take_pick(chart: str, found: Shelf) -> None:
    """Turn the filter to a clicked mark; a click on the active mark releases it."""
    pick = st.session_state[f"chart-{chart}"]["selection"].get(charts.PICK)
    if not pick:
        return
    # The browser sends nothing when the same mark is picked twice; `picks` makes each click new.
    st.session_state["picks"] += 1
    now = QuestionFilter.from_state(st.session_state)
    wanted = now.toggle(**{part: str(pick[0][field]) for part, field in PARTS[chart].items()})
    # A field on which no question rests has a bar, but nothing to show.
    if wanted == wanted.within(found.choices):
        filter_widgets.choose(wanted)


def _draw(
    chart: str, found: Shelf, spec: dict[str, Any], marks: Sequence[Mark], alt_text: str
) -> None:
    st.vega_lite_chart(
        charts.table(marks),
        spec,
        key=f"chart-{chart}",
        on_select=lambda: take_pick(chart, found),
        selection_mode=charts.PICK,
        alt=alt_text,
    )


def _balance(found: Shelf, wanted: QuestionFilter) -> None:
    counted = wanted.without("fit", "weight").apply(found.rows)
    question_cards.chart_heading(
        "Is the set of questions lopsided?", charts.balance_sentence(counted)
    )
    if not counted:
        return
    cards.balance_legend()
    marks = charts.balance(
        counted, charts.Highlight(wanted.fit, wanted.weight), turn=st.session_state["picks"]
    )
    spec = charts.balance_spec(marks, pick=True)
    _draw("balance", found, spec, marks, charts.balance_alt(counted))
    st.caption("Click a bar to see its questions; the buttons under it do the same.")


def _balance_widgets(found: Shelf) -> None:
    filter_widgets.pills("Weight", "weight", found)
    filter_widgets.pills("Fit", "fit", found)


def _origins(found: Shelf, wanted: QuestionFilter) -> None:
    evidence = found.evidence_of(found.chosen(wanted))
    counts, unread = chart_origins.count(evidence), evidence.count(None)
    question_cards.chart_heading(
        "What did we read, what did we assume?", chart_origins.sentence(counts, unread)
    )
    if not counts:
        if unread:
            st.caption("These answers came without evidence: their server keeps none.")
        return
    question_cards.legend(chart_origins.legend(counts))
    turn = st.session_state["picks"]
    marks = chart_origins.marks(counts, wanted.field, wanted.origin, turn=turn)
    alt_text = chart_origins.alt_text(counts, unread)
    _draw("origins", found, chart_origins.spec(counts), marks, alt_text)
    st.caption("Bars count claims. Click one to see the questions that rest on its sentences.")


def _origins_widgets(found: Shelf) -> None:
    if found.choices["origin"]:
        filter_widgets.pills("Origin of the question", "origin", found)
    if found.choices["field"]:
        filter_widgets.choice(
            "Resting on the sentences of", "field", found, placeholder="Any field"
        )


def _overlap(found: Shelf, wanted: QuestionFilter) -> None:
    counted = wanted.without("shared").apply(found.rows)
    question_cards.chart_heading("Who asks the same thing?", chart_overlap.sentence(counted))
    if len({row.entity_oid for row in counted}) > 1:
        marks = chart_overlap.cells(counted, wanted.shared, turn=st.session_state["picks"])
        spec = chart_overlap.spec(marks)
        _draw("overlap", found, spec, marks, chart_overlap.alt_text(counted))
        question_cards.remark(chart_overlap.reading(counted))


def _overlap_widgets(found: Shelf) -> None:
    if found.choices["shared"]:
        filter_widgets.choice("Asked by both", "shared", found, placeholder="Any two")


def _coverage(found: Shelf, wanted: QuestionFilter) -> None:
    counted = wanted.without("letter").apply(found.rows)
    question_cards.chart_heading("Which letters are covered?", chart_coverage.sentence(counted))
    if not found.choices["letter"]:
        st.caption("These answers came without notes on frameworks: their server keeps none.")
        return
    marks = chart_coverage.dots(counted, wanted.letter, turn=st.session_state["picks"])
    _draw("coverage", found, chart_coverage.spec(), marks, chart_coverage.alt_text(counted))
    st.caption("Numbers count questions, a dashed ring is a gap. Click a dot to see its questions.")


def _coverage_widgets(found: Shelf) -> None:
    if found.choices["letter"]:
        filter_widgets.choice("Letter", "letter", found, placeholder="Any letter")


_DRAWN: dict[str, Callable[[Shelf, QuestionFilter], None]] = {
    "balance": _balance,
    "origins": _origins,
    "overlap": _overlap,
    "coverage": _coverage,
}
_WIDGETS: dict[str, Callable[[Shelf], None]] = {
    "balance": _balance_widgets,
    "origins": _origins_widgets,
    "overlap": _overlap_widgets,
    "coverage": _coverage_widgets,
}
