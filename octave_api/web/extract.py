"""
A page's HTML in, its readable text as Markdown out: headings, lists and tables kept.

What a reader cannot see is removed first, and what is left is brought into one
simple shape. The text is the better one of two readings of that
(`octave_api.web.readings`).

Parsers can be driven to spend minutes on a few megabytes, so tags, elements
and depth are bounded before and after parsing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from octave_api.cleaning import MAX_TEXT
from octave_api.errors import SourceError
from octave_api.web.media import composed
from octave_api.web.readings import better
from octave_api.web.reduction import reduce_page, render
from octave_api.web.responses import too_complex

MAX_ELEMENTS = 100_000
MAX_DEPTH = 200
_TRAFILATURA_ELEMENTS = 20_000
_LARGE_TAG = 2_000
_MAX_ATTRIBUTES = 500

# Every alternative takes something and the end is optional, so this is linear on any input.
_TAG = re.compile(r"""<([a-zA-Z][^\s/>]{0,60})(?:[^>"']++|"[^"]*+"?|'[^']*+'?)*+>?""")
_ATTRIBUTE_GAPS = re.compile(r"""[\s/"']+""")

_DROPPED = (
    "script style noscript template svg math canvas iframe object embed audio video map input "
    "button select textarea datalist head link meta del s strike"
).split()
# Written as asterisks and the like they would stand in the middle of quoted sentences.
_UNMARKED = ("em", "i", "u", "code", "kbd", "samp", "var", "tt", "sup", "sub", "mark", "ins")
_PLAIN_WRAPPERS = ("div", "section", "span", "center", "font")
_WRAPPERS = frozenset({*_PLAIN_WRAPPERS, "main", "article"})
_INLINE_PIECES = frozenset({"span", "a", "b", "strong", "em", "i", "small", "time", "label"})
_OFF_SCREEN = re.compile(r"-\d{3,}(?:\.\d+)?(?:px|em|rem|%)?")
_ZERO = re.compile(r"0+(?:\.0*)?(?:px|pt|em|rem|%)?")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a page says: its title, its language ("" when unsaid), its text as Markdown."""

    title: str
    language: str
    text: str


def extract_html(html: str, where: str) -> Extracted:
    """
    Give the readable part of an HTML page; `where` names the page in errors.

    Raises SourceError `no_text`, `too_large` or `too_complex`.
    """
    root = _parse(html, where)
    title, language = _title(root), _language(root)
    body = root.find("body")
    if body is None:
        raise no_text(where)
    _remove_unseen(body)
    _flatten(body, where)
    _make_plain(body)
    elements = sum(1 for _ in body.iter())
    blocks = reduce_page(body)
    plain = check_size(render(blocks), where)
    text = composed(better(root, blocks, plain) if elements <= _TRAFILATURA_ELEMENTS else plain)
    if not re.search(r"\w{2}", text):
        raise no_text(where)
    return Extracted(title, language, check_size(text, where))


def extract_xml(source: str, where: str) -> str:
    """Give the text of an XML document, one line an element; no entity is resolved."""
    parser = lxml.etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_pis=True
    )
    # Written in UTF-8 here, whatever encoding the document was sent in and declares.
    body = _XML_DECLARATION.sub("", source).strip()
    root = lxml.etree.fromstring(body.encode(), parser) if body else None
    lines = [] if root is None else [" ".join(str(part).split()) for part in root.itertext()]
    return check_size(composed("\n".join(line for line in lines if line)), where)


def check_size(text: str, where: str) -> str:
    """Give `text` if it is short enough to read; raises SourceError `too_large`."""
    if len(text) > MAX_TEXT:
        raise SourceError(
            "too_large",
            f"{where} holds more than {MAX_TEXT:,} characters of text. "
            "Paste the part that matters.",
        )
    return text


def no_text(where: str) -> SourceError:
    """Make the error for a page without a readable word."""
    return SourceError(
        "no_text",
        f"{where} shows no text without running its scripts. Paste the page's text instead.",
    )


def _parse(html: str, where: str) -> HtmlElement:
    slim, tags = _TAG.subn(_slim_tag, composed(html))
    if tags > 2 * MAX_ELEMENTS:
        raise too_complex(where)
    # Given as bytes, since lxml refuses a decoded text that declares an encoding.
    parser = lxml.html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml.html.document_fromstring(slim.encode(), parser=parser)
    except lxml.etree.ParserError:
        raise no_text(where) from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise too_complex(where)
    return root


def _slim_tag(tag: re.Match[str]) -> str:
    """Drop the attributes of a tag that has thousands: they cost the parser quadratic time."""
    written = tag[0]
    if len(written) < _LARGE_TAG or len(_ATTRIBUTE_GAPS.findall(written)) < _MAX_ATTRIBUTES:
        return written
    return f"<{tag[1]}>"


def _title(root: HtmlElement) -> str:
    candidates = [
        *root.xpath("//meta[@property='og:title']/@content"),
        *(element.text_content() for element in root.xpath("//head/title | //h1")),
    ]
    titles = (" ".join(composed(str(candidate)).split()) for candidate in candidates)
    return next((title[:300] for title in titles if title), "")


def _language(root: HtmlElement) -> str:
    found = re.match(r"\s*([A-Za-z]{2,3})(?![A-Za-z])", root.get("lang") or "")
    return found[1].lower() if found else ""


# What a reader of the page does not see


def _remove_unseen(body: HtmlElement) -> None:
    unwanted = [
        element
        for element in body.iter()
        if element is not body and (element.tag in _DROPPED or _is_hidden(element))
    ]
    for element in unwanted:
        # Emptied in place: taking out thousands one by one would join the text around them anew
        # each time.
        element.clear(keep_tail=True)
        element.tag = "span"


def _is_hidden(element: HtmlElement) -> bool:
    attributes = element.attrib
    if not attributes:
        return False
    hidden = attributes.get("hidden")
    if hidden is not None and hidden.strip().lower() != "until-found":
        return True
    if attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    if element.tag == "dialog" and "open" not in attributes:
        return True
    return "style" in attributes and _style_hides(attributes["style"])


def _style_hides(style: str) -> bool:
    rules: dict[str, str] = {}
    for rule in style[:_LARGE_TAG].lower().split(";"):
        name, _, value = rule.partition(":")
        rules[name.strip()] = value.replace("!important", "").strip()
    ink, paper = rules.get("color"), rules.get("background-color", rules.get("background"))
    return (
        rules.get("display") == "none"
        or rules.get("visibility") in {"hidden", "collapse"}
        or _ZERO.fullmatch(rules.get("font-size", "")) is not None
        or any(
            _OFF_SCREEN.fullmatch(rules.get(name, "")) for name in ("left", "top", "text-indent")
        )
        or (ink is not None and ink == paper)
    )


# One simple shape for both readers


def _flatten(body: HtmlElement, where: str) -> None:
    """Take out wrappers that hold one element only; refuse what is still too deep."""
    for element in list(body.iter(*_PLAIN_WRAPPERS)):
        parent = element.getparent()
        if (
            parent is not None
            and parent.tag in _WRAPPERS
            and len(parent) == 1
            and not (parent.text or "").strip()
            and not (element.tail or "").strip()
        ):
            _merge_names(parent, element)
            element.drop_tag()
    depth = 0
    for event, _ in lxml.etree.iterwalk(body, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise too_complex(where)


def _merge_names(parent: HtmlElement, element: HtmlElement) -> None:
    for name in ("class", "id", "role"):
        both = f"{parent.get(name, '')} {element.get(name, '')}".strip()
        if both:
            parent.set(name, both[:_LARGE_TAG])


def _make_plain(body: HtmlElement) -> None:
    """Write panels as headings, terms and keyed rows as list items; part joined spans."""
    for summary in list(body.iter("summary")):
        summary.tag = "h4"
    for element in list(body.iter(*_UNMARKED)):
        element.tag = "span"
    for definitions in list(body.iter("dl")):
        if definitions.find(".//dl") is None:
            _to_items(definitions, list(definitions.iter("dt", "dd")), "dt")
    for table in list(body.iter("table")):
        rows = [[cell.tag for cell in row] for row in table.iter("tr")]
        if rows and all(row == ["th", "td"] for row in rows) and table.find(".//table") is None:
            _to_items(table, list(table.iter("th", "td")), "th")
    for element in body.iter():
        pieces = list(element)
        if len(pieces) > 1 and all(piece.tag in _INLINE_PIECES for piece in pieces):
            _part_pieces(element, pieces)


def _to_items(holder: HtmlElement, parts: list[HtmlElement], term_tag: str) -> None:
    """Turn `holder` into a list with an item a term: the term in bold, then what it stands for."""
    items: list[HtmlElement] = []
    for part in parts:
        text = " ".join(part.text_content().split())
        if part.tag == term_tag:
            items.append(lxml.html.Element("li"))
            term = lxml.etree.SubElement(items[-1], "b")
            term.text = text if text.endswith((":", "?", ".", "!")) else f"{text}:"
        elif items:
            term = items[-1][0]
            term.tail = f"{term.tail or ''} {text}"
    holder.clear(keep_tail=True)
    holder.tag = "ul"
    holder.extend(items)


def _part_pieces(element: HtmlElement, pieces: list[HtmlElement]) -> None:
    """Put a space between spans that stand side by side with no text between them."""
    if (element.text or "").strip() or any((piece.tail or "").strip() for piece in pieces):
        return
    # Single characters are one word, animated letter by letter.
    if all(len(piece.text_content().strip()) != 1 for piece in pieces):
        for piece in pieces[:-1]:
            piece.tail = " "
