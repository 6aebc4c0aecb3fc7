"""
Composing: read the documents, sort their statements, and hand them to the persona or the segment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from octave_api.contract import Kind
from octave_api.engine.draft import Document, Draft, Statement
from octave_api.engine.features import stem, tokens
from octave_api.engine.items import Item, Span, span_of
from octave_api.engine.reading import Reading, clauses, read
from octave_api.engine.sorting import CUSTOM, FIELDS, SKIP, Sorted, heading_field, sort_statement
from octave_api.engine.wording import capital, line, lower_first, squeeze

_BUYER_VOICE = re.compile(r"(?<![\w@])(?:I|I['’]m|I['’]ve|my|My)(?![\w/])")
_FIELDS_OF_SELLER = frozenset({"whyTheyMatterToUs", "whyWeMatterToThem", "uniqueApproach", "qualifyingQuestions"})
MIN_WORDS = 2
SURE_BESIDE_HEADINGS = 0.8
"""Where most statements stand under headings that say what they are, the others must be clear."""


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
    before: dict[tuple[int, int], Statement] = field(default_factory=dict)

    def of(self, name: str) -> list[Item]:
        """Give the items of one field, unmerged, in the source's order."""
        return self.by_field.get(name, [])

    def span(self, statement: Statement) -> Span:
        """Give where a statement stands, with its quote."""
        return span_of(statement, self.documents)


def gather(kind: Kind, documents: Sequence[Document]) -> Material:
    """Read and sort documents of one entity together."""
    reading = read(documents)
    decided = [(statement, sort_statement(statement, kind)) for statement in reading.statements]
    own = sum(1 for statement in reading.statements if _BUYER_VOICE.search(statement.text))
    material = Material(kind, tuple(documents), reading, decided, own >= 2 or own >= 0.2 * len(decided) > 0)
    material.before = _labels(reading, documents)
    repeated = _repetition(reading.statements)
    seller = _seller(reading.statements)
    headed = sum(1 for _, what in decided if what.heading) >= 0.6 * len(decided)
    for index, (statement, what) in enumerate(decided):
        if not what.field or what.field == SKIP:
            continue
        if seller and what.field in FIELDS and what.field != "qualifyingQuestions":
            named = seller.search(statement.text)
            if named and (not what.heading or named["does"] in _SELLS):
                what = Sorted("whyWeMatterToThem", what.sure, "it speaks of the seller's product")
        if headed and not what.heading and statement.headings and what.sure < SURE_BESIDE_HEADINGS:
            continue
        item = _item(material, statement, what, repeated[index])
        if item is None:
            continue
        if what.field == CUSTOM:
            material.custom.setdefault(what.heading, []).append(item)
        else:
            material.by_field.setdefault(what.field, []).append(item)
    return material


def _item(material: Material, statement: Statement, what: Sorted, repeated: float) -> Item | None:
    """Word one statement as an item, ranked by how central the source makes it."""
    own = material.own_voice and what.field not in _FIELDS_OF_SELLER
    text = statement.text.strip() if what.field == "qualifyingQuestions" else line(statement.text, own_voice=own)
    label = _label(material, statement, what)
    span = material.span(statement)
    if label is not None:
        text = f"{capital(squeeze(label.text))}: {lower_first(text)}"
        source = material.documents[statement.source].text
        span = Span(statement.source, label.start, statement.end, source[label.start : statement.end])
    words = len(tokens(text))
    if words < (1 if what.heading else MIN_WORDS) or not re.search(r"[^\W\d_]{2}", text):
        return None
    # Under a heading the authors' own order ranks; elsewhere what comes back often is central.
    sure = what.sure if what.heading else 0.8 * what.sure
    rank = sure + (0.15 if statement.emphasis else 0.0) + (0.0 if what.heading else repeated)
    return Item(text, "SOURCE", span, None, rank, what.heading)


def _label(material: Material, statement: Statement, what: Sorted) -> Statement | None:
    """
    Give the lead-in that belongs to a statement ("Manage incidents: When I am on call, …").

    It is right before the statement, is no field's name, and says in a few words what the
    statement is about; then both are quoted together.
    """
    if not what.heading or not statement.headings or statement.headings[-1] == what.heading:
        return None
    near = material.before.get((statement.source, statement.start))
    if near is None or near.text != statement.headings[-1] or not 1 <= len(near.text.split()) <= 6:
        return None
    return None if heading_field(near.text, material.kind) in FIELDS else near


_NAMED = re.compile(r"\b(?P<name>[A-Z][a-zA-Z]{2,})(?:['’]s)?\s+(?P<does>[a-z]+)")
_SELLS = frozenset(
    "offers provides helps enables lets delivers supports makes gives combines powers allows brings gets ensures "
    "simplifies automates integrates works can has is builds runs keeps".split()
)


def _seller(statements: Sequence[Statement]) -> re.Pattern[str] | None:
    """
    Find the seller's or product's name on a page that speaks mostly of it.

    It is the capitalised word that comes back most and of which the page says that it
    offers or helps; a page about buyers has none.
    """
    uses: dict[str, int] = {}
    sells: dict[str, int] = {}
    for statement in statements:
        for match in _NAMED.finditer(statement.text):
            uses[match["name"]] = uses.get(match["name"], 0) + 1
            if match["does"] in _SELLS:
                sells[match["name"]] = sells.get(match["name"], 0) + 1
    names = [
        name
        for name, count in uses.items()
        if count >= 4 and count >= 0.05 * len(statements) and sells.get(name, 0) >= 2 and name not in _NO_NAME
    ]
    if not names:
        return None
    return re.compile(r"\b(?:" + "|".join(sorted(names)) + r")\b(?:['’]s)?(?:\s+(?P<does>[a-z]+))?")


_NO_NAME = frozenset(
    "The This That These Those They There Our Your Their His Her She When What Where Which Who How Why And But For With From "
    "Each Every Some Most Many All Any One Two Not You While Customers Companies Teams Buyers People Sales Marketing Users".split()
)


def _labels(reading: Reading, documents: Sequence[Document]) -> dict[tuple[int, int], Statement]:
    """Map the start of a statement to the label right before it, with only marks between the two."""
    ends = {(heading.source, heading.end): heading for heading in reading.headings}
    found = {}
    for statement in reading.statements:
        text = documents[statement.source].text
        place = statement.start
        while place > 0 and statement.start - place < 12 and not text[place - 1].isalnum():
            place -= 1
            if (statement.source, place) in ends:
                found[statement.source, statement.start] = ends[statement.source, place]
                break
    return found


def _repetition(statements: Sequence[Statement]) -> list[float]:
    """Give up to 0.1 to statements whose rarer words come back elsewhere in the source."""
    sets = [{stem(word) for word in tokens(statement.text) if len(word) > 4} for statement in statements]
    seen: dict[str, int] = {}
    for words in sets:
        for word in words:
            seen[word] = seen.get(word, 0) + 1
    gains = []
    for words in sets:
        shared = sum(1 for word in words if 2 <= seen[word] <= 8)
        gains.append(0.1 * shared / len(words) if words else 0.0)
    return gains


def duties_in(material: Material, statement: Statement) -> list[Statement]:
    """Cut a sentence into the verb phrases that stand alone, spans kept."""
    return clauses(statement, material.documents[statement.source])


def generate(
    kind: Kind,
    documents: Sequence[Document],
    *,
    name: str | None = None,
    strict: bool = False,
    offering: Document | None = None,
) -> Draft:
    """
    Make one persona or segment from documents that are read together.

    `name` becomes the entity's name. `strict` leaves out everything TYPICAL. `offering` is
    what is being sold, context for what it means to the buyer; its sentences are cited as
    the source after the last document. The same input gives the same draft.
    """
    every = [*documents, offering] if offering is not None else list(documents)
    material = gather(kind, every)
    if kind == "persona":
        from octave_api.engine import persona

        return persona.compose(material, name=name, strict=strict)
    from octave_api.engine import segment

    return segment.compose(material, name=name, strict=strict)
