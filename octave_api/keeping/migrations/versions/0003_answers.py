"""Schema 3: answers by their caller's key; and prospects, where a library has none yet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

# What this step makes, as it was then: later steps start from here.
_tables = sa.MetaData()
sa.Table(
    "answers",
    _tables,
    sa.Column("owner", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("request", sa.Text, nullable=False),
    sa.Column("status", sa.Integer, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Index("answers_by_age", "at", "size"),
)
sa.Table(
    "prospects",
    _tables,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("oid", sa.Text, nullable=False, unique=True),
    sa.Column("owner", sa.Text, nullable=False, index=True),
    sa.Column("body", sa.Text, nullable=False),
    sqlite_autoincrement=True,
)


def upgrade() -> None:
    """Make both tables; the second one was made at its first use before."""
    connection = op.get_bind()
    _tables.create_all(connection)
    connection.exec_driver_sql("UPDATE octave_about SET value = '3' WHERE name = 'schema'")
