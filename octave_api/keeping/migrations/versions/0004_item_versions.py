"""Schema 4: every state of offerings, brand voices, playbooks and resources."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

# What this step makes, as it was then: later steps start from here.
_tables = sa.MetaData()
sa.Table("items", _tables, sa.Column("oid", sa.Text, nullable=False, unique=True))
sa.Table("changes", _tables, sa.Column("oid", sa.Text, nullable=False, unique=True))
_versions = sa.Table(
    "item_versions",
    _tables,
    sa.Column("oid", sa.ForeignKey("items.oid"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("change", sa.ForeignKey("changes.oid"), index=True),
    sa.Column("body", sa.Text, nullable=False),
)


def upgrade() -> None:
    """Make the table; what there is becomes a first version that no change is known of."""
    connection = op.get_bind()
    _versions.create(connection)
    connection.exec_driver_sql(
        "INSERT INTO item_versions (oid, number, change, body) SELECT oid, 1, NULL, body FROM items"
    )
    connection.exec_driver_sql("UPDATE octave_about SET value = '4' WHERE name = 'schema'")
