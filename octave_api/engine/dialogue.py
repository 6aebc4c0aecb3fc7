"""
Conversations written down: who asks, who answers, and what each says.

A question of the one who asks announces the answer below it; what else the asker says is
small talk or a pitch.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from octave_api.engine.clauses import sentences
from octave_api.engine.headings import names_field
from octave_api.engine.lexicon import look_up
from octave_api.engine.lines import Line
from octave_api.engine.named_person import FIRST_NAMES
from octave_api.engine.titles import parse_title

_TIME = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?[\])]?"
_TURN = re.compile(
    rf"(?:\*\*|__)?(?:{_TIME}\s{{0,3}}[-\u2013]?\s{{0,3}})?"
    r"(?P<who>[A-Z][\w.'\u2019-]{0,20}"
    r"(?: (?:[A-Z][\w.'\u2019-]{0,20}|\d{1,3}|[a-z&]{1,14})){0,4}(?P<more>,? \([^()]{1,70}\)"
    r"|, [A-Za-z][\w &/'\u2019-]{2,40})?)"
    rf"\s{{0,3}}(?:{_TIME})?\s{{0,3}}(?:\*\*|__)?(?::|(?<=^Q)\.|(?<=^A)\.)"
    r"(?:\*\*|__)?\s{1,4}(?=\S)"
)
_ASKS = re.compile(
    r"(?i)(?:q|int|question|rep|me|us|ae|sdr|bdr|seller|sales(?: rep)?|interviewer|host|moderator|"
    r"agent|researcher|consultant|vendor|account executive|frage|ich|wir)(?: \d+)?(?: \(.*\))?"
)
_ANSWERS = re.compile(
    r"(?i)(?:a|res|answer|antwort|interviewee|participant|respondent|prospect|customer|buyer|client)\b.*"
)
_PROMPT = re.compile(
    r"(?i)(?:(?:so|and|ok|okay|great|thanks|now|right|well),? )*(?:(?:can|could|would|will) you )?"
    r"(?:please )?(?:(?:tell|talk) (?:me|us)(?: a (?:bit|little)(?: more)?)?(?: about| through)?"
    r"|(?:walk|take) (?:me|us) through|describe(?: (?:to|for) (?:me|us))?)\s+(?=\S)"
)
"""How an asker asks without a question: "Tell me about your day"."""
_LEAST_TURNS, _MOST_SPEAKERS, _LONGEST_LABEL = 4, 8, 180


@dataclass(frozen=True, slots=True)
class Turn:
    """
    What one speaker says: the index of its first line, where its words begin, who speaks.

    `title` is where the label names the job of one who answers: "Respondent (Chief Baker): ".
    """

    line: int
    start: int
    asks: bool
    title: tuple[int, int] | None = None


def turns(lines: Sequence[Line]) -> list[Turn]:
    """The turns of a conversation in order; empty if the lines are none."""
    found = [(n, m) for n, line in enumerate(lines) if not line.mark and (m := _match(line))]
    if len(found) < _LEAST_TURNS:
        return []
    found = [(n, m) for n, m in found if _names(m)]
    asker = _asker([(m["who"], lines[n].text) for n, m in found])
    timed = sum(1 for _, m in found if m.group()[0] in "[(0123456789")
    if not asker and not timed:
        found = [(n, m) for n, m in found if _is_person(m["who"])]
    said = sum(1 for line in lines if not line.blank)
    spoken = Counter(m["who"] for _, m in found)
    several = 2 <= len(spoken) <= _MOST_SPEAKERS and len(found) > max(_LEAST_TURNS - 1, len(spoken))
    if not several or len(found) * 2 < said or any(map(names_field, spoken)):
        return []
    told = [_turn(n, lines[n], m, asker) for n, m in found]
    titled: set[str] = set()
    return [_once(turn, m["who"], titled) for turn, (_, m) in zip(told, found, strict=True)]


def _turn(n: int, line: Line, match: re.Match[str], asker: frozenset[str]) -> Turn:
    asks = match["who"] in asker
    title = None if asks else _title(match)
    place = (line.start + title[0], line.start + title[1]) if title else None
    return Turn(n, line.start + match.end(), asks, place)


def _once(turn: Turn, who: str, titled: set[str]) -> Turn:
    """Leave the title of a speaker to the first of its turns."""
    if turn.title is None or who not in titled:
        titled.add(who)
        return turn
    return replace(turn, title=None)


def _names(match: re.Match[str]) -> bool:
    """Tell whether what stands before a colon names a speaker, and is no other label."""
    more = match["more"] or ""
    who = match["who"].removesuffix(more)
    if more.startswith(", ") and more[2] != "(" and parse_title(more[2:]) is None:
        return False
    plain = all(word[0].isupper() or word.isdigit() for word in who.split())
    return plain or parse_title(who) is not None


def _is_person(who: str) -> bool:
    """Tell whether a label is somebody's first name."""
    first = who.split()[0].lower()
    return len(who.split()) == 1 and (first in FIRST_NAMES or not look_up(first).known)


def _title(match: re.Match[str]) -> tuple[int, int] | None:
    """Give where a speaker's label names a job, in brackets, after a comma or by itself."""
    more = match["more"] or ""
    start, end = match.span("more") if more else match.span("who")
    text = more.strip(" ,()") if more else match["who"]
    begin = match.string.index(text, start)
    title = parse_title(text) or parse_title(text.partition(",")[0])
    party = not more and _ANSWERS.fullmatch(match["who"])
    if title is None or party or not (title.function or title.seniority or more):
        return None
    return begin, min(begin + len(text), end)


def _match(line: Line) -> re.Match[str] | None:
    text = line.text
    labelled = text.find(":", 0, _LONGEST_LABEL) > 0 or text.startswith(("Q. ", "A. "))
    return _TURN.match(text) if labelled else None


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
    """Where the last question of a turn stands, without "Tell me"; None if it asks nothing."""
    every = sentences(text)
    asked = [(a, b) for a, b in every if text[a:b].endswith("?")]
    asked = asked or [(a, b) for a, b in every if _PROMPT.match(text, a)]
    if not asked:
        return None
    start, end = asked[-1]
    prompt = _PROMPT.match(text, start)
    return (prompt.end() if prompt and prompt.end() < end - 1 else start), end
