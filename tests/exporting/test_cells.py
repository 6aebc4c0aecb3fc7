"""CSV: nothing that a spreadsheet computes, and everything back to the character."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from octave_api.exporting import cells

LIVE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    '"=1',
    "'=1",
    "“=1",
    "\u200b=1",
    "\ufeff=1",
    "\u00a0=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "|calc",
    "%0A=1",
    "−1",
    "\x00=1",
]
STARTS = "=+-@|%＝＋－−＠％｜\t\r\n\0"
texts = st.text(
    alphabet=st.sampled_from("=+-@|%'\" \t\r\n;,ab\u200b＝－\0"), max_size=12
) | st.text(st.characters(exclude_categories=["Cs"]))


def naked(cell: str) -> str:
    """Give a cell as a lenient spreadsheet sees it: without what it skips in front."""
    return re.sub(r"^[\s\"“”\u200b\ufeff\x00]+", "", cell)


@pytest.mark.parametrize("text", LIVE)
def test_a_formula_becomes_a_text(text: str) -> None:
    """An apostrophe stands in front of whatever could begin a formula."""
    assert cells.neutral(text).startswith("'")
    assert cells.restored(cells.neutral(text)) == text


@pytest.mark.parametrize("text", ["It's new", "a=b", "mail me@example.com", "5 - 3", "Größe", ""])
def test_a_plain_text_stays_as_it_is(text: str) -> None:
    """Only what could be a formula is marked."""
    assert cells.neutral(text) == text


def test_a_formula_behind_a_separator_is_marked_too() -> None:
    """Where the list separator is a semicolon, a new cell begins within the text."""
    assert cells.neutral("a;=1+1") == "a;'=1+1"
    assert cells.neutral("a\n=1+1") == "a\n'=1+1"
    assert cells.neutral("a\t-1") == "a\t'-1"


@given(texts)
@example("';'=x")
@example("'\t=x")
@example(";\t=x")
@example("''=x")
def test_every_text_comes_back(text: str) -> None:
    """Reading undoes the marks, whatever apostrophes the text had of its own."""
    assert cells.restored(cells.neutral(text)) == text


@given(st.lists(st.lists(texts, min_size=2, max_size=2), max_size=5))
def test_a_table_comes_back(rows: list[list[str]]) -> None:
    """What is written is read, to the character; a row of nothing too."""
    content = cells.write(["one", "two"], rows)
    assert [[row["one"], row["two"]] for row in cells.read(content)] == rows


@given(st.lists(texts, min_size=1, max_size=4), st.sampled_from(",;\t"))
def test_no_cell_is_live_however_the_file_is_cut(row: list[str], delimiter: str) -> None:
    """A program that takes another separator finds no formula either."""
    content = cells.write([f"c{n}" for n in range(len(row))], [row]).decode()
    for found in csv.reader(io.StringIO(content, newline=""), delimiter=delimiter):
        for cell in found:
            assert not naked(cell).startswith(tuple(STARTS))


def test_excel_is_told_the_encoding_where_people_open_the_file() -> None:
    """A byte order mark on request, and reading does not mind it."""
    assert cells.write(["a"], [["é"]], bom=True).startswith(b"\xef\xbb\xbf")
    assert cells.read(cells.write(["a"], [["é"]], bom=True)) == [{"a": "é"}]


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_table_that_was_saved_elsewhere_is_read(separator: str) -> None:
    """Spreadsheets save semicolons and tabs as well."""
    assert cells.read(f"a{separator}b\n1{separator}2\n".encode()) == [{"a": "1", "b": "2"}]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b'a\n"x" y\n'])
def test_what_is_no_table_is_said_in_a_sentence(content: bytes) -> None:
    """The message says what to do, not where the program failed."""
    with pytest.raises(ValueError, match=r"\.$"):
        cells.read(content)
