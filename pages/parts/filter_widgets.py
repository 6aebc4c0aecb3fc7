"""
The widgets that hold the filter of Explore, and what a change of theirs draws anew.

A filter is drawn anew in parts: what somebody chose shows in its own widget already, so
only the questions, their heading and the chart follow. What our code chose, by a click on
a chart or on Clear, has to be put into the widgets first, and then all is drawn.
"""

from __future__ import annotations

import streamlit as st

from pages.parts import cards
from pages.parts.filters import HIDE, MAX_SEARCH, QuestionFilter
from pages.parts.library.shelf import Shelf

WHOLE, HEADING, LISTING, DRAWING = "explore", "heading", "listing", "drawing"
"""The keys of the page's fragments."""


def write(wanted: QuestionFilter) -> None:
    """Put a filter into the widgets."""
    st.session_state.update(wanted.to_state())
    first_page()


def choose(wanted: QuestionFilter) -> None:
    """Put a filter into the widgets and draw all anew; for callbacks."""
    write(wanted)
    st.rerun(WHOLE)


def narrow() -> None:
    """Draw anew what follows a widget of the filter; for callbacks."""
    first_page()
    st.rerun([LISTING, HEADING, DRAWING])


def arrange() -> None:
    """Draw the questions anew, and nothing else; for callbacks."""
    first_page()
    st.rerun(LISTING)


def open_all(wanted: bool) -> None:
    """Open or close all cards of the page; for callbacks."""
    st.session_state["opened"] = wanted
    st.session_state["cards_turn"] = st.session_state.get("cards_turn", 0) + 1
    st.rerun(LISTING)


def first_page() -> None:
    """Go back to the first page, because the list has changed."""
    # A key of its own for each list: a widget that is new starts at its first page.
    st.session_state["list"] = st.session_state.get("list", 0) + 1


def pills(label: str, part: str, found: Shelf) -> None:
    """Draw buttons for one part of the filter."""
    names = found.choices[part]
    st.pills(
        label,
        list(names),
        format_func=lambda value: cards.label(names[value]),
        selection_mode="multi",
        key=part,
        on_change=narrow,
        persist_state="session",
    )


def choice(label: str, part: str, found: Shelf, *, placeholder: str) -> None:
    """Draw a list to choose from for one part of the filter."""
    names = found.choices[part]
    st.multiselect(
        label,
        list(names),
        format_func=names.__getitem__,
        key=part,
        placeholder=placeholder,
        on_change=narrow,
        persist_state="session",
    )


def scope(found: Shelf) -> None:
    """Draw the parts of the filter that hold for every chart."""
    with st.container(horizontal=True, gap="small"):
        st.text_input(
            "Search",
            key="q",
            type="search",
            placeholder="Any words",
            max_chars=MAX_SEARCH,
            on_change=narrow,
            persist_state="session",
        )
        choice("Persona or segment", "entity", found, placeholder="All")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        pills("Kind", "kind", found)
        st.toggle(
            "Hide typical",
            key=HIDE,
            on_change=narrow,
            persist_state="session",
            help="Leave out what is usual for such a role or market but not in the source.",
        )
