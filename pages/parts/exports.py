"""
The Export menu: every kind of file, one click each, for one entity or for several.

A file is made when its button is pressed, not when the menu is drawn: a rerun makes none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

import streamlit as st

from octave_api.contract import Evidence
from octave_api.export import EVERYTHING, FORMATS, Subject, export, file_name
from octave_api.scorecard import Scorecard
from pages.parts.entities import Entity

EvidenceOf = Callable[[str], Evidence | None]
"""
Gives an entity's evidence by its oId, None without one.

It is called when a button is pressed, outside of the session: it must not read
Streamlit's state.
"""

_GROUPS: Mapping[str, tuple[str, ...]] = {
    "To read and send": ("one-page", "pdf", "html", "markdown"),
    "For the call": ("call-sheet", "call-sheet-html", "call-sheet-markdown"),
    "For tables and systems": ("questions", "json", "hubspot", "salesforce"),
}
_ICONS = {
    ".pdf": ":material/picture_as_pdf:",
    ".html": ":material/html:",
    ".md": ":material/markdown:",
    ".csv": ":material/table:",
    ".json": ":material/data_object:",
    ".zip": ":material/folder_zip:",
}


def menu(
    entities: Sequence[Entity],
    evidence: EvidenceOf,
    *,
    key: str,
    scorecards: Mapping[str, Scorecard] | None = None,
) -> None:
    """
    Draw the menu; `key` tells it from others on the page.

    `scorecards`, by oId, are those of a prospect who was measured by the entities.
    """
    with st.popover("Export", icon=":material/download:", key=f"{key}-menu", disabled=not entities):
        if not entities:
            return
        if len(entities) > 1:
            st.caption(f"{len(entities)} chosen: documents come as a zip.")
        hide = st.toggle(
            "Leave out what is typical",
            key=f"{key}-strict",
            help="Keep only what the source says and what follows from it.",
        )
        make = _maker(entities, evidence, scorecards or {}, hide_typical=hide)
        for title, formats in _GROUPS.items():
            with st.container(gap=None):
                st.caption(title)
                for name in formats:
                    label, icon = FORMATS[name].label, _ICONS[FORMATS[name].extension]
                    _button(label, name, entities, make, key=key, icon=icon)
        label = "Everything, as a zip"
        _button(label, EVERYTHING, entities, make, key=key, icon=_ICONS[".zip"])


def _button(
    label: str,
    name: str,
    entities: Sequence[Entity],
    make: Callable[[str], bytes],
    *,
    key: str,
    icon: str,
) -> None:
    found = file_name(name, [Subject(entity) for entity in entities])
    st.download_button(
        label,
        data=lambda: make(name),
        file_name=found,
        mime="application/zip" if found.endswith(".zip") else FORMATS[name].media_type,
        on_click="ignore",
        icon=icon,
        key=f"{key}-{name}",
        help=None if name == EVERYTHING else FORMATS[name].about,
        type="tertiary",
    )


def _maker(
    entities: Sequence[Entity],
    evidence: EvidenceOf,
    scorecards: Mapping[str, Scorecard],
    *,
    hide_typical: bool,
) -> Callable[[str], bytes]:
    """Give what makes a file by its format, with all that it needs at hand."""

    def make(name: str) -> bytes:
        subjects = [Subject(one, evidence(one.oid), scorecards.get(one.oid)) for one in entities]
        return export(name, subjects, made_at=datetime.now(UTC), hide_typical=hide_typical).content

    return make
