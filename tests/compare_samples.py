"""Three personas that have much in common, and a segment that some of them work in."""

from __future__ import annotations

from collections.abc import Sequence

from octave_api.contract import (
    Claim,
    Evidence,
    Persona,
    PersonaData,
    QualifyingQuestion,
    QuestionNote,
    Segment,
    SegmentData,
    SourceText,
)
from tests.app_states import State

GATE = "INSTANT_DISQUALIFIER"
Line = tuple[str, str]
"""A text and its origin."""


def evidence(oid: str, lines: Sequence[tuple[str, Line]], spoken: Sequence[str] = ()) -> Evidence:
    """Make the evidence of lines at their pointers; what is quoted stands in one source."""
    text, claims = "", []
    for pointer, (words, origin) in lines:
        claim = Claim(pointer=pointer, text=words, origin=origin)
        if origin in ("SOURCE", "INFERRED"):
            start = len(text)
            text += f"{words}\n"
            quoted = {"source": 0, "start": start, "end": start + len(words), "quote": words}
            claim = claim.model_copy(update=quoted)
        claims.append(claim)
    notes = [
        QuestionNote(
            pointer=f"/qualifyingQuestions/{place}",
            spoken=words,
            listen_for="A number, not a hope.",
            framework="Metrics",
        )
        for place, words in enumerate(spoken)
        if words
    ]
    source = SourceText(index=0, type="TEXT", value=text, text=text)
    return Evidence(oid=oid, sources=[source], claims=claims, questions=notes)


def persona(
    oid: str,
    name: str,
    pains: Sequence[Line],
    duties: Sequence[Line],
    asked: Sequence[tuple[str, str, str, str]],
) -> State:
    """Make a persona; `asked` are text, fit, weight and spoken form."""
    questions = [
        QualifyingQuestion(question=text, rationale="Ask.", fit_type=fit, weight=weight)
        for text, fit, weight, _ in asked
    ]
    entity = Persona(
        oid=oid,
        name=name,
        description=f"{name} at a maker of machines.",
        data=PersonaData(
            primary_responsibilities=[text for text, _ in duties],
            pain_points=[text for text, _ in pains],
        ),
        qualifying_questions=questions,
    )
    lines = [(f"/data/primaryResponsibilities/{n}", line) for n, line in enumerate(duties)]
    lines += [(f"/data/painPoints/{n}", line) for n, line in enumerate(pains)]
    lines += [
        (f"/qualifyingQuestions/{n}", (text, "INFERRED")) for n, (text, *_) in enumerate(asked)
    ]
    return State(entity, evidence(oid, lines, [spoken for *_, spoken in asked]))


MAINTENANCE = persona(
    "pe_maint",
    "Head of Maintenance",
    [
        ("Spare parts arrive late and stop the line", "SOURCE"),
        ("Machines fail without a warning", "SOURCE"),
        ("Every repair is booked twice", "EDITED"),
        ("Skilled technicians are hard to find", "TYPICAL"),
    ],
    [("Plans all repairs of two plants", "SOURCE"), ("Keeps a store of spare parts", "SOURCE")],
    [
        ("Do they run more than two plants?", "GOOD", "HIGH", "How many plants do you run?"),
        ("Do spare parts arrive late?", "GOOD", "HIGH", "When did a part last come too late?"),
        ("Do they plan repairs in a spreadsheet?", "GOOD", "MEDIUM", "How do you plan repairs?"),
        ("Is all maintenance outsourced?", "BAD", GATE, "Who does your maintenance?"),
    ],
)
PRODUCTION = persona(
    "pe_prod",
    "Head of Production",
    [
        ("Spare parts arrive late and stop the line", "SOURCE"),
        ("Machines often fail without any warning", "INFERRED"),
        ("Orders change until the last hour", "SOURCE"),
    ],
    [("Answers for the output of two plants", "SOURCE")],
    [
        ("Do they run more than two plants?", "GOOD", "MEDIUM", "How many plants do you run?"),
        ("Do orders change on the last day?", "GOOD", "HIGH", "When can an order still change?"),
        ("Is all maintenance outsourced?", "GOOD", "LOW", "Who does your maintenance?"),
    ],
)
PURCHASING = persona(
    "pe_buy",
    "Head of Purchasing",
    [
        ("Spare parts arrive late and stop the line", "SOURCE"),
        ("Prices of steel change every week", "SOURCE"),
    ],
    [("Buys all parts for two plants", "SOURCE")],
    [
        ("Do they run more than two plants?", "GOOD", "HIGH", "How many plants do you run?"),
        ("Do they buy steel on the spot market?", "GOOD", "HIGH", "Where do you buy your steel?"),
    ],
)


def _segment() -> State:
    priorities = [
        ("Stop spare parts from arriving late", "SOURCE"),
        ("Enter new markets", "SOURCE"),
    ]
    questions = [
        QualifyingQuestion(
            question="Is all maintenance outsourced?", fit_type="GOOD", weight="HIGH"
        )
    ]
    entity = Segment(
        oid="sg_makers",
        name="Makers of machines",
        description="Companies that make machines.",
        data=SegmentData(
            key_priorities=[text for text, _ in priorities],
            firmographics={"industry": ["Machinery"], "employees": ["200–1,000"]},
        ),
        qualifying_questions=questions,
    )
    lines = [(f"/data/keyPriorities/{n}", line) for n, line in enumerate(priorities)]
    return State(entity, evidence("sg_makers", lines))


MAKERS = _segment()
ALL = (MAINTENANCE, PRODUCTION, PURCHASING, MAKERS)
