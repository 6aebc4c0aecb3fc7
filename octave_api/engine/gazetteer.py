"""
Find the phrases of a word list in a text: the longest at each place, on whole words.

A word that the list has in capitals is found in capitals only ("US" is a
country, "us" is not), any other word in any case. Time grows with the length of
the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
_Capitals = tuple[tuple[int, str], ...]

# "U.S." is one word without its dots; any other word is a run of letters and digits.
_WORD = re.compile(r"(?<![^\W_])[A-Za-z](?:\.[A-Za-z]){1,3}(?![^\W_])\.?|[^\W_]+|[&+]")
_GAPS = frozenset({"", " ", "\u00a0", "-", "\u2010", "\u2011", "\n", "'", "\u2019", "  "})


class Word(NamedTuple):
    """A word of a text: as written, folded for comparison, and where it stands."""

    written: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found: its meaning, the words `first` to `last` (excluded), and its span."""

    meaning: T
    first: int
    last: int
    start: int
    end: int


_word: Callable[[tuple[str, str, int, int]], Word] = partial(tuple.__new__, Word)
"""Make a word of its four parts; one document has thousands."""


def words(text: str) -> list[Word]:
    """Cut a text into words with their spans; "&" counts as "and"."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        written = match[0]
        plain = written.replace(".", "") if "." in written else written
        folded = "and" if written == "&" else plain.lower()
        found.append(_word((plain, folded, match.start(), match.end())))
    return found


def plural(phrase: str) -> str:
    """Give the regular plural of a phrase's last word: "law firm" to "law firms"."""
    if re.search(r"[^aeiou]y$", phrase):
        return phrase[:-1] + "ies"
    if re.search(r"(?:s|x|z|(?<!te)ch|sh)$", phrase):
        return phrase + "es"
    return phrase + "s"


@dataclass(slots=True)
class Gazetteer(Generic[T]):
    """A word list: phrases and what each means. The first meaning given to a phrase stays."""

    _by_first: dict[str, dict[tuple[str, ...], tuple[_Capitals, T]]] = field(default_factory=dict)
    _longest: dict[str, int] = field(default_factory=dict)

    def add(self, phrases: Iterable[str], meaning: T) -> None:
        """Add phrases that all mean the same."""
        for phrase in phrases:
            parts = words(phrase)
            key = tuple(part.folded for part in parts)
            capitals = tuple((i, p.written) for i, p in enumerate(parts) if _in_capitals(p.written))
            self._by_first.setdefault(key[0], {}).setdefault(key, (capitals, meaning))
            self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def find(self, text: str, cut: list[Word]) -> Iterator[Hit[T]]:
        """Find the phrases among the words `cut` from `text`, in order, without overlap."""
        done, known = 0, self._by_first
        for at in [at for at, word in enumerate(cut) if word[1] in known]:
            if at < done:
                continue
            hit = self._at(text, cut, at)
            if hit is not None:
                yield hit
                done = hit.last

    def _at(self, text: str, cut: list[Word], at: int) -> Hit[T] | None:
        phrases = self._by_first[cut[at].folded]
        run = [cut[at]]
        for word in cut[at + 1 : at + self._longest[cut[at].folded]]:
            if not _joined(text, run[-1], word):
                break
            run.append(word)
        while run:
            found = phrases.get(tuple(word.folded for word in run))
            if found is not None:
                capitals, meaning = found
                if all(run[i].written == written for i, written in capitals):
                    return Hit(meaning, at, at + len(run), run[0].start, run[-1].end)
            run.pop()
        return None


def _in_capitals(word: str) -> bool:
    """Say whether the word is an abbreviation in capitals, with a plural "s" or without."""
    stem = word.removesuffix("s")
    return len(stem) > 1 and stem.isupper()


def _joined(text: str, left: Word, right: Word) -> bool:
    gap = right.start - left.end
    return gap <= 2 and text[left.end : right.start] in _GAPS
