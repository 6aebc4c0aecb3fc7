"""
A threshold of a question held against the numbers of a sentence of notes.

A number answers where it counts the same thing, of the prospect, now: not what was opened
last year, what is planned, or what a number beside it counts.
"""

from __future__ import annotations

import re

from octave_api.engine.asking import Asking
from octave_api.engine.by_words import Reading, share
from octave_api.engine.leaning import lean
from octave_api.engine.meanings import Meaning, meanings
from octave_api.engine.notes import Said
from octave_api.engine.thresholds import Amount, amounts, counts_same, settles

_SURE = 0.95
_OF_SOME = 0.8
_TOPIC = 0.5
_TIME = frozenset({"a length of time"})
_SOME = re.compile(r"(?i)\b(?:in|at|for|on|to|among)\s*$")
_CHANGE = re.compile(
    r"(?i)\b(opened|closed|added|lost|visited|sold|hired|fired|bought|acquired|trained|saw|toured"
    r"|converted|renovated|laid off)\s+(?:\w+\s+)?$"
)
_WISHED = re.compile(
    r"(?i)\b(?:want\w*|goals?|targets?|aim\w*|plan\w*|needs?|hop\w+|ambition|objective|kpi"
    r"|would like"
    r"|priorit\w+|must|asked to|push\w*)\b"
)
_RULE = "a number held against the threshold"


def by_number(asking: Asking, said: Said) -> Reading | None:
    """Answer from the first number of a sentence that counts what the question counts."""
    asked = asking.threshold
    if asked is None or said.reply:
        return None
    if asking.wish and not _WISHED.search(said.text):
        return None
    words = meanings(said.text, notes=True)
    for number in amounts(said.text, notes=True):
        if not counts_same(asked, number) or not _same_topic(asking, asked, words):
            continue
        before = said.text[: number.start]
        change = _CHANGE.search(before)
        if change and change[1].lower()[:4] not in asking.text.lower():
            continue  # "Opened twelve stores" tells of twelve more, not of twelve.
        leaning = lean(said.text, [(number.start, number.unit_end)])
        if leaning == "planned" and not asking.planning:
            continue
        outcome = settles(asked, number, denied=leaning == "no" and number.low is not None)
        if outcome == "Yes" and asking.after and share(asking.after, words) < _TOPIC:
            continue
        if outcome:
            # "On paper in 60 stores" may count only some of them.
            return Reading(outcome, _OF_SOME if _SOME.search(before) else _SURE, _RULE)
    return None


def _same_topic(asking: Asking, asked: Amount, words: tuple[Meaning, ...]) -> bool:
    """Say whether a sentence is about what is counted, paid or timed."""
    around = [*asking.before, *asking.after]
    if asked.money:
        return share(around, words) >= _TOPIC
    if asked.unit and asked.unit[-1].forms & _TIME:
        return share(asking.before or around, words) >= _TOPIC
    if share(asked.unit, words) < 1.0 and not asked.percent:
        return False
    return not asking.before or share(asking.before, words) >= _TOPIC
