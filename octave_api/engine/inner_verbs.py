"""
Verbs inside of what seems a noun phrase: hidden ones, and those of what is said of a thing.

"Exhibition dates move" says what happens; "another system the vets ignore" names a thing.
"""

from __future__ import annotations

from collections.abc import Sequence

from octave_api.engine.lexicon import look_up
from octave_api.engine.phrase_words import (
    ARTICLES,
    AUXILIARIES,
    DETERMINERS,
    NUMBERS,
    PLURAL_MODIFIERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)

ALWAYS = frozenset("never always rarely seldom hardly still".split())
"""Adverbs that stand before a verb."""
OPENS_SUBJECT = frozenset("the their our your his her".split())
"""After a noun these open the subject of another clause."""
_INNER = 5


def hides_verb(words: Sequence[str], low: Sequence[str], end: int) -> bool:
    """
    Tell whether a line that seems a noun phrase says what something does or how it is.

    "Exhibition dates move", "photos stuck on phones", "customers not home", "suppliers late": no
    plural stands before another noun, and no bare adjective, number or "not" after a noun.
    """
    if (ALWAYS | {"nobody", "everybody"}) & set(low[1:]) and not RELATIVES & set(low):
        return True
    for place in range(1, end):
        named = place > 1 and words[place - 1][:1].isupper()
        if named or low[place - 1] in PLURAL_MODIFIERS:
            continue
        before, found = look_up(low[place - 1]), look_up(low[place])
        tells = found.base or found.past
        if before.plural and tells and not found.plural and words[place].islower():
            return True
    for place in range(end, len(low) - 1):
        found, before = look_up(low[place]), look_up(low[place - 1])
        thing = before.noun or "-" in low[place - 1]
        if found.base and low[place + 1] in ARTICLES and thing and not RELATIVES & set(low):
            return True  # "cabin changes after dinner reach the kitchen"
    after = low[end] if end < len(low) else ""
    one = look_up(after)
    bare = one.adjective and not (one.noun or one.past or one.gerund)
    counted = after[:1].isdigit() or after in NUMBERS
    return (
        after in ("not", "=", "first", "last", "again")
        or (bare and after not in PREPOSITIONS)
        or counted
    )


def is_thing(low: Sequence[str], place: int) -> bool:
    """Tell whether a word can only be a noun where it stands."""
    found = look_up(low[place])
    verbal = found.base or found.third or found.past or found.gerund
    return found.noun and (not verbal or (place == 1 and low[0] in DETERMINERS))


def has_own_verb(low: Sequence[str], place: int) -> bool:
    """Tell whether a relative clause ends before an auxiliary: "… that only bakes will not do"."""
    at = next(n for n in range(place + 1, len(low)) if low[n] in AUXILIARIES)
    inner = [look_up(one) for one in low[place + 1 : at]]
    return len(inner) > 1 and any(one.third and not one.noun for one in inner)


def wants_object(low: Sequence[str], place: int) -> bool:
    """Tell whether a line ends with the verb of an inner clause: "profile the whole crew sees"."""
    last, before = look_up(low[-1]), look_up(low[place - 1])
    apart = place < 2 or not look_up(low[place - 2]).plural
    return before.noun and apart and last.third and not last.noun and len(low) - place < _INNER


def does_after(low: Sequence[str], place: int) -> int | None:
    """Find the verb after "never": "the count never matches"."""
    before = look_up(low[place - 1])
    if place + 1 >= len(low) or (before.known and not before.noun):
        return None
    found = look_up(low[place + 1])
    return place + 1 if found.base or found.third or found.past else None


SELDOM_VERBS = frozenset({"left", "found", "cost"})
"""What is a verb here only before some words."""
_LEFT = frozenset("because last after when since for".split())


def is_then_verb(word: str, previous: str, follows: str) -> bool:
    """Tell whether one of the seldom verbs is one: "locums cost them", "found 14 errors"."""
    if word == "cost":
        return follows in PRONOUNS and looks_plural(previous)
    return follows[:1].isdigit() if word == "found" else follows in _LEFT


def looks_plural(word: str) -> bool:
    """Tell whether a word that no table knows ends as a plural does."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "ics", "aas"))
