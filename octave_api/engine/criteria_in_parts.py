"""
Criteria in parts: a line that sets several criteria, cut into those, each with its own place.
"""

from __future__ import annotations

import re
from dataclasses import replace

from octave_api.engine.conditions import by_conditions, may_set
from octave_api.engine.criterion import Criterion
from octave_api.engine.draft import Statement
from octave_api.engine.excluding import lists_whom, names_some
from octave_api.engine.material import Material
from octave_api.engine.sides import side_of

_SENTENCE_END = re.compile(r"(?<=[.!;]) (?=[A-Za-z])")


def by_parts(statement: Statement, material: Material) -> list[Criterion]:
    """Read the conditions of a line, sentence by sentence."""
    if not may_set(statement.text):
        return []
    text = statement.text
    starts = [0, *(one.end() for one in _SENTENCE_END.finditer(text))]
    ends = [*(one.start() for one in _SENTENCE_END.finditer(text)), len(text)]
    return [
        one
        for start, end in zip(starts, ends, strict=True)
        for one in by_conditions(statement, material, start, end)
    ]


def points_of_line(statement: Statement, material: Material) -> list[Statement]:
    """Part a value that lists several criteria: "procurement-led, no dock, paper only"."""
    text = statement.text
    side = side_of(statement.headings[-1:]) if _MARK.search(text) else None
    quote = material.documents[statement.source].text[statement.start : statement.end]
    if side is None or quote != text or lists_whom(text):
        return []
    for pattern in (_DOT, _MARK, _MARK_AND):
        starts = [0, *(one.end() for one in pattern.finditer(text))]
        ends = [*(one.start() for one in pattern.finditer(text)), len(text.rstrip("."))]
        spans = list(zip(starts, ends, strict=True))
        parts = [text[a:b] for a, b in spans]
        whom = pattern is _MARK_AND and all(map(names_some, parts))
        longest = _WHOM_WORDS if whom else _POINT_WORDS
        short = all(0 < len(one.split()) <= longest for one in parts)
        short = short and (whom or pattern is not _MARK_AND)
        if (
            len(parts) < (2 if pattern is _DOT else 3)
            or not short
            or any(map(_GOES_ON.match, parts))
        ):
            continue
        begin = statement.start
        return [
            replace(statement, text=one, start=begin + a, end=begin + b, shape="value")
            for one, (a, b) in zip(parts, spans, strict=True)
        ]
    return []


_DOT = re.compile(r"\s[·•|]\s")
_MARK = re.compile(r",\s(?!\d)|\s[·•|]\s")
_MARK_AND = re.compile(r",\s(?:and\s|or\s)?(?!\d)")
"""What stands between the last two of a list of people or firms: ", and anybody who …"."""
_GOES_ON = re.compile(
    r"(?i)(?:and|or|which|who|that|with|without|including|such|like|e\.g|not|but|so|because|from"
    r"|for|in|at(?! least)|by|to|if|as|than)\b"
)
_POINT_WORDS, _WHOM_WORDS = 7, 12
