"""
Pages that describe several personas or segments, one after the other: which one is meant.

One entity is asked for, so the statements of one are kept; the others are named beside the
answer, never mixed into it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from octave_api.contract import PERSONA_LISTS, Kind
from octave_api.engine.draft import Statement
from octave_api.engine.features import stem, tokens
from octave_api.engine.headings import heading_field, names_field
from octave_api.engine.lexicon import look_up
from octave_api.engine.reading import Reading
from octave_api.engine.roles import find_titles, parse_title
from octave_api.engine.sides import side_of
from octave_api.engine.wording import squeeze

_NUMBERED = re.compile(
    r"(?i)^(?:(?:buyer|user|target|primary|secondary|tertiary|main)(?:\s+|(?=[:–—-])))?"
    r"(?:persona|profile|segment|audience|tier|icp|user type|role)?\s*(?:#?\s?\d{1,2}[a-z]?|[A-C])?"
    r"\s*(?:[:.)–—-]\s*|\s+(?=[A-Z]))"
)
_LISTS_PERSONAS = re.compile(
    r"(?i)\b(?:personas|user profiles|profiles|roles|user types|users|buyers|people|"
    r"stakeholders|audiences|who we (?:serve|work with|help)|the buying (?:committee|team|group))\b"
)
_LISTS_SEGMENTS = re.compile(
    r"(?i)\b(?:segments|who we (?:serve|work with|help|sell to)|industries|verticals|markets|"
    r"audiences|(?:customer|target) (?:types|groups|profiles)|icps|profiles|use cases by industry"
    r"|where we (?:play|sell|win))\b"
)
_CALLED_SEGMENTS = re.compile(
    r"(?i)(?<!how )\b(?:segments|icps|audiences|(?:customer|target) (?:types"
    r"|groups))\W*(?:\b20\d\d)?\W*$"
)
"""What lists nothing but segments, however little it says of each."""
_ANNOUNCED = re.compile(
    r"(?i)^(?:(?:target|market|customer) )?(?:segment|icp|audience|target group|profile)\s*#?\s?"
    r"(?:\d{1,2}|[A-D])\b"
)
_ROWS_PERSONAS = re.compile(r"(?i)(?:buyer |user )?personas?|roles?|buyers?")
_ROWS_SEGMENTS = re.compile(
    r"(?i)(?:market |customer )?segments?(?: name)?|verticals?|icps?|audiences?|zielgruppe"
    r"|zielkunden|cible|"
    r"doelgroep"
)
_FOR = re.compile(r"(?i)^(?:for|solutions? for|built for|we help)\s+(?P<whom>.{3,60})$")
_OWN_NAME = re.compile(
    r"^(?:meet\s+)?[A-Z][a-zà-ÿ]+(?:\s+[A-Z][a-zà-ÿ]+)?(?:,|\s+\(|\s+[-–—|]|\s+the\b)\s*\S", re.I
)
_ASIDE = re.compile(
    r"(?i)\b(?:overview|introduction|preface|interactions?|summary|example|method|note|about|"
    r"background|how|why|what|integrations?|faq|questions?|contact|say|start|pricing|resources|"
    r"everything|results?|solution)\b"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_INTO = re.compile(r"\s?[:–—]\s+\S")
_PRIMARY = re.compile(r"(?i)\b(?:primary|main|most important|tier 1|#1)\b")
_SIZES = re.compile(
    r"(?i)\b(?:enterprises?|mid-?market|smbs?|smes?|start-?ups?|scale-?ups?|small|medium|large"
    r"|accounts"
    r"|points|scores|notes|comments|questions|answers|signs|signals)\b"
)
_LEAST_ROWS, _FIELDS_OF_ONE = 2, 3
_MOST_WORDS = 9
_LEAST_STATEMENTS = 1
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Group:
    """One of the personas or segments of a page: the path of headings down to it, and its name."""

    source: int
    path: tuple[str, ...]
    name: str
    size: int


_PRICES = re.compile(
    r"(?i)(?:our |simple )?(?:pricing|prices|plans)\b"
    r"(?! (?:manager|analyst|director|lead|team|persona))"
)
"""A page of prices: its plans are no segments."""


def narrow(
    reading: Reading, kind: Kind, name: str | None, pitches: frozenset[int] = frozenset()
) -> tuple[Reading, str, Statement | None]:
    """
    Keep what a page says of one persona or segment, where it describes several.

    `name` is the name that the request gives, if any: the group that it fits is kept, else the
    one that the page calls primary, else the first. On a seller's page (the sources `pitches`) what
    stands before the groups is for all of them. The second value is a remark that names the groups
    left out, the third the heading of the one kept; where a page describes only one, they are
    empty and None.
    """
    groups = _groups(reading, kind)
    if len(groups) < 2 or any(_PRICES.match(one.text) for one in reading.headings[:2]):
        return reading, "", None
    meant = _meant(groups, name, [one.text for one in reading.headings])
    others = [one for one in groups if one is not meant]

    def ours(statement: Statement) -> bool:
        return statement.source != meant.source or _under(statement, meant)

    def for_all(statement: Statement) -> bool:
        if any(_under(statement, other) for other in others):
            return False
        if statement.source in pitches and statement.headings == meant.path[:-1]:
            return True
        return _shared(statement, meant, kind)

    kept = [one for one in reading.statements if ours(one) or for_all(one)]
    sections = [one for one in reading.headings if _opens_section(meant, one.text)]
    headings = [one for one in reading.headings if ours(one) or _opens(one, meant)]
    first = [*sections, *(one for one in headings if one.text == meant.path[-1])]
    rest = [one for one in headings if one.text != meant.path[-1]]
    opener = next((one for one in first if _opens(one, meant)), None)
    return Reading(kept, [*first, *rest]), _remark(meant, others, kind), opener


def _remark(meant: Group, others: Sequence[Group], kind: Kind) -> str:
    what = "personas" if kind == "persona" else "segments"
    names = [f"“{one.name}”" for one in others[:_MOST_NAMED]]
    more = f" and {len(others) - _MOST_NAMED} more" if len(others) > _MOST_NAMED else ""
    return (
        f"The page describes {len(others) + 1} {what}. This one is “{meant.name}”; the page also "
        f"has {', '.join(names)}{more}. Give one of these as the name to get that one."
    )


def _groups(reading: Reading, kind: Kind) -> list[Group]:
    """Find the headings under one parent of which each names a persona or a segment."""
    sizes: Counter[tuple[int, tuple[str, ...]]] = Counter()
    for statement in reading.statements:
        for depth in range(1, len(statement.headings) + 1):
            sizes[statement.source, statement.headings[:depth]] += 1
    listed = {**rows_named(reading.statements, kind), **_columns_named(reading.statements, kind)}
    children: dict[tuple[int, tuple[str, ...]], list[tuple[str, ...]]] = {}
    for source, path in sizes:
        children.setdefault((source, path[:-1]), []).append(path)
    for (source, parent), paths in children.items():
        groups = [
            Group(source, path, group_name(path[-1]), sizes[source, path])
            for path in paths
            if (path[-1] in listed or _names_one(path, parent, kind))
            and sizes[source, path] >= _LEAST_STATEMENTS
        ]
        if any(one.path[-1] in listed for one in groups):  # the column of their names is none
            groups = [one for one in groups if not _rows(kind).fullmatch(one.path[-1])]
        told = kind == "segment" and (
            all(_ANNOUNCED.match(one.path[-1]) for one in groups)
            or bool(parent and _CALLED_SEGMENTS.search(parent[-1]))
        )
        if len(groups) >= 2 and (told or sum(one.size for one in groups) >= 2 * len(groups)):
            return groups
    return []


def rows_named(statements: Sequence[Statement], kind: Kind) -> dict[str, Statement]:
    """Give the cells that name a row of a table, by their text: what stands under "Segment"."""
    named = _rows(kind)
    return {
        one.text: one
        for one in statements
        if one.shape in ("cell", "value") and one.headings and named.fullmatch(one.headings[-1])
    }


def _rows(kind: Kind) -> re.Pattern[str]:
    return _ROWS_PERSONAS if kind == "persona" else _ROWS_SEGMENTS


def _columns_named(statements: Sequence[Statement], kind: Kind) -> dict[str, Statement]:
    """
    Give the columns of a table that compares segments: firms as heads, the same rows in each.

    Columns of sizes ("SMB", "Enterprises") tell one market apart, and are read together.
    """
    rows: dict[str, set[str]] = {}
    first: dict[str, Statement] = {}
    for one in statements:
        if one.shape == "cell" and len(one.headings) > 1:
            rows.setdefault(one.headings[-2], set()).add(one.headings[-1])
            first.setdefault(one.headings[-2], one)
    persona = kind == "persona"
    named = {one for one in rows if (_tells_person(rows[one]) if persona else _names_firms(one))}
    shared = [rows[column] for column in named]
    if len(named) < 2 or len(named) < len(rows) or len(set.intersection(*shared)) < _LEAST_ROWS:
        return {}
    return {column: first[column] for column in named}


def _tells_person(labels: set[str]) -> bool:
    """Tell whether the rows of a column are the fields of a persona, its titles or duties too."""
    fields = {heading_field(one, "persona") for one in labels}
    return len(fields & set(PERSONA_LISTS)) >= _FIELDS_OF_ONE and not fields.isdisjoint(
        ("commonJobTitles", "primaryResponsibilities")
    )


def _names_firms(column: str) -> bool:
    last = column.split()[-1].lower()
    found = look_up(last)
    several = found.plural or (not found.known and last.endswith("s"))
    return bool(several) and not (_SIZES.search(column) or names_field(column))


def _names_one(path: tuple[str, ...], parent: tuple[str, ...], kind: Kind) -> bool:
    """Tell whether a heading is the name of a persona or segment, by its words or by its parent."""
    heading = path[-1]
    if len(heading.split()) > _MOST_WORDS or heading.rstrip().endswith("?"):
        return False
    plain = squeeze(_NUMBERED.sub("", heading)) or heading
    whom = _FOR.match(plain)
    if whom:
        plain = whom["whom"]
    numbered = _NUMBERED.match(heading)
    announced = bool(
        numbered and re.match(r"(?i).*(?:persona|segment|audience|icp)", numbered.group())
    )
    if announced and plain != heading:
        return True
    if heading_field(plain, kind) is not None or _ASIDE.search(plain) or side_of([plain]):
        return False
    if _lists(parent[-1] if parent else "", kind):
        return kind == "persona" or not _is_person(plain, heading)
    if kind == "segment":
        return whom is not None and not _is_person(plain, heading)
    return _is_person(plain, heading)


@lru_cache(maxsize=1024)
def _lists(above: str, kind: Kind) -> bool:
    """Tell whether a heading announces several personas or segments."""
    lists = _LISTS_PERSONAS if kind == "persona" else _LISTS_SEGMENTS
    found = lists.search(above) is not None
    return found and (heading_field(above, kind) is None or kind == "segment")


def _is_person(plain: str, heading: str) -> bool:
    if parse_title(plain) is not None or parse_title(_singular(plain)) is not None:
        return True
    return bool(_OWN_NAME.match(heading)) and next(iter(find_titles(heading)), None) is not None


def _singular(text: str) -> str:
    return text[:-1] if text.endswith("s") and not text.endswith("ss") else text


def group_name(heading: str) -> str:
    """Give the name in a heading of a group, without its number and without a remark in "
    "brackets."""
    plain = squeeze(_NUMBERED.sub("", heading)) or heading
    plain = squeeze(_BRACKETS.sub("", plain)) or plain
    whom = _FOR.match(plain)
    return whom["whom"] if whom else plain


def _meant(groups: Sequence[Group], name: str | None, headings: Sequence[str]) -> Group:
    if name:
        wanted = _stems(name)
        fits = [(len(wanted & _stems(one.path[-1])), -place) for place, one in enumerate(groups)]
        best = max(fits)
        if best[0]:
            return groups[-best[1]]
    marked = [one for one in groups if _PRIMARY.search(one.path[-1])]
    if marked:
        return marked[0]
    opened = [one for one in groups if any(_opens_section(one, text) for text in headings)]
    if len(opened) == 1:
        return opened[0]
    largest = max(one.size for one in groups)
    return next(one for one in groups if 2 * one.size >= largest)


def _opens_section(group: Group, heading: str) -> bool:
    """Tell whether a heading goes into one group: "Mid-market: hospital groups"."""
    rest = heading[len(group.name) :] if heading.startswith(group.name) else ""
    return bool(_INTO.match(rest))


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in tokens(text) if len(word) > 2)


def _under(statement: Statement, group: Group) -> bool:
    return statement.headings[: len(group.path)] == group.path


def _opens(heading: Statement, group: Group) -> bool:
    return (*heading.headings, heading.text) == group.path


def _shared(statement: Statement, group: Group, kind: Kind) -> bool:
    """Tell whether a statement outside of all groups names a field, and so speaks of all of "
    "them."""
    parent = group.path[:-1]
    if statement.headings[: len(parent)] == parent and len(statement.headings) > len(parent):
        nearest = statement.headings[len(parent) :]
        return any(heading_field(one, kind) is not None or side_of([one]) for one in nearest)
    # Beside the heading that lists them stands what holds for all: "Disqualifiers".
    beside = statement.headings
    listed = len(beside) == len(parent) > 0 and beside[:-1] == parent[:-1]
    if listed and _lists(parent[-1], kind):
        field = heading_field(beside[-1], kind)
        return field == "qualifyingQuestions" or bool(side_of(beside[-1:]))
    return False
