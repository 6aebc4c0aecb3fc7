"""The OpenAPI 3.1 document of the service, made from the contract's models."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from octave_api import __version__, contract
from octave_api.contract import qualification
from octave_api.scoring import prospects
from octave_api.serving import openapi_library
from octave_api.serving.idempotency import PATTERN
from octave_api.serving.problems import ErrorResponse

_ERRORS = {
    400: "A field or a source cannot be used; `error.errors` lists each with its path. "
    "Nothing was made.",
    401: "No API key, or not one of this server's.",
    404: "Nothing has this id; `error.errors` names the field.",
    408: "The body took too long to arrive.",
    409: "It cannot be done to what is there, mostly because that was changed again since.",
    413: "The body is larger than this server takes.",
    415: "The body is not declared as JSON.",
    422: "The Idempotency-Key came with another request before.",
    500: "A fault of the server.",
    503: "The library does not answer; try again.",
}

_REQUESTS: tuple[type[BaseModel], ...] = (
    contract.GeneratePersonasRequest,
    contract.GenerateSegmentsRequest,
    qualification.QualifyCompanyRequest,
    qualification.QualifyPersonRequest,
    prospects.SaveProspectRequest,
    prospects.DeleteProspectRequest,
    *openapi_library.REQUESTS,
)
_ANSWERS: tuple[type[BaseModel], ...] = (
    contract.PersonasResponse,
    contract.SegmentsResponse,
    contract.Evidence,
    contract.Persona,
    contract.Segment,
    contract.Health,
    qualification.QualifyCompanyResponse,
    qualification.QualifyPersonResponse,
    prospects.Prospect,
    prospects.ProspectsResponse,
    prospects.DeletedProspect,
    *openapi_library.ANSWERS,
    ErrorResponse,
)

_OID = {
    "name": "oId",
    "in": "query",
    "required": True,
    "schema": {"type": "string", "minLength": 1, "pattern": openapi_library.SEEN},
}
_STRICT = {
    "name": "x-octave-strict",
    "in": "header",
    "description": "`true` leaves out what no source says or implies.",
    "schema": {"type": "string", "enum": ["true", "false"]},
}
_IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": "A name of your own for this request, a UUID for example. The same request "
    "with the same key is carried out once: for a day it gets the first answer again, with the "
    "header `Idempotent-Replayed: true`. What was refused may be sent again under its key.",
    "schema": {"type": "string", "pattern": f"^{PATTERN}$"},
}


@cache
def document(*, secured: bool, max_page: int, max_offset: int) -> bytes:
    """
    Give the document as JSON.

    Args:
        secured: The service has keys, so the calls under `/api` need one.
        max_page: The highest `limit` of a page.
        max_offset: The highest `offset`.
    """
    _, definitions = models_json_schema(
        [(model, "validation") for model in _REQUESTS]
        + [(model, "serialization") for model in _ANSWERS],
        by_alias=True,
        ref_template="#/components/schemas/{model}",
    )
    schemas = openapi_library.complete(definitions["$defs"] | _sources())
    page = [
        _query("limit", {"type": "integer", "minimum": 1, "maximum": max_page, "default": 10}),
        _query("offset", {"type": "integer", "minimum": 0, "maximum": max_offset, "default": 0}),
    ]
    made: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {
            "title": "Octave Explorer",
            "version": __version__,
            "description": "Buyer personas and market segments from texts and web pages, "
            "each claim with its evidence. Independent of Octave HQ.",
        },
        "paths": _paths(page),
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "apiKey": {"type": "apiKey", "in": "header", "name": "api_key"},
            },
        },
    }
    for path, operations in made["paths"].items():
        for method, operation in operations.items():
            if method != "get":
                _take_a_key(operation)
        if secured and path.startswith("/api/"):
            for operation in operations.values():
                operation["security"] = [{"apiKey": []}]
                operation["responses"]["401"] = _error(401)
    return json.dumps(made, ensure_ascii=False).encode()


def _paths(page: list[dict[str, Any]]) -> dict[str, Any]:
    """Give every call; `page` are the parameters of a list."""
    return {
        "/api/v2/persona/generate": _generate("Personas"),
        "/api/v2/segment/generate": _generate("Segments"),
        "/api/v2/agents/qualify-company/run": _qualify("Company"),
        "/api/v2/agents/qualify-person/run": _qualify("Person"),
        "/api/ext/evidence": _read(
            "getEvidence", "Where each text of an entity comes from", _ref("Evidence"), [_OID]
        ),
        "/api/ext/entity": _read("getEntity", "One kept entity", openapi_library.ENTITY, [_OID]),
        **{
            path: {method: _whole(operation) for method, operation in operations.items()}
            for path, operations in openapi_library.paths(page, _OID).items()
        },
        "/api/ext/prospects": _read(
            "listProspects", "Kept prospects, newest first", _ref("ProspectsResponse"), page
        ),
        "/api/ext/prospect": _read("getProspect", "One prospect", _ref("Prospect"), [_OID]),
        "/api/ext/prospect/save": _change("save", _ref("Prospect")),
        "/api/ext/prospect/delete": _change("delete", _ref("DeletedProspect")),
        "/healthz": _open("health", "The server answers"),
        "/readyz": _open("ready", "The library answers too"),
    }


def _take_a_key(operation: dict[str, Any]) -> None:
    """Say of an operation that changes something what all of them have in common."""
    operation["parameters"] = [*operation.get("parameters", []), _IDEMPOTENCY_KEY]
    also = (409, 422) if "requestBody" not in operation else (408, 409, 422)
    operation["responses"] |= {str(status): _error(status) for status in also}


def _whole(operation: dict[str, Any]) -> dict[str, Any]:
    """Give an operation with its answers in full."""
    made = {key: value for key, value in operation.items() if key not in ("answer", "statuses")}
    answers = _responses("Done", _ref(operation["answer"]), *operation["statuses"])
    return made | {"responses": answers}


def _sources() -> dict[str, Any]:
    """Give the three kinds of source, each with what its value must be."""
    words = {"type": "string", "pattern": "[\\p{L}\\p{N}]"}
    values = {
        "TEXT": words | {"description": "What to read, as it is."},
        "URL": {
            "type": "string",
            "pattern": "^https?://",
            "description": "A public web page that can be read; any other is answered with 400.",
        },
        "RESOURCE": words | {"description": "The oId of a resource, or a name to generate from."},
    }
    kinds = {
        f"{kind.capitalize()}Source": {
            "type": "object",
            "properties": {"type": {"const": kind, "type": "string"}, "value": value},
            "required": ["type", "value"],
            "additionalProperties": False,
        }
        for kind, value in values.items()
    }
    return {"Source": {"oneOf": [_ref(name) for name in kinds]}} | kinds


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _query(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema}


def _answer(description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _error(status: int) -> dict[str, Any]:
    answer = _answer(_ERRORS[status], _ref("ErrorResponse"))
    if status == 401:
        answer["headers"] = {"WWW-Authenticate": {"schema": {"type": "string"}}}
    return answer


def _responses(ok: str, schema: dict[str, Any], *statuses: int) -> dict[str, Any]:
    errors = {str(status): _error(status) for status in statuses}
    return {"200": _answer(ok, schema), **errors}


def _generate(what: str) -> dict[str, Any]:
    return {
        "post": {
            "operationId": f"generate{what}",
            "tags": ["generate"],
            "summary": f"Generate {what.lower()}",
            "description": f"Makes one of the {what.lower()} an item, in order, and keeps them.",
            "parameters": [_STRICT],
            "requestBody": {
                "required": True,
                "content": {"application/json": {"schema": _ref(f"Generate{what}Request")}},
            },
            "responses": _responses(
                f"{what} generated", _ref(f"{what}Response"), 400, 404, 413, 415, 500, 503
            ),
        }
    }


def _qualify(what: str) -> dict[str, Any]:
    return {
        "post": {
            "operationId": f"qualify{what}",
            "tags": ["qualify"],
            "summary": f"Qualify a {what.lower()}",
            "description": "Answers the questions of what is kept from the material of the "
            "request, and gives the best match with its score. Questions that the material does "
            "not settle are left out. The score is this program's own. Nothing is looked up.",
            "requestBody": {
                "required": True,
                "content": {"application/json": {"schema": _ref(f"Qualify{what}Request")}},
            },
            "responses": _responses(
                f"{what} qualified, or `found: false` with the reason",
                _ref(f"Qualify{what}Response"),
                *(400, 413, 415, 500, 503),
            ),
        }
    }


def _change(what: str, schema: dict[str, Any]) -> dict[str, Any]:
    body = _ref(f"{what.capitalize()}ProspectRequest")
    return {
        "post": {
            "operationId": f"{what}Prospect",
            "summary": f"{what.capitalize()} a prospect with its answers",
            "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
            "responses": _responses("Done", schema, 400, 404, 413, 415, 500, 503),
        }
    }


def _read(
    name: str, summary: str, schema: dict[str, Any], parameters: list[dict[str, Any]]
) -> dict[str, Any]:
    statuses = (400, 404, 500, 503) if _OID in parameters else (400, 500, 503)
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "parameters": parameters,
            "responses": _responses("Found", schema, *statuses),
        }
    }


def _open(name: str, summary: str) -> dict[str, Any]:
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "responses": _responses("Yes", _ref("Health"), 500, 503),
        }
    }
