"""
How a library of an older schema becomes one of the newest, a step a schema.

`versions/` has Alembic's scripts; `run` applies those that a file lacks, within the
transaction that it is given. The file's own row `schema` in `octave_about` says where it is,
which programs of every version read.
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa


def run(connection: sa.Connection, old: int) -> None:
    """
    Lead a library from schema `old` to the newest.

    Args:
        connection: In a transaction; nothing is changed if it is rolled back.
        old: The schema that the library has, 0 for none.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.stamp(config, f"{old:04}" if old else "base")
    command.upgrade(config, "head")


def stamp(connection: sa.Connection, schema: int) -> None:
    """Write down that a library made anew has this schema, as the scripts would."""
    connection.exec_driver_sql(
        "CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql("DELETE FROM alembic_version")
    connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{schema:04}')")
