"""
Explore: every qualifying question in the library, counted, filtered and read.

The filter lives in the widgets and is told to the address; the chart only turns it.
"""

from __future__ import annotations

import streamlit as st

from octave_api.contract import FIT_TYPES, WEIGHTS
from octave_api.errors import NotOfferedError, OctaveError
from pages.parts import cards, charts, state
from pages.parts import questions as qs
from pages.parts.entities import Entity, unique_names
from pages.parts.filters import KEYS, MAX_SEARCH, QuestionFilter

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
    first_page()


def first_page() -> None:
    """Go back to the first page, because the list has changed."""
    # A key of its own for each list: a widget that is new starts at its first page.
    st.session_state["list"] = st.session_state.get("list", 0) + 1


def options(rows: list[qs.Row], found: list[Entity]) -> dict[str, list[str]]:
    """Give what can be chosen for each part of the filter."""
    return {
        "fit": qs.in_order((row.fit for row in rows), FIT_TYPES),
        "weight": qs.in_order((row.weight for row in rows), WEIGHTS),
        "kind": list(KINDS),
        "entity": [entity.oid for entity in found],
    }


def arrive(choices: dict[str, list[str]]) -> None:
    """
    Follow the address when it is not the one that this page wrote itself.

    An empty one does not clear the filter: that is how one comes back from another page.
    """
    query = {key: st.query_params.get_all(key) for key in KEYS if key in st.query_params}
    now = QuestionFilter.from_state(st.session_state)
    linked = query and query != st.session_state.get("explored")
    # What was chosen may be gone from the library since.
    wanted = (QuestionFilter.from_query(query) if linked else now).within(choices)
    if wanted != now:
        write(wanted)


def tell(wanted: QuestionFilter) -> None:
    """Write the filter into the address."""
    query = wanted.to_query()
    if query != {key: st.query_params.get_all(key) for key in st.query_params}:
        st.query_params.from_dict(query)
    st.session_state["explored"] = query


def choose(choices: dict[str, list[str]], found: list[Entity]) -> QuestionFilter:
    """Draw the filter and give it."""
    names = {oid: qs.short(name) for oid, name in unique_names(found).items()}
    with st.container(horizontal=True, key="filter", gap="small"):
        st.text_input(
            "Search",
            key="q",
            type="search",
            placeholder="Words in a question or its rationale",
            max_chars=MAX_SEARCH,
            on_change=first_page,
            persist_state="session",
        )
        st.multiselect(
            "Persona or segment",
            choices["entity"],
            format_func=names.__getitem__,
            key="entity",
            placeholder="All",
            on_change=first_page,
            persist_state="session",
        )
        st.pills(
            "Weight",
            choices["weight"],
            format_func=lambda weight: cards.label(qs.weight_word(weight)),
            selection_mode="multi",
            key="weight",
            on_change=first_page,
            persist_state="session",
        )
        st.pills(
            "Fit",
            choices["fit"],
            format_func=cards.label,
            selection_mode="multi",
            key="fit",
            on_change=first_page,
            persist_state="session",
        )
        st.pills(
            "Kind",
            choices["kind"],
            format_func=KINDS.__getitem__,
            selection_mode="multi",
            key="kind",
            on_change=first_page,
            persist_state="session",
        )
    return QuestionFilter.from_state(st.session_state)


def chart(rows: list[qs.Row], wanted: QuestionFilter) -> None:
    """Draw the balance of the questions; its bars choose fit and weight."""
    counted = wanted.without_marks().apply(rows)
    cards.balance_heading(charts.balance_sentence(counted))
    if not counted:
        return
    cards.balance_legend()
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
    key = f"page-{st.session_state.get('list', 0)}"
    part, _, pages = qs.page_of(shown, st.session_state.get(key, 1), SIZE)
    for oid, name, kind, rows in qs.group_by_entity(part):
        evidence = evidence_of(oid)
        with st.container(gap="xsmall"):
            cards.group_heading(name, kind)
            for row in rows:
                cards.question(row, evidence)
    if pages > 1:
        st.pagination(pages, key=key)


def body() -> None:
    """Draw the page over what there is."""
    try:
        found, fictional = read_library()
    except OctaveError as error:
        cards.problem(error.message, title="The library cannot be read")
        return
    rows = qs.rows(found)
    choices = options(rows, found)
    arrive(choices)
    left, right = st.columns([5, 7], gap="large")
    with left:
        wanted = choose(choices, found)
        tell(wanted)
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
        if not rows:
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
            listing(shown, state.example_evidence if fictional else state.evidence_of(found))


cards.page_title(
    "Explore", "All qualifying questions in the library, and the sentence behind each."
)
body()
