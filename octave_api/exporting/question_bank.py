"""
A bank of qualifying questions as CSV. Pure.

One row a question, archived ones too, with what is known beside it;
`revising.question_table` reads it back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from octave_api.contract import QualifyingQuestion
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
