"""
A persona or segment on one page of PDF. Pure.

One page means one page, in type that can be read: where not all fits, what matters
first is chosen, and the page says how much is left out and where it is. Disqualifiers
come first, then the best items of every field and the heaviest questions, in turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from octave_api.exporting import paper as pp
from octave_api.exporting import setting
from octave_api.exporting.paper import Paper, Paragraph, Run
from octave_api.exporting.report import Asked, Part, Report, Statement

MEDIA_TYPE = "application/pdf"
GAP = 8.0
COLUMN = (pp.INNER - GAP) / 2
_BESIDE = ("commonJobTitles", "firmographics")
"""Fields of many short items, set side by side."""
_PER_TURN = 2
"""Questions for each item of a field, when not all fits."""
_LONGEST = 600
"""Characters of an item; a longer one would take the place of all others."""

Item = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Page:
    """The finished page, and what it holds of the report."""

    content: bytes
    shown: tuple[str, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class _Layout:
    head: list[Paragraph]
    left: list[Paragraph]
    right: list[Paragraph]
    notes: list[list[Paragraph]]
    bottom: list[Paragraph]

    def height(self, paper: Paper) -> float:
        return (
            _height(paper, self.head, pp.INNER)
            + max(_height(paper, side, COLUMN) for side in (self.left, self.right))
            + max((_height(paper, side, COLUMN) for side in self.notes), default=0)
            + _height(paper, self.bottom, pp.INNER)
            + 6.0
        )


def render(report: Report, made_at: datetime) -> Page:
    """Set a report on one page."""
    paper = Paper(report.name, made_at)
    room = pp.HEIGHT - 2 * pp.MARGIN
    items = list(_in_turn(report))
    chosen = set(items)
    if _lay_out(paper, report, chosen).height(paper) > room:
        chosen = set()
        for item in items:
            if _lay_out(paper, report, chosen | {item}).height(paper) <= room:
                chosen.add(item)
    _draw(paper, _lay_out(paper, report, chosen))
    texts = {**_statements(report), **_asked(report)}
    shown = tuple(texts[item] for item in items if item in chosen)
    return Page(paper.to_bytes(), shown, _count(report) - len(chosen))


def _statements(report: Report) -> dict[Item, str]:
    return {
        (part.key, n): one.text for part in report.fields() for n, one in enumerate(part.statements)
    }


def _asked(report: Report) -> dict[Item, str]:
    return {("?", n): one.text for n, one in enumerate(report.asked())}


def _count(report: Report) -> int:
    return len(_statements(report)) + len(_asked(report))


def _in_turn(report: Report) -> Iterator[Item]:
    """Give all items that can be on the page, what matters first before the rest."""
    asked = [item for item, text in _asked(report).items() if len(text) <= _LONGEST]
    fields = [
        [(part.key, n) for n, one in enumerate(part.statements) if len(one.text) <= _LONGEST]
        for part in report.fields()
    ]
    gates, asked = asked[: len(report.gates)], asked[len(report.gates) :]
    yield from gates
    for turn in range(max([len(asked), *map(len, fields)], default=0)):
        yield from asked[turn * _PER_TURN : (turn + 1) * _PER_TURN]
        for items in fields:
            yield from items[turn : turn + 1]


class _Numbers:
    """Numbers footnotes anew, in the order in which the page refers to them."""

    def __init__(self) -> None:
        self.given: dict[int, int] = {}

    def __call__(self, number: int) -> int:
        return self.given.setdefault(number, len(self.given) + 1)


def _lay_out(paper: Paper, report: Report, chosen: set[Item]) -> _Layout:
    """Arrange what is chosen in two columns that are as even as can be."""
    numbers = _Numbers()
    head = _head(paper, report, numbers)
    parts = [_chosen(part, chosen) for part in report.fields()]
    fields = [_field(paper, part, numbers) for part in parts if part.statements]
    questions = _questions(paper, report, chosen, numbers)
    left, right = _even(paper, fields, questions)
    cited = [one for one in report.footnotes if one.number in numbers.given]
    foot = setting.footnotes(paper, cited, numbers)
    left_out = _count(report) - len(chosen)
    return _Layout(head, left, right, _columns(paper, foot), _bottom(paper, report, left_out))


def _chosen(part: Part, chosen: set[Item]) -> Part:
    kept = tuple(one for n, one in enumerate(part.statements) if (part.key, n) in chosen)
    return Part(part.key, part.title, kept)


def _head(paper: Paper, report: Report, numbers: _Numbers) -> list[Paragraph]:
    found = [
        setting.title(paper, report.name, report.named()[0], numbers),
        setting.about(paper, report, numbers),
    ]
    runs: list[Run] = []
    for one in report.description():
        runs += [*setting.statement(paper, one, numbers, 10.5), Run(" ", 10.5)]
    if runs:
        found.append(Paragraph(tuple(runs), before=1.6, at_most=6))
    found.append(setting.share(paper, report))
    if report.score:
        found.append(Paragraph((Run(f"Score: {paper.printable(report.score)}", 9, bold=True),)))
    return found


def _field(paper: Paper, part: Part, numbers: _Numbers) -> list[Paragraph]:
    found = [setting.heading(paper, part.title)]
    if part.key not in _BESIDE:
        return [*found, *(setting.bullet(paper, one, numbers) for one in part.statements)]
    for lead, own in _by_lead(part.statements):
        runs: list[Run] = [Run(f"{paper.printable(lead)}: ", colour=pp.SOFT)] if lead else []
        for n, one in enumerate(own):
            runs += [Run(" · ", colour=pp.SOFT)] if n else []
            runs += setting.statement(paper, one, numbers, lead=False)
        found.append(Paragraph(tuple(runs), before=0.5))
    return found


def _by_lead(statements: Iterable[Statement]) -> list[tuple[str, list[Statement]]]:
    found: dict[str, list[Statement]] = {}
    for one in statements:
        found.setdefault(one.lead, []).append(one)
    return list(found.items())


def _questions(
    paper: Paper, report: Report, chosen: set[Item], numbers: _Numbers
) -> list[Paragraph]:
    asked = [one for n, one in enumerate(report.asked()) if ("?", n) in chosen]
    gates = [one for one in asked if one.gate]
    rest = [one for one in asked if not one.gate]
    found: list[Paragraph] = []
    for title, own in (("Disqualifiers", gates), ("Qualifying questions", rest)):
        if own:
            found.append(setting.heading(paper, title))
            found += [_question(paper, one, numbers) for one in own]
    return found


def _question(paper: Paper, one: Asked, numbers: _Numbers) -> Paragraph:
    runs = (
        Run(paper.printable(one.text)),
        *setting.marks(one.origin, one.notes, numbers, 9.0),
        *setting.badges(one, 8.5),
    )
    return Paragraph(runs, before=0.9, indent=3.2, bullet="•")


def _even(
    paper: Paper, fields: Sequence[list[Paragraph]], questions: list[Paragraph]
) -> tuple[list[Paragraph], list[Paragraph]]:
    """Put the first fields left, the questions right, and the other fields below these."""
    heights = [_height(paper, field, COLUMN) for field in fields]
    asked = _height(paper, questions, COLUMN)
    # Of equal ones the last: more fields on the left, in their order.
    cut = min(
        range(len(fields), -1, -1),
        key=lambda at: max(sum(heights[:at]), asked + sum(heights[at:])),
    )
    left = [one for field in fields[:cut] for one in field]
    return left, [*questions, *(one for field in fields[cut:] for one in field)]


def _columns(paper: Paper, notes: list[Paragraph]) -> list[list[Paragraph]]:
    """Divide footnotes into two columns of about the same height."""
    half = _height(paper, notes, COLUMN) / 2
    high, count = 0.0, 0
    while count < len(notes) and high < half:
        high += paper.height(notes[count], COLUMN)
        count += 1
    return [notes[:count], notes[count:]]


def _bottom(paper: Paper, report: Report, left_out: int) -> list[Paragraph]:
    total = _count(report)
    lines = [setting.soft(paper, setting.legend(report), size=7.0, before=1.4)]
    if left_out:
        them = "is" if left_out == 1 else "are"
        text = (
            f"This page holds {total - left_out} of {total} statements and questions; the other "
            f"{left_out} {them} in the full PDF, the HTML and the Markdown documents."
        )
        lines.append(Paragraph((Run(text, 7.5, bold=True),), before=0.4))
    return lines


def _height(paper: Paper, paragraphs: Sequence[Paragraph], width: float) -> float:
    return sum(paper.height(one, width) for one in paragraphs)


def _draw(paper: Paper, found: _Layout) -> None:
    y = _flow(paper, found.head, pp.MARGIN, pp.MARGIN, pp.INNER) + 1.2
    paper.rule(pp.MARGIN, y, pp.INNER)
    for side, x in ((found.left, pp.MARGIN), (found.right, pp.MARGIN + COLUMN + GAP)):
        _flow(paper, side, x, y, COLUMN)
    high = max((_height(paper, side, COLUMN) for side in found.notes), default=0)
    y = pp.HEIGHT - pp.MARGIN - high - _height(paper, found.bottom, pp.INNER)
    paper.rule(pp.MARGIN, y - 0.8, pp.INNER)
    for side, x in zip(found.notes, (pp.MARGIN, pp.MARGIN + COLUMN + GAP), strict=True):
        _flow(paper, side, x, y, COLUMN)
    y = _flow(paper, found.bottom, pp.MARGIN, y + high, pp.INNER)
    if note := setting.missing_note(paper):
        paper.draw(setting.soft(paper, note, size=7.0), pp.MARGIN, y, pp.INNER)


def _flow(paper: Paper, paragraphs: Sequence[Paragraph], x: float, y: float, wide: float) -> float:
    for one in paragraphs:
        y = paper.draw(one, x, y, wide)
    return y
