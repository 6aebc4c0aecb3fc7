"""
Prospects: all that are kept, best match first; open one, delete one, take all along.

Draws only; they are ranked in `octave_api.prospect_table`.
"""

from __future__ import annotations

import streamlit as st

from octave_api import prospect_table
from octave_api.errors import NotFoundError, NotOfferedError, OctaveError
from octave_api.prospect_table import Line
from octave_api.scoring.prospects import Prospect
from pages.parts import cards, paging, state
from pages.parts.qualify import desks as desks
from pages.parts.qualify import score as qualify_score
from pages.parts.qualify.pool import Pool

SIZE = 20
"""Prospects on a page."""
READ = 100
"""Prospects that are read at a time."""
MOST = 1_000
"""Prospects that are ranked, newest first."""


def read() -> list[Prospect]:
    """Read the kept prospects, newest first."""
    found: list[Prospect] = []
    while len(found) < MOST:
        page = state.client().prospects(limit=READ, offset=len(found))
        found += page.data
        if not page.has_next or not page.data:
            break
    return found


def open_one(prospect: Prospect, found: Pool) -> None:
    """Put a prospect on the desk and go there."""
    desks.put(desks.opened(prospect, found))
    desks.to_widgets(desks.desk())
    st.session_state[desks.AREA] = desks.AREAS["answer"]


def delete_one(prospect: Prospect) -> None:
    """Delete a prospect, and say what came of it."""
    try:
        state.client().delete_prospect(prospect.oid)
    except OctaveError as error:
        gone = isinstance(error, NotFoundError) and not isinstance(error, NotOfferedError)
        if not gone:
            desks.say("wrong", "It was not deleted", error.message)
            return
    desks.forget(prospect.oid)
    desks.say("done", "Deleted", f"“{prospect.name}” is gone.")


def area(found: Pool) -> None:
    """Draw the area."""
    try:
        kept = read()
    except NotOfferedError:
        st.info(
            "The server in use keeps no prospects. Those of a library of your own stand here.",
            title="No prospects here",
            icon=":material/info:",
        )
        return
    except OctaveError as error:
        cards.problem(error.message, title="The prospects cannot be read")
        return
    if not kept:
        st.info(
            "Answer some questions, name the prospect and save it: it will stand here, ranked.",
            title="No prospects yet",
            icon=":material/info:",
        )
        return
    lines = prospect_table.table(kept, found.sets, found.names, qualify_score.points())
    _head(lines, found)
    part, pages = paging.part_of(list(enumerate(lines, 1)), "prospects-page", SIZE)
    for place, line in part:
        _line(place, line, found)
    paging.turner("prospects-page", pages)


def _head(lines: list[Line], found: Pool) -> None:
    noun = "prospect" if len(lines) == 1 else "prospects"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(f"{len(lines):,} {noun}, best match first", anchor=False)
        # A box of their own, so that on a narrow screen they wrap together.
        with st.container(horizontal=True, width="content", gap="xsmall"):
            qualify_score.formula("prospects")
            st.download_button(
                "CSV",
                lambda: prospect_table.to_csv(lines),
                "prospects.csv",
                "text/csv",
                key="prospects-csv",
                icon=":material/download:",
                on_click="ignore",
            )
            st.download_button(
                "JSON",
                lambda: prospect_table.to_json(lines).encode(),
                "prospects.json",
                "application/json",
                key="prospects-json",
                icon=":material/download:",
                on_click="ignore",
            )


def _line(place: int, line: Line, found: Pool) -> None:
    oid = line.prospect.oid.replace("_", "-")
    with st.container(
        horizontal=True, vertical_alignment="center", border=True, key=f"prospect-{oid}"
    ):
        card = line.card
        if card is None:
            told = '<span class="ox-soft">What it was held against is no longer here</span>'
        else:
            told = (
                f"{qualify_score.short_score(card)} {qualify_score.verdict_badge(card)} "
                f'<span class="ox-soft">{cards.bdi(line.name)} · '
                f"{round(100 * card.coverage)}% answered</span>"
            )
        day = cards.escape(line.prospect.updated_at[:10])
        with st.container(width="stretch", gap=None):
            cards.html(
                f'<div class="ox ox-find"><h3>{place}. {cards.bdi(line.prospect.name)}</h3>',
                f'<div>{told} <span class="ox-soft ox-small">· '
                f'<span class="ox-day">saved {day}</span></span></div></div>',
            )
        with st.container(horizontal=True, width="content"):
            st.button("Open", key=f"open-{oid}", on_click=open_one, args=(line.prospect, found))
            with st.popover("Delete", key=f"ask-delete-{oid}"):
                st.markdown("It cannot be brought back.")
                st.button(
                    "Delete for good",
                    key=f"delete-{oid}",
                    on_click=delete_one,
                    args=(line.prospect,),
                )
