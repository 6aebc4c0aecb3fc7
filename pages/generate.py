"""
Generate: paste a text or an address, choose what to make of it, read the result.

The first paint shows a fictional company, run live; one's own text has a desk of its own.
The result is named in the address, so that a reload brings it back.
"""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import pages
from octave_api.contract import Kind
from octave_api.errors import OctaveError
from pages.parts import (
    cards,
    context,
    entries,
    examples,
    exports,
    messages,
    present,
    recall,
    result,
    run_view,
    runs,
    state,
)
from pages.parts.recall import KINDS
from pages.parts.runs import Outcome

# A library answers faster than a reader sees; only a slow one is worth a line of progress.
PATIENCE = 1.5
DESKS: dict[str, str] = {example.key: example.company for example in examples.EXAMPLES} | {
    state.OWN: "Your own"
}


def turn_desk() -> None:
    """Choose what the example suits best; one's own desk keeps the choice."""
    example = examples.by_key(st.session_state["desk"])
    if example:
        st.session_state["make"] = example.kind


def desk_and_kind() -> tuple[str, Kind]:
    """Give what is chosen, whether or not the form is on the page."""
    return (
        st.session_state.get("desk", examples.EXAMPLES[0].key),
        st.session_state.get("make", examples.EXAMPLES[0].kind),
    )


def arrive() -> None:
    """Follow the address when it is not the one that this page wrote itself."""
    asked = st.query_params.get_all("result")
    if not asked or asked == st.session_state.get("told"):
        return
    st.session_state["told"] = asked
    if read := recall.read_example(asked[0]):
        st.session_state["desk"], st.session_state["make"] = read[0].key, read[1]
        return
    kind = recall.kind_of_oid(asked[0])
    oids = [oid for oid in dict.fromkeys(asked) if recall.kind_of_oid(oid) == kind]
    if here := recall.made_here(oids):
        st.session_state["desk"], st.session_state["make"] = here[0], here[1].kind
        return
    st.session_state["desk"], st.session_state["make"] = state.OWN, kind
    try:
        back = runs.recall(state.client(), kind, oids)
    except OctaveError as error:
        st.session_state[f"problems:{state.OWN}"] = {0: entries.Problem(error.message)}
        return
    state.keep_run(state.OWN, kind, back)
    st.session_state["folded"] = True
    back.wait(PATIENCE)


def tell(desk: str, kind: Kind, *, running: bool) -> None:
    """Write what is shown into the address; the very first view needs no words there."""
    run = state.run(desk, kind)
    if running:
        # A line of progress asks for the page again with the address that the browser last saw:
        # were it changed here, the old result would come back in place of the new one.
        return
    first, example = examples.EXAMPLES[0], examples.by_key(desk)
    if run is not None:
        given = [
            one.entity.oid if one.entity and one.stage == "done" else one.oid
            for one in run.outcomes
        ]
        names = [oid for oid in given if oid]
    elif example is not None and (example, kind) != (first, first.kind):
        names = [recall.example_name(example, kind)]
    else:
        names = []
    if names != st.query_params.get_all("result"):
        st.query_params.from_dict({"result": names} if names else {})
    st.session_state["told"] = names


def generate(desk: str, kind: Kind) -> None:
    """Start a run of what is typed, unless there is nothing to send."""
    typed = [state.entry(desk, number) for number in state.items(desk)]
    problems = {n: found for n, e in enumerate(typed) if (found := entries.check(e, noun=kind))}
    st.session_state[f"problems:{desk}"] = problems
    if problems:
        # An item's complaint is of no use in a tab that nobody sees.
        state.turn_to(desk, min(problems))
        return
    try:
        state.keep_run(desk, kind, runs.start(state.client(), kind, typed))
    except OctaveError as error:
        st.session_state[f"problems:{desk}"] = {0: entries.Problem(error.message)}
    else:
        st.session_state["folded"] = True


def under_way(desk: str, kind: Kind) -> bool:
    """Tell whether items of this desk are still to come."""
    run = state.run(desk, kind)
    return run is not None and run.running


def folded(desk: str, kind: Kind) -> bool:
    """Tell whether the form makes room: it was asked to, and nothing in it needs mending."""
    run = state.run(desk, kind)
    in_order = run is None or all(
        outcome.stage in ("waiting", "reading", "evidence", "done") for outcome in run.outcomes
    )
    something = run is not None or examples.by_key(desk) is not None
    problems = st.session_state.get(f"problems:{desk}")
    return bool(st.session_state.get("folded")) and in_order and something and not problems


def brief(desk: str, kind: Kind) -> bool:
    """Tell whether a narrow screen has the result first: an example that nobody touched."""
    problems = st.session_state.get(f"problems:{desk}")
    asked = "folded" in st.session_state
    return not (asked or problems or state.run(desk, kind)) and examples.by_key(desk) is not None


def fold(*, away: bool) -> None:
    """Put the form away, or bring it back."""
    st.session_state["folded"] = away


def form() -> tuple[str, Kind, DeltaGenerator]:
    """Draw what to read and what to make of it; give the place of what it is read with."""
    desk = st.pills(
        "Start from",
        list(DESKS),
        format_func=DESKS.__getitem__,
        default=examples.EXAMPLES[0].key,
        required=True,
        key="desk",
        on_change=turn_desk,
        persist_state="session",
    )
    example = examples.by_key(desk)
    if example:
        st.caption(f"Fictional example: {example.about}")
    kind: Kind = st.segmented_control(
        "Make a",
        KINDS,
        format_func=str.capitalize,
        default=KINDS[0],
        required=True,
        key="make",
        persist_state="session",
    )
    key = "input-wide" if brief(desk, kind) else "input"
    with st.container(key=key, gap="xsmall"):
        with_what = boxes(desk, kind)
    return desk, kind, with_what


def boxes(desk: str, kind: Kind) -> DeltaGenerator:
    """Draw what is read, item by item, and the buttons under it; give a place between them."""
    numbers, example = state.items(desk), examples.by_key(desk)
    if len(numbers) == 1:
        item(desk, kind, numbers[0], example.text if example else "")
    else:
        tabs = st.tabs(state.item_names(desk), key=f"tab:{desk}", on_change="rerun")
        for place, tab in enumerate(tabs):
            with tab:
                first = example.text if example and numbers[place] == 0 else ""
                item(desk, kind, numbers[place], first)
    with_what = st.container(horizontal=True, key="context")
    with st.container(horizontal=True):
        st.button(
            "Generate",
            type="primary",
            key="generate",
            icon=":material/auto_awesome:",
            on_click=generate,
            args=(desk, kind),
        )
        st.button(
            f"Add another {kind}",
            key="add",
            icon=":material/add:",
            on_click=state.add_item,
            args=(desk,),
        )
    return with_what


def item(desk: str, kind: Kind, number: int, first: str) -> None:
    """Draw the boxes of one item, and what was wrong with it the last time."""
    place = state.items(desk).index(number)
    st.text_area(
        "Text",
        value=first,
        height=150,
        key=f"text:{desk}:{number}",
        placeholder="Paste an ICP, a web page, call notes, a job ad …",
        persist_state="session",
    )
    st.text_area(
        "Web pages, one address a line",
        height=68,
        key=f"urls:{desk}:{number}",
        placeholder="https://example.com/customers",
        persist_state="session",
    )
    pasted = entries.only_urls(state.entry(desk, number).text)
    if pasted:
        noun = "the address" if len(pasted) == 1 else f"the {len(pasted)} addresses"
        st.caption(f"The text holds only addresses: {noun} will be read as web pages.")
    for message in trouble(desk, kind, place):
        cards.failure(message)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "Name (optional)",
            key=f"name:{desk}:{number}",
            max_chars=120,
            placeholder="Found in the text if left empty",
            persist_state="session",
        )
        if len(state.items(desk)) > 1:
            st.button(
                "Remove",
                key=f"remove:{desk}:{number}",
                icon=":material/close:",
                on_click=state.remove_item,
                args=(desk, number),
            )


def trouble(desk: str, kind: Kind, place: int) -> list[runs.Failure]:
    """Give what was wrong with an item: before it was sent, or in the last run."""
    found: list[runs.Failure] = []
    problem = st.session_state.get(f"problems:{desk}", {}).get(place)
    if problem:
        found.append(runs.Failure(problem.message))
    run = state.run(desk, kind)
    if run and place < len(run.outcomes) and not problem:
        outcome = run.outcomes[place]
        if outcome.failure and not outcome.oid and state.stands_at(desk, place, outcome.entry):
            found.append(outcome.failure)
    return found


def find_outcome(desk: str, kind: Kind, *, running: bool) -> Outcome | None:
    """Give what to show: the last run's, or an example's own; None while there is nothing."""
    run = state.run(desk, kind)
    if run is not None:
        if running:
            run_view.progress(run)
            return None
        return run_view.outcomes(run, desk=desk, kind=kind)
    example = examples.by_key(desk)
    if example is None:
        messages.nothing_yet(kind)
        return None
    with st.spinner("Reading the example …"):
        outcome = state.example_outcome(example.text, kind)
    if outcome.failure:
        cards.failure(outcome.failure)
    return outcome if outcome.entity else None


def toolbar(outcome: Outcome | None, *, away: bool, both: bool) -> None:
    """
    Draw what can be done with the view: see the form or not, present the result.

    With `both` the width of the screen decides which of the two ways to the form shows.
    """
    if away or both:
        st.button(
            "Edit input",
            key="unfold-narrow" if both else "unfold",
            icon=":material/edit:",
            on_click=fold,
            kwargs={"away": False},
        )
    if outcome is not None and not away:
        st.button(
            "Hide input",
            key="fold-wide" if both else "fold",
            icon=":material/left_panel_close:",
            on_click=fold,
            kwargs={"away": True},
        )
    if outcome is not None:
        present.button(recall.name_of(outcome))
        entity, evidence = outcome.entity, outcome.evidence
        exports.menu([entity] if entity else [], lambda _: evidence, key="export")


pages.check()
arrive()
desk, kind = desk_and_kind()
# Asked once: a run that ends while the page is drawn would be over for one half of it only, a
# result beside a form that does not say what failed. Its line of progress then asks for the page.
running = under_way(desk, kind)
state.refill(state.OWN, state.run(state.OWN, kind))
away = folded(desk, kind)
with st.container(key="head", horizontal=True, vertical_alignment="center"):
    about = "" if away else "A text or a web page in; a persona or segment out."
    cards.page_title("Generate", about, alone=away)
    tools = st.container(horizontal=True, width="content", gap="small")
with st.container(key="desk-and-view"):
    # Put away, the form is hidden and not left out: the browser would forget what is typed in it.
    left, right = st.columns([4, 7], gap="large")
with left, st.container(key="form", gap="xsmall"):
    desk, kind, with_what = form()
with right:
    outcome = find_outcome(desk, kind, running=running)
    if outcome is not None:
        fictional = examples.is_fictional([outcome.entry.text])
        result.glance(outcome, fictional=fictional)
with tools:
    toolbar(outcome, away=away, both=not away and brief(desk, kind))
tell(desk, kind, running=running)
if outcome is not None:
    result.details(outcome)
# Last, because the library may have to be asked for it, and the result is waited for.
with with_what:
    context.choose()
