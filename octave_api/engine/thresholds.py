"""
Numbers in questions and in notes, and whether one answers the other.

"More than 50 stores" is a range with what it counts; "86 stores" lies within it, "12
stores" outside, and "over 40 stores" settles nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from octave_api.engine.meanings import Meaning, meanings
from octave_api.engine.ranges import Outcome, fewer_than, has_grown, within

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
_SIGN = r"(?:[€$£]|US\$|EUR|USD|GBP|CHF)\s?"
_SIGNS = {"US$": "$", "USD": "$", "EUR": "€", "GBP": "£", "DOLLARS": "$"}
_SIGNS |= {"EUROS": "€", "POUNDS": "£"}
_PERIOD = re.compile(
    r"(?i)\s?(?:/|per|an?|each|every)\s?(?P<period>day|week|month|quarter|year|hour)\b"
)
_TIMES_A_YEAR = {
    "hour": 2000.0,
    "day": 250.0,
    "week": 52.0,
    "month": 12.0,
    "quarter": 4.0,
    "year": 1.0,
}
_DURATION = re.compile(
    r"(?i)\s?(?:(?:working|business|calendar|full) )?(?P<unit>minute|hour|day|week|month|quarter"
    r"|year)s?\b"
    r"(?! (?:old|of experience|notice))"
)
_IN_DAYS = {
    "minute": 1 / 480,
    "hour": 1 / 8,
    "day": 1.0,
    "week": 5.0,
    "month": 21.0,
    "quarter": 63.0,
}
_IN_DAYS |= {"year": 250.0}
"""A length of time in working days."""
_NUMBER = re.compile(
    rf"(?i)(?<![\w.,])(?:(?P<compare>{_MORE}|{_LEAST}|{_LESS}|{_MOST}|{_NEARLY}|{_ABOUT}"
    rf"|between)\s+(?:a\s+)?)?"
    rf"(?P<sign>{_SIGN})?(?P<first>{_ONE})(?P<power>{_POWER})?"
    rf"(?:(?:\s?(?:-|–|—)\s?|\s(?:to"
    rf"|and)\s)(?P<sign2>{_SIGN})?(?P<second>{_ONE})(?P<power2>{_POWER})?)?"
    r"(?P<plus>\s?\+|\sor (?:more|above|over)|\sand (?:above|up|more))?"
    r"(?P<code>\s?(?:USD|EUR|GBP|CHF|dollars|euros|pounds)\b)?"
    r"(?P<percent>\s?%|\spercent\b|\sper cent\b)?(?![\w])"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """
    A number with its bounds and what it counts.

    `open_low` and `open_high`: the bound itself is not meant. `compared`: words or signs make
    it a range. `unit` are the words after it (or before a colon), nearest last. `money` is
    the sign of a currency or ""; `period`: it is so much a day, a month or a year, and the
    bounds are a year's. A length of time has its bounds in working days.
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
    money: str = ""
    period: bool = False


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
        if not unit and match["compare"] and match["power"]:
            unit = meanings(text[: match.start()], notes=notes)[-1:]
        sign = match["sign"] or match["sign2"] or match["code"]
        if not unit and not match["percent"] and not sign:
            continue
        if first in ("no", "single") and (match["compare"] or match["second"]):
            continue
        found.append(_scaled(_amount(match, unit, unit_end), text, match))
    found += _shares(text, notes=notes)
    return tuple(sorted(found, key=lambda one: one.start))


_HUNDRED = 100.0
_SHARE_WORDS: dict[str, tuple[float, bool, float, bool]] = {
    "all": (_HUNDRED, False, _HUNDRED, False),
    "most": (50.0, True, _HUNDRED, False),
    "the majority": (50.0, True, _HUNDRED, False),
    "the bulk": (50.0, True, _HUNDRED, False),
    "a minority": (0.0, True, 50.0, True),
    "half": (50.0, False, 50.0, False),
    "two thirds": (66.7, False, 66.7, False),
    "three quarters": (75.0, False, 75.0, False),
    "a third": (33.3, False, 33.3, False),
    "a quarter": (25.0, False, 25.0, False),
    "a fifth": (20.0, False, 20.0, False),
    "a tenth": (10.0, False, 10.0, False),
    "one in three": (33.3, False, 33.3, False),
    "one in four": (25.0, False, 25.0, False),
    "one in five": (20.0, False, 20.0, False),
    "one in ten": (10.0, False, 10.0, False),
    "hardly any": (0.0, False, 20.0, True),
    "none": (0.0, False, 0.0, False),
}
_SHARE = re.compile(
    rf"(?i)\b(?:(?P<compare>{_MORE}|{_LEAST}|{_LESS}|{_NEARLY}|{_ABOUT}|only|just)\s+)?"
    rf"(?P<share>{'|'.join(word.replace(' ', '[ -]') for word in _SHARE_WORDS)})\b"
    r"(?=\s+(?:of\b|the\b|our\b|their\b|its\b|my\b|people|staff|employees|customers|sales|orders"
    r"|comes?\b))"
    r"(?:\s+of)?"
)


def _shares(text: str, *, notes: bool) -> list[Amount]:
    """Give the shares that stand in words, in percent: "most of", "a third of"."""
    found = []
    for match in _SHARE.finditer(text):
        low, low_open, high, high_open = _SHARE_WORDS[match["share"].lower().replace("-", " ")]
        compare = (match["compare"] or "").lower()
        above = bool(re.fullmatch(f"{_MORE}|{_LEAST}", compare))
        below = bool(re.fullmatch(_LESS, compare))
        if re.fullmatch(f"{_NEARLY}|{_ABOUT}", compare):
            low, high = low * 0.9, min(high * 1.1, _HUNDRED)
        unit, unit_end = _unit(text, match, notes=notes)
        found.append(
            Amount(
                match.start(),
                match.end(),
                None if below else low,
                _HUNDRED if above else high,
                low_open or bool(re.fullmatch(_MORE, compare)),
                high_open or below,
                bool(compare),
                True,
                unit,
                unit_end,
            )
        )
    return found


def _scaled(one: Amount, text: str, match: re.Match[str]) -> Amount:
    """Bring lengths of time to days, and what is paid or done by the month to a year."""
    length = None if match["sign"] or match["code"] else _DURATION.match(text, match.end())
    if length:
        times = _IN_DAYS[length["unit"].lower()]
        return _times(replace(one, unit=(*one.unit[:-1], _time(one))), times)
    sign = (match["sign"] or match["sign2"] or match["code"] or "").strip().upper()
    one = replace(one, money=_SIGNS.get(sign, sign))
    tail = _PERIOD.match(text, one.unit_end) or _PERIOD.match(text, match.end())
    if tail is None:
        return one
    return _times(replace(one, period=True), _TIMES_A_YEAR[tail["period"].lower()])


def _times(one: Amount, times: float) -> Amount:
    low = None if one.low is None else one.low * times
    return replace(one, low=low, high=None if one.high is None else one.high * times)


def _time(one: Amount) -> Meaning:
    last = one.unit[-1] if one.unit else Meaning(one.end, one.end, frozenset(), True)
    return replace(last, forms=frozenset({"a length of time"}))


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


def counts_same(asked: Amount, said: Amount) -> bool:
    """Say whether two amounts count the same thing: the nouns meet, and both or none are shares."""
    if asked.percent != said.percent:
        return False
    if asked.percent and not (asked.unit and said.unit):
        return True
    if asked.percent:
        return any(one.forms & word.forms for one in asked.unit for word in said.unit)
    if asked.money or said.money:
        return asked.money == said.money and asked.period == said.period
    if asked.period and said.period != asked.period:
        return False
    if not asked.unit or not said.unit:
        return False
    return any(asked.unit[-1].forms & word.forms for word in said.unit)
