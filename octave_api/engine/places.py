"""Find the places that a text names as markets, by the word list `knowledge/places.toml`."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from octave_api.engine.gazetteer import Gazetteer, Hit, Word
from octave_api.engine.knowledge_files import load
from octave_api.engine.neighbours import COMPANIES, runs, stands_alone
from octave_api.engine.sectors import find_sectors
from octave_api.engine.stretches import find_stretches, with_part

_HEADING = re.compile(
    r"\b(?:geograph\w*|geos?|countr(?:y|ies)|regions?|locations?|territor(?:y|ies)|places?"
    r"|headquarter\w*|HQ|where|markets?|based\s+in|location)\b",
    re.IGNORECASE,
)
_TWO, _THREE = 2, 3
_UNSURE_BEFORE = frozenset(
    """
    in across throughout from within outside inside covering excluding except
    """.split()
)
# "EU AI Act", "US dollars", "Boston Consulting Group": laws, money and names, not markets.
_NOT_BEFORE = frozenset(
    """
    dollar dollars gdpr gaap act acts law laws regulation regulations directive directives
    residency hosting keyboard times post consulting english citizen citizens holidays patent
    patents date privacy taxonomy cyber cloud fair expo summit conference congress airport marathon
    accord show shows exhibition festival rule rules funding
    grant grants subsidy subsidies standard standards
    """.split()
)
_MEETINGS = frozenset(
    "fair expo conference summit meeting meetup dinner visit trip webinar congress call".split()
)
_LAW = re.compile(
    r"(?:\s[A-Z][\w'’]{1,20}){0,4}\s(?:Act|Law|Order|Directive|Regulation|Code|President"
    r"|Congress)\b"
)
_MONEY_OR_LAW_NEXT = frozenset("ai data export privacy gdpr cyber digital".split())
_MORE_COMPANIES = COMPANIES | frozenset(
    """
    teams manufacturers b2b saas mid enterprise industrial software tech ecommerce public
    private small large mittelstand coast coasts islands waters cities towns ports resorts
    """.split()
)

_WITH_ARTICLE = re.compile(
    r"^(?:United|European Union|Netherlands|Philippines|Nordics|Baltics|Middle East|Czech Republic|"
    r"Americas|Caribbean|Balkans|Bay Area|Midwest|Bahamas|Gulf|Alps|Pyrenees|Carpathians|Dolomites"
    r"|Black Forest|Rhineland|Basque Country"
    r"|US (?:Midwest|Northeast|Southeast|Southwest|South)|Isle of Man|Lake District|West Midlands"
    r"|East Midlands|Midlands|Ruhr|Randstad|Levant|Maghreb|Mediterranean|Caucasus|Yukon|Azores"
    r"|Adriatic|Aegean|Solent|Cotswolds|(?:French )?Riviera|Costa (?:del Sol|Blanca|Brava)"
    r"|Peak District|Inland Empire|Twin Cities|Outer Banks|Florida Panhandle|Chesapeake|(?:North"
    r"|South) East"
    r"|Algarve|Maritimes|Prairies|Rockies|Marches)"
    r"|\b(?:Republic|Islands|[Cc]orridor|[Bb]elt|[Vv]alley|[Aa]rea|Area|[Cc]ountries|states"
    r"|[Rr]egion|Delta|Borders|Counties|Lakes|Plains|Mountains|Triangle|Basin|Country|Coast|South"
    r"|West|Midwest)$"
)


@dataclass(frozen=True, slots=True)
class Place:
    """What a word means: the place, and when the word counts as one."""

    name: str
    kind: Literal["plain", "unsure", "people", "code", "anywhere"]


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer[Place]:
    found: Gazetteer[Place] = Gazetteer()
    data = load("places.toml")
    for row in data["plain"]:
        found.add(row, Place(row[0], "plain"))
    for row in data["unsure"]:
        found.add(row, Place(row[0], "unsure"))
    for row in data["people"]:
        found.add(row[1:], Place(row[0], "people"))
    for row in data["codes"]:
        found.add(row[1:], Place(row[0], "code"))
    for row in data["anywhere"]:
        found.add(row, Place(row[0], "anywhere"))
    return found


def find_places(text: str, cut: list[Word], context: str = "") -> list[tuple[str, int, int]]:
    """Give (place, start, end) for each place that the text names, in order."""
    hits = [hit for hit in _gazetteer().find(text, cut) if _is_name(text, cut, hit)]
    stretches = list(find_stretches(text))
    if not hits:
        return stretches
    heading = bool(_HEADING.search(context))
    numbers = runs(text, hits)
    accepted = [_counts(text, cut, hit, heading) for hit in hits]
    sure = {
        number
        for number, hit, good in zip(numbers, hits, accepted, strict=True)
        if good and hit.meaning.kind in ("plain", "unsure")
    }
    sure |= _coded(cut, hits, numbers)
    # "Dutch and Belgian wholesalers": the noun at the end stands for both.
    people = {
        number
        for number, hit, good in zip(numbers, hits, accepted, strict=True)
        if good and hit.meaning.kind == "people"
    }
    found = [
        (*_named(text, hit), hit.end)
        for number, hit, good in zip(numbers, hits, accepted, strict=True)
        if good
        or (number in sure and hit.meaning.kind in ("unsure", "code"))
        or (number in people and hit.meaning.kind == "people")
    ]
    if not stretches:
        return found
    inside = [one for one in found if any(a <= one[1] < b for _, a, b in stretches)]
    return sorted([*stretches, *(x for x in found if x not in inside)], key=lambda one: one[1])


def _coded(cut: list[Word], hits: list[Hit[Place]], numbers: list[int]) -> set[int]:
    """Number the lists of several codes after "in" or alone: "in NL, BE", "DE/AT/CH"."""
    listed = zip(numbers, hits, strict=True)
    codes = Counter(number for number, hit in listed if hit.meaning.kind == "code")
    return {
        number
        for number, times in codes.items()
        if times >= (_TWO if _comes_after_in(cut, hits[number]) else _THREE)
    }


def _comes_after_in(cut: list[Word], hit: Hit[Place]) -> bool:
    return hit.first > 0 and cut[hit.first - 1].folded in _UNSURE_BEFORE


def _named(text: str, hit: Hit[Place]) -> tuple[str, int]:
    """Give the name and the start of a place, the part of it that is meant included."""
    whole = hit.meaning.kind in ("plain", "unsure")
    return with_part(text, hit.meaning.name, hit.start) if whole else (hit.meaning.name, hit.start)


def _is_name(text: str, cut: list[Word], hit: Hit[Place]) -> bool:
    """Say whether the word is written and placed as the name of a place."""
    if hit.meaning.kind == "anywhere":
        return True
    written = text[hit.start : hit.end]
    if not written[0].isupper() or text[hit.end : hit.end + 1] == "$":
        return False
    before = cut[hit.first - 1] if hit.first > 0 else None
    after = cut[hit.last] if hit.last < len(cut) else None
    if text[hit.end : hit.end + 2] in ("'s", "’s") and hit.meaning.kind == "unsure":
        return False
    if before is not None and before.written == "New":
        return False
    if before is not None and before.folded == "of" and hit.first > 1:
        named = cut[hit.first - 2].written
        if named[0].isupper() and named.lower() in (
            "bank",
            "university",
            "state",
            "republic",
            "gulf",
        ):
            return False
    if before is not None and before.folded == "in" and hit.first > 1 and _met(cut, hit.first):
        return False
    if after is not None and text[hit.end : after.start] in (" ", "-"):
        if after.folded in _NOT_BEFORE:
            return False
        if _LAW.match(text, hit.end):
            return False
        if after.folded in _MONEY_OR_LAW_NEXT and len(written) <= 4:
            return False
        if after.folded in ("inc", "ltd", "llc", "gmbh", "airlines", "telecom"):
            return False
    return not (written == "US" and _shouted(before, after))


def _met(cut: list[Word], first: int) -> bool:
    """Read "the fair in Parma", "a visit in May in Leeds": where somebody was met."""
    return cut[first - 2].folded in _MEETINGS


def _shouted(before: Word | None, after: Word | None) -> bool:
    """Say whether "US" is a pronoun in capitals: "CONTACT US"."""
    loud = [word for word in (before, after) if word is not None and len(word.written) > 2]
    loud = [word for word in loud if word.written.isupper() and word.written.isalpha()]
    return bool(loud) and (before is None or before.folded not in ("the", "in", "and"))


def _counts(text: str, cut: list[Word], hit: Hit[Place], heading: bool) -> bool:
    kind = hit.meaning.kind
    if kind == "plain":
        return True
    after = cut[hit.last] if hit.last < len(cut) else None
    beside = after is not None and text[hit.end : after.start] in (" ", "-")
    if kind == "people":
        if not beside or after is None:
            return False
        if after.folded in _MORE_COMPANIES:
            return True
        rest = cut[hit.last : hit.last + 3]
        return any(start == after.start for _, start, _ in find_sectors(text, rest))
    if kind in ("anywhere", "code"):
        return heading and stands_alone(text, hit.start, hit.end)
    if heading and stands_alone(text, hit.start, hit.end):
        return True
    if beside and after is not None and after.folded in ("based", "area", "metro"):
        return True
    before = cut[hit.first - 1].folded if hit.first > 0 else ""
    if before == "the" and hit.first > 1:
        before = cut[hit.first - 2].folded
    return before in _UNSURE_BEFORE


def place_name(value: str) -> str:
    """Write a place as in running text: "United States" takes an article."""
    return f"the {value}" if _WITH_ARTICLE.search(value) else value
