"""The three fictional companies run through the engine like anything else."""

from __future__ import annotations

import pytest

from octave_api import engine
from octave_api.contract import Kind
from octave_api.engine import Document
from pages.parts import examples


@pytest.mark.parametrize("example", examples.EXAMPLES, ids=lambda example: example.key)
@pytest.mark.parametrize("kind", ["persona", "segment"])
def test_every_example_gives_a_full_answer(example: examples.Example, kind: Kind) -> None:
    """The first thing that anybody sees has questions and quoted claims, as either kind."""
    draft = engine.generate(kind, [Document(example.text)])
    assert len(draft.questions) >= 6
    assert any(claim.origin == "SOURCE" for claim in draft.claims)


def test_an_example_suits_its_own_kind_with_questions_of_both_fits() -> None:
    """Good and bad signs stand in each text."""
    for example in examples.EXAMPLES:
        draft = engine.generate(example.kind, [Document(example.text)])
        assert {"GOOD", "BAD"} <= {question.fit_type for question in draft.questions}


def test_only_an_examples_own_text_is_marked_as_fictional() -> None:
    """What somebody makes of it is theirs."""
    text = examples.EXAMPLES[0].text
    assert examples.is_fictional(["other", f"{text}\n"])
    assert not examples.is_fictional([f"{text} and more"])
    assert examples.by_key("nobody") is None
