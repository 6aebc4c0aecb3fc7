"""Sources read into text: what a page says is kept, what its readers do not see is not."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest

from octave_api import sources
from octave_api.contract import Source, SourceText
from octave_api.errors import SourceError
from octave_api.web.extract import extract_html
from tests.web.site import PAGES, WebServer, serve

NOON = "2026-01-31T12:00:00.000Z"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    """A loopback server that sources may be read from."""
    with serve() as server:
        monkeypatch.setenv("OCTAVE_FETCH_ALLOW", server.allow)
        yield server


def short(value: object) -> str:
    """Name a case after the beginning of its input, which may be very long."""
    return repr(value)[:60]


def read(type_: str, value: str, **options: object) -> SourceText:
    """Read one source with a library of one resource and a clock that stands."""
    resources = {"rs_1": ("Ideal customers", "Dairies with 20 to 90 farms.")}
    source = Source.model_validate({"type": type_, "value": value})
    return sources.read(source, resource=resources.get, clock=lambda: NOON, **options)  # type: ignore[arg-type]


def read_body(web: WebServer, body: str | bytes, content_type: str | None = "text/html") -> str:
    """Give the text of a page with this body."""
    return read("URL", web.put("/", body, content_type=content_type)).text


def refused(type_: str, value: str) -> SourceError:
    """Give the error that a source ends in; it carries the value as it was given."""
    with pytest.raises(SourceError) as caught:
        read(type_, value)
    assert caught.value.value == value
    return caught.value


def page(name: str) -> str:
    """Give the text of one of the pages in tests/webpages."""
    return extract_html((PAGES / name).read_text(), name).text


# TEXT and RESOURCE


@pytest.mark.parametrize(
    "text",
    ["VP of Sales", "  a\nb\t<c> \n", "e\u0301 \u200c \U0001f9e9", "x" * 100_000],
    ids=short,
)
def test_a_text_is_kept_to_the_character(text: str) -> None:
    """Offsets of the evidence count into what was sent; letters are not composed anew."""
    source = read("TEXT", text)
    assert (source.text, source.value, source.title) == (text, text, "")
    assert (source.retrieved_at, source.language) == (None, None)


def test_what_nobody_sees_is_left_out_of_a_text() -> None:
    """Controls, reordering marks and tags are gone from text and value alike."""
    source = read("TEXT", "  a\r\nb\t\u202ec\x00 \U000e0041\n")
    assert source.text == source.value == "  a\nb\tc \n"


@pytest.mark.parametrize("kind", ["TEXT", "RESOURCE"])
def test_a_text_that_is_too_long_is_refused(kind: str) -> None:
    """The limit and the length are named; the limit itself is read."""
    assert read("TEXT", "a" * 1_000_000).text
    error = refused(kind, "a" * 1_000_001)
    assert error.code == "too_large"
    assert "1,000,001 characters" in error.message
    assert "at most 1,000,000" in error.message


@pytest.mark.parametrize("text", [" ", "\n\n", "…!?", "\u200b"])
def test_a_text_without_a_word_is_refused(text: str) -> None:
    """There is nothing to make a persona of."""
    assert refused("TEXT", text).code == "no_text"


def test_a_resource_is_its_title_and_text() -> None:
    """The value stays the id that was asked for."""
    source = read("RESOURCE", "rs_1", index=3)
    assert (source.title, source.text) == ("Ideal customers", "Dairies with 20 to 90 farms.")
    assert (source.value, source.index) == ("rs_1", 3)


def test_a_resource_that_the_library_has_not_is_a_name_to_generate_from() -> None:
    """As the contract has it: an id, else a name."""
    assert read("RESOURCE", "Head of Dairy Procurement").text == "Head of Dairy Procurement"


def test_text_needs_no_page_reader() -> None:
    """The page reader takes half a second to load."""
    code = (
        "import sys; from octave_api import sources; from octave_api.contract import Source;"
        "sources.read(Source(type='TEXT', value='VP of Sales'), resource=lambda oid: None);"
        "print([name for name in ('trafilatura', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# URL


def test_a_page_gives_title_language_text_and_time(web: WebServer) -> None:
    """Everything that the evidence shows beside the text."""
    url = web.put_file("handbook.html")
    source = read("URL", url)
    assert source.value == url
    assert (source.title, source.language) == ("Buyer personas", "en")
    assert source.retrieved_at == NOON
    assert source.text.startswith("# Buyer personas\n\nThis page describes")


def test_a_page_that_cannot_be_read_names_why(web: WebServer) -> None:
    """The door's own error comes through, with the address as its value."""
    error = refused("URL", web.url("/missing"))
    assert error.code == "not_found"
    assert "127.0.0.1" in error.message


def test_a_handbook_page_keeps_headings_lists_tables_and_terms() -> None:
    """The structure is what the engine sorts by."""
    text = page("handbook.html")
    for line in (
        "## Maintenance manager at a wind park",
        "### Pain points",
        "- Plan **inspection rounds** for each turbine",
        "  - Explain each outage longer than four hours",
        "2. Vibration data sits in three vendor portals",
        "| Title | Role | Cares about |",
        "| IT Security Lead | Blocker | Who can reach the turbine network |",
        "- **How are crane bookings made today?** By phone and spreadsheet is what we hear most.",
        "## Not a fit",
    ):
        assert line in text.split("\n")
    for elsewhere in ("Territories", "Imprint", "Copyright", "do not read this", "list-style"):
        assert elsewhere not in text


def test_a_company_page_keeps_its_cards_with_their_headings() -> None:
    """Short lines and card grids are what article readers drop."""
    text = page("home.html")
    assert text.startswith("# Pallet returns that settle themselves\n\nPalletide books")
    assert "### Lost pallets, found\n\nMatch every delivery note" in text
    assert "#### Finance controllers\n\n- Deposits reconciled daily\n- No write-offs" in text
    assert "31% fewer lost pallets in the first year" in text
    assert "| Network | up to 80 | £1,900 |" in text
    assert "Head of Logistics, Greyharbour Foods" in text
    for elsewhere in ("cookies", "Log in", "Careers", "Registered", "Book a demo", "Email"):
        assert elsewhere not in text


def test_an_article_is_kept_without_what_surrounds_it() -> None:
    """Comments, related posts and share links are not the author's words on buyers."""
    text = page("article.html")
    assert "**Ihr Ziel:** kein Fahrer wartet länger als zwanzig Minuten." in text
    assert "## Woran man sie erkennt\n\n- Annahme an mehr als einem Ort" in text
    for elsewhere in ("Super Beitrag", "Messe", "Teilen", "Impressum", "Kontakt"):
        assert elsewhere not in text


def test_what_a_reader_cannot_see_is_left_out() -> None:
    """Hidden text is how a page talks to programs behind its readers' backs."""
    text = page("hidden.html")
    assert "hidden" not in text
    assert "at once, and to see who took it." in text
    assert "Closed panel: the waiting list holds 40 names on a normal day." in text


def test_keyed_rows_become_items_and_layout_tables_text(web: WebServer) -> None:
    """A table's header row is only written where there is one."""
    text = read_body(
        web,
        "<main><h1>Ideal customer</h1><p>Who gets the most out of our pallet ledger, by size.</p>"
        "<table><tr><th>Industry</th><td>Food wholesale</td></tr>"
        "<tr><th>Depots:</th><td>5 to 80</td></tr></table>"
        "<table><tr><td><h2>Why now</h2><p>Pools raise their fees in January.</p></td></tr>"
        "</table></main>",
    )
    assert "- **Industry:** Food wholesale\n- **Depots:** 5 to 80" in text
    assert "## Why now" in text
    assert "Pools raise their fees in January." in text


def test_closed_panels_and_joined_spans_are_read(web: WebServer) -> None:
    """An accordion's text is on the page for everyone who clicks."""
    text = read_body(
        web,
        "<main><details><summary>Who is it for?</summary><p>Crane yards with a night shift and "
        "no dispatcher of their own.</p></details>"
        "<div><span>40</span><span>yards</span></div><p><span>C</span><span>r</span>ane</p></main>",
    )
    assert "#### Who is it for?\n\nCrane yards with a night shift" in text
    assert "40 yards" in text
    assert "Crane" in text


def test_words_of_one_line_are_not_run_together(web: WebServer) -> None:
    """A line break is a line, and every block its own."""
    text = read_body(
        web, "<p>One crane<br>Two yards</p><div>Three shifts</div><div>Four <em>gates</em></div>"
    )
    assert text.split() == "One crane Two yards Three shifts Four gates".split()


def test_markdown_and_plain_text_are_used_as_they_are(web: WebServer) -> None:
    """But for line ends and characters that nobody sees."""
    body = "# Buyers\r\n\r\n- Pays **late**\r\n- e\u0301 <b>\u202e\n"
    for content_type in ("text/markdown", "text/plain; charset=utf-8", None):
        assert read_body(web, body, content_type) == "# Buyers\n\n- Pays **late**\n- é <b>"


def test_html_is_recognised_by_its_beginning(web: WebServer) -> None:
    """Some servers call everything plain text, or nothing at all."""
    for content_type in ("text/plain", "application/octet-stream", None):
        body = "<!-- x -->\n<!DOCTYPE html><p>Yards with a night shift</p>"
        assert read_body(web, body, content_type) == "Yards with a night shift"


def test_json_and_xml_are_text_and_resolve_no_entity(web: WebServer) -> None:
    """An external entity is no way to a file, a nested one none to gigabytes."""
    body = json.dumps({"industry": "crane yards"})
    assert read_body(web, body, "application/json") == body
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    xml = (
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE r [<!ENTITY l0 "ha">'
        f'{laughs}<!ENTITY f SYSTEM "file:///etc/hostname">]>'
        "<r><t>Crane yards</t><u>&f;</u><v>&l11;</v></r>"
    )
    text = read_body(web, xml, "application/xml")
    assert text.startswith("Crane yards")
    assert len(text) < 100


# Charsets


@pytest.mark.parametrize(
    ("encoding", "content_type", "head"),
    [
        ("utf-8", "text/html", ""),
        ("utf-8", "text/html; charset=zlib_codec", ""),
        ("utf-8", "text/html; charset=rot13", ""),
        ("utf-8", "text/html; charset=idna", ""),
        ("utf-8", "text/html; charset=undefined", ""),
        ("utf-8", "text/html; charset=hex", ""),
        ("utf-8", "text/html; charset=punycode", ""),
        ("utf-8", "text/html; charset=ütf", ""),
        ("utf-8", "text/html; charset*=utf-8''latin1", ""),
        ("shift_jis", "text/html", '<meta charset="shift_jis">'),
        ("shift_jis", "text/html; charset=Shift_JIS", '<meta charset="utf-8">'),
        (
            "euc-jp",
            "text/html",
            '<meta http-equiv=Content-Type content="text/html; charset=euc-jp">',
        ),
        ("utf-16", "text/html", '<meta charset="utf-8">'),
        ("utf-16-le", "text/html; charset=utf-16le", ""),
        ("utf-8", "text/html", '<!-- <meta charset="shift_jis"> -->'),
        ("utf-8", "text/html", '<meta charset="utf-16">'),
        ("utf-8-sig", "text/html; charset=shift_jis", ""),
    ],
)
def test_a_page_is_decoded_as_browsers_do(
    web: WebServer, encoding: str, content_type: str, head: str
) -> None:
    """Mark, header, declaration, then what the bytes look like."""
    html = f"<html><head>{head}</head><body><p>倉庫の管理者は返品を数える</p></body></html>"
    assert read_body(web, html.encode(encoding), content_type) == "倉庫の管理者は返品を数える"


def test_undeclared_western_pages_are_windows_1252(web: WebServer) -> None:
    """The oldest pages of the web."""
    body = "<p>Kühlhäuser – “groß”, für Käse</p>".encode("cp1252")
    assert read_body(web, body) == "Kühlhäuser – “groß”, für Käse"


def test_a_broken_character_does_not_change_the_reading_of_the_rest(web: WebServer) -> None:
    """One bad byte in a page of UTF-8 is one replacement character."""
    body = "Kühlhäuser für Käse ".encode() * 30 + b"\xff end"
    text = read_body(web, body, "text/plain")
    assert text.count("\N{REPLACEMENT CHARACTER}") == 1
    assert text.endswith("Käse \N{REPLACEMENT CHARACTER} end")


# What is no text


def _zip() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "hello")
    return file.getvalue()


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"%PDF-1.7\n1 0 obj", "text/html"),
        (b"%PDF-1.7\n1 0 obj", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "text/html"),
        (b"GIF89a\x01\x00", "text/plain"),
        (_zip(), "text/html"),
        (b"plain words", "image/svg"),
        (b"plain words", "video/mp4"),
        (b"\x00\x01\x02\x03" * 100, None),
        (b"\xfe\xed\xfa" * 1000, "text/html; charset=utf-8"),
    ],
    ids=short,
)
def test_a_file_that_is_no_text_is_refused(
    web: WebServer, body: bytes, content_type: str | None
) -> None:
    """Whatever the header calls it; noise makes no persona."""
    error = refused("URL", web.put("/file", body, content_type=content_type))
    assert error.code == "not_text"
    assert ("PDF" in error.message) == body.startswith(b"%PDF")


@pytest.mark.parametrize(
    "body",
    [
        "",
        " \n\t ",
        "<html></html>",
        "<script>let a = 'words in a script'</script>",
        "<body><div id=root></div><noscript>You need to enable JavaScript</noscript>",
        "<nav><a href=/>Home</a></nav>…",
        "<!-- only a comment -->",
    ],
)
def test_a_page_without_text_is_refused(web: WebServer, body: str) -> None:
    """Most often one that is drawn by its scripts."""
    error = refused("URL", web.put("/", body))
    assert error.code == "no_text"
    assert "Paste" in error.message


# Bounds


def test_deep_wrappers_are_read_through() -> None:
    """Page builders nest dozens; the parser would drop the text below its own limit."""
    html = "<div><section>" * 150 + "<p>Deep in the yard</p>" + "</section></div>" * 150
    assert extract_html(html, "x").text == "Deep in the yard"


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + "text",
        "<b><i>x" * 100_000,
        "<ul><li>x" * 1000,
        "<p>ab" * 250_000,
    ],
    ids=short,
)
def test_a_page_too_deep_or_of_too_many_parts_is_refused(html: str) -> None:
    """Nothing is dropped in silence."""
    with pytest.raises(SourceError) as caught:
        extract_html(html, "x")
    assert caught.value.code == "too_complex"


def test_a_page_of_too_much_text_is_refused(web: WebServer) -> None:
    """HTML and plain text alike."""
    for content_type in ("text/html", "text/plain", "application/xml"):
        url = web.put("/", f"<r>{'word ' * 201_000}</r>", content_type=content_type)
        assert refused("URL", url).code == "too_large"


@pytest.mark.parametrize(
    "html",
    [
        "<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">the end",
        "<p " + "/".join(f"a{i}" for i in range(100_000)) + ">the end",
        "<p x='>' " + " ".join(f"a{i}" for i in range(100_000)) + ">the end",
        "<p>the end" + "<" * 500_000,
        "the end" + '<a "' * 200_000,
        "<p>the end" + "<!--" * 200_000,
        "<p style='" + "a:b;" * 100_000 + "'>the end",
        "<p>the end" + "<script></script>." * 20_000,
    ],
    ids=short,
)
def test_markup_made_to_stall_a_parser_is_read(html: str) -> None:
    """Each of these costs some parser quadratic time; here they take a moment."""
    assert "the end" in extract_html(html, "x").text


def test_a_page_that_the_article_reader_stumbles_over_is_still_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The plain reduction needs no help."""

    def stumble(*args: object, **options: object) -> str:
        raise ValueError("unlucky")

    monkeypatch.setattr("trafilatura.extract", stumble)
    assert page("handbook.html").startswith("# Buyer personas")


def test_repeats_and_buttons_are_left_out_of_a_reduced_page() -> None:
    """Carousels show the same card twice, and a button says nothing of a buyer."""
    card = "<div class=card><h3>Yards</h3><p>One ledger for all of your yards.</p></div>"
    html = f"<h2>Ledger</h2>{card}{card}<a href=/demo>Book a demo</a>" + "".join(
        f"<div><h3>Card {number}</h3><p>Line {number}</p></div>" for number in range(8)
    )
    text = extract_html(html, "x").text
    assert text.count("One ledger for all of your yards.") == 1
    assert "Book a demo" not in text
    assert "### Card 7\n\nLine 7" in text
