"""
Composing a market segment: firmographics, why it fits, what matters to it, how to sell to it.

The contract has no field for a segment's pains, titles or for what the seller says of
itself: these are kept as custom fields under a plain name, and asked as questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from octave_api.contract import FIRMOGRAPHICS, Claim, CustomField, Gap, SegmentData
from octave_api.engine import questions as ask
from octave_api.engine.material import Material
from octave_api.engine.draft import Draft
from octave_api.engine.items import Item, Ledger, Span, merge, typical
from octave_api.engine.markets import Market, market, size_market
from octave_api.engine.firmographics import find_firmographics, seller_side
from octave_api.engine.roles import titles_in_list
from octave_api.engine.sorting import heading_field
from octave_api.engine.wording import capital, lower_first, squeeze

_READ_FOR_FACTS = frozenset({"", "firmographics", "fitExplanation", "qualifyingQuestions"})
_FILL = {"keyPriorities": 3, "keyConsiderations": 3, "uniqueApproach": 2}
_KEPT_AS_CUSTOM = {
    "painPoints": "Pain points",
    "keyObjectives": "Desired outcomes",
    "whyWeMatterToThem": "How we help",
    "whyTheyMatterToUs": "Why they matter to us",
    "keyConcerns": "Concerns",
    "primaryResponsibilities": "What they do",
}
_GAPS = {
    "fitExplanation": "Why does this group of companies need what we sell?",
    "keyPriorities": "What is on these companies' agenda this year?",
    "keyConsiderations": "Who decides there, and how long does it take?",
    "uniqueApproach": "Which opening worked with the last customer of this kind?",
    "firmographics": "How large are they, in which industries and where?",
}
_TAIL = re.compile(
    r"(?i)\s*\b(?:description|overview|segment|profile|(?:sales )?play|market segment|icp|ideal customer profile|audience)\s*$"
)
_LEAD = re.compile(r"(?i)^(?:(?:market )?segment|icp|ideal customer profile|industry|vertical|target market)\s*[:–—-]\s*")
_GENERIC = re.compile(
    r"(?i)^(?:our |the )?(?:current )?(?:icp|ideal customer profile.*|audience|target.*|who (?:we|to|it).*|overview|description|customers?|market|segments?|.*scoring.*|"
    r"criteria|summary|introduction|sales play.*|page|document|untitled|home|.*(?:solution|resource|play|guide|page|handbook).*)$"
)
_SIZES = frozenset({"Enterprise", "Mid-market", "Small business"})
_EMPTY = re.compile(r"(?i)^(?:(?:our|the|a|my|current|new|ideal|target|best|primary|key)\s*)+$")
_ANAPHORA = re.compile(
    r"(?i)^(?:that|this|these|those|it|its|see|aka|also|but|however|so|and|or|here|there|such|he|she|then|as (?:an|a) example|for example|note|"
    r"when|we use|from experience)\b"
)


def compose(material: Material, *, name: str | None, strict: bool) -> Draft:
    """Compose the segment; see `compose.generate`."""
    ledger = Ledger()
    facts = _facts(material)
    positive = [found for found in facts if not found.fact.negated]
    industry = next((found.fact.value for found in positive if found.fact.key == "industry"), None)
    stage = next((found.fact.value for found in positive if found.fact.key == "stage"), None)
    known = [one for one in (market(industry) if industry else None, size_market(stage) if stage else None) if one]
    lists = {field: merge(material.of(field)) for field in _FILL}
    traits = merge(_traits(material, facts), limit=12)
    if not strict:
        _fill(lists, known)
    shown = _name(material, positive, known, name, ledger)
    alias = ledger.add("/internalName", Item(shown, "INFERRED", None, "the segment's name"))
    fit = _fit(material)
    description = _description(material, shown, positive, lists, fit, ledger)
    data = SegmentData(
        fit_explanation=ledger.add_sentences("/data/fitExplanation", fit),
        firmographics=_firmographics(positive, traits, ledger),
        key_priorities=ledger.add_list("/data/keyPriorities", lists["keyPriorities"]),
        key_considerations=ledger.add_list("/data/keyConsiderations", lists["keyConsiderations"]),
        unique_approach=ledger.add_list("/data/uniqueApproach", lists["uniqueApproach"]),
        custom_fields=_custom(material, lists, ledger),
    )
    chosen = _questions(material, facts, lists, traits, known, strict=strict)
    asked, notes = ask.write(chosen, ledger)
    said = {field: [item for item in items if item.origin != "TYPICAL"] for field, items in lists.items()}
    unsaid = {"fitExplanation": not fit, "firmographics": not positive, **{field: not items for field, items in said.items()}}
    gaps = [Gap(pointer=f"/data/{field}", question=_GAPS[field]) for field, gone in unsaid.items() if gone]
    remarks = []
    if not any(one.fit == "BAD" and one.item.origin != "TYPICAL" for one in chosen):
        remarks.append("The source excludes nobody: it supports no question that speaks against a fit.")
    return Draft(shown, alias, description, data, asked, ledger.claims, notes, gaps, remarks)


# Facts


def _facts(material: Material) -> list[ask.FoundFact]:
    """Read firmographic facts where the source speaks of the companies, not of the seller."""
    found: list[ask.FoundFact] = []
    seen: set[tuple[str, str, bool]] = set()
    for place, heading in enumerate(material.reading.headings):
        about = any(heading_field(above, "segment") == "firmographics" for above in heading.headings)
        if place < 2 or about:
            found += _facts_in(material.span(heading), "", seen, only=("industry", "stage"))
    scores = _scores(material)
    for index, (statement, what) in enumerate(material.sorted):
        if what.field not in _READ_FOR_FACTS and not (what.field == "keyPriorities" and not what.heading):
            continue
        if statement.text.endswith("?") or seller_side(statement.text) or index in scores.values():
            continue
        if _SCORE.search(statement.headings[-1] if statement.headings else ""):
            continue
        context = " / ".join(statement.headings[-3:])
        score = material.sorted[scores[index]][0].text if index in scores else None
        found += _facts_in(material.span(statement), context, seen, (), float(score) if score else None)
    return found


_SCORE = re.compile(r"(?i)^(?:score|points?|weight|rating)\b")
_NUMBER = re.compile(r"^[+-]?\d{1,4}(?:\.\d+)?$")


def _scores(material: Material) -> dict[int, int]:
    """Pair each scored cell of a table with the cell that holds its points, by index."""
    pairs = {}
    for index in range(1, len(material.sorted)):
        statement = material.sorted[index][0]
        if statement.headings and _SCORE.match(statement.headings[-1]) and _NUMBER.match(statement.text):
            pairs[index - 1] = index
    return pairs


def _facts_in(
    span: Span,
    context: str,
    seen: set[tuple[str, str, bool]],
    only: Sequence[str] = (),
    points: float | None = None,
) -> list[ask.FoundFact]:
    found = []
    for fact in find_firmographics(span.quote, context):
        key = (fact.key, fact.value.lower(), fact.negated)
        if key in seen or (only and fact.key not in only):
            continue
        seen.add(key)
        if fact.negated and points is not None and points < 0:
            # "Not in A, B, C: -5" takes points off all others: being in A speaks for a fit.
            fact, points = replace(fact, negated=False), None
        place = Span(
            span.source, span.start + fact.start, span.start + fact.end, span.quote[fact.start : fact.end]
        )
        found.append(ask.FoundFact(fact, place, context, points))
    return found


def _firmographics(
    facts: Sequence[ask.FoundFact], traits: Sequence[Item], ledger: Ledger
) -> dict[str, list[str]]:
    """
    Give the five keys that we always emit, each a list of normalised values with their quotes.

    A class of size ("Enterprise") stands with the employees. What else the source says of the
    companies stands under keys of its own, only where it does: the contract's map is free.
    """
    lists: dict[str, list[Item]] = {key: [] for key in FIRMOGRAPHICS}
    for found in facts:
        if found.points is not None and found.points <= 0:
            continue
        key = found.fact.key
        if key == "stage":
            key = "employees" if found.fact.value in _SIZES else "characteristics"
        lists.setdefault(key, []).append(Item(found.fact.value, "SOURCE", found.span))
    if traits:
        lists.setdefault("characteristics", []).extend(traits)
    return {key: ledger.add_list(f"/data/firmographics/{key}", items[:24]) for key, items in lists.items()}


# Name, description, fit


def _name(material: Material, facts: Sequence[ask.FoundFact], known: Sequence[Market], name: str | None, ledger: Ledger) -> str:
    """Name the segment: as asked, as the source's own heading, or from its size and industry."""
    if name:
        ledger.claims.append(Claim(pointer="/name", text=name, origin="INFERRED", rule="the name given in the request"))
        return name
    for heading in material.reading.headings[:2]:
        solution = re.match(r"(?i)^.{2,40}? for (?P<whom>.{3,40})$", squeeze(heading.text))
        ours = next((one for one in find_firmographics(solution["whom"]) if one.key == "industry"), None) if solution else None
        if ours is not None:
            # "Our product for banks" names the product; its buyers are banks.
            one = market(ours.value)
            label = one.label if one else f"{_lower_industry(ours.value)} companies"
            return ledger.add("/name", Item(capital(label), "INFERRED", material.span(heading), "whom the page's title is for"))
        text = _TAIL.sub("", _LEAD.sub("", squeeze(heading.text))).strip(" :–—-")
        if 1 <= len(text.split()) <= 6 and not _GENERIC.match(text) and not _EMPTY.match(text):
            return ledger.add("/name", Item(text, "SOURCE", material.span(heading)))
    size = next((found for found in facts if found.fact.key == "stage"), None)
    where = [found for found in facts if found.fact.key == "industry"][:2]
    heads = next((found for found in facts if found.fact.key in ("employees", "revenue")), None)
    if where:
        one = market(where[0].fact.value)
        label = one.label if one else f"{_lower_industry(where[0].fact.value)} companies"
        text = f"{size.fact.value} {lower_first(label)}" if size and _is_adjective(size.fact.value) else capital(label)
    else:
        text = _plural_stage(size.fact.value) if size else "Companies"
    if heads and not (size and where):
        noun = "employees" if heads.fact.key == "employees" else "revenue"
        text = f"{text} with {ask.fact_words(heads.fact, heads.span)} {noun if noun == 'employees' else 'in revenue'}"
    ground = size or (where[0] if where else None) or heads
    if ground is None:
        first = next(iter(material.reading.headings), None)
        if first is not None:
            return ledger.add("/name", Item(squeeze(first.text), "SOURCE", material.span(first)))
        return ledger.add("/name", typical("Companies", "the source names no industry, size or place"))
    return ledger.add("/name", Item(text, "INFERRED", ground.span, "size and industry of the source, as a name"))


_STAGE_NOUNS = {"startup": "Startups", "scale-up": "Scale-ups", "small business": "Small businesses"}


def _is_adjective(stage: str) -> bool:
    return stage.lower() not in _STAGE_NOUNS and not stage.lower().endswith("company")


def _plural_stage(stage: str) -> str:
    """Say a stage for many companies: "Private company" -> "Private companies"."""
    if stage.lower().endswith("company"):
        return stage[:-1] + "ies"
    return _STAGE_NOUNS.get(stage.lower(), f"{stage} companies")


def _fit(material: Material) -> list[Item]:
    """Quote up to three sentences that say why this group fits, as sentences."""
    said = [item for item in material.of("fitExplanation") if not _ANAPHORA.match(item.text) and not seller_side(item.text) and not re.search(r"(?i)\byour?\b", item.text) and len(item.text.split()) >= 4]
    said += material.of("whyTheyMatterToUs")
    return [replace(item, text=_sentence(item.text)) for item in merge(said, limit=3)]


def _sentence(text: str) -> str:
    plain = squeeze(text)
    return plain if plain.endswith((".", "!", "?")) else f"{plain}."


def _description(
    material: Material,
    shown: str,
    facts: Sequence[ask.FoundFact],
    lists: dict[str, list[Item]],
    fit: Sequence[Item],
    ledger: Ledger,
) -> str:
    """Write two sentences: who they are, and what matters most to them."""
    said: list[Item] = []
    by_key = {key: [found for found in facts if found.fact.key == key] for key in ("industry", "employees", "revenue", "geography")}
    industries = [found.fact.value for found in by_key["industry"]]
    who = _join([_lower_industry(value) for value in industries[:3]])
    stage = next((found.fact.value for found in facts if found.fact.key == "stage"), None)
    who = f"{_plural_stage(stage) if stage else 'Companies'} in {who}" if who else _plural_stage(stage) if stage else "Companies"
    details = []
    for key, template in (("employees", "{} employees"), ("revenue", "{} in revenue")):
        scored = [one for one in by_key[key] if one.points is None or one.points > 0]
        if scored:
            details.append(template.format(ask.fact_words(scored[0].fact, scored[0].span)))
    tail = f" with {_join(details)}" if details else ""
    tail += f", in {_join([found.fact.value for found in by_key['geography'][:3]])}" if by_key["geography"] else ""
    ground = next((found for key in ("industry", "employees", "revenue", "geography") for found in by_key[key]), None)
    if ground is not None:
        said.append(Item(f"{who}{tail}.", "INFERRED", ground.span, "a summary of the quoted facts"))
    elif fit:
        said.append(replace(fit[0]))
    pains = merge(material.of("painPoints"))
    first = [item for item in lists["keyPriorities"] if item.origin == "SOURCE"][:2]
    if first:
        text = _join([lower_first(item.text) for item in first])
        said.append(first[0].inferred(f"What matters most to them: {text}.", "the first of the quoted priorities"))
    elif pains:
        text = lower_first(pains[0].text)
        said.append(pains[0].inferred(f"What gets in the way: {text}.", "the first of the quoted pains"))
    if not said:
        said.append(typical(f"{shown}: the source says little about these companies.", "no fact of the source describes them"))
    return ledger.add_sentences("/description", said)


def _lower_industry(value: str) -> str:
    return value if any(char.isupper() for char in value[1:]) else value.lower()


def _join(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else " and ".join([", ".join(parts[:-1]), parts[-1]]) if parts else ""


def _fill(lists: dict[str, list[Item]], known: Sequence[Market]) -> None:
    """Add what is typical of the market to lists that the source leaves empty."""
    for field, size in _FILL.items():
        if lists[field]:
            continue
        entries = {
            "keyPriorities": [entry for one in known for entry in one.priorities],
            "keyConsiderations": [entry for one in known for entry in one.considerations],
            "uniqueApproach": [entry for one in known for entry in one.approach],
        }[field]
        lists[field] = merge([typical(entry.text, entry.reason) for entry in entries])[:size]


def _custom(material: Material, lists: dict[str, list[Item]], ledger: Ledger) -> list[CustomField]:
    """Keep pains, titles, outcomes and the like under plain names."""
    kept: list[CustomField] = []

    def keep(title: str, items: Iterable[Item]) -> None:
        chosen = list(items)
        if chosen:
            pointer = f"/data/customFields/{len(kept)}/value"
            kept.append(CustomField(title=title, value=ledger.add_list(pointer, chosen)))

    used = {item.text for items in lists.values() for item in items}
    for field, title in _KEPT_AS_CUSTOM.items():
        keep(title, [item for item in merge(material.of(field)) if item.text not in used])
    keep("Buyer titles", _titles(material))
    for title, items in list(material.custom.items())[:4]:
        keep(capital(squeeze(title)), merge(items))
    return kept


def _traits(material: Material, facts: Sequence[ask.FoundFact]) -> list[Item]:
    """Give what defines these companies beyond numbers, industries and places."""
    return [
        item
        for item in material.of("firmographics")
        if not _has_fact(item, facts) and not _ANAPHORA.match(item.text) and not seller_side(item.text) and not re.fullmatch(r"[\W\d]*\w{0,2}", item.text)
    ]


def _has_fact(item: Item, facts: Sequence[ask.FoundFact]) -> bool:
    span = item.span
    return span is not None and any(
        one.span.source == span.source and span.start <= one.span.start < span.end for one in facts
    )


def _titles(material: Material) -> list[Item]:
    found = []
    for item in material.of("commonJobTitles"):
        if item.span is None:
            continue
        for title in titles_in_list(item.span.quote):
            part = item.span.quote[title.start : title.end]
            place = Span(item.span.source, item.span.start + title.start, item.span.start + title.end, part)
            found.append(replace(item, text=title.text, span=place))
    return merge(found)


# Questions


def _questions(
    material: Material,
    facts: Sequence[ask.FoundFact],
    lists: dict[str, list[Item]],
    traits: Sequence[Item],
    known: Sequence[Market],
    *,
    strict: bool,
) -> list[ask.Asked]:
    """Ask from facts with their thresholds, qualifiers, traits, pains and priorities; then typical ones."""
    wanted = ask.from_facts(facts)
    source = [
        ask.from_source(item, place, "segment")
        for place, item in enumerate(merge(material.of("qualifyingQuestions"), limit=40))
    ]
    wanted += source[:8]
    wanted += [ask.from_trait(item, place) for place, item in enumerate(traits[:3])]
    wanted += [ask.from_pain(item, place, "segment") for place, item in enumerate(merge(material.of("painPoints"))[:3])]
    quoted = [item for item in lists["keyPriorities"] if item.origin != "TYPICAL"]
    wanted += [ask.from_aim(item, place, "segment") for place, item in enumerate(quoted[:2])]
    wanted += source[8:]
    fillers = [] if strict else [ask.from_typical(one) for entry in known for one in entry.questions]
    return ask.choose(wanted, fillers)
