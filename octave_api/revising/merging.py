"""
Two personas, or two segments, made into one: every item and question of both, each once. Pure.

The first one's name, texts and order stay; what only the second one has is added behind.
Claims come along with their items, and the sources that they quote.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from octave_api.contract import Claim, Evidence, Gap, Persona, QuestionNote, Segment, SourceText
from octave_api.revising.texts import SCALARS, Place, places, same_words


def merge(first: Persona | Segment, second: Persona | Segment, at: str) -> Persona | Segment:
    """Give the first entity with what the second one, of the same kind, has besides."""
    made, other = first.to_dict(), second.to_dict()
    for key in SCALARS:
        if not made.get(key) and other.get(key):
            made[key] = other[key]
    made["data"] = _both(made.get("data") or {}, other.get("data") or {})
    asked = list(made.get("qualifyingQuestions") or [])
    for one in other.get("qualifyingQuestions") or []:
        if not any(same_words(one["question"], known["question"]) for known in asked):
            asked.append(one)
    made |= {"qualifyingQuestions": asked, "updatedAt": at}
    return type(first).model_validate(made)


def _both(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    made = dict(first)
    for key, value in second.items():
        known = made.get(key)
        if not known:
            made[key] = value
        elif key == "customFields" and isinstance(known, list):
            made[key] = _custom(known, value)
        elif isinstance(known, list) and isinstance(value, list):
            made[key] = _listed(known, value)
        elif isinstance(known, dict) and isinstance(value, dict):
            made[key] = _both(known, value)
    return made


def _listed(first: Sequence[Any], second: Sequence[Any]) -> list[Any]:
    made = list(first)
    made += [item for item in second if not any(same_words(str(item), str(one)) for one in made)]
    return made


def _custom(first: Sequence[Any], second: Sequence[Any]) -> list[Any]:
    made = [dict(one) for one in first]
    for field in second:
        known = next((one for one in made if one.get("title") == field.get("title")), None)
        if known is None:
            made.append(dict(field))
        else:
            known["value"] = _listed(known.get("value") or [], field.get("value") or [])
    return made


def merge_evidence(
    merged: Persona | Segment,
    first: Persona | Segment,
    one: Evidence,
    two: Evidence,
    second: Persona | Segment,
) -> Evidence:
    """
    Give the evidence of a merged entity.

    Where both had the same text, a quoted claim of the second is kept beside a quoted one
    of the first, and takes the place of one that quotes nothing.
    """
    sources, indexes = _sources(one.sources, two.sources)
    old = {place.pointer for place in places(first.to_dict())}
    targets = places(merged.to_dict())
    led = _led(places(second.to_dict()), targets)
    claims = [claim for claim in one.claims if claim.pointer in old]
    for claim in two.claims:
        pointer = led.get(claim.pointer)
        if pointer is None:
            continue
        source = None if claim.source is None else indexes[claim.source]
        moved = claim.model_copy(update={"pointer": pointer, "source": source})
        claims = _added(claims, moved)
    notes = _notes(one.questions, two.questions, led)
    filled = {place.slot for place in targets}
    gaps: dict[str, Gap] = {gap.pointer: gap for gap in [*two.gaps, *one.gaps]}
    return Evidence(
        oid=merged.oid,
        sources=sources,
        claims=claims,
        questions=notes,
        gaps=[gap for pointer, gap in gaps.items() if pointer not in filled],
        notes=list(dict.fromkeys([*one.notes, *two.notes])),
    )


def _sources(
    first: Sequence[SourceText], second: Sequence[SourceText]
) -> tuple[list[SourceText], dict[int, int]]:
    """Put two lists of sources together; say which index each of the second's has then."""
    sources = list(first)
    indexes: dict[int, int] = {}
    following = max((source.index for source in first), default=-1) + 1
    for source in second:
        same = next(
            (one for one in first if (one.value, one.text) == (source.value, source.text)), None
        )
        if same is not None:
            indexes[source.index] = same.index
            continue
        indexes[source.index] = following
        sources.append(source.model_copy(update={"index": following}))
        following += 1
    return sources, indexes


def _led(before: Sequence[Place], merged: Sequence[Place]) -> dict[str, str]:
    """Say where each text of the second entity stands in the merged one."""
    slots = {place.pointer: place for place in before}
    led: dict[str, str] = {}
    for pointer, place in slots.items():
        field = place.slot.split("/")[:3]
        for target in merged:
            near = target.slot.split("/")[:3] == field
            if near and same_words(target.text, place.text):
                led[pointer] = target.pointer
                break
    return led


def _added(claims: list[Claim], claim: Claim) -> list[Claim]:
    beside = [one for one in claims if one.pointer == claim.pointer]
    if not beside:
        return [*claims, claim]
    if claim.quote is None or any(_equal(one, claim) for one in beside):
        return claims
    return [one for one in claims if one not in beside or one.quote is not None] + [claim]


def _equal(one: Claim, other: Claim) -> bool:
    return (one.source, one.start, one.end) == (other.source, other.start, other.end)


def _notes(
    first: Sequence[QuestionNote], second: Sequence[QuestionNote], led: Mapping[str, str]
) -> list[QuestionNote]:
    notes = {note.pointer: note for note in first}
    for note in second:
        pointer = led.get(note.pointer)
        if pointer is not None and pointer not in notes:
            notes[pointer] = note.model_copy(update={"pointer": pointer})
    return list(notes.values())
