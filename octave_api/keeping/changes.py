"""
A change in the making: what it adds, puts in place of something, and takes back.

Every state that an entity ever has is a version; a change holds the versions that belong
together. To undo a change puts back the states before it, as a change of its own, so that an
undo can be undone and nothing is ever lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from octave_api.contract import Persona, Segment
from octave_api.keeping import item_rows
from octave_api.keeping.identity import new_oid, timestamp
from octave_api.keeping.item_rows import PREFIXES, ItemKind, ItemState
from octave_api.keeping.rows import (
    Author,
    Entry,
    Version,
    add_change,
    newest_numbers,
    put,
    read_version,
)
from octave_api.keeping.tables import changes, item_versions, versions
from octave_api.keeping.touched import made_by


class OvertakenError(Exception):
    """What a change is to take back was changed again since; `oids` says where."""

    def __init__(self, oids: Sequence[str]) -> None:
        super().__init__("changed since")
        self.oids = tuple(oids)


class Change:
    """
    A change within a transaction; `Library.changing` makes it.

    Attributes:
        oid: The change's id, for an undo.
        at: Its time, which its versions share.
        versions: What it made so far: the new version's number by the id of an entity or
            an item.
    """

    def __init__(self, connection: sa.Connection, oid: str, action: str, author: Author) -> None:
        self._connection = connection
        self._action = action
        self._author = author
        self._begun = False
        self.oid = oid
        self.at = timestamp()
        self.versions: dict[str, int] = {}

    def newest(self, oid: str, *, deleted: bool = False) -> Version | None:
        """Give an entity's newest state and hold it until the end, or None."""
        number = newest_numbers(self._connection, [oid]).get(oid)
        found = None if number is None else read_version(self._connection, oid, number)
        if found is None or (found.entry.entity.deleted_at is not None and not deleted):
            return None
        return found

    def at_number(self, oid: str, number: int) -> Version | None:
        """Give a state of an entity, or None."""
        return read_version(self._connection, oid, number)

    def add(self, entries: Sequence[Entry]) -> None:
        """Keep new entities."""
        for entry in entries:
            self._put(entry, 1)

    def put(self, entry: Entry, after: Version) -> None:
        """Make this the state of an entity that follows one got by `newest`."""
        self._put(entry, after.number + 1)

    def item(self, kind: ItemKind, oid: str) -> ItemState | None:
        """Give the newest state of an item that is not deleted and hold it, or None."""
        found = item_rows.newest(self._connection, oid)
        if found is None or found.kind != kind or found.body.get("deletedAt") is not None:
            return None
        return found

    def add_item(self, kind: ItemKind, body: dict[str, Any]) -> dict[str, Any]:
        """Keep a new offering, brand voice, playbook or resource; give it with id and times."""
        times = {"createdAt": self.at, "updatedAt": self.at, "deletedAt": None}
        made = {"oId": new_oid(PREFIXES[kind]), **body, **times}
        self._put_item(ItemState(kind, 1, made))
        return made

    def put_item(self, after: ItemState, changes: dict[str, Any]) -> dict[str, Any]:
        """Make the state that follows one got by `item`, with these keys otherwise."""
        made = {**after.body, "updatedAt": self.at, **changes}
        self._put_item(ItemState(after.kind, after.number + 1, made))
        return made

    def take_back(self, change_oid: str) -> tuple[list[Entry], list[ItemState]] | None:
        """
        Put back what there was before another change; give all of it as it is then.

        What that change made is marked as deleted. None if there is no such change.

        Raises:
            OvertakenError: Something of it was changed again since.
        """
        known = sa.select(changes.c.oid).where(changes.c.oid == change_oid)
        if self._connection.execute(known).first() is None:
            return None
        made = made_by(self._connection, versions, change_oid)
        newest = newest_numbers(self._connection, list(made))
        items = made_by(self._connection, item_versions, change_oid)
        now = {oid: item_rows.newest(self._connection, oid) for oid in items}
        late = [oid for oid, number in made.items() if newest[oid] != number]
        late += [one.oid for one in now.values() if one and one.number != items[one.oid]]
        if late:
            raise OvertakenError(late)
        entries = [self._back(oid, number) for oid, number in made.items()]
        return entries, [self._item_back(one) for one in now.values() if one is not None]

    def _item_back(self, now: ItemState) -> ItemState:
        before = item_rows.at_number(self._connection, now, now.number - 1)
        body = before.body if before else {**now.body, "deletedAt": self.at}
        made = ItemState(now.kind, now.number + 1, body)
        self._put_item(made)
        return made

    def _back(self, oid: str, number: int) -> Entry:
        now = read_version(self._connection, oid, number)
        assert now is not None
        before = read_version(self._connection, oid, number - 1)
        entry = before.entry if before else replace(now.entry, entity=deleted(now.entry, self.at))
        self._put(entry, number + 1)
        return entry

    def _put(self, entry: Entry, number: int) -> None:
        self._begin()
        put(self._connection, entry, number, self.oid, self.at)
        self.versions[entry.entity.oid] = number

    def _put_item(self, state: ItemState) -> None:
        self._begin()
        item_rows.put(self._connection, state, self.oid)
        self.versions[state.oid] = state.number

    def _begin(self) -> None:
        if not self._begun:
            add_change(self._connection, self.oid, self._action, self._author, self.at)
            self._begun = True


def deleted(entry: Entry, at: str) -> Persona | Segment:
    """Give the entity marked as deleted at a time."""
    return entry.entity.model_copy(update={"deleted_at": at})
