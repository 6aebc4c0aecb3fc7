"""The rows of offerings, brand voices, playbooks and resources: each state is a version."""

from __future__ import annotations

import json
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
    """Give what an item, or an entity, is called; brand voices have a title."""
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
