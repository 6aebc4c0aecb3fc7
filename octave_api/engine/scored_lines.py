"""
Scored lines: what a sentence says to score points, or to count against somebody.

"Private bakeries are ideal and get 3 points", "we give 4 points to firms with a shop",
"a free-mail address is a bad sign, minus 4", "people in operations (5 points)".
"""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10}
_N = r"(?P<points>[+−-]?\d{1,3}|one|two|three|four|five|six|eight|ten)"
_POINTS = rf"{_N}(?: extra| more)?[ -](?:points?|pts)\b"
_GOOD = (
    r"(?:ideal|best|great|good|perfect|preferred|where we win|our sweet spot"
    r"|an? (?:good|great) sign)"
)
_GETS = re.compile(
    rf"(?i)^(?P<what>\S.{{2,80}}?)(?: (?:is|are) {_GOOD}[^,;(]{{0,24}}?)?,?(?: (?:and|so|they"
    rf"|which|here))*"
    r" (?:gets?|scores?|earns?|receives?|(?:is|are) worth|adds?|brings?|counts? for)"
    rf" (?:an? |another |an extra |the |up to )?{_POINTS}"
)
_LOSES = re.compile(
    rf"(?i)^(?P<what>\S.{{2,80}}?),?(?: and| so| they| which)? (?:loses?|costs?(?: us"
    rf"| them)?) {_POINTS}"
)
_GIVE = re.compile(
    rf"(?i)\b(?:give|award|add|assign)s? {_POINTS} (?:to|for|if|when|where) (?P<what>[^.;]{{3,80}})"
)
_TAKE = re.compile(
    r"(?i)\b(?:deduct|subtract|take (?:off|away)|remove|minus) "
    rf"{_POINTS} (?:for|from|if|when|off) (?P<what>[^.;]{{3,80}})"
)
_MINUS = re.compile(
    rf"(?i)^(?P<what>\S.{{2,60}}?)(?: (?:is|are) an? [\w ]{{3,20}})?,? minus {_N}(?: points?"
    rf"| pts)?$"
)
_SIGN = re.compile(
    r"(?i)^(?P<what>(?:an? |the )?[^,;:]{3,60}?) (?:is|are) (?:always |usually "
    r"|generally )?an? (?:big |clear"
    r" |strong )?(?P<how>bad|negative|warning|poor|good|great|positive|strong) (?:sign|signal)s?\b"
)
_BRACKETED = re.compile(
    rf"(?:^|(?<=[,;:)] ))(?!if |when )(?P<what>[^(),;:.]{{3,90}}?) \({_POINTS}[^()]{{0,20}}\)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?P<what>[^,;·+\d][^,;·+]{2,50}?) (?P<points>[+−-]\d{1,3})(?=[,;·.]|$)")
_LEAD = re.compile(
    r"(?i)^(?:.{0,60}\b(?:best|well|mostly|more) (?:to|with|for|in) |(?:and|then|or|also"
    r"|followed by"
    r"|next|here|so|we|from experience)[, ]+)+"
)
_PEOPLE = re.compile(
    r"(?i)^(?:the )?(?:people|folks|contacts|those|leads|persons?|someone"
    r"|somebody)(?: who (?:are|work))?"
    r" in (?:an? |the )?(?P<what>[\w &/-]{2,30}?)(?: roles?| functions?| departments?"
    r"| positions?)?$"
)
_SENTENCE = re.compile(r"(?<=[.!]) (?=[A-Z])")
_ARTICLE = re.compile(r"(?i)^(?:an? |the )(?=\w)")


class Scored(NamedTuple):
    """
    What scores, how many points (None where no number is said), and where it begins.

    `person`: it is said of people, by where they work.
    """

    what: str
    points: float | None
    bad: bool
    person: bool
    start: int


def scored_in(text: str) -> list[Scored]:
    """Give what a line says to score, sentence by sentence; none where it has no such form."""
    signed = list(_SIGNED.finditer(text)) if "+" in text or " -" in text or " −" in text else []
    if len(signed) > 1:
        return [_scored(one, _number(one["points"])) for one in signed]
    low = text.lower()
    if "point" not in low and " pts" not in low and " sign" not in low and "minus" not in low:
        return []
    starts = [0, *(one.end() for one in _SENTENCE.finditer(text))]
    ends = [*(one.start() for one in _SENTENCE.finditer(text)), len(text)]
    return [
        one._replace(start=start + one.start)
        for start, end in zip(starts, ends, strict=True)
        for one in _of_sentence(text[start:end].rstrip(".! "))
    ]


def _of_sentence(text: str) -> list[Scored]:
    for pattern, bad in (
        (_LOSES, True),
        (_TAKE, True),
        (_MINUS, True),
        (_GETS, False),
        (_GIVE, False),
    ):
        found = pattern.search(text)
        if found is not None and "(" not in found["what"]:
            points = _number(found["points"])
            return [_scored(found, -abs(points) if bad else points)]
    several = list(_BRACKETED.finditer(text))
    if several:
        return [_scored(one, _number(one["points"])) for one in several]
    sign = _SIGN.match(text)
    if sign is None:
        return []
    return [_scored(sign, None, bad=sign["how"].lower() in ("bad", "negative", "warning", "poor"))]


def _scored(found: re.Match[str], points: float | None, *, bad: bool = False) -> Scored:
    """Leave out what only leads in; the place of what is left is kept."""
    text, (start, end) = found.string, found.span("what")
    start += len(text[start:end]) - len(text[start:end].lstrip(" ,"))
    end -= len(text[start:end]) - len(text[start:end].rstrip(" ,"))
    lead = _LEAD.match(text[start:end])
    start += lead.end() if lead is not None else 0
    people = _PEOPLE.match(text[start:end])
    if people is not None:
        start, end = start + people.start("what"), start + people.end("what")
    elif article := _ARTICLE.match(text[start:end]):
        start += article.end()
    against = bad or (points or 0.0) < 0
    return Scored(text[start:end], points, against, people is not None, start)


def _number(text: str) -> float:
    low = text.lower().replace("−", "-")
    return float(_NUMBERS.get(low, 0) or low)
