"""What a call asks for beside its body: query parameters and options, read strictly."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from octave_api.cleaning import clean
from octave_api.contract import Metadata
from octave_api.errors import FieldError
from octave_api.serving.problems import bad_request

MAX_PAGE = 1000
QUERY_TYPES = ("ALL", "TEAM", "MINE")
"""Whose things a list has; in one workspace of one user these are the same."""
MAX_OFFSET = 999_999_999
STRICT_HEADER = "x-octave-strict"
AUTHOR_HEADER = "x-octave-author"
"""Ours: who saves, percent-encoded, as the versions show it."""
VIA_HEADER = "x-request-source"
"""The contract's: which program sends this."""
MAX_AUTHOR = 100

_STRICT_SENTENCE = "This header must be 'true' or 'false'."
_PLAIN = re.compile(r"[A-Za-z0-9._-]{1,40}")
_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Request:
    """A request that has passed the door: its headers by name, its query, its body."""

    headers: Mapping[str, str]
    query: Mapping[str, list[str]]
    body: bytes
    metadata: Metadata
    path: Mapping[str, str] = field(default_factory=dict)
    """What stands in the path in place of its names in braces."""

    def one(self, name: str) -> str | None:
        """Give a query parameter, None when it is absent."""
        values = self.query.get(name, [])
        if len(values) > 1:
            raise bad_request([FieldError(name, "Give this once.", "repeated")])
        return clean(values[0]) if values else None

    def number(self, name: str, default: int, lowest: int, highest: int) -> int:
        """Give a query parameter that is a whole number within bounds."""
        value = self.one(name)
        if value is None:
            return default
        if not _NUMBER.fullmatch(value) or not lowest <= int(value) <= highest:
            text = f"This must be a whole number from {lowest} to {highest}."
            raise bad_request([FieldError(name, text, "not_in_range")])
        return int(value)

    def page(self) -> tuple[int, int]:
        """Give which page of a list is asked for: how many, and how many to skip."""
        offset = self.number("offset", 0, 0, MAX_OFFSET)
        return self.number("limit", 10, 1, MAX_PAGE), offset

    def choice(self, name: str, choices: Sequence[str]) -> str | None:
        """Give a query parameter that is one of these; None when it is absent."""
        value = self.one(name)
        if value is not None and value not in choices:
            named = " or ".join(f"'{choice}'" for choice in choices)
            raise bad_request([FieldError(name, f"This must be {named}.", "literal_error")])
        return value

    def several(self, name: str) -> tuple[str, ...]:
        """Give a parameter that may come repeated, indexed (`oIds[0]`) or separated by commas."""
        found = [
            part
            for key, values in self.query.items()
            if key == name or (key.startswith(f"{name}[") and key.endswith("]"))
            for value in values
            for part in clean(value).split(",")
        ]
        if len(found) > MAX_PAGE:
            raise bad_request([FieldError(name, f"Name at most {MAX_PAGE}.", "too_long")])
        return tuple(part for part in found if part)

    def only(self, *names: str) -> None:
        """Refuse other query parameters: a misspelt one would be missed in silence."""
        if {key.partition("[")[0] for key in self.query} - set(names):
            sentence = f"This path takes {', '.join(names)} and no other parameter."
            raise bad_request([FieldError("", sentence, "extra_forbidden")])

    def strict(self) -> bool:
        """Read the option to leave out what is only typical."""
        value = self.headers.get(STRICT_HEADER, "false")
        if value not in ("true", "false"):
            raise bad_request([FieldError(STRICT_HEADER, _STRICT_SENTENCE, "literal_error")])
        return value == "true"

    def author(self) -> str:
        """Give the name of who sends this, as the header says; "" without one."""
        name = unquote(self.headers.get(AUTHOR_HEADER, ""), errors="replace")
        return "".join(c for c in name if c.isprintable()).strip()[:MAX_AUTHOR]

    def via(self) -> str:
        """Give the program that sends this, as it names itself; "" without a plain name."""
        name = self.headers.get(VIA_HEADER, "")
        return name if _PLAIN.fullmatch(name) else ""

    def oid(self) -> str:
        """Give the required parameter `oId`, which some paths have in themselves."""
        self.only("oId")
        return clean(self.path.get("oId", "")) or self.required("oId")

    def required(self, name: str) -> str:
        """Give a query parameter that must be there."""
        value = self.one(name)
        if not value:
            raise bad_request([FieldError(name, "This parameter is required.", "missing")])
        return value
