"""
Casing: a word that opened its line is written inside a sentence as its source writes it there.

No table knows every trade's words: "Weighbridge tickets" may be a product's. Where the source has
"weighbridge" in lower case too, it is none.
"""

from __future__ import annotations

import re
from functools import lru_cache

_CAPITAL = re.compile(r"(?<=[a-z:“] )(?P<word>[A-Z][a-z-]{3,})(?=s? [a-z(]|s?[?.,;])")

_LOUD = re.compile(
    r"(?<=[a-z0-9] )(?:AND|OR|NOT|BUT|ONLY|ALL|NO)(?= [a-z])|(?<=their )New(?= [A-Z]{2})"
)
"""What a source shouts, and no name."""


def cased(text: str, *sources: str) -> str:
    """Write words inside a sentence in lower case where one of the sources does so."""

    def settle(found: re.Match[str]) -> str:
        low = found["word"].lower()
        return low if any(_has(source, low) for source in sources) else found["word"]

    text = _LOUD.sub(lambda found: found[0].lower(), text)
    return _CAPITAL.sub(settle, text)


@lru_cache(maxsize=512)
def _has(source: str, word: str) -> bool:
    """Tell whether a word stands alone in lower case somewhere in a text."""
    if word not in source:
        return False
    alone = rf"(?<![\w@./-]){re.escape(word)}(?![\w@/]|-[a-z])"
    return re.search(alone, source) is not None
