"""
Chats copied out of a tool: the lines that say who wrote when are blanked, offsets kept.

What is left are the messages, each a paragraph of its own.
"""

from __future__ import annotations

import re

from octave_api.engine.blanks import blanked

_HEADER = re.compile(
    r"(?im)^[ \t]*[\w.'’-]{2,24}(?: [\w.'’()-]{2,24}){0,2}[ \t]{1,4}[\[(]?"
    r"(?:(?:today|yesterday|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?),? (?:at )?)?\d{1,2}:\d{2}"
    r"(?:[ \t]?[ap]m)?[\])]?[ \t]*$"
)
_ASIDE = re.compile(r"(?m):[a-z][a-z_+-]{1,24}:|^\(edited\)$|(?<=[ \t])\(edited\)$")
_LEAST = 3


def is_chat(text: str) -> bool:
    """Tell whether a text is a chat with a line over each message ("mira  10:42 AM")."""
    return any(found >= _LEAST for found, _ in enumerate(_HEADER.finditer(text), 1))


def without_headers(text: str) -> str:
    """Blank who wrote when, small pictures and marks of an edit."""
    return _ASIDE.sub(blanked, _HEADER.sub(blanked, text))
