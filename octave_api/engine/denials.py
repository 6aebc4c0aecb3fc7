"""
Denials: what a line says that a prospect cannot, will not or does not do, or has not.

"Can't share data" -> "Are they unable to share data?"
"Won't sign for a year" -> "Are they unwilling to sign for a year?"
"Doesn't have a till" -> "Do they lack a till?"
"""

from __future__ import annotations

import re

from octave_api.engine.grammar import article
from octave_api.engine.lexicon import look_up
from octave_api.engine.phrase_words import DETERMINERS
from octave_api.engine.phrases import read_phrase
from octave_api.engine.said import Said, ask, to_you, with_article
from octave_api.engine.verbs import base_of_third
from octave_api.engine.wording import lower_first

_SUBJECT = r"(?:(?:they|it|the (?:company|prospect|customer|buyer|client)|prospect|customer) )?"
_UNABLE = re.compile(
    rf"(?i)^{_SUBJECT}(?:can['’]?t|cannot|can not|could not|couldn['’]t|(?:is |are )?(?:unable"
    rf"|not able)"
    r" to|fails? to|has no way to|have no way to|no way to)\s+(?P<rest>[a-z].+)$"
)
_UNWILLING = re.compile(
    rf"(?i)^{_SUBJECT}(?:won['’]t|will not|would not|wouldn['’]t|refus(?:es?|ing) to"
    r"|(?:is |are )?(?:unwilling|not willing|not prepared|not ready"
    r"|reluctant) to)\s+(?P<rest>[a-z].+)$"
)
_NOT_DO = re.compile(
    rf"(?i)^{_SUBJECT}(?:does(?:n['’]?t| not)|do(?:n['’]t|nt| not))\s+"
    r"(?P<adverb>(?:yet|even|really|currently|actually|regularly) )?(?P<rest>[a-z].+)$"
)
_NOT_BE = re.compile(rf"(?i)^{_SUBJECT}(?:is|are)(?:n['’]?t| not) (?P<yet>yet )?(?P<rest>[a-z].+)$")
_NOT_YET = re.compile(
    r"(?i)^not (?P<yet>yet )?(?P<rest>(?!for\b|only\b|just\b|a fit\b|our\b)[a-z]\S.*)$"
)
_NOT_DONE = re.compile(
    rf"(?i)^{_SUBJECT}(?:has|have)(?:n['’]?t| not| (?P<never>never)) (?:yet )?(?P<rest>[a-z].+)$"
)
_NO_LONGER = re.compile(rf"(?i)^{_SUBJECT}(?P<when>no longer|never) (?P<rest>[a-z].+)$")
_HAS = re.compile(r"(?i)^(?:have|has)\s+(?:an?y? |the |their )?(?P<what>\S.*)$")
_NOBODY = re.compile(
    r"(?i)^(?:no[- ]one|nobody|no (?:person|body))\s+(?P<rest>(?:who|to|in|with|at|for|on"
    r"|that)\b.+)$"
)
_WORDS_OF_TALK = frozenset("answer reply response reason sign evidence doubt chance way".split())
_THERE_IS_NO = re.compile(
    r"(?i)^there(?:['’]s| is| are) no (?P<what>(?!longer |one |need )[^,;]+)$"
)
_POSSIBLE = re.compile(r"(?i)^.+ (?:possible|available|allowed|in sight|in place|planned)$")
_LACKS = re.compile(
    r"(?i)^(?P<how>lacks?|lacking|missing|absence of|lack of|without|no)\s+(?:any )?(?P<what>\S.*)$"
)
_COMPOUND = re.compile(
    r"(?i)^(?P<first>[a-z-]+ing) (?P<noun>[a-z-]+)(?P<tail>(?: (?:for|to|of|at|in|with)\b.*)?)$"
)
_MET = re.compile(r"(?i)^meet (?=(?:[\w-]+ ){0,3}(?:requirements?|criteria|standards?|needs)$)")


def denied(line: str) -> Said | None:
    """Ask what a line denies; None where it denies nothing."""
    for pattern, be, aloud in (
        (_UNABLE, "Are they unable to", "Are you able to"),
        (_UNWILLING, "Are they unwilling to", "Would you be willing to"),
    ):
        found = pattern.match(line)
        if found:
            rest = _MET.sub("meet the ", _theirs(found["rest"]))
            return _said(f"{be} {rest}", f"{aloud} {rest}", f"{rest}")
    nobody = _NOBODY.match(line)
    if nobody:
        return _said(f"Is there nobody {nobody['rest']}", f"Is there anybody {nobody['rest']}")
    there = _THERE_IS_NO.match(line)
    if there and there["what"].partition(" ")[0].lower() in _WORDS_OF_TALK:
        return _said(f"Is there no {there['what']}", f"Is there no {there['what']}")
    if there:
        what = there["what"]
        return _lack(what if what.split()[0].lower() in DETERMINERS else with_article(what), what)
    found = _NOT_DO.match(line)
    if found:
        return _not_done(_theirs(found["rest"]))
    found = _NOT_DONE.match(line)
    if found and look_up(found["rest"].split()[0].lower()).past:
        rest = _theirs(found["rest"])
        never = "never" if found["never"] else "not"
        return _said(f"Have they {never} {rest}", f"Have you ever {rest}")
    found = _NO_LONGER.match(line)
    if found:
        return _no_longer(found["when"].lower(), _theirs(found["rest"]))
    found = _NOT_BE.match(line) or _not_yet(line)
    if found:
        rest = _theirs(found["rest"])
        return _said(f"Are they not {found['yet'] or ''}{rest}", f"Are you {rest}")
    return None


def lacking(line: str) -> Said | None:
    """Ask for what a line says is not there: "Missing a scanner", "No loading dock"."""
    found = _LACKS.match(line)
    if found is None or found["what"].partition(" ")[0].lower() in _NO_THING:
        return None
    what = found["what"]
    possible = _POSSIBLE.match(what) if found["how"].lower() == "no" else None
    if possible is not None:
        return _said(f"Is no {what}", f"Is {what}")
    compound = _COMPOUND.match(what)
    if compound is not None:
        noun = look_up(compound["noun"].lower())
        if not noun.noun or noun.only_verb:
            return None
        counted = not noun.plural and compound["noun"].lower() not in _MASS
        return _lack(article(what) if counted else what)
    if found["how"].lower() == "no":
        return None
    named = what if what.split()[0].lower() in DETERMINERS else with_article(what)
    return _lack(named, what)


def _lack(what: str, read: str = "") -> Said:
    return _said(f"Do they lack {what}", f"Do you have {what}", read)


_NO_THING = frozenset("longer more one using having need".split())
_MASS = frozenset(
    "experience data capacity equipment software support expertise knowledge staff material"
    " space money time help infrastructure".split()
)


def _not_yet(line: str) -> re.Match[str] | None:
    """Read "Not ISO certified", "not on the grid": what they are not."""
    found = _NOT_YET.match(line)
    if found is None:
        return None
    first = look_up(found["rest"].split()[0].lower())
    last = look_up(found["rest"].split()[-1].lower())
    state = first.past or first.adjective or last.past or last.adjective
    state = state or first.gerund or bool(_PLACED.match(found["rest"]))
    return found if state and not (first.noun and not first.gerund and not last.past) else None


_PLACED = re.compile(r"(?i)(?:in|on|at|under|within|ready|open)\s")


def _not_done(rest: str) -> Said:
    had = _HAS.match(rest)
    if had:
        what = had["what"]
        return _lack(what if what.split()[0].lower() in DETERMINERS else with_article(what), what)
    return _said(f"Do they not {rest}", f"Do you {rest}", rest)


def _no_longer(when: str, rest: str) -> Said | None:
    first, _, tail = rest.partition(" ")
    if look_up(first.lower()).gerund:
        return _said(f"Are they {when} {rest}", f"Are you still {rest}")
    base = base_of_third(first.lower()) or (first.lower() if look_up(first.lower()).base else None)
    if base is None:
        return None
    doing = f"{base} {tail}".rstrip()
    if when == "never":
        return _said(f"Do they never {doing}", f"Do you ever {doing}")
    return _said(f"Do they no longer {doing}", f"Do you still {doing}")


def _theirs(rest: str) -> str:
    return re.sub(r"(?i)\bits\b", "their", lower_first(rest))


def _said(question: str, aloud: str, read: str = "") -> Said:
    known = read_phrase(read).sure if read else 0.8
    return Said(ask(question), 0.8 if known else 0.0, to_you(ask(aloud)))
