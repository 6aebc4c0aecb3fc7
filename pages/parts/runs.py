"""
A run: items sent, made again or read back, one by one in a thread. No Streamlit.

The page reads a run while it works, may leave it, come back to it, or cancel it.
A cancelled run sends no further item. A call that is on its way cannot be called back:
its item stays cancelled and says what came of it, because the library may keep that.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from octave_api.contract import AnyEntity, Evidence, Kind, PersonasResponse, SegmentsResponse
from octave_api.contract.library import Saved
from octave_api.errors import NotFoundError, NotOfferedError, OctaveError
from octave_api.serving.logs import where
from pages.parts import entries
from pages.parts.entities import Entity
from pages.parts.entries import Entry

log = logging.getLogger("octave_explorer")

TEXT = "Your text"
"""How a pasted text is named among the sources."""

Stage = Literal["waiting", "reading", "evidence", "done", "failed", "cancelled"]


class Client(Protocol):
    """What a run needs of `OctaveClient`."""

    def generate_personas(
        self,
        items: Sequence[Any],
        *,
        primary_offering_oid: str | None = ...,
        brand_voice_oid: str | None = ...,
    ) -> PersonasResponse: ...
    def generate_segments(
        self,
        items: Sequence[Any],
        *,
        primary_offering_oid: str | None = ...,
        brand_voice_oid: str | None = ...,
    ) -> SegmentsResponse: ...
    def entity(self, oid: str) -> AnyEntity: ...
    def evidence(self, oid: str) -> Evidence: ...
    @property
    def library(self) -> Any: ...


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
    """
    One item of a run: what was sent, how far it is, and what came of it.

    `oid` is set where a kept entity is read back instead, `example` where it is the
    result of that example, which is kept nowhere; `again` where a new version of that
    kept entity is made, without what is typical if `strict`. `cut_off` tells that the item
    was stopped while a call was on its way which is not answered yet.
    """

    entry: Entry
    kind: Kind
    stage: Stage = "waiting"
    oid: str = ""
    example: str = ""
    again: str = ""
    strict: bool = False
    cut_off: bool = False
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

    @property
    def kept_all_the_same(self) -> bool:
        """Whether the item was stopped, but too late to keep it from being made."""
        return self.stage == "cancelled" and self.entity is not None and not self.oid

    def accept(self) -> None:
        """Take what came of a stopped item as if nobody had stopped it."""
        if self.kept_all_the_same:
            self.stage = "done"


@dataclass(slots=True)
class Run:
    """
    Items on their way; `outcomes` is in the order in which they were typed.

    `shown`: the page has drawn what came of them.
    """

    kind: Kind
    outcomes: list[Outcome]
    shown: bool = False
    _turn: threading.Lock = field(default_factory=threading.Lock)
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
        with self._turn:
            self._cancelled.set()
            for outcome in self.outcomes:
                if outcome.stage in ("waiting", "reading", "evidence"):
                    outcome.cut_off = outcome.stage != "waiting" and not outcome.oid
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
            if outcome.oid:
                entity, answer = read_back(client, outcome.oid)
            elif outcome.again:
                entity, answer = make_again(client, outcome)
            else:
                entity, answer = generate(client, self.kind, outcome.entry)
            self._enter(outcome, "evidence")
            evidence = read_evidence(client, entity.oid)
        except OctaveError as error:
            told = Failure(error.message) if outcome.oid else explain(error, outcome.entry)
            self._end(outcome, failure=told)
        except Exception as error:  # a fault of ours must end as a sentence, not as a silent thread
            log.error("generating a %s failed: %s", self.kind, where(error))
            self._end(outcome, failure=Failure("This failed for a reason that is ours. Try again."))
        else:
            if outcome.oid and evidence is not None:
                outcome.entry = entries.from_sources(evidence.sources)
            self._end(outcome, entity=entity, evidence=evidence, answer=answer)

    def _enter(self, outcome: Outcome, stage: Stage) -> None:
        with self._turn:
            if not self.cancelled:
                outcome.stage = stage

    def _end(self, outcome: Outcome, **found: Any) -> None:
        with self._turn:
            outcome.ended = time.monotonic()
            # What went wrong after somebody stopped it is of no interest any more.
            if not self.cancelled or "failure" not in found:
                for name, value in found.items():
                    setattr(outcome, name, value)
            if not self.cancelled:
                outcome.stage = "failed" if outcome.failure else "done"
            outcome.cut_off = False


def start(client: Client, kind: Kind, items: Sequence[Entry]) -> Run:
    """Begin to generate in a thread of its own and give the run at once."""
    return _begin(client, Run(kind, [Outcome(entry, kind) for entry in items]))


def recall(client: Client, kind: Kind, oids: Sequence[str]) -> Run:
    """Begin to read kept entities back in a thread of its own and give the run at once."""
    return _begin(client, Run(kind, [Outcome(Entry(), kind, oid=oid) for oid in oids]))


def again(client: Client, kind: Kind, oid: str, entry: Entry, *, strict: bool) -> Run:
    """Begin to make a new version of a kept entity in a thread and give the run at once."""
    return _begin(client, Run(kind, [Outcome(entry, kind, again=oid, strict=strict)]))


def _begin(client: Client, run: Run) -> Run:
    threading.Thread(target=run.work, args=(client,), name="run", daemon=True).start()
    return run


def generate(client: Client, kind: Kind, entry: Entry) -> tuple[Entity, dict[str, Any]]:
    """Send one item; give its entity and the whole answer as JSON data."""
    item, options = entries.request_item(entry), entries.options(entry)
    response: PersonasResponse | SegmentsResponse
    if kind == "persona":
        response = client.generate_personas([item], **options)
    else:
        response = client.generate_segments([item], **options)
    if not response.data:
        raise OctaveError(f"The answer holds no {kind}. Try again, or with a longer text.")
    return response.data[0], response.to_dict()


def make_again(client: Client, outcome: Outcome) -> tuple[Entity, dict[str, Any]]:
    """Make a new version of a kept entity; give it, and the answer with the version's number."""
    sources = entries.sources(outcome.entry)
    saved: Saved = client.library.regenerate(outcome.again, sources, strict=outcome.strict)
    return saved.data, saved.to_dict()


def read_back(client: Client, oid: str) -> tuple[Entity, dict[str, Any]]:
    """
    Read a kept entity; give it, and it again as the data of an answer.

    Raises:
        OctaveError: It is not there or cannot be read, in words for a reader.
    """
    try:
        entity = client.entity(oid)
    except NotOfferedError as error:
        raise OctaveError(
            "The connection in use keeps no library, so this result cannot be brought back. "
            "Generate it again."
        ) from error
    except NotFoundError as error:
        raise OctaveError(
            "This result is not in the library: it was deleted, or the link is from another one."
        ) from error
    return entity, {"data": [entity.to_dict()]}


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
    if outcome.oid:
        thing = "a kept result"
    words = {
        "waiting": f"Waiting: {thing}",
        "reading": "Reading it back from the library"
        if outcome.oid
        else f"Reading {thing}, sorting its statements, writing questions",
        "evidence": "Tying every claim to its sentence",
        "done": name,
        "failed": " ".join(outcome.failure.sentences()) if outcome.failure else "",
        "cancelled": f"Stopped: {thing}",
    }
    if outcome.kept_all_the_same:
        return f"Stopped too late, {name} was made all the same"
    return words[outcome.stage]
