"""The statements that the classifier is trained on, and the weights made of them."""

from __future__ import annotations

import importlib.util
from collections import defaultdict

import numpy as np
import pytest

from octave_api.contract import Kind
from octave_api.engine import model, sort
from octave_api.engine.headings import FIELDS
from octave_api.engine.training.__main__ import HERE, MAX_GAP, fit, gap_to, rows

LEARNS = importlib.util.find_spec("sklearn") is not None


def test_every_row_names_a_kind_and_a_field() -> None:
    """Three columns, known names, no empty statement."""
    for kind, field, text in rows():
        assert kind in ("persona", "segment")
        assert field in {*FIELDS, model.OTHER}, text
        assert text.strip() == text
        assert text


def test_no_statement_has_two_fields() -> None:
    """The same words for the same kind cannot belong in two places."""
    fields: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, field, text in rows():
        fields[kind, " ".join(text.lower().split())].add(field)
    assert [key for key, found in fields.items() if len(found) > 1] == []


def test_every_field_has_enough_examples() -> None:
    """Each class that the model knows was shown to it a hundred times or more."""
    counts: dict[str, int] = defaultdict(int)
    for _, field, _ in rows():
        counts[field] += 1
    assert set(model.load().classes) == set(counts)
    assert min(counts.values()) >= 100


@pytest.mark.parametrize("kind", ["persona", "segment"])
def test_the_weights_know_what_they_were_shown(kind: Kind) -> None:
    """Statements of the training set are mostly sorted as they are labelled."""
    shown = [(field, text) for of, field, text in rows() if of == kind and field in FIELDS][::25]
    answers = sort([text for _, text in shown], kind)
    right = sum(field == answer for (field, _), answer in zip(shown, answers, strict=True))
    assert right >= 0.8 * len(shown)


def test_a_gap_is_measured_and_a_new_vocabulary_told() -> None:
    """The check compares weights one by one, and only those of the same features."""
    shipped_file = HERE / "weights.npz"
    with np.load(shipped_file) as shipped:
        arrays = {key: shipped[key].copy() for key in shipped.files}
    assert gap_to(shipped_file, arrays) == 0
    arrays["weights"][0, 0] += 5 if arrays["weights"][0, 0] < 100 else -5
    assert gap_to(shipped_file, arrays) == 5
    arrays["names"] = arrays["names"][:-1]
    assert gap_to(shipped_file, arrays) is None


@pytest.mark.skipif(not LEARNS, reason="needs scikit-learn, which only training does")
def test_training_again_gives_the_shipped_weights() -> None:
    """The weights in the repository are those that the statements beside them make."""
    gap = gap_to(HERE / "weights.npz", fit(list(rows())))
    assert gap is not None, "the statements changed: train again"
    assert gap <= MAX_GAP
