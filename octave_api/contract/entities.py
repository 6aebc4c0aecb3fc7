"""
List, get, create, update and delete of personas and segments, as models.

Source of the shapes: the vendor's public reference pages. List answers `{_metadata, hasNext,
total, data: []}`, create and update `{_metadata, data: {}}`, get and delete the flat entity
with `_metadata` in it. Clients send an empty text, and `{}` for no linking, where nothing was
filled in: both are read as left out. In an update a list stands in place of the list before.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from octave_api.contract import (
    Closed,
    Envelope,
    LinkingStrategy,
    NonEmpty,
    Persona,
    Segment,
)


def _blank(value: object) -> object:
    """Read an empty text as left out."""
    return None if value == "" else value


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


Text = Annotated[str | None, BeforeValidator(_blank)]
OneOrMore = Annotated[str | list[str], AfterValidator(_listed)]
"""A list of texts, or one text in its place."""


class GivenCustomField(Closed):
    """A field that the workspace adds."""

    title: NonEmpty
    value: list[str]


class LinkUnset(Closed):
    """No linking: clients send an empty object where nothing was chosen."""


class PersonaFields(Closed):
    """What the body of a persona may be given."""

    primary_responsibilities: list[str] | None = None
    pain_points: list[str] | None = None
    key_concerns: list[str] | None = None
    key_objectives: list[str] | None = None
    common_job_titles: list[str] | None = None
    why_they_matter_to_us: list[str] | None = None
    why_we_matter_to_them: list[str] | None = None
    buying_role: list[str] | None = None
    custom_fields: list[GivenCustomField] | None = None


class SegmentFields(Closed):
    """What the body of a segment may be given, in either published shape."""

    fit_explanation: Text = None
    firmographics: dict[str, OneOrMore] | None = None
    key_priorities: OneOrMore | None = None
    key_considerations: OneOrMore | None = None
    unique_approach: OneOrMore | None = None
    firmographic_characteristics: OneOrMore | None = None
    relevance_to_our_business: OneOrMore | None = None
    defining_attributes: OneOrMore | None = None
    business_drivers: OneOrMore | None = None
    strategic_priorities: OneOrMore | None = None
    market_pressures: OneOrMore | None = None
    custom_fields: list[GivenCustomField] | None = None


class SegmentBody(SegmentFields, extra="allow"):
    """The same as `data` of a new segment, where other keys may hold texts."""

    __pydantic_extra__: dict[str, str | list[str]] = Field(init=False)


class _Linked(Closed):
    primary_offering_oid: Text = Field(
        default=None, description="The offering to link to; an unknown one is a 404."
    )
    linking_strategy: LinkingStrategy | LinkUnset | None = None


class CreatePersonaRequest(_Linked, PersonaFields):
    """Body of `POST /api/v2/persona/create`."""

    name: NonEmpty
    internal_name: Text = None
    description: Text = None


class CreateSegmentRequest(_Linked):
    """Body of `POST /api/v2/segment/create`."""

    name: NonEmpty
    internal_name: Text = None
    description: Text = None
    data: SegmentBody | None = None


class _Update(Closed):
    oid: NonEmpty
    name: Text = None
    internal_name: Text = None
    description: Text = None


class UpdatePersonaRequest(_Update, PersonaFields):
    """Body of `POST` and `PUT /api/v2/persona/update`: what is left out stays as it is."""


class UpdateSegmentRequest(_Update, SegmentFields):
    """Body of `POST` and `PUT /api/v2/segment/update`: what is left out stays as it is."""


def fields_of(request: Closed) -> dict[str, Any]:
    """Give what a request says of an entity's body, under the contract's keys."""
    beside = {"oid", "name", "internal_name", "description"} | set(_Linked.model_fields)
    return request.model_dump(
        mode="json", by_alias=True, exclude_unset=True, exclude_none=True, exclude=beside
    )


class PersonaPage(Envelope):
    """Answer of `GET /api/v2/persona/list`: one page, newest first."""

    has_next: bool = False
    total: int = 0
    data: list[Persona] = Field(default_factory=list)


class SegmentPage(Envelope):
    """Answer of `GET /api/v2/segment/list`: one page, newest first."""

    has_next: bool = False
    total: int = 0
    data: list[Segment] = Field(default_factory=list)


class PersonaResponse(Envelope):
    """Answer of `/api/v2/persona/create` and `update`."""

    data: Persona


class SegmentResponse(Envelope):
    """Answer of `/api/v2/segment/create` and `update`."""

    data: Segment
