"""
Read how large a company is from words: heads it employs, money it turns over in a year.

A number counts only where the words beside it say what it counts: engineers,
customers, seats, budgets, deals and funding rounds are left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Measure = Literal["employees", "revenue"]


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
_SPELT = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8}
_SPELT |= {"ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_SPELT |= {"hundred": 100, "thousand": 1000}

_SP = r"[ \u00a0]?"
_POWER = r"(?:thousand|millions?|billions?|mio|mln|mm|mn|bn|[kmb])(?![^\W\d_])"
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
        rf"|(?P<power{tag}>{_POWER}))?"
        rf"(?:{_SP}(?P<code{tag}>{_CODE}\b|euros?\b|dollars?\b|pounds\b|rupees\b|yen\b|[€£]))?"
    )


_MORE = (
    r"(?:more|greater|larger|bigger|higher)\s+than|(?:a\s+)?minimum(?:\s+of)?|min\.?"
    r"|at\s+least|over|above|exceed(?:s|ing)|exceed|beyond|upwards?\s+of|north\s+of|from"
    r"|starting\s+(?:at|from)"
    r"|(?:no|not)\s+(?:less|fewer)\s+than|>=?|≥|⩾"
)
_LESS = (
    r"(?:less|fewer|smaller|lower)\s+than|under|below|south\s+of|<"
    r"|(?:no|not)\s+(?:more|greater)\s+than|up\s+to|at\s+most|(?:a\s+)?maximum(?:\s+of)?|max\.?"
    r"|<=|≤|⩽"
)
_ABOUT = r"about|around|roughly|approximately|approx\.?|circa|c\.|ca\.|~|some|nearly|almost"
_COMPARE = re.compile(
    rf"(?<![^\W_])(?P<compare>{_LESS}|{_MORE}|{_ABOUT}|between|only)\s{{0,3}}$", re.IGNORECASE
)
_PER = r"(?P<per>{sp}(?:/|per|a|each|every){sp}(?P<period>month|mo|quarter|year|yr|annum|week)\b)?"
_QUANTITY = re.compile(
    rf"(?=[\d$€£¥₹UACESGNDPIJ])(?<![\w.,/]){_amount('1')}"
    rf"(?P<plus1>{_SP}\+)?{_PER.format(sp=_SP)}"
    rf"(?:\s{{0,2}}(?:-|–|—|to|and|through|until"
    rf"|\.\.)\s{{0,2}}(?:up\s+to\s+)?{_amount('2')}(?P<plus2>{_SP}\+)?)?"
    r"(?P<after>[\s-]?(?:or\s+(?:more|above|over|larger|greater|higher|bigger)|and\s+(?:above"
    r"|over|up|more)|plus\b)"
    r"|\s?(?:or\s+(?:fewer|less|below|under|smaller)|and\s+(?:below|under)))?",
    re.IGNORECASE,
)
_SPELT_OUT = re.compile(
    r"\b(?P<word>(?:(?:a|one|two|three|four|five|six|eight|ten)\s+)?(?:hundred|thousand)"
    r"|ten|twenty|thirty|forty|fifty|sixty)\b(?P<after>\s+or\s+(?:more|fewer|less))?"
    r"(?:\s(?:to|and)\s(?P<second>(?:(?:a|one|two|three|four|five|six|eight|ten)\s+)?(?:hundred"
    r"|thousand)|twenty|thirty|forty|fifty|sixty)\b)?",
    re.IGNORECASE,
)

_HEADS = re.compile(
    r"\s{0,2}-?(?:\s?(?:or\s+more|full[- ]time(?:\s+equivalent)?|FTE|total|global|worldwide"
    r"|active|paid|salaried|permanent)\s){0,3}"
    r"\s?(?P<unit>employees?|FTEs?|people|persons?|staff(?:\s+members)?|workers|headcount|heads"
    r"|team\s+members"
    r"|colleagues|employee|full[- ]time\s+equivalents)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\s(?:or|and)\s(?:(?P<more>more|above|over|up|larger|greater)|fewer|less|below|under"
    r"|smaller)\b|\s?\+",
    re.IGNORECASE,
)
# What makes "200 people" something other than the company: a part of it, or those it serves.
_NOT_HEADS = re.compile(
    r"\s?(?:(?:work(?:ing)?\s+)?(?:in|on|for|from|within)\s+(?:(?:their|the|its|your|our|an?|each"
    r"|every)\s+)?"
    r"(?:sales|engineering|marketing|support|finance|product|design|data|security|IT\b|HR\b|legal"
    r"|ops|operations|customer"
    r"|R&D|QA|accounting|procurement|development|field|call|audience|attendance|event|webinar"
    r"|list)"
    r"|per\b|a\s+(?:month|year|day|week)\b|each\b|every\b|attend|sign(?:ed)?\s+up|visit|use\b"
    r"|using\b|see\b|read\b"
    r"|trained|hired|onboarded|a\s+time|at\s+a\s+time|/|have\s+used|discount|survey|said|say\b"
    r"|told|responded|turnover)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:sales|engineering|marketing|support|finance|product|design|data|security|IT|HR|legal|ops"
    r"|operations|development"
    r"|dev|R&D|QA|field|call\s+cent(?:er|re)|service|procurement|accounting|tech(?:nical)?"
    r"|software|project|scrum|hired|hire|hiring"
    r"|laid\s+off|trained|onboard(?:ed|ing)?|manag(?:e|es|ing|ed)|lead(?:s|ing)?|led|surveyed"
    r"|interviewed|supervis(?:e|es|ing)|oversees?"
    r"|report(?:s|ing)?\s+to|for\s+every|one\s+in|per|add(?:ed|ing)?|invit(?:e|ed)|every|another"
    r"|additional|next|first|save)"
    r"\s?(?:(?:teams?|groups?|departments?|org(?:ani[sz]ation)?s?)\s?)?(?:of|has|have|with|from"
    r"|at)?\s?(?:a\s+)?(?:team\s+of\s?)?$",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_PEOPLE = re.compile(r"employee|people|person|staff|FTE|worker|headcount", re.IGNORECASE)
_HEADS_BEFORE = re.compile(
    r"(?:employees?|employee\s+(?:count|number|size|range|base|band)|number\s+of\s+(?:employees"
    r"|staff|people|FTEs?)|head\s?counts?|FTEs?|workforces?|staff"
    r"|company\s+size|(?:company|firm|business|org(?:ani[sz]ation)?)\s+size|staff\s+(?:size"
    r"|count)|team\s+size|employs?|employing)"
    r"(?:\s?\((?:FTEs?|headcount|employees)\))?"
    r"(?:\s?[:=|*_]{1,4}|\s?[-–—](?=\s))?(?:\s(?:is|are|of|in\s+the\s+range|range|ranges|ranging"
    r"|should\s+be|must\s+be|be|has|grown\s+to|the|count|size|from)){0,4}\s{0,2}\(?$",
    re.IGNORECASE,
)
_REVENUE_WORD = (
    r"(?:revenues?|turnover|ARR|MRR|top[- ]line|sales(?!\s+(?:team|rep|person|people|staff"
    r"|pipeline|tax|manager|org|meeting|development|cycle|call|quota)))"
)
_REVENUE_AFTER = re.compile(
    r"\s?(?:\((?:\w+\s?){1,3}\)\s?)?(?:(?:in|of|worth\s+of)\s+)?"
    r"(?:(?:annual(?:ised|ized|ly)?|yearly|monthly|quarterly|recurring|gross|net|total|estimated"
    r"|global|company|reported|run[- ]rate|group|consolidated|subscription|subscriptions?|online"
    r"|e-?commerce|their|last\s+year(?:'s)?)[ -]){0,4}"
    rf"(?P<word>{_REVENUE_WORD})\b",
    re.IGNORECASE,
)
_REVENUE_BEFORE = re.compile(
    r"(?:(?:annual(?:ly)?|yearly|monthly|recurring|estimated|total|gross|net|company"
    rf"|global)\s){{0,4}}(?P<word>{_REVENUE_WORD})\b(?:\s?\((?:[\w.]+[ /]?){{1,4}}\))?(?:\s?[:=|*_]{{1,4}}"
    r"|\s?[-–—](?=\s))?"
    r"(?:\s(?:is|are|was|of|in\s+the\s+range|range|ranges|ranging|should\s+be|must\s+be|be|has"
    r"|have|falls?|lies?|sits?|that\s+(?:is|are)|the|size|band|run[- ]rate|per\s+year|a\s+year"
    r"|annually|somewhere|anywhere|well)){0,4}\s{0,2}$",
    re.IGNORECASE,
)
_GENERATES = re.compile(
    r"(?:compan(?:y|ies)|business(?:es)?|firms?|brands?|stores?|shops?|startups?|retailers?"
    r"|merchants?|sellers?|they|that|who|which)\s(?:\w+\s){0,2}(?:mak(?:e|es|ing)|generat(?:e|es"
    r"|ing)|turn(?:s|ing)?\s+over|do(?:es|ing)?|earn(?:s|ing)?)\s{0,2}$",
    re.IGNORECASE,
)
_TURNS_OVER = re.compile(r"turn(?:s|ing)?\s+over\s{0,2}$", re.IGNORECASE)
_NOT_REVENUE = re.compile(
    r"(?:by|add(?:s|ed|ing)?|los[et]s?|losing|lost|sav(?:e|es|ed|ing)|drove|drives?|unlock(?:s"
    r"|ed)?|recover(?:s|ed|ing)?|additional|extra|another|missed|costs?|protect(?:s|ed)?|pipeline"
    r"|quota"
    r"|influenc\w{1,4}|clos(?:e|ed|ing)|cut(?:s|ting)?|reduc\w{1,4}|per\s+rep|deals?\s+of|closed)"
    r"(?:\s(?:us|them|an|a|by|of|up\s+to|over|about|more\s+than|at\s+least|under)){0,2}\s{0,2}$",
    re.IGNORECASE,
)
_PERIODS = {"month": 12.0, "mo": 12.0, "quarter": 4.0, "week": 52.0}
_TAIL = re.compile(
    r"\s?(?:/|per|a|each)\s?(?P<period>month|mo|quarter|year|yr|annum)\b", re.IGNORECASE
)

_EMPLOYEE_HEADING = re.compile(
    r"\b(?:employees?|head\s?count|company\s+size|FTEs?|staff|workforce|team\s+size"
    r"|number\s+of\s+people"
    r"|firm\s+size|org(?:ani[sz]ation)?\s+size|business\s+size|size)\b",
    re.IGNORECASE,
)
_REVENUE_HEADING = re.compile(r"\b(?:revenues?|turnover|ARR|MRR|annual\s+sales)\b", re.IGNORECASE)
_MONTHLY = re.compile(r"\b(?:monthly|MRR|per\s+month)\b|/\s?mo", re.IGNORECASE)
_BRACKET = re.compile(
    r"\((?:sweet\s+spot|ideally|ideal|best|mostly|typically|usually)?:?\s?(?:over|under|up\s+to"
    r"|[<>≥≤~]=?)?\s?$",
    re.I,
)
_BARE_REST = re.compile(
    r"\([^()]{0,60}\)|\b(?:and|or|points?|pts|estimated|approx|ideally|preferably|\d{1,2})\b"
    r"|[\s,;:|/+*_.–—-]"
)


def find_quantities(text: str, context: str = "") -> list[Quantity]:
    """
    Find the sizes of companies that a text states, in order.

    `context` is what stands above the text (headings, a table's row and
    column); under "Employee count" a bare "15-500" is read too.
    """
    found: list[Quantity] = []
    bare: list[re.Match[str]] = []
    numbers = _QUANTITY.finditer(text) if _DIGIT.search(text) else ()
    for match in numbers:
        quantity = _employees(text, match) or _revenue(text, match)
        if quantity is not None:
            found.append(quantity)
        else:
            bare.append(match)
    for match in _SPELT_OUT.finditer(text) if _PEOPLE.search(text) else ():
        unit = _HEADS.match(text, match.end())
        if (
            unit
            and not _NOT_HEADS.match(text, unit.end())
            and not _before(_PART, text, match.start())
        ):
            bound = _BOUND.match(text, unit.end())
            found.append(_spelt(match, (bound or unit).end(), bound))
    if found and bare:
        found += _in_brackets(text, bare, found[0].measure)
    elif bare and context:
        found = _under_heading(text, bare, context)
    return sorted(found, key=lambda quantity: quantity.start)


def _before(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """Match a pattern that ends at `end` or at the comparison there, looking back 80 characters."""
    window = text[max(0, end - 80) : end]
    compared = _COMPARE.search(window[-24:])
    if compared:
        window = window[: len(window) - len(compared[0])]
    return pattern.search(window)


def _employees(text: str, match: re.Match[str]) -> Quantity | None:
    if match["sign1"] or match["code1"] or match["sign2"] or match["code2"] or match["per"]:
        return None
    unit = _HEADS.match(text, match.end())
    if unit:
        if _NOT_HEADS.match(text, unit.end()) or _before(_PART, text, match.start()):
            return None
        bound = _BOUND.match(text, unit.end())
        return _quantity("employees", match, match.start(), (bound or unit).end(), bound=bound)
    before = _before(_HEADS_BEFORE, text, match.start())
    if before and not _followed_by_noun(text, match.end()):
        return _quantity("employees", match, _begin(match, before), match.end())
    return None


def _begin(match: re.Match[str], before: re.Match[str]) -> int:
    """Give where in the text a match of `_before` begins."""
    return max(0, match.start() - 80) + before.start()


def _followed_by_noun(text: str, end: int) -> bool:
    """Say whether a word follows that the number may count instead, as in "staff of 5 offices"."""
    after = re.match(r"[ -]?([^\W\d_]+|%)", text[end : end + 40])
    return bool(after) and after is not None and after[1].lower() not in _AFTER_NUMBER


_AFTER_NUMBER = frozenset(
    "and or in with to but is are as at for on across who that which based globally worldwide".split()
)


def _revenue(text: str, match: re.Match[str]) -> Quantity | None:
    money = match["sign1"] or match["code1"] or match["sign2"] or match["code2"] or match["joined1"]
    if not money and not match["power1"] and not match["power2"]:
        return None
    if _before(_NOT_REVENUE, text, match.start()):
        return None
    end = match.end()
    tail = _TAIL.match(text, end)
    after = _REVENUE_AFTER.match(text, tail.end() if tail else end)
    if after:
        start, end, words = match.start(), after.end(), after[0]
        closing = _TAIL.match(text, end)
        if closing and not tail:
            tail, end = closing, closing.end()
    elif before := _before(_REVENUE_BEFORE, text, match.start()):
        start, words = _begin(match, before), before[0]
        end = tail.end() if tail else end
    elif _before(_TURNS_OVER, text, match.start()) or (
        (tail or match["per"]) and money and _before(_GENERATES, text, match.start())
    ):
        start, end, words = match.start(), tail.end() if tail else end, ""
    else:
        return None
    period = (match["period"] or (tail["period"] if tail else "") or "").lower()
    near = words + text[max(0, start - 20) : start]
    times = _PERIODS.get(period, 12.0 if _MONTHLY.search(near) else 1.0)
    return _quantity("revenue", match, start, end, times)


def _in_brackets(text: str, bare: list[re.Match[str]], measure: Measure) -> list[Quantity]:
    """Read further sizes in brackets: "SMB (1-100 employees), Enterprise (1,000+)"."""
    found = []
    for match in bare:
        before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() :][:1]
        signed = any(match[group] for group in ("sign1", "code1", "sign2", "code2"))
        if _BRACKET.search(before) and after == ")" and signed == (measure == "revenue"):
            if not match["per"]:
                found.append(_quantity(measure, match, match.start(), match.end()))
    return found


def _under_heading(text: str, bare: list[re.Match[str]], context: str) -> list[Quantity]:
    rest: list[str] = []
    last = 0
    bare = [match for match in bare if text[: match.start()][-1:] != "("]
    for match in bare:
        rest.append(text[last : _compared(match, match.start())[0]])
        last = match.end()
    rest.append(text[last:])
    heads, money = _EMPLOYEE_HEADING.search(context), _REVENUE_HEADING.search(context)
    if not (heads or money) or any(_BARE_REST.sub("", part) for part in rest):
        return []
    found = []
    for match in bare:
        signed = any(match[group] for group in ("sign1", "code1", "sign2", "code2"))
        if money and (signed or not heads):
            times = 12.0 if match["period"] == "month" or _MONTHLY.search(context) else 1.0
            found.append(_quantity("revenue", match, match.start(), match.end(), times))
        elif heads and not signed and not match["per"]:
            found.append(_quantity("employees", match, match.start(), match.end()))
    return found


def _quantity(
    measure: Measure,
    match: re.Match[str],
    start: int,
    end: int,
    times: float = 1.0,
    bound: re.Match[str] | None = None,
) -> Quantity:
    first, second = _number(match, "1"), _number(match, "2") if match["number2"] else None
    if second is not None and not match["power1"] and not match["joined1"]:
        # "$10-50M" and "1 to 10k": the magnitude of the second number is that of both.
        power = _power(match, "2")
        if power > 1 and first < 1000:
            first *= power
    start, compare = _compared(match, start)
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
    elif re.fullmatch(_ABOUT, compare):
        about = True
    span = match.string[start:end]
    start, end = start + len(span) - len(span.lstrip()), end - len(span) + len(span.rstrip())
    strict = compare.startswith(
        ("up to", "at most", "max", "a max", "no more", "not more", "<=", "≤")
    )
    inclusive = strict or "or" in after.split()
    shown = _show(measure, low, high, unit, about=about, inclusive=inclusive)
    return Quantity(measure, start, end, low, high, unit, shown)


def _compared(match: re.Match[str], start: int) -> tuple[int, str]:
    """Give where the reading starts with the comparison before the number, and its words."""
    at = match.start()
    window = max(0, at - 24)
    found = _COMPARE.search(match.string[window:at])
    if found is None:
        return start, ""
    return min(start, window + found.start()), " ".join(found["compare"].lower().split())


def _worth(spelt: str) -> float:
    number = 1.0
    for word in spelt.lower().split():
        number *= _SPELT[word]
    return number


def _number(match: re.Match[str], tag: str) -> float:
    written = re.sub(r"['\u2009\u00a0 ]", "", match[f"number{tag}"])
    if re.fullmatch(r"\d{1,3}(?:[,.]\d{3})+", written):
        written = re.sub(r"[,.]", "", written)
    return float(written.replace(",", ".")) * _power(match, tag)


def _power(match: re.Match[str], tag: str) -> float:
    return _POWERS.get((match[f"joined{tag}"] or match[f"power{tag}"] or "").lower(), 1.0)


def _sign(written: str) -> str:
    return _SIGNS.get(written.upper()) or _CODES.get(written.lower(), written.upper())


def _spelt(match: re.Match[str], end: int, bound: re.Match[str] | None) -> Quantity:
    number = _worth(match["word"])
    start, compare = _compared(match, match.start())
    after = (match["after"] or (bound[0] if bound else "")).lower()
    low: float | None = number
    high: float | None = number if not match["second"] else max(number, _worth(match["second"]))
    if re.fullmatch(_LESS, compare) or re.search(r"fewer|less|below|under|smaller", after):
        low = None
    elif re.fullmatch(_MORE, compare) or after:
        high = None
    shown = _show("employees", low, high, "", about=False, inclusive=compare.startswith("up"))
    return Quantity("employees", start, end, low, high, "", shown)


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
        shown = f"{one(low)} to {one(high)}"
    return f"{shown} a year" if measure == "revenue" else shown


def _grouped(number: float) -> str:
    return f"{number:,.0f}" if number >= 1000 else f"{number:g}"


def _short(number: float) -> str:
    for size, letter in ((1e9, "B"), (1e6, "M"), (1e3, "k")):
        if number >= size:
            return f"{round(number / size, 2):g}{letter}"
    return f"{number:g}"
