"""
Our own JSON: entities with their evidence and tags; and what else can be brought in. Pure.

A bundle that is read gives the entities that were written, field by field. Read besides:
the contract's JSON (an answer of generate or list, one entity, a list of entities), and a
table of questions as CSV.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field, ValidationError

from octave_api.contract import (
    FIT_TYPES,
    WEIGHTS,
    AnyEntity,
    Envelope,
    Evidence,
    Kind,
    Open,
    Persona,
    QualifyingQuestion,
    Segment,
)
from octave_api.exporting.cells import restored

FORMAT: Literal["octave-explorer"] = "octave-explorer"
MAX_ROWS = 5_000
"""So many rows of a table are read."""

_OF_SEGMENTS = {"fitExplanation", "firmographics", "keyPriorities", "keyConsiderations",
                "uniqueApproach", "firmographicCharacteristics", "definingAttributes"}  # fmt: skip
_KIND_WORDS: dict[str, Kind] = {"persona": "persona", "segment": "segment"}
_COLUMNS = {
    "question": "question",
    "qualifyingquestion": "question",
    "rationale": "rationale",
    "why": "rationale",
    "fittype": "fit",
    "fit": "fit",
    "weight": "weight",
    "persona": "name",
    "segment": "name",
    "entity": "name",
    "name": "name",
    "kind": "kind",
    "type": "kind",
}


class BundleEntry(Open):
    """One entity with what is known of it."""

    kind: Kind
    entity: AnyEntity
    evidence: Evidence | None = None
    tags: list[str] = Field(default_factory=list)


class Bundle(Envelope):
    """Our JSON: `{"format": "octave-explorer", "version": 1, "entries": […]}`."""

    format: Literal["octave-explorer"] = FORMAT
    version: Literal[1] = 1
    entries: list[BundleEntry] = Field(default_factory=list)

    def file(self) -> str:
        """Give the bundle as a file's text."""
        made = self.to_dict() | {"format": self.format, "version": self.version}
        made.pop("_metadata", None)
        return json.dumps(made, ensure_ascii=False, indent=2)


class UnreadableError(Exception):
    """What was brought in cannot be read; the text is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions of a table, and the name and kind of the entity that it gives them to."""

    name: str
    kind: Kind
    questions: tuple[QualifyingQuestion, ...]


def read(content: str, name: str = "") -> list[BundleEntry] | list[Questions]:
    """
    Read a file's text: JSON if it begins like JSON, else a table of questions.

    Args:
        content: The text.
        name: The file's name; an entity that a table does not name is called so.

    Raises:
        UnreadableError: It holds no entity and no question.
    """
    text = content.removeprefix("\ufeff")
    if not text.strip():
        raise UnreadableError("The file is empty.")
    if text.lstrip()[0] in "{[":
        return _entries(text)
    return list(_tables(text, name.rsplit(".", 1)[0] or "Imported questions"))


def _entries(text: str) -> list[BundleEntry]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableError("The file begins like JSON and is none.") from None
    try:
        if isinstance(found, dict) and found.get("format") == FORMAT:
            return Bundle.model_validate(found).entries
        entries = [_entry(one) for one in _entities(found)]
    except (ValidationError, RecursionError):
        sentence = "An entity in the file is not as the contract has it; nothing was read."
        raise UnreadableError(sentence) from None
    if not entries:
        raise UnreadableError("The file holds no persona and no segment.")
    return entries


def _entities(found: Any) -> list[dict[str, Any]]:
    # An answer holds them in `data`; so does an entity, but it has an id besides.
    wrapped = isinstance(found, dict) and "oId" not in found and "name" not in found
    if wrapped and isinstance(found.get("data"), list | dict):
        found = found["data"]
    several = found if isinstance(found, list) else [found]
    return [one for one in several if isinstance(one, dict) and "name" in one]


def _entry(found: dict[str, Any]) -> BundleEntry:
    given = {key: value for key, value in found.items() if key != "_metadata"}
    kind = kind_of(given)
    given.setdefault("oId", "imported")
    entity = (Segment if kind == "segment" else Persona).model_validate(given)
    return BundleEntry.model_construct(kind=kind, entity=entity, evidence=None, tags=[])


def kind_of(entity: Mapping[str, Any]) -> Kind:
    """Tell a segment from a persona by its id, or else by the fields that only segments have."""
    if str(entity.get("oId")).startswith("sg_"):
        return "segment"
    data = entity.get("data")
    return "segment" if isinstance(data, dict) and _OF_SEGMENTS & set(data) else "persona"


def _tables(text: str, name: str) -> Iterator[Questions]:
    """Give the questions of a table, those of each entity together."""
    # Tried in turn: a sniffer is easily led by the commas within questions.
    header = text.lstrip("\n").partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        table = [row for row in rows if any(cell.strip() for cell in row)]
    except csv.Error:
        raise UnreadableError("The file is neither JSON nor a table that can be read.") from None
    if not table:
        raise UnreadableError("The file is empty.")
    columns = {_column(cell): at for at, cell in reversed(list(enumerate(table[0])))}
    if "question" not in columns:
        raise UnreadableError("The table's first row names no column “question”.")
    if len(table) > MAX_ROWS:
        raise UnreadableError(f"The table has more than {MAX_ROWS:,} rows; split it.")
    grouped: dict[tuple[str, Kind], list[QualifyingQuestion]] = {}
    for row in table[1:]:
        cells = {key: _cell(row[at]) for key, at in columns.items() if key and at < len(row)}
        if cells.get("question"):
            kind = _KIND_WORDS.get(cells.get("kind", "").lower(), _kind_of_header(table[0]))
            grouped.setdefault((cells.get("name") or name, kind), []).append(_question(cells))
    if not grouped:
        raise UnreadableError("The table holds no question.")
    for (named, kind), questions in grouped.items():
        yield Questions(named, kind, tuple(questions))


def _column(cell: str) -> str:
    return _COLUMNS.get("".join(c for c in cell.lower() if c.isalpha()), "")


def _kind_of_header(header: Iterable[str]) -> Kind:
    return "segment" if "segment" in {cell.strip().lower() for cell in header} else "persona"


def _cell(cell: str) -> str:
    return restored(cell).strip()


def _question(cells: Mapping[str, str]) -> QualifyingQuestion:
    weight = "_".join(cells.get("weight", "").upper().split())
    weight = "INSTANT_DISQUALIFIER" if weight.startswith("DISQ") else weight
    fit = cells.get("fit", "").upper()
    if weight not in WEIGHTS:
        weight = "MEDIUM"
    if fit not in FIT_TYPES:
        fit = "BAD" if weight == "INSTANT_DISQUALIFIER" else "GOOD"
    return QualifyingQuestion(
        question=cells["question"],
        rationale=cells.get("rationale", ""),
        fit_type=fit,
        weight=weight,
        archived_at=None,
    )
