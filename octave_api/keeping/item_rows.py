"""The rows of offerings, brand voices, playbooks and resources: each state is a version."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from octave_api.keeping.tables import item_versions, items

ItemKind = Literal["product", "brand_voice", "playbook", "resource"]

PREFIXES: dict[ItemKind, str] = {
    "product": "px",
    "brand_voice": "bv",
    "playbook": "pb",
    "resource": "rs",
}
"""How the ids of each kind begin."""

_NOT_SEARCHED = ("oId", "createdAt", "updatedAt", "deletedAt")


@dataclass(frozen=True, slots=True)
class ItemState:
    """A state of an item: its body under the contract's keys, and its number from 1."""

    kind: ItemKind
    number: int
    body: dict[str, Any]

    @property
    def oid(self) -> str:
        """Give the item's id."""
        return str(self.body["oId"])


def name_of(body: dict[str, Any]) -> str:
    """Give what an item is called; brand voices have a title."""
    return str(body.get("name") or body.get("title") or "")


def put(connection: sa.Connection, state: ItemState, change_oid: str) -> None:
    """Make this an item's newest state."""
    said = {key: value for key, value in state.body.items() if key not in _NOT_SEARCHED}
    row = {
        "oid": state.oid,
        "kind": state.kind,
        "name": name_of(state.body).replace("\0", ""),
        "created_at": state.body["createdAt"],
        "deleted_at": state.body.get("deletedAt"),
        "searchable": json.dumps(said, ensure_ascii=False).casefold(),
        "body": json.dumps(state.body),
    }
    if state.number == 1:
        connection.execute(sa.insert(items), [row])
    else:
        connection.execute(sa.update(items).where(items.c.oid == state.oid).values(**row))
    version = {"oid": state.oid, "number": state.number, "change": change_oid, "body": row["body"]}
    connection.execute(sa.insert(item_versions), [version])


def newest(connection: sa.Connection, oid: str) -> ItemState | None:
    """Give an item's newest state and hold it until the end of the transaction, or None."""
    query = sa.select(items.c.kind, items.c.body).where(items.c.oid == oid).with_for_update()
    row = connection.execute(query).first()
    if row is None:
        return None
    number = sa.select(sa.func.max(item_versions.c.number)).where(item_versions.c.oid == oid)
    return ItemState(row.kind, connection.execute(number).scalar_one(), json.loads(row.body))


def at_number(connection: sa.Connection, now: ItemState, number: int) -> ItemState | None:
    """Give an earlier state of an item, or None."""
    query = sa.select(item_versions.c.body)
    query = query.where(item_versions.c.oid == now.oid, item_versions.c.number == number)
    body = connection.execute(query).scalar_one_or_none()
    return None if body is None else ItemState(now.kind, number, json.loads(body))


def made_by(connection: sa.Connection, change_oid: str) -> dict[str, int]:
    """Give which versions of which items a change made."""
    query = sa.select(item_versions.c.oid, item_versions.c.number)
    query = query.where(item_versions.c.change == change_oid).order_by(item_versions.c.oid)
    return {row.oid: row.number for row in connection.execute(query)}


@dataclass(frozen=True, slots=True)
class Touched:
    """That a change touched an item, what it is called, and whether it is like that still."""

    change: str
    oid: str
    name: str
    newest: bool


def touched_by(connection: sa.Connection, change_oids: Sequence[str]) -> list[Touched]:
    """Give what changes did to items, oldest item first."""
    last = sa.select(item_versions.c.oid, sa.func.max(item_versions.c.number).label("number"))
    last = last.group_by(item_versions.c.oid)
    newest_of = last.subquery()
    query = (
        sa.select(
            item_versions.c.change,
            item_versions.c.oid,
            item_versions.c.body,
            (item_versions.c.number == newest_of.c.number).label("newest"),
        )
        .join(items, items.c.oid == item_versions.c.oid)
        .join(newest_of, newest_of.c.oid == item_versions.c.oid)
        .where(item_versions.c.change.in_(change_oids))
        .order_by(items.c.number)
    )
    return [
        Touched(row.change, row.oid, name_of(json.loads(row.body)), bool(row.newest))
        for row in connection.execute(query)
    ]
