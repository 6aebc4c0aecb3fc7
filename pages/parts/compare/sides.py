"""
How two or three entities are drawn beside each other: heads, findings, questions, fields.

Every text that is not ours goes through `cards.escape` or `cards.bdi`.
"""

from __future__ import annotations

from collections.abc import Sequence

from octave_api.comparing.results import (
    LETTERS,
    Comparison,
    FieldPoints,
    Point,
    QuestionPoint,
    Said,
)
from octave_api.exporting.files import Subject
from pages.parts import cards, glance_card
from pages.parts import evidence as ev
from pages.parts import questions as qs
from pages.parts.entities import internal_name, kind_of

NOT_ASKED = '<i class="ox-soft">not asked</i>'


def letter(side: int) -> str:
    """Give the letter of a side as HTML."""
    return f'<i class="ox-letter">{LETTERS[side]}</i>'


def heads(subjects: Sequence[Subject], names: Sequence[str]) -> None:
    """Draw who is compared; `names` are theirs, told apart where they are the same."""
    columns = "".join(
        _head(side, subject, name)
        for side, (subject, name) in enumerate(zip(subjects, names, strict=True))
    )
    cards.html(f'<div class="ox {_grid(len(subjects))}">{columns}</div>')


def _head(side: int, subject: Subject, name: str) -> str:
    entity, evidence = subject.entity, subject.evidence
    alias = internal_name(entity)
    known = f" · {cards.bdi(alias)}" if alias not in ("", entity.name) else ""
    if evidence is None or not evidence.claims:
        why = cards.NO_EVIDENCE if evidence is None else glance_card.NOTHING_CLAIMED
        share = f'<p class="ox-soft ox-small ox-noted">{cards.escape(why)}</p>'
    else:
        counted = ev.share(evidence.claims)
        share = glance_card.share_bar(counted)
        share += f'<p class="ox-small ox-soft">{cards.escape(counted.sentence())}</p>'
    description = (
        f'<p class="ox-description">{cards.bdi(entity.description)}</p>'
        if entity.description
        else ""
    )
    return (
        f'<section class="ox-side"><h2>{letter(side)} {cards.bdi(name)}</h2>'
        f'<p class="ox-soft ox-small">{kind_of(entity).capitalize()}{known}</p>'
        f"{description}{share}</section>"
    )


def _grid(count: int) -> str:
    return f"ox-vs ox-vs-{count}"


def findings(found: Comparison, *, same_one: bool) -> None:
    """Draw what the comparison comes to, and the best questions to tell the sides apart."""
    first = found.question_finding()
    if same_one:
        first = "This is one and the same: choose another to compare it with."
    elif found.identical and any(one.points for one in found.fields):
        first = "They say and ask the same: nothing tells them apart."
    second = found.field_finding()
    best = "".join(_best(one, len(found.subjects)) for one in found.best())
    title = "Ask these to tell them apart"
    asks = (
        f'<h2 class="ox-h ox-ask-head">{title}</h2><ol class="ox-ask">{best}</ol>' if best else ""
    )
    cards.html(
        '<div class="ox ox-found">',
        f'<p class="ox-finding">{cards.escape(first)}</p>',
        f'<p class="ox-soft">{cards.escape(second)}</p></div>',
        f'<div class="ox">{asks}</div>' if asks else "",
    )


def _best(one: QuestionPoint, count: int) -> str:
    lead = one.lead
    spoken = f'<p class="ox-say">{cards.bdi(f"“{lead.spoken}”")}</p>' if lead.spoken else ""
    style = "ox-small" if lead.spoken else "ox-say"
    listen = (
        f'<p class="ox-small"><span class="ox-soft">Listen for:</span> {cards.bdi(lead.listen_for)}'
        "</p>"
        if lead.listen_for
        else ""
    )
    return (
        f'<li>{spoken}<p class="{style}">{cards.bdi(lead.text)}</p>{listen}'
        f"{_echoes(one)}{_who(one, count)}</li>"
    )


def _echoes(one: QuestionPoint) -> str:
    return "".join(
        f'<p class="ox-small ox-soft ox-echo">{letter(echo.side)} does not ask, but says it under '
        f"{cards.escape(echo.field)}: {cards.bdi(f'“{echo.text}”')}</p>"
        for echo in one.echoes
    )


def _who(one: QuestionPoint, count: int) -> str:
    """Say what a yes means for each side."""
    sides = []
    for side in range(count):
        marks = "".join(
            f"<span>{cards.fit_badge(str(own.question.fit_type))} "
            f"{cards.escape(qs.weight_word(str(own.question.weight)))}"
            + (f" {cards.origin_badge(own.origin)}" if own.origin == "TYPICAL" else "")
            + "</span>"
            for own in one.of(side)
        )
        asks = f'<span class="ox-side-asks">{marks or NOT_ASKED}</span>'
        sides.append(f"<span>{letter(side)} {asks}</span>")
    return f'<div class="ox-who ox-who-{count}">{"".join(sides)}</div>'


def questions(found: Comparison) -> None:
    """Draw what would confuse the sides, and all that tells them apart."""
    if not found.questions:
        return
    count = len(found.subjects)
    confusing = "".join(_question(one, count) for one in found.confusing)
    noun = "question" if len(found.confusing) == 1 else "questions"
    verb = "means" if len(found.confusing) == 1 else "mean"
    body = (
        f'<p class="ox-soft">{len(found.confusing)} {noun} {verb} the same for two or more of '
        f'them: a yes fits both.</p><ul class="ox-qs">{confusing}</ul>'
        if confusing
        else '<p class="ox-soft">No question is asked by two of them with the same answer.</p>'
    )
    telling = "".join(_question(one, count) for one in found.telling)
    noun = "question tells" if len(found.telling) == 1 else "questions tell"
    more = (
        f'<details class="ox-more"><summary>{len(found.telling)} {noun} them apart</summary>'
        f'<ul class="ox-qs">{telling}</ul></details>'
        if telling
        else ""
    )
    cards.html(
        f'<div class="ox ox-part"><h2 class="ox-h">Would confuse them</h2>{body}</div>',
        f'<div class="ox ox-part">{more}</div>' if more else "",
    )


def _question(one: QuestionPoint, count: int) -> str:
    texts = list(dict.fromkeys(own.text for own in one.asked))
    words = cards.bdi(texts[0])
    if len(texts) > 1:
        words = "".join(
            f'<div class="ox-wording">{letter(own.side)} <span>{cards.bdi(own.text)}</span></div>'
            for own in one.asked
        )
        words = f'<div class="ox-lines">{words}</div>'
    return f"<li><div>{words}{_echoes(one)}</div>{_who(one, count)}</li>"


def fields(found: Comparison) -> None:
    """Draw every field: what is shared, then what each side has to itself."""
    parts = "".join(_field(one) for one in found.fields)
    cards.html(f'<div class="ox">{parts}</div>')


def _field(field: FieldPoints) -> str:
    shared = [one for one in field.points if len(one.sides) > 1]
    both = "".join(f"<li>{_shared(one, field.count)}</li>" for one in shared)
    both = f'<div class="ox-both"><ul class="ox-lines">{both}</ul></div>' if both else ""
    own = ""
    if len(shared) < len(field.points):
        columns = "".join(_own(side, field.of(side)) for side in range(field.count))
        own = f'<div class="{_grid(field.count)}">{columns}</div>'
    return (
        f'<section class="ox-part"><div class="ox-part-head"><h3>{cards.escape(field.title)}</h3>'
        f'<span class="ox-soft ox-small">{cards.escape(field.finding())}</span></div>'
        f"{both}{own}</section>"
    )


def _own(side: int, points: Sequence[Point]) -> str:
    lines = "".join(f"<li>{_line(said)}</li>" for point in points for said in point.said)
    lines = lines or '<li class="ox-soft">–</li>'
    return f'<div class="ox-own">{letter(side)}<ul class="ox-lines">{lines}</ul></div>'


def _shared(point: Point, count: int) -> str:
    """Give a shared thought once where all have the same words and marks, else side by side."""
    wordings = {(one.lead, one.text, one.origin) for one in point.said}
    if len(wordings) == 1:
        who = "".join(letter(side) for side in point.sides) if count > 2 else ""
        return f"{who} {_line(point.said[0])}"
    return "".join(
        f'<div class="ox-wording">{letter(one.side)} <span>{_line(one)}</span></div>'
        for one in point.said
    )


def _line(said: Said) -> str:
    lead = f'<span class="ox-soft">{cards.escape(said.lead)}: </span>' if said.lead else ""
    mark = f" {cards.origin_badge(said.origin)}" if said.origin else ""
    return f"{lead}{cards.bdi(said.text)}{mark}"
