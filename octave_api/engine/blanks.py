"""
Blanking: what is not read becomes spaces, line ends stay, and every offset counts as before.
"""

from __future__ import annotations

import re

_NO_LINE_END = re.compile(r"[^\n\r]")


def blank(text: str) -> str:
    """Give as many spaces as the text has characters, its line ends kept."""
    return _NO_LINE_END.sub(" ", text)


def blanked(match: re.Match[str]) -> str:
    """Blank what a pattern found; for `re.sub`."""
    return blank(match.group())
