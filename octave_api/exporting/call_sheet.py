"""
A discovery call sheet: what to ask aloud, what to listen for, where to tick. Pure.

What can end the talk comes first. The rest follows heaviest first, so that a call
cut short has asked what counts most.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from octave_api.exporting.report import Asked, Report

BLANKS = ("Company", "Person and title", "Date", "Asked by")
"""What somebody fills in before the call."""

HOW_TO_READ = (
    "A yes to a GOOD question speaks for a fit, a yes to a BAD one against it. "
    "High counts 3, medium 2, low 1. Unknown is an answer: it counts nothing."
)


@dataclass(frozen=True, slots=True)
class Group:
    """Questions under one heading, with a line on how to take their answers."""

    title: str
    advice: str
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class CallSheet:
    """A report, arranged for a call; its footnotes are those of the questions."""

    report: Report
    groups: tuple[Group, ...]


def arrange(report: Report) -> CallSheet:
    """Put the questions into the order in which they are asked."""
    report = _questions_only(report)
    rest = report.questions
    groups = (
        Group(
            "First: what would rule them out",
            "A yes to a BAD question, or a no to a GOOD one, ends it here.",
            report.gates,
        ),
        Group(
            "What speaks for a fit",
            "Ask openly first; tick when you are sure.",
            tuple(one for one in rest if one.fit == "GOOD"),
        ),
        Group(
            "What speaks against it",
            "A yes takes its weight away.",
            tuple(one for one in rest if one.fit == "BAD"),
        ),
        Group(
            "More to ask",
            "How these count is not known here.",
            tuple(one for one in rest if one.fit not in ("GOOD", "BAD")),
        ),
    )
    return CallSheet(report, tuple(group for group in groups if group.questions))


def _questions_only(report: Report) -> Report:
    """Keep the footnotes of the questions, numbered anew."""
    numbers: dict[int, int] = {}

    def renumbered(one: Asked) -> Asked:
        notes = tuple(numbers.setdefault(note, len(numbers) + 1) for note in one.notes)
        return replace(one, notes=notes)

    gates = tuple(renumbered(one) for one in report.gates)
    # The order in which `arrange` puts them, so that the numbers ascend.
    order = sorted(report.questions, key=lambda one: _PLACES.get(one.fit, len(_PLACES)))
    questions = tuple(renumbered(one) for one in order)
    kept = [one for one in report.footnotes if one.number in numbers]
    footnotes = sorted(
        (replace(one, number=numbers[one.number]) for one in kept), key=lambda one: one.number
    )
    parts = tuple(
        replace(
            part,
            statements=tuple(replace(one, origin="", notes=(), why="") for one in part.statements),
        )
        for part in report.parts
    )
    return replace(
        report, parts=parts, gates=gates, questions=questions, footnotes=tuple(footnotes)
    )


_PLACES = {"GOOD": 0, "BAD": 1}
