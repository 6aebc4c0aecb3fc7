"""
Why a segment fits, in two or three sentences that a person would say, each with its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from octave_api.engine.characteristics import are_customers, of_the_companies
from octave_api.engine.imperatives import commands
from octave_api.engine.items import Item, merge
from octave_api.engine.material import Material
from octave_api.engine.phrases import read_phrase
from octave_api.engine.wording import join, lower_first, squeeze

_MOST, _LEAST_WORDS, _LONGEST = 3, 4, 26
_TO_READER = re.compile(r"(?i)\byour?\b")
_SPEAKS = re.compile(
    r"(?i)\b(?:is|are|was|were|has|have|need|needs|want|wants|can|cannot|will|must|should|do|does|"
    r"[a-z]+n['’]t)\b"
)
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
_CUSTOMERS = "whom the source names, in one sentence"
_REASON = "what goes wrong for them, as the reason to buy"


def fit(material: Material) -> list[Item]:
    """Give up to three sentences: those of the source, or what its list and pains come to."""
    customers = [item for item in material.of("firmographics") if are_customers(item)]
    said = [
        item
        for item in [*customers, *material.of("fitExplanation")]
        if of_the_companies(item) and not _TO_READER.search(item.text) and not _explains(item)
    ]
    whole = [one for one in said if _is_sentence(one)]
    named = [one for one in said if one not in whole and not commands(one.text)]
    courted = [one for one in named if one.span and one.span.source in material.pitches]
    if not courted:
        long = [one for one in said if len(one.text.split()) >= _LEAST_WORDS]
        long = [one for one in long if not commands(one.text)]
        told = merge([*long, *material.of("whyTheyMatterToUs")], limit=_MOST)
        return [replace(one, text=_sentence(one.text)) for one in told]
    sentences = [_customers(merge(courted, limit=_MOST))]
    sentences += [replace(one, text=_sentence(one.text)) for one in merge(whole, limit=1)]
    reason = _reason(merge(material.of("painPoints")))
    return [*sentences, *([reason] if reason else [])][:_MOST]


def _explains(item: Item) -> bool:
    """Tell whether a line explains a measure or a term, not why somebody fits."""
    defined = _DEFINED.match(item.text) and not _SPEAKS.search(item.text)
    return bool(defined or _OF_A_MEASURE.search(item.text))


def _is_sentence(item: Item) -> bool:
    closed = item.span is not None and item.span.quote.endswith(".") and not _LEAD.match(item.text)
    long = len(item.text.split()) > _LEAST_WORDS
    return long and (closed or bool(_SPEAKS.search(item.text)))


def _sentence(text: str) -> str:
    plain = re.sub(r"^They (?=[a-z])", "These companies ", squeeze(text))
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
