"""A brand voice's words: how they are read, what they change, and what they leave alone."""

from __future__ import annotations

import pytest

from octave_api.contract import Claim, Evidence, Persona, QuestionNote
from octave_api.revising.brand_voice import Voice, apply


@pytest.mark.parametrize(
    "line",
    ["utilize -> use", "utilize => use", "utilize→use", "utilize: use", "“utilize” -> “use”",
     "use, not utilize", "Say use instead of utilize", "use rather than utilize."],
)  # fmt: skip
def test_substitution_is_read(line: str) -> None:
    """Each usual way to write it says the same."""
    assert Voice.of([line], []).say("They utilize it. Utilize more!") == "They use it. Use more!"


@pytest.mark.parametrize("line", ["", "use", "-> use", "utilize ->", "be nice"])
def test_line_that_says_nothing_is_passed_over(line: str) -> None:
    """What is no substitution changes nothing."""
    assert Voice.of([line], [""]) == Voice()


def test_words_are_whole_and_quotes_stay() -> None:
    """Parts of words and what stands in quotation marks are not touched."""
    voice = Voice.of(["art -> craft", "state of the art: modern"], ["deal"])
    said = voice.say("Art starts, “art” stays; state of the art.")
    assert said == "Craft starts, “art” stays; modern."
    assert not voice.forbids("Ideal “deal” dealers")
    assert voice.forbids("A Deal.")


def entity() -> tuple[Persona, Evidence]:
    """A persona of quoted, inferred and typical texts."""
    persona = Persona.model_validate(
        {
            "oId": "pe_1",
            "name": "Deal lead",
            "internalName": "Dan the deal lead",
            "description": "Owns deals. Hates churn talk.",
            "data": {
                "internalName": "Dan the deal lead",
                "painPoints": ["Deals stall", "Churn talk", "Late deals"],
                "customFields": [{"title": "Deals", "value": ["Many deals"]}],
            },
            "qualifyingQuestions": [
                {"question": "Any churn?", "rationale": "x", "fitType": "BAD", "weight": "LOW"},
                {"question": "Any deals?", "rationale": "Look for “deals”. Or churn. Or deals.",
                 "fitType": "GOOD", "weight": "LOW"},
            ],
        }
    )  # fmt: skip
    kinds = {
        "/name": ("Deal lead", "TYPICAL"),
        "/internalName": ("Dan the deal lead", "TYPICAL"),
        "/data/painPoints/0": ("Deals stall", "SOURCE"),
        "/data/painPoints/1": ("Churn talk", "TYPICAL"),
        "/data/painPoints/2": ("Late deals", "INFERRED"),
        "/data/customFields/0/value/0": ("Many deals", "INFERRED"),
        "/qualifyingQuestions/0": ("Any churn?", "TYPICAL"),
        "/qualifyingQuestions/1": ("Any deals?", "INFERRED"),
    }
    claims = [Claim(pointer=p, text=text, origin=origin) for p, (text, origin) in kinds.items()]
    claims += [
        Claim(pointer="/description", text="Owns deals.", origin="INFERRED"),
        Claim(pointer="/description", text="Hates churn talk.", origin="TYPICAL"),
    ]
    notes = [
        QuestionNote(pointer="/qualifyingQuestions/0", spoken="Churn?"),
        QuestionNote(pointer="/qualifyingQuestions/1", spoken="How many deals?"),
    ]
    return persona, Evidence(oid="pe_1", claims=claims, questions=notes)


def test_only_our_words_are_changed() -> None:
    """Substitutes and omissions by origin; places, notes and rationales follow."""
    persona, evidence = entity()
    voice = Voice.of(["deals -> contracts", "deal -> contract"], ["churn"])
    said, beside = apply(persona, evidence, voice, given_name=False)
    assert said.name == "Contract lead"
    assert said.internal_name == said.data.internal_name == "Dan the contract lead"
    assert said.description == "Owns contracts."
    assert isinstance(said, Persona)
    assert said.data.pain_points == ["Deals stall", "Late contracts"]
    assert [one.to_dict() for one in said.data.custom_fields] == [
        {"title": "Deals", "value": ["Many contracts"]}
    ]
    assert [one.question for one in said.qualifying_questions] == ["Any contracts?"]
    rationale = "Look for “deals”. Or contracts."
    assert said.qualifying_questions[0].rationale == rationale
    assert [(one.pointer, one.spoken) for one in beside.questions] == [
        ("/qualifyingQuestions/0", "How many contracts?")
    ]
    at = {one.pointer: one.text for one in beside.claims}
    assert at["/data/painPoints/1"] == "Late contracts"
    assert at["/qualifyingQuestions/0"] == "Any contracts?"
    assert "/data/painPoints/2" not in at
    assert any("brand voice forbids" in note for note in beside.notes)


def test_name_of_the_request_stays() -> None:
    """What the user called it is not ours to word."""
    persona, evidence = entity()
    voice = Voice.of(["deal -> contract"], ["lead"])
    assert apply(persona, evidence, voice, given_name=True)[0].name == "Deal lead"
    assert apply(persona, evidence, voice, given_name=False)[0].name == "Contract"
