"""
The topic of a line: the few words that one would search a profile or a job ad for.
"""

from __future__ import annotations

import re
from functools import lru_cache

from octave_api.engine.grammar import form
from octave_api.engine.lexicon import look_up
from octave_api.engine.phrase_words import AUXILIARIES, PARTICLES, PRONOUNS
from octave_api.engine.phrases import read_phrase
from octave_api.engine.trimming import trim
from octave_api.engine.verbs import base_of_gerund, base_of_third, verb
from octave_api.engine.wording import lower_first

_MOST_WORDS, _LEAST_LETTERS, _SHORT_LINE, _LONGEST = 5, 5, 4, 400
_EMPTY_LEAD = re.compile(
    r"(?i)^(?:the need (?:to|for)|be able to|being able to|ability to|how to|lack of|hard to|"
    r"difficult to|difficulty|having to|responsible for|in charge of|accountable for|"
    r"frustrated (?:by|when|with)|tired of|fed up with|obsessed with|worried about|focused on|"
    r"measured on|overwhelmed by|hates?|dislikes?|wants?|concerned (?:about|that)|"
    r"struggles? (?:with|to)|helping|make sure (?:that )?|ensure that|ensures that|low|high|poor|"
    r"slow|(?:the )?(?:(?:large|high|sheer) )?(?:volume|number|amount|proliferation|lack|absence"
    r"|shortage|"
    r"management|definition|coordination|creation|development|growth|increase|rise) (?:of|in)|"
    r"an? easy way to|easy way to|anything|everything|difficulty|too (?:many|much|few|little)"
    r"|no)\s+"
)
_WEAK_START = frozenset(
    "the a an their its his her all any some more most our new it them they this that not no be "
    "i".split()
)
_STOP = frozenset(
    "that which who to for with in on by from so and or of as while when because into at how "
    "through across is are was has have can cannot will must should they we i if without within "
    "via about around between than throughout over under".split()
)
_EMPTY_START = PARTICLES | frozenset("able sure being things back own".split())
_MARKS = ',.;:()"“”'


@lru_cache(maxsize=1024)
def topic(line: str, *, verbal: bool = False) -> str | None:
    """
    Give the two to five words that a line turns on, or None where it has none.

    `verbal` says that the line names something done: its verb is not the topic.
    """
    if len(line) > _LONGEST:
        return None
    found = read_phrase(line, verbal=verbal)
    if found.kind in ("clause", "how", "wish"):
        return None
    line = found.base or trim(line)
    lead = _EMPTY_LEAD.match(line)
    words = line[lead.end() :].split() if lead else line.split()
    if lead and lead.group().split()[-1].lower() == "to" and len(words) > 1:
        words = words[1:]
    chosen = _phrase(_after_verbs(words, line, verbal))
    while chosen and chosen[0].lower() in _EMPTY_START:
        chosen.pop(0)
    if any(word.lower().split("'")[0] in AUXILIARIES | PRONOUNS for word in chosen):
        return None
    while chosen and chosen[-1].lower() in _STOP | _WEAK_START:
        chosen.pop()
    if sum(len(word) for word in chosen) < _LEAST_LETTERS:
        return None
    if len(chosen) == 1 and (not chosen[0][-1:].isalpha() or len(line.split()) > _SHORT_LINE):
        return None  # One word of many ("tools") finds nothing.
    if verb(chosen[-1].lower()) and not look_up(chosen[-1].lower()).noun:
        return None
    text = " ".join(chosen)
    return lower_first(text) if any(map(str.isupper, text[1:])) else text.lower()


def _after_verbs(words: list[str], line: str, verbal: bool) -> list[str]:
    if verbal and len(words) > 1 and form(line, verbal=True) in ("base", "third", "gerund"):
        words = words[1:]
    while len(words) > 1 and _is_verb(words[0]) and not (verbal and words[0].endswith("ing")):
        words = words[1:]
    return words


def _phrase(words: list[str]) -> list[str]:
    """Take words up to the end of the first noun phrase, over one "of" or "and"."""
    chosen: list[str] = []
    for place, raw in enumerate(words):
        word = raw.strip(_MARKS)
        low = word.lower()
        if not word or len(chosen) == _MOST_WORDS:
            break
        if low in _STOP:
            follows = words[place + 1] if place + 1 < len(words) else ""
            if not _joins(low, follows, len(chosen)):
                break
            if chosen:
                chosen.append(word)
        elif chosen or low not in _WEAK_START:
            chosen.append(word)
        if raw[-1:] in ",;:.)":
            break
    return chosen


def _joins(word: str, follows: str, have: int) -> bool:
    """Tell whether a small word goes on with the phrase before it."""
    room = 4 if word == "and" else 2
    return (
        word in ("of", "for", "in", "and")
        and have < room
        and not _is_verb(follows.lower().strip(",.;:"))
    )


def _is_verb(word: str) -> bool:
    """Tell whether a word is a verb and hardly anything else."""
    low = word.lower()
    known = verb(low)
    if known is not None:
        return not known.noun and not known.adjective
    if base_of_gerund(low):
        return True
    third = verb(base_of_third(low) or "")
    return third is not None and not third.noun and not low.endswith("ss")
