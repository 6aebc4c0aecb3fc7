"""The versions of an entity: who made which and when, what changed between two, and back again."""

from __future__ import annotations

import streamlit as st

from octave_api.contract.library import VersionInfo, VersionResponse
from octave_api.errors import OctaveError
from pages.parts import cards, paging, state
from pages.parts.library import desk as desk
from pages.parts.library import diff as library_diff
from pages.parts.library import words as words

SIZE = 20
"""Versions on a page."""


def area(found: VersionResponse) -> None:
    """Draw the versions and the difference of two of them."""
    oid = found.data.oid
    try:
        versions = state.client().library.versions(oid)
    except OctaveError as error:
        cards.problem(error.message, title="The versions cannot be read")
        return
    numbers = {one.number: one for one in versions}
    before, after = (st.session_state.get(key) for key in (desk.BEFORE, desk.AFTER))
    if before not in numbers or after not in numbers:
        newest = versions[0].number
        earlier = [number for number in numbers if number < newest]
        desk.compare(max(earlier, default=newest), newest)
    left, right = st.columns([7, 5], gap="large")
    with left:
        _difference(oid, numbers)
    with right:
        counted = words.counted(len(versions), "version", "versions")
        st.header(counted, anchor=False)
        part, pages = paging.part_of(versions, "versions-page", SIZE)
        for one in part:
            _version(one, numbers, newest=one is versions[0], oid=oid)
        paging.turner("versions-page", pages)


def _difference(oid: str, numbers: dict[int, VersionInfo]) -> None:
    if len(numbers) == 1:
        st.info(
            "Edit it or generate it again: here you will see what changed, and why.",
            title="There is one version so far",
            icon=":material/history:",
        )
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for title, key in (("Before", desk.BEFORE), ("After", desk.AFTER)):
            st.selectbox(
                title,
                list(numbers),
                format_func=lambda number: f"Version {number}",
                key=key,
                persist_state="session",
                width=170,
            )
    before, after = (int(st.session_state[key]) for key in (desk.BEFORE, desk.AFTER))
    try:
        found = state.client().library.diff(oid, before, after)
    except OctaveError as error:
        cards.problem(error.message, title="The versions cannot be compared")
        return
    cards.html(
        '<div class="ox"><h2 class="ox-h">',
        f"From version {before} to version {after}</h2>",
        f'<p class="ox-soft">{cards.escape(library_diff.summary(found))}</p></div>',
        library_diff.html(found),
    )


def _version(one: VersionInfo, numbers: dict[int, VersionInfo], *, newest: bool, oid: str) -> None:
    earlier = max((number for number in numbers if number < one.number), default=None)
    by = f" by {one.author}" if one.author else ""
    mark = cards.badge("Now") if newest else ""
    with st.container(border=True, key=f"version-{one.number}", gap="xsmall"):
        cards.html(
            f'<div class="ox"><strong>Version {one.number}</strong> {mark}'
            f'<div class="ox-small">{cards.bdi(words.done(one.action) + by)}</div>'
            f'<div class="ox-small ox-soft">{cards.bdi(words.moment(one.at))}</div></div>'
        )
        if earlier is None and newest:
            return
        place = str(one.number)
        with st.container(horizontal=True):
            if earlier is not None:
                st.button(
                    "What changed",
                    key=f"changed-{place}",
                    type="tertiary",
                    on_click=desk.compare,
                    args=(earlier, one.number),
                )
            if not newest:
                st.button(
                    "Restore",
                    key=f"restore-{place}",
                    type="tertiary",
                    on_click=restore,
                    args=(oid, one.number),
                )


def restore(oid: str, number: int) -> None:
    """Make an earlier version the newest again; for callbacks."""
    library = state.client().library
    made = desk.act(
        "Restored",
        f"Version {number} is the newest again, under a number of its own.",
        lambda: library.restore(oid, number),
    )
    if made:
        desk.compare(made[0].version - 1, made[0].version)
