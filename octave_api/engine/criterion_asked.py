"""
What the forms of a criterion share: a question that its frame can hold, and how a verb opens.
"""

from __future__ import annotations

import re

from octave_api.engine.events import counted
from octave_api.engine.framing import fits
from octave_api.engine.lexicon import look_up
from octave_api.engine.said import Said, ask, put_to
from octave_api.engine.verbs import base_of_past

_OWN = re.compile(r"(?i)(?<=\bhave )own\b(?! a\b)")
_DO_OWN = re.compile(r"^(?P<do>Do they (?!own\b)[a-z]+) own (?=[a-z]+s\b)")
"""What they do with things of theirs: "write own menus"."""


def opens_with_verb(first: str, second: str) -> bool:
    """Tell whether the first two words of a line are a verb and what it is done to."""
    found = look_up(first)
    if first in ("own", "owner"):
        return False
    done = found.base or found.gerund or base_of_past(first) is not None
    return done and (not found.noun or second in ("a", "an", "the", "their", "to", "by"))


def asked_so(question: str, sure: float) -> Said | None:
    """Ask in these words; None where the frame cannot hold them."""
    question = _DO_OWN.sub(r"\g<do> their own ", _OWN.sub("their own", question))
    text = counted(ask(question))
    if not fits(text):
        return None
    return Said(text, sure, put_to(text))
