"""
Numbers without a word of their own: under a heading that says what they count, in brackets
after one that does, or beside a headcount.
"""

from __future__ import annotations

import re
from functools import lru_cache

from octave_api.engine.amounts import Measure, Quantity, compared, quantity

MONTHLY = re.compile(r"\b(?:monthly|MRR|per\s+month)\b|/\s?mo", re.IGNORECASE)
_EMPLOYEE_HEADING = re.compile(
    r"\b(?:employees?|head\s?count|company\s+size|FTEs?|staff|workforce|team\s+size"
    r"|number\s+of\s+people"
    r"|Mitarbeiter\w*|Beschäftigte\w*|(?:Unternehmens|Firmen|Betriebs)größe|effectifs?|empleados"
    r"|dipendenti|medewerkers|funcionários"
    r"|firm\s+size|org(?:ani[sz]ation)?\s+size|business\s+size|size)\b",
    re.IGNORECASE,
)
_OF_A_PART = re.compile(
    r"\b(?:(?-i:IT|HR)|sales|engineering|marketing|support|finance|product|design|data|security|legal"
    r"|operations|service|maintenance|nursing|warehouse|kitchen|field|clinical|billing|teaching|office)"
    r"[ -](?:staff|team(?: size)?|headcount|people|FTEs?|employees|workforce|size)\b",
    re.IGNORECASE,
)
_REVENUE_HEADING = re.compile(
    r"\b(?:revenues?|turnover|(?:annual )?income|ARR|MRR|annual\s+sales|(?:Jahres)?umsatz|omzet"
    r"|chiffre\s+d['’]affaires|fatturato|facturación|faturamento)\b",
    re.IGNORECASE,
)
_BRACKET = re.compile(
    r"\((?:sweet\s+spot|ideally|ideal|best|mostly|typically|usually)?:?\s?(?:over|under|up\s+to"
    r"|[<>≥≤~]=?)?\s?$",
    re.I,
)
_SIZES = re.compile(r"(?i)\b(?:size|sized|firmographics|profile|firms?|scale)\b")
_CLOSES = re.compile(r"\s*(?:$|[,;).])")
_BARE_REST = re.compile(
    r"\([^()]{0,60}\)|\b(?:and|or|points?|pts|estimated|approx|ideally|preferably|\d{1,2})\b"
    r"|[\s,;:|/+*_.–—-]"
)


def in_brackets(text: str, bare: list[re.Match[str]], measure: Measure) -> list[Quantity]:
    """Read further sizes in brackets: "SMB (1-100 employees), Enterprise (1,000+)"."""
    found = []
    for match in bare:
        before = text[max(0, match.start() - 30) : match.start()]
        after = text[match.end() : match.end() + 1]
        signed = any(match[group] for group in ("sign1", "code1", "sign2", "code2"))
        if signed != (measure == "revenue") or match["per"]:
            continue
        if _BRACKET.search(before) and after == ")":
            found.append(quantity(measure, match, match.start(), match.end()))
    return found


@lru_cache(maxsize=256)
def _measured(context: str) -> tuple[bool, bool]:
    """Tell whether headings speak of employees ("IT staff" is a department), and of revenue."""
    heads = _EMPLOYEE_HEADING.search(context) and not _OF_A_PART.search(context)
    return bool(heads), _REVENUE_HEADING.search(context) is not None


def beside_heads(
    text: str, bare: list[re.Match[str]], context: str, found: list[Quantity]
) -> list[Quantity]:
    """Read money beside a headcount where both say how large they are: "40 people, EUR 8-90m"."""
    if not _SIZES.search(context) or any(one.measure == "revenue" for one in found):
        return []
    return [
        quantity("revenue", match, match.start(), match.end())
        for match in bare
        if (match["sign1"] or match["code1"] or match["code2"])
        and (match["power1"] or match["power2"])
        and not match["per"]
        and _CLOSES.match(text, match.end())
    ][:1]


def under_heading(text: str, bare: list[re.Match[str]], context: str) -> list[Quantity]:
    heads, money = _measured(context)
    if not (heads or money):
        return []
    rest: list[str] = []
    last = 0
    bare = [match for match in bare if text[max(0, match.start() - 1) : match.start()] != "("]
    for match in bare:
        rest.append(text[last : compared(match, match.start())[0]])
        last = match.end()
    rest.append(text[last:])
    if any(_BARE_REST.sub("", part) for part in rest):
        return []
    found = []
    for match in bare:
        signed = any(match[group] for group in ("sign1", "code1", "sign2", "code2"))
        if money and (signed or not heads):
            times = 12.0 if match["period"] == "month" or MONTHLY.search(context) else 1.0
            found.append(quantity("revenue", match, match.start(), match.end(), times))
        elif heads and not signed and not match["per"]:
            found.append(quantity("employees", match, match.start(), match.end()))
    return found
