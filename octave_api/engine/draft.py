"""
What passes between the rooms of the engine: documents in, statements between, a draft out.

All offsets count code points into `Document.text`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from octave_api.contract import (
    Claim,
    Gap,
    PersonaData,
    QualifyingQuestion,
    QuestionNote,
    SegmentData,
)

Shape = Literal["bullet", "cell", "value", "sentence", "clause", "title"]


@dataclass(frozen=True, slots=True)
class Document:
    """One source as it is read: the text that offsets count into, and its title if it has one."""

    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """
    One thought of a document, cut with its span.

    `text` is for reading (no markup, single spaces); `document.text[start:end]`
    is what stands in the source. `headings` runs from the outermost to the
    nearest thing that announces the statement: headings, bold labels, keys,
    table columns and rows.
    """

    text: str
    source: int
    start: int
    end: int
    headings: tuple[str, ...] = ()
    shape: Shape = "sentence"
    order: int = 0
    emphasis: bool = False


class Sorted(NamedTuple):
    """A decision: the field ("" for none, "skip", "custom"), how sure, and by what rule."""

    field: str
    sure: float
    rule: str
    heading: str = ""


@dataclass(slots=True)
class Draft:
    """An entity without ids, dates and owner, and the evidence for each of its texts."""

    name: str
    internal_name: str
    description: str
    data: PersonaData | SegmentData
    questions: list[QualifyingQuestion]
    claims: list[Claim] = field(default_factory=list)
    question_notes: list[QuestionNote] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
