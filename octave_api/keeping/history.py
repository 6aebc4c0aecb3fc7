"""The library's memory, to read: the versions of an entity, what was changed, and the tags."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from octave_api.keeping.rows import Author
from octave_api.keeping.tables import changes, entities, tags, versions
from octave_api.keeping.touched import Touched, touched_by
from octave_api.keeping.unit import Begin


@dataclass(frozen=True, slots=True)
class Saved:
    """That an entity was saved: which version, when, by whom, how, and with which tags."""

    oid: str
    number: int
    change_oid: str
    at: str
    author: Author
    action: str
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """A change: its time, its author, what was done to which things, and may it be undone."""

    oid: str
    at: str
    author: Author
    action: str
    entities: tuple[tuple[str, str], ...]
    undoable: bool


_SAVED = sa.select(
    versions.c.oid,
    versions.c.number,
    versions.c.beside,
    changes.c.oid.label("change"),
    changes.c.at,
    changes.c.author,
    changes.c.via,
    changes.c.action,
).join(changes, changes.c.oid == versions.c.change)


class History:
    """What a library remembers; `begin` gives its transactions."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin

    def versions(self, oid: str) -> list[Saved]:
        """Give all versions of an entity, newest first; none of an unknown or deleted one."""
        query = _SAVED.join(entities, entities.c.oid == versions.c.oid)
        query = query.where(versions.c.oid == oid, entities.c.status != "deleted")
        with self._begin() as connection:
            rows = connection.execute(query.order_by(versions.c.number.desc())).all()
        return [_saved(row) for row in rows]

    def newest(self, oids: Sequence[str]) -> dict[str, Saved]:
        """Give how each of these entities was saved last."""
        newest = sa.and_(entities.c.oid == versions.c.oid, entities.c.version == versions.c.number)
        query = _SAVED.join(entities, newest).where(entities.c.oid.in_(oids))
        with self._begin() as connection:
            return {row.oid: _saved(row) for row in connection.execute(query)}

    def changes(self, *, limit: int = 10, offset: int = 0) -> tuple[list[Done], int]:
        """Give one page of all changes, newest first, and how many there are."""
        page = sa.select(changes).order_by(changes.c.number.desc()).limit(limit).offset(offset)
        count = sa.select(sa.func.count()).select_from(changes)
        with self._begin() as connection:
            total = connection.execute(count).scalar_one()
            rows = connection.execute(page).all()
            touched: dict[str, list[Touched]] = {row.oid: [] for row in rows}
            for one in touched_by(connection, list(touched)):
                touched[one.change].append(one)
        found = [
            Done(
                row.oid,
                row.at,
                Author(row.author, row.via),
                row.action,
                tuple((one.oid, one.name) for one in touched[row.oid]),
                bool(touched[row.oid]) and all(one.newest for one in touched[row.oid]),
            )
            for row in rows
        ]
        return found, total

    def tags(self) -> list[tuple[str, int]]:
        """Give every tag in use and how many entities carry it, by name."""
        query = sa.select(tags.c.tag, sa.func.count()).join(entities, entities.c.oid == tags.c.oid)
        query = query.where(entities.c.status != "deleted").group_by(tags.c.tag)
        with self._begin() as connection:
            found = [(str(tag), int(count)) for tag, count in connection.execute(query)]
        return sorted(found)


def _saved(row: Any) -> Saved:
    beside = json.loads(row.beside)
    return Saved(
        row.oid,
        row.number,
        row.change,
        row.at,
        Author(row.author, row.via),
        row.action,
        tuple(beside["tags"]),
        tuple(beside["links"]),
    )
