"""
What a prospect can be held against: the library, this session's results, or the examples.

Questions can be changed here for the session (by a fix, a weight, an archived question);
the library keeps its own until they are saved there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import streamlit as st

from octave_api.contract import Evidence, QualifyingQuestion
from octave_api.errors import NotOfferedError
from pages.parts import examples, recall, state
from pages.parts.entities import Entity, unique_names

DRAFTS = "qualify-drafts"
"""Where the session keeps changed questions, by entity."""


@dataclass(frozen=True, slots=True)
class Pool:
    """
    Entities by their names in the address.

    `offered` are those to choose from, `entities` also those that a kept prospect may
    name; `note` says why these, where they are not the library's.
    """

    entities: Mapping[str, Entity]
    offered: tuple[str, ...]
    names: Mapping[str, str]
    fictional: bool = False
    note: tuple[str, str] | None = None
    drafts: Mapping[str, Sequence[QualifyingQuestion]] = field(default_factory=dict)

    def kept(self, name: str) -> Entity:
        """Give an entity as it is kept."""
        return self.entities[name]

    def entity(self, name: str) -> Entity:
        """Give an entity with its questions as they are changed here."""
        found = self.entities[name]
        if name not in self.drafts:
            return found
        return found.model_copy(update={"qualifying_questions": list(self.drafts[name])})

    @property
    def sets(self) -> dict[str, Sequence[QualifyingQuestion]]:
        """Give the questions of every entity, as they are changed here."""
        return {
            name: self.drafts.get(name, entity.qualifying_questions)
            for name, entity in self.entities.items()
        }

    def is_changed(self, name: str) -> bool:
        """Tell whether an entity's questions are not as they are kept."""
        return name in self.drafts

    def others(self, name: str) -> dict[str, Sequence[QualifyingQuestion]]:
        """Give the questions of the other entities on offer, by their names for people."""
        sets = self.sets
        return {self.names[other]: sets[other] for other in self.offered if other != name}


def read() -> Pool:
    """
    Give what there is to choose from.

    Raises:
        OctaveError: The library cannot be read.
    """
    note: tuple[str, str] | None = None
    kept: list[Entity] = []
    try:
        kept = state.library()
    except NotOfferedError:
        note = (
            "No library here",
            "The server in use has no library to read. These are the results of this session, "
            "or three fictional companies where there are none.",
        )
        for _, run in recall.session_runs():
            kept += [one.entity for one in run.outcomes if one.entity and not one.example]
    fictional = {
        recall.example_name(example, example.kind): outcome.entity
        for example, outcome in zip(examples.EXAMPLES, state.example_outcomes(), strict=True)
        if outcome.entity is not None
    }
    if not kept and note is None:
        note = (
            "Your library is empty",
            "These are the questions of three fictional companies, read live. "
            "What you generate takes their place.",
        )
    own = {entity.oid: entity for entity in kept}
    names = unique_names(kept) | {
        name: f"{entity.name} (fictional)" for name, entity in fictional.items()
    }
    return Pool(
        entities={**fictional, **own},
        offered=tuple(own or fictional),
        names=names,
        fictional=not own,
        note=note,
    )


def with_drafts(found: Pool) -> Pool:
    """Give the pool with the questions as this session has changed them."""
    drafts: dict[str, list[QualifyingQuestion]] = st.session_state.setdefault(DRAFTS, {})
    here = {name: questions for name, questions in drafts.items() if name in found.entities}
    return Pool(found.entities, found.offered, found.names, found.fictional, found.note, here)


def change(name: str, questions: Sequence[QualifyingQuestion], kept: Entity) -> None:
    """Keep changed questions for the session; unchanged ones are none."""
    drafts = st.session_state.setdefault(DRAFTS, {})
    if list(questions) == list(kept.qualifying_questions):
        drafts.pop(name, None)
    else:
        drafts[name] = list(questions)


def evidence_of(found: Pool, name: str) -> Evidence | None:
    """Give the evidence of an entity, None where there is none to be had."""
    entity = found.kept(name)
    if recall.read_example(name):
        return state.example_evidence(entity.oid)
    for _, run in recall.session_runs():
        for one in run.outcomes:
            if one.entity is not None and one.entity.oid == name:
                return one.evidence
    return state.evidence_of([entity])(entity.oid)
