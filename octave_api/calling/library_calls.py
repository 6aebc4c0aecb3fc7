"""The client's calls about kept entities, what they are made with, and the library's memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from octave_api.calling.calls import Call, keyed, plain, read_flat
from octave_api.contract import Kind, Open
from octave_api.contract.library import (
    Archived,
    ChangesResponse,
    EntitiesResponse,
    ImportResponse,
    Saved,
    Sort,
    TagsResponse,
    UndoResponse,
    VersionResponse,
    VersionsResponse,
    WorkspaceCompany,
)
from octave_api.revising.bundles import Bundle
from octave_api.revising.revisions import Diff

Model = TypeVar("Model", bound=Open)
_EXT = "/api/ext/"


def page(base: str, model: type[Model], params: Mapping[str, Any]) -> Call[Model]:
    """Give the call for one page of a collection; parameters that are None are left out."""
    return Call("GET", f"{base}/list", model.model_validate_json, keyed(params))


def get(base: str, model: type[Model], oid: str) -> Call[Model]:
    """Give the call for one thing, whose answer is flat."""
    return Call("GET", f"{base}/get", read_flat(model), {"oId": oid})


def write(
    base: str, what: str, model: type[Model], fields: Mapping[str, Any], key: str | None = None
) -> Call[Model]:
    """Give the call that creates or updates; its answer has the thing in `data`."""

    def read(body: bytes) -> Model:
        return model.model_validate(_Wrapped.model_validate_json(body).data)

    return Call("POST", f"{base}/{what}", read, payload=keyed(fields), idempotency_key=key)


def delete(base: str, model: type[Model], oid: str) -> Call[Model]:
    """Give the call that deletes, whose answer is flat."""
    return Call("DELETE", f"{base}/delete", read_flat(model), {"oId": oid})


class _Wrapped(Open):
    data: dict[str, Any]


# The library's own


def search(
    *,
    text: str | None,
    kind: Kind | None,
    tags: Sequence[str],
    since: str | None,
    until: str | None,
    archived: Archived | None,
    product_oid: str | None,
    playbook_oid: str | None,
    sort: Sort | None,
    limit: int | None,
    offset: int | None,
) -> Call[EntitiesResponse]:
    """Give the call for a page of what is kept."""
    params = {
        "text": text,
        "kind": kind,
        "tag": list(tags) or None,
        "since": since,
        "until": until,
        "archived": archived,
        "productOId": product_oid,
        "playbookOId": playbook_oid,
        "sort": sort,
        "limit": limit,
        "offset": offset,
    }
    return Call("GET", _EXT + "entities", EntitiesResponse.model_validate_json, params)


def version(oid: str, number: int | None) -> Call[VersionResponse]:
    """Give the call for one state of an entity, with its evidence."""
    read = VersionResponse.model_validate_json
    return Call("GET", _EXT + "version", read, {"oId": oid, "version": number})


def versions(oid: str) -> Call[VersionsResponse]:
    """Give the call for all versions of an entity."""
    return Call("GET", _EXT + "versions", VersionsResponse.model_validate_json, {"oId": oid})


def diff(oid: str, before: int, after: int) -> Call[Diff]:
    """Give the call that compares two versions."""
    params: dict[str, Any] = {"oId": oid, "before": before, "after": after}
    return Call("GET", _EXT + "diff", Diff.model_validate_json, params)


def changes(limit: int | None, offset: int | None) -> Call[ChangesResponse]:
    """Give the call for what was done, newest first."""
    read = ChangesResponse.model_validate_json
    return Call("GET", _EXT + "changes", read, {"limit": limit, "offset": offset})


def tags() -> Call[TagsResponse]:
    """Give the call for the tags in use."""
    return Call("GET", _EXT + "tags", TagsResponse.model_validate_json)


def bundle(oids: Sequence[str]) -> Call[Bundle]:
    """Give the call for our own JSON of these entities, or of all."""
    params = {"oIds": list(oids) or None}
    return Call("GET", _EXT + "bundle", Bundle.model_validate_json, params)


def workspace() -> Call[WorkspaceCompany]:
    """Give the call for the workspace's company."""
    return Call("GET", _EXT + "workspace", WorkspaceCompany.model_validate_json)


def set_workspace(company: str, text: str) -> Call[WorkspaceCompany]:
    """Give the call that sets the workspace's company."""
    read = WorkspaceCompany.model_validate_json
    return Call("POST", _EXT + "workspace", read, payload={"company": company, "text": text})


def saved(what: str, key: str | None = None, /, **fields: Any) -> Call[Saved]:
    """Give the call that makes a new version of an entity; `key` is the idempotency key."""
    read = Saved.model_validate_json
    return Call("POST", _EXT + what, read, payload=keyed(fields), idempotency_key=key)


def regenerate(
    oid: str, sources: Sequence[Any], *, strict: bool, key: str | None = None
) -> Call[Saved]:
    """Give the call that makes a new version from sources."""
    payload = {"oId": oid, "sources": plain(list(sources))}
    read = Saved.model_validate_json
    return Call(
        "POST", _EXT + "regenerate", read, payload=payload, strict=strict, idempotency_key=key
    )


def undo(change_oid: str) -> Call[UndoResponse]:
    """Give the call that takes a change back."""
    read = UndoResponse.model_validate_json
    return Call("POST", _EXT + "undo", read, payload={"changeOId": change_oid})


def take_in(
    content: str, name: str, into: str | None, key: str | None = None
) -> Call[ImportResponse]:
    """Give the call that brings a file's text in."""
    payload = keyed({"content": content, "name": name, "into": into})
    read = ImportResponse.model_validate_json
    return Call("POST", _EXT + "import", read, payload=payload, idempotency_key=key)
