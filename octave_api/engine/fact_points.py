"""
Points of facts: which cell of a scoring table, which column or which sign says what a fact scores.
"""

from __future__ import annotations

import re

from octave_api.engine.draft import Statement
from octave_api.engine.material import Material

SCORE = re.compile(r"(?i)^(?:score|points?|weight|rating)\b")
_NUMBER = re.compile(r"^[+-]?\d{1,4}(?:\.\d+)?$")
_MINUS = re.compile(r"[−-](\d{1,3})(?: (?:points?|pts))?:? (?=[^\W\d_]{3})")
_SAID = re.compile(r"(?<![\d.])(\d{1,3}) points?\b")
_LOSES = re.compile(r"(?i)\b(?:loses?|minus|deduct|subtract|take off|costs?) \d")
_UNIT = re.compile(r"(?i)(?<=\d) ?(?:points?|pts)$")
_LONGEST, _LONG_HEAD = 4, 10
"""Characters of a number of points."""


def scores(material: Material) -> dict[int, int]:
    """Pair each scored cell of a table with the cell that holds its points, by index."""
    if material.scored is None:
        material.scored = {
            index - 1: index
            for index, (one, _) in enumerate(material.sorted)
            if index and one.headings and SCORE.match(one.headings[-1]) and _NUMBER.match(one.text)
        }
    return material.scored


def points_of(index: int, material: Material, pairs: dict[int, int]) -> float | None:
    """Give the points of a statement: of its row, of its column, or of the sign before it."""
    if index in pairs:
        return float(material.sorted[pairs[index]][0].text)
    statement = material.sorted[index][0]
    points = _of_column(statement)
    if points is None and (said := _said_once(statement.text)):
        return said
    if points is None and (minus := _MINUS.match(statement.text)):
        return -float(minus[1])
    return points


def _said_once(text: str) -> float | None:
    """Give the points that a sentence names, where it names them once."""
    found = _SAID.findall(text) if "point" in text else []
    if len(found) != 1:
        return None
    return -float(found[0]) if _LOSES.search(text) else float(found[0])


def _of_column(statement: Statement) -> float | None:
    """Give the points that a column of a scoring table is headed by: "0", "1", "2"."""
    if statement.shape != "cell":
        return None
    short = [_UNIT.sub("", one) for one in statement.headings[-2:] if len(one) <= _LONG_HEAD]
    return next((float(one) for one in short if len(one) <= _LONGEST and _NUMBER.match(one)), None)
