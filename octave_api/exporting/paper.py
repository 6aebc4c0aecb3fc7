"""
A4 paper: paragraphs of mixed type, wrapped, measured and drawn as selectable text.

Over fpdf2, whose text shaping joins Arabic letters and sets each line of a script
that runs from right to left in its order. The fonts beside this module have Latin,
Greek, Cyrillic, Armenian, Georgian, Hebrew, Arabic, kana, most Chinese characters and
many symbols. Any other character (Hangul, Indic scripts, most emoji) is shown as
`MISSING`; `Paper.missing` counts those drawn, so that a document can say so.
Paragraphs are set from the left, whatever their script.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import as_file, files

from fpdf import FPDF
from fpdf.fonts import TTFFont

MISSING = "\u25af"
WIDTH, HEIGHT, MARGIN = 210.0, 297.0, 15.0
INNER = WIDTH - 2 * MARGIN
POINT = 25.4 / 72
LEADING = 1.36

Colour = tuple[int, int, int]
INK: Colour = (20, 23, 26)
SOFT: Colour = (74, 85, 99)
LINE: Colour = (190, 198, 208)
ACCENT: Colour = (11, 92, 173)
GOOD: tuple[Colour, Colour] = ((0, 84, 133), (227, 240, 250))
BAD: tuple[Colour, Colour] = ((143, 63, 0), (252, 235, 221))
PLAIN: tuple[Colour, Colour] = (SOFT, (235, 238, 242))

_FONTS = (
    ("body", "", "NotoSans-Regular.ttf"),
    ("body", "B", "NotoSans-Bold.ttf"),
    ("more", "", "DejaVuSans.ttf"),
    ("east", "", "DroidSansFallback.ttf"),
)
_WIDE = r"\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_PIECE = re.compile(rf"\s+|[{_WIDE}]|[^\s{_WIDE}]+")
_PART = 40
"""Characters of a longer word that are measured together."""
_JOINERS = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one type; `fill` puts a badge behind it, `rise` lifts it."""

    text: str
    size: float = 9.0
    bold: bool = False
    colour: Colour = INK
    fill: Colour | None = None
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs to wrap; `before` and `indent` in mm; `bullet` hangs in the indent."""

    runs: tuple[Run, ...]
    before: float = 0.0
    indent: float = 0.0
    bullet: str = ""
    bullet_run: Run = Run("", colour=SOFT)
    at_most: int = 0

    @property
    def size(self) -> float:
        """The type size that sets the distance of the lines, in points."""
        return max((run.size for run in self.runs if not run.rise), default=9.0)


@dataclass(frozen=True, slots=True)
class _Placed:
    run: Run
    x: float


class Paper:
    """A document in the making."""

    def __init__(self, title: str, made_at: datetime) -> None:
        self.missing = 0
        self._pdf = FPDF(format="A4")
        self._pdf.set_auto_page_break(auto=False)
        self._pdf.c_margin = 0
        self._pdf.set_title(title)
        self._pdf.set_lang("en")
        # Without this it would be the time of the clock.
        self._pdf.set_creation_date(made_at)
        for family, style, name in _FONTS:
            with as_file(files("octave_api.exporting.fonts") / name) as path:
                self._pdf.add_font(family, style, path)
        self._pdf.set_fallback_fonts(["more", "east"], exact_match=False)
        self._known: set[int] = set()
        for font in self._pdf.fonts.values():
            if isinstance(font, TTFFont):
                self._known.update(font.cmap)
        self._widths: dict[tuple[str, bool], float] = {}
        self._wrapped: dict[tuple[Paragraph, float], tuple[list[list[_Placed]], bool]] = {}
        self._pdf.add_page()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self._pdf.page

    def printable(self, text: str) -> str:
        """Give a text with what the fonts lack made visible."""
        if text.isascii():
            return text
        return "".join(
            mark if ord(mark) in self._known else MISSING
            for mark in unicodedata.normalize("NFC", text)
            if mark not in _JOINERS
        )

    def wrap(self, one: Paragraph, width: float) -> list[list[_Placed]]:
        """Break a paragraph into lines no wider than `width` mm."""
        return self._lines(one, width)[0]

    def is_cut(self, one: Paragraph, width: float) -> bool:
        """Tell whether a paragraph lost words to `at_most`."""
        return self._lines(one, width)[1]

    def _lines(self, one: Paragraph, width: float) -> tuple[list[list[_Placed]], bool]:
        key = (one, width)
        if key not in self._wrapped:
            lines = self._break(one.runs, width - one.indent)
            cut = bool(one.at_most) and len(lines) > one.at_most
            if cut:
                lines = lines[: one.at_most]
                last = lines[-1][-1]
                words = last.run.text.rstrip().rsplit(" ", 1)[0].rstrip(",;: ")
                lines[-1][-1] = _Placed(_with(last.run, f"{words} …"), last.x)
            self._wrapped[key] = (lines, cut)
        return self._wrapped[key]

    def _break(self, runs: Sequence[Run], width: float) -> list[list[_Placed]]:
        lines: list[list[_Placed]] = [[]]
        x = 0.0
        for run in runs:
            # A badge stays in one piece.
            pieces = [run.text] if run.fill else _PIECE.findall(run.text)
            for whole in pieces:
                for piece in self._fitting(whole, run, width):
                    wide = self.width(piece, run)
                    # A footnote's number stays with its word, even over the edge.
                    if x + wide > width and lines[-1] and not piece.isspace() and not run.rise:
                        lines.append([])
                        x = 0.0
                    if piece.isspace() and not lines[-1]:
                        continue
                    _append(lines[-1], run, piece, x)
                    x += wide
        return lines

    def _fitting(self, piece: str, run: Run, width: float) -> list[str]:
        """Give a word as it is, or in parts if it is wider than a line."""
        if len(piece) <= _PART and self.width(piece, run) <= width:
            return [piece]
        parts, start = [], 0
        while start < len(piece):
            part = piece[start : start + _PART]
            while len(part) > 1 and self.width(part, run) > width:
                part = part[: len(part) * 3 // 4]
            parts.append(part)
            start += len(part)
        return parts

    def width(self, text: str, run: Run) -> float:
        """Measure a text in mm, set as the run is."""
        key = (text, run.bold)
        if key not in self._widths:
            self._pdf.set_text_shaping(_needs_shaping(text))
            self._pdf.set_font("body", "B" if run.bold else "", 10)
            self._widths[key] = self._pdf.get_string_width(text)
        return self._widths[key] * run.size / 10

    def height(self, one: Paragraph, width: float) -> float:
        """Give the height of a paragraph in mm, the space before it included."""
        return one.before + len(self.wrap(one, width)) * one.size * POINT * LEADING

    def draw(self, one: Paragraph, x: float, y: float, width: float) -> float:
        """Draw a paragraph below `y` and give where it ends."""
        y += one.before
        step = one.size * POINT * LEADING
        for number, line in enumerate(self.wrap(one, width)):
            base = y + one.size * POINT * (0.5 * LEADING + 0.36)
            if one.bullet and not number:
                self._text(_with(one.bullet_run, one.bullet), x, base)
            for placed in line:
                self._text(placed.run, x + one.indent + placed.x, base)
            y += step
        return y

    def _text(self, run: Run, x: float, base: float) -> None:
        high = run.size * POINT
        if run.fill:
            wide = self.width(run.text, run)
            self.box(x - 0.7, base - high * 0.95, wide + 1.4, high * 1.25, run.fill, round_=0.8)
        self._pdf.set_text_shaping(_needs_shaping(run.text))
        self._pdf.set_font("body", "B" if run.bold else "", run.size)
        self._pdf.set_text_color(*run.colour)
        self._pdf.set_xy(x, base - run.rise * POINT - 0.8 * high)
        self._pdf.cell(INNER, high, run.text, align="L")
        self.missing += run.text.count(MISSING)

    def box(
        self, x: float, y: float, wide: float, high: float, fill: Colour, *, round_: float = 0
    ) -> None:
        """Fill a rectangle."""
        self._pdf.set_fill_color(*fill)
        self._pdf.rect(
            x, y, wide, high, style="F", round_corners=bool(round_), corner_radius=round_
        )

    def rule(self, x: float, y: float, wide: float, colour: Colour = LINE) -> None:
        """Draw a thin line."""
        self._pdf.set_draw_color(*colour)
        self._pdf.set_line_width(0.2)
        self._pdf.line(x, y, x + wide, y)

    def new_page(self) -> None:
        """Begin a page."""
        self._pdf.add_page()

    def to_bytes(self) -> bytes:
        """Finish the document."""
        made = bytes(self._pdf.output())
        # The library closes the fonts that were used; the files of the others stay open.
        for font in self._pdf.fonts.values():
            if isinstance(font, TTFFont):
                font.close()
        return made


def badge(text: str, pair: tuple[Colour, Colour], size: float) -> tuple[Run, Run]:
    """Give a word on a ground of its own, with room on both sides."""
    return Run("  ", size), Run(text, size * 0.85, bold=True, colour=pair[0], fill=pair[1])


def _needs_shaping(text: str) -> bool:
    """Tell whether letters join, run from the right or bear marks: shaping takes its time."""
    return not text.isascii() and any(
        unicodedata.bidirectional(mark) in _FROM_RIGHT or unicodedata.combining(mark)
        for mark in text
    )


_FROM_RIGHT = ("R", "AL", "AN")


def _append(line: list[_Placed], run: Run, piece: str, x: float) -> None:
    """Put a piece at the end of a line, together with what went before in the same type."""
    last = line[-1] if line else None
    if last is not None and _with(last.run, "") == _with(run, "") and not run.fill:
        line[-1] = _Placed(_with(run, last.run.text + piece), last.x)
    else:
        line.append(_Placed(_with(run, piece), x))


def _with(run: Run, text: str) -> Run:
    return Run(text, run.size, run.bold, run.colour, run.fill, run.rise)
