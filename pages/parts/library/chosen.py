"""What can be done with several entities at once: export, tags, archive, delete, open."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from octave_api.contract import Evidence
from octave_api.contract.library import Saved
from octave_api.errors import OctaveError
from pages.parts import exports, runs, state
from pages.parts.library import desk as desk
from pages.parts.library import words as words
from pages.parts.library.desk import Pick

MOST_OPENED = 20
"""So many can be opened on another page by a link."""
SIDES = ("a", "b", "c")
"""The places of the Compare page, by their names in its address."""


def reader() -> exports.EvidenceOf:
    """Give what reads evidence outside of the session; one that cannot be read is none."""
    client = state.client()

    def read(oid: str) -> Evidence | None:
        try:
            return runs.read_evidence(client, oid)
        except OctaveError:
            return None

    return read


def bar() -> None:
    """Draw what is chosen and what can be done with it, if anything is."""
    picks = list(desk.chosen().values())
    if not picks:
        return
    counted = f"{len(picks):,}"
    with st.container(
        horizontal=True, vertical_alignment="center", key="library-chosen", gap="small"
    ):
        st.markdown(f"**{counted} chosen**", width="content")
        exports.menu([pick.entity for pick in picks], reader(), key="library-export")
        with st.popover("Tag", icon=":material/label:", key="library-tag-them"):
            _tagging(picks)
        aside = [pick for pick in picks if pick.archived]
        if len(aside) < len(picks):
            here = [pick for pick in picks if not pick.archived]
            _button("Archive", "archive", ":material/archive:", here)
        if aside:
            _button("Take out of the archive", "unarchive", ":material/unarchive:", aside)
        _button("Delete", "delete", ":material/delete:", picks)
        if len(picks) <= MOST_OPENED:
            names = {"entity": [pick.entity.oid for pick in picks]}
            st.page_link("pages/explore.py", label="Explore", query_params=names, width="content")
            st.page_link("pages/qualify.py", label="Qualify", query_params=names, width="content")
        if 1 < len(picks) <= len(SIDES):
            sides = {side: pick.entity.oid for side, pick in zip(SIDES, picks, strict=False)}
            st.page_link("pages/compare.py", label="Compare", query_params=sides, width="content")
        st.button("Choose none", key="library-none", type="tertiary", on_click=desk.choose_none)


def _tagging(picks: list[Pick]) -> None:
    st.multiselect(
        "Add tags",
        [one.tag for one in state.client().library.tags()],
        key="library-add-tags",
        accept_new_options=True,
        placeholder="Choose or type",
    )
    st.button("Add to all chosen", key="library-add-them", on_click=add_tags, args=(picks,))


def add_tags(picks: list[Pick]) -> None:
    """Give all chosen entities these tags beside their own; for callbacks."""
    new = [str(tag).strip() for tag in st.session_state.get("library-add-tags") or []]
    library = state.client().library

    def tag(pick: Pick) -> Callable[[], Saved]:
        return lambda: library.tag(pick.entity.oid, sorted({*pick.tags, *new}))

    if not any(new):
        desk.say("There is no tag yet", "Choose or type one first.", tone="wrong")
        return
    wanted = [pick for pick in picks if not set(new) <= set(pick.tags)]
    if desk.act("Tagged", f"{_all(wanted)}: {', '.join(new)}.", *(tag(one) for one in wanted)):
        st.session_state["library-add-tags"] = []
    desk.choose_none()


def _button(title: str, method: str, icon: str, picks: list[Pick]) -> None:
    st.button(title, key=f"library-{method}-them", icon=icon, on_click=them, args=(method, picks))


def them(method: str, picks: list[Pick]) -> None:
    """Archive, unarchive or delete all chosen entities; for callbacks."""
    library = state.client().library
    calls: dict[str, tuple[str, Callable[[str], Saved]]] = {
        "archive": ("Archived", library.archive),
        "unarchive": ("Taken out of the archive", library.unarchive),
        "delete": ("Deleted", library.delete),
    }
    title, call = calls[method]

    def one(pick: Pick) -> Callable[[], Saved]:
        return lambda: call(pick.entity.oid)

    desk.act(title, f"{_all(picks)}.", *(one(pick) for pick in picks))
    desk.choose_none()


def _all(picks: list[Pick]) -> str:
    return words.names([pick.entity.name for pick in picks])
