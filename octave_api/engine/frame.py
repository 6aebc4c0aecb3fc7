"""
What stands around a text: fences, front matter, the menu of the page that it was copied from.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from octave_api.engine.flow import inline
from octave_api.engine.furniture import NAV
from octave_api.engine.lines import Line
from octave_api.engine.outline import Outline

_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*")
_FRONT_KEY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.*)")


def unfenced(lines: list[Line]) -> list[Line]:
    """Code left out; a fence around most of the text is only a wrapper."""
    fences = [n for n, line in enumerate(lines) if _FENCE.fullmatch(line.text)]
    closers = {mark: [n for n in fences if not lines[n].text.strip(mark)] for mark in "`~"}
    drop = [False] * len(lines)
    after = -1
    for first in fences:
        if first <= after:
            continue
        ends = closers[lines[first].text[0]]
        k = bisect_right(ends, first)
        if k == len(ends):
            continue
        after = ends[k]
        wrapper = (after - first) * 10 > len(lines) * 6
        for n in (first, after) if wrapper else range(first, after + 1):
            drop[n] = True
    return [
        Line(x.end, x.end, x.indent, x.quote, "", body=x.end) if gone else x
        for x, gone in zip(lines, drop, strict=True)
    ]


def front_matter(text: str, lines: list[Line], out: Outline) -> int:
    """Read title and description; the index of the line after the front matter."""
    first = next((n for n, line in enumerate(lines) if not line.blank), len(lines))
    if first >= len(lines) or lines[first].text not in ("---", "+++"):
        return 0
    limit = min(len(lines), first + 120)
    last = next(
        (n for n in range(first + 1, limit) if lines[n].text in (lines[first].text, "...")),
        None,
    )
    keys = [n for n in range(first + 1, last or first) if _FRONT_KEY.match(lines[n].text)]
    if last is None or not keys or keys[0] != first + 1:
        return 0
    for n in keys:
        match = _FRONT_KEY.match(lines[n].text)
        if not match or not match.group(2) or lines[n].indent:
            continue
        start, end = lines[n].start + match.start(2), lines[n].end
        if text[start] in "\"'" and text[end - 1] == text[start] and end - start > 2:
            start, end = start + 1, end - 1
        flow = inline(text, [(start, end)])
        if match.group(1).lower() == "title":
            out.heading((0, 0), flow)
        elif match.group(1).lower() in (
            "description",
            "summary",
            "subtitle",
            "excerpt",
            "tagline",
        ):
            out.say(flow, "sentence", whole=True)
    return last + 1


def menu(lines: list[Line], n: int) -> int:
    """Skip a run of short lines at the top that name a site's pages."""
    stop = n
    hits = count = 0
    while stop < len(lines) and stop < n + 60:
        line = lines[stop]
        words = line.text.lower().strip("-*\u2022 ").split()
        if len(words) > 3 or line.text[-1:] in ".:?" or line.text.startswith("#"):
            break
        hits += bool(words) and any(word in NAV for word in words)
        count += bool(words)
        stop += 1
    return stop if count >= 4 and hits * 2 >= count else n
