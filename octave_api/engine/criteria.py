"""
Criteria: the lines by which a source lets somebody in or turns somebody away.

"You are a good match if", must-haves and nice-to-haves, knock-outs, scoring lines with
points, "walk away if", "banks without branches are out of scope".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from octave_api.engine.criterion import LONGEST, YOU, Criterion, item_of
from octave_api.engine.draft import Sorted, Statement
from octave_api.engine.firmographics import find_firmographics
from octave_api.engine.headings import SKIP, UNSORTED
from octave_api.engine.imperatives import commands
from octave_api.engine.items import Item, key_words, twins
from octave_api.engine.material import Material
from octave_api.engine.own_questions import without_advice
from octave_api.engine.said import to_they
from octave_api.engine.said_criteria import by_mark, by_sentence, mark_of, none_of
from octave_api.engine.sides import (
    ELIDED,
    ELIDED_IF,
    FOR,
    HAVES,
    OF_BUYER,
    OF_WHOM,
    Side,
    by_column,
    side_of,
    turns_away,
    weight_of,
)
from octave_api.engine.trait_phrasing import names_firms

_BESIDE_CRITERIA = frozenset({UNSORTED, "qualifyingQuestions", "firmographics", "fitExplanation"})
ON_SITE = re.compile(
    r"(?i)\b(?:visit(?:s|ed)|webinars?|pricing page|e-?mail (?:address|domain|opened)|opened"
    r"|clicked"
    r"|downloaded|no activity|form fill|demo request|signed up|newsletter|unsubscribed"
    r"|page views?)\b"
)
"""What a visitor did on a site or with a mail: a score of interest, not of fit."""
_COUNTED_TEAM = re.compile(r"(?i)\b(?:team|department|crew)$")
"""Its people are no company's headcount."""
_SCORE = re.compile(r"(?i)^(?:score|points?|weight|rating|pts)\b")
_ANY_COLUMN = re.compile(r"(?i)values?|descriptions?|details?|notes?|answers?|content|text|info")
_ROW = re.compile(r"(?i)roles?|function|department|plan|stage")
_NUMBER = re.compile(r"^[+−-]?\d{1,3}$")
_LEADING = re.compile(
    r"^(?P<points>[+−-]\d{1,3})(?:\s?(?:points?|pts?)\b)?:?\s+(?P<what>[^\W\d].+)$"
)
_TRAILING = re.compile(
    r"(?i)^(?P<what>\S.*?)\s*(?:[:=(–]|\s-)\s*(?P<points>[+−-]?\d{1,3})\s?(?:points?|pts)\)?$"
)
_FOR_WHOM = re.compile(r"(?i)\b(?:to|for|who|serve|target|pursue|exclu\w+|avoid)\b")
_CONDITIONAL = re.compile(r"(?i)\b(?:if|when|where)\W*$")
_SAID_OF_THEM = frozenset(
    "have use own run sell need want operate employ ship process manage serve offer work".split()
)
"""Verbs that say what a prospect does; with others a list tells the seller what to do."""
_LONG_LINE, _BARE = 400, 60
_MOST = 24
OF_ANY_COMPANY = key_words(
    "have has does do is its company companies business annual estimated revenue employees size "
    "based located active year work"
)
"""Words that ask for nothing beside a fact."""


def find_criteria(material: Material) -> list[Criterion]:
    """Give the criteria of a source, in its order; those that are bare facts are left to them."""
    known = {
        (item.span.source, item.span.end): item
        for item in material.of("qualifyingQuestions")
        if item.span is not None
    }
    points = _points(material.reading.statements)
    kinds = _announcing(material)
    scored = sum(bool(_LEADING.match(one.text)) for one in material.reading.statements) > 1
    found = []
    marks = [mark_of(statement, material) for statement, _ in material.sorted]
    marked = sum(map(bool, marks)) > 1
    for (statement, what), mark in zip(material.sorted, marks, strict=True):
        if len(statement.text) > _LONG_LINE or what.field == SKIP:
            continue
        said = known.get((statement.source, statement.end))
        one = (
            (by_mark(statement, mark, material) if mark and marked else None)
            or by_sentence(statement, material)
            or (none_of(statement, material) if not what.heading else None)
            or (_by_points(statement, said, material, points, scored))
            or (_by_heading(statement, said, material, kinds) if _may_be(statement, what) else None)
        )
        if one is not None and not ON_SITE.search(statement.text):
            found.append(one)
        if len(found) == _MOST:
            break
    found = _each_once(found, list(known.values()))
    most = {
        side: max((abs(one.points or 0.0) for one in found if one.side == side), default=0.0)
        for side in ("for", "against")
    }
    return [_weighed(one, most[one.side]) for one in found]


def _may_be(statement: Statement, what: Sorted) -> bool:
    """Tell whether no nearer heading than the one that takes a side names another field."""
    side = side_of(statement.headings)
    if side is None or not what.heading or what.field in _BESIDE_CRITERIA:
        return True
    headings = statement.headings
    if what.field == "whyTheyMatterToUs" and what.heading == side[1]:
        return False  # "Buys: recommends, the director signs" is of the purchase
    return what.heading not in headings or headings.index(what.heading) <= headings.index(side[1])


def _each_once(found: Sequence[Criterion], said: Sequence[Item]) -> list[Criterion]:
    """Leave out labels before advice, and what says again what another says."""
    items = [one.item for one in found]
    kept: list[Criterion] = []
    plain = {one.text for one in without_advice([*items, *said])}
    for one in found:
        label = one.item.text.partition(": ")[0]
        again = any(
            label == other.item.text or twins(key_words(one.item.text), key_words(other.item.text))
            for other in kept
        )
        if not again and (one.who or one.item.text in plain):
            kept.append(one)
    return kept


def _announcing(material: Material) -> frozenset[str]:
    """
    Give the headings here that announce criteria only beside others.

    Must-haves are criteria of a person only beside what turns somebody away; what breaks a deal
    turns a prospect away only beside must-haves.
    """
    headings = {heading for one in material.reading.statements for heading in one.headings}
    haves = {one for one in headings if HAVES.match(one)}
    breakers = {one for one in headings if OF_BUYER.search(one)}
    against = any(turns_away(one) for one in headings)
    counted = haves if material.kind == "segment" or against else set()
    return frozenset(counted | (breakers if haves or any(map(FOR.search, headings)) else set()))


def _points(statements: Sequence[Statement]) -> dict[tuple[int, str], float]:
    """Give the points of each row of a scoring table, by source and by what the row says."""
    return {
        (one.source, one.headings[-2]): float(one.text.replace("−", "-"))
        for one in statements
        if len(one.headings) > 1 and _SCORE.match(one.headings[-1]) and _NUMBER.match(one.text)
    }


def _by_points(
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
        short = statement.shape != "sentence" and len(what.split()) <= LONGEST
        own = (_TRAILING.match(what) if short else None) or (
            _LEADING.match(what) if scored else None
        )
        if own is None or _SCORE.match(own["what"]):
            return None
        held, what = float(own["points"].replace("−", "-")), own["what"]
    elif statement.headings and _SCORE.match(statement.headings[-1]):
        return None
    if held == 0 or _is_fact(statement, what):
        return None
    item = said if said is not None and what == statement.text else None
    item = item or item_of(statement, what, material, "")
    rows = [one for one in statement.headings[-2:] if _ROW.fullmatch(one)]
    label = rows[-1] if rows and statement.shape == "cell" and ":" not in item.text else ""
    return Criterion(item, "for" if held > 0 else "against", points=held, label=label)


def _by_heading(
    statement: Statement, said: Item | None, material: Material, kinds: frozenset[str]
) -> Criterion | None:
    """Read what stands in a list of criteria."""
    text = statement.text
    side = side_of(statement.headings)
    if side is None and statement.shape == "cell":
        side = by_column(statement.headings)
    listed = statement.shape in ("bullet", "cell", "value")
    listed = listed or (
        YOU.match(text) is not None and any(map(ELIDED_IF.search, statement.headings[-1:]))
    )
    listed = listed or (side is not None and _is_name(statement, side[0]))
    if side is None or text.endswith("?") or not listed:
        return None
    if commands(text) and text.split()[0].lower() not in _SAID_OF_THEM:
        return None
    if not 1 < len(text.split()) <= LONGEST and side[0] == "for":
        return None
    if len(text.split()) > LONGEST or _NUMBER.match(text):
        return None
    heading = side[1]
    if (HAVES.match(heading) or OF_BUYER.search(heading)) and heading not in kinds:
        return None
    beside = [one for one in statement.headings[-2:] if one != heading]
    label = beside[-1] if statement.shape == "cell" and beside else ""
    label = "" if _ANY_COLUMN.fullmatch(label) else label
    if said is not None and YOU.match(said.text):
        said = None
    if _is_fact(statement, text) and not _COUNTED_TEAM.search(label):
        return None
    whom = _FOR_WHOM.search(heading) and not _CONDITIONAL.search(heading)
    if side[0] == "against" and "," in text and turns_away(heading) and whom:
        return Criterion(
            item_of(statement, text, material, heading), "against", weight_of(side), who=text
        )
    if ELIDED.search(heading) and not YOU.match(text):
        text, said = to_they(f"they {text[:1].lower()}{text[1:]}"), None
    item = replace(said, heading=heading) if said is not None else None
    item = item or item_of(statement, text, material, heading)
    of_whom = bool(OF_WHOM.search(heading))
    return Criterion(item, side[0], weight_of(side), of_whom, label=label)


def _is_name(statement: Statement, side: Side) -> bool:
    """Tell whether a line is a bare name of those whom a heading turns away: "Hotels."."""
    named = statement.shape == "sentence" and side == "against" and len(statement.text) <= _BARE
    return named and statement.text.endswith(".") and names_firms(statement.text.rstrip("."))


def _is_fact(statement: Statement, text: str) -> bool:
    """Tell whether a line is no more than a fact of the company, which is asked for as such."""
    facts = find_firmographics(text, " / ".join(statement.headings[-3:]))
    if not facts:
        return False
    said = key_words(" ".join(text[one.start : one.end] for one in facts))
    return len(key_words(text) - said - OF_ANY_COMPANY) == 0


def _weighed(one: Criterion, most: float) -> Criterion:
    """Turn points into a weight: the most HIGH, half of them MEDIUM, fewer LOW."""
    if one.points is None:
        return one
    share = abs(one.points) / most if most else 1.0
    return replace(one, weight="HIGH" if share > 0.75 else "MEDIUM" if share >= 0.5 else "LOW")


def others(items: Sequence[Item], found: Sequence[Criterion]) -> Iterator[Item]:
    """Give the items that are none of the criteria."""
    ends = {(one.item.span.source, one.item.span.end) for one in found if one.item.span}
    yield from (
        item for item in items if item.span is None or (item.span.source, item.span.end) not in ends
    )
