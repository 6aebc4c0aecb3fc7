"""What the async client has under names of its own: the twins of `library.py`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar

from octave_api.calling import library_calls as calls
from octave_api.calling.calls import Call
from octave_api.calling.library import PAGE, more_after
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


class AsyncRunner(Protocol):
    """What sends a call and waits for its answer."""

    async def __call__(self, call: Call[Answer], timeout: float | None = None) -> Answer: ...


class AsyncCollection(Generic[Thing, Page]):
    """As `Collection`."""

    def __init__(self, run: AsyncRunner, base: str, thing: type[Thing], page: type[Page]) -> None:
        self._run = run
        self._base = base
        self._thing = thing
        self._page = page

    async def list(
        self, *, limit: int | None = None, offset: int | None = None, **filters: Any
    ) -> Page:
        """As `Collection.list`."""
        params = {"limit": limit, "offset": offset, **filters}
        return await self._run(calls.page(self._base, self._page, params))

    async def all(self, **filters: Any) -> AsyncIterator[Thing]:
        """As `Collection.all`."""
        offset = 0
        while True:
            page: Any = await self.list(limit=PAGE, offset=offset, **filters)
            for one in page.data:
                yield one
            offset += len(page.data)
            if not more_after(page, offset):
                return

    async def get(self, oid: str) -> Thing:
        """As `Collection.get`."""
        return await self._run(calls.get(self._base, self._thing, oid))

    async def create(self, *, idempotency_key: str | None = None, **fields: Any) -> Thing:
        """As `Collection.create`."""
        call = calls.write(self._base, "create", self._thing, fields, idempotency_key)
        return await self._run(call)

    async def update(self, oid: str, **fields: Any) -> Thing:
        """As `Collection.update`."""
        return await self._run(
            calls.write(self._base, "update", self._thing, {"oid": oid, **fields})
        )

    async def delete(self, oid: str) -> Thing:
        """As `Collection.delete`."""
        return await self._run(calls.delete(self._base, self._thing, oid))


class AsyncLibraryCalls:
    """As `LibraryCalls`."""

    def __init__(self, run: AsyncRunner) -> None:
        self._run = run

    async def search(
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
        """As `LibraryCalls.search`."""
        return await self._run(
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

    async def all(self, **wanted: Any) -> AsyncIterator[tuple[Persona | Segment, About]]:
        """As `LibraryCalls.all`."""
        offset = 0
        while True:
            page = await self.search(limit=PAGE, offset=offset, **wanted)
            for both in zip(page.data, page.about, strict=True):
                yield both
            offset += len(page.data)
            if not more_after(page, offset):
                return

    async def entity(self, oid: str, version: int | None = None) -> VersionResponse:
        """As `LibraryCalls.entity`."""
        return await self._run(calls.version(oid, version))

    async def versions(self, oid: str) -> list[VersionInfo]:
        """As `LibraryCalls.versions`."""
        return (await self._run(calls.versions(oid))).data

    async def diff(self, oid: str, before: int, after: int) -> Diff:
        """As `LibraryCalls.diff`."""
        return await self._run(calls.diff(oid, before, after))

    async def edit(
        self, oid: str, changes: Mapping[str, Any], *, based_on: int | None = None
    ) -> Saved:
        """As `LibraryCalls.edit`."""
        return await self._run(
            calls.saved("edit", oid=oid, changes=dict(changes), based_on=based_on)
        )

    async def regenerate(
        self,
        oid: str,
        sources: Sequence[Source | Mapping[str, Any]],
        *,
        strict: bool = False,
        idempotency_key: str | None = None,
    ) -> Saved:
        """As `LibraryCalls.regenerate`."""
        call = calls.regenerate(oid, sources, strict=strict, key=idempotency_key)
        return await self._run(call)

    async def restore(self, oid: str, version: int) -> Saved:
        """As `LibraryCalls.restore`."""
        return await self._run(calls.saved("restore", oid=oid, version=version))

    async def archive(self, oid: str) -> Saved:
        """As `LibraryCalls.archive`."""
        return await self._run(calls.saved("archive", oid=oid))

    async def unarchive(self, oid: str) -> Saved:
        """As `LibraryCalls.unarchive`."""
        return await self._run(calls.saved("unarchive", oid=oid))

    async def delete(self, oid: str) -> Saved:
        """As `LibraryCalls.delete`."""
        return await self._run(calls.saved("delete", oid=oid))

    async def duplicate(
        self, oid: str, name: str | None = None, *, idempotency_key: str | None = None
    ) -> Saved:
        """As `LibraryCalls.duplicate`."""
        return await self._run(calls.saved("duplicate", idempotency_key, oid=oid, name=name))

    async def merge(self, oid: str, other_oid: str, *, idempotency_key: str | None = None) -> Saved:
        """As `LibraryCalls.merge`."""
        call = calls.saved("merge", idempotency_key, oid=oid, other_oid=other_oid)
        return await self._run(call)

    async def tag(self, oid: str, tags: Sequence[str]) -> Saved:
        """As `LibraryCalls.tag`."""
        return await self._run(calls.saved("tag", oid=oid, tags=list(tags)))

    async def tags(self) -> list[TagCount]:
        """As `LibraryCalls.tags`."""
        return (await self._run(calls.tags())).data

    async def undo(self, change_oid: str) -> UndoResponse:
        """As `LibraryCalls.undo`."""
        return await self._run(calls.undo(change_oid))

    async def changes(
        self, *, limit: int | None = None, offset: int | None = None
    ) -> ChangesResponse:
        """As `LibraryCalls.changes`."""
        return await self._run(calls.changes(limit, offset))

    async def import_text(
        self,
        content: str,
        *,
        name: str = "",
        into: str | None = None,
        idempotency_key: str | None = None,
    ) -> ImportResponse:
        """As `LibraryCalls.import_text`."""
        return await self._run(calls.take_in(content, name, into, idempotency_key))

    async def bundle(self, oids: Sequence[str] = ()) -> Bundle:
        """As `LibraryCalls.bundle`."""
        return await self._run(calls.bundle(oids))

    async def workspace(self) -> WorkspaceCompany:
        """As `LibraryCalls.workspace`."""
        return await self._run(calls.workspace())

    async def set_workspace(self, company: str, text: str) -> WorkspaceCompany:
        """As `LibraryCalls.set_workspace`."""
        return await self._run(calls.set_workspace(company, text))
