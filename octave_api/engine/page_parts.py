"""
Parts of a page: what an element is for, the lines of a block, and rows of figures.
"""

from __future__ import annotations

import re

from octave_api.engine.flow import Flow
from octave_api.engine.tags import Tag, attributes

_HEADINGS = ("h0", "h1", "h2", "h3", "h4", "h5", "h6")
_TITLE_CLASS = frozenset(
    "title heading headline label eyebrow kicker subheading subhead term question caption".split()
)
_VALUE_CLASS = frozenset("value answer definition".split())
_LABELS = frozenset("label dt summary legend caption".split())


def is_band(flow: Flow) -> bool:
    """Whether a block is a row of figures in large type: "**1,400** shops **24/7** support"."""
    figures = [flow.text[a:b].strip() for a, b in flow.strong]
    bare = all(any(c.isdigit() for c in part) and len(part) <= 8 for part in figures)
    return len(figures) > 1 and bare and flow.text.rstrip()[-1:] != "."


def role_of(tag: Tag) -> str:
    """What an element is for, where its name or its class says so."""
    if tag.name in _LABELS:
        return "label"
    if tag.name in _HEADINGS:
        return tag.name
    if tag.name == "title":
        return "h0"
    if "class" not in tag.attributes or tag.name not in ("div", "p", "span", "strong", "b", "a"):
        return ""
    parts = set(re.split(r"[\s_-]+", attributes(tag).get("class", "").lower()))
    if parts & _TITLE_CLASS:
        return "title"
    return "value" if tag.name == "span" and parts & _VALUE_CLASS else ""


def lines_of(text: str) -> list[tuple[int, int]]:
    """Spans between line breaks; a line that goes on in lower case is only wrapped."""
    spans: list[tuple[int, int]] = []
    at = 0
    for match in re.finditer("\u2028\\s*(?![\\sa-z,;])", text):
        spans.append((at, match.start()))
        at = match.end()
    return [(a, b) for a, b in [*spans, (at, len(text))] if any(c.isalnum() for c in text[a:b])]
