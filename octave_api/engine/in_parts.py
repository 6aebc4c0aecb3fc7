"""
Several points in one sentence: "She wants to halve returns, cut stock and close on time".

Prose tells in one breath what a list would give line by line. Each point becomes an item of its
own, with its part of the sentence as its quote; what was written as one line of a list stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from octave_api.engine.clauses import split_list
from octave_api.engine.items import MAX_ITEMS, Item
from octave_api.engine.lexicon import look_up
from octave_api.engine.phrase import SURE
from octave_api.engine.phrases import read_phrase
from octave_api.engine.spoken import of_aims
from octave_api.engine.thoughts import phrases
from octave_api.engine.wording import capital, line, squeeze

_MARKED = re.compile(r"[\n*_`<>\[\]|“”\"?]")
_IN_HAND = re.compile(
    r"(?i)(?P<held>(?:responsible|accountable|answerable|in charge) (?:for|of) [^,;]{3,60}), "
    r"(?=(?:and )?(?P<does>[a-z]+) )"
)
_JOINED = re.compile(r"(?:, (?:and )?| and )(?=(?P<does>[a-z]+) )")
_NEXT = re.compile(r", (?:and )?(?=(?P<does>[a-z]+) )")
_AND_TO = re.compile(r"(?:, and| and) to (?=(?P<does>[a-z]+) )")
_WISH = re.compile(r"(?i)\b(?:wants?|hopes?|aims?|wishes|is|are|needs?|would like) to (?=[a-z]+ )")
_LAST_COMMA = re.compile(r", (?:and|or) [^,]+$")
_SPEAKS = re.compile(r"\b(?:I|[Mm]y|me|[Ww]e|[Oo]ur|us)\b")
_DEED = re.compile(r"(?:[Yy]ou|[Tt]hey)(?:['’]ll| will| must)?(?: also)? (?=[a-z]+ )")
"""What opens a sentence on what somebody does."""
_LEAST, _LEAST_PART, _LEAST_WORDS, _LONGEST_LEAD = 3, 2, 9, 8


def in_parts(items: Iterable[Item], *, deeds: bool) -> Iterator[Item]:
    """
    Give the points of each item; `deeds` says that they are done or wanted by one person.

    A list that is full already is left as it is: its parts would push others out.
    """
    listed = list(items)
    room = MAX_ITEMS - len(listed)
    for item in listed:
        parts = _parts(item, deeds=deeds) if room > 0 and _may_hold_several(item) else []
        if 1 < len(parts) <= room + 1:
            room -= len(parts) - 1
            yield from parts
        else:
            yield item


def _may_hold_several(item: Item) -> bool:
    quote = item.span.quote if item.span is not None else ""
    joined = ", " in quote or " and to " in quote
    return joined and len(quote.split()) >= _LEAST_WORDS and not _MARKED.search(quote)


def _parts(item: Item, *, deeds: bool) -> list[Item]:
    quote = item.span.quote if item.span is not None else ""
    spans = _again(quote)
    if not spans:
        spans = (_held(quote) or _wished(quote) or _done(quote)) if deeds else _happen(quote)
    spans = spans or _listed(item, quote) or _things(item, quote)
    return [_of(item, start, end) for start, end in spans]


def _of(item: Item, start: int, end: int) -> Item:
    span = item.span.part(start, end) if item.span is not None else None
    said = span.quote if span is not None else item.text
    own = not _SPEAKS.search(item.text)
    return replace(item, text=capital(squeeze(line(said, own_voice=own))), span=span)


def _held(quote: str) -> list[tuple[int, int]]:
    """Cut "responsible for rotas, sign off invoices, and chase fines"."""
    held = _IN_HAND.search(quote)
    if held is None or not _opens_deed(held["does"]):
        return []
    cuts = [one for one in _NEXT.finditer(quote, held.end("held")) if _opens_deed(one["does"])]
    edges = [edge for one in cuts for edge in one.span()][1:]
    edges.append(len(quote.rstrip(" .")))
    return [held.span("held"), *zip(edges[::2], edges[1::2], strict=True)]


def _opens_deed(word: str) -> bool:
    found = look_up(word.lower())
    return found.base and not (found.plural or found.adjective)


def _wished(quote: str) -> list[tuple[int, int]]:
    """Cut "wants to close in five days and to see cost by job"."""
    wish = _WISH.search(quote) or _DEED.match(quote)
    if wish is None:
        return []
    cuts = [one for one in _AND_TO.finditer(quote, wish.end()) if _opens_deed(one["does"])]
    if cuts:
        edges = [wish.end(), *(edge for one in cuts for edge in one.span())]
        edges.append(len(quote.rstrip(" .")))
        return list(zip(edges[::2], edges[1::2], strict=True))
    cuts = []
    for joined in _JOINED.finditer(quote, wish.end()):
        word = joined["does"].lower()
        # After "and" alone a noun is as likely as a verb, unless verbs were listed before it.
        if (cuts or "," in joined.group() or not look_up(word).noun) and _opens_deed(word):
            cuts.append(joined)
    edges = [wish.end(), *(edge for one in cuts for edge in one.span()), len(quote.rstrip(" ."))]
    found = list(zip(edges[::2], edges[1::2], strict=True))
    short = any(len(quote[start:end].split()) < _LEAST_PART for start, end in found)
    return found if len(found) >= _LEAST and not short else []


def _done(quote: str) -> list[tuple[int, int]]:
    """Cut three deeds or more that prose tells of one subject."""
    found = phrases(quote)
    if len(found) < _LEAST or len(quote[: found[0][0]].split()) > _LONGEST_LEAD:
        return []
    if not found[0][0] and (". " in quote or not quote.endswith(".")):
        return []
    return found if all(len(quote[a:b].split()) > 1 for a, b in found) else []


def _again(quote: str) -> list[tuple[int, int]]:
    """Cut "They look after parks, and they answer to a committee"."""
    if not quote.startswith("They ") or ", and they" not in quote:
        return []
    found = _between(_AND_THEY.finditer(quote), quote)
    return found if len(found) > 1 else []


_AND_THEY = re.compile(r", and (?=they(?:['’]re| [a-z]+) )")


def _listed(item: Item, quote: str) -> list[tuple[int, int]]:
    """Cut what only commas part: "new layouts in two weeks, fewer calls, sales up 5%"."""
    if not item.heading or _PROSE.search(quote):
        return []
    found = _between(_COMMA.finditer(quote), quote)
    short = any(not _LEAST_PART <= len(quote[a:b].split()) <= _MOST_PART for a, b in found)
    return found if len(found) >= _LEAST and not short else []


_COMMA = re.compile(r", (?!\d)")
_PROSE = re.compile(r"[.;:()]|\b(?:and|or|but|who|which|that|such|like|so|when|if|for example)\b")
_MOST_PART = 8


def _happen(quote: str) -> list[tuple[int, int]]:
    """Cut three troubles or more, each a clause with its own subject."""
    found = _between(_CLAUSE.finditer(quote), quote)
    read = [read_phrase(quote[start:end]) for start, end in found] if len(found) >= _LEAST else []
    whole = all(one.kind == "clause" and one.sure >= SURE for one in read)
    return found if read and whole else []


_CLAUSE = re.compile(r"(?:, (?:and )?|; )(?=[a-z])")


def _between(cuts: Iterable[re.Match[str]], quote: str) -> list[tuple[int, int]]:
    edges = [0, *(edge for one in cuts for edge in one.span()), len(quote.rstrip(" ."))]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _things(item: Item, quote: str) -> list[tuple[int, int]]:
    """Cut a sentence that is nothing but three things or more, each of several words."""
    if not item.heading or not quote.endswith(".") or read_phrase(item.text).kind != "noun":
        return []
    found = split_list(quote[:-1])
    if len(found) < _LEAST:
        return []
    read = [read_phrase(quote[start:end]) for start, end in found]
    whole = all(one.kind == "noun" and one.sure >= SURE for one in read)
    # "Gaps in rules, data ownership and access": the short ones may hang on the first.
    least = 1 if _LAST_COMMA.search(quote) else _LEAST_PART
    return found if whole and all(len(quote[a:b].split()) > least for a, b in found) else []


def wished(item: Item) -> Item:
    """Word an aim as the deed that is wanted: "To see every fault" is "See every fault"."""
    return replace(item, text=of_aims(item.text, "keyObjectives"))
