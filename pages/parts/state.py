"""
What a session keeps, and the connection that all sessions share.

Typed text lives in widgets that persist for the session; each starting point
("desk") has widgets of its own, so that looking at an example loses nothing.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from octave_api import OctaveClient
from octave_api.contract import Evidence, Kind
from octave_api.errors import OctaveError
from pages.parts import examples, runs
from pages.parts.entities import Entity
from pages.parts.entries import Entry
from pages.parts.runs import Failure, Outcome, Run

OWN = "own"
"""The desk of one's own text; the others are named after the examples."""

PAGE = 100
"""Entities that are read from the library at a time."""


@dataclass(frozen=True, slots=True)
class Connection:
    """Which engine answers: the embedded one where `base_url` is None. Holds no key."""

    base_url: str | None
    fingerprint: str = ""

    @property
    def embedded(self) -> bool:
        return self.base_url is None

    def sentence(self) -> str:
        """Say it calmly, without a path or a key."""
        if self.base_url is None:
            return "Embedded engine: nothing leaves this computer but requests for pages you name."
        # Only the host: an address may have been given with a user and a password.
        return f"Connected to {urlsplit(self.base_url).hostname}."


def connection(environment: Mapping[str, str] | None = None) -> Connection:
    """Read which connection is configured; an empty variable counts as unset."""
    variables = os.environ if environment is None else environment
    base, key = (
        variables.get("OCTAVE_BASE_URL", "").strip(),
        variables.get("OCTAVE_API_KEY", "").strip(),
    )
    if not base and not key:
        return Connection(None, variables.get("OCTAVE_LIBRARY", ""))
    mark = hashlib.sha256(key.encode()).hexdigest()[:16] if key else ""
    return Connection((base or "https://app.octavehq.com").rstrip("/"), mark)


@st.cache_resource(show_spinner=False, max_entries=8, on_release=OctaveClient.close)
def client_for(found: Connection) -> OctaveClient:
    """Give the one client of a connection, shared by all sessions."""
    return OctaveClient.embedded() if found.embedded else OctaveClient()


def client() -> OctaveClient:
    """Give the client of the connection in use."""
    return client_for(connection())


@st.cache_resource(show_spinner=False, max_entries=16)
def _example(text: str, kind: Kind) -> Outcome:
    run = Run(kind, [Outcome(Entry(text=text), kind)])
    with OctaveClient.embedded(library=":memory:") as one_off:
        run.work(one_off)
    outcome = run.outcomes[0]
    if outcome.failure:
        # Raised, because what is returned is remembered.
        raise OctaveError(outcome.failure.message)
    return outcome


def example_outcome(text: str, kind: Kind) -> Outcome:
    """
    Run an example through the embedded engine, keeping nothing in the library.

    The engine gives the same answer for the same text, so one run serves all.
    """
    try:
        return _example(text, kind)
    except OctaveError as error:
        return Outcome(Entry(text=text), kind, "failed", failure=Failure(error.message))


def library() -> list[Entity]:
    """Read all entities of the library, newest first."""
    found: list[Entity] = []
    while True:
        answer = client().entities(limit=PAGE, offset=len(found))
        found += answer.data
        if not answer.has_next or not answer.data:
            return found


@st.cache_data(show_spinner=False, max_entries=200, ttl="10m")
def _evidence(found: Connection, oid: str, updated_at: str | None) -> Evidence | None:
    return runs.read_evidence(client_for(found), oid)


def evidence(entity: Entity) -> Evidence | None:
    """Read an entity's evidence, None where the server keeps none; remembered until it changes."""
    return _evidence(connection(), entity.oid, entity.updated_at)


EvidenceOf = Callable[[str], Evidence | None]
"""Gives an entity's evidence by its oId."""


def evidence_of(entities: Sequence[Entity]) -> EvidenceOf:
    """Give what reads the evidence of these entities; one that cannot be read counts as none."""
    known = {entity.oid: entity for entity in entities}

    def read(oid: str) -> Evidence | None:
        try:
            return evidence(known[oid])
        except OctaveError:
            return None

    return read


def _examples() -> list[Outcome]:
    return [example_outcome(one.text, one.kind) for one in examples.EXAMPLES]


def example_entities() -> list[Entity]:
    """Give what the engine makes of the fictional companies."""
    return [outcome.entity for outcome in _examples() if outcome.entity is not None]


def example_evidence(oid: str) -> Evidence | None:
    """Give the evidence of a fictional company's entity."""
    return next((o.evidence for o in _examples() if o.entity and o.entity.oid == oid), None)


# The desks of the Generate page


def _keep(name: str, default: Any) -> Any:
    return st.session_state.setdefault(name, default)


def items(desk: str) -> list[int]:
    """Give the numbers of a desk's items, in order; numbers are never used twice."""
    kept: list[int] = _keep(f"items:{desk}", [0])
    return kept


def add_item(desk: str) -> None:
    """Add an empty item and turn to it."""
    items(desk).append(max(items(desk)) + 1)
    turn_to(desk, len(items(desk)) - 1)


def remove_item(desk: str, number: int) -> None:
    """Take an item away, unless it is the only one."""
    kept = items(desk)
    if len(kept) > 1 and number in kept:
        kept.remove(number)
        turn_to(desk, 0)


def turn_to(desk: str, place: int) -> None:
    """Turn to an item by its place, counted from 0."""
    if len(items(desk)) > 1:
        st.session_state[f"tab:{desk}"] = item_names(desk)[place]


def item_names(desk: str) -> list[str]:
    """Name a desk's items for their tabs."""
    return [f"Item {place}" for place in range(1, len(items(desk)) + 1)]


def entry(desk: str, number: int) -> Entry:
    """Read an item as it stands in its widgets."""
    read = {
        part: str(st.session_state.get(f"{part}:{desk}:{number}") or "")
        for part in ("text", "urls", "name")
    }
    return Entry(**read)


def run(desk: str, kind: Kind) -> Run | None:
    """Give the last run of a desk, None if there was none."""
    found: Run | None = _keep("runs", {}).get((desk, kind))
    return found


def keep_run(desk: str, kind: Kind, started: Run) -> None:
    """Keep a run in place of the last one."""
    _keep("runs", {})[desk, kind] = started
    st.session_state[f"shown:{desk}:{kind}"] = None


def footer() -> None:
    """Draw what is in use and who makes it, calmly, at the end of every page."""
    st.caption(f"{connection().sentence()} Octave Explorer is independent of Octave HQ.")
