"""Paragraphs on as many pages of PDF as they take, each page with its foot. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from octave_api.exporting import paper as pp
from octave_api.exporting.paper import Paper, Paragraph, Run

LINE = 7.2
"""Millimetres between lines that somebody writes on by hand."""
_FOOT = 7.0


class Desk:
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
            self.y += LINE
            self.paper.rule(pp.MARGIN + x, self.y, pp.INNER - x)

    def foot(self) -> None:
        """Draw the line at the bottom of a page."""
        text = f"{self.title} · page {self.paper.pages}"
        one = Paragraph((Run(self.paper.printable(text), 7.5, colour=pp.SOFT),), at_most=1)
        self.paper.draw(one, pp.MARGIN, pp.HEIGHT - pp.MARGIN - 3, pp.INNER)
