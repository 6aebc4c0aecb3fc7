"""
Train the classifier: `python -m octave_api.engine.training [--check]`.

Reads statements/*.tsv (kind, field, statement), all written for this project, and
writes weights.npz. With `--check`, trains again and compares with the shipped file
instead of writing it. Needs scikit-learn, which the engine itself does not.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from octave_api.engine.features import FAMILIES, family, features
from octave_api.engine.model import Vocabulary, rarity

HERE = Path(__file__).parent
MIN_ROWS = 2
"""A feature seen in fewer statements teaches nothing that carries over."""
STRENGTH = 8.0
"""
Inverse of the L2 penalty, by cross-validation that leaves whole files out: right as often as
with others near it, and the chances are honest.
"""

MAX_GAP = 1
"""Weights are whole numbers up to 127; another machine may round one of them the other way."""

Row = tuple[str, str, str]


def rows() -> Iterator[Row]:
    """Give (kind, field, statement) of every training line, in a fixed order."""
    for path in sorted((HERE / "statements").glob("*.tsv")):
        for number, line in enumerate(path.read_text("utf8").splitlines(), 1):
            if not line.strip():
                continue
            parts = line.split("\t")
            if len(parts) != 3:
                message = f"{path.name}:{number} has {len(parts)} columns, not 3"
                raise ValueError(message)
            yield parts[0], parts[1], parts[2]


def fit(data: list[Row], *, strength: float = STRENGTH) -> dict[str, Any]:
    """Fit the model and give the arrays of the weights file."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    sets = [features(text, kind) for kind, _, text in data]
    seen = Counter(name for found in sets for name in found)
    names = sorted(
        (name for name, count in seen.items() if count >= MIN_ROWS),
        key=lambda name: (family(name), name),
    )
    counts = np.array([seen[name] for name in names], dtype=np.uint16)
    sizes = Counter(family(name) for name in names)
    ends = np.cumsum([sizes[number] for number in range(len(FAMILIES) + 1)])
    vocabulary = Vocabulary(
        {name: row for row, name in enumerate(names)}, rarity(counts, len(sets)), ends
    )
    rows_of = [
        np.array(
            sorted(vocabulary.rows[name] for name in found if name in vocabulary.rows), np.intp
        )
        for found in sets
    ]
    starts = np.cumsum([0, *(len(found) for found in rows_of)])
    values = np.concatenate([vocabulary.values(found) for found in rows_of])
    matrix = csr_matrix((values, np.concatenate(rows_of), starts), shape=(len(sets), len(names)))
    labels = [field for _, field, _ in data]
    learner = LogisticRegression(C=strength, max_iter=2000, tol=1e-6, class_weight="balanced")
    learner.fit(matrix, labels)
    weights = learner.coef_.T
    scale = np.abs(weights).max(axis=0) / 127
    return {
        "names": np.frombuffer("\n".join(names).encode("utf8"), dtype=np.uint8),
        "counts": counts,
        "statements": np.array(len(sets)),
        "ends": ends,
        "classes": np.frombuffer("\n".join(learner.classes_).encode("utf8"), dtype=np.uint8),
        "weights": np.round(weights / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "bias": learner.intercept_.astype(np.float32),
    }


def gap_to(shipped_file: Path, arrays: dict[str, Any]) -> int | None:
    """Give the largest difference to the shipped weights, None where the vocabulary differs."""
    with np.load(shipped_file) as shipped:
        if any(bytes(shipped[key]) != bytes(arrays[key]) for key in ("names", "classes", "counts")):
            return None
        return int(np.abs(shipped["weights"].astype(int) - arrays["weights"]).max())


def main() -> int:
    """Train and write, or train and compare."""
    parser = argparse.ArgumentParser(
        prog="python -m octave_api.engine.training", description=__doc__
    )
    parser.add_argument("--check", action="store_true", help="compare with the shipped weights")
    options = parser.parse_args()
    data = list(rows())
    arrays = fit(data)
    target = HERE / "weights.npz"
    if options.check:
        gap = gap_to(target, arrays)
        said = "vocabulary differs" if gap is None else f"largest gap {gap} of 127"
        print(f"{len(data)} statements, {said}")
        return 0 if gap is not None and gap <= MAX_GAP else 1
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)
    target.write_bytes(buffer.getvalue())
    print(f"{len(data)} statements, {target.stat().st_size / 1024:.0f} KiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
