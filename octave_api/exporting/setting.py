"""
Parts of a report as paragraphs of a PDF document. Pure.

Made once for both documents, so that an origin looks the same in each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from octave_api.exporting import paper as pp
from octave_api.exporting.paper import Paper, Paragraph, Run
from octave_api.exporting.report import Asked, Footnote, Report, Statement

Numbers = Callable[[int], int]
"""Gives the number that a footnote has in the document at hand."""

_LEGEND = {
    "A number alone": "A number alone: quoted, the source's own words.",
    "Inferred": "inferred: follows from the quoted sentence by the rule after the arrow.",
    "Edited": "edited: written or reworded by a person.",
    "Typical": "typical: usual for such a role or market, not in the source.",
}
_QUOTE = 260
"""Characters of a quote in a footnote; the HTML and the Markdown have all of it."""


def legend(found: Report) -> str:
    """Say what the marks of a document mean, then what is to know about it."""
    return " ".join([*(_LEGEND[mark] for mark, _ in found.legend()), *found.remarks])


def heading(paper: Paper, text: str, *, size: float = 10.0, before: float = 3.2) -> Paragraph:
    """Set a heading."""
    return Paragraph(
        (Run(paper.printable(text), size, bold=True, colour=pp.ACCENT),), before=before
    )


def title(
    paper: Paper, text: str, name: Statement | None = None, numbers: Numbers = int
) -> Paragraph:
    """Set the document's name, on two lines at most, with the origin of `name`."""
    found = marks(name.origin, name.notes, numbers, 11.0) if name else ()
    after = tuple(replace(run, rise=8.0) if run.rise else run for run in found)
    return Paragraph((Run(paper.printable(text), 19, bold=True), *after), at_most=2)


def soft(paper: Paper, text: str, *, size: float = 9.0, before: float = 0.0) -> Paragraph:
    """Set a line of small print."""
    return Paragraph((Run(paper.printable(text), size, colour=pp.SOFT),), before=before)


def about(paper: Paper, found: Report, numbers: Numbers | None = None) -> Paragraph:
    """Set what a report is of, and of when; with `numbers` also the origin of its alias."""
    _, alias = found.named()
    runs = [Run(found.kind.capitalize(), colour=pp.SOFT)]
    if alias:
        runs.append(Run(f" · {paper.printable(alias.text)}", colour=pp.SOFT))
        runs += marks(alias.origin, alias.notes, numbers, 9.0) if numbers else ()
    return Paragraph((*runs, Run(f" · {found.made_on}", colour=pp.SOFT)))


def share(paper: Paper, found: Report, *, before: float = 1.5) -> Paragraph:
    """Set how much is quoted."""
    detail = f"; {found.share_detail}" if found.share_detail else ""
    return Paragraph(
        (Run(found.share, 9, bold=True), Run(detail, 9, colour=pp.SOFT)), before=before
    )


def marks(origin: str, notes: Sequence[int], numbers: Numbers, size: float) -> tuple[Run, ...]:
    """Set the numbers of the footnotes, and the origin of what is not quoted."""
    runs: list[Run] = []
    if origin and (origin != "Quoted" or not notes):
        runs.append(Run(f" {origin.lower()}", size * 0.85, colour=pp.SOFT))
    if notes:
        text = ",".join(str(numbers(note)) for note in notes)
        runs.append(Run(text, size * 0.68, colour=pp.ACCENT, rise=size * 0.32))
    return tuple(runs)


def statement(
    paper: Paper, one: Statement, numbers: Numbers, size: float = 9.0, *, lead: bool = True
) -> tuple[Run, ...]:
    """Set a text with its lead in front and its origin behind."""
    before = (
        (Run(f"{paper.printable(one.lead)}: ", size, colour=pp.SOFT),) if lead and one.lead else ()
    )
    text = Run(paper.printable(one.text), size)
    return (*before, text, *marks(one.origin, one.notes, numbers, size))


def bullet(paper: Paper, one: Statement, numbers: Numbers) -> Paragraph:
    """Set a text as an item of a list."""
    return Paragraph(statement(paper, one, numbers), before=0.5, indent=3.2, bullet="•")


def badges(one: Asked, size: float = 9.0) -> tuple[Run, ...]:
    """Set a question's fit in its colour, and its weight; always with the words."""
    pair = {"GOOD": pp.GOOD, "BAD": pp.BAD}.get(one.fit, pp.PLAIN)
    return (
        *pp.badge(one.fit, pair, size),
        *pp.badge(one.weight_word, pp.PLAIN, size),
        *(pp.badge(f"Answered {one.answer}", pp.PLAIN, size) if one.answer else ()),
    )


def pair(paper: Paper, name: str, text: str, indent: float) -> Paragraph:
    """Set what stands beside a question under its name."""
    runs = (Run(f"{name}: ", 9, colour=pp.SOFT), Run(paper.printable(text), 9))
    return Paragraph(runs, before=0.2, indent=indent)


def footnotes(
    paper: Paper, found: Sequence[Footnote], numbers: Numbers, *, size: float = 7.0
) -> list[Paragraph]:
    """
    Set footnotes: each quote, its source, and the rules by which claims follow.

    A source that all of them share is named once, in front.
    """
    sources = {_source(one) for one in found}
    shared = sources.pop() if len(sources) == 1 else ""
    text = f"Quoted from: {shared}" if shared else "Sources"
    head = Paragraph((Run(paper.printable(text), size, bold=True, colour=pp.SOFT),))
    ordered = sorted(found, key=lambda one: numbers(one.number))
    return (
        [
            head,
            *(
                _footnote(paper, one, numbers(one.number), size, named=not shared)
                for one in ordered
            ),
        ]
        if found
        else []
    )


def _source(one: Footnote) -> str:
    source = one.url or one.source
    return source if len(source) <= 90 else f"{source[:88]}…"


def _footnote(paper: Paper, one: Footnote, number: int, size: float, *, named: bool) -> Paragraph:
    quote = one.quote if len(one.quote) <= _QUOTE else f"{one.quote[:_QUOTE].rsplit(' ', 1)[0]} …"
    source = f" {_source(one)}" if named else ""
    rules = f" → {'; '.join(one.rules)}" if one.rules else ""
    return Paragraph(
        (
            Run(f"“{paper.printable(quote)}”", size),
            Run(paper.printable(f"{source}{rules}"), size, colour=pp.SOFT),
        ),
        before=0.3,
        indent=4.4,
        bullet=str(number),
        bullet_run=Run("", size, colour=pp.ACCENT),
    )


def missing_note(paper: Paper) -> str:
    """Say how many characters the fonts lack, "" if none."""
    if not paper.missing:
        return ""
    noun = "character has" if paper.missing == 1 else "characters have"
    return (
        f"{paper.missing} {noun} no sign in this document's fonts and "
        f"{'is' if paper.missing == 1 else 'are'} shown as {pp.MISSING}; "
        "the HTML and the Markdown documents have them."
    )
