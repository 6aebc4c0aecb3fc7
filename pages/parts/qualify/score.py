"""
The score on the screen: the number, its verdict, why, and the formula wherever it shows.

Draws only; the sums are those of `octave_api.scorecard`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from octave_api.scorecard import FORMULA, POINTS, Flip, NextQuestion, Scorecard
from octave_api.scoring.tally import MAX_POINTS, MIN_POINTS
from pages.parts import cards

WEIGHTS = "qualify-points"
"""Where the session keeps what the weights count."""
_STYLES = {"good": "GOOD", "poor": "BAD", "disqualified": "BAD", "borderline": "borderline"}


def points() -> dict[str, float]:
    """Give what LOW, MEDIUM and HIGH count in this session."""
    kept: dict[str, float] = st.session_state.get(WEIGHTS, {})
    return {**POINTS, **kept}


def _take_points() -> None:
    kept = {}
    for weight in POINTS:
        value = float(st.session_state.get(f"points-{weight}") or 0)
        # So near to nothing it is meant as nothing, and no sum could show it.
        kept[weight] = value if value >= MIN_POINTS else 0.0
    st.session_state[WEIGHTS] = kept


def _reset_points() -> None:
    st.session_state.pop(WEIGHTS, None)
    for weight in POINTS:
        st.session_state.pop(f"points-{weight}", None)


def formula(key: str, card: Scorecard | None = None, *, weights: bool = False) -> None:
    """
    Draw the button behind which the formula stands; it is drawn wherever a score shows.

    `weights` adds the fields in which to set what LOW, MEDIUM and HIGH count; one place
    on a page may have them.
    """
    with st.popover("How is this scored?", icon=":material/calculate:", key=f"formula-{key}"):
        said = "".join(f"<li>{cards.escape(one)}</li>" for one in FORMULA.strip(".").split(". "))
        cards.html(f'<div class="ox ox-small"><ul class="ox-flips">{said}</ul></div>')
        if card is not None:
            cards.html(
                '<div class="ox"><h3>This one in figures</h3><p class="ox-sum">',
                cards.escape(card.arithmetic),
                "</p></div>",
            )
        now = points()
        if not weights:
            said = ", ".join(f"{name} {value:g}" for name, value in now.items())
            cards.html(f'<div class="ox ox-small ox-soft">Weights now: {cards.escape(said)}.</div>')
            return
        for name, value in now.items():
            st.session_state.setdefault(f"points-{name}", float(value))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            for name in now:
                st.number_input(
                    f"{name.capitalize()} counts",
                    0.0,
                    float(MAX_POINTS),
                    step=0.5,
                    key=f"points-{name}",
                    on_change=_take_points,
                    persist_state="session",
                    width=130,
                )
        st.button(
            "Back to 1, 2 and 3",
            key="points-reset",
            type="tertiary",
            on_click=_reset_points,
            disabled=now == dict(POINTS),
        )


def verdict_badge(card: Scorecard) -> str:
    """Give the verdict as HTML; GOOD blue, BAD orange, and always its word."""
    return cards.badge(card.verdict.capitalize(), _STYLES.get(card.verdict, ""))


def short_score(card: Scorecard) -> str:
    """Give the score for a line of a table: "7 of 10", greyed where it does not count."""
    if card.ten is None:
        return '<span class="ox-soft">no score</span>'
    if card.disqualified:
        return f'<span class="ox-soft">would have been {card.ten}</span>'
    return f"<b>{card.ten}</b> of 10"


def panel(card: Scorecard) -> None:
    """Draw the score: number, verdict, coverage, and the sentence that says why."""
    number = "–" if card.ten is None else f"{card.ten}"
    under = "no score yet" if card.ten is None else f"of 10 · {card.hundred} of 100"
    beside = ""
    if card.disqualified and card.ten is not None:
        under = f"would have been {card.ten} of 10"
    elif card.verdict in ("verify first", "too early to call") and card.band:
        beside = f' <span class="ox-soft ox-small">so far {cards.escape(card.band)}</span>'
    share = round(100 * card.coverage)
    gates = ""
    if card.open_gates and not card.disqualified:
        count = len(card.open_gates)
        noun = "disqualifier is" if count == 1 else "disqualifiers are"
        gates = f'<p class="ox-small">{count} {noun} not answered yet: verify first.</p>'
    cards.html(
        f'<div class="ox ox-score{" ox-void" if card.disqualified else ""}" role="status">',
        f'<div class="ox-ten"><b>{number}</b><small>{cards.escape(under)}</small></div><div>',
        f'<p class="ox-verdict">{verdict_badge(card)}{beside}</p>',
        f'<p>{cards.bdi(card.why)}</p>{gates}<div class="ox-cover">',
        f'<span class="ox-meter" aria-hidden="true"><i style="width:{share}%"></i></span>',
        f"{share}% of the weight is answered</div></div></div>",
    )


def best_match(order: Sequence[tuple[str, Scorecard]], names: Mapping[str, str]) -> None:
    """Draw which of several entities matches best; `order` is best first."""
    best = order[0][1]
    lead = "Which matches best? Nothing is known yet."
    if best.disqualified:
        lead = "None matches: all that have a score are disqualified."
    elif best.fit is not None:
        lead = f"Best match: {names[order[0][0]]}"
    cards.html(f'<div class="ox"><h2 class="ox-h">{cards.bdi(lead)}</h2></div>')


def rank_label(place: int, name: str, card: Scorecard) -> str:
    """Give a line of the ranking as the label of its button."""
    number = "no score"
    if card.ten is not None:
        number = f"would have been {card.ten}" if card.disqualified else f"**{card.ten}** of 10"
    colour = {"GOOD": "blue", "BAD": "orange"}.get(_STYLES.get(card.verdict, ""), "gray")
    return (
        f"{place}. {cards.label(name, limit=80)} · {number} "
        f":{colour}-badge[{card.verdict.capitalize()}]"
    )


def flip_list(
    found: Sequence[Flip], following: NextQuestion | None, *, out: bool, most: int = 6
) -> None:
    """
    Draw what to ask next, and which single answers would change the outcome.

    `out` says that it is disqualified now: what leaves it so is no change.
    """
    found = [one for one in found if not (out and one.verdict == "disqualified")]
    ask = '<p class="ox-soft">Nothing that is open can change this any more.</p>' if found else ""
    if following is not None:
        asked = cards.bdi(_cut(following.question, 300))
        ask = (
            f'<div class="ox-hint"><strong>Ask next:</strong> {asked}'
            f'<br><span class="ox-soft">{cards.escape(following.reason)}</span></div>'
        )
    # To take an answer back is a change too, but nothing to go and ask for.
    found = sorted(found, key=lambda one: one.after == "Unknown")
    cards.html(
        '<div class="ox ox-hand"><h2 class="ox-h">What would change it?</h2>',
        ask,
        f'<ul class="ox-flips">{"".join(_flip(one) for one in found[:most])}</ul>'
        if found
        else '<p class="ox-soft">No single answer changes the outcome.</p>',
        "</div>",
    )
    if len(found) > most:
        with st.expander(f"{len(found) - most} more", key="more-flips"):
            rest = "".join(_flip(one) for one in found[most:])
            cards.html(f'<div class="ox"><ul class="ox-flips">{rest}</ul></div>')


def _cut(question: str, limit: int = 140) -> str:
    """Cut a question that stands whole elsewhere on the page."""
    line = " ".join(question.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _flip(one: Flip) -> str:
    to = cards.badge(one.verdict.capitalize(), _STYLES.get(one.verdict, ""))
    number = f" {one.ten} of 10" if one.ten is not None else ""
    beside = f", {one.band}" if one.band and one.band != one.verdict else ""
    if one.verdict == "disqualified":
        number = beside = ""
    elif beside:
        number = f" so far{number}"
    was = "" if one.before == "Unknown" else f" instead of {one.before.lower()}"
    return (
        f"<li><b>{one.after}</b>{was} to {one.index + 1}. {cards.bdi(_cut(one.question))} "
        f'<span class="ox-one">→ {to}</span>'
        f'<span class="ox-soft ox-small ox-one">{cards.escape(number + beside)}</span></li>'
    )
