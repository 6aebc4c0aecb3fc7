"""Generating an entity again from changed text: a new version, and which sentence moved what."""

from __future__ import annotations

import streamlit as st

from octave_api.contract.library import VersionResponse
from octave_api.errors import OctaveError
from pages.parts import entries, runs, state
from pages.parts.entries import Entry
from pages.parts.library import desk as desk


def area(found: VersionResponse) -> None:
    """Draw the sources as they were, to be changed."""
    oid, number = found.data.oid, found.about.version
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
    if not pressed:
        return
    typed = (str(st.session_state.get(key) or "") for key in (text_key, page_key))
    entry = Entry(*typed)
    if problem := entry_problem(entry):
        desk.say("Nothing was generated", problem, tone="wrong")
        st.rerun()
    with st.spinner("Reading the sources …"):
        _generate(oid, entry, strict=strict)
    st.rerun()


def entry_problem(entry: Entry) -> str:
    """Say what is missing, empty if nothing is."""
    return "" if entries.sources(entry) else "Paste a text or name a web page first."


def _generate(oid: str, entry: Entry, *, strict: bool) -> None:
    try:
        made = state.client().library.regenerate(oid, entries.sources(entry), strict=strict)
    except OctaveError as error:
        told = runs.explain(error, entry)
        sentences = told.sentences() or [error.message]
        desk.say("It was not generated", *sentences, "What you typed is kept.", tone="wrong")
        return
    desk.say(
        "Generated again",
        f"“{made.data.name}” is at version {made.version}. Below is what changed, and why.",
        undo=[made.change_oid],
    )
    st.session_state["library-turn-to"] = (made.version - 1, made.version)


def arrive() -> None:
    """Turn to the difference that a new version made, before the tabs are drawn."""
    if numbers := st.session_state.pop("library-turn-to", None):
        desk.turn_to("versions")
        desk.compare(*numbers)
