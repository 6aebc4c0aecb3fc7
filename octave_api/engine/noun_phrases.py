"""
Noun phrases: where one ends, its number and its article, and whether a clause follows from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from octave_api.engine.inner_verbs import (
    ALWAYS,
    OPENS_SUBJECT,
    SELDOM_VERBS,
    does_after,
    has_own_verb,
    hides_verb,
    is_then_verb,
    is_thing,
    looks_plural,
    wants_object,
)
from octave_api.engine.lexicon import look_up
from octave_api.engine.phrase import SURE, Phrase
from octave_api.engine.phrase_words import (
    AUXILIARIES,
    CLEAR_BASES,
    CLEAR_PAST_FORMS,
    CLEAR_PASTS,
    COUNTED,
    DETERMINERS,
    FUNCTIONS,
    INNER_SUBJECTS,
    INTRANSITIVE,
    JOINS,
    KEPT_ON,
    MOSTLY_VERBS,
    NUMBERS,
    OFTEN_NOUNS,
    PARTICLES,
    PEOPLE_TOO,
    PLURAL_MODIFIERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STATES,
    clearly_does,
)
from octave_api.engine.trimming import keep_case
from octave_api.engine.verbs import base_of_gerund, base_of_past, base_of_third


def noun_or_clause(text: str, words: Sequence[str], low: Sequence[str]) -> Phrase:
    """Read a line that opens with a noun phrase: with a verb of its own it is a clause."""
    finite = finite_at(words, low, 0)
    if finite is not None and finite > 0 and low[0] in _ONE and _is_bare(low[finite]):
        finite = None  # "A Kubernetes upgrade that breaks": one thing upgrades nothing.
    if finite == _CANNOT_TELL:
        return Phrase("unknown", keep_case(text), 0.5)
    if finite is not None:
        sure = 0.8 if low[finite] in AUXILIARIES else SURE
        return Phrase("clause", keep_case(text), sure)
    end, plural, sure = head_of(words, low)
    lowered = keep_case(text)
    rest = low[end:]
    to_do = len(rest) > 1 and rest[0] == "to" and look_up(rest[1]).base
    if to_do and (low[0] in DETERMINERS or plural) and low[end - 1] not in _TAKES_TO:
        return Phrase("wish", lowered, 0.7, plural=plural)
    if low[0] in ("a", "an", "another", "each", "every"):
        plural = False
    if base_of_gerund(low[0]) in ("increase", "change", "vary"):
        plural = None
    if ":" in text or ", they" in text or _verb_after_comma(low):
        sure = min(sure, 0.4)
    if hides_verb(words, low, end):
        sure = min(sure, 0.5)
    if len(low) > 4 and low[-2] == "they" and low[-3] not in RELATIVES:
        sure = min(sure, 0.5)  # "parts of what they need": the verb was cut off
    if len(low) == 2 and all(word[0].isupper() for word in words) and look_up(low[1]).known:
        sure = min(sure, 0.5)  # "Work Description": a label more likely than a line
    countable = (
        plural is False
        and low[0] not in (DETERMINERS - {"new"}) | {"one"}
        and (end == 1 or not words[end - 1][:1].isupper())
        and _is_countable(low[end - 1])
    )
    of = (
        rest[:1] == ["of"]
        and not rest[1][0].isdigit()
        and rest[1] not in NUMBERS
        and plural is False
        and low[0] not in DETERMINERS
        and low[0] not in ("lack", "one")
    )
    return Phrase("noun", lowered, sure, plural=plural, countable=countable, of=of)


def _is_bare(word: str) -> bool:
    """Tell whether a word is a verb in its base form alone, which one thing never has."""
    found = look_up(word)
    return found.base and found.noun and not (found.third or found.past) and word not in AUXILIARIES


_ONE = frozenset("a an another each every".split())


def _verb_after_comma(low: Sequence[str]) -> bool:
    """Tell whether a list goes on with a verb: its first word was one too, and misread."""
    for mark, word in pairwise(low):
        found = look_up(word)
        if mark == "," and found.only_verb and (found.base or found.third) and not found.past:
            return True
    return False


_TAKES_TO = frozenset(
    "need ability inability pressure desire way ways right time opportunity chance plan plans "
    "effort "
    "efforts attempt requirement tools tool means power freedom authority budget failure access "
    "willingness capacity mandate people".split()
)


_UNCOUNTED = frozenset(
    "churn burnout downtime rework scrap shrinkage wastage attrition absenteeism overtime "
    "paperwork leakage sprawl clutter guesswork firefighting spend turnover lock-in footfall "
    "headcount uptime creep throughput admin understaffing fraud theft congestion fatigue".split()
)
"""Troubles that are never counted: "customer churn"."""


def _is_countable(head: str) -> bool:
    found = look_up(head)
    one = found.noun and not (found.plural or found.gerund or head in _UNCOUNTED)
    return one and (not found.mass or head in COUNTED)


def head_of(words: Sequence[str], low: Sequence[str]) -> tuple[int, bool | None, float]:
    """
    Find where the opening noun phrase ends, whether it is plural, and how sure it is one.

    Gives the place after its head noun.
    """
    place, joined = 0, False
    numbers: list[bool | None] = []
    while place < len(low) and low[place] in DETERMINERS | {"not"}:
        place += 1
    if low[place : place + 1] == ["one"] and place + 1 < len(low):
        place += look_up(low[place + 1]).noun
    start = place
    while place < len(low):
        word = low[place]
        if word in ("and", "or", "&"):
            joined = joined or place > start
            numbers.append(_number(low[place - 1]) if place > start else None)
        elif word == ",":
            joined = True
            numbers.append(_number(low[place - 1]) if place > start else None)
        elif not _in_noun_phrase(words, low, place, start):
            break
        place += 1
    while place > start and (low[place - 1] in JOINS or _only_adverb(low[place - 1])):
        place -= 1
    if place == start:
        return max(place, 1), None, 0.3
    head = low[place - 1]
    found = look_up(head)
    number = _number(head)
    if joined:
        both = {*numbers, number} == {True}
        return place, True if both else None, 0.8 if found.noun or not found.known else 0.4
    if found.noun:
        sure = 0.9
    elif not found.known or words[place - 1][:1].isupper():
        sure, number = 0.75, (True if looks_plural(head) else None)
    elif found.gerund:
        sure = 0.7
    else:
        sure = 0.35
    return place, number, sure


def _only_adverb(word: str) -> bool:
    found = look_up(word)
    return found.adverb and not (found.noun or found.adjective) and "-" not in word


def _number(word: str) -> bool | None:
    found = look_up(word)
    if word in ("people", "staff", "police"):
        return True
    if found.noun:
        return None if not found.plural and looks_plural(word) else found.plural
    return True if not found.known and looks_plural(word) else None


def _in_noun_phrase(words: Sequence[str], low: Sequence[str], place: int, start: int) -> bool:
    """Tell whether the word at `place` goes on with the noun phrase that opens the line."""
    word = low[place]
    if word in PREPOSITIONS | RELATIVES | PRONOUNS | PARTICLES | DETERMINERS - {"new", "more"}:
        return False
    if word in ("to", "not"):
        return False
    if not word[0].isalnum():
        return False
    found = look_up(word)
    previous = look_up(low[place - 1]) if place > start else None
    if found.noun or not found.known or words[place][0].isupper() or word[0].isdigit():
        # "difficulty writing code", "restrictions affecting orders": what follows describes.
        thing = previous is not None and previous.noun and not previous.adjective
        describes = found.gerund and thing and place > start
        follows = look_up(low[place + 1]) if place + 1 < len(low) else None
        return not (describes and follows is not None and (follows.plural or follows.adjective))
    thing = previous is not None and previous.noun and not previous.adjective
    if found.gerund and thing:
        return False
    if found.adjective or found.adverb:
        return place == start or not (previous is not None and previous.noun and _ends(low, place))
    if found.gerund or found.past:
        return place == start or not thing
    return place == start


def _ends(low: Sequence[str], place: int) -> bool:
    """Tell whether an adjective at `place` stands after its noun ("nothing new", "tasks due")."""
    follows = low[place + 1] if place + 1 < len(low) else ""
    return not follows or follows in PREPOSITIONS | RELATIVES or not follows[0].isalnum()


def finite_at(words: Sequence[str], low: Sequence[str], start: int) -> int | None:
    """Find the verb of a clause of its own: before any "that", "which" or inner subject."""
    if start == 0 and low[0] in FUNCTIONS and len(low) > 2 and _is_told(low):
        return 1
    one = low[0] in _ONE_THING
    subject_plural = False
    for place in range(start, len(low)):
        word = low[place]
        previous = low[place - 1] if place else ""
        if word in RELATIVES | _UNTIL or (place > start and word in INNER_SUBJECTS):
            later = sum(one in AUXILIARIES for one in low[place + 1 :])
            if later == 1 and word in ("that", "who", "which") and has_own_verb(low, place):
                return _CANNOT_TELL
            return _CANNOT_TELL if later > (word in RELATIVES) else None
        if place == start or previous == "to" or previous in JOINS | PREPOSITIONS:
            continue
        if word in AUXILIARIES:
            return place
        if place > 1 and previous in DETERMINERS:
            continue
        if words[place][0].isupper() or word in STATES:
            continue
        if (
            place > start + 1
            and word in OPENS_SUBJECT
            and (is_thing(low, place - 1) or wants_object(low, place))
        ):
            return None  # "another system the vets ignore": what is said of it follows
        if word in ALWAYS and (does := does_after(low, place)):
            return does
        found, before = look_up(word), look_up(previous)
        subject_plural = subject_plural or (place < 4 and before.plural)
        follows = "".join(low[place + 1 : place + 2])
        noun_before = before.noun or not before.known
        if found.third and not found.noun and noun_before and not before.plural:
            return place
        noun_before = noun_before or before.gerund
        if clearly_does(word, follows) and noun_before and not before.plural:
            return place
        if found.third and follows in ("and", "or") and noun_before and not before.plural:
            other = look_up(low[place + 2] if place + 2 < len(low) else "")
            if other.third and not other.noun:
                return place  # "the system crashes and loses orders"
        if word in CLEAR_BASES | {"cost"} and (before.plural or (subject_plural and before.noun)):
            return place
        if found.third and noun_before and not before.plural:
            wants = base_of_third(word) in _TO_DO or (place == 1 and not before.known)
            if follows == "to" and wants:
                return place
            if look_up(follows).plural and word not in PLURAL_MODIFIERS and not found.adjective:
                return place  # "the team phones tenants": no plural stands before another
            if one and previous not in PLURAL_MODIFIERS and _after_verb(low, place):
                return place
        told = found.base or word.startswith(("re-", "auto-"))
        joined = "and" in low[1 : place - 1] and before.noun and word in MOSTLY_VERBS
        many = (
            before.plural
            or joined
            or previous in PEOPLE_TOO
            or (not before.known and looks_plural(previous))
        )
        if found.base and before.plural and follows in PARTICLES | {"the", "a"} and place > start:
            return place  # "warranty claims pile up", "parts miss the ship"
        if told and many and previous not in DETERMINERS | PLURAL_MODIFIERS:
            apart = not (found.noun or found.adjective or found.past)
            goes = follows in _ON or look_up(follows).gerund
            if goes and not (found.adjective or found.past) and word not in OFTEN_NOUNS - {"book"}:
                return place  # no plural stands before another noun: "groups book by phone"
            goes_on = look_up(follows)
            if (
                apart
                or word.startswith(("re-", "auto-"))
                or follows in ("because", "when", "if", "while")
            ):
                return place
            if not found.past and (follows in DETERMINERS | PRONOUNS | PARTICLES | _MANNER):
                return place
            if word in INTRANSITIVE and (follows[:1].isdigit() or follows in NUMBERS):
                return place
            if word in MOSTLY_VERBS | INTRANSITIVE and (goes_on.plural or goes_on.adverb):
                return place
            if word in MOSTLY_VERBS | INTRANSITIVE and follows in PREPOSITIONS - {"of", "for"}:
                return place
        one_does = found.third and noun_before and not before.plural
        if one_does and (follows == "while" or follows in (DETERMINERS | PARTICLES) - RELATIVES):
            return None if found.noun and set(low[place + 2 : place + 4]) & KEPT_ON else place
        if word in SELDOM_VERBS and noun_before and is_then_verb(word, previous, follows):
            return place
        does = place == 1 and found.third and base_of_third(word) in MOSTLY_VERBS
        if does and noun_before and not before.plural and look_up(follows).plural:
            return place  # "Auditor finds errors"
        past_only = found.past and not found.base and base_of_past(word) in CLEAR_PASTS
        if past_only and word in CLEAR_PAST_FORMS and noun_before:
            return place
    return None


def _is_told(low: Sequence[str]) -> bool:
    """Tell whether a function of a company does something: "sales promises training"."""
    found = look_up(low[1])
    return found.third and (not found.noun or not look_up(low[0]).gerund) and low[2] not in JOINS


def _after_verb(low: Sequence[str], place: int) -> bool:
    """Tell whether a plural after "a …" can only be a verb: "a carrier leaves"."""
    if place + 1 == len(low):
        return True
    follows = look_up(low[place + 1])
    closed = low[place + 1] in DETERMINERS | PARTICLES
    return closed or follows.adjective or follows.adverb or follows.plural


_CANNOT_TELL = -1
_ONE_THING = frozenset("a an another each every one".split())
_UNTIL = frozenset("before after until once".split())
_TO_DO = frozenset("want need plan tend have hope try expect refuse ask".split())
_ON = frozenset("by on to into at from".split())
_MANNER = frozenset("in back too so late early faster slower often rarely never only".split())
