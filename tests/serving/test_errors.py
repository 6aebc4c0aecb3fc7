"""The tree of errors: complete, picklable, silent about secrets; and one shape for every answer."""

from __future__ import annotations

import inspect
import json
import pickle
from typing import Any

import pytest

from octave_api import errors
from octave_api.errors import FieldError, LibraryError, OctaveError, SourceError, StatusError
from tests.conftest import Door

CLASSES = [
    value
    for value in vars(errors).values()
    if inspect.isclass(value) and issubclass(value, OctaveError) and value.__name__[0] != "_"
]


def make(cls: type[OctaveError]) -> OctaveError:
    """Make an error of this class with everything it can carry."""
    if issubclass(cls, StatusError):
        return cls(
            "It failed.",
            status=400,
            code="some_code",
            request_id="req_1",
            fields=(FieldError("personas[0].name", "This must not be empty.", "too_short"),),
            retry_after=3.0,
        )
    if issubclass(cls, SourceError):
        return cls("no_text", "It failed.", value="https://example.com")
    if issubclass(cls, LibraryError):
        return cls("damaged", "It failed.", path="/somewhere/library.db")
    return cls("It failed.", code="some_code")


@pytest.mark.parametrize("cls", CLASSES)
def test_error_survives_pickling(cls: type[OctaveError]) -> None:
    """Every error comes out of a pickle as it went in."""
    error = make(cls)
    error.add_note("seen by a test")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is cls
    assert (str(again), repr(again), vars(again)) == (str(error), repr(error), vars(error))


@pytest.mark.parametrize("cls", CLASSES)
def test_error_is_in_the_tree(cls: type[OctaveError]) -> None:
    """The tree at the top of the module names every class."""
    assert errors.__doc__ is not None
    assert cls.__name__ in errors.__doc__.split()


def test_status_has_its_class() -> None:
    """Each status has its class; an unknown one has the general class."""
    expected = {
        400: "BadRequestError",
        401: "AuthenticationError",
        403: "PermissionDeniedError",
        404: "NotFoundError",
        409: "ConflictError",
        413: "PayloadTooLargeError",
        418: "StatusError",
        422: "UnprocessableError",
        429: "RateLimitError",
        500: "ServerError",
        599: "ServerError",
    }
    found = {status: errors.class_for_status(status).__name__ for status in expected}
    assert found == expected


def test_request_id_is_in_the_text() -> None:
    """What a user copies from the screen names the request."""
    assert str(make(errors.NotFoundError)) == "It failed. (request req_1)"


# The one shape of every answer that is not 200

TEXT = {"personas": [{"sources": [{"type": "TEXT", "value": "A plant manager runs plants."}]}]}
JSON = {"content-type": "application/json"}
SECRET = "canary-9f3b"

CASES: list[tuple[str, str, str, bytes, dict[str, str], int, str]] = [
    ("unknown path", "GET", "/api/v2/nothing", b"", {}, 404, "not_found"),
    ("root", "GET", "/", b"", {}, 404, "not_found"),
    ("line break in path", "GET", "/api%0A", b"", {}, 404, "not_found"),
    ("wrong method", "DELETE", "/api/v2/persona/generate", b"", {}, 405, "method_not_allowed"),
    ("wrong method to read", "POST", "/api/ext/evidence", b"{}", JSON, 405, "method_not_allowed"),
    ("no body", "POST", "/api/v2/persona/generate", b"", JSON, 400, "bad_request"),
    ("not JSON by header", "POST", "/api/v2/persona/generate", b"{}", {}, 415, "not_json"),
    ("missing id", "GET", "/api/ext/evidence", b"", {}, 400, "bad_request"),
    ("empty id", "GET", "/api/ext/entity?oId=", b"", {}, 400, "bad_request"),
    ("id twice", "GET", "/api/ext/entity?oId=a&oId=b", b"", {}, 400, "bad_request"),
    ("unknown id", "GET", f"/api/ext/entity?oId={SECRET}", b"", {}, 404, "not_found"),
    ("unknown kind", "GET", f"/api/ext/entities?kind={SECRET}", b"", {}, 400, "bad_request"),
    ("limit 0", "GET", "/api/ext/entities?limit=0", b"", {}, 400, "bad_request"),
    ("limit of other digits", "GET", "/api/ext/entities?limit=%D9%A3", b"", {}, 400, "bad_request"),
    ("negative offset", "GET", "/api/ext/entities?offset=-1", b"", {}, 400, "bad_request"),
    ("misspelt parameter", "GET", f"/api/ext/entities?{SECRET}=1", b"", {}, 400, "bad_request"),
    ("many parameters", "GET", "/api/ext/entities?" + "a=1&" * 200, b"", {}, 400, "bad_request"),
    ("odd option", "POST", "/api/v2/persona/generate", json.dumps(TEXT).encode(),
     {**JSON, "x-octave-strict": SECRET}, 400, "bad_request"),
]  # fmt: skip


def assert_error_shape(response: Any, status: int, code: str) -> dict[str, Any]:
    """Hold an answer to the one shape; give its `error`."""
    assert response.status_code == status
    assert response.headers["content-type"] == "application/json"
    body = response.json()
    assert set(body) == {"_metadata", "message", "data", "error"}
    assert body["data"] is None
    assert set(body["_metadata"]) == {"requestId", "timestamp", "usage", "message"}
    assert body["_metadata"]["usage"] == 0
    assert body["_metadata"]["requestId"] == response.headers["x-request-id"]
    assert body["message"] == body["_metadata"]["message"] == body["error"]["detail"] != ""
    assert (body["error"]["status"], body["error"]["code"]) == (status, code)
    for item in body["error"]["errors"]:
        assert set(item) == {"path", "message", "code"}
    assert SECRET not in response.text
    error: dict[str, Any] = body["error"]
    return error


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status", "code"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_every_error_has_one_shape(
    door: Door, method: str, path: str, body: bytes, headers: dict[str, str], status: int, code: str
) -> None:
    """Whatever is wrong, the envelope, the code and the sentence are there, the input is not."""
    response = door.http.request(method, path, content=body, headers=headers)
    assert_error_shape(response, status, code)
    if status == 405:
        assert response.headers["allow"] in ("POST", "GET, HEAD")
