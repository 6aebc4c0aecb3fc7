"""
A bank of qualifying questions as CSV, and back again. Pure.

One row a question, archived ones too, with what is known beside it. Reading needs
only the columns `question`, `fitType` and `weight`, so that a table made elsewhere
can be read as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from octave_api.contract import FIT_TYPES, WEIGHTS, QualifyingQuestion
from octave_api.exporting import cells
from octave_api.exporting.files import Subject
from octave_api.origins import at, note, origin, source_title

COLUMNS = (
    "entity",
    "kind",
    "question",
    "fitType",
    "weight",
    "rationale",
    "spoken",
    "listenFor",
    "framework",
    "origin",
    "quote",
    "source",
    "archivedAt",
    "otherFields",
)
NEEDED = ("question", "fitType", "weight")


@dataclass(frozen=True, slots=True)
class BankRow:
    """A question of a bank, and the entity that it was filed under ("" if none)."""

    entity: str
    kind: str
    question: QualifyingQuestion
    spoken: str = ""
    listen_for: str = ""
    framework: str = ""


def write(subjects: Sequence[Subject]) -> bytes:
    """Write the questions of all entities, entity by entity, in their order."""
    return cells.write(COLUMNS, _rows(subjects), bom=True)


def _rows(subjects: Iterable[Subject]) -> Iterator[list[object]]:
    for subject in subjects:
        for index, question in enumerate(subject.entity.qualifying_questions):
            yield _row(subject, f"/qualifyingQuestions/{index}", question)


def _row(subject: Subject, pointer: str, question: QualifyingQuestion) -> list[object]:
    beside = note(subject.evidence, pointer)
    claims = [claim for _, claim in at(subject.evidence, pointer) if claim.quote]
    sources = subject.evidence.sources if subject.evidence else []
    titles = {one.index: source_title(one) for one in sources}
    other = question.model_extra or {}
    return [
        subject.entity.name,
        subject.kind,
        question.question,
        question.fit_type,
        question.weight,
        question.rationale,
        beside.spoken if beside else "",
        beside.listen_for if beside else "",
        beside.framework if beside else "",
        origin(subject.evidence, pointer),
        claims[0].quote if claims else "",
        titles.get(claims[0].source, "") if claims and claims[0].source is not None else "",
        question.archived_at,
        json.dumps(other, ensure_ascii=False) if other else "",
    ]


def read(content: bytes) -> list[BankRow]:
    """
    Read a bank; rows without a question are passed over.

    Raises ValueError, in the user's words, when a column is missing or a row has a
    fit or a weight that is none.
    """
    found = []
    for number, row in enumerate(cells.read(content), 2):
        missing = [name for name in NEEDED if name not in row]
        if missing:
            raise ValueError(
                f"The table has no column {', '.join(missing)}. "
                f"Name the columns in its first line: {', '.join(NEEDED)}."
            )
        if row["question"].strip():
            found.append(_read_row(row, number))
    return found


def _read_row(row: Mapping[str, str], number: int) -> BankRow:
    fit = _known(row["fitType"], FIT_TYPES, "fitType", number)
    weight = _known(row["weight"], WEIGHTS, "weight", number)
    fields: dict[str, Any] = {
        "question": row["question"],
        "rationale": row.get("rationale", ""),
        "fitType": fit,
        "weight": weight,
        "archivedAt": row.get("archivedAt") or None,
    }
    question = QualifyingQuestion.model_validate({**_other(row, number), **fields})
    return BankRow(
        entity=row.get("entity", ""),
        kind=row.get("kind", ""),
        question=question,
        spoken=row.get("spoken", ""),
        listen_for=row.get("listenFor", ""),
        framework=row.get("framework", ""),
    )


def _known(value: str, known: Sequence[str], column: str, number: int) -> str:
    """Give a value in the contract's spelling; a vendor's new one, all capitals, passes."""
    spelled = value.strip().upper().replace(" ", "_")
    spelled = "INSTANT_DISQUALIFIER" if spelled == "DISQUALIFIER" else spelled
    if spelled in known:
        return spelled
    if value and value == value.strip() and value.upper() == value:
        return value
    raise ValueError(f"Line {number}: {column} is “{value}”. It must be one of {', '.join(known)}.")


def _other(row: Mapping[str, str], number: int) -> dict[str, Any]:
    if not row.get("otherFields"):
        return {}
    try:
        found = json.loads(row["otherFields"])
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise ValueError(f"Line {number}: otherFields must be a JSON object, or empty.")
    return found
