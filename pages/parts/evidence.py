"""
Passages of a source to highlight, and which claims rest on them. Pure.

All offsets count code points into a source's text.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from octave_api.contract import Claim, Evidence, SourceText
from octave_api.origins import ORIGINS as ORIGINS
from octave_api.origins import InContext as InContext
from octave_api.origins import OriginMark as OriginMark
from octave_api.origins import Share as Share
from octave_api.origins import at as at
from octave_api.origins import can_show as can_show
from octave_api.origins import in_context as in_context
from octave_api.origins import origin_mark as origin_mark
from octave_api.origins import share as share
from octave_api.origins import source_title as source_title

Strength = Literal["plain", "used", "selected"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of one source that somebody points at."""

    source: int
    start: int
    end: int


def sentence_of(claim: Claim, sources: Sequence[SourceText]) -> Sentence | None:
    """Give what a claim rests on, None if that cannot be pointed at."""
    if not can_show(claim, sources):
        return None
    assert claim.source is not None
    assert claim.start is not None
    assert claim.end is not None
    return Sentence(claim.source, claim.start, claim.end)


def resting_on(evidence: Evidence, sentence: Sentence | None) -> list[tuple[int, Claim]]:
    """Give the claims that rest on a sentence or a part of it, each with its number."""
    if sentence is None:
        return []
    found = []
    for number, claim in enumerate(evidence.claims):
        own = sentence_of(claim, evidence.sources)
        if (
            own is not None
            and own.source == sentence.source
            and own.start < sentence.end
            and sentence.start < own.end
        ):
            found.append((number, claim))
    return found


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of source text that is shown in one way; `start` is its place in the source."""

    text: str
    strength: Strength
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Passages of a source, in order; `cut_before` and `cut_after` say how much is left out."""

    passages: tuple[Passage, ...]
    cut_before: int = 0
    cut_after: int = 0


def excerpt(
    source: SourceText,
    claims: Iterable[Claim],
    selected: Sentence | None = None,
    *,
    limit: int = 40_000,
) -> Excerpt:
    """
    Cut a source into plain, used and selected passages.

    At most `limit` characters are given: around the selected sentence, or from the
    start. The passages joined are exactly that stretch of the source's text.
    """
    text = source.text
    spans = [
        (claim.start, claim.end)
        for claim in claims
        if claim.source == source.index and claim.start is not None and claim.end is not None
    ]
    chosen: tuple[int, int] | None = None
    if selected is not None and selected.source == source.index:
        start, end = max(0, selected.start), min(len(text), selected.end)
        chosen = (start, end) if start < end else None
    first, last = _window(len(text), chosen, limit)
    edges = {first, last}
    for start, end in [*spans, *([chosen] if chosen else [])]:
        edges.update(edge for edge in (start, end) if first < edge < last)
    passages: list[Passage] = []
    for left, right in itertools.pairwise(sorted(edges)):
        strength: Strength = "plain"
        if chosen and chosen[0] <= left < chosen[1]:
            strength = "selected"
        elif any(start <= left < end for start, end in spans):
            strength = "used"
        if passages and passages[-1].strength == strength:
            before = passages.pop()
            passages.append(Passage(before.text + text[left:right], strength, before.start))
        else:
            passages.append(Passage(text[left:right], strength, left))
    return Excerpt(tuple(passages), first, len(text) - last)


def _window(length: int, chosen: tuple[int, int] | None, limit: int) -> tuple[int, int]:
    if length <= limit:
        return 0, length
    if chosen is None:
        return 0, limit
    middle = (chosen[0] + chosen[1]) // 2
    first = max(0, min(middle - limit // 2, length - limit))
    return first, first + limit
