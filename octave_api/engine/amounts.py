"""
The grammar of amounts: numbers, magnitudes, currencies, comparisons, and how bounds are shown.

It says how much is written, not what is counted; that is for `quantities`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Measure = Literal["employees", "revenue", "founded"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A size that was read: its span, its bounds (None where open) and how it is shown."""

    measure: Measure
    start: int
    end: int
    low: float | None
    high: float | None
    unit: str
    value: str


_SIGNS = {"US$": "$", "$": "$", "€": "€", "£": "£", "¥": "¥", "₹": "₹", "A$": "AUD", "C$": "CAD"}
_CODES = {"usd": "$", "dollars": "$", "dollar": "$", "eur": "€", "euro": "€", "euros": "€"}
_CODES |= {"gbp": "£", "pounds": "£", "inr": "₹", "rupees": "₹", "jpy": "¥", "yen": "¥"}
_CODES |= {code: code.upper() for code in ("chf", "sek", "nok", "dkk", "aud", "cad", "sgd", "pln")}
_POWERS = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "mio": 1e6, "mln": 1e6}
_POWERS |= {"million": 1e6, "millions": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9, "billions": 1e9}
_POWERS |= {
    "mrd": 1e9,
    "tsd": 1e3,
    "md": 1e9,
    "lakh": 1e5,
    "lakhs": 1e5,
    "crore": 1e7,
    "crores": 1e7,
}
_DIGITS = "one two three four five six seven eight nine".split()
_ONES = {word: 1 + at for at, word in enumerate(_DIGITS)}
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SPELT = {"couple": 2, "hundred": 100, "thousand": 1000, "dozen": 12, **_ONES}
_SPELT |= {word: 10 + at for at, word in enumerate(_TEENS)}
_SPELT |= {word: 20 + 10 * at for at, word in enumerate(_TENS)}

_SP = r"[ \u00a0]?"
_POWER = (
    r"(?:thousand|millions?|billions?|crores?|lakhs?|mio|mrd|tsd|mln|mm|mn|md|bn|[kmb])(?![^\W\d_])"
)
_CODE = r"(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|AUD|CAD|SGD|PLN|INR|JPY)"
_NUMBER = (
    r"\d{1,3}(?:[,.'\u2009]\d{3}){1,4}(?!\d)|\d{1,3}(?:[ \u00a0]000){1,3}(?!\d)"
    r"|\d{1,12}(?:[.,]\d{1,3})?"
)


def _amount(tag: str) -> str:
    return (
        rf"(?P<sign{tag}>US\$|A\$|C\$|[$€£¥₹]|{_CODE}){'?'}{_SP}"
        rf"(?P<number{tag}>{_NUMBER}){_SP}"
        rf"(?:(?P<joined{tag}>[KMB]|T)(?=(?:USD|EUR|GBP|CHF|SEK|NOK|DKK)\b)"
        rf"|(?P<power{tag}>{_POWER})(?:(?<=mio)\.|(?<=mrd)\.|(?<=tsd)\.)?)?"
        rf"(?:{_SP}(?P<code{tag}>{_CODE}\b|euros?\b|dollars?\b|pounds\b|rupees\b|yen\b|[€£]))?"
    )


_MORE = (
    r"(?:more|greater|larger|bigger|higher)\s+than|(?:a\s+)?minimum(?:\s+of)?|min\.?"
    r"|at\s+least|(?<!turn )(?<!turns )(?<!turning )over"
    r"|above|exceed(?:s|ing)|exceed|beyond|upwards?\s+of|north\s+of|from"
    r"|starting\s+(?:at|from)"
    r"|ab|mindestens|über|mehr\s+als|plus\s+de|à\s+partir\s+de|au\s+moins|más\s+de|al\s+menos|desde"
    r"|oltre|almeno|più\s+di|meer\s+dan|vanaf|mais\s+de"
    r"|(?:no|not)\s+(?:less|fewer)\s+than|>=?|≥|⩾"
)
_LESS = (
    r"(?:less|fewer|smaller|lower)\s+than|under|below|south\s+of|sub-?|<"
    r"|(?:no|not)\s+(?:more|greater)\s+than|up\s+to|at\s+most|(?:a\s+)?maximum(?:\s+of)?|max\.?"
    r"|unter|weniger\s+als|bis\s+zu|maximal|höchstens|moins\s+de|menos\s+de|meno\s+di|minder\s+dan"
    r"|<=|≤|⩽"
)
_ABOUT = r"about|around|roughly|approximately|approx\.?|circa|c\.?|ca\.?|~|some|nearly|almost"
_VAGUE = re.compile(
    r"\s?(?:-?ish\b|,?\s?\(?(?:or so|or thereabouts|give or take|more or less|approx(?:imately)?"
    r"|roughly|about|circa|ca)\b\.?\)?(?=\s*(?:$|[,;.)\n])))",
    re.IGNORECASE,
)
"""What says after a number and its unit that it is no exact one: "420 ppl about"."""
COMPARE = re.compile(
    rf"(?<![^\W_])(?P<compare>{_LESS}|{_MORE}|{_ABOUT}|between|only)\s{{0,3}}$", re.IGNORECASE
)
_PER = r"(?P<per>{sp}(?:/|per|a|each|every){sp}(?P<period>month|mo|quarter|year|yr|annum|week)\b)?"
QUANTITY = re.compile(
    rf"(?=[\d$€£¥₹UACESGNDPIJ])(?:(?<![\w.,/])|(?<=c\.)|(?<=ca\.)){_amount('1')}"
    rf"(?P<plus1>{_SP}\+)?(?P<vague>-?ish\b|{_SP}(?:or so|odd|give or take)\b)?"
    rf"{_PER.format(sp=_SP)}"
    rf"(?:\s{{0,2}}(?:-|–|—|to|and|through|until|bis|à|hasta|tot"
    rf"|\.\.)\s{{0,2}}(?:(?:up\s+to|maybe|perhaps|about|around)\s+)?{_amount('2')}(?P<plus2>{_SP}\+)?)?"
    r"(?P<after>[\s-]?(?:or\s+(?:more|above|over|larger|greater|higher|bigger)|and\s+(?:above"
    r"|over|up|more)|plus\b)"
    r"|\s?(?:or\s+(?:fewer|less|below|under|smaller)|and\s+(?:below|under)))?",
    re.IGNORECASE,
)
BEFORE_DIGIT = 8
"""Characters: no match of `QUANTITY` begins further before its first digit ("US$ 5", "EUR 5")."""
_LOW = f"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES)}))?|{'|'.join(_TEENS)})"
_HIGH = (
    rf"(?:(?:(?:a\s+couple\s+of|a|{'|'.join(_ONES)}|ten)\s+)?(?:hundred|thousand|dozen)"
    rf"(?:\s+and\s+(?:{_LOW}|{'|'.join(_ONES)})\b(?!\s+(?:hundred|thousand)))?)"
)
SPELT_OUT = re.compile(
    rf"(?<!few )(?<!several )(?<!low )(?<!some )\b(?P<word>{_HIGH}|{_LOW})\b"
    r"(?P<after>\s+or\s+(?:more|fewer|less|so))?"
    rf"(?:\s(?:to|or|and)\s(?P<second>(?:{_HIGH}|{_LOW})\b))?",
    re.IGNORECASE,
)

SPELT_WORDS = ("hundred", "thousand", "dozen", *_TENS, *_TEENS)
"""One of these is in every match of `SPELT_OUT`; most texts have none."""


def quantity(
    measure: Measure,
    match: re.Match[str],
    start: int,
    end: int,
    times: float = 1.0,
    bound: re.Match[str] | None = None,
) -> Quantity:
    """
    Read a match of `QUANTITY` as a size, cited by `start` to `end`.

    `times` turns a month's money into a year's; `bound` is a comparison after the unit.
    """
    first, second = _number(match, "1"), _number(match, "2") if match["number2"] else None
    if second is not None and not match["power1"] and not match["joined1"]:
        # "$10-50M" and "1 to 10k": the magnitude of the second number is that of both.
        power = _power(match, "2")
        if power > 1 and first < 1000:
            first *= power
    start, compare = compared(match, start)
    unit = next((_sign(match[g]) for g in ("sign1", "code1", "sign2", "code2") if match[g]), "")
    after = (match["after"] or (bound[0] if bound else "")).lower()
    low: float | None = first * times
    high: float | None = low if second is None else second * times
    if second is not None and second <= first:
        high = low
    about = False
    if re.search(r"fewer|less|below|under|smaller", after) or re.fullmatch(_LESS, compare):
        low = None
    elif match["plus2"]:
        high = high if second is None else None
    elif match["plus1"] or after or re.fullmatch(_MORE, compare):
        high = None if second is None else high
    elif re.fullmatch(_ABOUT, compare) or match["vague"] or _VAGUE.match(match.string, end):
        about = True
    span = match.string[start:end]
    start, end = start + len(span) - len(span.lstrip()), end - len(span) + len(span.rstrip())
    strict = compare.startswith(
        ("up to", "at most", "max", "a max", "no more", "not more", "<=", "≤")
    )
    inclusive = strict or "or" in after.split()
    shown = _show(measure, low, high, unit, about=about, inclusive=inclusive)
    return Quantity(measure, start, end, low, high, unit, shown)


def spelt_out(match: re.Match[str], end: int, bound: re.Match[str] | None) -> Quantity:
    """Read a match of `SPELT_OUT` as a number of heads that ends, with its unit, at `end`."""
    number = _worth(match["word"])
    start, compare = compared(match, match.start())
    after = (match["after"] or (bound[0] if bound else "")).lower()
    low: float | None = number
    high: float | None = number if not match["second"] else max(number, _worth(match["second"]))
    if re.fullmatch(_LESS, compare) or re.search(r"fewer|less|below|under|smaller", after):
        low = None
    elif re.fullmatch(_MORE, compare) or after.split()[-1:] == ["more"]:
        high = None
    vague = re.fullmatch(_ABOUT, compare) or after.endswith("so") or match["word"].endswith("dozen")
    about = bool(vague or "couple" in match["word"] or _VAGUE.match(match.string, end))
    shown = _show("employees", low, high, "", about=about, inclusive=compare.startswith("up"))
    return Quantity("employees", start, end, low, high, "", shown)


def compared(match: re.Match[str], start: int) -> tuple[int, str]:
    """Give where the reading starts with the comparison before the number, and its words."""
    at = match.start()
    window = max(0, at - 24)
    found = COMPARE.search(match.string[window:at])
    if found is None:
        return start, ""
    return min(start, window + found.start()), " ".join(found["compare"].lower().split())


def both(low: Quantity, high: Quantity) -> Quantity | None:
    """Join "at least 40" and "no more than 900" to one range; None where they are no range."""
    if low.low is None or low.high is not None or high.high is None or high.low:
        return None
    if high.high < low.low:
        return None
    unit = low.unit or high.unit
    shown = _show(low.measure, low.low, high.high, unit, about=False, inclusive=False)
    return Quantity(low.measure, low.start, high.end, low.low, high.high, unit, shown)


def _worth(spelt: str) -> float:
    total, number = 0.0, 0.0
    for word in spelt.lower().replace("-", " ").split():
        worth = _SPELT.get(word, 0)
        if word in ("hundred", "thousand", "dozen"):
            number = max(number, 1) * worth
        elif worth:
            total, number = total + number, worth
    return total + number


def _number(match: re.Match[str], tag: str) -> float:
    written = match[f"number{tag}"].translate(_GAPS)
    if _THOUSANDS.fullmatch(written):
        written = written.replace(",", "").replace(".", "")
    return float(written.replace(",", ".")) * _power(match, tag)


_GAPS = dict.fromkeys(map(ord, "'\u2009\u00a0 "))
_THOUSANDS = re.compile(r"\d{1,3}(?:[,.]\d{3})+")


def _power(match: re.Match[str], tag: str) -> float:
    return _POWERS.get((match[f"joined{tag}"] or match[f"power{tag}"] or "").lower(), 1.0)


def _sign(written: str) -> str:
    return _SIGNS.get(written.upper()) or _CODES.get(written.lower(), written.upper())


def _show(
    measure: Measure,
    low: float | None,
    high: float | None,
    unit: str,
    *,
    about: bool,
    inclusive: bool,
) -> str:
    """Show bounds in one style: "500+", "15 to 500", "under 50", "$1M to $50M a year"."""

    def one(number: float) -> str:
        plain = _short(number) if measure == "revenue" else _grouped(number)
        return f"{unit} {plain}" if len(unit) > 1 else f"{unit}{plain}"

    if low is None or low == 0:
        limit = one(high or 0)
        shown = f"up to {limit}" if inclusive or low == 0 else f"under {limit}"
    elif high is None:
        shown = f"{one(low)}+"
    elif low == high:
        shown = f"about {one(low)}" if about else one(low)
    else:
        shown = f"{'about ' if about else ''}{one(low)} to {one(high)}"
    return f"{shown} a year" if measure == "revenue" else shown


def _grouped(number: float) -> str:
    return f"{number:,.0f}" if number >= 1000 else f"{number:g}"


def _short(number: float) -> str:
    for size, letter in ((1e9, "B"), (1e6, "M"), (1e3, "k")):
        if number >= size:
            return f"{round(number / size, 2):g}{letter}"
    return f"{number:g}"


_LETTER = re.compile(r"[^\W\d_]")


def before_number(
    pattern: re.Pattern[str], text: str, end: int, words: tuple[str, ...] = ("",)
) -> re.Match[str] | None:
    """
    Match a pattern that ends at `end` or at the comparison there, looking back 80 characters.

    One of `words` is in all that the pattern finds.
    """
    window = _uncompared(text[max(0, end - 80) : end])
    if not window or not any(map(window.lower().__contains__, words)):
        return None
    return pattern.search(window)


@lru_cache(maxsize=256)
def _uncompared(window: str) -> str:
    """Take the comparison off the end of what stands before a number; "" if it has no word."""
    if not _LETTER.search(window):
        return ""  # every pattern has a word
    compared = COMPARE.search(window[-24:])
    return window[: len(window) - len(compared[0])] if compared else window
