"""
Lists: the points of one list are of one kind, so an unsure point goes with the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from octave_api.contract import Kind
from octave_api.engine import model
from octave_api.engine.draft import Sorted, Statement
from octave_api.engine.headings import SKIP, UNSORTED
from octave_api.engine.verbs import base_of_gerund, base_of_third, verb

_LEAST = 3
_SURE = 0.4
"""The mean chance over a list that is enough: several unsure points together are surer than one."""
_OWN = 0.8
"""A point that is as sure as this keeps its own field."""

Pairs = list[tuple[Statement, Sorted]]


def agree(decided: Pairs, kind: Kind, apart: frozenset[int]) -> Pairs:
    """
    Decide the unsure points of each list without a telling heading by the list as a whole.

    The sources `apart` are left as they are.
    """
    lists: dict[tuple[int, tuple[str, ...]], list[int]] = {}
    for place, (statement, what) in enumerate(decided):
        loose = not what.heading and what.field != SKIP and not statement.text.endswith("?")
        if statement.shape == "bullet" and loose and statement.source not in apart:
            lists.setdefault((statement.source, statement.headings), []).append(place)
    result = list(decided)
    for places in lists.values():
        texts = [decided[place][0].text for place in places]
        field, sure = _kind_of(texts, kind)
        if kind == "persona" and sure < _SURE and _does_things(texts):
            field, sure = "primaryResponsibilities", _SURE
        if len(places) < _LEAST or field in (model.OTHER, "") or sure < _SURE:
            continue
        for place in places:
            statement, what = decided[place]
            if what.field == UNSORTED or what.sure < _OWN:
                result[place] = (statement, Sorted(field, sure, "like the rest of its list"))
    return result


def _does_things(texts: Sequence[str]) -> bool:
    """Tell whether the points are activities: most open with a verb ("Setting up the lab")."""
    first = [text.split(" ", 1)[0].lower() for text in texts]
    verbs = sum(1 for word in first if base_of_gerund(word) or base_of_third(word) or verb(word))
    return verbs >= 0.6 * len(texts)


def _kind_of(texts: Sequence[str], kind: Kind) -> tuple[str, float]:
    """Give the field with the highest mean chance over the points, and that mean."""
    total: Counter[str] = Counter()
    for text in texts:
        total.update(model.load().probabilities(text, kind))
    if not total:
        return "", 0.0
    field, chance = max(sorted(total.items()), key=lambda pair: pair[1])
    return field, chance / len(texts)
