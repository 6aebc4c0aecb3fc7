"""The charts over evidence: origins, overlap and coverage, each with its sentence."""

from __future__ import annotations

import json

import pytest

from octave_api.contract import Claim, Evidence, Persona, QualifyingQuestion, QuestionNote
from pages.parts import chart_coverage, chart_origins, chart_overlap, charts, overlap
from pages.parts import questions as qs
from pages.parts.filters import QuestionFilter
from pages.parts.frameworks import LETTERS, letter, short
from pages.parts.library import shelf


def ask(text: str, fit: str = "GOOD", weight: str = "HIGH") -> QualifyingQuestion:
    return QualifyingQuestion(question=text, fit_type=fit, weight=weight)


def claim(pointer: str, origin: str, start: int | None = None, end: int | None = None) -> Claim:
    source = None if start is None else 0
    return Claim(pointer=pointer, text="x", origin=origin, source=source, start=start, end=end)


SALES = Persona(
    oid="a",
    name="VP of Sales",
    qualifying_questions=[
        ask("Does it run its own call centre in Lisbon?"),
        ask("Has it raised money within a year?", "BAD", "LOW"),
    ],
)
FINANCE = Persona(
    oid="b",
    name="CFO",
    qualifying_questions=[
        ask("Does the company run its own call centre in Lisbon?"),
        ask("Are the books kept by hand?"),
    ],
)
EVIDENCE = Evidence(
    oid="a",
    claims=[
        claim("/data/painPoints/0", "SOURCE", 0, 10),
        claim("/data/painPoints/1", "TYPICAL"),
        claim("/data/firmographics/industry/0", "SOURCE", 20, 30),
        claim("/qualifyingQuestions/0", "INFERRED", 5, 8),
        claim("/qualifyingQuestions/1", "TYPICAL"),
    ],
    questions=[
        QuestionNote(pointer="/qualifyingQuestions/0", framework="meddpicc:  Metrics"),
        QuestionNote(pointer="/qualifyingQuestions/1", framework="Disqualifier"),
    ],
)
SHELF = shelf.build([SALES, FINANCE], {"a": EVIDENCE, "b": None})
ROWS = SHELF.rows


def test_rows_know_origin_letter_and_the_fields_of_the_same_sentence() -> None:
    """They come from the evidence, and only from it."""
    assert [(row.origin, row.letter, sorted(row.fields)) for row in ROWS] == [
        ("INFERRED", "MEDDPICC: metrics", ["Pain points"]),
        ("TYPICAL", "Disqualifier", []),
        (None, "", []),
        (None, "", []),
    ]


def test_near_twins_are_found_between_entities_only() -> None:
    """A pair has one name in either order, and cells count each row's own questions."""
    assert [len(row.pairs) for row in ROWS] == [1, 0, 1, 0]
    assert overlap.pair_key("a", "b") == overlap.pair_key("b", "a")
    assert [(s.oid, s.other, s.count, s.total) for s in overlap.shared(ROWS)] == [
        ("a", "b", 1, 2),
        ("b", "a", 1, 2),
    ]
    again = Persona(oid="c", name="C", qualifying_questions=[ask("Same?"), ask("Same?")])
    assert not any(row.pairs for row in overlap.paired(qs.rows([again])))


def test_the_heat_map_names_rows_and_numbers_columns() -> None:
    """The chosen pair stands out, the diagonal is told apart."""
    cells = chart_overlap.cells(ROWS, ["a~b"], turn=4)
    assert [cell["own"] for cell in cells] == [True, False, False, True]
    assert [cell["on"] for cell in cells] == [False, True, True, False]
    assert {cell["row"] for cell in cells} == {"1  VP of Sales", "2  CFO"}
    assert chart_overlap.pairs(ROWS) == {"a~b": "VP of Sales + CFO (1)"}
    assert "1 of its 2 questions" in chart_overlap.sentence(ROWS)
    assert "2 of 4 questions are asked elsewhere" in chart_overlap.alt_text(ROWS)


def test_the_heat_map_says_when_there_is_nothing_to_compare() -> None:
    """One entity, or none that agree."""
    assert "takes two" in chart_overlap.sentence(ROWS[:2])
    apart = [ROWS[1], ROWS[3]]
    assert "No two of the 2" in chart_overlap.sentence(apart)
    assert "Click" in chart_overlap.reading(ROWS)
    assert "Click" not in chart_overlap.reading(apart)


def test_the_heat_map_draws_those_that_share_most_and_says_so() -> None:
    """A cell stays large enough to be met."""
    crowd = [Persona(oid=f"e{n}", name="E", qualifying_questions=[ask("?")]) for n in range(20)]
    rows = [*ROWS, *qs.rows(crowd)]
    assert {"1  VP of Sales", "2  CFO"} <= {cell["row"] for cell in chart_overlap.cells(rows, [])}
    assert len(chart_overlap.cells(rows, [])) == chart_overlap.LIMIT**2
    assert "10 are not" in chart_overlap.reading(rows)


def test_claims_are_counted_by_field_and_origin() -> None:
    """Fields with most claims first; entities without evidence add nothing."""
    counts = chart_origins.count(SHELF.evidence_of(SHELF.chosen(QuestionFilter())))
    assert {(c.field, c.origin, c.count) for c in counts} == {
        ("Pain points", "SOURCE", 1),
        ("Pain points", "TYPICAL", 1),
        ("Qualifying questions", "INFERRED", 1),
        ("Qualifying questions", "TYPICAL", 1),
        ("Firmographics", "SOURCE", 1),
    }
    assert chart_origins.sentence(counts) == (
        "Of 5 claims, 40% are quoted and 20% follow from a quoted sentence; 40% are assumed, "
        "most of them in pain points (1 of 2)."
    )
    assert chart_origins.sentence([]) == "There are no claims."


def test_what_is_not_known_is_not_called_read() -> None:
    """Answers without evidence, unknown origins and edited claims are each told as such."""
    read = [chart_origins.FieldCount("Name", "SOURCE", 2)]
    assert chart_origins.sentence(read).endswith("; nothing is assumed.")
    assert chart_origins.sentence([], 2) == "Where these claims come from is not known."
    assert chart_origins.sentence(read, 1).endswith("; 1 more answer came without evidence.")
    odd = [*read, chart_origins.FieldCount("Name", "GUESSED", 2)]
    assert chart_origins.sentence(odd).endswith("; of 50% the origin is not known.")
    assert [word for word, _ in chart_origins.legend(odd)][-1] == "Not known"
    edited = [*read, chart_origins.FieldCount("Name", "EDITED", 2)]
    assert chart_origins.sentence(edited).endswith("; 50% were written by a person.")
    one = [*read, chart_origins.FieldCount("Pain points", "TYPICAL", 1)]
    assert chart_origins.sentence(one).endswith("; 33% are assumed, in pain points (1 of 1).")


def test_a_part_of_a_bar_asks_for_a_field_or_for_an_origin() -> None:
    """Nothing rests on what is typical, and a question does not rest on itself."""
    counts = chart_origins.count([EVIDENCE])
    marks = chart_origins.marks(counts, ["Pain points"], [])
    asked = {(m["field"], m["origin"]): (m["askField"], m["askOrigin"], m["on"]) for m in marks}
    assert asked["Pain points", "SOURCE"] == ("Pain points", "", True)
    assert asked["Pain points", "TYPICAL"] == ("", "TYPICAL", False)
    assert asked["Qualifying questions", "INFERRED"] == ("", "INFERRED", False)


def test_letters_are_read_in_any_case_and_unknown_ones_kept() -> None:
    """An evidence may name what we do not know."""
    assert letter(" bant : Timeline ") == "BANT: timing"
    assert letter("Disqualifier") == "Disqualifier"
    assert letter("GPCT: goals") == "GPCT: goals"
    assert short("MEDDPICC: paper process") == "Paper process"
    assert len(LETTERS) == 17


def test_every_letter_has_a_dot_and_empty_ones_are_told() -> None:
    """A gap is seen and said."""
    dots = chart_coverage.dots(ROWS, [])
    assert len(dots) == 17
    assert {dot["letter"]: dot["count"] for dot in dots}["MEDDPICC: metrics"] == 1
    assert chart_coverage.choices(ROWS) == {"MEDDPICC: metrics": "MEDDPICC: metrics (1)"}
    words = chart_coverage.sentence(ROWS)
    assert "BANT is not served" in words
    assert "MEDDPICC lacks economic buyer, decision criteria and 5 more" in words
    assert "No question" in chart_coverage.sentence(ROWS[1:])


@pytest.mark.parametrize("chart", ["balance", "origins", "overlap", "coverage"])
def test_a_drawing_holds_no_data_and_can_be_clicked(chart: str) -> None:
    """It is made once; a click changes the data alone."""
    specs = {
        "balance": charts.balance_spec(charts.balance(ROWS), pick=True),
        "origins": chart_origins.spec(chart_origins.count([EVIDENCE])),
        "overlap": chart_overlap.spec(chart_overlap.cells(ROWS, [])),
        "coverage": chart_coverage.spec(),
    }
    text = json.dumps(specs[chart])
    assert "call centre" not in text
    assert [p["name"] for p in specs[chart]["params"]] == [charts.PICK]


def test_the_shelf_says_who_came_without_evidence() -> None:
    """All, some or none."""
    assert "1 of 2 answers came without evidence" in SHELF.unmarked()
    assert "their server keeps none" in shelf.build([SALES], {"a": None}).unmarked()
    assert shelf.build([SALES], {"a": EVIDENCE}).unmarked() == ""


@pytest.mark.parametrize(
    ("group", "sort", "titles", "first"),
    [
        ("entity", "words", ["VP of Sales", "CFO"], "Does it run"),
        ("fit", "weight", ["GOOD", "BAD"], "Does it run"),
        ("weight", "words", ["High", "Low"], "Are the books"),
        ("letter", "support", ["MEDDPICC: metrics", "Disqualifier", "No letter"], "Does it run"),
        ("fit", "shared", ["GOOD", "BAD"], "Does it run"),
    ],
)
def test_cards_are_grouped_and_sorted(group: str, sort: str, titles: list[str], first: str) -> None:
    """Groups stand in the order of what they are, cards in that of the sort."""
    ordered = qs.arranged(ROWS, group, sort)
    assert [one.title for one in qs.groups(ordered, group)] == titles
    assert ordered[0].question.question.startswith(first)
