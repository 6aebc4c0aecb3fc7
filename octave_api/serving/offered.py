"""
What is sold, as the context of the fields that say why. Pure.

An offering is read once, by itself, however many entities are made with it; its sentences join
the buyer's own in the fields that say why, and are cited as a source like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from octave_api import engine
from octave_api.contract import Claim, Kind, PersonaData, SegmentData
from octave_api.revising.texts import same_words

_LISTS = {
    "why_they_matter_to_us": "/data/whyTheyMatterToUs",
    "why_we_matter_to_them": "/data/whyWeMatterToThem",
}
_FIT = "/data/fitExplanation"
_MAX_ITEMS = 8
_MAX_SENTENCES = 3
_MAX_PROMISES = 2
_SENTENCE_WORDS = 5


@lru_cache(maxsize=32)
def _claims(kind: Kind, offering: engine.Document) -> tuple[Claim, ...]:
    """Give the claims of an offering that is read alone."""
    return tuple(engine.generate(kind, [], strict=True, offering=offering).claims)


def in_context(draft: engine.Draft, offering: engine.Document, place: int) -> engine.Draft:
    """
    Give a draft whose fields that say why speak of an offering too.

    Args:
        draft: Made from the buyer's own documents alone.
        offering: What is sold.
        place: The offering's index among the sources.
    """
    if isinstance(draft.data, SegmentData):
        return _fitting(draft, offering, place)
    for name, pointer in _LISTS.items():
        draft = _listed(draft, name, pointer, _said(_claims("persona", offering), pointer, place))
    return draft


def _said(claims: Sequence[Claim], pointer: str, place: int) -> list[Claim]:
    found = [one for one in claims if one.pointer.startswith(pointer) and one.source is not None]
    return [one.model_copy(update={"source": place}) for one in found]


def _listed(draft: engine.Draft, name: str, pointer: str, said: Sequence[Claim]) -> engine.Draft:
    """Put what the offering says between the buyer's own items and the typical ones."""
    assert isinstance(draft.data, PersonaData)
    own: list[str] = getattr(draft.data, name)
    beside = {at: _at(draft.claims, f"{pointer}/{at}") for at in range(len(own))}
    typical = [at for at in beside if all(one.origin == "TYPICAL" for one in beside[at])]
    items = [(own[at], beside[at]) for at in beside if at not in typical]
    for claim in said:
        if not any(same_words(claim.text, text) for text, _ in items):
            items.append((claim.text, [claim]))
    items = [*items, *((own[at], beside[at]) for at in typical)][:_MAX_ITEMS]
    claims = [
        claim.model_copy(update={"pointer": f"{pointer}/{at}"})
        for at, (_, found) in enumerate(items)
        for claim in found
    ]
    return _with(draft, {name: [text for text, _ in items]}, pointer, claims, filled=bool(said))


def _fitting(draft: engine.Draft, offering: engine.Document, place: int) -> engine.Draft:
    """Say whom the offering is for, or else what it does for them, in its own words."""
    assert isinstance(draft.data, SegmentData)
    own = _at(draft.claims, _FIT)
    said = _said(_claims("segment", offering), _FIT, place)[: _MAX_SENTENCES - len(own)]
    if not said:
        why = _LISTS["why_we_matter_to_them"]
        said = _said(_claims("persona", offering), why, place)
        # Whole sentences read better in prose than the heads of a list.
        said.sort(key=lambda one: len(one.text.split()) < _SENTENCE_WORDS)
        said = [
            one.model_copy(update={"pointer": _FIT, "text": f"{one.text.rstrip('.')}."})
            for one in said[:_MAX_PROMISES]
        ]
    parts = [draft.data.fit_explanation or "", *(one.text for one in said)]
    text = " ".join(part for part in parts if part)
    return _with(draft, {"fit_explanation": text}, _FIT, [*own, *said], filled=bool(text))


def _at(claims: Sequence[Claim], pointer: str) -> list[Claim]:
    return [one for one in claims if one.pointer == pointer]


def _with(
    draft: engine.Draft,
    update: dict[str, Any],
    pointer: str,
    claims: Sequence[Claim],
    *,
    filled: bool,
) -> engine.Draft:
    """Give a draft with one field said anew, its claims, and no gap where it is filled."""
    others = [one for one in draft.claims if not one.pointer.startswith(pointer)]
    return replace(
        draft,
        data=draft.data.model_copy(update=update),
        claims=[*others, *claims],
        gaps=[one for one in draft.gaps if one.pointer != pointer or not filled],
    )
