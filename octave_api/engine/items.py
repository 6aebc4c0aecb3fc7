"""
Items: the lines of an answer, each with where it comes from; merged and ranked.

And the ledger, which turns items into the entity's lists and, beside each, the claim
that says where it came from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import chain
from math import ceil
from typing import NamedTuple

from octave_api.contract import Claim, Origin
from octave_api.engine.draft import Document, Statement
from octave_api.engine.features import stem, tokens

MAX_ITEMS = 8
"""Items a list of the answer holds; a reader takes in no more."""

_COMMON = frozenset(
    "a an the and or of to in on for with their them they that this is are be by as at from it its "
    "our we us your you will can more all any into than".split()
)


class Span(NamedTuple):
    """A place in one source; `quote` is exactly what stands there."""

    source: int
    start: int
    end: int
    quote: str

    def part(self, start: int, end: int) -> Span:
        """Give a part of this place; `start` and `end` count from the quote's beginning."""
        return _span((self.source, self.start + start, self.start + end, self.quote[start:end]))


_span: Callable[[tuple[int, int, int, str]], Span] = partial(tuple.__new__, Span)
"""Make a place of its four parts; one document has thousands."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of an answer. A quoted one has a span; `rule` says how an inferred one follows."""

    text: str
    origin: Origin
    span: Span | None = None
    rule: str | None = None
    rank: float = 0.0
    heading: str = ""

    def inferred(self, text: str, rule: str) -> Item:
        """Give what follows from this item by a named rule, on the same evidence."""
        origin: Origin = "TYPICAL" if self.origin == "TYPICAL" else "INFERRED"
        return Item(text, origin, self.span, rule, self.rank, self.heading)


def span_of(statement: Statement, documents: Sequence[Document]) -> Span:
    """Give the place of a statement with its quote, read from the document itself."""
    start, end = statement.start, statement.end
    return _span((statement.source, start, end, documents[statement.source].text[start:end]))


def typical(text: str, reason: str, rank: float = 0.0) -> Item:
    """Make an item from our knowledge of the role or market: nothing in the source says it."""
    return Item(text, "TYPICAL", None, reason, rank)


def key_words(text: str) -> frozenset[str]:
    """Give the stems that carry a line's meaning."""
    return _key_words(tokens(text))


@lru_cache(maxsize=4096)
def _key_words(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset([stem(word) for word in words if word not in _COMMON and word.isalnum()])


def twins(left: frozenset[str], right: frozenset[str]) -> bool:
    """Tell whether two lines say the same: one's key words lie almost wholly in the other's."""
    if not left or not right:
        return left == right
    shared = len(left & right)
    small, large = sorted((len(left), len(right)))
    if small <= 2:
        return shared == small and large <= small + 1
    return shared >= 0.8 * small and shared >= 0.6 * large


def merge(items: Iterable[Item], limit: int = MAX_ITEMS) -> list[Item]:
    """
    Drop near-twins and rank: best first, at most `limit`.

    Of two twins the better ranked stays, and gains a little for being said twice. Items of
    equal rank keep the source's order, because authors put what matters first.
    """
    kept: list[tuple[Item, frozenset[str]]] = []
    said: set[str] = set()
    holding: dict[str, list[int]] = {}
    for item in sorted(items, key=lambda entry: -entry.rank):
        words = key_words(item.text)
        for index in _near(words, holding):
            other, known = kept[index]
            if twins(words, known):
                raised = (other.span, other.rule, other.rank + 0.1, other.heading)
                kept[index] = (Item(other.text, other.origin, *raised), known)
                break
        else:
            # A line that only repeats what several better ones say adds nothing.
            if len(words) < 4 or len(words & said) < 0.9 * len(words):
                for word in words or [""]:
                    holding.setdefault(word, []).append(len(kept))
                kept.append((item, words))
                said |= words
    ranked = sorted(_without_sums(kept), key=lambda entry: -entry[0].rank)
    return [item for item, _ in ranked[:limit]]


def _near(words: frozenset[str], holding: Mapping[str, Sequence[int]]) -> list[int]:
    """
    Give the places of the lines that may be twins of a line, in order.

    A twin of a line of four words and more has six in ten of its words, one of a shorter line
    all but one; so it has one of the rarest, and time does not grow with the square.
    """
    if not words:
        return list(holding.get("", ()))
    held = [holding[word] for word in words if word in holding]
    shared = ceil(0.6 * len(words)) if len(words) > 3 else max(1, len(words) - 1)
    if len(held) < shared:
        return []
    held.sort(key=len)
    return sorted({index for places in held[: len(held) - shared + 1] for index in places})


Kept = list[tuple[Item, frozenset[str]]]


def _without_sums(kept: Kept) -> Kept:
    """Drop a line that says at once what two others say one by one ("Own X and coach Y")."""
    uses = Counter(chain.from_iterable(words for _, words in kept))
    # What a line alone says no two others can say.
    whole = [index for index, (_, words) in enumerate(kept) if all(uses[one] > 1 for one in words)]
    if not whole:
        return kept
    # Each line is kept under its rarest word, so that time does not grow with the square.
    by_rarest: dict[str, list[int]] = {}
    for index, (_, words) in enumerate(kept):
        if words:
            by_rarest.setdefault(min(words, key=uses.__getitem__), []).append(index)
    sums: set[int] = set()
    for index in whole:
        words = kept[index][1]
        near = [other for word in words for other in by_rarest.get(word, ()) if other not in sums]
        parts = [kept[other][1] for other in near if kept[other][1] < words]
        if len(parts) > 1 and frozenset().union(*parts) == words:
            sums.add(index)
    return [entry for index, entry in enumerate(kept) if index not in sums]


@dataclass(slots=True)
class Ledger:
    """Collects claims while an entity is put together."""

    claims: list[Claim] = field(default_factory=list)

    def add(self, pointer: str, item: Item) -> str:
        """Record where one text comes from, and give the text."""
        span = item.span
        self.claims.append(
            Claim(
                pointer=pointer,
                text=item.text,
                origin=item.origin,
                source=span.source if span else None,
                start=span.start if span else None,
                end=span.end if span else None,
                quote=span.quote if span else None,
                rule=item.rule,
            )
        )
        return item.text

    def add_list(self, pointer: str, items: Iterable[Item]) -> list[str]:
        """Record a list, item by item, and give its texts."""
        return [self.add(f"{pointer}/{index}", item) for index, item in enumerate(items)]

    def add_sentences(self, pointer: str, items: Iterable[Item]) -> str:
        """Record the sentences of one text, and give the text."""
        return " ".join(self.add(pointer, item) for item in items)


def repetition(texts: Sequence[str]) -> list[float]:
    """Give up to 0.1 to statements whose rarer words come back elsewhere in their source."""
    cut = [tokens(text) for text in texts]
    stems = {word: stem(word) for word in set(chain.from_iterable(cut)) if len(word) > 4}
    sets = [{stems[word] for word in words if word in stems} for words in cut]
    seen = Counter(chain.from_iterable(sets))
    again = {word for word, times in seen.items() if 2 <= times <= 8}
    return [0.1 * len(words & again) / len(words) if words else 0.0 for words in sets]
