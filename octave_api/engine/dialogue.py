"""
Conversations written down: who asks, who answers, and what each says.

A question of the one who asks announces the answer below it; what else the asker says is
small talk or a pitch.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from octave_api.engine.clauses import sentences
from octave_api.engine.headings import names_field
from octave_api.engine.lines import Line

_TIME = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?[\])]?"
_TURN = re.compile(
    rf"(?:{_TIME}\s{{0,3}}[-\u2013]?\s{{0,3}})?"
    r"(?P<who>[A-Z][\w.'\u2019-]{0,20}"
    r"(?: (?:[A-Z][\w.'\u2019-]{0,20}|\d{1,3})){0,2}(?: \([^()]{1,30}\))?)"
    rf"\s{{0,3}}(?:{_TIME})?\s{{0,3}}:\s{{1,4}}(?=\S)"
)
_ASKS = re.compile(
    r"(?i)(?:q|question|rep|me|us|ae|sdr|bdr|seller|sales(?: rep)?|interviewer|host|moderator|"
    r"agent|researcher|consultant|vendor|account executive|frage|ich|wir)(?: \d+)?(?: \(.*\))?"
)
_ANSWERS = re.compile(
    r"(?i)(?:a|answer|antwort|interviewee|participant|respondent|prospect|customer|buyer|client)\b.*"
)
_LEAST_TURNS, _MOST_SPEAKERS = 4, 8


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says: the index of its first line, where its words begin, who speaks."""

    line: int
    start: int
    asks: bool


def turns(lines: Sequence[Line]) -> list[Turn]:
    """The turns of a conversation in order; empty if the lines are none."""
    found = [(n, m) for n, line in enumerate(lines) if not line.mark and (m := _match(line))]
    if len(found) < _LEAST_TURNS:
        return []
    said = sum(1 for line in lines if not line.blank)
    spoken = Counter(m["who"] for _, m in found)
    timed = sum(1 for _, m in found if m.group()[0] in "[(0123456789")
    several = 2 <= len(spoken) <= _MOST_SPEAKERS and len(found) > len(spoken)
    if not several or len(found) * 2 < said or any(map(names_field, spoken)):
        return []
    asker = _asker([(m["who"], lines[n].text) for n, m in found])
    if not asker and not timed:
        return []
    return [Turn(n, lines[n].start + m.end(), m["who"] in asker) for n, m in found]


def _match(line: Line) -> re.Match[str] | None:
    return _TURN.match(line.text)


def _asker(said: Sequence[tuple[str, str]]) -> frozenset[str]:
    """Who asks: by the name of the part, else the one most of whose turns are questions."""
    who = {name for name, _ in said}
    named = frozenset(name for name in who if _ASKS.fullmatch(name))
    if named:
        return named
    asked = Counter(name for name, text in said if text.rstrip().endswith("?"))
    total = Counter(name for name, _ in said)
    most = [name for name in asked if asked[name] * 2 >= total[name]]
    most = [name for name in most if not _ANSWERS.fullmatch(name)]
    return frozenset(most) if len(most) < len(who) else frozenset()


def last_question(text: str) -> tuple[int, int] | None:
    """Where the last question of a turn stands; None if it asks nothing."""
    asked = [(a, b) for a, b in sentences(text) if text[a:b].endswith("?")]
    return asked[-1] if asked else None
