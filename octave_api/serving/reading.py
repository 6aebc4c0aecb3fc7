"""The library's calls that only look: search, versions, differences, changes, tags, bundle."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from octave_api.cleaning import clean
from octave_api.contract import Open, Persona, Segment
from octave_api.contract.library import (
    ARCHIVED,
    MAX_TAGS,
    MAX_VERSION,
    SORTS,
    About,
    ChangeInfo,
    ChangesResponse,
    EntitiesResponse,
    TagCount,
    TagsResponse,
    VersionInfo,
    VersionResponse,
    VersionsResponse,
    WorkspaceCompany,
)
from octave_api.errors import FieldError
from octave_api.fields import kind_of
from octave_api.revising import bundles, revisions
from octave_api.serving.problems import bad_request, unknown
from octave_api.serving.queries import MAX_PAGE, Request
from octave_api.serving.routing import Route

if TYPE_CHECKING:
    from octave_api.keeping.history import Saved as LastSaved
    from octave_api.library import Library, Version

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(T[0-9:.]+Z?)?")
_KINDS = ("persona", "segment")


def reading_routes(library: Library) -> Iterable[Route]:
    """Give the routes."""
    reads = _Reads(library)
    calls = {
        "entities": reads.entities,
        "versions": reads.versions,
        "version": reads.version,
        "diff": reads.diff,
        "changes": reads.changes,
        "tags": reads.tags,
        "bundle": reads.bundle,
        "workspace": reads.workspace,
    }
    for name, answer in calls.items():
        yield Route("GET", f"/api/ext/{name}", answer)


class _Reads:
    def __init__(self, library: Library) -> None:
        self._library = library

    def entities(self, request: Request) -> Open:
        from octave_api.library import Wanted

        request.only(
            "kind", "text", "tag", "since", "until", "archived", "productOId", "playbookOId",
            "sort", "limit", "offset",
        )  # fmt: skip
        targets = (request.one("productOId"), request.one("playbookOId"))
        wanted = Wanted(
            kind=request.choice("kind", _KINDS),  # type: ignore[arg-type]
            text=request.one("text") or "",
            tags=_tags(request),
            since=_date(request, "since"),
            until=_date(request, "until"),
            archived=request.choice("archived", ARCHIVED) or "no",  # type: ignore[arg-type]
            targets=tuple(target for target in targets if target),
            sort=request.choice("sort", SORTS) or "created",  # type: ignore[arg-type]
        )
        limit, offset = request.page()
        found, total = self._library.find(wanted, limit=limit, offset=offset)
        newest = self._library.history.newest([one.oid for one in found])
        return EntitiesResponse.model_construct(
            metadata=request.metadata,
            has_next=offset + len(found) < total,
            total=total,
            data=found,
            about=[_about(one, newest[one.oid]) for one in found],
        )

    def versions(self, request: Request) -> Open:
        oid = request.oid()
        found = self._library.history.versions(oid)
        if not found:
            raise unknown()
        data = [
            VersionInfo(
                number=one.number,
                at=one.at,
                author=one.author.name,
                via=one.author.via,
                action=one.action,
                change_oid=one.change_oid,
                tags=list(one.tags),
            )
            for one in found
        ]
        return VersionsResponse(metadata=request.metadata, oid=oid, data=data)

    def version(self, request: Request) -> Open:
        request.only("oId", "version")
        oid = request.required("oId")
        number = request.number("version", 0, 1, MAX_VERSION) or None
        found = self._version(oid, number, "version")
        return VersionResponse.model_construct(
            metadata=request.metadata,
            data=found.entry.entity,
            evidence=found.entry.evidence,
            about=_about_version(found),
        )

    def diff(self, request: Request) -> Open:
        request.only("oId", "before", "after")
        oid = request.required("oId")
        before, after = (_number(request, name) for name in ("before", "after"))
        old = self._version(oid, before, "before").entry
        new = self._version(oid, after, "after").entry
        made = revisions.diff(
            oid, (before, after), (old.entity, old.evidence), (new.entity, new.evidence)
        )
        return made.model_copy(update={"metadata": request.metadata})

    def _version(self, oid: str, number: int | None, name: str) -> Version:
        found = self._library.version(oid, number)
        if found is None:
            if self._library.entity(oid) is None:
                raise unknown()
            raise unknown("version", name)
        return found

    def changes(self, request: Request) -> Open:
        request.only("limit", "offset")
        limit, offset = request.page()
        found, total = self._library.history.changes(limit=limit, offset=offset)
        data = [
            ChangeInfo(
                oid=one.oid,
                at=one.at,
                author=one.author.name,
                via=one.author.via,
                action=one.action,
                undoable=one.undoable,
                entities=[oid for oid, _ in one.entities],
                names=[name for _, name in one.entities],
            )
            for one in found
        ]
        more = offset + len(found) < total
        return ChangesResponse(metadata=request.metadata, has_next=more, total=total, data=data)

    def tags(self, request: Request) -> Open:
        request.only()
        data = [TagCount(tag=tag, count=count) for tag, count in self._library.history.tags()]
        return TagsResponse(metadata=request.metadata, data=data)

    def bundle(self, request: Request) -> Open:
        from octave_api.library import Wanted

        request.only("oIds")
        oids = request.several("oIds")
        if not oids:
            found, _ = self._library.find(Wanted(archived="any"), limit=MAX_PAGE)
            oids = tuple(one.oid for one in found)
        entries = []
        for at, oid in enumerate(oids):
            version = self._library.version(oid)
            if version is None:
                raise unknown("entity", f"oIds[{at}]")
            entry = version.entry
            entries.append(
                bundles.BundleEntry.model_construct(
                    kind=entry.kind,
                    entity=entry.entity,
                    evidence=entry.evidence,
                    tags=list(entry.tags),
                )
            )
        return bundles.Bundle.model_construct(
            metadata=request.metadata, format=bundles.FORMAT, version=1, entries=entries
        )

    def workspace(self, request: Request) -> Open:
        request.only()
        company, text = self._library.items.company()
        return WorkspaceCompany(metadata=request.metadata, company=company, text=text)


def _number(request: Request, name: str) -> int:
    request.required(name)
    return request.number(name, 0, 1, MAX_VERSION)


def _tags(request: Request) -> tuple[str, ...]:
    found = request.query.get("tag", ())
    if len(found) > MAX_TAGS:
        raise bad_request([FieldError("tag", f"Name at most {MAX_TAGS}.", "too_long")])
    if "" in found:
        raise bad_request([FieldError("tag", "Name a tag, or leave it out.", "too_short")])
    return tuple(clean(tag) for tag in found)


def _date(request: Request, name: str) -> str | None:
    value = request.one(name)
    if value is not None and not _DATE.fullmatch(value):
        sentence = "This must be a day or a time, like 2026-01-31 or 2026-01-31T09:30:00Z."
        raise bad_request([FieldError(name, sentence, "not_a_date")])
    return value


def _about(entity: Persona | Segment, saved: LastSaved) -> About:
    playbooks = [link for link in saved.links if link.startswith("pb_")]
    return About(
        oid=entity.oid,
        kind=kind_of(entity),
        version=saved.number,
        saved_at=saved.at,
        author=saved.author.name,
        via=saved.author.via,
        action=saved.action,
        change_oid=saved.change_oid,
        archived=entity.archived_at is not None,
        tags=list(saved.tags),
        offerings=[link for link in saved.links if link not in playbooks],
        playbook=playbooks[-1] if playbooks else None,
    )


def _about_version(found: Version) -> About:
    from octave_api.keeping.history import Saved as LastSaved

    entry = found.entry
    saved = LastSaved(
        entry.entity.oid,
        found.number,
        found.change_oid,
        found.at,
        found.author,
        found.action,
        entry.tags,
        entry.links,
    )
    return _about(entry.entity, saved)
