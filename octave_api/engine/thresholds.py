"""
Numbers in questions and in notes, and whether one answers the other.

"More than 50 stores" is a range with what it counts; "86 stores" lies within it, "12
stores" outside, and "over 40 stores" settles nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from octave_api.engine.meanings import Meaning, meanings

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_VALUES = {word: float(n) for n, word in enumerate(_WORDS)}
_VALUES |= {"no": 0.0, "single": 1.0, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_VALUES |= {"seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12}
_POWERS = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "bn": 1e9,
    "billion": 1e9,
}
_POWERS |= {"hundred": 100.0, "dozen": 12.0}
_MORE = (
    r"more than|over|above|greater than|larger than|exceed(?:s|ing)?|upwards of|north of"
    r"|longer than"
)
_LEAST = r"at least|minimum(?: of)?|min\.?|no (?:less|fewer) than|not (?:less|fewer) than"
_LESS = r"fewer than|less than|under|below|smaller than|shorter than|short of|not even"
_MOST = r"at most|up to|no more than|not more than|maximum(?: of)?|max\.?|only|just"
_NEARLY = r"nearly|almost|close to|approaching"
_ABOUT = r"about|around|roughly|approximately|approx\.?|circa|some|~"
_ONE = rf"\d{{1,3}}(?:[,.']\d{{3}})+(?!\d)|\d+(?:\.\d+)?|(?:a )?(?:{'|'.join(_VALUES)})"
_POWER = r"(?:\s?(?:k|m|mn|bn)(?![\w-])|\s(?:hundred|thousand|million|billion|dozen)\b)"
_NUMBER = re.compile(
    rf"(?i)(?<![\w.,])(?:(?P<compare>{_MORE}|{_LEAST}|{_LESS}|{_MOST}|{_NEARLY}|{_ABOUT}"
    rf"|between)\s+(?:a\s+)?)?"
    rf"(?P<sign>[€$£]\s?)?(?P<first>{_ONE})(?P<power>{_POWER})?"
    rf"(?:(?:\s?(?:-|–|—)\s?|\s(?:to"
    rf"|and)\s)(?P<sign2>[€$£]\s?)?(?P<second>{_ONE})(?P<power2>{_POWER})?)?"
    r"(?P<plus>\s?\+|\sor (?:more|above|over)|\sand (?:above|up|more))?"
    r"(?P<percent>\s?%|\spercent\b|\sper cent\b)?(?![\w])"
)

Outcome = Literal["Yes", "No", ""]


@dataclass(frozen=True, slots=True)
class Amount:
    """
    A number with its bounds and what it counts.

    `open_low` and `open_high`: the bound itself is not meant. `compared`: words or signs make
    it a range. `unit` are the words after it (or before a colon), nearest last.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    open_low: bool
    open_high: bool
    compared: bool
    percent: bool
    unit: tuple[Meaning, ...]
    unit_end: int


_UNIT_ENDS = re.compile(
    r"(?i)[,.;:!?()|]|\b(?:with|in|of|that|which|who|across|for|on|at|a|per|within|to|and|or|by"
    r"|from|is|are|was"
    r"|were|has|have|than|as|this|last|next|each|every|between|into|since|before|after|do|does"
    r"|work|works|spread)\b"
)


@lru_cache(maxsize=4096)
def amounts(text: str, *, notes: bool = False) -> tuple[Amount, ...]:
    """Give the numbers of a text that count something, in order."""
    found = []
    for match in _NUMBER.finditer(text):
        first = match["first"].lower()
        if re.fullmatch(r"(?:19|20)\d\d", first) and not match["compare"] and not match["power"]:
            continue
        unit, unit_end = _unit(text, match, notes=notes)
        if not unit and not match["percent"]:
            continue
        if first in ("no", "single") and (match["compare"] or match["second"]):
            continue
        found.append(_amount(match, unit, unit_end))
    return tuple(found)


def _unit(text: str, match: re.Match[str], *, notes: bool) -> tuple[tuple[Meaning, ...], int]:
    tail = text[match.end() : match.end() + 60]
    stop = _UNIT_ENDS.search(tail)
    phrase = tail[: stop.start()] if stop else tail
    words = meanings(phrase, notes=notes)[:3]
    if words:
        return words, match.end() + words[-1].end
    before = re.search(
        r"(?i)([\w -]{2,40}?)\s*(?::|=|\bis\b|\bare\b)\s*(?:now |currently )?$",
        text[: match.start()],
    )
    if before:
        return meanings(before[1], notes=notes)[-3:], match.end()
    return (), match.end()


def _amount(match: re.Match[str], unit: tuple[Meaning, ...], unit_end: int) -> Amount:
    low = _value(match["first"], match["power"])
    high = low
    compare = (match["compare"] or "").lower()
    compared = bool(compare) or bool(match["plus"]) or bool(match["second"])
    open_low = open_high = False
    lower: float | None = low
    upper: float | None = high
    if match["second"] and has_grown(match.string, match.start()):
        lower = upper = _value(match["second"], match["power2"])
    elif match["second"]:
        upper = _value(match["second"], match["power2"])
        if match["power2"] and not match["power"] and low < upper / 100:
            lower = _value(match["first"], match["power2"])
    elif match["plus"] or re.fullmatch(_LEAST, compare):
        upper = None
    elif re.fullmatch(_MORE, compare):
        upper, open_low = None, True
    elif re.fullmatch(_LESS, compare):
        lower, open_high = None, True
    elif re.fullmatch(_NEARLY, compare):
        lower, open_high = low * 0.9, True
    elif re.fullmatch(_ABOUT, compare):
        lower, upper, compared = low * 0.9, low * 1.1, False
    elif re.fullmatch(_MOST, compare):
        # "Only twelve sites" states a number; "up to twelve" leaves it open below.
        lower = low if compare in ("only", "just") else None
    elif match["first"].lower().removeprefix("a ") in ("single", "no"):
        compared = True
    return Amount(
        match.start(),
        match.end(),
        lower,
        upper,
        open_low,
        open_high,
        compared,
        bool(match["percent"]),
        unit,
        unit_end,
    )


def _value(number: str, power: str | None) -> float:
    plain = number.lower().removeprefix("a ")
    times = _POWERS.get((power or "").strip().lower(), 1.0)
    if plain in _VALUES:
        return float(_VALUES[plain]) * times
    if re.fullmatch(r"\d{1,3}(?:[,.']\d{3})+", plain):
        plain = re.sub(r"[,.']", "", plain)
    return float(plain) * times


Range = tuple[float | None, bool, float | None, bool]
"""Low, open below, high, open above; None is no bound."""


def settles(asked: Amount, said: Amount, *, denied: bool = False) -> Outcome:
    """
    Say whether a number of the notes lies within what the question asks, or wholly outside.

    `denied`: the notes say that it is not that many.
    """
    given = (said.low, said.open_low, said.high, said.open_high)
    return within(
        (asked.low, asked.open_low, asked.high, asked.open_high),
        fewer_than(given) if denied else given,
    )


def fewer_than(given: Range) -> Range:
    """Give what "not 50" and "never more than 50" leave: below it, the bound itself if open."""
    low, low_open, _, _ = given
    return None, False, low, not low_open


_GROWN = re.compile(
    r"(?i)\b(?:grew|grown|growing|rose|risen|went|gone|shrunk|shrank|fell|fallen|up|down|doubled"
    r"|cut)\b[^.;]{0,20}"
    r"(?:\bfrom)?\s*$"
)
"""Before "90 to 260": only the second number still holds."""


def has_grown(text: str, start: int) -> bool:
    """Say whether a range that starts here is a way from one number to another."""
    return bool(_GROWN.search(text[:start]))


def within(asked: Range, said: Range) -> Outcome:
    """Say whether one range lies within another, wholly outside it, or neither."""
    low, low_open, high, high_open = asked
    a, a_open, b, b_open = said
    if (
        a is not None and high is not None and (a > high or (a == high and (a_open or high_open)))
    ) or (b is not None and low is not None and (b < low or (b == low and (b_open or low_open)))):
        return "No"
    fits_low = low is None or (
        a is not None and (a > low or (a == low and (a_open or not low_open)))
    )
    fits_high = high is None or (
        b is not None and (b < high or (b == high and (b_open or not high_open)))
    )
    return "Yes" if fits_low and fits_high else ""


def counts_same(asked: Amount, said: Amount) -> bool:
    """Say whether two amounts count the same thing: the nouns meet, and both or none are shares."""
    if asked.percent != said.percent:
        return False
    if asked.percent and not (asked.unit and said.unit):
        return True
    if not asked.unit or not said.unit:
        return False
    return any(asked.unit[-1].forms & word.forms for word in said.unit)
