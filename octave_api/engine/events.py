"""
Events: what happens at a company once ("an audit", "a new CEO"), named as one of its kind.
"""

from __future__ import annotations

import re

from octave_api.engine.grammar import article
from octave_api.engine.lexicon import look_up
from octave_api.engine.phrase_words import DETERMINERS

_KINDS = frozenset(
    "acquisition merger takeover migration inspection expansion relocation audit incident opening "
    "launch appointment complaint breach recall outage restructuring reorganisation "
    "reorganization buyout buy-out carve-out rebrand investment round tender contract visit fine "
    "strike fire flood roll-out rollout go-live move replacement upgrade refurbishment closure "
    "restatement succession sale redundancy divestment insolvency accident refinancing claim "
    "change lead laundry increase rise hike".split()
)
"""Nouns that are often uncounted elsewhere ("customer acquisition"), but one here."""
_TITLE = re.compile(r"(?:C[A-Z]O|[MF]D|GM|VP|CISO)$")
_TAIL = re.compile(r"(?i) (?:in|of|at|for|with|from|by|to|on|within|after|over|that|which)\b")
_WITHIN = re.compile(
    r"(?i)^(?P<what>[^,;:?]{3,60}?) (?:with)?in (?:the )?(?P<when>(?:last|past|previous) "
    r"(?:(?:\d{1,2}|two|three|six|nine|twelve|few|couple of) )?"
    r"(?:months?|mths?|years?|quarters?|weeks?|days))$"
)
_HAVE = re.compile(r"^(?P<do>Do they have|Have they (?:lately )?had) (?P<what>[^,;?]{3,60})\?$")


def one_of(what: str) -> str:
    """Put an article before an event or a post in the singular: "PMS migration", "new CEO"."""
    head = _TAIL.split(what, maxsplit=1)[0].split()
    first, last = (head[0].lower(), head[-1]) if head else ("", "")
    owned = first in DETERMINERS and first != "new"
    if not head or owned or first.isdigit() or "/" in what or {"and", "or"} & set(head):
        return what
    found = look_up(last.lower())
    post = _TITLE.match(last) or (first == "new" and found.noun and not found.plural)
    return article(what) if post or last.lower() in _KINDS else what


def happened(text: str) -> str | None:
    """Ask for what happened within a time, without the mark: "merger in past 24 months"."""
    found = _WITHIN.match(text)
    if found is None:
        return None
    what = found["what"]
    last = look_up(what.split()[-1].lower())
    done = look_up(what.split()[0].lower())
    if not (last.noun or last.plural or _TITLE.match(what.split()[-1])) or done.past or done.third:
        return None
    named = what[:1].lower() + what[1:] if done.known else what
    return f"Have they had {one_of(named)} in the {found['when']}"


def counted(question: str) -> str:
    """Give a question for what is or was had, with the article that an event needs."""
    found = _HAVE.match(question)
    return question if found is None else f"{found['do']} {one_of(found['what'])}?"
