"""
Firmographic facts of the notes, held against those that a question asks for.
"""

from __future__ import annotations

import re
from functools import lru_cache

from octave_api.engine.asking import Asking
from octave_api.engine.by_words import THEIR_MARKET, Reading
from octave_api.engine.firmographics import Fact, find_firmographics
from octave_api.engine.knowledge_files import load
from octave_api.engine.leaning import lean
from octave_api.engine.sizes_of_notes import SIZES, by_part, by_size, more_sizes

_IDENTITY = re.compile(
    r"(?i)(?:^\W*an?\b|\b(?:is|are|was|were|as|run|runs|own|owns|operate|operates|founded"
    r"|family-owned|industry|sector|vertical)\b|['’](?:s|re) an?\b)[^.;]{0,60}$"
)
_BASED = re.compile(
    r"(?i)\b(?:based|headquartered|seated|registered|head office|headquarters|hq"
    r"|only)\b[^.;]{0,30}$"
)


def by_facts(asking: Asking, text: str) -> Reading | None:
    """Answer a firmographic question from a sentence that states the same kind of fact."""
    key = asking.facts[0].key
    asked = [fact for fact in asking.facts if fact.key == key]
    said = [fact for fact in facts_of(text) if fact.key == key]
    if not said and key == "employees":
        return by_part(asked[0], text, asking.text)
    if not said:
        return None
    if key in SIZES:
        return by_size(asked[0], said[0], text, asking.text)
    if key == "geography":
        return _by_place(asked, said, text, asking.text)
    return _by_name(asked, said, text, key)


@lru_cache(maxsize=4096)
def facts_of(text: str) -> tuple[Fact, ...]:
    """Give the firmographic facts of a sentence of notes."""
    # "It has 340 employees" would be read as the IT department's.
    read = re.sub(r"(?i)\bit (?=has\b|have\b|had\b|employs\b)", "we ", text)
    found = find_firmographics(read)
    makes = _MAKES.search(text)
    if makes and not any(one.value == "Manufacturing" for one in found):
        found = [*found, Fact("industry", "Manufacturing", makes.start(), makes.end())]
    return (*found, *_more_places(text, found), *more_sizes(text, found))


def _by_name(asked: list[Fact], said: list[Fact], text: str, key: str) -> Reading | None:
    """Compare industries, business models, stages and technologies by name."""
    wanted = {fact.value for fact in asked}
    own = [
        fact for fact in said if key != "industry" or not THEIR_MARKET.search(text[: fact.start])
    ]
    for fact in own:
        if fact.value in wanted:
            leaning = lean(text, [(fact.start, fact.end)])
            if leaning != "planned":
                denied = fact.negated or leaning == "no"
                return Reading("No" if denied else "Yes", 0.9, "the notes name it")
    against = set().union(*(_CONTRARY.get(value, set()) for value in wanted))
    if {fact.value for fact in own if not fact.negated} & against:
        return Reading("No", 0.75, "the notes name the contrary")
    if key == "industry":
        for fact in own:
            if fact.value in _ACROSS:
                continue
            named = _IDENTITY.search(text[: fact.start])
            if named and not fact.negated and lean(text, [(fact.start, fact.end)]) == "yes":
                return Reading("No", 0.75, "the notes name another industry")
    return None


_ACROSS = frozenset({"Manufacturing", "Industrial goods"})
"""Industries that say how a company works: "a maker of stents" is in healthcare too."""
_CONTRARY = {
    "Venture-backed": {"Bootstrapped"},
    "Bootstrapped": {"Venture-backed"},
    "B2B": {"B2C", "D2C"},
    "B2C": {"B2B"},
}
_MAKES = re.compile(
    r"(?i)(?:^\W*|\ban? (?:\w+[ -]){0,3})(?:makers?|manufacturers?|producers?) of\b"
    r"|\b(?:they|we|it) (?:make|makes|manufacture|manufactures|produce|produces)\b(?! (?:sense"
    r"|sure|up))"
    r"|\b\w+-owned manufacturer\b"
)


@lru_cache(maxsize=1)
def _inside() -> dict[str, frozenset[str]]:
    """Give every place that lies in a place, however deep."""
    table: dict[str, list[str]] = load("answering.toml")["inside"]

    def all_in(name: str) -> frozenset[str]:
        parts = table.get(name, [])
        return frozenset(parts).union(*(all_in(part) for part in parts))

    return {name: all_in(name) for name in table}


@lru_cache(maxsize=1)
def _place_names() -> re.Pattern[str]:
    names = sorted({name for parts in _inside().values() for name in parts}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


def _more_places(text: str, said: list[Fact]) -> list[Fact]:
    """Find the cities that are no market of their own, but lie in one."""
    found = [
        Fact("geography", match.group(), match.start(), match.end())
        for match in _place_names().finditer(text)
    ]
    places = [one for one in said if one.key == "geography"]
    return [one for one in found if not any(s.start <= one.start < s.end for s in places)]


def _by_place(asked: list[Fact], said: list[Fact], text: str, question: str) -> Reading | None:
    wanted = {fact.value for fact in asked}
    reach = wanted.union(*(_inside().get(name, frozenset()) for name in wanted))
    loose = bool(re.search(r"(?i)\bactive\b|\boperat\w+|\bpresen", question))
    for fact in said:
        if fact.value in reach and not THEIR_MARKET.search(text[: fact.start]):
            if not loose and not _at_home(text, fact):
                continue
            leaning = lean(text, [(fact.start, fact.end)])
            if leaning == "planned":
                continue
            denied = fact.negated or leaning == "no"
            return Reading("No" if denied else "Yes", 0.9, "the notes name the place")
    only = bool(re.search(r"(?i)\bonly\b|\bsolely\b|\bexclusively\b", text))
    for fact in said:
        # A wider place may hold the one that is asked for.
        wider = wanted & _inside().get(fact.value, frozenset())
        home = _BASED.search(text[: fact.start])
        if home and not wider and not fact.negated and (only or not loose):
            return Reading("No", 0.75, "the notes name another place")
    return None


_HOME = re.compile(
    r"(?i)\b(?:based|headquartered|headquarters|seated|registered|hq|located|location|country|city"
    r"|(?<!sales )offices?|home|founded|from|company|maker|manufacturer|firm|broker|group|retailer"
    r"|chain|provider|agency|charity|startup|start-up|bank|business|live)\b[^.;]{0,60}$"
)
_NOT_HOME = re.compile(
    r"(?i)\b(?:market|customers?|clients?|studied|born|grew up|ships?|shipping|exports?"
    r"|sales office"
    r"|expand\w*|travel\w*|flew|visit\w*|conference|supplier|warehouse)\b[^.;]{0,60}$"
)


def _at_home(text: str, fact: Fact) -> bool:
    """Say whether a company is at home in a place, and does not only sell or send there."""
    before = text[: fact.start]
    if re.match(r"[^.;]{0,20}?-based\b", text[fact.end :]) or len(text.split()) <= _PLACE_ALONE:
        return True
    return bool(_HOME.search(before)) and not _NOT_HOME.search(before)


_PLACE_ALONE = 3
