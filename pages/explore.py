"""
Explore: every qualifying question in the library, counted, filtered and read.

The filter lives in the widgets, which are bound to the address; the chart only turns them.
"""

from __future__ import annotations

import streamlit as st

from octave_api.contract import FIT_TYPES, WEIGHTS
from octave_api.errors import NotOfferedError, OctaveError

from pages.parts import cards, charts, state
from pages.parts import questions as qs
from pages.parts.entities import Entity
from pages.parts.filters import QuestionFilter

# More cards on a page would make every click slow.
SIZE = 20
CHART = "balance"
KINDS = {"persona": "Personas", "segment": "Segments"}


def read_library() -> tuple[list[Entity], bool]:
    """Give what to explore, and whether it is the fictional examples for want of a library."""
    try:
        found = state.library()
    except NotOfferedError:
        st.info(
            "The server in use has no library to read, so these are the questions of three "
            "fictional companies.",
            title="No library here",
            icon=":material/info:",
        )
        return state.example_entities(), True
    if found:
        return found, False
    st.info(
        "These are the questions of three fictional companies, read live. "
        "What you generate takes their place.",
        title="Your library is empty",
        icon=":material/info:",
    )
    return state.example_entities(), True


def take_pick() -> None:
    """Turn the filter to a clicked bar; a click on the active bar releases it."""
    pick = st.session_state[CHART]["selection"].get(charts.PICK)
    if not pick:
        return
    # The browser sends nothing when the same bar is picked twice; `picks` makes each click new.
    st.session_state["picks"] += 1
    now = QuestionFilter.from_state(st.session_state)
    write(now.toggle(str(pick[0]["fitType"]), str(pick[0]["weight"])))


def write(wanted: QuestionFilter) -> None:
    """Put a filter into the widgets."""
    for key, value in wanted.to_state().items():
        st.session_state[key] = value
    st.session_state["page"] = 1


def first_page() -> None:
    """Go back to the first page, because the list has changed."""
    st.session_state["page"] = 1


def choose(rows: list[qs.Row], found: list[Entity]) -> QuestionFilter:
    """Draw the filter and give it."""
    names = {entity.oid: entity.name for entity in found}
    with st.container(horizontal=True, key="filter", gap="small"):
        st.text_input(
            "Search",
            key="q",
            type="search",
            placeholder="Words in a question or its rationale",
            bind="query-params",
            on_change=first_page,
        )
        st.pills(
            "Fit",
            qs.in_order((row.fit for row in rows), FIT_TYPES),
            format_func=cards.label,
            selection_mode="multi",
            key="fit",
            bind="query-params",
            on_change=first_page,
        )
        st.pills(
            "Weight",
            qs.in_order((row.weight for row in rows), WEIGHTS),
            format_func=lambda weight: cards.label(qs.weight_word(weight)),
            selection_mode="multi",
            key="weight",
            bind="query-params",
            on_change=first_page,
        )
        st.pills(
            "Kind",
            list(KINDS),
            format_func=KINDS.__getitem__,
            selection_mode="multi",
            key="kind",
            bind="query-params",
            on_change=first_page,
        )
        st.multiselect(
            "Persona or segment",
            list(names),
            format_func=lambda oid: qs.short(names[oid]),
            key="entity",
            placeholder="All",
            bind="query-params",
            on_change=first_page,
        )
    return QuestionFilter.from_state(st.session_state)


def chart(rows: list[qs.Row], wanted: QuestionFilter) -> None:
    """Draw the balance of the questions; its bars choose fit and weight."""
    counted = wanted.without_marks().apply(rows)
    cards.balance_heading(charts.balance_sentence(counted))
    cards.balance_legend()
    if not counted:
        return
    st.session_state.setdefault("picks", 0)
    counts = charts.balance(
        counted,
        charts.Highlight(wanted.fit, wanted.weight),
        turn=st.session_state["picks"],
    )
    st.altair_chart(
        charts.balance_chart(counts, pick=True),
        key=CHART,
        on_select=take_pick,
        selection_mode=charts.PICK,
        alt=charts.balance_alt(counted),
    )
    st.caption("Click a bar to see its questions; the buttons above do the same.")


def listing(shown: list[qs.Row], evidence_of: state.EvidenceOf) -> None:
    """Draw one page of questions, entity by entity."""
    st.session_state.setdefault("page", 1)
    part, _, pages = qs.page_of(shown, st.session_state["page"], SIZE)
    for oid, name, kind, rows in qs.group_by_entity(part):
        evidence = evidence_of(oid)
        with st.container(gap="xsmall"):
            cards.group_heading(name, kind)
            for row in rows:
                cards.question(row, evidence)
    if pages > 1:
        st.session_state["page"] = min(st.session_state["page"], pages)
        st.pagination(pages, key="page", bind="query-params")


def body() -> None:
    """Draw the page over what there is."""
    try:
        found, fictional = read_library()
    except OctaveError as error:
        cards.problem(error.message, title="The library cannot be read")
        return
    rows = qs.rows(found)
    left, right = st.columns([5, 7], gap="large")
    with left:
        wanted = choose(rows, found)
        chart(rows, wanted)
    with right:
        shown = wanted.apply(rows)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.header(wanted.sentence(len(shown), len(rows)), anchor=False)
            if fictional:
                st.badge("Fictional examples", color="gray")
            if wanted.narrows:
                st.button(
                    "Clear filter",
                    key="clear",
                    icon=":material/filter_alt_off:",
                    on_click=write,
                    args=(QuestionFilter(),),
                )
        if not shown:
            st.info(
                "Take a word out of the search, or clear the filter.",
                title="No question matches",
                icon=":material/filter_alt_off:",
            )
        else:
            listing(shown, state.example_evidence if fictional else state.evidence_of(found))


cards.page_title(
    "Explore", "All qualifying questions in the library, and the sentence behind each."
)
body()
