"""Answers that pages seldom meet: of one question, of 200, very long, right to left, bare."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from octave_api.contract import (
    Claim,
    Evidence,
    Persona,
    PersonaData,
    QualifyingQuestion,
    Segment,
    SegmentData,
    SourceText,
)
from octave_api.library import Entry, Library

LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik" * 4
STAMP = "2026-01-05T09:00:00.000Z"


@dataclass(frozen=True)
class State:
    """An entity and what it rests on."""

    entity: Persona | Segment
    evidence: Evidence


def _source(text: str) -> SourceText:
    return SourceText(index=0, type="TEXT", value=text, text=text)


def _quoted(lines: list[str], field: str) -> tuple[str, list[Claim]]:
    """Give a source of these lines and a claim of the field for each."""
    claims, text = [], ""
    for place, line in enumerate(lines):
        start = len(text)
        text += f"{line}\n"
        claims.append(
            Claim(
                pointer=f"/data/{field}/{place}",
                text=line,
                origin="SOURCE",
                source=0,
                start=start,
                end=start + len(line),
                quote=line,
            )
        )
    return text, claims


def _question(words: str, weight: str = "HIGH", fit: str = "GOOD") -> QualifyingQuestion:
    return QualifyingQuestion(
        question=words, rationale="Look at the careers page.", fit_type=fit, weight=weight
    )


def one_question() -> State:
    """A persona of a single thing to ask."""
    text, claims = _quoted(["Plans the night shift"], "primaryResponsibilities")
    entity = Persona(
        oid="pe_one",
        name="Night shift planner",
        description="Plans the night shift.",
        data=PersonaData(primary_responsibilities=["Plans the night shift"]),
        qualifying_questions=[_question("Does this person plan the night shift?")],
    )
    return State(entity, Evidence(oid="pe_one", sources=[_source(text)], claims=claims))


def many_questions(count: int = 200) -> State:
    """A segment with more to ask than anybody will."""
    weights = ("HIGH", "MEDIUM", "LOW", "INSTANT_DISQUALIFIER")
    questions = [
        _question(
            f"Does the company have site number {n} in use?",
            weights[n % 4],
            "BAD" if n % 4 == 3 or n % 7 == 0 else "GOOD",
        )
        for n in range(count)
    ]
    text, claims = _quoted(["Runs many sites"], "keyPriorities")
    entity = Segment(
        oid="sg_many",
        name="Companies of many sites",
        description="Companies that run many sites.",
        data=SegmentData(key_priorities=["Runs many sites"]),
        qualifying_questions=questions,
    )
    return State(entity, Evidence(oid="sg_many", sources=[_source(text)], claims=claims))


def long_field() -> State:
    """A persona with 25 pains and 9 titles."""
    pains = [f"Report number {n} is put together by hand every week" for n in range(1, 26)]
    text, claims = _quoted(pains, "painPoints")
    entity = Persona(
        oid="pe_long",
        name="Head of Reporting",
        description="Puts reports together.",
        data=PersonaData(
            pain_points=pains, common_job_titles=[f"Head of Reporting {n}" for n in range(9)]
        ),
        qualifying_questions=[_question("Does it make more than 20 reports a week?")],
    )
    return State(entity, Evidence(oid="pe_long", sources=[_source(text)], claims=claims))


def long_words() -> State:
    """Words without an end, sentences without one, and marks of other languages."""
    lines = [LONG_WORD, "word " * 90 + "end", "<b>$5</b> ![x](http://example.com/a.png) **x**"]
    text, claims = _quoted(lines, "painPoints")
    entity = Persona(
        oid="pe_words",
        name=LONG_WORD,
        internal_name=LONG_WORD,
        description=f"{LONG_WORD} {'word ' * 120}",
        data=PersonaData(pain_points=lines, common_job_titles=[LONG_WORD, "<i>Chief</i>"]),
        qualifying_questions=[
            _question(f"Do they know {LONG_WORD}?"),
            _question("word " * 90 + "?", "INSTANT_DISQUALIFIER", "BAD"),
        ],
    )
    return State(entity, Evidence(oid="pe_words", sources=[_source(text)], claims=claims))


def right_to_left() -> State:
    """A persona in Arabic."""
    lines = ["تتأخر الشحنات في الجمارك كل أسبوع", "لا يثق أحد في جداول التخطيط"]
    text, claims = _quoted(lines, "painPoints")
    entity = Persona(
        oid="pe_rtl",
        name="مدير العمليات",
        description="مدير العمليات في شركة خدمات لوجستية.",
        data=PersonaData(pain_points=lines, common_job_titles=["مدير العمليات"]),
        qualifying_questions=[_question("هل تتأخر الشحنات في الجمارك؟")],
    )
    return State(entity, Evidence(oid="pe_rtl", sources=[_source(text)], claims=claims))


def unknown_words() -> State:
    """Values that the contract does not name yet, and a field of its own."""
    text, claims = _quoted(["Buys in spring"], "buyingSeason")
    claims[0].origin = "GUESSED"
    entity = Persona.model_validate(
        {
            "oId": "pe_new",
            "name": "Spring buyer",
            "data": {"buyingSeason": ["Buys in spring"]},
            "qualifyingQuestions": [
                {"question": "Is it spring?", "fitType": "MAYBE", "weight": "ENORMOUS"}
            ],
        }
    )
    return State(entity, Evidence(oid="pe_new", sources=[_source(text)], claims=claims))


def bare() -> State:
    """A persona whose data is null."""
    entity = Persona.model_validate({"oId": "pe_bare", "name": "Somebody", "data": None})
    return State(entity, Evidence(oid="pe_bare"))


STATES = {
    state.__name__: state
    for state in (
        one_question,
        many_questions,
        long_field,
        long_words,
        right_to_left,
        unknown_words,
        bare,
    )
}


def keep(path: Path, *states: State) -> None:
    """Put entities into the library at this path, as if they had been generated."""
    library = Library(path)
    entries = []
    for state in states:
        entity = state.entity.model_copy(update={"created_at": STAMP, "updated_at": STAMP})
        kind = "persona" if isinstance(entity, Persona) else "segment"
        entries.append(Entry(kind, entity, state.evidence))
    library.save(entries)
    library.close()
