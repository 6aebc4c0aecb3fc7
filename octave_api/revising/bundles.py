"""
Our own JSON: entities with their evidence and tags; and all else that can be brought in. Pure.

What is read gives what was written, field by field: a bundle, the contract's JSON (an answer
of generate or list, one entity, a list of entities), and a table of questions as CSV.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field, ValidationError

from octave_api.cleaning import clean, clean_data, finite, offsets, whole_escapes
from octave_api.contract import AnyEntity, Envelope, Evidence, Kind, Open, Persona, Segment
from octave_api.revising import question_table
from octave_api.revising.question_table import Questions

_KINDS = ("persona", "segment")
FORMAT: Literal["octave-explorer"] = "octave-explorer"

_OF_SEGMENTS = {"fitExplanation", "firmographics", "keyPriorities", "keyConsiderations",
                "uniqueApproach", "firmographicCharacteristics", "definingAttributes"}  # fmt: skip


class BundleEntry(Open):
    """One entity with what is known of it."""

    kind: Kind
    entity: AnyEntity
    evidence: Evidence | None = None
    tags: list[str] = Field(default_factory=list)


class Bundle(Envelope):
    """Our JSON: `{"format": "octave-explorer", "version": 1, "entries": […]}`."""

    format: Literal["octave-explorer"] = FORMAT
    version: Literal[1] = 1
    entries: list[BundleEntry] = Field(default_factory=list)

    def file(self) -> str:
        """Give the bundle as a file's text."""
        made = self.to_dict() | {"format": self.format, "version": self.version}
        made.pop("_metadata", None)
        return json.dumps(made, ensure_ascii=False, indent=2)


class UnreadableError(Exception):
    """What was brought in cannot be read; the text is one sentence for the user."""


def read(content: str, name: str = "") -> list[BundleEntry] | list[Questions]:
    """
    Read a file's text: JSON if it begins like JSON, else a table of questions.

    Args:
        content: The text.
        name: The file's name; an entity that a table does not name is called so.

    Raises:
        UnreadableError: It holds no entity and no question.
    """
    text = content.removeprefix("\ufeff")
    if not text.strip():
        raise UnreadableError("The file is empty.")
    if text.lstrip()[0] in "{[":
        return _entries(text)
    try:
        named = name.rsplit(".", 1)[0] or "Imported questions"
        return list(question_table.read(clean(text), named))
    except ValueError as error:
        raise UnreadableError(str(error)) from None


def _entries(text: str) -> list[BundleEntry]:
    try:
        whole = whole_escapes(text.encode(errors="replace"))
        found = json.loads(whole, parse_float=finite, parse_constant=finite)
    except (ValueError, RecursionError):
        raise UnreadableError("The file begins like JSON and is none.") from None
    try:
        if isinstance(found, dict) and found.get("format") == FORMAT:
            return [_cleaned(entry) for entry in Bundle.model_validate(found).entries]
        entries = [_entry(one) for one in _entities(clean_data(found))]
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"] if part not in _KINDS)
        sentence = "An entity in the file is not as the contract has it"
        raise UnreadableError(f"{sentence} ({place}: {first['msg']}); nothing was read.") from None
    except RecursionError:
        raise UnreadableError("The file is nested too deep; nothing was read.") from None
    if not entries:
        raise UnreadableError("The file holds no persona and no segment.")
    return entries


def _cleaned(entry: BundleEntry) -> BundleEntry:
    """Give an entry with its texts cleaned; the offsets of its claims are led over with them."""
    given = entry.to_dict()
    made = clean_data(given)
    if made == given:
        return entry
    sources = [] if entry.evidence is None else entry.evidence.sources
    moved = [offsets(one.text) for one in sources]
    for claim in (made.get("evidence") or {}).get("claims", []):
        source = claim.get("source")
        if source is not None and 0 <= source < len(moved):
            for end in ("start", "end"):
                if claim.get(end) is not None:
                    claim[end] = moved[source](claim[end])
    return BundleEntry.model_validate(made)


def _entities(found: Any) -> list[dict[str, Any]]:
    # An answer holds them in `data`; so does an entity, but it has an id besides.
    wrapped = isinstance(found, dict) and "oId" not in found and "name" not in found
    if wrapped and isinstance(found.get("data"), list | dict):
        found = found["data"]
    several = found if isinstance(found, list) else [found]
    return [one for one in several if isinstance(one, dict) and "name" in one]


def _entry(found: dict[str, Any]) -> BundleEntry:
    given = {key: value for key, value in found.items() if key != "_metadata"}
    kind = kind_of(given)
    given.setdefault("oId", "imported")
    entity = (Segment if kind == "segment" else Persona).model_validate(given)
    return BundleEntry.model_construct(kind=kind, entity=entity, evidence=None, tags=[])


def kind_of(entity: Mapping[str, Any]) -> Kind:
    """Tell a segment from a persona by its id, or else by the fields that only segments have."""
    if str(entity.get("oId")).startswith("sg_"):
        return "segment"
    data = entity.get("data")
    return "segment" if isinstance(data, dict) and _OF_SEGMENTS & set(data) else "persona"
