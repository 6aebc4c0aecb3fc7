"""
A persona or segment as a PDF with every statement, question and footnote. Pure.

As many pages as it takes: what belongs together is not parted by a page's end.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from octave_api.exporting import setting
from octave_api.exporting.pages import Desk
from octave_api.exporting.paper import Paper, Paragraph, Run
from octave_api.exporting.report import Asked, Report

_HEADING = 11.5
_INDENT = 7.0


def render(found: Report, made_at: datetime) -> bytes:
    """Set a report."""
    desk = Desk(Paper(found.name, made_at), found.name)
    _head(desk, found)
    _questions(desk, "Disqualifiers", found.gates)
    for part in found.fields():
        items = [setting.bullet(desk.paper, one, int) for one in part.statements]
        _listed(desk, part.title, items)
    _questions(desk, "Qualifying questions", found.questions)
    _listed(desk, "Ask this next", [_gap(desk.paper, *gap) for gap in found.gaps])
    _sources(desk, found)
    desk.foot()
    return desk.paper.to_bytes()


def _head(desk: Desk, found: Report) -> None:
    paper = desk.paper
    name, _ = found.named()
    lines = [setting.title(paper, found.name, name), setting.about(paper, found, int)]
    runs = [run for one in found.description() for run in
            (*setting.statement(paper, one, int, 10.5), Run(" ", 10.5))]  # fmt: skip
    lines += [Paragraph(tuple(runs), before=1.5)] if runs else []
    lines.append(setting.share(paper, found))
    if found.score:
        lines.append(Paragraph((Run(f"Score: {paper.printable(found.score)}", 9, bold=True),)))
    desk.put(lines)


def _listed(desk: Desk, title: str, items: Sequence[Paragraph]) -> None:
    """Set a list, its heading never alone at the end of a page."""
    lead = [setting.heading(desk.paper, title, size=_HEADING, before=4.5)]
    for item in items:
        desk.put([*lead, item])
        lead = []


def _questions(desk: Desk, title: str, questions: Sequence[Asked]) -> None:
    lead = [setting.heading(desk.paper, title, size=_HEADING, before=4.5)]
    for number, one in enumerate(questions, 1):
        desk.put([*lead, *_question(desk.paper, one, number)])
        lead = []


def _question(paper: Paper, one: Asked, number: int) -> list[Paragraph]:
    asked = Paragraph(
        (
            Run(paper.printable(one.text), 10, bold=True),
            *setting.marks(one.origin, one.notes, int, 9),
            *setting.badges(one, 8.5),
        ),
        before=2.2,
        indent=_INDENT,
        bullet=f"{number}.",
        bullet_run=Run("", 10, bold=True),
    )
    pairs = (
        ("Look for", one.rationale),
        ("Listen for", one.listen_for),
        ("Say", one.spoken),
        ("Serves", one.framework),
    )
    return [asked, *(setting.pair(paper, name, text, _INDENT) for name, text in pairs if text)]


def _gap(paper: Paper, gap: str, name: str) -> Paragraph:
    runs = (Run(paper.printable(gap), 9), Run(f"  {paper.printable(name)}", 8))
    return Paragraph(runs, before=0.5, indent=3.2, bullet="•")


def _sources(desk: Desk, found: Report) -> None:
    lines = setting.footnotes(desk.paper, found.footnotes, int, size=7.5)
    for at, one in enumerate(lines):
        desk.put([one] if at else [setting.soft(desk.paper, "", before=4.0), one])
    desk.put([setting.soft(desk.paper, setting.legend(found), size=7.5, before=2.5)])
    if note := setting.missing_note(desk.paper):
        desk.put([setting.soft(desk.paper, note, size=7.5)])
