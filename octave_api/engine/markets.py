"""
What is typical of a market: of an industry, and of buyers of one size.

The knowledge is in `knowledge/markets/*.toml`, written for this engine: every
entry carries the reason why it is typical. An industry without a file of its
own borrows that of its parent in `knowledge/industries.toml`, under its own
name. What a source says of an industry is read in `firmographics`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from octave_api.engine.knowledge_files import load
from octave_api.engine.roles import Typical, TypicalQuestion

__all__ = ["Market", "industries", "label", "market", "size_market"]


@dataclass(frozen=True, slots=True)
class Market:
    """
    What is typical of the companies of an industry, or of one size.

    `label` is a plural noun for a segment's name ("manufacturers"). The lists
    go best first.
    """

    industry: str
    label: str
    priorities: tuple[Typical, ...]
    considerations: tuple[Typical, ...]
    approach: tuple[Typical, ...]
    questions: tuple[TypicalQuestion, ...]


# Names of a stage as `firmographics` shows them, to the size of buyer that they behave like.
_SIZES = {
    "Enterprise": "enterprise",
    "Public company": "enterprise",
    "Mid-market": "mid-market",
    "Private equity-backed": "mid-market",
    "Small business": "small-business",
    "Startup": "startup",
    "Scale-up": "startup",
    "Seed": "startup",
    "Pre-seed": "startup",
    "Venture-backed": "startup",
}


@lru_cache(maxsize=1)
def _industries() -> dict[str, dict[str, Any]]:
    return {row["name"]: row for row in load("industries.toml")["industry"]}


@lru_cache(maxsize=1)
def _files() -> dict[str, dict[str, Any]]:
    """Each file of knowledge by the industry or the size that it is about."""
    folder = files(__package__) / "knowledge" / "markets"
    found = {}
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            raw = tomllib.loads(entry.read_text("utf-8"))
            found[raw.get("industry") or raw["size"]] = raw
    return found


@lru_cache(maxsize=1)
def industries() -> tuple[str, ...]:
    """Give the names of all industries that are told apart, sorted."""
    return tuple(sorted(_industries()))


def label(industry: str) -> str:
    """Give the plural noun for the companies of an industry; "" for none of the table."""
    row = _industries().get(industry)
    return str(row["label"]) if row else ""


@cache
def market(industry: str) -> Market | None:
    """Give what is typical of an industry, by its name or, failing that, by its parent's."""
    row = _industries().get(industry)
    known = row
    while known is not None and known["name"] not in _files():
        known = _industries().get(known.get("parent", ""))
    if row is None or known is None:
        return None
    return _market(industry, row["label"], _files()[known["name"]])


@cache
def size_market(stage: str) -> Market | None:
    """Give what is typical of buyers of a size ("Enterprise", "Startup", "Series A")."""
    size = _SIZES.get(stage, "startup" if stage.startswith("Series ") else "")
    raw = _files().get(size)
    return None if raw is None else _market("", raw["label"], raw)


def _market(industry: str, label: str, raw: dict[str, Any]) -> Market:
    def typical(key: str) -> tuple[Typical, ...]:
        return tuple(Typical(text, reason) for text, reason in raw[key])

    return Market(
        industry=industry,
        label=label,
        priorities=typical("priorities"),
        considerations=typical("considerations"),
        approach=typical("approach"),
        questions=tuple(
            TypicalQuestion(q[2], q[3], q[0], q[1], q[4], q[5], q[6], q[7])
            for q in raw["questions"]
        ),
    )
