"""
The titles in headings, without the name or the label that stands before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from octave_api.engine.draft import Statement
from octave_api.engine.introduced import (
    LABEL,
    after_label,
    as_first_line,
    is_nickname,
    widened,
    without_remark,
)
from octave_api.engine.items import Item, Span
from octave_api.engine.material import Material
from octave_api.engine.named_person import named_before
from octave_api.engine.own_name import own_name
from octave_api.engine.pitch_headings import WHOM
from octave_api.engine.roles import Title, find_titles, parse_title

OF_PERSONA, OF_HEADING = 1.2, 0.97
_LABEL_BEFORE = re.compile(
    r"(?i)(?:[\w-]+ ){0,3}(?:persona|profile|role|buyer|champion)s?\s*(?:#?\d+)?\s*[:–—-]\s*"
    r"|(?:[\w-]+ ){0,3}(?:survey|interview|call|panel|feedback|transcript|highlight|note)s?"
    r"(?:, (?:Q[1-4]|\d{4}|[A-Z][a-z]{2} \d{4}))?\s*[,:–—-]\s*"
)
MEETS = re.compile(r"(?i)(?:meet|introducing|this is|say hello to)\s+")
_FOR = re.compile(
    r"\b[Ff]or (?P<whom>[A-Za-z][\w&/-]+(?: [\w&/-]+){0,3}?)(?=\s(?:at|in|of)\s|\s?[|–—]|$)"
)
PERSONA = re.compile(r"(?i)\b(?:personas?|profile)\b")


def in_heading(
    material: Material, heading: Statement, *, first: bool
) -> Iterator[tuple[Item, Title]]:
    """Find the titles in a heading: "Persona: Head of Sales", "Meet Ingrid, Dispatcher"."""
    named = list(named_in(material, heading, OF_HEADING))
    span = material.span(heading)
    placed = (after_label(span.quote) or as_first_line(span.quote)) if first else None
    if placed is not None and named:
        whole = len(named) == 1 and placed.start < named[0][1].start
        placed = placed if whole and placed.end >= named[0][1].end else None
    if placed is not None and _is_plain(material, heading, placed):
        placed = without_name(placed, span.quote)
        where = span.part(placed.start, placed.end)
        yield Item(placed.text, "SOURCE", where, None, OF_PERSONA), placed
    elif not named and first:
        meets = MEETS.match(span.quote)
        begin = meets.end() if meets else 0
        own = named_before(span.quote, begin)
        place = own.end if own else begin
        alone = parse_title(span.quote[place:].rstrip(" )")) if own else None
        if alone is not None and (alone.function or own_name([heading])):
            where = span.part(place + alone.start, place + alone.end)
            yield Item(alone.text, "SOURCE", where, None, OF_PERSONA), alone
    if not named and first and heading.source in material.pitches:
        yield from _addressed(span)
    for item, title in named:
        if placed is not None and placed.start < title.start and title.end <= placed.end:
            continue  # "Store Manager" is a part of "Grain Store Manager".
        about = first and (LABEL.match(heading.text) or PERSONA.search(heading.text))
        yield (replace(item, rank=OF_PERSONA) if about else item), title


def _is_plain(material: Material, heading: Statement, title: Title) -> bool:
    """Tell whether a heading names a job and no thing: "Persona: Route planner" does."""
    if title.function or title.seniority != "individual" or LABEL.match(heading.text):
        return True
    return heading.source not in material.pitches and heading.order == 0


def of_users(material: Material) -> Iterator[tuple[Item, Title]]:
    """Find the titles that a seller's page heads what it says of its users with."""
    for heading in material.reading.headings:
        above = heading.headings[-1] if heading.headings else ""
        if heading.source in material.pitches and WHOM.search(above):
            for item, title in named_in(material, heading, OF_HEADING):
                if title.end - title.start >= len(heading.text) - 1:
                    yield item, title


def _leads(title: Title) -> bool:
    return bool(title.function) or title.seniority in ("manager", "director")


def _addressed(heading: Span) -> Iterator[tuple[Item, Title]]:
    """Find for whom a page's heading says that it is: "Ledgerly for controllers"."""
    whom = _FOR.search(heading.quote)
    title = parse_title(whom["whom"]) if whom else None
    if whom and title is not None and _leads(title):
        place = heading.part(whom.start("whom"), whom.end("whom"))
        yield Item(title.text, "SOURCE", place, None, OF_HEADING), title


def named_in(material: Material, statement: Statement, rank: float) -> Iterator[tuple[Item, Title]]:
    """Find the titles in a heading or a sentence."""
    span = material.span(statement)
    for found in find_titles(span.quote):
        if is_nickname(found):
            continue
        title = widened(span.quote, without_name(found, span.quote))
        # "Senior System Administrator; Historical Society" introduces somebody.
        opens = title.start <= 2 and len(statement.text.split()) <= 10
        place = span.part(title.start, title.end)
        yield Item(title.text, "SOURCE", place, None, OF_HEADING if opens else rank), title


def without_name(title: Title, text: str) -> Title:
    """Take the title alone out of "Maya Lindqvist — Head of Support", without a remark after it."""
    title = without_remark(title, text)
    label = _LABEL_BEFORE.match(title.text)
    named = None if label else named_before(title.text)
    ends = label.end() if label else named.end if named else 0
    alone = parse_title(title.text[ends:]) if ends else None
    within = text[title.start : title.end].lower().rfind(alone.text.lower()) if alone else -1
    if alone is None or within < 0 or not (alone.function or (named and named.sure)):
        return title
    start = title.start + within
    return without_remark(replace(alone, start=start, end=start + len(alone.text)), text)
