"""
Qualify: answer the questions about a prospect, and watch the score add up in the open.

Four areas: answering, the kept prospects, what is wrong with the questions, and tuning
them by cases whose outcome is known. A click or a key runs `qualify` alone.
"""

from __future__ import annotations

import streamlit as st

import pages
from octave_api.errors import OctaveError
from octave_api.scoring.prospects import MAX_NAME
from pages.parts import cards, messages
from pages.parts import questions as qs
from pages.parts.qualify import answer as qualify_answer
from pages.parts.qualify import check as qualify_check
from pages.parts.qualify import desks as desks
from pages.parts.qualify import look as qualify_look
from pages.parts.qualify import pool as qualify_pool
from pages.parts.qualify import prospects as qualify_prospects
from pages.parts.qualify import tune as qualify_tune
from pages.parts.qualify.pool import Pool

DRAWN = {
    "answer": qualify_answer.area,
    "prospects": qualify_prospects.area,
    "check": qualify_check.area,
    "tune": qualify_tune.area,
}


def chooser(found: Pool) -> None:
    """Draw who is qualified and against what, and the way to keep it."""
    now = desks.desk()
    with st.container(horizontal=True, vertical_alignment="bottom", key="qualify-bar"):
        st.multiselect(
            "Score against",
            list(dict.fromkeys([*found.offered, *now.chosen])),
            format_func=lambda name: qs.short(found.names[name]),
            key=desks.CHOSEN,
            placeholder="A persona or a segment, or several",
            on_change=desks.take_chosen,
            persist_state="session",
        )
        st.text_input(
            "Prospect",
            key=desks.NAME,
            placeholder="Name it to keep it",
            max_chars=MAX_NAME,
            on_change=desks.take_name,
            persist_state="session",
            width=230,
        )
        with st.container(horizontal=True, width="content"):
            st.button(
                "Save" if now.changed or not now.oid else "Saved",
                key="save",
                type="secondary",
                icon=":material/bookmark:",
                on_click=desks.save,
                args=(found,),
            )
            st.button("New", key="begin", type="tertiary", on_click=desks.begin, args=(found,))


def tell() -> None:
    """Draw what the last act left to say."""
    for left in desks.said():
        if left.tone == "wrong":
            cards.problem(*left.sentences, title=left.title)
        elif left.tone == "done":
            body = cards.label(" ".join(left.sentences))
            st.success(body, title=cards.label(left.title), icon=":material/check:")
        else:
            body = cards.label(" ".join(left.sentences))
            st.info(body, title=cards.label(left.title), icon=":material/info:")


@st.fragment
def qualify(kept: Pool) -> None:
    """Draw the page below its title."""
    found = qualify_pool.with_drafts(kept)
    chooser(found)
    tell()
    tabs = st.tabs(list(desks.AREAS.values()), key=desks.AREA, on_change="rerun")
    for area, tab in zip(desks.AREAS, tabs, strict=True):
        if tab.open:
            with tab:
                DRAWN[area](found)
    desks.tell()


pages.check()
cards.page_title("Qualify", "Answer the questions about a prospect and watch the score add up.")
qualify_look.styles()
try:
    pool = qualify_pool.read()
except OctaveError as error:
    cards.problem(error.message, title="The library cannot be read")
else:
    if pool.note is not None:
        messages.notice(*pool.note)
    desks.arrive(qualify_pool.with_drafts(pool))
    qualify(pool)
