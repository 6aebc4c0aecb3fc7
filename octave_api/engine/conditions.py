"""
Conditions: a sentence that lets in or turns away by one condition or by several.

"It does not work when the owner is away, when they bake at night, or when rent is paid weekly" is
three criteria, each on its own part of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from octave_api.contract import Weight
from octave_api.engine.criterion import Criterion, item_at
from octave_api.engine.draft import Statement
from octave_api.engine.material import Material
from octave_api.engine.sending_away import sent_away
from octave_api.engine.sides import Side, side_of, weight_of, wins_or_loses

_WHEN = r"(?:if|when|where|whenever)"
_IT = r"(?:(?:it|this|that|we|our [\w-]+(?: [\w-]+)?|the [\w-]+|[A-Z][\w-]+) )"
_RATHER = r"(?:(?:really|usually|often|always|probably|rarely|only|just|also) )?"
_TURNED = re.compile(
    r"(?i)^(?:(?:we|please|also|and|so)(?:['’]d|['’]ll| would| will)?[,:]? )*(?:walk away|stop"
    r"|pass|never (?:bid|pursue|call)|skip(?: them| it)?"
    r"|disqualify(?: them| it)?|qualify out|do not (?:pursue|bid|call|bother)"
    r"|don['’]t (?:pursue|bid|call|bother)|drop (?:them|it)|no[- ]go|no[- ]bid|say no|decline"
    r"|bow out"
    rf"|(?:bad|poor|no good|worse|hopeless)(?: fit)?|not(?: a fit| for us| worth (?:it"
    rf"|a call))?),?\s+{_WHEN}\s+(?P<what>\S.+)$"
)
_DOES_NOT = re.compile(
    rf"(?i)^{_IT}(?:does|do|will|is|are|would|can)(?:n['’]t| not) {_RATHER}"
    r"(?:work|fit|pay(?: off)?|suit|sell|help|make sense|close|(?:an? )?(?:good |great )?(?:fit"
    r"|match)"
    rf"|worth (?:it|our time)|for (?:them|you"
    rf"|everyone))\b[^,;]{{0,24}}?,?\s+{_WHEN}\s+(?P<what>\S.+)$"
    rf"|^(?:(?:we|it|this|deals?) ){_RATHER}(?:loses?|lose deals|fails?|dies?|stalls?"
    rf"|struggles?)(?: out)?"
    rf"\s+{_WHEN}\s+(?P<lost>\S.+)$"
)
_LET_IN = re.compile(
    r"(?i)^(?:(?:a |it['’]s a |(?:it|this|we|you) (?:is|are) a )?(?:good |great |best |perfect )?"
    r"(?:fit|match)|best|ideal|perfect|even better|pursue|qualify(?: in)?|continue|go ahead|bid"
    r"|go for it)"
    rf"\s+{_WHEN}\s+(?P<what>\S.+)$"
)
_WORKS = re.compile(
    rf"(?i)^{_IT}{_RATHER}(?:works?|fits?|wins?|sells?(?: itself)?|pays off|makes sense|shines?"
    rf"|closes?|is worth it|is a (?:good |great )?(?:fit|match))(?: best| well| only)?\s+{_WHEN}\s+"
    r"(?P<what>\S.+)$"
)
_IF = re.compile(rf"(?i)^(?:and |but |also )?{_WHEN} (?P<what>[^,]{{6,90}}), (?P<then>\S.+)$")
_THEN_BAD = re.compile(
    r"(?i)^(?:then )?(?:please )?(?:(?:we |just )?(?:walk away|pass|skip|stop|drop|decline"
    r"|move on)\b"
    r"|(?:it|that|this|they)(?:['’]s|['’]re| is| are) (?:probably |usually |just )?(?:too \w+"
    r"|(?:a |an )?(?:no|red flag|no[- ]go|no[- ]bid|bad (?:sign|fit)|poor fit|deal[- ]?breaker)\b"
    r"|not (?:a fit|worth|for us|ready)|out\b|disqualif)"
    r"|(?:it['’]s )?not (?:a fit|worth|for us)|no (?:deal|go|bid)\b|(?:do not"
    r"|don['’]t) (?:bother|bid"
    r"|pursue|call|chase|waste)|disqualify|(?:forget|leave|park) (?:it|them)|not a fit)"
)
_THEN_GOOD = re.compile(
    r"(?i)^(?:then )?(?:yes\b|you(?:['’]re| are) (?:a (?:good |great )?fit|in the right place)"
    r"|(?:it|that)(?: is|['’]s) (?:always |usually |often )?(?:the|our) (?:best"
    r"|surest"
    r"|strongest|clearest) (?:sign|signal|fit)\b"
    r"|(?:it['’]s |that['’]s |even |all the )*(?:better|great|perfect|ideal"
    r"|an? (?:\w+ )?(?:plus|bonus|fit|sign)\b)|go ahead|go for it|jump on|prioriti[sz]e"
    r"|call (?:them|now"
    r"|first)|bump|move (?:them|it) up)"
)
_NEXT = re.compile(rf"(?i),?\s+(?:and |or )?{_WHEN}\s+|;\s+(?:or |and )?(?:{_WHEN}\s+)?")
_OPENS = (
    r"(?:they|you|your|the|their|there|it|its|nobody|no|all|more than|less than|fewer than"
    r"|someone|somebody)"
)
_PARTS = re.compile(rf"(?i),\s+(?:or |and )?(?={_OPENS}\s)|\s+or\s+(?={_OPENS}\s)")
RULE = re.compile(
    r"(?i)^(?:else ?|el)?if (?P<what>[^:]{3,120}?)\s*(?::|->|→|=>|\bthen\b)\s*(?:(?P<bad>reject"
    r"|disqualif\w+|out|no|skip|pass|drop|stop|exclude|decline|not a fit|no fit|walk away|leave it"
    r"|discard|kill)|(?P<good>accept|qualify|qualified|in|yes|keep|call|book|go|fit|pursue|priority"
    r"|hot|continue|proceed|a fit|good))\b\W*(?:lead|it|them)?$"
)
"""A rule with its verdict: "if sites < 5: reject"."""
_PLAIN_END = re.compile(r"[.!;]+$")
_LEAD = re.compile(r"^[A-Z][\w ]{2,30}: (?=\w)")
_LEAST = 3
"""Words of a condition."""


_RULE_LETTERS = frozenset("iIeE")


def is_rule(text: str) -> bool:
    """Tell whether a line is a rule with a verdict."""
    return text[:1] in _RULE_LETTERS and RULE.match(text) is not None


def turns_by_condition(text: str) -> bool:
    """Tell whether a sentence turns away by what it says after "if": "Bad if a bank owns it"."""
    said = " if " in text or " when" in text or " where" in text
    return (said and _TURNED.match(text) is not None) or sent_away(text) is not None


def may_set(text: str) -> bool:
    """Tell cheaply whether a sentence may set a condition."""
    low = text.lower()
    return " if " in low or " when" in low or " where" in low or low.startswith(("if ", "when "))


def by_conditions(
    statement: Statement, material: Material, first: int = 0, last: int | None = None
) -> list[Criterion]:
    """Give the criteria of a sentence of a line; none where it sets no conditions."""
    text = _PLAIN_END.sub("", statement.text[first:last])
    if not may_set(text) or text.endswith("?"):
        return []
    lead = _LEAD.match(text)
    if lead is not None:
        first, text = first + lead.end(), text[lead.end() :]
    segment = material.kind == "segment"
    for pattern, side, weight in _FORMS:
        found = pattern.match(text)
        if found is None or not (segment or pattern in _PLAIN or wins_or_loses(text)):
            continue
        name = next(one for one in ("what", "lost") if found.groupdict().get(one))
        spans = _split(text, *found.span(name))
        return [
            _criterion(statement, (first + a, first + b), side, weight, material) for a, b in spans
        ]
    away = sent_away(text)
    if away is not None:
        above = side_of(statement.headings[-1:])
        said: Weight | None = weight_of(above) if above and above[0] == "against" else None
        return [
            _criterion(statement, (first + a, first + b), "against", said or "HIGH", material)
            for a, b in _split(text, *away)
        ]
    verdict = _IF.match(text) if segment else None
    if verdict is None:
        return []
    bad, good = _THEN_BAD.match(verdict["then"]), _THEN_GOOD.match(verdict["then"])
    if not (bad or good):
        return []
    start, end = (first + place for place in verdict.span("what"))
    if bad:
        return [_criterion(statement, (start, end), "against", "HIGH", material)]
    return [_criterion(statement, (start, end), "for", "MEDIUM", material)]


_HELPS = re.compile(
    rf"(?i)^(?:it|that)(?:['’]s| is| would be)? (?:helps|help|(?:an? )?(?:\w+ )?(?:bonus|plus"
    rf"|advantage)"
    rf"|nice|good|great|even better|ideal) {_WHEN}\s+(?P<what>\S.+)$"
)
_FORMS: Sequence[tuple[re.Pattern[str], Side, Weight]] = (
    (_TURNED, "against", "INSTANT_DISQUALIFIER"),
    (_DOES_NOT, "against", "HIGH"),
    (_LET_IN, "for", "HIGH"),
    (_WORKS, "for", "HIGH"),
    (_HELPS, "for", "LOW"),
)
_PLAIN = (_TURNED, _LET_IN)
"""Of a person too; in the other forms it may be the buyer who speaks."""


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Part several conditions: by their "if", else where each part is a clause of its own."""
    for pattern in (_NEXT, _PARTS):
        spans = list(_between(pattern, text, start, end))
        if len(spans) > 1 and all(len(text[a:b].split()) >= _LEAST for a, b in spans):
            return spans
    return [(start, end)]


def _between(
    pattern: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[tuple[int, int]]:
    for mark in pattern.finditer(text, start, end):
        yield start, mark.start()
        start = mark.end()
    yield start, end


def _criterion(
    statement: Statement, place: tuple[int, int], side: Side, weight: Weight, material: Material
) -> Criterion:
    return Criterion(item_at(statement, *place, material), side, weight)
