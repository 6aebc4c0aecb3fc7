"""
Trait phrasing: what a qualifier says of a company, or of whom a sentence rules out, as a question.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from octave_api.engine.company_nouns import COMPANY_NOUNS
from octave_api.engine.criterion_amounts import amount_of
from octave_api.engine.criterion_phrasing import criterion, is_one
from octave_api.engine.denials import denied, lacking
from octave_api.engine.events import counted
from octave_api.engine.firmographics import find_firmographics
from octave_api.engine.framing import fits, is_listed_thing
from octave_api.engine.inversion import inverted
from octave_api.engine.lexicon import look_up
from octave_api.engine.noun_phrases import head_of
from octave_api.engine.one_firm import question_of, to_employee
from octave_api.engine.phrase import SURE, TOKEN, Phrase
from octave_api.engine.phrase_words import DETERMINERS
from octave_api.engine.phrases import read_phrase
from octave_api.engine.said import LACK, NO, Said, ask, hard, put_to, quote, to_you, with_article
from octave_api.engine.technologies import RUNS_ON
from octave_api.engine.trimming import keep_case
from octave_api.engine.verbs import base_of_past, base_of_third, verb
from octave_api.engine.wording import lower_first, squeeze

COMPANY_NOUN = re.compile(
    r"(?i)^(?:(?!(?:with|for|to|from|of|at|in|by|on|between)\s)[\w&/-]+\s+){0,3}?"
    rf"(?:{COMPANY_NOUNS}|(?:customers|users|builders|buyers)\b)"
)
_ARE_EMPLOYERS = re.compile(rf"^Are they (?=(?:[\w&/-]+\s+){{0,3}}?{COMPANY_NOUNS})")
_CONTACT = re.compile(r"^(?P<do>Is|Does) the contact\b")
_PERSONAL = {"Is": "Are they", "Does": "Do they"}
_PROSPECT = re.compile(
    r"(?i)^(?:they|the company|the prospect|prospect|the customer|customer|company)\s+"
)
_MOVES = re.compile(r"(?i)(?P<be>are|is|have|has|can|will)\s+(?P<rest>.+)")
_LONGEST = 1000
_LABELLED = re.compile(
    r"^(?P<label>(?!No\b|Not\b)[A-Z][a-z]+(?: [a-z]+)?):\s+(?P<rest>[^\W\d]\w*(?: \w+)?)$"
)
_ACTIVE_PASTS = frozenset(
    "raise hire adopt launch migrate move switch start open acquire buy grow expand merge invest "
    "lose "
    "sign join outgrow announce close replace introduce try".split()
)
_SINCE = re.compile(r"(?i)^(?:has|have|recently|just|already|newly)\s+")
_ACRONYM = re.compile(r"[A-Z0-9]{2,5}|SaaS")
_ADVERB = re.compile(r"(?i)^(?:only|mainly|mostly|never)\s+")
_SECTOR = re.compile(r"(?i)^(?!the\b)(?:[\w-]+ ){1,2}(?:sector|industry)$")
_MEMBER = re.compile(r"(?i)^(?:member|part|subsidiary|branch|customer|user|client|supplier) of\b")
_FROM = frozenset("from to into in on for with out new over".split())
_ITS = re.compile(r"\bits\b")
_COUNTED = re.compile(
    r"(?i)^(?:(?:fewer|less|more) than|at least|at most|up to|over|under"
    r"|between)\s+(?:[\d$€£]\S*|one|two|three|four|five|"
    r"six|ten|twelve|twenty)\s+\w|^(?:[\d,]+(?:\s?[-–]\s?[\d,]+)?|two|three|four|five|ten|twenty)"
    r"(?: (?:to|or) [\d,]+)?\s+[a-z]{3,}s\b"
)
_BEING = re.compile(
    r"(?i)^(?:\w+ly\s)?[\w-]*(?:-(?:owned|led|run|backed|funded|based|native|first|held|free)"
    r"|(?<=ly )held|(?<=ly )owned|(?<=ly )run)$|^[\w -]{2,30} (?:certified|accredited|compliant"
    r"|licensed|regulated)$"
)
_GENERATION = re.compile(r"(?i)(?:\d\w\w|second|third|fourth)[ -]generation")
_PLACED = re.compile(r"(?i)^(?:under|at|in|within|without|between|outside|on)\s+\w")
_PASSIVE = re.compile(r"(?i)^(?:awarded|granted|given|told|asked|required|forced|offered|denied)\s")
_OF_SELLER = re.compile(r"(?i)\b(?:icp|ideal customer|you|your)\b")
"""The seller's own shorthand, or words to the seller: no question about a prospect."""
_FACT_LABEL = re.compile(
    r"(?i)^(?:size|industry|industries|sectors?|regions?|geograph(?:y|ies)|locations?|country"
    r"|revenue"
    r"|employees|headcount|channels?|systems?|stack|tech(?:nology)?|triggers?|champions?|blockers?"
    r"|buyers?|titles?|roles?|budget)\s+[-–—]\s"
)
"""A label of a profile, whose value is no trait."""
_BUDGET = re.compile(r"(?i)^budgets?: ")
_OF_SCORING = re.compile(r"(?i)^(?:points|scores?|scoring|signals|criteria|checks|questions) for\b")
_SEVERAL_COUNTS = re.compile(r"(?i)^[^,]*\b\d[^,]*,[^,]*\b(?:\d|one|two|three|five|ten)\b")
_DOUBTFUL = 0.35
"""How sure a line is that says several things: too little to be asked."""
_LISTED_COUNT = re.compile(r"^[^,]*,[^,]*\d[^,]*,")
"""A profile in one line, of which a question can ask a part only."""
_NO_COMPANIES = re.compile(
    r"(?i)^(?:groups|plants|labs|practices|stores|cities|studios) (?:and|or)\b"
)
_DESCRIBED = re.compile(
    r"^(?!(?:[\w-]+ )?(?:[Tt]eams|[Cc]ustomers|[Oo]ffices|[Ss]ites|[Pp]eople|[Uu]sers|[Ss]tores"
    r"|[Dd]rivers|[Pp]lants|[Bb]ranches|[Ll]ocations)\b)(?:[\w&'’-]+ ){1,4}?[a-z]+s "
    r"(?:(?:in|across|from) (?:the )?[A-Z]\S* with\b|with (?:\S+ )?\d\S* (?:\w+ )+and their own\b)"
)
"""Whom a line describes, not what they have: "garden centres in Wales with …"."""
_ITSELF = re.compile(r"(?i)^(?P<verb>[a-z]+) (?:themselves|themself)\b")
"""What they do on their own: "bottle themselves"."""
_PAST = re.compile(r"(?i)^[^,;]{1,60}?\b(?:was|were|had|did)\b")
_UNASKED = re.compile(
    r"(?i)^(?:(?:they|all of them|most of them|we)\b.{0,20}?|\w+teen )\b(?:was|were|had)\b"
    r"|^only (?:work|sell|deal|partner|do business|engage) (?:with|to)\b"
)
_REMARK = re.compile(r"[.!]? \([A-Z][^()]*[.!]\)\.?$")  # "Willing to change. (Change is good.)"
_OF_OTHERS = re.compile(r"(?i)(?:most|many|some|other|few|it|this|that|these|those|we|you)\b")
_SHORT = 14
_BEFORE_VERB = re.compile(r"(?i)(?:only|already|still|just|mostly|mainly|currently|also|often)\s+")
_LAST = re.compile(r"(?i)\b(?:last|in the past) (?:year|month|quarter|week|\w+ months)$")
_LACKING = re.compile(r"(?i), no (?=[a-z])")
AND_OR = re.compile(r" (?:and|or) ")
_ANY_BUT = re.compile(r"(?i)any\w*(?: else)? (?:but|except|other than) (?P<what>[^,;]+)$")
_LAST_COMMA = re.compile(r", (?=[^,]*$)")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_PLUS = re.compile(r"(?i)(?<=\bof )(?P<number>\d[\d,.]*)\+(?!\w)")
"""How a team's size is noted: "QA team of 3+"."""
_THEY_HAVE = re.compile(r"^[Tt]hey['’]ve ")
_NOW = re.compile(r"(?i)^(?:already|just|recently|never) (?=\w)")
_THEY_ARE = re.compile(r"^[Tt]hey['’]re ")
_MODAL = re.compile(r"(?i)^(?P<may>can|must) (?P<rest>(?!be\b|have\b|not\b)\S.*)$")
_AT_ALL = re.compile(r"(?i) (?:at all|whatsoever)$")
_PLUS_FIRST = re.compile(r"^(?P<number>\d[\d,.]*)(?:\+| or more)(?= [a-z]{3})")
_LABEL_STOP = re.compile(r"^[A-Z][a-z]+\. (?=[A-Z])")
_LEAST = re.compile(r"(?i)(?<!\w)min(?:imum|\.)?(?: of)? (?=[€$£]?\d)")
_ENDS_IN = re.compile(
    r"(?i)(?<=(?:ends|.due|news|ires) )(?:<|in <|under|in under) ?(?P<number>\d+) ?mo(?:nth)?s?\b"
)
"""How soon something ends: "contract ends <12mo"."""


@lru_cache(maxsize=2048)
def trait(line: str, *, listed: bool = False, label: str = "", of_whom: bool = False) -> Said:
    """
    Ask whether a prospect is or does what a qualifier says ("Uses feature flags").

    `listed`: the line stands in a list of criteria, and says no more than one, perhaps under a
    `label`; `of_whom`: the list names those who are turned away.
    """
    plain = _REMARK.sub("", squeeze(line[:_LONGEST]))
    plain = _PLUS.sub(r"at least \g<number>", plain)
    if listed:
        plain = _PLUS_FIRST.sub(r"At least \g<number>", plain)
    plain = _THEY_ARE.sub("They are ", _THEY_HAVE.sub("They have ", plain))
    plain = _LABEL_STOP.sub("", plain)
    if listed:
        plain = _AT_ALL.sub("", _LEAST.sub("At least ", plain))
        opening = plain.split()[:2]
        if len(opening) > 1 and opening[1][:1].isupper() and look_up(opening[0].lower()).adjective:
            plain = plain[:1].lower() + plain[1:]
        plain = _ENDS_IN.sub(r"in less than \g<number> months", plain)
        plain = plain if label else _LACKING.sub(", without ", plain)
    if (
        names_somebody(plain)
        or _FACT_LABEL.match(plain)
        or _OF_SCORING.match(plain)
        or _BUDGET.match(plain)
        or "=" in plain
        or _UNASKED.match(plain)
    ):
        return Said(ask(f"Does this describe them: “{plain}”"), 0.0)
    if _OF_SELLER.search(plain):
        return quote("Does this describe them", line)
    may = _MODAL.match(plain)
    if may is not None and look_up(may["rest"].split()[0].lower()).base:
        can = f"{may['may']} they {may['rest']}"
        return Said(ask(can), 0.75, to_you(ask(can)))
    refused = denied(_IN_BRACKETS.sub("", plain)) or (lacking(plain) if listed else None)
    if refused is not None:
        return refused
    named = _of_prospect(plain)
    if named:
        return Said(ask(named), 0.8 if read_phrase(plain).sure else 0.0)
    known = criterion(plain, label, of_whom=of_whom) if listed else None
    if known is not None:
        return known
    itself = _ITSELF.match(plain)
    if itself and look_up(itself["verb"].lower()).base:
        return Said(
            ask(f"Do they {lower_first(plain)}"), 0.7, put_to(f"Do they {lower_first(plain)}?")
        )
    much = amount_of(plain) if not COMPANY_NOUN.match(plain) else None
    if much is not None:
        return much
    labelled = _LABELLED.match(plain)
    if labelled:
        label, value = keep_case(labelled["label"]), keep_case(labelled["rest"])
        return Said(ask(f"Is their {label} {value}"), 0.7)
    found = read_phrase(plain)
    if _SEVERAL_COUNTS.match(plain):
        found = replace(found, sure=min(found.sure, _DOUBTFUL))
    if found.sure == 0.0:
        return quote("Does this describe them", line)
    text, sure = found.text, found.sure
    with_adverb = _ADVERB.match(plain)
    if with_adverb:
        inner = read_phrase(plain[with_adverb.end() :])
        adverb = with_adverb.group().lower()
        if inner.kind == "verb" and inner.sure >= SURE:
            return Said(
                ask(f"Do they {adverb}{inner.base}"), inner.sure, f"Do you {adverb}{inner.base}?"
            )
    if _SECTOR.match(text):
        return Said(ask(f"Are they in the {text}"), 0.8, f"Are you in the {text}?")
    if _MEMBER.match(text):
        member = text if text.startswith("part") else f"a {text}"
        return Said(ask(f"Are they {member}"), 0.9, f"Are you {member}?")
    done = _done(plain if _SINCE.match(plain) else text)
    if done:
        return Said(ask(f"Have they {done}"), 0.8, to_you(f"Have you {done}?"))
    if _COUNTED.match(text) and _SEVERAL_COUNTS.match(text):
        return Said(ask(f"Do they have {text}"), _DOUBTFUL)
    if _COUNTED.match(text):
        return Said(ask(f"Do they have {text}"), 0.8, to_you(f"Do you have {text}?"))
    being = _BEING.match(text) or _GENERATION.fullmatch(text) or _ACRONYM.fullmatch(text)
    if being or _PLACED.match(text):
        return Said(ask(f"Are they {text}"), 0.75, to_you(f"Are you {text}?"))
    if sure < SURE or _PASSIVE.match(text):
        return quote("Does this describe them", line)
    if text.startswith("own ") and not text.startswith(("own a ", "own the ", "own their ")):
        return Said(ask(f"Do they have their {text}"), sure, f"Do you have your {text}?")
    match found.kind:
        case "verb":
            return Said(ask(f"Do they {found.base}"), sure, to_you(f"Do you {found.base}?"))
        case "gerund" if not text.startswith("not "):
            return Said(ask(f"Are they {text}"), sure, to_you(f"Are you {text}?"))
        case "state" if not text.startswith("not "):
            return Said(ask(f"Are they {text}"), sure, to_you(f"Are you {text}?"))
        case "hard":
            return Said(ask(f"Is it {hard(text)}"), sure)
        case "clause" if is_listed_thing(text):
            return Said(ask(f"Do they have {text}"), 0.7, to_you(f"Do you have {text}?"))
        case "clause":
            told = _PAST.search(text) is not None
            of_others = told or len(text.split()) > _SHORT or _OF_OTHERS.match(text)
            made = None if of_others else inverted(text)
            if made is not None and fits(ask(made[0])):
                return Said(ask(made[0]), made[1], to_you(ask(made[0])))
            return Said(ask(f"Is it true of them that {text}"), 0.0 if told else min(sure, 0.5))
        case "noun" if _NO_COMPANIES.match(text):
            return _had(found)
        case "noun" if COMPANY_NOUN.match(text) and _LISTED_COUNT.search(text):
            return Said(ask(f"Are they {text}"), _DOUBTFUL)
        case "noun" if (firms := question_of(text)) is not None:
            return Said(ask(firms[0]), sure, firms[1])
        case "noun" if COMPANY_NOUN.match(text) or names_firms(text):
            return Said(ask(f"Are they {text}"), sure, f"Are you {text}?")
        case "noun" if _DESCRIBED.match(plain):
            several = text.count(",") > 1
            return Said(ask(f"Are they {text}"), _DOUBTFUL if several else min(sure, 0.7))
        case "noun" if one := is_one(text):
            return Said(ask(f"Are they {one}"), sure, f"Are you {one}?")
        case "noun":
            return _had(found)
    return quote("Does this describe them", line)


def tools(label: str, value: str) -> Said | None:
    """Ask whether a prospect uses the products that stand under "Tech stack"; None for others."""
    if not value or RUNS_ON.fullmatch(label) is None:
        return None
    value = _IN_BRACKETS.sub("", value)
    other = _ANY_BUT.match(value)
    if other is not None:
        what = f"something other than {other['what']}"
        return Said(f"Do they use {what}?", 0.9, f"Do you use {what}?")
    either = value if " or " in value else _LAST_COMMA.sub(" or ", value)
    return Said(f"Do they use {either}?", 0.9, f"Do you use {either}?")


def names_somebody(plain: str) -> bool:
    """Tell whether a line says what somebody with a name does: "Harbinger plans shifts"."""
    first, _, rest = plain.partition(" ")
    named = first[:1].isupper() and first[1:].islower() and not look_up(first.lower()).known
    return named and base_of_third(rest.partition(" ")[0]) is not None


def names_firms(text: str) -> bool:
    """Tell whether a phrase opens with firms of a trade, in the plural: "craft breweries with"."""
    words = TOKEN.findall(_IN_BRACKETS.sub("", text))
    end, plural, _ = head_of(words, [word.lower() for word in words])
    head = " ".join(words[:end])
    trades = [one for one in find_firmographics(head) if one.key == "industry"]
    joined = AND_OR.search(head) is not None and any(one.start == 0 for one in trades)
    return (bool(plural) or joined) and any(one.end == len(head) for one in trades)


def _had(found: Phrase) -> Said:
    """Ask for what is had; a participle ("talked to bakers") is nothing to have."""
    lack = LACK.match(found.text) or NO.match(found.text)
    if lack:
        what = with_article(lack["what"])
        return Said(ask(f"Do they lack {what}"), found.sure, to_you(f"Do you have {what}?"))
    lately = _LAST.search(found.text) is not None
    text = counted(ask(f"{'Have they had' if lately else 'Do they have'} {found.counted}"))
    sure = found.sure if fits(text) else 0.0
    return Said(text, sure, put_to(text))


def _done(text: str) -> str | None:
    """Give what somebody has done: "raised from investors", "recently opened two shops"."""
    since = _SINCE.match(text)
    rest = text[since.end() :] if since else text
    first, _, tail = rest.partition(" ")
    low = first.lower()
    base, next_word = base_of_past(low), tail.partition(" ")[0].lower()
    if base is None or not tail:
        return None
    if next_word == "by":
        newly = since is not None and since.group().lower().strip() not in ("has", "have")
        return f"{since.group().lower()}been {low} {tail}" if since and newly else None
    has = since is not None and since.group().lower().strip() in ("has", "have")
    by_itself = base in _ACTIVE_PASTS and (next_word in DETERMINERS | _FROM or since is not None)
    if not (has or by_itself):
        return None
    adverb = since.group().lower() if since is not None and not has else ""
    return f"{adverb}{low} {_ITS.sub('their', tail)}"


def _of_prospect(line: str) -> str | None:
    """Ask what a line says of "they" or "the company"; None where it speaks of neither."""
    subject = _PROSPECT.match(line)
    if subject is None:
        return None
    rest = line[subject.end() :]
    moved = _MOVES.match(rest)
    if moved is not None and moved["be"].lower() in ("has", "have"):
        done = look_up(_NOW.sub("", moved["rest"]).split()[0].lower())
        if done.past and not (done.noun or done.adjective):
            return f"have they {moved['rest']}"
    if moved is not None and moved["be"].lower() in ("are", "is", "can", "will"):
        be = {"is": "are"}.get(moved["be"].lower(), moved["be"].lower())
        return f"{be} they {moved['rest']}"
    adverb = _BEFORE_VERB.match(rest)
    said = adverb.group().lower() if adverb else ""
    rest = rest[len(said) :]
    first, _, tail = rest.partition(" ")
    base = base_of_third(first.lower()) or (first.lower() if verb(first.lower()) else None)
    past = base_of_past(first.lower()) if base is None else None
    if past and tail:
        return f"Did they {past} {tail}"
    whole = read_phrase(f"{base} {tail}", verbal=True) if base and tail else None
    if whole is not None and whole.kind == "verb" and whole.sure >= SURE:
        return f"Do they {said}{whole.base}"
    return f"Do they {said}{base} {tail}".rstrip() if base and (tail or said) else None


def of_employer(question: str) -> str:
    """Ask a person about the companies that a question means ("Are they companies with …")."""
    plain = _CONTACT.sub(lambda match: _PERSONAL[match["do"]], question)
    return _ARE_EMPLOYERS.sub("Do they work for ", to_employee(plain))
