"""
What the client has under names of its own: `client.personas`, `client.products`, `client.library`.

Each name stands for one kind of thing that is kept; `list` gives one page, `all` goes through
every page. The async twin is in `library_async.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar

from octave_api.calling import library_calls as calls
from octave_api.calling.calls import Call
from octave_api.contract import Kind, Open, Persona, Segment, Source
from octave_api.contract.library import (
    About,
    Archived,
    ChangesResponse,
    EntitiesResponse,
    ImportResponse,
    Saved,
    Sort,
    TagCount,
    UndoResponse,
    VersionInfo,
    VersionResponse,
    WorkspaceCompany,
)
from octave_api.revising.bundles import Bundle
from octave_api.revising.revisions import Diff

Answer = TypeVar("Answer")
Thing = TypeVar("Thing", bound=Open)
Page = TypeVar("Page", bound=Open)

PAGE = 100
"""So many are asked for at once when all are wanted."""


class Runner(Protocol):
    """What sends a call and waits for its answer."""

    def __call__(self, call: Call[Answer], timeout: float | None = None) -> Answer: ...


class Collection(Generic[Thing, Page]):
    """
    One kind of thing that is kept.

    Methods raise NotFoundError for an unknown id and BadRequestError for a field that cannot be
    used. Fields are named in snake case: `pain_points`, `primary_offering_oid`.
    """

    def __init__(self, run: Runner, base: str, thing: type[Thing], page: type[Page]) -> None:
        self._run = run
        self._base = base
        self._thing = thing
        self._page = page

    def list(self, *, limit: int | None = None, offset: int | None = None, **filters: Any) -> Page:
        """
        Give one page, newest first: `data`, `total` and, but for products, `has_next`.

        Args:
            limit: Length of the page; the server's default is 10.
            offset: How many to skip.
            filters: Of this kind: `text`, `product_oid`, `playbook_oid`, `type`, …
        """
        params = {"limit": limit, "offset": offset, **filters}
        return self._run(calls.page(self._base, self._page, params))

    def all(self, **filters: Any) -> Iterator[Thing]:
        """Give everything, newest first, asking for a page at a time."""
        offset = 0
        while True:
            page: Any = self.list(limit=PAGE, offset=offset, **filters)
            yield from page.data
            offset += len(page.data)
            if not more_after(page, offset):
                return

    def get(self, oid: str) -> Thing:
        """Give the one with this id."""
        return self._run(calls.get(self._base, self._thing, oid))

    def create(self, *, idempotency_key: str | None = None, **fields: Any) -> Thing:
        """
        Keep a new one with these fields.

        Args:
            idempotency_key: Your name for this request: sent again within a day, it makes
                nothing anew and gives the same answer, if the server is octave_api's own.
            fields: Of this kind.
        """
        call = calls.write(self._base, "create", self._thing, fields, idempotency_key)
        return self._run(call)

    def update(self, oid: str, **fields: Any) -> Thing:
        """Change the fields that are given; a list stands in place of the list before."""
        return self._run(calls.write(self._base, "update", self._thing, {"oid": oid, **fields}))

    def delete(self, oid: str) -> Thing:
        """Delete the one with this id; give it as it is then, with `deleted_at`."""
        return self._run(calls.delete(self._base, self._thing, oid))


def more_after(page: Any, seen: int) -> bool:
    """Tell whether there is another page; where the answer does not say, by the total."""
    if not page.data:
        return False
    has_next = getattr(page, "has_next", None)
    return bool(has_next) if has_next is not None else seen < page.total


class LibraryCalls:
    """
    The library: search, versions, edits, tags, undo, import.

    Each change to an entity is a version of its own, and answers with `change_oid`, which
    `undo` takes back. Octave's cloud has none of these: they raise NotOfferedError there.
    A call with an `idempotency_key` that is sent again within a day is not carried out again.
    """

    def __init__(self, run: Runner) -> None:
        self._run = run

    def search(
        self,
        *,
        text: str | None = None,
        kind: Kind | None = None,
        tags: Sequence[str] = (),
        since: str | None = None,
        until: str | None = None,
        archived: Archived | None = None,
        product_oid: str | None = None,
        playbook_oid: str | None = None,
        sort: Sort | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> EntitiesResponse:
        """
        Give one page of what is kept; `about[i]` tells of versions and tags of `data[i]`.

        Args:
            text: All of its words occur in the entity, its tags or its sources' titles.
            kind: Only "persona" or only "segment".
            tags: All of these.
            since, until: Saved last within these days ("2026-01-31") or times.
            archived: "no" (the default), "only" or "any".
            product_oid, playbook_oid: Linked to this offering, this playbook.
            sort: "created" (the default) or "updated", newest first, or "name".
            limit: Length of the page, 1 to 1000; the server's default is 10.
            offset: How many to skip.
        """
        return self._run(
            calls.search(
                text=text,
                kind=kind,
                tags=tags,
                since=since,
                until=until,
                archived=archived,
                product_oid=product_oid,
                playbook_oid=playbook_oid,
                sort=sort,
                limit=limit,
                offset=offset,
            )
        )

    def all(self, **wanted: Any) -> Iterator[tuple[Persona | Segment, About]]:
        """Give everything that `search` finds, each with what is known about it."""
        offset = 0
        while True:
            page = self.search(limit=PAGE, offset=offset, **wanted)
            yield from zip(page.data, page.about, strict=True)
            offset += len(page.data)
            if not more_after(page, offset):
                return

    def entity(self, oid: str, version: int | None = None) -> VersionResponse:
        """Give an entity with its evidence, as it is or as it was in an earlier version."""
        return self._run(calls.version(oid, version))

    def versions(self, oid: str) -> list[VersionInfo]:
        """Give all versions of an entity, newest first."""
        return self._run(calls.versions(oid)).data

    def diff(self, oid: str, before: int, after: int) -> Diff:
        """Compare two versions: which texts changed, which claims, and by which sentence."""
        return self._run(calls.diff(oid, before, after))

    def edit(self, oid: str, changes: Mapping[str, Any], *, based_on: int | None = None) -> Saved:
        """
        Change an entity by hand; claims whose words no longer stand in their quote lose it.

        Args:
            oid: The entity.
            changes: Under the contract's keys: `name`, `internalName`, `description`,
                `active`, `data` (its fields one by one), `qualifyingQuestions` (all of them).
            based_on: The version that was changed; a newer one raises ConflictError.
        """
        return self._run(calls.saved("edit", oid=oid, changes=dict(changes), based_on=based_on))

    def regenerate(
        self,
        oid: str,
        sources: Sequence[Source | Mapping[str, Any]],
        *,
        strict: bool = False,
        idempotency_key: str | None = None,
    ) -> Saved:
        """Make a new version of an entity from these sources; see `diff` for what moved."""
        call = calls.regenerate(oid, sources, strict=strict, key=idempotency_key)
        return self._run(call)

    def restore(self, oid: str, version: int) -> Saved:
        """Make an earlier version the newest again."""
        return self._run(calls.saved("restore", oid=oid, version=version))

    def archive(self, oid: str) -> Saved:
        """Put an entity aside: it is listed only where archived ones are wanted."""
        return self._run(calls.saved("archive", oid=oid))

    def unarchive(self, oid: str) -> Saved:
        """Take an entity out of the archive."""
        return self._run(calls.saved("unarchive", oid=oid))

    def delete(self, oid: str) -> Saved:
        """Delete an entity; `undo` brings it back."""
        return self._run(calls.saved("delete", oid=oid))

    def duplicate(
        self, oid: str, name: str | None = None, *, idempotency_key: str | None = None
    ) -> Saved:
        """Give a copy with an id of its own."""
        return self._run(calls.saved("duplicate", idempotency_key, oid=oid, name=name))

    def merge(self, oid: str, other_oid: str, *, idempotency_key: str | None = None) -> Saved:
        """Unite two entities in the first; the other is deleted."""
        call = calls.saved("merge", idempotency_key, oid=oid, other_oid=other_oid)
        return self._run(call)

    def tag(self, oid: str, tags: Sequence[str]) -> Saved:
        """Give an entity these tags, and no others."""
        return self._run(calls.saved("tag", oid=oid, tags=list(tags)))

    def tags(self) -> list[TagCount]:
        """Give the tags in use, by name."""
        return self._run(calls.tags()).data

    def undo(self, change_oid: str) -> UndoResponse:
        """
        Take a change back; the undo is a change too, so it can be undone.

        Raises:
            ConflictError: Something of it was changed again since.
        """
        return self._run(calls.undo(change_oid))

    def changes(self, *, limit: int | None = None, offset: int | None = None) -> ChangesResponse:
        """Give one page of what was done, newest first."""
        return self._run(calls.changes(limit, offset))

    def import_text(
        self,
        content: str,
        *,
        name: str = "",
        into: str | None = None,
        idempotency_key: str | None = None,
    ) -> ImportResponse:
        """
        Bring in a file's text: our JSON, the contract's JSON, or a CSV of questions.

        Args:
            content: The text.
            name: The file's name, which names an entity that a table does not.
            into: The entity that a table's questions are added to.
        """
        return self._run(calls.take_in(content, name, into, idempotency_key))

    def bundle(self, oids: Sequence[str] = ()) -> Bundle:
        """Give these entities, or all, as our own JSON; `Bundle.file()` is a file's text."""
        return self._run(calls.bundle(oids))

    def workspace(self) -> WorkspaceCompany:
        """Give the company that is the context where no primary offering is named."""
        return self._run(calls.workspace())

    def set_workspace(self, company: str, text: str) -> WorkspaceCompany:
        """Say whose workspace this is and what it sells."""
        return self._run(calls.set_workspace(company, text))
