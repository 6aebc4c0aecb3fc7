"""Personas and segments to export, with evidence whose offsets are true."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from octave_api.contract import Evidence, Persona, Segment
from octave_api.engine.draft import Document
from octave_api.export import Subject
from tests.app_samples import TEXT, rich

NOW = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)
TODAY = "2031-05-06"
ADDRESS = "https://example.com/team"


def subject(kind: str = "persona", text: str = TEXT, *, name: str | None = None) -> Subject:
    """Give what the stand-in engine makes of a text."""
    draft = rich(kind, [Document(text)], name=name)
    oid = f"{'pe' if kind == 'persona' else 'sg'}_sample"
    body = {
        "oId": oid,
        "name": draft.name,
        "description": draft.description,
        "archivedAt": None,
        "qualifyingQuestions": [one.to_dict() for one in draft.questions],
        "data": draft.data.to_dict(),
    }
    evidence = Evidence.model_validate(
        {
            "oId": oid,
            "sources": [{"index": 0, "type": "URL", "value": ADDRESS, "title": "", "text": text}],
            "claims": [one.to_dict() for one in draft.claims],
            "questions": [one.to_dict() for one in draft.question_notes],
            "gaps": [one.to_dict() for one in draft.gaps],
            "notes": draft.notes,
        }
    )
    shape = Persona if kind == "persona" else Segment
    return Subject(shape.model_validate(body), evidence)


def hostile(text: str, kind: str = "persona") -> Subject:
    """Give an entity in which every text is this one."""
    field = "painPoints" if kind == "persona" else "keyPriorities"
    question = {"question": text, "rationale": text, "fitType": "BAD", "weight": "HIGH"}
    data: dict[str, Any] = {field: [text, text], "customFields": [{"title": text, "value": text}]}
    body = {
        "oId": "pe_hostile" if kind == "persona" else "sg_hostile",
        "name": text,
        "description": text,
        "qualifyingQuestions": [question, {**question, "weight": "INSTANT_DISQUALIFIER"}],
        "data": data,
    }
    end = len(text)
    claim = {"text": text, "origin": "SOURCE", "source": 0, "start": 0, "end": end, "quote": text}
    pointers = (f"/data/{field}/0", "/description", "/qualifyingQuestions/0")
    evidence = {
        "oId": body["oId"],
        "sources": [{"index": 0, "type": "URL", "value": text, "title": text, "text": text}],
        "claims": [{**claim, "pointer": pointer} for pointer in pointers],
        "questions": [{"pointer": pointers[2], "spoken": text, "listenFor": text}],
        "gaps": [{"pointer": pointers[0], "question": text}],
        "notes": [text],
    }
    shape = Persona if kind == "persona" else Segment
    return Subject(shape.model_validate(body), Evidence.model_validate(evidence))
