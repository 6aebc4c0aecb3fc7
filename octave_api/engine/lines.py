"""
The lines of a text with their spans, their indentation, their quotation marks and their list marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from octave_api.engine.blanks import blank
from octave_api.engine.chats import is_chat, without_headers
from octave_api.engine.wiki import is_wiki, unmarked

_EOL = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_GLYPHS = (
    "\u2022\u2023\u25e6\u2043\u2219\u00b7\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\u25b6\u25ba\u27a4\u27a2"
    "\u2713\u2714\u2717\u2718\u2610\u2611\u2612\u2192\u2705\u274c\u274e\u2b50\u26a0\u2b1c\u2b1b\uf0b7\uf0a7"
)
_BULLET = re.compile(
    rf"(?:[-*+\u2013\u2014](?=[ \t])|\[[ xX]\](?=[ \t])|[{_GLYPHS}\U0001f300-\U0001faff](?:\ufe0f)?"
    r"|(\(?\d{1,3}[.)](?=[ \t])|\(?[a-z][.)](?=[ \t])|[A-Z]\)(?=[ \t])|[0-9]\ufe0f?\u20e3))[ \t]*"
)
RULE = re.compile(r"(?:[-*_=~\u2014\u2500#][ \t]*){3,}")


@dataclass(slots=True)
class Line:
    """One line: its text's span, its indentation, the depth of quotation, and its list mark."""

    start: int
    end: int
    indent: int
    quote: int
    text: str
    mark: str = ""
    body: int = 0

    @property
    def blank(self) -> bool:
        return self.start >= self.end


def masked(text: str) -> str:
    """The text with comments and template tags blanked, every offset kept."""
    out = unmarked(text) if is_wiki(text) else without_headers(text) if is_chat(text) else text
    for opening, closing in (
        ("<!--", "-->"),
        ("{%", "%}"),
        ("{{", "}}"),
        ("<%", "%>"),
        ("{#-", "-#}"),
    ):
        out = _without(out, opening, closing)
    return out


def _without(text: str, opening: str, closing: str) -> str:
    if opening not in text:
        return text
    parts: list[str] = []
    at = 0
    while True:
        start = text.find(opening, at)
        end = text.find(closing, start + len(opening)) if start >= 0 else -1
        if end < 0:
            parts.append(text[at:])
            return "".join(parts)
        end += len(closing)
        parts.append(text[at:start])
        parts.append(blank(text[start:end]))
        at = end


def split_lines(text: str, start: int, end: int) -> list[Line]:
    """The lines of text[start:end], quotation marks and indentation taken off."""
    lines = []
    at = start
    while at <= end:
        match = _EOL.search(text, at, end)
        stop = match.start() if match else end
        lines.append(_line(text, at, stop))
        if not match:
            break
        at = match.end()
    return lines


def _line(text: str, start: int, end: int) -> Line:
    indent = quote = 0
    while start < end and (text[start].isspace() or text[start] in ">\ufeff\u200b"):
        if text[start] == ">":
            quote, indent = quote + 1, 0
        else:
            indent += 4 - indent % 4 if text[start] == "\t" else 1
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    line = Line(start, end, indent, quote, text[start:end], body=start)
    if indent > 1 and line.text.startswith("o "):
        line.mark, line.body = "o", start + 2
        return line
    match = _BULLET.match(line.text)
    if match and (match.end() < len(line.text)) and not RULE.fullmatch(line.text):
        line.mark = "1" if match.group(1) else line.text[0]
        line.body = start + match.end()
    return line
