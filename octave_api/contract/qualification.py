"""
The contract of the two qualify calls, as pydantic models.

As in `contract`: requests are closed, answers open. Octave's cloud knows only Yes and No
as answers; a question that the material does not settle is therefore left out of
`answers`, and the rationale says how many were settled. What would have to be looked up
on the web (funding, followers, logo, headcount) is absent.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, StrictBool

from octave_api.contract import Closed, Envelope, NonEmpty, Open


class QualifyRequest(Closed):
    """What both qualify calls share."""

    agent_oid: NonEmpty = Field(
        alias="agentOId",
        description="Which agent qualifies. This server has one, so any name will do.",
    )
    company_domain: str | None = None
    company_name: str | None = None
    crm_account_id: str | None = Field(default=None, description="Kept out: nothing is looked up.")
    runtime_context: Any = Field(
        default=None,
        description="What is known of the prospect: notes, a biography, a page; a text, or an "
        "object or list of texts. The only material beside the fields of this request.",
    )
    include_full_annotation: StrictBool | None = Field(
        default=None, description="Accepted; an answer always carries its sentence."
    )


class QualifyCompanyRequest(QualifyRequest):
    """Body of `POST /api/v2/agents/qualify-company/run`."""


class QualifyPersonRequest(QualifyRequest):
    """Body of `POST /api/v2/agents/qualify-person/run`."""

    email: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    job_title: str | None = None
    linked_in_profile: str | None = Field(default=None, description="Given back, not read.")
    crm_contact_id: str | None = Field(default=None, description="Kept out: nothing is looked up.")
    crm_lead_id: str | None = Field(default=None, description="Kept out: nothing is looked up.")


class QuestionAnswer(Open):
    """The answer to one question; `rationale` is the sentence of the material that gives it."""

    question: str
    answer: Literal["Yes", "No"] | str
    rationale: str = ""
    confidence: Literal["HIGH", "MEDIUM", "LOW"] | str = ""


class Qualification(Open):
    """How well a prospect fits one entity; `score` is 1 to 10 by our own formula."""

    score: int | float | None = None
    rationale: str = ""
    answers: list[QuestionAnswer] = Field(default_factory=list)


class MatchedEntity(Open):
    """The entity that fits best, and how well."""

    message: str = ""
    oid: str | None = Field(default=None, alias="oId")
    name: str = ""
    description: str = ""
    qualification: Qualification = Qualification()


class ProspectCompany(Open):
    """The company as the request names it; Octave's cloud adds what it looks up."""

    name: str | None = None
    domain: str | None = None


class ProspectPerson(Open):
    """The person as the request names them."""

    first_name: str | None = None
    last_name: str | None = None
    title: str | None = None
    profile_url: str | None = None


class QualifyData(Open):
    """What both qualify calls find; a section without an entity is null or absent."""

    score: int | float | None = None
    rationale: str = ""
    product: MatchedEntity | None = None
    segment: MatchedEntity | None = None
    playbook: MatchedEntity | None = None


class QualifyCompanyData(QualifyData):
    """What qualify-company finds."""

    company: ProspectCompany | None = None


class QualifyPersonData(QualifyData):
    """What qualify-person finds."""

    persona: MatchedEntity | None = None
    person: ProspectPerson | None = None


class QualifyCompanyResponse(Envelope):
    """Answer of qualify-company; without a match `found` is false and `data` null."""

    found: bool = False
    message: str = ""
    data: QualifyCompanyData | None = None


class QualifyPersonResponse(Envelope):
    """Answer of qualify-person; without a match `found` is false and `data` null."""

    found: bool = False
    message: str = ""
    data: QualifyPersonData | None = None
