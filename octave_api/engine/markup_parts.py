"""Parts of a line of Markdown: cells of a row, fields in one line; and lines like titles."""

from __future__ import annotations

import re
from itertools import pairwise

from octave_api.engine.flow import Flow
from octave_api.engine.lines import Line


def cell_spans(line: Line) -> list[tuple[int, int]]:
    """Spans of a row's cells; a bar after a backslash or within double brackets is text."""
    start, end = line.start, line.end
    if line.text.startswith("|"):
        start += 1
    spans = []
    at = start
    for match in re.finditer(r"\\.|\[\[[^\[\]]*\]\]|\|", line.text):
        where = line.start + match.start()
        if match.group() == "|" and where >= start:
            spans.append((at, where))
            at = where + 1
    if at < end:
        spans.append((at, end))
    return spans


def fields(flow: Flow) -> list[Flow]:
    """The parts of "Key: value | Key: value", or the flow itself."""
    bars = [m.start() for m in re.finditer(r"(?<=\s)\|(?=\s)", flow.text)]
    edges = [-1, *bars, len(flow.text)]
    parts = [(a + 1, b) for a, b in pairwise(edges)]
    if not bars or not all(":" in flow.text[a:b] for a, b in parts):
        return [flow]
    return [flow.part(a, b) for a, b in parts]


def title_like(text: str) -> bool:
    """Whether most of a line's longer words begin with capitals."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if len(word) > 3]
    if not words:
        return text[:1].isupper()
    return text[:1].isupper() and (
        len(words) == 1 or sum(w[0].isupper() for w in words) * 2 >= len(words)
    )
