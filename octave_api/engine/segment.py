"""
Composing a market segment: firmographics, why it fits, what matters to it, how to sell to it.

The contract has no field for a segment's pains, titles or for what the seller says of
itself: these are kept as custom fields under a plain name, and asked as questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from octave_api.contract import FIRMOGRAPHICS, CustomField, Gap, SegmentData
from octave_api.engine import criteria, fitting, foreign, own_questions
from octave_api.engine import questions as ask
from octave_api.engine.casing import cased
from octave_api.engine.characteristics import (
    characteristics,
    without_columns,
)
from octave_api.engine.counts import counted_by, find_counts
from octave_api.engine.criterion_questions import from_criterion
from octave_api.engine.describing import given_name
from octave_api.engine.describing_segment import segment_description, segment_name
from octave_api.engine.draft import Draft
from octave_api.engine.fact_points import scores
from octave_api.engine.fact_questions import from_facts
from octave_api.engine.facts import FoundFact, courting, displayed, find_facts, where_facts_stand
from octave_api.engine.firmographics import context_of
from octave_api.engine.items import Item, Ledger, Span, merge, typical
from octave_api.engine.markets import Market, market, size_market
from octave_api.engine.material import Material
from octave_api.engine.question_set import (
    MAX_QUESTIONS,
    NOBODY_EXCLUDED,
    by_weight,
    choose,
    excludes_somebody,
    is_full_of_own,
    surest,
    write,
)
from octave_api.engine.ranked_lists import in_order
from octave_api.engine.sides import turns_away
from octave_api.engine.told_cases import told_cases
from octave_api.engine.who import TITLE_LINES, split_titles
from octave_api.engine.wording import capital, squeeze

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
_SIZES = frozenset({"Enterprise", "Mid-market", "Small business"})
_RANGE = re.compile(r"(?<=[\dKMBT]) to (?=[$€£¥]?\d)")
_MAX_TRAITS, _MAX_VALUES, _MAX_COUNTS = 12, 60, 2
_OPENS_WITH_RANGE = re.compile(r"(?i)(?:between )?\d[\d,.]*(?: and |\s?[-–]\s?| to )\d")
_RANK_OF_COUNT = 2.0
_TIER = re.compile(r"(?i)\btier\b")


def compose(material: Material, *, name: str | None, strict: bool) -> Draft:
    """Compose the segment; see `compose.generate`."""
    ledger = Ledger()
    facts = find_facts(material)
    positive = [one for one in facts if not one.fact.negated and not _scores_against(one)]
    known = [] if strict else _known(positive)
    lists = {field: material.merged(field) for field in _FILL}
    _fill(lists, known)
    criteria = material.of("qualifyingQuestions")
    counts = merge(_one_a_thing(list(_counts(material)), criteria), limit=_MAX_COUNTS)
    traits = merge([*counts, *characteristics(material)], limit=_MAX_TRAITS)
    fit = fitting.fit(material)
    shown = given_name(name, ledger) if name else segment_name(material, positive, counts, ledger)
    alias = ledger.add("/internalName", Item(shown, "INFERRED", None, "the segment's name"))
    description = segment_description(material, shown, positive, counts, lists, fit, ledger)
    data = SegmentData(
        fit_explanation=ledger.add_sentences("/data/fitExplanation", fit),
        firmographics=_firmographics(positive, traits, ledger),
        key_priorities=ledger.add_list("/data/keyPriorities", lists["keyPriorities"]),
        key_considerations=ledger.add_list("/data/keyConsiderations", lists["keyConsiderations"]),
        unique_approach=ledger.add_list("/data/uniqueApproach", lists["uniqueApproach"]),
        custom_fields=_custom(material, lists, ledger),
    )
    # A criterion that says more than its number is asked whole.
    sized = [ask.from_count(item) for item in counts if not _within(item, criteria)]
    own_traits = [without_columns(one) for one in traits if one not in counts]
    if material.language:
        wanted = [*from_facts(facts, "segment")]
        wanted += foreign.questions({**material.by_field, **lists})
        picked = choose([*sized, *wanted], _fillers(known))
    else:
        own, last = _own(material, facts)
        picked = choose([*sized, *own, *last], _fillers(known))
        if not is_full_of_own(picked) or any(map(_excludes, own_traits)):
            made = _made(material, lists, own_traits)
            picked = choose([*sized, *own, *made, *last], _fillers(known))
    sources = [document.text for document in material.documents]
    chosen = [
        replace(one, item=replace(one.item, text=cased(one.item.text, *sources)))
        for one in by_weight(in_order(picked, material))
    ]
    asked, notes = write(chosen, ledger)
    gaps = _gaps({"fitExplanation": fit, "firmographics": positive, **_quoted(lists)})
    remarks = [] if excludes_somebody(chosen) else [NOBODY_EXCLUDED]
    return Draft(shown, alias, description, data, asked, ledger.claims, notes, gaps, remarks)


def _known(facts: Sequence[FoundFact]) -> list[Market]:
    """Give what we know of the first industry and of the first size that the source names."""
    first = {one.fact.key: one.fact.value for one in reversed(facts)}
    found = (market(first.get("industry", "")), size_market(first.get("stage", "")))
    return [one for one in found if one is not None]


def _quoted(lists: Mapping[str, Sequence[Item]]) -> dict[str, list[Item]]:
    return {
        field: [item for item in items if item.origin != "TYPICAL"]
        for field, items in lists.items()
    }


def _gaps(said: Mapping[str, Sequence[object]]) -> list[Gap]:
    """Ask for each field that the source says nothing of."""
    return [
        Gap(pointer=f"/data/{field}", question=_GAPS[field])
        for field, found in said.items()
        if not found
    ]


def _firmographics(
    facts: Sequence[FoundFact], traits: Sequence[Item], ledger: Ledger
) -> dict[str, list[str]]:
    """
    Give the five keys that we always emit, each a list of normalised values with their quotes.

    A class of size ("Enterprise") stands with the employees. What else the source says of the
    companies stands under keys of its own, only where it does: the contract's map is free.
    """
    lists: dict[str, list[Item]] = {key: [] for key in FIRMOGRAPHICS}
    for found in facts:
        if _scores_against(found):
            continue
        key: str = found.fact.key
        if key == "stage":
            key = "employees" if found.fact.value in _SIZES else "characteristics"
        value = _RANGE.sub("–", displayed(found))
        lists.setdefault(key, []).append(Item(value, "SOURCE", found.span))
    # A number says more than a class of size, wherever the source puts the two.
    lists["employees"].sort(key=lambda item: not any(map(str.isdigit, item.text)))
    if traits:
        lists.setdefault("characteristics", []).extend(traits)
    return {
        key: ledger.add_list(f"/data/firmographics/{key}", items[:_MAX_VALUES])
        for key, items in lists.items()
    }


def _scores_against(found: FoundFact) -> bool:
    return found.points is not None and found.points <= 0


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


def _custom(
    material: Material, lists: Mapping[str, Sequence[Item]], ledger: Ledger
) -> list[CustomField]:
    """Keep pains, titles, outcomes and the like under plain names."""
    used = {item.text for items in lists.values() for item in items}
    found: list[tuple[str, list[Item]]] = [
        (title, [item for item in material.merged(field) if item.text not in used])
        for field, title in _KEPT_AS_CUSTOM.items()
    ]
    found.append(("Buyer titles", merge(_titles(material))))
    found += [
        (capital(squeeze(title)), merge(one)) for title, one in list(material.custom.items())[:4]
    ]
    return [
        CustomField(title=title, value=ledger.add_list(f"/data/customFields/{index}/value", items))
        for index, (title, items) in enumerate((title, items) for title, items in found if items)
    ]


def _titles(material: Material) -> Iterable[Item]:
    for item in material.of("commonJobTitles")[:TITLE_LINES]:
        yield from (titled for titled, _ in split_titles(item))


def _counts(material: Material) -> Iterator[Item]:
    """Give what these companies count in their trade ("10 to 50 locations")."""
    for span in courting(material):
        for count in find_counts(span.quote):
            place = span.part(count.start, count.end)
            yield Item(count.text, "SOURCE", place, None, _RANK_OF_COUNT)
    for statement in material.reading.statements:
        if statement.source in material.pitches and _OPENS_WITH_RANGE.match(statement.text):
            span = material.span(statement)
            for count in find_counts(span.quote)[:1]:
                place = span.part(count.start, count.end)
                yield Item(count.text, "SOURCE", place, None, _RANK_OF_COUNT)
    scored = scores(material)
    for index, statement in where_facts_stand(material):
        span = material.span(statement)
        # What more of them scores is no number that all have.
        rank = _RANK_OF_COUNT - (index in scored)
        counted = counted_by(span.quote, statement.headings[-1] if statement.headings else "")
        if counted and statement.shape in ("cell", "value"):
            yield Item(counted, "SOURCE", span, None, rank)
            continue
        for count in find_counts(span.quote, context_of(statement.headings)):
            place = span.part(count.start, count.end)
            tiered = any(map(_TIER.search, statement.headings[-2:]))
            yield Item(count.text, "SOURCE", place, None, rank - tiered / 2)


def _one_a_thing(counts: Sequence[Item], criteria: Sequence[Item]) -> list[Item]:
    """Keep one count for each thing counted: the one that a criterion of the source gives."""
    best: dict[str, Item] = {}
    for item in counts:
        thing = item.text.split()[-1].lower()
        known = best.get(thing)
        if (
            known is None
            or item.rank > known.rank
            or (item.rank == known.rank and _within(item, criteria) > _within(known, criteria))
        ):
            best[thing] = item
    return [item for item in counts if item in best.values()]


def _within(item: Item, wholes: Sequence[Item]) -> bool:
    """Tell whether the place of an item lies inside that of another."""
    return item.span is not None and _lies_in(item.span, wholes)


def _lies_in(span: Span, wholes: Sequence[Item]) -> bool:
    return any(
        one.span.source == span.source and one.span.start <= span.start and span.end <= one.span.end
        for one in wholes
        if one.span is not None
    )


# Questions


def _own(material: Material, facts: Sequence[FoundFact]) -> tuple[list[ask.Asked], list[ask.Asked]]:
    """
    Ask what the source sets and asks itself, and its facts with their thresholds.

    Its questions past the first come apart: they come after those that are made of its claims.
    """
    # One word alone ("Marketing", a cell of a table) cannot be asked.
    listed = criteria.find_criteria(material)
    whole = [one.item for one in listed]
    facts = [one for one in facts if not (one.fact.negated and _lies_in(one.span, whole))]
    own = own_questions.without_advice(merge(material.of("qualifyingQuestions"), limit=100))
    own = [one for one in criteria.others(own, listed) if not criteria.ON_SITE.search(one.text)]
    own = own_questions.best_first([item for item in own if " " in item.text], MAX_QUESTIONS)
    own = own[: own_questions.MOST_OWN]
    source = surest(own, lambda item, place: ask.from_source(item, place, "segment"), len(own))
    asked = from_facts(facts, "segment")
    # What a company runs on says less about a fit than what the source itself asks.
    strong = [one for one in asked if one.fit == "BAD" or one.weight == "HIGH" or len(source) < 3]
    # A source with questions enough of its own is asked by them.
    first = 8 if len(source) < MAX_QUESTIONS else len(source)
    own_asked = [
        *(from_criterion(one, place, "segment") for place, one in enumerate(listed)),
        *strong,
        *source[:first],
        *(one for one in asked if one not in strong),
    ]
    return own_asked, source[first:]


def _excludes(trait: Item) -> bool:
    """Tell whether a trait stands behind a label that turns away ("Not a fit: …")."""
    label, colon, _ = trait.text.partition(": ")
    return bool(colon) and turns_away(label)


def _made(
    material: Material, lists: Mapping[str, Sequence[Item]], traits: Sequence[Item]
) -> list[ask.Asked]:
    """Ask from traits, reasons to fit, pains and priorities."""
    cases = told_cases(material.reading.headings)
    # What went wrong at one customer is told as a story; what is listed is asked.
    pains = [
        one
        for one in material.merged("painPoints")
        if one.span is None or one.span.source not in cases or not one.span.quote.endswith(".")
    ]
    aims = _quoted(lists)["keyPriorities"]
    told = [one for one in material.of("fitExplanation") if fitting.tells_of_them(one)]
    return [
        *surest(traits, ask.from_trait, 3),
        *surest(told, ask.from_trait, 2),
        *surest(pains, lambda item, place: ask.from_pain(item, place, "segment"), 3),
        *surest(aims, lambda item, place: ask.from_aim(item, place, "segment"), 2),
    ]


def _fillers(known: Sequence[Market]) -> list[ask.Asked]:
    return [ask.from_typical(one) for entry in known for one in entry.questions]
