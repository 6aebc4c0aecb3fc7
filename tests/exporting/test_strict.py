"""A persona or segment without what is only typical."""

from __future__ import annotations

from typing import Any

from octave_api.contract import Evidence, Persona, Segment
from octave_api.export import Subject
from octave_api.exporting.strict import without_typical
from tests.export_samples import subject


def claim(pointer: str, text: str, origin: str = "TYPICAL") -> dict[str, Any]:
    """Give a claim; one that is not typical rests on the source's first word."""
    quoted = {} if origin == "TYPICAL" else {"source": 0, "start": 0, "end": 4, "quote": "word"}
    return {"pointer": pointer, "text": text, "origin": origin, **quoted}


def cut(data: dict[str, Any], claims: list[dict[str, Any]], **more: Any) -> Subject:
    """Give what stays of a persona with these claims."""
    shape = Segment if "firmographics" in data else Persona
    entity = shape.model_validate({"oId": "pe_1", "name": "A", "data": data, **more})
    sources = [{"index": 0, "type": "TEXT", "value": "word", "text": "word"}]
    evidence = Evidence.model_validate({"oId": "pe_1", "sources": sources, "claims": claims})
    return without_typical(Subject(entity, evidence))


def test_items_go_and_the_others_move_up() -> None:
    """Pointers of the evidence follow their texts."""
    found = cut(
        {"painPoints": ["typical", "quoted", "unmarked"]},
        [claim("/data/painPoints/0", "typical"), claim("/data/painPoints/1", "quoted", "SOURCE")],
    )
    assert found.entity.to_dict()["data"] == {"painPoints": ["quoted", "unmarked"]}
    assert found.evidence is not None
    assert [one.pointer for one in found.evidence.claims] == ["/data/painPoints/0"]
    assert found.left_out == 1


def test_a_text_that_its_claims_make_up_keeps_the_others_words() -> None:
    """One sentence of two goes."""
    claims = [claim("/description", "One.", "SOURCE"), claim("/description", "Two.")]
    assert cut({}, claims, description="One. Two.").entity.description == "One."
    assert cut({}, claims, description="One, two and three.").entity.description == (
        "One, two and three."
    )
    assert cut({}, claims[1:], description="Two.").entity.description is None


def test_mappings_and_custom_fields_are_cut_as_well() -> None:
    """Empty values stay as they came."""
    found = cut(
        {
            "firmographics": {"industry": ["a", "b"], "revenue": []},
            "customFields": [{"title": "T", "value": ["x", "y"]}],
            "fitExplanation": None,
        },
        [
            claim("/data/firmographics/industry/0", "a"),
            claim("/data/customFields/0/value/1", "y"),
        ],
    )
    assert found.entity.to_dict()["data"] == {
        "firmographics": {"industry": ["b"], "revenue": []},
        "customFields": [{"title": "T", "value": ["x"]}],
        "fitExplanation": None,
    }


def test_questions_go_with_their_notes() -> None:
    """The notes of the others point to where these now are."""
    one = subject()
    assert one.evidence is not None
    claims = [
        one_claim.model_copy(update={"origin": "TYPICAL"})
        if one_claim.pointer == "/qualifyingQuestions/0"
        else one_claim
        for one_claim in one.evidence.claims
    ]
    evidence = one.evidence.model_copy(update={"claims": claims})
    found = without_typical(Subject(one.entity, evidence))
    asked = one.entity.qualifying_questions
    assert found.entity.qualifying_questions == asked[1:]
    assert found.evidence is not None
    assert [note.pointer for note in found.evidence.questions] == [
        f"/qualifyingQuestions/{n}" for n in range(len(asked) - 1)
    ]


def test_a_name_stays_even_if_it_is_made_up() -> None:
    """Something has to stand on top; its mark stays with it."""
    found = cut({"internalName": "Al"}, [claim("/data/internalName", "Al"), claim("/name", "A")])
    assert found.entity.name == "A"
    assert found.entity.to_dict()["data"] == {"internalName": "Al"}
    assert found.left_out == 0


def test_without_evidence_nothing_is_known_to_be_typical() -> None:
    """The entity stays as it is."""
    one = Subject(subject().entity)
    assert without_typical(one) == one
