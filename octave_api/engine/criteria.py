"""
Criteria: the lines by which a source lets somebody in or turns somebody away.

"You are a good match if", must-haves and nice-to-haves, knock-outs, scoring lines with
points, "walk away if", "banks without branches are out of scope".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from octave_api.engine.about_page import of_any_product
from octave_api.engine.conditions import may_set
from octave_api.engine.counts import find_counts
from octave_api.engine.criteria_by_points import (
    ANY_COLUMN,
    NUMBER,
    by_points,
    by_score,
    by_verdict,
    is_scored,
    points_in,
    verdicts_in,
    weighed,
)
from octave_api.engine.criteria_in_parts import by_parts, points_of_line
from octave_api.engine.criterion import LONGEST, YOU, Criterion, is_bare_fact, item_of
from octave_api.engine.draft import Sorted, Statement
from octave_api.engine.excluding import lists_whom
from octave_api.engine.firmographics import find_firmographics
from octave_api.engine.headings import SKIP, UNSORTED
from octave_api.engine.imperatives import commands
from octave_api.engine.items import Item, key_words, twins
from octave_api.engine.material import Material
from octave_api.engine.own_questions import without_advice
from octave_api.engine.rule_lines import by_level, by_rules, levels_in
from octave_api.engine.said import to_they
from octave_api.engine.said_criteria import (
    by_mark,
    by_refusals,
    by_sentence,
    mark_of,
    none_of,
    wanted,
)
from octave_api.engine.sides import (
    ELIDED,
    ELIDED_IF,
    FOR,
    HAVES,
    OF_BUYER,
    OF_PRODUCT,
    OF_WHOM,
    Side,
    by_column,
    side_of,
    turns_away,
    weight_of,
)
from octave_api.engine.trait_phrasing import names_firms
from octave_api.engine.wording import capital

_BESIDE_CRITERIA = frozenset({UNSORTED, "qualifyingQuestions", "firmographics", "fitExplanation"})
ON_SITE = re.compile(
    r"(?i)\b(?:visit(?:s|ed)|webinars?|pricing page|e-?mail (?:address|domain|opened)|opened"
    r"|clicked"
    r"|downloaded|no activity|form fill|demo request|signed up|newsletter|unsubscribed"
    r"|page views?|booked (?:an? |the )?(?:calls?|demos?|meetings?))\b"
    r"|^(?:score|bid|pursue|pass) (?:each|at|from|above|over)\b|[.;] (?:bid"
    r"|pass) at \d"
)
"""What a visitor did on a site or with a mail: a score of interest, not of fit."""
_COUNTED_TEAM = re.compile(r"(?i)\b(?:team|department|crew)$")
"""Its people are no company's headcount."""
_ADVICE_COLUMN = re.compile(
    r"(?i)(?:what to do|actions?|next steps?|responses?|how to (?:handle|respond|react)|then|do|why"
    r"|owner|comments?|route|instead|our answer|what we (?:do|say)|explanation|rationale|reasoning)"
    r"(?: instead)?\W*"
)
"""A column that says what the seller does, or why."""
_FOR_WHOM = re.compile(
    r"(?i)\b(?:to|for|who|serve|target|pursue|exclu\w+|avoid|leads?)\b|^(?:no|nope|out|skip)\W*$"
)
_CONDITIONAL = re.compile(r"(?i)\b(?:if|when|where)\W*$")
_SAID_OF_THEM = frozenset(
    "have use own run sell need want operate employ ship process manage serve offer work".split()
)
"""Verbs that say what a prospect does; with others a list tells the seller what to do."""
_LONG_LINE, _BARE = 400, 60
_MOST = 24


def find_criteria(material: Material) -> list[Criterion]:
    """Give the criteria of a source, in its order; those that are bare facts are left to them."""
    known = {
        (item.span.source, item.span.end): item
        for item in material.of("qualifyingQuestions")
        if item.span is not None
    }
    points = points_in(material.reading.statements)
    verdicts = verdicts_in(material.reading.statements)
    levels = levels_in(material.reading.statements) if material.kind == "segment" else {}
    kinds = _announcing(material)
    letters = _letters(material.reading.statements) if material.kind == "segment" else frozenset()
    lines = {(one.source, one.text) for one, _ in material.sorted}
    scored = is_scored(material.reading.statements)
    found: list[Criterion] = []
    marks = [mark_of(statement, material) for statement, _ in material.sorted]
    marked = sum(map(bool, marks)) > 1
    for (statement, what), mark in zip(material.sorted, marks, strict=True):
        if len(statement.text) > _LONG_LINE or (
            what.field == SKIP and not _is_told(statement, what)
        ):
            continue
        if statement.source in material.adverts:
            continue
        if _explains(statement, lines):
            if found and found[-1].item.text == statement.headings[-1]:
                found[-1] = replace(found[-1], told=(statement.source, statement.end))
            continue
        said = known.get((statement.source, statement.end))
        several = (
            by_rules(statement, material)
            or by_parts(statement, material)
            or by_score(statement, material, points)
            or by_refusals(statement, material)
            or [
                one
                for part in points_of_line(statement, material)
                if (one := _by_heading(part, None, material, kinds, letters)) is not None
            ]
        )
        if several:
            found += [one for one in several if not ON_SITE.search(one.item.text)]
            continue
        one = (
            (by_mark(statement, mark, material) if mark and marked else None)
            or (by_level(statement, levels, material) if levels else None)
            or by_sentence(statement, material)
            or (none_of(statement, material) if not what.heading else None)
            or (wanted(statement, material) if not what.heading else None)
            or (
                by_points(statement, said, material, points, scored)
                or by_verdict(statement, said, material, verdicts)
            )
            or (
                _by_heading(statement, said, material, kinds, letters)
                if _may_be(statement, what, letters)
                else None
            )
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
    return [weighed(one, most[one.side]) for one in found]


def _is_told(statement: Statement, what: Sorted) -> bool:
    """Tell whether a line that sellers are told sets a criterion all the same."""
    if what.heading:
        return False
    in_list = statement.shape == "bullet" and side_of(statement.headings[-1:]) is not None
    return in_list or may_set(statement.text)


def _explains(statement: Statement, lines: AbstractSet[tuple[int, str]]) -> bool:
    """Tell whether a line says more of a label that is a criterion itself."""
    over = statement.headings[-1] if statement.headings else ""
    above = side_of(statement.headings) if statement.shape == "bullet" else None
    return above is not None and over != above[1] and (statement.source, over) in lines


def _may_be(statement: Statement, what: Sorted, letters: frozenset[str]) -> bool:
    """Tell whether no nearer heading than the one that takes a side names another field."""
    if letters and statement.headings and statement.headings[-1] in letters:
        return True
    side = side_of(statement.headings)
    if side is None or not what.heading or what.field in _BESIDE_CRITERIA:
        return True
    headings = statement.headings
    bought = what.field in ("whyTheyMatterToUs", "keyConsiderations")
    if bought and what.heading == side[1] and not OF_BUYER.search(side[1]):
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
    ours = haves or any(map(FOR.search, headings)) or any(map(_OF_SELLERS, headings))
    return frozenset(counted | (breakers if ours else set()))


_OF_SELLERS = re.compile(r"(?i)\b(?:ideal|ICPs?|segments?|target|qualif\w+)\b").search
"""A heading over whom a seller looks for: what breaks a deal there is the seller's."""
_LETTERS = re.compile(
    r"(?i)budget|authority|needs?|tim(?:eline|ing|e ?frame)|metrics?|economic buyer|champion"
    r"|decision (?:criteria|process)|(?:identified |implicated? )?pain|competition|paper process"
    r"|situation|impact|critical event"
)
_OF_ONE_ACCOUNT = re.compile(
    r"(?i)accounts?|contacts?|attendees|participants|present|opp(?:ortunity)?|next steps?|who"
)
"""Labels of the notes of one call: what they tell is so there, and no criterion."""
_FEWEST_LETTERS = 3


def _letters(statements: Sequence[Statement]) -> frozenset[str]:
    """Give the labels of a BANT or MEDDIC sheet, where a source has enough of them."""
    over = {one.headings[-1] for one in statements if one.headings}
    letters = {one for one in over if _LETTERS.fullmatch(one.strip("*: "))}
    if any(_OF_ONE_ACCOUNT.fullmatch(one.strip("*: ")) for one in over):
        return frozenset()
    return frozenset(letters if len(letters) >= _FEWEST_LETTERS else ())


def _by_heading(
    statement: Statement,
    said: Item | None,
    material: Material,
    kinds: frozenset[str],
    letters: frozenset[str],
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
    letter = statement.headings[-1] if statement.headings else ""
    if side is None and letter in letters:
        side = ("for", letter)
        listed = True
    if side is None or text.endswith("?") or not listed or of_any_product(text):
        return None
    if commands(text) and text.split()[0].lower() not in _SAID_OF_THEM:
        return None
    if (
        statement.headings[-1] != side[1]
        and commands(capital(text))
        and statement.shape == "bullet"
    ):
        return None
    if not 1 < len(text.split()) <= LONGEST and side[0] == "for" and not text.isupper():
        return None
    if len(text.split()) > LONGEST or NUMBER.match(text):
        return None
    if side[0] == "for" and statement.shape == "value" and _is_profile(text):
        return None
    heading = side[1]
    if statement.shape == "cell" and any(map(_ADVICE_COLUMN.fullmatch, statement.headings)):
        return None
    if (HAVES.match(heading) or OF_BUYER.search(heading)) and heading not in kinds:
        return None
    if material.kind == "persona" and OF_BUYER.search(heading) and OF_PRODUCT.search(text):
        return None  # "No API" breaks the deal for the buyer, whatever stands beside it.
    beside = [one for one in statement.headings[-2:] if one != heading]
    label = beside[-1] if statement.shape == "cell" and beside else ""
    label = letter if letter in letters else label
    label = "" if ANY_COLUMN.fullmatch(label) else label
    if said is not None and YOU.match(said.text):
        said = None
    if is_bare_fact(statement, text) and not _COUNTED_TEAM.search(label):
        return None
    whom = _FOR_WHOM.search(heading) and not _CONDITIONAL.search(heading)
    if side[0] == "against" and _COMMA.search(text) and turns_away(heading) and whom:
        return Criterion(
            item_of(statement, text, material, heading), "against", weight_of(side), who=text
        )
    if ELIDED.search(heading) and not YOU.match(text):
        text, said = to_they(f"they {text[:1].lower()}{text[1:]}"), None
    item = replace(said, heading=heading) if said is not None else None
    item = item or item_of(statement, text, material, heading)
    of_whom = bool(OF_WHOM.search(heading))
    return Criterion(item, side[0], weight_of(side), of_whom, label=label)


def _is_profile(text: str) -> bool:
    """Tell a whole profile in one line, whose facts are asked one by one."""
    if text.count(",") < _FEWEST_COMMAS:
        return False
    return len({one.key for one in find_firmographics(text)}) + bool(find_counts(text)) > 1


_FEWEST_COMMAS, _COMMA = 2, re.compile(r",(?!\d)")


def _is_name(statement: Statement, side: Side) -> bool:
    """Tell whether a line is a bare name of those whom a heading turns away: "Hotels."."""
    text = statement.text.rstrip(".")
    if statement.shape != "sentence" or side != "against" or text == statement.text:
        return False
    return (len(text) < _BARE and names_firms(text)) or (len(text) < 2 * _BARE and lists_whom(text))


def others(items: Sequence[Item], found: Sequence[Criterion]) -> Iterator[Item]:
    """Give the items that are none of the criteria, nor hold several of them."""
    places = [one.item.span for one in found if one.item.span is not None]
    ends = {(one.item.span.source, one.item.span.end) for one in found if one.item.span}
    ends |= {one.told for one in found if one.told is not None}
    for item in items:
        span = item.span
        if span is None:
            yield item
            continue
        within = [
            one
            for one in places
            if one.source == span.source and span.start <= one.start and one.end <= span.end
        ]
        if (span.source, span.end) not in ends and len(within) < 2:
            yield item
