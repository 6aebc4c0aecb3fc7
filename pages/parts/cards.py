"""
How personas, segments, questions and sources are drawn, and the one escape function.

Everything pasted, fetched or generated is untrusted: it reaches the screen only
through `escape` (inside our own HTML), through `label` (inside a label of a
widget) or through `st.code`. No page writes such text in any other way.
"""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from typing import Literal

import streamlit as st

from octave_api.contract import Claim, Evidence, QualifyingQuestion, SourceText
from pages.parts import evidence as ev
from pages.parts import questions as qs
from pages.parts import runs
from pages.parts.entities import Glance, Line
from pages.parts.runs import Failure, Outcome

_ENTITIES = {ord(mark): f"&#{ord(mark)};" for mark in string.punctuation}
# Controls and reordering marks show nothing and can make a line read as another one.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
_JOINER = "\u2060"
# What Markdown still turns into links, dashes and a logo after its own escapes are read.
_AFTERTHOUGHTS = re.compile(
    r"(?i)(?<=:)(?=//)|(?<=www)(?=\.)|(?<=@)|(?<=-)(?=-)|(?<=:)(?=streamlit)"
)


NO_EVIDENCE = (
    "This answer came without evidence, so its claims have no marks: "
    "the server that gave it keeps none."
)


def escape(text: object) -> str:
    """
    Make a text literal, in HTML and in Markdown alike.

    Every ASCII punctuation mark becomes a character reference, which neither
    language reads as markup; unseen controls and reordering marks are left out.
    """
    return _UNSEEN.sub("", str(text)).translate(_ENTITIES)


def label(text: object, *, limit: int = 1_000) -> str:
    """Make a text literal on one line, for the label of a widget; cut after `limit` characters."""
    line = " ".join(_UNSEEN.sub(" ", str(text)).split())
    if len(line) > limit:
        line = line[: limit - 1].rstrip() + "…"
    return escape(_AFTERTHOUGHTS.sub(_JOINER, line))


def html(*parts: str) -> None:
    """Draw HTML of ours, into which every other text came through `escape`."""
    st.html("".join(parts))


def bdi(text: object) -> str:
    """Give a text as HTML that keeps its own direction of writing."""
    return f'<bdi dir="auto">{escape(text)}</bdi>'


def badge(word: str, style: str = "") -> str:
    """Give a small label as HTML; `style` is one of ours."""
    return f'<span class="ox-badge{f" ox-{style}" if style else ""}">{escape(word)}</span>'


def page_title(title: str, about: str = "", *, alone: bool = False) -> None:
    """
    Draw the page's name and what it is for, on one line where there is room.

    `alone` hides the form that stands beside a result, so that the result has the page.
    """
    # The elements of Streamlit's first bundle: our HTML would wait for code that comes later.
    with st.container(key="page-title", horizontal=True, vertical_alignment="bottom"):
        st.title(label(title), anchor=False, width="content")
        if about:
            st.markdown(label(about), width="content")
        if alone:
            html('<div class="ox-alone"></div>')


def fit_badge(fit: str) -> str:
    """Give GOOD in blue, BAD in orange and anything else in grey, always with its word."""
    return badge(fit, fit if fit in ("GOOD", "BAD") else "")


def origin_badge(origin: str) -> str:
    """Give an origin's word as HTML, with its meaning for the pointer."""
    mark = ev.origin_mark(origin)
    return (
        f'<span class="ox-badge ox-{mark.style}" title="{escape(mark.meaning)}">'
        f"{escape(mark.word)}</span>"
    )


def origin_label(origin: str) -> str:
    """Give an origin's word as the Markdown of a label."""
    mark = ev.origin_mark(origin)
    shapes = {"quoted": ":green-badge[{}]", "inferred": ":gray-badge[{}]"}
    return shapes.get(mark.style, ":gray[*{}*]").format(label(mark.word))


def fit_label(fit: str) -> str:
    """Give a fit as the Markdown of a label, in the chart's colours."""
    colour = {"GOOD": "blue", "BAD": "orange"}.get(fit, "gray")
    return f":{colour}-badge[{label(fit, limit=40)}]"


def weight_label(weight: str) -> str:
    """Give a weight as the Markdown of a label."""
    return f":gray-badge[{label(qs.weight_word(weight), limit=40)}]"


def problem(*messages: str, title: str | None = None) -> None:
    """
    Say what went wrong; the messages may hold what somebody typed.

    Not as Markdown, in which an address would have to be broken to stay a text, and
    would be copied broken.
    """
    head = f"<strong>{escape(title)}</strong>" if title else ""
    body = "".join(f"<p>{bdi(message)}</p>" for message in messages)
    html(f'<div class="ox ox-problem" role="alert">{head}{body}</div>')


def failure(found: Failure) -> None:
    """Say what is wrong with an item, a box for each source that is to blame."""
    for sentence in found.sentences():
        problem(sentence)


def glance(
    card: Glance, *, kind: str, fictional: bool, gaps: int = 0, level: Literal[1, 2] = 2
) -> None:
    """
    Draw what is read in ten seconds; what is cut here stands whole under it.

    `level` is that of the name as a heading, `gaps` how much is left to ask.
    """
    head = f"h{level + 1}"
    top = "".join(f"<li>{bdi(item)}</li>" for item in card.top)
    asked = "".join(
        f"<li>{fit_badge(str(q.fit_type))} {bdi(q.question)}</li>" for q in card.questions
    )
    out = "".join(f"<li>{bdi(q.question)}</li>" for q in card.disqualifiers[:3])
    if len(card.disqualifiers) > 3:
        out += f'<li class="ox-soft ox-small">and {len(card.disqualifiers) - 3} more</li>'
    titles = "".join(f'<span class="ox-chip">{bdi(title)}</span>' for title in card.titles[:6])
    if len(card.titles) > 6:
        titles += f'<span class="ox-soft ox-small">and {len(card.titles) - 6} more</span>'
    facts = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{bdi(value)}</dd></div>" for name, value in card.facts
    )
    alias = f" · {bdi(card.internal_name)}" if card.internal_name not in ("", card.name) else ""
    marks = badge("Fictional example") if fictional else ""
    html(
        '<div class="ox ox-glance">',
        f'<h{level} class="ox-name">{bdi(card.name)}</h{level}>',
        f'<p class="ox-alias">{escape(kind.capitalize())}{alias} {marks}</p>',
        f'<p class="ox-description">{bdi(card.description)}</p>' if card.description else "",
        f'<div class="ox-chips">{titles}</div>' if titles else "",
        f'<dl class="ox-facts">{facts}</dl>' if facts else "",
        _meter(card.share, gaps),
        '<div class="ox-tops">',
        f"<section><{head}>{escape(card.top_title)}</{head}><ul>{top}</ul></section>"
        if top
        else "",
        f"<section><{head}>Top questions</{head}><ul>{asked}</ul></section>" if asked else "",
        f'<section class="ox-out"><{head}>Disqualified if yes</{head}><ul>{out}</ul></section>'
        if out
        else "",
        "</div></div>",
    )


def _meter(found: ev.Share | None, gaps: int) -> str:
    if found is None:
        return f'<p class="ox-soft ox-small ox-noted">{escape(NO_EVIDENCE)}</p>'
    noun = "gap" if gaps == 1 else "gaps"
    more = [found.detail(), f"{gaps} {noun} to ask about" if gaps else ""]
    detail = "; ".join(part for part in more if part)
    return (
        f"{share_bar(found)}"
        f'<p class="ox-small"><strong>{escape(found.sentence())}</strong>'
        f'<span class="ox-soft">{"; " + escape(detail) if detail else ""}</span></p>'
    )


def share_bar(found: ev.Share) -> str:
    """Give how much is quoted and how much follows as a bar; its words stand beside it."""
    quoted = 100 * found.quoted / max(1, found.total)
    inferred = 100 * found.inferred / max(1, found.total)
    return (
        f'<div class="ox-meter" aria-hidden="true"><i style="width:{quoted:.1f}%"></i>'
        f'<i class="ox-m-inferred" style="width:{inferred:.1f}%"></i></div>'
    )


def line(item: Line) -> None:
    """Draw a line that has no sentence to show: typical, or without evidence."""
    lead = f'<span class="ox-soft">{escape(item.lead)}: </span>' if item.lead else ""
    mark = origin_badge(str(item.claim.origin)) if item.claim else ""
    html(f'<div class="ox ox-plain">{lead}{bdi(item.text)} {mark}</div>')


def line_label(item: Line) -> str:
    """Give a line as the label of its button."""
    lead = f":gray[{label(item.lead)}:] " if item.lead else ""
    mark = f" {origin_label(str(item.claim.origin))}" if item.claim else ""
    return f"{lead}{label(item.text)}{mark}"


def quote(found: ev.InContext, *, rule: str | None = None, title: str = "") -> str:
    """Give a quoted sentence in its context as HTML."""
    because = f'<p class="ox-soft ox-small">How it follows: {escape(rule)}</p>' if rule else ""
    of = f'<p class="ox-soft ox-small">From: {bdi(title)}</p>' if title else ""
    return (
        f'<div class="ox-quote" dir="auto"><span class="ox-soft">{escape(found.before)}</span>'
        f"<mark>{escape(found.quote)}</mark>"
        f'<span class="ox-soft">{escape(found.after)}</span></div>'
        f"{because}{of}"
    )


def claim_label(claim: Claim, field: str) -> str:
    """Give a claim away from its field as the label of its button."""
    text = f":gray[{label(field)}:] {label(claim.text, limit=160)}"
    return f"{text} {origin_label(str(claim.origin))}"


def question_label(question: QualifyingQuestion) -> str:
    """Give the closed card of a question."""
    fit, weight = str(question.fit_type), str(question.weight)
    return f"{label(question.question)} {fit_label(fit)} {weight_label(weight)}"


def question(row: qs.Row, evidence: Evidence | None) -> None:
    """Draw a card: closed the question and its badges, open all that is known of it."""
    with st.expander(question_label(row.question), key=f"card-{row.index}-{row.entity_oid}"):
        question_body(row, evidence)


def question_body(row: qs.Row, evidence: Evidence | None) -> None:
    """Draw the opened card: why it is asked, how to say it, what to listen for, the sentence."""
    note = qs.note(evidence, row.pointer)
    pairs: list[tuple[str, str]] = [("Look for", row.question.rationale)]
    if note is not None:
        pairs += [("Say", note.spoken), ("Listen for", note.listen_for), ("Serves", note.framework)]
    rows = "".join(f"<dt>{name}</dt><dd>{bdi(text)}</dd>" for name, text in pairs if text)
    html(
        f'<div class="ox ox-card"><dl>{rows}</dl>',
        *_sentences(row.pointer, evidence),
        "</div>",
    )


def _sentences(pointer: str, evidence: Evidence | None) -> list[str]:
    """Give the quoted sentences of one text, or why there are none."""
    if evidence is None:
        return []
    found: list[str] = []
    seen: set[tuple[int | None, int | None, int | None]] = set()
    for _, claim in ev.at(evidence, pointer):
        context = ev.in_context(claim, evidence.sources)
        span = (claim.source, claim.start, claim.end)
        mark = f"<p>{origin_badge(str(claim.origin))}</p>"
        if context is None:
            why = f'<span class="ox-soft ox-small">{bdi(claim.rule)}</span>' if claim.rule else ""
            found.append(f"<p>{origin_badge(str(claim.origin))} {why}</p>")
        elif span not in seen:
            found.append(mark + quote(context, rule=claim.rule))
        seen.add(span)
    return found


def gaps(evidence: Evidence, names: Sequence[str]) -> None:
    """Draw what the source says nothing of, as what to ask next; `names` are the fields'."""
    items = "".join(
        f'<li><div>{bdi(gap.question)}</div><div class="ox-soft ox-small">{escape(name)}</div></li>'
        for gap, name in zip(evidence.gaps, names, strict=True)
    )
    html(f'<div class="ox"><ul class="ox-list ox-gaps">{items}</ul></div>')


def notes(evidence: Evidence) -> None:
    """Draw what the engine says of its own work, one line each."""
    items = "".join(f"<li>{bdi(note)}</li>" for note in evidence.notes)
    if items:
        html(
            '<div class="ox ox-section"><h3>About this reading</h3>',
            f'<ul class="ox-list ox-soft ox-small">{items}</ul></div>',
        )


def source_names(sources: Sequence[SourceText]) -> dict[int, str]:
    """Name each source by its place and title, as labels of a choice between them."""
    return {
        source.index: label(f"{n}. {ev.source_title(source)}", limit=40)
        for n, source in enumerate(sources, 1)
    }


def balance_heading(sentence: str) -> None:
    """Draw the chart's question and its answer."""
    html(
        '<div class="ox"><h2 class="ox-h">Is the set of questions lopsided?</h2>',
        f'<p class="ox-soft">{escape(sentence)}</p></div>',
    )


def balance_legend() -> None:
    """Draw what the two sides of the chart mean, in the chart's colours."""
    html(
        '<div class="ox ox-small ox-sides">',
        f"<span>{fit_badge('BAD')} yes rules out</span>",
        f"<span>yes speaks for {fit_badge('GOOD')}</span>",
        "</div>",
    )


def step(outcome: Outcome) -> None:
    """Draw how far one item of a run is."""
    marks = {"done": "✓", "failed": "✕", "cancelled": "–", "waiting": "·"}
    mark = marks.get(outcome.stage, "→")
    seconds = f" {outcome.seconds:.0f} s" if outcome.seconds >= 1 else ""
    html(
        f'<div class="ox">{mark} {bdi(runs.stage_words(outcome))}'
        f'<span class="ox-soft ox-small">{seconds}</span></div>'
    )


def nothing_made(kind: str, *, stopped: bool, cut_off: bool) -> None:
    """Draw why there is no result, after the only item of a run gave none."""
    why = (
        "You stopped it. Nothing that you typed is lost."
        if stopped
        else "What is wrong stands beside the item. Mend it and press Generate again; "
        "nothing that you typed is lost."
    )
    if cut_off:
        why += (
            " A call that was on its way cannot be called back: what it still makes "
            "may turn up in the library."
        )
    html(
        '<div class="ox ox-empty"><h2>',
        f'No {escape(kind)} this time</h2><p class="ox-soft">{why}</p></div>',
    )


def nothing_back(found: Failure | None) -> None:
    """Draw why a result that the address names is not here."""
    why = found.message if found else "You stopped it before it was read."
    html(
        '<div class="ox ox-empty"><h2>This result cannot be shown</h2>',
        f'<p class="ox-soft">{escape(why)}</p></div>',
    )


def place(number: int, count: int) -> None:
    """Draw which of the slides is on the screen."""
    html(f'<div class="ox ox-soft ox-place">{number} / {count}</div>')


def nothing_yet(kind: str) -> None:
    """Draw what will stand here, before there is a result."""
    html(
        '<div class="ox ox-empty"><h2>',
        f"Your {escape(kind)} appears here</h2>",
        '<ul class="ox-soft"><li>A name, a description and every field, best first</li>',
        "<li>6 to 12 qualifying questions with their fit and weight</li>",
        "<li>For each claim its sentence, or the plain word that it is typical</li></ul></div>",
    )
