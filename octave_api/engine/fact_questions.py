"""
Questions from firmographic facts: thresholds kept, points and tiers of the source as weights.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from octave_api.contract import Kind, Weight
from octave_api.engine.facts import FoundFact, fact_words
from octave_api.engine.firm_names import firms_named
from octave_api.engine.grammar import article
from octave_api.engine.items import Item
from octave_api.engine.markets import industries
from octave_api.engine.own_words import own_firm
from octave_api.engine.questions import OF_A_FACT, WEAK, WEIGHT_ORDER, Asked
from octave_api.engine.said import before_we_go_on
from octave_api.engine.sides import OUTRIGHT, side_of

_MOST_VALUES, _SHOWN = 6, 3
_TIER_TWO = re.compile(r"(?i)\btier (?:2|two|b)\b|\bsecondary\b")
_OF_ONE_LINE = frozenset({"industry", "geography", "technology"})
"""Facts whose values share a question when one line lists them."""
_IT = re.compile(r"(?<= )(?P<it>its|it)(?= )")
_THEIRS = {"it": "their company", "its": "their company's"}
_COUNTED_MODELS = frozenset({"marketplace", "franchise"})
_FIRMS = {
    "agencies": "an agency",
    "call centres": "a call centre",
    "dental practices": "a dental practice",
    "nonprofit": "a nonprofit",
    "pharmacies": "a pharmacy",
    "restaurants": "a restaurant business",
    "schools": "a school",
}
_BUSINESS = {"restaurant": "a restaurant business", "farm": "a farm business"}
"""Firms whose name is that of a place as well."""
_SIZES = frozenset({"Enterprise", "Mid-market", "Small business"})
_HEAVY = frozenset({"industry", "employees", "revenue"})


@dataclass(frozen=True, slots=True)
class _Form:
    question: str
    look: str
    spoken: str
    framework: str


_FORMS = {
    "industry": _Form(
        "Is it in {}?",
        "Their site and their industry code say so.",
        "Which markets do you serve?",
        "BANT: need",
    ),
    "employees": _Form(
        "Does it have {} employees?",
        "Company profiles and annual reports give the headcount.",
        "How many people work with you today?",
        "SPICED: situation",
    ),
    "revenue": _Form(
        "Is its revenue {}?",
        "Annual reports, registers or news about results tell.",
        "What revenue do you plan for this year?",
        "BANT: budget",
    ),
    "geography": _Form(
        "Is it based or active in {}?",
        "The imprint and the list of offices show it.",
        "Where are your teams and your customers?",
        "SPICED: situation",
    ),
    "businessModel": _Form(
        "Is its business model {}?",
        "Who pays them is plain from their price page.",
        "Who are your own customers?",
        "SPICED: situation",
    ),
    "technology": _Form(
        "Does it use {}?",
        "Job ads and technology look-ups name the tools.",
        "What do you run on today?",
        "MEDDPICC: competition",
    ),
    "founded": _Form(
        "Was it founded {}?",
        "Company registers and profiles give the year.",
        "When did the company start?",
        "SPICED: situation",
    ),
    "stage": _Form(
        "Is it {}?",
        "Headcount, funding news and the age of the company tell.",
        "At which stage is the company?",
        "SPICED: situation",
    ),
}


def from_facts(found: Sequence[FoundFact], kind: Kind) -> list[Asked]:
    """
    Ask about firmographic facts, heaviest first; the values of one line share a question.

    What the source rules out becomes BAD; it disqualifies at once only where the words of
    the source exclude outright. Points and tiers of the source become weights: the most
    points HIGH, half of them MEDIUM, fewer LOW, points below zero BAD, none no question.
    """
    most = max((one.points for one in found if one.points is not None), default=0.0)
    groups: dict[tuple[str, bool, str], list[FoundFact]] = {}
    sizes = {one.fact.value for one in found if one.fact.value in _SIZES and not one.fact.negated}
    trades = [one for one in found if one.fact.key == "industry"]
    for one in found:
        if one.fact.value in _SIZES and sizes == _SIZES:
            continue  # Of any size: there is nothing to ask.
        if one.fact.key == "businessModel" and any(_names_model(trade, one) for trade in trades):
            continue
        if one.points != 0:
            where = one.heading if one.fact.key in _OF_ONE_LINE else one.fact.value
            if one.fact.value in sizes and len(sizes) > 1 and one.points is None:
                where = "size"
            groups.setdefault((one.fact.key, one.fact.negated, where), []).append(one)
    asked: list[Asked] = []
    heavy: set[str] = set()
    for (key, negated, where), members in groups.items():
        question = _ask(members, where, most, kind)
        # Of several trades or sizes, one after the other, the first is the core.
        if key in heavy and question.weight == "HIGH" and members[0].points is None and not negated:
            question = replace(question, weight="MEDIUM")
        if not negated:
            heavy.add(key)
        asked.append(question)
    return sorted(asked, key=lambda one: WEIGHT_ORDER[one.weight])


def _names_model(trade: FoundFact, model: FoundFact) -> bool:
    """Tell whether a trade is asked by firms that the model names: "Is it a SaaS company?"."""
    left, right = trade.span, model.span
    meets = left.source == right.source and left.start < right.end and right.start < left.end
    named = any(model.fact.value.lower() in firm.lower() for firm in firms_named(left.quote))
    return meets and named and trade.fact.negated == model.fact.negated


def _ask(members: Sequence[FoundFact], where: str, most: float, kind: Kind) -> Asked:
    first = members[0]
    form = _FORMS[first.fact.key]
    values = list(dict.fromkeys(fact_words(one) for one in members))[:_MOST_VALUES]
    minus = (first.points is not None and first.points < 0) or first.elsewhere is not None
    bad = first.fact.negated or minus
    why = "The source names it as a mark of a fit."
    if bad:
        why = "The source takes points off for it." if minus else "The source rules these out."
    if first.fact.key == "industry":
        text = f"Is it {_trades(members)}?"
    else:
        text = _text(first.fact.key, form, values)
    if first.elsewhere is not None:
        text = _outside([fact_words(one) for one in members])
    if kind == "persona":
        text = _IT.sub(lambda match: _THEIRS[match["it"]], text)
    return Asked(
        Item(text, "INFERRED", first.span, OF_A_FACT, 1.0),
        f"{form.look} {why}",
        "BAD" if bad else "GOOD",
        _weight(first, bad, where, most),
        before_we_go_on(text) if bad else form.spoken,
        "A plain answer, and whether it is about to change",
        "Disqualifier" if bad else form.framework,
        listed=first.points is not None
        or first.elsewhere is not None
        or side_of(first.heading.split(" / ")) is not None
        # The trade that a title names is what the whole page is about.
        or (first.fact.key == "industry" and first.titled),
    )


def _text(key: str, form: _Form, values: Sequence[str]) -> str:
    """Put the values into the question."""
    if key == "businessModel":
        values = [article(value) if value in _COUNTED_MODELS else value for value in values]
    return form.question.format(_either(values))


def _trades(members: Sequence[FoundFact]) -> str:
    """Say "in banking or a salmon farm": firms that the source names are no sector to be "in"."""
    sectors: list[str] = []
    firms: list[str] = []
    for one in members:
        value = fact_words(one)
        named = firms_named(one.span.quote)
        if not named and one.fact.value not in industries():
            named = [firm for firm in [own_firm(one.fact.value)] if firm]
        if named or value in _FIRMS:
            firms += [_BUSINESS.get(firm) or article(firm) for firm in named] or [_FIRMS[value]]
        else:
            sectors.append(value)
    sectors = list(dict.fromkeys(sectors))[:_MOST_VALUES]
    firms = list(dict.fromkeys(firms))[: _MOST_VALUES - len(sectors)]
    return _either([*firms, *(["in " + _either(sectors)] if sectors else [])])


def _outside(places: Sequence[str]) -> str:
    """Ask whether it is in none of the places that the source names; of many it shows a few."""
    named = list(dict.fromkeys(places))
    if len(named) > _MOST_VALUES:
        few = ", ".join(named[:_SHOWN])
        return f"Is it based outside the {len(named)} countries that the source lists ({few} …)?"
    return f"Is it based outside {_either(named)}?"


def _weight(found: FoundFact, bad: bool, where: str, most: float) -> Weight:
    points = found.points if found.elsewhere is None else found.elsewhere
    if points is not None:
        share = abs(points) / most if most else 1.0
        return "HIGH" if share > 0.75 else "MEDIUM" if share >= 0.5 else "LOW"
    if bad:
        return "INSTANT_DISQUALIFIER" if OUTRIGHT.search(where) else "HIGH"
    if WEAK.search(where):
        return "LOW"
    if _TIER_TWO.search(where):
        return "MEDIUM"
    return "HIGH" if found.fact.key in _HEAVY else "MEDIUM"


def _either(values: Sequence[str]) -> str:
    return values[0] if len(values) == 1 else f"{', '.join(values[:-1])} or {values[-1]}"
