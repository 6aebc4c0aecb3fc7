"""Mending everything: it ends, leaves nothing serious, and moves no question."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from octave_api.contract import QualifyingQuestion
from octave_api.lint import health, lint
from octave_api.mending import mend_all
from tests.app_states import many_questions

NOW = "2026-01-01T00:00:00.000Z"
TEXTS = (
    "Do they run more than 20 depots?",
    "Do they run over 20 depots?",
    "Are they growing fast and hiring drivers?",
    "Don't you agree that routes are a pain?",
    "What is their budget?",
    "Do they have a modern fleet?",
    "",
)
any_question = st.builds(
    QualifyingQuestion,
    question=st.sampled_from(TEXTS),
    rationale=st.sampled_from(["", "See the careers page."]),
    fit_type=st.sampled_from(["GOOD", "BAD"]),
    weight=st.sampled_from(["LOW", "MEDIUM", "HIGH", "INSTANT_DISQUALIFIER"]),
    archived_at=st.none(),
)


@settings(suppress_health_check=list(HealthCheck))
@given(st.lists(any_question, max_size=7))
def test_it_ends_and_nothing_serious_is_left(questions: list[QualifyingQuestion]) -> None:
    """Health never gets worse, questions keep their places, and a second time changes nothing."""
    made = mend_all(questions, now=NOW)
    left = lint(made)
    assert not [one for one in left if one.severity == "serious"]
    assert health(left).score >= health(lint(questions)).score
    assert len(made) >= len(questions)
    assert mend_all(made, now=NOW) == made


def test_two_hundred_questions_take_a_few_rounds() -> None:
    """All fixes that leave one another alone are made at once."""
    state = many_questions()
    questions = state.entity.qualifying_questions
    assert lint(questions, evidence=state.evidence)
    made = mend_all(questions, evidence=state.evidence, now=NOW)
    assert lint(made, evidence=state.evidence) == []
