"""
Prospects in order of their score, and as CSV and JSON. Pure.

Every prospect is scored against each entity that it was held against; the best match
stands for it (`scorecard.rank`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from octave_api.contract import QualifyingQuestion
from octave_api.exporting import cells
from octave_api.scorecard import POINTS, Answer, Scorecard, rank, score
from octave_api.scoring.prospects import Prospect

COLUMNS = (
    "rank",
    "prospect",
    "matched",
    "verdict",
    "score (1 to 10)",
    "score (0 to 100)",
    "coverage (%)",
    "why",
    "arithmetic",
    "changed",
)


@dataclass(frozen=True, slots=True)
class Line:
    """A prospect with its best match; `entity` is "" and `card` None where none is known."""

    prospect: Prospect
    entity: str
    name: str
    card: Scorecard | None
    answers: Mapping[int, Answer]


def table(
    prospects: Sequence[Prospect],
    sets: Mapping[str, Sequence[QualifyingQuestion]],
    names: Mapping[str, str],
    points: Mapping[str, float] = POINTS,
) -> list[Line]:
    """
    Rank prospects, best first; those without a score come last.

    Args:
        prospects: As kept.
        sets: The questions of every entity, by the id that prospects name it by.
        names: The entities' names.
        points: What LOW, MEDIUM and HIGH count.
    """
    lines = [_line(one, sets, names, points) for one in prospects]
    scored = [line for line in lines if line.card is not None]
    order = rank([line.card for line in scored if line.card is not None])
    return [scored[at] for at in order] + [line for line in lines if line.card is None]


def _line(
    prospect: Prospect,
    sets: Mapping[str, Sequence[QualifyingQuestion]],
    names: Mapping[str, str],
    points: Mapping[str, float],
) -> Line:
    held = []
    for kept in prospect.entities:
        if kept.entity_oid not in sets:
            continue
        questions = sets[kept.entity_oid]
        said = {" ".join(one.question.casefold().split()): one.answer for one in kept.answers}
        answers: dict[int, Answer] = {}
        for at, question in enumerate(questions):
            answer = said.get(" ".join(question.question.casefold().split()))
            if answer is not None:
                answers[at] = answer
        held.append((kept.entity_oid, answers, score(questions, answers, points)))
    if not held:
        return Line(prospect, "", "", None, {})
    entity, answers, card = held[rank([card for _, _, card in held])[0]]
    return Line(prospect, entity, names.get(entity, entity), card, answers)


def to_csv(lines: Sequence[Line]) -> bytes:
    """Give the ranked table as CSV that Excel reads as UTF-8 and no spreadsheet computes."""
    return cells.write(COLUMNS, [_row(n, line) for n, line in enumerate(lines, 1)], bom=True)


def _row(place: int, line: Line) -> list[object]:
    card = line.card
    if card is None:
        scored: list[object] = ["not scored", None, None, None, None, None]
    else:
        share = round(100 * card.coverage)
        scored = [card.verdict, card.ten, card.hundred, share, card.why, card.arithmetic]
    return [place, line.prospect.name, line.name, *scored, line.prospect.updated_at]


def to_json(lines: Sequence[Line]) -> str:
    """Give the ranked table as JSON, with what each question adds to each score."""
    return json.dumps([_plain(line) for line in lines], indent=2, ensure_ascii=False)


def _plain(line: Line) -> dict[str, Any]:
    kept = line.prospect.model_dump(mode="json", by_alias=True, exclude={"metadata"})
    card = line.card
    if card is None:
        return kept | {"score": None}
    return kept | {
        "score": {
            "entityOId": line.entity,
            "entityName": line.name,
            "verdict": card.verdict,
            "ten": card.ten,
            "hundred": card.hundred,
            "coverage": round(card.coverage, 4),
            "why": card.why,
            "arithmetic": card.arithmetic,
            "questions": [
                {
                    "question": one.question,
                    "fitType": one.fit_type,
                    "weight": one.weight,
                    "answer": one.answer,
                    "effect": one.effect,
                    "adds": round(one.delta, 2),
                }
                for one in card.contributions
            ],
        }
    }
