"""
Firmographic facts and titles of the notes, held against those that a question asks for.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from octave_api.engine.asking import Asking
from octave_api.engine.firmographics import Fact, find_firmographics
from octave_api.engine.knowledge_files import load
from octave_api.engine.leaning import lean
from octave_api.engine.roles import SENIORITIES, Title, find_titles
from octave_api.engine.thresholds import Range, fewer_than, has_grown, within

YesNo = Literal["Yes", "No"]
Settled = tuple[YesNo, float, str]

_THEIR_MARKET = re.compile(
    r"(?i)\b(?:sell(?:s|ing)?|serv(?:e|es|ing)|cater(?:s|ing)?|supply|supplies|supplying"
    r"|deliver(?:s|ing)?|help(?:s|ing)?"
    r"|work(?:s|ing)? (?:with|for)|targets?|targeting|clients?|customers?|buyers|audience|for"
    r"|built for|exports?)\b[^.;]*$"
)
_IDENTITY = re.compile(
    r"(?i)(?:^\W*an?\b|\b(?:is|are|was|were|as|run|runs|own|owns|operate|operates|founded"
    r"|family-owned|industry|sector|vertical)\b|['’](?:s|re) an?\b)[^.;]{0,60}$"
)
_AUDIENCE = re.compile(
    r"(?i)\b(?:came|attend\w*|visit\w*|events?|webinars?|conferences?|trained|meetings?|applied)\b"
)
_BASED = re.compile(
    r"(?i)\b(?:based|headquartered|seated|registered|head office|headquarters|hq"
    r"|only)\b[^.;]{0,30}$"
)


def by_facts(asking: Asking, text: str) -> Settled | None:
    """Answer a firmographic question from a sentence that states the same kind of fact."""
    key = asking.facts[0].key
    asked = [fact for fact in asking.facts if fact.key == key]
    said = [fact for fact in facts_of(text) if fact.key == key]
    if not said:
        return None
    if key in ("employees", "revenue"):
        return _by_size(asked, said, text, asking.text)
    if key == "geography":
        return _by_place(asked, said, text, asking.text)
    return _by_name(asked, said, text, key)


@lru_cache(maxsize=4096)
def facts_of(text: str) -> tuple[Fact, ...]:
    """Give the firmographic facts of a sentence of notes."""
    # "It has 340 employees" would be read as the IT department's.
    read = re.sub(r"(?i)\bit (?=has\b|have\b|had\b|employs\b)", "we ", text)
    found = find_firmographics(read)
    return (*found, *_more_places(text, found))


@lru_cache(maxsize=4096)
def titles_of(text: str) -> tuple[Title, ...]:
    """Give the titles of a sentence of notes that are not another person's."""
    titles = [t for t in find_titles(text) if not _OTHER_PERSON.search(text[: t.start])]
    return tuple(t for t in titles if t.function or t.seniority)


def _by_size(asked: list[Fact], said: list[Fact], text: str, question: str) -> Settled | None:
    wanted, given = asked[0], said[0]
    if wanted.key == "employees" and _AUDIENCE.search(text):
        return None
    low, high, opened = given.low, given.high, False
    if has_grown(text, given.start):
        low = high
    elif given.value.startswith("about") and low is not None and high is not None:
        low, high = low * 0.9, high * 1.1
    factor = 1.0
    if wanted.unit != given.unit and wanted.unit and given.unit:
        factor = 2.0  # Another currency: only what is clear at any rate counts.
    more = bool(re.search(r"(?i)\b(?:more|greater|larger) than|\bover\b|\babove\b", question))
    less = bool(re.search(r"(?i)\b(?:fewer|less|smaller) than|\bunder\b|\bbelow\b", question))
    opened = bool(re.search(r"(?i)\b(?:more|greater) than|\bover\b|\babove\b", text))
    closed = bool(re.search(r"(?i)\b(?:fewer|less) than|\bunder\b|\bbelow\b|\bnot even\b", text))
    scope = (wanted.low, more, wanted.high, less)
    leaning = lean(text, [(given.start, given.end)])
    if leaning == "planned":
        return None
    outcomes = set()
    for part in (1 / factor, factor):
        size: Range = (_times(low, part), opened, _times(high, part), closed)
        denied = (given.negated or leaning == "no") and low is not None
        outcomes.add(within(scope, fewer_than(size) if denied else size))
    outcome = outcomes.pop() if len(outcomes) == 1 else ""
    if not outcome:
        return None
    return outcome, 0.95 if factor == 1.0 else 0.7, "a number held against the threshold"


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else value * factor


def _by_name(asked: list[Fact], said: list[Fact], text: str, key: str) -> Settled | None:
    """Compare industries, business models, stages and technologies by name."""
    wanted = {fact.value for fact in asked}
    own = [
        fact for fact in said if key != "industry" or not _THEIR_MARKET.search(text[: fact.start])
    ]
    for fact in own:
        if fact.value in wanted:
            leaning = lean(text, [(fact.start, fact.end)])
            if leaning != "planned":
                denied = fact.negated or leaning == "no"
                return ("No" if denied else "Yes"), 0.9, "the notes name it"
    if key == "industry":
        for fact in own:
            named = _IDENTITY.search(text[: fact.start])
            if named and not fact.negated and lean(text, [(fact.start, fact.end)]) == "yes":
                return "No", 0.75, "the notes name another industry"
    return None


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


def _by_place(asked: list[Fact], said: list[Fact], text: str, question: str) -> Settled | None:
    wanted = {fact.value for fact in asked}
    reach = wanted.union(*(_inside().get(name, frozenset()) for name in wanted))
    for fact in said:
        if fact.value in reach and not _THEIR_MARKET.search(text[: fact.start]):
            leaning = lean(text, [(fact.start, fact.end)])
            if leaning == "planned":
                continue
            denied = fact.negated or leaning == "no"
            return ("No" if denied else "Yes"), 0.9, "the notes name the place"
    only = bool(re.search(r"(?i)\bonly\b|\bsolely\b|\bexclusively\b", text))
    loose = bool(re.search(r"(?i)\bor active\b|\bactive in\b", question))
    for fact in said:
        # A wider place may hold the one that is asked for.
        wider = wanted & _inside().get(fact.value, frozenset())
        home = _BASED.search(text[: fact.start])
        if home and not wider and not fact.negated and (only or not loose):
            return "No", 0.75, "the notes name another place"
    return None


_OTHER_PERSON = re.compile(
    r"(?i)\b(?:reports?(?:ing)? (?:in)?to|works? (?:with|for|under)|(?:his|her|their|my|our"
    r"|the) (?:boss|manager|colleague|team of)"
    r"|met(?: with)?|introduced|talk(?:ed)? to|together with|along with|cc|assistant to"
    r"|former(?:ly)?|previous(?:ly)?|ex-"
    r"|was|used to be|before that|hir(?:e|es|ing|ed)|looking for|replac\w+|successor|supports?"
    r"|advises?|manages?|leads?"
    r"|with the|by the|from the|needs?)\s+(?:\w+\s+){0,3}$"
)


def by_title(asking: Asking, text: str) -> Settled | None:
    """Answer a question about the title from the title that the notes give to the person."""
    wanted = asking.title
    assert wanted is not None
    titles = titles_of(text)
    if not titles or lean(text, [(titles[0].start, titles[0].end)]) == "planned":
        return None
    given = titles[0]
    if lean(text, [(given.start, given.end)]) == "no":
        return ("No", 0.8, "the notes deny the title") if _same(wanted, given) else None
    if _same(wanted, given):
        return "Yes", 0.95, "the notes give the title"
    if not wanted.function or not given.function:
        return None
    if wanted.function != given.function:
        return "No", 0.75, "the notes give another title"
    if not wanted.seniority or not given.seniority:
        return None
    high = SENIORITIES.index(given.seniority) <= SENIORITIES.index(wanted.seniority)
    above = bool(re.search(r"(?i)\bor above\b|\bor higher\b", asking.text))
    if high and above:
        return "Yes", 0.8, "the same function at this level or above"
    return None if high else ("No", 0.75, "the same function below this level")


def _same(wanted: Title, given: Title) -> bool:
    return wanted.text.casefold() == given.text.casefold() or (
        bool(wanted.function)
        and (wanted.function, wanted.seniority) == (given.function, given.seniority)
    )
