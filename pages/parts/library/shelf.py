"""
The library as Explore reads it: every question with its origin, its letter and its twins.

Made once for a library as it stands and shared by all sessions; nothing of it is changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from octave_api.contract import FIT_TYPES, WEIGHTS, Evidence
from pages.parts import chart_origins, chart_overlap, overlap, state
from pages.parts import evidence as ev
from pages.parts import questions as qs
from pages.parts.connection import Connection, connection
from pages.parts.entities import Entity, kind_of, unique_names
from pages.parts.filters import QuestionFilter
from pages.parts.frameworks import LETTERS
from pages.parts.questions import Row

EVIDENCE_LIMIT = 200
"""Entities whose evidence is read, newest first: each may be a request to a server."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """
    What there is to explore.

    `names` says oIds and pairs of them for people; `choices` holds, for each
    part of the filter, its values and their names.
    """

    entities: tuple[Entity, ...]
    rows: tuple[Row, ...]
    evidence: Mapping[str, Evidence | None]
    names: Mapping[str, str]
    choices: Mapping[str, Mapping[str, str]]

    def chosen(self, wanted: QuestionFilter) -> list[Entity]:
        """Give the entities that the filter is about, by their names and kinds alone."""
        return [
            entity
            for entity in self.entities
            if (not wanted.entity or entity.oid in wanted.entity)
            and (not wanted.kind or kind_of(entity) in wanted.kind)
        ]

    def evidence_of(self, chosen: Sequence[Entity]) -> list[Evidence | None]:
        """Give the evidence of entities, None for those that came without."""
        return [self.evidence.get(entity.oid) for entity in chosen]

    def unmarked(self) -> str:
        """Say whose questions have no origin marks and why; nothing where all have them."""
        bare = sum(1 for found in self.evidence.values() if found is None)
        if not bare:
            return ""
        if bare == len(self.evidence):
            return "No origin marks: these answers came without evidence, their server keeps none."
        return f"{bare} of {len(self.evidence)} answers came without evidence and have no marks."


def build(found: Sequence[Entity], evidence: Mapping[str, Evidence | None]) -> Shelf:
    """Put a shelf together; `evidence` is by oId, None where an entity came without."""
    rows = tuple(overlap.paired(qs.rows(found, evidence.get)))
    full = unique_names(found)
    letters = {row.letter for row in rows if row.letter}
    choices: dict[str, Mapping[str, str]] = {
        "fit": {fit: fit for fit in qs.in_order((row.fit for row in rows), FIT_TYPES)},
        "weight": {
            weight: qs.weight_word(weight)
            for weight in qs.in_order((row.weight for row in rows), WEIGHTS)
        },
        "kind": {"persona": "Personas", "segment": "Segments"},
        "entity": {oid: qs.short(name) for oid, name in full.items()},
        "origin": {
            origin: ev.origin_mark(origin).word
            for origin in chart_origins.in_order(row.origin for row in rows if row.origin)
        },
        "field": {field: field for field in sorted({f for row in rows for f in row.fields})},
        "letter": {
            letter: letter
            for letter in [
                *(letter for letter in LETTERS if letter in letters),
                *sorted(letters - set(LETTERS)),
            ]
        },
        "shared": chart_overlap.pairs(rows),
    }
    names = {**choices["entity"], **chart_overlap.names(rows)}
    return Shelf(tuple(found), rows, evidence, names, choices)


@st.cache_resource(show_spinner="Reading the evidence …", max_entries=4, ttl="10m")
def _remembered(
    where: Connection,
    version: tuple[tuple[str, str | None], ...],
    _found: Sequence[Entity],
    _evidence_of: state.EvidenceOf,
) -> Shelf:
    read = {entity.oid: _evidence_of(entity.oid) for entity in _found[:EVIDENCE_LIMIT]}
    return build(_found, {entity.oid: read.get(entity.oid) for entity in _found})


def of(found: Sequence[Entity], evidence_of: state.EvidenceOf) -> Shelf:
    """Give the shelf of these entities; it is made anew as soon as one of them is."""
    version = tuple((entity.oid, entity.updated_at) for entity in found)
    return _remembered(connection(), version, found, evidence_of)
