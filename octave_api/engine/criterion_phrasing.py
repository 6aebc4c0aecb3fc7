"""
Criterion phrasing: a line that is known to be a criterion, as a question about a prospect.

What could be read in two ways elsewhere is read here as what a criterion says: what a
prospect is, has, does, or how its things stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.framing import fits
from octave_api.engine.grammar import article
from octave_api.engine.inversion import inverted
from octave_api.engine.lexicon import look_up
from octave_api.engine.one_firm import question_of
from octave_api.engine.phrase import SURE, TOKEN
from octave_api.engine.phrase_words import (
    AUXILIARIES,
    MOSTLY_NOUNS,
    PASSIVE,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
)
from octave_api.engine.phrases import read_phrase
from octave_api.engine.said import Said, ask, to_you
from octave_api.engine.sectors import are_firms
from octave_api.engine.sides import side_of
from octave_api.engine.trimming import keep_case, trim
from octave_api.engine.verbs import base_of_past, base_of_third

_ORGANISATION = (
    r"(?:company|charity|bank|firm|business|hospital|clinic|practice|gym|club|school|university"
    r"|college|shop|studio|hall|dealer|dealership|agency|retailer|manufacturer|distributor"
    r"|wholesaler|operator|franchise|franchisee|brand|merchant|contractor|carrier|utility|hotel"
    r"|restaurant|brewery|bakery|farm|publisher|broker|insurer|chain|start-?up|scale-?up|vendor"
    r"|provider|council|municipality|authority|association|cooperative|foundation|nonprofit"
    r"|subsidiary|reseller|museum|student|competitor|freelancer|consultant|supplier|hobbyist|consultancy|organi[sz]ation|plant|factory|lab|laboratory|pharmacy"
    r"|trader|roaster|grower|importer|exporter|lender|landlord)"
)
_IS_ONE = re.compile(
    rf"(?i)^(?P<article>an? )?(?P<what>(?:[\w&/'’-]+ ){{0,3}}?{_ORGANISATION}\b"
    r"(?:$|,|\s(?:with|without|that|which|of|in|under|or|from|at|below|above|whose)\b).*)$"
)
_ARE_SOME = re.compile(
    r"(?i)^(?:[\w&/'’-]+ ){0,3}?(?:practitioners|freelancers|resellers|hobbyists|consultants"
    r"|contractors|dealers|founders|traders|owner-\w+s|landlords|tenants|students|individuals"
    r"|consumers|start-?ups|foundations|chambers|co-?ops|cooperatives|franchisees|subsidiaries"
    r"|competitors|non-?profits|growers|farmers|subcontractors|solopreneurs|companies|firms"
    r"|businesses|bands|outfits|agencies|schools|clinics|practices|chains|brokers|corporations|departments)"
    r"(?:$|\s(?:with|without|that|who|which|of|in|under|from|at|below|above|whose)\b)"
)
_AMOUNT = re.compile(
    r"(?i)^(?P<what>(?!more\b|less\b|fewer\b|at\b|over\b|under\b|up\b|between\b|about\b)"
    r"[^\W\d][^\d,;:]{2,50}?)(?: is| are)?:? (?P<much>(?:(?:more|less|fewer|greater) than|at least"
    r"|at most|over|under|above|below|between|up to|from|of|[<>≥≤~])?\s?[€$£]?\d"
    r"(?:[^;:,]|,(?=\d)){0,40})$"
)
_SIGNS = {"<": "below", ">": "above", "≥": "at least", "≤": "at most", "~": "about"}
_UNSAID = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|me|[Mm]y)\b")
_OWN = re.compile(r"(?i)(?<=\bhave )own\b(?! a\b)")
_PLACES = frozenset("plant store shop branch site office depot unit".split()) | MOSTLY_NOUNS
_AFTER_DEED = frozenset("a an the their for to about into our".split())
_ONLY = re.compile(
    r"(?i)^(?:[\w.]+-only|[\w.-]+(?: [\w-]+)? only(?=,|$)|\w+-to-\w+$|\d\w\w generation$|active"
    r" (?:in|on|with"
    r"|across)\b"
    r"|(?:solo|dormant|insolvent|bankrupt|remote-first)$)"
)
_SOLO = re.compile(
    r"(?i)^(?P<state>solo|independent|seasonal|home-based|part-time|single-\w+) or "
    r"(?P<many>(?:under|over|below|above|fewer than|less than|more than|at least|at most|up to"
    r"|[<>])"
    r" ?\d.*)$"
)
"""Two kinds of smallness in one line: "solo or under 5 lawyers"."""
_NEXT = re.compile(r"(?i)^(?:second|third|next|additional)\s")
_BARE = re.compile(r"(?i)(?:(?:more|fewer|less) than|at least|at most|over|under) [\d.,]*\d")
_SIGNED = re.compile(r"\s[<>≥≤]")
_ONLY_DO = re.compile(r"(?i)^only [a-z]+, without\b")
_ONLY_ONE = re.compile(r"(?i)^only (?:[a-z]+)$")
_ANY_AT = re.compile(
    r"(?i)^(?:anyone|anybody|those|ones|companies|firms|businesses|teams|everyone) "
    r"(?P<rest>(?:on|in|under|outside|within|from|below|above|[a-z]{3,}ing)\b .+)$"
)
_MAKES_MUCH = re.compile(
    r"(?i)^[a-z]+s (?:under|over|below|above|more than|less than|fewer than|at least"
    r"|up to) \d[\d.,]*k?\s"
    r"(?:tonnes?|tons?|kg|litres?|liters?|hectolitres?|pieces|units|pallets|parcels|pages|meals|metres)\b"
)
_TRADES = re.compile(
    r"(?i)^(?P<verb>export|ship|deliver|import)s? (?P<rest>(?:(?:mainly|mostly|only) )?(?:to|from"
    r"|into)"
    r"\b.+)$"
)
_THE_US = re.compile(r"\b(?P<to>to|from|into|and|or) (?=(?:US|UK|EU|USA)\b)")
_RUNS_ON = re.compile(r"(?i)^(?:run|rely|depend|operate|live) (?:mostly |only |still )?on\b")
_ALL_OF_IT = frozenset("everything everyone anything nothing all both most it them".split())
_GROUP = re.compile(
    r"^(?:DSO|MSO|MSP|NGO|OEM|ISV|GPO|IDN|REIT|PLC|GmbH|SME|SMB)(?:/[\w-]+)?"
    r" (?:with|without|that|who|under)\b"
)
"""A kind of firm by its letters: "DSO with a lab of its own"."""
_TEAM = re.compile(r"(?i)\b(?:team|department|crew|unit|board)$")
_PEOPLE = re.compile(
    r"(?i)^(?P<much>.*\d\S*) (?:people|persons|staff|employees|heads|FTEs?|members)$"
)
_NAME = r"[A-Z0-9][\w.+&-]*(?: [A-Z0-9][\w.+&-]*){0,3}"
_NAMES = re.compile(rf"^{_NAME}(?:(?:, or |, | or | / ){_NAME}){{0,6}}$")
_DOERS = re.compile(r"(?i)^(?:[\w-]+ ){0,2}[a-z]{3,}(?:er|or|ist|ian|ee)s$")
_ANYONE = re.compile(
    r"(?i)^(?:anyone|anybody|those|ones|people|companies|firms|businesses|shops|teams|everyone)"
    r" (?:who|that|which) (?P<adverb>only |just |mostly |still )?(?P<done>[a-z]+(?: .+)?)$"
)
_CERTIFIED = re.compile(r"(?i)^[\w -]{2,30} (?:certified|accredited|licensed)$")
_A_UNIT = re.compile(r"(?i)\d\W*[^\W\d_]{2,}")
_TRAILING = re.compile(r"(?i)[\s,]+(?:too|as well|also)$")
_ALREADY = re.compile(
    r"(?i)^(?P<adverb>already|still|currently|now|not yet)\s+"
    r"(?P<rest>(?:on|in|at|with|under|live|part|based)\b.+)$"
)


def criterion(line: str, label: str = "", *, of_whom: bool = False) -> Said | None:
    """
    Ask a line that stands in a list of criteria; None where it must be read as any other.

    `label` names the line ("ERP", "Finance team"), or is empty. `of_whom`: a bare name of
    people or firms is whom the list is about ("trade printers").
    """
    text = _TRAILING.sub("", trim(line))
    words = TOKEN.findall(text)
    if not words or _UNSAID.search(text):
        return None
    if _ONLY.match(text):
        return _said(f"Are they {keep_case(text)}", 0.8)
    solo = _SOLO.match(text)
    if solo:
        return _said(f"Are they {solo['state'].lower()}, or do they have {solo['many']}", 0.8)
    if label and side_of([label]) is None and (labelled := _of_label(keep_case(label), text)):
        return _said(labelled, 0.8)
    placed = _ALREADY.match(text)
    if placed:
        return _said(f"Are they {placed['adverb'].lower()} {placed['rest']}", 0.75)
    who = _ANYONE.match(text)
    if who:
        return _of_anyone(who)
    at = _ANY_AT.match(text)
    if at:
        return _said(f"Are they {at['rest']}", 0.75)
    makes = base_of_third(words[0].lower()) if _MAKES_MUCH.match(text) else None
    if makes:
        return _said(f"Do they {makes}{text[len(words[0]) :]}", 0.75)
    if _opens_with_deed(words):
        return _said(f"Do they {keep_case(text)}", 0.75)
    trades = _TRADES.match(text)
    if trades:
        rest = _THE_US.sub(r"\g<to> the ", trades["rest"])
        return _said(f"Do they {trades['verb'].lower()} {rest}", 0.8)
    if _RUNS_ON.match(text):
        return _said(f"Do they {keep_case(text)}", 0.8)
    if _NEXT.match(text) and look_up(words[-1].lower()).gerund:
        return _said(f"Do they have a {keep_case(text)}", 0.75)
    if _ONLY_DO.match(text) and look_up(_second(words)).base:
        return _said(f"Do they {text[:1].lower()}{text[1:]}", 0.75)
    if _ONLY_ONE.match(text) and not look_up(words[-1].lower()).base:
        return _said(f"Do they do {text.lower()}", 0.75)
    first, second = words[0].lower(), words[1].lower() if len(words) > 1 else ""
    if second in _ALL_OF_IT and look_up(first).base:
        return _said(f"Do they {keep_case(text)}", 0.75)
    if _GROUP.match(text):
        return _said(f"Are they {article(text)}", 0.75)
    if second in _AFTER_DEED and _is_deed(first):
        return _said(f"Have they {first}{text[len(words[0]) :]}", 0.75)
    if base_of_third(first) and second not in ("is", "are", "that", "of"):
        found = read_phrase(text, verbal=True)
        if found.kind == "verb" and found.sure >= SURE:
            return _said(f"Do they {found.base}", found.sure)
        if second in ("to", "at", "via", "through") and base_of_third(first) not in _PLACES:
            return _said(f"Do they {base_of_third(first)}{text[len(words[0]) :]}", 0.7)
    some = _ARE_SOME.match(text) or (of_whom and _DOERS.match(text))
    firms = question_of(keep_case(text)) if some else None
    if firms is not None and fits(ask(firms[0])):
        return Said(ask(firms[0]), 0.8, firms[1])
    if first not in ("no", "without", "not") and some:
        return _said(f"Are they {keep_case(text)}", 0.8)
    one = is_one(text)
    if one:
        return _said(f"Are they {one}", 0.75)
    if _CERTIFIED.match(text):
        return _said(f"Are they {text}", 0.75)
    passive = look_up(first).gerund and second in ("is", "are")
    third = words[2].lower() if len(words) > 2 else ""
    passive = passive or (base_of_third(second) is not None and third in ("a", "an", "the", "all"))
    if _opens_with_verb(first, second) and not passive:
        return None
    much = _AMOUNT.match(text)
    if much and _SIGNED.search(line):
        return _of_amount(much, of_whom=of_whom)
    made = inverted(text)
    if made is not None:
        return _said(*made)
    return _of_amount(much, of_whom=of_whom) if much else None


def _second(words: Sequence[str]) -> str:
    """Give the second word of a line in lower case, or nothing."""
    return words[1].lower() if len(words) > 1 else ""


_DEEDS = frozenset("take make get send keep lose bring".split())


def _opens_with_deed(words: Sequence[str]) -> bool:
    """Tell whether a line opens with a verb that has its object: "take bookings by phone"."""
    if len(words) < 2 or words[0].lower() not in _DEEDS:
        return False
    second = words[1].lower()
    found = look_up(second)
    return found.noun or found.plural or second in ("a", "an", "the", "their", "no", "all", "most")


def _of_anyone(found: re.Match[str]) -> Said | None:
    """Ask for what makes somebody one of them: "anyone who only resells"."""
    done, _, rest = found["done"].partition(" ")
    if done.lower() in ("is", "are", "has", "have") and rest:
        start = "Are they" if done.lower() in ("is", "are") else "Do they have"
        return _said(f"{start} {rest}", 0.75)
    base = base_of_third(done.lower()) or (done.lower() if look_up(done.lower()).base else None)
    adverb = found["adverb"] or ""
    return _said(f"Do they {adverb.lower()}{base} {rest}", 0.75) if base else None


def is_one(text: str) -> str | None:
    """Give what a prospect is: "a charity with 40 shops"; None where nothing names one."""
    one = _IS_ONE.match(text)
    first, _, second = text.lower().partition(" ")
    if one is None or first in ("no", "without", "not", "has", "have", "own", "part", "member"):
        return None
    before = set(text.lower().split()[:4])
    if first in SUBJECTS or before & AUXILIARIES:
        return None
    until = re.split(_ORGANISATION + r"\b", one["what"], maxsplit=1, flags=re.IGNORECASE)[0]
    if set(until.lower().split()) & (PREPOSITIONS | RELATIVES | {"a", "an", "the"}):
        return None
    if look_up(first).base and second.split(" ")[0] in ("a", "an", "the", "their"):
        return None
    return article(keep_case(one["what"]))


def amount_of(text: str) -> Said | None:
    """Ask how much something of theirs is; None where the line does not say so."""
    first, _, rest = text.partition(" ")
    much = _AMOUNT.match(text)
    if much is None or _opens_with_verb(first.lower(), rest.partition(" ")[0].lower()):
        return None
    plain = much["much"]
    bounded = re.search(r"[%€$£<>≥≤]|\d\s?(?:-|–|to)\s?\d|^[a-z]", plain, re.IGNORECASE)
    if bounded is None or re.match(r"(?i)(?:of|from)\b", plain):
        return None
    return _of_amount(much)


def _of_label(label: str, text: str) -> str | None:
    """Ask what a label says of its value: "ERP: NetSuite", "Finance team: at least 4 people"."""
    people = _PEOPLE.match(text) if _TEAM.search(label) else None
    if people:
        return f"Do they have {article(label)} of {people['much']} people"
    if label in ("ownership", "owner", "owned by", "structure"):
        named = text[:1].isupper() and not look_up(text.split()[0].lower().strip(",")).known
        if named or label == "owned by":
            return f"Are they owned by {text}"
        alone = " " not in text and look_up(text.lower()).adjective
        return f"Are they {text.lower() if alone else article(keep_case(text))}"
    single = label in ("role", "function", "department", "plan", "stage") and text.isalpha()
    if single:
        return f"Is their {label} {text}"
    counted = re.match(
        r"(?i)(?:(?:under|over|more than|fewer than|less than|at least|up to|below|above) )?\d",
        text,
    )
    several = look_up(label.split()[-1].lower()).plural or label.lower().endswith("staff")
    if counted and several and not _A_UNIT.search(text):
        return f"Do they have {text} {label}"
    of_all = label in ("size", "headcount", "employees", "scale", "number", "volume")
    if counted and not of_all and len(label.split()) <= 2 and not look_up(label.split()[-1]).plural:
        return f"Is their {label} {text}"
    if _NAMES.match(text) and len(label.split()) <= 3 and not look_up(label.split()[-1]).plural:
        values = re.split(r", or | or | / |, ", text)
        either = values[0] if len(values) == 1 else f"{', '.join(values[:-1])} or {values[-1]}"
        return f"Is their {label} {either}"
    return None


def _is_deed(word: str) -> bool:
    """Tell whether a past form says what somebody did, not what was done to them."""
    found = look_up(word)
    return found.past and not (found.noun or found.adjective or found.base) and word not in PASSIVE


def _opens_with_verb(first: str, second: str) -> bool:
    found = look_up(first)
    if first in ("own", "owner"):
        return False
    done = found.base or found.gerund or base_of_past(first) is not None
    return done and (not found.noun or second in ("a", "an", "the", "their", "to", "by"))


def _of_amount(found: re.Match[str], *, of_whom: bool = False) -> Said | None:
    """Ask how much something of theirs is: "annual budget below 5,000 €"."""
    what, much = keep_case(found["what"].strip()), found["much"].strip()
    for sign, word in _SIGNS.items():
        much = much.replace(f"{sign} ", f"{word} ").replace(sign, f"{word} ")
    much = re.sub(r"(?i)^of ", "", much)
    last = TOKEN.findall(what)[-1].lower()
    head = look_up(last)
    if head.base and not head.noun:
        return None
    if last in PREPOSITIONS | {
        "least",
        "than",
        "most",
        "to",
        "and",
        "or",
        "=",
        "next",
        "last",
        "past",
    }:
        return None
    many = head.plural or (not head.known and last.endswith("s"))
    if many and ((of_whom and " " not in what) or are_firms(what.lower())):
        return _said(f"Are they {what} with {much}", 0.75)
    if many and _BARE.fullmatch(much) and " " in what:
        return _said(f"Do they have {much} {what}", 0.75)
    be = "Are" if many else "Is"
    whose = "" if what.lower().startswith(("the ", "their ", "a ", "an ")) else "their "
    return _said(f"{be} {whose}{what} {much}", 0.75)


def _said(question: str, sure: float) -> Said | None:
    text = ask(_OWN.sub("their own", question))
    if not fits(text):
        return None
    return Said(
        text, sure, to_you(text.replace("Are they", "Are you").replace("Do they", "Do you"))
    )
