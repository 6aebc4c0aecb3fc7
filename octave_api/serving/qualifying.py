"""
From what is known of a prospect to the entities that fit best: the qualify calls' half of
the service.

The material is what the request holds, nothing is looked up. Every active question of
every kept persona or segment is held against it (`engine.answering`), the answers are added
up (`scorecard`), and the best match of each kind is given. The overall score is the mean of
the sections' scores; one that is disqualified makes it 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from octave_api.contract import Entity, Kind, Metadata
from octave_api.contract.qualification import (
    MatchedEntity,
    ProspectCompany,
    ProspectPerson,
    Qualification,
    QualifyCompanyData,
    QualifyCompanyRequest,
    QualifyCompanyResponse,
    QualifyPersonData,
    QualifyPersonRequest,
    QualifyPersonResponse,
    QualifyRequest,
    QuestionAnswer,
)
from octave_api.engine.answering import Proposal, answer
from octave_api.errors import FieldError
from octave_api.scorecard import Answer, Scorecard, rank, score
from octave_api.serving.problems import bad_request

if TYPE_CHECKING:
    from octave_api.library import Library

MAX_MATERIAL = 100_000
"""So many characters of material are read."""
MAX_ENTITIES = 200
"""So many of the newest entities of a kind are held against the material."""

NOT_THE_VENDORS = "Scored by this program's own formula; Octave HQ publishes none."
_NOTHING_KEPT = "There is no {} to match with: generate one first."
_NOTHING_SAID = (
    "There is nothing to go by: put what you know of the prospect into runtimeContext. "
    "Nothing is looked up."
)
_NOTHING_ANSWERED = (
    "What is known answers no question that speaks for a fit, so there is no match to tell of."
)


@dataclass(frozen=True, slots=True)
class Match:
    """One entity held against the material; `proposals` are by the question's index."""

    entity: Entity
    proposals: dict[int, Proposal]
    card: Scorecard


def match(entities: Sequence[Entity], material: str) -> list[Match]:
    """Hold entities against what is known of a prospect; the best match comes first."""
    matches = []
    for entity in entities:
        active = [
            (at, one.question)
            for at, one in enumerate(entity.qualifying_questions)
            if one.archived_at is None
        ]
        proposals = answer([question for _, question in active], material)
        by_index = {at: one for (at, _), one in zip(active, proposals, strict=True)}
        answers: dict[int, Answer] = {at: one.answer for at, one in by_index.items()}
        matches.append(Match(entity, by_index, score(entity.qualifying_questions, answers)))
    order = rank([one.card for one in matches])
    return [matches[at] for at in order]


def qualify_company(
    asked: QualifyCompanyRequest, library: Library, metadata: Metadata
) -> QualifyCompanyResponse:
    """Answer qualify-company from the kept segments."""
    material = _material(asked)
    segment, problem = _best("segment", library, material)
    if segment is None:
        return QualifyCompanyResponse(metadata=metadata, found=False, message=problem, data=None)
    data = QualifyCompanyData(segment=segment, **_overall([segment]))
    data.company = _company(asked)
    message = f"Best match: the segment “{segment.name}”."
    return QualifyCompanyResponse(metadata=metadata, found=True, message=message, data=data)


def qualify_person(
    asked: QualifyPersonRequest, library: Library, metadata: Metadata
) -> QualifyPersonResponse:
    """Answer qualify-person from the kept personas and segments."""
    material = _material(asked)
    persona, problem = _best("persona", library, material)
    segment, other = _best("segment", library, material)
    found = [one for one in (persona, segment) if one is not None]
    if not found:
        # What keeps a segment from matching is the better reason where no persona is kept.
        reason = other if problem == _NOTHING_KEPT.format("persona") else problem
        return QualifyPersonResponse(metadata=metadata, found=False, message=reason, data=None)
    data = QualifyPersonData(persona=persona, segment=segment, **_overall(found))
    data.person = ProspectPerson(
        **{
            name: value
            for name, value in (
                ("first_name", asked.first_name),
                ("last_name", asked.last_name),
                ("title", asked.job_title),
                ("profile_url", asked.linked_in_profile),
            )
            if value
        }
    )
    named = [
        f"the {kind} “{one.name}”"
        for kind, one in (("persona", persona), ("segment", segment))
        if one
    ]
    message = f"Best match: {' and '.join(named)}."
    return QualifyPersonResponse(metadata=metadata, found=True, message=message, data=data)


def _best(kind: Kind, library: Library, material: str) -> tuple[MatchedEntity | None, str]:
    """Give the best match of a kind, or None and why there is none."""
    entities, _ = library.entities(kind=kind, limit=MAX_ENTITIES)
    if not entities:
        return None, _NOTHING_KEPT.format(kind)
    if not material:
        return None, _NOTHING_SAID
    for one in match(entities, material):
        if one.card.contract_score is not None:
            return _section(one), ""
    return None, _NOTHING_ANSWERED


def _section(one: Match) -> MatchedEntity:
    questions, card = one.entity.qualifying_questions, one.card
    answers = [
        QuestionAnswer(
            question=questions[at].question,
            answer=proposal.answer,
            rationale=f"“{proposal.quote}”",
            confidence=proposal.confidence or "",
        )
        for at, proposal in one.proposals.items()
        if proposal.answer != "Unknown"
    ]
    settled = f"{len(answers)} of {len(one.proposals)} questions are answered by what is known."
    return MatchedEntity(
        message=f"Verdict: {card.verdict}.",
        oid=one.entity.oid,
        name=one.entity.name,
        description=one.entity.description or "",
        qualification=Qualification(
            score=card.contract_score,
            rationale=f"{card.why} {settled} {card.arithmetic}. {NOT_THE_VENDORS}",
            answers=answers,
        ),
    )


def _overall(sections: Sequence[MatchedEntity]) -> dict[str, Any]:
    """Give the overall score and rationale: the mean of the sections' scores, half up."""
    scores = [one.qualification.score or 1 for one in sections]
    out = [one for one in sections if one.message == "Verdict: disqualified."]
    mean = 1 if out else int(sum(scores) / len(scores) + 0.5)
    parts = [f"{one.name}: {one.qualification.rationale}" for one in sections]
    return {"score": mean, "rationale": " ".join(parts)}


def _material(asked: QualifyRequest) -> str:
    """
    Give what there is to read: the job title and every text of `runtimeContext`.

    Names of people and companies are no evidence: "Berlin Foods" may be neither.
    """
    lines = list(_texts(asked.runtime_context))
    if isinstance(asked, QualifyPersonRequest) and asked.job_title:
        lines.insert(0, f"Job title: {asked.job_title}")
    material = "\n\n".join(line for line in lines if line.strip())
    if len(material) > MAX_MATERIAL:
        sentence = f"This is longer than {MAX_MATERIAL} characters; send what matters of it."
        raise bad_request([FieldError("runtimeContext", sentence, "too_long")])
    return material


def _texts(value: object, key: str = "") -> Iterator[str]:
    """Give the texts within JSON data, each after its key if it has one."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _texts(item, str(name))
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, key)
    elif isinstance(value, str | int | float) and not isinstance(value, bool):
        if not str(value).strip():
            return
        # A long text stands for itself; "employees: 340" needs its key.
        short = key and len(str(value)) <= _SHORT
        yield f"{key}: {value}" if short else str(value)


_SHORT = 80


def _company(asked: QualifyRequest) -> ProspectCompany:
    given = {"name": asked.company_name, "domain": asked.company_domain}
    return ProspectCompany(**{name: value for name, value in given.items() if value})
