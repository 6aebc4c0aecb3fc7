"""
What of the library is wanted, as a query: kinds, words, tags, dates, links; one page of it.

In SQLite a word of three letters or more is found by an index of all runs of three letters;
a shorter one, and any word in another store, by looking at each text (PostgreSQL has an index
for that too, where its extension pg_trgm is there).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from octave_api.contract import Kind
from octave_api.keeping.tables import entities, links, tags

Sort = Literal["created", "updated", "name"]
Archived = Literal["no", "only", "any"]

SHORTEST = 3
"""Letters of the shortest word that the index finds."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    Which entities are wanted.

    Attributes:
        kind: Only personas or only segments.
        text: All of its words occur, in any letter case, also inside of words.
        tags: All of these.
        since, until: Saved last within these times (ISO, UTC); a day is a time, too.
        archived: Whether archived ones are left out, wanted alone, or included.
        targets: Linked to all of these offerings and playbooks.
        oids: Only these, unless None.
        sort: By creation or last save, newest first, or by name.
    """

    kind: Kind | None = None
    text: str = ""
    tags: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    archived: Archived = "no"
    targets: tuple[str, ...] = ()
    oids: tuple[str, ...] | None = None
    sort: Sort = "created"


def conditions(wanted: Wanted, *, indexed: bool) -> list[sa.ColumnElement[bool]]:
    """
    Give what must hold of a row of `entities`, and of the index that `chosen_from` joins to it.

    Args:
        wanted: What is looked for.
        indexed: The store has the index of runs of three letters.
    """
    looked_up = indexed and bool(_long(words_of(wanted.text)))
    found = _status(wanted, looked_up=looked_up)
    if wanted.kind:
        found.append(entities.c.kind == wanted.kind)
    if wanted.oids is not None:
        found.append(entities.c.oid.in_(wanted.oids))
    if wanted.since:
        found.append(entities.c.saved_at >= wanted.since)
    if wanted.until:
        # "2026-01-31" means the whole day.
        end = wanted.until + ("T~" if len(wanted.until) == _DAY else "")
        found.append(entities.c.saved_at <= end)
    for tag in wanted.tags:
        chosen = sa.select(tags.c.oid).where(tags.c.tag == tag)
        found.append(entities.c.oid.in_(chosen))
    for target in wanted.targets:
        linked = sa.select(links.c.oid).where(links.c.target == target)
        found.append(entities.c.oid.in_(linked))
    return found + _words(wanted.text, indexed=indexed)


def chosen_from(wanted: Wanted, *, indexed: bool) -> sa.FromClause:
    """Give the rows to choose from: joined to the index where a word is looked up in it."""
    if not (indexed and _long(words_of(wanted.text))):
        return entities
    return entities_text.join(entities, entities.c.number == entities_text.c.rowid)


def _status(wanted: Wanted, *, looked_up: bool) -> list[sa.ColumnElement[bool]]:
    few = looked_up or wanted.tags or wanted.targets or wanted.oids is not None
    # An expression is in no index: of few entities, these are what leads to them fastest.
    column = entities.c.status.concat("") if few else entities.c.status
    if wanted.archived == "any":
        return [column != "deleted"]
    return [column == ("active" if wanted.archived == "no" else "archived")]


entities_text = sa.table("entities_text", sa.column("rowid", sa.Integer))


_DAY = len("2026-01-31")


def order(wanted: Wanted, *, indexed: bool) -> list[sa.ColumnElement[Any]]:
    """Give the order of the rows; the number decides between equals."""
    # The index gives its rows in this order by itself, so that a page needs not all of them.
    looked_up = indexed and _long(words_of(wanted.text))
    newest = (entities_text.c.rowid if looked_up else entities.c.number).desc()
    if wanted.sort == "updated":
        return [entities.c.saved_at.desc(), newest]
    return [entities.c.name, newest] if wanted.sort == "name" else [newest]


def words_of(text: str) -> list[str]:
    """Give the words to look for, each once: the first of them, where there are many."""
    found = dict.fromkeys(text.replace("\0", " ").casefold().split())
    return [word[:_LONGEST] for word in list(found)[:_MOST]]


# A store refuses more than it can look for at once.
_MOST, _LONGEST = 32, 200


def _words(text: str, *, indexed: bool) -> list[sa.ColumnElement[bool]]:
    words = words_of(text)
    long = _long(words) if indexed else []
    found: list[sa.ColumnElement[bool]] = []
    if long:
        match = " AND ".join('"' + word.replace('"', '""') + '"' for word in long)
        found.append(sa.text("entities_text MATCH :sought").bindparams(sought=match))  # type: ignore[arg-type]
    rest = [word for word in words if word not in long]
    return found + [entities.c.searchable.contains(word, autoescape=True) for word in rest]


def _long(words: list[str]) -> list[str]:
    return [word for word in words if len(word) >= SHORTEST]
