"""
Points of facts: which cell of a scoring table, which column or which sign says what a fact scores.
"""

from __future__ import annotations

import re

from octave_api.engine.draft import Statement
from octave_api.engine.firmographics import Fact
from octave_api.engine.material import Material
from octave_api.engine.score_lists import OUT, number_of

SCORE = re.compile(r"(?i)^(?:score|points?|weight|rating)\b")
_NUMBER = re.compile(r"(?i)^(?:[+−-]|minus |plus )?\d{1,4}(?:\.\d+)?$")
_MINUS = re.compile(r"[−-](\d{1,3})(?: (?:points?|pts))?:? (?=[^\W\d_]{3})")
_SAID = re.compile(r"(?<![\d.])(\d{1,3}) points?\b")
_LOSES = re.compile(r"(?i)\b(?:loses?|minus|deduct|subtract|take off|costs?) \d")
_UNIT = re.compile(r"(?i)(?<=\d) ?(?:points?|pts)$")
_LONGEST, _LONG_HEAD, _LONGEST_VERDICT = 4, 10, 24
"""Characters of a number of points."""


def scores(material: Material) -> dict[int, int]:
    """Pair each scored cell of a table with the cell that holds its points, by index."""
    if material.scored is None:
        material.scored = {
            _row_of(index, material): index
            for index, (one, _) in enumerate(material.sorted)
            if index and one.headings and SCORE.match(one.headings[-1]) and _NUMBER.match(one.text)
        }
    return material.scored


def is_out(one: Statement) -> bool:
    """Tell a cell of a score table that rules its row out: "DQ", "no-go"."""
    if one.shape != "cell" or len(one.headings) < 2 or len(one.text) > _LONGEST_VERDICT:
        return False
    return bool(SCORE.match(one.headings[-1]) and OUT.fullmatch(one.text))


def is_ruled_out(index: int, material: Material) -> bool:
    """Tell whether the cell after that of a statement rules it out."""
    if material.sorted[index][0].shape != "cell" or index + 1 == len(material.sorted):
        return False
    return is_out(material.sorted[index + 1][0])


_THEIRS = re.compile(
    r"(?i)(?: (?:or|and|/) [a-z-]+)? (?:customers?|clients?|contracts?|accounts?|work|jobs?|loads"
    r"|orders?|sales|revenue|spend|trade|guests|patients|pupils|students|tenants"
    r"|side|arm|in[- ]house|on[- ]site)\b"
)
_GOVERNS = re.compile(r"(?i)\b(?:for|to|from|with|by|of|in|at|on)\s")


def is_aside(fact: Fact, row: str) -> bool:
    """Tell a trade that a scored row only mentions: "linen hire to hotels"."""
    if fact.key != "industry":
        return False
    return bool(_GOVERNS.search(row[: fact.start]) or _THEIRS.match(row, fact.end))


def _row_of(index: int, material: Material) -> int:
    """Give what some points are of: the cell before them, or after them in "-2 if rented"."""
    row = material.sorted[index][0].headings[-2:-1]
    following = material.sorted[index + 1 : index + 2]
    if following and row == (following[0][0].text,):
        return index - 1 if row == (material.sorted[index - 1][0].text,) else index + 1
    return index - 1


def points_of(index: int, material: Material, pairs: dict[int, int]) -> float | None:
    """Give the points of a statement: of its row, of its column, or of the sign before it."""
    if index in pairs:
        return number_of(material.sorted[pairs[index]][0].text)
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
