"""Untrusted text is never markup, in no language and on no page."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pages.parts import cards
from tests.dashboard.markdown_words import Module

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
    Every argument that Streamlit reads as Markdown is ours, wherever its name got its value.

    It is a literal, a number, an entry of a table of literals, what the escape function gives,
    or a sentence of a pure module that is listed here with its reason.
    """
    found = [
        offence
        for path in [*sorted(PAGES.rglob("*.py")), PAGES.parent / "app.py"]
        for offence in Module(path, OWN).offences()
        if offence.partition(":")[0] + " " + offence.partition(" ")[2] not in LISTED
    ]
    assert found == []


OWN = {
    "wanted.sentence", "waterfall.sentence", "words.counted",  # counts and nouns of ours
    "share(claims).sentence", "qualify_score.rank_label",  # a name in it is escaped there
    "state.item_names",  # "Item 1"
}  # fmt: skip
"""Functions of other modules whose words are ours."""

LISTED = {
    "connect.py list(views)": "cURL, Python and JSON",
    "connect.py words[0]": "a literal and a period from a table",
    "connect.py words[1]": "two numbers",
    "generate.py f'Fictional example: {example.about}'": "of an example that ships",
    "generate.py f'Add another {kind}'": "persona or segment",
    "generate.py str.capitalize": "of persona and segment",
    "items.py f'All {form.title.lower()}'": "of a table of forms",
    "items.py form.about": "of a table of forms",
    "items.py f'New {form.noun}'": "of a table of forms",
    "items.py field.title": "of a table of forms",
    "library.py label": "Undo or Redo",
    "exports.py label": "the caller's literal, or a format's name",
    "exports.py None if name == EVERYTHING else FORMATS[name].about": "of a format",
    "filter_widgets.py label": "the caller's literal",
    "chosen.py title": "the caller's literal",
    "entity.py title": "the caller's literal",
    "listing.py title": "a literal and the number of filters",
    "present.py about": "the caller's, escaped",
    "present.py label": "Back and Next",
    "answer.py answer": "Yes, No and Unknown",
    "score.py f'{name.capitalize()} counts'": "a weight of the contract",
    "tune.py f\"{after['right']} of {total} {noun} right\"": "numbers",
    "result.py list(views)": "cURL, Python and JSON",
    "result.py f\"Nothing was found for: {', '.join(empty).lower()}.\"": "fields of the contract",
    "run_view.py title": "a verb of ours, a kind and numbers",
}
"""Arguments that are ours by what is outside their module, each with the reason."""


@pytest.mark.parametrize(
    "written",
    [
        "st.caption(entity.name)",
        "st.markdown(f'**{name}**')",
        "title = entity.name\nst.header(title)",
        "for name in entity.titles:\n    st.caption(name)",
        "def draw(label):\n    st.button(label)",
        "st.button('a', help=claim.quote)",
        "st.info('a', title=entity.name)",
        "st.pills('a', names, format_func=names.__getitem__)",
        "st.radio('a', [1], captions=[entity.name])",
        "st.tabs([entity.name])",
        "st.metric('a', entity.name)",
        "st.markdown(cards.escape('a') + entity.name)",
        "st.markdown('%s' % entity.name)",
        "st.caption('{}'.format(entity.name))",
        "st.write('a')",
        "st.image('a')",
        "st.markdown('a', unsafe_allow_html=True)",
        "box.markdown('a', unsafe_allow_html=True)",
        "from streamlit import caption",
        "words = 'a'\nwords += entity.name\nst.caption(words)",
        "st.caption(label=entity.name)",
        "st.caption(body=entity.name)",
        "box.caption(entity.name)",
    ],
)
def test_data_that_would_be_markdown_is_found(tmp_path: Path, written: str) -> None:
    """The test before this one sees data by whatever way it comes."""
    file = tmp_path / "page.py"
    file.write_text(written, "utf-8")
    assert list(Module(file, OWN).offences())


@pytest.mark.parametrize(
    "written",
    [
        "st.caption('ours')",
        "st.caption(f'{len(found)} of {found.total + 1}')",
        "st.caption(cards.label(entity.name))",
        "NAMES = {'a': 'A'}\nst.pills('a', list(NAMES), format_func=NAMES.__getitem__)",
        "for name, n in (('A', entity), ('B', entity)):\n    st.button(name)",
        "noun = 'case' if n == 1 else 'cases'\nst.header(f'{len(x)} {noun}')",
        "st.text(entity.name)",
        "st.code(entity.name)",
        "cards.badge(entity.name)",
    ],
)
def test_our_own_words_pass(tmp_path: Path, written: str) -> None:
    """A literal is found behind the name or the table that it stands in."""
    file = tmp_path / "page.py"
    file.write_text(written, "utf-8")
    assert list(Module(file, OWN).offences()) == []
