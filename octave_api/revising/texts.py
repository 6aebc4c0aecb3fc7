"""
The texts of an entity by their place, and how the texts of two states of it belong together.

Pure. A place is a JSON pointer as claims have it: a question's own text stands at
`/qualifyingQuestions/0`. A slot is what items may move within: a list, or a single text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from octave_api.fields import escape_pointer

SCALARS = ("name", "internalName", "description")
_WORD = re.compile(r"\w+")
_ALIKE = 0.5
"""Texts that share this much are two wordings of one; below, they are two texts."""


@dataclass(frozen=True, slots=True)
class Place:
    """A text at its place."""

    slot: str
    pointer: str
    text: str


def places(entity: Mapping[str, Any]) -> list[Place]:
    """Give every text that a claim may be made of, in the order of the entity."""
    found = [
        Place(f"/{key}", f"/{key}", entity[key])
        for key in SCALARS
        if isinstance(entity.get(key), str) and entity[key]
    ]
    data = entity.get("data") or {}
    for key, value in data.items():
        # The alias within the data repeats the entity's own.
        if key != "internalName":
            found += _below(f"/data/{escape_pointer(key)}", value)
    questions = entity.get("qualifyingQuestions") or []
    return found + [
        Place("/qualifyingQuestions", f"/qualifyingQuestions/{at}", one["question"])
        for at, one in enumerate(questions)
    ]


def _below(pointer: str, value: object) -> Iterator[Place]:
    if isinstance(value, str):
        if value:
            yield Place(pointer, pointer, value)
    elif isinstance(value, list):
        for at, item in enumerate(value):
            if isinstance(item, str):
                yield Place(pointer, f"{pointer}/{at}", item)
            else:
                yield from _below(f"{pointer}/{at}", item)
    elif isinstance(value, dict):
        for key, item in value.items():
            # A custom field's title is its name, not something said of the buyer.
            if key != "title":
                yield from _below(f"{pointer}/{escape_pointer(key)}", item)


def words(text: str) -> list[str]:
    """Give the words of a text in lower case, without marks."""
    return [word.casefold() for word in _WORD.findall(text)]


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts differ in letter case and marks at most."""
    return one == other or (bool(words(one)) and words(one) == words(other))


def stands_in(text: str, quote: str) -> bool:
    """Tell whether every word of a text stands in a quote, in this order."""
    rest = iter(words(quote))
    sought = words(text)
    return bool(sought) and all(word in rest for word in sought)


def alike(one: str, other: str) -> float:
    """Give how much of two texts' words is shared, 0 to 1."""
    return SequenceMatcher(None, words(one), words(other), autojunk=False).ratio()


def pair(old: Sequence[Place], new: Sequence[Place]) -> list[tuple[Place | None, Place | None]]:
    """
    Say which text became which, slot by slot.

    Equal texts belong together wherever they moved in their slot; then the same wording;
    then what stands in the same place or is most alike. What is left was added or removed.
    """
    pairs: list[tuple[Place | None, Place | None]] = []
    slots = dict.fromkeys([one.slot for one in new] + [one.slot for one in old])
    for slot in slots:
        before = [one for one in old if one.slot == slot]
        after = [one for one in new if one.slot == slot]
        pairs += _within(before, after)
    return pairs


def _within(before: list[Place], after: list[Place]) -> list[tuple[Place | None, Place | None]]:
    chosen: dict[str, Place] = {}
    rest = list(before)
    tests: tuple[Callable[[Place, Place], bool], ...] = (
        lambda one, other: one.text == other.text,
        lambda one, other: same_words(one.text, other.text),
        lambda one, other: one.pointer == other.pointer and _related(one, other),
        lambda one, other: alike(one.text, other.text) >= _ALIKE,
    )
    for test in tests:
        for place in after:
            if place.pointer in chosen:
                continue
            found = next((one for one in rest if test(one, place)), None)
            if found is not None:
                chosen[place.pointer] = found
                rest.remove(found)
    pairs: list[tuple[Place | None, Place | None]] = [
        (chosen.get(place.pointer), place) for place in after
    ]
    return pairs + [(one, None) for one in rest]


def _related(one: Place, other: Place) -> bool:
    # A single text is always the same field; an item in the same place may be another thought.
    return one.slot == one.pointer or bool(set(words(one.text)) & set(words(other.text)))
