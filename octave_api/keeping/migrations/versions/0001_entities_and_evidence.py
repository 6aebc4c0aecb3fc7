"""Schema 1: entities with their evidence, and resources."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of the first schema."""
    op.create_table(
        "octave_about",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "entities",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("oid", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
        sa.Column("deleted_at", sa.Text),
        sa.Column("searchable", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("asked_with", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("entities_newest", "entities", ["kind", "number"])
    op.create_table(
        "evidence",
        sa.Column(
            "oid", sa.Text, sa.ForeignKey("entities.oid", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "resources",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("oid", sa.Text, nullable=False, unique=True),
        sa.Column("name", sa.Text, nullable=False, index=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
