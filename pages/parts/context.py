"""
What a text is read with: one of the offerings and one of the brand voices that are kept.

Nothing is drawn where there are none, or where the connection in use cannot be asked for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import streamlit as st

from octave_api import OctaveClient
from octave_api.contract.items import BrandVoice, Product
from octave_api.errors import OctaveError
from pages.parts import questions as qs
from pages.parts import state
from pages.parts.connection import Choice, Connection, current
from pages.parts.library.words import moment

MOST = 100
"""So many of a kind are offered, newest first."""
PATIENCE = 3.0
"""Seconds to wait for a server: without its answer the form is as good as with it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What there is to choose from: names by oId."""

    offerings: Mapping[str, str]
    voices: Mapping[str, str]


def told_apart(found: Iterable[Product | BrandVoice]) -> dict[str, str]:
    """
    Name things by oId, in their order.

    A name that several have stands with when each was made, or with the end of its oId where
    that is the same too.
    """
    things = list(found)
    groups: dict[str, list[Product | BrandVoice]] = {}
    for one in things:
        groups.setdefault(qs.short(_name(one)), []).append(one)
    names: dict[str, str] = {}
    for name, same in groups.items():
        made = {one.oid: moment(one.created_at or "") for one in same}
        if len(set(made.values()) - {""}) < len(same):
            made = {one.oid: f"…{one.oid[-4:]}" for one in same}
        for one in same:
            alone = len(same) == 1
            names[one.oid] = name if alone else f"{qs.short(name, 24)} · {made[one.oid]}"
    return {one.oid: names[one.oid] for one in things}


def _name(one: Product | BrandVoice) -> str:
    return one.name if isinstance(one, Product) else one.title or one.oid


def _read(client: OctaveClient) -> Kept:
    try:
        offerings = client.products.list(limit=MOST).data
        voices = client.brand_voices.list(limit=MOST).data
    except OctaveError:
        return Kept({}, {})
    return Kept(told_apart(offerings), told_apart(voices))


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
