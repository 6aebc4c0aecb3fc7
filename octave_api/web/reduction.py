"""
A page reduced to Markdown blocks, in order, without what stands on every page of a site.

Plainer than an article extractor: it keeps all that is not navigation, footer,
notice or the like, and so keeps the cards and short lines of a product page.
Pure; the element that is handed in is read only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from lxml.html import HtmlElement

BlockKind = Literal["heading", "item", "text", "table"]

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption "
    "figure footer form header hr main ol p section tbody td th tr ul".split()
)
_LEFT_OUT_TAGS = frozenset({"nav", "footer", "aside", "label", "menu"})
_LEFT_OUT_ROLES = frozenset(
    "navigation contentinfo complementary search dialog alertdialog menu menubar toolbar".split()
)
_LEFT_OUT_NAMES = re.compile(
    r"(?:(?:site|page|main|global|post|article|entry|top|side|js)[-_])?"
    r"(?:nav|navbar|navigation|menu|sidebar|footer|breadcrumbs?|newsletter|subscribe|comments?|"
    r"share|sharing|social|related|skip[-_]?link|pagination|pager|advert|advertisement|popup|"
    r"modal|toc|sr-only|visually-hidden|screen-reader-text)"
    r"(?:[-_](?:wrapper|container|list|bar|banner|notice|block|section|area|menu|links|icons|"
    r"buttons|posts|articles|stories|signup|form|box))?"
    r"|.{0,40}cookie.{0,40}|.{0,20}consent.{0,40}|gdpr.{0,40}|onetrust.{0,40}|usercentrics.{0,40}",
    re.IGNORECASE,
)
_MAIN_SHARE = 0.5
_BIG_SHARE = 0.4
_BUTTON_WORDS = 4
_REPEAT_WORDS = 5
_MAX_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the page as a line of Markdown or several; `text` has no list or # mark."""

    kind: BlockKind
    text: str
    mark: str = ""


def reduce_page(body: HtmlElement) -> list[Block]:
    """Give the blocks of a page's body, or of its main part where that holds most of it."""
    lengths = _lengths(body)
    scope = body
    for main in body.xpath(".//main | .//*[@role='main']"):
        if lengths[main] > _MAIN_SHARE * lengths[body]:
            scope = main
            break
    reducer = _Reducer(lengths, _BIG_SHARE * lengths[body])
    reducer.children(scope)
    reducer.flush()
    return _without_repeats(reducer.blocks)


def render(blocks: list[Block]) -> str:
    """Write blocks as Markdown: items of a list and rows of a table one below the other."""
    parts: list[str] = []
    before: Block | None = None
    for block in blocks:
        close = before is not None and before.kind == block.kind == "item"
        parts.append(("\n" if close else "\n\n") if parts else "")
        parts.append(f"{block.mark}{block.text}")
        before = block
    return "".join(parts)


class _Reducer:
    """Walks a page and collects its blocks."""

    def __init__(self, lengths: dict[HtmlElement, int], big: float) -> None:
        self.blocks: list[Block] = []
        self._lengths = lengths
        self._big = big
        self._words: list[str] = []
        self._linked = 0
        self._mark = ""
        self._indent = 0

    def children(self, element: HtmlElement) -> None:
        self._words.append(_squeezed(element.text))
        for child in element:
            if isinstance(child.tag, str) and not self._left_out(child):
                self._element(child)
            self._words.append(_squeezed(child.tail))

    def flush(self, *, heading: int = 0) -> None:
        """End a block: what was collected since the last one, if it is worth a line."""
        lines = "".join(self._words).split("\n")
        text = "\n".join(filter(None, (" ".join(line.split()) for line in lines)))
        # A short line that is a link as a whole is a button or a menu's entry.
        is_button = self._linked >= len(text.replace(" ", "")) > 0
        self._words, self._linked = [], 0
        if not any(character.isalnum() for character in text):
            return
        if heading:
            line = text.replace("\n", " ").replace("**", "")
            self.blocks.append(Block("heading", line, "#" * heading + " "))
        elif self._mark:
            self.blocks.append(Block("item", text.replace("\n", " "), self._mark))
            self._mark = ""
        elif not (is_button and len(text.split()) <= _BUTTON_WORDS):
            self.blocks.append(Block("text", text))

    def _left_out(self, element: HtmlElement) -> bool:
        attributes = element.attrib
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}".split()
        if element.tag in _LEFT_OUT_TAGS:
            # In a quotation the footer says who said it.
            return (
                element.tag != "footer" or next(element.iterancestors("blockquote"), None) is None
            )
        if attributes.get("role", "").lower() in _LEFT_OUT_ROLES:
            return True
        # A name may mislead: what holds much of the page is not left out for it.
        return (
            any(_LEFT_OUT_NAMES.fullmatch(name) for name in names[:20])
            and element.tag not in {"main", "article"}
            and self._lengths[element] < self._big
        )

    def _element(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "br":
            self._words.append("\n")
        elif tag in _HEADINGS:
            self.flush()
            self.children(element)
            self.flush(heading=_HEADINGS[tag])
        elif tag in {"ul", "ol"}:
            self._list(element)
        elif tag == "table" and _is_data(element):
            self.flush()
            self.blocks.append(Block("table", _table(element)))
        elif tag == "pre":
            self.flush()
            self._words.append(element.text_content())
            self.flush()
        elif tag in _BLOCKS or tag in {"table", "li"}:
            self.flush()
            self.children(element)
            self.flush()
        elif tag in {"b", "strong"}:
            self._bold(element)
        elif tag == "a":
            before = len(self._words), len(self.blocks)
            self.children(element)
            if len(self.blocks) == before[1]:
                self._linked += len("".join("".join(self._words[before[0] :]).split()))
        else:
            self.children(element)

    def _bold(self, element: HtmlElement) -> None:
        start, blocks = len(self._words), len(self.blocks)
        self.children(element)
        if len(self.blocks) != blocks:
            return
        inner = "".join(self._words[start:])
        if text := inner.replace("**", "").strip():
            lead, trail = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
            self._words[start:] = [f"{lead}**{text}**{trail}"]

    def _list(self, element: HtmlElement) -> None:
        self.flush()
        outer = self._mark
        number = 0
        for item in element:
            if not isinstance(item.tag, str) or self._left_out(item):
                continue
            number += 1
            # An item with headings is a card, not a line of a list.
            is_line = item.tag == "li" and not _has_heading(item)
            sign = f"{number}. " if element.tag == "ol" else "- "
            self._mark = "  " * self._indent + sign if is_line else ""
            self._indent += 1
            self.children(item)
            self.flush()
            self._indent -= 1
        self._mark = outer if not number else ""


def _has_heading(element: HtmlElement) -> bool:
    return next(element.iter(*_HEADINGS), None) is not None


def _is_data(table: HtmlElement) -> bool:
    """Tell a table of data from one that only lays out the page."""
    if table.find(".//table") is not None or _has_heading(table):
        return False
    widths = [len(row.xpath("./td | ./th")) for row in table.iter("tr")]
    return len(widths) > 1 and 1 < max(widths, default=0) <= _MAX_COLUMNS


def _table(table: HtmlElement) -> str:
    rows = [
        [" ".join(cell.text_content().split()).replace("|", "/") for cell in row]
        for row in (tr.xpath("./td | ./th") for tr in table.iter("tr"))
        if row
    ]
    width = max(map(len, rows))
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    lines.insert(1, "|" + "---|" * width)
    return "\n".join(lines)


def _without_repeats(blocks: list[Block]) -> list[Block]:
    """Leave out longer texts that the page shows twice, as carousels and small screens do."""
    seen: set[str] = set()
    kept: list[Block] = []
    for block in blocks:
        if block.kind != "heading" and len(block.text.split()) >= _REPEAT_WORDS:
            if block.text in seen:
                continue
            seen.add(block.text)
        kept.append(block)
    return kept


def _lengths(body: HtmlElement) -> dict[HtmlElement, int]:
    """Give the length of the text within each element."""
    lengths: dict[HtmlElement, int] = {}
    for element in reversed(list(body.iter())):
        inside = sum(lengths[child] + len((child.tail or "").strip()) for child in element)
        lengths[element] = inside + len((element.text or "").strip())
    return lengths


def _squeezed(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
