"""
Headcount, revenue and age as notes jot them down, held against what a question asks for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from octave_api.engine.by_words import Reading
from octave_api.engine.firmographics import Fact, find_firmographics
from octave_api.engine.leaning import lean
from octave_api.engine.ranges import Range, fewer_than, has_grown, within

SIZES = frozenset({"employees", "revenue", "founded"})
"""The facts that are ranges of numbers."""

_RULE = "a number held against the threshold"
_SURE, _STEP = 0.95, 0.7
_ANY_RATE = 2.0
"""Between currencies only what is clear at any likely rate counts."""
_MORE = re.compile(r"(?i)\b(?:more|greater|larger) than|\b(?:over|above)\b")
_LESS = re.compile(r"(?i)\b(?:fewer|less|smaller) than|\b(?:under|below)\b")
_NOT_EVEN = re.compile(r"(?i)\bnot even\b")
_AUDIENCE = re.compile(
    r"(?i)\b(?:came|attend\w*|visit\w*|events?|webinars?|conferences?|trained|meetings?|applied"
    r"|used by|users?|reach(?:es)?|followers?|members?|subscribers?|viewers?|readers?|interviewed"
    r"|surveyed)\b"
)
_AHEAD = re.compile(
    r"(?i)\b(?:aim\w*(?: (?:for|at|to))?|targets?|targeting|goals?|plan\w*|forecast\w*|expect\w*"
    r"|will|want\w*|hop\w+|next year|budgeted|raised|ambition)\b[^.;]{0,40}$"
)
_ABOUT = r"(?:\b(?:about|around|roughly|approx\w*|circa|ca|some|like)\b\.?|~)"
_ROUGH = re.compile(rf"(?i){_ABOUT}\W*(?:a\W+)?$")
_ROUGHLY_SAID = re.compile(rf"(?i)\W*{_ABOUT}")
_OR_SO = re.compile(r"(?i)\W{0,2}(?:[- ]?ish|or so|give or take)\b")
_OF_OTHERS = re.compile(
    r"(?i)\b(?:sell\w*|serv(?:e|es|ing)|target\w*|cater\w*|focus\w* on|customers?|clients?|icp"
    r"|buyers)\b"
    r"[^.;,]*$"
)
_AT_ONE_PLACE = re.compile(
    r"(?i)\s(?:in|at|on) (?:the|our|their|its|his|her|my|one)\b[^.;,]{0,24}\b(?:office|plant"
    r"|site|branch"
    r"|team|department|unit|subsidiary|store|hub|floor)\b"
)
_ONCE = re.compile(
    r"(?i)\b(?:at (?:its|their|the|our) (?:peak|height|time)|back then|originally|once (?:had"
    r"|employed)"
    r"|used to (?:have|be|employ)|(?:had|was|were) [^.;,]{0,30} (?:in|until|before) (?:19"
    r"|20)\d\d)\b"
)
_BY_THEN = re.compile(r"(?i)[^.;,]{0,20}\bby (?:20\d\d|the end|next|q[1-4])")
_ROUGHLY = (
    r"(?:about |around |roughly |over |under |more than |less than |fewer than |nearly |almost "
    r"|just |only |some |~ ?)?"
)
_MONEY = (
    rf"{_ROUGHLY}(?:US\$|[$€£]|EUR |USD |GBP |CHF )\s?\d[\d,.]*"
    r"\s?(?:k|m|mn|bn|b|million|billion|thousand)?(?![\w.])(?: (?:a|per) (?:month|quarter|year))?"
)
_PEOPLE = rf"{_ROUGHLY}\d[\d,.]*k?(?:\s?[-–]\s?\d[\d,.]*k?)?\+?"
_REVENUE = re.compile(
    r"(?i)\b(?:revenues?|turnover|sales|ARR)\b(?! (?:team|target|goal|growth|plan|quota))"
    r"(?:(?!\b(?:grew|up|rose|by|added|target|goal|growth|plan\w*|forecast|pipeline|per)\b)"
    rf"[^.;\d$€£]){{0,32}}?(?<![\w$€£])(?P<money>{_MONEY})"
)
_END = r"(?=\s*(?:[.,;!)]|$))"
_HEADCOUNT = re.compile(
    r"(?i)\b(?:there (?:are|['’]s|were)|we['’]re|we are|they['’]re|they are|total of|company of"
    r"|firm of|business of|team is|size:?)\s+"
    rf"(?P<a>{_PEOPLE})(?: (?:of us|of them|strong|fte|in total|in all)\b|{_END})"
    rf"|(?P<b>{_PEOPLE})(?:[ -]strong (?:company|firm|business|group|organi[sz]ation)"
    r"| ppl\b| of us\b| FTEs?\b| souls\b| heads\b)"
)
_PART = re.compile(
    r"(?i)\b(?:team|department|group|unit|organi[sz]ation|org|function|division)(?: \w+){0,2}"
    rf" (?:of|has|with|counts?)\s+(?P<a>{_PEOPLE})"
    r"(?:(?= (?:people|staff|agents|engineers|reps|sellers|developers|employees|across|in\b|at\b"
    rf"|and\b))|{_END})"
    r"|\b(?:lead|manage|run|oversee|head|supervise)(?:s|ing)? (?:a |an )?(?:\w+ ){0,2}?"
    rf"(?P<b>{_PEOPLE})(?:[ -]strong|[ -]person| people| staff| agents| engineers| reps"
    r"| employees| developers)\b"
)


def more_sizes(text: str, said: Sequence[Fact]) -> list[Fact]:
    """Read sizes that stand without their noun: "14 of us", "revenue came in at $1.2bn"."""
    keys = {one.key for one in said}
    found: list[Fact] = []
    money = None if "revenue" in keys else _REVENUE.search(text)
    if money:
        found += _size_of(f"revenue: {money['money']}", money.span("money"))
    heads = None if "employees" in keys else _HEADCOUNT.search(text)
    if heads:
        group = "a" if heads["a"] else "b"
        found += _size_of(f"{heads[group]} employees", heads.span(group))
    return found


def _size_of(plain: str, span: tuple[int, int]) -> list[Fact]:
    read = [one for one in find_firmographics(plain) if one.key in SIZES]
    return [replace(one, start=span[0], end=span[1], negated=False) for one in read[:1]]


def has_part(text: str) -> bool:
    """Say whether a sentence gives the size of a part of the company."""
    return bool(_PART.search(text))


def by_part(wanted: Fact, text: str, question: str) -> Reading | None:
    """A company has at least as many people as its team of 300."""
    found = _PART.search(text)
    if found is None or _AUDIENCE.search(text):
        return None
    read = _size_of(f"{found['a'] or found['b']} employees", found.span())
    if not read or read[0].low is None:
        return None
    outcome = within(_scope(wanted, question), (read[0].low, False, None, False))
    return Reading(outcome, _STEP, "a part of it is that large") if outcome else None


def by_size(wanted: Fact, given: Fact, text: str, question: str) -> Reading | None:
    """Answer a question about a size from a size in the notes."""
    if wanted.key == "employees" and _AUDIENCE.search(text):
        return None
    if _AHEAD.search(text[: given.start]) or _BY_THEN.match(text[given.end :]):
        return None
    if _AT_ONE_PLACE.match(text[given.end :]):
        return None
    if _OF_OTHERS.search(text[: given.start]) or _ONCE.search(text):
        return None
    leaning = lean(text, [(given.start, given.end)])
    if leaning == "planned":
        return None
    low, high = given.low, given.high
    if has_grown(text, given.start):
        low = high
    elif _is_rough(given, text) and low is not None and high is not None:
        low, high = low * 0.9, high * 1.1
    abroad = wanted.unit != given.unit and bool(wanted.unit and given.unit)
    opened = bool(_MORE.search(text)) and high is None
    closed = bool(_LESS.search(text) or _NOT_EVEN.search(text)) and low is None
    denied = (given.negated or leaning == "no") and low is not None
    outcomes = set()
    for rate in (1 / _ANY_RATE, _ANY_RATE) if abroad else (1.0,):
        size: Range = (_times(low, rate), opened, _times(high, rate), closed)
        outcomes.add(within(_scope(wanted, question), fewer_than(size) if denied else size))
    outcome = outcomes.pop() if len(outcomes) == 1 else ""
    return Reading(outcome, _STEP if abroad else _SURE, _RULE) if outcome else None


def _is_rough(given: Fact, text: str) -> bool:
    before = _ROUGH.search(text[: given.start]) or _ROUGHLY_SAID.match(
        text[given.start : given.end]
    )
    return given.value.startswith("about") or bool(before or _OR_SO.match(text[given.end :]))


def _scope(wanted: Fact, question: str) -> Range:
    """Give what a question asks for; "more than 500" leaves 500 out."""
    exact = wanted.key == "founded"
    more = bool(_MORE.search(question)) and not exact
    less = bool(_LESS.search(question)) and not exact
    return wanted.low, more, wanted.high, less


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else value * factor
