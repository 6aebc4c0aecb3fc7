"""Untrusted text is never markup, in no language and on no page."""

from __future__ import annotations

import ast
import html
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pages.parts import cards

PAGES = Path(cards.__file__).parents[1]
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](http://example.com/a.png)",
    "[x](javascript:alert(1))",
    "$5 and $10 for $",
    ":green-badge[Verified] :red[x] :material/verified: :smile: :streamlit:",
    "</div></details><h1>Mine</h1>",
    '" autofocus onfocus="alert(1)',
    "# Heading\n- list\n| a | b |\n|---|---|",
    "&lt;b&gt; &#60;b&#62;",
    "`code` **bold** ~~gone~~ <!-- no -->",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_literal(text: str) -> None:
    """No mark of HTML or Markdown is left, and reading it back gives the text."""
    assert not set("<>\"'`*_[]!$:|~") & set(cards.escape(text))
    assert text == html.unescape(cards.escape(text))


@given(some.text(alphabet=some.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"])))
def test_escaping_loses_no_visible_character(text: str) -> None:
    """Everything that can be seen comes back."""
    visible = cards._UNSEEN.sub("", text)
    assert visible == html.unescape(cards.escape(text))


def test_reordering_and_control_characters_are_left_out() -> None:
    """A right-to-left override would make a line read as another one."""
    assert cards.escape("\u202egpj.\u2066exe\x00\x1b") == "gpj&#46;exe"


def test_line_breaks_of_a_source_are_kept_and_of_a_label_are_not() -> None:
    """A label is one line, a source has its own lines."""
    assert cards.escape("a\n b") == "a\n b"
    assert cards.label("a\n b") == "a b"


def test_labels_make_no_links_dashes_or_logos() -> None:
    """Streamlit makes these after it has read the escapes, so a joiner parts them."""
    found = html.unescape(cards.label("http://a.example www.b.example c@d.example -- :streamlit:"))
    assert not re.search(r"://|www\.|@d|--|:streamlit", found)
    assert "http://a.example" in found.replace("\u2060", "")


def test_long_labels_are_cut() -> None:
    """A widget's label is no place for a page of text."""
    assert len(cards.label("x" * 5_000, limit=50)) <= 50


def test_only_one_module_draws_html() -> None:
    """`st.html` stands in the module of the escape function, and once for the styles."""
    users = {path.name for path in PAGES.rglob("*.py") if "st.html(" in path.read_text("utf-8")}
    assert {"cards.py"} == users


def test_no_page_writes_text_as_markdown() -> None:
    """
    Every argument that Streamlit reads as Markdown is ours.

    It is a literal, or what `cards.label` and its kin give, or the sentence of a
    pure module that is made of our own words and numbers.
    """
    offences = [
        f"{path.relative_to(PAGES)}:{call.lineno}"
        for path in PAGES.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and (argument := _markdown_argument(call)) is not None
        if not _is_ours(argument)
    ]
    assert offences == []


DRAWN = {
    "caption", "info", "warning", "error", "success", "header", "subheader", "title", "badge",
    "button", "expander", "status", "toggle", "pills", "segmented_control", "text_area",
    "text_input", "multiselect", "download_button", "markdown", "spinner", "metric", "popover",
    "toast",
}  # fmt: skip
FORBIDDEN = {"write", "latex", "image", "link_button", "table", "write_stream"}
OWN = {
    "cards.label", "label", "cards.claim_label",
    "cards.line_label", "wanted.sentence", "len", "connection().sentence",
    "share(claims).sentence", "join", "', '.join(empty).lower", "', '.join",
}  # fmt: skip
NAMES = {
    "title", "noun", "kind", "counted", "name", "example.about", "run.kind", "done", "why", "label",
    "verb", "cards.NO_EVIDENCE", "words[0]",
}  # fmt: skip


def _markdown_argument(call: ast.Call) -> ast.expr | None:
    function = call.func
    if not (isinstance(function, ast.Attribute) and ast.unparse(function.value) == "st"):
        return None
    if function.attr in FORBIDDEN:
        return ast.Name("forbidden")
    return call.args[0] if function.attr in DRAWN and call.args else None


def _is_ours(value: ast.expr) -> bool:
    if isinstance(value, ast.Constant):
        return True
    if isinstance(value, ast.JoinedStr):
        return all(_is_ours(part) for part in value.values)
    if isinstance(value, ast.FormattedValue):
        return _is_ours(value.value)
    if isinstance(value, ast.IfExp):
        return _is_ours(value.body) and _is_ours(value.orelse)
    if isinstance(value, ast.BinOp):
        return _is_ours(value.left) and _is_ours(value.right)
    if isinstance(value, ast.Call):
        return ast.unparse(value.func) in OWN
    return ast.unparse(value) in NAMES
