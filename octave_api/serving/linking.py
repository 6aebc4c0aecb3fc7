"""
What a request names beside its sources, looked up: offerings, a playbook, a brand voice.

The primary offering's text is the context of what is generated; without one, the workspace's
company is. An id that the library does not have is a 404 that names its field.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from octave_api.contract import (
    Closed,
    GeneratePersonasRequest,
    GenerateRequest,
    LinkAll,
    LinkSpecific,
    SourceText,
)
from octave_api.contract.items import BrandVoice, Product
from octave_api.errors import FieldError
from octave_api.revising.brand_voice import Voice
from octave_api.serving.problems import ProblemError, unknown

if TYPE_CHECKING:
    from octave_api.keeping.item_rows import ItemKind
    from octave_api.keeping.items import Items
    from octave_api.keeping.rows import Entry

OFFERING = "OFFERING"
"""The type of the source that an offering is in the evidence."""

_SECTIONS = (
    ("capabilities", "Capabilities"),
    ("challenges_addressed", "Challenges addressed"),
    ("customer_benefits", "Benefits for customers"),
    ("differentiated_value", "What makes it different"),
    ("status_quo", "Without it"),
)
ITEM_NAMES: Mapping[str, str] = {
    "product": "offering",
    "brand_voice": "brand voice",
    "playbook": "playbook",
    "resource": "resource",
}
"""What the kinds of items are called in sentences."""


@dataclass(frozen=True, slots=True)
class Named:
    """
    What a request names.

    Attributes:
        offering: The text that is the context, as a source; its index is set where it is used.
        voice: How to word what is generated.
        links: The offerings and the playbook to link to.
        asked_with: The same as it was asked, under the contract's keys.
    """

    offering: SourceText | None = None
    voice: Voice | None = None
    links: tuple[str, ...] = ()
    asked_with: dict[str, Any] = field(default_factory=dict)


def look_up(asked: GenerateRequest, items: Items) -> Named:
    """
    Look up what a generate request names.

    Raises:
        ProblemError: 404 with every field that names what is not there.
    """
    lookup = Lookup(items)
    primary = lookup.item("product", asked.primary_offering_oid, "primaryOfferingOId")
    voice = lookup.item("brand_voice", asked.brand_voice_oid, "brandVoiceOId")
    playbook = asked.playbook_oid if isinstance(asked, GeneratePersonasRequest) else None
    lookup.item("playbook", playbook, "playbookOId")
    links = lookup.links(asked.primary_offering_oid, asked.linking_strategy)
    lookup.finish()
    named = {"personas", "segments"}
    return Named(
        offering=_company(items) if primary is None else _offering(primary),
        voice=None if voice is None else _voice(voice),
        links=links + ((playbook,) if playbook else ()),
        asked_with=asked.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=named),
    )


class Lookup:
    """Looks up ids, and remembers which fields name what is not there."""

    def __init__(self, items: Items) -> None:
        self._items = items
        self._missing: list[FieldError] = []

    def item(self, kind: ItemKind, oid: str | None, path: str) -> dict[str, Any] | None:
        """Give an item; None without an id, or if there is no such one."""
        found = None if oid is None else self._items.get(kind, oid)
        if oid is not None and found is None:
            self._missing += unknown(ITEM_NAMES[kind], path).fields
        return found

    def links(self, primary: str | None, strategy: Closed | None) -> tuple[str, ...]:
        """Give the offerings to link to: the primary one, and what the strategy says."""
        chosen: Sequence[str] = ()
        if isinstance(strategy, LinkAll):
            chosen = self._items.ids("product")
        elif isinstance(strategy, LinkSpecific):
            chosen = strategy.offering_oids
            for at, oid in enumerate(chosen):
                self.item("product", oid, f"linkingStrategy.offeringOIds[{at}]")
        return tuple(dict.fromkeys([*([primary] if primary else []), *chosen]))

    def finish(self) -> None:
        """Refuse the request if something was not there."""
        if self._missing:
            first = self._missing[0]
            raise ProblemError(404, "not_found", str(first), fields=self._missing)


def _voice(found: dict[str, Any]) -> Voice:
    voice = BrandVoice.model_validate(found)
    return Voice.of(voice.vocabulary.key_substitutions, voice.forbidden_words)


def _offering(found: dict[str, Any]) -> SourceText | None:
    product = Product.model_validate(found)
    parts = [product.description or "", product.summary or ""]
    for name, heading in _SECTIONS:
        lines = getattr(product, name)
        if lines:
            parts.append(f"## {heading}\n\n" + "\n".join(f"- {line}" for line in lines))
    text = "\n\n".join(part for part in parts if part)
    return _source(product.oid, product.name, text)


def _company(items: Items) -> SourceText | None:
    name, text = items.company()
    return _source("", name, text)


def _source(oid: str, name: str, text: str) -> SourceText | None:
    # A bare name says nothing of what is sold.
    if not any(character.isalnum() for character in text):
        return None
    return SourceText(index=0, type=OFFERING, value=oid or name, title=name, text=text)


def renamed(entry: Entry, items: Items) -> Named:
    """Give what an entity was generated with, as far as the library still has it."""
    primary = entry.asked_with.get("primaryOfferingOId")
    voice = entry.asked_with.get("brandVoiceOId")
    offering = items.get("product", primary) if primary else None
    found = items.get("brand_voice", voice) if voice else None
    return Named(
        offering=_company(items) if offering is None else _offering(offering),
        voice=None if found is None else _voice(found),
        links=entry.links,
        asked_with=entry.asked_with,
    )
