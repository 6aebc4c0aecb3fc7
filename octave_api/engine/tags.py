"""
The tags of a page with their offsets, well nested.

The standard library's parser takes quadratic time on broken tags and raises on
some declarations, and neither may happen to pasted text; so the tags are found
here in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from octave_api.engine.flow import INLINE_TAGS

_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)")
_REST = re.compile(r"(?:[^\"'>]|\"[^\"]*\"|'[^']*')*+>")
_ATTRIBUTE = re.compile(r"([A-Za-z_:@][\w:.@-]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_TAG_LENGTH = 20_000

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_RAW = frozenset("script style textarea title xmp".split())
INLINE = frozenset(INLINE_TAGS.split("|"))
_WITHIN = INLINE | (VOID - {"hr"}) | frozenset("label button select script style svg".split())
_NONE: frozenset[str] = frozenset()
_PARAGRAPH = frozenset({"p"})
CLOSES = {
    "li": {"li"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "tr": {"td", "th", "tr"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "p": {"p"},
}
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_STRUCTURE = re.compile(
    r"</(?:div|p|li|ul|ol|h[1-6]|section|table|tr|td|article|main|label|dl|span)>", re.IGNORECASE
)
_MARKDOWN = re.compile(r"^[ \t]*(?:#{1,6} |[-*+] |\d+\. |\|)", re.MULTILINE)
_TEMPLATE_BLOCK = re.compile(r"\{%[-+]?\s*block\s+(\w+)[^%\n]*%\}")
_TEMPLATE_END = re.compile(r"\{%[-+]?\s*endblock\b")
_ASIDE_BLOCK = re.compile(
    r"class|image|copydoc|url|(?<!de)script|css|style|head|tags|nav|footer|robots|schema|analytics"
)


def is_page(text: str) -> bool:
    """Whether a text is HTML: it says so, or closing tags outnumber the marks of Markdown."""
    if _PAGE.search(text, 0, 2000):
        return True
    tags = len(_STRUCTURE.findall(text))
    return tags > 0 and tags > len(_MARKDOWN.findall(text))


def without_asides(source: str, text: str) -> tuple[str, list[tuple[int, int]]]:
    """
    `text` without the template blocks that hold no prose, and the spans of blocks that hold titles.

    `source` is the same text with its template tags still there.
    """
    titles: list[tuple[int, int]] = []
    parts: list[str] = []
    at = 0
    for match in _TEMPLATE_BLOCK.finditer(source):
        name = match.group(1).lower()
        if match.end() < at or not (name.endswith("title") or _ASIDE_BLOCK.search(name)):
            continue
        end = _TEMPLATE_END.search(source, match.end())
        if not end:
            break
        if name.endswith("title"):
            titles.append((match.end(), end.start()))
        parts += [text[at : match.end()], re.sub(r"[^\n]", " ", text[match.end() : end.start()])]
        at = end.start()
    parts.append(text[at:])
    return "".join(parts), titles


@dataclass(slots=True)
class Tag:
    """An element's begin or end; `stop` is the end's index. Implied ends have no length."""

    name: str
    start: int
    end: int
    opens: bool
    attributes: str = ""
    stop: int = -1


def find_tags(text: str) -> list[Tag]:
    """The tags of a text, well nested: ends that were left out are put in, stray ends dropped."""
    tags: list[Tag] = []
    stack: list[int] = []
    depth: dict[str, int] = {}

    def close(start: int, end: int) -> str:
        opener = tags[stack.pop()]
        depth[opener.name] -= 1
        opener.stop = len(tags)
        tags.append(Tag(opener.name, start, end, opens=False))
        return opener.name

    for tag in _raw_tags(text):
        if not tag.opens:
            if not depth.get(tag.name):
                tags.append(Tag("wbr", tag.start, tag.end, opens=True))
                continue
            while tags[stack[-1]].name != tag.name:
                close(tag.start, tag.start)
            close(tag.start, tag.end)
            continue
        ends = CLOSES.get(tag.name, _NONE if tag.name in _WITHIN else _PARAGRAPH)
        while stack and tags[stack[-1]].name in ends:
            close(tag.start, tag.start)
        if tag.name not in VOID:
            stack.append(len(tags))
            depth[tag.name] = depth.get(tag.name, 0) + 1
        tags.append(tag)
    while stack:
        close(len(text), len(text))
    return tags


def _raw_tags(text: str) -> Iterator[Tag]:
    at = 0
    careful = True
    unclosed: set[str] = set()
    while True:
        start = text.find("<", at)
        if start < 0:
            return
        match = _NAME.match(text, start)
        if not match:
            at = start + 1
            if text[at : at + 1] in ("!", "?"):
                end = text.find(">", at)
                if end < 0:
                    return
                at = end + 1
                yield Tag("wbr", start, at, opens=True)
            continue
        rest = _REST.match(text, match.end()) if careful else None
        if rest and rest.end() - start <= _TAG_LENGTH:
            end = rest.end()
        else:
            # A quotation mark that is never closed must not swallow the page, nor be sought again.
            careful = False
            end = text.find(">", match.end()) + 1
            if not end:
                return
        name = match.group(2).lower()
        at = end
        opens = not match.group(1)
        if not opens or name not in _RAW or name in unclosed:
            yield Tag(name, start, end, opens, text[match.end() : end - 1] if opens else "")
            continue
        close = re.compile(rf"</{name}\b", re.IGNORECASE).search(text, end)
        if close:
            yield Tag(name, start, end, opens, text[match.end() : end - 1])
            at = close.start()
        else:
            unclosed.add(name)
            yield Tag("wbr", start, end, opens)


def attributes(tag: Tag) -> dict[str, str]:
    """An element's attributes, names in lower case."""
    found = _ATTRIBUTE.findall(tag.attributes[:2000]) if len(tag.attributes) > 2 else []
    return {name.lower(): value.strip("\"'") for name, value in found}
