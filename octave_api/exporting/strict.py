"""
A persona or segment without what is only typical, and its evidence to match. Pure.

A text goes when all its claims are TYPICAL. A text that its claims make up keeps
the others' words; one that they do not make up stays whole, since it cannot be cut
without bending it. A name is never taken away: something has to be on the page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from octave_api.contract import Claim, Evidence, Persona, Segment
from octave_api.exporting.files import Subject
from octave_api.fields import escape_pointer, made_up_of

_KEPT = ("/name", "/internalName", "/data/internalName")


@dataclass(slots=True)
class _Cut:
    """The claims by pointer, and where each text that stays has moved to."""

    claims: dict[str, list[Claim]]
    moved: dict[str, str] = field(default_factory=dict)

    def text(self, old: str, new: str, text: Any) -> Any:
        """Give what stays of a text, None if nothing does."""
        own = self.claims.get(old, [])
        kept = [claim for claim in own if claim.origin != "TYPICAL"]
        if own and not kept and old not in _KEPT:
            return None
        self.moved[old] = new
        if len(kept) < len(own) and old not in _KEPT and made_up_of(text, own):
            return " ".join(claim.text for claim in kept)
        return text

    def value(self, old: str, new: str, value: Any) -> Any:
        """Give what stays of a text, a list or a mapping of them."""
        if isinstance(value, list):
            return self._each(old, new, value, self.text)
        if isinstance(value, dict):
            below = {
                key: self.value(
                    f"{old}/{escape_pointer(key)}", f"{new}/{escape_pointer(key)}", part
                )
                for key, part in value.items()
            }
            return {key: part for key, part in below.items() if part is not None}
        return self.text(old, new, value)

    def questions(self, value: list[Any]) -> list[Any]:
        """Give the questions that do not rest on what is typical alone."""
        return self._each("/qualifyingQuestions", "/qualifyingQuestions", value, self.whole)

    def custom(self, old: str, new: str, value: list[Any]) -> list[Any]:
        """Give custom fields with what stays of their values."""

        def one(before: str, after: str, part: Any) -> Any:
            if not isinstance(part, dict):
                return self.text(before, after, part)
            kept = self.value(f"{before}/value", f"{after}/value", part.get("value"))
            return None if kept is None else {**part, "value": kept}

        return self._each(old, new, value, one)

    def whole(self, old: str, new: str, value: Any) -> Any:
        """Give a question as it is, None if all its claims are typical."""
        own = self.claims.get(old, [])
        if own and all(claim.origin == "TYPICAL" for claim in own):
            return None
        self.moved[old] = new
        return value

    def _each(
        self, old: str, new: str, values: list[Any], cut: Callable[[str, str, Any], Any]
    ) -> list[Any]:
        kept: list[Any] = []
        for place, value in enumerate(values):
            found = cut(f"{old}/{place}", f"{new}/{len(kept)}", value)
            if found is not None:
                kept.append(found)
        return kept


def without_typical(subject: Subject) -> Subject:
    """Leave out what is only typical; without evidence nothing is known to be."""
    evidence = subject.evidence
    if evidence is None:
        return subject
    claims: dict[str, list[Claim]] = {}
    for claim in evidence.claims:
        claims.setdefault(claim.pointer, []).append(claim)
    cut = _Cut(claims)
    body = subject.entity.to_dict()
    for key in ("name", "internalName", "description"):
        if body.get(key) is not None:
            body[key] = cut.text(f"/{key}", f"/{key}", body[key])
    if "qualifyingQuestions" in body:
        body["qualifyingQuestions"] = cut.questions(body["qualifyingQuestions"])
    body["data"] = {
        key: kept
        for key, value in (body.get("data") or {}).items()
        if (kept := _field(cut, f"/data/{escape_pointer(key)}", key, value)) is not None
        or value is None
    }
    shape = Persona if isinstance(subject.entity, Persona) else Segment
    rest = _evidence(evidence, cut.moved)
    return replace(
        subject,
        entity=shape.model_validate(body),
        evidence=rest,
        left_out=len(evidence.claims) - len(rest.claims),
    )


def _field(cut: _Cut, pointer: str, key: str, value: Any) -> Any:
    if key == "customFields" and isinstance(value, list):
        return cut.custom(pointer, pointer, value)
    return None if value is None else cut.value(pointer, pointer, value)


def _evidence(evidence: Evidence, moved: dict[str, str]) -> Evidence:
    claims = [
        claim.model_copy(update={"pointer": moved[claim.pointer]})
        for claim in evidence.claims
        if claim.pointer in moved and (claim.origin != "TYPICAL" or claim.pointer in _KEPT)
    ]
    notes = [
        note.model_copy(update={"pointer": moved[note.pointer]})
        for note in evidence.questions
        if note.pointer in moved
    ]
    return evidence.model_copy(update={"claims": claims, "questions": notes})
