"""
A stand-in for the engine with rich, predictable answers, for tests of the dashboard.

Its claims are cut from the text it is given, so that offsets are true.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octave_api.contract import (
    FIRMOGRAPHICS,
    PERSONA_LISTS,
    WEIGHTS,
    Claim,
    Gap,
    PersonaData,
    QualifyingQuestion,
    QuestionNote,
    SegmentData,
)
from octave_api.engine.draft import Document, Draft

TEXT = (
    "VP of Sales\n\n"
    "Runs enterprise deals. Answers for revenue growth.\n\n"
    "- Large deals stall in legal review\n"
    "- The forecast rests on what reps say\n"
    "- New hires need nine months to close a deal\n\n"
    "- More than 50 account executives\n"
    "- Sells to banks and insurers\n"
    "- Not for companies with fewer than 20 employees\n"
)
"""A short source that fills every kind of field."""

_LINE = re.compile(r"(?m)^(?:[-*•]|\d+[.)])?[ \t]*(?P<text>\S[^\n]{12,})$")


def rich(
    kind: str,
    documents: Sequence[Document],
    *,
    name: str | None = None,
    strict: bool = False,
    offering: Document | None = None,
) -> Draft:
    """Give an entity with the engine's signature: lines become claims, in turn, field by field."""
    found = [
        (number, match.start("text"), match.end("text"), match["text"].strip(" .#|*"))
        for number, document in enumerate(documents)
        for match in _LINE.finditer(document.text)
    ]
    fields = (
        PERSONA_LISTS
        if kind == "persona"
        else ("keyPriorities", "keyConsiderations", "uniqueApproach")
    )
    lists: dict[str, list[str]] = {field: [] for field in fields}
    claims: list[Claim] = []
    for turn, (number, start, end, text) in enumerate(found[: 6 * len(fields)]):
        field = fields[turn % (len(fields) - 1)]
        quote = documents[number].text[start:end]
        origin, rule = ("INFERRED", "A duty read as an aim.") if turn % 5 == 4 else ("SOURCE", None)
        claims.append(
            Claim(
                pointer=f"/data/{field}/{len(lists[field])}",
                text=text,
                origin=origin,
                source=number,
                start=start,
                end=end,
                quote=quote,
                rule=rule,
            )
        )
        lists[field].append(text)
    if not strict:
        for field in fields[:3]:
            text = f"What is usual for {field}"
            pointer = f"/data/{field}/{len(lists[field])}"
            claims.append(
                Claim(pointer=pointer, text=text, origin="TYPICAL", rule="Usual for the role.")
            )
            lists[field].append(text)
    questions, notes = [], []
    for place, (number, start, end, text) in enumerate(
        found[:9] * (9 // max(1, len(found[:9])) + 1)
    ):
        if place >= 9:
            break
        weight = WEIGHTS[(place % 4) if place % 3 else 1 + place % 3]
        fit = "BAD" if weight == "INSTANT_DISQUALIFIER" or place % 4 == 3 else "GOOD"
        questions.append(
            QualifyingQuestion(
                question=f"Is it true of the company: {text}?",
                rationale="Look at its careers page and at the last annual report.",
                fit_type=fit,
                weight=weight,
                archived_at=None,
            )
        )
        pointer = f"/qualifyingQuestions/{place}"
        claims.append(
            Claim(
                pointer=pointer,
                text=text,
                origin="INFERRED",
                source=number,
                start=start,
                end=end,
                quote=documents[number].text[start:end],
                rule="A statement asked as a question.",
            )
        )
        notes.append(
            QuestionNote(
                pointer=pointer,
                spoken="How do you handle this today?",
                listen_for="A number, a name, a date.",
                framework="MEDDPICC: identify pain",
            )
        )
    about = " ".join(text for _, _, _, text in found[:2])
    for number, start, end, text in found[:2]:
        claims.append(
            Claim(
                pointer="/description",
                text=text,
                origin="SOURCE",
                source=number,
                start=start,
                end=end,
                quote=documents[number].text[start:end],
            )
        )
    empty = [field for field in fields if not lists[field]]
    gaps = [Gap(pointer=f"/data/{field}", question=f"What should {field} say?") for field in empty]
    data: PersonaData | SegmentData
    if kind == "persona":
        data = PersonaData.model_validate(
            {
                **lists,
                "commonJobTitles": ["VP of Sales", "Head of Sales"],
                "internalName": "Vic the VP",
            }
        )
    else:
        firmographics = {key: [f"{key} one", f"{key} two"] for key in FIRMOGRAPHICS}
        data = SegmentData.model_validate(
            {"fitExplanation": about, "firmographics": firmographics, **lists}
        )
    title = name or ("VP of Sales" if kind == "persona" else "Mid-market companies")
    return Draft(
        title, "Vic the VP", about, data, questions, claims, notes, gaps, ["Read in English."]
    )
