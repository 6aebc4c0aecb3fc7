"""
Sentences that tell somebody what to do: "Forecast cash by project", not "Front desks retype it".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.verb_words import DETERMINERS, MOSTLY_VERBS
from octave_api.engine.verbs import base_of_gerund, base_of_third, verb

_WORDS = re.compile(r"[\w'’-]+")
_TELL = MOSTLY_VERBS | frozenset(
    "fill stop forecast harness boost secure power free ship trust master unlock spot bill quote "
    "save sync link back earn process tailor bundle batch label tag time program boot cap swap "
    "trim budget benchmark capture delight dispatch double halve triple escape experience empower "
    "focus format fuel gauge index invoice log mix model".split()
)
"""Verbs that are nouns too, but tell somebody to act where they open a line."""
_NO_OBJECT = frozenset("and or of in on at for to by is are was were with from".split())
_FINITE = frozenset(
    "is are was were has have had get gets make makes take takes took can cannot will eat leave "
    "leaves show shows cost costs come comes go goes mean means need needs run runs".split()
)


def commands(text: str) -> bool:
    """
    Tell whether a line begins with a verb in its base form and a capital.

    A noun that could be a verb elsewhere ("Proof for the auditor", "Rail and heavy vehicle
    makers need …") does not count.
    """
    words = _WORDS.findall(text[:400])
    if len(words) < 2 or not words[0][:1].isupper():
        return False
    first, second = words[0].lower(), words[1].lower()
    known = verb(first)
    if known is None:
        return False
    if second in DETERMINERS or second.endswith("ly"):
        return True
    if second in _NO_OBJECT:
        return not (known.noun or known.adjective) and second not in ("is", "are", "was", "were")
    if not (known.noun or known.adjective):
        return True
    if base_of_gerund(second) or (second.endswith("s") and not second.endswith("ss")):
        return first in _TELL and not _has_subject(words)
    if base_of_third(second):
        return first in _TELL
    return first in _TELL and not _has_subject(words)


def _has_subject(words: Sequence[str]) -> bool:
    """Tell whether a finite verb follows on the opening nouns ("Design changes make stock …")."""
    return any(word.lower() in _FINITE for word in words[2:6])
