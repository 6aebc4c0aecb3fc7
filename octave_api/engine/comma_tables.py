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
from octave_api.engine.sides import by_column, side_of

_CELL = {
    mark: re.compile(rf'[ ]*(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>[^{mark}"]*))[ ]*(?:{mark}|\Z)')
    for mark in (",", ";", "\t")
}
_LEAST_CELLS, _MOST_CELLS, _LONGEST_NAME = 3, 60, 5
_PAIR = {
    mark: re.compile(rf"[ ]*(?P<key>[^{mark}]+?)[ ]*[{mark}][ ]*(?P<value>.*)") for mark in ";\t|"
}
_LEAST_PAIRS, _LONGEST_KEY = 3, 4
_HEAD_OF_PAIRS = re.compile(r"(?i)(?:field|key|attribute|property|label|item|name|column)s?")
_POINTS = re.compile(r"(?i)(?:points?|pts|score|weight)")


def comma_table(text: str, lines: Sequence[Line]) -> list[list[list[Flow]]]:
    """The rows of a table with a head of short names; empty if the lines are none."""
    if len(lines) < 2:
        return []
    for mark in _PAIR:
        if pairs := _pairs(text, lines, mark):
            return pairs
    for mark in _CELL:
        if lines[0].text.count(mark) < _LEAST_CELLS - 1:
            continue
        rows = [_cells(line, mark) for line in lines]
        width = len(rows[0])
        if any(len(row) != width for row in rows) or not _LEAST_CELLS <= width <= _MOST_CELLS:
            continue
        names = [text[a:b].strip() for a, b in rows[0]]
        named = sum(_is_named(name) for name in names)
        if named * 2 >= width and all(len(name.split()) <= _LONGEST_NAME for name in names):
            return [[[inline(text, [cell])] for cell in row] for row in rows]
    return []


def _is_named(name: str) -> bool:
    graded = by_column([name]) is not None or _POINTS.fullmatch(name) is not None
    return graded or bool(FIELD.search(name)) or names_field(name)


def _pairs(text: str, lines: Sequence[Line], mark: str) -> list[list[list[Flow]]]:
    """The rows of an export with a key and a value in each line: "employees;20-120"."""
    if len(lines) < _LEAST_PAIRS or not all(mark in line.text for line in lines):
        return []
    found = [_PAIR[mark].fullmatch(line.text) for line in lines]
    rows = [(line, one) for line, one in zip(lines, found, strict=True) if one is not None]
    keys = [one["key"].strip('"').replace("_", " ") for _, one in rows]
    if len(rows) < len(lines) or any(len(key.split()) > _LONGEST_KEY for key in keys):
        return []
    headed = _HEAD_OF_PAIRS.fullmatch(keys[0]) is not None
    named = sum(_is_named(key) or side_of([key]) is not None for key in keys[headed:])
    if named * 2 < len(keys) - headed or len(set(keys)) < len(keys):
        return []
    if any(mark in one["value"] for _, one in (rows[:1] if headed and mark == ";" else rows)):
        return []
    places = [[one.span("key"), one.span("value")] for _, one in rows]
    cells = [
        [[inline(text, [_unquoted(text, line.start + a, line.start + b)])] for a, b in pair]
        for (line, _), pair in zip(rows, places, strict=True)
    ]
    return cells if headed else [[[], []], *cells]


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    quoted = end - start > 1 and text[start] == text[end - 1] == '"'
    return (start + 1, end - 1) if quoted else (start, end)


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
