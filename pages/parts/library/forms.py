"""
An entity as a form, and the changes that a filled form asks for. Pure.

A list is a text of one item a line. Only what is not as it was becomes a change, so that
two people who change different fields do not undo one another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from octave_api.contract import FIRMOGRAPHICS, FIT_TYPES, PERSONA_LISTS, WEIGHTS
from pages.parts.entities import Entity, internal_name, kind_of, label

Shape = Literal["line", "text", "list"]

SEGMENT_LISTS = ("keyPriorities", "keyConsiderations", "uniqueApproach")
MAX_NAME = 300
_BULLET = re.compile(r"^\s*[•*–-]\s+")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the form: `path` is its place in the entity, `text` what it holds now."""

    path: tuple[str, ...]
    title: str
    shape: Shape
    text: str

    @property
    def key(self) -> str:
        return "-".join(self.path)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the form."""

    question: str = ""
    rationale: str = ""
    fit: str = "GOOD"
    weight: str = "MEDIUM"
    archived_at: str | None = None


def fields(entity: Entity) -> list[Field]:
    """Give the fields that can be changed: the contract's, and others of the same shapes."""
    found = [
        Field(("name",), "Name", "line", entity.name),
        Field(("internalName",), "Internal name", "line", internal_name(entity)),
        Field(("description",), "Description", "text", entity.description or ""),
    ]
    data = entity.data.to_dict()
    if kind_of(entity) == "persona":
        known: tuple[str, ...] = PERSONA_LISTS
    else:
        found.append(_field("fitExplanation", data.get("fitExplanation") or ""))
        held = data.get("firmographics") or {}
        for part in [*FIRMOGRAPHICS, *(part for part in held if part not in FIRMOGRAPHICS)]:
            text = "\n".join(held.get(part) or [])
            found.append(Field(("data", "firmographics", part), label(part), "list", text))
        known = SEGMENT_LISTS
    found += [_field(name, data.get(name) or []) for name in known]
    done = {*known, "fitExplanation", "firmographics", "internalName", "customFields"}
    found += [_field(name, value) for name, value in data.items() if name not in done and value]
    return found


def _field(name: str, value: Any) -> Field:
    if isinstance(value, list):
        return Field(("data", name), label(name), "list", "\n".join(map(str, value)))
    return Field(("data", name), label(name), "text", str(value))


def questions(entity: Entity) -> list[Asked]:
    """Give the questions as the form has them, the archived ones too."""
    return [
        Asked(
            one.question, one.rationale or "", str(one.fit_type), str(one.weight), one.archived_at
        )
        for one in entity.qualifying_questions
    ]


def choices(known: Sequence[str], now: str) -> list[str]:
    """Give what a question's fit or weight can be, one that we do not know included."""
    return [*known, *([] if now in known else [now])]


FITS: tuple[str, ...] = tuple(FIT_TYPES)
WEIGHS: tuple[str, ...] = tuple(WEIGHTS)


def changes(entity: Entity, typed: Mapping[str, str], asked: Sequence[Asked]) -> dict[str, Any]:
    """
    Give the changes between an entity and a filled form, as `client.library.edit` takes them.

    Args:
        entity: As it was when the form was opened.
        typed: By `Field.key`; a missing one is unchanged.
        asked: All questions that are to be; those without words are left out.
    """
    made: dict[str, Any] = {}
    data: dict[str, Any] = {}
    for field in fields(entity):
        text = typed.get(field.key, field.text)
        if _same(text, field.text):
            continue
        value = lines(text) if field.shape == "list" else text.strip()
        if field.path[0] != "data":
            made[field.path[0]] = value
        elif len(field.path) == 2:
            data[field.path[1]] = value
        else:
            held = data.setdefault(field.path[1], dict(entity.data.to_dict()[field.path[1]] or {}))
            held[field.path[2]] = value
    if data:
        made["data"] = data
    kept = [one for one in asked if one.question.strip()]
    if kept != questions(entity):
        made["qualifyingQuestions"] = [
            {
                "question": one.question.strip(),
                "rationale": one.rationale.strip(),
                "fitType": one.fit,
                "weight": one.weight,
                "archivedAt": one.archived_at,
            }
            for one in kept
        ]
    return made


def wrong(entity: Entity, typed: Mapping[str, str]) -> str:
    """Say what of a filled form cannot be saved; empty if all can."""
    if not typed.get("name", entity.name).strip():
        return "It needs a name: type one."
    return ""


def lines(text: str) -> list[str]:
    """Give the items of a list: one a line, without bullets and empty lines."""
    items = (_BULLET.sub("", line).strip() for line in text.splitlines())
    return [item for item in items if item]


def _same(one: str, other: str) -> bool:
    return one.replace("\r\n", "\n").strip() == other.strip()
