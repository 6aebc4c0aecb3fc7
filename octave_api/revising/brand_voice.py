"""
A brand voice applied: its words put in place of others, and its forbidden words left out. Pure.

Only what this program words is changed: claims that are INFERRED or TYPICAL, rationales, what
to say and to listen for. A claim with the source's own words stays as it is, and so does
whatever stands in quotation marks. Where a forbidden word has no substitute, the item, the
question or the sentence that holds it is left out, and the evidence says how many were.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from octave_api.contract import Claim, Evidence, Persona, QuestionNote, Segment
from octave_api.fields import escape_pointer
from octave_api.revising.texts import SCALARS

_ARROW = re.compile(r"\s*(?:->|=>|→|⇒|:)\s*")
_INSTEAD = re.compile(
    r"(?i)^\s*(?:(?:say|use|write)\s+(?!not\b|instead\b|rather\b))?(?P<new>.+?)\s*,?\s+"
    r"(?:instead of|rather than|not)\s+(?P<old>.+)$"
)
_MARKS = "\"'“”‘’«» .,;"
_QUOTED = re.compile(r"(“[^”]*”|«[^»]*»|\"[^\"]*\")")
_SENTENCES = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True, slots=True)
class Voice:
    """
    Which words a brand puts in place of others, and which it never says.

    Attributes:
        substitutions: The word or phrase, in lower case, and what stands in its place.
        forbidden: Words and phrases that do not occur, in any letter case.
    """

    substitutions: Mapping[str, str] = field(default_factory=dict)
    forbidden: tuple[str, ...] = ()

    @classmethod
    def of(cls, substitutions: Sequence[str], forbidden: Sequence[str]) -> Voice:
        """
        Read a brand voice's lists.

        A substitution is written "utilize -> use", "utilize: use", or "use, not utilize"; a
        line of another form says nothing that can be applied, and is passed over.
        """
        read = dict(found for line in substitutions if (found := _substitution(line)))
        words = tuple(dict.fromkeys(word for one in forbidden if (word := one.strip(_MARKS))))
        return cls(read, words)

    def say(self, text: str) -> str:
        """Give a text in the brand's words; what stands in quotation marks stays."""
        if not self.substitutions:
            return text
        longest = sorted(self.substitutions, key=len, reverse=True)
        pattern = _any_of(longest)

        def instead(match: re.Match[str]) -> str:
            new = self.substitutions[match[0].casefold()]
            return new[:1].upper() + new[1:] if match[0][:1].isupper() else new

        parts = _QUOTED.split(text)
        return "".join(part if at % 2 else pattern.sub(instead, part) for at, part in
                       enumerate(parts))  # fmt: skip

    def forbids(self, text: str) -> bool:
        """Tell whether a text has a forbidden word outside of quotation marks."""
        if not self.forbidden:
            return False
        plain = "\n".join(_QUOTED.split(text)[::2])
        return _any_of(self.forbidden).search(plain) is not None

    def sentences(self, text: str) -> str:
        """Give a text in the brand's words, without the sentences that it forbids."""
        said = self.say(text)
        if not self.forbids(said):
            return said
        return " ".join(one for one in _SENTENCES.split(said) if not self.forbids(one))

    def name(self, text: str) -> str:
        """Give a name in the brand's words, without the words that it forbids."""
        said = self.say(text)
        if not self.forbids(said):
            return said
        return " ".join(_any_of(self.forbidden).sub(" ", said).split()) or text


def _substitution(line: str) -> tuple[str, str] | None:
    parts = _ARROW.split(line, maxsplit=1)
    if len(parts) == 2:
        old, new = parts
    elif match := _INSTEAD.match(line):
        old, new = match["old"], match["new"]
    else:
        return None
    old, new = old.strip(_MARKS).casefold(), new.strip(_MARKS)
    return (old, new) if old and new else None


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"(?i)(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")


def apply(
    entity: Persona | Segment, evidence: Evidence, voice: Voice, *, given_name: bool
) -> tuple[Persona | Segment, Evidence]:
    """
    Word an entity, and what stands beside it in the evidence, in a brand's voice.

    Args:
        entity: As it was generated.
        evidence: Of this entity; says which of its texts are the sources' own words.
        voice: What to put in place of what, and what to leave out.
        given_name: The name was given in the request, and stays.
    """
    work = _Work(voice, evidence)
    made = entity.to_dict()
    for key in SCALARS:
        if isinstance(made.get(key), str):
            made[key] = work.scalar(f"/{key}", made[key], given_name=given_name)
    data = made.get("data") or {}
    made["data"] = {
        key: None if value is None else work.walk(value, place, place) or type(value)()
        for key, value in data.items()
        for place in [f"/data/{escape_pointer(key)}"]
    }
    if "internalName" in made["data"]:
        made["data"]["internalName"] = made.get("internalName")
    made["qualifyingQuestions"] = work.questions(made.get("qualifyingQuestions") or [])
    return type(entity).model_validate(made), work.evidence()


class _Work:
    def __init__(self, voice: Voice, evidence: Evidence) -> None:
        self._voice = voice
        self._before = evidence
        self._claims: list[Claim] = []
        self._led: dict[str, str] = {}
        self._left_out = 0

    def scalar(self, pointer: str, text: str, *, given_name: bool) -> str:
        """Word a text of the entity that is no list; a name never becomes empty."""
        own = self._of(pointer)
        if pointer == "/description":
            return self._said(pointer, pointer, text) or ""
        if pointer == "/name" and given_name:
            said = text
        else:
            said = text if self._quoted(own) else self._voice.name(text)
        self._claims += [
            claim.model_copy(update={"text": said}) if claim.text == text else claim
            for claim in own
        ]
        return said

    def walk(self, value: Any, old: str, new: str) -> Any:
        """Word everything below a place; None is what is left out."""
        if isinstance(value, str):
            return self._said(old, new, value)
        if isinstance(value, list):
            kept: list[Any] = []
            for at, item in enumerate(value):
                said = self.walk(item, f"{old}/{at}", f"{new}/{len(kept)}")
                if said is not None:
                    kept.append(said)
            return kept
        if isinstance(value, dict):
            return {
                key: item
                if key == "title"
                else self.walk(item, f"{old}/{escape_pointer(key)}", f"{new}/{escape_pointer(key)}")
                for key, item in value.items()
            }
        return value

    def questions(self, asked: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Word the questions and their rationales."""
        kept: list[dict[str, Any]] = []
        for at, one in enumerate(asked):
            old, new = f"/qualifyingQuestions/{at}", f"/qualifyingQuestions/{len(kept)}"
            said = self._said(old, new, one["question"])
            if said is not None:
                self._led[old] = new
                rationale = self._voice.sentences(one.get("rationale") or "")
                kept.append({**one, "question": said, "rationale": rationale})
        return kept

    def evidence(self) -> Evidence:
        """Give the evidence of what was worded."""
        say = self._voice.sentences
        notes = list(self._before.notes)
        if self._left_out:
            what = "text has" if self._left_out == 1 else "texts have"
            notes.append(f"{self._left_out} {what} words that the brand voice forbids: left out.")
        return self._before.model_copy(
            update={
                "claims": self._claims,
                "questions": [
                    _note(one, self._led[one.pointer], self._voice)
                    for one in self._before.questions
                    if one.pointer in self._led
                ],
                "gaps": [
                    one.model_copy(update={"question": say(one.question) or one.question})
                    for one in self._before.gaps
                ],
                "notes": notes,
            }
        )

    def _of(self, pointer: str) -> list[Claim]:
        return [claim for claim in self._before.claims if claim.pointer == pointer]

    @staticmethod
    def _quoted(claims: Sequence[Claim]) -> bool:
        return any(claim.origin == "SOURCE" for claim in claims)

    def _said(self, old: str, new: str, text: str) -> str | None:
        """Word one text by its claims; None if nothing of it is left."""
        made: list[Claim] = []
        said = text
        for claim in self._of(old):
            wording = claim.text
            if claim.origin != "SOURCE":
                wording = self._voice.say(claim.text)
                if self._voice.forbids(wording):
                    wording = ""
                    self._left_out += 1
                said = said.replace(claim.text, wording)
            if wording:
                made.append(claim.model_copy(update={"pointer": new, "text": wording}))
        said = " ".join(said.split(" ")).strip() if said != text else said
        if not said:
            return None
        self._claims += made
        return said


def _note(note: QuestionNote, pointer: str, voice: Voice) -> QuestionNote:
    said = {name: voice.sentences(getattr(note, name)) for name in ("spoken", "listen_for")}
    return note.model_copy(update={"pointer": pointer, **said})
