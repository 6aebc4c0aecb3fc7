"""
Answers that are kept by their caller's key, so that a request sent twice is carried out once.

An answer is kept in the transaction that made what it tells of: both are there, or neither.
It stays for a day; of very many, the newest stay.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import sqlalchemy as sa

from octave_api.keeping.identity import timestamp
from octave_api.keeping.tables import answers
from octave_api.keeping.unit import Begin

KEPT_SECONDS = 24 * 3600
MAX_ANSWERS = 10_000
MAX_BYTES = 200_000_000
"""So much of the library's file may be answers, packed."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Whose key it is, the key, and a digest of the request that it came with."""

    owner: str
    key: str
    request: str


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that was given, and the digest of the request that it was given to."""

    request: str
    status: int
    body: bytes


class TakenError(Exception):
    """Another request with this key has been carried out meanwhile."""


class Answers:
    """The kept answers of a library; `begin` gives its transactions."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin

    def find(self, owner: str, key: str) -> Kept | None:
        """Give the answer that was given under a key within the last day, or None."""
        query = sa.select(answers).where(answers.c.owner == owner, answers.c.key == key)
        with self._begin() as connection:
            row = connection.execute(query.where(answers.c.at >= _oldest())).first()
        return None if row is None else Kept(row.request, row.status, zlib.decompress(row.body))

    def claim(self, connection: sa.Connection, slot: Slot) -> None:
        """
        Take a key within a transaction, before anything else is written in it.

        Another transaction that has taken it is waited for.

        Raises:
            TakenError: Its answer is kept by now; this transaction must end.
        """
        own = sa.and_(answers.c.owner == slot.owner, answers.c.key == slot.key)
        connection.execute(sa.delete(answers).where(own, answers.c.at < _oldest()))
        row = {"owner": slot.owner, "key": slot.key, "request": slot.request, "at": timestamp()}
        try:
            connection.execute(sa.insert(answers), [{**row, "size": 0, "status": 0, "body": b""}])
        except sa.exc.IntegrityError:
            raise TakenError from None

    def fill(self, slot: Slot, status: int, body: bytes) -> None:
        """Keep the answer under the key that this transaction has taken."""
        packed = zlib.compress(body, 1)
        change = sa.update(answers).where(answers.c.owner == slot.owner, answers.c.key == slot.key)
        with self._begin(write=True) as connection:
            connection.execute(change.values(status=status, body=packed, size=len(packed)))

    def prune(self) -> None:
        """Forget what is older than a day, and the oldest of too many."""
        newest_first = answers.c.at.desc()
        counted = sa.select(
            answers.c.at,
            sa.func.row_number().over(order_by=newest_first).label("number"),
            sa.func.sum(answers.c.size).over(order_by=newest_first).label("total"),
        ).subquery()
        over = sa.or_(
            counted.c.at < _oldest(),
            counted.c.number > MAX_ANSWERS,
            counted.c.total > MAX_BYTES,
        )
        with self._begin() as connection:
            newest = connection.execute(sa.select(sa.func.max(counted.c.at)).where(over))
            until = newest.scalar_one()
        if until is not None:
            with self._begin(write=True) as connection:
                connection.execute(sa.delete(answers).where(answers.c.at <= until))


def _oldest() -> str:
    return timestamp(seconds_ago=KEPT_SECONDS)
