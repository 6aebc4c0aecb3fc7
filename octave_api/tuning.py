"""
Labelled cases against the questions: which come out too high or too low, and what to change.

A case is what is known of one prospect, the entity that it should match, and the band that
it should land in. Answers are proposed once (`engine.answering`); weights and archived
questions can then be changed and the cases run again at once. Pure.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from octave_api.contract import Entity, QualifyingQuestion
from octave_api.engine.answering import answer
from octave_api.scorecard import POINTS, Answer, Band, Scorecard, rank, score

Expected = Literal["good", "borderline", "poor", "disqualified"]
Outcome = Literal["right", "too high", "too low", "wrong match", "no score"]

EXPECTED: tuple[Expected, ...] = get_args(Expected)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
MAX_CASES = 500
_RANK: Mapping[str, int] = {"disqualified": 0, "poor": 1, "borderline": 2, "good": 3}
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "notes": ("notes", "prospect", "text", "material"),
    "entity": ("entity", "expected entity", "expected_entity", "match", "persona", "segment"),
    "band": ("band", "expected band", "expected_band", "expected", "label"),
    "name": ("name", "case"),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled prospect; an empty `entity` leaves open which one it should match."""

    notes: str
    entity: str
    band: Expected
    name: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """A case with the answers to each entity's questions, by the entity's place and index."""

    case: Case
    answers: tuple[Mapping[int, Answer], ...]


@dataclass(frozen=True, slots=True)
class Result:
    """How a case came out: what it matched, in which band, and whether that is right."""

    case: Case
    matched: str
    got: Band | Literal["disqualified"] | None
    outcome: Outcome
    card: Scorecard


@dataclass(frozen=True, slots=True)
class Discrimination:
    """
    How one question answers good cases and the others.

    `yes_good` of `of_good` answered good cases say yes, and so on for the others; what is
    Unknown counts in neither. `power` is the difference of the two shares in the direction
    that the question means, -1 to 1, None where either side has no answer.
    """

    entity: str
    index: int
    question: str
    yes_good: int
    of_good: int
    yes_other: int
    of_other: int
    power: float | None

    @property
    def says(self) -> str:
        """What to make of it, in a few words."""
        if self.power is None:
            return "not enough answers"
        if self.power <= 0:
            return (
                "answers the same for good and bad" if self.power == 0 else "points the wrong way"
            )
        return "tells them apart" if self.power >= TELLING else "tells a little"


TELLING = 0.5


@dataclass(frozen=True, slots=True)
class Change:
    """The same cases before and after a change; `moved` are those whose outcome is another."""

    before: tuple[Result, ...]
    after: tuple[Result, ...]
    moved: tuple[int, ...]

    @property
    def gained(self) -> int:
        """How many more cases are right."""
        right = [sum(one.outcome == "right" for one in side) for side in (self.before, self.after)]
        return right[1] - right[0]


def read_cases(text: str) -> tuple[list[Case], list[str]]:
    """
    Read cases from CSV or from a table pasted from a spreadsheet.

    The first row names the columns: notes, entity, band, and name if there is one; commas,
    semicolons or tabs between. Gives the cases and a sentence for each row that is none.
    """
    lines = text.strip("\ufeff\r\n ")
    if not lines:
        return [], ["There is no table: paste rows with the columns notes, entity, band."]
    first = lines.split("\n", 1)[0]
    mark = max("\t;,", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(lines), delimiter=mark))
    except csv.Error as error:
        return [], [f"The table cannot be read: {error}."]
    columns = _columns(rows[0])
    missing = [name for name in ("notes", "band") if name not in columns]
    if missing:
        return [], [f"The first row names no column {' or '.join(missing)}."]
    cases: list[Case] = []
    problems: list[str] = []
    for number, row in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        cells = {name: row[at].strip() if at < len(row) else "" for name, at in columns.items()}
        band = cells["band"].casefold()
        expected = next((one for one in EXPECTED if one == band), None)
        if expected is None:
            problems.append(f"Row {number}: the band must be one of {', '.join(EXPECTED)}.")
        elif not cells["notes"]:
            problems.append(f"Row {number}: there are no notes.")
        elif len(cases) == MAX_CASES:
            problems.append(
                f"Row {number} and what follows is left out: {MAX_CASES} cases at most."
            )
            break
        else:
            cases.append(
                Case(cells["notes"], cells.get("entity", ""), expected, cells.get("name", ""))
            )
    return cases, problems


def _columns(header: Sequence[str]) -> dict[str, int]:
    named = [cell.strip().casefold() for cell in header]
    found = {}
    for column, names in _COLUMNS.items():
        place = next((named.index(name) for name in names if name in named), None)
        if place is not None:
            found[column] = place
    return found


def answer_cases(entities: Sequence[Entity], cases: Iterable[Case]) -> list[Answered]:
    """Propose the answers of every case to every entity's questions, archived ones included."""
    asked = [[one.question for one in entity.qualifying_questions] for entity in entities]
    return [
        Answered(
            case,
            tuple(
                {at: one.answer for at, one in enumerate(answer(questions, case.notes))}
                for questions in asked
            ),
        )
        for case in cases
    ]


def run(
    entities: Sequence[Entity],
    answered: Iterable[Answered],
    points: Mapping[str, float] = POINTS,
) -> list[Result]:
    """
    Score every case against every entity and compare with its label.

    A case that should match one entity and matches another is a "wrong match", whatever
    its band; one whose best match has no score is "no score". Coverage does not matter here:
    notes seldom answer half, and what is tuned is the number.
    """
    names = [entity.name for entity in entities]
    sets = [entity.qualifying_questions for entity in entities]
    return [_result(one, names, sets, points) for one in answered] if entities else []


def _result(
    one: Answered,
    names: Sequence[str],
    sets: Sequence[Sequence[QualifyingQuestion]],
    points: Mapping[str, float],
) -> Result:
    cards = [score(qs, said, points) for qs, said in zip(sets, one.answers, strict=True)]
    best = rank(cards)[0]
    card, case = cards[best], one.case
    got: Band | Literal["disqualified"] | None = "disqualified" if card.tripped else card.band
    outcome: Outcome = "right"
    if case.entity and case.entity.casefold() != names[best].casefold():
        outcome = "wrong match"
    elif got is None:
        outcome = "no score"
    elif _RANK[got] != _RANK[case.band]:
        outcome = "too high" if _RANK[got] > _RANK[case.band] else "too low"
    return Result(case, names[best], got, outcome, card)


def discrimination(
    entities: Sequence[Entity], answered: Sequence[Answered]
) -> list[Discrimination]:
    """
    Tell for each active question how differently good cases and the others answer it.

    Only cases count that should match the question's entity, or any. Least telling first.
    """
    found = []
    for place, entity in enumerate(entities):
        own = [
            one
            for one in answered
            if not one.case.entity or one.case.entity.casefold() == entity.name.casefold()
        ]
        for index, question in enumerate(entity.qualifying_questions):
            if question.archived_at is None:
                found.append(_discriminate(entity.name, place, index, question, own))
    return sorted(found, key=lambda one: (one.power is None, one.power or 0.0))


def _discriminate(
    name: str, place: int, index: int, question: QualifyingQuestion, cases: Sequence[Answered]
) -> Discrimination:
    counts = {True: [0, 0], False: [0, 0]}
    for one in cases:
        said = one.answers[place].get(index, "Unknown")
        if said != "Unknown":
            side = counts[one.case.band == "good"]
            side[0] += said == "Yes"
            side[1] += 1
    (yes_good, of_good), (yes_other, of_other) = counts[True], counts[False]
    power = None
    if of_good and of_other:
        power = yes_good / of_good - yes_other / of_other
        power = -power if question.fit_type == "BAD" else power
    text = question.question
    return Discrimination(name, index, text, yes_good, of_good, yes_other, of_other, power)


def compare(
    before: Sequence[Entity],
    after: Sequence[Entity],
    answered: Sequence[Answered],
    *,
    points: Mapping[str, float] = POINTS,
    new_points: Mapping[str, float] | None = None,
) -> Change:
    """
    Run the same answers before and after a change.

    Args:
        before, after: The same entities; in `after` questions may have another weight or
            fitType, or be archived. Their words and order must be the same.
        answered: From `answer_cases` with `before`.
        points: What the weights count before.
        new_points: What they count after; None is the same.

    Raises:
        ValueError: A question was reworded, moved, added or removed: answer the cases anew.
    """
    for old, new in zip(before, after, strict=True):
        if [q.question for q in old.qualifying_questions] != [
            q.question for q in new.qualifying_questions
        ]:
            raise ValueError(f"The questions of “{new.name}” are others: answer the cases anew.")
    was = run(before, answered, points)
    now = run(after, answered, points if new_points is None else new_points)
    moved = [at for at, (a, b) in enumerate(zip(was, now, strict=True)) if _shown(a) != _shown(b)]
    return Change(tuple(was), tuple(now), tuple(moved))


def _shown(result: Result) -> tuple[str, str, str | None, int | None]:
    return result.outcome, result.matched, result.got, result.card.ten


def weighed(
    questions: Sequence[QualifyingQuestion], index: int, weight: str
) -> list[QualifyingQuestion]:
    """Give the questions with one of another weight."""
    return _with(questions, index, weight=weight)


def archived(
    questions: Sequence[QualifyingQuestion], index: int, at: str | None
) -> list[QualifyingQuestion]:
    """Give the questions with one archived at a time, or with None in use again."""
    return _with(questions, index, archived_at=at)


def _with(
    questions: Sequence[QualifyingQuestion], index: int, **changes: str | None
) -> list[QualifyingQuestion]:
    one = questions[index].model_copy(update=changes)
    return [*questions[:index], one, *questions[index + 1 :]]
