"""
Where prospects are kept: in the library.

Each belongs to an owner, the caller whose key came with the request; no other one sees it.
"""

from __future__ import annotations

import sqlalchemy as sa

from octave_api.keeping.identity import new_oid, timestamp
from octave_api.keeping.tables import prospects
from octave_api.keeping.unit import Begin
from octave_api.scoring.prospects import Prospect, SaveProspectRequest

_BESIDE = {"metadata"}
"""Parts of an answer that are not of the prospect."""


class Prospects:
    """The prospects of a library, for all owners; `begin` gives its transactions."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin

    def save(self, owner: str, asked: SaveProspectRequest) -> Prospect | None:
        """Keep a prospect, new or in place of the one it names; None if there is no such one."""
        now = timestamp()
        with self._begin(write=True) as connection:
            before = None if asked.oid is None else self._find(connection, owner, asked.oid)
            if asked.oid is not None and before is None:
                return None
            kept = Prospect(
                oid=before.oid if before else new_oid("pr"),
                name=asked.name,
                created_at=before.created_at if before else now,
                updated_at=now,
                notes=asked.notes,
                entities=asked.entities,
            )
            body = kept.model_dump_json(by_alias=True, exclude=_BESIDE)
            if before is None:
                row = {"oid": kept.oid, "owner": owner, "body": body}
                connection.execute(sa.insert(prospects), [row])
            else:
                change = sa.update(prospects).where(prospects.c.oid == kept.oid)
                connection.execute(change.values(body=body))
        return kept

    def get(self, owner: str, oid: str) -> Prospect | None:
        """Give the owner's prospect with this id, or None."""
        with self._begin() as connection:
            return self._find(connection, owner, oid)

    def page(self, owner: str, *, limit: int, offset: int) -> tuple[list[Prospect], int]:
        """Give one page of the owner's prospects, newest first, and how many there are."""
        own = prospects.c.owner == owner
        page = sa.select(prospects.c.body).where(own).order_by(prospects.c.number.desc())
        count = sa.select(sa.func.count()).select_from(prospects).where(own)
        with self._begin() as connection:
            total = connection.execute(count).scalar_one()
            bodies = connection.execute(page.limit(limit).offset(offset)).scalars().all()
        return [Prospect.model_validate_json(body) for body in bodies], total

    def delete(self, owner: str, oid: str) -> bool:
        """Delete the owner's prospect with this id; False if there is no such one."""
        gone = sa.delete(prospects).where(prospects.c.owner == owner, prospects.c.oid == oid)
        with self._begin(write=True) as connection:
            return connection.execute(gone).rowcount > 0

    @staticmethod
    def _find(connection: sa.Connection, owner: str, oid: str) -> Prospect | None:
        query = sa.select(prospects.c.body)
        query = query.where(prospects.c.owner == owner, prospects.c.oid == oid)
        body = connection.execute(query).scalar_one_or_none()
        return None if body is None else Prospect.model_validate_json(body)
