"""
Criterion states: set forms of a criterion's line, asked by the form.

"Site manager on the call" -> "Is a site manager on the call?"
"Renewal within 6 months" -> "Is their renewal due within 6 months?"
"More than 200 meals a day" -> "Do they have more than 200 meals a day?"
"""

from __future__ import annotations

import re

from octave_api.engine.events import happened
from octave_api.engine.grammar import article
from octave_api.engine.lexicon import look_up
from octave_api.engine.phrase_words import AUXILIARIES, DETERMINERS
from octave_api.engine.trimming import keep_case
from octave_api.engine.verbs import base_of_third

_IDEALLY = re.compile(
    r"(?i)(?:,|\s[-–—])?\s+(?:ideally|preferably|at best|usually|mostly|typically|as a rule"
    r"|plus if)\b"
    r"[^,;]*$"
)
_THERE = re.compile(
    r"(?i)^(?P<what>[^\W\d][\w/&' -]{2,60}?) (?P<where>on (?:the (?:call|team|board)|board|our side"
    r"|your side|site|hand|staff)|in (?:the room|place|hand|house|charge)|signed off|agreed"
    r"|at the table"
    r"|set aside|available)(?P<tail>(?: (?:for|by|before|from)\b.{2,40})?)$"
)
_COMPOUND = re.compile(r"(?i)^[a-z]+ing (?:or|and) [a-z]+ing (?!the\b|a\b|their\b)[a-z]+s$")
"""Two uses of one thing: "cooling or milking robots"."""
_FORM = re.compile(
    r"(?i)^(?P<verb>needs?|wants?|requires?) (?P<what>self[- ]hosted|open[- ]source"
    r"|white[- ]label(?:led)?"
    r"|offline|mobile|cloud|local|custom|free)$"
)
_ALREADY = re.compile(
    r"(?i)^(?P<adverb>already|still|only|mainly|mostly|also) (?P<verb>[a-z]+s) (?P<rest>[a-z\d].*)$"
)
_AGED = re.compile(r"(?i)^(?:under|over|below|above|at least) \d+ years? old$|^aged \d")
_PRESENT = re.compile(
    r"(?i)^(?:present|active|listed|registered|visible|known|represented) (?:at|in|on|with) \S"
)
_ONLY_DOING = re.compile(
    r"(?i)^(?:only|just|still|already|currently) [a-z]{2,}ing (?:for|at|to|in|on|with|a|the)\b"
)
_NEW = re.compile(
    r"(?i)^new (?P<what>[A-Z]{2,5}|[a-z-]+(?: [a-z]+)?) (?P<when>in the (?:last|past)\b.+)$"
)
_STATE = re.compile(r"(?i)^[a-z]{3,}ly [a-z]{3,}(?:ed|led|run|owned|blocked|funded)$")
_LETTERS = re.compile(r"[A-Z][A-Z0-9]{1,4}")
_FIRMS = frozenset("NGO MSP SME SMB OEM ISV B2B B2C D2C DTC DSO MSO PLC REIT 3PL".split())
_MAIL = re.compile(
    r"(?i)(?:a )?(?P<kind>personal|private|free|non-work|gmail|freemail) e-?mail(?: address)?"
)
_HAS_DONE = re.compile(
    r"(?i)^(?:has|have) (?P<done>[a-z]+) (?P<rest>(?:for|to|in|from|with|at|a|an|the)\b.+)$"
)
_WORKS = re.compile(r"(?i)works (?:council|manager|canteen|committee)(?: [a-z]+)?")
_DUE = re.compile(
    r"(?i)^(?P<what>(?:[\w-]+ ){0,2}?(?:renewal|go-live|contract end|expiry|launch|decision|opening"
    r"|move|migration|purchase|tender|inspection|audit|replacement|rollout|award|start))"
    r" (?P<when>(?:with)?in (?:the )?(?:next |coming )?(?:\d|two|three|four|six|nine|twelve|a year)"
    r".{0,30}|before (?:the )?\w.{2,30}|this (?:year|quarter|month)|next (?:year|quarter|month))$"
)
_RATE = re.compile(
    r"(?i)^(?:(?:more|fewer|less) than|at least|at most|up to|over|under|between|about) [€$£]?\d"
    r"[\d.,]*[kKmM]?\+?(?: (?:to|and|or) \d[\d.,]*k?)? [^,;]{2,50}"
    r"(?: (?:an?|per|every|each) (?:hour|day|shift|night|week|month|quarter|season|year)"
    r"|(?:/|\bp\.?)(?:day|week|month|year|a)\.?)$"
)
_BOUND = re.compile(
    r"(?i)^(?P<what>(?:their |the )?[a-z][\w-]+(?: [a-z][\w-]+){0,2}) (?P<verb>counts|accounts"
    r"|makes up"
    r"|runs|costs|takes|brings|exceeds|tops) (?P<rest>(?:for |in |at )?(?:more than|less than"
    r"|at least"
    r"|at most|over|under|up to|about)?\s?[€$£]?\d.+)$"
)
_BASES = {"makes": "make", "counts": "count", "accounts": "account", "runs": "run", "costs": "cost",
          "takes": "take", "brings": "bring", "exceeds": "exceed", "tops": "top"}  # fmt: skip
_TWO = re.compile(r"(?i)^(?:[\w-]+ ){1,3}(?:and|&) (?:[\w-]+ ?){1,3}$")
_MET = re.compile(
    r"(?i)^(?:only |just |we )?(?:only |just )?(?:spoke|met|talked|dealt)\b|\s(?:met|spoken to)$"
)
_GROWING = re.compile(
    r"(?i)^(?:growing|cutting|raising|increasing|reducing) [\w ]{2,30} (?:by|to) \d"
)
_OUTGROWN = re.compile(r"(?i)^(?:outgrown|outgrew) \w")
_RECENT = re.compile(
    r"(?i)^(?:recent|planned|upcoming|failed|previous|defined|named|dedicated|formal|clear)"
    r" (?P<noun>[a-z]+)(?: (?:of|in|with|for|to|at|that)\b.+)?$"
)
_ASKING = re.compile(
    r"(?i)^(?:(?P<kind>[\w-]+) )?(?P<what>request|enquiry|inquiry|ticket|question|complaint)$"
)


def without_ideal(text: str) -> str:
    """Leave out what is only welcome: "Private companies, ideally family-owned"."""
    kept = _IDEALLY.sub("", text)
    return kept if kept.strip() else text


def is_of_talks(text: str) -> bool:
    """Tell whether a line is on whom the seller has met: nothing to ask a prospect."""
    return _MET.search(text) is not None


def state_of(text: str) -> str | None:
    """Ask a line of one of these forms, without the mark; None for any other."""
    if _RATE.match(text) or _COMPOUND.match(text):
        return f"Do they have {keep_case(text)}"
    already = _ALREADY.match(text)
    base = base_of_third(already["verb"].lower()) if already else None
    if already and base:
        return f"Do they {already['adverb'].lower()} {base} {already['rest']}"
    if _ONLY_DOING.match(text) or _STATE.match(text) or _AGED.match(text) or _PRESENT.match(text):
        return f"Are they {keep_case(text)}"
    form = _FORM.match(text)
    if form:
        return f"Do they {form['verb'].lower().rstrip('s')} {article(form['what'].lower())} version"
    due = _DUE.match(text)
    if due:
        what = keep_case(due["what"])
        owned = what.split()[0] in DETERMINERS
        return f"Is {what if owned else f'their {what}'} due {due['when']}"
    there = _THERE.match(text)
    if there and not look_up(there["what"].split()[0].lower()).only_verb:
        return _there(there)
    bound = _BOUND.match(text)
    if bound:
        verb = bound["verb"].lower()
        base = "make up" if verb == "makes up" else _BASES[verb]
        return f"Does {keep_case(bound['what'])} {base} {bound['rest']}"
    if _LETTERS.fullmatch(text) and text not in _FIRMS:
        return f"Do they have {text}"
    mail = _MAIL.fullmatch(text)
    if mail:
        return f"Do they use {article(keep_case(mail['kind']))} email address"
    if " " not in text and look_up(text.lower()).gerund and not look_up(text.lower()).noun:
        return f"Are they {text.lower()}"
    has = _HAS_DONE.match(text)
    if has and look_up(has["done"].lower()).past and not look_up(has["done"].lower()).noun:
        return f"Have they {has['done']} {has['rest']}"
    if _WORKS.fullmatch(text):
        return f"Do they have {article(keep_case(text))}"
    if _GROWING.match(text):
        return f"Are they {keep_case(text)}"
    if _OUTGROWN.match(text):
        return f"Have they {keep_case(text)}"
    if " in" in text and (lately := happened(text)) is not None:
        return lately
    if text[:6].lower() == "being ":
        return f"Are they {text.lower() if text.islower() else keep_case(text)}"
    if text.endswith(_MEMBERS) and _MEMBER.match(text) is not None:
        return f"Are they {article(keep_case(text))}"
    if text.endswith(("ustomers", "lients")) and _CUSTOMERS.match(text) is not None:
        return f"Do they have {keep_case(text)}"
    kept = _KEPT.match(text)
    if kept is not None and (asked := _kept(kept)) is not None:
        return asked
    new = _NEW.match(text)
    if new:
        return f"Have they had a new {new['what']} {new['when']}"
    recent = _RECENT.match(text)
    if recent and look_up(recent["noun"].lower()).noun and not look_up(recent["noun"]).plural:
        return f"Do they have {article(keep_case(text))}"
    asking = _ASKING.match(text)
    if asking:
        return f"Is it {article(keep_case(text))}"
    return None


_MEMBERS = ("member", "licensee", "dealer", "partner")
_MEMBER = re.compile(r"^(?:an? )?[A-Z][\w&-]*(?: [\w&-]+){0,2} (?:member|licensee|dealer|partner)$")
_CUSTOMERS = re.compile(
    r"(?i)^(?!(?:existing|current|our|your|past|former|no|not|without|all|most)\b)"
    r"(?:[\w-]+,? ){1,4}(?:customers|clients)$"
)
"""Whom they serve themselves: "pharma or floristry customers"."""
_KEPT = re.compile(
    r"(?i)^(?P<what>[a-z][\w-]+(?: [\w-]+){0,2}) (?P<how>by (?:hand|phone|fax|e-?mail|post)"
    r"|(?:still )?(?:in (?:Excel|Word|spreadsheets?|ring binders)"
    r"|on (?:paper|spreadsheets?|whiteboards?)))$"
)
"""How a thing of theirs is kept or done: "lesson billing by hand", "rota in Excel"."""


def _kept(found: re.Match[str]) -> str | None:
    what, how = keep_case(found["what"]), found["how"]
    first, last = look_up(what.split()[0].lower()), look_up(what.split()[-1].lower())
    if first.third or first.past or not (last.noun or last.gerund) or "'" in what:
        return None
    done = "done" if last.gerund or how.lower().startswith("by") else "kept"
    return f"{'Are' if last.plural else 'Is'} their {what} {done} {how}"


def _there(found: re.Match[str]) -> str | None:
    what = keep_case(found["what"])
    first, last = what.split()[0], look_up(what.split()[-1].lower())
    if set(what.lower().split()) & AUXILIARIES:
        return None
    known = (
        (last.noun or not last.known)
        and not look_up(first.lower()).third
        and first.lower() not in ("no", "not")
    )
    if not known or what.lower().startswith(("is ", "are ", "has ", "have ")):
        return None
    tail = f"{found['where']}{found['tail']}"
    if last.plural or _TWO.match(what):
        return f"Are {what} {tail}"
    countable = first.lower() not in DETERMINERS and not _is_mass(what.split()[-1])
    return f"Is {article(what) if countable else what} {tail}"


def _is_mass(noun: str) -> bool:
    return noun.lower() in _MASS


_MASS = frozenset(
    "money funding data support interest consent approval insurance cash capacity space"
    " staff".split()
)
