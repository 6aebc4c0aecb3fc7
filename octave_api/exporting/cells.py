"""
Tables as CSV that no spreadsheet computes, and back again. Pure.

A cell that a spreadsheet could take for a formula gets an apostrophe in front,
which makes it a text there. The mark goes also after a semicolon, a tab or a new
line inside a cell: where a list separator is not the comma, a spreadsheet begins
a new cell at each of them. Reading takes the same marks away, so that every text
comes back to the character.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from octave_api.exporting.files import encoded

MEDIA_TYPE = "text/csv"

_SKIPPED = r"[\s\"'“”„‘’`\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0f\0]"
_LIVE = rf"'*(?:[\t\r\n\0]|{_SKIPPED}*[=+\-@|%＝＋－﹣−＠％｜﹢﹦﹫])"
_WRITE = re.compile(rf"(^|[;\t\r\n])(?={_LIVE})")
_READ = re.compile(rf"(^|[;\t\r\n])'(?={_LIVE})")


def neutral(text: str) -> str:
    """Mark what a spreadsheet could take for a formula; see the module."""
    return _WRITE.sub(r"\1'", text)


def restored(cell: str) -> str:
    """Take the marks of `neutral` away: `restored(neutral(text)) == text`."""
    return _READ.sub(r"\1", cell)


def write(columns: Sequence[str], rows: Iterable[Sequence[object]], *, bom: bool = False) -> bytes:
    """
    Write a table with a header line, every cell quoted, lines ended as RFC 4180 has it.

    `bom` tells Excel that the file is UTF-8; importers of other systems trip over it.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([neutral(column) for column in columns])
    for row in rows:
        writer.writerow(["" if cell is None else neutral(str(cell)) for cell in row])
    return encoded(("\ufeff" if bom else "") + out.getvalue())


def read(content: bytes | str) -> list[Mapping[str, str]]:
    """
    Read a table with a header line; a missing cell is empty.

    Takes commas, semicolons and tabs between cells, since spreadsheets save any of
    them. Raises ValueError, in the user's words, when it is no such table.
    """
    try:
        text = content if isinstance(content, str) else content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("The file is not UTF-8. Save it as “CSV UTF-8” and try again.") from None
    text = text.lstrip("\r\n")
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise ValueError(f"The file is no CSV table: {error}.") from None
    if not rows:
        raise ValueError("The file is empty: its first line must name the columns.")
    columns = [restored(column).strip() for column in rows[0]]
    return [
        dict(zip(columns, [restored(cell) for cell in row] + [""] * len(columns), strict=False))
        for row in rows[1:]
        if row
    ]
