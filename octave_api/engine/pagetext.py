"""
HTML, as it comes from a site or lies in a static generator's folder, read block by block.
"""

from __future__ import annotations

import re
from html import unescape

from octave_api.engine.flow import NOTE_MARK, Flow, Piece, inline
from octave_api.engine.labels import FIELD
from octave_api.engine.outline import BOLD, ITEM, LABEL, Outline
from octave_api.engine.page_parts import is_band, lines_of, role_of
from octave_api.engine.tables import read_table
from octave_api.engine.tags import CLOSES, INLINE, VOID, Tag, attributes, find_tags, without_asides

_MARK = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|https?://[^\s<>\"]+|"
    rf"{NOTE_MARK.pattern}"
)
_RAISED = re.compile(r"\s*\[?\d{1,2}(?:, ?\d{1,2})*\]?\s*|\s*[*\u2020\u2021a-z]\s*")
_UNIT = re.compile(r"(?<![^\W\d_])(?:[ckm]?m|ft|in|10)\Z")
_SKIP = frozenset(
    "script style noscript template svg math nav footer aside button select option optgroup "
    "datalist "
    "iframe object video audio canvas textarea input dialog map figcaption progress meter menu "
    "lite-youtube".split()
)
_STRONG = frozenset("b strong em i mark".split())
_LISTS = ("ul", "ol")
_HEADINGS = ("h0", "h1", "h2", "h3", "h4", "h5", "h6")
_LEAD_IN = (8, 1)
_DEPTH = 8
_FURNITURE_CLASS = frozenset(
    "cookie cookies consent gdpr breadcrumb breadcrumbs navbar nav navigation menu sidebar "
    "newsletter "
    "subscribe social share sharing footer skip pagination pager toc modal popup cta byline "
    "related "
    "comments advert ads offscreen footnote footnotes ref refs references citation citations "
    "disclaimer stat stats counter counters topbar announcement".split()
)
_UNSEEN_CLASS = re.compile(
    r"(?:^|[\s-])(?:visually-hidden|sr-only|screen-reader(?:-text)?|is-hidden|d-none)(?=\s|$)"
)
_FURNITURE_ROLE = frozenset(
    "navigation contentinfo search dialog alertdialog complementary menu menubar".split()
)


class PageReader:
    """Feeds the blocks of one page into an outline."""

    def __init__(self, source: str, masked: str, outline: Outline) -> None:
        self.text, self.titles = without_asides(source, masked)
        self.source = source
        self.out = outline
        self.tags = find_tags(self.text)
        self.open: list[tuple[str, bool]] = []
        self.blocks: list[str] = []
        self.inline: list[tuple[str, int, int, int, int]] = []
        self.block = 0
        self.lists = self.items = 0
        self.pending: tuple[Flow, int, int] | None = None
        self.cell: list[Flow] | None = None
        self._renew()

    def _renew(self) -> None:
        self.note = False
        self.pieces: list[Piece] = []
        self.size = 0
        self.strong: list[tuple[int, int]] = []
        self.links: list[tuple[int, int]] = []
        self.pairs: list[tuple[int, int, int, int]] = []

    def read(self) -> None:
        """Read the whole page."""
        for title in self.titles[:1]:
            self.out.heading((0, 0), inline(self.source, [title]))
        self._walk(0, len(self.tags), 0, len(self.text))
        self._flush()
        self._settle()

    def _walk(self, n: int, stop: int, at: int, end: int) -> None:
        while n < stop:
            tag = self.tags[n]
            if tag.start > at:
                self._data(at, tag.start)
            at = tag.end
            if not tag.opens:
                self._close(tag)
            elif tag.name == "sup" and self._is_note(tag):
                n = tag.stop
                at = self.tags[n].end
            elif self._skipped(tag, n):
                if tag.name not in INLINE:
                    self._flush()
                n = tag.stop
                at = self.tags[n].end
            elif tag.name == "table" and self.cell is None and self._is_grid(tag, n):
                self._flush()
                self._table(n)
                n = tag.stop
                at = self.tags[n].end
            else:
                self._open(tag)
            n += 1
        self._data(at, end)

    def _skipped(self, tag: Tag, n: int) -> bool:
        """Whether an element is not about the subject: scripts, menus, forms, what is hidden."""
        if tag.stop < 0:
            return False
        closer = self.tags[tag.stop]
        if closer.end == closer.start and tag.name not in CLOSES:
            return False
        if tag.name in _SKIP:
            return True
        if tag.name in ("html", "body", "main", "article") or (
            not tag.attributes and tag.name != "form"
        ):
            return False
        small = (tag.stop - n) * 2 < len(self.tags) or closer.end - tag.start < 2000
        if tag.name == "form":
            return small
        given = attributes(tag)
        names = given.get("class", "").lower()
        if "hidden" in given or given.get("aria-hidden") == "true" or _UNSEEN_CLASS.search(names):
            return small
        if re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", given.get("style", "")):
            return small
        if given.get("role", "").lower() in _FURNITURE_ROLE:
            return small
        parts = set(re.split(r"[\s_-]+", f"{names} {given.get('id', '').lower()}"))
        return small and bool(parts & _FURNITURE_CLASS)

    def _is_note(self, tag: Tag) -> bool:
        """Whether a raised number points to a footnote, and is no square metre."""
        if tag.stop < 0 or not _RAISED.fullmatch(self.text, tag.end, self.tags[tag.stop].start):
            return False
        return not _UNIT.search(self.text, max(tag.start - 3, 0), tag.start)

    def _open(self, tag: Tag) -> None:
        name = tag.name
        if name in VOID:
            if name == "br":
                self._add(tag.start, tag.end, "\u2028")
            elif name == "hr":
                self._flush()
            return
        role = role_of(tag)
        if name in INLINE and not role:
            before = self.text[max(tag.start - 2, 0) : tag.start]
            if self.pieces and name in ("span", "a") and before[-1:] == ">" and before != "->":
                # Neighbours without a space between them, such as a name and its value.
                self._add(tag.start, tag.start, " ")
            self.inline.append((name, tag.start, tag.end, self.size, self.block))
            self.open.append((name, False))
            return
        self._flush(nested=name in _LISTS)
        self.lists += name in _LISTS
        self.items += name == "li"
        self.open.append((name, True))
        self.blocks.append(role or name)

    def _close(self, tag: Tag) -> None:
        if not self.open:
            return
        name, block = self.open.pop()
        if not block:
            kind, outer, inner, where, began = self.inline.pop()
            here = began == self.block
            self._mark(kind, where if here else 0)
            if here and self.size > where and tag.end > tag.start:
                self.pairs.append((outer, inner, tag.start, tag.end))
            return
        self._flush()
        self.blocks.pop()
        self.items -= name == "li"
        if name in _LISTS:
            self.lists -= 1
            self.out.close((ITEM, self.lists))
            if not self.lists:
                self.out.close(_LEAD_IN)
        if self.pending and self.pending[2] > len(self.open):
            if len(self.out.statements) > self.pending[1]:
                self.out.close(LABEL)
                self.pending = None
            else:
                self.pending = (*self.pending[:2], len(self.open))

    def _mark(self, kind: str, where: int) -> None:
        if self.size > where:
            if kind in _STRONG:
                self.strong.append((where, self.size))
            elif kind == "a":
                self.links.append((where, self.size))

    def _data(self, start: int, end: int) -> None:
        at = start
        for match in _MARK.finditer(self.text, start, end):
            value = unescape(match.group()) if match.group()[0] == "&" else ""
            if match.group()[0] == "[" and not (self.size or self.text[at : match.start()].strip()):
                self.note = True  # The block is the footnote itself.
            if value == match.group():
                continue
            self._add(at, match.start(), self.text[at : match.start()])
            self._add(match.start(), match.end(), value)
            at = match.end()
        self._add(at, end, self.text[at:end])

    def _add(self, start: int, end: int, value: str) -> None:
        if value and (self.pieces or not value.isspace()):
            self.pieces.append(Piece(start, end, value))
            self.size += len(value)

    def _flush(self, *, nested: bool = False) -> None:
        """End the block that was being read; `nested` if a list begins within it."""
        for kind, _, _, where, began in self.inline[-_DEPTH:]:
            self._mark(kind, where if began == self.block else 0)
        self.block += 1
        if self.note or not any(c.isalnum() for piece in self.pieces for c in piece.text):
            self._renew()
            return
        flow = Flow(self.pieces, self.strong, self.links)
        for pair in self.pairs:
            flow.pair(*pair)
        self._renew()
        parts = [flow.part(a, b) for a, b in lines_of(flow.text)]
        if self.cell is not None:
            self.cell += parts
            return
        kind = self.blocks[-1] if self.blocks else "p"
        if kind in _HEADINGS:
            self._settle()
            if kind < "h5" or not self.out.signs(flow.clean(0, len(flow.text))):
                self.out.heading((int(kind[1]), 0), flow)
            return
        words = len(flow.text.split())
        if kind in ("label", "title") and words <= 12 and flow.text.rstrip()[-1:] != ".":
            self._settle()
            if self.out.heading(LABEL, flow):
                self.pending = (flow, len(self.out.statements), len(self.open) - 1)
            return
        for k, part in enumerate(parts):
            self._text(part, kind, nested=nested and k == len(parts) - 1, more=k < len(parts) - 1)

    def _text(self, flow: Flow, kind: str, *, nested: bool, more: bool) -> None:
        text = flow.text.strip()
        words = len(text.split())
        if is_band(flow):
            return
        announces = self.out.lead_in(flow)
        if self.items:
            bare = announces or (words <= 5 and bool(FIELD.match(text)))
            if not (nested and bare and text[-1:] != "?"):
                self.out.say(flow, "bullet")
            if nested and words <= 24:
                self.out.heading((ITEM, self.lists - 1), flow)
            return
        if announces and words <= 40 and text[-1:] in ":\uff1a":
            self._settle()
            self.out.heading(BOLD if flow.strong else _LEAD_IN, flow)
            return
        if announces and words <= 12 and kind not in ("dd", "value", "td"):
            self._settle()
            self.out.heading(BOLD, flow)
            return
        valued = kind in ("dd", "value") or (
            self.pending and words <= 12 and text[-1:] not in ".!?"
        )
        quoted = (
            kind in ("blockquote", "footer", "cite", "figure") or text[0] in "-\u2013\u2014\u2015"
        )
        self.out.say(flow, "value" if valued else "sentence", attributed=quoted)

    def _settle(self) -> None:
        """A label that announced nothing was itself what the page had to say."""
        if not self.pending:
            return
        flow, count, _ = self.pending
        self.pending = None
        if len(self.out.statements) == count and flow.text.rstrip()[-1:] not in ":\uff1a":
            self.out.close(LABEL)
            self.out.say(flow, "value")

    def _is_grid(self, table: Tag, n: int) -> bool:
        """Whether a table holds data; without columns, or with sections in it, it is layout."""
        if attributes(table).get("role") == "presentation" or table.stop < 0:
            return False
        if self.tags[table.stop].end == self.tags[table.stop].start:
            return False
        cells = most = 0
        for tag in self.tags[n + 1 : table.stop]:
            if not tag.opens:
                continue
            if tag.name == "table" or tag.name in ("h1", "h2", "h3"):
                return False
            cells = 0 if tag.name == "tr" else cells + (tag.name in ("td", "th"))
            most = max(most, cells)
        return most > 1

    def _table(self, n: int) -> None:
        rows: list[list[list[Flow]]] = []
        header = True
        spanned = 0
        for k in range(n + 1, self.tags[n].stop):
            tag = self.tags[k]
            if not tag.opens or tag.name not in ("tr", "td", "th"):
                continue
            if tag.name == "tr":
                rows.append([[]] if spanned > 0 else [])
                spanned -= 1
                continue
            if not rows:
                rows.append([])
            if len(rows) == 1 and rows[0]:
                header = header and tag.name == "th"
            if not rows[-1]:
                given = attributes(tag).get("rowspan", "1")
                spanned = int(given) - 1 if given.isdecimal() and len(given) < 4 else 0
            self.cell = []
            self._walk(k + 1, tag.stop, tag.end, self.tags[tag.stop].start)
            self._flush()
            rows[-1].append(self.cell)
            self.cell = None
        read_table(self.out, rows, headed=header)
