"""
Between the library's rows and what they hold: an entity with its evidence, tags and links.

Bodies are JSON texts, so that whatever characters a text has, it fits into every store.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from octave_api.contract import Evidence, Kind, Persona, Segment
from octave_api.keeping.identity import timestamp
from octave_api.keeping.tables import changes, entities, links, tags, texts, versions


@dataclass(frozen=True, slots=True)
class Entry:
    """
    An entity with its evidence.

    `asked_with` holds what the request named beside the sources (offering,
    linking, playbook, brand voice), under the contract's keys. `links` are the
    ids of the offerings and the playbook that the entity is linked to.
    """

    kind: Kind
    entity: Persona | Segment
    evidence: Evidence
    asked_with: dict[str, Any] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Author:
    """Who saves: a person's name, and by which program ("n8n", "" for our own)."""

    name: str = "Local User"
    via: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """One state of an entity: its number from 1, and the change that made it."""

    entry: Entry
    number: int
    change_oid: str
    at: str
    author: Author
    action: str


def status_of(entity: Persona | Segment) -> str:
    """Give the status that an entity's own times say."""
    if entity.deleted_at is not None:
        return "deleted"
    return "active" if entity.archived_at is None else "archived"


def put(connection: sa.Connection, entry: Entry, number: int, change_oid: str, at: str) -> None:
    """Make this the entity's state of this number, and its newest."""
    oid = entry.entity.oid
    row = _entity_row(entry, number, at)
    if number == 1:
        connection.execute(sa.insert(entities), [row])
    else:
        connection.execute(sa.update(entities).where(entities.c.oid == oid).values(**row))
        connection.execute(sa.delete(tags).where(tags.c.oid == oid))
        connection.execute(sa.delete(links).where(links.c.oid == oid))
    if entry.tags:
        connection.execute(sa.insert(tags), [{"oid": oid, "tag": tag} for tag in entry.tags])
    if entry.links:
        targets = [{"oid": oid, "target": target} for target in entry.links]
        connection.execute(sa.insert(links), targets)
    beside = {
        "tags": entry.tags,
        "links": entry.links,
        "askedWith": entry.asked_with,
        "kind": entry.kind,
    }
    version = {
        "oid": oid,
        "number": number,
        "change": change_oid,
        "body": row["body"],
        "evidence": _keep_texts(connection, entry.evidence),
        "beside": json.dumps(beside),
    }
    connection.execute(sa.insert(versions), [version])


def _entity_row(entry: Entry, number: int, at: str) -> dict[str, Any]:
    entity = entry.entity
    # A version's time and an entity's name are columns of their own, to sort by.
    return {
        "oid": entity.oid,
        "kind": entry.kind,
        "version": number,
        "name": entity.name.replace("\0", "").casefold(),
        "created_at": entity.created_at or at,
        "saved_at": at,
        "status": status_of(entity),
        "searchable": "\n".join(_searchable(entry)).replace("\0", "").casefold(),
        "body": entity.to_json(),
    }


def _keep_texts(connection: sa.Connection, evidence: Evidence) -> str:
    """Keep the texts of the sources; give the evidence with their digests in their place."""
    bare = evidence.to_dict()
    bare.pop("_metadata", None)
    for source in bare.get("sources", []):
        text = json.dumps(source["text"])
        digest = hashlib.sha256(text.encode()).hexdigest()
        known = sa.select(texts.c.digest).where(texts.c.digest == digest)
        if connection.execute(known).first() is None:
            connection.execute(sa.insert(texts), [{"digest": digest, "body": text}])
        source["text"] = digest
    return json.dumps(bare)


def read_evidence(connection: sa.Connection, body: str) -> Evidence:
    """Give the evidence with the texts of its sources."""
    bare = json.loads(body)
    sources = bare.get("sources", [])
    if sources:
        wanted = sa.select(texts).where(texts.c.digest.in_({one["text"] for one in sources}))
        known = {row.digest: row.body for row in connection.execute(wanted)}
        for source in sources:
            source["text"] = json.loads(known[source["text"]])
    return Evidence.model_validate(bare)


_VERSION = sa.select(
    versions.c.number,
    versions.c.body,
    versions.c.evidence,
    versions.c.beside,
    changes.c.oid.label("change"),
    changes.c.at,
    changes.c.author,
    changes.c.via,
    changes.c.action,
).join(changes, changes.c.oid == versions.c.change)


def read_version(connection: sa.Connection, oid: str, number: int) -> Version | None:
    """Give one state of an entity, or None."""
    query = _VERSION.where(versions.c.oid == oid, versions.c.number == number)
    row = connection.execute(query).first()
    if row is None:
        return None
    beside = json.loads(row.beside)
    entry = Entry(
        beside["kind"],
        read_entity(beside["kind"], row.body),
        read_evidence(connection, row.evidence),
        beside["askedWith"],
        tuple(beside["tags"]),
        tuple(beside["links"]),
    )
    author = Author(row.author, row.via)
    return Version(entry, row.number, row.change, row.at, author, row.action)


def read_entity(kind: str, body: str) -> Persona | Segment:
    """Give the entity of a row."""
    model = Segment if kind == "segment" else Persona
    return model.model_validate_json(body)


_NOT_SEARCHED = {"oId", "createdAt", "updatedAt", "user", "workspace", "fitType", "weight"}


def _searchable(entry: Entry) -> Iterator[str]:
    yield from _texts(entry.entity.to_dict())
    yield from entry.tags
    for source in entry.evidence.sources:
        yield source.title
        if source.type != "TEXT":
            yield source.value


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


def add_change(
    connection: sa.Connection, oid: str, action: str, author: Author, at: str | None = None
) -> str:
    """Write down what is done, by whom and when; give the time."""
    row = {
        "oid": oid,
        "at": at or timestamp(),
        "author": author.name,
        "via": author.via,
        "action": action,
    }
    connection.execute(sa.insert(changes), [row])
    return str(row["at"])


def newest_numbers(connection: sa.Connection, oids: Sequence[str]) -> dict[str, int]:
    """Give the newest version of each of these entities, and hold them until the end."""
    # In one order everywhere, so that two writers never wait for each other.
    query = sa.select(entities.c.oid, entities.c.version).where(entities.c.oid.in_(oids))
    query = query.order_by(entities.c.oid).with_for_update()
    return {row.oid: row.version for row in connection.execute(query)}
