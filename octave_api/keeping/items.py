"""
What entities are made with and linked to, to read: offerings, brand voices, playbooks, resources.

Each is kept as JSON under its kind; a `Change` writes them. A resource's text is the only part
that RESOURCE sources need; an offering's words are the context of the generate calls.
"""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa

from octave_api.keeping.item_rows import ItemKind
from octave_api.keeping.search import words_of
from octave_api.keeping.tables import about, items
from octave_api.keeping.unit import Begin

_COMPANY = ("company", "company_text")


class Items:
    """The items of a library; `begin` gives its transactions."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin

    def get(self, kind: ItemKind, oid: str) -> dict[str, Any] | None:
        """Give the item of this kind and id, or None."""
        query = sa.select(items.c.body).where(*_live(kind), items.c.oid == oid)
        with self._begin() as connection:
            body = connection.execute(query).scalar_one_or_none()
        return None if body is None else dict(json.loads(body))

    def page(
        self,
        kind: ItemKind,
        *,
        text: str = "",
        limit: int = 10,
        offset: int = 0,
        having: dict[str, str] | None = None,
    ) -> tuple[list[dict[str, Any]], int]:
        """
        Give one page, newest first, and how many there are in all.

        Args:
            kind: What to list.
            text: Only items in which all of its words occur.
            limit, offset: Which page.
            having: Only items whose body has these values under these keys.
        """
        where = _live(kind)
        for word in words_of(text):
            written = json.dumps(word, ensure_ascii=False)[1:-1]
            where.append(items.c.searchable.contains(written, autoescape=True))
        for key, value in (having or {}).items():
            if key == "oId":
                where.append(items.c.oid == value)
                continue
            written = json.dumps({key: value}, ensure_ascii=False)[1:-1].casefold()
            where.append(items.c.searchable.contains(written, autoescape=True))
        query = sa.select(items.c.body).where(*where).order_by(items.c.number.desc())
        count = sa.select(sa.func.count()).select_from(items).where(*where)
        with self._begin() as connection:
            total = connection.execute(count).scalar_one()
            bodies = connection.execute(query.limit(limit).offset(offset)).scalars().all()
        return [dict(json.loads(body)) for body in bodies], total

    def ids(self, kind: ItemKind) -> tuple[str, ...]:
        """Give the ids of all items of a kind, oldest first."""
        query = sa.select(items.c.oid).where(*_live(kind)).order_by(items.c.number)
        with self._begin() as connection:
            return tuple(connection.execute(query).scalars())

    def resource(self, oid_or_name: str) -> tuple[str, str] | None:
        """Give `(name, text)` of the resource with this oId, else the newest of this name."""
        sought = oid_or_name.replace("\0", "")
        query = sa.select(items.c.body).where(*_live("resource"))
        query = query.where(sa.or_(items.c.oid == sought, items.c.name == sought))
        query = query.order_by(items.c.oid != sought, items.c.number.desc())
        with self._begin() as connection:
            found = connection.execute(query.limit(1)).scalar_one_or_none()
        if found is None:
            return None
        body = json.loads(found)
        return body["name"], body["text"]

    def company(self) -> tuple[str, str]:
        """Give the workspace's company: its name and what it sells, each "" where unset."""
        query = sa.select(about).where(about.c.name.in_(_COMPANY))
        with self._begin() as connection:
            known = {row.name: json.loads(row.value) for row in connection.execute(query)}
        return known.get("company", ""), known.get("company_text", "")

    def set_company(self, name: str, text: str) -> None:
        """Say whose workspace this is."""
        values = zip(_COMPANY, (name, text), strict=True)
        rows = [{"name": key, "value": json.dumps(value)} for key, value in values]
        with self._begin(write=True) as connection:
            connection.execute(sa.delete(about).where(about.c.name.in_(_COMPANY)))
            connection.execute(sa.insert(about), rows)


def _live(kind: ItemKind) -> list[sa.ColumnElement[bool]]:
    return [items.c.kind == kind, items.c.deleted_at.is_(None)]
