"""
The REST contract of persona/generate and segment/generate, as pydantic models.

Requests are closed: an unknown key is an error, so that a misspelt option is
told instead of ignored. Responses are open: a field or an enum value that we
do not know survives a round trip, because the vendor adds some between
releases. JSON is camelCase, Python is snake_case.

Source of the shapes: the two public reference pages of the vendor's API, and
its later get and update pages where these show a second shape of segment data.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
)
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


def _oid(prefix: str) -> Any:
    """An oId field that a request may leave out but not leave empty."""
    return Field(default=None, alias=prefix, min_length=1)


def _strings(value: object) -> object:
    """Read a string where a list of strings is due, and null as none."""
    if value is None:
        return []
    return [value] if isinstance(value, str) else value


def _custom_fields(value: object) -> object:
    """Read `{}` as no custom fields: some published samples show it so."""
    return [] if value is None or value == {} else value


def _body(value: object) -> object:
    """Read a null body as an empty one, so that the rest of the entity can be read."""
    return {} if value is None else value


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


# Requests


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


# Responses


class Metadata(Open):
    """What every answer says of itself; `usage` is what the request was charged."""

    request_id: str = ""
    timestamp: str = ""
    usage: int | float = 0
    message: str = ""


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


class Envelope(Open):
    """What surrounds every answer."""

    metadata: Metadata = Field(default_factory=Metadata, alias="_metadata")


class PersonasResponse(Envelope):
    """Answer of persona/generate; the reference page allows `data: null`."""

    data: list[Persona] | None = None


class SegmentsResponse(Envelope):
    """Answer of segment/generate."""

    data: list[Segment]


# Ours, beside the contract, under /api/ext


class SourceText(Open):
    """A source as it was read; claims' offsets are into `text`, in code points."""

    index: int
    type: SourceType | str
    value: str
    title: str = ""
    text: str
    language: str | None = Field(default=None, description='As the page names it, e.g. "de".')
    retrieved_at: str | None = None


class Claim(Open):
    """
    Where one text of an entity comes from.

    `pointer` is a JSON pointer (RFC 6901) into the entity. A SOURCE or INFERRED
    claim quotes: `sources[source].text[start:end] == quote`. `rule` names how an
    INFERRED claim follows, or why a TYPICAL one is typical. `edited` tells that a person
    changed the text and that its words still stand in the quote; where they do not, the
    claim's origin is EDITED and it quotes nothing.
    """

    pointer: str
    text: str
    origin: Origin | str
    source: int | None = None
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    rule: str | None = None
    edited: bool = False


class QuestionNote(Open):
    """What a seller needs beside a question: how to say it, what to listen for."""

    pointer: str
    spoken: str = ""
    listen_for: str = ""
    framework: str = Field(default="", description='For example "MEDDPICC: decision process".')


class Gap(Open):
    """A field that the source says nothing of, as the question to ask next."""

    pointer: str
    question: str


class Evidence(Envelope):
    """Answer of `GET /api/ext/evidence?oId=…`."""

    oid: str = Field(alias="oId")
    sources: list[SourceText] = []
    claims: list[Claim] = []
    questions: list[QuestionNote] = []
    gaps: list[Gap] = []
    notes: list[str] = []


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


class Health(Envelope):
    """Answer of `GET /healthz` and `GET /readyz`."""

    status: str
    version: str = ""
