"""
Trades and places that no table knows, where a key says what they are: "Sector: piano tuning".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from octave_api.engine.lexicon import look_up
from octave_api.engine.one_firm import singular
from octave_api.engine.polarity import customers_from

_KEY = re.compile(
    r"(?i)(?:(?:target|main|key|primary|core|their|which|what)\s)*(?:(?P<industry>industr(?:y|ies)"
    r"|sectors?|verticals?|sub-?sectors?|sub-?verticals?|trades?|line of business|type of business"
    r"|branche)|(?P<geography>locations?|geograph(?:y|ies)|geos?|regions?|countr(?:y|ies)|cit(?:y|ies)"
    r"|places?|where|territor(?:y|ies)|area|headquarters|hq|based in|city ?/ ?region))(?: focus)?"
)
_PART = re.compile(r"(?:[^,;/|•·&()—–\n]|(?<=\w)&(?=\w)|(?<=\d),(?=\d))+")
_AND = re.compile(r"\s(?:and|or|OR|AND|&|plus|und|et|y)\s")
_NAME = re.compile(
    r"(?:[Tt]he |[Gg]reater )?[A-Z][\w’'.-]*(?:[ -](?:(?:of|de|la|le|am|an der|upon|sur|do|del) )?"
    r"[A-Z][\w’'.-]*){0,3}(?: (?:area|region|county|valley|district|province|basin|coast))?"
)
_NO_TRADE = re.compile(
    r"(?i)\d|[:?!()\"“”]|\.\s|^(?:any|all|no|not|non|none|n/a|tbd|various|multiple|other|others|see|ex"
    r"|same|etc|e\.g|across|agnostic|cross|unknown|open)\b"
    r"|\b(?:is|are|was|were|has|have|we|they|you|our|their|who|that|which|with|than|agnostic)\b"
)
_LONGEST_TRADE, _LONGEST_LINE = 4, 160
_SHORTEST = 3

Key = Literal["industry", "geography"]


def own_words(
    text: str, context: str, found: Iterable[tuple[str, int, int]]
) -> Iterator[tuple[Key, str, int, int]]:
    """
    Give (key, name, start, end) of what a key names and no table knows.

    `context` is the headings above, the nearest last; `found` are the facts of the line that
    are known already: a part of the line that holds one is left to it.
    """
    named = _KEY.fullmatch(context.rpartition(" / ")[2].strip(" :*")) if context else None
    if named is None or len(text) > _LONGEST_LINE or text.endswith("?"):
        return
    if customers_from(text) is None:
        return
    key: Key = "industry" if named["industry"] else "geography"
    known = [(start, end) for one, start, end in found if one == key]
    for start, end in _parts(text):
        if any(a < end and start < b for a, b in known):
            continue
        name = text[start:end]
        if key == "industry" and _is_trade(name):
            yield key, name[0].upper() + name[1:], start, end
        elif key == "geography" and _is_place(name):
            yield key, name.removeprefix("the ").removeprefix("The "), start, end


def _parts(text: str) -> Iterator[tuple[int, int]]:
    for match in _PART.finditer(text):
        edges = [match.start()]
        for cut in _AND.finditer(text, match.start(), match.end()):
            edges += [cut.start(), cut.end()]
        edges.append(match.end())
        for a, b in zip(edges[::2], edges[1::2], strict=True):
            part = text[a:b]
            start = a + len(part) - len(part.lstrip(" -–—*"))
            end = b - len(part) + len(part.rstrip(" .-–—*"))
            if end - start >= _SHORTEST:
                yield start, end


def _is_trade(name: str) -> bool:
    return len(name.split()) <= _LONGEST_TRADE and not _NO_TRADE.search(name)


def _is_place(name: str) -> bool:
    """Tell a name from a word that only begins its line: "Remote", "Urban"."""
    if _NAME.fullmatch(name) is None or _NO_TRADE.search(name):
        return False
    return " " in name or not look_up(name.lower()).known


def own_firm(name: str) -> str:
    """Give one firm of a trade in the source's own words: "organ builder" of "Organ builders"."""
    last = name.split()[-1].lower()
    firms = last.endswith(("ers", "ors", "ists")) or look_up(last).plural
    if not firms or singular(last) == last or last.endswith("ics"):
        return ""
    return singular(name[0].lower() + name[1:] if name[1:].islower() else name)
