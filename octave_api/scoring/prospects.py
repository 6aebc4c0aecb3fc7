"""
Prospects with their answers to qualifying questions, as models. Ours, beside the contract.

An answer keeps the words of its question: questions can be reworded, moved or archived
later, and then it is told which answers no longer belong to one.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictBool, StringConstraints

from octave_api.contract import Closed, Envelope
from octave_api.scoring.tally import Answer

MAX_NAME = 200
MAX_NOTES = 100_000
MAX_QUESTION = 4_000
MAX_ENTITIES = 50
MAX_ANSWERS = 1_000

Name = Annotated[str, StringConstraints(min_length=1, max_length=MAX_NAME)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=MAX_QUESTION)]
Oid = Annotated[str, StringConstraints(min_length=1, max_length=MAX_NAME)]
Sentence = Annotated[str, StringConstraints(max_length=MAX_QUESTION)]


class SaidOfQuestion(Closed):
    """
    What is said to one question.

    `proposed` is what the notes suggested, with its `confidence` and the sentence; None
    where they settled nothing. `confirmed` tells that a person gave `answer`, so an answer
    that is confirmed and is not the proposed one was overruled.
    """

    question: Words
    answer: Answer
    confirmed: StrictBool = True
    proposed: Literal["Yes", "No"] | None = None
    confidence: Literal["HIGH", "MEDIUM", "LOW"] | None = None
    quote: Sentence = ""


class AnswersToEntity(Closed):
    """The answers to one persona's or segment's questions; those left out are Unknown."""

    entity_oid: Oid = Field(alias="entityOId")
    entity_name: Sentence = ""
    answers: list[SaidOfQuestion] = Field(default_factory=list, max_length=MAX_ANSWERS)


class SaveProspectRequest(Closed):
    """Body of `POST /api/ext/prospect/save`; with an `oId` it replaces that prospect."""

    oid: Oid | None = Field(default=None, alias="oId")
    name: Name
    notes: Annotated[str, StringConstraints(max_length=MAX_NOTES)] = ""
    entities: list[AnswersToEntity] = Field(default_factory=list, max_length=MAX_ENTITIES)


class DeleteProspectRequest(Closed):
    """Body of `POST /api/ext/prospect/delete`."""

    oid: Oid = Field(alias="oId")


class Prospect(Envelope):
    """A kept prospect."""

    oid: str = Field(alias="oId")
    name: str
    created_at: str = ""
    updated_at: str = ""
    notes: str = ""
    entities: list[AnswersToEntity] = Field(default_factory=list)


class ProspectsResponse(Envelope):
    """Answer of `GET /api/ext/prospects`: one page, newest first."""

    has_next: bool = False
    total: int = 0
    data: list[Prospect] = Field(default_factory=list)


class DeletedProspect(Envelope):
    """Answer of `POST /api/ext/prospect/delete`."""

    oid: str = Field(alias="oId")
