"""
Which persona fits which segment: the lines of both that speak of the same things. Pure.

A role and a market seldom say the same sentence, so lines meet by the words that say what
they are about. Each line of the persona is held against the one of the segment that is
nearest to it; the words that they share are shown, so that a reader can judge them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from octave_api.comparing.telling_words import marked, telling_words
from octave_api.exporting.files import Subject
from octave_api.exporting.strict import without_typical
from octave_api.fields import sections
from octave_api.origins import origin

ASKED = "Qualifying questions"
_NAMES = ("name", "description")
_SHARE = 0.34
"""Two lines meet if they share this much of the shorter one's words, and at least two of them."""


@dataclass(frozen=True, slots=True)
class Told:
    """One line or question with its field; `fit` is "" for a line, `origin` "" without evidence."""

    field: str
    text: str
    origin: str = ""
    fit: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A line of a persona and one of a segment that speak of the same thing."""

    persona: Told
    segment: Told
    stems: frozenset[str]

    @property
    def against(self) -> bool:
        """Tell whether both are questions, and a yes speaks for one and against the other."""
        return {self.persona.fit, self.segment.fit} == {"GOOD", "BAD"}

    def words(self) -> tuple[str, ...]:
        """Give the words that they share, in the persona's spelling and order."""
        runs = marked(self.persona.text, self.stems)
        return tuple(dict.fromkeys(run.lower() for run, shared in runs if shared))


@dataclass(frozen=True, slots=True)
class Match:
    """How one persona and one segment meet; `held` counts the persona's lines that could."""

    persona: int
    segment: int
    links: tuple[Link, ...]
    held: int

    @property
    def speaking(self) -> int:
        """Count the lines that meet and do not contradict each other."""
        return sum(1 for link in self.links if not link.against)

    @property
    def balance(self) -> int:
        """Count the same, less those that contradict each other."""
        return 2 * self.speaking - len(self.links)

    def words(self, limit: int = 4) -> tuple[str, ...]:
        """Give the words that most links share, as they are written, commonest first."""
        counts = Counter(word for link in self.links for word in link.words())
        return tuple(sorted(counts, key=lambda word: (-counts[word], word))[:limit])

    def finding(self) -> str:
        """Say in one line how much of the persona the segment speaks of."""
        if not self.held:
            return "Nothing is known of this persona yet."
        if not self.links:
            return "Not one line of the persona meets one of the segment."
        against = len(self.links) - self.speaking
        verb = "speaks" if against == 1 else "speak"
        contrary = f"; {against} of them {verb} against it" if against else ""
        noun = "line" if self.held == 1 else "lines"
        meet = "meets" if len(self.links) == 1 else "meet"
        met = f"{len(self.links)} of {self.held} {noun} of the persona {meet}"
        return f"{met} the segment{contrary}."


def match(
    personas: Sequence[Subject], segments: Sequence[Subject], *, hide_typical: bool = False
) -> tuple[Match, ...]:
    """
    Hold every persona against every segment, the best match first.

    The numbers in a match are the places in what was given. Archived questions are left out.
    """
    rows, columns = (
        [_told(without_typical(one) if hide_typical else one) for one in subjects]
        for subjects in (personas, segments)
    )
    known = [_Known(told) for told in columns]
    found = [
        Match(row, column, _links(told, other), len(told))
        for row, told in enumerate(rows)
        for column, other in enumerate(known)
    ]
    return tuple(
        sorted(found, key=lambda one: (-one.balance, -one.speaking, one.persona, one.segment))
    )


class _Known:
    """The lines of a segment by the words that they hold: most lines share none with another."""

    def __init__(self, told: Sequence[Told]) -> None:
        self.lines = [(one, telling_words(one.text)) for one in told]
        self._places: dict[str, list[int]] = {}
        for place, (_, words) in enumerate(self.lines):
            for word in words:
                self._places.setdefault(word, []).append(place)

    def near(self, own: frozenset[str]) -> list[tuple[Told, frozenset[str]]]:
        """Give the lines that meet one of these words."""
        places = sorted({place for word in own for place in self._places.get(word, ())})
        return [self.lines[place] for place in places if _meet(own, self.lines[place][1])]


def _told(subject: Subject) -> list[Told]:
    lines = [
        Told(section.title, line.text, str(line.claim.origin) if line.claim else "")
        for section in sections(subject.entity, subject.evidence)
        if section.key not in _NAMES
        for line in section.lines
    ]
    questions = [
        Told(
            ASKED,
            one.question,
            origin(subject.evidence, f"/qualifyingQuestions/{place}") or "",
            str(one.fit_type),
        )
        for place, one in enumerate(subject.entity.qualifying_questions)
        if one.archived_at is None
    ]
    return lines + questions


def _links(persona: Sequence[Told], segment: _Known) -> tuple[Link, ...]:
    links = []
    for told in persona:
        own = telling_words(told.text)
        near = segment.near(own)
        if near:
            other, words = max(
                near,
                # A question belongs to a question, a line to a line; then the nearer one.
                key=lambda pair: (
                    len(own & pair[1]),
                    bool(told.fit) == bool(pair[0].fit),
                    -len(pair[1]),
                    pair[0].text,
                ),
            )
            links.append(Link(told, other, own & words))
    return tuple(sorted(links, key=lambda link: -len(link.stems)))


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    both, least = len(one & other), min(len(one), len(other))
    return both == least == 1 or (both >= 2 and both >= _SHARE * least)
