"""
Things that a sentence counts before it names them: "three things: that bread is out by six, …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from octave_api.engine.items import Item
from octave_api.engine.wording import capital

_THINGS = re.compile(r"(?i)\b(?:two|three|four|five|\d|some|a few) things: (?=that )")
_THAT = re.compile(r"(?:,? and |, |(?<=: ))that ")


def apart(item: Item) -> Iterator[Item]:
    """Give each of the things that an item counts as one of its own; any other item as it is."""
    quote = item.span.quote if item.span is not None else ""
    counted = _THINGS.search(quote) if " things: " in quote else None
    cuts = list(_THAT.finditer(quote, counted.end() - 1)) if counted is not None else []
    if item.span is None or len(cuts) < 2:
        yield item
        return
    for cut, stop in zip(cuts, [*(one.start() for one in cuts[1:]), len(quote)], strict=True):
        end = cut.end() + len(quote[cut.end() : stop].rstrip(" ,."))
        place = item.span.part(cut.end(), end)
        yield replace(item, text=capital(place.quote), span=place)
