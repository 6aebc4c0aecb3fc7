"""
Joined verbs: what follows the first of several, because a question asks one thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.lexicon import look_up
from octave_api.engine.phrase import TOKEN
from octave_api.engine.phrase_words import (
    DANGLING,
    DETERMINERS,
    INTRANSITIVE,
    JOINS,
    MOSTLY_VERBS,
    OFTEN_NOUNS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from octave_api.engine.verbs import base_of_gerund, base_of_third, verb


def rest_of(text: str, first: str, base: str, form: str) -> str:
    """
    Give what follows the first verb, up to a second verb that it is joined to.

    `first` stands in `text`, in this form of `base`. "sets prices and reviews them" gives
    " prices", "builds and runs models" " models": a question asks one thing.
    """
    tail = text[text.index(first) + len(first) :]
    tokens = list(TOKEN.finditer(tail))
    words = [token.group().lower() for token in tokens]
    inner = False
    for place, word in enumerate(words):
        inner = inner or word in RELATIVES
        if word not in JOINS or (inner and word != ","):
            continue
        after = _joined_verb(words, place, form, certain=inner) or _in_a_row(words, place, form)
        if not after:
            continue
        if place > 1 and words[place - 2] == "to" and look_up(words[place - 1]).base:
            continue  # "use forecasts to find and sign lots": the second has the first's object.
        if words[0] in JOINS:
            return _same_object(tail, tokens, words, after, form, base)
        if set(words[:place]) <= PARTICLES | PREPOSITIONS | {"to"} and after + 1 < len(words):
            to = after + (words[after + 1] in PREPOSITIONS | {"to"})
            return tail[: tokens[place].start()].rstrip() + tail[tokens[to].end() :]
        head = tail[: tokens[place].start()].rstrip(" ,;")
        if words[place - 1] not in DANGLING and (place > 1 or words[0] not in DETERMINERS):
            return head
    return tail


def _joined_verb(words: Sequence[str], place: int, form: str, *, certain: bool = False) -> int:
    """Give the place of a verb that "and" or a comma joins to the first, or 0."""
    at = place + 1
    while at < len(words) and (words[at] in JOINS or words[at] in ("then", "also", "often")):
        at += 1
    adverb = at < len(words) and look_up(words[at]).adverb and not look_up(words[at]).base
    at += adverb
    if at >= len(words):
        return 0
    word, follows = words[at], words[at + 1] if at + 1 < len(words) else ""
    found = look_up(word)
    base = _base(word, form)
    if form == "base" and not found.base:
        base = base_of_third(word)
    if base is None or verb(base) is None or (form == "gerund" and follows in ("of", "and", "")):
        return 0
    if not (found.noun or found.adjective) or (adverb and words[at - 1].endswith("ly")):
        return at
    if (base, follows) in _IDIOMS:
        return at
    if certain:
        return 0
    if follows in DETERMINERS | PRONOUNS or follows in ("how", "that", "whether"):
        return at
    likely = base in MOSTLY_VERBS and (base not in OFTEN_NOUNS or words[at - 1] == ",")
    return at if likely and follows and follows not in JOINS | {"of"} else 0


def _in_a_row(words: Sequence[str], place: int, form: str, *, inside: bool = False) -> int:
    """
    Give the place of a verb that must be one by what stands around it, or 0.

    "test" and "experiment" in "build, test and experiment with", "works" in "reports to and
    works with"; `inside`: a verb stands before the join.
    """
    at = place + 1
    if at + 1 >= len(words) or not (inside or set(words[:place]) <= PREPOSITIONS | {"to"}):
        return 0
    known = look_up(_base(words[at], form) or words[at]).base
    return at if known and words[at + 1] in _COMPLEMENTS | JOINS else 0


def _same_object(
    tail: str,
    tokens: Sequence[re.Match[str]],
    words: Sequence[str],
    after: int,
    form: str,
    base: str,
) -> str:
    """
    Keep the first of verbs that share an object; `after` is the place of the second.

    "build and experiment with models" gives " models", "collaborate and plan with them"
    " with them": where the first verb takes no object, the preposition stays.
    """
    last = after
    while last + 1 < len(words) and words[last + 1] in JOINS:
        following = _joined_verb(words, last + 1, form) or _in_a_row(
            words, last + 1, form, inside=True
        )
        if not following:
            break
        last = following
    follows = words[last + 1] if last + 1 < len(words) else ""
    pair = f"{base} and {_base(words[after], form)}" in _SAID_TOGETHER
    if pair or not follows or follows in JOINS or follows in PREPOSITIONS - _COMPLEMENTS:
        return tail[: tokens[0].start()] + _based(tail, tokens, (after, last), form)
    of_last = follows in _COMPLEMENTS and base not in INTRANSITIVE | _WITH_OTHERS
    return tail[tokens[last + of_last].end() :]


def _based(tail: str, tokens: Sequence[re.Match[str]], places: Sequence[int], form: str) -> str:
    """Put the joined verbs into the base form too."""
    done, start = "", tokens[0].start()
    for place in sorted(set(places)):
        token = tokens[place]
        word = token.group().lower()
        done += tail[start : token.start()] + (_base(word, form) or word)
        start = token.end()
    return done + tail[start:]


def _base(word: str, form: str) -> str | None:
    """Give the base of a word that stands in this form; None where it is no such form."""
    if form == "base":
        return word
    return base_of_third(word) if form == "third" else base_of_gerund(word)


_IDIOMS = frozenset(
    {("answer", "for"), ("look", "after"), ("report", "to"), ("care", "for"), ("hand", "over"),
     ("sign", "off"), ("watch", "over"), ("deal", "with")}
)  # fmt: skip
"""Verbs that are nouns too, but not before this word."""
_COMPLEMENTS = frozenset("with to on for of from about".split())
"""Prepositions that belong to the verb before them more often than to the whole."""
_WITH_OTHERS = frozenset(
    "collaborate communicate coordinate engage interact meet consult negotiate confer network "
    "correspond agree".split()
)
_SAID_TOGETHER = frozenset(
    {"copy and paste", "cut and paste", "pick and pack", "buy and sell", "load and unload",
     "hire and fire", "lift and shift", "mix and match"}
)  # fmt: skip
