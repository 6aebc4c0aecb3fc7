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
from octave_api.exporting.pages import LINE, Desk
from octave_api.exporting.paper import Paper, Paragraph, Run
from octave_api.exporting.report import Asked
from octave_api.scoring.tally import ANSWERS

_SPACE = 6
"""Lines for notes at the end."""
_INDENT = 7.0
_NOTES = 64.0
"""Where the line for notes begins, right of the boxes."""


def render(sheet: CallSheet, made_at: datetime) -> bytes:
    """Set a call sheet."""
    title = f"Discovery call: {sheet.report.name}"
    desk = Desk(Paper(title, made_at), title)
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


def _head(desk: Desk, sheet: CallSheet) -> None:
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
        desk.y += 0 if n % 2 else LINE + 1.5
        desk.paper.draw(setting.soft(desk.paper, blank), x, desk.y - 5.0, half)
        desk.paper.rule(x, desk.y, half - 2, pp.SOFT)
    desk.put([setting.soft(desk.paper, HOW_TO_READ, size=8.0, before=2.5)])


def _question(desk: Desk, one: Asked, number: int, lead: Sequence[Paragraph]) -> None:
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
        found.append(setting.pair(paper, "To find out", one.text, _INDENT))
    found += [
        setting.pair(paper, name, text, _INDENT)
        for name, text in (
            ("Listen for", one.listen_for),
            ("Look for", one.rationale),
            ("Serves", one.framework),
        )
        if text
    ]
    desk.put([*found, _boxes(one)])
    paper.rule(pp.MARGIN + _NOTES, desk.y, pp.INNER - _NOTES)


def _boxes(one: Asked) -> Paragraph:
    boxes = [f"{'☒' if one.answer == word else '☐'} {word}" for word in ANSWERS]
    # The space before it is for handwriting above the line beside the boxes.
    return Paragraph(tuple(Run(f"{box}     ", 10.5) for box in boxes), before=2.4, indent=_INDENT)


def _gaps(desk: Desk, sheet: CallSheet) -> None:
    lead = [
        setting.heading(desk.paper, "Ask this next", size=11.5, before=5.0),
        setting.soft(desk.paper, "What the source does not say."),
    ]
    for gap, name in sheet.report.gaps:
        runs = (
            Run(f"☐ {desk.paper.printable(gap)}", 10),
            Run(f"  {desk.paper.printable(name)}", 8, colour=pp.SOFT),
        )
        desk.put([*lead, Paragraph(runs, before=1.6)], after=LINE)
        desk.lines(1, _INDENT)
        lead = []


def _notes(desk: Desk) -> None:
    heading = setting.heading(desk.paper, "Notes", size=11.5, before=5.0)
    desk.put([heading], after=_SPACE * LINE)
    desk.lines(_SPACE)


def _sources(desk: Desk, sheet: CallSheet) -> None:
    found = setting.footnotes(desk.paper, sheet.report.footnotes, int, size=7.5)
    for n, one in enumerate(found):
        desk.put([one if n else setting.soft(desk.paper, "", before=4.0), *([] if n else [one])])
    legend = setting.legend(sheet.report)
    desk.put([setting.soft(desk.paper, legend, size=7.5, before=1.5)])
    if note := setting.missing_note(desk.paper):
        desk.put([setting.soft(desk.paper, note, size=7.5)])
