"""
Three companies that do not exist, with a text about each. Pure.

They run through the same engine as anything else. Any likeness to a real
company is by accident.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from octave_api.contract import Kind

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Example:
    """A fictional company: what it is called, what its text is, and what that text suits best."""

    key: str
    company: str
    about: str
    kind: Kind

    @property
    def text(self) -> str:
        """What its people wrote."""
        return _read(self.key)


@cache
def _read(key: str) -> str:
    return (_HERE / f"{key}.md").read_text(encoding="utf-8")


EXAMPLES = (
    Example("tallowmere", "Tallowmere", "a sales page about warehouse planning", "persona"),
    Example("quenby", "Quenby", "a website about accounting for charities", "segment"),
    Example("brisolde", "Brisolde", "raw notes from four calls with supermarkets", "persona"),
)


def by_key(key: str) -> Example | None:
    """Find an example."""
    return next((example for example in EXAMPLES if example.key == key), None)


def is_fictional(texts: Iterable[str]) -> bool:
    """Tell whether one of the texts is an example's, so that what comes of it is marked."""
    known = {example.text.strip() for example in EXAMPLES}
    return any(text.strip() in known for text in texts)
