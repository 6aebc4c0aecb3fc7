"""From what came of a request, where it is no OK answer, to an error of the tree in `errors.py`."""

from __future__ import annotations

import json
from typing import Any

import httpx

from octave_api.calling.retrying import retry_after
from octave_api.errors import (
    BadRequestError,
    FieldError,
    NotOfferedError,
    OctaveConnectionError,
    OctaveError,
    OctaveTimeoutError,
    StatusError,
    class_for_status,
)
from octave_api.settings import Settings

MAX_MESSAGE = 500


def failure(
    outcome: httpx.Response | httpx.RequestError,
    method: str,
    path: str,
    settings: Settings,
    request_id: str,
) -> OctaveError:
    """Give the error for an answer that is not OK, or for none; no text in it holds the key."""
    if isinstance(outcome, httpx.Response):
        return _status_error(outcome, path, settings, request_id)
    host = httpx.URL(settings.base_url).netloc.decode()
    if isinstance(outcome, httpx.TimeoutException):
        hint = "" if method == "GET" else " It may have been carried out."
        return OctaveTimeoutError(f"{host} did not answer in time.{hint}", request_id=request_id)
    if isinstance(outcome, httpx.ConnectError):
        sentence = f"{host} cannot be reached; check the address and the network."
        return OctaveConnectionError(sentence, request_id=request_id)
    sentence = f"The connection to {host} broke off ({type(outcome).__name__})."
    return OctaveConnectionError(sentence, request_id=request_id)


def unsendable(path: str, sentence: str, code: str) -> BadRequestError:
    """Give what a server would answer that got this, for what no request can carry."""
    field = FieldError(path, sentence, code)
    return BadRequestError(str(field), status=400, fields=(field,))


def _status_error(
    response: httpx.Response, path: str, settings: Settings, request_id: str
) -> StatusError:
    body = _json_object(response)
    metadata = _object(body.get("_metadata"))
    error = _object(body.get("error"))
    status = response.status_code

    def plain(value: object) -> str:
        """Keep a server's text short, in one line, and free of the key that it may repeat."""
        text = value if isinstance(value, str) else ""
        if settings.api_key:
            text = text.replace(settings.api_key, "[key]")
        return "".join(c if c.isprintable() else " " for c in text[:MAX_MESSAGE]).strip()

    texts = (body.get("message"), metadata.get("message"), body.get("error"), error.get("detail"))
    message = next((text for text in map(plain, texts) if text), "")
    code = plain(error.get("code")) or None
    cls = class_for_status(status)
    if status == 404 and path.startswith(("/api/ext/", "/readyz")) and code is None:
        cls = NotOfferedError
        whose = "Octave's cloud" if settings.way == "cloud" else "This server"
        message = f"{whose} does not have this call; it is offered by octave_api's own server."
    if response.is_redirect:
        message = "The address answers with a redirect; set base_url to where it leads."
    errors = error.get("errors")
    fields = tuple(
        FieldError(plain(item.get("path")), plain(item.get("message")), plain(item.get("code")))
        for item in (errors if isinstance(errors, list) else [])
        if isinstance(item, dict)
    )
    answered = plain(metadata.get("requestId")) or plain(response.headers.get("x-request-id"))
    return cls(
        message or f"The server answered with status {status}.",
        status=status,
        code=code,
        request_id=answered or request_id,
        fields=fields,
        retry_after=retry_after(response),
    )


def _json_object(response: httpx.Response) -> dict[str, Any]:
    try:
        return _object(json.loads(response.content))
    except (ValueError, RecursionError):
        return {}


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
