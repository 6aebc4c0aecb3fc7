"""
Read the firmographics of a sentence, bullet or table cell: what kind of company is meant.

Precise rather than greedy: a word counts where its neighbours make it a fact
about a company. "Retail price", "bank on", "1k engineers" and "contact us" are
not facts; "retail chains", "a bank", "1k employees" and "in the US" are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from octave_api.engine.amounts import Quantity
from octave_api.engine.founding import find_founding
from octave_api.engine.gazetteer import words
from octave_api.engine.own_words import own_words
from octave_api.engine.places import find_places
from octave_api.engine.polarity import Polarity, seller_side
from octave_api.engine.quantities import find_quantities
from octave_api.engine.sectors import find_sectors, industry
from octave_api.engine.stretches import taken_out
from octave_api.engine.technologies import find_technologies
from octave_api.engine.traits import find_traits

__all__ = ["Fact", "FactKey", "context_of", "find_firmographics", "industry", "seller_side"]

FactKey = Literal[
    "industry",
    "businessModel",
    "geography",
    "revenue",
    "employees",
    "technology",
    "stage",
    "founded",
]


_AVERAGES = ("verage", "edian", "ypical", "mean ")
_SHORT = 600
"""Characters of a line that is worth remembering."""
# An address names no market, even where it reads "/industries/retail".
_DIGIT = re.compile(r"\d")
_INSTEAD = re.compile(r"(?i)\b(?:instead of|rather than|as opposed to|unlike)\b")
_LINK = re.compile(r"(?:https?://|www\.)[^\s)>\]]+|\]\([^)\s]*\)|(?<!\w)/[\w-]+/[\w./-]+")
_LINKED = ("/", "](", "www.")
"""One of these is in every match of `_LINK`; most texts have none."""


@dataclass(frozen=True, slots=True)
class Fact:
    """
    One thing said about the companies meant, with the words that say it.

    `value` is normalised for display ("500+", "$1M to $50M a year", "Financial
    services"); `text[start:end]` is what stands in the text. `negated`: the text
    rules it out. `low` and `high` are heads for employees, years for founded and
    money a year for revenue, in `unit`; None where open, and for every other key.
    """

    key: FactKey
    value: str
    start: int
    end: int
    negated: bool = False
    low: float | None = None
    high: float | None = None
    unit: str = ""


def context_of(headings: Sequence[str]) -> str:
    """Join the headings above a statement, as far as they tell what its facts are about."""
    return " / ".join(headings[-3:])


def find_firmographics(text: str, context: str = "") -> list[Fact]:
    """
    Find the facts that a sentence, a bullet or a cell states, in order.

    `context` is the headings above it, joined: they tell what a bare "15-500"
    or "Retail" is about, and whether what follows is ruled out. Never raises.
    """
    return list(_read_once(text, context) if len(text) <= _SHORT else _read(text, context))


def _read(text: str, context: str) -> tuple[Fact, ...]:
    cut = words(text)
    quantities = find_quantities(text, context) + find_founding(text, context)
    traits = find_traits(text, context) + find_technologies(text, cut, context)
    found: list[tuple[FactKey, str, int, int]] = []
    found += [(trait.key, trait.value, trait.start, trait.end) for trait in traits]
    found += [("geography", *hit) for hit in find_places(text, cut, context)]
    # In "direct-to-consumer brands" the last two words are no industry.
    models = [trait for trait in traits if trait.value in ("D2C", "B2C")]
    for name, start, end in find_sectors(text, cut, context):
        if not any(trait.start < start < trait.end for trait in models):
            found.append(("industry", name, start, end))
    found += own_words(text, context, [(key, start, end) for key, _, start, end in found])
    if not (found or quantities):
        return ()
    polarity = Polarity(text, context)
    if any(word in text or word in context for word in _AVERAGES):
        quantities = [_on_average(one) for one in quantities]
    facts: list[Fact] = []
    for quantity in quantities:
        facts.append(
            Fact(
                quantity.measure,
                quantity.value,
                quantity.start,
                quantity.end,
                polarity.negated(_number_at(text, quantity.start), quantity.end),
                quantity.low,
                quantity.high,
                quantity.unit,
            )
        )
    for key, value, start, end in found:
        out = key == "geography" and taken_out(text, start, end)
        negated = out or polarity.negated(start, end)
        # "Instead of spreadsheets" says neither that they use them nor that they must not.
        if negated and key == "technology" and _INSTEAD.search(text, max(0, start - 60), start):
            continue
        facts.append(Fact(key, value, start, end, negated))
    may_link = any(map(text.__contains__, _LINKED))
    links = [match.span() for match in _LINK.finditer(text)] if may_link else []
    if links:
        starts = [start for start, _ in links]
        facts = [f for f in facts if not _within(f, links[bisect_right(starts, f.start) - 1])]
    return _distinct(sorted(facts, key=lambda fact: (fact.start, fact.end, fact.key)))


# Naming, describing and asking read the same lines again.
_read_once = lru_cache(maxsize=2048)(_read)


def _on_average(one: Quantity) -> Quantity:
    """Show an average as what it is: no company has to have just as many."""
    exact = one.low is not None and one.low == one.high and not one.value.startswith("about")
    return replace(one, value=f"about {one.value}") if exact else one


def _number_at(text: str, start: int) -> int:
    digit = _DIGIT.search(text, start)
    return digit.start() if digit else start


def _within(fact: Fact, span: tuple[int, int]) -> bool:
    return span[0] <= fact.start and fact.end <= span[1]


def _distinct(facts: list[Fact]) -> tuple[Fact, ...]:
    """Keep the first of facts that say the same."""
    seen: set[tuple[str, str, bool]] = set()
    kept = []
    for fact in facts:
        same = (fact.key, fact.value, fact.negated)
        if same not in seen:
            seen.add(same)
            kept.append(fact)
    return tuple(kept)
