"""
Titles without the words that a list has around them: "often Bursar", "Planner or Dispatcher".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from octave_api.engine.items import Item
from octave_api.engine.lexicon import look_up
from octave_api.engine.roles import Title, find_titles, parse_title

_RATHER = re.compile(
    r"(?i)(?:sometimes|often|usually|typically|occasionally|mostly|mainly|generally|maybe|perhaps"
    r"|possibly|rarely|also|in (?:small|smaller|large|larger) (?:\w+ )?)"
    r"(?: called)?(?: the| an?)?\s"
)
_HEADS = frozenset("manager director officer controller planner coordinator administrator".split())
_FIRST_NAME = re.compile(r"[A-Z][a-zà-ÿ]{2,}")
_AT_DASH = re.compile(r"\s[–—|-]\s(?=[A-Z])")
"""What parts a title from the employer: "Director of Nursing – Meadow Homes"."""
_OR = re.compile(r"\s(?:or|and/or)\s")


def plainly(pair: tuple[Item, Title]) -> Iterator[tuple[Item, Title]]:
    """Give each title that a found one names, in its own words."""
    item, title = pair
    rather = _RATHER.match(title.text)
    if rather is not None:
        rest = title.text[rather.end() :]
        named = parse_title(rest)
        if named is None or item.span is None:
            yield pair
            return
        at = item.span.quote.find(rest)
        span = item.span.part(at, at + len(rest)) if at >= 0 else item.span
        yield replace(item, text=named.text, span=span), named
        return
    rest, _, last = title.text.rpartition(" ")
    head = rest.rpartition(" ")[2].lower()
    if head in _HEADS and _FIRST_NAME.fullmatch(last) and not look_up(last.lower()).known:
        named = parse_title(rest)
        if named is not None and named.function and item.span is not None:
            at = max(0, item.span.quote.find(rest))
            span = item.span.part(at, at + len(rest))
            yield replace(item, text=named.text, span=span), named
            return
    employer = _AT_DASH.search(title.text)
    named = next(iter(find_titles(title.text)), None) if employer is not None else None
    alone = named is not None and (named.start, named.end) == (0, employer and employer.start())
    if alone and named is not None and named.function and item.span is not None:
        at = max(0, item.span.quote.find(named.text))
        span = item.span.part(at, at + len(named.text))
        yield replace(item, text=named.text, span=span), named
        return
    several = find_titles(title.text) if _OR.search(title.text) else []
    if len(several) < 2 or item.span is None:
        yield pair
        return
    for place, one in enumerate(several):
        at = item.span.quote.find(one.text)
        span = item.span.part(at, at + len(one.text)) if at >= 0 else item.span
        # The first is what the person is called; the others stand beside it.
        yield replace(item, text=one.text, span=span, rank=item.rank - 0.01 * place), one
