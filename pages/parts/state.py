"""
What a session keeps, and what it reads of the connection in use.

Typed text lives in widgets that persist for the session; each starting point
("desk") has widgets of its own, so that looking at an example loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from octave_api import OctaveClient
from octave_api.contract import Evidence, Kind
from octave_api.errors import OctaveError
from pages.parts import cards, examples, runs
from pages.parts.connection import Connection
from pages.parts.connection import client as client
from pages.parts.connection import client_for as client_for
from pages.parts.connection import connection as connection
from pages.parts.entities import Entity
from pages.parts.entries import Entry
from pages.parts.runs import Failure, Outcome, Run

OWN = "own"
"""The desk of one's own text; the others are named after the examples."""

OFFERING, VOICE = "context-offering", "context-voice"
"""Where the session keeps what all texts are read with."""

PAGE = 100
"""Entities that are read from the library at a time."""


@st.cache_resource(show_spinner=False, max_entries=16)
def _example(text: str, kind: Kind) -> Outcome:
    key = next((one.key for one in examples.EXAMPLES if one.text == text), "")
    run = Run(kind, [Outcome(Entry(text=text), kind, example=key)])
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
def _evidence(
    found: Connection, _client: OctaveClient, oid: str, updated_at: str | None
) -> Evidence | None:
    return runs.read_evidence(_client, oid)


def evidence(entity: Entity) -> Evidence | None:
    """Read an entity's evidence, None where the server keeps none; remembered until it changes."""
    return _evidence(connection(), client(), entity.oid, entity.updated_at)


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


def example_outcomes() -> list[Outcome]:
    """Give the results of the fictional companies, each as the kind that it suits best."""
    return [example_outcome(one.text, one.kind) for one in examples.EXAMPLES]


def example_entities() -> list[Entity]:
    """Give what the engine makes of the fictional companies."""
    return [outcome.entity for outcome in example_outcomes() if outcome.entity is not None]


def example_evidence(oid: str) -> Evidence | None:
    """Give the evidence of a fictional company's entity."""
    return next((o.evidence for o in example_outcomes() if o.entity and o.entity.oid == oid), None)


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
    keys = {part: f"{part}:{desk}:{number}" for part in ("text", "urls", "name")}
    keys |= {"offering": OFFERING, "voice": VOICE}
    return Entry(**{part: str(st.session_state.get(key) or "") for part, key in keys.items()})


def stands_at(desk: str, place: int, sent: Entry) -> bool:
    """Tell whether what was sent is still what a desk's item at this place holds."""
    numbers = items(desk)
    return place < len(numbers) and entry(desk, numbers[place]) == sent


def refill(desk: str, back: Run | None) -> None:
    """Put what a result was made of back into a desk on which nothing is typed yet."""
    if back is None or not all(entry(desk, number).blank for number in items(desk)):
        return
    made = [outcome.entry for outcome in back.outcomes if outcome.oid and outcome.entity]
    if not made:
        return
    st.session_state[f"items:{desk}"] = list(range(len(made)))
    for number, one in enumerate(made):
        for part, value in (("text", one.text), ("urls", one.urls)):
            st.session_state[f"{part}:{desk}:{number}"] = value
    st.session_state[OFFERING] = st.session_state.get(OFFERING) or made[0].offering or None


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
    with st.container(key="footer"):
        used = cards.label(connection().sentence())
        st.caption(f"{used} Octave Explorer is independent of Octave HQ.")
