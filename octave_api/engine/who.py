"""
Who a persona is: the titles that the source gives, the one it turns on, and an own name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from octave_api.engine.draft import Statement
from octave_api.engine.facts import FoundFact, facts_in
from octave_api.engine.items import Item, Span
from octave_api.engine.material import Material
from octave_api.engine.roles import (
    Role,
    Title,
    find_titles,
    parse_title,
    role,
    titles_in_list,
)
from octave_api.engine.wording import squeeze

_OWN_NAME = re.compile(r"^(?P<name>[A-Z][a-zà-ÿ]+)(?:,|\s+\((?=[A-Z])|\s+[-–—]|\s+the\b)")
_LABEL = re.compile(
    r"(?i)^(?:(?:buyer|user|target|primary|secondary)\s+)?(?:persona|profile|role)\s*"
    r"(?:#?\d+)?\s*[:–—-]\s*"
)
_NO_NAME = re.compile(
    r"(?i)(?:about|meet|know|what|why|how|who|where|when|for|in|on|at|to|all|with|inside|behind|from|"
    r"and|of|under|understanding|introducing|the|this|your|our|their)\b"
)
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w'’.]+\s+){1,3}[–—-]\s+")
_AT = re.compile(
    r"(?i)\s+(?P<at>(?:at|in|of|for|from)\s+[^,.;:()|\n]{3,80}?)\s*(?=[,.;:()|\n]|$|\s(?:who|that|which|"
    r"and|worried|concerned|struggling|responsible|looking|focused|managing|leading)\b)"
)
_LONG = 40
TITLE_LINES = 60
"""Lines of titles that are taken apart; who a page is about stands in the first ones."""
_HEADINGS, _OPENING = 3, 12
"""How many headings, and failing these how many statements, may say who somebody is."""
_OF_HEADING, _IN_PROSE = 0.97, 0.8


@dataclass(frozen=True, slots=True)
class Who:
    """
    Who the persona is: the title it turns on, and an own name if the source gives one.

    `at` says where the title works, in the source's words ("at banks in the UK"), and
    `facts` what the same sentence says of these companies.
    """

    title: Title | None
    shown: Item | None
    own: Item | None
    role: Role | None
    at: str = ""
    facts: tuple[FoundFact, ...] = ()


def titles(material: Material) -> list[tuple[Item, Title]]:
    """Collect the titles that the source gives: in lists, else in headings, else in prose."""
    found: list[tuple[Item, Title]] = []
    for item in material.of("commonJobTitles")[:TITLE_LINES]:
        split = split_titles(item)
        if not split and item.span and item.heading and len(item.text.split()) <= 8:
            split = [(item, Title(item.text, "", "", 0, len(item.span.quote)))]
        found += split
    for heading in material.reading.headings[:_HEADINGS]:
        found += _named(material, heading, _OF_HEADING)
    if not found:
        for statement in material.reading.statements[:_OPENING]:
            found += _named(material, statement, _IN_PROSE)
    return found


def split_titles(item: Item) -> list[tuple[Item, Title]]:
    """Give each title of a line that lists titles, with the words that name it as its quote."""
    span = item.span
    if span is None:
        return []
    split = [_without_name(title, span.quote) for title in titles_in_list(span.quote)]
    return [
        (replace(item, text=title.text, span=span.part(title.start, title.end)), title)
        for title in split
    ]


def _named(material: Material, statement: Statement, rank: float) -> Iterator[tuple[Item, Title]]:
    """Find the titles in a heading or a sentence."""
    span = material.span(statement)
    for found in find_titles(span.quote):
        title = _without_name(found, span.quote)
        # "Senior System Administrator; Historical Society" introduces somebody.
        opens = title.start <= 2 and len(statement.text.split()) <= 10
        place = span.part(title.start, title.end)
        yield Item(title.text, "SOURCE", place, None, _OF_HEADING if opens else rank), title


def _without_name(title: Title, text: str) -> Title:
    """Take the title alone out of "Maya Lindqvist — Head of Support"."""
    name = _NAME_BEFORE.match(title.text)
    alone = parse_title(title.text[name.end() :]) if name else None
    start = text.rfind(alone.text, title.start, title.end) if alone else -1
    if alone is None or not alone.function or start < 0:
        return title
    return replace(alone, start=start, end=start + len(alone.text))


def who_is_it(material: Material, found: Sequence[tuple[Item, Title]], name: str | None) -> Who:
    """Decide which title the persona turns on: the heading's, the first listed, or `name`'s."""
    ranked = sorted(found, key=_turns_on)
    shown, title = ranked[0] if ranked else (None, None)
    if title is None and name:
        title = next(iter(find_titles(name)), None) or parse_title(name)
    known = role(title.function, title.seniority) if title and title.function else None
    at, facts = _company(material, shown.span) if shown and shown.span else ("", ())
    return Who(title, shown, _own_name(material), known, at, facts)


def _company(material: Material, title: Span) -> tuple[str, tuple[FoundFact, ...]]:
    """Read at which companies a title works, from the rest of its sentence."""
    whole = next((one for one in _statements(material) if _holds(one, title)), None)
    if whole is None or len(whole.text.split()) > _LONG:
        return "", ()
    rest = material.span(replace(whole, start=title.end))
    tail = _AT.match(rest.quote)
    if tail is None:
        return "", ()
    place = rest.part(tail.start("at"), tail.end("at"))
    facts = [one for one in facts_in(place) if not one.fact.negated]
    at = " ".join(place.quote.split())
    return (at, tuple(facts)) if facts else ("", ())


def _statements(material: Material) -> Iterator[Statement]:
    yield from (statement for statement, _ in material.sorted)


def _holds(statement: Statement, span: Span) -> bool:
    return statement.source == span.source and statement.start <= span.start < statement.end


def _turns_on(pair: tuple[Item, Title]) -> tuple[bool, float]:
    item, title = pair
    return not title.function, -item.rank if item.rank >= _OF_HEADING else 0.0


def _own_name(material: Material) -> Item | None:
    """Find the persona's own label in the first headings: "Priyanka (Platform Engineer)"."""
    for heading in material.reading.headings[:2]:
        text = squeeze(heading.text)
        own = _LABEL.sub("", text)
        title_of_page = heading.source in material.pitches and heading is not material.meant
        if _NO_NAME.match(own) or title_of_page:
            continue
        if _OWN_NAME.match(own) or (_LABEL.match(text) and len(own.split()) <= 4):
            return Item(own, "SOURCE", material.span(heading), None, 1.0)
    return None
