"""
Results by their names in the address, so that a reload or a link brings them back.

A kept entity's name is its oId. The fictional examples are kept nowhere: theirs is
the example's key and what was made of it, such as "quenby.segment".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from octave_api.contract import Kind
from octave_api.errors import NotOfferedError, OctaveError
from pages.parts import examples, runs, state
from pages.parts.entities import kind_of
from pages.parts.entries import Entry
from pages.parts.examples import Example
from pages.parts.runs import Failure, Outcome, Run

KINDS: tuple[Kind, ...] = ("persona", "segment")


def kind_of_oid(oid: str) -> Kind:
    """Tell a persona's oId from a segment's."""
    return "segment" if oid.startswith("sg_") else "persona"


def example_name(example: Example, kind: Kind) -> str:
    """Name what is made of an example."""
    return f"{example.key}.{kind}"


def read_example(name: str) -> tuple[Example, Kind] | None:
    """Read the name of an example's result, None if it is none."""
    key, _, made = name.partition(".")
    example = examples.by_key(key)
    kind = next((kind for kind in KINDS if kind == made), None)
    return (example, kind) if example and kind else None


def kind_of_name(name: str) -> Kind:
    """Tell what a result is by its name in the address."""
    read = read_example(name)
    return read[1] if read else kind_of_oid(name)


def name_of(outcome: Outcome) -> str:
    """Name a result: as an example if it is one's that is kept nowhere, else by its oId."""
    example = examples.by_key(outcome.example)
    if example is not None:
        return example_name(example, outcome.kind)
    assert outcome.entity is not None
    return outcome.entity.oid


def name_of_example(oid: str) -> str:
    """Name an example's result by its oId, which holds for this process only."""
    made = state.example_outcomes()
    return next(name_of(one) for one in made if one.entity is not None and one.entity.oid == oid)


def session_runs() -> list[tuple[str, Run]]:
    """Give the runs of this session with their desks, the last one of each desk and kind."""
    kept: dict[tuple[str, Kind], Run] = st.session_state.get("runs", {})
    return [(desk, run) for (desk, _), run in kept.items()]


def made_here(oids: Sequence[str]) -> tuple[str, Run] | None:
    """Find the run of this session that gave these entities, with its desk."""
    for desk, run in session_runs():
        if set(oids) <= {one.entity.oid for one in run.outcomes if one.entity is not None}:
            return desk, run
    return None


def _unkept(name: str) -> Outcome | None:
    """Find what is at hand without a library: an example's result, or one of this session."""
    if read := read_example(name):
        example, kind = read
        return state.example_outcome(example.text, kind)
    for _, run in session_runs():
        for outcome in run.outcomes:
            if outcome.entity is not None and outcome.entity.oid == name:
                return outcome
    for outcome in state.example_outcomes():
        if outcome.entity is not None and outcome.entity.oid == name:
            return outcome
    return None


def find(name: str) -> Outcome:
    """Give the result of this name; its `failure` says why there is none."""
    if found := _unkept(name):
        return found
    kind = kind_of_oid(name)
    try:
        client = state.client()
        entity, answer = runs.read_back(client, name)
        evidence = state.evidence(entity)
    except OctaveError as error:
        return Outcome(Entry(), kind, "failed", oid=name, failure=Failure(error.message))
    made = Outcome(Entry(), kind_of(entity), "done", oid=name)
    made.entity, made.evidence, made.answer = entity, evidence, answer
    return made


@dataclass(frozen=True, slots=True)
class Lineup:
    """Names of results to go through one after the other, and where among them one stands."""

    names: tuple[str, ...]
    place: int

    def beside(self, step: int) -> str | None:
        """Give the name so many places further, None beyond the ends."""
        place = self.place + step
        return self.names[place] if 0 <= place < len(self.names) else None


def lineup(name: str) -> Lineup:
    """
    Give what stands beside a result: the library's entities, or the examples.

    Without a name it begins with the newest entity, or the first example where the
    library is empty or there is none. A library that cannot be read is told by `find`.
    """
    try:
        kept = [entity.oid for entity in state.library()]
    except NotOfferedError:
        kept = []
    except OctaveError:
        kept = [] if read_example(name) or not name else [name]
    own = [example_name(example, example.kind) for example in examples.EXAMPLES]
    if not name:
        return Lineup(tuple(kept or own), 0)
    for names in (kept, own):
        if name in names:
            return Lineup(tuple(names), names.index(name))
    return Lineup((name,), 0)
