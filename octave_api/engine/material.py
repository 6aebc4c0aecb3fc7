"""
Material: what the composers work from, the documents' statements sorted into fields and worded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from octave_api.contract import Kind
from octave_api.engine.advert import of_the_role, sort_advertised
from octave_api.engine.asides import Aside, find_asides, find_ended
from octave_api.engine.beside import beside_them
from octave_api.engine.counted_things import apart
from octave_api.engine.customers_told import customers_told, is_of
from octave_api.engine.draft import Document, Sorted, Statement
from octave_api.engine.features import tokens
from octave_api.engine.foreign_lines import (
    FOREIGN_LINE,
    by_heading_alone,
    in_english,
    is_in_part,
)
from octave_api.engine.headings import CUSTOM, FIELDS, SKIP, UNSORTED
from octave_api.engine.hearing import heard, voices_of, without_others
from octave_api.engine.items import Item, Span, merge, repetition, span_of
from octave_api.engine.job_stories import read_story
from octave_api.engine.language import language_of, remark_on_part
from octave_api.engine.leads import drop_label, labels_before, lead_of
from octave_api.engine.lists import agree
from octave_api.engine.own_name import does, is_name, name_of, of_them, own_title, without_subject
from octave_api.engine.pitch import promised_by, sort_pitched
from octave_api.engine.reading import Reading, clauses, read
from octave_api.engine.seller import SELLS, customers_of, find_seller, names_on
from octave_api.engine.several import narrow
from octave_api.engine.sides import side_of
from octave_api.engine.sorting import sort_statement
from octave_api.engine.spoken import decided_alone, in_own_words, of_aims
from octave_api.engine.told_cases import tells_of
from octave_api.engine.trait_phrasing import names_somebody
from octave_api.engine.voice import Voice, buyers_speak, in_buyer_voice, is_authors_goal
from octave_api.engine.wording import capital, line, lower_first, of_readers, squeeze, stands_alone

_LETTERS = re.compile(r"[^\W\d_]{2}")
_OF_FIT = ("qualifyingQuestions", "fitExplanation")
_OF_ONE_WORD = ("whyTheyMatterToUs", "commonJobTitles")
_FIELDS_OF_SELLER = frozenset(
    {"whyTheyMatterToUs", "whyWeMatterToThem", "uniqueApproach", "qualifyingQuestions"}
)
_OF_WHOM = frozenset({"firmographics", "fitExplanation"})
_MIN_WORDS, _LEAST_OPENING = 2, 0.6
_SURE_BESIDE_HEADINGS = 0.8
"""Where most statements stand under headings that say it, the others must be clear."""
_HOLD_ASIDES = frozenset({UNSORTED, "commonJobTitles", "firmographics", "fitExplanation"})
_RANK_OF_ASIDE, _RANK_OF_PROMISE, _SHORT_NAME = 0.6, 0.7, 4
_GUIDE = (
    "The page tells sellers how to sell: its questions and criteria are kept, its advice is not."
)
_OF_BUYERS = re.compile(r"(?i)\b(?:their|they|buyers?|customers?|personas?|users?|titles?)\b")
_SAID_BY_GUIDES = frozenset(
    {"qualifyingQuestions", SKIP, CUSTOM, "firmographics", "fitExplanation", "commonJobTitles"}
)


@dataclass(slots=True)
class Material:
    """Everything the composers work from: the documents, and their statements by field."""

    kind: Kind
    documents: tuple[Document, ...]
    reading: Reading
    sorted: list[tuple[Statement, Sorted]]
    own_voice: bool
    seller: re.Pattern[str] | None = None
    pitches: frozenset[int] = frozenset()
    """The sources that are a seller's page."""
    adverts: frozenset[int] = frozenset()
    """The sources that advertise a job."""
    language: str = ""
    """The language of the sources where it is not English."""
    kept: int = 0
    """How many statements of a foreign source were read by what stands above them."""
    meant: Statement | None = None
    """The heading of the one persona or segment that is kept of several."""
    remarks: list[str] = field(default_factory=list)
    by_field: dict[str, list[Item]] = field(default_factory=dict)
    custom: dict[str, list[Item]] = field(default_factory=dict)
    customers: frozenset[str] = frozenset()
    """The names of customers that the source of a segment tells of one after the other."""
    told: list[tuple[int, Statement]] | None = None
    """The statements that speak of the companies, once `facts` has looked for them."""
    scored: dict[int, int] | None = None
    """The scored cells of tables, each with that of its points, once `fact_points` paired them."""
    _merged: dict[str, list[Item]] = field(default_factory=dict)

    def of(self, name: str) -> list[Item]:
        """Give the items of one field, unmerged, in the source's order."""
        return self.by_field.get(name, [])

    def merged(self, name: str) -> list[Item]:
        """Give the items of one field without near-twins, the best first; read when all is in."""
        if name not in self._merged:
            self._merged[name] = merge(self.of(name))
        return list(self._merged[name])

    def span(self, statement: Statement) -> Span:
        """Give where a statement stands, with its quote."""
        return span_of(statement, self.documents)

    def clauses(self, statement: Statement) -> list[Statement]:
        """Cut a sentence into the verb phrases that stand alone, spans kept."""
        parts = clauses(statement, self.documents[statement.source])
        advert = statement.source in self.adverts
        return [of_the_role(one) for one in parts] if advert else parts


def gather(
    kind: Kind, documents: Sequence[Document], *, name: str | None = None, offered: bool = False
) -> Material:
    """
    Read and sort documents of one entity together.

    `name` says which persona or segment is meant where a page describes several; `offered`
    says that the last document is what is being sold.
    """
    whole = read(documents)
    voices = voices_of(whole, documents, offered)
    pitches = frozenset(source for source, voice in enumerate(voices) if voice == "pitch")
    reading, remark, meant = narrow(heard(whole, pitches), kind, name, pitches)
    said = [one.text for one in (*whole.headings, *whole.statements)] if pitches else []
    customers = customers_of(whole.headings) if pitches else frozenset()
    names = names_on(said) - customers
    plain = kind == "persona" and not pitches
    named = name_of(reading.headings, reading.statements) if plain else ""
    titled = own_title(reading.headings) if plain else ""
    worded = [
        of_the_role(one) if voices[one.source] == "advert" else of_them(one, named, titled)
        for one in reading.statements
    ]
    decided = [(one, _sorted(one, kind, voices[one.source], names)) for one in worded]
    decided = [read_story(one, what, kind) for one, what in decided]
    if customers:
        decided = [
            (one, _of_story(what) if tells_of(one.text, customers) else what)
            for one, what in decided
        ]
    if named or titled:
        decided = [(one, _done(one, what)) for one, what in decided]
    spoken = language_of(document.text for document in documents[: len(documents) - offered])
    in_part = bool(spoken) and is_in_part([one.text for one, _ in decided])
    language = "" if in_part else spoken
    if language:
        decided = [(statement, by_heading_alone(what)) for statement, what in decided]
    else:
        courting = frozenset(
            source for source, voice in enumerate(voices) if voice not in ("plain", "advert")
        )
        decided = agree(decided, kind, courting)
        if kind == "segment" or in_part:
            decided = [(one, in_english(one, what, in_part=in_part)) for one, what in decided]
    decided = without_others(decided) if whole.spoken and kind == "persona" else decided
    told: frozenset[str] = frozenset()
    if kind == "segment":
        told = customers_told(reading.statements)
        decided = [(one, _of_customer(what) if is_of(one, told) else what) for one, what in decided]
        beside = beside_them([one for one, _ in decided], documents)
        decided = [
            (one, Sorted(SKIP, 0.9, beside[place]) if place in beside else what)
            for place, (one, what) in enumerate(decided)
        ]
    own_voice = whole.spoken or buyers_speak(reading.statements, pitches)
    seller = find_seller(reading.statements, reading.headings)
    material = Material(
        kind, tuple(documents), reading, decided, own_voice, seller, pitches, meant=meant
    )
    material.customers = told
    material.adverts = frozenset(n for n, voice in enumerate(voices) if voice == "advert")
    material.language = language
    material.kept = sum(1 for _, what in decided if what.heading)
    material.remarks += [remark] if remark else []
    left = sum(what.rule == FOREIGN_LINE for _, what in decided)
    if not language and left > 1:
        material.remarks.append(remark_on_part(spoken, left, len(decided)))
    material.remarks += [_GUIDE] if "guide" in voices else []
    headed, labels = material.kept >= 0.6 * len(decided), labels_before(reading, documents)
    repeated = repetition([one.text for one in reading.statements])
    for (statement, alone), gain in zip(decided, repeated, strict=True):
        pitched = statement.source in pitches
        what = alone if pitched else _among(statement, alone, headed, seller)
        authors = not own_voice and is_authors_goal(statement.text)
        if authors or what is None or what.field in (UNSORTED, SKIP):
            continue
        loose = kind == "segment" and not what.heading and what.field != "whyWeMatterToThem"
        if loose and not pitched and names_somebody(statement.text):
            continue  # What one firm with a name does is no fact of a market.
        label = lead_of(labels.get((statement.source, statement.start)), statement, what, kind)
        item = _item(material, statement, what, label, gain)
        if item is None:
            continue
        if label is not None and item.span is not None:
            drop_label(material.of(what.field), item.span, label)
        if what.field == CUSTOM:
            material.custom.setdefault(what.heading, []).append(item)
        else:
            material.by_field.setdefault(what.field, []).extend(apart(item))
    if not language:
        _add_asides(material)
        _add_promised(material, names)
    return material


def _of_story(what: Sorted) -> Sorted:
    """Leave out what a page tells of one customer by name."""
    return what if what.field == SKIP else Sorted(SKIP, 0.9, "it tells of one customer")


def _of_customer(what: Sorted) -> Sorted:
    """Leave out what notes tell of one of several customers, unless it is a pain."""
    if what.field == "painPoints":
        return what
    return Sorted(SKIP, 0.9, "it tells of one of several customers")


def _done(statement: Statement, what: Sorted) -> Sorted:
    """Read what the persona itself is said to do as its duty."""
    if what.field not in (UNSORTED, "primaryResponsibilities") or not does(statement.text):
        return what
    return Sorted("primaryResponsibilities", _SURE_BESIDE_HEADINGS, "it says what the persona does")


def _sorted(statement: Statement, kind: Kind, voice: Voice, names: frozenset[str]) -> Sorted:
    if kind == "persona" and is_name(statement):
        return Sorted(SKIP, 0.9, "the persona's own name")
    decided = sort_statement(statement, kind)
    if voice == "advert":
        return sort_advertised(statement, decided)
    if voice == "pitch":
        return sort_pitched(statement, decided, kind, names)
    of_buyers = bool(_OF_BUYERS.search(decided.heading))
    if voice == "guide" and decided.field not in _SAID_BY_GUIDES and not of_buyers:
        return Sorted(SKIP, 0.6, "an instruction to those who sell")
    return decided


def _add_asides(material: Material) -> None:
    """Add what sentences say in passing, where nothing else has sorted them."""
    for statement, what in material.sorted:
        pitched = statement.source in material.pitches
        if what.field == SKIP or (not pitched and (what.heading or what.field not in _HOLD_ASIDES)):
            continue
        span = material.span(statement)
        for aside in _asides(span.quote, pitched):
            place = span.part(aside.start, aside.end)
            text = line(aside.text, own_voice=material.own_voice or span.quote[:1] in '"“‘')
            # "Worried about security" is a concern of one word.
            named = aside.field == "keyConcerns" and text.isalpha() and len(text) > _SHORT_NAME
            if not (named or stands_alone(text)):
                continue
            field = aside.field
            if field == "primaryResponsibilities" and (pitched or material.kind == "segment"):
                continue
            if field == "keyObjectives" and material.kind == "segment":
                field = "keyPriorities"
            item = Item(text, "SOURCE", place, None, _RANK_OF_ASIDE)
            material.by_field.setdefault(field, []).extend(apart(item))


def _asides(text: str, pitched: bool) -> Iterator[Aside]:
    """Find asides; on a seller's page wishes are promises, and what it ends are pains."""
    for aside in find_asides(text):
        if not pitched or aside.field == "painPoints":
            yield aside
    if pitched:
        yield from find_ended(text)


def _add_promised(material: Material, names: frozenset[str]) -> None:
    """Add the headings of a seller's page that promise or pity ("Fill every empty chair")."""
    for heading in material.reading.headings:
        if heading.source not in material.pitches:
            continue
        field = promised_by(heading, names)
        if field:
            text = line(heading.text, own_voice=False)
            item = Item(text, "SOURCE", material.span(heading), None, _RANK_OF_PROMISE)
            material.by_field.setdefault(field, []).append(item)


def _among(
    statement: Statement, what: Sorted, headed: bool, seller: re.Pattern[str] | None
) -> Sorted | None:
    """Decide again with the other statements in view; None where it says nothing for the answer."""
    if what.field == UNSORTED and seller and _opens_with(seller, statement.text):
        return Sorted("whyWeMatterToThem", _SURE_BESIDE_HEADINGS, "it says what is sold does")
    if not what.field or what.field == SKIP:
        return None
    if seller and what.field in FIELDS and what.field not in _OF_FIT:
        named = seller.search(statement.text)
        if named and (not what.heading or named["does"] in SELLS):
            what = Sorted("whyWeMatterToThem", what.sure, "it speaks of the seller's product")
    unsure = not what.heading and what.sure < _SURE_BESIDE_HEADINGS
    # Right under the title of a page stands whom it is about.
    opens = len(statement.headings) == 1 and what.field in _OF_WHOM and what.sure >= _LEAST_OPENING
    return None if headed and unsure and statement.headings and not opens else what


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
        answers = bool(what.heading) and what.heading[-1] == "?"
        said = what.field == "whyTheyMatterToUs" and (answers or in_buyer_voice(statement.text))
        speaks = material.own_voice or in_own_words(statement.text, what.rule)
        own = speaks and (said or what.field not in _FIELDS_OF_SELLER)
        duty = what.field == "primaryResponsibilities"
        text = line(without_subject(statement.text) if duty else statement.text, own_voice=own)
        text = decided_alone(text) if said else text
        text = of_aims(text, what.field) if text[:3] == "To " else text
        if statement.source in material.pitches and what.field not in _FIELDS_OF_SELLER:
            text = capital(of_readers(text))
    span = material.span(statement)
    if label is not None and side_of([label.text]) is None:
        text = f"{capital(squeeze(label.text))}: {lower_first(text)}"
        span = material.span(replace(statement, start=label.start))
    least = 1 if what.heading or what.field in _OF_ONE_WORD else _MIN_WORDS
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
