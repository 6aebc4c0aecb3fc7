"""
The classifier: a linear model over `features`, read from a small weights file.

A feature counts by its rarity among the statements learned from, and each
family of features (`features.family`) is brought to length 1: a long word has
many runs of letters, and they would drown what the words themselves say.

Trained offline by `python -m octave_api.engine.training` on the statements that
lie beside that command; used with numpy alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from octave_api.engine.features import FAMILIES, of_order, of_word, tokens

OTHER = "other"
"""The class of text that belongs in no field: biography, navigation, documentation."""
MOST_WORDS = 16384
"""So many words are remembered; a language has more, a document has not."""
_MOST_CHANCES, _LONGEST_KEPT = 4096, 500
"""So many statements are remembered with their chances, none longer than this."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is known of each feature, by row; the rows of a family follow one another."""

    rows: dict[str, int]
    rarity: np.ndarray[Any, np.dtype[np.float64]]
    ends: np.ndarray[Any, np.dtype[np.int64]]
    """The row behind the last one of each family."""

    def values(
        self, found: np.ndarray[Any, np.dtype[np.intp]]
    ) -> np.ndarray[Any, np.dtype[np.float64]]:
        """Give the value of each of a statement's rows, which come in rising order."""
        rarity = self.rarity.take(found)
        families = self.ends.searchsorted(found, side="right")
        lengths = np.sqrt(np.bincount(families, rarity * rarity, minlength=len(FAMILIES) + 1))
        values: np.ndarray[Any, np.dtype[np.float64]] = rarity / lengths[families]
        return values


def rarity(
    counts: np.ndarray[Any, np.dtype[Any]], statements: int
) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Give the weight of features found in `counts` of so many statements: rare ones tell more."""
    told: np.ndarray[Any, np.dtype[np.float64]] = np.log((1 + statements) / (1.0 + counts)) + 1
    return told


@dataclass(frozen=True, slots=True)
class Model:
    """Weights as small integers with a scale per class, a row for each feature."""

    classes: tuple[str, ...]
    vocabulary: Vocabulary
    weights: np.ndarray[Any, np.dtype[np.int8]]
    scale: np.ndarray[Any, np.dtype[np.float32]]
    bias: np.ndarray[Any, np.dtype[np.float32]]
    known: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    """The rows of words that were seen before, by word and kind."""
    judged: dict[tuple[str, str], Mapping[str, float]] = field(default_factory=dict)
    """The chances of statements that were seen before: titles and lists ask again."""

    def probabilities(self, text: str, kind: str) -> Mapping[str, float]:
        """Give a probability for each class; they sum to 1."""
        chances = self.judged.get((text, kind))
        if chances is None:
            chances = self._judge(text, kind)
            if len(self.judged) >= _MOST_CHANCES:
                self.judged.clear()
            if len(text) <= _LONGEST_KEPT:
                self.judged[text, kind] = chances
        return chances

    def _judge(self, text: str, kind: str) -> dict[str, float]:
        # In order, since a sum of fractions depends on it in its last digits.
        rows = self._found(text, kind)
        found = np.fromiter(rows, np.intp, len(rows))
        found.sort()
        told = self.vocabulary.values(found) @ self.weights.take(found, axis=0)
        total = self.bias + told * self.scale
        raised = np.exp(total - total.max())
        shares = raised / raised.sum()
        return dict(zip(self.classes, shares.tolist(), strict=True))

    def _found(self, text: str, kind: str) -> set[int]:
        """Give the rows of a statement's features, each once."""
        words, of = tokens(text), self.vocabulary.rows
        found = {of.get(name, -1) for name in of_order(text, kind, words)}
        for word in set(words):
            rows = self.known.get((word, kind))
            if rows is None:
                rows = [of[name] for name in of_word(word, kind) if name in of]
                if len(self.known) >= MOST_WORDS:
                    self.known.clear()
                self.known[word, kind] = rows
            found.update(rows)
        found.discard(-1)
        return found


def read(data: Mapping[str, Any]) -> Model:
    """Make the model of a weights file's arrays."""
    names = bytes(data["names"]).decode("utf8").split("\n")
    return Model(
        classes=tuple(bytes(data["classes"]).decode("utf8").split("\n")),
        vocabulary=Vocabulary(
            {name: row for row, name in enumerate(names)},
            rarity(data["counts"], int(data["statements"])),
            data["ends"],
        ),
        weights=data["weights"],
        scale=data["scale"],
        bias=data["bias"],
    )


@cache
def load() -> Model:
    """Read the shipped weights, once a process."""
    path = files("octave_api.engine.training").joinpath("weights.npz")
    with path.open("rb") as file, np.load(file) as data:
        return read(data)
