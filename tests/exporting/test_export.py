"""Every format: what comes back, what is left out, and what is never touched."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octave_api.cleaning import clean
from octave_api.contract import Persona
from octave_api.export import (
    EVERYTHING,
    FORMATS,
    Subject,
    export,
    file_name,
)
from octave_api.revising import bundles, question_table
from octave_api.revising.question_table import Questions
from octave_api.scorecard import score
from tests.export_samples import NOW, hostile, subject

KINDS = ("persona", "segment")
_WATCHING: list[list[tuple[str, str]]] = []


def _hook(event: str, args: tuple[Any, ...]) -> None:
    if _WATCHING and event.partition(".")[0] in ("open", "socket", "subprocess", "urllib", "os"):
        _WATCHING[-1].append((event, str(args[0]) if args else ""))


@contextmanager
def watched() -> Iterator[list[tuple[str, str]]]:
    """Give the files, sockets and processes that are asked for meanwhile."""
    sys.addaudithook(_hook)
    found: list[tuple[str, str]] = []
    _WATCHING.append(found)
    try:
        yield found
    finally:
        _WATCHING.remove(found)


@pytest.mark.parametrize("key", [*FORMATS, EVERYTHING])
def test_a_file_has_the_name_that_was_announced(key: str) -> None:
    """The menu says a name before the file is made; both are the same."""
    one, other = subject("segment"), subject("persona", name="Head of Sales")
    for subjects in ([one], [one, other]) if key != EVERYTHING else ([one],):
        made = export(key, subjects, made_at=NOW)
        assert made.name == file_name(key, subjects)
        assert made.content


def test_the_same_input_gives_the_same_bytes() -> None:
    """No clock, no chance, in no format."""
    subjects = [subject("persona"), subject("segment")]
    made = export(EVERYTHING, subjects, made_at=NOW)
    assert made == export(EVERYTHING, subjects, made_at=NOW)


def test_nothing_is_opened_but_the_fonts() -> None:
    """No file of the machine, no socket, no process, whatever the texts name."""
    lure = (
        "![x](file:///etc/passwd) <img src='http://127.0.0.1:9/x'> <link href='/etc/hosts'> "
        "https://example.com/a.png file:///etc/hosts"
    )
    subjects = [hostile(lure), hostile(lure, "segment"), subject("persona")]
    export(EVERYTHING, subjects, made_at=NOW)  # loads what Python loads at first use
    with watched() as seen:
        export(EVERYTHING, subjects, made_at=NOW)
    strange = [
        (event, name)
        for event, name in seen
        if not (event == "open" and "/exporting/fonts/" in name.replace("\\", "/"))
    ]
    assert strange == []


@pytest.mark.parametrize("kind", KINDS)
def test_json_comes_back_equal(kind: str) -> None:
    """The same entities, and not a key more or less."""
    one = subject(kind)
    content = export("json", [one], made_at=NOW).content
    assert [found.entity for found in bundles.read(content.decode())] == [one.entity]
    assert json.loads(content) == {"data": [one.entity.to_dict()]}


def test_json_keeps_what_we_do_not_know() -> None:
    """Unknown fields, nulls and missing keys survive."""
    body = {"oId": "pe_1", "name": "A", "new": {"x": [1, None]}, "description": None, "data": {}}
    entity = Persona.model_validate(body)
    content = export("json", [Subject(entity)], made_at=NOW).content
    assert json.loads(content)["data"] == [body]


def back(subjects: list[Subject]) -> list[Questions]:
    """Export questions and read them again."""
    content = export("questions", subjects, made_at=NOW).content.decode()
    return cast(list[Questions], bundles.read(content))


def test_the_question_bank_comes_back_equal() -> None:
    """Questions of several entities, archived ones and unknown fields included."""
    one, other = subject("persona"), subject("segment")
    question = one.entity.qualifying_questions[0].model_copy(update={"archived_at": "2030-01-01"})
    question = type(question).model_validate({**question.to_dict(), "score": 3})
    entity = one.entity.model_copy(
        update={"qualifying_questions": [question, *one.entity.qualifying_questions[1:]]}
    )
    subjects = [replace(one, entity=entity), other]
    tables = back(subjects)
    assert [list(each.questions) for each in tables] == [
        each.entity.qualifying_questions for each in subjects
    ]
    assert [(each.name, each.kind) for each in tables] == [
        (each.entity.name, each.kind) for each in subjects
    ]
    assert one.evidence is not None
    noted = {note.pointer: note.spoken for note in tables[0].notes}
    assert noted == {note.pointer: note.spoken for note in one.evidence.questions}


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_hostile_questions_come_back_equal(text: str) -> None:
    """Formulas, separators, quotes and controls are text on the way out and on the way in."""
    one = hostile(clean(text))
    asked = [q for q in one.entity.qualifying_questions if q.question.strip()]
    if asked:
        (table,) = back([one])
        assert list(table.questions) == asked


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("asked,fitType\nA?,GOOD", "no column “question”"),
        ("question,fitType,weight\nA?,good one,HIGH", "Row 2: the fit is “good one”"),
        ("question,weight\nA?,HIGH\nB?,huge", "Row 3: the weight is “huge”"),
        ("question,otherFields\nA?,[1]", "must be a JSON object"),
    ],
)
def test_a_bank_that_cannot_be_read_says_why(content: str, said: str) -> None:
    """The row and the column, in the user's words."""
    with pytest.raises(ValueError, match=said):
        list(question_table.read(content, "x"))


def test_a_bank_made_by_hand_is_read() -> None:
    """One column is enough; what is left out is a good question of medium weight."""
    table = "question;fitType;weight\r\nIs it big?;good;disqualifier\r\nIs it new?;;\r\n"
    ((first, second),) = (one.questions for one in question_table.read(table, "x"))
    assert (first.fit_type, first.weight) == ("GOOD", "INSTANT_DISQUALIFIER")
    assert (second.fit_type, second.weight) == ("GOOD", "MEDIUM")


def test_a_zip_holds_each_entity_under_a_name_of_its_own() -> None:
    """The same name twice, hostile names and both kinds."""
    subjects = [subject(), subject(), hostile("../../CON"), hostile("con", "segment")]
    made = export("html", subjects, made_at=NOW)
    assert made.name == "4 personas and segments.zip"
    with zipfile.ZipFile(io.BytesIO(made.content)) as packed:
        assert packed.testzip() is None
        assert packed.namelist() == [
            "VP of Sales.html",
            "VP of Sales (2).html",
            "CON.html".replace("CON", "_CON"),
            "_con (2).html",
        ]


def test_everything_holds_every_format() -> None:
    """A folder a format."""
    made = export(EVERYTHING, [subject()], made_at=NOW)
    with zipfile.ZipFile(io.BytesIO(made.content)) as packed:
        assert {name.split("/")[0] for name in packed.namelist()} == set(FORMATS)


@pytest.mark.parametrize("key", list(FORMATS))
def test_what_is_typical_can_be_left_out_of_every_format(key: str) -> None:
    """The stand-in marks what is usual; strict files have none of it."""
    one = subject()
    made = export(key, [one], made_at=NOW, hide_typical=True)
    assert made.content != export(key, [one], made_at=NOW).content or key not in (
        "one-page", "html", "markdown", "json", "salesforce",
    )  # fmt: skip
    if key in ("html", "markdown", "json"):
        assert b"What is usual for" not in made.content
    if key == "html":
        assert b"3 typical claims are left out" in made.content


@pytest.mark.parametrize("key", list(FORMATS))
def test_an_answer_without_evidence_is_exported(key: str) -> None:
    """Octave's own cloud sends none; documents say that origins cannot be told."""
    made = export(key, [Subject(subject().entity)], made_at=NOW, hide_typical=True)
    if key in ("html", "markdown"):
        assert b"came without evidence" in made.content


def test_a_scorecard_is_on_the_documents() -> None:
    """The verdict on top, the answers ticked."""
    one = subject()
    card = score(one.entity.qualifying_questions, {0: "Yes", 1: "No"})
    measured = replace(one, scorecard=card)
    assert b"Score:" in export("html", [measured], made_at=NOW).content
    assert "☒ Yes".encode() in export("call-sheet-html", [measured], made_at=NOW).content


def test_what_cannot_be_made_is_said() -> None:
    """No subject, no such format."""
    with pytest.raises(ValueError, match="nothing to export"):
        export("json", [], made_at=NOW)
    with pytest.raises(ValueError, match="no format"):
        export("pptx", [subject()], made_at=NOW)
