"""
Headings: what authors call each field, in the words of `knowledge/headings.toml`, and in other
languages of `knowledge/headings_foreign.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from octave_api.contract import PERSONA_LISTS, SEGMENT_LISTS, Kind
from octave_api.engine.features import stem, tokens
from octave_api.engine.sides import BY_SELLER, OF_BUYER, turns_away

FIELDS = (
    *PERSONA_LISTS,
    *SEGMENT_LISTS,
    "firmographics",
    "fitExplanation",
    "qualifyingQuestions",
)
SKIP, CUSTOM, UNSORTED = "skip", "custom", ""
_LONG_HEADING = 14
"""A heading of more words than this is a sentence."""

_TABLES = ("headings.toml", "headings_foreign.toml")
_LONGEST_NAME = 80
_AND = re.compile(r"\s(?:and|or|und|et|y)\s|[&/,]")

_FILLER = frozenset(
    "the a an of for to and or in on with their his her our your my this that these those is are "
    "what how we i they key common main top primary typical general biggest current possible "
    "potential target sample additional other some most more would "
    "ihr ihre seine sein unser unsere die der das typische wichtigste größte leur leurs les "
    "nos principaux sus nuestros hun onze greatest new overall you about now today".split()
)
_THIRD = frozenset("he she him her hers his their theirs them".split())
"""Words for the persona that stand for each other: "in his way" is "in their way"."""
_OF_LANGUAGE = re.compile(
    r"(?i)(?:(?:in|the|an|short) )*english(?: (?:summary|version|translation|notes?|text))?\W*$"
)
"""A heading that says only in which language its text is."""
_INTERVIEW = re.compile(
    r"(?i)\binterview (?:summary|notes?|write-?up|transcript)\b|\bwin ?[/-] ?loss\b"
)
"""A heading that says what sort of text follows, not of what."""
_UNWANTED = re.compile(
    r"(?i)(?:(?:what )?(?:they|she|he) )?(?:do(?:es)?n['’]t|do(?:es)? not|won['’]t|will not) "
    r"(?:want|need|like|use|accept|touch)\W*$"
)
"""What somebody does not want is no aim."""
_WHO_BUYS = re.compile(r"(?i)(?:who )?buys\W*")
"""Beside "doesn't": whom a note lets in."""
_AFTER_HEAD = re.compile(
    r"(?i)\s(?:about|with|when|while|regarding|around|concerning|during|in|at|on|towards?|before|of|"
    r"for|from)\s"
)
_BUYS = re.compile(
    r"(?i)\b(?:role|part|say|power|influence|authority|involvement|position)\b.*"
    r"\b(?:buy(?:ing)?|purchas\w+|decisions?|deals?|procurement)\b|"
    r"\b(?:buying|purchas\w+|decision(?:[- ]making)?)\s(?:role|power|authority|influence|process)\b"
)


@dataclass(frozen=True, slots=True)
class _Phrase:
    stems: tuple[str, ...]
    field: str
    exact: tuple[str, ...] = ()
    """The very words of another language: "pays" is a country, and "payments" are none."""


@cache
def _phrases(kind: Kind) -> dict[str, list[_Phrase]]:
    """Read the heading table, indexed by each phrase's first stem."""
    index: dict[str, list[_Phrase]] = {}
    for file in _TABLES:
        path = files("octave_api.engine.knowledge").joinpath(file)
        for name, phrases in tomllib.loads(path.read_text("utf8"))[kind].items():
            for phrase in phrases:
                exact = tokens(phrase) if file == _TABLES[1] else ()
                stems = tuple(map(_stem, tokens(phrase)))
                index.setdefault(stems[0], []).append(_Phrase(stems, name, exact))
    return index


_WHO_IS = re.compile(
    r"(?i)(?:our |the )?(?:target|ideal|typical) (?:buyer|user|persona|contact|champion|customer)s?"
    r"(?: persona| profile)?\W*"
)


_KEPT_AWAKE = re.compile(r"(?i)\b(?P<keeps>keeps?) (?:[\w'’-]+ ){1,5}?(?:up|awake) (?=at |all )")
"""Whoever it is that something "keeps up at night": a name, a title."""
_OF_ORDER = re.compile(r"(?i)(?:in|by) (?:the )?(?:order of )?(?:priority|importance)\W*$")
"""How a list is sorted, no field of its own."""


@lru_cache(maxsize=4096)
def heading_match(heading: str, kind: Kind) -> tuple[str, float] | None:
    """
    Name the field that a heading announces, and which share of the heading says so.

    The longest phrase of the table wins, then the last one. A phrase that is a
    small part of a long heading says little and does not count.
    """
    plain = re.sub(r"\s*\([^)]*\)", "", heading) or heading
    if " night" in plain.lower():
        plain = _KEPT_AWAKE.sub(r"\g<keeps> them up ", plain, count=1)
    if kind == "persona" and _WHO_IS.fullmatch(plain):
        return None  # "Target persona" is who it is, no target of theirs.
    if any(one.match(plain) for one in (_OF_LANGUAGE, _OF_ORDER)) or _INTERVIEW.search(plain):
        return None
    if kind == "persona" and _UNWANTED.match(plain):
        return "keyConcerns", 1.0
    of_them = kind == "segment" or BY_SELLER.match(plain)
    if of_them and turns_away(plain) and not OF_BUYER.search(plain):
        return "qualifyingQuestions", 1.0
    if kind == "segment" and _WHO_BUYS.fullmatch(plain):
        return "firmographics", 1.0
    found = _best(plain, kind)
    if found is None or found[1] < 1.0:
        if kind == "persona" and _BUYS.search(plain):
            return "whyTheyMatterToUs", 1.0
        # "Concerns about new tools" is about concerns: what follows a head noun only narrows it.
        head = _AFTER_HEAD.split(plain, maxsplit=1)[0]
        alone = _best(head, kind) if head != plain else None
        if alone is not None and alone[1] == 1.0 and alone[0] in FIELDS:
            return alone
    return found


def _stem(word: str) -> str:
    return "they" if word in _THIRD else stem(word)


def _best(plain: str, kind: Kind) -> tuple[str, float] | None:
    raw = tuple(word for word in tokens(plain) if word.isalpha() or "'" in word)
    words = [_stem(word) for word in raw]
    if not words or len(words) > _LONG_HEADING:
        return None
    weight = _weight(words)
    index = _phrases(kind)
    best, found = (0.0, -1), None
    for start, word in enumerate(words):
        opens = all(one in _FILLER for one in words[:start])
        for phrase in index.get(word, ()):
            end = start + len(phrase.stems)
            if tuple(words[start:end]) != phrase.stems or (
                phrase.exact and raw[start:end] != phrase.exact
            ):
                continue
            share = min(1.0, _weight(phrase.stems) / weight)
            rank = (len(phrase.stems) + share, end)
            if rank > best and share >= _least_share(phrase, opens or end == len(words)):
                # Two words of an author's own say more than one that may be there by chance.
                best, found = (
                    rank,
                    (phrase.field, max(share, 0.75) if len(phrase.stems) > 1 else share),
                )
    return found


def _weight(words: Sequence[str]) -> int:
    return sum(1 for word in words if word not in _FILLER) or 1


def _least_share(phrase: _Phrase, edge: bool) -> float:
    """Give the share of a heading that a phrase must make up; at the edges less is enough."""
    if phrase.field == SKIP:
        return 0.6
    if phrase.field == "firmographics" and len(phrase.stems) == 1:
        return 0.5
    return 0.3 if edge else 0.5


def heading_field(heading: str, kind: Kind) -> str | None:
    """Name the field that a heading announces, "skip", "custom", or None."""
    found = heading_match(heading, kind)
    return found[0] if found else None


@cache
def _names() -> frozenset[tuple[str, ...]]:
    """Give the words of each phrase of the table that carry its meaning, of both kinds."""
    kinds: tuple[Kind, ...] = ("persona", "segment")
    return frozenset(
        _telling(phrase.stems)
        for kind in kinds
        for group in _phrases(kind).values()
        for phrase in group
    )


@cache
def foreign_words() -> frozenset[str]:
    """Give the words of headings that no English heading has, for telling a language."""
    path = files("octave_api.engine.knowledge").joinpath(_TABLES[1])
    kinds = tomllib.loads(path.read_text("utf8")).values()
    phrases = [phrase for kind in kinds for named in kind.values() for phrase in named]
    return frozenset(word for phrase in phrases for word in phrase.split() if len(word) > 4)


def _telling(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _FILLER) or tuple(words)


def names_field(text: str) -> bool:
    """Tell whether a line is nothing but names of fields ("Their worries", "Goals & needs")."""
    if len(text) > _LONGEST_NAME or any(char.isdigit() for char in text):
        return False
    parts = [[_stem(word) for word in tokens(part)] for part in _AND.split(text)]
    parts = [[word for word in part if word.isalpha() or "'" in word] for part in parts]
    return bool(parts) and all(part and _telling(part) in _names() for part in parts)
