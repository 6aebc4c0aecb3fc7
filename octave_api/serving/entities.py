"""List, get, create, update and delete of personas and segments, as the contract has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from octave_api.contract import Kind, Open, Persona, Segment
from octave_api.contract.entities import (
    CreatePersonaRequest,
    CreateSegmentRequest,
    PersonaPage,
    PersonaResponse,
    SegmentPage,
    SegmentResponse,
    UpdatePersonaRequest,
    UpdateSegmentRequest,
    fields_of,
)
from octave_api.fields import kind_of
from octave_api.keeping.identity import ENTITY_PREFIXES, new_oid
from octave_api.revising import editing
from octave_api.serving.generating import complete
from octave_api.serving.linking import Lookup
from octave_api.serving.problems import read_body, unknown
from octave_api.serving.queries import QUERY_TYPES, Request
from octave_api.serving.routing import Route, collection

if TYPE_CHECKING:
    from octave_api.keeping.changes import Change
    from octave_api.library import Author, Entry, Library, Version

_SCALARS = {"name", "internalName", "description"}


def entity_routes(library: Library) -> Iterable[Route]:
    """Give the routes of both kinds."""
    kinds: tuple[Kind, ...] = ("persona", "segment")
    for kind in kinds:
        calls = _Calls(kind, library)
        yield from collection(f"/api/v2/{kind}", calls)


def author_of(request: Request) -> Author:
    """Give who saves, as the versions show it."""
    from octave_api.library import Author

    name = request.author()
    return Author(name, request.via()) if name else Author(via=request.via())


def flat(entity: Persona | Segment, request: Request) -> Open:
    """Give the flat answer: the entity's own fields, and `_metadata` among them."""
    return type(entity).model_validate(
        {"_metadata": request.metadata.to_dict(), **entity.to_dict()}
    )


class _Calls:
    def __init__(self, kind: Kind, library: Library) -> None:
        self._kind = kind
        self._library = library

    def page(self, request: Request) -> Open:
        """Answer one page, newest first; what is archived is left out."""
        from octave_api.library import Wanted

        text = "text" if self._kind == "persona" else "textSearchQuery"
        names = ("productOId", "playbookOId", "limit", "offset")
        if self._kind == "persona":
            request.only(text, "queryType", *names)
            request.choice("queryType", QUERY_TYPES)
        else:
            request.only(text, "oIds", *names)
        targets = (request.one("productOId"), request.one("playbookOId"))
        wanted = Wanted(
            kind=self._kind,
            text=request.one(text) or "",
            targets=tuple(target for target in targets if target),
            oids=request.several("oIds") or None,
        )
        limit, offset = request.page()
        found, total = self._library.find(wanted, limit=limit, offset=offset)
        more = offset + len(found) < total
        model: type[Open] = PersonaPage if self._kind == "persona" else SegmentPage
        return model.model_construct(
            metadata=request.metadata, has_next=more, total=total, data=found
        )

    def get(self, request: Request) -> Open:
        found = self._library.entity(request.oid())
        if found is None or kind_of(found) != self._kind:
            raise unknown(self._kind)
        return flat(found, request)

    def create(self, request: Request) -> Open:
        if self._kind == "persona":
            asked: CreatePersonaRequest | CreateSegmentRequest = read_body(
                CreatePersonaRequest, request.body
            )
            data = fields_of(asked)
        else:
            asked = read_body(CreateSegmentRequest, request.body)
            data = fields_of(asked.data) if asked.data is not None else {}
        entity = self._new(asked, data)
        links = self._links(asked)
        entry = self._entry(entity, links, asked)
        self._library.save([entry], action="created", author=author_of(request))
        return self._answer(entity, request, "created")

    def update(self, request: Request) -> Open:
        asked = (
            read_body(UpdatePersonaRequest, request.body)
            if self._kind == "persona"
            else read_body(UpdateSegmentRequest, request.body)
        )
        said = asked.model_dump(mode="json", by_alias=True, exclude_none=True)
        changes: dict[str, Any] = {key: said[key] for key in said.keys() & _SCALARS}
        changes["data"] = fields_of(asked)
        with self._library.changing("edited", author_of(request)) as change:
            now = self._newest(change, asked.oid)
            entity = editing.change(now.entry.entity, changes, change.at)
            evidence = editing.keep_evidence(now.entry.entity, entity, now.entry.evidence)
            change.put(replace(now.entry, entity=entity, evidence=evidence), now)
        return self._answer(entity, request, "updated")

    def delete(self, request: Request) -> Open:
        oid = request.oid()
        with self._library.changing("deleted", author_of(request)) as change:
            now = self._newest(change, oid)
            gone = now.entry.entity.model_copy(update={"deleted_at": change.at})
            change.put(replace(now.entry, entity=gone), now)
        return flat(gone, request)

    def _newest(self, change: Change, oid: str) -> Version:
        now = change.newest(oid)
        if now is None or now.entry.kind != self._kind:
            raise unknown(self._kind)
        return now

    def _new(
        self, asked: CreatePersonaRequest | CreateSegmentRequest, data: dict[str, Any]
    ) -> Persona | Segment:
        given: dict[str, Any] = {
            "oId": new_oid(ENTITY_PREFIXES[self._kind]),
            "name": asked.name,
            "internalName": asked.internal_name or asked.name,
            "description": asked.description or "",
            "data": data,
        }
        if self._kind == "persona":
            data["internalName"] = given["internalName"]
        model = Persona if self._kind == "persona" else Segment
        return complete(model.model_validate(given), self._library)

    def _links(self, asked: CreatePersonaRequest | CreateSegmentRequest) -> tuple[str, ...]:
        lookup = Lookup(self._library.items)
        primary = asked.primary_offering_oid
        lookup.item("product", primary, "primaryOfferingOId")
        links = lookup.links(primary, asked.linking_strategy)
        lookup.finish()
        return links

    def _entry(
        self,
        entity: Persona | Segment,
        links: tuple[str, ...],
        asked: CreatePersonaRequest | CreateSegmentRequest,
    ) -> Entry:
        from octave_api.library import Entry

        named = asked.model_dump(
            mode="json",
            by_alias=True,
            exclude_none=True,
            include={"primary_offering_oid", "linking_strategy"},
        )
        return Entry(self._kind, entity, editing.by_hand(entity), named, links=links)

    def _answer(self, entity: Persona | Segment, request: Request, done: str) -> Open:
        request.metadata.message = f"{self._kind.capitalize()} {done}"
        model: type[Open] = PersonaResponse if self._kind == "persona" else SegmentResponse
        return model.model_construct(metadata=request.metadata, data=entity)
