"""What holds for every answer of the engine, whatever the text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octave_api.contract import Claim, Kind
from octave_api.engine import Document, Draft, generate

ROOT = Path(__file__).parents[2]
KINDS: tuple[Kind, ...] = ("persona", "segment")

WORDS = (
    "bakers ovens shops flour CFO VP of Sales Head Production France US 50-200 employees €5m 500+ "
    "we they I you my struggle with worried about want to not for never must plans manages late "
    "orders waste? why how do growth, and or (about) “quoted” **bold** [link](/x) Ovenly helps"
).split()
HEADINGS = (
    "Pain points;Goals;Responsibilities;Job titles;Questions;Disqualifiers;Firmographics;KPIs;"
    "About us;Persona: Paula, Plant Manager;Tier 2;How we help;Objections"
).split(";")

sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
heading = st.tuples(st.sampled_from(["# ", "## ", "**", "", "- "]), st.sampled_from(HEADINGS)).map(
    lambda pair: f"{pair[0]}{pair[1]}{'**' if pair[0] == '**' else ''}"
)
bullet = st.tuples(st.sampled_from(["- ", "* ", "1. ", "  - ", "> "]), sentence).map("".join)
row = st.lists(sentence, min_size=2, max_size=3).map(lambda cells: f"| {' | '.join(cells)} |")
label = st.tuples(st.sampled_from(HEADINGS), sentence).map(": ".join)
markdown = st.lists(
    st.one_of(heading, bullet, sentence, row, label, st.just(""), st.just("| --- | --- |")),
    max_size=14,
).map("\n".join)
page = st.lists(
    st.one_of(
        sentence.map(lambda text: f"<p>{text}</p>"),
        st.sampled_from(HEADINGS).map(lambda text: f"<h2>{text}</h2>"),
        sentence.map(lambda text: f"<ul><li>{text}<li>{text}</ul>"),
    ),
    max_size=8,
).map(lambda parts: f"<html><body>{''.join(parts)}")
wild = st.text(st.characters(exclude_categories=()), max_size=200)
texts = st.one_of(markdown, page, wild)
documents = st.lists(texts.map(Document), min_size=1, max_size=2)


def tree(draft: Draft) -> dict[str, Any]:
    """The draft as the JSON that its claims point into."""
    return {
        "name": draft.name,
        "internalName": draft.internal_name,
        "description": draft.description,
        "data": draft.data.model_dump(by_alias=True),
        "qualifyingQuestions": [one.question for one in draft.questions],
    }


def resolve(pointer: str, root: Any) -> Any:
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        root = root[int(key)] if isinstance(root, list) else root[key]
    return root


def check_claim(claim: Claim, draft: Draft, sources: list[str]) -> None:
    value = resolve(claim.pointer, tree(draft))
    assert isinstance(value, str)
    assert claim.text in value
    if claim.source is not None:
        assert sources[claim.source][claim.start : claim.end] == claim.quote
    if claim.origin == "SOURCE":
        assert claim.quote
    if claim.origin == "TYPICAL":
        assert claim.quote is None
        assert claim.rule


def lists_of(draft: Draft) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in draft.data.model_dump(by_alias=True).items():
        if name == "customFields":
            found |= {f"{name}/{one['title']}": one["value"] for one in value}
        elif name == "firmographics":
            found |= {f"{name}/{key}": values for key, values in value.items()}
        elif isinstance(value, list):
            found[name] = value
    return found


def check(draft: Draft, sources: list[str]) -> None:
    """Hold a draft against everything that is promised of every draft."""
    for claim in draft.claims:
        check_claim(claim, draft, sources)
    assert draft.name.strip()
    assert draft.description.strip()
    said = {claim.pointer for claim in draft.claims}
    assert {"/name", "/internalName", "/description"} <= said
    for name, items in lists_of(draft).items():
        assert len(items) <= (24 if name.startswith("firmographics") else 8)
        assert len(set(items)) == len(items)
    questions = [one.question for one in draft.questions]
    assert all(one.endswith("?") and not one.endswith("??") for one in questions)
    assert len(set(questions)) == len(questions) <= 12
    assert all(one.rationale for one in draft.questions)
    assert [note.pointer for note in draft.question_notes] == [
        f"/qualifyingQuestions/{index}" for index in range(len(questions))
    ]
    for index in range(len(questions)):
        assert f"/qualifyingQuestions/{index}" in said


@settings(max_examples=60)
@given(documents, st.sampled_from(KINDS), st.booleans(), st.one_of(st.none(), texts.map(Document)))
def test_every_answer_keeps_its_promises(
    sources: list[Document], kind: Kind, strict: bool, offering: Document | None
) -> None:
    """Any text gives an answer whose quotes, pointers, lists and questions are right."""
    draft = generate(kind, sources, strict=strict, offering=offering)
    read = [*sources, offering] if offering else sources
    check(draft, [document.text for document in read])
    if strict:
        assert "TYPICAL" not in {claim.origin for claim in draft.claims}


@settings(max_examples=20)
@given(documents, st.sampled_from(KINDS))
def test_the_same_text_gives_the_same_answer(sources: list[Document], kind: Kind) -> None:
    """Nothing of one run leaks into the next."""
    assert generate(kind, sources) == generate(kind, sources)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "\ud800",
        "?",
        "#",
        "-",
        "|",
        "<",
        "<p>",
        "a",
        "# Goals",
        "\x00",
        "🥐" * 300,
    ],
)
def test_next_to_nothing_gives_an_honest_answer(kind: Kind, text: str) -> None:
    """An empty source gives a name, a note and gaps, and nothing made up."""
    draft = generate(kind, [Document(text)])
    check(draft, [text])
    assert draft.gaps
    assert draft.notes


def test_no_document_at_all_is_an_empty_source() -> None:
    """A request without text is answered like an empty one."""
    for kind in KINDS:
        check(generate(kind, []), [])


SAMPLE = """# Persona: Paula, Plant Manager

## Responsibilities
- Runs two bakeries with 80 people
- Plans shifts, ovens and stock for the week

## Pain points
- Flour arrives late and stops the line
- Night shifts stay unfilled

## Firmographics
- Food manufacturing, restaurants, retail
- 50 to 200 employees in France, Spain or Italy

## Disqualifiers
- Home bakers
"""
PRINT = """
import sys
from octave_api.engine import Document, generate
for kind in ("persona", "segment"):
    print(generate(kind, [Document(sys.stdin.read() if kind == "persona" else "")]))
    print(generate(kind, [Document(sys.argv[1])], name=None))
"""


def test_the_answer_does_not_depend_on_the_hash_seed() -> None:
    """Two processes with different seeds give the same bytes."""
    outputs = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", PRINT, SAMPLE],
            input=SAMPLE,
            capture_output=True,
            check=True,
            cwd=ROOT,
            encoding="utf8",
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf8"},
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert "Paula" in outputs.pop()
