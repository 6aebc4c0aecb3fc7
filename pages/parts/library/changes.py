"""Recent changes: what was done to the library, by whom and when, each with its undo."""

from __future__ import annotations

import streamlit as st

from octave_api.contract.library import ChangeInfo
from octave_api.errors import OctaveError
from pages.parts import cards, state
from pages.parts.library import desk as desk
from pages.parts.library import words as words

SIZE = 20
"""Changes on a page."""
_PAGE = "changes-page"


def area() -> None:
    """Draw the changes, newest first."""
    page = int(st.session_state.get(_PAGE) or 1)
    try:
        found = state.client().library.changes(limit=SIZE, offset=SIZE * (page - 1))
    except OctaveError as error:
        cards.problem(error.message, title="The changes cannot be read")
        return
    if not found.total:
        st.info(
            "What you generate, edit, archive, merge, import or delete is listed here.",
            title="No changes yet",
            icon=":material/history:",
        )
        return
    st.caption(
        "A change can be undone until what it touched is changed again; undo the later one "
        "first, or restore a version. An undo can be undone too."
    )
    with st.container(key="library-rows"):
        for one in found.data:
            _change(one)
    if found.total > SIZE:
        st.pagination(-(-found.total // SIZE), key=_PAGE)


def _change(one: ChangeInfo) -> None:
    oid = one.oid.replace("_", "-")
    by = f"by {one.author} · " if one.author else ""
    with st.container(
        horizontal=True, vertical_alignment="center", key=f"row-change-{oid}", wrap=False
    ):
        with st.container(gap=None, width="stretch"):
            cards.html(
                f'<div class="ox"><strong>{cards.bdi(words.done(one.action))}</strong> '
                f"{cards.bdi(words.names(one.names))}"
                f'<div class="ox-small ox-soft">{cards.bdi(by + words.moment(one.at))}</div></div>'
            )
        if one.undoable:
            st.button(
                "Undo",
                key=f"undo-{oid}",
                icon=":material/undo:",
                on_click=desk.undo,
                args=([one.oid],),
            )
