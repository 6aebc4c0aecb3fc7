"""
What happens at a company and makes it buy, asked as of late: "payroll clerk leaves", "merger".
"""

from __future__ import annotations

import re

from octave_api.engine.grammar import article
from octave_api.engine.lexicon import look_up
from octave_api.engine.said import with_article
from octave_api.engine.verbs import base_of_third, verb

_HAVE = re.compile(r"^Do they have (?P<what>.+)\?$")
_DOES = re.compile(r"^Does (?P<who>(?:their|the) (?:[\w-]+ ){0,3}?[\w-]+) (?P<does>[a-z]+)\?$")
_HAPPENS = frozenset(
    "leave quit retire fail resign move join start open close change expire lapse end".split()
)
"""What is over once it has happened."""


def lately(question: str) -> str:
    """Ask of an event whether it has happened of late; other questions stay as they are."""
    does = _DOES.match(question)
    if does is not None and does["does"] in _HAPPENS:
        return f"Has {does['who']} {_past(does['does'])} lately?"
    have = _HAVE.match(question)
    if have is None:
        return question
    who, _, last = have["what"].rpartition(" ")
    base = base_of_third(last.lower())
    if who and base in _HAPPENS:
        return f"Has the {who} {_past(base)} lately?"
    what = have["what"]
    lone = what.isalpha() and what.islower() and not look_up(what).plural
    thing = with_article(what)
    return f"Have they lately had {article(what) if lone and thing == what else thing}?"


def _past(base: str) -> str:
    known = verb(base) if base != "quit" else None
    return known.past if known is not None else base
