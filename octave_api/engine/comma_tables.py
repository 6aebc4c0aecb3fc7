"""
Tables of a text with commas, semicolons or tabs between the cells, as a spreadsheet exports them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.flow import Flow, inline
from octave_api.engine.headings import names_field
from octave_api.engine.labels import FIELD
from octave_api.engine.lines import Line

_CELL = {
    mark: re.compile(rf'[ ]*(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>[^{mark}"]*))[ ]*(?:{mark}|\Z)')
    for mark in (",", ";", "\t")
}
_LEAST_CELLS, _MOST_CELLS, _LONGEST_NAME = 3, 60, 5


def comma_table(text: str, lines: Sequence[Line]) -> list[list[list[Flow]]]:
    """The rows of a table with a head of short names; empty if the lines are none."""
    if len(lines) < 2:
        return []
    for mark in _CELL:
        if lines[0].text.count(mark) < _LEAST_CELLS - 1:
            continue
        rows = [_cells(line, mark) for line in lines]
        width = len(rows[0])
        if any(len(row) != width for row in rows) or not _LEAST_CELLS <= width <= _MOST_CELLS:
            continue
        names = [text[a:b].strip() for a, b in rows[0]]
        named = sum(bool(FIELD.search(name)) or names_field(name) for name in names)
        if named * 2 >= width and all(len(name.split()) <= _LONGEST_NAME for name in names):
            return [[[inline(text, [cell])] for cell in row] for row in rows]
    return []


def _cells(line: Line, mark: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    at, size = 0, len(line.text)
    while at <= size and len(spans) <= _MOST_CELLS:
        match = _CELL[mark].match(line.text, at)
        if match is None:
            return []
        part = "quoted" if match["quoted"] is not None else "plain"
        spans.append((line.start + match.start(part), line.start + match.end(part)))
        if match.end() == at or (match.end() >= size and line.text[-1] != mark):
            break
        at = match.end()
    return spans
