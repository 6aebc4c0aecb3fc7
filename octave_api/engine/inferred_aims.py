"""
Aims that follow from duties: who is to "drive revenue growth" wants revenue to grow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from octave_api.engine.grammar import base_phrase
from octave_api.engine.items import Item
from octave_api.engine.wording import capital

_GROW = re.compile(
    r"(?i)^(?:drive|deliver|generate|fuel|own|lead)\s+(?P<what>(?:[\w-]+\s+){0,2}?)"
    r"(?P<noun>growth|expansion|savings|efficiency|adoption)\b"
)
_AIMS = frozenset(
    "increase improve reduce cut grow accelerate raise lower shorten maximize maximise minimize "
    "minimise optimize optimise streamline expand boost eliminate prevent modernize modernise "
    "simplify".split()
)
_DIRECTION = "a duty that names a direction is an aim"


def aims_of(duties: Sequence[Item]) -> Iterator[Item]:
    """Infer aims from duties that name a direction ("drive revenue growth" -> "Grow revenue")."""
    for item in duties:
        base = base_phrase(item.text, verbal=True)
        if item.origin == "TYPICAL" or base is None:
            continue
        grow = _GROW.match(base)
        what = grow["what"].strip() if grow else ""
        if grow and what:
            start = {"growth": f"Grow {what}", "expansion": f"Expand {what}"}
            text = start.get(grow["noun"], f"More {what} {grow['noun']}")
            yield item.inferred(text, _DIRECTION)
        elif base.split()[0].lower() in _AIMS:
            yield item.inferred(capital(base), _DIRECTION)
