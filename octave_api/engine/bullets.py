"""
Bullets: the numbers, glyphs and check boxes before what a line says.
"""

from __future__ import annotations

import re

from octave_api.engine.flow import Flow

_NUMBER = re.compile(
    r"(?:(?:\(|Q)?\d{1,2}[a-z]?[.)]\s+|\d+(?:\.\d+)+[.)]?\s+|[ivxIVX]{1,4}[.)]\s+|[a-zA-Z]\)\s+|"
    r"[a-z]\.\s+|#\s(?=[A-Z])|#\d{1,2}:?\s+(?=[A-Za-z]))"
)
_GLYPH = re.compile(
    "(?:[\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\U0001f000-\U0001faff\ufe0f\u200d\u20e3\u2022\u2023\u25e6\u2043\u2219\u00b7\uf000-\uf0ff]"
    "|[0-9#*]\ufe0f?\u20e3|\\[[ xX]?\\](?=\\s)"
    "|(?:[-\u2013\u2014*+]|>(?!\\s*[\\d$€£]))(?=\\s)|->|=>)+\\s*"
)


def stripped(flow: Flow, i: int, j: int) -> tuple[int, int]:
    """Leave out leading numbers, glyphs and check boxes, and white space."""
    while True:
        i, j = flow.trim(i, j)
        head = flow.text[i : i + 5]
        if head[:1].isalpha() and j - i > 4 and "." not in head and ")" not in head:
            return i, j  # Roman numbers have four letters at the most here.
        match = _GLYPH.match(flow.text, i, j) or _NUMBER.match(flow.text, i, j)
        if not match or match.end() >= j:
            return i, j
        i = match.end()
