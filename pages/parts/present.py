"""
Slides on the screen: large type, no chrome, nothing private.

Draws only; which slides there are is decided in `slides`.
"""

from __future__ import annotations

import streamlit as st

from octave_api.contract import Evidence
from pages.parts import cards, entities, glance_card
from pages.parts import questions as qs
from pages.parts.entities import Entity, Line
from pages.parts.slides import Slide

LONG = 110
"""A question longer than this is set smaller."""

# A clicker sends these keys, and a button of Streamlit takes one key only.
_clicker = st.components.v2.component(
    "octave_explorer_clicker",
    html="<span></span>",
    js="""
const BUTTONS = { PageDown: "next", PageUp: "back" };

export default function () {
  const turn = (event) => {
    const name = BUTTONS[event.key];
    if (!name) return;
    event.preventDefault();
    document.querySelector(`.st-key-${name} button:not(:disabled)`)?.click();
  };
  document.addEventListener("keydown", turn);
  return () => document.removeEventListener("keydown", turn);
}
""",
)


def clicker() -> None:
    """Let Page Down and Page Up turn the slides as the buttons do."""
    _clicker(key="clicker", data={}, height=1)


def button(name: str, about: str | None = None) -> None:
    """Draw what leads to the presentation of the result of this name (see `recall`)."""
    if st.button("Present", key="present-open", icon=":material/slideshow:", help=about):
        st.switch_page("pages/present.py", query_params={"entity": name})


def slide(shown: Slide, entity: Entity, evidence: Evidence | None, *, fictional: bool) -> None:
    """Draw one slide with the name of the entity over it."""
    if shown.view == "glance":
        with st.container(key="stage"):
            glance_card.draw(
                entities.glance(entity, evidence),
                evidence,
                kind=entities.kind_of(entity),
                fictional=fictional,
                level=1,
            )
        return
    marks = cards.badge("Fictional example") if fictional else ""
    body = {
        "list": _lines,
        "disqualifiers": _lines,
        "question": _question,
        "sources": _sources,
    }[shown.view](shown)
    with st.container(key="stage"):
        cards.html(
            f'<div class="ox ox-slide ox-slide-{shown.view}" tabindex="0" role="region" ',
            f'aria-label="{cards.escape(shown.title)}">',
            f'<p class="ox-soft ox-over">{cards.bdi(entity.name)} {marks}</p>',
            body,
            "</div>",
        )


def _title(shown: Slide) -> str:
    return f"<h1>{cards.escape(shown.title)}</h1>"


def _mark(line: Line) -> str:
    return cards.origin_badge(str(line.claim.origin)) if line.claim else ""


def _lines(shown: Slide) -> str:
    items = "".join(
        f'<li dir="auto">{cards.escape(line.text)} {_mark(line)}</li>' for line in shown.lines
    )
    return f"{_title(shown)}<ul>{items}</ul>"


def _question(shown: Slide) -> str:
    assert shown.row is not None
    question = shown.row.question
    long = " ox-long" if len(question.question) > LONG else ""
    origin = cards.origin_badge(shown.origin) if shown.origin else ""
    note = shown.note
    pairs = [
        ("Say", note.spoken if note else ""),
        ("Listen for", note.listen_for if note else ""),
        ("Look for", question.rationale if not note or not note.listen_for else ""),
    ]
    rows = "".join(f"<dt>{name}</dt><dd>{cards.bdi(text)}</dd>" for name, text in pairs if text)
    quoted = ""
    if shown.sentence is not None:
        quoted = f'<p class="ox-from">Because: “{cards.bdi(shown.sentence.quote)}”</p>'
    return (
        f'<p class="ox-soft ox-count">{cards.escape(shown.title)}</p>'
        f'<h1 class="ox-asked{long}" dir="auto">{cards.escape(question.question)}</h1>'
        f'<p class="ox-marks">{cards.fit_badge(shown.row.fit)} '
        f"{cards.badge(qs.weight_word(shown.row.weight))} {origin}</p>"
        f"<dl>{rows}</dl>{quoted}"
    )


def _sources(shown: Slide) -> str:
    assert shown.share is not None
    detail = shown.share.detail()
    items = "".join(
        f'<li>{cards.bdi(read.name)} <span class="ox-soft">'
        f"{read.claims} {'claim' if read.claims == 1 else 'claims'}</span></li>"
        for read in shown.sources
    )
    return (
        f"{_title(shown)}{glance_card.share_bar(shown.share)}"
        f'<p class="ox-big"><strong>{cards.escape(shown.share.sentence())}</strong></p>'
        f'<p class="ox-soft">{cards.escape(detail)}</p><ul>{items}</ul>'
    )
