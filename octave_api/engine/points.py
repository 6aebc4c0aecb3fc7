"""
Points that stand in one line: "no-shows; staff turnover; waste", "hire faster, pay fairly".
"""

from __future__ import annotations

import re

from octave_api.engine.verbs import base_of_third

_MARK = re.compile(r";|\s/\s|,(?!\d)|[()\[\]\"\u201c\u201d]")
_MARKS = re.compile(r"[;/,()\[\]\"\u201c\u201d]")
_AND = re.compile(r"\s(?:and|or|und|oder)\s")
_MOST, _FEW, _WORDS, _SHORT = 40, 3, 14, 9
_GOES_ON = re.compile(
    r"(?i)(?:which|who|whose|that|where|when|while|because|since|so|but|then|not|never|only|"
    r"especially|particularly|mostly|mainly|usually|often|such as|including|e\.g|i\.e|for "
    r"example|as well|also|like|with|without|by|in|on|at|for|from|to|if|per|than|\w+ing)\b"
)
"""What follows a comma and belongs to the words before it."""
_PAIR = re.compile(r"\S+\s(?:and|or|und|oder)\s")
"""The end of a list of three: "on notes, proposals and updates"."""
_DOING = re.compile(r"[A-Za-z]{2,}ing\s")
_SHORT_QUESTION = 7
_FOLLOWS_UP = re.compile(r"(?i)(?:if|and|or|but|who|what|when|where|why|how|which|since|because)\b")
_ARTICLE = re.compile(r"(?i)(?:the|a|an|their|his|her|its|our|your|some|all|other|more)\b")
_STEP = re.compile(r"(?:(?<=\s)|\A)\(?([1-9])[.)]\s+")
_FIRST = frozenset({"1)", "1.", "(1"})
_SPEAKS = re.compile(
    r"(?i)(?<!that )(?<!who )(?<!which )"
    r"\b(?:is|are|was|were|has|have|will|would|can|could|should|may)\b"
)


def asks_each(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether a line is a row of short questions that stand alone ("central buying? own HR?")."""
    asked = [text[a:b] for a, b in spans]
    short = all(one.endswith("?") and 1 < len(one.split()) <= _SHORT_QUESTION for one in asked)
    return short and not any(_FOLLOWS_UP.match(one) for one in asked)


def points_of(text: str, *, labelled: bool, listed: bool = False) -> list[tuple[int, int]]:
    """
    Spans of the points of one line; empty if it is no list of them.

    Semicolons and slashes with spaces part points wherever each is short; commas only in
    what follows a label (`labelled`), and only where each part could stand alone, or in
    what stood between square brackets (`listed`).
    """
    steps = _numbered(text)
    if len(steps) > 1:
        return steps
    if (not listed and ("?" in text or ". " in text)) or len(text) > 1000:
        return []
    marks = _outside(text)
    strong = [at for at in marks if at[2] == ";"]
    spaced = [at for at in marks if at[2] == "/"]
    commas = [at for at in marks if at[2] == ","]
    if strong:
        spans = _between(text, strong)
        return spans if _all_short(text, spans, _WORDS) and len(spans) > 1 else []
    if spaced:
        spans = _between(text, spaced)
        least = 2 if len(spans) >= _FEW else _FEW
        long = all(len(text[a:b].split()) >= least for a, b in spans)
        return spans if len(spans) > 1 and long else []
    if listed and commas:
        return _between(text, commas)
    if len(commas) > 1 and (deeds := _deeds(text, commas)):
        return deeds
    if not labelled or not commas or _SPEAKS.search(text):
        return []
    if len(commas) < _FEW - 1:
        return _two(text, _between(text, commas))
    return _by_commas(text, commas)


def _numbered(text: str) -> list[tuple[int, int]]:
    """Give the points of "1) … 2) … 3) …"; empty if the numbers do not count up from 1."""
    found = list(_STEP.finditer(text)) if text[:2] in _FIRST else []
    if not found or [match[1] for match in found] != [str(1 + at) for at in range(len(found))]:
        return []
    ends = [*(match.start() for match in found[1:]), len(text)]
    spans = [(match.end(), end) for match, end in zip(found, ends, strict=True)]
    trimmed = [(a, a + len(text[a:b].rstrip(" ,;."))) for a, b in spans]
    return [(a, b) for a, b in trimmed if a < b]


def _outside(text: str) -> list[tuple[int, int, str]]:
    """Start, end and kind of the marks that stand outside of brackets and quotation marks."""
    depth, quoted, found = 0, False, []
    for match in _MARK.finditer(text) if _MARKS.search(text) else ():
        mark = match.group().strip()
        if mark in "([":
            depth += 1
        elif mark in ")]":
            depth = max(0, depth - 1)
        elif mark in '"\u201c\u201d':
            quoted = mark == "\u201c" or (mark == '"' and not quoted)
        elif not depth and not quoted:
            found.append((match.start(), match.end(), mark))
    return found


def _between(text: str, marks: list[tuple[int, int, str]]) -> list[tuple[int, int]]:
    edges = [0, *(edge for start, end, _ in marks for edge in (start, end)), len(text)]
    spans = []
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        while a < b and text[a].isspace():
            a += 1
        while a < b and text[b - 1].isspace():
            b -= 1
        if a < b:
            spans.append((a, b))
    return spans


def _all_short(text: str, spans: list[tuple[int, int]], most: int) -> bool:
    return len(spans) <= _MOST and all(len(text[a:b].split()) <= most for a, b in spans)


def _deeds(text: str, commas: list[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """Give what somebody does one after the other: "cleans data, runs the forecast, argues"."""
    spans = _between(text, commas)
    last = re.compile(r"(?:and|or)\s+").match(text, *spans[-1])
    if last:
        spans[-1] = (last.end(), spans[-1][1])
    done = all(base_of_third(text[a:b].split(" ", 1)[0].lower()) for a, b in spans)
    long = all(len(text[a:b].split()) > 1 for a, b in spans)
    return spans if done and long and _all_short(text, spans, _WORDS) else []


def _two(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give two points that a comma parts without "and", where each is long enough to be one."""
    sizes = [len(text[a:b].split()) for a, b in spans]
    apart = len(spans) == 2 and all(_FEW <= size <= _SHORT for size in sizes)
    goes_on = apart and (_GOES_ON.match(text, spans[1][0]) or _PAIR.match(text, spans[1][0]))
    return spans if apart and not goes_on else []


def _by_commas(text: str, commas: list[tuple[int, int, str]]) -> list[tuple[int, int]]:
    spans = _between(text, commas)
    last = _AND.search(text, spans[-1][0], spans[-1][1])
    if last is not None and not _ARTICLE.match(text, last.end()):
        left, right = text[spans[-1][0] : last.start()], text[last.end() : spans[-1][1]]
        if len(left.split()) > 1 and len(right.split()) > 1:
            spans = [*spans[:-1], (spans[-1][0], last.start()), (last.end(), spans[-1][1])]
    opening = re.compile(r"(?:and|or|und|oder)\s+").match(text, *spans[-1])
    if opening:
        spans[-1] = (opening.end(), spans[-1][1])
    parts = [text[a:b] for a, b in spans]
    several = all(len(part.split()) > 1 for part in parts)
    whole = not any(_GOES_ON.match(part) for part in parts[1:])
    whole = whole or all(map(_DOING.match, parts))
    short = _all_short(text, spans, _SHORT) or (
        _all_short(text, spans, _WORDS) and len(text.split()) <= _SHORT * len(spans)
    )
    return spans if several and whole and short else []
