"""Conditions: sentences that let in or turn away by one condition or by several."""

from __future__ import annotations

import pytest

from octave_api.engine import Document
from octave_api.engine.criteria import find_criteria
from octave_api.engine.material import gather


def found(text: str) -> list[tuple[str, str]]:
    material = gather("segment", [Document(f"We lease ovens to bakeries. {text}")])
    return [(one.item.text, one.side) for one in find_criteria(material)]


def test_each_condition_of_a_sentence_is_a_criterion() -> None:
    """By "when" again and again, and on its own part of the sentence."""
    text = "It does not work when they bake by wood, when they have no cellar, or when rent is due."
    assert [what for what, _ in found(text)] == [
        "they bake by wood",
        "they have no cellar",
        "rent is due",
    ]
    material = gather("segment", [Document(text)])
    for one in find_criteria(material):
        assert one.item.span is not None
        assert one.item.span.quote == one.item.text


def test_clauses_after_one_if_are_parted_too() -> None:
    """Each part has a subject of its own."""
    text = "Walk away if the landlord says no, the shop closes or they only want flour."
    assert len(found(text)) == 3


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("We lose when the landlord decides.", "against"),
        ("It works best when the baker is the owner.", "for"),
        ("If the owner bakes alone, it's too small.", "against"),
        ("If the head baker is new, even better.", "for"),
        ("Don't bid if the tender asks for gas.", "against"),
        ("If they leased last year, leave it.", "against"),
    ],
)
def test_the_verdict_takes_the_side(text: str, side: str) -> None:
    """What is said of the condition lets in or turns away."""
    assert [one for _, one in found(text)] == [side]


def test_several_refusals_in_a_sentence_are_several() -> None:
    """ "Skip A, skip B", and "we turn down A, and we don't sell to B"."""
    skipped = found("Skip franchises, skip caterers, skip anyone who bakes at home.")
    assert len(skipped) == 3
    turned = found("We turn down hotels because they buy in, and we don't sell to caterers.")
    assert len(turned) == 2


def test_what_they_must_be_is_a_criterion() -> None:
    """A demand of the prospect lets in; its reason is left out."""
    assert ("They are on a till system already", "for") in [
        (what.replace("already on a till system", "on a till system already"), side)
        for what, side in found("They must be on a till system already, otherwise it takes ages.")
    ]
