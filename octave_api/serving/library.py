"""The library's own calls, under `/api/ext`: edits, tags, merge, undo, import; and to look."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from octave_api.contract import Open, Persona, Segment
from octave_api.contract.library import (
    DuplicateRequest,
    EditRequest,
    ImportRequest,
    MergeRequest,
    OidRequest,
    RegenerateRequest,
    RestoreRequest,
    Saved,
    TagRequest,
    UndoRequest,
    UndoResponse,
    WorkspaceCompany,
    WorkspaceRequest,
)
from octave_api.errors import FieldError
from octave_api.keeping.identity import ENTITY_PREFIXES, new_oid
from octave_api.revising import editing, merging
from octave_api.serving.entities import author_of
from octave_api.serving.generating import ReadSource, compose, numbered, read_all
from octave_api.serving.importing import kept_tags, take_in
from octave_api.serving.linking import renamed
from octave_api.serving.problems import ProblemError, from_validation, read_body, unknown
from octave_api.serving.queries import Request
from octave_api.serving.reading import reading_routes
from octave_api.serving.routing import Route

if TYPE_CHECKING:
    from octave_api.keeping.changes import Change
    from octave_api.library import Entry, Library, Version


def library_routes(library: Library, read_source: ReadSource) -> Iterable[Route]:
    """Give the routes."""
    writes = _Writes(library, read_source)
    posts = {
        "edit": writes.edit,
        "archive": writes.archive,
        "unarchive": writes.unarchive,
        "delete": writes.delete,
        "restore": writes.restore,
        "tag": writes.tag,
        "duplicate": writes.duplicate,
        "merge": writes.merge,
        "regenerate": writes.regenerate,
        "undo": writes.undo,
        "import": writes.take_in,
        "workspace": writes.workspace,
    }
    yield from reading_routes(library)
    for name, answer in posts.items():
        yield Route("POST", f"/api/ext/{name}", answer)


class _Writes:
    def __init__(self, library: Library, read_source: ReadSource) -> None:
        self._library = library
        self._read_source = read_source

    def edit(self, request: Request) -> Open:
        asked = read_body(EditRequest, request.body)
        changes = asked.changes.model_dump(mode="json", by_alias=True, exclude_unset=True)
        if changes.get("data") is None:
            changes.pop("data", None)

        def make(now: Version, at: str) -> Entry:
            if asked.based_on is not None and now.number != asked.based_on:
                raise _overtaken("basedOn")
            before = now.entry.entity
            try:
                entity = editing.change(before, changes, at)
            except ValidationError as error:
                raise from_validation(error) from None
            evidence = editing.keep_evidence(before, entity, now.entry.evidence)
            return replace(now.entry, entity=entity, evidence=evidence)

        return self._change(request, "edited", asked.oid, make)

    def archive(self, request: Request) -> Open:
        return self._set_archived(request, "archived")

    def unarchive(self, request: Request) -> Open:
        return self._set_archived(request, "unarchived")

    def _set_archived(self, request: Request, action: str) -> Open:
        asked = read_body(OidRequest, request.body)

        def make(now: Version, at: str) -> Entry:
            when = at if action == "archived" else None
            return replace(now.entry, entity=_set(now, archived_at=when))

        return self._change(request, action, asked.oid, make)

    def delete(self, request: Request) -> Open:
        asked = read_body(OidRequest, request.body)
        return self._change(
            request,
            "deleted",
            asked.oid,
            lambda now, at: replace(now.entry, entity=_set(now, deleted_at=at)),
        )

    def restore(self, request: Request) -> Open:
        asked = read_body(RestoreRequest, request.body)
        with self._library.changing("restored", author_of(request)) as change:
            now = _newest(change, asked.oid)
            old = change.at_number(asked.oid, asked.version)
            if old is None:
                raise unknown("version", "version")
            change.put(old.entry, now)
        return _saved(old.entry.entity, change, request)

    def tag(self, request: Request) -> Open:
        asked = read_body(TagRequest, request.body)
        tags = kept_tags(asked.tags)
        return self._change(
            request, "tagged", asked.oid, lambda now, _: replace(now.entry, tags=tags)
        )

    def duplicate(self, request: Request) -> Open:
        asked = read_body(DuplicateRequest, request.body)
        with self._library.changing("duplicated", author_of(request)) as change:
            now = _newest(change, asked.oid)
            entry = now.entry
            oid = new_oid(ENTITY_PREFIXES[entry.kind])
            name = asked.name or f"{entry.entity.name} (copy)"
            update = {"oid": oid, "name": name, "created_at": change.at, "updated_at": change.at}
            entity = entry.entity.model_copy(update=update)
            evidence = editing.keep_evidence(entry.entity, entity, entry.evidence)
            change.add([replace(entry, entity=entity, evidence=evidence)])
        return _saved(entity, change, request)

    def merge(self, request: Request) -> Open:
        asked = read_body(MergeRequest, request.body)
        if asked.oid == asked.other_oid:
            raise _conflict("otherOId", "An entity cannot be merged with itself.", "same")
        with self._library.changing("merged", author_of(request)) as change:
            first, second = _both(change, asked)
            entity = merging.merge(first.entry.entity, second.entry.entity, change.at)
            evidence = merging.merge_evidence(
                entity,
                first.entry.entity,
                first.entry.evidence,
                second.entry.evidence,
                second.entry.entity,
            )
            entry = replace(
                first.entry,
                entity=entity,
                evidence=evidence,
                tags=_union(first.entry.tags, second.entry.tags),
                links=_union(first.entry.links, second.entry.links),
            )
            change.put(entry, first)
            gone = _set(second, deleted_at=change.at)
            change.put(replace(second.entry, entity=gone), second)
        return _saved(entity, change, request)

    def regenerate(self, request: Request) -> Open:
        asked = read_body(RegenerateRequest, request.body, sources=True)
        before = self._library.version(asked.oid)
        if before is None:
            raise unknown()
        named = renamed(before.entry, self._library.items)
        paths = [f"sources[{at}].value" for at in range(len(asked.sources))]
        read = read_all(asked.sources, paths, self._read_source)
        sources = [numbered(at, one) for at, one in enumerate(read)]
        made = compose(
            before.entry.kind,
            None if not _given_name(before.entry) else before.entry.entity.name,
            sources,
            library=self._library,
            strict=request.strict(),
            named=named,
        )

        def make(now: Version, at: str) -> Entry:
            entity = _again(now.entry.entity, made.entity, at)
            evidence = made.evidence.model_copy(update={"oid": asked.oid})
            return replace(now.entry, entity=entity, evidence=evidence)

        return self._change(request, "regenerated", asked.oid, make)

    def undo(self, request: Request) -> Open:
        from octave_api.keeping.changes import OvertakenError

        asked = read_body(UndoRequest, request.body)
        with self._library.changing("undone", author_of(request)) as change:
            try:
                back = change.take_back(asked.change_oid)
            except OvertakenError:
                raise _overtaken("changeOId") from None
            if back is None:
                raise unknown("change", "changeOId")
        entries, items = back
        there = [one.entity for one in entries if one.entity.deleted_at is None]
        gone = [one.entity.oid for one in entries if one.entity.deleted_at is not None]
        gone += [one.oid for one in items if one.body.get("deletedAt") is not None]
        return UndoResponse.model_construct(
            metadata=request.metadata,
            data=there,
            items=[one.oid for one in items if one.oid not in gone],
            gone=gone,
            change_oid=change.oid,
        )

    def take_in(self, request: Request) -> Open:
        asked = read_body(ImportRequest, request.body, raw=("content",))
        made = take_in(asked, self._library, author_of(request))
        return made.model_copy(update={"metadata": request.metadata})

    def workspace(self, request: Request) -> Open:
        asked = read_body(WorkspaceRequest, request.body)
        self._library.items.set_company(asked.company, asked.text)
        return WorkspaceCompany(metadata=request.metadata, company=asked.company, text=asked.text)

    def _change(
        self, request: Request, action: str, oid: str, make: Callable[[Version, str], Entry]
    ) -> Open:
        with self._library.changing(action, author_of(request)) as change:
            now = _newest(change, oid)
            entry = make(now, change.at)
            change.put(entry, now)
        return _saved(entry.entity, change, request)


def _newest(change: Change, oid: str, path: str = "oId") -> Version:
    now = change.newest(oid)
    if now is None:
        raise unknown(path=path)
    return now


def _both(change: Change, asked: MergeRequest) -> tuple[Version, Version]:
    """Give both entities of a merge, held in one order by all who merge."""
    paths = {asked.oid: "oId", asked.other_oid: "otherOId"}
    found = {oid: _newest(change, oid, paths[oid]) for oid in sorted(paths)}
    first, second = found[asked.oid], found[asked.other_oid]
    if first.entry.kind != second.entry.kind:
        raise _conflict("otherOId", "A persona and a segment cannot be merged.", "other_kind")
    return first, second


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*first, *second]))


def _again(now: Persona | Segment, made: Persona | Segment, at: str) -> Persona | Segment:
    """Give what was generated as a state of an entity that there is: its id, age and archive."""
    archived = {one.question: one.archived_at for one in now.qualifying_questions}
    questions = [
        one.model_copy(update={"archived_at": archived.get(one.question)})
        for one in made.qualifying_questions
    ]
    update: dict[str, Any] = {
        "oid": now.oid,
        "created_at": now.created_at,
        "updated_at": at,
        "archived_at": now.archived_at,
        "active": now.active,
        "user": now.user,
        "workspace": now.workspace,
        "qualifying_questions": questions,
    }
    return made.model_copy(update=update)


def _given_name(entry: Entry) -> bool:
    """Tell whether the entity's name is a person's, so that it stays."""
    own = [claim for claim in entry.evidence.claims if claim.pointer == "/name"]
    return not own or any(claim.edited or claim.source is None for claim in own)


def _set(now: Version, **update: str | None) -> Persona | Segment:
    return now.entry.entity.model_copy(update=update)


def _saved(entity: Persona | Segment, change: Change, request: Request) -> Open:
    return Saved.model_construct(
        metadata=request.metadata,
        data=entity,
        version=change.versions[entity.oid],
        change_oid=change.oid,
    )


def _overtaken(path: str) -> ProblemError:
    sentence = "It was changed again since; look at the newest version first."
    return _conflict(path, sentence, "changed_since")


def _conflict(path: str, sentence: str, code: str) -> ProblemError:
    return ProblemError(409, code, sentence, fields=[FieldError(path, sentence, code)])
