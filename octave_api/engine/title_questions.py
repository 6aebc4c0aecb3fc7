"""
The question about the title of a persona, by its level where it has one.
"""

from __future__ import annotations

import re

from octave_api.engine.items import Item
from octave_api.engine.questions import Asked
from octave_api.engine.titles import Title

_BESIDE_TITLE = re.compile(
    r"(?i)^(?:sometimes|usually|often|mostly|occasionally|or|and|nearly always)\s+(?:the |an? )?"
    r"|^the |\s*\([^()]*\)"
)
_LEVELS = {
    "executive": "on the executive team",
    "vp": "a vice president or above",
    "director": "a director or above",
    "manager": "a manager or above",
}


def has_level(title: Title) -> bool:
    """Tell whether a title is asked for by its level, which titles of other companies share."""
    return title.seniority in _LEVELS


def from_title(item: Item, title: Title) -> Asked:
    """Ask about the title, by its level where it has one."""
    level = _LEVELS.get(title.seniority)
    name = _BESIDE_TITLE.sub("", item.text).strip() or item.text
    text = f"Is their title {name} or close to it?"
    if level:
        text = f"Is their title {name}, or are they {level} in the same function?"
    return Asked(
        item.inferred(text, "a title of the source, asked as a question"),
        "Titles vary by company: judge by level and function, as their profile states them.",
        "GOOD",
        "MEDIUM",
        "What is your role, and who do you report to?",
        "Level, function and size of the team",
        "BANT: authority",
    )
