"""The qualify calls, the same by all three ways, and the same number as from Python."""

from __future__ import annotations

from typing import Any

import anyio
import pytest

from octave_api import AsyncOctaveClient, BadRequestError, OctaveClient
from octave_api.contract import Entity, Evidence, Persona, QualifyingQuestion, Segment
from octave_api.engine.answering import answer
from octave_api.library import Entry, Library
from octave_api.scorecard import score
from tests.conftest import Door

NOTES = """Call with Jana Novak, Head of Facilities
- They run 86 stores.
- They have no works council.
- CRM? Not sure, will ask.
"""


def questions(*kinds: tuple[str, str, str]) -> list[QualifyingQuestion]:
    """Questions with these words, fitTypes and weights."""
    return [
        QualifyingQuestion(question=text, fit_type=fit, weight=weight, archived_at=None)
        for text, fit, weight in kinds
    ]


FACILITIES = Persona(
    oid="pe_facilities",
    name="Head of Facilities",
    description="Keeps stores running.",
    qualifying_questions=questions(
        ("Do they have more than 50 stores?", "GOOD", "HIGH"),
        ("Do they have a works council?", "GOOD", "LOW"),
        ("Do they have a CRM?", "GOOD", "LOW"),
        ("Do they lease all stores?", "BAD", "INSTANT_DISQUALIFIER"),
    ),
)
FINANCE = Persona(
    oid="pe_finance",
    name="Finance Director",
    qualifying_questions=questions(("Do they have more than 200 stores?", "GOOD", "HIGH")),
)
CHAINS = Segment(
    oid="sg_chains",
    name="Supermarket chains",
    qualifying_questions=questions(("Do they have more than 20 stores?", "GOOD", "HIGH")),
)


def keep(library: Library, *entities: Persona | Segment) -> None:
    """Put entities into a library."""
    library.save(
        [
            Entry("segment" if isinstance(one, Segment) else "persona", one, Evidence(oid=one.oid))
            for one in entities
        ]
    )


def by_hand(entity: Entity, notes: str) -> Any:
    """The score of one entity without the service."""
    asked = entity.qualifying_questions
    proposals = answer([one.question for one in asked], notes)
    return score(asked, {at: one.answer for at, one in enumerate(proposals)})


def test_person_is_matched_with_persona_and_segment(door: Door) -> None:
    """Best of each kind, each answer with the sentence that gives it, nothing made up."""
    keep(door.library, FINANCE, FACILITIES, CHAINS)
    answer = door.client.qualify_person(
        "ca_any", runtime_context=NOTES, first_name="Jana", job_title="Head of Facilities"
    )
    assert (answer.found, answer.metadata.usage) == (True, 0)
    assert answer.message == (
        "Best match: the persona “Head of Facilities” and the segment “Supermarket chains”."
    )
    assert answer.data is not None
    assert answer.data.persona is not None
    assert answer.data.segment is not None
    persona = answer.data.persona
    assert (persona.oid, persona.description) == ("pe_facilities", "Keeps stores running.")
    assert [
        (one.question, one.answer, one.rationale, one.confidence)
        for one in persona.qualification.answers
    ] == [
        ("Do they have more than 50 stores?", "Yes", "“They run 86 stores.”", "HIGH"),
        ("Do they have a works council?", "No", "“They have no works council.”", "HIGH"),
    ]
    assert persona.qualification.score == by_hand(FACILITIES, NOTES).ten == 8
    assert persona.message == "Verdict: verify first."
    assert "2 of 4 questions are answered" in persona.qualification.rationale
    assert "own formula" in persona.qualification.rationale
    assert answer.data.score == 9
    assert answer.data.person is not None
    assert answer.data.person.to_dict() == {"firstName": "Jana", "title": "Head of Facilities"}
    assert answer.data.product is None


def test_company_is_matched_with_a_segment(door: Door) -> None:
    """The call of the contract, with what it names given back and nothing else."""
    keep(door.library, FACILITIES, CHAINS)
    body = {
        "agentOId": "ca_1",
        "companyDomain": "norva.example",
        "runtimeContext": [NOTES, {"x": 1}],
    }
    response = door.http.post("/api/v2/agents/qualify-company/run", json=body)
    assert response.status_code == 200
    data = response.json()["data"]
    assert set(data) == {"score", "rationale", "segment", "company"}
    assert data["company"] == {"domain": "norva.example"}
    assert data["segment"]["qualification"]["score"] == data["score"] == 10


def test_answers_of_the_client_and_of_the_page_give_one_number(door: Door) -> None:
    """Endpoint, client and `scorecard` agree."""
    keep(door.library, CHAINS)
    said = door.client.qualify_company("ca_1", runtime_context=NOTES)
    assert said.data is not None
    assert said.data.score == by_hand(CHAINS, NOTES).contract_score


def test_disqualified_scores_one(door: Door) -> None:
    """The number that it would have been stands in the rationale."""
    keep(door.library, FACILITIES)
    notes = "They run 86 stores. They lease all stores."
    said = door.client.qualify_person("ca_1", runtime_context=notes)
    assert said.data is not None
    assert said.data.persona is not None
    assert (said.data.score, said.data.persona.message) == (1, "Verdict: disqualified.")
    assert "it would have been 10" in said.data.rationale


@pytest.mark.parametrize(
    ("kept", "context", "reason"),
    [
        ((), NOTES, "There is no segment to match with: generate one first."),
        ((FACILITIES,), NOTES, "There is no segment to match with: generate one first."),
        ((CHAINS,), None, "There is nothing to go by"),
        ((CHAINS,), {"a": [None, True, "  "]}, "There is nothing to go by"),
        ((CHAINS,), "They like coffee.", "answers no question that speaks for a fit"),
    ],
)
def test_no_match_says_why(
    client: OctaveClient, door: Door, kept: Any, context: Any, reason: str
) -> None:
    """`found` is false, `data` null, and the message tells what to do."""
    keep(door.library, *kept)
    said = client.qualify_company("ca_1", runtime_context=context)
    assert (said.found, said.data) == (False, None)
    assert reason in said.message


def test_person_without_personas_may_still_match_a_segment(door: Door) -> None:
    """One kind is enough; with none, the reason of the kept kind is told."""
    keep(door.library, CHAINS)
    said = door.client.qualify_person("ca_1", runtime_context=NOTES)
    assert said.data is not None
    assert (said.data.persona, said.data.score) == (None, 10)
    assert "answers no question" in door.client.qualify_person("ca_1", runtime_context="-").message


@pytest.mark.parametrize(
    ("fields", "path", "code"),
    [
        ({"agent_oid": ""}, "agentOId", "string_too_short"),
        ({"agent_oid": "a", "runtime_context": "word " * 30_000}, "runtimeContext", "too_long"),
    ],
)
def test_bad_field_is_named(client: OctaveClient, fields: Any, path: str, code: str) -> None:
    """The agent's id is required, and notes have a limit."""
    with pytest.raises(BadRequestError) as caught:
        client.qualify_person(**fields)
    assert [(one.path, one.code) for one in caught.value.fields] == [(path, code)]


def test_unknown_field_is_refused(door: Door) -> None:
    """A misspelt field would be missed in silence."""
    body = {"agentOId": "a", "runtimecontext": "x"}
    response = door.http.post("/api/v2/agents/qualify-person/run", json=body)
    assert response.status_code == 400
    assert response.json()["error"]["errors"][0]["path"] == "runtimecontext"


def test_short_values_of_the_context_keep_their_keys(door: Door) -> None:
    """`{"employees": 340}` says how many of what."""
    sized = CHAINS.model_copy(
        update={
            "qualifying_questions": questions(
                ("Does it have more than 200 employees?", "GOOD", "HIGH")
            )
        }
    )
    keep(door.library, sized)
    said = door.client.qualify_company("ca_1", runtime_context={"employees": 340})
    assert said.data is not None
    assert said.data.score == 10


def test_async_client_has_the_same_calls() -> None:
    """Both calls as coroutines."""

    async def run_both() -> list[Any]:
        library = Library(":memory:")
        keep(library, FACILITIES, CHAINS)
        async with AsyncOctaveClient.embedded(library) as client:
            return [
                await client.qualify_company("ca_1", runtime_context=NOTES),
                await client.qualify_person("ca_1", runtime_context=NOTES),
            ]

    company, person = anyio.run(run_both)
    assert (company.data.score, person.data.score) == (10, 9)
