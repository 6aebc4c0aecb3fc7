"""The paths of kept entities, of what they are made with, and of the library, for OpenAPI."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from octave_api.contract import account
from octave_api.contract import entities as entities
from octave_api.contract import items as items
from octave_api.contract import library as library
from octave_api.revising import bundles, revisions
from octave_api.serving.queries import MAX_PAGE

Shape = dict[str, Any]

REQUESTS: tuple[type[BaseModel], ...] = (
    entities.CreatePersonaRequest,
    entities.CreateSegmentRequest,
    entities.UpdatePersonaRequest,
    entities.UpdateSegmentRequest,
    items.CreateProductRequest,
    items.CreateBrandVoiceRequest,
    items.CreatePlaybookRequest,
    items.UpdateProductRequest,
    items.UpdateBrandVoiceRequest,
    items.UpdatePlaybookRequest,
    items.UpdateResourceRequest,
    library.EditRequest,
    library.OidRequest,
    library.RestoreRequest,
    library.TagRequest,
    library.DuplicateRequest,
    library.MergeRequest,
    library.RegenerateRequest,
    library.UndoRequest,
    library.ImportRequest,
    library.WorkspaceRequest,
)
ANSWERS: tuple[type[BaseModel], ...] = (
    account.KeyCheck,
    entities.PersonaPage,
    entities.SegmentPage,
    entities.PersonaResponse,
    entities.SegmentResponse,
    items.Product,
    items.ProductPage,
    items.ProductResponse,
    items.BrandVoice,
    items.BrandVoicePage,
    items.BrandVoiceResponse,
    items.Playbook,
    items.PlaybookPage,
    items.PlaybookResponse,
    items.Resource,
    items.ResourcePage,
    items.ResourceResponse,
    bundles.Bundle,
    revisions.Diff,
    library.EntitiesResponse,
    library.VersionsResponse,
    library.VersionResponse,
    library.Saved,
    library.ChangesResponse,
    library.UndoResponse,
    library.TagsResponse,
    library.ImportResponse,
    library.WorkspaceCompany,
)
ENTITY: Shape = {
    "anyOf": [{"$ref": f"#/components/schemas/{kind}"} for kind in ("Persona", "Segment")]
}
"""Both shapes are open, so one entity may fit both: "anyOf", not the generated "oneOf"."""

SEEN = r"\P{C}"
"""What nobody sees is left out of every text; where one is due, something is left of it."""

_WORDS = {"type": "string", "pattern": "[\\p{L}\\p{N}]"}
_NAME = {"type": ["string", "null"]}
_RESOURCES: Shape = {
    "CreateResourceRequest": {
        "oneOf": [
            {
                "type": "object",
                "properties": {
                    "mode": {"const": mode, "type": "string"},
                    mode: value,
                    "name": _NAME,
                },
                "required": ["mode", mode],
                "additionalProperties": False,
            }
            for mode, value in (
                ("text", _WORDS),
                ("url", {"type": "string", "pattern": "^https?://"}),
            )
        ],
        "description": "A text, or the address of a page that is read at once.",
    }
}
_DATE = {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}(T[0-9:.]+Z?)?$"}
_TEXT: Shape = {"type": "string"}


def _either(*choices: str) -> Shape:
    return {"type": "string", "enum": list(choices)}


def complete(schemas: Shape) -> Shape:
    """Give the schemas with what their models do not say by themselves."""
    schemas = schemas | _RESOURCES
    for name in ("EntitiesResponse", "UndoResponse", "ImportResponse"):
        schemas[name]["properties"]["data"]["items"] = ENTITY
    for name in ("VersionResponse", "Saved"):
        schemas[name]["properties"]["data"] = ENTITY
    schemas["BundleEntry"]["properties"]["entity"] = ENTITY
    _ask_for_something_seen(schemas)
    return schemas


def _ask_for_something_seen(part: Any) -> None:
    """Add to each text that must not be empty that something of it must be seen."""
    if isinstance(part, dict):
        if part.get("type") == "string" and part.get("minLength"):
            part.setdefault("pattern", SEEN)
        for below in part.values():
            _ask_for_something_seen(below)
    elif isinstance(part, list):
        for below in part:
            _ask_for_something_seen(below)


def paths(page: list[Shape], oid: Shape) -> Shape:
    """
    Give the paths.

    Args:
        page: The parameters `limit` and `offset`.
        oid: The parameter `oId`.
    """
    in_path = {**oid, "in": "path", "schema": {"type": "string", "pattern": "^[A-Za-z0-9_-]+$"}}
    found: Shape = {
        "/api/v2/api-key/validate": _get("validateKey", "Whether the key is known", "KeyCheck")
    }
    for what in ("Persona", "Segment"):
        found |= _entity(what, page, oid, in_path)
    for what, path, filters in _ITEMS:
        found |= _item(what, f"/api/v2/{path}", [*filters, *page], oid, in_path)
    return found | _library(page, oid)


_LINKED = [("productOId", _TEXT), ("playbookOId", _TEXT)]
_ITEMS: tuple[tuple[str, str, list[Shape]], ...]


def _query(name: str, schema: Shape, *, required: bool = False) -> Shape:
    return {"name": name, "in": "query", "schema": schema} | (
        {"required": True} if required else {}
    )


_MODE = _query("queryType", _either("ALL", "TEAM", "MINE"))
_ITEMS = (
    (
        "Product",
        "product",
        [
            _query("text", _TEXT),
            _query("productOId", _TEXT),
            _query("type", _either("PRODUCT", "SERVICE", "ALL")),
        ],
    ),
    ("BrandVoice", "brand-voice", [_query("text", _TEXT)]),
    ("Playbook", "playbook", [_query("text", _TEXT), _MODE, _query("productOId", _TEXT)]),
    (
        "Resource",
        "resource",
        [
            _query("search", _TEXT),
            _query("resourceType", _either("text", "url", "google_drive")),
            _query("status", _either("pending", "uploading", "indexed", "failed")),
        ],
    ),
)


def _entity(what: str, page: list[Shape], oid: Shape, in_path: Shape) -> Shape:
    base = f"/api/v2/{what.lower()}"
    linked = [_query(name, schema) for name, schema in _LINKED]
    several = {"type": "array", "items": {"type": "string"}, "maxItems": MAX_PAGE}
    filters = (
        [_query("text", _TEXT), _MODE]
        if what == "Persona"
        else [_query("textSearchQuery", _TEXT), _query("oIds", several)]
    )
    title = f"{what}s, newest first; archived ones are left out"
    update = _post(f"update{what}", f"Change a {what.lower()}", f"Update{what}Request",
                   f"{what}Response")  # fmt: skip
    put = {**update["post"], "operationId": f"put{what}"}
    return {
        f"{base}/list": _get(f"list{what}s", title, f"{what}Page", [*filters, *linked, *page]),
        f"{base}/get": _get(f"get{what}", f"One {what.lower()}", what, [oid], 404),
        f"{base}/{{oId}}": _get(f"get{what}ByPath", f"One {what.lower()}", what, [in_path], 404),
        f"{base}/create": _post(
            f"create{what}", f"Keep a {what.lower()}", f"Create{what}Request", f"{what}Response"
        ),
        f"{base}/update": update | {"put": put},
        f"{base}/delete": _delete(f"delete{what}", f"Delete a {what.lower()}", what, oid),
    }


def _item(what: str, base: str, filters: list[Shape], oid: Shape, in_path: Shape) -> Shape:
    update = _post(f"update{what}", "Change one", f"Update{what}Request", f"{what}Response")
    delete = _delete(f"delete{what}", "Delete one", what, oid)
    if what == "Resource":
        delete |= _post("deletePostedResource", "Delete one", "OidRequest", what)
    return {
        f"{base}/list": _get(f"list{what}s", "One page, newest first", f"{what}Page", filters),
        f"{base}/get": _get(f"get{what}", "One of them", what, [oid], 404),
        f"{base}/{{oId}}": _get(f"get{what}ByPath", "One of them", what, [in_path], 404),
        f"{base}/create": _post(
            f"create{what}", "Keep one", f"Create{what}Request", f"{what}Response"
        ),
        f"{base}/update": update | {"put": {**update["post"], "operationId": f"put{what}"}},
        f"{base}/delete": delete,
    }


def _library(page: list[Shape], oid: Shape) -> Shape:
    number = {"type": "integer", "minimum": 1, "maximum": library.MAX_VERSION}
    ids = {"type": "array", "items": {"type": "string"}, "maxItems": MAX_PAGE}
    tag = {"type": "string", "minLength": 1}
    tags = {"type": "array", "items": tag, "maxItems": library.MAX_TAGS}
    search = [
        _query("kind", _either("persona", "segment")),
        _query("text", _TEXT),
        _query("tag", tags),
        _query("since", _DATE),
        _query("until", _DATE),
        _query("archived", _either(*library.ARCHIVED)),
        *(_query(name, schema) for name, schema in _LINKED),
        _query("sort", _either(*library.SORTS)),
    ]
    both = [_query(name, number, required=True) for name in ("before", "after")]
    edits = (
        ("edit", "EditRequest", "Change an entity by hand"),
        ("archive", "OidRequest", "Put an entity aside"),
        ("unarchive", "OidRequest", "Take an entity out of the archive"),
        ("delete", "OidRequest", "Delete an entity"),
        ("restore", "RestoreRequest", "Make an earlier version the newest"),
        ("tag", "TagRequest", "Give an entity these tags and no others"),
        ("duplicate", "DuplicateRequest", "Copy an entity"),
        ("merge", "MergeRequest", "Unite two entities in the first"),
        ("regenerate", "RegenerateRequest", "Make a new version from sources"),
    )
    undo = _post("undo", "Take a change back", "UndoRequest", "UndoResponse")
    return {
        "/api/ext/entities": _get(
            "listEntities", "What is kept, and how it was saved", "EntitiesResponse",
            [*search, *page],
        ),
        "/api/ext/versions": _get("listVersions", "All versions", "VersionsResponse", [oid], 404),
        "/api/ext/version": _get(
            "getVersion", "A state with its evidence", "VersionResponse",
            [oid, _query("version", number)], 404,
        ),
        "/api/ext/diff": _get("diff", "Two versions compared", "Diff", [oid, *both], 404),
        "/api/ext/changes": _get("listChanges", "What was done", "ChangesResponse", page),
        "/api/ext/tags": _get("listTags", "The tags in use", "TagsResponse"),
        "/api/ext/bundle": _get("bundle", "Our own JSON", "Bundle", [_query("oIds", ids)], 404),
        "/api/ext/undo": undo,
        "/api/ext/import": _post("import", "Bring a file's text in", "ImportRequest",
                                 "ImportResponse"),
        "/api/ext/workspace": _get("getWorkspace", "The company", "WorkspaceCompany")
        | _post("setWorkspace", "Set the company", "WorkspaceRequest", "WorkspaceCompany"),
        **{
            f"/api/ext/{name}": _post(f"{name}Entity", summary, request, "Saved")
            for name, request, summary in edits
        },
    }  # fmt: skip


# Each operation names what it answers; `openapi.py` adds the errors that its statuses stand for.


def _get(
    name: str, summary: str, answer: str, parameters: list[Shape] | None = None, *more: int
) -> Shape:
    return {"get": _operation(name, summary, answer, parameters or [], (400, *more))}


def _delete(name: str, summary: str, answer: str, oid: Shape) -> Shape:
    return {"delete": _operation(name, summary, answer, [oid], (400, 404))}


def _post(name: str, summary: str, request: str, answer: str) -> Shape:
    made = _operation(name, summary, answer, [], (400, 404, 409, 413, 415))
    schema = {"$ref": f"#/components/schemas/{request}"}
    body = {"required": True, "content": {"application/json": {"schema": schema}}}
    return {"post": made | {"requestBody": body}}


def _operation(
    name: str, summary: str, answer: str, parameters: list[Shape], statuses: tuple[int, ...]
) -> Shape:
    return {
        "operationId": name,
        "summary": summary,
        "parameters": parameters,
        "answer": answer,
        "statuses": (*statuses, 500, 503),
    }
