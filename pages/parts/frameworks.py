"""
The letters of the three sales frameworks, and which of them a question serves. Pure.

A letter is named in full, "MEDDPICC: economic buyer", in the evidence, in the
filter and in the address alike.
"""

from __future__ import annotations

FRAMEWORKS: dict[str, tuple[str, ...]] = {
    "BANT": ("budget", "authority", "need", "timing"),
    "MEDDPICC": (
        "metrics",
        "economic buyer",
        "decision criteria",
        "decision process",
        "paper process",
        "identify pain",
        "champion",
        "competition",
    ),
    "SPICED": ("situation", "pain", "impact", "critical event", "decision"),
}

LETTERS: tuple[str, ...] = tuple(
    f"{framework}: {word}" for framework, words in FRAMEWORKS.items() for word in words
)
"""All letters by their full names, in the order in which each framework spells itself."""

_BY_FOLD = {letter.casefold(): letter for letter in LETTERS} | {"bant: timeline": "BANT: timing"}


def letter(framework: str) -> str:
    """Give a note's letter by its full name; what names none of ours stays as it is."""
    before, colon, after = framework.partition(":")
    full = f"{before.strip()}: {after.strip()}" if colon else framework.strip()
    return _BY_FOLD.get(full.casefold(), full)


def short(full: str) -> str:
    """Give the word of a letter, capitalised: "MEDDPICC: champion" is "Champion"."""
    word = full.partition(": ")[2] if full in LETTERS else full
    return word[:1].upper() + word[1:]
