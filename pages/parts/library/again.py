"""
Generating an entity again from changed text: a new version, and which sentence moved what.

The call is a run like those of the first page: it shows how far it is and can be stopped, and
goes on while one looks at something else.
"""

from __future__ import annotations

import streamlit as st

from octave_api.contract import Kind
from octave_api.contract.library import VersionResponse
from octave_api.errors import OctaveError
from pages.parts import cards, entries, run_view, runs, state
from pages.parts.entities import kind_of
from pages.parts.entries import Entry
from pages.parts.library import desk as desk
from pages.parts.runs import Run

RUNS = "library-runs"
PATIENCE = 0.3
"""Seconds: what comes sooner needs no line of progress."""


def area(found: VersionResponse) -> None:
    """Draw the sources as they were, to be changed."""
    oid, number = found.data.oid, found.about.version
    if (run := _runs().get(oid)) is not None:
        _progress(oid, run)
        return
    sources = found.evidence.sources
    texts = [one.text for one in sources if one.type != "URL"]
    pages = [one.value for one in sources if one.type == "URL"]
    st.caption(
        "Change what it is made from. The result is a new version; the difference tells which "
        "claims moved and which sentence caused it. Changes by hand are in the versions before."
    )
    if not sources:
        st.caption("It was made without a source: paste one.")
    text_key, page_key = f"again-text-{oid}-{number}", f"again-pages-{oid}-{number}"
    st.text_area(
        "Text",
        "\n\n".join(texts),
        key=text_key,
        height=360,
        on_change="ignore",
        persist_state="session",
    )
    st.text_area(
        "Web pages",
        "\n".join(pages),
        key=page_key,
        height=80,
        placeholder="One address a line; they are read again",
        on_change="ignore",
        persist_state="session",
    )
    strict = st.toggle(
        "Leave out what is typical",
        key="again-strict",
        on_change="ignore",
        help="Keep only what the source says and what follows from it.",
    )
    pressed = st.button(
        "Generate again", key="library-again", type="primary", icon=":material/refresh:"
    )
    if pressed:
        typed = (str(st.session_state.get(key) or "") for key in (text_key, page_key))
        _start(oid, kind_of(found.data), Entry(*typed), strict=strict)
        st.rerun()


def _runs() -> dict[str, Run]:
    """Give the runs of this session that nobody has taken note of yet, by oId."""
    found: dict[str, Run] = st.session_state.setdefault(RUNS, {})
    return found


def _start(oid: str, kind: Kind, entry: Entry, *, strict: bool) -> None:
    if problem := entry_problem(entry):
        desk.say("Nothing was generated", problem, tone="wrong")
        return
    try:
        run = runs.again(state.client(), kind, oid, entry, strict=strict)
    except OctaveError as error:
        desk.say("It was not generated", error.message, "What you typed is kept.", tone="wrong")
        return
    _runs()[oid] = run
    run.wait(PATIENCE)


def entry_problem(entry: Entry) -> str:
    """Say what is missing, empty if nothing is."""
    return "" if entries.sources(entry) else "Paste a text or name a web page first."


def _progress(oid: str, run: Run) -> None:
    """Draw how far a run is, or what may still come of one that was stopped."""
    if not run.cancelled:
        # Should it have ended this very moment, the line of progress asks for the page again.
        run_view.progress(run)
        return
    cards.html('<div class="ox ox-soft">You stopped it. What you typed is kept.</div>')
    run_view.aftermath(run)
    st.button("Back to the text", key="again-back", on_click=_forget, args=(oid,))


def _forget(oid: str) -> None:
    _runs().pop(oid, None)


def arrive() -> None:
    """Tell what came of the open entity's run, and turn to the difference that it made."""
    oid = desk.opened()
    run = _runs().get(oid)
    if run is None or run.running:
        return
    outcome = run.outcomes[0]
    if outcome.cut_off or outcome.kept_all_the_same:
        return
    _runs().pop(oid)
    if outcome.entity is not None and outcome.answer is not None:
        number = int(outcome.answer["version"])
        desk.say(
            "Generated again",
            f"“{outcome.entity.name}” is at version {number}. Below is what changed, and why.",
            undo=[str(outcome.answer["changeOId"])],
        )
        if st.session_state.get(desk.VIEW) == desk.VIEWS["again"]:
            desk.turn_to("versions")
            desk.compare(number - 1, number)
    elif outcome.failure is not None:
        sentences = outcome.failure.sentences()
        desk.say("It was not generated", *sentences, "What you typed is kept.", tone="wrong")
    else:
        desk.say("Stopped", "Nothing was changed; what you typed is kept.")
