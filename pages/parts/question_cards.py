"""
How questions are drawn: their cards, the line that says the filter, the charts' headings.

Every text that is not ours goes through `cards.escape`, `cards.bdi` or `cards.label`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
.ox-asked .ox-part { margin-bottom: .15rem; font-size: .8rem; font-weight: 600;
  color: var(--ox-soft); }
.ox-asked .ox-said-aloud { font-weight: 600; }
.ox-asked p + p:not(.ox-part + p) { margin-top: .35rem; }
.ox-legend { display: flex; flex-wrap: wrap; gap: .2rem 1rem; color: var(--ox-soft); }
.ox-legend i { display: inline-block; width: .8em; height: .8em; border-radius: 2px;
  border: 1px solid var(--ox-soft); margin-right: .4em; vertical-align: -.05em; }
.ox-cards { display: grid; gap: .5rem; }
.ox-q { border: 1px solid var(--ox-line); border-radius: 8px; }
.ox-q summary { padding: .5rem .9rem .5rem 2.1rem; cursor: pointer; border-radius: 7px;
  list-style: none; position: relative; font-size: .95rem; display: flex; flex-wrap: wrap;
  gap: .15rem 1rem; align-items: baseline; }
.ox-q .ox-text { flex: 1 1 16rem; min-width: 0; }
.ox-q .ox-marks { flex: none; max-width: 100%; }
@media (min-width: 1200px) {
  .ox-q .ox-marks { min-width: 8.4rem; }
  .ox-q .ox-marks .ox-badge:first-child { min-width: 3.3rem; text-align: center; }
}
.ox-q summary::-webkit-details-marker { display: none; }
.ox-q summary::before { content: ""; position: absolute; left: .95rem; top: 1rem; width: .4rem;
  height: .4rem; border: solid var(--ox-soft); border-width: 0 1.5px 1.5px 0;
  transform: rotate(-45deg); }
.ox-q[open] > summary::before { transform: rotate(45deg); }
.ox-q[open] > summary { background: var(--ox-panel); border-radius: 7px 7px 0 0; }
.ox-q summary:hover { background: var(--ox-panel); }
.ox-q summary:focus-visible, .ox-copy:focus-visible { outline: 2px solid var(--ox-accent);
  outline-offset: 2px; }
.ox-q .ox-card { padding: .8rem .9rem .9rem; position: relative; }
.ox-copy { justify-self: start; border: 1px solid var(--ox-line); border-radius: 6px;
  background: none; color: var(--ox-ink); font: inherit; font-size: .875rem;
  padding: .1rem .6rem; min-height: 1.75rem; cursor: pointer; }
.ox-copy:hover { border-color: var(--ox-accent); color: var(--ox-accent); }
.stApp:has(.st-key-no-match) .st-key-arrange { display: none; }
/* A number on a mark must not catch the click that is meant for the mark. */
[class*="st-key-chart-"] .mark-text { pointer-events: none; }
</style>
"""

COPY = '<button type="button" class="ox-copy">Copy question</button>'
# Our HTML may hold no script, so one component serves the buttons of all cards.
_copying = st.components.v2.component(
    "octave_explorer_copying",
    html="<span></span>",
    js="""
export default function () {
  const copied = async (event) => {
    const button = event.target.closest?.(".ox-copy");
    if (!button) return;
    const asked = button.closest(".ox-q").querySelector(".ox-asks");
    try {
      await navigator.clipboard.writeText(asked.textContent);
    } catch {
      // Without https the browser has only the old way.
      const range = document.createRange();
      range.selectNodeContents(asked);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      document.execCommand("copy");
      getSelection().removeAllRanges();
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy question"; }, 1500);
  };
  document.addEventListener("click", copied);
  return () => document.removeEventListener("click", copied);
}
""",
)


def styles() -> None:
    """Draw the styles of this page; nothing of a user is in them."""
    cards.html(STYLE)


def copying() -> None:
    """Let the copy buttons of all cards on the page do their work."""
    _copying(key="copying", data={}, height=1)


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
        cards.html(f'<div class="ox ox-soft ox-small">{cards.escape(sentence)}</div>')


def listing(
    groups: Sequence[Group],
    evidence: Mapping[str, Evidence | None],
    *,
    whose: bool,
    opened: bool,
    turn: int,
) -> None:
    """
    Draw cards under their headings, each closed to its question and its badges.

    All are one element, because the browser takes longest over elements. A group
    without a title has no heading.
    `whose` adds the entity to each card, where no heading says it. Another
    `turn` draws them anew, so that `opened` holds again.
    """
    drawn = [f'<div class="ox ox-cards" data-turn="{turn}">']
    for group in groups:
        kind = cards.badge(group.kind.capitalize()) if group.kind else ""
        if group.title:
            drawn.append(f'<div class="ox-group"><h3>{cards.bdi(group.title)} {kind}</h3></div>')
        drawn += [
            _card(row, evidence.get(row.entity_oid), whose=whose, opened=opened)
            for row in group.rows
        ]
    cards.html(*drawn, "</div>")


def _card(row: Row, evidence: Evidence | None, *, whose: bool, opened: bool) -> str:
    question = row.question
    typical = f" {cards.origin_badge('TYPICAL')}" if row.origin == "TYPICAL" else ""
    name = (
        f'<br><bdi dir="auto" class="ox-soft ox-small">{cards.escape(row.entity_name)}</bdi>'
        if whose
        else ""
    )
    return (
        f'<details class="ox-q"{" open" if opened else ""}><summary>'
        '<span class="ox-text">'
        f'<bdi dir="auto" class="ox-asks">{cards.escape(question.question)}</bdi>{name}'
        f'</span> <span class="ox-marks">{cards.fit_badge(row.fit)} '
        f"{cards.badge(qs.weight_word(row.weight))}{typical}</span></summary>"
        f"{_body(row, evidence)}</details>"
    )


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
        columns += f'<section><p class="ox-part">On the web</p>{research}</section>'
    if call:
        columns += f'<section><p class="ox-part">On a call</p>{call}</section>'
    # A note without a framework repeats the weight.
    named = ": " in row.letter
    serves = f'<p class="ox-small ox-soft">Serves {cards.bdi(row.letter)}</p>' if named else ""
    return (
        f'<div class="ox-card"><div class="ox-asked">{columns}</div>{serves}'
        f"{''.join(_sentences(row.pointer, evidence))}{COPY}</div>"
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
