"""
Offerings, brand voices, playbooks and resources, as models: list, get, create, update, delete.

Source of the shapes: the vendor's public reference pages, and the fields that its own public
client fills in. Where the pages do not say how an answer looks, it looks like those of
personas. Of the updates, the pages name the brand voice's alone; all four are like a persona's:
an oId, and flat those fields that are to be otherwise. `forbiddenWords` of a brand voice is
ours.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from octave_api.contract import (
    Closed,
    CustomFields,
    Envelope,
    NonEmpty,
    Open,
    QualifyingQuestion,
    Strings,
    User,
    Workspace,
)
from octave_api.contract.entities import GivenCustomField, OneOrMore, Text

OfferingType = Literal["PRODUCT", "SERVICE"]


def _given(value: object) -> object:
    """Read null, and an empty text, as no items."""
    return [] if value in (None, "") else value


Lines = Annotated[Strings, BeforeValidator(_given)]
"""A list that a client may also send as a text, as nothing, or empty."""


class Item(Envelope):
    """What all four share; the envelope's `_metadata` is set where the answer is flat."""

    oid: str = Field(alias="oId", min_length=1)
    created_at: str | None = None
    updated_at: str | None = None
    deleted_at: str | None = None
    user: User | None = None
    workspace: Workspace | None = None


class Product(Item):
    """An offering: what is sold, the context that entities are generated in."""

    name: str
    type: OfferingType | str = "PRODUCT"
    internal_name: str | None = None
    description: str | None = None
    summary: str | None = None
    primary_url: str | None = None
    capabilities: Lines = Field(default_factory=list)
    challenges_addressed: Lines = Field(default_factory=list)
    customer_benefits: Lines = Field(default_factory=list)
    differentiated_value: Lines = Field(default_factory=list)
    status_quo: Lines = Field(default_factory=list)
    custom_fields: CustomFields = Field(default_factory=list)
    qualifying_questions: list[QualifyingQuestion] = Field(default_factory=list)


class CreateProductRequest(Closed):
    """Body of `POST /api/v2/product/create`."""

    name: NonEmpty
    type: OfferingType = "PRODUCT"
    internal_name: Text = None
    description: Text = None
    summary: Text = None
    primary_url: Text = None
    capabilities: list[str] = Field(default_factory=list)
    challenges_addressed: list[str] = Field(default_factory=list)
    customer_benefits: list[str] = Field(default_factory=list)
    differentiated_value: list[str] = Field(default_factory=list)
    status_quo: list[str] = Field(default_factory=list)
    custom_fields: list[GivenCustomField] | None = None


class UpdateProductRequest(Closed):
    """Body of `POST` and `PUT /api/v2/product/update`; what is left out stays as it is."""

    oid: NonEmpty
    name: NonEmpty | None = None
    type: OfferingType | None = None
    internal_name: Text = None
    description: Text = None
    summary: Text = None
    primary_url: Text = None
    capabilities: list[str] | None = None
    challenges_addressed: list[str] | None = None
    customer_benefits: list[str] | None = None
    differentiated_value: list[str] | None = None
    status_quo: list[str] | None = None
    custom_fields: list[GivenCustomField] | None = None


class Vocabulary(Open):
    """A brand's own words, and which words it puts in place of others ("utilize -> use")."""

    key_company_terms: Lines = Field(default_factory=list)
    key_substitutions: Lines = Field(default_factory=list)


class BrandVoice(Item):
    """A way of wording. `vocabulary.keySubstitutions` and `forbiddenWords` are applied."""

    title: str = ""
    description: str | None = None
    essence: str | None = None
    personality: dict[str, Any] = Field(default_factory=dict)
    tonality: dict[str, Any] = Field(default_factory=dict)
    vocabulary: Vocabulary = Field(default_factory=Vocabulary)
    writing_rules: dict[str, Any] = Field(default_factory=dict)
    audience_considerations: dict[str, Any] = Field(default_factory=dict)
    forbidden_words: Lines = Field(default_factory=list)


Part = dict[str, OneOrMore]


class CreateBrandVoiceRequest(Closed):
    """Body of `POST /api/v2/brand-voice/create`."""

    title: NonEmpty
    description: Text = None
    essence: Text = None
    personality: Part = Field(default_factory=dict)
    tonality: Part = Field(default_factory=dict)
    vocabulary: Part = Field(default_factory=dict)
    writing_rules: Part = Field(default_factory=dict)
    audience_considerations: Part = Field(default_factory=dict)
    forbidden_words: list[str] = Field(default_factory=list)


class UpdateBrandVoiceRequest(Closed):
    """
    Body of `POST` and `PUT /api/v2/brand-voice/update`; what is left out stays as it is.

    A part that is given, such as `vocabulary`, changes the keys that it names.
    """

    oid: NonEmpty
    title: NonEmpty | None = None
    description: Text = None
    essence: Text = None
    personality: Part | None = None
    tonality: Part | None = None
    vocabulary: Part | None = None
    writing_rules: Part | None = None
    audience_considerations: Part | None = None
    forbidden_words: list[str] | None = None


PlaybookType = Literal["COMPETITIVE", "CUSTOM", "SEGMENT", "SIGNAL", "SOLUTION", "SPECIALIST"]


class Playbook(Item):
    """A way to sell one offering to certain buyers."""

    name: str = ""
    type: PlaybookType | str = "CUSTOM"
    product_oid: str | None = None
    description: str | None = None
    key_insight: str | None = None
    context: str | None = None


class CreatePlaybookRequest(Closed):
    """
    Body of `POST /api/v2/playbook/create`; `personaOIds` are linked to the new playbook.

    What else the vendor's client sends is taken and does nothing here.
    """

    product_oid: NonEmpty
    description: Text = None
    key_insight: Text = None
    name: Text = None
    type: PlaybookType = "CUSTOM"
    context: Text = None
    persona_oids: list[NonEmpty] = Field(default_factory=list)
    use_case_oids: list[NonEmpty] = Field(default_factory=list)
    create_templates: bool = False
    model: Text = None
    additional_context_sources: list[dict[str, str]] = Field(default_factory=list)


class UpdatePlaybookRequest(Closed):
    """Body of `POST` and `PUT /api/v2/playbook/update`; what is left out stays as it is."""

    oid: NonEmpty
    product_oid: NonEmpty | None = None
    description: Text = None
    key_insight: Text = None
    name: Text = None
    type: PlaybookType | None = None
    context: Text = None


class Resource(Item):
    """A text that RESOURCE sources can name; a list of resources leaves the text out."""

    name: str = ""
    type: Literal["text", "url", "google_drive"] | str = "text"
    status: Literal["pending", "uploading", "indexed", "failed"] | str = "indexed"
    url: str | None = None
    text: str | None = None


class CreateResourceRequest(Closed):
    """
    Body of `POST /api/v2/resource/create`.

    A URL is read at once, so the resource is ready when the answer comes. Files and drives
    are not read here.
    """

    mode: Literal["text", "url"]
    text: Text = None
    url: Text = None
    name: Text = None
    metadata: dict[str, Any] = Field(default_factory=dict, description="Taken and not kept.")


class UpdateResourceRequest(Closed):
    """
    Body of `POST` and `PUT /api/v2/resource/update`; what is left out stays as it is.

    What was generated from a resource keeps the text that it quotes.
    """

    oid: NonEmpty
    name: NonEmpty | None = None
    text: NonEmpty | None = None


class ProductPage(Envelope):
    """Answer of `GET /api/v2/product/list`, which has no `hasNext`."""

    total: int = 0
    data: list[Product] = Field(default_factory=list)


class BrandVoicePage(Envelope):
    """Answer of `GET /api/v2/brand-voice/list`."""

    has_next: bool = False
    total: int = 0
    data: list[BrandVoice] = Field(default_factory=list)


class PlaybookPage(Envelope):
    """Answer of `GET /api/v2/playbook/list`."""

    has_next: bool = False
    total: int = 0
    data: list[Playbook] = Field(default_factory=list)


class ResourcePage(Envelope):
    """Answer of `GET /api/v2/resource/list`."""

    has_next: bool = False
    total: int = 0
    data: list[Resource] = Field(default_factory=list)


class ProductResponse(Envelope):
    """Answer of `POST /api/v2/product/create` and `update`."""

    data: Product


class BrandVoiceResponse(Envelope):
    """Answer of `POST /api/v2/brand-voice/create` and `update`."""

    data: BrandVoice


class PlaybookResponse(Envelope):
    """Answer of `POST /api/v2/playbook/create` and `update`."""

    data: Playbook


class ResourceResponse(Envelope):
    """Answer of `POST /api/v2/resource/create` and `update`."""

    data: Resource
