"""
Library: everything that is kept. Find it, change it, see what changed, take it along.

The list, one open entity, what entities are made with, importing, and what was done lately;
every act can be undone.
"""

from __future__ import annotations

import streamlit as st

import pages
from octave_api.errors import NotOfferedError, OctaveError
from pages.parts import cards
from pages.parts.library import again as library_again
from pages.parts.library import changes as library_changes
from pages.parts.library import desk as desk
from pages.parts.library import entity as library_entity
from pages.parts.library import items as library_items
from pages.parts.library import listing as library_list
from pages.parts.library import look as library_look
from pages.parts.library import taking_in as library_import


def tell() -> None:
    """Draw what the last act came to, with the way back."""
    left = desk.said()
    if left is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="library-said", wrap=False):
        with st.container(width="stretch", gap=None):
            if left.tone == "wrong":
                cards.problem(*left.sentences, title=left.title)
            else:
                told = " ".join(left.sentences)
                cards.html(
                    f'<div class="ox" role="status"><strong>{cards.escape(left.title)}.</strong> '
                    f"{cards.bdi(told)}</div>"
                )
        if left.undo:
            label = left.back if left.back == "Redo" else "Undo"
            st.button(
                label,
                key="library-undo",
                icon=":material/undo:" if label == "Undo" else ":material/redo:",
                on_click=desk.undo,
                args=(left.undo,),
            )
        st.button("Dismiss", key="library-hush", type="tertiary", on_click=desk.hush)


def nowhere() -> None:
    """Draw that the connection in use keeps no library that can be read."""
    cards.html(
        '<div class="ox ox-empty"><h2>No library here</h2><p class="ox-soft">The connection in '
        "use generates, but it offers none of the calls that this page needs: search, versions, "
        "undo and import are ours, and Octave’s cloud does not have them. What you keep there is "
        "in Octave itself. The embedded engine and a server of your own have a library.</p></div>"
    )
    st.page_link("pages/connect.py", label="Choose a connection", icon=":material/cable:")


def areas() -> None:
    """Draw the areas of the page, the open one only."""
    found = library_list.find()
    tabs = st.tabs(list(desk.AREAS.values()), key=desk.AREA, on_change="rerun")
    for area, tab in zip(desk.AREAS, tabs, strict=True):
        if tab.open:
            with tab:
                if area == "entities":
                    library_list.area(found)
                elif area == "with":
                    library_items.area()
                elif area == "import":
                    library_import.area()
                else:
                    library_changes.area()


pages.check()
cards.page_title("Library", "Find, change and take along what is kept; every change can be undone.")
library_look.styles()
desk.arrive()
library_again.arrive()
tell()
try:
    if oid := desk.opened():
        library_entity.area(oid)
    else:
        areas()
except NotOfferedError:
    nowhere()
except OctaveError as error:
    cards.problem(error.message, title="The library cannot be read")
desk.tell()
