"""
A discovery call sheet as a PDF to print or to type beside. Pure.

As many pages as it takes: no question is parted from its boxes by a page's end.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from octave_api.exporting import paper as pp
from octave_api.exporting import setting
from octave_api.exporting.call_sheet import BLANKS, HOW_TO_READ, CallSheet
from octave_api.exporting.paper import Paper, Paragraph, Run
from octave_api.exporting.report import Asked
from octave_api.scoring.tally import ANSWERS

_FOOT = 7.0
_LINE = 7.2
"""Millimetres between lines that somebody writes on by hand."""
_SPACE = 6
"""Lines for notes at the end."""
_INDENT = 7.0
_NOTES = 64.0
"""Where the line for notes begins, right of the boxes."""


def render(sheet: CallSheet, made_at: datetime) -> bytes:
    """Set a call sheet."""
    title = f"Discovery call: {sheet.report.name}"
    desk = _Desk(Paper(title, made_at), title)
    _head(desk, sheet)
    number = 1
    for group in sheet.groups:
        lead = [
            setting.heading(desk.paper, group.title, size=11.5, before=5.0),
            setting.soft(desk.paper, group.advice),
        ]
        for one in group.questions:
            _question(desk, one, number, lead)
            lead = []
            number += 1
    _gaps(desk, sheet)
    _notes(desk)
    _sources(desk, sheet)
    desk.foot()
    return desk.paper.to_bytes()


class _Desk:
    """Where the pen is; begins a new page when something has no room on this one."""

    def __init__(self, paper: Paper, title: str) -> None:
        self.paper, self.title, self.y = paper, title, pp.MARGIN

    @property
    def room(self) -> float:
        return pp.HEIGHT - pp.MARGIN - _FOOT - self.y

    def put(self, paragraphs: Sequence[Paragraph], *, after: float = 0.0) -> None:
        """Draw paragraphs together, with `after` mm below that belong to them."""
        high = sum(self.paper.height(one, pp.INNER) for one in paragraphs) + after
        if high > self.room and self.y > pp.MARGIN:
            self.foot()
            self.paper.new_page()
            self.y = pp.MARGIN
        for one in paragraphs:
            # What is longer than a page runs on to the next.
            if self.paper.height(one, pp.INNER) > self.room > 0 and self.y > pp.MARGIN:
                self.foot()
                self.paper.new_page()
                self.y = pp.MARGIN
            self.y = self.paper.draw(one, pp.MARGIN, self.y, pp.INNER)

    def lines(self, count: int, x: float = 0.0) -> None:
        """Draw lines to write on."""
        for _ in range(count):
            self.y += _LINE
            self.paper.rule(pp.MARGIN + x, self.y, pp.INNER - x)

    def foot(self) -> None:
        """Draw the line at the bottom of a page."""
        text = f"{self.title} · page {self.paper.pages}"
        one = Paragraph((Run(self.paper.printable(text), 7.5, colour=pp.SOFT),), at_most=1)
        self.paper.draw(one, pp.MARGIN, pp.HEIGHT - pp.MARGIN - 3, pp.INNER)


def _head(desk: _Desk, sheet: CallSheet) -> None:
    found = sheet.report
    lines = [
        setting.title(desk.paper, desk.title),
        setting.about(desk.paper, found),
        setting.share(desk.paper, found),
    ]
    if found.score:
        lines.append(Paragraph((Run(f"Score: {desk.paper.printable(found.score)}", 9, bold=True),)))
    desk.put(lines)
    half = pp.INNER / 2
    for n, blank in enumerate(BLANKS):
        x = pp.MARGIN + (half + 2) * (n % 2)
        desk.y += 0 if n % 2 else _LINE + 1.5
        desk.paper.draw(setting.soft(desk.paper, blank), x, desk.y - 5.0, half)
        desk.paper.rule(x, desk.y, half - 2, pp.SOFT)
    desk.put([setting.soft(desk.paper, HOW_TO_READ, size=8.0, before=2.5)])


def _question(desk: _Desk, one: Asked, number: int, lead: Sequence[Paragraph]) -> None:
    paper, numbers = desk.paper, int
    asked = Paragraph(
        (
            Run(paper.printable(one.spoken or one.text), 10.5, bold=True),
            *setting.marks(one.origin, one.notes, numbers, 9.5),
            *setting.badges(one, 8.5),
        ),
        before=3.4,
        indent=_INDENT,
        bullet=f"{number}.",
        bullet_run=Run("", 10.5, bold=True, colour=pp.SOFT),
    )
    found = [*lead, asked]
    if one.spoken:
        found.append(_pair(paper, "To find out", one.text))
    found += [
        _pair(paper, name, text)
        for name, text in (
            ("Listen for", one.listen_for),
            ("Look for", one.rationale),
            ("Serves", one.framework),
        )
        if text
    ]
    desk.put([*found, _boxes(one)])
    paper.rule(pp.MARGIN + _NOTES, desk.y, pp.INNER - _NOTES)


def _pair(paper: Paper, name: str, text: str) -> Paragraph:
    runs = (Run(f"{name}: ", 9, colour=pp.SOFT), Run(paper.printable(text), 9))
    return Paragraph(runs, before=0.2, indent=_INDENT)


def _boxes(one: Asked) -> Paragraph:
    boxes = [f"{'☒' if one.answer == word else '☐'} {word}" for word in ANSWERS]
    # The space before it is for handwriting above the line beside the boxes.
    return Paragraph(tuple(Run(f"{box}     ", 10.5) for box in boxes), before=2.4, indent=_INDENT)


def _gaps(desk: _Desk, sheet: CallSheet) -> None:
    lead = [
        setting.heading(desk.paper, "Ask this next", size=11.5, before=5.0),
        setting.soft(desk.paper, "What the source does not say."),
    ]
    for gap, name in sheet.report.gaps:
        runs = (
            Run(f"☐ {desk.paper.printable(gap)}", 10),
            Run(f"  {desk.paper.printable(name)}", 8, colour=pp.SOFT),
        )
        desk.put([*lead, Paragraph(runs, before=1.6)], after=_LINE)
        desk.lines(1, _INDENT)
        lead = []


def _notes(desk: _Desk) -> None:
    heading = setting.heading(desk.paper, "Notes", size=11.5, before=5.0)
    desk.put([heading], after=_SPACE * _LINE)
    desk.lines(_SPACE)


def _sources(desk: _Desk, sheet: CallSheet) -> None:
    found = setting.footnotes(desk.paper, sheet.report.footnotes, int, size=7.5)
    for n, one in enumerate(found):
        desk.put([one if n else setting.soft(desk.paper, "", before=4.0), *([] if n else [one])])
    legend = " ".join((setting.LEGEND, *sheet.report.remarks))
    desk.put([setting.soft(desk.paper, legend, size=7.5, before=1.5)])
    if note := setting.missing_note(desk.paper):
        desk.put([setting.soft(desk.paper, note, size=7.5)])
