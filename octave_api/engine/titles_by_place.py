"""
The titles that the first lines of a source introduce, each with its quote.
"""

from __future__ import annotations

from collections.abc import Iterator

from octave_api.engine.draft import Statement
from octave_api.engine.introduced import (
    after_label,
    as_first_line,
    as_named,
    as_predicate,
    as_subject,
    in_other_words,
)
from octave_api.engine.items import Item
from octave_api.engine.material import Material
from octave_api.engine.roles import Title

OPENING = 12
"""How many statements may say who somebody is, where no heading does."""


def introduced(material: Material, rank: float) -> Iterator[tuple[Item, Title]]:
    """Find what somebody is said to be, and those of whom the first lines tell."""
    for place, statement in enumerate(material.reading.statements[:OPENING]):
        quote = material.span(statement).quote
        title = as_predicate(quote) or as_subject(quote)
        if title is None and place == 0 and not statement.headings:
            title = after_label(quote) or as_first_line(quote)
        if title is not None:
            yield _with_quote(material, statement, title, rank)


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
    where = material.span(statement).part(title.start, title.end)
    return Item(title.text, "SOURCE", where, None, rank), title
