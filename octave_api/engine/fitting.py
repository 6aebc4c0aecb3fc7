"""
Why a segment fits, in two or three sentences that a person would say, each with its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from octave_api.engine.characteristics import (
    OF_FIT,
    SPEAKS,
    are_customers,
    is_fragment,
    of_the_companies,
)
from octave_api.engine.flow import inline
from octave_api.engine.imperatives import commands
from octave_api.engine.items import Item, merge
from octave_api.engine.material import Material
from octave_api.engine.phrases import read_phrase
from octave_api.engine.trimming import keep_case
from octave_api.engine.wording import capital, join, lower_first, squeeze

_MOST, _LEAST_WORDS, _LONGEST = 3, 4, 26
_FEW, _FEW_OF_A_LINE = 6, 14
_TO_READER = re.compile(r"(?i)\byour?\b")
_LEAD = re.compile(
    r"(?i)^(?:(?:it is |it['’]s )?(?:built|made|designed|ideal|perfect|best|suited|created) )?"
    r"for\s+"
)
_PRONOUN = re.compile(r"(?i)^(?:they|it|this|that|these|those|we|he|she|you)\b")
_OF_A_MEASURE = re.compile(
    r"(?i)^(?:indicates|shows|signals|measures|reflects|determines|computed|calculated|based on)\b"
    r"|\b(?:scor(?:e|es|ed|ing)|\d+ points|(?:down|up)weight)\b"
)
"""What a score is made of: no reason to fit."""
_DEFINED = re.compile(r"^An? ")
"""What begins so and has no verb explains a term."""
_OF_A_DEAL = re.compile(r"(?i)^(?:we|i) (?:won|lost|got|closed|kept)\b")
_BECAUSE = re.compile(
    r"(?i)\b(?:because|due to the fact that) (?P<why>(?:[\w'’-]+ ){2,20}[\w'’-]+)[.!]?$"
)
_WHOM = re.compile(
    r"^(?:We|[A-Z][\w-]+) (?:only |mostly |mainly )?(?:sells? (?:only |mostly |mainly )?to|serves?"
    r"|works? (?:only |mostly |mainly |best )?with|[a-z]+s? (?:[\w-]+ ){0,5}?for)"
    r" (?P<whom>(?!you\b|your\b|us\b|our\b)\S.+?)\.?$"
)
"""A sentence on the seller that ends with its customers."""
_BEST_WITH = re.compile(r"We (?:work|do) (?:best|well) with (?P<whom>[a-z\d][^.]{8,110})\.?$")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_WHO = re.compile(r"(?i)^(?:who|whom|summary|definition|description): ")
_A_WORD = re.compile(r"[^\W\d_]{2,}")
_OTHER_REASONS = frozenset({"qualifyingQuestions", "skip", "whyWeMatterToThem"})
_THEY_DO = re.compile(r"(?i)they (?!(?:['’]|\w+ (?:us|our)\b))[a-z]")
_LISTED = "what the source lists of those who fit, in one sentence"
_CUSTOMERS = "whom the source names, in one sentence"
_REASON = "what goes wrong for them, as the reason to buy"


def fit(material: Material) -> list[Item]:
    """Give up to three sentences: those of the source, or what its list and pains come to."""
    customers = [item for item in material.of("firmographics") if are_customers(item)]
    said = [
        item
        for item in map(_told_of_them, [*customers, *material.of("fitExplanation")])
        if of_the_companies(item) and not _TO_READER.search(item.text) and not _explains(item)
    ]
    sold = _sold_to([*material.of("fitExplanation"), *material.of("firmographics")])
    whole = [one for one in said if _is_sentence(one)]
    named = [one for one in said if not (_is_sentence(one) or commands(one.text))]
    courted = [one for one in named if one.span and one.span.source in material.pitches]
    if not courted:
        long = [one for one in said if len(one.text.split()) >= _LEAST_WORDS]
        long = [one for one in long if not commands(one.text) and not is_fragment(one)]
        told = merge([*long, *material.of("whyTheyMatterToUs")], limit=_MOST)
        if told or sold:
            return [*sold, *(replace(one, text=_sentence(_whole(one))) for one in told)][:_MOST]
        parts = [one for one in said if is_fragment(one) and ":" not in _WHO.sub("", one.text)]
        parts = [one for one in parts if OF_FIT.search(one.heading) or len(one.text.split()) > _FEW]
        parts = merge([one for one in parts if len(_A_WORD.findall(one.text)) > 1], limit=_MOST)
        reason = _because(material)
        return [*([_listed(parts)] if parts else []), *([reason] if reason else [])]
    sentences = [_customers(merge(courted, limit=_MOST))]
    sentences += [replace(one, text=_sentence(one.text)) for one in merge(whole, limit=1)]
    reason = _reason(material.merged("painPoints"))
    return [*sentences, *([reason] if reason else [])][:_MOST]


def _told_of_them(item: Item) -> Item:
    """Give a line of "they" with its subject again: without one it reads as an order."""
    best = _BEST_WITH.match(_quoted(item)) if item.text.startswith("We ") else None
    if best is not None:
        return item.inferred(f"Made for {best['whom']}", _CUSTOMERS)
    return replace(item, text=_quoted(item).rstrip(".")) if tells_of_them(item) else item


def _quoted(item: Item) -> str:
    """Give what stands in the source, without its markup; "" where nothing is quoted."""
    quote = item.span.quote if item.span is not None else ""
    return squeeze(inline(quote, [(0, len(quote))]).text)


def tells_of_them(item: Item) -> bool:
    """Tell whether a short line of a list says what the companies do: "They print at night"."""
    quote = item.span.quote if item.span is not None else ""
    short = len(quote.split()) <= _FEW_OF_A_LINE and not quote.endswith(".")
    return short and _THEY_DO.match(quote) is not None


def _sold_to(told: Sequence[Item]) -> list[Item]:
    """Say for whom it is made where the source says it in a sentence on the seller."""
    for item in told:
        quote = squeeze(_BRACKETS.sub("", _quoted(item)))
        found = None if of_the_companies(item) else _WHOM.match(quote)
        if found is not None and 1 < len(found["whom"].split()) <= _LONGEST:
            return [item.inferred(f"Made for {found['whom']}.", _CUSTOMERS)]
    return []


def _whole(item: Item) -> str:
    """Give the whole line where its wording was cut at a bracket and the line is short enough."""
    quote = _quoted(item)
    cut = quote.startswith(item.text) and quote[len(item.text) :].lstrip().startswith("(")
    return quote if cut and len(quote.split()) <= _LONGEST else item.text


def _listed(parts: Sequence[Item]) -> Item:
    """Say in one sentence what those who fit have in common, quoting the list where it stands."""
    said = [keep_case(one.text) for one in parts]
    if len(parts) == 1 and len(parts[0].text.split()) > _LEAST_WORDS:
        return replace(parts[0], text=_sentence(_whole(parts[0])))
    return parts[0].inferred(f"Those that fit: {join(said)}.", _LISTED)


_LEAST_REASON = 4
"""Words of a reason that can stand alone; "nobody picked up" needs its sentence."""


def _because(material: Material) -> Item | None:
    """Give the reason that a sentence on them adds: "…, because late vans cost them"."""
    for statement, what in material.sorted:
        other = what.field in _OTHER_REASONS or "not because" in statement.text
        other = other or _OF_A_DEAL.match(statement.text) is not None
        found = None if other else _BECAUSE.search(statement.text)
        short = found is not None and len(found["why"].split()) < _LEAST_REASON
        if found is not None and not short and read_phrase(found["why"]).kind == "clause":
            start = found.start("why")
            span = material.span(statement)
            text = _sentence(capital(found["why"]))
            place = span.part(start, found.end("why")) if span.quote == statement.text else span
            return Item(text, "SOURCE", place)
    return None


def _explains(item: Item) -> bool:
    """Tell whether a line explains a measure or a term, not why somebody fits."""
    defined = _DEFINED.match(item.text) and not SPEAKS.search(item.text)
    return bool(defined or _OF_A_MEASURE.search(item.text))


def _is_sentence(item: Item) -> bool:
    closed = item.span is not None and item.span.quote.endswith(".") and not _LEAD.match(item.text)
    long = len(item.text.split()) > _LEAST_WORDS
    return long and (closed or bool(SPEAKS.search(item.text)))


def _sentence(text: str) -> str:
    plain = capital(_WHO.sub("", squeeze(text)))
    plain = re.sub(r"^They (?=[a-z])", "These companies ", plain)
    return plain if plain.endswith((".", "!", "?")) else f"{plain}."


def _customers(named: Sequence[Item]) -> Item:
    """Say in one sentence for whom the offer is made, quoting the list where it stands."""
    parts = [lower_first(_LEAD.sub("", squeeze(one.text))) for one in named]
    text = f"Made for {join(parts)}."
    spans = [one.span for one in named if one.span is not None]
    return replace(named[0].inferred(text, _CUSTOMERS), span=spans[0] if spans else None)


def _reason(pains: Sequence[Item]) -> Item | None:
    for item in pains:
        short = len(item.text.split()) <= _LONGEST
        if short and not _PRONOUN.match(item.text) and read_phrase(item.text).kind == "clause":
            text = f"There, {lower_first(squeeze(item.text))}."
            return item.inferred(text, _REASON)
    return None
