"""
What a text is read with: one of the offerings and one of the brand voices that are kept.

Nothing is drawn where there are none, or where the connection in use cannot be asked for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from octave_api import OctaveClient
from octave_api.errors import OctaveError
from pages.parts import questions as qs
from pages.parts import state
from pages.parts.connection import Choice, Connection, current

MOST = 100
"""So many of a kind are offered, newest first."""
PATIENCE = 3.0
"""Seconds to wait for a server: without its answer the form is as good as with it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What there is to choose from: names by oId."""

    offerings: Mapping[str, str]
    voices: Mapping[str, str]


def _read(client: OctaveClient) -> Kept:
    try:
        offerings = client.products.list(limit=MOST).data
        voices = client.brand_voices.list(limit=MOST).data
    except OctaveError:
        return Kept({}, {})
    return Kept(
        {one.oid: qs.short(one.name) for one in offerings},
        {one.oid: qs.short(one.title or one.oid) for one in voices},
    )


@st.cache_data(show_spinner=False, max_entries=16, ttl="1m")
def _asked(found: Connection, _choice: Choice) -> Kept:
    with _choice.open(timeout=PATIENCE, max_retries=0) as client:
        return _read(client)


def kept() -> Kept:
    """Give what can be chosen; a server is asked at most once a minute."""
    now = current()
    try:
        return _read(state.client()) if now.base_url is None else _asked(now.connection(), now)
    except OctaveError:
        return Kept({}, {})


def choose() -> None:
    """Draw the choice of what is sold and of how it is said, each where there is any."""
    found = kept()
    for part, label, names, about in (
        (
            state.OFFERING,
            "Offering (optional)",
            found.offerings,
            "What you sell. The fields that say why you and they matter to each other quote it.",
        ),
        (
            state.VOICE,
            "Brand voice (optional)",
            found.voices,
            "How your team writes. Its words stand in place of ours; quotes stay as they are.",
        ),
    ):
        # What was chosen may be gone since, or be of another connection.
        if st.session_state.get(part) not in names:
            st.session_state[part] = None
        if names:
            st.selectbox(
                label,
                list(names),
                format_func=names.__getitem__,
                index=None,
                key=part,
                placeholder="None",
                help=about,
                persist_state="session",
            )
