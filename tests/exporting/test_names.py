"""File names that Windows, macOS and Linux all take."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octave_api.exporting.names import MAX_BYTES, safe_name, unique_names

DEVICES = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in "0123456789")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("VP of Sales", "VP of Sales.pdf"),
        ("R&D / Operations: who?", "R&D - Operations- who-.pdf"),
        ("../../etc/passwd", "etc-passwd.pdf"),
        ("con", "_con.pdf"),
        ("NUL.tar", "_NUL.tar.pdf"),
        ("COM¹", "_COM¹.pdf"),
        ("Company", "Company.pdf"),
        ("trailing. . ", "trailing.pdf"),
        ("-rf ~", "rf ~.pdf"),
        ("a\x00b\nc\u202egnp", "a b c gnp.pdf"),
        ("", "untitled.pdf"),
        ("...", "untitled.pdf"),
        ("e\u0301te\u0301", "été.pdf"),
        ("a／b＼c", "a-b-c.pdf"),
    ],
)
def test_what_a_system_refuses_is_replaced(text: str, name: str) -> None:
    """Separators, device names, control characters and ends that Windows cuts off."""
    assert safe_name(text, ".pdf") == name


@given(st.text(max_size=400))
def test_any_text_gives_a_name_that_every_system_takes(text: str) -> None:
    """No forbidden character, no device, no dot at the end, and short enough either way."""
    name = safe_name(text, ".pdf")
    stem = name.removesuffix(".pdf")
    assert stem
    assert not set(name) & set('<>:"/\\|?*')
    assert not any(unicodedata.category(mark) in ("Cc", "Cf", "Cs") for mark in name)
    assert stem[-1] not in " ."
    assert not name.startswith((".", "-", "~", " "))
    assert name.split(".")[0].strip().casefold() not in DEVICES
    for form in ("NFC", "NFD"):
        assert len(unicodedata.normalize(form, name).encode()) <= MAX_BYTES


@given(st.lists(st.sampled_from(["Été", "E\u0301TE\u0301", "ete", "ETE", "ß", "ss", "x" * 300])))
def test_names_in_one_folder_are_told_apart_by_every_system(texts: list[str]) -> None:
    """Case and the writing of accents tell no names apart."""
    names = unique_names((text, ".md") for text in texts)
    keys = {unicodedata.normalize("NFKC", name).casefold() for name in names}
    assert len(names) == len(texts) == len(keys)
    assert all(name.endswith(".md") for name in names)
