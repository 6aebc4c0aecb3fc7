"""A run sends item by item, and one that fails stops no other."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

import pytest

from octave_api.contract import (
    Evidence,
    Persona,
    PersonasResponse,
    SegmentsResponse,
    SourceText,
)
from octave_api.errors import (
    BadRequestError,
    FieldError,
    NotFoundError,
    NotOfferedError,
    OctaveError,
)
from pages.parts import runs
from pages.parts.entries import Entry


class Fake:
    """A client that answers by the text it is given."""

    def __init__(self, *, evidence: bool = True) -> None:
        self.sent: list[Any] = []
        self.keeps_evidence = evidence
        self.hold = threading.Event()
        self.hold.set()

    def generate_personas(self, items: Sequence[Any], **_: Any) -> PersonasResponse:
        self.sent.append(items)
        self.hold.wait(10)
        text = items[0]["sources"][0]["value"]
        if text == "broken":
            raise ValueError("a fault of ours")
        if text == "none":
            return PersonasResponse(data=None)
        if text.startswith("http"):
            field = FieldError("personas[0].sources[0].value", "The page is empty.")
            raise BadRequestError("One source cannot be read.", status=400, fields=(field,))
        return PersonasResponse(data=[Persona(oid=f"p_{text}", name=text)])

    def generate_segments(self, items: Sequence[Any], **_: Any) -> SegmentsResponse:
        raise AssertionError("no segment was asked for")

    def entity(self, oid: str) -> Persona:
        if oid == "pe_gone":
            raise NotFoundError("Nothing has this id.", status=404)
        if oid == "pe_cloud":
            raise NotOfferedError("Not here.", status=404)
        return Persona(oid=oid, name="Kept")

    def evidence(self, oid: str) -> Evidence:
        if not self.keeps_evidence:
            raise NotOfferedError("Not here.", status=404)
        source = SourceText(index=0, type="TEXT", value="A text", text="A text")
        return Evidence(oid=oid, sources=[source])


def ran(client: Fake, *texts: str) -> runs.Run:
    run = runs.start(client, "persona", [Entry(text=text) for text in texts])
    assert run.wait(10)
    return run


def test_good_items_give_results_and_bad_ones_their_error_in_order() -> None:
    """Each item is a call of its own."""
    client = Fake()
    run = ran(client, "one", "https://a.example", "two")
    assert [outcome.stage for outcome in run.outcomes] == ["done", "failed", "done"]
    assert len(client.sent) == 3
    failure = run.outcomes[1].failure
    assert failure is not None
    assert failure.sentences() == ["https://a.example: The page is empty."]


def test_a_fault_of_ours_is_told_and_stops_no_other_item() -> None:
    """An exception in a thread would be silent."""
    run = ran(Fake(), "broken", "one")
    assert [outcome.stage for outcome in run.outcomes] == ["failed", "done"]


def test_an_answer_without_data_is_told() -> None:
    """The contract allows `data: null` for personas."""
    failure = ran(Fake(), "none").outcomes[0].failure
    assert failure is not None
    assert "no persona" in failure.message


def test_an_answer_without_evidence_is_a_result() -> None:
    """Octave's cloud keeps no evidence."""
    outcome = ran(Fake(evidence=False), "one").outcomes[0]
    assert outcome.entity is not None
    assert outcome.evidence is None


def test_a_stopped_run_sends_nothing_more_and_is_over_at_once() -> None:
    """Stop is at once, whatever the current call does."""
    client = Fake()
    client.hold.clear()
    run = runs.start(client, "persona", [Entry(text="one"), Entry(text="two")])
    run.cancel()
    assert not run.running
    client.hold.set()
    assert [outcome.stage for outcome in run.outcomes] == ["cancelled", "cancelled"]
    assert len(client.sent) <= 1


def test_what_a_stopped_call_still_made_is_known_and_can_be_taken() -> None:
    """What waits is never sent; what is on its way may yet arrive."""
    client = Fake()
    client.hold.clear()
    run = runs.start(client, "persona", [Entry(text="one"), Entry(text="two")])
    while run.outcomes[0].stage == "waiting":
        pass
    run.cancel()
    assert [outcome.cut_off for outcome in run.outcomes] == [True, False]
    client.hold.set()
    first, second = run.outcomes
    while first.cut_off:
        pass
    assert (first.stage, first.kept_all_the_same) == ("cancelled", True)
    assert not second.kept_all_the_same
    assert len(client.sent) == 1
    first.accept()
    assert first.stage == "done"


def test_kept_results_are_read_back_with_what_they_were_made_of() -> None:
    """A deleted one says so and stops no other."""
    run = runs.recall(Fake(), "persona", ["pe_gone", "pe_cloud", "pe_1"])
    assert run.wait(10)
    gone, cloud, kept = run.outcomes
    assert gone.failure is not None
    assert "deleted" in gone.failure.message
    assert cloud.failure is not None
    assert "keeps no library" in cloud.failure.message
    assert kept.entry == Entry(text="A text")
    assert kept.answer == {"data": [{"oId": "pe_1", "name": "Kept"}]}


def test_an_error_of_the_text_is_told_without_repeating_it() -> None:
    """A text may be long; its error names it, not its words."""
    field = FieldError("personas[0].sources[0].value", "It is too long.")
    error = BadRequestError("Bad.", status=400, fields=(field,))
    failure = runs.explain(error, Entry(text="long text"))
    assert failure.sentences() == ["It is too long."]


def test_an_error_about_no_source_is_told_as_it_is() -> None:
    """For example that no server is there."""
    failure = runs.explain(OctaveError("The server cannot be reached."), Entry(text="x"))
    assert failure.sentences() == ["The server cannot be reached."]


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        ("waiting", "Waiting: a text of 3 characters"),
        ("cancelled", "Stopped: a text of 3 characters"),
    ],
)
def test_each_step_is_named(stage: runs.Stage, words: str) -> None:
    """Progress says what it works on."""
    assert words == runs.stage_words(runs.Outcome(Entry(text="abc"), "persona", stage))
