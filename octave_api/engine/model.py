"""
The classifier: a linear model over `features`, read from a small weights file.

Trained offline by `python -m octave_api.engine.training` on the statements that
lie beside that command; used with numpy alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from octave_api.engine.features import of_order, of_word, tokens

OTHER = "other"
"""The class of text that belongs in no field: biography, navigation, documentation."""
MOST_WORDS = 16384
"""So many words are remembered; a language has more, a document has not."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights as small integers with a scale per class, and the row of each feature."""

    classes: tuple[str, ...]
    rows: dict[str, int]
    weights: np.ndarray[Any, np.dtype[np.int8]]
    scale: np.ndarray[Any, np.dtype[np.float32]]
    bias: np.ndarray[Any, np.dtype[np.float32]]
    known: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    """The rows of words that were seen before, by word and kind."""

    def probabilities(self, text: str, kind: str) -> dict[str, float]:
        """Give a probability for each class; they sum to 1."""
        found = self.weights.take(list(self._found(text, kind)), axis=0)
        # Whole numbers add up to the same in any order, so a set may give them.
        total = found.sum(axis=0, dtype=np.int32).astype(np.float32) * self.scale + self.bias
        raised = np.exp(total - total.max())
        shares = raised / raised.sum()
        return dict(zip(self.classes, shares.tolist(), strict=True))

    def _found(self, text: str, kind: str) -> set[int]:
        """Give the rows of a statement's features, each once."""
        words = tokens(text)
        found = {self.rows.get(name, -1) for name in of_order(text, kind, words)}
        for word in set(words):
            rows = self.known.get((word, kind))
            if rows is None:
                rows = [self.rows[name] for name in of_word(word, kind) if name in self.rows]
                if len(self.known) >= MOST_WORDS:
                    self.known.clear()
                self.known[word, kind] = rows
            found.update(rows)
        found.discard(-1)
        return found


@cache
def load() -> Model:
    """Read the shipped weights, once a process."""
    path = files("octave_api.engine.training").joinpath("weights.npz")
    with path.open("rb") as file, np.load(file) as data:
        names: Sequence[str] = bytes(data["names"]).decode("utf8").split("\n")
        return Model(
            classes=tuple(bytes(data["classes"]).decode("utf8").split("\n")),
            rows={name: row for row, name in enumerate(names)},
            weights=data["weights"],
            scale=data["scale"],
            bias=data["bias"],
        )
