"""Read when companies were founded: "founded 2015-2022", "established before 1990"."""

from __future__ import annotations

import re

from octave_api.engine.amounts import Quantity

_YEAR = r"(?:1[89]\d{2}|20\d{2})"
_SPAN = (
    rf"(?P<bound>(?:after|since|from|later\s+than|no\s+earlier\s+than|before|until|by|up\s+to"
    rf"|earlier\s+than|no\s+later\s+than|prior\s+to|between|in|[<>≥≤])\s{{0,2}})?"
    rf"(?<![\w.,$€£])(?P<low>{_YEAR})(?![\d.,]\d|\w)"
    rf"(?:\s{{0,2}}(?:-|–|—|to|and|until|through)\s{{0,2}}(?P<high>{_YEAR})(?!\w))?"
    r"(?P<after>\s?\+|\s(?:or|and)\s(?:later|after|newer|younger|onwards?)|\s(?:or|and)\s"
    r"(?:earlier|before|older)|\s(?:onwards?|to\s+(?:date|today)))?"
)
_SAID = re.compile(
    r"\b(?:founded|established|incorporated|founding\s+(?:year|date)|year\s+founded"
    r"|founded\s+year|year\s+of\s+(?:foundation|founding)|in\s+business)\b"
    rf"\s{{0,2}}[:=|-]?\s{{0,2}}{_SPAN}",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"\W{{0,4}}{_SPAN}\W{{0,4}}(?:\(?\d{{1,3}}\s(?:points?|pts)\)?)?", re.IGNORECASE
)
_HEADING = re.compile(
    r"\b(?:found(?:ed|ing|ation)|established|incorporated)\b|\byear\s+of\s+origin\b", re.IGNORECASE
)
_LATER = re.compile(r"after|since|from|later\s+than\s*$|no\s+earlier|newer|young|onward|[>≥+]|to\s")


def find_founding(text: str, context: str = "") -> list[Quantity]:
    """
    Find the years in which the companies meant were founded; `low` and `high` are years.

    `context` is the headings above: under "Founded" a bare "2015-2022" is read too.
    """
    lowered = text.lower()
    if any(word in lowered for word in ("found", "established", "incorporated", "business")):
        found = [_years(match) for match in _SAID.finditer(text)]
        if found:
            return found
    bare = _BARE.fullmatch(text) if len(text) <= 60 and _HEADING.search(context) else None
    return [_years(bare)] if bare else []


def _years(match: re.Match[str]) -> Quantity:
    first = int(match["low"])
    last = int(match["high"]) if match["high"] else None
    bound = " ".join((match["bound"] or "").lower().split())
    after = (match["after"] or "").lower()
    low: float | None = first
    high: float | None = last or first
    if last is not None:
        shown = f"{first} to {last}"
    elif bound in ("no later than", "before", "until", "by", "up to", "earlier than", "prior to",
                   "<", "≤") or re.search(r"earlier|before|older", after):  # fmt: skip
        low, shown = None, f"{first} or earlier"
    elif (bound and bound not in ("in", "between") and _LATER.search(bound)) or after:
        high, shown = None, f"{first} or later"
    else:
        shown = str(first)
    start = match.start() if match.re is _SAID else match.start("bound" if bound else "low")
    end = match.end() if match.re is _SAID else max(match.end("low"), match.end("high"))
    return Quantity("founded", start, end, low, high, "", shown)
