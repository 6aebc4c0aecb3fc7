"""
What is kept: entities, the evidence for them, and resources, in one SQLite file.

The file is shared by the dashboard and the server: WAL, one transaction for
all that a request generates, writers wait for one another. A file that cannot
be used is refused before anything in it is changed.
"""

from __future__ import annotations

import contextlib
import json
import os
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event, exc
from sqlalchemy.pool import StaticPool

from octave_api.contract import Evidence, Kind, Persona, Segment
from octave_api.identity import new_oid, timestamp
from octave_api.library_file import BUSY_SECONDS, check_file, explain, switch_to_wal

MEMORY = ":memory:"
SCHEMA_VERSION = 1

_tables = sa.MetaData()

_about = sa.Table(
    "octave_about",
    _tables,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
_entities = sa.Table(
    "entities",
    _tables,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("oid", sa.Text, nullable=False, unique=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("created_at", sa.Text, nullable=False),
    sa.Column("deleted_at", sa.Text),
    sa.Column("searchable", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("asked_with", sa.Text, nullable=False),
    sa.Index("entities_newest", "kind", "number"),
    sqlite_autoincrement=True,
)
_evidence = sa.Table(
    "evidence",
    _tables,
    sa.Column("oid", sa.ForeignKey("entities.oid", ondelete="CASCADE"), primary_key=True),
    sa.Column("body", sa.Text, nullable=False),
)
_resources = sa.Table(
    "resources",
    _tables,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("oid", sa.Text, nullable=False, unique=True),
    sa.Column("name", sa.Text, nullable=False, index=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("created_at", sa.Text, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """
    A generated entity with its evidence.

    `asked_with` holds what the request named beside the sources (offering,
    linking, playbook, brand voice), under the contract's keys.
    """

    kind: Kind
    entity: Persona | Segment
    evidence: Evidence
    asked_with: dict[str, Any] = field(default_factory=dict)


def default_path() -> Path:
    """Give `OCTAVE_LIBRARY`, or else `library.db` in the user's data directory."""
    named = os.environ.get("OCTAVE_LIBRARY")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("octave-explorer", appauthor=False) / "library.db"


class Library:
    """
    The library at `path`; safe to use from many threads and processes.

    Args:
        path: A file, made when it is not there; `":memory:"` keeps nothing;
            None is `default_path()`.

    Raises:
        LibraryError: The file cannot be used; it is left as it was. `code` is
            one of `folder`, `no_access`, `not_a_library`, `newer`, `damaged`,
            `locked`, `unavailable`.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        chosen = default_path() if path is None else path
        self.path = MEMORY if os.fspath(chosen) == MEMORY else str(Path(chosen).expanduser())
        # One connection serves all threads of a library in memory: they take turns.
        self._turn: contextlib.AbstractContextManager[Any] = contextlib.nullcontext()
        if self.path == MEMORY:
            self._turn = threading.RLock()
            self._engine = sa.create_engine(
                "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
            )
        else:
            check_file(Path(self.path), SCHEMA_VERSION)
            self._engine = sa.create_engine(
                sa.URL.create("sqlite", database=self.path),
                connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
            )
        event.listen(self._engine, "connect", self._on_connect)
        event.listen(self._engine, "begin", _on_begin)
        with self._begin(write=True) as connection:
            _tables.create_all(connection)
            about = self._read_about(connection)
        self.user_oid = about["user"]
        self.workspace_oid = about["workspace"]

    def __repr__(self) -> str:
        return f"Library({self.path!r})"

    def save(self, entries: Sequence[Entry]) -> None:
        """Keep all entries, or, when one cannot be kept, none."""
        if not entries:
            return
        with self._begin(write=True) as connection:
            connection.execute(sa.insert(_entities), [_entity_row(entry) for entry in entries])
            connection.execute(
                sa.insert(_evidence),
                [{"oid": entry.entity.oid, "body": entry.evidence.to_json()} for entry in entries],
            )

    def entity(self, oid: str) -> Persona | Segment | None:
        """Give the entity with this id, or None."""
        query = sa.select(_entities.c.kind, _entities.c.body).where(_entities.c.oid == oid)
        with self._begin() as connection:
            row = connection.execute(query.where(_entities.c.deleted_at.is_(None))).first()
        return _read_entity(row.kind, row.body) if row else None

    def entities(
        self, *, kind: Kind | None = None, text: str = "", limit: int = 10, offset: int = 0
    ) -> tuple[list[Persona | Segment], int]:
        """
        Give one page, newest first, and how many there are in all.

        Args:
            kind: Only personas or only segments.
            text: Only entities that contain this anywhere, in any letter case.
            limit: Length of the page.
            offset: How many to skip.
        """
        where: list[sa.ColumnElement[bool]] = [_entities.c.deleted_at.is_(None)]
        if kind:
            where.append(_entities.c.kind == kind)
        if text.strip():
            sought = text.strip().casefold()
            where.append(_entities.c.searchable.contains(sought, autoescape=True))
        page = sa.select(_entities.c.kind, _entities.c.body).where(*where)
        page = page.order_by(_entities.c.number.desc()).limit(limit).offset(offset)
        count = sa.select(sa.func.count()).select_from(_entities).where(*where)
        with self._begin() as connection:
            total = connection.execute(count).scalar_one()
            rows = connection.execute(page).all()
        return [_read_entity(row.kind, row.body) for row in rows], total

    def evidence(self, oid: str) -> Evidence | None:
        """Give the evidence for the entity with this id, or None."""
        query = sa.select(_evidence.c.body).join(_entities)
        query = query.where(_evidence.c.oid == oid, _entities.c.deleted_at.is_(None))
        with self._begin() as connection:
            body = connection.execute(query).scalar_one_or_none()
        return None if body is None else Evidence.model_validate_json(body)

    def add_resource(self, name: str, text: str) -> str:
        """Keep a text that RESOURCE sources can name; give its oId."""
        oid = new_oid("rs")
        row = {"oid": oid, "name": name, "text": text, "created_at": timestamp()}
        with self._begin(write=True) as connection:
            connection.execute(sa.insert(_resources), [row])
        return oid

    def resource(self, oid_or_name: str) -> tuple[str, str] | None:
        """Give `(name, text)` of the resource with this oId, else the newest of this name."""
        table = _resources.c
        query = sa.select(table.name, table.text)
        query = query.where(sa.or_(table.oid == oid_or_name, table.name == oid_or_name))
        query = query.order_by(table.oid != oid_or_name, table.number.desc())
        with self._begin() as connection:
            row = connection.execute(query.limit(1)).first()
        return (row.name, row.text) if row else None

    def check(self) -> None:
        """Read one row; raises `LibraryError` when the library does not answer."""
        with self._begin() as connection:
            self._read_about(connection)

    def close(self) -> None:
        """Give back all connections; a library in memory is gone."""
        self._engine.dispose()

    @contextlib.contextmanager
    def _begin(self, *, write: bool = False) -> Iterator[sa.Connection]:
        try:
            with self._turn, self._engine.connect() as connection:
                connection = connection.execution_options(writes=write)
                with connection.begin():
                    yield connection
        except exc.DBAPIError as error:
            raise explain(error.orig, self.path) from error

    def _read_about(self, connection: sa.Connection) -> dict[str, str]:
        about = {row.name: row.value for row in connection.execute(sa.select(_about))}
        if not about:
            about = {
                "schema": str(SCHEMA_VERSION),
                "user": new_oid("u"),
                "workspace": new_oid("wa"),
            }
            rows = [{"name": name, "value": value} for name, value in about.items()]
            connection.execute(sa.insert(_about), rows)
        return about

    def _on_connect(self, connection: Any, _: object) -> None:
        # The driver would otherwise begin transactions by itself, and late.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        if self.path != MEMORY:
            switch_to_wal(connection)


def _on_begin(connection: sa.Connection) -> None:
    # A writer that begins as a reader fails at its first write instead of waiting.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _entity_row(entry: Entry) -> dict[str, Any]:
    entity = entry.entity
    return {
        "oid": entity.oid,
        "kind": entry.kind,
        "created_at": entity.created_at or timestamp(),
        "searchable": "\n".join(_texts(entity.to_dict())).replace("\0", "").casefold(),
        "body": entity.to_json(),
        "asked_with": json.dumps(entry.asked_with),
    }


_NOT_SEARCHED = {"oId", "createdAt", "updatedAt", "user", "workspace", "fitType", "weight"}


def _texts(value: object) -> Iterator[str]:
    """Give every text of an entity that somebody may look for."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in _NOT_SEARCHED:
                yield from _texts(item)


def _read_entity(kind: str, body: str) -> Persona | Segment:
    model = Segment if kind == "segment" else Persona
    return model.model_validate_json(body)
