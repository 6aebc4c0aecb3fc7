"""
Leads: the label right before a statement that says in a few words what the statement is about.

"**Double entry.** Each order is typed twice." is one point; the lead and what explains it are
quoted together.
"""

from __future__ import annotations

from collections.abc import Sequence

from octave_api.contract import Kind
from octave_api.engine.draft import Document, Sorted, Statement
from octave_api.engine.headings import FIELDS, heading_field
from octave_api.engine.items import Item, Span
from octave_api.engine.reading import Reading

_MARKS = 12
"""Marks that may stand between a label and what it announces."""


def lead_of(
    near: Statement | None, statement: Statement, what: Sorted, kind: Kind
) -> Statement | None:
    """
    Give the lead-in that belongs to a statement ("Manage incidents: When I am on call, …").

    It is right before the statement, is no field's name, and says in a few words what the
    statement is about; then both are quoted together.
    """
    if near is None or not what.heading or not statement.headings:
        return None
    nearest = statement.headings[-1]
    if nearest == what.heading or near.text != nearest or not 1 <= len(nearest.split()) <= 6:
        return None
    return None if heading_field(near.text, kind) in FIELDS else near


def drop_label(items: list[Item], whole: Span, label: Statement) -> None:
    """Take out a point that was only the label of the next one: both are told together."""
    last = items[-1].span if items else None
    same = last is not None and (last.source, last.start) == (whole.source, whole.start)
    if same and last is not None and last.end <= label.end:
        items.pop()


def labels_before(
    reading: Reading, documents: Sequence[Document]
) -> dict[tuple[int, int], Statement]:
    """Map a statement's source and start to the label before it, with only marks between them."""
    ends = {(heading.source, heading.end): heading for heading in reading.headings}
    found = {}
    for statement in reading.statements:
        text = documents[statement.source].text
        place = statement.start
        while place > 0 and statement.start - place < _MARKS and not text[place - 1].isalnum():
            place -= 1
            if (statement.source, place) in ends:
                found[statement.source, statement.start] = ends[statement.source, place]
                break
    return found
