"""
What an export takes and what it gives.

Everything here is data: no file is opened, no clock is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from octave_api.contract import Evidence, Kind
from octave_api.fields import Entity, kind_of
from octave_api.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class Subject:
    """
    A persona or segment to send, with what is known of it.

    `scorecard` is that of a prospect who was measured by its questions; `left_out`
    counts the typical claims that were taken away.
    """

    entity: Entity
    evidence: Evidence | None = None
    scorecard: Scorecard | None = None
    left_out: int = 0

    @property
    def kind(self) -> Kind:
        """Tell a persona from a segment."""
        return kind_of(self.entity)


@dataclass(frozen=True, slots=True)
class File:
    """A finished file; `name` is safe on every system."""

    name: str
    media_type: str
    content: bytes


def encoded(text: str) -> bytes:
    """Give a text as UTF-8; half a surrogate pair, which UTF-8 has not, becomes "?"."""
    return text.encode("utf-8", "replace")


def of_kind(subjects: Sequence[Subject], kind: Kind) -> list[Subject]:
    """Give the subjects of one kind, in their order."""
    return [subject for subject in subjects if subject.kind == kind]
