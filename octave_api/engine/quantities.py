"""
Read how large a company is from words: heads it employs, money it turns over in a year.

A number counts only where the words beside it say what it counts: engineers,
customers, seats, budgets, deals and funding rounds are left alone.
"""

from __future__ import annotations

import re

from octave_api.engine.amounts import (
    BEFORE_DIGIT,
    QUANTITY,
    SPELT_OUT,
    SPELT_WORDS,
    Quantity,
    before_number,
    both,
    quantity,
    spelt_out,
)
from octave_api.engine.bare_sizes import MONTHLY, beside_heads, in_brackets, under_heading

_HEADS = re.compile(
    r"\s{0,2}-?(?:\s?(?:or\s+more|full[- ]time(?:\s+equivalent)?|FTE|total|global|worldwide"
    r"|active|paid|salaried|permanent|all[- ]year|year[- ]round|seasonal|part[- ]time|core"
    r"|regular)\s){0,3}"
    r"\s?(?P<unit>employees?|FTEs?|people|ppl|persons?|staff(?:\s+members)?|workers|headcount|heads"
    r"|team\s+members"
    r"|colleagues|employee|full[- ]time\s+equivalents|Mitarbeiter(?:n|innen|:innen|\*innen)?"
    r"|Mitarbeitenden?|Beschäftigten?|medewerkers|salariés|employés|empleados|dipendenti)\b",
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
    r"|ops|operations|customer|phones?"
    r"|R&D|QA|accounting|procurement|development|field|call|audience|attendance|event|webinar"
    r"|list)"
    r"|per\b|a\s+(?:month|year|day|week)\b|each\b|every\b|attend|sign(?:ed)?\s+up|visit|use\b"
    r"|using\b|see\b|read\b"
    r"|trained|hired|onboarded|a\s+time|at\s+a\s+time|/|have\s+used|discount|survey|said|say\b"
    r"|told|responded|turnover)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:sales|engineering|marketing|support|finance|product|design|data|security|(?-i:IT|HR)|legal"
    r"|ops"
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
_DEALT = re.compile(
    r"\b(?:r[iau]ng(?:s|ing)?|call(?:s|ed|ing)?|phon(?:es?|ed|ing)|text(?:s|ed|ing)?|chas(?:es?|ed"
    r"|ing)|asks?|asked|asking|e-?mail(?:s|ed|ing)?|messag(?:es?|ed|ing)|needs?|takes?|took|feed(?:s|ing)?"
    r"|serv(?:es?|ing)|host(?:s|ing)?|seats?|reach(?:es|ed|ing)?|meets?|pays?|paid|paying|los(?:es?|t|ing)|fired?|fre(?:es?|ed)"
    r"|mov(?:es?|ed)|sen(?:ds?|t)|put|(?:teams|crews?|class(?:es)?|groups?|shifts?"
    r"|sessions?|parties|cit(?:y|ies)|towns?|villages?|boroughs?|count(?:y|ies)|communit(?:y|ies))"
    r" of|(?:courses?|classes|dinner|meals?|rooms?|space|licen[cs]es?|seats?"
    r"|shifts?|training|tickets?|rotas?|lunch|beds?|places?) for|joined by|read by|seen by|shared"
    r" by|approved by) (?:round |around |up |back |home )?(?:(?:about|around|over|up to"
    r"|at least|some) )?$",
    re.IGNORECASE,
)
"""Before a number of people who are rung, paid, fed or freed: they are no size of a company."""
_DEALT_UNITS = frozenset("people persons person heads ppl workers colleagues".split())
_PART_WORDS = tuple(
    "sales engineer market support financ product design data secur it hr legal ops operation dev "
    "r&d qa field call service procure account tech software project scrum hir laid train onboard "
    "manag lead led survey interview supervis oversee report every one per add invit another "
    "next first save".split()
)
_DIGIT = re.compile(r"\d")
_PEOPLE = ("employee", "people", "person", "staff", "fte", "worker", "head", "ppl", "colleague")
_HEADS_BEFORE = re.compile(
    r"(?:employees?|crews?(?=\s+of)|employee\s+(?:count|number|size|range|base|band)|number\s+of\s+(?:employees"
    r"|staff|people|FTEs?)|head\s?counts?|FTEs?|workforces?|staff"
    r"|company\s+size|(?:company|firm|business|org(?:ani[sz]ation)?)\s+size|staff\s+(?:size"
    r"|count)|team\s+size|employs?|employing)"
    r"(?:\s?\((?:FTEs?|headcount|employees)\))?"
    r"(?:\s?[:=|*_]{1,4}|\s?[-–—](?=\s))?(?:\s(?:is|are|of|in\s+the\s+range|range|ranges|ranging"
    r"|should\s+be|must\s+be|be|has|grown\s+to|the|count|size|from)){0,4}\s{0,2}\(?$",
    re.IGNORECASE,
)
_HEADS_WORDS = ("employ", "staff", "head", "fte", "size", "people", "workforce", "crew")
_REVENUE_WORD = (
    r"(?:revenues?|revs?(?=\W|$)|turnover|ARR|MRR|Umsatz|Jahresumsatz|omzet|chiffre\s+d['’]affaires|fatturato"
    r"|facturación|top[- ]line|sales(?!\s+(?:team|rep|person|people|staff"
    r"|pipeline|tax|manager|org|meeting|development|cycle|call|quota)))"
)
_REVENUE_WORDS = tuple("rev turnover arr mrr umsatz omzet chiffre fattur factur top sales".split())
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
    rf"|global)\s){{0,4}}(?P<word>{_REVENUE_WORD})\b"
    r"(?:\s?\((?:[\w.]+[ /]?){1,4}\))?(?:\s?[:=|*_]{1,4}"
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
# "Doing $5M-$50M" says what is sold in a year; "doing $5M deals" does not.
_DOES = re.compile(r"\b(?:do|does|doing|making|earning|generating)\s{0,2}$", re.IGNORECASE)
_BY_NOW = re.compile(
    r"\s{0,2}(?:$|[,;.)(|\n]|(?:a|per|in|and|or|with|online|on|at|from|across|through|annually|yearly)\b)"
)
_NOT_REVENUE = re.compile(
    r"(?:by|add(?:s|ed|ing)?|los[et]s?|losing|lost|sav(?:e|es|ed|ing)|drove|drives?|unlock(?:s"
    r"|ed)?|recover(?:s|ed|ing)?|additional|extra|another|missed|costs?|protect(?:s|ed)?|pipeline"
    r"|quota"
    r"|influenc\w{1,4}|clos(?:e|ed|ing)|cut(?:s|ting)?|reduc\w{1,4}|per\s+rep|deals?\s+of|closed)"
    r"(?:\s(?:us|them|an|a|by|of|up\s+to|over|about|more\s+than|at\s+least|under)){0,2}\s{0,2}$",
    re.IGNORECASE,
)
_NOT_REVENUE_WORDS = tuple(
    "by add los sav drove drive unlock recover extra another missed cost protect pipeline quota "
    "influenc clos cut reduc rep deal".split()
)
_PERIODS = {"month": 12.0, "mo": 12.0, "quarter": 4.0, "week": 52.0}
_TAIL = re.compile(
    r"\s?(?:/|per|a|each)\s?(?P<period>month|mo|quarter|year|yr|annum)\b", re.IGNORECASE
)


def find_quantities(text: str, context: str = "") -> list[Quantity]:
    """
    Find the sizes of companies that a text states, in order.

    `context` is what stands above the text (headings, a table's row and
    column); under "Employee count" a bare "15-500" is read too.
    """
    found: list[Quantity] = []
    bare: list[re.Match[str]] = []
    digit = _DIGIT.search(text)
    numbers = QUANTITY.finditer(text, max(0, digit.start() - BEFORE_DIGIT)) if digit else ()
    for match in numbers:
        read = _employees(text, match) or _revenue(text, match)
        if read is not None:
            _take(text, read, bare, found)
        elif not _continues(text, match, found):
            bare.append(match)
    low = text.lower()
    people = any(map(low.__contains__, _PEOPLE)) and any(map(low.__contains__, SPELT_WORDS))
    for match in SPELT_OUT.finditer(text) if people else ():
        unit = _HEADS.match(text, match.end())
        if unit and not (
            _NOT_HEADS.match(text, unit.end())
            or before_number(_PART, text, match.start(), _PART_WORDS)
            or _are_dealt_with(text, match.start(), unit["unit"])
        ):
            bound = _BOUND.match(text, unit.end())
            found.append(spelt_out(match, (bound or unit).end(), bound))
    if found and bare:
        found += in_brackets(text, bare, found[0].measure)
        found += beside_heads(text, bare, context, found)
    elif bare and context:
        found = under_heading(text, bare, context)
    return sorted(found, key=lambda read: read.start)


_BETWEEN_BOUNDS = re.compile(r"\s{0,2}(?:[,;/]\s{0,2})?(?:(?:but|and|AND)\s)?\s?")


def _take(text: str, read: Quantity, bare: list[re.Match[str]], found: list[Quantity]) -> None:
    """Add a reading, joined with the bound right before it: "at least 40 but at most 900"."""
    if bare and _BETWEEN_BOUNDS.fullmatch(text, bare[-1].end(), read.start):
        near = bare[-1]
        joined = both(quantity(read.measure, near, near.start(), near.end()), read)
        if joined is not None:
            bare.pop()
            found.append(joined)
            return
    found.append(read)


def _continues(text: str, match: re.Match[str], found: list[Quantity]) -> bool:
    """Join a bare bound with the reading before it: "employees: min. 75, max. 600"."""
    if not found or match.start() - found[-1].end > 24:
        return False
    near = quantity(found[-1].measure, match, match.start(), match.end())
    if not _BETWEEN_BOUNDS.fullmatch(text, found[-1].end, near.start):
        return False
    joined = both(found[-1], near)
    if joined is not None:
        found[-1] = joined
    return joined is not None


def _employees(text: str, match: re.Match[str]) -> Quantity | None:
    if match["sign1"] or match["code1"] or match["sign2"] or match["code2"] or match["per"]:
        return None
    unit = _HEADS.match(text, match.end())
    if unit:
        if (
            _NOT_HEADS.match(text, unit.end())
            or before_number(_PART, text, match.start(), _PART_WORDS)
            or _are_dealt_with(text, match.start(), unit["unit"])
        ):
            return None
        bound = _BOUND.match(text, unit.end())
        return quantity("employees", match, match.start(), (bound or unit).end(), bound=bound)
    before = before_number(_HEADS_BEFORE, text, match.start(), _HEADS_WORDS)
    if before and not _followed_by_noun(text, match.end()):
        return quantity("employees", match, _begin(match, before), match.end())
    return None


def _are_dealt_with(text: str, at: int, unit: str) -> bool:
    """Tell whether the people counted are rung, paid or fed, and no company's own."""
    return unit.lower() in _DEALT_UNITS and _DEALT.search(text[max(0, at - 40) : at]) is not None


def _begin(match: re.Match[str], before: re.Match[str]) -> int:
    """Give where in the text a match of `_before` begins."""
    return max(0, match.start() - 80) + before.start()


def _followed_by_noun(text: str, end: int) -> bool:
    """Say whether a word follows that the number may count instead, as in "staff of 5 offices"."""
    after = re.match(r"[ -]?([^\W\d_]+|%)", text[end : end + 40])
    return bool(after) and after is not None and after[1].lower() not in _AFTER_NUMBER


_AFTER_NUMBER = frozenset(
    "and or in with to but is are as at for on across who that which based globally".split()
)


def _revenue(text: str, match: re.Match[str]) -> Quantity | None:
    money = match["sign1"] or match["code1"] or match["sign2"] or match["code2"] or match["joined1"]
    if not money and not match["power1"] and not match["power2"]:
        return None
    if before_number(_NOT_REVENUE, text, match.start(), _NOT_REVENUE_WORDS):
        return None
    end = match.end()
    tail = _TAIL.match(text, end)
    after = _REVENUE_AFTER.match(text, tail.end() if tail else end)
    if after:
        start, end, words = match.start(), after.end(), after[0]
        closing = _TAIL.match(text, end)
        if closing and not tail:
            tail, end = closing, closing.end()
    elif before := before_number(_REVENUE_BEFORE, text, match.start(), _REVENUE_WORDS):
        start, words = _begin(match, before), before[0]
        end = tail.end() if tail else end
    elif before_number(_TURNS_OVER, text, match.start(), ("turn",)) or (
        money and _done(text, match, tail)
    ):
        start, end, words = match.start(), tail.end() if tail else end, ""
    else:
        return None
    period = (match["period"] or (tail["period"] if tail else "") or "").lower()
    near = words + text[max(0, start - 20) : start]
    times = _PERIODS.get(period, 12.0 if MONTHLY.search(near) else 1.0)
    return quantity("revenue", match, start, end, times)


def _done(text: str, match: re.Match[str], tail: re.Match[str] | None) -> bool:
    """Say whether money is what companies make in a time: "brands doing $2M a month"."""
    if (tail or match["per"]) and before_number(_GENERATES, text, match.start()):
        return True
    large = match["power1"] or match["power2"]
    return bool(
        large
        and large.lower() not in ("k", "thousand")
        and before_number(_DOES, text, match.start(), ("do", "making", "earning", "generating"))
        and _BY_NOW.match(text, match.end())
    )
