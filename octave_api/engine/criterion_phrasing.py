"""
Criterion phrasing: a line that is known to be a criterion, as a question about a prospect.

What could be read in two ways elsewhere is read here as what a criterion says: what a
prospect is, has, does, or how its things stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.engine.company_nouns import COMPANY_NOUNS
from octave_api.engine.criterion_amounts import AMOUNT, is_bounded, of_amount
from octave_api.engine.criterion_asked import asked_so, opens_with_verb
from octave_api.engine.criterion_labels import of_label
from octave_api.engine.criterion_states import is_of_talks, state_of, without_ideal
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
from octave_api.engine.said import LETTERED_THINGS, Said, ask
from octave_api.engine.sides import side_of
from octave_api.engine.trimming import keep_case, trim
from octave_api.engine.verbs import base_of_third

_ORGANISATION = (
    r"(?:company|charity|bank|firm|business|hospital|clinic|practice|gym|club|school|university"
    r"|college|shop|studio|hall|dealer|dealership|agency|retailer|manufacturer|distributor"
    r"|wholesaler|operator|franchise|franchisee|brand|merchant|contractor|carrier|utility|hotel"
    r"|restaurant|brewery|bakery|farm|publisher|broker|insurer|chain|start-?up|scale-?up|vendor"
    r"|provider|council|municipality|authority|association|cooperative|foundation|nonprofit"
    r"|subsidiary|reseller|museum|student|competitor|freelancer|consultant|supplier|hobbyist"
    r"|consultancy|organi[sz]ation|plant|factory|lab|laboratory|pharmacy"
    r"|trader|roaster|grower|importer|exporter|lender|landlord|farmer|breeder|maker|journalist"
    r"|researcher|intern"
    r"|job[- ]seeker|group|sole trader|architect|dentist)"
)
_IS_ONE = re.compile(
    rf"(?i)^(?P<article>an? )?(?P<what>(?:[\w&/'’-]+ ){{0,3}}?{_ORGANISATION}\b"
    r"(?:$|,|\s(?:with|without|that|which|who|of|in|under|or|from|at|below|above|whose)\b).*)$"
)
_ARE_SOME = re.compile(
    r"(?i)^(?!\d|(?:more|fewer|less) than|at least|at most|over |under |up to )"
    r"(?:(?!with |for |to |from |of |at |in |by |on )[\w&/'’-]+ ){0,3}?(?:practitioners"
    r"|freelancers|resellers|hobbyists|consultants"
    r"|contractors|dealers|founders|traders|owner-\w+s|landlords|tenants|students|individuals"
    r"|consumers|start-?ups|foundations|chambers|co-?ops|cooperatives|franchisees|subsidiaries"
    r"|competitors|non-?profits|growers|farmers|subcontractors|solopreneurs|companies|firms"
    r"|businesses|bands|outfits|agencies|schools|clinics|practices|chains|brokers|corporations"
    r"|departments)"
    r"(?:$|\s(?:with|without|that|who|which|of|in|under|from|at|below|above|whose)\b)"
)
_UNSAID = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|me|[Mm]y)\b")
_PLACES = frozenset("plant store shop branch site office depot unit".split()) | MOSTLY_NOUNS
_AFTER_DEED = frozenset("a an the their for to about into our".split())
_ONLY = re.compile(
    r"(?i)^(?:[\w.]+-only(?! [a-z-]+s$)|[\w.-]+(?: [\w-]+)? only(?=,|$)|\w+-to-\w+$"
    r"|\d\w\w generation$|active (?:in|on|with|across)\b"
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
_ONLY_DO = re.compile(r"(?i)^only [a-z]+, without\b")
_ONLY_HAVE = re.compile(r"(?i)^only (?:one|two|three|a few|a handful of|\d+) (?:[\w-]+ )*[\w-]+$")
_ONLY_ONE = re.compile(r"(?i)^only (?:[a-z]+)$")
_ANY_AT = re.compile(
    r"(?i)^(?:anyone|anybody|those|ones|companies|firms|businesses|teams|everyone) "
    r"(?P<rest>(?:on|in|under|outside|within|from|below|above|[a-z]{3,}ing)\b .+)$"
)
_MAKES_MUCH = re.compile(
    r"(?i)^[a-z]+s (?:under|over|below|above|more than|less than|fewer than|at least"
    r"|up to) \d[\d.,]*k?\s"
    r"(?:tonnes?|tons?|kg|litres?|liters?|hectolitres?|pieces|units|pallets|parcels|pages|meals"
    r"|metres)\b"
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
_DONE_TO = re.compile(
    rf"(?i)^(?:(?!(?:with|for|to|of|in|by|on)\s)[\w&/-]+ ){{0,2}}{COMPANY_NOUNS} (?:set up|started"
    r"|outside|under|below|over|above|[a-z]{3,}(?:ed|ing))\b"
)
_TWO_DOERS = re.compile(
    r"(?i)^(?:[\w-]+ )?[a-z]{3,}(?:man|er|or|ist|ian|ent|ant|ern|ee) or (?:[\w-]+ )?[a-z]{3,}"
    r"(?:man|er|or|ist|ian|ent|ant|ern|ee)$"
)
_DOERS = re.compile(
    r"(?i)^(?:[\w-]+ ){0,2}[a-z]{3,}(?:er|or|ist|ian|ee)s(?: (?:with|without|that|who)\b.*)?$"
)
_ANYONE = re.compile(
    r"(?i)^(?:anyone|anybody|those|ones|people|companies|firms|businesses|shops|teams|everyone)"
    r" (?:who|that|which)(?P<have>['’](?:s|ve))? (?P<adverb>only |just |mostly |still |already )?"
    r"(?P<done>[a-z]+(?: .+)?)$"
)
_CERTIFIED = re.compile(
    r"(?i)^[\w -]{2,30} (?:certified|accredited|licensed)$"
    r"|^(?-i:[A-Z][A-Z0-9&]+)[ -](?:registered|regulated|approved|inspected|rated)$"
    r"|^(?:[a-z]+ly )?(?:owned|run|led|managed|operated|backed|funded|controlled|held|audited"
    r"|inspected|regulated|supplied|insured|financed) by .+$"
)
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
    text = _TRAILING.sub("", trim(without_ideal(line)))
    words = TOKEN.findall(text)
    if not words or _UNSAID.search(text):
        return None
    if is_of_talks(text):
        return Said(ask(f"Does this describe them: “{text}”"), 0.0)
    if _ONLY.match(text) and not look_up(words[0].lower()).third:
        return asked_so(f"Are they {keep_case(text)}", 0.8)
    solo = _SOLO.match(text)
    if solo:
        return asked_so(f"Are they {solo['state'].lower()}, or do they have {solo['many']}", 0.8)
    if label and side_of([label]) is None and (labelled := of_label(keep_case(label), text)):
        return asked_so(labelled, 0.8)
    if _CERTIFIED.match(text):
        return asked_so(f"Are they {keep_case(text)}", 0.75)
    state = state_of(text)
    if state:
        return asked_so(state, 0.8)
    placed = _ALREADY.match(text)
    if placed:
        return asked_so(f"Are they {placed['adverb'].lower()} {placed['rest']}", 0.75)
    who = _ANYONE.match(text)
    if who:
        return _of_anyone(who)
    at = _ANY_AT.match(text)
    if at:
        return asked_so(f"Are they {at['rest']}", 0.75)
    makes = base_of_third(words[0].lower()) if _MAKES_MUCH.match(text) else None
    if makes:
        return asked_so(f"Do they {makes}{text[len(words[0]) :]}", 0.75)
    if _opens_with_deed(words):
        return asked_so(f"Do they {keep_case(text)}", 0.75)
    trades = _TRADES.match(text)
    if trades:
        rest = _THE_US.sub(r"\g<to> the ", trades["rest"])
        return asked_so(f"Do they {trades['verb'].lower()} {rest}", 0.8)
    if _RUNS_ON.match(text):
        return asked_so(f"Do they {keep_case(text)}", 0.8)
    if _NEXT.match(text) and look_up(words[-1].lower()).gerund:
        return asked_so(f"Do they have a {keep_case(text)}", 0.75)
    if _ONLY_DO.match(text) and look_up(_second(words)).base:
        return asked_so(f"Do they {text[:1].lower()}{text[1:]}", 0.75)
    sole = base_of_third(words[-1].lower()) if _ONLY_ONE.match(text) else None
    if sole:
        return asked_so(f"Do they only {sole}", 0.75)
    if _ONLY_ONE.match(text) and not look_up(words[-1].lower()).base:
        return asked_so(f"Do they do {text.lower()}", 0.75)
    first, second = words[0].lower(), words[1].lower() if len(words) > 1 else ""
    if second in _ALL_OF_IT and look_up(first).base:
        return asked_so(f"Do they {keep_case(text)}", 0.75)
    if _GROUP.match(text):
        return asked_so(f"Are they {article(text)}", 0.75)
    if of_whom and (several := _GROUPS.match(text)) and several["one"] not in LETTERED_THINGS:
        return asked_so(f"Are they {article(several['one'])}{several['rest'] or ''}", 0.75)
    if second in _AFTER_DEED and _is_deed(first):
        return asked_so(f"Have they {first}{text[len(words[0]) :]}", 0.75)
    if first in ("has", "have") and _is_deed(second) and len(words) > 2:
        return asked_so(f"Have they {text.partition(' ')[2]}", 0.8)
    if _ONLY_HAVE.match(text):
        return asked_so(f"Do they have {keep_case(text)}", 0.75)
    counted = look_up(first).plural and second in _BOUNDS
    low = {one.lower() for one in words[1:4]}
    counted = counted or _WORKS.match(text) is not None
    counted = counted or bool(look_up(first).plural and low & _FINITE)
    if base_of_third(first) and second not in ("is", "are", "that", "of") and not counted:
        found = read_phrase(text, verbal=True)
        if found.kind == "verb" and found.sure >= SURE:
            return asked_so(f"Do they {found.base}", found.sure)
        if first in _SURELY_DO or _does_things(words):
            return asked_so(f"Do they {base_of_third(first)}{text[len(words[0]) :]}", 0.75)
        if second in ("to", "at", "via", "through") and base_of_third(first) not in _PLACES:
            return asked_so(f"Do they {base_of_third(first)}{text[len(words[0]) :]}", 0.7)
    some = _ARE_SOME.match(text) or (of_whom and (_DOERS.match(text) or _DONE_TO.match(text)))
    firms = question_of(keep_case(text)) if some else None
    if firms is not None and fits(ask(firms[0])):
        return Said(ask(firms[0]), 0.8, firms[1])
    if _BIG.match(text) and (of_whom or text.lower().startswith("the ")):
        return asked_so(f"Are they {text}", 0.75)
    named = [one.lower() for one in words if one not in ("or", ",")]
    if _NAMES_ALONE.fullmatch(text) and not any(look_up(one).known for one in named):
        return asked_so(f"Do they use {text}", 0.75)
    told = bool(some and AUXILIARIES & set(some.group().lower().split()))
    if first not in ("no", "without", "not") and some and not told:
        return asked_so(f"Are they {keep_case(text)}", 0.8)
    if _TWO_DOERS.match(text):
        return asked_so(f"Are they {article(keep_case(text))}", 0.75)
    one = is_one(text)
    if one:
        return asked_so(f"Are they {one}", 0.75)
    passive = look_up(first).gerund and second in ("is", "are")
    third = words[2].lower() if len(words) > 2 else ""
    passive = passive or (base_of_third(second) is not None and third in ("a", "an", "the", "all"))
    if opens_with_verb(first, second) and not passive:
        return None
    much = AMOUNT.match(text)
    bounded = of_amount(much, of_whom=of_whom) if much and is_bounded(much, line) else None
    if bounded is not None:
        return bounded
    made = inverted(text)
    if made is not None:
        return asked_so(*made)
    return of_amount(much, of_whom=of_whom) if much else None


def _does_things(words: Sequence[str]) -> bool:
    """Tell whether a line is a verb and its plural object: "places temps, not only perm"."""
    if len(words) < 2 or words[0][:1].isupper():
        return False
    # A plural noun with a verb in "-s" would not agree: the first is the verb.
    return re.fullmatch(r"[a-z]{2,}[^iusIUS\W]s", words[1]) is not None


def _second(words: Sequence[str]) -> str:
    """Give the second word of a line in lower case, or nothing."""
    return words[1].lower() if len(words) > 1 else ""


_SURELY_DO = frozenset(
    "refuses wants needs requires carries lacks insists expects demands uses runs sells buys has"
    " offers owns serves makes ships pays prefers lives relies depends belongs invests trades"
    " accepts outsources employs".split()
)
_WORKS = re.compile(r"(?i)works (?:council|manager|director|committee|canteen)\b")
_FINITE = frozenset("is are was were has have can will must cannot".split())
_BOUNDS = frozenset("under over below above aged".split())
_BIG = re.compile(r"(?i)^(?:the )?big (?:\d|two|three|four|five|six)\b")
_NAMES_ALONE = re.compile(
    r"[A-Z][a-z]+[A-Za-z]*\d*(?: [A-Z0-9][\w-]*)?"
    r"(?:(?:, or |, | or )[A-Z][a-z]+[A-Za-z]*\d*(?: [A-Z0-9][\w-]*)?){0,4}"
)
"""Nothing but names of products: "Symbiosys or Kilnware"."""
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
    adverb = (found["adverb"] or "").lower()
    if done.lower() in ("has", "have") and (after := _HAS_DONE.match(rest)):
        adverb, done, rest = after["adverb"] or "", after["done"], after["rest"].lstrip()
        has = look_up(done.lower()).past
    else:
        has = bool(found["have"]) and look_up(done.lower()).past
    if has:
        return asked_so(f"Have they {adverb}{done} {rest}", 0.8)
    if found["have"]:
        return asked_so(f"Are they {adverb}{found['done']}", 0.75)
    if done.lower() in ("is", "are", "has", "have") and rest:
        start = "Are they" if done.lower() in ("is", "are") else "Do they have"
        return asked_so(f"{start} {rest}", 0.75)
    base = base_of_third(done.lower()) or (done.lower() if look_up(done.lower()).base else None)
    return asked_so(f"Do they {adverb}{base} {rest}", 0.75) if base else None


_HAS_DONE = re.compile(
    r"(?i)(?P<adverb>just |already |recently |lately )?(?P<done>[a-z]+)(?P<rest>\b.*)$"
)
_GROUPS = re.compile(
    r"^(?P<one>[A-Z]{2,5})s(?P<rest> (?:with|without|that|who|under|in|of|on|[a-z]{3,}ing)\b.*)?$"
)
"""Firms by their letters: "MSPs that resell"."""


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
    if first in ("only", "just"):
        return f"{first} {article(one['what'].partition(' ')[2])}"
    return article(keep_case(one["what"]))


def _is_deed(word: str) -> bool:
    """Tell whether a past form says what somebody did, not what was done to them."""
    found = look_up(word)
    return found.past and not (found.noun or found.adjective or found.base) and word not in PASSIVE
