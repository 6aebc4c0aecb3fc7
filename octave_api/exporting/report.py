"""
A persona or segment as a document: its statements, questions and numbered footnotes. Pure.

Markdown, HTML and PDF are three ways to set the same report, so none can say what
another does not. A footnote is a stretch of a source; every claim that rests on it
bears its number. Footnotes are numbered in the order in which a reader meets them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from octave_api.cleaning import clean
from octave_api.contract import WEIGHTS, Claim, Kind, QualifyingQuestion
from octave_api.exporting.files import Subject
from octave_api.fields import Line, Section, pointer_name, sections, weight_word
from octave_api.origins import at, can_show, note, origin, origin_mark, share, source_title
from octave_api.scorecard import Scorecard
from octave_api.scoring.tally import Answer

GATE = "INSTANT_DISQUALIFIER"
_HEAD = ("name", "description")
NO_EVIDENCE = "This answer came without evidence: which claims its source supports cannot be told."
_LEGEND = (
    ("A number alone", "quoted, the source's own words; they stand in the footnote"),
    ("Inferred", "follows from a quoted sentence by the rule that its footnote names"),
    ("Edited", "written or reworded by a person; no source says it"),
    ("Typical", "usual for such a role or market; not in the source"),
)


@dataclass(slots=True)
class Footnote:
    """A quoted stretch of a source, whose name or address it is, and the rules applied to it."""

    number: int
    quote: str
    source: str
    url: str | None
    rules: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Statement:
    """One text of a field; `origin` is a word for people, "" where nothing is known of it."""

    text: str
    lead: str = ""
    origin: str = ""
    notes: tuple[int, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A field and its statements."""

    key: str
    title: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in use, with all that is known of how to ask and read it."""

    index: int
    text: str
    fit: str
    weight: str
    rationale: str
    spoken: str
    listen_for: str
    framework: str
    origin: str
    notes: tuple[int, ...]
    why: str
    answer: Answer | None = None

    @property
    def gate(self) -> bool:
        """Tell whether an answer can end the talk."""
        return self.weight == GATE

    @property
    def weight_word(self) -> str:
        """Give the weight for people."""
        return weight_word(self.weight)


@dataclass(frozen=True, slots=True)
class Report:
    """A whole document, before it is set; `claims` counts those of the share sentence."""

    kind: Kind
    name: str
    parts: tuple[Part, ...]
    gates: tuple[Asked, ...]
    questions: tuple[Asked, ...]
    gaps: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    footnotes: tuple[Footnote, ...]
    sources: tuple[str, ...]
    share: str
    share_detail: str
    score: str
    made_on: str

    def description(self) -> tuple[Statement, ...]:
        """Give the sentences that stand under the name."""
        return next((part.statements for part in self.parts if part.key == "description"), ())

    def named(self) -> tuple[Statement, Statement | None]:
        """Give the name, and the team's alias if it is another one."""
        own = next((part.statements for part in self.parts if part.key == "name"), ())
        name = own[0] if own else Statement(self.name)
        alias = next((one for one in own[1:] if one.text != self.name), None)
        return replace(name, text=self.name), alias

    def fields(self) -> tuple[Part, ...]:
        """Give the fields below the description."""
        return tuple(part for part in self.parts if part.key not in _HEAD)

    def legend(self) -> tuple[tuple[str, str], ...]:
        """Give the marks and what they mean; "Edited" only where something is."""
        said = {one.origin for part in self.parts for one in part.statements}
        said |= {one.origin for one in self.asked()}
        return tuple(one for one in _LEGEND if one[0] != "Edited" or one[0] in said)

    def asked(self) -> tuple[Asked, ...]:
        """Give all questions, those that can end the talk first."""
        return (*self.gates, *self.questions)


def build(subject: Subject, made_at: datetime) -> Report:
    """Lay out a report; the same subject gives the same one."""
    entity, evidence = subject.entity, subject.evidence
    foot = _Footnotes(subject)
    found = sections(entity, evidence)
    pairs = sorted(_active(entity.qualifying_questions), key=lambda pair: _rank(pair[1]))
    # In the order of the page, because footnotes are numbered as they are met.
    head = [_part(one, foot) for one in found if one.key in _HEAD]
    gates = [_asked(*pair, subject, foot) for pair in pairs if pair[1].weight == GATE]
    fields = [_part(one, foot) for one in found if one.key not in _HEAD]
    questions = [_asked(*pair, subject, foot) for pair in pairs if pair[1].weight != GATE]
    claims = evidence.claims if evidence else []
    counted = share(claims)
    return Report(
        kind=subject.kind,
        name=one_line(entity.name),
        parts=(*head, *fields),
        gates=tuple(gates),
        questions=tuple(questions),
        gaps=tuple(
            (one_line(gap.question), pointer_name(gap.pointer))
            for gap in (evidence.gaps if evidence else [])
        ),
        remarks=tuple(one_line(remark) for remark in (evidence.notes if evidence else [])),
        footnotes=tuple(foot.found.values()),
        sources=tuple(
            one_line(source_title(one)) for one in (evidence.sources if evidence else [])
        ),
        share=counted.sentence() if claims else NO_EVIDENCE,
        share_detail=_detail(counted.detail(), subject.left_out),
        score=_score(subject.scorecard),
        made_on=made_at.date().isoformat(),
    )


def one_line(text: str) -> str:
    """Give a text without line breaks, and without marks that show nothing or reorder it."""
    return " ".join(clean(text).split())


def _part(section: Section, foot: _Footnotes) -> Part:
    return Part(section.key, section.title, tuple(foot.statement(line) for line in section.lines))


def _score(card: Scorecard | None) -> str:
    if card is None:
        return ""
    number = "" if card.ten is None else f", {card.ten} of 10"
    return f"{card.verdict.capitalize()}{number}. {one_line(card.why)}"


def _detail(detail: str, left_out: int) -> str:
    if not left_out:
        return detail
    noun = "claim is" if left_out == 1 else "claims are"
    return ", ".join(part for part in (detail, f"{left_out} typical {noun} left out") if part)


def _active(
    questions: list[QualifyingQuestion],
) -> Iterator[tuple[int, QualifyingQuestion]]:
    return ((n, question) for n, question in enumerate(questions) if question.archived_at is None)


def _rank(question: QualifyingQuestion) -> int:
    weight = str(question.weight)
    return WEIGHTS.index(weight) if weight in WEIGHTS else len(WEIGHTS)


def _asked(index: int, question: QualifyingQuestion, subject: Subject, foot: _Footnotes) -> Asked:
    pointer = f"/qualifyingQuestions/{index}"
    beside = note(subject.evidence, pointer)
    claims = [claim for _, claim in at(subject.evidence, pointer)]
    best = origin(subject.evidence, pointer)
    marked = foot.mark(claims)
    card = subject.scorecard
    given = (
        next((one.answer for one in card.contributions if one.index == index), None)
        if card
        else None
    )
    return Asked(
        index=index,
        text=one_line(question.question),
        fit=str(question.fit_type),
        weight=str(question.weight),
        rationale=one_line(question.rationale),
        spoken=one_line(beside.spoken) if beside else "",
        listen_for=one_line(beside.listen_for) if beside else "",
        framework=one_line(beside.framework) if beside else "",
        origin=origin_mark(best).word if best is not None else "",
        notes=marked,
        why=_why(claims, marked),
        answer=given,
    )


def _why(claims: list[Claim], marked: tuple[int, ...]) -> str:
    """Give the reason of a claim that has no footnote to stand in."""
    return "" if marked else next((one_line(claim.rule) for claim in claims if claim.rule), "")


class _Footnotes:
    """Numbers stretches of sources as they are met; the same stretch keeps its number."""

    def __init__(self, subject: Subject) -> None:
        self._sources = subject.evidence.sources if subject.evidence else []
        self.found: dict[tuple[int, int, int], Footnote] = {}

    def statement(self, line: Line) -> Statement:
        claims = [line.claim] if line.claim else []
        marked = self.mark(claims)
        word = origin_mark(str(line.claim.origin)).word if line.claim else ""
        return Statement(
            one_line(line.text), one_line(line.lead), word, marked, _why(claims, marked)
        )

    def mark(self, claims: list[Claim]) -> tuple[int, ...]:
        numbers: list[int] = []
        for claim in claims:
            if not can_show(claim, self._sources):
                continue
            assert claim.source is not None
            assert claim.start is not None
            assert claim.end is not None
            one = self._at(claim.source, claim.start, claim.end)
            rule = one_line(claim.rule or "")
            if rule and rule not in one.rules:
                one.rules.append(rule)
            if one.number not in numbers:
                numbers.append(one.number)
        return tuple(numbers)

    def _at(self, source: int, start: int, end: int) -> Footnote:
        key = (source, start, end)
        if key not in self.found:
            text = next(one for one in self._sources if one.index == source)
            self.found[key] = Footnote(
                number=len(self.found) + 1,
                quote=one_line(text.text[start:end]),
                source=one_line(source_title(text)),
                url=text.value if text.type == "URL" else None,
            )
        return self.found[key]
