"""What a call asks for beside its body: query parameters and options, read strictly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from octave_api.contract import Metadata
from octave_api.errors import FieldError
from octave_api.problems import bad_request

MAX_PAGE = 1000
MAX_OFFSET = 999_999_999
STRICT_HEADER = "x-octave-strict"

_STRICT_SENTENCE = "This header must be 'true' or 'false'."
_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Request:
    """A request that has passed the door: its headers by name, its query, its body."""

    headers: Mapping[str, str]
    query: Mapping[str, list[str]]
    body: bytes
    metadata: Metadata

    def one(self, name: str) -> str | None:
        """Give a query parameter, None when it is absent."""
        values = self.query.get(name, [])
        if len(values) > 1:
            raise bad_request([FieldError(name, "Give this once.", "repeated")])
        return values[0] if values else None

    def number(self, name: str, default: int, lowest: int, highest: int) -> int:
        """Give a query parameter that is a whole number within bounds."""
        value = self.one(name)
        if value is None:
            return default
        if not _NUMBER.fullmatch(value) or not lowest <= int(value) <= highest:
            text = f"This must be a whole number from {lowest} to {highest}."
            raise bad_request([FieldError(name, text, "not_in_range")])
        return int(value)

    def only(self, *names: str) -> None:
        """Refuse other query parameters: a misspelt one would be missed in silence."""
        if set(self.query) - set(names):
            sentence = f"This path takes {', '.join(names)} and no other parameter."
            raise bad_request([FieldError("", sentence, "extra_forbidden")])

    def strict(self) -> bool:
        """Read the option to leave out what is only typical."""
        value = self.headers.get(STRICT_HEADER, "false")
        if value not in ("true", "false"):
            raise bad_request([FieldError(STRICT_HEADER, _STRICT_SENTENCE, "literal_error")])
        return value == "true"

    def oid(self) -> str:
        """Give the required parameter `oId`."""
        self.only("oId")
        value = self.one("oId")
        if not value:
            raise bad_request([FieldError("oId", "This parameter is required.", "missing")])
        return value
