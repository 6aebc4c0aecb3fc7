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

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from octave_api.engine.asking import Asking, read_question
from octave_api.engine.facts_of_notes import by_facts, by_title, facts_of, titles_of
from octave_api.engine.leaning import Lean, clauses, lean
from octave_api.engine.meanings import Meaning, meanings, opposites
from octave_api.engine.notes import Said, read_notes
from octave_api.engine.thresholds import amounts, counts_same, settles

Confidence = Literal["HIGH", "MEDIUM", "LOW"]
YesNo = Literal["Yes", "No"]


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


_ENOUGH = 0.66
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
        keys |= {_TITLE} if titles_of(one.text) else set()
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
    if asking.title is not None:
        settled = by_title(asking, said.text)
    elif asking.facts and not said.reply:
        settled = by_facts(asking, said.text)
    elif asking.threshold is not None:
        settled = _by_number(asking, said)
    else:
        settled = None
    if settled is not None:
        return _Found(_turned(settled[0], asking.negative), settled[1], said, settled[2])
    if asking.only_facts:
        return None
    return _by_words(asking, said)


def _turned(given: YesNo, negative: bool) -> YesNo:
    if not negative:
        return given
    return "No" if given == "Yes" else "Yes"


def _by_number(asking: Asking, said: Said) -> tuple[YesNo, float, str] | None:
    """Hold the numbers of a sentence against the threshold."""
    asked = asking.threshold
    assert asked is not None
    if said.reply:
        return None
    words = meanings(said.text, notes=True)
    for number in amounts(said.text, notes=True):
        if not counts_same(asked, number) or _share(asked.unit, words) < 1.0:
            continue
        if asking.before and _share(asking.before, words) < 0.5:
            continue
        leaning = lean(said.text, [(number.start, number.unit_end)])
        if leaning == "planned" and not asking.planning:
            continue
        outcome = settles(asked, number, denied=leaning == "no" and number.low is not None)
        if outcome == "Yes" and asking.after and _share(asking.after, words) < 0.5:
            continue
        if outcome:
            # "On paper in 60 stores" may count only some of them.
            some = bool(_SOME.search(said.text[: number.start]))
            return outcome, 0.8 if some else 0.95, "a number held against the threshold"
    return None


_SOME = re.compile(r"(?i)\b(?:in|at|for|on|to|among)\s*$")


def _share(wanted: Sequence[Meaning], words: Sequence[Meaning]) -> float:
    """Give how much of the wanted words' weight the others hold."""
    total = sum(_weight(word) for word in wanted)
    forms = {form for word in words for form in word.forms}
    found = sum(_weight(word) for word in wanted if word.forms & forms)
    return found / total if total else 1.0


def _weight(word: Meaning) -> float:
    return 1.0 if word.strong else 0.3


def _by_words(asking: Asking, said: Said) -> _Found | None:
    """Find the question's words in a sentence, in one clause if one has them, and read its lean."""
    if not any(word.strong for word in asking.words) or (asking.threshold and not said.reply):
        return None
    text = said.text
    spans: Sequence[tuple[int, int]] = () if said.reply else clauses(text)
    spans = [*spans, (0, len(text))] if len(spans) != 1 else spans
    best: _Found | None = None
    for place, (start, end) in enumerate(spans):
        whole = place == len(spans) - 1
        if whole and best is not None:
            break
        clause = text[start:end]
        hit = _clause(asking, clause, said)
        if hit is not None and (best is None or hit.strength > best.strength):
            best = hit
    return best


def _clause(asking: Asking, clause: str, said: Said) -> _Found | None:
    words = meanings(clause, notes=True)
    meeting = [(word, _meeting(word, words)) for word in asking.words]
    share = _share(asking.words, words)
    missing = [word for word, met in meeting if met is None]
    spans = sorted({(met.start, met.end) for w, met in meeting if met is not None and w.strong})
    strong = [word for word, met in meeting if met is not None and word.strong]
    contrary = _contrary(missing, words)
    rule, strength = "the notes say so", min(1.0, share)
    turned = False
    alone = len([word for word in asking.words if word.strong]) == 1 and len(clause.split()) <= 6
    if contrary is not None and (strong or alone):
        share = _share([word for word in asking.words if word is not contrary[0]], words)
        spans = sorted({*spans, (contrary[1].start, contrary[1].end)})
        turned, rule, strength = True, "the notes say the contrary", 0.75 * min(1.0, share)
    elif not strong or any(word in asking.required for word in missing):
        return None
    if share < _ENOUGH:
        return None
    leaning: Lean = lean(clause, spans, planning=asking.planning)
    if leaning == "planned":
        if turned or not asking.possession:
            return None
        return _Found(_turned("No", asking.negative), 0.7, said, "planned, so not there yet")
    if leaning == "yes" and asking.possession and not said.reply and not _possesses(clause, spans):
        return None
    yes = (leaning == "yes") != turned
    if turned and leaning == "no":
        return None
    if said.reply:
        yes, rule = (said.reply == "Yes") == yes, "the notes ask it and give the reply"
    return _Found(_turned("Yes" if yes else "No", asking.negative), strength, said, rule)


def _meeting(word: Meaning, words: Sequence[Meaning]) -> Meaning | None:
    return next((other for other in words if word.forms & other.forms), None)


def _contrary(
    missing: Sequence[Meaning], words: Sequence[Meaning]
) -> tuple[Meaning, Meaning] | None:
    """Give a word of the question and what stands for its opposite in the notes."""
    table = opposites()
    for word in missing:
        against = {form for said in word.forms for form in table.get(said, ())}
        for other in words:
            if other.forms & against:
                return word, other
    return None


_POSSESSION = re.compile(
    r"(?i)\b(?:have|has|had|having|got|use[sd]?|using|uses|run|runs|running|own|owns|operate[sd]?"
    r"|operates|work(?:s|ing)?"
    r"|rely|relies|with|on|in|there(?:['’]s| is| are| was)|in place|live|their|our|its|his|her"
    r"|keep|keeps|maintains?"
    r"|employs?|employ|set up|introduced|implemented|adopted|installed|rolled out|signed|bought"
    r"|approved|no|not"
    r"|without|lacks?|never|none|dropped|replaced|uses|via|through|built|hired|appointed|runs?"
    r"|gets?|face[sd]?|sees?|suffers?|cut|frozen|laid)\b|['’]ve\b|:|n['’]t\b"
)


def _possesses(clause: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Say whether a clause that names a thing says that it is there or not, beside naming it."""
    rest = "".join(
        " " if any(start <= at < end for start, end in spans) else letter
        for at, letter in enumerate(clause)
    )
    return bool(_POSSESSION.search(rest)) or len(clause.split()) <= 4
