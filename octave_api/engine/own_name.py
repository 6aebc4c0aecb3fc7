"""
The first name that a page gives its persona: "Meet Ingrid, Dispatcher", "Gina, the lawyer".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from octave_api.engine.about_page import points_back
from octave_api.engine.draft import Statement
from octave_api.engine.grammar import ADVERB
from octave_api.engine.introduced import is_nickname
from octave_api.engine.lexicon import look_up
from octave_api.engine.openings import joins
from octave_api.engine.roles import find_titles, parse_title
from octave_api.engine.told_of_role import deed_told
from octave_api.engine.verbs import base_of_gerund, base_of_third, verb

_NAMED = re.compile(
    r"(?:(?:[Mm]eet|[Ii]ntroducing|[Pp]ersona(?: (?:narrative|story|profile|card))?:?)\s+)?"
    r"(?P<name>[A-Z][a-zà-ÿ]{2,})"
    r"(?:,|\s+\(|\s+[–—-]\s|\s+the\b)"
)
_NAMED_LAST = re.compile(r"\s\((?P<name>[A-Z][a-zà-ÿ]{2,})\)\s*$")
"""The name in brackets after a title: "Data Engineer (Dana)"."""
_NAMED_AFTER = re.compile(
    r"\b(?:Manager|Director|Officer|Controller|Planner|Coordinator|Administrator) "
    r"(?P<name>[A-Z][a-zà-ÿ]{2,})$"
)
"""The name right after a title: "Grants Manager Gita"."""
_FIRST = 3
_NAME_KEYS = frozenset(("name", "persona name", "first name", "nickname", "alias"))
_OPENING = 60
"""Characters in which a title that opens a line ends."""
_ARTICLE = 4
"""Characters that an article before a title takes up."""
AS_A = re.compile(
    r"(?i)as an? [\w &/-]{3,50}?,? you(?:['’]re)? (?!can\b|will\b|could\b|get\b|know\b|see\b|"
    r"need\b|want\b|deserve\b|may\b|might\b|should\b|must\b|have\b|and\b|are\b)(?=[a-z]+ \S)"
)
"""A page that tells its reader what they do: "As a catering manager you plan menus …"."""
_YOU = re.compile(r"[Yy]ou\s+(?!(?:will|are|can|may|must|should|need|have)\b)(?=[a-z])")
_AT_TIME = re.compile(
    r"(?i)(?:at )?\d{1,2}(?:[:.]\d\d\s?(?:am|pm|h)?|\s?(?:am|pm)),?(?:\s?[-–—:])?\s+(?=[a-z]+s\b)"
)
"""The hour before what is done then: "06:30 opens the yard"."""
_MAIN_DUTY = re.compile(
    r"(?i)^(?:(?:the|their|her|his|a|my) )?(?:primary|main|key|core|first|chief|most important) "
    r"(?:responsibility|duty|task|role|job|function)(?: (?:of|for) (?:the |an? )?[\w /&-]{3,50}?)?"
    r" is (?:to (?=[a-z]+ \S)|(?=[a-z]+ing\b))"
)
"""What leads in to a duty: "The primary responsibility of the site manager is to …"."""
_IS_KEY = re.compile(
    r"(?i)\s+(?:is|are)(?: also| always| absolutely)? (?:key|crucial|vital|essential|critical"
    r"|important|a must|paramount|imperative|part of (?:the|your|their) (?:job|role|day|work))"
    r"[.!]?$"
)
"""What a sentence says of a duty that it names first: "Building relationships is key"."""
_SO = re.compile(r"(?:,|\s[-–—])\s+so\s.*$")
_WHEN = re.compile(r"^(?:in|at|of|from) (?:an? |the )?(?:[a-z-]+ ){0,2}?[a-z-]+s? (?=[a-z]+ \S)")
"""Where those of whom a line tells work: "planners in utilities forecast"."""
_ANSWERS = re.compile(
    r"(?:is|are) (?:also |often |usually |typically )?(?:(?:tasked|charged) with (?=\w+ing\b)"
    r"|(?=(?:responsible|accountable) for\b))"
)
_IN_HAND = re.compile(
    r"(?:also |ultimately |fully |solely |personally )?(?:responsible|accountable|answerable"
    r"|in charge|tasked|charged|entrusted|on the hook|measured|judged|pivotal|key|instrumental)\b"
)
_AND_DOES = re.compile(
    r"\band (?P<does>[a-z]+)(?= (?!of |from |for |in |on |at |to |by |with |and |or |that |is "
    r"|are )[a-z\d$£€])"
)
"""What is done besides; before a preposition it is as often a thing ("requests and reviews of")."""
_FEELS = frozenset(
    "be work sit belong have feel want need like love hate dislike fear worry hope wish believe "
    "think know live come seem struggle prefer enjoy drink eat read care expect lack lose spend "
    "start join are".split()
)


def name_of(headings: Sequence[Statement], statements: Sequence[Statement]) -> str:
    """Give the persona's first name, from a heading or from a field for it, or ""."""
    given = next((one.text.split(" ", 1)[0] for one in statements[:_FIRST] if is_name(one)), "")
    plain = given.isalpha() and given[:1].isupper()
    return own_name(headings) or (given if plain else "")


def own_name(headings: Sequence[Statement]) -> str:
    """Give the name of one person whom the first headings introduce, or ""."""
    for heading in headings[:_FIRST]:
        after = _NAMED_AFTER.search(heading.text)
        if after and not look_up(after["name"].lower()).known:
            return after["name"]
        last = _NAMED_LAST.search(heading.text)
        if last and parse_title(heading.text[: last.start()].rpartition(":")[2]):
            return last["name"]
        match = _NAMED.match(heading.text)
        if match is None or look_up(match["name"].lower()).known:
            continue
        if parse_title(heading.text[match.end() :].strip(" )")) or find_titles(heading.text):
            return match["name"]
    return ""


def is_name(statement: Statement) -> bool:
    """Tell whether a statement is the value of a field for the persona's name."""
    named = bool(statement.headings) and statement.headings[-1].lower() in _NAME_KEYS
    title = parse_title(statement.text) if named else None
    return named and (title is None or is_nickname(title))


def own_title(headings: Sequence[Statement]) -> str:
    """Give the title that the first headings name, in lower case, or ""."""
    for heading in headings[:_FIRST]:
        title = next(iter(find_titles(heading.text)), None)
        if title is not None:
            return title.text.lower()
    return ""


def of_them(statement: Statement, name: str, title: str) -> Statement:
    """Say "They run the desk" for "Ingrid (or the dispatcher) runs the desk": one is many."""
    text = statement.text
    subject = f"{name} " if name else ""
    if not subject or not text.startswith(subject):
        subject = f"the {title} "
        if not title or not text.lower().startswith(subject):
            return statement
    first, _, rest = text[len(subject) :].partition(" ")
    if first in ("is", "are") and _IN_HAND.match(rest):
        return replace(statement, text=f"They are {rest}")
    base = base_of_third(first)
    rest = _AND_DOES.sub(lambda one: f"and {base_of_third(one['does']) or one['does']}", rest)
    return (
        replace(statement, text=f"They {base} {rest}")
        if base not in (None, "be") and rest
        else statement
    )


def without_subject(text: str) -> str:
    """Leave out who does it: "Dispatchers assign drivers", "You assign drivers"."""
    text = _AT_TIME.sub("", text, count=1)
    text = _MAIN_DUTY.sub("", text, count=1)
    if deed := deed_told(text):
        return text[deed:]
    if base_of_gerund(text.split(" ", 1)[0].lower()):
        text = _IS_KEY.sub("", _SO.sub("", text))
    if tied := joins(text):
        text = text[tied].upper() + text[tied + 1 :]
    subject = AS_A.match(text) or _YOU.match(text)
    end = subject.end() if subject else 0
    if not subject:
        opening = text[:_OPENING]
        title = next(iter(find_titles(opening)), None) if text[:1].isupper() else None
        if title is None or title.start > _ARTICLE:
            return text
        end = title.end
    rest = _WHEN.sub("", text[end:].lstrip(), count=1) if not subject else text[end:].lstrip()
    rest = ADVERB.sub("", rest)
    if not subject and (answers := _ANSWERS.match(rest)):
        return rest[answers.end() :]
    first, _, more = rest.partition(" ")
    acts = verb(first) or base_of_third(first) not in (None, "be", "have")
    return rest if acts and more and first[:1].islower() else text


def own_deed(text: str) -> bool:
    """Tell whether a sentence says what those whom it names do: "Dispatchers assign drivers"."""
    first = next(iter(find_titles(text[:_OPENING])), None)
    if first is None or first.start > _ARTICLE:
        return False
    told = without_subject(text)
    return told != text and told.split(" ", 1)[0].lower() not in _FEELS


def does(text: str) -> bool:
    """Tell whether a line worded by `of_them` says what somebody does, not feels or is."""
    words = text.split(" ", 2)
    acts = len(words) == 3 and words[0] == "They" and words[1] not in _FEELS
    return acts and not points_back(text)
