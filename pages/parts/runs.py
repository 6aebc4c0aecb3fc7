"""
A run of generation: items sent one by one, in a thread, each with its outcome. No Streamlit.

The page reads a run while it works, may leave it, come back to it, or cancel it.
A cancelled run sends no further item; what the current call still gives is dropped.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from octave_api.contract import Evidence, Kind, PersonasResponse, SegmentsResponse
from octave_api.errors import NotOfferedError, OctaveError
from pages.parts import entries
from pages.parts.entities import Entity
from pages.parts.entries import Entry

log = logging.getLogger("octave_explorer")

TEXT = "Your text"
"""How a pasted text is named among the sources."""

Stage = Literal["waiting", "reading", "evidence", "done", "failed", "cancelled"]


class Client(Protocol):
    """What a run needs of `OctaveClient`."""

    def generate_personas(self, items: Sequence[Any]) -> PersonasResponse: ...
    def generate_segments(self, items: Sequence[Any]) -> SegmentsResponse: ...
    def evidence(self, oid: str) -> Evidence: ...


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong with an item, and which source of it, if one is to blame."""

    message: str
    about: tuple[tuple[str, str], ...] = ()
    """(the source as typed, what is wrong with it), in the order of the sources."""

    def sentences(self) -> list[str]:
        """Give one sentence a source, naming it, or the message where no source is to blame."""
        found = [
            message if value in message or value == TEXT else f"{value}: {message}"
            for value, message in self.about
        ]
        return found or [self.message]


@dataclass(slots=True)
class Outcome:
    """One item of a run: what was sent, how far it is, and what came of it."""

    entry: Entry
    kind: Kind
    stage: Stage = "waiting"
    started: float | None = None
    ended: float | None = None
    entity: Entity | None = None
    evidence: Evidence | None = None
    answer: dict[str, Any] | None = None
    failure: Failure | None = None

    @property
    def seconds(self) -> float:
        """How long the item has taken so far."""
        if self.started is None:
            return 0.0
        return (self.ended or time.monotonic()) - self.started


@dataclass(slots=True)
class Run:
    """Items on their way; `outcomes` is in the order in which they were typed."""

    kind: Kind
    outcomes: list[Outcome]
    _cancelled: threading.Event = field(default_factory=threading.Event)
    _finished: threading.Event = field(default_factory=threading.Event)

    @property
    def running(self) -> bool:
        """Whether items are still to come."""
        return not self._finished.is_set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody stopped it."""
        return self._cancelled.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait for the end, at most so long; tell whether it came."""
        return self._finished.wait(seconds)

    def cancel(self) -> None:
        """Send no further item, and be done with it."""
        self._cancelled.set()
        for outcome in self.outcomes:
            if outcome.stage in ("waiting", "reading", "evidence"):
                outcome.stage = "cancelled"
        self._finished.set()

    def work(self, client: Client) -> None:
        """Send each item; never raises, because nobody would catch it in a thread."""
        try:
            for outcome in self.outcomes:
                if not self.cancelled:
                    self._one(client, outcome)
        finally:
            self._finished.set()

    def _one(self, client: Client, outcome: Outcome) -> None:
        outcome.started = time.monotonic()
        self._enter(outcome, "reading")
        try:
            entity, answer = generate(client, self.kind, outcome.entry)
            self._enter(outcome, "evidence")
            evidence = read_evidence(client, entity.oid)
        except OctaveError as error:
            self._end(outcome, failure=explain(error, outcome.entry))
        except Exception:  # a fault of ours must end as a sentence, not as a silent thread
            log.exception("generating a %s failed", self.kind)
            self._end(outcome, failure=Failure("This failed for a reason that is ours. Try again."))
        else:
            self._end(outcome, entity=entity, evidence=evidence, answer=answer)

    def _enter(self, outcome: Outcome, stage: Stage) -> None:
        if not self.cancelled:
            outcome.stage = stage

    def _end(self, outcome: Outcome, **found: Any) -> None:
        outcome.ended = time.monotonic()
        if self.cancelled:
            return
        for name, value in found.items():
            setattr(outcome, name, value)
        outcome.stage = "failed" if outcome.failure else "done"


def start(client: Client, kind: Kind, items: Sequence[Entry]) -> Run:
    """Begin a run in a thread of its own and give it at once."""
    run = Run(kind, [Outcome(entry, kind) for entry in items])
    threading.Thread(target=run.work, args=(client,), name="generate", daemon=True).start()
    return run


def generate(client: Client, kind: Kind, entry: Entry) -> tuple[Entity, dict[str, Any]]:
    """Send one item; give its entity and the whole answer as JSON data."""
    item = entries.request_item(entry)
    response: PersonasResponse | SegmentsResponse
    if kind == "persona":
        response = client.generate_personas([item])
    else:
        response = client.generate_segments([item])
    if not response.data:
        raise OctaveError(f"The answer holds no {kind}. Try again, or with a longer text.")
    return response.data[0], response.to_dict()


def read_evidence(client: Client, oid: str) -> Evidence | None:
    """Read an entity's evidence, None where the server keeps none."""
    try:
        return client.evidence(oid)
    except NotOfferedError:
        return None


def explain(error: OctaveError, entry: Entry) -> Failure:
    """Say what went wrong, by source where the error names sources by their path."""
    sent = entries.sources(entry)
    about = []
    for problem in getattr(error, "fields", ()):
        number = _source_number(problem.path)
        if number is not None and number < len(sent):
            value = sent[number]["value"] if sent[number]["type"] == "URL" else TEXT
            about.append((value, problem.message))
    return Failure(error.message, tuple(about))


def _source_number(path: str) -> int | None:
    _, found, rest = path.partition("sources[")
    digits = rest.partition("]")[0]
    return int(digits) if found and digits.isdigit() else None


def stage_words(outcome: Outcome) -> str:
    """Say how far an item is."""
    thing = entries.describe(outcome.entry)
    name = outcome.entity.name if outcome.entity else ""
    words = {
        "waiting": f"Waiting: {thing}",
        "reading": f"Reading {thing}, sorting its statements, writing questions",
        "evidence": "Tying every claim to its sentence",
        "done": name,
        "failed": " ".join(outcome.failure.sentences()) if outcome.failure else "",
        "cancelled": f"Stopped: {thing}",
    }
    return words[outcome.stage]
