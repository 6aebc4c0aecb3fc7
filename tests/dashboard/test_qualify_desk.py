"""The desk: answers, proposals, undo, what an address and the library hold of it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from octave_api.contract import QualifyingQuestion
from octave_api.engine.answering import Proposal
from octave_api.scoring.prospects import Prospect
from pages.parts.qualify import keys as qualify_keys
from pages.parts.qualify.desk import Desk, from_kept, from_letters, to_keep, to_letters


def asked(*texts: str, archived: tuple[int, ...] = ()) -> list[QualifyingQuestion]:
    """Questions of these words."""
    return [
        QualifyingQuestion(
            question=text,
            fit_type="GOOD",
            weight="HIGH",
            archived_at="2026-01-01" if at in archived else None,
        )
        for at, text in enumerate(texts)
    ]


SETS = {
    "pe_1": asked("Do they run depots?", "Do they own vans?", "Do they lease?", archived=(1,)),
    "sg_1": asked("Is it abroad?", "do they run  depots?"),
}
YES = Proposal("Yes", "HIGH", "They run depots.", 0, 16, "the notes say so")
NO = Proposal("No", "LOW", "Leasing may be out.", 17, 36)


@pytest.fixture
def desk() -> Desk:
    """A desk with two entities."""
    return Desk().choose(["pe_1", "sg_1"])


def test_an_answer_goes_on_to_the_next_active_question(desk: Desk) -> None:
    """Archived ones are passed over, and the last one stays at hand."""
    after = desk.say("Yes", SETS)
    assert after.answers("pe_1") == {0: "Yes"}
    assert after.place(SETS) == 2
    last = after.say("No", SETS)
    assert (last.place(SETS), last.answers("pe_1")) == (2, {0: "Yes", 2: "No"})


def test_the_same_words_elsewhere_are_answered_too(desk: Desk) -> None:
    """Only in entities that are chosen."""
    assert desk.say("Yes", SETS).answers("sg_1") == {1: "Yes"}
    assert Desk().choose(["pe_1"]).say("Yes", SETS).answers("sg_1") == {}


def test_undo_takes_back_the_answer_everywhere_and_returns(desk: Desk) -> None:
    """Step by step, to the very first."""
    there = desk.say("Yes", SETS).say("No", SETS)
    once = there.undo()
    assert (once.answers("pe_1"), once.place(SETS)) == ({0: "Yes"}, 2)
    twice = once.undo()
    assert (twice.answers("pe_1"), twice.answers("sg_1"), twice.place(SETS)) == ({}, {}, 0)
    assert twice.undo() is twice


@settings(suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(["y", "n", "u", "z", "next", "back", "?"]), max_size=30))
def test_any_keys_leave_a_desk_in_order(keys: list[str]) -> None:
    """The question at hand is an active one, and as many undos as answers empty the desk."""
    desk = Desk().choose(["pe_1", "sg_1"])
    for key in keys:
        desk = desk.press(key, SETS)
        assert desk.place(SETS) in (0, 2)
        assert set(desk.answers("pe_1")) <= {0, 2}
    for _ in keys:
        desk = desk.undo()
    assert desk.answers("pe_1") == {}


def test_proposals_count_until_they_are_overruled(desk: Desk) -> None:
    """Confirmed and overruled ones are told apart; Unknown proposes nothing."""
    desk = desk.propose("…", {"pe_1": {0: YES, 2: NO}, "sg_1": {0: Proposal()}})
    assert desk.answers("pe_1") == {0: "Yes", 2: "No"}
    assert desk.waiting("pe_1") == [0, 2]
    assert desk.standing("sg_1", 0) == "open"
    desk = desk.say("Yes", SETS).say("Unknown", SETS)
    assert [desk.standing("pe_1", at) for at in (0, 2)] == ["confirmed", "overruled"]
    assert desk.answers("pe_1") == {0: "Yes", 2: "Unknown"}
    assert desk.waiting("pe_1") == []


def test_all_proposals_can_be_confirmed_at_once_and_that_undone(desk: Desk) -> None:
    """What was said before stays."""
    desk = desk.say("No", SETS).propose("…", {"pe_1": {0: YES, 2: NO}}).confirm()
    assert [desk.standing("pe_1", at) for at in (0, 2)] == ["overruled", "confirmed"]
    assert desk.undo().waiting("pe_1") == [2]


def test_kept_and_put_back_it_is_the_same(desk: Desk) -> None:
    """Answers, proposals with their sentences, which ones a person gave."""
    notes = "They run depots. Leasing may be out."
    desk = desk.propose(notes, {"pe_1": {0: YES, 2: NO}}).say("No", SETS)
    entities = to_keep(desk, SETS, {"pe_1": "Depot manager"})
    kept = Prospect(oid="pr_1", name="Harrow", notes=notes, entities=entities)
    back, lost = from_kept(kept, SETS)
    assert (lost, back.chosen, back.said) == (0, desk.chosen, desk.said)
    assert [back.standing("pe_1", at) for at in (0, 2)] == ["overruled", "proposed"]
    found = back.proposed["pe_1"][2]
    assert notes[found.start : found.end] == found.quote == NO.quote


def test_answers_follow_their_words_not_their_place(desk: Desk) -> None:
    """Moved questions keep their answers; gone ones and gone entities are counted."""
    entities = to_keep(desk.say("Yes", SETS).say("No", SETS), SETS, {})
    kept = Prospect(oid="pr_1", name="Harrow", entities=entities)
    moved = {"pe_1": asked("Do they lease?", "Something new?")}
    back, lost = from_kept(kept, moved)
    assert (back.answers("pe_1"), lost) == ({0: "No"}, 2)


def test_letters_hold_the_answers() -> None:
    """One a question; what is none counts as not said."""
    letters = to_letters({0: "Yes", 2: "Unknown", 3: "No"}, 6)
    assert letters == "y-un"
    assert from_letters(letters, 6) == {0: "Yes", 2: "Unknown", 3: "No"}
    assert from_letters("yx¿Y" * 900, 3) == {0: "Yes"}


@pytest.mark.parametrize(
    ("told", "taken", "keys"),
    [
        (["a", [1, "y"], [2, "n"]], ("", 0), ["y", "n"]),
        (["a", [1, "y"], [2, "n"]], ("a", 1), ["n"]),
        (["b", [1, "y"]], ("a", 9), ["y"]),
        (["a", [1, "y"], "x", [2], [3, 4], ["5", "y"]], ("a", 1), []),
        (None, ("a", 1), []),
        ([], ("a", 1), []),
        ({"a": 1}, ("a", 1), []),
    ],
)
def test_keys_are_taken_once_and_in_order(told: Any, taken: Any, keys: list[str]) -> None:
    """Whatever the browser tells."""
    assert qualify_keys.read(told, taken)[1] == keys
