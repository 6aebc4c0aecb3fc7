"""
An entity cut into slides: one thing at a time, large enough for the last row. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from octave_api.contract import Evidence, Persona, QuestionNote, SourceText
from pages.parts import entities
from pages.parts import evidence as ev
from pages.parts import questions as qs
from pages.parts.entities import Entity, Line

View = Literal["glance", "list", "question", "disqualifiers", "sources"]

LINES = 6
"""Lines on one slide."""

LETTERS = 480
"""Characters on one slide; more would need smaller type."""


@dataclass(frozen=True, slots=True)
class Read:
    """A source that was read, named so that a room may see it, and how many claims rest on it."""

    name: str
    claims: int


@dataclass(frozen=True, slots=True)
class Slide:
    """What is on the screen at one time; only what its `view` needs is filled."""

    view: View
    title: str
    lines: tuple[Line, ...] = ()
    row: qs.Row | None = None
    note: QuestionNote | None = None
    sentence: ev.InContext | None = None
    origin: str | None = None
    share: ev.Share | None = None
    sources: tuple[Read, ...] = field(default=())


def deck(entity: Entity, evidence: Evidence | None, *, hide_typical: bool = False) -> list[Slide]:
    """
    Give the slides in the order of a talk.

    Glance, what hurts, what they want, each question, what rules out, sources. A slide
    with nothing on it is left out; a long list takes several.
    """
    slides = [Slide("glance", entity.name)]
    keys = (
        ("painPoints", "keyObjectives")
        if isinstance(entity, Persona)
        else ("keyPriorities", "keyConsiderations")
    )
    sections = {section.key: section for section in entities.sections(entity, evidence)}
    for key in keys:
        if key in sections:
            lines = entities.visible(sections[key], hide_typical=hide_typical)
            slides += _lists("list", sections[key].title, lines)
    rows = [
        row
        for row in qs.rows([entity])
        if not (hide_typical and entities.typical_question(row.index, evidence))
    ]
    out = [row for row in rows if row.weight == "INSTANT_DISQUALIFIER"]
    asked = [row for row in rows if row.weight != "INSTANT_DISQUALIFIER"]
    for place, row in enumerate(asked, 1):
        slides.append(_question(row, evidence, f"Question {place} of {len(asked)}"))
    lines = tuple(_asked(row, evidence) for row in out)
    slides += _lists("disqualifiers", "Disqualified if yes", lines)
    if evidence is not None:
        slides.append(_sources(evidence))
    return slides


def _lists(view: View, title: str, lines: Sequence[Line]) -> Iterator[Slide]:
    parts = list(_parts(lines))
    for place, part in enumerate(parts, 1):
        name = title if len(parts) == 1 else f"{title}, {place} of {len(parts)}"
        yield Slide(view, name, part)


def _parts(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    part: list[Line] = []
    for line in lines:
        full = sum(len(one.text) for one in part) + len(line.text) > LETTERS
        if part and (full or len(part) == LINES):
            yield tuple(part)
            part = []
        part.append(line)
    if part:
        yield tuple(part)


def _asked(row: qs.Row, evidence: Evidence | None) -> Line:
    claims = ev.at(evidence, row.pointer)
    number, claim = claims[0] if claims else (None, None)
    return Line(row.question.question, row.pointer, claim, number)


def _question(row: qs.Row, evidence: Evidence | None, title: str) -> Slide:
    contexts = [
        ev.in_context(claim, evidence.sources)
        for _, claim in ev.at(evidence, row.pointer)
        if evidence is not None
    ]
    return Slide(
        "question",
        title,
        row=row,
        note=qs.note(evidence, row.pointer),
        sentence=next((context for context in contexts if context is not None), None),
        origin=qs.origin(evidence, row.pointer),
    )


def _sources(evidence: Evidence) -> Slide:
    read = tuple(
        Read(
            public_name(source),
            sum(
                1
                for claim in evidence.claims
                if claim.source == source.index and ev.can_show(claim, evidence.sources)
            ),
        )
        for source in evidence.sources
    )
    return Slide("sources", "Where it comes from", share=ev.share(evidence.claims), sources=read)


def public_name(source: SourceText) -> str:
    """Name a source without its address, which may hold what is nobody's business."""
    if source.title.strip() and "://" not in source.title:
        return source.title.strip()
    if source.type == "TEXT":
        return "A pasted text"
    return urlsplit(source.value).hostname or "A web page"
