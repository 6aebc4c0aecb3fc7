"""
Names and descriptions: what a seller would call it, and two sentences that one would say aloud.

Each name and each sentence goes to the ledger with what it rests on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from octave_api.contract import Claim
from octave_api.engine import phrasing
from octave_api.engine.draft import Statement
from octave_api.engine.facts import FoundFact, fact_words, lower_name
from octave_api.engine.firmographics import find_firmographics
from octave_api.engine.grammar import article, base_phrase, form, third_phrase
from octave_api.engine.imperatives import commands
from octave_api.engine.items import Item, Ledger, merge, typical
from octave_api.engine.lexicon import look_up
from octave_api.engine.markets import market
from octave_api.engine.material import Material
from octave_api.engine.phrase import SURE
from octave_api.engine.phrases import read_phrase
from octave_api.engine.roles import alias
from octave_api.engine.trimming import keep_case
from octave_api.engine.who import Who
from octave_api.engine.wording import capital, join, lower_first, shorten, squeeze

_LONG_PAIN = 14
Lists = Mapping[str, Sequence[Item]]

# Both kinds


def given_name(name: str, ledger: Ledger) -> str:
    """Take the name of the request as it is."""
    rule = "the name given in the request"
    ledger.claims.append(Claim(pointer="/name", text=name, origin="INFERRED", rule=rule))
    return name


def _in_the_way(pain: Item) -> Item:
    text = f"What gets in the way: {keep_case(pain.text)}."
    base = base_phrase(pain.text) if form(pain.text) in ("base", "third") else None
    if base:
        text = f"They {lower_first(base)}."
    return pain.inferred(text, "the first of the quoted pains")


# Persona


def persona_name(who: Who, meant: Item | None, facts: Sequence[FoundFact], ledger: Ledger) -> str:
    """
    Name the persona: by its heading among several, its title, or the own name it is given.

    Where the source names no role, it is the buyer at the companies that the source names.
    """
    return ledger.add("/name", meant or who.shown or who.own or _nobody(facts))


def _nobody(facts: Sequence[FoundFact]) -> Item:
    rule = "the source names no role"
    where = next((one for one in facts if one.fact.key == "industry"), None)
    if where is None:
        return Item("Buyer", "INFERRED", None, rule)
    return Item(f"Buyer at {_companies(where)}", "INFERRED", where.span, rule)


def persona_alias(who: Who, shown: str, strict: bool, ledger: Ledger) -> str:
    """Give the team's alias: the source's own name, else an invented first name."""
    if who.own is not None:
        text = re.sub(r"^(\w+)(?:,\s+|\s+\(|\s+[-–—]\s+)(.+?)\)?$", r"\1 the \2", who.own.text)
        return ledger.add("/internalName", replace(who.own, text=text))
    if who.title is None or strict:
        return ledger.add("/internalName", Item(shown, "INFERRED", None, "the persona's name"))
    reason = "an invented first name, so that a team can speak of the persona"
    return ledger.add("/internalName", typical(alias(who.title), reason))


def persona_description(who: Who, shown: str, lists: Lists, *, strict: bool, ledger: Ledger) -> str:
    """Say what somebody does or wants, then what gets in the way or matters most."""
    spoken = _spoken(who.title.text) if who.title else re.sub(r"(?<=[a-rt-z])s$", "", shown)
    if shown.startswith("Buyer") and who.title is None:
        spoken = lower_first(shown)
    if who.at:
        spoken = f"{spoken} {who.at}"
    aims = [one for one in lists["keyObjectives"] if _is_aim(one)]
    said: list[Item] = []
    does = _does(lists["primaryResponsibilities"], spoken)
    wants = base_phrase(aims[0].text, verbal=commands(aims[0].text)) if aims else None
    wants = wants and f"to {lower_first(wants)}".removeprefix("to want ")
    if does is not None:
        said.append(does)
    elif wants and len(wants.split()) <= 20:
        text = f"{capital(article(spoken))} who wants {wants}."
        said.append(aims.pop(0).inferred(text, "a summary of quoted aims"))
    elif who.shown is not None:
        text = f"{capital(article(spoken))}."
        said.append(who.shown.inferred(text, "the title that the source gives"))
    said += _second(who, lists["painPoints"], aims, strict)
    if not said:
        text = f"{shown}: the source says little about this role."
        said.append(Item(text, "INFERRED", None, "nothing in the source describes the role"))
    return ledger.add_sentences("/description", said)


def _is_aim(item: Item) -> bool:
    return item.origin == "SOURCE" and len(item.text.split()) >= 3


def _does(duties: Sequence[Item], spoken: str) -> Item | None:
    """Say in one sentence what the first one or two quoted duties are."""
    phrases = [
        (item, shorten(lower_first(phrase), 16))
        for item in duties
        if item.origin != "TYPICAL" and _says_a_deed(item.text)
        if (phrase := third_phrase(item.text)) and read_phrase(phrase, verbal=True).third
    ][:2]
    if not phrases:
        return None
    long = sum(len(phrase.split()) for _, phrase in phrases) > 24
    if long or (len(phrases) > 1 and phrases[1][1] in phrases[0][1]):
        phrases = phrases[:1]
    text = f"{capital(article(spoken))} who {' and '.join(phrase for _, phrase in phrases)}."
    return phrases[0][0].inferred(text, "a summary of quoted duties")


def _says_a_deed(text: str) -> bool:
    """Tell whether a duty is surely something done, and not "Project management"."""
    found = read_phrase(text, verbal=True)
    return found.kind in ("verb", "gerund") and phrasing.duty(text).sure >= SURE


def _second(who: Who, pains: Sequence[Item], aims: Sequence[Item], strict: bool) -> Iterator[Item]:
    """Give the sentence on the first pain, else the first aim, else what is typical."""
    quoted = [one for one in pains if one.origin == "SOURCE" and _stands_after_colon(one.text)]
    if quoted:
        yield _in_the_way(quoted[0])
    elif aims := [one for one in aims if _can_be_told(one.text)]:
        base = base_phrase(aims[0].text, verbal=True)
        text = f"Cares most about {lower_first(aims[0].text)}."
        if form(aims[0].text) == "participle":
            text = f"Is {lower_first(aims[0].text)}."
        elif base:
            text = f"Wants {f'to {lower_first(base)}'.removeprefix('to want ')}."
        yield aims[0].inferred(text, "the first of the quoted aims")
    elif who.role is not None and not strict:
        yield typical(who.role.summary, "typical of the role")


def _can_be_told(aim: str) -> bool:
    """Tell whether an aim reads on after "wants" or "cares most about"."""
    found = read_phrase(aim, verbal=True)
    return found.sure >= SURE and found.kind in ("verb", "gerund", "noun", "wish")


def _stands_after_colon(text: str) -> bool:
    if form(text) not in ("noun", "gerund", "clause") or len(text.split()) > 18:
        return False
    found = read_phrase(text)
    if found.kind in ("hard", "unknown") or text.startswith("Not "):
        return False
    return found.sure >= SURE or len(text.split()) > _LONG_PAIN


def _spoken(title: str) -> str:
    """Write a title as in running text: "VP of Sales" stays, "Platform Engineer" is lowered."""
    words = title.split()
    if title[:1].islower() or any(sum(map(str.isupper, word)) > 1 for word in words):
        return title
    return " ".join(word.lower() for word in words)


# Segment


_TAIL = re.compile(
    r"(?i)\s*\b(?:description|overview|segment|profile|(?:sales )?play|market segment|icp|"
    r"ideal customer profile|audience)\s*$"
)
_LEAD = re.compile(
    r"(?i)^(?:(?:market )?segment|icp|ideal customer profile|industry|vertical|target market)"
    r"\s*[:–—-]\s*|^(?:solutions? )?for\s+"
)
_GENERIC = re.compile(
    r"(?i)^(?:our |the )?(?:current )?(?:icp|ideal customer profile.*|audience|target.*|"
    r"who (?:we|to|it|buys).*|overview|description|customers?|buyers?|market|segments?|calls?|"
    r"meetings?|.*scoring.*|criteria|"
    r"summary|introduction|sales play.*|page|document|untitled|home|"
    r"industr(?:y|ies)|verticals?|sectors?|geos?|headcount|employees|revenue|country|region|"
    r"(?:must|nice)[- ](?:to[- ])?haves?|criterion|firmographics?|company (?:size|profile)|"
    r"ideal compan(?:y|ies)|tier .{1,3}|.*\bfit|attributes?|characteristics|geograph.*|"
    r"notes?|notes .*|.*\bquestions\b.*|who .*|.*min(?:ute)?s? read|"
    r".*(?:solution|resource|play|guide|page|handbook).*)$"
)
_EMPTY = re.compile(r"(?i)^(?:(?:our|the|a|my|current|new|ideal|target|best|primary|key)\s*)+$")
_FOR_WHOM = re.compile(r"(?i)^.{2,40}? for (?P<whom>.{3,40})$")
_COMPANIES = re.compile(
    r"(?i)\b(?:chains|companies|firms|businesses|banks|hospitals|clinics|manufacturers|makers|"
    r"retailers|brands|forwarders|carriers|insurers|start-?ups|agencies|shops|stores|restaurants|"
    r"hotels|schools|universities|practices|providers|operators|producers|distributors|"
    r"wholesalers|builders|contractors|suppliers|publishers|studios|vendors|lenders|brokers|unions|"
    r"airlines|farms|breweries|wineries|pharmacies|laboratories|labs|charities|nonprofits|"
    r"municipalities|dealers|dealerships|gyms|salons)$"
)
_STAGES = {
    "startup": "Startups",
    "scale-up": "Scale-ups",
    "small business": "Small businesses",
}


def segment_name(
    material: Material, facts: Sequence[FoundFact], counts: Sequence[Item], ledger: Ledger
) -> str:
    """Name the segment: as the source's own heading, or from its size and industry."""
    weak: Item | None = None
    for heading in material.reading.headings[:2]:
        item = _named_by(material, heading)
        if item is not None and _names_a_market(item.text):
            return ledger.add("/name", item)
        if item is not None and _names_no_seller(item.text, material):
            weak = weak or item
        if heading.source in material.pitches and not material.remarks:
            break  # A page that sells opens with its own name and promise.
    named = _named_by_facts(facts, counts)
    return ledger.add("/name", named or weak or _last_resort(material))


def _names_a_market(text: str) -> bool:
    """Tell whether a heading says which companies: a trade, a size or a plural that is known."""
    return bool(find_firmographics(text)) or any(
        look_up(word.lower().strip(",")).plural for word in text.split()
    )


def _names_no_seller(text: str, material: Material) -> bool:
    """Tell whether a heading is more than one name that no table knows, most often the seller's."""
    if material.seller is not None and material.seller.search(text):
        return False
    return any(look_up(word.lower()).known for word in text.split())


def _named_by(material: Material, heading: Statement) -> Item | None:
    """Read a heading as the segment's name, unless it names a product or a kind of page."""
    plain = squeeze(heading.text)
    product = _FOR_WHOM.match(plain)
    buyers = find_firmographics(product["whom"]) if product else []
    industry = next((one.value for one in buyers if one.key == "industry"), None)
    if industry is not None:
        # "Our product for banks" names the product; its buyers are banks.
        text, rule = capital(_label(industry)), "whom the page's title is for"
        return Item(text, "INFERRED", material.span(heading), rule)
    if heading.source in material.pitches and not material.remarks:
        return None
    text = _TAIL.sub("", _LEAD.sub("", plain)).strip(" :–—-")
    if 1 <= len(text.split()) <= 6 and not _GENERIC.match(text) and not _EMPTY.match(text):
        return Item(capital(text), "SOURCE", material.span(heading))
    return None


def _named_by_facts(facts: Sequence[FoundFact], counts: Sequence[Item]) -> Item | None:
    size = next((one for one in facts if one.fact.key == "stage"), None)
    where = next((one for one in facts if one.fact.key == "industry"), None)
    heads = next((one for one in facts if one.fact.key in ("employees", "revenue")), None)
    grounds = [one.span for one in (size, where, heads) if one] + [one.span for one in counts]
    if not grounds:
        return None
    text = _plural_stage(size.fact.value) if size else "Companies"
    if where:
        label = _companies(where)
        text = capital(label)
        if size and _is_adjective(size.fact.value):
            text = f"{size.fact.value} {lower_first(label)}"
    if heads and not (size and where):
        noun = "employees" if heads.fact.key == "employees" else "in revenue"
        text = f"{text} with {fact_words(heads)} {noun}"
    elif counts and not size:
        text = f"{text} with {counts[0].text}"
    return Item(text, "INFERRED", grounds[0], "size and industry of the source, as a name")


def _last_resort(material: Material) -> Item:
    first = next(iter(material.reading.headings), None)
    text = squeeze(first.text) if first is not None else ""
    if first is not None and not _GENERIC.match(text) and _names_no_seller(text, material):
        return Item(squeeze(first.text), "SOURCE", material.span(first))
    return Item("Companies", "INFERRED", None, "the source names no industry, size or place")


def _companies(found: FoundFact) -> str:
    """Name the companies of an industry in the source's words, if these are a plural noun."""
    words = " ".join(found.span.quote.split())
    return lower_first(words) if _COMPANIES.search(words) else _label(found.fact.value)


def _label(industry: str) -> str:
    """Name the companies of an industry: "Manufacturing" -> "manufacturers"."""
    known = market(industry)
    name = lower_name(industry)
    return known.label if known else name if _COMPANIES.search(name) else f"{name} companies"


def _is_adjective(stage: str) -> bool:
    return stage.lower() not in _STAGES and not stage.lower().endswith("company")


def _plural_stage(stage: str) -> str:
    """Say a stage for many companies: "Private company" -> "Private companies"."""
    if stage.lower().endswith("company"):
        return stage[:-1] + "ies"
    return _STAGES.get(stage.lower(), f"{stage} companies")


def segment_description(
    material: Material,
    shown: str,
    facts: Sequence[FoundFact],
    counts: Sequence[Item],
    lists: Lists,
    fit: Sequence[Item],
    ledger: Ledger,
) -> str:
    """Say who these companies are, then what matters most to them or gets in their way."""
    who = _who_they_are(facts, counts)
    said = [who] if who is not None else list(fit[:1])
    pains = merge(material.of("painPoints"))
    first = [item for item in lists["keyPriorities"] if item.origin == "SOURCE"]
    first = [item for item in first if _can_be_told(item.text)][:2]
    if first:
        text = join([keep_case(item.text) for item in first])
        rule = "the first of the quoted priorities"
        said.append(first[0].inferred(f"What matters most to them: {text}.", rule))
    elif pains:
        said.append(_in_the_way(pains[0]))
    if not said:
        text = f"{shown}: the source says little about these companies."
        said.append(Item(text, "INFERRED", None, "no fact of the source describes them"))
    return ledger.add_sentences("/description", said)


def _who_they_are(facts: Sequence[FoundFact], counts: Sequence[Item]) -> Item | None:
    """Say size, industry and place in one sentence."""
    of: dict[str, list[FoundFact]] = {}
    for one in facts:
        of.setdefault(one.fact.key, []).append(one)
    keys = ("industry", "employees", "revenue", "geography")
    grounds = [one.span for key in keys for one in of.get(key, [])]
    grounds += [one.span for one in counts if one.span]
    if not grounds:
        return None
    stage = of["stage"][0].fact.value if "stage" in of else ""
    text = _who(stage, of.get("industry", [])[:3])
    details = []
    for key, template in (("employees", "{} employees"), ("revenue", "{} in revenue")):
        scored = [one for one in of.get(key, []) if one.points is None or one.points > 0]
        details += [template.format(fact_words(one)) for one in scored[:1]]
    details += [one.text for one in counts[:1]]
    if details:
        text += f" with {join(details)}"
    if "geography" in of:
        text += f", in {join([fact_words(one) for one in of['geography'][:3]])}"
    return Item(f"{text}.", "INFERRED", grounds[0], "a summary of the quoted facts")


def _who(stage: str, industries: Sequence[FoundFact]) -> str:
    """Say stage and industries: "Mid-market hospitals", "Startups in banking and insurance"."""
    group = _plural_stage(stage) if stage else "Companies"
    if len(industries) != 1:
        where = join([lower_name(one.fact.value) for one in industries])
        return f"{group} in {where}" if where else group
    one = _companies(industries[0])
    if not stage:
        return capital(one)
    if _is_adjective(stage):
        return f"{stage} {one}"
    return f"{group} in {lower_name(industries[0].fact.value)}"
