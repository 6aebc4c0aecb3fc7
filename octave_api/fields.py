"""
Personas and segments as a reader meets them: fields in order, lines, a glance. Pure.

Fields that the contract does not know are shown too, under a name made from
their key: an answer may hold more than we have seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from octave_api import origins
from octave_api.cleaning import clean
from octave_api.contract import (
    FIRMOGRAPHICS,
    PERSONA_LISTS,
    Claim,
    Evidence,
    Kind,
    Persona,
    QualifyingQuestion,
    Segment,
)

Entity = Persona | Segment

LABELS: dict[str, str] = {
    "primaryResponsibilities": "Primary responsibilities",
    "painPoints": "Pain points",
    "keyConcerns": "Key concerns",
    "keyObjectives": "Key objectives",
    "commonJobTitles": "Common job titles",
    "whyTheyMatterToUs": "Why they matter to us",
    "whyWeMatterToThem": "Why we matter to them",
    "buyingRole": "Buying role",
    "fitExplanation": "Why it fits",
    "firmographics": "Firmographics",
    "keyPriorities": "Key priorities",
    "keyConsiderations": "Key considerations",
    "uniqueApproach": "Unique approach",
    "customFields": "Custom fields",
    "qualifyingQuestions": "Qualifying questions",
    "description": "Description",
    "internalName": "Internal name",
    "name": "Name",
}
_PERSONA_ORDER = (
    "primaryResponsibilities",
    "keyObjectives",
    "painPoints",
    "keyConcerns",
    "commonJobTitles",
    "whyTheyMatterToUs",
    "whyWeMatterToThem",
)
_SEGMENT_ORDER = ("fitExplanation", "firmographics", "keyPriorities", "keyConsiderations")

WEIGHT_WORDS: dict[str, str] = {
    "INSTANT_DISQUALIFIER": "Disqualifier",
    "HIGH": "High",
    "MEDIUM": "Medium",
    "LOW": "Low",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One text of a field. `claim` and its `number` in the evidence are None without evidence."""

    text: str
    pointer: str
    claim: Claim | None = None
    number: int | None = None
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A field with its lines."""

    key: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """What fits on a card: read in ten seconds."""

    name: str
    internal_name: str
    description: str
    titles: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    top_title: str
    top: tuple[str, ...]
    questions: tuple[QualifyingQuestion, ...]
    disqualifiers: tuple[QualifyingQuestion, ...]
    share: origins.Share | None


def kind_of(entity: Entity) -> Kind:
    """Tell a persona from a segment."""
    return "persona" if isinstance(entity, Persona) else "segment"


def label(key: str) -> str:
    """Name a field for people: "painPoints" is "Pain points"; unknown keys are cut at capitals."""
    if key in LABELS:
        return LABELS[key]
    # A key that we do not know is the sender's text too, and no cleaning has met it.
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[_-]+", " ", clean(key)).strip().lower()
    return words[:1].upper() + words[1:]


def internal_name(entity: Entity) -> str:
    """Give the team's alias, which personas keep in their data."""
    if entity.internal_name:
        return entity.internal_name
    return entity.data.internal_name or "" if isinstance(entity, Persona) else ""


def sections(entity: Entity, evidence: Evidence | None) -> list[Section]:
    """Give every field that has something in it, description first, unknown fields last."""
    data = entity.data.to_dict()
    order = _PERSONA_ORDER if isinstance(entity, Persona) else (*_SEGMENT_ORDER, "uniqueApproach")
    keys = [key for key in order if key in data]
    keys += [key for key in data if key not in keys and key != "internalName"]
    found = [
        Section("name", "Name", _names(entity, evidence)),
        Section("description", "Description", _lines("/description", entity.description, evidence)),
    ]
    for key in keys:
        found.append(Section(key, label(key), _field(key, data[key], evidence)))
    return [section for section in found if section.lines]


def _names(entity: Entity, evidence: Evidence | None) -> tuple[Line, ...]:
    lines = _lines("/name", entity.name, evidence)
    if entity.internal_name:
        inner = _lines("/internalName", entity.internal_name, evidence)
    else:
        inner = _lines("/data/internalName", internal_name(entity), evidence)
    return lines + tuple(_led(line, LABELS["internalName"]) for line in inner)


def _led(line: Line, lead: str) -> Line:
    return Line(line.text, line.pointer, line.claim, line.number, lead)


def _field(key: str, value: Any, evidence: Evidence | None) -> tuple[Line, ...]:
    pointer = f"/data/{escape_pointer(key)}"
    if key == "customFields":
        return _custom_fields(pointer, value, evidence)
    if isinstance(value, dict):
        known = [part for part in FIRMOGRAPHICS if part in value]
        lines: list[Line] = []
        for part in [*known, *(part for part in value if part not in known)]:
            below = _lines(f"{pointer}/{escape_pointer(part)}", value[part], evidence)
            lines += [_led(line, label(part)) for line in below]
        return tuple(lines)
    return _lines(pointer, value, evidence)


def _custom_fields(pointer: str, value: Any, evidence: Evidence | None) -> tuple[Line, ...]:
    lines: list[Line] = []
    for n, part in enumerate(value if isinstance(value, list) else []):
        title = str(part.get("title", "")) if isinstance(part, dict) else ""
        below = _lines(f"{pointer}/{n}/value", part.get("value") if title else part, evidence)
        lines += [_led(line, title) for line in below]
    return tuple(lines)


def _lines(pointer: str, value: Any, evidence: Evidence | None) -> tuple[Line, ...]:
    """Make lines of a string or a list of strings; anything else is shown as it is."""
    if value is None or value == "" or value == []:
        return ()
    if isinstance(value, list):
        items = [_line(f"{pointer}/{n}", str(item), evidence) for n, item in enumerate(value)]
        return tuple(line for lines in items for line in lines)
    return _line(pointer, str(value), evidence)


def _line(pointer: str, text: str, evidence: Evidence | None) -> tuple[Line, ...]:
    """
    Give one text as one line, or as one line a claim where its claims make it up.

    Claims that make up only a part of it follow the whole text, so that no word
    of the entity is left out and none looks better supported than it is.
    """
    claims = origins.at(evidence, pointer)
    if len(claims) == 1:
        number, claim = claims[0]
        return (Line(text, pointer, claim, number),)
    lines = tuple(Line(claim.text, pointer, claim, number) for number, claim in claims)
    if made_up_of(text, [claim for _, claim in claims]):
        return lines
    return (Line(text, pointer), *lines)


def made_up_of(text: str, claims: Sequence[Claim]) -> bool:
    """Tell whether the claims' words are, one after the other, all words of a text."""
    return bool(claims) and _squeeze("".join(claim.text for claim in claims)) == _squeeze(text)


def _squeeze(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def escape_pointer(key: str) -> str:
    """Write a key as one part of a JSON pointer (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1")


def visible(section: Section, *, hide_typical: bool) -> tuple[Line, ...]:
    """Give a section's lines, without those that are typical of the role or market if so asked."""
    if not hide_typical:
        return section.lines
    return tuple(line for line in section.lines if not line.claim or line.claim.origin != "TYPICAL")


def typical_question(index: int, evidence: Evidence | None) -> bool:
    """Tell whether a question's wording rests on nothing in the source."""
    claims = [claim for _, claim in origins.at(evidence, f"/qualifyingQuestions/{index}")]
    return bool(claims) and all(claim.origin == "TYPICAL" for claim in claims)


def glance(entity: Entity, evidence: Evidence | None, *, top: int = 3) -> Glance:
    """Choose what a closed card shows; items are already ranked best first."""
    active = [question for question in entity.qualifying_questions if question.archived_at is None]
    out = [q for q in active if q.weight == "INSTANT_DISQUALIFIER"]
    rest = [q for q in active if q.weight != "INSTANT_DISQUALIFIER"]
    if isinstance(entity, Persona):
        titles = tuple(entity.data.common_job_titles)
        facts: tuple[tuple[str, str], ...] = ()
        top_title, items = "Top pains", entity.data.pain_points
        if not items:
            top_title, items = "Top objectives", entity.data.key_objectives
    else:
        titles = ()
        facts = tuple(
            (label(key), " · ".join(values))
            for key, values in _in_order(entity.data.firmographics)
            if values
        )
        top_title, items = "Top priorities", entity.data.key_priorities
        if not items:
            top_title, items = "Considerations", entity.data.key_considerations
    return Glance(
        name=entity.name,
        internal_name=internal_name(entity),
        description=entity.description or "",
        titles=titles,
        facts=facts,
        top_title=top_title,
        top=tuple(items[:top]),
        questions=tuple(rest[:top]),
        disqualifiers=tuple(out),
        share=origins.share(evidence.claims) if evidence is not None and evidence.claims else None,
    )


def _in_order(firmographics: dict[str, list[str]]) -> Iterable[tuple[str, list[str]]]:
    known = [key for key in FIRMOGRAPHICS if key in firmographics]
    return [(k, firmographics[k]) for k in [*known, *(k for k in firmographics if k not in known)]]


def empty_fields(entity: Entity) -> list[str]:
    """Name the contract's fields in which the entity has nothing."""
    data = entity.data.to_dict()
    keys = PERSONA_LISTS if isinstance(entity, Persona) else (*_SEGMENT_ORDER, "uniqueApproach")
    return [label(key) for key in keys if not data.get(key)]


def pointer_name(pointer: str) -> str:
    """Name the field that a JSON pointer leads to: "/data/painPoints/0" is "Pain points"."""
    parts = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/") if part]
    words = [label(part) for part in parts if part != "data" and not part.isdigit()]
    return " › ".join(words)


def unique_names(entities: Sequence[Entity]) -> dict[str, str]:
    """
    Name entities, newest first, so that no two names are the same.

    The oldest of a name keeps it; later ones are numbered: "VP of Sales (2)".
    """
    names: dict[str, str] = {}
    for entity in reversed(entities):
        name, turn = entity.name, 1
        while name in names.values():
            turn += 1
            name = f"{entity.name} ({turn})"
        names[entity.oid] = name
    return names


def weight_word(weight: str) -> str:
    """Give a weight for people; an unknown one as it is."""
    return WEIGHT_WORDS.get(weight, weight.replace("_", " ").capitalize())
