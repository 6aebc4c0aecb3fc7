"""Documents: every claim on the page, in its own words, and nothing that is markup."""

from __future__ import annotations

import html
import io
import re
import unicodedata
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pypdf import PdfReader

from octave_api.export import Subject
from octave_api.exporting import call_sheet_pdf, full_pdf, markdown, one_page
from octave_api.exporting import html as pages
from octave_api.exporting.call_sheet import arrange
from octave_api.exporting.paper import MISSING, Paper, Paragraph, Run
from octave_api.exporting.report import build, one_line
from tests.export_samples import ADDRESS, NOW, TODAY, hostile, subject

KINDS = ("persona", "segment")
LONG = "\n".join(
    f"- The {n}th plant loses {n} hours of every shift to manual work" for n in range(60)
)


def squeezed(text: str) -> str:
    """Give a text without its spaces, which a page may set anywhere."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def pdf_text(content: bytes) -> tuple[str, int]:
    """Give what can be selected in a PDF, and how many pages it has."""
    reader = PdfReader(io.BytesIO(content))
    return squeezed("".join(page.extract_text() for page in reader.pages)), len(reader.pages)


def html_text(page: str) -> str:
    """Give what a reader of an HTML page sees."""
    body = page.partition("<body>")[2]
    return squeezed(html.unescape(re.sub(r"<[^>]*>", "", body)))


def markdown_text(text: str) -> str:
    """Give what a reader of a wiki sees, by a parser of CommonMark."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    parts = [child.content for token in tokens for child in token.children or []]
    return squeezed("".join(parts))


TEXTS: dict[str, Callable[[Subject], str]] = {
    "html": lambda one: html_text(pages.report(build(one, NOW))),
    "call sheet html": lambda one: html_text(pages.call_sheet(arrange(build(one, NOW)))),
    "markdown": lambda one: markdown_text(markdown.report(build(one, NOW))),
    "call sheet markdown": lambda one: markdown_text(markdown.call_sheet(arrange(build(one, NOW)))),
    "pdf": lambda one: pdf_text(full_pdf.render(build(one, NOW), NOW))[0],
    "call sheet pdf": lambda one: pdf_text(call_sheet_pdf.render(arrange(build(one, NOW)), NOW))[0],
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["html", "markdown", "pdf"])
def test_a_document_holds_every_claim_and_its_quote(name: str, kind: str) -> None:
    """Texts, questions, what to listen for, gaps, quotes and where they come from."""
    one = subject(kind)
    text = TEXTS[name](one)
    report = build(one, NOW)
    wanted = [item.text for part in report.parts for item in part.statements]
    for asked in report.asked():
        wanted += [asked.text, asked.rationale, asked.spoken, asked.listen_for, asked.framework]
    wanted += [gap for gap, _ in report.gaps]
    wanted += [one_line(claim.quote or "") for claim in one.evidence.claims if one.evidence]
    wanted += [report.share, report.share_detail, ADDRESS, TODAY]
    assert [text_ for text_ in wanted if squeezed(text_) not in text] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["call sheet html", "call sheet markdown", "call sheet pdf"])
def test_a_call_sheet_holds_all_that_is_asked(name: str, kind: str) -> None:
    """Spoken form, what it finds out, what to listen for; blanks and boxes."""
    one = subject(kind)
    text = TEXTS[name](one)
    wanted = ["Company", "Notes", "Discovery call:", "Unknown"]
    for asked in build(one, NOW).asked():
        wanted += [asked.text, asked.spoken, asked.listen_for]
    assert [text_ for text_ in wanted if squeezed(text_) not in text] == []


def test_disqualifiers_are_asked_first() -> None:
    """On the sheet, and on the page before the other questions."""
    sheet = arrange(build(subject(), NOW))
    assert sheet.groups[0].title == "First: what would rule them out"
    assert all(one.gate for one in sheet.groups[0].questions)
    numbers = [n for group in sheet.groups for one in group.questions for n in one.notes]
    assert list(dict.fromkeys(numbers)) == sorted(set(numbers))
    assert {note.number for note in sheet.report.footnotes} == set(numbers)


@pytest.mark.parametrize("kind", KINDS)
def test_one_page_is_one_page_and_holds_what_it_says(kind: str) -> None:
    """A long entity is cut by choice; what is shown is there, and the rest is counted."""
    for text in (None, LONG):
        one = subject(kind, text) if text else subject(kind)
        report = build(one, NOW)
        page = one_page.render(report, NOW)
        found, count = pdf_text(page.content)
        assert count == 1
        assert [shown for shown in page.shown if squeezed(shown) not in found] == []
        items = sum(len(part.statements) for part in report.fields()) + len(report.asked())
        assert len(page.shown) + page.left_out == items
        said = f"holds {len(page.shown)} of {items} statements and questions"
        assert (squeezed(said) in found) == bool(page.left_out)
        assert squeezed(report.share) in found


def test_all_is_shown_where_it_fits() -> None:
    """A short entity loses nothing to the page."""
    assert (
        one_page.render(
            build(subject("persona", "- Large deals stall in legal"), NOW), NOW
        ).left_out
        == 0
    )


def test_disqualifiers_are_the_last_to_leave_the_page() -> None:
    """However long the entity, they are on it."""
    report = build(subject("persona", LONG), NOW)
    shown = one_page.render(report, NOW).shown
    assert report.gates
    assert all(gate.text in shown for gate in report.gates)


def test_what_a_person_wrote_is_told_only_where_it_is() -> None:
    """The word stands beside it, in the legend, and in what the shares are."""
    one = subject()
    assert all(mark != "Edited" for mark, _ in build(one, NOW).legend())
    assert one.evidence is not None
    claims = [claim.model_copy(update={"origin": "EDITED", "quote": None, "start": None})
              for claim in one.evidence.claims[:1]]  # fmt: skip
    evidence = one.evidence.model_copy(update={"claims": [*claims, *one.evidence.claims[1:]]})
    edited = Subject(one.entity, evidence)
    assert "1 was written by a person" in build(edited, NOW).share_detail
    for text in (TEXTS["html"](edited), TEXTS["markdown"](edited), TEXTS["pdf"](edited)):
        assert "writtenorrewordedbyaperson" in text


def test_origins_are_told_on_every_document() -> None:
    """Inferred and typical by their words, quoted by its number alone."""
    one = subject()
    for name in ("html", "markdown"):
        text = TEXTS[name](one)
        assert "Inferredfollows" in text.replace(":", "")
        assert squeezed("Large deals stall in legal review") in text
    page = pages.report(build(one, NOW))
    assert re.search(r"What is usual for[^<]*</bdi> <span class=\"origin\">Typical", page)
    assert re.search(r"legal review</bdi><sup><a href=\"#n\d+\">", page)
    assert '<li id="n1">' in page


class _Tags(HTMLParser):
    """Collects the elements and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen |= {tag, *(f"{tag} {name}" for name, _ in attrs)}
        self.links |= {value or "" for name, value in attrs if name in ("href", "src")}


def tags(page: str) -> _Tags:
    """Parse a page."""
    found = _Tags()
    found.feed(page)
    return found


MARKUP = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "![x](http://evil.test/x.png) [y](javascript:alert(1)) `z` **b** <b>c</b>",
    "# Heading",
    "1. item\n- item",
    "]: http://evil.test",
    "a | b\n--|--",
    "&lt;b&gt; &amp;",
    "\\*not\\*",
    "```\ncode",
    "~~~",
    "===",
    "---",
    "$x$ ^y^ {z} :smile: <!-- c -->",
    "</bdi></li></ul></main><h1>x",
    "\u202etxt.exe",
]


@pytest.mark.parametrize("text", MARKUP)
def test_no_text_becomes_an_element(text: str) -> None:
    """A page with hostile texts has the elements of one with plain texts."""
    for make in (
        lambda one: pages.report(build(one, NOW)),
        lambda one: pages.call_sheet(arrange(build(one, NOW))),
    ):
        plain, found = tags(make(hostile("plain"))), tags(make(hostile(text)))
        assert found.seen == plain.seen
        assert all(link.startswith("#n") for link in found.links)


@pytest.mark.parametrize("text", MARKUP)
def test_markdown_shows_a_text_as_it_is(text: str) -> None:
    """No image, no link, no HTML, no code, and the words are there."""
    made = markdown.report(build(hostile(text), NOW))
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(made)
    kinds = {token.type for token in tokens}
    inner = {child.type for token in tokens for child in token.children or []}
    assert not kinds & {"html_block", "fence", "code_block", "table_open", "hr"}
    assert not inner & {"image", "link_open", "html_inline", "code_inline", "s_open"}
    assert squeezed(one_line(text)) in markdown_text(made)


def test_an_address_is_a_link_only_if_it_is_of_the_web() -> None:
    """Other schemes stay text."""
    assert ADDRESS in tags(pages.report(build(subject(), NOW))).links
    assert not pages.is_web("javascript:alert(1)")
    assert not pages.is_web("file:///etc/passwd")
    assert not pages.is_web("http://[")


def test_a_page_may_load_nothing() -> None:
    """The policy is in the file, and there is no script."""
    page = pages.report(build(subject(), NOW))
    assert "default-src 'none'" in page
    assert not tags(page).seen & {"script", "link", "img", "iframe", "object", "style src"}


SCRIPTS = {
    "Cyrillic": "Сокращает время простоя",
    "Greek": "Μειώνει το κόστος",
    "Vietnamese": "Giảm chi phí vận hành",
    "Polish": "Zażółć gęślą jaźń",
    "Chinese": "降低停机时间",
    "Japanese": "ダウンタイムを減らす",
    "Symbols": "€ 5 → 7 ≥ 3 ✓ “x” – …",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_page_has_the_characters(script: str) -> None:
    """They can be selected and copied."""
    text = SCRIPTS[script]
    found, _ = pdf_text(one_page.render(build(hostile(text), NOW), NOW).content)
    assert squeezed(text) in found
    assert MISSING not in found


def test_a_script_from_right_to_left_is_not_reversed() -> None:
    """Each word is drawn from its last letter to its first, as a reader of it expects."""
    found, _ = pdf_text(one_page.render(build(hostile("שלום"), NOW), NOW).content)
    assert MISSING not in found
    assert "שלום" in found


@pytest.mark.parametrize("text", ["다운타임", "हिन्दी", "😀"])
def test_what_the_fonts_lack_is_shown_and_said(text: str) -> None:
    """A sign stands for each character, and a line says how many and where they are."""
    found, _ = pdf_text(one_page.render(build(hostile(text), NOW), NOW).content)
    assert MISSING * len(one_line(text)) in found
    assert squeezed("shown as ▯; the HTML and the Markdown documents have them") in found


@settings(max_examples=10)
@given(st.text(st.characters(), min_size=1, max_size=80))
def test_any_text_can_be_printed(text: str) -> None:
    """No text stops a document, and one page stays one page."""
    report = build(hostile(text), NOW)
    assert pdf_text(one_page.render(report, NOW).content)[1] == 1
    assert call_sheet_pdf.render(arrange(report), NOW).startswith(b"%PDF")


@pytest.mark.parametrize("text", ["x" * 6_000, "word " * 1_500, "降" * 3_000])
def test_a_text_longer_than_a_page_stays_on_the_paper(text: str) -> None:
    """One page cuts it and says so; a call sheet runs on."""
    report = build(hostile(text), NOW)
    page = one_page.render(report, NOW)
    assert pdf_text(page.content)[1] == 1
    assert page.left_out
    assert pdf_text(call_sheet_pdf.render(arrange(report), NOW))[1] > 1


def test_lines_are_no_wider_than_the_column() -> None:
    """Words that are too long are cut, and badges stay whole."""
    paper = Paper("x", NOW)
    runs = (Run("a" * 300), Run(" and more words " * 9), Run("GOOD", fill=(1, 2, 3)))
    lines = paper.wrap(Paragraph(runs), 60)
    for line in lines:
        last = line[-1]
        assert last.x + paper.width(last.run.text.rstrip(), last.run) <= 60.5
    assert sum(placed.run.text == "GOOD" for line in lines for placed in line) == 1
    paper.to_bytes()  # closes the fonts
