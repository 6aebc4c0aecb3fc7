"""
The firms of the trades that are known, one by one: "salmon farms" are each a salmon farm.
"""

from __future__ import annotations

import re
from functools import lru_cache

from octave_api.engine.gazetteer import plural
from octave_api.engine.knowledge_files import load

_PARTED = re.compile(r"\s(?:and|&|or)\s")


def firms_named(quote: str) -> list[str]:
    """Give the firms that a quote names, each in the singular: "zoos & aquariums"."""
    named = [firm_named(part) for part in _PARTED.split(quote)]
    return named if all(named) else []


def firm_named(quote: str) -> str:
    """Give the one firm that a quote names, in the singular: "Salmon farms" -> "salmon farm"."""
    singular = _singulars().get(quote.lower())
    if singular is None:
        return quote[:-1] if quote.endswith(" makers") else ""
    same = 0
    while same < min(len(quote), len(singular)) and quote[same].lower() == singular[same].lower():
        same += 1
    named = quote[:same] + singular[same:]
    return " ".join(word.lower() if word[1:].islower() else word for word in named.split())


@lru_cache(maxsize=1)
def _singulars() -> dict[str, str]:
    rows = load("industries.toml")["industry"]
    firms = [firm for row in rows for firm in row.get("firms", [])]
    regular = {plural(firm).lower(): firm for firm in firms} | {one.lower(): one for one in firms}
    return regular | {"crematoria": "crematorium"}
