"""
Sides: which headings let in what stands under them, which turn it away, and how much they weigh.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from octave_api.contract import Weight
from octave_api.engine.company_nouns import COMPANY_NOUNS

Side = Literal["for", "against"]

_TURN_DOWN = r"(?:sell|serve|target|work|pursue|chase|approach|contact|prospect|go after|apply|fit)"
AGAINST = re.compile(
    r"(?i)\b(?:dis|un)-?qualif\w*|\bqualif(?:y|ied|ying)[- ](?:them )?out\b"
    r"|(?:\bnot|n['’]t|\bcannot) (?:(?:really|probably|usually|quite|an?|our|the|good|great|ideal"
    r"|right|target|typical|\w+ly) ){0,3}(?:fit|match|customers?|for|ideal|target|right"
    r"|qualified|good|eligible|interest\w+|relevant|wanted|welcome|suit\w*|in (?:our|the)|our"
    rf"|{_TURN_DOWN})\b"
    r"|\bwho (?:we|it|this|that)(?: (?:is|are|will|do))? ?(?:not\b|n['’]t\b|never\b|avoid|reject"
    r"|skip)"
    r"|^who (?:does|do|should|can|need)(?: not|n['’]t)\b|^not (?:her|him|them)\b"
    r"|\b(?:bad|poor|wrong|weak|no|non)[- ](?:fit|match|target|icp)\b"
    r"|\bknock[- ]?outs?\b|\bshow[- ]?stoppers?\b|\btime[- ]?wasters?\b|\bwaste of (?:\w+ )?time\b"
    r"|\bdeal[- ]?(?:breakers?|killers?)\b|\bno[- ]?go(?:e?s)?\b|\bred flags?\b|\bbad signs?\b"
    r"|\b(?:stop|walk away|pass|skip|drop|reject|say no)\b.{0,12}\b(?:if|when)\b"
    r"|\b(?:walk|stay|steer|keep|run) away\b|\bturn (?:down|away)\b"
    r"|\b(?:we|to) (?:pass on|skip|reject|refuse|turn (?:down|away))\b|\bwho to skip\b"
    r"|\bnot worth (?:calling|chasing|pursuing|a call|it|(?:the|our|your) time)\b"
    r"|\bnever (?:for|if|when|take|to)\b|\bhard no\b"
    rf"|\bnever {_TURN_DOWN}\b"
    r"|(?:^|/ ?)(?:never|no|nope|out|ignored?|reject(?:ed)?|skip(?:ped)?|leave out|pass on)\W*(?:$"
    r"|/)"
    r"|\blook elsewhere\b"
    r"|\bavoid\b|\bexclu(?:de[ds]?|ding|sions?)\b|\bout of (?:scope|bounds)\b|\boff[- ]limits\b"
    r"|\boutside (?:of )?(?:our|the) (?:icp|scope|market|target)\b|\bineligible\b"
    r"|\bwe say no\b|\bnot (?:addressable|served|covered)\b|^(?:who )?(?:doesn['’]t|don['’]t"
    r"|won['’]t)(?: buy)?\W*$|\b(?:we|they) lose"
    r" (?:when|if"
    r"|where)\b"
    r"|\banti[- ](?:icp|persona|segment|customer|target)\w*"
    r"|\b(?:steer|stay|keep) (?:clear|away)\b"
    r"|\b(?:negative|warning) (?:signs?|signals?|criteria|indicators?|qualifiers?|fit|icp|personas?"
    r"|segments?)\b"
    r"|\bausschl(?:uss|üsse)\w*|\bnicht (?:geeignet|für|passend)\b|\bk\.?o\.?-? ?kriteri\w*"
    r"|\bcritères d['’]exclusion\b|\bcriterios de exclusión\b|\bcriteri di esclusione\b"
    r"|\buitsluitings\w*|\bniet voor\b"
)
"""What a heading says that turns away those who stand under it: the one list of such words."""
FOR = re.compile(
    r"(?i)\b(?:good|great|best|strong|right|perfect|ideal)[- ](?:fit|match)\b"
    r"|\b(?:fit|match) (?:if|when)\b|\bqualif(?:y|ied|ying)[- ](?:them )?in\b"
    r"|\bgreen flags?\b|\bgood signs?\b|\bbonus points?\b|\bpositive (?:signs?|signals?|criteria)\b"
    r"|\b(?:continue|proceed|pursue|go ahead|go on|book a call|qualify)\b.{0,12}\b(?:if|when)\b"
    r"|\b(?:we |they |it )?(?:wins?|works best|fits best) (?:when|if|where)\b|^(?:who )?buys\W*$"
    r"|\b(?:target|targeting|list|icp|selection|qualification)(?: list)? rules\b"
)
_IF = re.compile(
    r"(?i)^(?:you|they|it|this|prospects?|companies|accounts?|customers?)\b.{3,40}\bif\W*$"
    r"|\b(?:right|wrong|made|good|bad|not) for you (?:if|when)(?: you)?\W*$"
)
ELIDED_IF = re.compile(r"(?i)\b(?:if|when)\W*$")
"""A heading that its lines go on from: "Not for you if", "You have fewer than ten vans"."""
ELIDED = re.compile(r"(?i)\b(?:if|when) (?:you|they)\W*$")
"""A heading whose lines go on after its subject: "You are a fit if you …"."""
_COLUMN = re.compile(
    r"(?i)^(?:(?P<ideal>ideal|perfect|preferred|green|good|great|best|strong)|(?P<fair>acceptable|ok"
    r"|okay|tolerable|borderline|yellow|amber)|(?P<out>bad|poor|weak|reject(?:ed)?|no|out|excluded?"
    r"|avoid|unacceptable|red))(?: (?:fit|match))?$"
)
"""A column that says how welcome what stands in it is."""
_NEUTRAL = re.compile(
    r"(?i)^\W*(?:buying |compelling |trigger )?(?:signals?|triggers?|events?|why now|timing)\W*$"
)
"""What happens at a company takes no side, whatever stands further up."""
_NEGATED = re.compile(r"(?i)\b(?:not|never|no|avoid|wrong|bad)\b|n['’]t\b")
OF_WHOM = re.compile(
    r"(?i)\b(?:fit|match|for|who|apply|pursue|target|chase|approach|sell|serve|contact|exclu\w*|avoid"
    r"|out of scope|eligible|icp|off limits|wasters?|not our)\b"
)
HAVES = re.compile(r"(?i)^\W*(?:must|nice|good)[- ](?:to[- ])?haves?\b\W*(?:criteria)?\W*$")
_MUST = re.compile(r"(?i)\bmust|\brequired|\bmandatory|\bessential")
_NICE = re.compile(r"(?i)\bnice|\bgood[- ]to|\bbonus|\boptional")
OUTRIGHT = re.compile(
    r"(?i)\bdis-?qualif|\bexclu|\bqualif\w+[- ]out|\bknock|\bdeal[- ]?(?:breaker|killer)"
    r"|\bno[- ]?go|\bshow[- ]?stopper|\b(?:stop|walk away|reject|never|must not|will not)\b"
    r"|\b(?:do not|don['’]t) (?:target|sell|pursue|work|serve)\b|\bcannot (?:serve|sell)\b"
    r"|\bnot for\b|\bout of scope\b"
)
"""Words that end a conversation."""
OF_BUYER = re.compile(r"(?i)\bdeal[- ]?breakers?\b")
"""What breaks the deal for the buyer, unless must-haves stand beside it."""

BY_SELLER = re.compile(
    r"(?i)^\W*(?:not (?!in\b|about\b|yet\b|sure\b)|skip|leave out|pass on|exclu|dis-?qualif|out of"
    r" scope|anti[- ](?:icp|persona)"
    r"|never (?:sell|target|for)|(?:do not|don['’]t) (?:sell|target|pursue|chase|contact|call"
    r"|approach)"
    r"|who (?:we (?:do not|don['’]t|never|skip|avoid)|to (?:skip|avoid)|it is not|it['’]s not)"
    r"|(?:bad|poor|no|wrong) fit)"
)
"""What a heading says only of those to whom nothing is sold; a buyer has red flags too."""

_LONG_HEADING = 120


def side_of(headings: Sequence[str]) -> tuple[Side, str] | None:
    """Give the side that the nearest heading with one takes, and that heading."""
    return _nearest(tuple(headings[-3:]))


@lru_cache(maxsize=1024)
def _nearest(headings: tuple[str, ...]) -> tuple[Side, str] | None:
    for heading in reversed(headings):
        side = _side(heading)
        if side is not None:
            return side, heading
        if _NEUTRAL.match(heading):
            return None
    return None


def by_column(headings: Sequence[str]) -> tuple[Side, str] | None:
    """Give the side that the column of a table takes."""
    for heading in headings[-2:]:
        found = _COLUMN.match(heading.strip())
        if found is not None:
            return "against" if found["out"] else "for", heading
    return None


@lru_cache(maxsize=4096)
def turns_away(heading: str) -> bool:
    """Tell whether what stands under a heading (or several, joined) is ruled out."""
    return bool(AGAINST.search(heading))


@lru_cache(maxsize=1024)
def _side(heading: str) -> Side | None:
    if len(heading) > _LONG_HEADING:
        return None
    if _IF.search(heading):
        return "against" if _NEGATED.search(heading) or turns_away(heading) else "for"
    if turns_away(heading):
        return "against"
    if FOR.search(heading):
        return "against" if _NEGATED.search(heading) else "for"
    return "for" if HAVES.match(heading) else None


def weight_of(side: tuple[Side, str]) -> Weight | None:
    """Give the weight that a heading says ("must-have", "knock-out"), if it says one."""
    if side[0] == "against":
        return "INSTANT_DISQUALIFIER" if OUTRIGHT.search(side[1]) else None
    column = _COLUMN.match(side[1].strip())
    if column:
        return "HIGH" if column["ideal"] else "LOW"
    return "LOW" if _NICE.search(side[1]) else "HIGH" if _MUST.search(side[1]) else None


_SOME = (
    r"(?:any(?:one|body|thing)|every(?:one|body)|those|all|companies|firms|businesses|teams|accounts"
    r"|leads|prospects|customers|clients|people)"
)
_REFUSING = (
    " no ", " no,", " no.", " no!", " no-", " no;", " no:", " nob", " non", " nor ", " noth",
    "not ", "n't ", "n’t ", "never", " out", "exclu", "off limits", "waste", "pass on",
    "dont ", "skip", "turn ", "away", "reject", "declin", "ignor", "avoid", "chas", "forget",
    "drop ", "bad fit", "poor fit", "weak fit", "too ", " a different ", "so we ", "leave ",
    " something ", "cannot ",
)  # fmt: skip
"""One of these is in every sentence that turns somebody away; most have none."""
_LONGEST_REFUSAL = 300
_TURNED_AWAY = (
    re.compile(
        r"(?i)^(?P<who>[^;:]{3,120}?) (?:are|is|remain) (?:currently |usually |generally )?"
        r"(?:out of scope|not (?:an? (?:good )?|our )?(?:fit|target|market|priority|eligible"
        r"|in scope"
        r"|served|worth|interesting|relevant)|excluded|ruled out|off limits|no fit"
        r"|an? (?:bad|poor|weak) fit|an? (?:\w+ )?waste of (?:\w+ )?time)\b"
    ),
    re.compile(
        r"(?i)^(?P<who>[^;]{3,120}?) (?:are|is) (?:a )?(?:hard |clear |definite )?no(?:[- ]go)?"
        r"(?: for (?:now|us)| this year)?(?:\W*$|,? (?:since|because|as|until|while)\b)"
    ),
    re.compile(
        r"(?i)^(?P<who>[^,;]{3,60}?)(?: (?:churn|leave|cancel)\b[^,;]{0,30})?[,;:]?"
        r" (?:please |we )?(?:leave|keep|rule|filter) (?:them|these|those|it) out\b"
    ),
    re.compile(
        r"(?i)^(?:(?:so|and|but|also|instead),? )?(?:we (?:now |always |usually |also )?"
        r"(?:pass on|skip|turn (?:down|away)|say no to|walk away from|stay away from|reject|decline"
        r"|ignore|avoid|do not chase|don['’]t chase|stopped (?:chasing|selling to|calling))"
        rf"|(?:please )?(?:skip|ignore|forget|pass on|drop|do not chase"
        rf"|don['’]t chase) (?={_SOME}\b))"
        r" ?(?!\w+ing\b|(?:it|them|this|that|these)\b)(?P<who>[^;]{3,120})$"
    ),
    re.compile(r"(?i)^(?:(?:so|and) )?please,? no (?:more )?(?P<who>[^,;]{3,60}?)[.!\s]*$"),
    re.compile(r"(?i)^(?:(?:so|and) )?no more (?P<who>[a-z][^,;]{2,40}?),? please[.!\s]*$"),
    re.compile(
        r"(?i)^(?:\w[\w ]{0,20} )?(?:do not|don['’]?t|may not|must not|should not"
        r"|never) (?:bother (?:with|w/) ?|contact|call"
        r"|approach|chase|prospect|pursue|target|email) (?P<who>[^;]{3,120})$"
    ),
    re.compile(
        r"(?i)^(?P<who>(?:the |our )?[a-z][^,;:]{3,50}s) (?:have )?never (?:buy|bought|pay|paid"
        r"|close|closed"
        r"|convert|converted|sign|signed|renew|renewed)\b\W*$"
    ),
    re.compile(
        r"(?:We|It|[A-Z]\w+) (?:is|are|was) not (?:made|built|meant|designed|suited|suitable"
        r"|ideal|right"
        r"|intended) for (?P<who>[^;]{3,100})$"
    ),
    re.compile(
        r"(?i)^(?P<who>[^,;:]{3,40}?)(?: (?:asked|wrote|called|come|came)\b[^:;]{0,70}?)?"
        r" ?(?:->|→|=>|=) ?(?:no|nope|out|skip|pass|never|(?:a )?waste of time)$"
    ),
    re.compile(
        r"(?i)^any(?:thing|body|one)(?: in)? (?P<who>[^,;:]{3,40}?)[:,-] (?:forget|skip"
        r"|drop) (?:it|them)\b"
    ),
    re.compile(r"(?i)^(?P<who>[^,;]{3,60}?) (?:should|need|may|must) not apply\b"),
    re.compile(
        r"(?i)^(?P<who>[^,;]{3,80}?) (?:(?:do not|don['’]t|never|won['’]t|will not) (?:need|want"
        r"|buy from"
        r"|pay) us|(?:are|is) (?:far |much |simply |usually )?too (?:small|big|large|early|poor)"
        r" (?:to (?:pay|buy|bother|be worth|afford)|for us))\b"
    ),
    re.compile(
        r"(?i)^(?P<who>[^,;]{3,60}?) (?:are|is) an? (?:whole |very )?(?:different|other) (?:animal"
        r"|story|beast|game)\b"
    ),
    re.compile(
        r"(?i)^(?P<who>(?!(?:they|we|it|you|he|she) )(?:[\w-]+ ){0,3}(?:[\w-]+s|[\w-]+-only))"
        r"(?: \([^()]*\))? no$"
    ),
    re.compile(
        r"(?i)^(?P<who>[^,;]{3,60}?s(?: (?:under|with|in|of|below|without) [^,;]{2,40})?)"
        r" (?:(?:are|is) out"
        r"(?=,|$)|(?:cannot|can['’]t) (?:pay|afford)\b)"
    ),
    re.compile(r"(?i)^(?P<who>[^,;]{3,60}?s) needs? something (?:else|different)\b"),
    re.compile(
        r"(?i)^(?P<who>[^,;]{3,40}?) (?:are|have|run|do|cannot|can['’]t|don['’]t|rarely|never)"
        r" [^;]{3,100}?,"
        r" so we (?:leave|skip|drop|rule|turn|avoid|pass)\b"
    ),
    re.compile(
        r"(?i)^(?:(?:also|and|please|so|but),? )*(?:skip|forget|ignore|leave out|drop) "
        rf"(?:the |any |all )?(?P<who>(?:[\w&/-]+ ){{0,3}}?(?:{COMPANY_NOUNS}|marinas"
        rf"|(?:[a-z]{{3,}}(?:ers|ors|ists"
        r"|ents|ees)))(?: (?:with|without|that|who|in|under|below|over)\b[^,;:]{2,60})?)$"
    ),
    re.compile(
        r"(?i)^we (?:once |have )?(?:tried|sold to|called|pitched) (?P<who>[a-z][^,;:.]{2,50}?)"
        r"(?: once| twice| before)?\s?[;,:–—-]+ ?(?:and )?never again\b"
    ),
    re.compile(
        r"(?i)^(?:(?:and|also|but|please|ok(?:ay)?)[,.]? ){1,3}(?:also )?not (?:the |any )"
        r"(?P<who>[^,;:]{3,80}?s\b[^,;:]{0,60})(?:,.*)?$"
    ),
)


@lru_cache(maxsize=4096)
def turned_away(text: str) -> str | None:
    """Give whom a sentence turns away in so many words: "Agencies are out of scope"."""
    low = text[: _LONGEST_REFUSAL + 1].lower() + " "
    if len(low) > _LONGEST_REFUSAL + 1 or not any(map(low.__contains__, _REFUSING)):
        return None
    text = text.rstrip(".!")
    for pattern in _TURNED_AWAY:
        found = pattern.match(text)
        if found is None or _CONDITION.match(found["who"]):
            continue
        # "Civil engineering is fine, house builders are a no" turns away the builders.
        who = _REASON.sub("", _BEFORE.sub("", found["who"]))
        parts = who.split(",")
        if len(parts) == 1 or all(len(part.split()) <= _PART for part in parts):
            return _WHO_LEAD.sub("", who).strip()
    return None


def refused(text: str) -> str | None:
    """
    Give whom a sentence about a person turns away: "House builders are a no".

    A buyer says no to things ("Subscriptions are a no"), a seller to people and companies.
    """
    who = turned_away(text)
    if who is None or "out of scope" in text or not (_OF_SALE.search(text) or _PEOPLE.match(who)):
        return None
    return who


_OF_SALE = re.compile(
    r"(?i)\b(?:off limits|(?:no|bad|poor|weak|not an?(?: good)?) fit|not our|not worth"
    r"|not (?:a )?(?:target|market)|waste of (?:\w+ )?time"
    r"|(?:do not|don['’]?t) (?:bother|contact|call|approach|chase|prospect|pursue|target))\b"
)
_PEOPLE = re.compile(
    rf"(?i)(?:any(?:one|body)\b|(?:[\w&/-]+ ){{0,3}}?(?:{COMPANY_NOUNS}|\w{{3,}}(?:ers|ors|ists"
    rf"|ians)\b))"
)
_PART = 6
_REASON = re.compile(
    r"(?i),\s+(?:(?:totally|completely|entirely|quite|very|too|not|no|that|they|it|different)\b|it['’]s"
    r"|that['’]s)[^,]*$"
)
"""Why somebody is turned away: "casinos, totally different animal"."""
_BEFORE = re.compile(r"(?i)^[^,]{3,80} (?:is|are) [^,]{2,40},\s+(?:but\s+)?")
_CONDITION = re.compile(
    r"(?i)(?:if|when|where|forget|although|though|while|as|because|since|it|this|that)\b"
)
_WHO_LEAD = re.compile(r"(?i)^(?:also|and|but|so|the)\s+")
