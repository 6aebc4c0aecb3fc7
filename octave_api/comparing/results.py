"""
What a comparison of two or three entities holds, and what it says in a line. Pure.

Sides are counted from 0 and called by letters. All lists are in the order in which they
are worth reading.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from octave_api.contract import QualifyingQuestion
from octave_api.exporting.files import Subject
from octave_api.origins import ORIGINS
from octave_api.scoring.tally import GATE, POINTS

LETTERS = "ABC"
"""What the sides are called, in their order."""
BEST = 3
"""Questions that one asks to tell them apart; nobody remembers more."""


@dataclass(frozen=True, slots=True)
class Said:
    """One line of one side; `origin` is "" without evidence, `lead` names a part of its field."""

    side: int
    place: int
    text: str
    pointer: str
    origin: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One thought of a field, in the words of every side that has it."""

    said: tuple[Said, ...]

    @property
    def sides(self) -> tuple[int, ...]:
        """Give the sides that say it."""
        return tuple(sorted({one.side for one in self.said}))

    def of(self, side: int) -> tuple[Said, ...]:
        """Give how one side puts it; mostly one line, none where it does not say it."""
        return tuple(one for one in self.said if one.side == side)


@dataclass(frozen=True, slots=True)
class FieldPoints:
    """A field with its thoughts, those of most sides first."""

    key: str
    title: str
    points: tuple[Point, ...]
    count: int

    @property
    def shared(self) -> tuple[Point, ...]:
        """Give what all sides say."""
        return tuple(one for one in self.points if len(one.sides) == self.count)

    def of(self, *sides: int) -> tuple[Point, ...]:
        """Give what exactly these sides say."""
        return tuple(one for one in self.points if one.sides == sides)

    def finding(self) -> str:
        """Say in one line how much of the field is shared."""
        return _finding(len(self.points), self.count, [one.sides for one in self.points])


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of one side, with what is known beside it."""

    side: int
    place: int
    question: QualifyingQuestion
    origin: str = ""
    spoken: str = ""
    listen_for: str = ""

    @property
    def text(self) -> str:
        return self.question.question

    @property
    def points(self) -> float:
        """Give what it counts in a score; a gate as much as a HIGH, an unknown weight as a LOW."""
        weight = str(self.question.weight)
        return POINTS["HIGH"] if weight == GATE else POINTS.get(weight, POINTS["LOW"])


@dataclass(frozen=True, slots=True)
class Echo:
    """A line by which another side says what only one side asks for."""

    side: int
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class QuestionPoint:
    """What is asked once or by several sides; `echoes` say it of sides that do not ask."""

    asked: tuple[Asked, ...]
    count: int
    echoes: tuple[Echo, ...] = ()

    @property
    def sides(self) -> tuple[int, ...]:
        """Give the sides that ask it."""
        return tuple(sorted({one.side for one in self.asked}))

    def of(self, side: int) -> tuple[Asked, ...]:
        """Give how one side asks it."""
        return tuple(one for one in self.asked if one.side == side)

    def fits(self, side: int) -> frozenset[str]:
        """Give what a yes speaks for on one side; nothing where it is not asked."""
        return frozenset(str(one.question.fit_type) for one in self.of(side))

    @property
    def apart(self) -> tuple[tuple[int, int], ...]:
        """Give the pairs of sides that it tells apart."""
        return tuple(pair for pair in self._pairs() if self.fits(pair[0]) != self.fits(pair[1]))

    @property
    def confused(self) -> tuple[tuple[int, int], ...]:
        """Give the pairs of sides that ask it and mean the same by a yes."""
        return tuple(
            (one, other)
            for one, other in self._pairs()
            if self.fits(one) and self.fits(one) == self.fits(other)
        )

    @property
    def opposite(self) -> bool:
        """Tell whether a yes speaks for one side and against another."""
        return any(self.fits(one) and self.fits(other) for one, other in self.apart)

    @property
    def distance(self) -> float:
        """Give how many points a yes moves the sides away from each other, over all pairs."""
        most = [max((one.points for one in self.of(side)), default=0) for side in range(self.count)]
        return sum(most[one] + most[other] for one, other in self.apart)

    @property
    def lead(self) -> Asked:
        """Give the wording to read out: the heaviest, then the best founded one."""
        return min(
            self.asked,
            key=lambda one: (-one.points, rank(one.origin), one.place, one.text, one.spoken),
        )

    def _pairs(self) -> Iterator[tuple[int, int]]:
        return itertools.combinations(range(self.count), 2)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two or three entities of one kind share and what tells them apart."""

    subjects: tuple[Subject, ...]
    fields: tuple[FieldPoints, ...]
    questions: tuple[QuestionPoint, ...]

    @property
    def telling(self) -> tuple[QuestionPoint, ...]:
        """Give the questions that tell some of them apart, the farthest first."""
        return tuple(one for one in self.questions if one.apart)

    @property
    def confusing(self) -> tuple[QuestionPoint, ...]:
        """Give the questions that two or more ask and mean the same by."""
        return tuple(one for one in self.questions if one.confused)

    @property
    def identical(self) -> bool:
        """Tell whether nothing differs; so do sides of which nothing is known."""
        return not self.telling and all(len(one.shared) == len(one.points) for one in self.fields)

    def best(self, limit: int = BEST) -> tuple[QuestionPoint, ...]:
        """
        Choose the questions that tell them apart best, asked by different sides where they can be.

        What another side's fields say as well comes last.
        """
        rest = sorted(self.telling, key=lambda one: bool(one.echoes))
        chosen: list[QuestionPoint] = []
        heard: set[tuple[int, ...]] = set()
        while rest and len(chosen) < limit:
            plain = [one for one in rest if not one.echoes] or rest
            fresh = [one for one in plain if one.sides not in heard]
            if not fresh:
                heard.clear()
                fresh = plain
            chosen.append(fresh[0])
            heard.add(fresh[0].sides)
            rest.remove(fresh[0])
        return tuple(chosen)

    def question_finding(self) -> str:
        """Say in one line what the questions are good for."""
        total = len(self.questions)
        if not total:
            return "None of them has a question to ask."
        telling = len(self.telling)
        if not telling:
            none = "The only question does not tell" if total == 1 else "No question tells"
            return f"{none} them apart."
        if telling < total:
            every = f"{telling} of {total} questions {'tells' if telling == 1 else 'tell'}"
        else:
            every = "The only question tells" if total == 1 else f"All {total} questions tell"
        rest = "" if len(self.subjects) == 2 else ", at least two of the three"
        return f"{every} them apart{rest}."

    def field_finding(self) -> str:
        """Say in one line how much of all fields is shared."""
        total = sum(len(one.points) for one in self.fields)
        if not total:
            return "None of them says anything yet."
        shared = sum(len(one.shared) for one in self.fields)
        if total == 1:
            return "The only line is shared." if shared else "The only line is not shared."
        return f"{shared or 'None'} of {total} lines shared."


def said_by(sides: Sequence[int]) -> str:
    """Name sides by their letters: "A and C"."""
    return " and ".join(LETTERS[side] for side in sides)


def rank(origin_word: str) -> int:
    """Rank an origin, best first; between what the source says and what is typical if unknown."""
    known = list(ORIGINS)
    if origin_word in known and origin_word != "TYPICAL":
        return known.index(origin_word)
    return len(known) + (origin_word == "TYPICAL")


def _finding(total: int, count: int, sides: Sequence[tuple[int, ...]]) -> str:
    """Say how many thoughts of a field all `count` sides share, and what each has to itself."""
    shared = sum(1 for one in sides if len(one) == count)
    if shared == total:
        return "The only line is shared." if total == 1 else f"All {total} are shared."
    if len(set(sides)) == 1 and len(sides[0]) == 1:
        return f"Only {LETTERS[sides[0][0]]} says anything here."
    parts = []
    for sharing in sorted(set(sides), key=lambda one: (-len(one), one)):
        number = sides.count(sharing)
        if len(sharing) == 1:
            parts.append(f"{number} only in {LETTERS[sharing[0]]}")
        elif len(sharing) < count:
            parts.append(f"{number} in {said_by(sharing)}")
    start = f"{shared} of {total} shared" if shared else "Nothing shared"
    start = f"{start} by all" if count > 2 else start
    return f"{start}: {', '.join(parts)}."
