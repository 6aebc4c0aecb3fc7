"""The OpenAPI document describes what the service really does: Schemathesis, all checks."""

from __future__ import annotations

import json
import os
from typing import Any

import jsonschema_rs
import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    negative_data_rejection,
    positive_data_acceptance,
)

from octave_api.contract import Source, SourceText
from octave_api.library import Library
from octave_api.server import create_app
from octave_api.service import Service
from octave_api.sources import read
from octave_api.web.page import Page

EXAMPLES = int(os.environ.get("OCTAVE_SCHEMATHESIS_EXAMPLES", "10"))
KEY = "schemathesis-key"


def _any_page(url: str) -> Page:
    """Stand in for the web: a document can say what an address looks like, not what is there."""
    body = b"<html><body><p>Plant managers keep two lines running.</p></body></html>"
    return Page(url, url, 200, "text/html", "utf-8", body)


def _service(library: Library, *, keys: tuple[str, ...] = ()) -> Service:
    def read_source(source: Source) -> SourceText:
        return read(source, resource=library.resource, get=_any_page)

    return Service(library, read_source=read_source, keys=keys)


_APP = create_app(_service(Library(":memory:"), keys=(KEY,)))

# The checks as they come: a configuration file nearby may not loosen them. But that no other
# request had a key, and whether a file's text can be read, is more than a schema can say.
_TAKEN = {"positive_data_acceptance": {"expected-statuses": ["2xx", "401", "404", "409", "422"]}}
_IMPORT = {
    "include-path": "/api/ext/import",
    "checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "400", "404", "422"]}},
}
_CONFIG = SchemathesisConfig.from_dict({"checks": _TAKEN, "operations": [_IMPORT]})
schema = schemathesis.openapi.from_asgi("/openapi.json", _APP, config=_CONFIG)


@schema.auth()
class _Auth:
    def get(self, case: schemathesis.Case, context: object) -> str:
        return KEY

    def set(self, case: schemathesis.Case, data: str, context: object) -> None:
        case.headers["api_key"] = data


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_service_does_what_the_document_says(case: schemathesis.Case) -> None:
    """No generated request gives an answer that the document does not describe."""
    case.call_and_validate(excluded_checks=_misjudged(case))


def _misjudged(case: schemathesis.Case) -> list[Any]:
    """
    Give the check that a body was generated for, where the body is not what it was to be.

    What generates text knows fewer signs than `\\p{L}` and `\\p{C}` have: it takes "ʃ" for no
    letter, and U+FFFF for a sign that can be seen.
    """
    parts = case.meta.components.items() if case.meta else ()
    wrong = [place for place, part in parts if part.mode is GenerationMode.NEGATIVE]
    if wrong not in ([], [ParameterLocation.BODY]) or not isinstance(case.body, dict):
        return []
    raw = schema.raw_schema
    asked = raw["paths"][case.operation.path].get(case.method.lower(), {})
    media = asked.get("requestBody", {}).get("content", {}).get(case.media_type)
    if media is None:
        return []
    whole = {"allOf": [media["schema"]], "components": raw["components"]}
    right = jsonschema_rs.validator_for(whole).is_valid(case.body)
    if right != bool(wrong):
        return []
    return [negative_data_rejection if wrong else positive_data_acceptance]


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """The document of a service with keys."""
    answer = _service(Library(":memory:"), keys=(KEY,)).handle("GET", "/openapi.json", [], b"")
    return dict(json.loads(answer.body))


CALLS = ("list", "get", "{oId}", "create", "update", "delete")
KINDS = ("persona", "segment", "product", "brand-voice", "playbook", "resource")
KEPT_PATHS = {f"/api/v2/{kind}/{call}" for kind in KINDS for call in CALLS}
LIBRARY_PATHS = {
    f"/api/ext/{call}"
    for call in (
        "evidence entity entities version versions diff changes tags bundle workspace edit archive "
        "unarchive delete restore tag duplicate merge regenerate undo import"
    ).split()
}


def test_every_path_is_documented(document: dict[str, Any]) -> None:
    """What is served is described, but for the document itself."""
    assert document["openapi"].startswith("3.1")
    assert set(document["paths"]) == {
        "/api/v2/persona/generate",
        "/api/v2/segment/generate",
        "/api/v2/agents/qualify-company/run",
        "/api/v2/agents/qualify-person/run",
        *KEPT_PATHS,
        *LIBRARY_PATHS,
        "/api/v2/api-key/validate",
        "/api/ext/prospects",
        "/api/ext/prospect",
        "/api/ext/prospect/save",
        "/api/ext/prospect/delete",
        "/healthz",
        "/readyz",
    }


def test_every_status_is_documented(document: dict[str, Any]) -> None:
    """Each call lists what it answers, errors in one shape."""
    generate = document["paths"]["/api/v2/persona/generate"]["post"]["responses"]
    refused = "400 401 404 408 409 413 415 422 500 503".split()
    assert set(generate) == {"200", *refused}
    evidence = document["paths"]["/api/ext/evidence"]["get"]["responses"]
    assert set(evidence) == {"200", "400", "401", "404", "500", "503"}
    for status, response in generate.items():
        name = "PersonasResponse" if status == "200" else "ErrorResponse"
        shape = response["content"]["application/json"]["schema"]
        assert shape == {"$ref": f"#/components/schemas/{name}"}


def test_every_call_that_changes_something_takes_an_idempotency_key(
    document: dict[str, Any],
) -> None:
    """And no other one does."""
    for operations in document["paths"].values():
        for method, operation in operations.items():
            names = [one["name"] for one in operation.get("parameters", [])]
            assert ("Idempotency-Key" in names) == (method != "get")
            assert ("422" in operation["responses"]) == (method != "get")


def test_key_is_asked_for_only_where_there_is_one() -> None:
    """A service without keys does not document any."""
    answer = _service(Library(":memory:")).handle("GET", "/openapi.json", [], b"")
    assert b'"security"' not in answer.body
    assert b'"401"' not in answer.body


def test_document_and_health_need_no_key() -> None:
    """A monitor and a reader of the document are let in without a key."""
    service = _service(Library(":memory:"), keys=(KEY,))
    paths = ("/openapi.json", "/healthz", "/readyz")
    assert [service.handle("GET", path, [], b"").status for path in paths] == [200, 200, 200]


def test_json_keys_are_the_contract_s(document: dict[str, Any]) -> None:
    """The document shows camel case, never Python's names."""
    names = {
        name
        for shape in document["components"]["schemas"].values()
        for name in shape.get("properties", {})
    }
    assert {"linkingStrategy", "offeringOIds", "primaryOfferingOId", "_metadata"} <= names
    assert not [name for name in names if "_" in name.lstrip("_")]
