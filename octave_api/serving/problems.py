"""
What a service answers when it cannot do what was asked.

One body for every failure: the contract's envelope with `data: null`, and an
`error` beside it for programs. Nothing of the request's values is repeated in
it; the sentence for an unreadable source names that source.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, Field, ValidationError
from pydantic_core import ErrorDetails

from octave_api.cleaning import clean_data, finite, whole_escapes
from octave_api.contract import Metadata, Open
from octave_api.errors import FieldError

MAX_FIELDS = 100
"""So many bad fields are listed; the sentence says how many there are."""

_KEY = re.compile(r"[A-Za-z0-9_-]{1,40}")


class ProblemError(Exception):
    """Ends the handling of a request with this answer."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        fields: Sequence[FieldError] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.fields = tuple(fields)
        self.headers = dict(headers or {})


class ErrorItem(Open):
    """One bad field."""

    path: str
    message: str
    code: str


class ErrorDetail(Open):
    """What went wrong, for programs: `code` is stable, `detail` may be reworded."""

    code: str
    status: int
    detail: str
    errors: list[ErrorItem] = Field(default_factory=list)


class ErrorResponse(Open):
    """The body of every answer that is not 200."""

    metadata: Metadata = Field(alias="_metadata")
    message: str
    data: None = None
    error: ErrorDetail


def error_body(problem: ProblemError, metadata: Metadata) -> bytes:
    """Give the JSON of the answer."""
    items = [
        ErrorItem(path=field.path, message=field.message, code=field.code)
        for field in problem.fields[:MAX_FIELDS]
    ]
    response = ErrorResponse(
        metadata=metadata.model_copy(update={"message": problem.detail}),
        message=problem.detail,
        data=None,
        error=ErrorDetail(
            code=problem.code, status=problem.status, detail=problem.detail, errors=items
        ),
    )
    return response.model_dump_json(by_alias=True).encode()


def bad_request(fields: Sequence[FieldError], code: str = "bad_request") -> ProblemError:
    """Give the 400 for these fields; its sentence is the first one's."""
    detail = str(fields[0])
    if len(fields) > 1:
        detail += f" ({len(fields) - 1} more, see error.errors)"
    return ProblemError(400, code, detail, fields=fields)


def unknown(what: str = "entity", path: str = "oId") -> ProblemError:
    """Give the 404 for an id that nothing has."""
    sentence = f"No {what} has this id."
    field = FieldError(path, sentence, "not_found")
    return ProblemError(404, "not_found", sentence, fields=[field])


def from_validation(error: ValidationError) -> ProblemError:
    """Give the 400 for a body that is not one of the contract."""
    # The input and its values stay out: a body may hold what no log or screen should.
    found = error.errors(include_url=False, include_input=False)
    return bad_request([_field(item) for item in found])


Body = TypeVar("Body", bound=BaseModel)


def read_body(
    model: type[Body], body: bytes, *, raw: Collection[str] = (), sources: bool = False
) -> Body:
    """
    Read a request body as one of the contract's models, every text in it cleaned.

    Args:
        model: The request's.
        body: As sent.
        raw: Keys whose text is left as it is, for a reader who cleans it in another way.
        sources: The request has sources, whose addresses are left as they are.

    Raises:
        ProblemError: 400 with every bad field.
    """
    body = whole_escapes(body)
    request = _validated(model, body)
    found = _in_agreement(body)
    cleaned = clean_data(found, but=raw, addresses=sources)
    # Read anew, since what is left may be no name or id any more.
    return request if cleaned == found else _validated(model, json.dumps(cleaned).encode())


def _validated(model: type[Body], body: bytes) -> Body:
    try:
        return model.model_validate_json(body, by_alias=True, by_name=False)
    except ValidationError as error:
        raise from_validation(error) from None


def _in_agreement(body: bytes) -> Any:
    """Read JSON, but refuse what readers disagree on: a key twice in one object, NaN, 1e400."""

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(items)
        if len(made) < len(items):
            raise bad_request(
                [FieldError("", "The body has a key twice in one object.", "duplicate_key")]
            )
        return made

    try:
        return json.loads(body, object_pairs_hook=pairs, parse_float=finite, parse_constant=finite)
    except ValueError:
        sentence = "The body has a number that is none, or too large."
        raise bad_request([FieldError("", sentence, "not_finite")]) from None


_SENTENCES = {
    "missing": "This field is required.",
    "extra_forbidden": "This field is not known here.",
    "too_short": "Give at least one.",
    "string_too_short": "This must not be empty.",
    "string_type": "This must be text.",
    "list_type": "This must be a list.",
    "dict_type": "This must be an object.",
    "model_type": "This must be an object.",
}


def _field(item: ErrorDetails) -> FieldError:
    kind = item["type"]
    context = item.get("ctx", {})
    path = _path(item["loc"])
    if kind == "json_invalid":
        return FieldError(path, f"The body is not valid JSON: {context.get('error')}.", kind)
    if kind == "literal_error":
        return FieldError(path, f"This must be {context.get('expected')}.", kind)
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return FieldError(f"{path}.mode", "This must be 'ALL' or 'SPECIFIC'.", kind)
    return FieldError(path, _SENTENCES.get(kind, "This is not valid here."), kind)


_BRANCHES = ("ALL", "SPECIFIC", "LinkUnset", "tagged-union[LinkAll,LinkSpecific]")


def _path(location: tuple[int | str, ...]) -> str:
    """Write `personas[0].name`; an unknown key is the sender's text, so only a plain one shows."""
    path = ""
    for index, part in enumerate(location):
        if isinstance(part, int):
            path += f"[{part}]"
        elif part in _BRANCHES and "linkingStrategy" in location[:index]:
            continue  # The name of the union's branch, not of a field.
        else:
            shown = part if _KEY.fullmatch(part) else "?"
            path += f".{shown}" if path else shown
    return path
