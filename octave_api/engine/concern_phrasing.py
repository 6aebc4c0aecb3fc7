"""
Phrasing concerns: a worry or an objection of a buyer, asked of this buyer.
"""

from __future__ import annotations

import re

from octave_api.engine.lexicon import look_up
from octave_api.engine.phrase import SURE
from octave_api.engine.phrase_words import DETERMINERS, SUBJECTS
from octave_api.engine.phrases import read_phrase
from octave_api.engine.phrasing import SOMEBODY, SUFFERED
from octave_api.engine.said import NO, Said, ask, hard, quote, with_article
from octave_api.engine.wording import lower_first

_WORRIES = re.compile(r"(?i)^(?:worries|worry|worried|concerned|fears?) (?:that|about) (?=\S+ \S)")
_HAVING_TO = re.compile(r"(?i)^having to\s+\S")
_BREAKER = re.compile(r"(?i)^a deal-breaker if\s+(?P<what>\S.+)$")
_WELL = re.compile(r"(?i)\b(?:is|are) (?:fine|ok|okay|good|welcome|great)\b")
_SAYS = re.compile(
    r"(?i)\b(?:says?|claims?|promises?|thinks?|believes?|insists?) (?:it|they|that|we|he|she)\b"
    r"|^(?!(?:an?|the|any|no) )(?:[\w-]+ ){1,3}(?:already|still|always|never) [a-z]+s\b"
)
"""A clause whose verb may be read as a noun: "The till already counts"."""


_HAVE = re.compile(
    r"(?i)^they(?:['’]ve| have) (?P<how>(?:just|already|only|recently|only just) )?(?P<done>[a-z]+)"
    r"(?P<rest> \S.*)$"
)


_MANY = frozenset("are have were do can will won't can't don't won’t can’t don’t".split())
_SO = re.compile(r", (?!(?:and|or|but|if|when|so|which|who)\b)\S+ \S+ .*$")
"""A second clause that only a comma parts: "Clients are elderly, they won't book"."""


def objection(line: str) -> Said:
    """Ask whether a buyer would object with what the line says."""
    if have := _HAVE.match(line):
        rest = f"{have['how'] or ''}{have['done']}{have['rest']}"
        if look_up(have["done"].lower()).past:
            return Said(ask(f"Have they {rest}"), SURE, f"Have you {rest}?")
        line = f"they have {rest}"
        return Said(ask(f"Would they object that {line}"), SURE)
    found = read_phrase(line)
    told = (found.kind == "clause" and found.sure >= SURE) or _SAYS.search(line)
    if not told or _WELL.search(found.text) or "?" in line:
        return concern(line)
    first, follows = line.split(" ", 2)[0], line.split(" ", 2)[1]
    # A word that no table holds is a name, unless it stands for several.
    known = look_up(first.lower()).known or first.lower() in DETERMINERS | SUBJECTS
    named = first[:1].isupper() and not known and follows not in _MANY
    text = line if named else lower_first(line)
    return Said(ask(f"Would they object that {_SO.sub('', text)}"), max(found.sure, SURE))


def concern(line: str) -> Said:
    """Ask whether a concern of a buyer is one of this buyer."""
    line = _WORRIES.sub("", line, count=1)
    found = read_phrase(line, short=True)
    breaker = _BREAKER.match(line)
    if breaker:
        inner = read_phrase(breaker["what"])
        sure = inner.sure if inner.kind == "clause" else 0.0
        return Said(ask(f"Is it a deal-breaker for them if {inner.text}"), sure)
    if found.sure < SURE or SOMEBODY.match(found.text):
        return quote("Would they share this concern", line)
    match found.kind:
        case "gerund" if _HAVING_TO.match(line):
            return Said(ask(f"Would they walk away over {found.text}"), found.sure)
        case "gerund" | "how":
            return Said(ask(f"Do they worry about {found.text}"), found.sure)
        case "noun" if lacks := NO.match(found.text):
            return Said(ask(f"Do they lack {with_article(lacks['what'])}"), found.sure)
        case "noun":
            return Said(ask(f"Do they worry about {found.named}"), found.sure)
        case "clause" if _WELL.search(found.text):
            return quote("Would they share this concern", line)
        case "clause" if found.text.startswith("they "):
            return Said(ask(f"Is it true that {found.text}"), found.sure)
        case "clause":
            return Said(ask(f"Do they worry that {found.text}"), found.sure)
        case "verb" if found.third or found.base.split()[0] in SUFFERED:
            return Said(ask(f"Do they {found.base}"), found.sure)
        case "verb":
            return Said(ask(f"Do they want to {found.base}"), found.sure)
        case "state":
            return Said(ask(f"Are they {found.text}"), found.sure)
        case "hard":
            return Said(ask(f"Is it {hard(found.text)}"), found.sure)
    return quote("Would they share this concern", line)
