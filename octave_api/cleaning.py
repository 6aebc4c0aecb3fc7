"""
The one step that every text passes at the door, before it is read, cut or kept. Pure.

What nobody sees is left out: controls, marks that turn the order of the visible, byte order
marks, tag characters. They carry orders to programs behind a reader's back, make a line read
as another one, and some of them fit into no store. Half a surrogate pair becomes the
replacement character; every kind of line end becomes a line feed.

Each character is judged alone, but for CR LF, so that the beginning of a text stays the
beginning of its cleaned form: an offset can be led over by cleaning what stands before it.
That is why letters are not composed here (NFC): what a person pasted keeps its letters, and
offsets count into just what they pasted where nothing unseen was in it. Only the text of
fetched pages, of which nobody holds another form, is composed besides (`web.media`).
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Collection
from itertools import accumulate
from typing import Any

MAX_TEXT = 1_000_000
"""So many characters of one text or page are read."""

_LINE_ENDS = "\v\f\x85\u2028\u2029"
# U+200C and U+200D stay: Persian words and joined emoji are written with them.
_UNSEEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
) + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
_HALVES = "\ud800-\udfff"
_ANY = re.compile(f"\r\n?|[{_LINE_ENDS}]|[{_UNSEEN}]+|[{_HALVES}]")


def clean(text: str) -> str:
    """Give a text without unseen characters, with line feeds as its only line ends."""
    return _ANY.sub(_instead, text)


def clean_data(value: Any, *, but: Collection[str] = (), addresses: bool = False) -> Any:
    """
    Give JSON data with every text in it cleaned.

    Args:
        value: The data; its keys stay.
        but: What stands under these keys stays as well.
        addresses: The data has sources, and the address of one stays too: it is no text, and
            the door to the web refuses one that has a control in it.
    """
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [clean_data(item, but=but, addresses=addresses) for item in value]
    if isinstance(value, dict):
        if addresses and value.keys() == {"type", "value"} and value["type"] == "URL":
            return value
        return {
            key: item if key in but else clean_data(item, but=but, addresses=addresses)
            for key, item in value.items()
        }
    return value


def offsets(text: str) -> Callable[[int], int]:
    """Give what tells where an offset into a text stands once the text is cleaned."""
    found = list(_ANY.finditer(text))
    ends = [one.end() for one in found]
    gone = [0, *accumulate(len(one[0]) - len(_instead(one)) for one in found)]

    def moved(at: int) -> int:
        before = bisect_right(ends, at)
        if before < len(found) and found[before].start() < at:
            # Within what is cleaned away together.
            start = found[before].start()
            return start - gone[before] + len(clean(text[start:at]))
        return at - gone[before]

    return moved


def whole_escapes(body: bytes) -> bytes:
    r"""Give JSON in which each `\ud800` without its other half is written as `\ufffd`."""
    return _ESCAPE.sub(_whole, body) if _HALF_ESCAPE.search(body) else body


def finite(number: str) -> float:
    """Read a number of JSON; raises ValueError for NaN, infinity, and what is too large."""
    value = float(number)
    if not math.isfinite(value):
        raise ValueError("not finite")
    return value


def _instead(found: re.Match[str]) -> str:
    first = found[0][0]
    if first == "\r" or first in _LINE_ENDS:
        return "\n"
    return "\N{REPLACEMENT CHARACTER}" if "\ud800" <= first <= "\udfff" else ""


_HALF_ESCAPE = re.compile(rb"\\u[dD][89a-fA-F]")
# Read from backslash to backslash, so that an escaped backslash before a "u" begins nothing.
_ESCAPE = re.compile(
    rb"\\(?:(u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    rb"|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)


def _whole(found: re.Match[bytes]) -> bytes:
    return rb"\ufffd" if found[2] else found[0]
