"""
Criteria by points: what a source scores, in a table, by a sign before a line, or in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from octave_api.contract import Weight
from octave_api.engine.criterion import LONGEST, Criterion, is_bare_fact, item_at, item_of
from octave_api.engine.criterion_labels import is_rest
from octave_api.engine.draft import Statement
from octave_api.engine.fact_points import is_out
from octave_api.engine.items import Item
from octave_api.engine.material import Material
from octave_api.engine.score_lists import number_of
from octave_api.engine.scored_lines import scored_in
from octave_api.engine.sides import Side, side_of

_SCORE = re.compile(r"(?i)^(?:score|points?|weight|rating|pts)\b")
ANY_COLUMN = re.compile(
    r"(?i)values?|descriptions?|details?|notes?|answers?|content|text|info|reasons?|signs?|signals?"
    r"|criteri(?:on|a)|(?:dis)?qualifiers?|conditions?|situations?|who|what|if|when|types?|items?"
    r"|(?:red |green )?flags?|requirements?|attributes?|factors?|metrics?|categor(?:y|ies)"
    r"|examples?|fit|intent|risks?|engagement|behaviou?r|firmographics?|demographics?|company|other"
    r"|positive|negative|bonus"
)
NUMBER = re.compile(r"(?i)^(?:[+−-]|minus |plus )?\d{1,3}$")
_LEADING = re.compile(
    r"^(?P<points>[+−-]\d{1,3})(?:\s?(?:points?|pts?)\b)?:?\s+(?P<what>[^\W\d].+)$"
)
_TRAILING = re.compile(
    r"(?i)^(?P<what>\S.*?)\s*(?:[:=(–]|\s-)\s*(?P<points>[+−-]?\d{1,3})\s?(?:points?|pts)\)?$"
)
_IN_BRACKETS = re.compile(r"^(?P<what>\S.*?)\s*\((?P<points>[+−-]\d{1,3})\)$")
_OF_SCORING = re.compile(r"(?i)\bscor(?:e|ing)|\bpoints?\b|\brating|\bqualif|\bicp\b|\bfit\b")
_LABEL_WORDS, _LONG_SCORED = 4, 14


def points_in(statements: Sequence[Statement]) -> dict[tuple[int, str], float]:
    """Give the points of each row of a scoring table, by source and by what the row says."""
    return {
        (one.source, one.headings[-2]): number_of(one.text)
        for one in statements
        if len(one.headings) > 1 and _SCORE.match(one.headings[-1]) and NUMBER.match(one.text)
    }


_VERDICT = re.compile(
    r"(?i)(?P<good>good|positive|green|plus|pro|fit|for|pursue|qualify|\+)"
    r"|(?P<bad>bad|negative|red|minus|con|no fit|not a fit|against|walk away|disqualify|-|−|–)"
)


def verdicts_in(statements: Sequence[Statement]) -> dict[tuple[int, str], Side | None]:
    """
    Give the side of each row of a table with a column that says "good" or "bad".

    None stands for what ends a conversation: "out" in place of points.
    """
    found: dict[tuple[int, str], Side | None] = {}
    out: dict[tuple[int, str], Side | None] = {}
    for one in statements:
        if one.shape == "cell" and is_out(one):
            out[one.source, one.headings[-2]] = None
        said = _VERDICT.fullmatch(one.text) if one.shape == "cell" and len(one.text) < 13 else None
        if said is not None and len(one.headings) > 1:
            found[one.source, one.headings[-2]] = "for" if said["good"] else "against"
    return {**(found if len(set(found.values())) > 1 else {}), **out}


def by_verdict(
    statement: Statement,
    said: Item | None,
    material: Material,
    verdicts: dict[tuple[int, str], Side | None],
) -> Criterion | None:
    """Read a row of such a table: "Uses paper | Bad"."""
    row = (statement.source, statement.text)
    if statement.shape != "cell" or row not in verdicts:
        return None
    side = verdicts[row]
    if side is None:
        item = said or item_of(statement, statement.text, material, "")
        return Criterion(item, "against", "INSTANT_DISQUALIFIER", of_whom=True)
    if is_bare_fact(statement, statement.text):
        return None
    return Criterion(said or item_of(statement, statement.text, material, ""), side)


def is_scored(statements: Sequence[Statement]) -> bool:
    """Tell whether lines of a source begin with the points that they score."""
    return sum(bool(_LEADING.match(one.text)) for one in statements) > 1


def by_points(
    statement: Statement,
    said: Item | None,
    material: Material,
    points: dict[tuple[int, str], float],
    scored: bool,
) -> Criterion | None:
    """Read what scores points: a row of a table, "+5 exports", "exports (5 points)"."""
    held = points.get((statement.source, statement.text))
    what = statement.text
    if held is None:
        bracketed = _IN_BRACKETS.match(what) if what.endswith(")") else None
        short = statement.shape != "sentence" and len(what.split()) <= LONGEST
        own = (
            bracketed
            or (_TRAILING.match(what) if short else None)
            or (_LEADING.match(what) if scored else None)
        )
        if own is None or _SCORE.match(own["what"]):
            return None
        held, what = float(own["points"].replace("−", "-")), own["what"]
    elif statement.headings and _SCORE.match(statement.headings[-1]):
        return None
    if held == 0 or is_bare_fact(statement, what) or is_rest(what):
        return None
    item = said if said is not None and what == statement.text else None
    item = item or item_of(statement, what, material, "")
    row = statement.headings[-1] if statement.headings and statement.shape == "cell" else ""
    named = row and ":" not in item.text and row != what and not ANY_COLUMN.fullmatch(row)
    label = row if named and len(row.split()) <= _LABEL_WORDS else ""
    return Criterion(item, "for" if held > 0 else "against", points=held, label=label)


def by_score(
    statement: Statement, material: Material, points: dict[tuple[int, str], float]
) -> list[Criterion]:
    """Read a line that says in a sentence what scores: "private firms get 3 points"."""
    if statement.shape == "cell" or statement.text.endswith("?"):
        return []
    rows = {row.split(" (")[0] for source, row in points if source == statement.source}
    over = statement.headings[-1] if statement.headings else ""
    label = over if len(over.split()) <= _LABEL_WORDS else ""
    made = []
    for one in scored_in(statement.text):
        if len(one.what.split()) > _LONG_SCORED or one.points == 0:
            continue
        if one.what in rows:
            continue  # The table below says it by itself.
        if (one.points is None and not _scores(statement)) or is_bare_fact(statement, one.what):
            continue
        item = item_at(statement, one.start, one.start + len(one.what), material)
        named = label or ("Role" if one.person else "")
        side: Literal["for", "against"] = "against" if one.bad else "for"
        weight: Weight | None = "MEDIUM" if one.points is None else None
        made.append(Criterion(item, side, weight, points=one.points, label=named, of_whom=True))
    return made


def _scores(statement: Statement) -> bool:
    """Tell whether a heading over a line speaks of scores or of whom is let in."""
    return (
        any(map(_OF_SCORING.search, statement.headings)) or side_of(statement.headings) is not None
    )


def weighed(one: Criterion, most: float) -> Criterion:
    """Turn points into a weight: the most HIGH, half of them MEDIUM, fewer LOW."""
    if one.points is None:
        return one
    share = abs(one.points) / most if most else 1.0
    return replace(one, weight="HIGH" if share > 0.75 else "MEDIUM" if share >= 0.5 else "LOW")
