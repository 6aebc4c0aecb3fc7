"""
Material: what the composers work from, the documents' statements sorted into fields and worded.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from octave_api.contract import Kind
from octave_api.engine.asides import find_asides
from octave_api.engine.draft import Document, Statement
from octave_api.engine.features import stem, tokens
from octave_api.engine.items import Item, Span, span_of
from octave_api.engine.reading import Reading, clauses, read
from octave_api.engine.seller import SELLS, find_seller
from octave_api.engine.sorting import (
    CUSTOM,
    FIELDS,
    SKIP,
    UNSORTED,
    Sorted,
    heading_field,
    sort_statement,
)
from octave_api.engine.wording import capital, line, lower_first, squeeze

_BUYER_VOICE = re.compile(r"(?<![\w@])(?:I|I['’]m|I['’]ve|my|My)(?![\w/])")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_FIELDS_OF_SELLER = frozenset(
    {"whyTheyMatterToUs", "whyWeMatterToThem", "uniqueApproach", "qualifyingQuestions"}
)
_MIN_WORDS = 2
_SURE_BESIDE_HEADINGS = 0.8
"""Where most statements stand under headings that say what they are, the others must be clear."""
_HOLD_ASIDES = frozenset({UNSORTED, "commonJobTitles", "firmographics", "fitExplanation"})
_RANK_OF_ASIDE = 0.6
_MARKS = 12
"""Marks that may stand between a label and what it announces."""


@dataclass(slots=True)
class Material:
    """Everything the composers work from: the documents, and their statements by field."""

    kind: Kind
    documents: tuple[Document, ...]
    reading: Reading
    sorted: list[tuple[Statement, Sorted]]
    own_voice: bool
    by_field: dict[str, list[Item]] = field(default_factory=dict)
    custom: dict[str, list[Item]] = field(default_factory=dict)

    def of(self, name: str) -> list[Item]:
        """Give the items of one field, unmerged, in the source's order."""
        return self.by_field.get(name, [])

    def span(self, statement: Statement) -> Span:
        """Give where a statement stands, with its quote."""
        return span_of(statement, self.documents)

    def clauses(self, statement: Statement) -> list[Statement]:
        """Cut a sentence into the verb phrases that stand alone, spans kept."""
        return clauses(statement, self.documents[statement.source])


def gather(kind: Kind, documents: Sequence[Document]) -> Material:
    """Read and sort documents of one entity together."""
    reading = read(documents)
    decided = [(statement, sort_statement(statement, kind)) for statement in reading.statements]
    material = Material(kind, tuple(documents), reading, decided, _own_voice(reading.statements))
    headed = sum(1 for _, what in decided if what.heading) >= 0.6 * len(decided)
    seller = find_seller(reading.statements)
    labels = _labels(reading, documents)
    repeated = _repetition(reading.statements)
    for (statement, alone), gain in zip(decided, repeated, strict=True):
        what = _among(statement, alone, headed, seller)
        if what is None:
            continue
        label = _label(labels.get((statement.source, statement.start)), statement, what, kind)
        item = _item(material, statement, what, label, gain)
        if item is None:
            continue
        if what.field == CUSTOM:
            material.custom.setdefault(what.heading, []).append(item)
        else:
            material.by_field.setdefault(what.field, []).append(item)
    _add_asides(material)
    return material


def _add_asides(material: Material) -> None:
    """Add what sentences say in passing, where nothing else has sorted them."""
    for statement, what in material.sorted:
        if what.heading or what.field not in _HOLD_ASIDES:
            continue
        span = material.span(statement)
        for aside in find_asides(span.quote):
            place = span.part(aside.start, aside.end)
            text = line(aside.text, own_voice=material.own_voice)
            field = aside.field
            if field == "keyObjectives" and material.kind == "segment":
                field = "keyPriorities"
            item = Item(text, "SOURCE", place, None, _RANK_OF_ASIDE)
            material.by_field.setdefault(field, []).append(item)


def _own_voice(statements: Sequence[Statement]) -> bool:
    """Tell whether "I" and "my" come often enough for the buyer to be the one who speaks."""
    own = sum(1 for statement in statements if _BUYER_VOICE.search(statement.text))
    return own >= 2 or own >= 0.2 * len(statements) > 0


def _among(
    statement: Statement, what: Sorted, headed: bool, seller: re.Pattern[str] | None
) -> Sorted | None:
    """Decide again with the other statements in view; None where it says nothing for the answer."""
    if what.field == UNSORTED and seller and _opens_with(seller, statement.text):
        return Sorted("whyWeMatterToThem", _SURE_BESIDE_HEADINGS, "it says what is sold does")
    if not what.field or what.field == SKIP:
        return None
    if seller and what.field in FIELDS and what.field != "qualifyingQuestions":
        named = seller.search(statement.text)
        if named and (not what.heading or named["does"] in SELLS):
            what = Sorted("whyWeMatterToThem", what.sure, "it speaks of the seller's product")
    unsure = not what.heading and what.sure < _SURE_BESIDE_HEADINGS
    return None if headed and unsure and statement.headings else what


def _opens_with(seller: re.Pattern[str], text: str) -> bool:
    """Tell whether a sentence begins with the product and what it does ("Ovenly helps …")."""
    named = seller.match(text)
    return named is not None and named["does"] in SELLS


def _item(
    material: Material, statement: Statement, what: Sorted, label: Statement | None, gain: float
) -> Item | None:
    """Word one statement as an item, ranked by how central the source makes it."""
    if what.field == "qualifyingQuestions":
        text = statement.text.strip()
    else:
        own = material.own_voice and what.field not in _FIELDS_OF_SELLER
        text = line(statement.text, own_voice=own)
    span = material.span(statement)
    if label is not None:
        text = f"{capital(squeeze(label.text))}: {lower_first(text)}"
        span = material.span(replace(statement, start=label.start))
    least = 1 if what.heading else _MIN_WORDS
    if len(tokens(text)) < least or not _LETTERS.search(text):
        return None
    # Under a heading the authors' own order ranks; elsewhere what comes back often is central.
    rank = what.sure if what.heading else 0.8 * what.sure + gain
    if statement.emphasis:
        rank += 0.15
    if what.heading and statement.shape != "sentence":
        # What stands in a list was written to be one of its items; a story was not.
        rank += 0.03
    return Item(text, "SOURCE", span, None, rank, what.heading)


def _label(
    near: Statement | None, statement: Statement, what: Sorted, kind: Kind
) -> Statement | None:
    """
    Give the lead-in that belongs to a statement ("Manage incidents: When I am on call, …").

    It is right before the statement, is no field's name, and says in a few words what the
    statement is about; then both are quoted together.
    """
    if near is None or not what.heading or not statement.headings:
        return None
    nearest = statement.headings[-1]
    if nearest == what.heading or near.text != nearest or not 1 <= len(nearest.split()) <= 6:
        return None
    return None if heading_field(near.text, kind) in FIELDS else near


def _labels(reading: Reading, documents: Sequence[Document]) -> dict[tuple[int, int], Statement]:
    """Map a statement's source and start to the label before it, with only marks between them."""
    ends = {(heading.source, heading.end): heading for heading in reading.headings}
    found = {}
    for statement in reading.statements:
        text = documents[statement.source].text
        place = statement.start
        while place > 0 and statement.start - place < _MARKS and not text[place - 1].isalnum():
            place -= 1
            if (statement.source, place) in ends:
                found[statement.source, statement.start] = ends[statement.source, place]
                break
    return found


def _repetition(statements: Sequence[Statement]) -> list[float]:
    """Give up to 0.1 to statements whose rarer words come back elsewhere in the source."""
    sets = [{stem(word) for word in tokens(one.text) if len(word) > 4} for one in statements]
    seen = Counter(word for words in sets for word in words)
    return [
        0.1 * sum(1 for word in words if 2 <= seen[word] <= 8) / len(words) if words else 0.0
        for words in sets
    ]
