"""Where each text of an entity comes from. Ours, beside the contract, under `/api/ext`."""

from __future__ import annotations

from pydantic import Field

from octave_api.contract.model import Envelope, Open, Origin, SourceType


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
