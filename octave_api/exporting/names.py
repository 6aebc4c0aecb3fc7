"""
File names that every system takes. Pure.

Windows is the strictest: no control characters and none of <>:"/\\|?*, no device
names even with an extension, no dot or space at the end. Names are told apart
without regard to case or to how an accent is written, as Windows and macOS do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

MAX_BYTES = 200
"""Of a whole name, written either way; file systems end at 255."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\u2044\u2215\u29f5\uff0f\uff3c]+')
_DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\s*(?:\.|$))")
_ENDS = " .\u3000"


def safe_name(text: str, extension: str = "") -> str:
    """
    Make a file name of any text; `extension` begins with its dot, and is ours.

    Nothing of use in the text gives "untitled".
    """
    visible = "".join(
        mark if unicodedata.category(mark)[0] not in "CZ" else " "
        for mark in unicodedata.normalize("NFC", text)
    )
    stem = " ".join(_FORBIDDEN.sub("-", visible).split()).rstrip(_ENDS)
    # In front a dot hides a file, a dash reads as an option, a tilde as a folder.
    stem = stem.lstrip(f"{_ENDS}-~")
    if _DEVICE.match(stem):
        stem = f"_{stem}"
    while _size(stem + extension) > MAX_BYTES:
        stem = stem[:-1]
    return (stem.rstrip(_ENDS) or "untitled") + extension


def unique_names(wanted: Iterable[tuple[str, str]]) -> list[str]:
    """Make names of (text, extension) pairs that no system confuses; later ones are numbered."""
    taken: set[str] = set()
    names = []
    for text, extension in wanted:
        name, turn = safe_name(text, extension), 1
        while (key := _key(name)) in taken:
            turn += 1
            name = safe_name(text, f" ({turn}){extension}")
        taken.add(key)
        names.append(name)
    return names


def _size(name: str) -> int:
    return max(len(unicodedata.normalize(form, name).encode()) for form in ("NFC", "NFD"))


def _key(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
