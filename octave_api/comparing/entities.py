"""
Two or three personas, or segments, side by side: what they share, and what tells them apart. Pure.

Lines say the same where lint would call two questions twins: the words that matter, the
numbers and the titles agree. What belongs together is closed under "says the same", so that
no order of the entities, and of the lines within them, makes a difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from octave_api.comparing.results import (
    Asked,
    Comparison,
    Echo,
    FieldPoints,
    Point,
    QuestionPoint,
    Said,
    rank,
)
from octave_api.comparing.telling_words import echoes
from octave_api.exporting.files import Subject
from octave_api.exporting.strict import without_typical
from octave_api.fields import LABELS, sections
from octave_api.origins import note, origin
from octave_api.revising.texts import same_words
from octave_api.revising.texts import words as plain_words
from octave_api.scoring.lint_wording import gist, same_question

MOST = 3
"""Entities that fit beside each other."""
_HEAD = ("name", "description")
Thing = TypeVar("Thing")


def compare(subjects: Sequence[Subject], *, hide_typical: bool = False) -> Comparison:
    """
    Compare two or three entities; archived questions are left out.

    `hide_typical` leaves out what nothing but our knowledge of the role or market says.
    Raises ValueError for fewer than two, or more than three.
    """
    if not 2 <= len(subjects) <= MOST:
        raise ValueError(f"Two or three can be compared, not {len(subjects)}.")
    found = [without_typical(one) if hide_typical else one for one in subjects]
    fields = _fields(found)
    return Comparison(tuple(found), fields, _questions(found, fields))


def alike(one: str, other: str) -> bool:
    """Tell whether two lines, or two questions, say the same."""
    return same_words(one, other) or same_question(gist(one), gist(other))


def _fields(subjects: Sequence[Subject]) -> tuple[FieldPoints, ...]:
    titles: dict[str, str] = {}
    lines: dict[str, list[Said]] = defaultdict(list)
    for side, subject in enumerate(subjects):
        for section in sections(subject.entity, subject.evidence):
            if section.key in _HEAD:
                continue
            titles[section.key] = section.title
            lines[section.key] += [
                Said(
                    side,
                    place,
                    line.text,
                    line.pointer,
                    str(line.claim.origin) if line.claim else "",
                    line.lead,
                )
                for place, line in enumerate(section.lines)
            ]
    known = {key: rank for rank, key in enumerate(LABELS)}
    return tuple(
        FieldPoints(key, titles[key], _points(lines[key]), len(subjects))
        for key in sorted(lines, key=lambda key: (known.get(key, len(known)), key))
    )


def _points(lines: Sequence[Said]) -> tuple[Point, ...]:
    parts = _together(lines, [(one.side, one.lead.casefold(), one.text) for one in lines])
    points = [Point(tuple(sorted(part, key=lambda one: (one.side, one.place)))) for part in parts]
    return tuple(sorted(points, key=_point_order))


def _point_order(point: Point) -> tuple[int, int, list[str]]:
    first = min(one.place for one in point.said)
    return -len(point.sides), first, sorted(one.text for one in point.said)


def _questions(
    subjects: Sequence[Subject], fields: Sequence[FieldPoints]
) -> tuple[QuestionPoint, ...]:
    asked = [one for side, subject in enumerate(subjects) for one in _asked(side, subject)]
    parts = _together(asked, [(one.side, "", one.text) for one in asked])
    points = []
    for part in parts:
        ordered = tuple(sorted(part, key=lambda one: (one.side, one.place)))
        point = QuestionPoint(ordered, len(subjects))
        points.append(QuestionPoint(ordered, len(subjects), _echoes(point, fields)))
    return tuple(sorted(points, key=_question_order))


def _asked(side: int, subject: Subject) -> Iterator[Asked]:
    for place, question in enumerate(subject.entity.qualifying_questions):
        if question.archived_at is not None:
            continue
        pointer = f"/qualifyingQuestions/{place}"
        beside = note(subject.evidence, pointer)
        yield Asked(
            side,
            place,
            question,
            origin(subject.evidence, pointer) or "",
            beside.spoken if beside else "",
            beside.listen_for if beside else "",
        )


def _echoes(point: QuestionPoint, fields: Iterable[FieldPoints]) -> tuple[Echo, ...]:
    """Find, for each side that does not ask, the first line that says it all the same."""
    found: dict[int, Echo] = {}
    for field in fields:
        for said in (one for one_point in field.points for one in one_point.said):
            if said.side in point.sides or said.side in found:
                continue
            if any(echoes(one.text, said.text) for one in point.asked):
                found[said.side] = Echo(said.side, field.title, said.text)
    return tuple(found[side] for side in sorted(found))


def _question_order(point: QuestionPoint) -> tuple[float, bool, int, int, list[str]]:
    against = point.lead.question.fit_type != "GOOD"
    first = min(one.place for one in point.asked)
    texts = sorted(one.text for one in point.asked)
    return -point.distance, against, rank(point.lead.origin), first, texts


def _together(things: Sequence[Thing], keys: Sequence[tuple[int, str, str]]) -> list[list[Thing]]:
    """
    Put together what says the same on different sides, and what hangs together by that.

    `keys` give each thing's side, the part of its field, and its text.
    """
    root = list(range(len(things)))

    def find(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    # Only lines of the same words, or with a word and all numbers and titles in common, can
    # say the same.
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for at, (side, lead, text) in enumerate(keys):
        known = gist(text)
        marks: list[Hashable] = [(lead, tuple(plain_words(text)) or text)]
        marks += [(lead, word, known.numbers, known.titles) for word in known.words]
        for other in {other for mark in marks for other in holders[mark]}:
            if keys[other][0] != side and find(other) != find(at) and alike(keys[other][2], text):
                root[find(at)] = find(other)
        for mark in marks:
            holders[mark].append(at)
    parts: dict[int, list[Thing]] = defaultdict(list)
    for at, thing in enumerate(things):
        parts[find(at)].append(thing)
    return list(parts.values())
