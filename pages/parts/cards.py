"""
How texts, marks, claims and sources are drawn, and the one escape function.

Everything pasted, fetched or generated is untrusted: it reaches the screen only
through `escape` (inside our own HTML), through `label` (inside a label of a
widget) or through `st.code`. No page writes such text in any other way.
"""

from __future__ import annotations

import re
import string
from collections.abc import Sequence

import streamlit as st

from octave_api.contract import Claim, Evidence, SourceText
from pages.parts import evidence as ev
from pages.parts import questions as qs
from pages.parts.entities import Line
from pages.parts.runs import Failure

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
    shapes = {
        "quoted": ":green-badge[{}]",
        "inferred": ":gray-badge[{}]",
        "edited": ":violet-badge[{}]",
    }
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


def balance_legend() -> None:
    """Draw what the two sides of the chart mean, in the chart's colours."""
    html(
        '<div class="ox ox-small ox-sides">',
        f"<span>{fit_badge('BAD')} yes rules out</span>",
        f"<span>yes speaks for {fit_badge('GOOD')}</span>",
        "</div>",
    )


def place(number: int, count: int) -> None:
    """Draw which of the slides is on the screen."""
    html(f'<div class="ox ox-soft ox-place">{number} / {count}</div>')
