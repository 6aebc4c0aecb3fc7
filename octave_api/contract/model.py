"""
What the models of the contract are made of: kinds, keys, open and closed bodies, the envelope.

Requests are closed: an unknown key is an error, so that a misspelt option is
told instead of ignored. Responses are open: a field or an enum value that we
do not know survives a round trip, because the vendor adds some between
releases. JSON is camelCase, Python is snake_case.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel

Kind = Literal["persona", "segment"]
Origin = Literal["SOURCE", "INFERRED", "TYPICAL"]
SourceType = Literal["TEXT", "URL", "RESOURCE"]
FitType = Literal["GOOD", "BAD"]
Weight = Literal["LOW", "MEDIUM", "HIGH", "INSTANT_DISQUALIFIER"]

FIT_TYPES: tuple[FitType, ...] = ("GOOD", "BAD")
WEIGHTS: tuple[Weight, ...] = ("INSTANT_DISQUALIFIER", "HIGH", "MEDIUM", "LOW")
"""Heaviest first, the order of every chart and list."""

FIRMOGRAPHICS = ("industry", "businessModel", "geography", "revenue", "employees")
"""The keys that we emit; any other key is read and shown."""

PERSONA_LISTS = (
    "primaryResponsibilities",
    "painPoints",
    "keyConcerns",
    "keyObjectives",
    "commonJobTitles",
    "whyTheyMatterToUs",
    "whyWeMatterToThem",
)
SEGMENT_LISTS = ("keyPriorities", "keyConsiderations", "uniqueApproach")


def contract_key(name: str) -> str:
    """Give a field's name in JSON: camel case, with the contract's own spelling of "oId"."""
    return re.sub(r"(?:(?<=[a-z])O|^o)id(?=s?$)", lambda m: m[0][0] + "Id", to_camel(name))


def _strings(value: object) -> object:
    """Read a string where a list of strings is due, and null as none."""
    if value is None:
        return []
    return [value] if isinstance(value, str) else value


NonEmpty = Annotated[str, StringConstraints(min_length=1)]
Strings = Annotated[list[str], BeforeValidator(_strings)]


class Closed(BaseModel):
    """A part of a request: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", alias_generator=contract_key, populate_by_name=True)


class Open(BaseModel):
    """A part of a response: unknown keys are kept."""

    model_config = ConfigDict(extra="allow", alias_generator=contract_key, populate_by_name=True)

    def to_json(self, *, indent: int | None = None) -> str:
        """Give the JSON that was read, or the fields that were set: nothing is made up."""
        return self.model_dump_json(by_alias=True, exclude_unset=True, indent=indent)

    def to_dict(self) -> dict[str, Any]:
        """Give the same as `to_json`, as Python data with the contract's keys."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True)


class Metadata(Open):
    """What every answer says of itself; `usage` is what the request was charged."""

    request_id: str = ""
    timestamp: str = ""
    usage: int | float = 0
    message: str = ""


class Envelope(Open):
    """What surrounds every answer."""

    metadata: Metadata = Field(default_factory=Metadata, alias="_metadata")


class Health(Envelope):
    """Answer of `GET /healthz` and `GET /readyz`."""

    status: str
    version: str = ""
