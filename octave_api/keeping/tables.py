"""
The library's tables, as its newest schema has them; `migrations/` leads older files here.

`entities` holds each entity as it is now, `versions` every state that it has had, and
`changes` what was done, by whom and when: one change may touch several entities. Texts of
sources are kept once, by their digest, however many versions quote them.
"""

from __future__ import annotations

import sqlalchemy as sa

SCHEMA_VERSION = 4

tables = sa.MetaData()

about = sa.Table(
    "octave_about",
    tables,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
entities = sa.Table(
    "entities",
    tables,
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
"""`status` is "active", "archived" or "deleted"."""

changes = sa.Table(
    "changes",
    tables,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("oid", sa.Text, nullable=False, unique=True),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("via", sa.Text, nullable=False),
    sa.Column("action", sa.Text, nullable=False),
    sqlite_autoincrement=True,
)
versions = sa.Table(
    "versions",
    tables,
    sa.Column("oid", sa.ForeignKey("entities.oid"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("change", sa.ForeignKey("changes.oid"), nullable=False, index=True),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("evidence", sa.Text, nullable=False),
    sa.Column("beside", sa.Text, nullable=False),
)
"""`beside` is JSON: tags, links, and what the request named beside the sources."""

texts = sa.Table(
    "texts",
    tables,
    sa.Column("digest", sa.Text, primary_key=True),
    sa.Column("body", sa.Text, nullable=False),
)
tags = sa.Table(
    "tags",
    tables,
    sa.Column("oid", sa.ForeignKey("entities.oid"), primary_key=True),
    sa.Column("tag", sa.Text, primary_key=True),
    sa.Index("tags_by_tag", "tag"),
)
links = sa.Table(
    "links",
    tables,
    sa.Column("oid", sa.ForeignKey("entities.oid"), primary_key=True),
    sa.Column("target", sa.Text, primary_key=True),
    sa.Index("links_by_target", "target"),
)
"""Which offerings and playbooks an entity is linked to."""

items = sa.Table(
    "items",
    tables,
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
"""Offerings, brand voices, playbooks and resources."""

item_versions = sa.Table(
    "item_versions",
    tables,
    sa.Column("oid", sa.ForeignKey("items.oid"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("change", sa.ForeignKey("changes.oid"), index=True),
    sa.Column("body", sa.Text, nullable=False),
)
"""`change` is NULL for what was there before items had versions."""

prospects = sa.Table(
    "prospects",
    tables,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("oid", sa.Text, nullable=False, unique=True),
    sa.Column("owner", sa.Text, nullable=False, index=True),
    sa.Column("body", sa.Text, nullable=False),
    sqlite_autoincrement=True,
)
"""`owner` names the caller whose prospect it is, by a digest of the key."""

answers = sa.Table(
    "answers",
    tables,
    sa.Column("owner", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("request", sa.Text, nullable=False),
    sa.Column("status", sa.Integer, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Index("answers_by_age", "at", "size"),
)
"""What was answered under a caller's key, packed; `request` is a digest of what was asked."""

SEARCH_INDEX = (
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
"""What finds any three letters in SQLite; its triggers keep it in step with `entities`."""
