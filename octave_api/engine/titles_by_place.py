"""
The titles that the first lines of a source introduce, each with its quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from octave_api.engine.draft import Statement
from octave_api.engine.introduced import (
    after_label,
    as_first_line,
    as_meant,
    as_met,
    as_named,
    as_predicate,
    as_subject,
    as_the_one,
    in_other_words,
    is_nickname,
    leads,
    or_else,
)
from octave_api.engine.items import Item
from octave_api.engine.material import Material
from octave_api.engine.own_name import is_name
from octave_api.engine.roles import Title, parse_title, parse_word, titles_in_list
from octave_api.engine.titles import same_place
from octave_api.engine.titles_in_headings import without_name

_ROLE_KEYS = frozenset(
    (
        "target persona",
        "buyer persona",
        "ideal buyer",
        "target buyer",
        "primary persona",
        "buyer",
        "champion",
        "user",
        "who",
        "role",
        "job role",
        "job",
        "position",
        "persona",
        "title",
        "job title",
        "who",
        "contact",
        "main contact",
        "key contact",
        "primary contact",
    )
)
_BRACKETED = re.compile(r"\s?\((?:e\.g\. |i\.e\. )?(?P<list>[^()]{3,120})\)")
_BESIDE = 0.9
OPENING = 12
"""How many statements may say who somebody is, where no heading does."""


def in_brackets(text: str, title: Title) -> list[Title]:
    """Read the titles in brackets behind one: "sales leaders (CRO, VP Sales)"."""
    beside = _BRACKETED.match(text, title.end)
    if beside is None:
        return []
    found = [one for one in titles_in_list(beside["list"]) if one.function]
    return [same_place(one, beside.start("list")) for one in found] if len(found) > 1 else []


def introduced(material: Material, rank: float) -> Iterator[tuple[Item, Title]]:
    """Find what somebody is said to be, and those of whom the first lines tell."""
    told = False
    for place, statement in enumerate(material.reading.statements[:OPENING]):
        quote = material.span(statement).quote
        title = as_predicate(quote) or as_met(quote) or as_subject(quote)
        if title is None and not told and statement.source not in material.pitches:
            title = as_meant(quote) or as_the_one(quote)
        if title is None and place == 0 and not statement.headings:
            title = after_label(quote) or as_first_line(quote)
        if title is not None:
            told = True
            yield _with_quote(material, statement, title, rank)
            for other in in_brackets(quote, title):
                yield _with_quote(material, statement, other, rank)
            if (second := or_else(quote, title)) is not None:
                yield _with_quote(material, statement, second, _BESIDE * rank)


def labelled(material: Material, rank: float) -> Iterator[tuple[Item, Title]]:
    """Find the one word that a label gives as the role: "Role: planner"."""
    for statement in material.reading.statements[:OPENING]:
        above = statement.headings[-1].lower() if statement.headings else ""
        quote = material.span(statement).quote
        title = parse_word(quote) or leads(quote) if above in _ROLE_KEYS else None
        whole = parse_title(quote) if above in _ROLE_KEYS else None
        if whole is not None and above.endswith("contact"):
            yield _with_quote(material, statement, whole, rank)
            return  # What follows in the line is where somebody works.
        if title is not None and whole is None:
            yield _with_quote(material, statement, title, rank)
            if (second := or_else(quote, title)) is not None:
                yield _with_quote(material, statement, second, _BESIDE * rank)


def nicknamed(material: Material, rank: float) -> Iterator[tuple[Item, Title]]:
    """Find the title in a team's name for somebody: "Name: Bursar Beatrice"."""
    for statement in material.reading.statements[:OPENING]:
        title = parse_title(statement.text) if is_name(statement) else None
        alone = parse_title(title.text.rpartition(" ")[0]) if title and is_nickname(title) else None
        if alone is not None:
            yield _with_quote(material, statement, alone, rank)


def named_last(material: Material, rank: float) -> Iterator[tuple[Item, Title]]:
    """Find "a head of …" in the first lines, of whatever it is one."""
    for statement in material.reading.statements[:OPENING]:
        title = as_named(material.span(statement).quote)
        if title is not None:
            yield _with_quote(material, statement, title, rank)


def named_in_other_words(material: Material, rank: float) -> list[tuple[Item, Title]]:
    """Read a known title with which a heading or a sentence in another language begins."""
    for statement in (*material.reading.headings[:2], *material.reading.statements[:2]):
        title = in_other_words(material.span(statement).quote)
        if title is not None:
            return [_with_quote(material, statement, title, rank)]
    return []


def _with_quote(
    material: Material, statement: Statement, title: Title, rank: float
) -> tuple[Item, Title]:
    span = material.span(statement)
    title = without_name(title, span.quote)
    where = span.part(title.start, title.end)
    return Item(title.text, "SOURCE", where, None, rank), title
