"""Schema 2: every state of an entity, changes, tags, links, items, and an index to search by."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

# What this step makes, as it was then: later steps start from here.
_tables = sa.MetaData()
_entities = sa.Table(
    "entities",
    _tables,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("oid", sa.Text, nullable=False, unique=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("created_at", sa.Text, nullable=False),
    sa.Column("saved_at", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("searchable", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Index("entities_newest", "status", "number"),
    sa.Index("entities_of_kind", "status", "kind", "number"),
    sa.Index("entities_saved", "status", "saved_at"),
    sa.Index("entities_named", "status", "name"),
    sqlite_autoincrement=True,
)
_changes = sa.Table(
    "changes",
    _tables,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("oid", sa.Text, nullable=False, unique=True),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("via", sa.Text, nullable=False),
    sa.Column("action", sa.Text, nullable=False),
    sqlite_autoincrement=True,
)
_versions = sa.Table(
    "versions",
    _tables,
    sa.Column("oid", sa.ForeignKey("entities.oid"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("change", sa.ForeignKey("changes.oid"), nullable=False, index=True),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("evidence", sa.Text, nullable=False),
    sa.Column("beside", sa.Text, nullable=False),
)
_texts = sa.Table(
    "texts",
    _tables,
    sa.Column("digest", sa.Text, primary_key=True),
    sa.Column("body", sa.Text, nullable=False),
)
_tags = sa.Table(
    "tags",
    _tables,
    sa.Column("oid", sa.ForeignKey("entities.oid"), primary_key=True),
    sa.Column("tag", sa.Text, primary_key=True),
    sa.Index("tags_by_tag", "tag"),
)
_links = sa.Table(
    "links",
    _tables,
    sa.Column("oid", sa.ForeignKey("entities.oid"), primary_key=True),
    sa.Column("target", sa.Text, primary_key=True),
    sa.Index("links_by_target", "target"),
)
_items = sa.Table(
    "items",
    _tables,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("oid", sa.Text, nullable=False, unique=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("created_at", sa.Text, nullable=False),
    sa.Column("deleted_at", sa.Text),
    sa.Column("searchable", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Index("items_newest", "kind", "number"),
    sa.Index("items_named", "kind", "name"),
    sqlite_autoincrement=True,
)
_SEARCH_INDEX = (
    "CREATE VIRTUAL TABLE entities_text USING fts5("
    "searchable, content='entities', content_rowid='number', tokenize='trigram')",
    "CREATE TRIGGER entities_text_added AFTER INSERT ON entities BEGIN "
    "INSERT INTO entities_text(rowid, searchable) VALUES (new.number, new.searchable); END",
    "CREATE TRIGGER entities_text_gone AFTER DELETE ON entities BEGIN "
    "INSERT INTO entities_text(entities_text, rowid, searchable) "
    "VALUES ('delete', old.number, old.searchable); END",
    "CREATE TRIGGER entities_text_changed AFTER UPDATE OF searchable ON entities "
    "WHEN old.searchable <> new.searchable BEGIN "
    "INSERT INTO entities_text(entities_text, rowid, searchable) "
    "VALUES ('delete', old.number, old.searchable); "
    "INSERT INTO entities_text(rowid, searchable) VALUES (new.number, new.searchable); END",
)


def upgrade() -> None:
    """Keep what there is as the first version of each entity."""
    connection = op.get_bind()
    op.drop_index("entities_newest", "entities")
    for name in ("entities", "evidence", "resources"):
        op.rename_table(name, f"{name}_1")
    _tables.create_all(connection)
    for statement in _SEARCH_INDEX:
        connection.exec_driver_sql(statement)
    rows = sa.text("SELECT * FROM entities_1 ORDER BY number")
    for row in connection.execute(rows).mappings().all():
        _keep(connection, dict(row))
    for number, row in enumerate(_resources(connection), start=1):
        connection.execute(sa.insert(_items), [_item({**row, "number": number})])
    for name in ("evidence", "resources", "entities"):
        op.drop_table(f"{name}_1")
    connection.exec_driver_sql("UPDATE octave_about SET value = '2' WHERE name = 'schema'")


def _keep(connection: sa.Connection, row: dict[str, Any]) -> None:
    body = json.loads(row["body"])
    gone = row["deleted_at"] is not None
    if gone:
        body["deletedAt"] = row["deleted_at"]
    text = json.dumps(body) if gone else row["body"]
    entity = {
        "number": row["number"],
        "oid": row["oid"],
        "kind": row["kind"],
        "version": 1,
        "name": str(body.get("name", "")).replace("\0", "").casefold(),
        "created_at": row["created_at"],
        "saved_at": row["created_at"],
        "status": "deleted" if gone else "active",
        "searchable": row["searchable"],
        "body": text,
    }
    connection.execute(sa.insert(_entities), [entity])
    change = f"ch_{hashlib.sha256(row['oid'].encode()).hexdigest()[:21]}"
    made = {"oid": change, "at": row["created_at"], "author": "Local User", "via": ""}
    connection.execute(sa.insert(_changes), [{**made, "action": "generated"}])
    found = connection.execute(
        sa.text("SELECT body FROM evidence_1 WHERE oid = :oid"), {"oid": row["oid"]}
    ).scalar_one_or_none()
    evidence = json.loads(found) if found is not None else {"oId": row["oid"]}
    for source in evidence.get("sources", []):
        written = json.dumps(source["text"])
        digest = hashlib.sha256(written.encode()).hexdigest()
        known = sa.select(_texts.c.digest).where(_texts.c.digest == digest)
        if connection.execute(known).first() is None:
            connection.execute(sa.insert(_texts), [{"digest": digest, "body": written}])
        source["text"] = digest
    beside = {
        "tags": [],
        "links": [],
        "askedWith": json.loads(row["asked_with"]),
        "kind": row["kind"],
    }
    version = {
        "oid": row["oid"],
        "number": 1,
        "change": change,
        "body": text,
        "evidence": json.dumps(evidence),
        "beside": json.dumps(beside),
    }
    connection.execute(sa.insert(_versions), [version])


def _resources(connection: sa.Connection) -> Sequence[sa.RowMapping]:
    """Give the oldest first; the earliest files of schema 1 do not number them."""
    columns = {column["name"] for column in sa.inspect(connection).get_columns("resources_1")}
    order = "number" if "number" in columns else "created_at, oid"
    rows = sa.text(f"SELECT oid, name, text, created_at FROM resources_1 ORDER BY {order}")
    return connection.execute(rows).mappings().all()


def _item(row: dict[str, Any]) -> dict[str, Any]:
    body = {"name": row["name"], "type": "text", "status": "indexed", "text": row["text"]}
    times = {"createdAt": row["created_at"], "updatedAt": row["created_at"], "deletedAt": None}
    return {
        "number": row["number"],
        "oid": row["oid"],
        "kind": "resource",
        "name": row["name"].replace("\0", ""),
        "created_at": row["created_at"],
        "searchable": json.dumps(body, ensure_ascii=False).casefold(),
        "body": json.dumps({"oId": row["oid"], **body, **times}),
    }
