"""
What is kept: entities with every version of them, their evidence, and what they are made with.

In one SQLite file, shared by the dashboard and the server: WAL, one transaction for
all that a request changes, writers wait for one another. A file that cannot
be used is refused before anything in it is changed, one of an older schema is
copied first. A PostgreSQL database serves as well.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event, exc
from sqlalchemy.pool import StaticPool

from octave_api.contract import Evidence, Kind, Persona, Segment
from octave_api.errors import LibraryError
from octave_api.keeping.answers import Answers
from octave_api.keeping.changes import Change
from octave_api.keeping.file import BUSY_SECONDS, back_up, check_file, explain, switch_to_wal
from octave_api.keeping.history import History
from octave_api.keeping.identity import new_oid
from octave_api.keeping.items import Items
from octave_api.keeping.prospects import Prospects
from octave_api.keeping.rows import Author, Entry, Version, read_entity, read_version
from octave_api.keeping.schema import prepare
from octave_api.keeping.search import Wanted, chosen_from, conditions, order
from octave_api.keeping.tables import SCHEMA_VERSION, changes, entities
from octave_api.keeping.unit import Units

__all__ = ["Author", "Entry", "Library", "Version", "Wanted", "default_path"]

MEMORY = ":memory:"
MAX_COUNTED = 100
"""So many searches are remembered with how much they found."""


def default_path() -> Path | str:
    """
    Give `OCTAVE_LIBRARY`, or else `library.db` in the user's data directory.

    A text that begins with `postgresql` is a database's address, not a file.
    """
    named = os.environ.get("OCTAVE_LIBRARY")
    if named:
        return named if _is_address(named) else Path(named)
    from platformdirs import user_data_path

    return user_data_path("octave-explorer", appauthor=False) / "library.db"


class Library:
    """
    The library at `path`; safe to use from many threads and processes.

    Args:
        path: A file, made when it is not there; `":memory:"` keeps nothing; an address
            that begins with `postgresql+psycopg://` is a database's; None is
            `default_path()`.

    Attributes:
        items: Offerings, brand voices, playbooks and resources.
        history: Versions, changes and tags, to read.
        answers: What was answered to requests with a key.
        prospects: What callers answered about prospects.

    Raises:
        LibraryError: The library cannot be used; a file is left as it was. `code` is
            one of `folder`, `no_access`, `not_a_library`, `newer`, `damaged`,
            `locked`, `full`, `backup`, `upgrade`, `unavailable`.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        chosen = default_path() if path is None else path
        # One connection serves all threads of a library in memory: they take turns.
        self._turn: contextlib.AbstractContextManager[Any] = contextlib.nullcontext()
        self.path, self._engine = self._open(os.fspath(chosen))
        self._units = Units(self._begin)
        self._counted: dict[Wanted, tuple[int | None, int]] = {}
        about = self._prepare()
        self.user_oid = about["user"]
        self.workspace_oid = about["workspace"]
        self.items = Items(self.transaction)
        self.history = History(self.transaction)
        self.answers = Answers(self.transaction)
        self.prospects = Prospects(self.transaction)

    def __repr__(self) -> str:
        return f"Library({self.path!r})"

    def save(
        self,
        entries: Sequence[Entry],
        *,
        action: str = "generated",
        author: Author | None = None,
    ) -> str:
        """Keep new entities, or, when one cannot be kept, none; give the change's id."""
        with self.changing(action, author) as change:
            change.add(entries)
        return change.oid

    @contextlib.contextmanager
    def changing(self, action: str, author: Author | None = None) -> Iterator[Change]:
        """
        Give a change to make in one transaction; nothing is kept if the block fails.

        Args:
            action: What is done, as a word: "generated", "edited", "archived", …
            author: By whom.
        """
        with self.transaction(write=True) as connection:
            yield Change(connection, new_oid("ch"), action, author or Author())

    def entity(self, oid: str) -> Persona | Segment | None:
        """Give the entity with this id, or None."""
        query = sa.select(entities.c.kind, entities.c.body)
        query = query.where(entities.c.oid == oid, entities.c.status != "deleted")
        with self.transaction() as connection:
            row = connection.execute(query).first()
        return read_entity(row.kind, row.body) if row else None

    def version(self, oid: str, number: int | None = None) -> Version | None:
        """Give a state of an entity that is not deleted, the newest without a number, or None."""
        query = sa.select(entities.c.version)
        query = query.where(entities.c.oid == oid, entities.c.status != "deleted")
        with self.transaction() as connection:
            newest = connection.execute(query).scalar_one_or_none()
            if newest is None:
                return None
            return read_version(connection, oid, newest if number is None else number)

    def evidence(self, oid: str) -> Evidence | None:
        """Give the evidence for the entity with this id, or None."""
        found = self.version(oid)
        return None if found is None else found.entry.evidence

    def entities(
        self, *, kind: Kind | None = None, text: str = "", limit: int = 10, offset: int = 0
    ) -> tuple[list[Persona | Segment], int]:
        """
        Give one page of what is not archived, newest first, and how many there are in all.

        Args:
            kind: Only personas or only segments.
            text: Only entities in which all of these words occur, in any letter case.
            limit: Length of the page.
            offset: How many to skip.
        """
        return self.find(Wanted(kind, text), limit=limit, offset=offset)

    def find(
        self, wanted: Wanted, *, limit: int = 10, offset: int = 0
    ) -> tuple[list[Persona | Segment], int]:
        """Give one page of the entities that are wanted, and how many there are in all."""
        indexed = self._engine.dialect.name == "sqlite"
        where = conditions(wanted, indexed=indexed)
        rows_of = chosen_from(wanted, indexed=indexed)
        page = sa.select(entities.c.kind, entities.c.body).select_from(rows_of).where(*where)
        page = page.order_by(*order(wanted, indexed=indexed)).limit(limit).offset(offset)
        count = sa.select(sa.func.count()).select_from(rows_of).where(*where)
        with self.transaction() as connection:
            rows = connection.execute(page).all()
            # A page that is not full tells itself how many there are.
            whole = len(rows) < limit and (rows or not offset)
            total = offset + len(rows) if whole else self._count(connection, wanted, count)
        return [read_entity(row.kind, row.body) for row in rows], total

    def _count(self, connection: sa.Connection, wanted: Wanted, count: sa.Select[Any]) -> int:
        """Count, but not again what was counted since the last change: all pages ask for it."""
        last = connection.execute(sa.select(sa.func.max(changes.c.number))).scalar_one()
        known = self._counted.get(wanted)
        if known is None or known[0] != last:
            known = (last, int(connection.execute(count).scalar_one()))
            if len(self._counted) >= MAX_COUNTED:
                self._counted.clear()
            self._counted[wanted] = known
        return known[1]

    def resource(self, oid_or_name: str) -> tuple[str, str] | None:
        """Give `(name, text)` of the resource with this oId, else the newest of this name."""
        return self.items.resource(oid_or_name)

    def check(self) -> None:
        """Read one row; raises `LibraryError` when the library does not answer."""
        with self.transaction() as connection:
            connection.execute(sa.select(entities.c.number).limit(1)).all()

    def close(self) -> None:
        """Give back all connections; a library in memory is gone."""
        self._engine.dispose()

    @contextlib.contextmanager
    def transaction(self, *, write: bool = False) -> Iterator[sa.Connection]:
        """Give a transaction, within `together` the one of all; who means to write says so."""
        connection = self._units.joined(write=write)
        if connection is not None:
            yield connection
            return
        with self._begin(write=write) as connection:
            yield connection

    def together(
        self, first: Callable[[sa.Connection], None] | None = None
    ) -> contextlib.AbstractContextManager[None]:
        """
        Make one transaction of all that this thread writes in a block.

        It begins with the first write, so that what is slow and only reads holds up nobody, and
        is kept when the block ends, or not at all when it fails.

        Args:
            first: What the transaction begins with.
        """
        return self._units.one(first)

    @contextlib.contextmanager
    def _begin(self, *, write: bool) -> Iterator[sa.Connection]:
        try:
            with self._turn, self._engine.connect() as connection:
                connection = connection.execution_options(writes=write)
                with connection.begin():
                    yield connection
        except exc.DBAPIError as error:
            raise explain(error.orig, self.path) from error

    def _open(self, chosen: str) -> tuple[str, sa.Engine]:
        """Give the path to show, and the engine; look at a file before it is opened."""
        if _is_address(chosen):
            return _database(chosen)
        if chosen == MEMORY:
            self._turn = threading.RLock()
            engine = sa.create_engine(
                "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
            )
            path = MEMORY
        else:
            path = str(Path(chosen).expanduser())
            schema = check_file(Path(path), SCHEMA_VERSION)
            if schema is not None and schema < SCHEMA_VERSION:
                back_up(Path(path), schema)
            engine = sa.create_engine(
                sa.URL.create("sqlite", database=path),
                connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
            )
        event.listen(engine, "connect", _on_file if path != MEMORY else _on_memory)
        event.listen(engine, "begin", _on_begin)
        return path, engine

    def _prepare(self) -> dict[str, str]:
        try:
            with self.transaction(write=True) as connection:
                return prepare(connection)
        except (LibraryError, ValueError, KeyError, sa.exc.SQLAlchemyError) as error:
            # A file was opened before: one that does not answer now has not the tables it should.
            said = isinstance(error, LibraryError) and error.code != "unavailable"
            if said or self._engine.dialect.name != "sqlite":
                raise
            sentence = (
                "The library is of an older version and could not be brought up to date; "
                "it was left as it was, with a copy beside it."
            )
            raise LibraryError("upgrade", sentence, path=self.path) from error


def _is_address(path: str) -> bool:
    return path.startswith(("postgresql:", "postgresql+"))


def _database(address: str) -> tuple[str, sa.Engine]:
    # Neither the driver's complaint nor our own may repeat an address with a password in it.
    shown = "a PostgreSQL database"
    try:
        url = sa.make_url(address).set(drivername="postgresql+psycopg")
        shown = url.render_as_string(hide_password=True)
        return shown, sa.create_engine(url, pool_pre_ping=True)
    except (exc.ArgumentError, ValueError, ImportError) as error:
        sentence = "The address is none of a PostgreSQL database, or psycopg is not installed."
        raise LibraryError("unavailable", sentence, path=shown) from error


def _on_memory(connection: Any, _: object) -> None:
    # The driver would otherwise begin transactions by itself, and late.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")


def _on_file(connection: Any, record: object) -> None:
    _on_memory(connection, record)
    switch_to_wal(connection)
    # What was answered as kept is kept, also when the power goes.
    connection.execute("PRAGMA synchronous = FULL")


def _on_begin(connection: sa.Connection) -> None:
    # A writer that begins as a reader fails at its first write instead of waiting.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
