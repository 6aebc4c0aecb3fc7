"""
A person's changes to an entity, and what is left of its evidence after them. Pure.

A text that is only moved keeps its claims. One whose words are changed is marked as edited:
it keeps its quote while every word of it still stands there, in order; otherwise the quote is
no evidence for it any more, and its origin is EDITED.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from octave_api.contract import Claim, Evidence, Persona, QuestionNote, Segment
from octave_api.revising.texts import (
    Place,
    alike,
    pair,
    places,
    same_words,
    stands_in,
)

EDITED = "EDITED"
BY_HAND = "written by a person"

_SENTENCES = re.compile(r"(?<=[.!?…])\s+")
_ALIKE = 0.5


def change(entity: Persona | Segment, changes: Mapping[str, Any], at: str) -> Persona | Segment:
    """
    Give the entity with these changes.

    Args:
        entity: As it is.
        changes: Under the contract's keys; those of `data` stand for themselves, so that
            other fields stay. A list stands in place of the list before.
        at: The time of the change.

    Raises:
        ValidationError: The result would not be an entity of the contract.
    """
    made = entity.to_dict()
    data = {**(made.get("data") or {}), **changes.get("data", {})}
    if "internalName" in changes and isinstance(entity, Persona):
        data["internalName"] = changes["internalName"]
    made |= {key: value for key, value in changes.items() if key != "data"}
    made |= {"data": data, "updatedAt": at}
    return type(entity).model_validate(made)


def by_hand(entity: Persona | Segment) -> Evidence:
    """Give the evidence of an entity that a person wrote: each text is their own."""
    claims = [_own(place.pointer, place.text) for place in places(entity.to_dict())]
    return Evidence(oid=entity.oid, claims=claims)


def keep_evidence(
    before: Persona | Segment, after: Persona | Segment, evidence: Evidence
) -> Evidence:
    """Give what is left of an entity's evidence after it was changed by a person."""
    pairs = pair(places(before.to_dict()), places(after.to_dict()))
    claims: list[Claim] = []
    moved: dict[str, str] = {}
    for old, new in pairs:
        if new is None:
            continue
        if old is None:
            claims.append(_own(new.pointer, new.text))
            continue
        own = [claim for claim in evidence.claims if claim.pointer == old.pointer]
        if same_words(old.text, new.text):
            moved[old.pointer] = new.pointer
            claims += [_same(claim, old, new) for claim in own]
        else:
            claims += _reworded(own, old, new)
    filled = {place.slot for place in places(after.to_dict())}
    return evidence.model_copy(
        update={
            "oid": after.oid,
            "claims": claims,
            "questions": _notes(evidence.questions, moved),
            "gaps": [gap for gap in evidence.gaps if gap.pointer not in filled],
        }
    )


def _own(pointer: str, text: str) -> Claim:
    return Claim(pointer=pointer, text=text, origin=EDITED, rule=BY_HAND, edited=True)


def _same(claim: Claim, old: Place, new: Place) -> Claim:
    text = new.text if claim.text == old.text else claim.text
    return claim.model_copy(update={"pointer": new.pointer, "text": text})


def _reworded(own: Sequence[Claim], old: Place, new: Place) -> list[Claim]:
    """Give the claims of a text that was changed, a sentence each where each had its own."""
    if len(own) <= 1:
        return [_edited(own[0] if own else None, new.pointer, new.text)]
    rest, claims = list(own), []
    for sentence in _SENTENCES.split(new.text):
        best = max(rest, key=lambda claim: alike(claim.text, sentence), default=None)
        if best is not None and alike(best.text, sentence) < _ALIKE:
            best = None
        if best is not None:
            rest.remove(best)
        claims.append(_edited(best, new.pointer, sentence))
    return claims


def _edited(claim: Claim | None, pointer: str, text: str) -> Claim:
    if claim is None:
        return _own(pointer, text)
    if same_words(claim.text, text):
        return claim.model_copy(update={"pointer": pointer, "text": text})
    if claim.quote is not None and stands_in(text, claim.quote):
        update = {"pointer": pointer, "text": text, "edited": True}
        return claim.model_copy(update=update)
    return _own(pointer, text)


def _notes(notes: Sequence[QuestionNote], moved: Mapping[str, str]) -> list[QuestionNote]:
    """Keep what was noted of questions that still have their words."""
    kept = [note for note in notes if note.pointer in moved]
    return [note.model_copy(update={"pointer": moved[note.pointer]}) for note in kept]
