"""
Which personas and segments ask the same thing. Pure.

Two questions are near-twins where the words that carry their meaning are
almost the same, by the measure by which the engine drops repeated items.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from octave_api.engine.items import key_words, twins
from pages.parts.questions import Row


@dataclass(frozen=True, slots=True)
class Shared:
    """How many of the questions of one entity (of `total`) another one asks too."""

    oid: str
    other: str
    pair: str
    count: int
    total: int

    @property
    def share(self) -> float:
        return self.count / self.total


def pair_key(one: str, other: str) -> str:
    """Name two entities as one value of the filter, in either order the same."""
    return "~".join(sorted((one, other)))


def paired(rows: Sequence[Row]) -> list[Row]:
    """Mark each question with the pairs of entities in which it is asked by both."""
    words = [key_words(row.question.question) for row in rows]
    # Only questions with a word in common can be twins.
    holders: dict[str, list[int]] = defaultdict(list)
    pairs: list[set[str]] = [set() for _ in rows]
    for n, row in enumerate(rows):
        for m in {m for word in words[n] for m in holders[word]}:
            if rows[m].entity_oid != row.entity_oid and twins(words[n], words[m]):
                key = pair_key(row.entity_oid, rows[m].entity_oid)
                pairs[n].add(key)
                pairs[m].add(key)
        for word in words[n]:
            holders[word].append(n)
    return [replace(row, pairs=frozenset(own)) for row, own in zip(rows, pairs, strict=True)]


def shared(rows: Iterable[Row]) -> list[Shared]:
    """Count, for every two entities that ask the same thing, the questions of each."""
    found = list(rows)
    totals = Counter(row.entity_oid for row in found)
    counts = Counter((row.entity_oid, pair) for row in found for pair in row.pairs)
    return [
        Shared(one, other, key, counts[one, key], totals[one])
        for one, other in itertools.permutations(totals, 2)
        if counts[one, key := pair_key(one, other)]
    ]


def strongest(rows: Iterable[Row], limit: int) -> list[str]:
    """Give the oIds of the entities that share most, at most `limit`, in the order of the rows."""
    found = list(rows)
    weight: Counter[str] = Counter()
    for row in found:
        weight[row.entity_oid] += len(row.pairs)
    kept = {oid for oid, _ in weight.most_common(limit)}
    return [oid for oid in dict.fromkeys(row.entity_oid for row in found) if oid in kept]
