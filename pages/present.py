"""
Present: one persona or segment, one thing at a time, for a room to read.

The address says which entity and which slide, so a reload changes nothing. The
arrow keys and a clicker turn the slides, up and down turn to the next entity, Escape
leaves.
"""

from __future__ import annotations

import streamlit as st

import pages
from pages.parts import cards, examples, messages, present, recall, slides
from pages.parts.entities import Entity


def go(name: str, step: int = 0) -> None:
    """Turn to a slide; the first one needs no number."""
    place = {"step": str(step)} if step else {}
    st.query_params.from_dict({"entity": name, **place})


def step_asked(slides_there: int) -> int:
    """Give the slide that the address asks for, within bounds, the first if it is no number."""
    asked = st.query_params.get("step", "0")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 else 0
    return min(number, slides_there - 1)


def turn(label: str, key: str, to: tuple[str, int] | None, *, keyboard: str) -> None:
    """Draw a button that turns to a slide, dead where there is none; its key stands on it."""
    st.button(
        label,
        key=key,
        shortcut=keyboard,
        disabled=to is None,
        on_click=go,
        args=to or ("", 0),
    )


def controls(lineup: recall.Lineup, name: str, step: int, count: int) -> None:
    """Draw where one is, and the ways on."""
    with st.container(key="present-controls", horizontal=True, vertical_alignment="center"):
        back = (name, step - 1) if step else None
        following = (name, step + 1) if step + 1 < count else None
        turn("Back", "back", back, keyboard="Left")
        turn("Next", "next", following, keyboard="Right")
        cards.place(step + 1, count)
        if len(lineup.names) > 1:
            before, after = lineup.beside(-1), lineup.beside(1)
            for word, key, to, keyboard in (
                ("Previous", "before", before, "Up"),
                ("Next", "after", after, "Down"),
            ):
                label = f"{word} {recall.kind_of_name(to or name)}"
                turn(label, key, (to, 0) if to else None, keyboard=keyboard)
        leave(name)


def leave(name: str) -> None:
    """Draw the way out, back to what is presented."""
    if st.button("Exit", key="exit", icon=":material/close:", shortcut="Escape"):
        st.switch_page("pages/generate.py", query_params={"result": name} if name else None)


def body() -> None:
    """Draw the slide that the address names."""
    asked = st.query_params.get("entity", "")
    with st.spinner("Opening …"):
        lineup = recall.lineup(asked)
        name = lineup.names[lineup.place]
        outcome = recall.find(name)
    entity: Entity | None = outcome.entity
    if entity is None:
        with st.container(key="stage"):
            messages.nothing_back(outcome.failure)
        with st.container(key="present-controls", horizontal=True):
            leave("")
        return
    evidence = outcome.evidence
    hide = bool(st.session_state.get("hide_typical"))
    deck = slides.deck(entity, evidence, hide_typical=hide)
    step = step_asked(len(deck))
    texts = [source.text for source in evidence.sources] if evidence else []
    fictional = bool(outcome.example) or examples.is_fictional(texts)
    present.slide(deck[step], entity, evidence, fictional=fictional)
    present.clicker()
    controls(lineup, name, step, len(deck))


pages.check()
with st.container(key="present"):
    body()
