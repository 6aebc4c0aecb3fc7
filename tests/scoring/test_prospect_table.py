"""Prospects ranked, and taken along as CSV and JSON."""

from __future__ import annotations

import csv
import io
import json

from octave_api import prospect_table
from octave_api.contract import QualifyingQuestion
from octave_api.scorecard import Answer, score
from octave_api.scoring.prospects import AnswersToEntity, Prospect, SaidOfQuestion

WEIGHTS = ("HIGH", "MEDIUM", "LOW")
SETS = {
    name: [
        QualifyingQuestion(question=f"{name} {n}?", fit_type="GOOD", weight=weight)
        for n, weight in enumerate(WEIGHTS)
    ]
    + [QualifyingQuestion(question=f"{name} out?", fit_type="BAD", weight="INSTANT_DISQUALIFIER")]
    for name in ("pe_1", "sg_1")
}
NAMES = {"pe_1": "Depot manager", "sg_1": "=HYPERLINK(1)"}


def prospect(name: str, **said: str) -> Prospect:
    """A prospect; answers are written as letters, one a question."""
    words: dict[str, Answer] = {"y": "Yes", "n": "No", "u": "Unknown"}
    entities = [
        AnswersToEntity(
            entity_oid=entity,
            answers=[
                SaidOfQuestion(
                    question=SETS[entity][n].question if entity in SETS else "Gone?",
                    answer=words[letter],
                )
                for n, letter in enumerate(letters)
            ],
        )
        for entity, letters in said.items()
    ]
    return Prospect(oid=f"pr_{name}", name=name, entities=entities)


PROSPECTS = [
    prospect("nobody"),
    prospect("gone", pe_9="yyy"),
    prospect("out", pe_1="yyyy"),
    prospect("best", pe_1="nnnn", sg_1="yyyn"),
    prospect("some", pe_1="ynnn"),
]


def test_best_match_first_and_the_unknown_last() -> None:
    """Each by the entity that it matches best; disqualified ones after those with a score."""
    lines = prospect_table.table(PROSPECTS, SETS, NAMES)
    assert [line.prospect.name for line in lines] == ["best", "some", "out", "nobody", "gone"]
    best = lines[0]
    assert (best.entity, best.card and best.card.ten) == ("sg_1", 10)
    assert lines[-1].card is None


def test_the_number_is_the_scorecard_s_with_its_weights() -> None:
    """The same answers give the same number wherever they are added up."""
    points = {"LOW": 5, "MEDIUM": 2, "HIGH": 3}
    [line] = prospect_table.table([PROSPECTS[4]], SETS, NAMES, points)
    answers: dict[int, Answer] = {0: "Yes", 1: "No", 2: "No", 3: "No"}
    assert line.card == score(SETS["pe_1"], answers, points)
    assert line.card is not None
    assert line.card.ten == 3


def test_csv_has_no_live_cell() -> None:
    """Names are anybody's: what a spreadsheet would compute is marked as text."""
    evil = [prospect(name, sg_1="yyyn") for name in ("=1+1", "+1", "-1", "@a", "\t=1", "a;=1")]
    text = prospect_table.to_csv(prospect_table.table(evil, SETS, NAMES)).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 6
    for row in rows:
        for cell in row.values():
            assert not cell.lstrip().startswith(("=", "+", "-", "@"))
        assert row["matched"] == "'=HYPERLINK(1)"
    assert rows[0]["score (1 to 10)"] == "10"


def test_json_shows_what_each_question_adds() -> None:
    """And adds up to the score."""
    lines = prospect_table.table(PROSPECTS, SETS, NAMES)
    found = json.loads(prospect_table.to_json(lines))
    assert [one["name"] for one in found] == [line.prospect.name for line in lines]
    some = found[1]["score"]
    assert sum(one["adds"] for one in some["questions"]) == some["hundred"] == 50
    assert found[-1]["score"] is None
    assert "_metadata" not in found[0]
