"""
Casing: a word that opened its line is written inside a sentence as its source writes it there.

No table knows every trade's words: "Weighbridge tickets" may be a product's. Where the source has
"weighbridge" in lower case too, it is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_LOWER = re.compile(r"(?<![\w@./-])[a-z][a-z-]{3,}(?![\w@/])")
_CAPITAL = re.compile(r"(?<=[a-z:“] )(?P<word>[A-Z][a-z-]{3,})(?=s? [a-z(]|s?[?.,;])")

_LOUD = re.compile(
    r"(?<=[a-z0-9] )(?:AND|OR|NOT|BUT|ONLY|ALL|NO)(?= [a-z])|(?<=their )New(?= [A-Z]{2})"
)
"""What a source shouts, and no name."""


@lru_cache(maxsize=4)
def lower_words(*texts: str) -> frozenset[str]:
    """Give the words that stand in lower case somewhere in these texts."""
    return frozenset(word for text in texts for word in _LOWER.findall(text))


def cased(text: str, lower: Callable[[], frozenset[str]]) -> str:
    """Write words inside a sentence in lower case where the source does so, by `lower`."""

    def settle(found: re.Match[str]) -> str:
        low = found["word"].lower()
        return low if low in lower() else found["word"]

    text = _LOUD.sub(lambda found: found[0].lower(), text)
    return _CAPITAL.sub(settle, text)
