"""
The source as something to read and to press: its used sentences are buttons.

The text crosses to the browser as data and becomes text nodes there; none of it
is ever read as markup. Pressing a sentence tells the page its offsets.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from octave_api.contract import SourceText
from pages.parts import evidence as ev

_HTML = '<div class="ox ox-source" tabindex="0" role="region" dir="auto"></div>'

_JS = """
// A press draws the source anew; the reader's place in it is kept over that.
let last = null;

export default function ({ parentElement, data, setTriggerValue }) {
  const box = parentElement.querySelector(".ox-source");
  const held = box.contains(document.activeElement) ? document.activeElement.dataset.start : last;
  last = null;
  box.setAttribute("aria-label", data.title);
  box.replaceChildren();
  let chosen = null;
  if (data.before) box.append(data.before + "\\n\\n");
  for (const { text, strength, start, end } of data.passages) {
    if (strength === "plain") { box.append(text); continue; }
    const part = document.createElement("span");
    part.className = strength === "selected" ? "ox-used ox-picked" : "ox-used";
    part.setAttribute("role", "button");
    part.setAttribute("aria-pressed", String(strength === "selected"));
    part.tabIndex = 0;
    part.dataset.start = start;
    part.textContent = text;
    const press = () => { last = String(start); setTriggerValue("sentence", [start, end]); };
    part.onclick = () => { if (getSelection().isCollapsed) press(); };
    part.onkeydown = (event) => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); press(); }
    };
    box.append(part);
    if (strength === "selected" && !chosen) chosen = part;
    if (String(start) === held) part.focus({ preventScroll: true });
  }
  if (data.after) box.append("\\n\\n" + data.after);
  if (chosen) {
    const place = chosen.getBoundingClientRect(), frame = box.getBoundingClientRect();
    if (place.top < frame.top || place.bottom > frame.bottom) {
      box.scrollTop += place.top - frame.top - (frame.height - place.height) / 3;
    }
  }
}
"""

# Registered once, outside of any page: a second registration would unmount the first.
_component = st.components.v2.component(
    "octave_explorer_source", html=_HTML, js=_JS, isolate_styles=False
)


def key_of(oid: str, source: int) -> str:
    """Name the component of one source; Streamlit refuses "__", which an oId may have."""
    return f"reader-{oid.replace('_', '-')}-{source}"


def draw(shown: SourceText, cut: ev.Excerpt, *, key: str, on_press: Callable[[], None]) -> None:
    """Draw a source; `pressed(key)` has a sentence's offsets when `on_press` is called."""
    before = f"[… {cut.cut_before:,} characters above …]" if cut.cut_before else ""
    after = f"[… {cut.cut_after:,} characters below …]" if cut.cut_after else ""
    _component(
        key=key,
        data={
            "title": f"Source: {ev.source_title(shown)}",
            "passages": [
                {"text": p.text, "strength": p.strength, "start": p.start, "end": p.end}
                for p in cut.passages
            ],
            "before": before,
            "after": after,
        },
        on_sentence_change=on_press,
    )


def pressed(key: str, source: int) -> ev.Sentence | None:
    """Give the sentence that was pressed, None if the browser told nothing that is one."""
    told = st.session_state[key].get("sentence")
    if not isinstance(told, list | tuple) or len(told) != 2:
        return None
    start, end = told
    if not (isinstance(start, int | float) and isinstance(end, int | float)):
        return None
    return ev.Sentence(source, int(start), int(end))
