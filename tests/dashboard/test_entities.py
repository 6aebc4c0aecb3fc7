"""Entities as a reader meets them: every field, every claim, a glance."""

from __future__ import annotations

import pytest

from octave_api.contract import Claim, Evidence, Kind, Persona, Segment, SourceText
from octave_api.engine import Document
from pages.parts import entities
from tests.app_samples import TEXT, rich


def made(kind: Kind, text: str = TEXT) -> tuple[entities.Entity, Evidence]:
    """Give an entity and its evidence as an answer would bring them."""
    draft = rich(kind, [Document(text)])
    model = Persona if kind == "persona" else Segment
    entity = model(
        oid="x_1",
        name=draft.name,
        internal_name=draft.internal_name,
        description=draft.description,
        qualifying_questions=draft.questions,
        data=draft.data,  # type: ignore[arg-type]
    )
    source = SourceText(index=0, type="TEXT", value=text, text=text)
    evidence = Evidence(
        oid="x_1",
        sources=[source],
        claims=draft.claims,
        questions=draft.question_notes,
        gaps=draft.gaps,
        notes=draft.notes,
    )
    return entity, evidence


@pytest.mark.parametrize("kind", ["persona", "segment"])
def test_every_claim_has_its_line(kind: Kind) -> None:
    """No claim of the evidence is left out of the page."""
    entity, evidence = made(kind)
    lines = [line for section in entities.sections(entity, evidence) for line in section.lines]
    shown = {line.number for line in lines}
    questions = {f"/qualifyingQuestions/{n}" for n in range(len(entity.qualifying_questions))}
    left = [
        claim.pointer
        for number, claim in enumerate(evidence.claims)
        if number not in shown and claim.pointer not in questions
    ]
    assert left == []


def test_every_field_is_shown_without_evidence() -> None:
    """An answer of the cloud has no claims; its texts are all there."""
    entity, _ = made("segment")
    lines = [line.text for section in entities.sections(entity, None) for line in section.lines]
    assert {"industry one", "employees two"} <= set(lines)
    assert all(line.claim is None for s in entities.sections(entity, None) for line in s.lines)


def test_unknown_fields_are_shown_under_a_name_made_from_their_key() -> None:
    """What a later contract adds does not vanish."""
    persona = Persona.model_validate(
        {
            "oId": "p",
            "name": "N",
            "data": {
                "favouriteChannel": ["Mail"],
                "customFields": [{"title": "Region", "value": ["North"]}],
            },
        }
    )
    found = {section.title: section.lines for section in entities.sections(persona, None)}
    assert found["Favourite channel"][0].text == "Mail"
    assert (found["Custom fields"][0].lead, found["Custom fields"][0].text) == ("Region", "North")


def test_a_description_of_two_claims_is_two_lines() -> None:
    """Each sentence carries its own mark."""
    segment = Segment(oid="s", name="N", description="One thing. Another thing.")
    claims = [
        Claim(pointer="/description", text="One thing.", origin="SOURCE"),
        Claim(pointer="/description", text="Another thing.", origin="TYPICAL"),
    ]
    section = entities.sections(segment, Evidence(oid="s", claims=claims))[1]
    assert [line.claim.origin for line in section.lines if line.claim] == ["SOURCE", "TYPICAL"]


def test_a_text_is_shown_whole_where_its_claims_are_only_a_part() -> None:
    """No word of the entity is left out, and none looks better supported than it is."""
    segment = Segment(oid="s", name="N", description="One thing. Another thing. A third.")
    claims = [
        Claim(pointer="/description", text="One thing.", origin="SOURCE"),
        Claim(pointer="/description", text="Another thing.", origin="SOURCE"),
    ]
    section = entities.sections(segment, Evidence(oid="s", claims=claims))[1]
    assert section.lines[0].text == "One thing. Another thing. A third."
    assert section.lines[0].claim is None


def test_hiding_typical_leaves_the_rest() -> None:
    """The switch takes away only what no source supports."""
    entity, evidence = made("persona")
    kept = [
        line.claim.origin
        for section in entities.sections(entity, evidence)
        for line in entities.visible(section, hide_typical=True)
        if line.claim
    ]
    assert {"SOURCE", "INFERRED"} == set(kept)


def test_a_glance_has_three_of_each_and_all_disqualifiers() -> None:
    """Disqualifiers stand apart and are not counted among the top questions."""
    entity, evidence = made("persona", TEXT * 4)
    card = entities.glance(entity, evidence)
    assert 3 == len(card.top) == len(card.questions)
    assert card.disqualifiers
    assert all(q.weight != "INSTANT_DISQUALIFIER" for q in card.questions)
    assert card.share is not None
    assert len(evidence.claims) == card.share.total


def test_a_glance_of_a_bare_entity_is_bare() -> None:
    """Nothing but a name is a legal answer."""
    card = entities.glance(Persona(oid="p", name="Somebody"), None)
    assert (card.name, card.description, card.top, card.questions, card.share) == (
        "Somebody",
        "",
        (),
        (),
        None,
    )


def test_archived_questions_are_not_in_the_glance() -> None:
    """A question that is out of use is not asked."""
    persona = Persona.model_validate(
        {
            "oId": "p",
            "name": "N",
            "qualifyingQuestions": [
                {
                    "question": "Old?",
                    "fitType": "GOOD",
                    "weight": "HIGH",
                    "archivedAt": "2026-01-01",
                }
            ],
        }
    )
    assert entities.glance(persona, None).questions == ()


@pytest.mark.parametrize(
    ("pointer", "name"),
    [
        ("/data/whyWeMatterToThem", "Why we matter to them"),
        ("/data/firmographics/industry/0", "Firmographics › Industry"),
        ("/qualifyingQuestions/3", "Qualifying questions"),
        ("/data/some~1thing", "Some/thing"),
    ],
)
def test_pointers_are_named_for_people(pointer: str, name: str) -> None:
    """Nobody reads a JSON pointer."""
    assert name == entities.pointer_name(pointer)
