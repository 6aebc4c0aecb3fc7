"""
Tables, whatever they came from: rows of cells, a cell being the blocks that stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.flow import Flow
from octave_api.engine.furniture import is_furniture
from octave_api.engine.labels import FIELD
from octave_api.engine.outline import Outline
from octave_api.engine.sides import by_column

Cell = Sequence[Flow]

# Headers of a first column that only names the rows.
_NAMES = re.compile(
    r"(?:fields?|attributes?|propert(?:y|ies)|parameters?|items?|metrics?|areas?|categor(?:y|ies)|"
    r"topics?|sections?|dimensions?|aspects?|factors?|characteristics?|elements?|keys?|variables?|"
    r"labels?|#|no\.?|nr\.?|persona|segment|criterion type|component|feature)",
    re.IGNORECASE,
)
_A_PAIR = 2
"""Columns of a table without a head that holds keys and their values."""
_WHOLE = re.compile(r"(?:persona|segment|item)s?", re.IGNORECASE)
_TOPIC = 3
"""Words of a topic that stands beside its questions."""
"""What names a whole row where the other columns are its fields."""
_SCORE = re.compile(
    r"\b(?:score|points?|weight|priority|tier|rating|importance|fit)\b", re.IGNORECASE
)
_GRADE = re.compile(r"(?i)(?:tier|priority|band|level|fit) ?(?:[\dA-D]|one|two|three)")
"""A column of its own for each grade: "Tier 1 | Tier 2", no score of the one before it."""
_POINTS = re.compile(r"[+−-]?\d{1,3}")
_STEP = re.compile(r"(?:(?<=\s)|\A)\(?(\d{1,2})[.)]\s+")


def read_table(out: Outline, rows: Sequence[Sequence[Cell]], *, headed: bool = True) -> None:
    """
    Give the cells of a table to an outline, each under its column and its row.

    The nearer heading is the one that names a field: the row's name if fields
    are rows, the column's if they are columns. An empty first cell continues
    the row above. Without `headed`, the first row may be data like the others.
    """
    blank = headed and len(rows) > 1 and not any(_text(cell) for cell in rows[0])
    headed = headed and bool(rows) and not blank
    rows = [row for row in rows if any(_text(cell) for cell in row)]
    if not rows:
        return
    if max(len(row) for row in rows) == 1:
        for row in rows:
            for flow in row[0]:
                out.say(flow, "cell")
        return
    pairs = blank and max(len(row) for row in rows) == _A_PAIR
    fields = _fields_are_rows(rows[0], rows) and _is_field(_text(rows[0][0]))
    if not headed and (pairs or fields):
        rows = [[[] for _ in rows[0]], *rows]
    head, body = rows[0], rows[1:]
    by_row = _fields_are_rows(head, body)
    titles = [_title(out, cell) for cell in head]
    if (
        by_row
        and body
        and _is_field(_text(head[0]))
        and not (_NAMES.fullmatch(_text(head[0])) or _grades(head))
    ):
        for cell in head[1:]:
            for flow in cell:
                out.say(flow, "cell", (titles[0],) if titles[0] else ())
    row_title = ""
    for row in body or [head]:
        own = _title(out, row[0]) if row and _text(row[0]) else ""
        continued = not own
        row_title = own or row_title
        asked = len(own.split()) <= _TOPIC and any("?" in _text(cell) for cell in row[1:])
        if own and not by_row and body and not asked:  # a topic beside its questions says nothing
            _say(out, row[0], (titles[0],))
        second = ""
        for n, cell in enumerate(row[1:], 1):
            column = titles[n] if n < len(titles) and body else ""
            path: tuple[str, ...] = (column, row_title) if by_row else (row_title, column)
            scores = _SCORE.search(column) and by_column([column]) is None
            scores = scores and not _GRADE.fullmatch(column)
            if second and (continued or by_row) and scores:
                path = (row_title, second, column)
            _say(out, cell, path)
            second = second or (_text(cell)[:120] if n == 1 else "")


def _say(out: Outline, cell: Cell, path: tuple[str, ...]) -> None:
    under = tuple(title for title in path if title)
    for flow in cell:
        steps = _steps(flow.text)
        if len(steps) < 2:
            out.say(flow, "cell", under)
            continue
        for a, b in zip(steps, [*steps[1:], len(flow.text)], strict=True):
            out.say(flow.part(a, b), "cell", under)


def _steps(text: str) -> list[int]:
    """Where the items of "1. … 2. … 3. …" begin; empty if the numbers do not count up from 1."""
    found = [(int(m.group(1)), m.start()) for m in _STEP.finditer(text)]
    if [number for number, _ in found] != list(range(1, len(found) + 1)):
        return []
    return [at for _, at in found] if found and not text[: found[0][1]].strip() else []


def _text(cell: Cell) -> str:
    text = " ".join(flow.clean(0, len(flow.text)) for flow in cell).strip()
    return text if any(c.isalnum() for c in text) else ""


def _title(out: Outline, cell: Cell) -> str:
    flow = next((flow for flow in cell if any(c.isalnum() for c in flow.text)), None)
    return out.name(flow) if flow and not is_furniture(flow.text.strip()) else ""


def _is_field(text: str) -> bool:
    return 0 < len(text.split()) <= 6 and bool(FIELD.search(text))


def _grades(head: Sequence[Cell]) -> bool:
    """Whether the columns say how welcome each row's values are: "Criteria | Good | Bad"."""
    graded = sum(by_column([_text(cell)]) is not None for cell in head[1:])
    scored = sum(_SCORE.fullmatch(_text(cell)) is not None for cell in head[1:])
    return graded > 1 and graded + scored == len(head) - 1


def _scored(head: Sequence[Cell], body: Sequence[Sequence[Cell]]) -> bool:
    """Whether each row is a criterion of its own with points: "Attribute | Points | Comment"."""
    names = [_text(row[0]) for row in body if row and _text(row[0])]
    if _grades(head) or len(names) < 2 or sum(map(_is_field, names)) * 2 > len(names):
        return False
    columns = [n for n, cell in enumerate(head) if n and _SCORE.search(_text(cell))]
    return any(
        all(_POINTS.fullmatch(_text(row[n])) for row in body if len(row) > n and _text(row[n]))
        for n in columns
    )


def _fields_are_rows(head: Sequence[Cell], body: Sequence[Sequence[Cell]]) -> bool:
    first = _text(head[0])
    if _scored(head, body):
        return False
    fields = sum(_is_field(_text(cell)) for cell in head[1:])
    if _WHOLE.fullmatch(first) and fields * 2 > len(head) - 1:
        return False
    names = [_text(row[0]) for row in body if row and _text(row[0])]
    across = fields / max(1, len(head) - 1)
    down = sum(_is_field(name) for name in names) / max(1, len(names))
    if _WHOLE.fullmatch(first) and fields and down <= across:
        return False
    if not first or _NAMES.fullmatch(first) or _grades(head):
        return True
    if not names:
        return False
    short = sum(len(name.split()) for name in names) <= 3 * len(names)
    return short and down > across and down >= 0.5
