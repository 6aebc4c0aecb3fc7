"""
The classifier: a linear model over `features`, read from a small weights file.

Trained offline by `python -m octave_api.engine.training` on the statements that
lie beside that command; used with numpy alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from octave_api.engine.features import features

OTHER = "other"
"""The class of text that belongs in no field: biography, navigation, documentation."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights as small integers with a scale per class, and the row of each feature."""

    classes: tuple[str, ...]
    rows: dict[str, int]
    weights: np.ndarray[Any, np.dtype[np.int8]]
    scale: np.ndarray[Any, np.dtype[np.float32]]
    bias: np.ndarray[Any, np.dtype[np.float32]]

    def probabilities(self, text: str, kind: str) -> dict[str, float]:
        """Give a probability for each class; they sum to 1."""
        found = sorted(self.rows[name] for name in features(text, kind) if name in self.rows)
        total = self.weights[found].astype(np.float32).sum(axis=0) * self.scale + self.bias
        raised = np.exp(total - total.max())
        shares = raised / raised.sum()
        return {name: float(share) for name, share in zip(self.classes, shares, strict=True)}


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
