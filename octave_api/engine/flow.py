"""
Text for reading, with the way back to the source.

A `Flow` is a stretch of a document with its markup taken out. It is built of
pieces, each of which knows where it stood, so a position in the clean text
leads to offsets in the source without any search.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import accumulate
from typing import NamedTuple

INLINE_TAGS = (
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|"
    "span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
BLOCK_TAGS = (
    "address|article|aside|blockquote|body|br|button|caption|center|col|colgroup|dd|details|dialog|"
    "div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|img|input|"
    "label|legend|li|link|main|meta|nav|ol|optgroup|option|p|picture|pre|script|section|select|"
    "source|style|summary|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|ul|video"
)
# Characters that hold no text: byte order marks, joiners, soft hyphens.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))

NOTE_MARK = re.compile(
    r"\[(?:\d{1,3}(?:[,\u2013-] ?\d{1,3})*|citation needed|edit"
    r"|[^\[\]\n]{2,160}?[\s,]https?://[^\[\]\s]+)\](?!\()"
    r"|\((?:[Ss]ources?:\s[^()\n]{2,160}|(?:[A-Z][\w&.'-]+ ?){1,5}, (?:19|20)\d\d)\)"
    r"|(?<=[^\W\d_]{3})[\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u2020\u2021]+"
)
"""What points to a footnote or to the place where a page is edited; "m\u00b2" does not."""
_TOKEN = re.compile(
    r"\\[!-/:-@\[-`{-~]"
    r"|&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    rf"|</?(?:{INLINE_TAGS}|{BLOCK_TAGS})(?=[\s/>])[^<>]*>"
    r"|<(?:https?://|mailto:)[^\s<>]*>"
    r"|https?://[^\s<>\[\]\"|)]+"
    r"|\[\^[^\[\]\s]*\]"
    rf"|{NOTE_MARK.pattern}"
    r"|!?\["
    r"|\]\(\s*+(?:<[^<>\n]*>|[^\s()]*+(?:\([^\s()]*+\)[^\s()]*+)*+)"
    r"(?:\s++(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*+\)"
    r"|\]\[[^\[\]\n]*\]"
    r"|\]"
    r"|~~[^~]+~~|\*+|_+|`+"
    r"|\{[#:][^{}\n]*\}",
    re.IGNORECASE,
)
_MARK = re.compile(r"[\\&<\[\]~*_`{(\u00b9\u00b2\u00b3\u2070-\u2079\u2020\u2021]|://")
"""One of these is in every token; most lines have none."""
_STRONG_TAG = re.compile(r"</?(?:b|strong|em|i|mark)[\s/>]", re.IGNORECASE)
_WIKI = re.compile(r"[^\[\]|]*\|")


class Piece(NamedTuple):
    """Clean text and the span that it came from; equal lengths mean a plain copy."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Flow:
    """Clean text of one block; ranges in `strong` and `links` count into `text`."""

    pieces: list[Piece]
    strong: list[tuple[int, int]] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)
    opens: dict[int, tuple[int, int]] = field(default_factory=dict)
    closes: dict[int, tuple[int, int]] = field(default_factory=dict)
    text: str = field(init=False)
    _at: list[int] = field(init=False)

    def __post_init__(self) -> None:
        if len(self.pieces) == 1:
            self._at, self.text = [0], self.pieces[0].text
        else:
            texts = [piece.text for piece in self.pieces]
            self._at = list(accumulate(map(len, texts), initial=0))[:-1]
            self.text = "".join(texts)
        self.strong = _merged(self.strong) if self.strong else self.strong
        self.links = _merged(self.links) if self.links else self.links

    def pair(self, outer: int, start: int, end: int, close: int) -> None:
        """Remember that source[outer:start] and source[end:close] are one pair of marks."""
        self.opens[start] = (outer, end)
        self.closes[end] = (close, start)

    def trim(self, i: int, j: int) -> tuple[int, int]:
        """Take white space and unseen characters off both ends of text[i:j]."""
        text = self.text
        if i < j and text[i].isalnum() and text[j - 1].isalnum():
            return i, j
        while i < j and (text[i].isspace() or ord(text[i]) in _UNSEEN):
            i += 1
        while i < j and (text[j - 1].isspace() or ord(text[j - 1]) in _UNSEEN):
            j -= 1
        return i, j

    def span(self, i: int, j: int) -> tuple[int, int]:
        """Source offsets of text[i:j], widened over pairs of marks that lie within."""
        start, end = self._start(i), self._end(j)
        while True:
            outer = self.opens.get(start)
            if outer and outer[1] <= end and outer[0] < start:
                start = outer[0]
                continue
            close = self.closes.get(end)
            if close and close[1] >= start and close[0] > end:
                end = close[0]
                continue
            return start, end

    def clean(self, i: int, j: int) -> str:
        """text[i:j] with single spaces and without unseen characters."""
        part = self.text[i:j]
        if part.isascii() and part.isprintable() and "  " not in part:
            return part.strip()
        return " ".join((part if part.isascii() else part.translate(_UNSEEN)).split())

    def is_strong(self, i: int, j: int) -> bool:
        """Whether a marked range begins text[i:j]."""
        return i < self.strong_end(i) <= len(self.text) and i < j

    def strong_end(self, i: int) -> int:
        """Where the marked range that holds position i ends; 0 if none does."""
        if not self.strong:
            return 0
        k = bisect_right(self.strong, (i, len(self.text) + 1)) - 1
        return self.strong[k][1] if k >= 0 and i < self.strong[k][1] else 0

    def is_link(self, i: int, j: int) -> bool:
        """Whether nothing but links, marks and white space stands in text[i:j]."""
        if not self.links:
            return False
        rest = i
        inside = False
        k = max(bisect_right(self.links, (i, len(self.text) + 1)) - 1, 0)
        for a, b in self.links[k:]:
            if a >= j:
                break
            if b <= i:
                continue
            if any(c.isalnum() for c in self.text[rest : max(a, rest)]):
                return False
            rest = max(rest, b)
            inside = True
        return inside and not any(c.isalnum() for c in self.text[rest:j])

    def part(self, i: int, j: int) -> Flow:
        """text[i:j] as a flow of its own."""
        pieces = []
        k = max(bisect_right(self._at, i) - 1, 0)
        while k < len(self.pieces) and self._at[k] < j:
            piece, at = self.pieces[k], self._at[k]
            a, b = max(i - at, 0), min(j - at, len(piece.text))
            copied = len(piece.text) == piece.end - piece.start
            if a < b and copied:
                pieces.append(Piece(piece.start + a, piece.start + b, piece.text[a:b]))
            elif a < b:
                pieces.append(Piece(piece.start, piece.end, piece.text[a:b]))
            k += 1
        strong, links = _within(self.strong, i, j), _within(self.links, i, j)
        return Flow(pieces, strong, links, self.opens, self.closes)

    def _start(self, i: int) -> int:
        k = bisect_right(self._at, i) - 1
        piece = self.pieces[k]
        if len(piece.text) == piece.end - piece.start:
            return piece.start + i - self._at[k]
        return piece.start

    def _end(self, j: int) -> int:
        k = bisect_right(self._at, j - 1) - 1
        piece = self.pieces[k]
        if len(piece.text) == piece.end - piece.start:
            return piece.start + j - self._at[k]
        return piece.end


def _within(ranges: list[tuple[int, int]], i: int, j: int) -> list[tuple[int, int]]:
    """The ranges as they lie in [i, j), counted from i."""
    k = max(bisect_right(ranges, (i, i)) - 1, 0)
    result = []
    while k < len(ranges) and ranges[k][0] < j:
        a, b = max(ranges[k][0], i) - i, min(ranges[k][1], j) - i
        if a < b:
            result.append((a, b))
        k += 1
    return result


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges in order, those that overlap made one."""
    result: list[tuple[int, int]] = []
    for a, b in sorted(ranges):
        if result and a < result[-1][1]:
            result[-1] = (result[-1][0], max(b, result[-1][1]))
        elif a < b:
            result.append((a, b))
    return result


def inline(text: str, ranges: Sequence[tuple[int, int]]) -> Flow:
    """
    The inline marks of Markdown, wiki text and stray HTML taken out of some lines.

    `ranges` are the lines' spans; where one ends a space stands in the result.
    """
    marked = [(a, b) for a, b in ranges if _MARK.search(text, a, b)]
    if not marked and len(ranges) == 1:
        ((start, end),) = ranges
        return Flow([Piece(start, end, text[start:end])] if start < end else [])
    tokens = [m for a, b in marked for m in _TOKEN.finditer(text, a, b)]
    drops, hidden, links = _brackets(text, tokens)
    pieces: list[Piece] = []
    strong: list[tuple[int, int]] = []
    spots: dict[int, int] = {}
    opened: dict[str, tuple[int, int, int]] = {}
    pairs: list[tuple[int, int, int, int]] = []
    size = 0
    index = 0

    def add(start: int, end: int, value: str) -> None:
        nonlocal size
        if value:
            pieces.append(Piece(start, end, value))
            size += len(value)

    for n, (a, b) in enumerate(ranges):
        at = a
        if n and pieces:
            add(ranges[n - 1][1], a, " ")
        while index < len(tokens) and tokens[index].start() < b:
            match = tokens[index]
            index += 1
            start, end = match.span()
            if start < at:
                continue
            mark = match.group()
            if start in hidden:
                add(at, start, text[at:start])
                at = hidden[start]
                continue
            if start in drops:
                add(at, start, text[at:start])
                spots[start] = size
                at = drops[start]
                spots[at] = size
                continue
            value = _replace(text, match, a, b)
            if value is None:
                continue
            if mark.startswith("http"):
                end = start + len(mark.rstrip(".,;:!?'*_"))
            add(at, start, text[at:start])
            kind = "*" if mark[0] in "*_" else "<" if _STRONG_TAG.match(mark) else ""
            key = mark if kind == "*" else kind
            closing = [key] if key in opened else ["**", "*"] if key == "***" else []
            closing = [name for name in closing if name in opened]
            for name in closing:
                outer, inner, where = opened.pop(name)
                if size > where:
                    strong.append((where, size))
                    pairs.append((outer, inner, start, end))
            if kind and not closing and mark[1:2] != "/":
                opened[key] = (start, end, size)
            add(start, end, value)
            at = end
        add(at, b, text[at:b])
    known = [link for link in links if link[1] in spots and link[2] in spots]
    flow = Flow(pieces, strong, [(spots[inner], spots[end]) for _, inner, end, _ in known])
    for outer, inner, end, close in [*pairs, *known]:
        flow.pair(outer, inner, end, close)
    return flow


def _brackets(
    text: str, tokens: Iterable[re.Match[str]]
) -> tuple[dict[int, int], dict[int, int], list[tuple[int, int, int, int]]]:
    """Which brackets are links (drops, by start: end), which are images (hidden), and the links."""
    drops: dict[int, int] = {}
    hidden: dict[int, int] = {}
    links: list[tuple[int, int, int, int]] = []
    stack: list[re.Match[str]] = []
    for match in tokens:
        mark = match.group()
        if mark in ("[", "!["):
            stack.append(match)
        elif mark.startswith("]"):
            if not stack:
                continue
            opener = stack.pop()
            if len(mark) == 1:
                wiki = stack and stack[-1].end() == opener.start() and stack[-1].group() == "["
                if wiki and text[match.end() : match.end() + 1] == "]":
                    target = _WIKI.match(text, opener.end(), match.start())
                    inner = target.end() if target else opener.end()
                    drops[opener.start()] = inner
                    drops[match.start()] = match.end()
                    links.append((opener.start(), inner, match.start(), match.end()))
                elif stack and match.end() in drops:
                    continue
                elif links and links[-1][3] == match.start() and opener.end() == links[-1][0]:
                    drops[opener.start()] = opener.end()
                    drops[match.start()] = match.end()
            elif opener.group() == "![":
                hidden[opener.start()] = match.end()
            else:
                drops[opener.start()] = opener.end()
                drops[match.start()] = match.end()
                links.append((opener.start(), opener.end(), match.start(), match.end()))
    return drops, hidden, links


def _replace(text: str, match: re.Match[str], low: int, high: int) -> str | None:
    """What stands for a mark in the clean text; None keeps the mark itself."""
    mark = match.group()
    first = mark[0]
    if first == "\\":
        return mark[1:]
    if first == "&":
        value = unescape(mark)
        return None if value == mark else value
    if first in "*_":
        before = text[match.start() - 1] if match.start() > low else " "
        after = text[match.end()] if match.end() < high else " "
        if before.isspace() and after.isspace():
            return None
        if first == "_" and before.isalnum() and after.isalnum():
            return None
        return None if before.isdigit() and after.isdigit() else ""
    if first == "<":
        return " " if re.match(r"</?(?:br|p|div|li|tr|td|img)\b", mark, re.IGNORECASE) else ""
    if mark in ("[", "![") or first == "]":
        return None
    return ""
