"""
How Explore draws: the cards of questions, the line that says the filter, the charts' headings.

Every text that is not ours goes through `cards.escape`, `cards.bdi` or `cards.label`.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from octave_api.contract import Evidence
from pages.parts import cards
from pages.parts import evidence as ev
from pages.parts import questions as qs
from pages.parts.questions import Group, Row

STYLE = """
<style>
.ox-asked { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
  gap: .7rem 1.6rem; }
.ox-asked h4 { margin: 0 0 .15rem; padding: 0; font-size: .8rem; font-weight: 600;
  line-height: 1.5; color: var(--ox-soft); }
.ox-asked .ox-said-aloud { font-weight: 600; }
.ox-asked p + p { margin-top: .35rem; }
.ox-only { display: flex; flex-wrap: wrap; gap: .3rem .4rem; align-items: baseline; }
.ox-only .ox-chip { color: var(--ox-ink); background: var(--ox-panel); }
.ox-legend { display: flex; flex-wrap: wrap; gap: .2rem 1rem; color: var(--ox-soft); }
.ox-legend i { display: inline-block; width: .8em; height: .8em; border-radius: 2px;
  border: 1px solid var(--ox-soft); margin-right: .4em; vertical-align: -.05em; }
.stApp [class*="st-key-card-"] pre { padding: .45rem 2.6rem .45rem .7rem; }
.stApp [class*="st-key-card-"] :is(pre, code) { font-family: inherit; font-size: .95rem; }
/* A number on a mark must not catch the click that is meant for the mark. */
[class*="st-key-chart-"] .mark-text { pointer-events: none; }
</style>
"""


def styles() -> None:
    """Draw the styles of this page; nothing of a user is in them."""
    cards.html(STYLE)


def chart_heading(question: str, sentence: str) -> None:
    """Draw what a chart answers, and its answer."""
    cards.html(
        f'<div class="ox"><h2 class="ox-h">{cards.escape(question)}</h2>',
        f'<p class="ox-soft">{cards.bdi(sentence)}</p></div>',
    )


def legend(fills: Sequence[tuple[str, str]]) -> None:
    """Draw the fills of a chart with their words; the fills are ours."""
    items = "".join(
        f'<span><i style="background:{fill}" aria-hidden="true"></i>{cards.escape(word)}</span>'
        for word, fill in fills
    )
    cards.html(f'<div class="ox ox-small ox-legend">{items}</div>')


def conditions(parts: Sequence[str]) -> None:
    """Draw what the filter asks for, part by part."""
    chips = "".join(f'<span class="ox-chip">{cards.bdi(part)}</span>' for part in parts)
    cards.html(f'<div class="ox ox-small ox-only"><span class="ox-soft">Only</span>{chips}</div>')


def remark(sentence: str) -> None:
    """Draw a calm line, if there is something to say."""
    if sentence:
        cards.html(f'<p class="ox ox-soft ox-small">{cards.escape(sentence)}</p>')


def group_heading(group: Group) -> None:
    """Draw what the questions below have in common."""
    if group.kind:
        cards.group_heading(group.title, group.kind)
    else:
        cards.html(f'<div class="ox ox-group"><h3>{cards.bdi(group.title)}</h3></div>')


def question_label(row: Row, *, whose: bool) -> str:
    """Give the closed card; `whose` adds the entity, where no heading says it."""
    mark = f" {cards.origin_label('TYPICAL')}" if row.origin == "TYPICAL" else ""
    name = f" :gray[{cards.label(row.entity_name, limit=60)}]" if whose else ""
    return f"{cards.question_label(row.question)}{mark}{name}"


def card(row: Row, evidence: Evidence | None, *, whose: bool, expanded: bool, turn: int) -> None:
    """
    Draw a card: closed the question and its badges, open all that is known of it.

    Another `turn` is another card to the browser, so that `expanded` counts again.
    """
    key = f"card-{turn}-{row.index}-{row.entity_oid}"
    with st.expander(question_label(row, whose=whose), expanded=expanded, key=key):
        # Without a language: the colours of a highlighted one are too pale to read on white.
        st.code(row.question.question, language=None, wrap_lines=True)
        cards.html(_body(row, evidence))


def _body(row: Row, evidence: Evidence | None) -> str:
    note = qs.note(evidence, row.pointer)
    research = _part("Look for", row.question.rationale)
    call = ""
    if note is not None:
        spoken = cards.bdi(f"“{note.spoken}”") if note.spoken else ""
        call = f'<p class="ox-said-aloud">{spoken}</p>' if spoken else ""
        call += _part("Listen for", note.listen_for)
    columns = ""
    if research:
        columns += f"<section><h4>On the web</h4>{research}</section>"
    if call:
        columns += f"<section><h4>On a call</h4>{call}</section>"
    serves = f'<p class="ox-small ox-soft">Serves {cards.bdi(row.letter)}</p>' if row.letter else ""
    return (
        f'<div class="ox ox-card"><div class="ox-asked">{columns}</div>{serves}'
        f"{''.join(_sentences(row.pointer, evidence))}</div>"
    )


def _part(name: str, text: str) -> str:
    return f'<p><span class="ox-soft">{name}:</span> {cards.bdi(text)}</p>' if text else ""


def _sentences(pointer: str, evidence: Evidence | None) -> list[str]:
    """Give the quoted sentences of a question, each once, or why there are none."""
    if evidence is None:
        return []
    found: dict[str, str] = {}
    for _, claim in ev.at(evidence, pointer):
        mark = cards.origin_badge(str(claim.origin))
        context = ev.in_context(claim, evidence.sources)
        if context is not None:
            shown = f"<p>{mark}</p>{cards.quote(context, rule=claim.rule)}"
            found.setdefault(f"{claim.source}:{claim.start}:{claim.end}", shown)
        else:
            why = f'<span class="ox-soft ox-small">{cards.bdi(claim.rule or "")}</span>'
            found.setdefault(f"{claim.origin}:{claim.rule}", f"<p>{mark} {why}</p>")
    return list(found.values())
