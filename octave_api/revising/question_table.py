"""
A table of qualifying questions, read: the question bank that an export gives, or one made
elsewhere. Pure.

Only a column `question` is needed; the others may be named in words of one's own ("Why",
"Fit type"). What the bank has beside a question (how to say it, what to listen for, fields that
we do not know) comes back with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from octave_api.contract import FIT_TYPES, WEIGHTS, Kind, QualifyingQuestion, QuestionNote
from octave_api.exporting import cells

MAX_ROWS = 5_000
"""So many rows of a table are read."""

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
    "spoken": "spoken",
    "listenfor": "listen_for",
    "framework": "framework",
    "archivedat": "archived_at",
    "otherfields": "other",
}
_NOTED = ("spoken", "listen_for", "framework")


@dataclass(frozen=True, slots=True)
class Questions:
    """
    Questions of a table, and the name and kind of the entity that it gives them to.

    `notes` says what stands beside some of them; their pointers count within `questions`.
    """

    name: str
    kind: Kind
    questions: tuple[QualifyingQuestion, ...]
    notes: tuple[QuestionNote, ...] = ()


def pointer(index: int) -> str:
    """Give the place of a question in an entity."""
    return f"/qualifyingQuestions/{index}"


def read(text: str, name: str) -> Iterator[Questions]:
    """
    Give the questions of a table, those of each entity together, in their order.

    Args:
        text: The table, with a header line.
        name: What an entity is called that the table does not name.

    Raises:
        ValueError: In the user's words: there is no such table, a column is missing, or a
            row has a fit or a weight that is none.
    """
    table = [row for row in cells.read(text) if any(cell.strip() for cell in row.values())]
    header = list(table[0]) if table else []
    columns = {known: column for column in reversed(header) if (known := _column(column))}
    if table and "question" not in columns:
        raise ValueError("The table's first row names no column “question”.")
    if len(table) > MAX_ROWS:
        raise ValueError(f"The table has more than {MAX_ROWS:,} rows; split it.")
    usual: Kind = "segment" if "segment" in {one.lower() for one in header} else "persona"
    grouped: dict[tuple[str, Kind], list[tuple[QualifyingQuestion, QuestionNote]]] = {}
    for number, row in enumerate(table, 2):
        found = {known: row[column] for known, column in columns.items()}
        if found["question"].strip():
            kind = _KIND_WORDS.get(found.get("kind", "").strip().lower(), usual)
            named = found.get("name", "")
            group = grouped.setdefault((named if named.strip() else name, kind), [])
            group.append((_question(found, number), _note(found, len(group))))
    if not grouped:
        raise ValueError("The table holds no question.")
    for (named, kind), rows in grouped.items():
        notes = tuple(note for _, note in rows if any(getattr(note, one) for one in _NOTED))
        yield Questions(named, kind, tuple(question for question, _ in rows), notes)


def _column(cell: str) -> str:
    return _COLUMNS.get("".join(c for c in cell.lower() if c.isalpha()), "")


def _question(found: Mapping[str, str], number: int) -> QualifyingQuestion:
    weight = _known(found.get("weight", ""), WEIGHTS, "weight", number) or "MEDIUM"
    usual = "BAD" if weight == "INSTANT_DISQUALIFIER" else "GOOD"
    fields = {
        "question": found["question"],
        "rationale": found.get("rationale", ""),
        "fitType": _known(found.get("fit", ""), FIT_TYPES, "fit", number) or usual,
        "weight": weight,
        "archivedAt": found.get("archived_at") or None,
    }
    return QualifyingQuestion.model_validate({**_other(found.get("other", ""), number), **fields})


def _note(found: Mapping[str, str], index: int) -> QuestionNote:
    said = {name: found.get(name, "") for name in _NOTED}
    return QuestionNote(pointer=pointer(index), **said)


def _known(value: str, known: Sequence[str], column: str, number: int) -> str:
    """Give a value in the contract's spelling, "" for none; a vendor's new one passes."""
    spelled = "_".join(value.upper().split())
    spelled = "INSTANT_DISQUALIFIER" if spelled == "DISQUALIFIER" else spelled
    if not spelled or spelled in known:
        return spelled
    if value.isupper() and value == value.strip():
        return value
    raise ValueError(f"Row {number}: the {column} is “{value}”. Write {' or '.join(known)}.")


def _other(cell: str, number: int) -> dict[str, Any]:
    if not cell.strip():
        return {}
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise ValueError(f"Row {number}: otherFields must be a JSON object, or empty.")
    return found
