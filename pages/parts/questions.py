"""
Qualifying questions of many entities as one list of rows. Pure.

A row knows its entity and its place in it, so that its evidence can be found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from octave_api.contract import FIT_TYPES, WEIGHTS, Evidence, Kind, QualifyingQuestion, QuestionNote
from pages.parts import evidence as ev
from pages.parts.entities import Entity, kind_of, unique_names

WEIGHT_WORDS: dict[str, str] = {
    "INSTANT_DISQUALIFIER": "Disqualifier",
    "HIGH": "High",
    "MEDIUM": "Medium",
    "LOW": "Low",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One question in the library."""

    entity_oid: str
    entity_name: str
    kind: Kind
    index: int
    question: QualifyingQuestion

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


def rows(entities: Iterable[Entity]) -> list[Row]:
    """Give the questions in use of all entities, entity by entity, heaviest first."""
    found: list[Row] = []
    known = list(entities)
    names = unique_names(known)
    for entity in known:
        own = [
            Row(entity.oid, names[entity.oid], kind_of(entity), index, question)
            for index, question in enumerate(entity.qualifying_questions)
            if question.archived_at is None
        ]
        found += sorted(own, key=_order)
    return found


def _order(row: Row) -> tuple[int, int]:
    return _rank(row.weight, WEIGHTS), _rank(row.fit, FIT_TYPES)


def _rank(value: str, order: Sequence[str]) -> int:
    return order.index(value) if value in order else len(order)


def in_order(values: Iterable[str], order: Sequence[str]) -> list[str]:
    """Give the known values in their order, then the unknown ones that occur, by name."""
    return [*order, *sorted(set(values) - set(order))]


def weight_word(weight: str) -> str:
    """Give a weight for people; an unknown one as it is."""
    return WEIGHT_WORDS.get(weight, weight.replace("_", " ").capitalize())


def note(evidence: Evidence | None, pointer: str) -> QuestionNote | None:
    """Find what the evidence says beside a question: how to say it, what to listen for."""
    if evidence is None:
        return None
    return next((note for note in evidence.questions if note.pointer == pointer), None)


def origin(evidence: Evidence | None, pointer: str) -> str | None:
    """Give the best origin of a question's claims, None without evidence."""
    found = {str(claim.origin) for _, claim in ev.at(evidence, pointer)}
    for known in ev.ORIGINS:
        if known in found:
            return known
    return min(found, default=None)


def group_by_entity(rows: Iterable[Row]) -> list[tuple[str, str, Kind, list[Row]]]:
    """Group rows in their order: (oId, name, kind, rows of it)."""
    groups: dict[str, tuple[str, str, Kind, list[Row]]] = {}
    for row in rows:
        if row.entity_oid not in groups:
            groups[row.entity_oid] = (row.entity_oid, row.entity_name, row.kind, [])
        groups[row.entity_oid][3].append(row)
    return list(groups.values())


def page_of(rows: Sequence[Row], page: int, size: int) -> tuple[Sequence[Row], int, int]:
    """Cut out one page, counted from 1 and kept within bounds: (rows, page, pages)."""
    pages = max(1, -(-len(rows) // size))
    page = min(max(1, page), pages)
    return rows[(page - 1) * size : page * size], page, pages


def short(name: str, limit: int = 48) -> str:
    """Cut a name for a list of choices in its middle, so that a number at its end is kept."""
    line = " ".join(name.split())
    return line if len(line) <= limit else f"{line[: limit - 8].rstrip()}…{line[-6:].lstrip()}"
