"""
The REST contract of persona/generate and segment/generate, as pydantic models.

Source of the shapes: the two public reference pages of the vendor's API, and
its later get and update pages where these show a second shape of segment data.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from octave_api.contract.model import (
    Closed,
    Envelope,
    FitType,
    Kind,
    NonEmpty,
    Open,
    SourceType,
    Strings,
    Weight,
)


def _oid(prefix: str) -> Any:
    """An oId field that a request may leave out but not leave empty."""
    return Field(default=None, alias=prefix, min_length=1)


def _custom_fields(value: object) -> object:
    """Read `{}` as no custom fields: some published samples show it so."""
    return [] if value is None or value == {} else value


def _body(value: object) -> object:
    """Read a null body as an empty one, so that the rest of the entity can be read."""
    return {} if value is None else value


class Source(Closed):
    """One text, address or library resource to read."""

    type: SourceType
    value: NonEmpty


class GenerateItem(Closed):
    """One entity to make: its sources are read together."""

    sources: list[Source] = Field(min_length=1)
    name: NonEmpty | None = Field(default=None, description="Becomes the entity's name when given.")


class LinkAll(Closed):
    """Link to every active offering of the workspace."""

    mode: Literal["ALL"]


class LinkSpecific(Closed):
    """Link to the offerings named, at least one."""

    mode: Literal["SPECIFIC"]
    offering_oids: list[NonEmpty] = Field(alias="offeringOIds", min_length=1)


LinkingStrategy = Annotated[LinkAll | LinkSpecific, Field(discriminator="mode")]


class GenerateRequest(Closed):
    """What both generate calls share."""

    primary_offering_oid: NonEmpty | None = _oid("primaryOfferingOId")
    linking_strategy: LinkingStrategy | None = None
    brand_voice_oid: NonEmpty | None = _oid("brandVoiceOId")


class GeneratePersonasRequest(GenerateRequest):
    """Body of `POST /api/v2/persona/generate`."""

    personas: list[GenerateItem] = Field(min_length=1)
    playbook_oid: NonEmpty | None = _oid("playbookOId")


class GenerateSegmentsRequest(GenerateRequest):
    """Body of `POST /api/v2/segment/generate`."""

    segments: list[GenerateItem] = Field(min_length=1)


class CustomField(Open):
    """A field that the workspace added."""

    title: str = ""
    value: Strings = []


CustomFields = Annotated[list[CustomField], BeforeValidator(_custom_fields)]


class PersonaData(Open):
    """The body of a persona."""

    internal_name: str | None = None
    primary_responsibilities: Strings = []
    pain_points: Strings = []
    key_concerns: Strings = []
    key_objectives: Strings = []
    common_job_titles: Strings = []
    why_they_matter_to_us: Strings = []
    why_we_matter_to_them: Strings = []
    buying_role: Strings = Field(default=[], description="Seen on later create and update pages.")
    custom_fields: CustomFields = []


class SegmentData(Open):
    """The body of a segment, in either published shape."""

    fit_explanation: str | None = None
    firmographics: dict[str, Strings] = {}
    key_priorities: Strings = []
    key_considerations: Strings = []
    unique_approach: Strings = []
    custom_fields: CustomFields = []
    # The second published shape, of the later get and update pages.
    firmographic_characteristics: Strings = []
    relevance_to_our_business: Strings = []
    defining_attributes: Strings = []
    business_drivers: Strings = []
    strategic_priorities: Strings = []
    market_pressures: Strings = []


class QualifyingQuestion(Open):
    """
    A yes/no question about a prospect.

    GOOD: a good fit answers yes. BAD: a bad fit answers yes. `archived_at` is
    None while the question is in use.
    """

    question: str
    rationale: str = ""
    fit_type: FitType | str
    weight: Weight | str
    archived_at: str | None = None


class User(Open):
    """Who made an entity."""

    oid: str | None = Field(default=None, alias="oId")
    first_name: str | None = None
    last_name: str | None = None


class Workspace(Open):
    """Where an entity lives."""

    oid: str | None = Field(default=None, alias="oId")


class Entity(Open):
    """What a persona and a segment share."""

    oid: str = Field(alias="oId", min_length=1)
    name: str
    internal_name: str | None = None
    description: str | None = None
    active: bool | None = None
    created_at: str | None = None
    updated_at: str | None = None
    deleted_at: str | None = None
    archived_at: str | None = None
    unrecognized: bool | None = None
    rejected: bool | None = None
    qualifying_questions: list[QualifyingQuestion] = []
    user: User | None = None
    workspace: Workspace | None = None


class Persona(Entity):
    """A buyer persona."""

    data: Annotated[PersonaData, BeforeValidator(_body)] = PersonaData()


class Segment(Entity):
    """A market segment."""

    data: Annotated[SegmentData, BeforeValidator(_body)] = SegmentData()


class PersonasResponse(Envelope):
    """Answer of persona/generate; the reference page allows `data: null`."""

    data: list[Persona] | None = None


class SegmentsResponse(Envelope):
    """Answer of segment/generate."""

    data: list[Segment]


def _kind_of(value: object) -> Kind:
    """Tell the kind by the id, which is all that both shapes have in common."""
    if isinstance(value, Entity):
        return "segment" if isinstance(value, Segment) else "persona"
    oid = value.get("oId") if isinstance(value, dict) else None
    return "segment" if str(oid).startswith("sg_") else "persona"


AnyEntity = Annotated[
    Annotated[Persona, Tag("persona")] | Annotated[Segment, Tag("segment")],
    Discriminator(_kind_of),
]
