"""
One prospect being qualified: what is said to which question, what was proposed, undo. Pure.

A desk is never changed: each act gives a new one, so that undo is a step back and nothing
else. Entities are named by their oId, fictional examples by `recall.example_name`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from octave_api.contract import QualifyingQuestion
from octave_api.engine.answering import Proposal
from octave_api.scoring.prospects import (
    MAX_QUESTION,
    AnswersToEntity,
    Prospect,
    SaidOfQuestion,
)
from octave_api.scoring.tally import Answer

Questions = Sequence[QualifyingQuestion]
Said = Mapping[str, Mapping[int, Answer]]
Standing = Literal["open", "said", "proposed", "confirmed", "overruled"]

UNDO = 200
"""Steps that can be taken back."""
LETTERS: Mapping[Answer, str] = {"Yes": "y", "No": "n", "Unknown": "u"}
_ANSWERS: Mapping[str, Answer] = {letter: answer for answer, letter in LETTERS.items()}


@dataclass(frozen=True, slots=True)
class _Step:
    """What a step back brings back."""

    said: Said
    shown: str
    at: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Desk:
    """
    A prospect on the desk.

    Attributes:
        name, oid: What it is called, and its id once it is kept.
        chosen: The entities that it is held against; `shown` is the one in view.
        said: What a person answered, by entity and the question's index.
        proposed: What the notes suggest, by entity and index.
        at: The index of the question at hand in each entity.
    """

    name: str = ""
    oid: str = ""
    chosen: tuple[str, ...] = ()
    shown: str = ""
    said: Said = field(default_factory=dict)
    proposed: Mapping[str, Mapping[int, Proposal]] = field(default_factory=dict)
    notes: str = ""
    at: Mapping[str, int] = field(default_factory=dict)
    past: tuple[_Step, ...] = ()
    changed: bool = False

    def choose(self, chosen: Iterable[str]) -> Desk:
        """Hold the prospect against these entities; answers to others are kept."""
        now = tuple(dict.fromkeys(chosen))
        shown = self.shown if self.shown in now else next(iter(now), "")
        return replace(self, chosen=now, shown=shown)

    def show(self, entity: str) -> Desk:
        """Bring an entity into view."""
        return replace(self, shown=entity) if entity in self.chosen else self

    def answers(self, entity: str) -> dict[int, Answer]:
        """Give what counts: what a person said, else what the notes suggest."""
        found: dict[int, Answer] = {
            index: one.answer
            for index, one in self.proposed.get(entity, {}).items()
            if one.answer != "Unknown"
        }
        return found | dict(self.said.get(entity, {}))

    def standing(self, entity: str, index: int) -> Standing:
        """Tell where the answer to a question comes from."""
        said = self.said.get(entity, {}).get(index)
        proposal = self.proposed.get(entity, {}).get(index)
        suggested = proposal.answer if proposal else "Unknown"
        if said is None:
            return "open" if suggested == "Unknown" else "proposed"
        if suggested == "Unknown":
            return "open" if said == "Unknown" else "said"
        return "confirmed" if said == suggested else "overruled"

    def waiting(self, entity: str) -> list[int]:
        """Give the questions whose proposals nobody has confirmed or overruled yet."""
        return [
            index
            for index in self.proposed.get(entity, {})
            if self.standing(entity, index) == "proposed"
        ]

    def say(self, answer: Answer, sets: Mapping[str, Questions]) -> Desk:
        """
        Answer the question at hand and go on to the next one.

        The same words in another chosen entity are the same question, and get the answer too.
        """
        index = self.place(sets)
        if index is None:
            return self
        asked = _words(sets[self.shown][index].question)
        said = {entity: dict(answers) for entity, answers in self.said.items()}
        for entity in self.chosen:
            for other, question in enumerate(sets.get(entity, ())):
                twin = question.archived_at is None and _words(question.question) == asked
                if twin and (entity != self.shown or other == index):
                    said.setdefault(entity, {})[other] = answer
        return self._after(said).step(1, sets)

    def confirm(self) -> Desk:
        """Say of every proposal for the entity in view, not looked at yet, that it is right."""
        said = {entity: dict(answers) for entity, answers in self.said.items()}
        own = self.proposed.get(self.shown, {})
        for index in self.waiting(self.shown):
            said.setdefault(self.shown, {})[index] = own[index].answer
        return self._after(said)

    def clear(self) -> Desk:
        """Take back all that was said, and what the notes suggested."""
        return replace(self._after({}), proposed={}, notes="", at={})

    def _after(self, said: Said) -> Desk:
        step = _Step(self.said, self.shown, self.at)
        return replace(self, said=said, past=(*self.past, step)[-UNDO:], changed=True)

    def undo(self) -> Desk:
        """Take the last answer back, and go back to its question."""
        if not self.past:
            return self
        last = self.past[-1]
        shown = last.shown if last.shown in self.chosen else self.shown
        back = replace(self, said=last.said, shown=shown, at=last.at, past=self.past[:-1])
        return replace(back, changed=True)

    def place(self, sets: Mapping[str, Questions]) -> int | None:
        """Give the index of the question at hand; None where there is no active one."""
        active = active_of(sets.get(self.shown, ()))
        at = self.at.get(self.shown, -1)
        return at if at in active else next(iter(active), None)

    def step(self, by: int, sets: Mapping[str, Questions]) -> Desk:
        """Step through the active questions, no further than the ends."""
        active, now = active_of(sets.get(self.shown, ())), self.place(sets)
        if now is None:
            return self
        place = min(max(active.index(now) + by, 0), len(active) - 1)
        return self.turn(active[place])

    def turn(self, index: int) -> Desk:
        """Turn to a question of the entity in view."""
        return replace(self, at={**self.at, self.shown: index})

    def propose(self, notes: str, proposed: Mapping[str, Mapping[int, Proposal]]) -> Desk:
        """Take what notes suggest; what a person said stays."""
        return replace(self, notes=notes, proposed={**proposed}, changed=True)

    def press(self, key: str, sets: Mapping[str, Questions]) -> Desk:
        """Do what a key stands for."""
        if key in _ANSWERS:
            return self.say(_ANSWERS[key], sets)
        if key == "z":
            return self.undo()
        return self.step({"next": 1, "back": -1}.get(key, 0), sets)

    def kept(self, prospect: Prospect) -> Desk:
        """Give the desk after it was kept under this prospect."""
        return replace(self, oid=prospect.oid, name=prospect.name, changed=False)


def active_of(questions: Questions) -> list[int]:
    """Give the indexes of the questions in use."""
    return [at for at, one in enumerate(questions) if one.archived_at is None]


def _words(question: str) -> str:
    return " ".join(question.casefold().split())


def to_keep(
    desk: Desk, sets: Mapping[str, Questions], names: Mapping[str, str]
) -> list[AnswersToEntity]:
    """Give what is to be kept: the answers and proposals to every chosen entity."""
    found = []
    for entity in desk.chosen:
        answers = []
        effective = desk.answers(entity)
        for index, question in enumerate(sets.get(entity, ())):
            if index not in effective or not question.question.strip():
                continue
            proposal = desk.proposed.get(entity, {}).get(index)
            answers.append(
                SaidOfQuestion(
                    question=question.question[:MAX_QUESTION],
                    answer=effective[index],
                    confirmed=index in desk.said.get(entity, {}),
                    proposed=_settled(proposal),
                    confidence=proposal.confidence if proposal else None,
                    quote=proposal.quote[:MAX_QUESTION] if proposal else "",
                )
            )
        name = names.get(entity, "")[:MAX_QUESTION]
        found.append(AnswersToEntity(entity_oid=entity, entity_name=name, answers=answers))
    return found


def _settled(proposal: Proposal | None) -> Literal["Yes", "No"] | None:
    if proposal is None or proposal.answer == "Unknown":
        return None
    return proposal.answer


def from_kept(prospect: Prospect, sets: Mapping[str, Questions]) -> tuple[Desk, int]:
    """
    Put a kept prospect on the desk, and tell how many answers have no question any more.

    An answer belongs to the question of the same words, wherever it stands now.
    """
    said: dict[str, dict[int, Answer]] = {}
    proposed: dict[str, dict[int, Proposal]] = {}
    lost = 0
    for kept in prospect.entities:
        questions = sets.get(kept.entity_oid)
        if questions is None:
            lost += len(kept.answers)
            continue
        places: dict[str, list[int]] = {}
        for index, question in enumerate(questions):
            places.setdefault(_words(question.question[:MAX_QUESTION]), []).append(index)
        for one in kept.answers:
            at = places.get(_words(one.question))
            if not at:
                lost += 1
                continue
            index = at.pop(0) if len(at) > 1 else at[0]
            if one.confirmed:
                said.setdefault(kept.entity_oid, {})[index] = one.answer
            if one.proposed is not None:
                proposed.setdefault(kept.entity_oid, {})[index] = _proposal(one, prospect.notes)
    chosen = tuple(kept.entity_oid for kept in prospect.entities if kept.entity_oid in sets)
    desk = Desk(
        name=prospect.name,
        oid=prospect.oid,
        chosen=chosen,
        shown=next(iter(chosen), ""),
        said=said,
        proposed=proposed,
        notes=prospect.notes,
    )
    return desk, lost


def _proposal(one: SaidOfQuestion, notes: str) -> Proposal:
    start = notes.find(one.quote) if one.quote else -1
    start = max(start, 0)
    answer = one.proposed or "Unknown"
    return Proposal(answer, one.confidence, one.quote, start, start + len(one.quote))


def to_letters(said: Mapping[int, Answer], count: int) -> str:
    """Write answers as one letter a question, "-" where nothing is said, for an address."""
    letters = (LETTERS[said[at]] if at in said else "-" for at in range(count))
    return "".join(letters).rstrip("-")


def from_letters(letters: str, count: int) -> dict[int, Answer]:
    """Read what `to_letters` wrote; anything else counts as not said."""
    return {at: _ANSWERS[one] for at, one in enumerate(letters[:count]) if one in _ANSWERS}
