"""
Score lists: several criteria with their points in one line, read like the rows of a score table.

"Score: family-owned +3, own lab (2), uses paper 1, franchise -2, fewer than 5 shops = out".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from octave_api.engine.headings import names_field

_OF_SCORES = (
    r"(?:(?:the|our|my|icp|fit|lead|account|deal|total|simple|quick) ){0,3}(?:scor(?:e|es|ing)"
    r"(?: ?cards?| sheet| model| rules?| system| lines?| grid)?|scorecards?|points?(?: system)?"
    r"|pts|weights?|weighting|ratings?)"
)
_LABEL = re.compile(
    rf"(?i){_OF_SCORES}(?:(?: [a-z]+| \d{{1,3}}){{0,5}}"
    r"|\s?\([^()]{1,40}\)|,? (?:max|out of)\.? \d{1,3}){0,2}\s?(?::|=|\s[—–-]\s|[—–])\s*(?=\S)"
)
_HEADING = re.compile(
    rf"(?i)\W*{_OF_SCORES}\b[^.?!]{{0,40}}|[^.?!()]{{2,40}} \((?:max\.?|out of|up to|of) ?\d{{1,3}}"
    r"(?: points?| pts)?\)\W*"
)
"""What announces that lines are scored: "Scoring (0-10)", "Fit (max 60)"."""
_TELLING = ("scor", "point", "weight", "rating", "pts")
_OPENING = 60
"""Characters in which the label of a score list has its telling word."""
_POINTS = r"(?P<points>(?:[+−-]|minus |plus )?\d{1,3})(?:\s?(?:points?|pts?\b\.?))?"
_TRAILING = re.compile(
    rf"(?i)(?P<what>\S.*?)\s*(?:\(\s?{_POINTS}\s?\)|(?:(?:=>?|:|->|→|➜|\.{{2,}}|\s[—–-]\s)\s*|\s)"
    rf"{_POINTS.replace('points>', 'last>')})"
)
_LEADING = re.compile(
    r"(?i)(?P<points>(?:[+−-]|minus |plus )?\d{1,3})\s?(?P<unit>points?|pts?\b\.?)?"
    r"\s*(?P<how>:|=|–|for|if|when|per)?\s*(?P<what>[^\W\d].*)"
)
_SIDE = (
    r"(?:an? )?(?:(?:instant|automatic|immediate|auto|hard|straight|clear)[- ])?"
    r"(?:out|dq(?:['’]?d)?|disqualif(?:y|ies|ied|ier)|no[- ]?go|knock-?out|k\.?o\.?|reject(?:ed)?"
    r"|excluded?|skip|pass|no|never|walk away|not a fit|no fit|deal-?breaker|drop|stop|zero)"
    r"(?: (?:it|them|the deal))?"
)
_VERDICT = re.compile(
    rf"(?i)(?P<what>\S.*?)(?:\s*(?:=>?|:|->|→|➜|\s[—–-])\s*(?:is |are )?{_SIDE}"
    rf"|\s(?:is|are|means) {_SIDE}|\s(?:dq|kills (?:it|the deal)|disqualif(?:ies|ied)))"
)
OUT = re.compile(rf"(?i){_SIDE}")
"""What stands in place of points where a criterion ends a conversation."""
_ASIDE = re.compile(r"\s*\((?!\s?[+−–-]?\s?\d{1,3}\s?(?:points?|pts?)?\.?\s?\))[^()]*\)$")
_CUT = re.compile(r"[,;]\s+(?:and )?|\s[·|•/]\s|\.\s+(?=[A-Z+−–\d-])|\n")
_TOTAL = re.compile(
    r"(?i)(?:max(?:imum)?|min(?:imum)?|total|pass(?: mark)?|threshold|cut-?off|out of|sum|top"
    r"|range|tier)\b.{0,12}|(?:from|above|below|over|under|at least)\s?\d{1,3}\+?"
    r"|.*\b(?:above|below|over|under|least|most|than|from|of|to|at)"
)
_MARK = re.compile(
    r"(?i)(?:threshold|cut-?off|pass(?: mark)?|max(?:imum)?|total)\b\W{0,3}\d{1,3}\W*"
)
_WORD = re.compile(r"[^\W\d_]{2}")
_IF = re.compile(r"(?i)(?:if|when|for|they(?: are| have)?) (?=\w)")
_LEAST, _LONGEST, _LONG_ITEM = 2, 1200, 14


class Row(NamedTuple):
    """A criterion and what it scores, by their places; the points may be a verdict ("out")."""

    start: int
    end: int
    points: int
    points_end: int


def number_of(text: str) -> float:
    """Read points as they are written: "+3", "−2", "minus 5"."""
    return float(text.lower().replace("−", "-").replace("minus ", "-").removeprefix("plus "))


@lru_cache(maxsize=1024)
def scores_below(heading: str) -> bool:
    """Tell whether a heading says that what stands under it is scored."""
    return len(heading) < 70 and "eight" not in heading and _HEADING.fullmatch(heading) is not None


def may_score(text: str, i: int, j: int) -> bool:
    """Look fast whether a line may list scores: it has a label of scores, or points are added."""
    if "+" in text and (text.find(" +", i, j) >= 0 or text.find("(+", i, j) >= 0):
        return True
    if not (":" in text or "=" in text or " - " in text or "–" in text or "—" in text):
        return False
    opening = text[i : min(j, i + _OPENING)].lower()
    return any(map(opening.__contains__, _TELLING))


def score_rows(
    text: str, i: int, j: int, *, below: bool
) -> tuple[list[Row], list[tuple[int, int]]] | None:
    """
    Give the rows of a line that lists scores, and what else it says; None where it lists none.

    `below` says that a heading announces scores, so that one row is enough. A line that only
    weighs what is looked at, or sets the mark, has no rows.
    """
    if j - i > _LONGEST:
        return None
    if below and _MARK.fullmatch(text, i, j):
        return [], []
    label = _LABEL.match(text, i, j)
    begin = label.end() if label is not None else i
    announced = label is not None or below
    pieces = _pieces(text, begin, j)
    read = [(_row(text, a, b, announced), (a, b)) for a, b in pieces]
    rows = [row for row, _ in read if row is not None]
    rest = [place for row, place in read if row is None]
    if len(rows) < (1 if below else _LEAST) or len(rest) > (len(rows) / 2 if announced else 0):
        return None
    if sum(names_field(text[row.start : row.end]) for row in rows) * 2 > len(rows):
        # "Region 3, size 2" weighs what is looked at; it says not what is good.
        weighs = label is not None and not rest
        return ([], []) if weighs and all(_is_short(text, row) for row in rows) else None
    signed = all(text[row.points].lower() in "+-−mp" for row in rows)
    return (rows, rest) if announced or signed else None


def _is_short(text: str, row: Row) -> bool:
    return text.count(" ", row.start, row.end) < _LEAST


def _pieces(text: str, i: int, j: int) -> list[tuple[int, int]]:
    """Cut a line at its marks; what has no points of its own goes with what follows it."""
    marks = [mark.span() for mark in _CUT.finditer(text, i, j) if _outside(text, i, mark.start())]
    starts, ends = [i, *(b for _, b in marks)], [*(a for a, _ in marks), j]
    cut = list(zip(starts, ends, strict=True))
    leading = sum(bool(_leads(text[a:b])) for a, b in cut) * 2 >= len(cut)
    joined: list[tuple[int, int]] = []
    open_end = False
    for a, b in cut:
        whole = bool(_leads(text[a:b])) if leading else _row(text, a, b, True) is not None
        if joined and (not whole if leading else open_end):
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
        open_end = not leading and not whole
    return joined


def _outside(text: str, i: int, at: int) -> bool:
    """Tell whether a mark stands outside of brackets."""
    return text.count("(", i, at) <= text.count(")", i, at)


def _leads(piece: str) -> re.Match[str] | None:
    found = _LEADING.fullmatch(piece.strip())
    sure = found is not None and (found["points"][0] in "+-−" or found["unit"] or found["how"])
    return found if sure else None


def _row(text: str, a: int, b: int, announced: bool) -> Row | None:
    """Read one piece: "own lab (2)", "-2 if franchise", "fewer than 5 shops = out"."""
    while a < b and (text[a].isspace() or text[a] in "*•"):
        a += 1
    while a < b and (text[b - 1].isspace() or text[b - 1] in ".,;"):
        b -= 1
    aside = _ASIDE.search(text, a, b)
    end = aside.start() if aside is not None else b
    piece = text[a:end]
    lead = _leads(piece)
    if lead is not None:
        what, points = lead.span("what"), lead.span("points")
    elif trail := _TRAILING.fullmatch(piece):
        group = "points" if trail["points"] else "last"
        bare = trail[group][0].isdigit() and "(" not in trail.group()[trail.end("what") :]
        if bare and not announced:
            return None
        what, points = trail.span("what"), trail.span(group)
    elif announced and (out := _VERDICT.fullmatch(piece)):
        what, points = out.span("what"), (out.end("what"), len(piece))
        found = OUT.search(piece, out.end("what"))
        points = found.span() if found is not None else points
    else:
        return None
    said = piece[slice(*what)].rstrip(" :=-–")
    opening = _IF.match(said)
    start = what[0] + (opening.end() if opening is not None else 0)
    said = piece[start : what[0] + len(said)]
    if not _WORD.search(said) or _TOTAL.fullmatch(said) or len(said.split()) > _LONG_ITEM:
        return None
    return Row(a + start, a + start + len(said), a + points[0], a + points[1])
