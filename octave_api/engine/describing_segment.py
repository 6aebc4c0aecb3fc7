"""
A segment's name and description: what a seller would call it, and two sentences to say aloud.

Each name and each sentence goes to the ledger with what it rests on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from octave_api.engine.casing import cased
from octave_api.engine.characteristics import MOVED, customers_in
from octave_api.engine.company_nouns import COMPANY_NOUNS
from octave_api.engine.counts import counted_by
from octave_api.engine.describing import (
    Lists,
    can_be_told,
    companies,
    in_the_way,
    names_its_firms,
)
from octave_api.engine.draft import Statement
from octave_api.engine.facts import FoundFact, fact_words, lower_name
from octave_api.engine.furniture import entitles_a_page
from octave_api.engine.headings import names_field
from octave_api.engine.items import Item, Ledger
from octave_api.engine.material import Material
from octave_api.engine.naming_segment import (
    GENERIC,
    named_by,
    named_by_help,
    names_a_market,
    names_no_seller,
)
from octave_api.engine.phrases import read_phrase
from octave_api.engine.several import rows_named
from octave_api.engine.sides import ELIDED_IF
from octave_api.engine.trimming import keep_case
from octave_api.engine.wording import capital, join, lower_first, squeeze

_LONGEST_NAME = 6
_WHO = re.compile(r"(?i)who|whom|target|for whom|customers?")
_DETAIL = re.compile(r"\s(?:with|over|above|in|across|who|that|between|mostly)\s|[,;(]")
_SEGMENT_KEY = re.compile(r"(?i)\b(?:segment|icp|profile|vertical|market)\b")
_STAGES = {
    "startup": "Startups",
    "scale-up": "Scale-ups",
    "small business": "Small businesses",
}


_SIZED = re.compile(r"\([<>~]?\d[^()]{2,30}\)$")


def segment_name(
    material: Material, facts: Sequence[FoundFact], counts: Sequence[Item], ledger: Ledger
) -> str:
    """Name the segment: as the source's own heading, or from its size and industry."""
    labelled = next(iter(rows_named(material.reading.statements, "segment").values()), None)
    if labelled is not None and len(labelled.text.split()) <= _LONGEST_NAME:
        text = capital(squeeze(labelled.text.replace("_", " ")))
        return ledger.add("/name", Item(text, "SOURCE", material.span(labelled)))
    keyed = next(filter(_is_name, material.reading.statements), None)
    if keyed is not None:
        return ledger.add(
            "/name", Item(capital(squeeze(keyed.text)), "SOURCE", material.span(keyed))
        )
    weak: Item | None = None
    weighed = {
        one.headings[-1]
        for one in material.reading.statements
        if one.shape in ("value", "cell")
        and one.headings
        and (one.text.isdigit() or counted_by(one.text, one.headings[-1]))
    }
    told = material.customers
    sized = [one for one in material.reading.headings if _SIZED.search(one.text)]
    for heading in material.reading.headings[:2]:
        if entitles_a_page(heading.text) or heading.text.startswith(tuple(told)):
            continue
        if ELIDED_IF.search(heading.text):
            continue  # "Not a good fit if"
        if len(sized) > 1 and heading in sized:
            continue  # "Startups (1-3 sites)" beside "Groups (10-60 sites)"
        if heading.text in weighed:
            continue
        item = named_by(material, heading)
        if item is not None and names_a_market(item.text):
            return ledger.add("/name", item)
        if item is not None and names_no_seller(item.text, material):
            weak = weak or item
        if heading.source in material.pitches and not material.remarks:
            break  # A page that sells opens with its own name and promise.
    named = _named_by_facts(facts, counts, _firms_of(material))
    if named is None or named.text.startswith("Companies"):
        helped = named_by_help(material) if material.pitches else None
        named = helped or _named_by_who(material) or _named_by_customers(material) or named
    if named is not None and named.text.startswith("For "):
        named = replace(named, text=capital(named.text[4:]))
    return ledger.add("/name", named or weak or _last_resort(material))


def _named_by_customers(material: Material) -> Item | None:
    """Name the segment by those who are customers already: "Lumero customers"."""
    for item in (*material.of("firmographics"), *material.of("fitExplanation")):
        if (who := customers_in(item.text)) and item.span is not None:
            rule = "whom the source names as customers"
            return Item(who, "INFERRED", item.span, rule)
    return None


def _is_name(statement: Statement) -> bool:
    """Tell whether a line is the value of a key "name" ("name: Municipal water utilities")."""
    key = (
        statement.headings[-1].lower() if statement.shape == "value" and statement.headings else ""
    )
    keyed = key == "name" or (
        key == "title" and any(map(_SEGMENT_KEY.search, statement.headings[:-1]))
    )
    return keyed and len(statement.text.split()) <= _LONGEST_NAME


def _named_by_who(material: Material) -> Item | None:
    """Name the segment by what stands behind "Who:", up to where it goes into detail."""
    for statement in material.reading.statements:
        if statement.headings and _WHO.fullmatch(statement.headings[-1]):
            text = _DETAIL.split(squeeze(statement.text), maxsplit=1)[0]
            if len(text.split()) <= _LONGEST_NAME:
                return Item(capital(text), "SOURCE", material.span(statement))
    return None


_FIRMS_OF = re.compile(rf"^(?P<firms>(?:[\w-]+ ){{1,3}}{COMPANY_NOUNS}) (?:with|that|who|in|of)\b")
_SAYS_NOTHING = frozenset(
    "our the target ideal these most other large small mid-sized all any many some private public "
    "european local regional independent smaller larger medium-sized".split()
)


def _firms_of(material: Material) -> str:
    """Give what the first line on the companies calls them: "scaffolding firms with …"."""
    for item in [*material.of("firmographics"), *material.of("fitExplanation")]:
        found = _FIRMS_OF.match(item.text)
        if found and any(word.lower() not in _SAYS_NOTHING for word in found["firms"].split()[:-1]):
            return capital(found["firms"])
    return ""


def _named_by_facts(
    facts: Sequence[FoundFact], counts: Sequence[Item], line: str = ""
) -> Item | None:
    size = next((one for one in facts if one.fact.key == "stage"), None)
    where = next((one for one in facts if one.fact.key == "industry"), None)
    heads = next((one for one in facts if one.fact.key in ("employees", "revenue")), None)
    grounds = [one.span for one in (size, where, heads) if one] + [one.span for one in counts]
    if not grounds:
        return None
    text = _plural_stage(size.fact.value) if size else line or "Companies"
    if where:
        label = companies(where)
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
    if (
        first is not None
        and not (GENERIC.match(text) or names_field(text) or entitles_a_page(text))
        and ELIDED_IF.search(text) is None
        and names_no_seller(text, material)
    ):
        return Item(squeeze(first.text), "SOURCE", material.span(first))
    return Item("Companies", "INFERRED", None, "the source names no industry, size or place")


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
    pains = material.merged("painPoints")
    first = [item for item in lists["keyPriorities"] if item.origin == "SOURCE"]
    first = [item for item in first if can_be_told(item.text)]
    first = [item for item in first if read_phrase(item.text).kind != "clause"]
    first = [item for item in first if not MOVED.search(item.text)][:2]
    if material.language:
        first, pains = [], []
    if first:
        text = join([keep_case(item.text) for item in first])
        rule = "the first of the quoted priorities"
        said.append(first[0].inferred(f"What matters most to them: {text}.", rule))
    elif pains:
        said.append(in_the_way(pains[0]))
    if not said:
        text = f"{shown}: the source says little about these companies."
        said.append(Item(text, "INFERRED", None, "no fact of the source describes them"))
    sources = [document.text for document in material.documents]
    said = [replace(item, text=cased(item.text, *sources)) for item in said]
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
        apart = "" if text == "Companies" else ","
        text += f"{apart} in {_where(of['geography'])}"
    return Item(f"{text}.", "INFERRED", grounds[0], "a summary of the quoted facts")


_MANY_PLACES = 5


def _where(places: Sequence[FoundFact]) -> str:
    """Say the first places, and how many more there are where they are many."""
    named = [fact_words(one) for one in places[:3]]
    more = len(places) - len(named)
    return join([*named, f"{more} other places"] if more + len(named) >= _MANY_PLACES else named)


def _who(stage: str, industries: Sequence[FoundFact]) -> str:
    """Say stage and industries: "Mid-market hospitals", "Startups in banking and insurance"."""
    group = _plural_stage(stage) if stage else "Companies"
    if len(industries) > 1 and not stage and all(map(names_its_firms, industries)):
        return capital(join([companies(one) for one in industries]))
    if len(industries) != 1:
        where = join([lower_name(one.fact.value) for one in industries])
        return f"{group} in {where}" if where else group
    one = companies(industries[0])
    if not stage:
        return capital(one)
    if _is_adjective(stage):
        return f"{stage} {one}"
    return f"{group} in {lower_name(industries[0].fact.value)}"
