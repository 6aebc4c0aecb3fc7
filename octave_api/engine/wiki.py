"""
Wiki text: the marks of a wiki page blanked, so that it reads like any other; offsets are kept.

An information box is a list of "key = value" lines; bold marks, footnotes and category links say
nothing.
"""

from __future__ import annotations

import re

from octave_api.engine.blanks import blank, blanked

_OPENS = re.compile(r"\{\{\s*[Ii]nfobox\b[^|\n}]{0,200}")
_BAR = re.compile(r"(?m)^[ \t]*\|(?=[ \t]*[\w ]{1,40}=)")
_BOLD = "'" * 3
_MARKS = re.compile(r"'{2,5}|\[\[Category:[^\[\]\n]{0,200}\]\]")
_LONGEST_NOTE = 2000


def is_wiki(text: str) -> bool:
    """Tell whether a text is the source of a wiki page."""
    marked = _BOLD in text and ("[[" in text or "\n==" in text)
    return marked or ("nfobox" in text and _OPENS.search(text) is not None)


def unmarked(text: str) -> str:
    """Blank the marks of a wiki page; every offset is kept."""
    out = _without_notes(text)
    opened = _OPENS.search(out)
    if opened is not None:
        end = out.find("\n}}", opened.end())
        end = end + 1 if end >= 0 else out.find("}}", opened.end())
        if end >= 0:
            box = _BAR.sub(blanked, out[opened.end() : end])
            close = blank(out[end : end + 2])
            out = out[: opened.start()] + blank(opened.group()) + box + close + out[end + 2 :]
    return _MARKS.sub(blanked, out)


def _without_notes(text: str) -> str:
    """Blank footnotes ("<ref>…</ref>", "<ref name=x />")."""
    parts: list[str] = []
    at = 0
    while (start := text.find("<ref", at)) >= 0:
        tag = text.find(">", start)
        if tag < 0:
            break
        end = tag + 1
        if text[tag - 1] != "/":
            close = text.find("</ref>", tag, tag + _LONGEST_NOTE)
            end = close + len("</ref>") if close >= 0 else end
        parts += [text[at:start], blank(text[start:end])]
        at = end
    return "".join([*parts, text[at:]])
