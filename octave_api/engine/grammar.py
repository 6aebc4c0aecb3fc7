"""
Grammar of a line: what sort of phrase it is, and its verb in the form that a sentence needs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from octave_api.engine.thoughts import phrases
from octave_api.engine.verbs import base_of_gerund, base_of_past, base_of_third, verb

Form = Literal["base", "third", "gerund", "participle", "how", "clause", "noun"]

ADVERB = re.compile(r"(?i)^(?:(?:also|often|always|usually|regularly|typically|\w{3,}ly)\s+)+")
"""Adverbs before the verb of a line."""
_FINITE = re.compile(
    r"(?i)(?<!to )\b(?:is|are|was|were|has|have|had|isn['’]t|aren['’]t|don['’]t|doesn['’]t|"
    r"didn['’]t|do not|does not|can|cannot|can['’]t|could|will|won['’]t|would|should|must|may|"
    r"might|goes|gets|keeps|takes|makes|becomes)\b"
)
_LETTERS = re.compile(r"[a-z'-]+")
_RELATIVE = re.compile(r"(?i)\b(?:that|which|who|whose|where|when|because|if|while)\b")


def form(text: str, *, verbal: bool = False) -> Form:
    """
    Tell what sort of phrase a line is, from its first words and its finite verb.

    `verbal` says that the line is known to name something done (a duty, an aim), so
    that "plan" and "monitor" are read as verbs.
    """
    plain = ADVERB.sub("", text.lower().replace("’", "'"))
    words = _LETTERS.findall(plain)
    if not words:
        return "noun"
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first in ("how", "why", "what", "where", "which"):
        return "how"
    if first in ("it", "they", "there", "this", "these", "he", "she"):
        return "clause"
    finite = _FINITE.search(_RELATIVE.split(plain, maxsplit=1)[0]) is not None
    if len(words) > 2 and _plural_and_verb(first, second):
        return "clause"
    if base_of_gerund(first):
        return "clause" if finite else "gerund"
    if _is_third(first, second):
        return "base" if verbal and _opens(first, second) else "third"
    base = _as_base(words, verbal, finite)
    if base is not None:
        return base
    if base_of_past(first) and second in _PREPOSITIONS:
        return "participle"
    return "clause" if finite else "noun"


def _plural_and_verb(first: str, second: str) -> bool:
    """Tell whether a plural noun and its verb open a line ("Teams lose …")."""
    if first in _NOT_PLURAL or not (first == "people" or first.endswith("s")):
        return False
    own = verb(base_of_third(first) or "")
    noun = (own is None or own.noun) and not first.endswith("ss")
    return noun and verb(second) is not None and second not in _AFTER_NOUN


def _opens(first: str, second: str) -> bool:
    """Tell whether a word that can be a verb is one, in a line that names something done."""
    if verb(first.removeprefix("self-")) is None:
        return False
    if first in _RARELY_VERBS:
        return second in _ARTICLES and first not in ("even", "near")
    return bool(second) and second not in _AFTER_SUBJECT


def _is_third(first: str, second: str) -> bool:
    third = base_of_third(first)
    own = verb(third or "")
    return own is not None and not (own.noun and (not second or second in _AFTER_NOUN))


def _as_base(words: Sequence[str], verbal: bool, finite: bool) -> Form | None:
    """Read a line that opens with the base form of a verb; None where it does not."""
    first, second = words[0], words[1] if len(words) > 1 else ""
    known = verb(first.removeprefix("self-"))
    if known is None:
        return None
    if verbal and _opens(first, second):
        return "base"
    if second in ("and", "or") and len(words) > 2:
        joined = verb(words[2])
        if joined and not joined.noun and not joined.adjective:
            return "base"
    if known.adjective or (known.noun and second in _AFTER_NOUN):
        return None
    return "clause" if known.noun and finite else "base"


_RARELY_VERBS = frozenset(
    "low high better slow clear open dry full free safe secure even real time team data people "
    "cost price business customer market revenue quality risk value service product project budget "
    "access part smooth correct complete early transparent stable near single total average fast "
    "more less long short overall easy".split()
)
_NOT_PLURAL = frozenset("is was has does this its less sales always towards across news".split())
_AFTER_NOUN = frozenset(
    "and of is are for between with from that which in across on as by at".split()
)
_ARTICLES = frozenset({"a", "an", "the", "their", "its"})
_AFTER_SUBJECT = frozenset("of is are between that which".split())
_PREPOSITIONS = frozenset("by with about at for in of to from on over when that because if".split())
_SPELT_WITH_A_VOWEL = "AEFHILMNORSX"
"""Letters whose names begin with a vowel: "an HR team", "a VP"."""


def base_phrase(text: str, *, verbal: bool = False) -> str | None:
    """Give the base form of a verb phrase ("Sets goals and tracks them" -> "set goals and …")."""
    lead = ADVERB.match(text)
    start = lead.end() if lead else 0
    rest = text[start:]
    first = rest.split(" ", 1)[0]
    low = first.lower()
    kind = form(text, verbal=verbal)
    if kind == "base":
        return text[:start].lower() + low + rest[len(first) :]
    base = (
        base_of_third(low) if kind == "third" else base_of_gerund(low) if kind == "gerund" else None
    )
    if base is None:
        return None
    tail = _conjuncts(rest[len(first) :], kind)
    return text[:start].lower() + base + tail


def _conjuncts(tail: str, kind: Form) -> str:
    """Bring the verbs that "and" joins to the first one into the base form too."""

    def swap(match: re.Match[str]) -> str:
        word = match["verb"]
        base = base_of_third(word) if kind == "third" else base_of_gerund(word)
        return match["join"] + base if base else match.group()

    return _JOINED_BASE.sub(swap, tail)


def third_phrase(text: str) -> str | None:
    """Give a duty in the third person ("drive growth" -> "drives growth")."""
    base = base_phrase(text, verbal=True)
    if base is None:
        return None
    base = _further_in_third(base)
    lead = ADVERB.match(base)
    start = lead.end() if lead else 0
    first = base[start:].split(" ", 1)[0]
    known = verb(first)
    if known is None:
        return None

    def swap(match: re.Match[str]) -> str:
        inner = _INNER.search(match.string, 0, match.start())
        other = None if inner and "," not in match["join"] else verb(match["verb"])
        return match["join"] + other.third if other else match.group()

    tail = _JOINED_AT_ONCE.sub(swap, _JOINED_BASE.sub(swap, base[start + len(first) :]))
    return base[:start] + known.third + tail


_GOVERNS = re.compile(
    r" (?:an?|the|their|its|his|her|all|any|each|every|to|for|with|on|up|out|off|\d)\b"
)


def _further_in_third(text: str) -> str:
    """Bring the further verb phrases of a duty in base form into the third person."""
    for begin, _ in reversed(phrases(text)[1:]):
        head = text[begin:].split(" ", 1)[0]
        known = verb(head)
        # "for savings, supply risk and loss": between commas a noun is no further deed.
        thing = known is not None and known.noun and not _GOVERNS.match(text, begin + len(head))
        if known is not None and not (thing and text[:begin].rstrip().endswith(",")):
            text = text[:begin] + known.third + text[begin + len(head) :]
    return text


_JOINED_BASE = re.compile(
    r"(?P<join>(?:,\s+and|,\s+or|,|\band|\bor|\bthen)\s+(?:\w+ly\s+)?)(?P<verb>[a-z]+)"
    r"(?=\s+(?:from|along|down|back|off|a|an|the|their|its|his|her|to|as|on|for|with|that|how|all|new|out|up|in|any|"
    r"them|it|these|those|every|each|who|what|whether|against|over|under|into|across|about|daily|weekly|"
    r"monthly|directly)\b)"
)
"""A verb joined to the first one: what follows it shows that it is no noun."""
_INNER = re.compile(r"\b(?:where|which|that|who|when|whenever|if|because|while)\b")
"""What begins a clause of its own: "the building where goods come in and go out"."""
_JOINED_AT_ONCE = re.compile(r"^(?P<join>,?\s+(?:and|or)\s+)(?P<verb>[a-z]+)(?=\s)")


_SAID_WITH_Y_OR_W = re.compile(r"us[eu]|uni(?![dmn])|eu|onc?e\b|one-|uti|ubi|ura|ure")
"""What begins with a vowel in writing only: "a utility", "a user", "a one-site firm"."""


def article(phrase: str) -> str:
    """Put "a" or "an" before a phrase."""
    word = phrase.lstrip("“\"'")
    if word[:2].isupper():
        return f"{'an' if word[0] in _SPELT_WITH_A_VOWEL else 'a'} {phrase}"
    low = word.lower()
    vowel = low.startswith(tuple("aeiou")) and not _SAID_WITH_Y_OR_W.match(low)
    return f"{'an' if vowel else 'a'} {phrase}"
