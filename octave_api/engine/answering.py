"""
Notes about a prospect -> an answer to each qualifying question, with the sentence that says so.

Precise rather than complete: what no sentence settles is Unknown, never No. A question is
first read for what it asks: a number against a threshold, a firmographic fact, a title, or
else whether something is so; then each sentence of the notes is held against it.

Confidence: HIGH where a sentence says it in so many words or in numbers, MEDIUM where one
step lies between (an opposite, a plan, a kind of product, most of the words), LOW where the
notes themselves are in doubt. Sentences that disagree give Unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from octave_api.engine.asking import Asking, read_question
from octave_api.engine.by_numbers import by_number
from octave_api.engine.by_words import Reading, YesNo, by_words, turned
from octave_api.engine.facts_of_notes import by_facts, facts_of
from octave_api.engine.meanings import meanings, opposites
from octave_api.engine.notes import Said, read_notes
from octave_api.engine.sizes_of_notes import has_part
from octave_api.engine.titles_of_notes import AIDE, by_title, titles_of

Confidence = Literal["HIGH", "MEDIUM", "LOW"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """
    An answer that the notes suggest; `notes[start:end] == quote`.

    Unknown has no confidence and an empty quote, and stands at 0. `rule` says in a few
    words how the quote answers.
    """

    answer: Literal["Yes", "No", "Unknown"] = "Unknown"
    confidence: Confidence | None = None
    quote: str = ""
    start: int = 0
    end: int = 0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    answer: YesNo
    strength: float
    said: Said
    rule: str


_SURE = 0.85
_DISAGREE = 0.12


def answer(questions: Sequence[str], notes: str) -> list[Proposal]:
    """
    Propose an answer to each question, in order.

    Args:
        questions: Yes/no questions about a prospect.
        notes: Call notes, a biography, a company page: any text.
    """
    index = _index(notes)
    return [_one(question, index) for question in questions]


@dataclass(frozen=True, slots=True)
class _Index:
    """The sentences of notes, and which of them hold a form, a kind of fact or a title."""

    said: tuple[Said, ...]
    places: dict[str, list[int]]

    def candidates(self, asking: Asking) -> list[Said]:
        """Give the sentences that may answer: most hold nothing that is asked for."""
        keys = {_TITLE} if asking.title is not None else {f"{_FACT}{f.key}" for f in asking.facts}
        if not asking.only_facts:
            keys |= {form for word in asking.words for form in word.forms}
            keys |= {short.lower() for short in asking.acronyms}
            against = opposites()
            keys |= {other for form in tuple(keys) for other in against.get(form, ())}
        return [
            self.said[at] for at in sorted({at for key in keys for at in self.places.get(key, ())})
        ]


_TITLE = "a title"
_FACT = "a fact: "


@lru_cache(maxsize=8)
def _index(notes: str) -> _Index:
    said = tuple(read_notes(notes))
    places: dict[str, list[int]] = {}
    for at, one in enumerate(said):
        keys = {form for word in meanings(one.text, notes=True) for form in word.forms}
        keys |= {f"{_FACT}{fact.key}" for fact in facts_of(one.text)}
        keys |= {f"{_FACT}employees"} if has_part(one.text) else set()
        keys |= {_TITLE} if titles_of(one.text) or AIDE.search(one.text) else set()
        for key in keys:
            places.setdefault(key, []).append(at)
    return _Index(said, places)


def _one(question: str, index: _Index) -> Proposal:
    outcomes = [
        _settle(_all_found(variant, index.candidates(variant)))
        for variant in read_question(question)
    ]
    yes = [found for found in outcomes if found and found.answer == "Yes"]
    if yes:
        return _proposal(max(yes, key=lambda found: found.strength))
    if outcomes and all(outcomes):
        return _proposal(min((one for one in outcomes if one), key=lambda found: found.strength))
    return Proposal()


def _proposal(found: _Found) -> Proposal:
    confidence: Confidence = "HIGH" if found.strength >= _SURE else "MEDIUM"
    if found.said.guess:
        confidence = "LOW"
    said = found.said
    return Proposal(found.answer, confidence, said.quote, said.start, said.end, found.rule)


def _settle(found: Iterable[_Found]) -> _Found | None:
    """Take the strongest; two that disagree at about the same strength settle nothing."""
    ranked = sorted(found, key=lambda one: -(one.strength - 0.3 * one.said.guess))
    if not ranked:
        return None
    best = ranked[0]
    for other in ranked[1:]:
        close = best.strength - other.strength < _DISAGREE and best.said.guess == other.said.guess
        if other.answer != best.answer and close:
            return None
    return best


def _all_found(asking: Asking, said: Sequence[Said]) -> list[_Found]:
    found = []
    for one in said:
        if one.other and not _about(one.other, asking.text):
            continue
        hit = _found(asking, one)
        if hit is not None:
            found.append(hit)
    return found


def _about(marker: str, question: str) -> bool:
    """Say whether a question is itself about what a sentence was set aside for."""
    asked = {form for word in meanings(question) for form in word.forms}
    return any(word.forms & asked for word in meanings(marker))


def _found(asking: Asking, said: Said) -> _Found | None:
    read: Reading | None = None
    if asking.title is not None:
        read = by_title(asking, said.text)
    elif asking.facts and not said.reply:
        read = by_facts(asking, said.text)
    elif asking.threshold is not None:
        read = by_number(asking, said)
    if read is not None:
        return _Found(turned(read.answer, asking.negative), read.strength, said, read.rule)
    read = None if asking.only_facts else by_words(asking, said)
    return read and _Found(read.answer, read.strength, said, read.rule)
