"""What is found wrong with question sets, and that each fix mends it and harms nothing."""

from __future__ import annotations

import itertools
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octave_api.contract import Claim, Evidence, Kind, QualifyingQuestion, SourceText
from octave_api.engine import Document, generate
from octave_api.lint import SEVERITIES, Finding, apply, health, lint

GATE = "INSTANT_DISQUALIFIER"
NOW = "2026-05-01T00:00:00Z"
EXAMPLES = sorted((Path(__file__).parents[2] / "pages/parts/examples").glob("*.md"))


def question(
    text: str,
    fit: str = "GOOD",
    weight: str = "MEDIUM",
    rationale: str = "Their site shows it.",
    *,
    archived: bool = False,
) -> QualifyingQuestion:
    """A question that has all it needs but what the test leaves out."""
    return QualifyingQuestion(
        question=text,
        rationale=rationale,
        fit_type=fit,
        weight=weight,
        archived_at=NOW if archived else None,
    )


SOUND = [
    question("Do they run more than 50 stores?", weight="HIGH"),
    question("Is a works council in place?"),
    question("Is all maintenance outsourced?", "BAD", "LOW"),
]


def codes(questions: list[QualifyingQuestion], **options: Any) -> list[tuple[str, int | None]]:
    """The findings, in short."""
    return [(one.code, one.index) for one in lint(questions, **options)]


def evidence(text: str, *quotes: str) -> Evidence:
    """Evidence in which the questions were made from these quotes of the text, in order."""
    claims = []
    for n, quote in enumerate(quotes):
        start = text.index(quote)
        claims.append(
            Claim(
                pointer=f"/qualifyingQuestions/{n}",
                text="",
                origin="INFERRED",
                source=0,
                start=start,
                end=start + len(quote),
                quote=quote,
            )
        )
    source = SourceText(index=0, type="TEXT", value=text, text=text)
    return Evidence(oid="pe_1", sources=[source], claims=claims)


def mended(questions: list[QualifyingQuestion], code: str, **options: Any) -> list[str]:
    """The active questions after the first finding of this code is fixed."""
    found = next(one for one in lint(questions, **options) if one.code == code)
    fixed = apply(questions, found.fix, now=NOW)
    return [one.question for one in fixed if one.archived_at is None]


def test_sound_set_has_no_findings() -> None:
    """Different weights, one that speaks against, a threshold, a rationale: nothing to say."""
    assert lint(SOUND) == []
    assert health([]).lines == (("Starts at", 100),)


def test_empty_set_has_no_findings() -> None:
    """There is nothing to mend where there is nothing."""
    assert lint([]) == []


def test_flat_weights_are_spread_by_order() -> None:
    """The first third weighs HIGH, the last LOW; gates have no part in it."""
    flat = [one.model_copy(update={"weight": "MEDIUM"}) for one in SOUND]
    (found,) = lint([*flat, question("Are they a bank?", "BAD", GATE)])
    assert (found.code, found.index, found.severity) == ("flat_weights", None, "warning")
    fixed = apply(flat, found.fix, now=NOW)
    assert [one.weight for one in fixed] == ["HIGH", "MEDIUM", "LOW"]


def test_set_without_bad_gets_one() -> None:
    """The question added is yes/no, says where to look, and is not asked yet."""
    first = mended(SOUND[:2], "no_bad")
    assert first[:2] == [one.question for one in SOUND[:2]]
    asked = question(first[2])
    assert mended([*SOUND[:2], asked], "no_bad")[-1] != first[2]


def test_twins_leave_the_heavier_or_the_one_against() -> None:
    """The lighter of two that ask the same is archived."""
    twin = question("Do they run over 50 stores?", weight="LOW")
    assert codes([twin, *SOUND]) == [("twin", 0)]
    assert mended([twin, *SOUND], "twin") == [one.question for one in SOUND]
    against = question("Do they run more than 50 stores?", "BAD", "LOW")
    assert codes([SOUND[0], against]) == [("twin", 0)]


def test_archived_questions_are_not_looked_at() -> None:
    """Neither as a finding nor as a twin."""
    assert lint([*SOUND, question("Why?", rationale="", archived=True)]) == []
    assert lint([*SOUND, question("Do they run over 50 stores?", archived=True)]) == []


def test_twin_of_another_entity_weighs_low() -> None:
    """It cannot tell the two apart; a shared gate is left alone."""
    others = {"Store manager": [question("Do they run over 50 stores?")]}
    (found,) = lint(SOUND, others=others)
    assert (found.code, found.index) == ("twin_elsewhere", 0)
    assert "“Store manager”" in found.why
    assert apply(SOUND, found.fix, now=NOW)[0].weight == "LOW"
    gate = question("Do they lease all?", "BAD", GATE)
    assert lint([*SOUND, gate], others={"Other": [gate]}) == []


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        (
            "double",
            "Do they own a fleet and do they employ the drivers?",
            ["Do they own a fleet?", "Do they employ the drivers?"],
        ),
        (
            "double",
            "Does this person own the budget and lead a team of more than five?",
            ["Does this person own the budget?", "Does this person lead a team of more than five?"],
        ),
        ("leading", "Don't they need a works council?", ["Do they need a works council?"]),
        ("leading", "Can’t they hire without a board?", ["Can they hire without a board?"]),
        ("leading", "Do they obviously need a works council?", ["Do they need a works council?"]),
        ("leading", "Do they lease trucks, right?", ["Do they lease trucks?"]),
        ("leading", "Would you agree that paper is slow?", ["Is it true that paper is slow?"]),
        ("vague", "Do they run many warehouses?", ["Do they run at least three warehouses?"]),
        ("vague", "Do they lease a modern fleet?", ["Do they lease a fleet?"]),
        ("vague", "Is this a good company?", []),
        ("not_yes_no", "Do they lease trucks", ["Do they lease trucks?"]),
        ("not_yes_no", "Uses Salesforce", ["Do they use Salesforce?"]),
        (
            "not_yes_no",
            "How many trucks do they lease?",
            ["Do they know how many trucks they lease?"],
        ),
        ("not_yes_no", "?!", []),
    ],
)
def test_wording_is_found_and_mended(code: str, before: str, after: list[str]) -> None:
    """The fix says it plainly, asks two questions for two, or archives what asks nothing."""
    rest = [question("Is all maintenance outsourced?", "BAD", "LOW")]
    found = lint([question(before), *rest])
    assert [(one.code, one.index) for one in found] == [(code, 0)]
    assert mended([question(before), *rest], code) == [
        *after[:1],
        "Is all maintenance outsourced?",
        *after[1:],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Is it based or active in United Kingdom or Ireland?",
        "Does it have 50 to 500 employees?",
        "Do they sell in the UK and Ireland?",
        "Do they have chains that outsource all maintenance and pay per call-out?",
        "Does this person commit to service levels and report against them each week?",
        "At their size, do they have a works council?",
        "Do they have many sites, at least 12 of them?",
        "Is it true that the board has signed a climate target?",
    ],
)
def test_sound_wording_is_left_alone(text: str) -> None:
    """Lists, ranges and clauses that belong together are one question."""
    assert lint([question(text), question("Is all labour outsourced?", "BAD", "LOW")]) == []


def test_rationale_is_asked_for() -> None:
    """The fix says where to look, in words for a person or for a company."""
    person = question("Does this person sign the budget?", rationale=" ")
    (found,) = lint([person, SOUND[2]])
    assert (found.code, found.severity) == ("no_rationale", "serious")
    assert "profile" in apply([person], found.fix, now=NOW)[0].rationale


def test_thought_needs_a_place_where_it_shows() -> None:
    """ "Do they care" is fine with "look at their job ads" beside it."""
    thought = question("Do they care about energy use?", rationale="It matters.")
    assert codes([thought, SOUND[2]]) == [("not_observable", 0)]
    fixed = apply([thought], lint([thought, SOUND[2]])[0].fix, now=NOW)[0]
    assert fixed.rationale.startswith("It matters. Look for it")
    assert lint([fixed, SOUND[2]]) == []


def test_threshold_of_the_source_is_put_in() -> None:
    """The number comes from the quoted sentence; years and list numbers are none."""
    text = (
        "1. they have more than 50 stores with technicians\nSince 2019 they own at least three vans"
    )
    questions = [
        question("Do they have stores with technicians of their own?"),
        question("Do they own vans?", "BAD", "LOW"),
    ]
    proof = evidence(text, text.split("\n")[0], text.split("\n")[1])
    assert mended(questions, "no_threshold", evidence=proof)[0] == (
        "Do they have stores with technicians of their own (more than 50 stores)?"
    )
    assert codes(questions, evidence=proof) == [("no_threshold", 0), ("no_threshold", 1)]
    said = [
        question("Do they own 3 vans or more?"),
        question("Do they have 50 stores?", "BAD", "LOW"),
    ]
    assert lint(said, evidence=evidence(text, text.split("\n")[1], text.split("\n")[0])) == []


@pytest.mark.parametrize(
    ("text", "quote", "founded"),
    [
        ("# Not for us\n- Chains that lease\n", "Chains that lease", True),
        ("We do not sell to chains that lease.", "We do not sell to chains that lease.", True),
        ("# Whom we like\n- Chains that lease\n", "Chains that lease", False),
    ],
)
def test_gate_needs_a_sentence_that_excludes(text: str, quote: str, *, founded: bool) -> None:
    """Its own words or its heading must rule somebody out; else it weighs HIGH."""
    questions = [question("Do they lease all equipment?", "BAD", GATE)]
    found = lint(questions, evidence=evidence(text, quote))
    assert (found == []) == founded
    if found:
        assert apply(questions, found[0].fix, now=NOW)[0].weight == "HIGH"


def test_gate_of_nobody_is_found_without_a_quote() -> None:
    """A gate that was typed in by hand has nothing behind it."""
    gate = question("Do they lease all equipment?", "BAD", GATE)
    assert codes([gate], evidence=evidence("Nothing.")) == [("unfounded_gate", 0)]
    assert lint([gate]) == []


def test_health_lists_its_arithmetic() -> None:
    """The lines add up to the score, and each kind takes only so much."""
    questions = [question(f"Item {n}", rationale="") for n in range(9)]
    found = lint(questions)
    graded = health(found)
    assert graded.lines[0] == ("Starts at", 100)
    assert ("10 serious × 12, at most 48", -48) in graded.lines
    assert graded.score == sum(points for _, points in graded.lines)
    assert graded.label == "needs work"


PIECES = st.lists(
    st.sampled_from(
        "do they does this person is don't obviously right? and lead own many good fleets trucks "
        "50 more than the at least three how what works council sign a budget or ? , that".split()
    ),
    max_size=9,
)
WHOLE = st.sampled_from(
    [
        "Do they lease the trucks and own the vans?",
        "Do they lease the trucks?",
        "Do they own the vans?",
        "Don't they lease trucks?",
        "Do they lease many trucks?",
        "Do they lease at least three trucks?",
        "Do you agree that obviously they care, right?",
        "How many vans do they own?",
        "Has the company announced a hiring freeze or layoffs in the past six months?",
        "Is it a good company?",
    ]
)
ANY_QUESTION = st.builds(
    question,
    st.one_of(WHOLE, PIECES.map(" ".join)),
    st.sampled_from(["GOOD", "GOOD", "BAD"]),
    st.sampled_from(["LOW", "MEDIUM", "HIGH", GATE]),
    st.sampled_from(["", "Because.", "Their site shows it."]),
    archived=st.sampled_from([False, False, False, True]),
)
QUOTES = "Not for us: chains\nThey lease more than 40 trucks\nNever sell to banks\nA budget of 10%"
SETS = st.lists(ANY_QUESTION, max_size=6)


@given(SETS, st.booleans(), SETS)
def test_fix_mends_and_makes_nothing_worse(
    questions: list[QualifyingQuestion], proven: bool, other: list[QualifyingQuestion]
) -> None:
    """What is fixed is gone, no question moved, and of nothing worse is there more."""
    proof = evidence(QUOTES, *QUOTES.split("\n")) if proven else None
    options: dict[str, Any] = {"evidence": proof, "others": {"Other": other}}
    before = lint(questions, **options)
    for one in before:
        fixed = apply(questions, one.fix, now=NOW)
        after = lint(fixed, **options)
        assert len(fixed) >= len(questions)
        assert (one.code, one.index) not in {(left.code, left.index) for left in after}
        worse = Counter(left.code for left in after if _rank(left) < _rank(one))
        assert worse <= Counter(left.code for left in before), (one, worse)


def _rank(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity)


@given(SETS)
def test_fixing_one_after_the_other_comes_to_an_end(questions: list[QualifyingQuestion]) -> None:
    """A user who clicks every fix ends with a set that has nothing to mend."""
    for _ in range(60):
        found = lint(questions)
        if not found:
            return
        questions = apply(questions, found[0].fix, now=NOW)
    pytest.fail("the fixes go round in circles")


@pytest.mark.parametrize(
    ("path", "kind"), list(itertools.product(EXAMPLES, ("persona", "segment"))), ids=str
)
def test_generated_sets_are_sound(path: Path, kind: Kind) -> None:
    """What the engine makes has no twins, a rationale each, only yes/no, and no flat weights."""
    draft = generate(kind, [Document(path.read_text("utf-8"))])
    kinds = {one.code for one in lint(draft.questions)}
    assert kinds.isdisjoint({"twin", "no_rationale", "not_yes_no", "flat_weights"})
