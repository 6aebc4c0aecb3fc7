"""
Every failure that the module raises on purpose, as one tree.

    OctaveError
    ├── ConfigurationError          no key for the cloud, an address that is none
    ├── OctaveConnectionError       no answer came: no route, refused, broken off
    │   └── OctaveTimeoutError      no answer came in time
    ├── InvalidResponseError        an answer came, but not one of the contract
    ├── StatusError                 the server answered with an error status
    │   ├── BadRequestError         400  the request, or a source in it, cannot be used
    │   ├── AuthenticationError     401  no key, or not one of the server's
    │   ├── PermissionDeniedError   403
    │   ├── NotFoundError           404  no such id or path
    │   │   └── NotOfferedError     404  this server does not have the call at all
    │   ├── ConflictError           409
    │   ├── PayloadTooLargeError    413
    │   ├── UnprocessableError      422
    │   ├── RateLimitError          429
    │   └── ServerError             5xx
    ├── SourceError                 a text, address or resource cannot be read
    └── LibraryError                the library's file cannot be used

All of them survive pickling, and none holds a request's headers or body, so no
key shows in `str`, `repr`, a log or a pickle.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

MAX_RETRY_AFTER = 60.0
"""Seconds: a longer `Retry-After` is not waited for but raised as `retry_after`."""


@dataclass(frozen=True, slots=True)
class FieldError:
    """One bad field of a request, for example `personas[1].sources[0].value`."""

    path: str
    message: str
    code: str = "invalid"

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class OctaveError(Exception):
    """Base of all; `message` is one sentence for the user, `code` is for programs."""

    def __init__(self, message: str, *, code: str = "error") -> None:
        super().__init__(message)
        self.message = message
        self.code = code

    def __reduce__(self) -> tuple[Any, ...]:
        # The default calls the class with `args` alone, which keyword-only parameters defeat.
        return _rebuild, (type(self), self.args, dict(self.__dict__))


def _rebuild(cls: type[OctaveError], args: tuple[Any, ...], state: dict[str, Any]) -> OctaveError:
    error = cls.__new__(cls)
    error.args = args
    error.__dict__.update(state)
    return error


class ConfigurationError(OctaveError):
    """The client cannot be set up as asked."""

    def __init__(self, message: str, *, code: str = "configuration") -> None:
        super().__init__(message, code=code)


class _RequestError(OctaveError):
    """A failure of one request; `request_id` is the one sent, or the one answered."""

    def __init__(self, message: str, *, code: str, request_id: str | None = None) -> None:
        super().__init__(message, code=code)
        self.request_id = request_id

    def __str__(self) -> str:
        return f"{self.message} (request {self.request_id})" if self.request_id else self.message


class OctaveConnectionError(_RequestError):
    """No answer came: the host is unknown, refuses, or broke the connection off."""

    def __init__(
        self, message: str, *, code: str = "connection", request_id: str | None = None
    ) -> None:
        super().__init__(message, code=code, request_id=request_id)


class OctaveTimeoutError(OctaveConnectionError):
    """No answer came in time. A POST may have been carried out and is not repeated."""

    def __init__(
        self, message: str, *, code: str = "timeout", request_id: str | None = None
    ) -> None:
        super().__init__(message, code=code, request_id=request_id)


class InvalidResponseError(_RequestError):
    """The answer has an OK status but is not what the contract says."""

    def __init__(
        self, message: str, *, code: str = "invalid_response", request_id: str | None = None
    ) -> None:
        super().__init__(message, code=code, request_id=request_id)


class StatusError(_RequestError):
    """
    The server answered with an error status.

    Attributes: `status` (HTTP), `code` (the server's, else the class's),
    `fields` (what is wrong where, in the order of the request), `request_id`,
    `retry_after` (seconds, when the server named them).
    """

    default_code = "status"

    def __init__(
        self,
        message: str,
        *,
        status: int,
        code: str | None = None,
        request_id: str | None = None,
        fields: tuple[FieldError, ...] = (),
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, code=code or self.default_code, request_id=request_id)
        self.status = status
        self.fields = fields
        self.retry_after = retry_after


class BadRequestError(StatusError):
    """
    400: a field or a source of the request cannot be used; `fields` lists them all.

    Also raised before anything is sent, for what no request can carry.
    """

    default_code = "bad_request"


class AuthenticationError(StatusError):
    """401: the server wants a key, and not this one."""

    default_code = "unauthorized"


class PermissionDeniedError(StatusError):
    """403: the key is known and may not do this."""

    default_code = "forbidden"


class NotFoundError(StatusError):
    """404: nothing has this id, or nothing is at this path."""

    default_code = "not_found"


class NotOfferedError(NotFoundError):
    """404: this server does not have the call; Octave's cloud has none of `/api/ext`."""

    default_code = "not_offered"


class ConflictError(StatusError):
    """409: the request disagrees with the state of what it is about."""

    default_code = "conflict"


class PayloadTooLargeError(StatusError):
    """413: the body is larger than the server takes."""

    default_code = "too_large"


class UnprocessableError(StatusError):
    """422: the body is well formed, and the server still cannot use it."""

    default_code = "unprocessable"


class RateLimitError(StatusError):
    """429: too many requests; `retry_after` says when to come back, if the server did."""

    default_code = "rate_limited"


class ServerError(StatusError):
    """5xx: the server failed, or is not available now."""

    default_code = "server_error"


_BY_STATUS: dict[int, type[StatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    413: PayloadTooLargeError,
    422: UnprocessableError,
    429: RateLimitError,
}


def class_for_status(status: int) -> type[StatusError]:
    """Give the class that stands for an HTTP error status."""
    if status >= 500:
        return ServerError
    return _BY_STATUS.get(status, StatusError)


class SourceError(OctaveError):
    """
    A source cannot be read.

    `code` is stable and for programs, `message` is one sentence that names the
    source and says what to do, `value` is the source's value as it was given.
    """

    def __init__(self, code: str, message: str, *, value: str | None = None) -> None:
        super().__init__(message, code=code)
        self.value = value


class LibraryError(OctaveError):
    """The library cannot be opened, read or written; `path` is its file, if it has one."""

    def __init__(self, code: str, message: str, *, path: str | None = None) -> None:
        super().__init__(message, code=code)
        self.path = path

    def __str__(self) -> str:
        return f"{self.message} (library: {self.path})" if self.path else self.message
