"""
Tables of a text: rows of cells between bars, and lines of a key, a tab and a value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.flow import Flow, inline
from octave_api.engine.headings import names_field
from octave_api.engine.labels import NOT_KEY
from octave_api.engine.lines import Line
from octave_api.engine.markup_parts import cell_spans
from octave_api.engine.outline import Outline
from octave_api.engine.sides import side_of

_GAP = re.compile(r"[ \u00a0]*(?:\t|[ \u00a0]{2})\s*(?:[=:|]\s+)?")
_LONGEST_KEY = 30
_BREAK = re.compile(r"<br\s*/?>|</?(?:li|ul|ol|p)\b[^<>]*>", re.IGNORECASE)


def is_bar_table(lines: Sequence[Line], n: int) -> bool:
    """Whether a table begins at line n: a ruled row, or two rows that open with a bar."""

    def row(k: int) -> bool:
        return 0 <= k < len(lines) and "|" in lines[k].text

    def ruled(k: int) -> bool:
        return row(k) and not lines[k].text.strip("|:-+ \t")

    line = lines[n].text
    return ruled(n + 1) or ruled(n) or (line.startswith("|") and line.count("|") > 1 and row(n + 1))


def bar_table(text: str, lines: Sequence[Line], n: int) -> tuple[list[list[list[Flow]]], int]:
    """The rows of the table at line n, and the index of the line after it."""
    rows: list[list[list[Flow]]] = []
    stop = n
    while stop < len(lines) and "|" in lines[stop].text:
        line = lines[stop]
        stop += 1
        if line.text.strip("|:-+= \t") or not line.text.strip("| \t"):
            rows.append([_cell(text, a, b) for a, b in cell_spans(line)])
    return rows, stop


def _cell(text: str, start: int, end: int) -> list[Flow]:
    cuts = [start]
    for match in _BREAK.finditer(text, start, end):
        cuts += [match.start(), match.end()]
    cuts.append(end)
    return [inline(text, [(a, b)]) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if a < b]


def say_cells(text: str, out: Outline, lines: Sequence[Line]) -> bool:
    """Say lines of "key <tab> value"; False if they are none."""
    first = lines[0]
    if "\t" not in first.text or len(lines) > 1:
        return False
    parts = [m.span() for m in re.finditer(r"[^\t]+", first.text)]
    parts = [(first.start + a, first.start + b) for a, b in parts if first.text[a:b].strip()]
    if len(parts) != 2:
        return False
    key, value = (inline(text, [part]) for part in parts)
    title = out.name(key) if len(key.text.split()) <= 6 else ""
    out.say(value, "value", (title,) if title else (), whole=True)
    return True


def say_aligned(text: str, out: Outline, lines: Sequence[Line]) -> bool:
    """
    Say a field's name, a gap and its value, as columns are kept in plain text.

    The lines after the first go on with its value. False if no field is named so.
    """
    first = lines[0]
    gap = _GAP.search(first.text) if "  " in first.text or "\t" in first.text else None
    if gap is None or gap.start() > _LONGEST_KEY or gap.end() == len(first.text):
        return False
    name = first.text[: gap.start()]
    if NOT_KEY.search(name) or not (names_field(name) or side_of([name]) is not None):
        return False
    key = inline(text, [(first.start, first.start + gap.start())])
    title = out.name(key)
    rest = [(line.start, line.end) for line in lines[1:]]
    value = inline(text, [(first.start + gap.end(), first.end), *rest])
    out.say(value, "value", (title,) if title else ())
    return True
