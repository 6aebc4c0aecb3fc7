"""What a change touched: which versions it made of which entities and items."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from octave_api.keeping.item_rows import name_of
from octave_api.keeping.tables import entities, item_versions, items, versions


@dataclass(frozen=True, slots=True)
class Touched:
    """That a change touched a thing, what that is called, and whether it is like that still."""

    change: str
    oid: str
    name: str
    newest: bool


def made_by(connection: sa.Connection, of: sa.Table, change_oid: str) -> dict[str, int]:
    """Give the numbers that a change's rows have in a table of versions, by the things' ids."""
    query = sa.select(of.c.oid, of.c.number).where(of.c.change == change_oid)
    return {row.oid: row.number for row in connection.execute(query.order_by(of.c.oid))}


def touched_by(connection: sa.Connection, change_oids: Sequence[str]) -> Iterator[Touched]:
    """Give what changes touched: entities, the oldest first, then items."""
    of_entities = _select(versions, entities.c.version)
    of_entities = of_entities.join(entities, entities.c.oid == versions.c.oid)
    last = sa.select(item_versions.c.oid, sa.func.max(item_versions.c.number).label("number"))
    newest = last.group_by(item_versions.c.oid).subquery()
    of_items = _select(item_versions, newest.c.number)
    of_items = of_items.join(items, items.c.oid == item_versions.c.oid)
    of_items = of_items.join(newest, newest.c.oid == item_versions.c.oid)
    for query, by in (
        (of_entities.where(versions.c.change.in_(change_oids)), entities.c.number),
        (of_items.where(item_versions.c.change.in_(change_oids)), items.c.number),
    ):
        for row in connection.execute(query.order_by(by)):
            name = name_of(json.loads(row.body))
            yield Touched(row.change, row.oid, name, bool(row.newest))


def _select(of: sa.Table, newest: sa.ColumnElement[int]) -> sa.Select[Any]:
    is_newest = (of.c.number == newest).label("newest")
    return sa.select(of.c.change, of.c.oid, of.c.body, is_newest).select_from(of)
