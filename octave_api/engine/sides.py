"""
Sides: which headings let in what stands under them, which turn it away, and how much they weigh.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from octave_api.contract import Weight

Side = Literal["for", "against"]

_TURN_DOWN = r"(?:sell|serve|target|work|pursue|chase|approach|contact|prospect|go after|apply|fit)"
AGAINST = re.compile(
    r"(?i)\b(?:dis|un)-?qualif\w*|\bqualif(?:y|ied|ying)[- ](?:(?:them|her|him|it|this"
    r"|these) )?out\b"
    r"|(?:\bnot|n['’]t|\bcannot) (?:(?:really|probably|usually|quite|an?|our|the|good|great|ideal"
    r"|right|target|typical|made|built|meant|designed|\w+ly) ){0,3}(?:fit|match"
    r"|customers?|for(?! every(?:one|body)\b)|ideal|target|right"
    r"|qualified|good|eligible|interest\w+|relevant|wanted|welcome|suit\w*|in (?:our|the)|our"
    rf"|{_TURN_DOWN})\b"
    r"|\bwho (?:we|it|this|that)(?: (?:is|are|will|do))? ?(?:not\b|n['’]t\b|never\b|avoid|reject"
    r"|skip)"
    r"|(?:\bnot|n['’]t) (?:really )?work (?:well |best |out )?(?:together |with (?:you|companies"
    r"|clients|people|teams) )?(?:if|when)\b"
    r"|^who (?:does|do|should|can|need)(?: not|n['’]t)\b|^(?:and |so )?(?:who (?:leaves|churns"
    r"|cancels"
    r"|never (?:buys|signs|renews))|what (?:kills|ends|stops|sinks|breaks) (?:it|a deal|the deal"
    r"|deals"
    r"|them|the conversation))\W*$|^not (?:her|him|them)\b"
    r"|\b(?:bad|poor|wrong|weak|no|non)[- ](?:fit|match|target|icp|leads?|prospects?|partners?"
    r"|accounts?)\b|\bkill(?:er)?s? (?:criteria|list|signals?|switch)\b|^killers?\W*$"
    r"|\bdecline\b.{0,12}\b(?:if|when)\b|\bwhom? (?:do|would|should|can) (?:you|we) (?:not"
    r"|never|leave|avoid|skip|ignore|exclude|turn (?:down|away)|say no to)\b"
    r"|\b(?:is|are|gets?) (?:sent back|rejected|declined|closed|turned down|dropped|returned)"
    r" (?:if|when)\b"
    r"|\brul(?:e|es|ed|ing) (?:\w+ )?out\b|^stop\W*$|\bstop signs?\b|\b(?:instant|clear"
    r"|automatic|definite) no\b|\b(?:yellow|amber"
    r"|orange) flags?\b"
    r"|\b(?:do not|don['’]t|never) \w+(?: \w+){0,3} (?:if|when|where)\W*$"
    r"|\bstop (?:calling|chasing|ringing|selling|visiting|e-?mailing|contacting|pitching|wasting)\b"
    r"|(?:\bwe (?:do not|don['’]?t)|^(?:please )?(?:do not|don['’]?t|never)) (?:even )?"
    r"(?:bother|call|ring|visit|touch|e-?mail|quote|pitch|waste|take|want)\b"
    r"|\bnot to (?:call|chase|sell|pursue|target|contact|approach|serve|bother)\b"
    r"|\b(?:we|they) lose (?:with|among)\b"
    r"|^\W*(?:bad|poor|wrong|worst)(?: ones?)?\W*$|^k\.?o\.?\W*$"
    r"|^(?:kills|ends|stops|sinks|breaks) (?:it|the deal|a deal|deals|them)\W*$|^(?:auto[- ]?)?dq"
    r"(?:['’]?s|ed)?\W*$|\b(?:bad|poor|wrong|worst) (?:customers?|clients?|buyers?|deals?)\b"
    r"|\bknock[- ]?outs?\b|\bshow[- ]?stoppers?\b|\btime[- ]?wasters?\b|\bwaste of (?:\w+ )?time\b"
    r"|\bdeal[- ]?(?:breakers?|killers?)\b|\bno[- ]?go(?:e?s)?\b|\bred flags?\b|\bbad signs?\b"
    r"|\b(?:stop|walk away|pass|skip|drop|reject|say no)\b.{0,12}\b(?:if|when)\b"
    r"|\b(?:walk|stay|steer|keep|run) away\b|\bturn (?:down|away)\b"
    r"|\b(?:we|to) (?:pass on|skip|reject|refuse|turn (?:down|away))\b|\bwho to skip\b"
    r"|\bnot worth (?:calling|chasing|pursuing|a call|it|(?:the|our|your) time)\b|\bwho not to\b"
    r"|\bnever (?:for|if|when|take|to)\b|\bhard no\b"
    rf"|\bnever {_TURN_DOWN}\b"
    r"|(?:^|/ ?)(?:please )?(?:never|no|not|nope|forget(?: about)?|out|ignored?"
    r"|no thanks?|reject(?:ed)?|skip(?:ped)?|leave out"
    r"|pass on)\W*(?:$|/)"
    r"|\b(?:less|poorly|badly|hardly) (?:well[- ])?(?:suited|suitable|ideal|right)\b"
    r"|(?:^|/ ?)(?:probably |maybe |likely )?not,? (?:if|when)\b"
    r"|(?:^|/ ?)(?:stay with|stick with|stay on|stick to|keep) .{2,40} (?:if|when)(?: you)?\W*$"
    r"|\blook elsewhere\b|\bwant (?:less|fewer) of\b"
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
    r"|\b(?:close|mark|drop)\b.{0,40}\b(?:if|when)\b.{0,30}\btrue\b"
    r"|\buitsluitings\w*|\bniet voor\b|\bno[- ]?bid\b|^decline\b|^losing\b"
)
"""What a heading says that turns away those who stand under it: the one list of such words."""
_AND = r"\s?(?:/|\||&|\band\b|\bor\b|\bvs\.?|\bversus\b)\s?"
_BOTH = re.compile(
    rf"(?i)\b(?:go|bid){_AND}no[- ]?(?:go|bid)\b|\bqualif[a-z]+{_AND}(?:dis|un)-?qualif"
    rf"|\bdis-?qualif[a-z]+{_AND}qualif"
    rf"|\bgreen (?:flags? )?{_AND}red\b|\bred (?:flags? )?{_AND}green\b|\byes{_AND}no\b"
    rf"|\b(?:good|great|best|ideal)(?:[- ]fit)?{_AND}(?:bad|poor|no|not)\b|\bin{_AND}out\b"
    rf"|\bqualify (?:(?:them|her|him|it) )?in{_AND}out\b|\binclu\w+{_AND}exclu|\b(?:fit"
    rf"|match){_AND}(?:no[- ]|not a |mis)|\bdo['’]?s{_AND}don"
)
"""A heading that speaks of those who fit and of those who do not takes no side."""
FOR = re.compile(
    r"(?i)\b(?:good|great|best|strong|right|perfect|ideal)[- ](?:fit|match)\b"
    r"|\bworks? (?:well|best|great)(?: together| with (?:you|us|companies|clients|people|teams))? "
    r"(?:if|when)\b|\b(?:fit|match) (?:if|when)\b|\bqualif(?:y|ied|ying)[- ](?:(?:them|her|him|it"
    r"|this|these) )?in\b"
    r"|\b(?:must|should|have to|need to) (?:all )?(?:be true|be met|apply|hold)\b"
    r"|^is (?:it|this|[\w ]{2,20}?) (?:right |made |meant |something )?for you\W*$"
    r"|\bis (?:the |a )?better (?:choice|fit|option|pick)\W*$"
    r"|^(?:yes|definitely|absolutely),? (?:if|when)\b"
    r"|^(?:buy|choose|pick|go with|move to|switch to|use|try) [\w-]+(?: [\w-]+)? (?:if|when)"
    r"(?: you)?\W*$"
    r"|\bget the most (?:out of|from) .{2,30} (?:if|when)\b"
    r"|^\W*(?:good|great|best)(?: ones?)?\W*$|^\W*(?:qualify|qualifies|go for)\W*$"
    r"|\bgreen flags?\b|\bgood signs?\b|\bbonus points?\b|\bpositive (?:signs?|signals?|criteria)\b"
    r"|\b(?:continue|proceed|pursue|go ahead|go on|book a call|qualify)\b.{0,12}\b(?:if|when)\b"
    r"|\b(?:we |they |it )?(?:wins?|works best|fits best) (?:when|if|where)\b|^(?:who )?buys\W*$"
    r"|\b(?:target|targeting|list|icp|selection|qualification)(?: list)? rules\b"
    r"|\b(?:go|bid|yes|when to (?:qualify|pursue|bid|call|engage)|worth (?:a call|pursuing|it))"
    r"(?: (?:if|when|where))?\W*$|^(?:good|ideal|great|strong|right|perfect) (?:partners?"
    r"|prospects?"
    r"|leads?|accounts?|resellers?|candidates?|opportunit(?:y|ies)|bids?|tenders?|sites?)\W*$"
    r"|\b(?:take|book|accept)\b.{0,20}\b(?:if|when|where)\W*$|^\W*(?:qualified|accepted)\W*$"
    r"|\b(?:is|are|gets?) (?:accepted|qualified|passed on|handed over) (?:if|when)\W*$"
    r"|^\W*(?:minimum bar|entry ticket|table stakes)\W*$"
    r"|^\W*(?:(?:positive|hard|key|main|core|our|icp|fit|minimum|lead) )*(?:qualifiers?"
    r"|(?:qualification|qualifying|fit|icp|entry|eligibility|minimum|lead) (?:criteria|requirements"
    r"|conditions))\W*$"
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
    r"(?i)^(?:(?P<ideal>ideal|perfect|preferred|green|good|great|best|strong|yes)"
    r"|(?P<fair>acceptable|ok|maybe|possible|perhaps"
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
    r"(?i)\b(?:fit|match|for|who|worth|work|apply|pursue|target|chase|approach|sell|serve|contact"
    r"|exclu\w*"
    r"|avoid"
    r"|out of scope|eligible|icp|off limits|wasters?|not our)\b"
)
HAVES = re.compile(
    r"(?i)^\W*(?:must|nice|good|should|could)[- ](?:to[- ])?haves?\b\W*(?:criteria)?\W*$"
    r"|^\W*(?:must|nice|should|could|essential|desirable|mandatory|optional|plus|bonus)s?\W*$"
    r"|^(?:(?:what|who|whom) )?(?:do )?(?:we|i)(?:['’]re| are| really| do| most)? (?:want|like"
    r"|love"
    r"|prefer"
    r"|look(?:ing)? for|need to see|check for|say yes to|pursue|chase|go after)"
    r"(?: to see| most| instead"
    r"| in an? \w+)?\W*$|^looking for\W*$"
    r"|^(?:please )?do (?:call|ring|chase|contact|go after|target|sell to)\W*$"
)
"""What somebody wants: of a persona it may be the buyer's own list, or a job advert's."""
_MUST = re.compile(r"(?i)\bmust|\brequired|\bmandatory|\bessential")
_NICE = re.compile(r"(?i)\bnice|\bgood[- ]to|\bcould|\bbonus|\boptional|\bplus|\bdesirable")
_SHOULD = re.compile(r"(?i)^\W*should\b")
_WEAK = re.compile(r"(?i)\bweak\b|\b(?:yellow|amber|orange) flag")
_COLOUR = re.compile(r"(?i)\W*(?:(?P<green>green)|red)\W*")
_CHECKLIST = re.compile(
    r"(?i)\b(?:go|qualification|qualifying|fit|deal|lead|partner|bid)(?: ?(?:/|or) ?no[- ]?(?:go"
    r"|bid))?"
    r" check-?list\b"
)
OUTRIGHT = re.compile(
    r"(?i)\bdis-?qualif|\bexclu|\bqualif\w+[- ]out|\bknock|\bdeal[- ]?(?:breaker|killer)"
    r"|\bno[- ]?go|\bshow[- ]?stopper|\b(?:stop|walk away|reject|never|must not|will not)\b"
    r"|\b(?:do not|don['’]t) (?:target|sell|pursue|work|serve)\b|\bcannot (?:serve|sell)\b"
    r"|\bnot for\b|\bout of scope\b|\bstop (?:calling|chasing|selling)\b|^(?:auto[- ]?)?dq\b"
    r"|\bdon['’]?t (?:bother|call|chase|touch)\b|^kills\b|^k\.?o\.?\W*$"
    r"|\b(?:hard|instant|automatic|definite) no\b|\bno[- ]?bid\b"
    r"|\bkill(?:er)?s? (?:criteria|list)"
)
"""Words that end a conversation."""
OF_BUYER = re.compile(r"(?i)\bdeal[- ]?breakers?\b")
"""What breaks the deal for the buyer, unless must-haves stand beside it."""

OF_PRODUCT = re.compile(
    r"(?i)\b(?:SSO|single sign-on|APIs?|EDI|apps?|audit (?:trails?|logs?)|integrations?|connectors?"
    r"|dashboards?|exports?|imports?|offline|encryption|reports?|reporting|alerts?|templates?"
    r"|uptime|SLAs?|hosting|self-hosted|mobile|interface|notifications?|backups?|trial|demo"
    r"|permissions?|role-based|real-time|user-friendly|onboarding|migration|import|sync"
    r"|tracking|references?|pricing|price|features?|support)\b"
)
"""What a buyer may have from a product: of a list of must-haves it may be the buyer's own."""

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
    return bool(AGAINST.search(heading)) and _BOTH.search(heading) is None


@lru_cache(maxsize=1024)
def _side(heading: str) -> Side | None:
    if len(heading) > _LONG_HEADING:
        return None
    if _IF.search(heading):
        return "against" if _NEGATED.search(heading) or turns_away(heading) else "for"
    if turns_away(heading):
        return "against"
    if _CHECKLIST.search(heading):
        return "for"
    colour = _COLOUR.fullmatch(heading)
    if colour is not None:
        return "for" if colour["green"] else "against"
    if _BOTH.search(heading):
        return None
    if FOR.search(heading):
        return "against" if _NEGATED.search(heading) else "for"
    return "for" if HAVES.match(heading) else None


def weight_of(side: tuple[Side, str]) -> Weight | None:
    """Give the weight that a heading says ("must-have", "knock-out"), if it says one."""
    if side[0] == "against" and _WEAK.search(side[1]):
        return "LOW"
    if side[0] == "against":
        return "INSTANT_DISQUALIFIER" if OUTRIGHT.search(side[1]) else None
    column = _COLUMN.match(side[1].strip())
    if column:
        return "HIGH" if column["ideal"] else "LOW"
    if _SHOULD.search(side[1]):
        return "MEDIUM"
    return "LOW" if _NICE.search(side[1]) else "HIGH" if _MUST.search(side[1]) else None


_OUTCOME = re.compile(
    r"We (?:(?:really|usually|often|always|mostly|rarely|only|also) )?(?:win|lose|close)"
    r"(?: out| deals| best| them)? (?:if|when|where|whenever) "
    r"(?:they|their|the|it|she|he|an?|there|somebody|nobody)\b"
)


def wins_or_loses(text: str) -> bool:
    """Tell whether a sentence says when the seller wins or loses: "We lose when they lease"."""
    return text.startswith("We ") and _OUTCOME.match(text) is not None
