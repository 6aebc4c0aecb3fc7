"""
What is typical of a role, and the names that personas get.

Reading titles is in `titles`, `title_lists` and `title_prose`, and passed on from here. The
knowledge is in `knowledge/roles/<function>.toml`, written for this engine: every entry carries the
reason why it is typical. An entry without levels holds for every seniority; in the files "top"
stands for executive and vp, "leaders" for these and director, "managing" for these and manager,
"team" for manager, lead and individual, "hands" for lead and individual.
"""

from __future__ import annotations

import tomllib
import unicodedata
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from octave_api.engine.title_lists import titles_in_list
from octave_api.engine.title_prose import buying_roles, find_titles
from octave_api.engine.titles import SENIORITIES, Seniority, Title, parse_title, parse_word

__all__ = [
    "SENIORITIES",
    "Role",
    "Seniority",
    "Title",
    "Typical",
    "TypicalQuestion",
    "alias",
    "buying_roles",
    "find_titles",
    "functions",
    "parse_title",
    "parse_word",
    "role",
    "titles_in_list",
]


@dataclass(frozen=True, slots=True)
class Typical:
    """A statement that often holds for a role, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class TypicalQuestion:
    """
    A yes/no question about a prospect that suits a role.

    `fit_type` is GOOD or BAD, `weight` HIGH, MEDIUM or LOW. `spoken` is how a seller would say it
    to the prospect, `listen_for` what a telling answer holds, `framework` for example
    "MEDDPICC: metrics".
    """

    question: str
    rationale: str
    fit_type: str
    weight: str
    spoken: str
    listen_for: str
    framework: str
    reason: str


@dataclass(frozen=True, slots=True)
class Role:
    """
    What is typical of a function at one seniority.

    `summary` is one sentence on what the role answers for. `titles` are neighbours: titles that
    the same person may carry elsewhere. `good_observables` are the public signs to look for.
    """

    function: str
    label: str
    summary: str
    responsibilities: tuple[Typical, ...]
    objectives: tuple[Typical, ...]
    pains: tuple[Typical, ...]
    concerns: tuple[Typical, ...]
    why_they_matter: tuple[Typical, ...]
    titles: tuple[str, ...]
    questions: tuple[TypicalQuestion, ...]
    good_observables: tuple[str, ...]


_GROUPS: Mapping[str, tuple[Seniority, ...]] = {
    "top": ("executive", "vp"),
    "leaders": ("executive", "vp", "director"),
    "managing": ("executive", "vp", "director", "manager"),
    "team": ("manager", "lead", "individual"),
    "hands": ("lead", "individual"),
}


def _folder() -> Any:
    return files(__package__) / "knowledge" / "roles"


@lru_cache(maxsize=1)
def functions() -> tuple[str, ...]:
    """Give the keys of all functions that we know something of, sorted."""
    return tuple(
        sorted(
            entry.name.removesuffix(".toml")
            for entry in _folder().iterdir()
            if entry.name.endswith(".toml")
        )
    )


@cache
def _file(function: str) -> dict[str, Any]:
    data: dict[str, Any] = tomllib.loads((_folder() / f"{function}.toml").read_text("utf-8"))
    return data


def levels(entry: Sequence[str], length: int) -> frozenset[str]:
    """Give the seniorities that an entry of the files holds for: all, unless it names some."""
    if len(entry) == length:
        return frozenset(SENIORITIES)
    named = entry[length].split()
    return frozenset(level for name in named for level in _GROUPS.get(name, (name,)))


@cache
def role(function: str, seniority: Seniority = "") -> Role | None:
    """
    Give what is typical of a function at a seniority, or None where we know nothing of it.

    An unknown seniority reads as a manager: the middle, where most of what is said holds.
    """
    if function not in functions():
        return None
    raw = _file(function)
    level = seniority or "manager"

    def typical(key: str) -> tuple[Typical, ...]:
        return tuple(Typical(e[0], e[1]) for e in raw[key] if level in levels(e, 2))

    summaries: dict[str, str] = raw["summary"]
    named = [text for name, text in summaries.items() if level in _GROUPS.get(name, (name,))]
    return Role(
        function=function,
        label=raw["label"],
        summary=(named or [summaries["default"]])[0],
        responsibilities=typical("responsibilities"),
        objectives=typical("objectives"),
        pains=typical("pains"),
        concerns=typical("concerns"),
        why_they_matter=typical("why_they_matter"),
        titles=tuple(raw["titles"][level]),
        questions=tuple(
            TypicalQuestion(e[2], e[3], e[0], e[1], e[4], e[5], e[6], e[7])
            for e in raw["questions"]
            if level in levels(e, 8)
        ),
        good_observables=tuple(raw["observables"]),
    )


_NAMES = (
    "Adam Alice Amir Ana; Ben Beatriz Boris Bella; Clara Carlos Chloe Cem; "
    "Diana Daniel Dora David; Elena Erik Esther Emil; Fatima Felix Fiona Frank; "
    "Grace George Greta Gabriel; Hannah Henry Helen Hugo; Ines Ivan Irene Isaac; "
    "Julia James Jana Jamal; Karin Kofi Kate Kenji; Laura Leo Lina Luis; "
    "Maria Max Mei Marco; Nora Nadia Noah Nikolai; Olivia Oscar Olga Omar; "
    "Paula Peter Priya Pablo; Quinn Quentin Queenie Qasim; Rachel Ravi Rosa Robert; "
    "Sara Simon Sofia Samuel; Tara Thomas Tina Tariq; Uma Ulrich Ursula Umar; "
    "Victoria Viktor Vera Victor; Wanda William Wendy Walter; "
    "Xenia Xavier Ximena Xander; Yara Yusuf Yvonne Yann; Zoe Zaid Zara Zachary"
)


@lru_cache(maxsize=1)
def _names() -> dict[str, list[str]]:
    return {row.split()[0][0]: row.split() for row in _NAMES.split(";")}


def alias(title: Title) -> str:
    """
    Give a team's name for a persona: a first name that alliterates with the title.

    The same title always gets the same name: "Victoria the VP of Sales".
    """
    plain = unicodedata.normalize("NFKD", title.text)
    letter = next((c.upper() for c in plain if c.isascii() and c.isalpha()), "S")
    names = _names()[letter]
    index = zlib.crc32(title.text.casefold().encode("utf-8", "replace")) % len(names)
    return f"{names[index]} the {title.text}"
