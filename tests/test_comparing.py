"""What two or three share and what tells them apart: by example, and for any entities at all."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octave_api.comparing.documents import (
    file_name,
    matches_to_csv,
    matches_to_markdown,
    to_csv,
    to_markdown,
)
from octave_api.comparing.entities import alike, compare
from octave_api.comparing.matrix import match
from octave_api.comparing.results import Asked, Comparison, Said
from octave_api.comparing.telling_words import echoes, marked, telling_words
from octave_api.contract import Persona, PersonaData, QualifyingQuestion
from octave_api.exporting import cells
from octave_api.exporting.files import Subject
from tests import app_states, compare_samples
from tests.app_states import State

several = settings(max_examples=60)
# Words that meet, meet nearly, or have no Latin letter to be read by.
TEXTS = st.sampled_from(
    [
        "Spare parts arrive late",
        "Spare parts often arrive too late",
        "More than 50 sites",
        "More than 500 sites",
        "تتأخر الشحنات في الجمارك",
        "!!!",
        "Head of Sales",
        "",
        "=1+1",
        "word " * 40,
    ]
) | st.text(max_size=30)
ASKED = st.builds(
    QualifyingQuestion,
    question=TEXTS.filter(bool),
    rationale=st.just("Ask."),
    fit_type=st.sampled_from(["GOOD", "BAD", "MAYBE"]),
    weight=st.sampled_from(["LOW", "HIGH", "INSTANT_DISQUALIFIER", "ODD"]),
    archived_at=st.sampled_from([None, None, "2026-05-01T00:00:00Z"]),
)
PERSONAS = st.builds(
    Persona,
    oid=st.just("pe_any"),
    name=st.just("Any"),
    data=st.builds(
        PersonaData,
        pain_points=st.lists(TEXTS.filter(bool), max_size=5),
        key_concerns=st.lists(TEXTS.filter(bool), max_size=3),
    ),
    qualifying_questions=st.lists(ASKED, max_size=6),
).map(Subject)


def subject(state: State) -> Subject:
    """Give an entity with its evidence."""
    return Subject(state.entity, state.evidence)


MAINTENANCE, PRODUCTION, PURCHASING, MAKERS = map(subject, compare_samples.ALL)


def asks(*questions: tuple[str, str, str], pains: tuple[str, ...] = ()) -> Subject:
    """Make a persona that asks this: text, fit, weight."""
    asked = [
        QualifyingQuestion(question=text, fit_type=fit, weight=weight)
        for text, fit, weight in questions
    ]
    data = PersonaData(pain_points=list(pains))
    return Subject(Persona(oid="pe_any", name="Any", data=data, qualifying_questions=asked))


def turned(found: Comparison, order: tuple[int, ...]) -> tuple[object, ...]:
    """Give what a comparison says, with its sides put in another order."""

    def placed(things: Iterable[Said | Asked]) -> frozenset[tuple[int, int]]:
        return frozenset((order[one.side], one.place) for one in things)

    def pairs(sides: Iterable[tuple[int, int]]) -> frozenset[frozenset[int]]:
        return frozenset(frozenset(order[side] for side in pair) for pair in sides)

    fields = frozenset(
        (field.key, frozenset(placed(point.said) for point in field.points))
        for field in found.fields
    )
    questions = frozenset(
        (
            placed(point.asked),
            pairs(point.apart),
            pairs(point.confused),
            point.distance,
            frozenset((order[echo.side], echo.text) for echo in point.echoes),
        )
        for point in found.questions
    )
    return fields, questions, found.question_finding(), found.field_finding(), found.identical


def test_shared_lines_are_found_with_their_marks() -> None:
    """The same words and a near twin are shared; each keeps its own origin."""
    found = compare([MAINTENANCE, PRODUCTION])
    pains = next(one for one in found.fields if one.key == "painPoints")
    assert [[one.text for one in point.said] for point in pains.shared] == [
        ["Spare parts arrive late and stop the line"] * 2,
        ["Machines fail without a warning", "Machines often fail without any warning"],
    ]
    assert [one.origin for one in pains.shared[1].said] == ["SOURCE", "INFERRED"]
    assert [point.said[0].origin for point in pains.of(0)] == ["EDITED", "TYPICAL"]
    assert pains.finding() == "2 of 5 shared: 2 only in A, 1 only in B."
    assert found.field_finding() == "2 of 8 lines shared."


def test_questions_that_confuse_and_that_tell_apart() -> None:
    """Asked by both with the same fit is no help; with opposite fits it is the best there is."""
    found = compare([MAINTENANCE, PRODUCTION])
    assert [one.lead.text for one in found.confusing] == ["Do they run more than two plants?"]
    assert found.question_finding() == "4 of 5 questions tell them apart."
    assert [one.lead.text for one in found.best()] == [
        "Is all maintenance outsourced?",
        "Do orders change on the last day?",
        "Do they plan repairs in a spreadsheet?",
    ]
    assert found.best()[0].opposite
    assert found.best()[0].lead.spoken == "Who does your maintenance?"


def test_what_the_other_side_says_all_the_same_tells_less() -> None:
    """Only one asks for late parts, but both have that pain: asked last, and it is said why."""
    found = compare([MAINTENANCE, PRODUCTION])
    late = next(one for one in found.questions if one.lead.text == "Do spare parts arrive late?")
    assert late.echoes[0].field == "Pain points"
    assert late not in found.best()
    assert late in found.best(4)


def test_three_sides_say_who_shares_with_whom() -> None:
    """By all, by two, by one."""
    found = compare([MAINTENANCE, PRODUCTION, PURCHASING])
    pains = next(one for one in found.fields if one.key == "painPoints")
    assert pains.finding() == (
        "1 of 6 shared by all: 1 in A and B, 2 only in A, 1 only in B, 1 only in C."
    )
    assert [one.sides for one in found.best()] == [(0, 1), (1,), (2,)]
    pair = asks(("Do they have 9 sites?", "GOOD", "LOW"))
    three = compare([pair, pair, asks()])
    assert three.questions[0].apart == ((0, 2), (1, 2))
    assert three.questions[0].confused == ((0, 1),)
    assert three.telling == three.questions


def test_other_numbers_and_titles_are_other_claims() -> None:
    """As lint has it: over 50 is not over 500, and a head of sales is no head of finance."""
    assert alike("Do they have more than 50 sites?", "Do they have over 50 sites?")
    assert not alike("Do they have more than 50 sites?", "Do they have more than 500 sites?")
    assert not alike("Head of Sales", "Head of Finance")


def test_hiding_typical_takes_it_out_before_comparing() -> None:
    """It is neither shared nor different then."""
    found = compare([MAINTENANCE, PRODUCTION], hide_typical=True)
    assert "TYPICAL" not in {
        said.origin for field in found.fields for point in field.points for said in point.said
    }
    assert found.field_finding() == "2 of 7 lines shared."


def test_archived_questions_are_left_out() -> None:
    """Nobody asks them any more."""
    gone = compare_samples.MAINTENANCE.entity.model_copy(deep=True)
    for one in gone.qualifying_questions:
        one.archived_at = "2026-05-01T00:00:00Z"
    found = compare([Subject(gone), Subject(gone)])
    assert found.questions == ()
    assert found.question_finding() == "None of them has a question to ask."


@pytest.mark.parametrize("count", [0, 1, 4])
def test_only_two_or_three_can_be_compared(count: int) -> None:
    """Anything else is told."""
    with pytest.raises(ValueError, match="Two or three"):
        compare([PURCHASING] * count)


@pytest.mark.parametrize("name", app_states.STATES)
def test_states_that_are_seldom_met(name: str) -> None:
    """Bare, long, many, right to left: with itself all is shared, and both files can be made."""
    one = subject(app_states.STATES[name]())
    found = compare([one, one])
    assert found.identical
    assert found.telling == ()
    assert to_csv(found)
    assert to_markdown(found)


@several
@given(PERSONAS)
def test_with_itself_all_is_shared_and_nothing_differs(one: Subject) -> None:
    """Also three times itself."""
    for count in (2, 3):
        found = compare([one] * count)
        assert found.identical
        assert found.best() == ()
        assert all(not one.echoes for one in found.questions)
        assert all(len(point.confused) == count * (count - 1) / 2 for point in found.questions)


@several
@given(st.lists(PERSONAS, min_size=2, max_size=3))
def test_the_order_of_the_sides_makes_no_difference(sides: list[Subject]) -> None:
    """What is shared, what differs, what tells apart and what is best stays the same."""
    start = compare(sides)
    same = turned(start, tuple(range(len(sides))))
    for order in itertools.permutations(range(len(sides))):
        found = compare([sides[side] for side in order])
        assert turned(found, order) == same
        assert [one.distance for one in found.best()] == [one.distance for one in start.best()]


@several
@given(st.lists(PERSONAS, min_size=2, max_size=3), st.randoms(use_true_random=False))
def test_the_order_of_lines_makes_no_difference(sides: list[Subject], random: object) -> None:
    """Which lines belong together does not hang on where they stand."""
    mixed = []
    for one in sides:
        entity = one.entity.model_copy(deep=True)
        assert isinstance(entity, Persona)
        random.shuffle(entity.data.pain_points)  # type: ignore[attr-defined]
        random.shuffle(entity.qualifying_questions)  # type: ignore[attr-defined]
        mixed.append(Subject(entity))

    def parts(found: Comparison) -> list[object]:
        lines = [
            [sorted((one.side, one.text) for one in point.said) for point in field.points]
            for field in found.fields
        ]
        asked = [
            (sorted((one.side, one.text) for one in point.asked), point.apart, point.distance)
            for point in found.questions
        ]
        return [sorted(sorted(map(repr, field)) for field in lines), sorted(map(repr, asked))]

    assert parts(compare(sides)) == parts(compare(mixed))


@several
@given(st.lists(PERSONAS, min_size=2, max_size=3))
def test_every_line_and_question_is_told_once(sides: list[Subject]) -> None:
    """Nothing is lost, nothing is invented."""
    found = compare(sides)
    for side, one in enumerate(sides):
        asked = [q for q in one.entity.qualifying_questions if q.archived_at is None]
        told = [own for point in found.questions for own in point.of(side)]
        assert sorted(own.text for own in told) == sorted(q.question for q in asked)
        places = [own.pointer for f in found.fields for p in f.points for own in p.of(side)]
        assert len(places) == len(set(places))
    assert all(bool(one.apart) or bool(one.confused) for one in found.questions)


# Personas against segments


def test_the_persona_that_speaks_of_the_same_fits_best() -> None:
    """With the words that show it; opposite fits speak against it."""
    found = match([PURCHASING, PRODUCTION, MAINTENANCE], [MAKERS])
    assert found[0].links
    best = found[0].links[0]
    assert best.words() == ("spare", "parts", "arrive", "late", "stop")
    assert best.segment.text == "Stop spare parts from arriving late"
    held = next(one for one in found if one.persona == 2)
    assert [link.persona.text for link in held.links if link.against] == [
        "Is all maintenance outsourced?"
    ]
    assert "1 of them speaks against it" in held.finding()
    assert held.balance == held.speaking - 1


def test_nothing_in_common_and_nothing_known() -> None:
    """Both are said."""
    bare = subject(app_states.bare())
    found = match([bare, asks(("Do they own ships?", "GOOD", "LOW"))], [MAKERS])
    assert {one.finding() for one in found} == {
        "Nothing is known of this persona yet.",
        "Not one line of the persona meets one of the segment.",
    }
    assert match([], [MAKERS]) == ()


@given(st.text(max_size=80), st.text(max_size=80))
def test_marked_words_are_a_text_cut_up(text: str, other: str) -> None:
    """Joined they are the text."""
    runs = marked(text, telling_words(other))
    assert "".join(run for run, _ in runs) == text


def test_a_line_echoes_a_question_only_with_its_numbers() -> None:
    """And with nearly all that it asks for."""
    assert echoes("Do spare parts arrive late?", "Spare parts arrive late and stop the line")
    assert echoes("Is their company in logistics?", "Logistics")
    assert not echoes("Do they have more than 50 warehouses?", "Runs 20 warehouses")
    assert not echoes("Do spare parts arrive late?", "Spare parts are dear")
    assert not echoes("Do they?", "Do they")


# Files


def test_files_hold_what_is_seen_and_no_live_formula() -> None:
    """Columns for each side; a formula is only a text."""
    evil = asks(("=HYPERLINK(1)?", "GOOD", "HIGH"), pains=("=1+1", "**bold** <b>x</b>"))
    found = compare([evil, MAINTENANCE])
    raw = to_csv(found).decode("utf-8-sig")
    assert '"=' not in raw
    rows = cells.read(to_csv(found))
    assert "=1+1" in {row["A: Any"] for row in rows}
    assert {row["tells apart"] for row in rows if row["part"] == "question"} == {"A and B"}
    text = to_markdown(found)
    assert "\\*\\*bold\\*\\* \\<b\\>x\\</b\\>" in text
    assert found.question_finding() in text
    assert file_name(found.subjects, ".md") == "Any and Head of Maintenance.md"


def test_matches_as_files() -> None:
    """One row a link, and a chapter a pair."""
    personas, segments = [MAINTENANCE, PRODUCTION], [MAKERS]
    found = match(personas, segments)
    rows = cells.read(matches_to_csv(personas, segments, found))
    assert len(rows) == sum(len(one.links) for one in found)
    assert "yes" in {row["against"] for row in rows}
    text = matches_to_markdown(personas, segments, found)
    assert "## Head of Maintenance × Makers of machines" in text
    assert "**Against:**" in text
