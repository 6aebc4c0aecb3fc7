"""Making the tables of a new library, and leading an old one to the newest schema."""

from __future__ import annotations

import sqlalchemy as sa

from octave_api.keeping import migrations
from octave_api.keeping.identity import new_oid
from octave_api.keeping.tables import SCHEMA_VERSION, SEARCH_INDEX, about, tables

_SOME_NUMBER = 707_812_026
"""Names the lock that PostgreSQL's makers of the tables take one after the other."""
_TRIGRAMS = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX IF NOT EXISTS entities_text ON entities USING gin (searchable gin_trgm_ops)",
)


def prepare(connection: sa.Connection) -> dict[str, str]:
    """
    Make the newest tables in a transaction that writes; give the rows of `octave_about`.

    Another process may have done it meanwhile: then there is nothing left to do.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_SOME_NUMBER})")
    known = set(sa.inspect(connection).get_table_names())
    if about.name not in known:
        _create(connection)
    rows = _read(connection)
    if int(rows["schema"]) < SCHEMA_VERSION:
        migrations.run(connection, int(rows["schema"]))
        rows = _read(connection)
    return rows


def _read(connection: sa.Connection) -> dict[str, str]:
    return {row.name: row.value for row in connection.execute(sa.select(about))}


def _create(connection: sa.Connection) -> None:
    tables.create_all(connection)
    if connection.dialect.name == "sqlite":
        for statement in SEARCH_INDEX:
            connection.exec_driver_sql(statement)
    else:
        _trigrams(connection)
    migrations.stamp(connection, SCHEMA_VERSION)
    values = {
        "schema": str(SCHEMA_VERSION),
        "user": new_oid("u"),
        "workspace": new_oid("wa"),
    }
    rows = [{"name": name, "value": value} for name, value in values.items()]
    connection.execute(sa.insert(about), rows)


def _trigrams(connection: sa.Connection) -> None:
    """Index the texts where the server has what it takes; without, each is looked at."""
    try:
        with connection.begin_nested():
            for statement in _TRIGRAMS:
                connection.exec_driver_sql(statement)
    except sa.exc.DBAPIError:
        return
