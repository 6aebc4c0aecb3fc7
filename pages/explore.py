"""
Explore: every qualifying question in the library, counted, filtered and read.

The filter lives in the widgets and is told to the address; the charts only turn it. A
change draws anew what it concerns: see `filter_widgets`.
"""

from __future__ import annotations

import streamlit as st

import pages
from octave_api.errors import NotOfferedError, OctaveError
from pages.parts import (
    cards,
    filter_widgets,
    messages,
    present,
    question_cards,
    recall,
    state,
)
from pages.parts import questions as qs
from pages.parts.chart_panels import panel
from pages.parts.filter_widgets import HEADING, LISTING, WHOLE
from pages.parts.filters import CHARTS, KEYS, VIEW_KEYS, QuestionFilter, View
from pages.parts.library import shelf
from pages.parts.library.shelf import Shelf
from pages.parts.questions import GROUPS, SORTS

# More cards on a page would make every click slow.
SIZE = 15


def read_library() -> tuple[Shelf, bool]:
    """Give what to explore, and whether it is the fictional examples for want of a library."""
    try:
        found = state.library()
    except NotOfferedError:
        found = []
        messages.notice(
            "No library here",
            "The server in use has no library to read, so these are the questions of three "
            "fictional companies.",
        )
    else:
        if found:
            return shelf.of(found, state.evidence_of(found)), False
        messages.notice(
            "Your library is empty",
            "These are the questions of three fictional companies, read live. "
            "What you generate takes their place.",
        )
    return shelf.of(state.example_entities(), state.example_evidence), True


def arrive(found: Shelf) -> None:
    """
    Follow the address when it is not the one that this page wrote itself.

    An empty one does not clear the filter: that is how one comes back from another page.
    """
    names = (*KEYS, *VIEW_KEYS)
    query = {key: st.query_params.get_all(key) for key in names if key in st.query_params}
    linked = query and query != st.session_state.get("explored")
    now = QuestionFilter.from_state(st.session_state)
    # What was chosen may be gone from the library since.
    wanted = (QuestionFilter.from_query(query) if linked else now).within(found.choices)
    if wanted != now:
        filter_widgets.write(wanted)
    view = View.from_query(query) if linked else View.from_state(st.session_state)
    st.session_state.update(view.to_state())


def tell(wanted: QuestionFilter) -> None:
    """Write the filter and the view into the address."""
    query = wanted.to_query() | View.from_state(st.session_state).to_query()
    if query != {key: st.query_params.get_all(key) for key in st.query_params}:
        st.query_params.from_dict(query)
    st.session_state["explored"] = query


@st.fragment(key=WHOLE)
def explore(found: Shelf, *, fictional: bool) -> None:
    """Draw the filter with its charts, and beside it the questions."""
    left, right = st.columns([5, 7], gap="large")
    # What was asked for is drawn first: the charts take longer.
    with right:
        heading(found, fictional=fictional)
        if found.rows:
            arrangement()
        listing(found)
    with left, st.container(key="filter", gap="small"):
        filter_widgets.scope(found)
        tabs = st.tabs(list(CHARTS.values()), key="chart", on_change="rerun")
        for chart, tab in zip(CHARTS, tabs, strict=True):
            if tab.open:
                with tab:
                    panel(chart, found)


@st.fragment(key=HEADING)
def heading(found: Shelf, *, fictional: bool) -> None:
    """Draw how many questions are shown and why these, and what to do with them."""
    wanted = QuestionFilter.from_state(st.session_state)
    shown = wanted.apply(found.rows)
    with st.container(horizontal=True, vertical_alignment="center", key="shown"):
        st.header(wanted.sentence(len(shown), len(found.rows)), anchor=False)
        # A box of their own, so that on a narrow screen they wrap together.
        with st.container(horizontal=True, width="content"):
            if wanted.narrows:
                st.button(
                    "Clear filter",
                    key="clear",
                    icon=":material/filter_alt_off:",
                    on_click=filter_widgets.choose,
                    args=(QuestionFilter(),),
                )
            if shown:
                oid = shown[0].entity_oid
                about = f"Begins with {cards.label(shown[0].entity_name, limit=60)}."
                present.button(recall.name_of_example(oid) if fictional else oid, about)
    if wanted.narrows:
        question_cards.conditions(wanted.conditions(found.names))
    question_cards.remark(found.unmarked())


def arrangement() -> None:
    """Draw how the questions are grouped and sorted, and what opens and closes them."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="arrange"):
        for part, label, names in (("group", "Group by", GROUPS), ("sort", "Sort", SORTS)):
            st.selectbox(
                label,
                list(names),
                format_func=names.__getitem__,
                key=part,
                on_change=filter_widgets.arrange,
                persist_state="session",
                width=171,
            )
        # A box of their own, so that on a narrow screen they wrap together.
        with st.container(horizontal=True, width="content"):
            for label, key, opened in (("Open all", "open", True), ("Close all", "close", False)):
                st.button(
                    label,
                    key=key,
                    type="tertiary",
                    on_click=filter_widgets.open_all,
                    args=(opened,),
                )


@st.fragment(key=LISTING)
def listing(found: Shelf) -> None:
    """Draw one page of questions under their headings, and tell the address what is shown."""
    wanted = QuestionFilter.from_state(st.session_state)
    view = View.from_state(st.session_state)
    shown = wanted.apply(found.rows)
    if shown:
        key = f"page-{st.session_state.get('list', 0)}"
        ordered = qs.arranged(shown, view.group, view.sort)
        part, _, pages = qs.page_of(ordered, st.session_state.get(key, 1), SIZE)
        question_cards.listing(
            qs.groups(part, view.group),
            found.evidence,
            whose=view.group != "entity",
            opened=st.session_state.get("opened", False),
            turn=st.session_state.get("cards_turn", 0),
        )
        if pages > 1:
            st.pagination(pages, key=key)
    elif found.rows:
        # The styles leave out how to group and sort what is not there.
        with st.container(key="no-match"):
            st.info(
                "Take a word out of the search, or clear the filter.",
                title="No question matches",
                icon=":material/filter_alt_off:",
            )
    else:
        st.info(
            "What you generate brings its questions here.",
            title="No questions yet",
            icon=":material/info:",
        )
    tell(wanted)


pages.check()
cards.page_title(
    "Explore", "All qualifying questions in the library, and the sentence behind each."
)
question_cards.styles()
try:
    library, examples_only = read_library()
except OctaveError as error:
    cards.problem(error.message, title="The library cannot be read")
else:
    arrive(library)
    explore(library, fictional=examples_only)
    question_cards.copying()
