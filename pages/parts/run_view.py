"""
A run on the page: how far it is, what came of each item, what a stopped call still made.

Draws only; the run itself is `runs`.
"""

from __future__ import annotations

import streamlit as st

from octave_api.contract import Kind
from pages.parts import cards, entries, messages, runs, state
from pages.parts.evidence import share
from pages.parts.runs import Outcome, Run


@st.fragment(run_every=0.4)
def progress(run: Run) -> None:
    """Draw how far each item is, again and again until the run ends."""
    if not run.running:
        if not run.shown:
            st.rerun()
        # A tick that was on its way while the page drew the result has the address of before:
        # to run the page with it would bring the last result back.
        return
    done = sum(1 for outcome in run.outcomes if outcome.stage in ("done", "failed"))
    noun = run.kind if len(run.outcomes) == 1 else f"{run.kind}s"
    verb = "Reading back" if any(outcome.oid for outcome in run.outcomes) else "Generating"
    title = f"{verb} {len(run.outcomes)} {noun}: {done} done"
    # Its own block would call the run complete each time that it is drawn.
    with st.status(title, expanded=True).container(gap="xsmall"):
        for outcome in run.outcomes:
            messages.step(outcome)
    st.button("Stop", key="stop", icon=":material/stop:", on_click=run.cancel)


def outcomes(run: Run, *, desk: str, kind: Kind) -> Outcome | None:
    """Draw every item in its order, the good ones to choose from; give the chosen one."""
    run.shown = True
    good = [n for n, outcome in enumerate(run.outcomes) if outcome.stage == "done"]
    key = f"shown:{desk}:{kind}"
    if st.session_state.get(key) not in good:
        st.session_state[key] = good[0] if good else None
    shown: int | None = st.session_state[key]
    if len(run.outcomes) > 1:
        with st.container(key="outcomes", horizontal=True, gap="xsmall"):
            for n, outcome in enumerate(run.outcomes):
                one(outcome, n, key, desk=desk, chosen=n == shown)
    elif not good and run.outcomes[0].oid:
        for failure in (one.failure for one in run.outcomes):
            messages.nothing_back(failure)
        st.page_link(
            "pages/library.py", label="See what is in the library", icon=":material/folder_open:"
        )
    elif not good:
        messages.nothing_made(kind, stopped=run.cancelled)
    aftermath(run)
    return run.outcomes[shown] if shown is not None else None


def aftermath(run: Run) -> None:
    """Draw what became of calls that were on their way when somebody stopped the run."""
    if any(outcome.cut_off for outcome in run.outcomes):
        st.fragment(still_coming, run_every=1.0)(run)
    for n, outcome in enumerate(run.outcomes):
        if outcome.kept_all_the_same and outcome.entity is not None:
            with st.container(horizontal=True, vertical_alignment="center", key=f"late-{n}"):
                messages.made_all_the_same(run.kind, outcome.entity.name)
                st.button("Open it", key=f"accept-{n}", on_click=outcome.accept)


def still_coming(run: Run) -> None:
    """Draw that a stopped call is not answered yet, until it is."""
    # A tick may still have the address of before, and to run the page with that would bring
    # the last result back; the next one has the address that the page wrote.
    fresh = st.query_params.get_all("result") == st.session_state.get("told", [])
    if fresh and not any(outcome.cut_off for outcome in run.outcomes):
        st.rerun()
    messages.on_its_way(run.kind)


def one(outcome: Outcome, n: int, key: str, *, desk: str, chosen: bool) -> None:
    """Draw one item of a run: a choice, or what went wrong and where that is said."""
    if outcome.entity is None or outcome.stage != "done":
        words = runs.stage_words(outcome)
        if outcome.failure and state.stands_at(desk, n, outcome.entry):
            st.button(
                f"{n + 1}. Not made: see what is wrong",
                key=f"wrong-{n}",
                icon=":material/error:",
                on_click=state.turn_to,
                args=(desk, n),
            )
        elif outcome.failure:
            about = f"Item {n + 1}: {entries.describe(outcome.entry)}"
            cards.problem(*outcome.failure.sentences(), title=about)
        else:
            cards.html(f'<div class="ox ox-soft">Item {n + 1}. {cards.escape(words)}</div>')
        return
    claims = outcome.evidence.claims if outcome.evidence else []
    counted = f" :gray[{share(claims).sentence()}]" if claims else ""
    name = f"{n + 1}. {cards.label(outcome.entity.name)}"
    st.button(
        f"{f'**{name}**' if chosen else name}{counted}",
        key=f"show-{n}",
        type="secondary",
        icon=":material/check:" if chosen else None,
        on_click=st.session_state.__setitem__,
        args=(key, n),
    )
