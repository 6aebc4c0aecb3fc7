"""
A change in the making: what it adds, puts in place of something, and takes back.

Every state that an entity ever has is a version; a change holds the versions that belong
together. To undo a change puts back the states before it, as a change of its own, so that an
undo can be undone and nothing is ever lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa

from octave_api.contract import Persona, Segment
from octave_api.keeping.identity import timestamp
from octave_api.keeping.rows import (
    Author,
    Entry,
    Version,
    add_change,
    newest_numbers,
    put,
    read_version,
)
from octave_api.keeping.tables import changes, versions


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
        versions: What it made so far: the new version's number by the entity's id.
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

    def take_back(self, change_oid: str) -> list[Entry] | None:
        """
        Put back what there was before another change; give the entities as they are then.

        What that change made is marked as deleted. None if there is no such change.

        Raises:
            OvertakenError: Something of it was changed again since.
        """
        known = sa.select(changes.c.oid).where(changes.c.oid == change_oid)
        if self._connection.execute(known).first() is None:
            return None
        query = sa.select(versions.c.oid, versions.c.number)
        query = query.where(versions.c.change == change_oid).order_by(versions.c.oid)
        made = {row.oid: row.number for row in self._connection.execute(query)}
        newest = newest_numbers(self._connection, list(made))
        if late := [oid for oid, number in made.items() if newest[oid] != number]:
            raise OvertakenError(late)
        return [self._back(oid, number) for oid, number in made.items()]

    def _back(self, oid: str, number: int) -> Entry:
        now = read_version(self._connection, oid, number)
        assert now is not None
        before = read_version(self._connection, oid, number - 1)
        entry = before.entry if before else replace(now.entry, entity=deleted(now.entry, self.at))
        self._put(entry, number + 1)
        return entry

    def _put(self, entry: Entry, number: int) -> None:
        if not self._begun:
            add_change(self._connection, self.oid, self._action, self._author, self.at)
            self._begun = True
        put(self._connection, entry, number, self.oid, self.at)
        self.versions[entry.entity.oid] = number


def deleted(entry: Entry, at: str) -> Persona | Segment:
    """Give the entity marked as deleted at a time."""
    return entry.entity.model_copy(update={"deleted_at": at})
