"""Offerings, brand voices, playbooks and resources: list, get, create, update, delete."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from octave_api.contract import Open, Source
from octave_api.contract.items import (
    BrandVoice,
    BrandVoicePage,
    BrandVoiceResponse,
    CreateBrandVoiceRequest,
    CreatePlaybookRequest,
    CreateProductRequest,
    CreateResourceRequest,
    Item,
    Playbook,
    PlaybookPage,
    PlaybookResponse,
    Product,
    ProductPage,
    ProductResponse,
    Resource,
    ResourcePage,
    ResourceResponse,
    UpdateBrandVoiceRequest,
    UpdatePlaybookRequest,
    UpdateProductRequest,
    UpdateResourceRequest,
)
from octave_api.contract.library import OidRequest
from octave_api.errors import FieldError
from octave_api.serving.entities import author_of
from octave_api.serving.generating import ReadSource, numbered, read_all, whose
from octave_api.serving.linking import ITEM_NAMES
from octave_api.serving.problems import bad_request, read_body, unknown
from octave_api.serving.queries import QUERY_TYPES, Request
from octave_api.serving.routing import Route, collection

if TYPE_CHECKING:
    from octave_api.keeping.item_rows import ItemKind
    from octave_api.library import Library

Update = (
    UpdateProductRequest | UpdateBrandVoiceRequest | UpdatePlaybookRequest | UpdateResourceRequest
)
_MODELS: dict[str, tuple[type[Item], type[Open], type[Open]]] = {
    "product": (Product, ProductPage, ProductResponse),
    "brand_voice": (BrandVoice, BrandVoicePage, BrandVoiceResponse),
    "playbook": (Playbook, PlaybookPage, PlaybookResponse),
    "resource": (Resource, ResourcePage, ResourceResponse),
}
_UPDATES: dict[str, type[Update]] = {
    "product": UpdateProductRequest,
    "brand_voice": UpdateBrandVoiceRequest,
    "playbook": UpdatePlaybookRequest,
    "resource": UpdateResourceRequest,
}
_TYPES = ("PRODUCT", "SERVICE", "ALL")
_RESOURCE_TYPES = ("text", "url", "google_drive")
_STATUSES = ("pending", "uploading", "indexed", "failed")
_NAME_LENGTH = 60


def item_routes(library: Library, read_source: ReadSource) -> Iterable[Route]:
    """Give the routes of all four."""
    makers = _Makers(library, read_source)
    kinds: tuple[tuple[ItemKind, str, Callable[[Request], dict[str, Any]]], ...] = (
        ("product", "product", makers.product),
        ("brand_voice", "brand-voice", makers.brand_voice),
        ("playbook", "playbook", makers.playbook),
        ("resource", "resource", makers.resource),
    )
    for kind, path, make in kinds:
        calls = _Calls(kind, library, make)
        base = f"/api/v2/{path}"
        yield from collection(base, calls)
        if kind == "resource":
            # The vendor's pages have this one as a POST.
            yield Route("POST", f"{base}/delete", calls.delete_posted)


class _Calls:
    def __init__(
        self, kind: ItemKind, library: Library, make: Callable[[Request], dict[str, Any]]
    ) -> None:
        self._kind = kind
        self._library = library
        self._make = make
        self._model, self._page, self._response = _MODELS[kind]

    def page(self, request: Request) -> Open:
        """Answer one page, newest first; a resource's text stays out of it."""
        text, having = self._filters(request)
        limit, offset = request.page()
        found, total = self._library.items.page(
            self._kind, text=text, having=having, limit=limit, offset=offset
        )
        data = [self._model.model_validate({**one, **whose(self._library)}) for one in found]
        if self._kind == "resource":
            data = [one.model_copy(update={"text": None}) for one in data]
        fields: dict[str, Any] = {"metadata": request.metadata, "total": total, "data": data}
        if "has_next" in self._page.model_fields:
            fields["has_next"] = offset + len(found) < total
        return self._page(**fields)

    def get(self, request: Request) -> Open:
        found = self._library.items.get(self._kind, request.oid())
        return self._flat(found, request)

    def create(self, request: Request) -> Open:
        body = self._make(request)
        linked = list(dict.fromkeys(body.pop("personaOIds", ())))
        with self._library.changing("created", author_of(request)) as change:
            made = change.add_item(self._kind, body)
            for oid in sorted(linked):
                now = change.newest(oid)
                if now is not None:
                    links = tuple(dict.fromkeys([*now.entry.links, made["oId"]]))
                    change.put(replace(now.entry, links=links), now)
        return self._answer(made, request, "created")

    def update(self, request: Request) -> Open:
        asked = read_body(_UPDATES[self._kind], request.body)
        if isinstance(asked, UpdatePlaybookRequest) and asked.product_oid is not None:
            found = self._library.items.get("product", asked.product_oid)
            if found is None:
                raise unknown("offering", "productOId")
        said = _given(asked)
        with self._library.changing("edited", author_of(request)) as change:
            now = change.item(self._kind, said.pop("oId"))
            if now is None:
                raise unknown(ITEM_NAMES[self._kind])
            parts = {
                key: {**now.body[key], **value}
                for key, value in said.items()
                if isinstance(value, dict) and isinstance(now.body.get(key), dict)
            }
            made = change.put_item(now, said | parts)
        return self._answer(made, request, "updated")

    def delete(self, request: Request) -> Open:
        return self._delete(request.oid(), request)

    def delete_posted(self, request: Request) -> Open:
        return self._delete(read_body(OidRequest, request.body).oid, request)

    def _delete(self, oid: str, request: Request) -> Open:
        with self._library.changing("deleted", author_of(request)) as change:
            now = change.item(self._kind, oid)
            if now is None:
                raise unknown(ITEM_NAMES[self._kind])
            gone = change.put_item(
                now, {"deletedAt": change.at, "updatedAt": now.body.get("updatedAt")}
            )
        return self._flat(gone, request)

    def _answer(self, made: dict[str, Any], request: Request, done: str) -> Open:
        request.metadata.message = f"{ITEM_NAMES[self._kind].capitalize()} {done}"
        data = self._model.model_validate({**made, **whose(self._library)})
        return self._response(metadata=request.metadata, data=data)

    def _flat(self, found: dict[str, Any] | None, request: Request) -> Open:
        if found is None:
            raise unknown(ITEM_NAMES[self._kind])
        metadata = request.metadata.to_dict()
        return self._model.model_validate({"_metadata": metadata, **found, **whose(self._library)})

    def _filters(self, request: Request) -> tuple[str, dict[str, str]]:
        """Read what a list may be narrowed by; each kind has names of its own."""
        having: dict[str, str | None] = {}
        text = "text"
        if self._kind == "product":
            request.only("text", "productOId", "type", "limit", "offset")
            kind = request.choice("type", _TYPES)
            having = {"type": None if kind == "ALL" else kind, "oId": request.one("productOId")}
        elif self._kind == "playbook":
            request.only("text", "queryType", "productOId", "limit", "offset")
            request.choice("queryType", QUERY_TYPES)
            having = {"productOId": request.one("productOId")}
        elif self._kind == "resource":
            text = "search"
            request.only("search", "resourceType", "status", "limit", "offset")
            having["type"] = request.choice("resourceType", _RESOURCE_TYPES)
            having["status"] = request.choice("status", _STATUSES)
        else:
            request.only("text", "limit", "offset")
        return request.one(text) or "", {key: one for key, one in having.items() if one}


class _Makers:
    """Reads the bodies of the create calls."""

    def __init__(self, library: Library, read_source: ReadSource) -> None:
        self._library = library
        self._read_source = read_source

    def product(self, request: Request) -> dict[str, Any]:
        return _given(read_body(CreateProductRequest, request.body))

    def brand_voice(self, request: Request) -> dict[str, Any]:
        return _given(read_body(CreateBrandVoiceRequest, request.body))

    def playbook(self, request: Request) -> dict[str, Any]:
        asked = read_body(CreatePlaybookRequest, request.body)
        product = self._library.items.get("product", asked.product_oid)
        if product is None:
            raise unknown("offering", "productOId")
        for at, oid in enumerate(asked.persona_oids):
            if self._library.entity(oid) is None:
                raise unknown("persona", f"personaOIds[{at}]")
        kept = {"product_oid", "description", "key_insight", "type", "context", "persona_oids"}
        return {
            "name": asked.name or f"Playbook for {product['name']}",
            **asked.model_dump(mode="json", by_alias=True, exclude_none=True, include=kept),
        }

    def resource(self, request: Request) -> dict[str, Any]:
        asked = read_body(CreateResourceRequest, request.body, raw=("url",))
        value = asked.text if asked.mode == "text" else asked.url
        if value is None:
            raise bad_request([FieldError(asked.mode, "This field is required.", "missing")])
        kind = "TEXT" if asked.mode == "text" else "URL"
        source = Source.model_validate({"type": kind, "value": value})
        read = numbered(0, read_all([source], [asked.mode], self._read_source)[0])
        first = " ".join(read.text.split())[:_NAME_LENGTH]
        body = {"name": asked.name or read.title or first, "type": asked.mode, "status": "indexed"}
        return body | ({"url": value} if kind == "URL" else {}) | {"text": read.text}


def _given(asked: BaseModel) -> dict[str, Any]:
    return asked.model_dump(mode="json", by_alias=True, exclude_none=True)
