"""
Qualifying questions of many entities as one list of rows. Pure.

A row knows its entity and its place in it, so that its evidence can be found.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from octave_api.contract import (
    FIT_TYPES,
    WEIGHTS,
    Claim,
    Evidence,
    Kind,
    QualifyingQuestion,
)
from octave_api.fields import weight_word as weight_word
from octave_api.origins import note as note
from octave_api.origins import origin as origin
from pages.parts import evidence as ev
from pages.parts import frameworks
from pages.parts.entities import Entity, kind_of, pointer_name, unique_names

Item = TypeVar("Item")

ASKED = "Qualifying questions"
"""The name of the field that the questions themselves are in."""


@dataclass(frozen=True, slots=True)
class Row:
    """
    One question in the library.

    `origin` and `letter` (of a sales framework) come from the evidence, where
    there is one; so do `fields`, whose claims rest on the same sentences.
    `pairs` are the pairs of entities in which both ask it.
    """

    entity_oid: str
    entity_name: str
    kind: Kind
    index: int
    question: QualifyingQuestion
    origin: str | None = None
    letter: str = ""
    fields: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()

    @property
    def fit(self) -> str:
        """GOOD, BAD, or what the answer has in its place."""
        return str(self.question.fit_type)

    @property
    def weight(self) -> str:
        """One of `WEIGHTS`, or what the answer has in its place."""
        return str(self.question.weight)

    @property
    def pointer(self) -> str:
        """Where the question is in its entity."""
        return f"/qualifyingQuestions/{self.index}"


def rows(
    entities: Iterable[Entity], evidence_of: Callable[[str], Evidence | None] | None = None
) -> list[Row]:
    """
    Give the questions in use of all entities, entity by entity, heaviest first.

    `evidence_of` gives an entity's evidence by its oId.
    """
    found: list[Row] = []
    known = list(entities)
    names = unique_names(known)
    for entity in known:
        evidence = evidence_of(entity.oid) if evidence_of else None
        own = [
            _row(Row(entity.oid, names[entity.oid], kind_of(entity), index, question), evidence)
            for index, question in enumerate(entity.qualifying_questions)
            if question.archived_at is None
        ]
        found += sorted(own, key=_order)
    return found


def _row(row: Row, evidence: Evidence | None) -> Row:
    if evidence is None:
        return row
    beside = note(evidence, row.pointer)
    letter = frameworks.letter(beside.framework) if beside else ""
    return replace(
        row,
        origin=origin(evidence, row.pointer),
        letter=letter,
        fields=_same_sentences(row.pointer, evidence),
    )


def _same_sentences(pointer: str, evidence: Evidence) -> frozenset[str]:
    own = [claim for _, claim in ev.at(evidence, pointer)]
    fields = (
        field_name(claim.pointer)
        for claim in evidence.claims
        if any(_overlap(claim, question) for question in own)
    )
    return frozenset(fields) - {ASKED}


def _overlap(one: Claim, other: Claim) -> bool:
    if one.source != other.source or None in (one.source, one.start, other.start):
        return False
    return (one.start or 0) < (other.end or 0) and (other.start or 0) < (one.end or 0)


def field_name(pointer: str) -> str:
    """Name the field of a claim, without the parts below it."""
    return pointer_name(pointer).partition(" › ")[0] or "Elsewhere"


def _order(row: Row) -> tuple[int, int]:
    return _rank(row.weight, WEIGHTS), _rank(row.fit, FIT_TYPES)


def _rank(value: str, order: Sequence[str]) -> int:
    return order.index(value) if value in order else len(order)


def in_order(values: Iterable[str], order: Sequence[str]) -> list[str]:
    """Give the known values in their order, then the unknown ones that occur, by name."""
    return [*order, *sorted(set(values) - set(order))]


GROUPS: dict[str, str] = {
    "entity": "Persona or segment",
    "fit": "Fit",
    "weight": "Weight",
    "letter": "Framework letter",
}
"""What cards can be grouped by."""

SORTS: dict[str, str] = {
    "weight": "Heaviest first",
    "support": "Best supported first",
    "shared": "Most shared first",
    "words": "A to Z",
}
"""How cards can be sorted within their group."""


@dataclass(frozen=True, slots=True)
class Group:
    """Questions under one heading; `kind` is that of the entity where it is one."""

    title: str
    rows: tuple[Row, ...]
    kind: Kind | None = None


def arranged(rows: Iterable[Row], group: str, sort: str) -> list[Row]:
    """Sort questions within their groups and put the groups in their order."""
    found = list(rows)
    place = {oid: n for n, oid in enumerate(dict.fromkeys(row.entity_oid for row in found))}
    # Two stable sorts: within first, then by group.
    found.sort(key=lambda row: _sort_key(row, sort))
    found.sort(key=lambda row: _group_rank(row, group, place))
    return found


def _sort_key(row: Row, sort: str) -> tuple[float | str, ...]:
    if sort == "words":
        return (row.question.question.casefold(),)
    if sort == "support":
        return (_rank(row.origin or "", tuple(ev.ORIGINS)), *_order(row))
    if sort == "shared":
        return (-len(row.pairs), *_order(row))
    return _order(row)


def _group_rank(row: Row, group: str, place: dict[str, int]) -> tuple[int, str]:
    if group == "fit":
        return _rank(row.fit, FIT_TYPES), row.fit
    if group == "weight":
        return _rank(row.weight, WEIGHTS), row.weight
    if group == "letter":
        unknown = "" if row.letter in frameworks.LETTERS else row.letter or "\uffff"
        return _rank(row.letter, frameworks.LETTERS), unknown
    return place[row.entity_oid], ""


def groups(rows: Iterable[Row], group: str) -> list[Group]:
    """Put headings over rows that are already in the order of their groups."""
    return [
        Group(title, tuple(own), kind)
        for (title, kind, _), own in itertools.groupby(rows, lambda row: _heading(row, group))
    ]


def _heading(row: Row, group: str) -> tuple[str, Kind | None, str]:
    if group == "fit":
        return row.fit, None, ""
    if group == "weight":
        return weight_word(row.weight), None, ""
    if group == "letter":
        return row.letter or "No letter", None, ""
    return row.entity_name, row.kind, row.entity_oid


def page_of(rows: Sequence[Item], page: int, size: int) -> tuple[Sequence[Item], int, int]:
    """Cut out one page, counted from 1 and kept within bounds: (rows, page, pages)."""
    pages = max(1, -(-len(rows) // size))
    page = min(max(1, page), pages)
    return rows[(page - 1) * size : page * size], page, pages


def short(name: str, limit: int = 48) -> str:
    """Cut a name for a list of choices in its middle, so that a mark at its end is kept."""
    line = " ".join(name.split())
    if len(line) <= limit:
        return line
    _, _, mark = line.rpartition(" (")
    end = f" ({mark}" if mark.endswith(")") and 5 < len(mark) <= 12 else line[-6:].lstrip()
    return f"{line[: limit - len(end) - 2].rstrip()}…{end}"
