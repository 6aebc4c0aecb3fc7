"""
What a word can be: noun, adjective, adverb, or a form of a verb, and of which number.

The tables lie in knowledge/words.txt (25,600 nouns, adjectives and adverbs) and
knowledge/verbs.txt; a word in neither is unknown, and often a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from octave_api.engine.verbs import base_of_gerund, base_of_past, base_of_third, verb


@dataclass(frozen=True, slots=True)
class Word:
    """
    What one word can be; several may hold at once ("plans", "testing").

    `mass`: a noun that is often uncountable. `plural`: the plural form of a noun.
    """

    noun: bool = False
    mass: bool = False
    plural: bool = False
    adjective: bool = False
    adverb: bool = False
    base: bool = False
    third: bool = False
    gerund: bool = False
    past: bool = False

    @property
    def known(self) -> bool:
        """Tell whether any table holds it."""
        return self != _UNKNOWN

    @property
    def only_verb(self) -> bool:
        """Tell whether it is nothing but a form of a verb."""
        is_verb = self.base or self.third or self.gerund or self.past
        return is_verb and not (self.noun or self.adjective or self.adverb)


_UNKNOWN = Word()
_ALWAYS_PLURAL = frozenset("people police staff logs".split())
_ADJECTIVE = re.compile(r"^[a-z]{3,}(?:able|ible|ous|ive|ful|less|ical)$")
_COMPARED = re.compile(r"^(?P<stem>[a-z]{2,}?)(?P<y>i)?e(?:r|st)$")
_PREFIX = re.compile(
    r"(?:sub|re|non|over|under|pre|post|multi|micro|cyber|inter|mis|un)(?=[a-z]{4})"
)


def _plural(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


@cache
def _tables() -> tuple[dict[str, str], frozenset[str]]:
    """Read the words: flags by word, and all plural forms."""
    flags: dict[str, str] = {}
    plurals: set[str] = set()
    now = ""
    path = files("octave_api.engine.knowledge").joinpath("words.txt")
    for line in path.read_text("utf8").splitlines():
        if line.startswith("#"):
            continue
        if line.startswith("["):
            now = line.strip("[]")
            continue
        for entry in line.split():
            word, _, irregular = entry.partition("=")
            flags[word] = now
            if "n" in now:
                plurals.add(irregular or _plural(word))
    return flags, frozenset(plurals)


_PLACED = ("in-", "on-", "off-", "mid-")
"""What opens words that say where or when: "in-house", "on-premise"."""


@lru_cache(maxsize=8192)
def look_up(word: str) -> Word:
    """Give what a word in lower case can be; of a hyphenated one, its last part counts."""
    flags, plurals = _tables()
    held = flags.get(word, "")
    as_verb = verb(word)
    third, gerund = base_of_third(word) is not None, base_of_gerund(word) is not None
    past = base_of_past(word) is not None
    plural = word in plurals or word in _ALWAYS_PLURAL
    known = bool(held) or as_verb is not None or third or gerund or past or plural
    if not known and "-" in word:
        if word.startswith(_PLACED):
            return Word(adjective=True)
        return look_up(word.rsplit("-", 1)[1])
    if not known and (prefix := _PREFIX.match(word)):
        return look_up(word[prefix.end() :])
    if not known and (compared := _COMPARED.match(word)):
        stem = compared["stem"]
        stems = (stem + "y",) if compared["y"] else (stem, stem + "e", stem[:-1])
        if any("a" in flags.get(stem, "") for stem in stems):
            return Word(adjective=True)
    if not known and _ADJECTIVE.search(word):
        return Word(adjective=True)
    noun = "n" in held or plural or (as_verb is not None and as_verb.noun)
    return Word(
        noun=noun,
        mass="m" in held,
        plural=plural,
        adjective="a" in held or (as_verb is not None and as_verb.adjective),
        adverb="r" in held,
        base=as_verb is not None,
        third=third,
        gerund=gerund,
        past=past,
    )
