"""
The name of a segment as its source gives it: in a heading, or in what the seller helps whom do.
"""

from __future__ import annotations

import re

from octave_api.engine.company_nouns import COMPANY_NOUNS
from octave_api.engine.describing import label_of
from octave_api.engine.draft import Statement
from octave_api.engine.firmographics import find_firmographics
from octave_api.engine.headings import names_field
from octave_api.engine.items import Item
from octave_api.engine.lexicon import look_up
from octave_api.engine.material import Material
from octave_api.engine.trait_phrasing import names_firms
from octave_api.engine.wording import capital, squeeze

_TAIL = re.compile(
    r"(?i)\s*\b(?:description|overview|segment|profile|(?:sales )?play|market segment|icp|"
    r"ideal customer profile|audience)\s*$"
)
_LEAD = re.compile(
    r"(?i)^(?:(?:market |target )?segment(?: (?:profile|idea|draft))?|(?:customer|target|icp"
    r"|market) profile|memo"
    r"|go-to-market|gtm|icp(?: v?\d[\d.]*)?|ideal customer profile|industr(?:y|ies)"
    r"|verticals?|"
    r"solutions?|sectors?|"
    r"target market|target|"
    r"zielgruppe|zielkunden|branche|cible|doelgroep)"
    r"\s*[:,–—-]\s+|^(?:solutions? )?for\s+"
)
GENERIC = re.compile(
    r"(?i)^(?:our |the )?(?:current )?(?:icp|ideal customer profile.*|audience|target.*|"
    r"who (?:we|to|it|buys).*|overview|description|customers?|buyers?|market|segments?|calls?|"
    r"meetings?|.*\b(?:scor(?:e|es|ing)|rules)\b.*|criteria|"
    r"summary|introduction|sales play.*|page|document|untitled|home|(?:works|based) (?:at|in)|boss|"
    r"yes|no|maybe|(?:good|bad|best|wrong) answers?|.*\b(?:next|first|top|last) \d+ \w+|"
    r"in (?:order of|priority).*|ranked.*|"
    r"industr(?:y|ies)|verticals?|sectors?|geos?|headcount|employees|revenue|country|region|"
    r"(?:must|nice)[- ](?:to[- ])?haves?|criterion|firmographics?|company (?:size|profile)|"
    r"ideal compan(?:y|ies)|tier .{1,3}|territor.*|.*\bfit|attributes?|characteristics|geograph.*|"
    r"(?:points?|weights?|weighting|scor(?:e|es|ing)|ratings?|comments?|remarks?|max|total|example|examples"
    r"|why .*|triggers?|signals?|budget|timeline|scope|slide \d.*|updates?|agenda|next steps)\b.*|"
    r"case stud(?:y|ies)\b.*|customer stor(?:y|ies)\b.*|success stor(?:y|ies)\b.*|memo\b.*"
    r"|who .* / who .*|notes?|notes .*|in (?:his|her|their) (?:own )?words|top \d+ .*"
    r"|.*\b(?:survey|interviews?|transcript|recap|panel(?:lists|ists)?|respondents?|participants?"
    r"|interviewees?|attendees|debrief|win ?[/-] ?loss|quotes|verbatims|call)\b.*|deals?"
    r"|.*\bquestions\b.*|who .*|.*min(?:ute)?s? read|"
    r".*(?:solution|resource|play|guide|page|handbook).*)$"
)
_EMPTY = re.compile(r"(?i)^(?:(?:our|the|a|my|current|new|ideal|target|best|primary|key)\s*)+$")
_FOR_WHOM = re.compile(r"(?i)^.{2,40}? for (?P<whom>.{3,40})$")
_TO_READER = re.compile(r"(?i)\b(?:your?|yours|we|our|us)\b")
_PARTED = re.compile(r"\s*[:|/»›]\s+|\s+[–—|-]\s+|(?<=\))\s|\s(?=\()")
_DOCUMENT = re.compile(
    r"(?i)\b(?:notes?|memo|win|loss|q[1-4]|20\d\d|report|research|brief|handbook|wiki|slides?|deck"
    r"|segments?|icp|who we|targets?|targeting|market|overview|draft|one-pager|cents|go after|list"
    r"|crm|accounts?|tiers?|v\d|h[12]|active|profile|for|playbook|sales|gtm|plan|strategy|thoughts|subject|re"
    r"|rules|criteria|qualification|scor\w+|battle ?card|check-?list|cheat ?sheet|rubric)\b"
)
_OF_DOCUMENT = re.compile(
    r"(?i)\b(?:icp|ideal customer profiles?|drafts?|versions?|v\d+|personas?|playbook|handbook"
    r"|minutes|notes|summary|english|translation)\b"
)
"""What a heading calls the document, and no market."""
_HELPS = re.compile(
    r"^(?:[A-Z][\w.&-]+|We) (?:helps?|lets?|enables?) (?P<whom>(?:[a-z][\w-]+ ){0,3}[a-z][\w-]+s) "
    r"(?:to )?(?P<verb>[a-z]+)\b"
)
_FIRMS = re.compile(rf"(?i)\b{COMPANY_NOUNS}$")
_ANYBODY = re.compile(
    r"(?i)\b(?:teams|companies|businesses|people|organi[sz]ations|customers|users|clients|others"
    r"|leaders|managers|firms|your|their|our|all|its)\b"
)


def names_a_market(text: str) -> bool:
    """Tell whether a heading says which companies: a trade, a size or a plural that is known."""
    return not _OF_DOCUMENT.search(text) and (
        bool(find_firmographics(text))
        or any(look_up(word.lower().strip(",")).plural for word in text.split())
    )


def names_no_seller(text: str, material: Material) -> bool:
    """Tell whether a heading is more than one name that no table knows, most often the seller's."""
    if material.seller is not None and material.seller.search(text):
        return False
    return any(look_up(word.lower()).known for word in text.split())


def _names_firms(text: str) -> bool:
    trades = [one for one in find_firmographics(text) if one.key == "industry"]
    whole = bool(trades) and (trades[0].start == 0 or trades[-1].end == len(text))
    return whole or names_firms(text)


def _market_in(heading: str) -> str:
    """Give the part of a heading that names firms beside words for the document it heads."""
    parts = [part.strip(" ()") for part in _PARTED.split(heading) if part and part.strip(" ()")]
    told = [part for part in parts if _names_firms(part)]
    others = [part for part in parts if part not in told]
    if len(told) != 1 or not all(map(_DOCUMENT.search, others)):
        return heading
    return told[0]


def named_by(material: Material, heading: Statement) -> Item | None:
    """Read a heading as the segment's name, unless it names a product or a kind of page."""
    plain = squeeze(heading.text)
    product = _FOR_WHOM.match(plain)
    buyers = find_firmographics(product["whom"]) if product else []
    industry = next((one.value for one in buyers if one.key == "industry"), None)
    if industry is not None:
        # "Our product for banks" names the product; its buyers are banks.
        whom = squeeze(product["whom"]).strip(" .!") if product else ""
        trades = [one for one in buyers if one.key == "industry"]
        whole = any(one.end == len(whom) or one.end - one.start == len(whom) for one in trades)
        several = look_up(whom.split()[-1]).plural and whom.islower() if whom else False
        text = capital(whom if whole and several else label_of(industry))
        rule = "whom the page's title is for"
        return Item(text, "INFERRED", material.span(heading), rule)
    courts = heading.source not in material.pitches or (
        product is not None and _FIRMS.search(product["whom"].strip(" .!")) is not None
    )
    if product and _names_many(product) and courts:
        text = capital(squeeze(product["whom"]).strip(" .!"))
        return Item(text, "INFERRED", material.span(heading), "whom the page's title is for")
    if heading.source in material.pitches and not material.remarks:
        return None
    text = _TAIL.sub("", _LEAD.sub("", _LEAD.sub("", _market_in(plain)))).strip(" :–—-")
    if _TO_READER.search(text) or names_field(plain) or "|" in text:
        return None
    if 1 <= len(text.split()) <= 6 and not GENERIC.match(text) and not _EMPTY.match(text):
        return Item(capital(text), "SOURCE", material.span(heading))
    return None


def _names_many(product: re.Match[str]) -> bool:
    """Tell whether a title says what is sold to whom: "Payroll for film crews"."""
    sold, whom = product[0].partition(" for ")[0], product["whom"].strip(" .!")
    firms = names_firms(sold) or re.search(rf"(?i)\b{COMPANY_NOUNS}$", sold)
    many = look_up(whom.split()[-1]).plural and not firms
    return bool(many) and whom.islower() and not _TO_READER.search(whom)


def named_by_help(material: Material) -> Item | None:
    """Name the segment by whom the seller says it helps: "Crumbly helps millers sell flour"."""
    for statement in material.reading.statements:
        found = _HELPS.match(statement.text) if statement.source in material.pitches else None
        if found is None or _ANYBODY.search(found["whom"]) or not look_up(found["verb"]).base:
            continue
        rule = "whom the seller says it helps"
        return Item(capital(found["whom"]), "INFERRED", material.span(statement), rule)
    return None
