"""Labelled cases: read from a table, run, and run again after a change."""

from __future__ import annotations

import pytest

from octave_api.contract import Persona, QualifyingQuestion
from octave_api.tuning import (
    answer_cases,
    archived,
    compare,
    discrimination,
    read_cases,
    run,
    weighed,
)


def entity(name: str, *questions: tuple[str, str, str]) -> Persona:
    """A persona with these questions: words, fitType, weight."""
    made = [QualifyingQuestion(question=q, fit_type=f, weight=w) for q, f, w in questions]
    return Persona(oid=f"pe_{name}", name=name, qualifying_questions=made)


FACILITIES = entity(
    "Facilities",
    ("Do they have more than 50 stores?", "GOOD", "HIGH"),
    ("Do they have a works council?", "GOOD", "HIGH"),
    ("Do they lease the refrigeration equipment?", "BAD", "INSTANT_DISQUALIFIER"),
)
FINANCE = entity("Finance", ("Is a migration of the ledger planned?", "GOOD", "HIGH"))
TABLE = """notes,entity,band,name
They run 86 stores and have a works council. They own the fridges.,Facilities,good,A
They have 12 stores and have a works council. They own the fridges.,Facilities,poor,B
They run 90 stores and lease the refrigeration equipment.,facilities,disqualified,C
They run 70 stores. They own the refrigeration equipment.,Finance,good,D
Nothing is known yet.,,poor,E
"""


def test_cases_are_read_from_csv_and_from_a_spreadsheet() -> None:
    """Commas, semicolons or tabs; a band in any letter case."""
    cases, problems = read_cases(TABLE)
    assert [one.name for one in cases] == ["A", "B", "C", "D", "E"]
    assert problems == []
    pasted = "\ufeffBand\tNotes\nGood\tThey run 86 stores, mostly\n\t\n"
    assert read_cases(pasted)[0][0].notes == "They run 86 stores, mostly"
    quoted = 'notes;band\n"two lines\nof notes; here";poor\n'
    assert read_cases(quoted)[0][0].notes == "two lines\nof notes; here"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("  ", "There is no table"),
        ("entity,label\nA,good", "no column notes"),
        ("notes,band\nSomething,excellent", "Row 2: the band must be one of good"),
        ("notes,band\n,good", "Row 2: there are no notes"),
    ],
)
def test_what_is_no_case_is_told(text: str, said: str) -> None:
    """The sentence names the row or the column."""
    cases, problems = read_cases(text)
    assert cases == []
    assert said in problems[0]


def test_outcomes() -> None:
    """Right, too high, wrong match and no score, each by its case."""
    answered = answer_cases([FACILITIES, FINANCE], read_cases(TABLE)[0])
    results = run([FACILITIES, FINANCE], answered)
    assert [(one.case.name, one.outcome, one.got) for one in results] == [
        ("A", "right", "good"),
        ("B", "too high", "borderline"),
        ("C", "right", "disqualified"),
        ("D", "wrong match", "good"),
        ("E", "no score", None),
    ]


def test_question_that_tells_nothing_apart_comes_first() -> None:
    """The works council answers the same for good and poor; the stores tell them apart."""
    answered = answer_cases([FACILITIES], read_cases(TABLE)[0][:2])
    council, *_, last = discrimination([FACILITIES], answered)
    assert (council.index, council.power) == (1, 0.0)
    assert council.says == "answers the same for good and bad"
    stores = next(
        one for one in (council, last, *discrimination([FACILITIES], answered)) if not one.index
    )
    assert (stores.yes_good, stores.of_good, stores.yes_other, stores.of_other) == (1, 1, 0, 1)
    assert (stores.power, stores.says) == (1.0, "tells them apart")


def test_before_and_after_a_change() -> None:
    """Archiving what tells nothing apart puts case B where it belongs."""
    answered = answer_cases([FACILITIES], read_cases(TABLE)[0][:3])
    used = FACILITIES.qualifying_questions
    left = FACILITIES.model_copy(update={"qualifying_questions": archived(used, 1, "2026-05-01")})
    change = compare([FACILITIES], [left], answered)
    assert [one.outcome for one in change.before] == ["right", "too high", "right"]
    assert [one.outcome for one in change.after] == ["right", "right", "right"]
    assert (change.moved, change.gained) == ((1,), 1)
    light = FACILITIES.model_copy(update={"qualifying_questions": weighed(used, 1, "LOW")})
    lighter = compare([FACILITIES], [light], answered)
    assert lighter.after[1].card.arithmetic.startswith("(1) / 4")
    unlike = compare([FACILITIES], [FACILITIES], answered, new_points={"HIGH": 1})
    assert unlike.moved == ()


def test_other_questions_need_other_answers() -> None:
    """Answers are kept by place, so a reworded question is refused."""
    answered = answer_cases([FACILITIES], read_cases(TABLE)[0][:1])
    with pytest.raises(ValueError, match="answer the cases anew"):
        compare([FACILITIES], [FINANCE], answered)
