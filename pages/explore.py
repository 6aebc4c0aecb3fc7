"""
Explore: every qualifying question in the library, counted, filtered and read.

The filter lives in the widgets and is told to the address; the charts only turn it.
A click on the filter runs `explore` alone, a click on the list `listing` alone.
"""

from __future__ import annotations

import streamlit as st

from octave_api.errors import NotOfferedError, OctaveError
from pages.parts import (
    cards,
    chart_coverage,
    chart_origins,
    chart_overlap,
    charts,
    question_cards,
    shelf,
    state,
)
from pages.parts import questions as qs
from pages.parts.filters import CHARTS, HIDE, KEYS, MAX_SEARCH, VIEW_KEYS, QuestionFilter, View
from pages.parts.questions import GROUPS, SORTS, Row
from pages.parts.shelf import Shelf

# More cards on a page would make every click slow.
SIZE = 20
PARTS: dict[str, dict[str, str]] = {
    "balance": {"fit": "fitType", "weight": "weight"},
    "origins": {"field": "askField", "origin": "askOrigin"},
    "overlap": {"shared": "pair"},
    "coverage": {"letter": "letter"},
}
"""The parts of the filter that a mark of each chart chooses, and where the mark holds them."""


def read_library() -> tuple[Shelf, bool]:
    """Give what to explore, and whether it is the fictional examples for want of a library."""
    try:
        found = state.library()
    except NotOfferedError:
        found = []
        st.info(
            "The server in use has no library to read, so these are the questions of three "
            "fictional companies.",
            title="No library here",
            icon=":material/info:",
        )
    else:
        if found:
            return shelf.of(found, state.evidence_of(found)), False
        st.info(
            "These are the questions of three fictional companies, read live. "
            "What you generate takes their place.",
            title="Your library is empty",
            icon=":material/info:",
        )
    return shelf.of(state.example_entities(), state.example_evidence), True


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
        write(wanted)


def write(wanted: QuestionFilter) -> None:
    """Put a filter into the widgets."""
    st.session_state.update(wanted.to_state())
    first_page()


def first_page() -> None:
    """Go back to the first page, because the list has changed."""
    # A key of its own for each list: a widget that is new starts at its first page.
    st.session_state["list"] = st.session_state.get("list", 0) + 1


def open_all(wanted: bool) -> None:
    """Open or close all cards of the page."""
    st.session_state["opened"] = wanted
    st.session_state["cards_turn"] = st.session_state.get("cards_turn", 0) + 1


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
        write(wanted)
    view = View.from_query(query) if linked else View.from_state(st.session_state)
    st.session_state.update(view.to_state())


def tell(wanted: QuestionFilter) -> None:
    """Write the filter and the view into the address."""
    query = wanted.to_query() | View.from_state(st.session_state).to_query()
    if query != {key: st.query_params.get_all(key) for key in st.query_params}:
        st.query_params.from_dict(query)
    st.session_state["explored"] = query


def pills(label: str, part: str, found: Shelf) -> None:
    """Draw buttons for one part of the filter."""
    names = found.choices[part]
    st.pills(
        label,
        list(names),
        format_func=lambda value: cards.label(names[value]),
        selection_mode="multi",
        key=part,
        on_change=first_page,
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
        on_change=first_page,
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
            on_change=first_page,
            persist_state="session",
        )
        choice("Persona or segment", "entity", found, placeholder="All")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        pills("Kind", "kind", found)
        st.toggle(
            "Hide typical",
            key=HIDE,
            on_change=first_page,
            persist_state="session",
            help="Leave out what is usual for such a role or market but not in the source.",
        )


def draw(chart: str, found: Shelf, spec: dict[str, object], data: object, alt: str) -> None:
    """Draw a chart whose marks choose."""
    st.vega_lite_chart(
        data,
        spec,
        key=f"chart-{chart}",
        on_select=lambda: take_pick(chart, found),
        selection_mode=charts.PICK,
        alt=alt,
    )


def balance(found: Shelf, wanted: QuestionFilter) -> None:
    """Draw the balance of the questions; its bars choose fit and weight."""
    counted = wanted.without("fit", "weight").apply(found.rows)
    cards.balance_heading(charts.balance_sentence(counted))
    if counted:
        cards.balance_legend()
        marks = charts.balance(
            counted,
            charts.Highlight(wanted.fit, wanted.weight),
            turn=st.session_state["picks"],
        )
        draw("balance", found, charts.balance_spec(marks), marks, charts.balance_alt(counted))
    st.caption("Click a bar to see its questions; these buttons do the same.")
    pills("Weight", "weight", found)
    pills("Fit", "fit", found)


def origins(found: Shelf, wanted: QuestionFilter) -> None:
    """Draw what was read and what was assumed; its bars choose an origin."""
    counts = chart_origins.count(found.evidence_of(found.chosen(wanted)))
    question_cards.chart_heading(
        "What did we read, what did we assume?", chart_origins.sentence(counts)
    )
    if not counts:
        st.caption("These answers came without evidence: their server keeps none.")
        return
    question_cards.legend(chart_origins.legend())
    turn = st.session_state["picks"]
    marks = chart_origins.marks(counts, wanted.field, wanted.origin, turn=turn)
    draw("origins", found, chart_origins.spec(counts), marks, chart_origins.alt_text(counts))
    st.caption("Bars count claims. Click one to see the questions that rest on its sentences.")
    pills("Origin of the question", "origin", found)
    choice("Resting on the sentences of", "field", found, placeholder="Any field")


def overlap(found: Shelf, wanted: QuestionFilter) -> None:
    """Draw who asks the same as whom; its cells choose two entities."""
    counted = wanted.without("shared").apply(found.rows)
    question_cards.chart_heading("Who asks the same thing?", chart_overlap.sentence(counted))
    if len({row.entity_oid for row in counted}) > 1:
        marks = chart_overlap.cells(counted, wanted.shared, turn=st.session_state["picks"])
        draw("overlap", found, chart_overlap.spec(marks), marks, chart_overlap.alt_text(counted))
        question_cards.remark(chart_overlap.reading(counted))
    if found.choices["shared"]:
        choice("Asked by both", "shared", found, placeholder="Any two")


def coverage(found: Shelf, wanted: QuestionFilter) -> None:
    """Draw which letters of the frameworks are served; its dots choose a letter."""
    counted = wanted.without("letter").apply(found.rows)
    question_cards.chart_heading("Which letters are covered?", chart_coverage.sentence(counted))
    if not any(row.letter for row in found.rows):
        st.caption("These answers came without notes on frameworks: their server keeps none.")
        return
    marks = chart_coverage.dots(counted, wanted.letter, turn=st.session_state["picks"])
    draw("coverage", found, chart_coverage.spec(), marks, chart_coverage.alt_text(counted))
    st.caption("Numbers count questions, a dashed ring is a gap. Click a dot to see its questions.")
    choice("Letter", "letter", found, placeholder="Any letter")


DRAWN = {"balance": balance, "origins": origins, "overlap": overlap, "coverage": coverage}


@st.fragment
def explore(found: Shelf, *, fictional: bool) -> None:
    """Draw the filter with its charts, and beside it the questions."""
    st.session_state.setdefault("picks", 0)
    # Read before a widget is drawn: the filter is the same wherever on the page it is asked for.
    wanted = QuestionFilter.from_state(st.session_state)
    left, right = st.columns([5, 7], gap="large")
    # What was asked for is drawn first: the charts take longer.
    with right:
        shown = wanted.apply(found.rows)
        heading(found, wanted, len(shown), fictional=fictional)
        if not found.rows:
            st.info(
                "What you generate brings its questions here.",
                title="No questions yet",
                icon=":material/info:",
            )
        elif not shown:
            st.info(
                "Take a word out of the search, or clear the filter.",
                title="No question matches",
                icon=":material/filter_alt_off:",
            )
        else:
            listing(found, shown, wanted)
    with left, st.container(key="filter", gap="small"):
        scope(found)
        tabs = st.tabs(list(CHARTS.values()), key="chart", on_change="rerun")
        for chart, tab in zip(CHARTS, tabs, strict=True):
            if tab.open:
                with tab:
                    DRAWN[chart](found, wanted)
    tell(wanted)


def heading(found: Shelf, wanted: QuestionFilter, count: int, *, fictional: bool) -> None:
    """Draw how many questions are shown and why these, and the way back to all."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(wanted.sentence(count, len(found.rows)), anchor=False)
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
    if wanted.narrows:
        question_cards.conditions(wanted.conditions(found.names))
    question_cards.remark(found.unmarked())


@st.fragment
def listing(found: Shelf, shown: list[Row], wanted: QuestionFilter) -> None:
    """Draw one page of questions under their headings."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="arrange"):
        group = st.selectbox(
            "Group by",
            list(GROUPS),
            format_func=GROUPS.__getitem__,
            key="group",
            on_change=first_page,
            persist_state="session",
            width=175,
        )
        sort = st.selectbox(
            "Sort",
            list(SORTS),
            format_func=SORTS.__getitem__,
            key="sort",
            on_change=first_page,
            persist_state="session",
            width=175,
        )
        # A box of their own, so that on a narrow screen they wrap together.
        with st.container(horizontal=True, width="content"):
            st.button("Open all", key="open", type="tertiary", on_click=open_all, args=(True,))
            st.button("Close all", key="close", type="tertiary", on_click=open_all, args=(False,))
    tell(wanted)
    key = f"page-{st.session_state.get('list', 0)}"
    ordered = qs.arranged(shown, group, sort)
    part, _, pages = qs.page_of(ordered, st.session_state.get(key, 1), SIZE)
    question_cards.listing(
        qs.groups(part, group),
        found.evidence,
        whose=group != "entity",
        opened=st.session_state.get("opened", False),
        turn=st.session_state.get("cards_turn", 0),
    )
    if pages > 1:
        st.pagination(pages, key=key)


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
