"""
Offerings, brand voices, playbooks and resources, as models: list, get, create, delete.

Source of the shapes: the vendor's public reference pages, and the fields that its own public
client fills in. Where the pages do not say how an answer looks, it looks like those of
personas. `forbiddenWords` of a brand voice is ours.
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
    """Answer of `POST /api/v2/product/create`."""

    data: Product


class BrandVoiceResponse(Envelope):
    """Answer of `POST /api/v2/brand-voice/create`."""

    data: BrandVoice


class PlaybookResponse(Envelope):
    """Answer of `POST /api/v2/playbook/create`."""

    data: Playbook


class ResourceResponse(Envelope):
    """Answer of `POST /api/v2/resource/create`."""

    data: Resource
