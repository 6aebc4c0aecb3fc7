"""
The chart of fit by weight, and the sentence that it is read by. Pure: Altair.

Here too is what all charts share: their inks, the name of their selection, their marks as
a table. Colours come from the theme, so that light and dark switch without a rerun.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt
import pyarrow as pa

from octave_api.contract import FIT_TYPES, WEIGHTS
from pages.parts.questions import Row, in_order, weight_word

PICK = "pick"
"""The name of the chart's selection."""

Mark = dict[str, Any]
"""One row of a chart's data: what is drawn, and what a click on it says."""

ACCENT = alt.expr("luminance(background) > 0.5 ? '#0B5CAD' : '#58A6FF'")
ON_ACCENT = alt.expr("luminance(background) > 0.5 ? '#FFFFFF' : '#0B1220'")
INK = alt.expr("luminance(background) > 0.5 ? '#14171A' : '#E8EDF3'")
SOFT = alt.expr("luminance(background) > 0.5 ? '#4A5563' : '#B7C2CF'")
MARGIN = {"left": 0, "right": 0, "top": 2, "bottom": 2}
"""Pixels around a drawing; Streamlit's own would leave a gap under it."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """Which bars stand out: those of these fits and weights, all where nothing is chosen."""

    fits: tuple[str, ...] = ()
    weights: tuple[str, ...] = ()

    def has(self, fit: str, weight: str) -> bool:
        return (not self.fits or fit in self.fits) and (not self.weights or weight in self.weights)


def table(marks: Sequence[Mark]) -> pa.Table:
    """Give marks as Streamlit sends them to the browser, without a detour over pandas."""
    return pa.Table.from_pylist(list(marks))


def balance(
    rows: Sequence[Row], highlight: Highlight | None = None, *, turn: int = 0
) -> list[Mark]:
    """
    Count questions by fit and weight.

    One mark for every weight and fit, known ones with a count of 0 too. `signed`
    is negative on the left of the chart, where everything but GOOD stands. `on`
    marks the bars that stand out; `gen` is `turn`, which makes each click new.
    """
    fits = in_order((row.fit for row in rows), FIT_TYPES)
    weights = in_order((row.weight for row in rows), WEIGHTS)
    highlight = highlight or Highlight()
    counts = Counter((row.fit, row.weight) for row in rows)
    found = []
    for weight in weights:
        for fit in fits:
            count = counts[fit, weight]
            noun = "question" if count == 1 else "questions"
            found.append(
                {
                    "weight": weight,
                    "weightWord": weight_word(weight),
                    "fitType": fit,
                    "count": count,
                    "signed": count if fit == "GOOD" else -count,
                    "on": highlight.has(fit, weight),
                    "gen": turn,
                    "text": f"{count} {fit} {noun} of weight {weight}",
                }
            )
    return found


def balance_spec(counts: Sequence[Mark], *, pick: bool) -> dict[str, Any]:
    """
    Give the drawing of `balance` without its data: GOOD to the right of zero, heaviest on top.

    A click changes the data alone, so that the drawing need not be made again. `pick` says
    whether its bars can be clicked.
    """
    fits = tuple(dict.fromkeys(mark["fitType"] for mark in counts))
    weights = tuple(dict.fromkeys(mark["weightWord"] for mark in counts))
    return _spec(fits, weights, _reach(counts), pick)


@lru_cache(maxsize=64)
def _spec(
    fits: tuple[str, ...], weights: tuple[str, ...], reach: float, pick: bool
) -> dict[str, Any]:
    drawn: dict[str, Any] = _drawing(fits, weights, reach, pick).to_dict()
    return drawn


def _reach(counts: Sequence[Mark]) -> float:
    # Left of zero, unknown fit types stack behind BAD, so their sum sets the width.
    sides: Counter[tuple[str, bool]] = Counter()
    for mark in counts:
        sides[mark["weight"], mark["fitType"] == "GOOD"] += mark["count"]
    # A seventh more than the longest bar leaves room for its number.
    return max(1, *sides.values()) * 1.16 + 0.15


def _drawing(
    fits: Sequence[str], weights: Sequence[str], reach: float, pick: bool
) -> alt.LayerChart:
    base = alt.Chart().encode(
        y=alt.Y(
            "weightWord:O",
            title=None,
            sort=list(weights),
            scale=alt.Scale(domain=list(weights)),
            axis=alt.Axis(
                labelOverlap=False, ticks=False, domain=False, labelPadding=10, labelLimit=160
            ),
        )
    )
    some = alt.datum.count > 0
    marks = base.transform_filter(some).mark_bar(
        size=20, cornerRadiusEnd=3, cursor="pointer" if pick else "default"
    )
    bars = marks.encode(
        x=alt.X(
            "signed:Q",
            title=None,
            stack="zero",
            scale=alt.Scale(domain=[-reach, reach], nice=False),
            axis=alt.Axis(labels=False, ticks=False, grid=False, domain=False),
        ),
        color=alt.Color("fitType:N", scale=alt.Scale(domain=list(fits)), legend=None),
        opacity=alt.condition("datum.on", alt.value(1), alt.value(0.28)),
        tooltip=[
            alt.Tooltip("fitType:N", title="Fit"),
            alt.Tooltip("weightWord:N", title="Weight"),
            alt.Tooltip("count:Q", title="Questions"),
        ],
        description=alt.Description("text:N"),
    )
    if pick:
        bars = bars.add_params(
            alt.selection_point(name=PICK, fields=["weight", "fitType", "gen"], toggle=False)
        )
    good = (
        base.transform_filter(some & (alt.datum.fitType == "GOOD"))
        .mark_text(align="left", dx=6, fontSize=13, fontWeight=600, color=INK, aria=False)
        .encode(x="signed:Q", text="count:Q")
    )
    rest = (
        base.transform_filter(some & (alt.datum.fitType != "GOOD"))
        .transform_aggregate(total="sum(count)", low="sum(signed)", groupby=["weightWord"])
        .mark_text(align="right", dx=-6, fontSize=13, fontWeight=600, color=INK, aria=False)
        .encode(x="low:Q", text="total:Q")
    )
    zero = alt.Chart().mark_rule(strokeWidth=1, color=SOFT, aria=False).encode(x=alt.datum(0))
    chart: alt.LayerChart = (
        alt.layer(bars, zero, good, rest)
        .properties(height=alt.Step(32), padding=MARGIN)
        .configure_view(stroke=None)
        .configure_axis(labelColor=INK, labelFontSize=13)
    )
    return chart


def balance_alt(rows: Sequence[Row]) -> str:
    """Describe the chart for those who do not see it."""
    good = sum(1 for row in rows if row.fit == "GOOD")
    return (
        f"Bars of {len(rows)} questions by weight: {good} GOOD to the right, "
        f"{len(rows) - good} other to the left. {balance_sentence(rows)}"
    )


def balance_sentence(rows: Sequence[Row]) -> str:
    """Answer in one line whether the set of questions is lopsided."""
    if not rows:
        return "No questions to weigh."
    if len(rows) == 1:
        return f"One question, {rows[0].fit} of weight {weight_word(rows[0].weight).lower()}."
    good = [row for row in rows if row.fit == "GOOD"]
    bad = [row for row in rows if row.fit == "BAD"]
    outright = sum(1 for row in rows if row.weight == "INSTANT_DISQUALIFIER")
    if not bad:
        return f"Lopsided: all {len(rows)} questions look for a good fit, none rules anybody out."
    if not good:
        return (
            f"Lopsided: all {len(rows)} questions rule out, none says what a good fit looks like."
        )
    tail = _disqualifiers(outright)
    weights = {row.weight for row in rows if row.weight != "INSTANT_DISQUALIFIER"}
    if len(weights) == 1 and len(rows) - outright > 2:
        word = weight_word(next(iter(weights))).lower()
        return f"Every question weighs {word}, so the score cannot tell them apart; {tail}."
    verb = "looks" if len(good) == 1 else "look"
    pair = f"{len(good)} {verb} for a good fit and {len(bad)} for a bad one"
    if len(good) > 3 * len(bad):
        return f"Leaning to yes: {pair}; {tail}."
    if len(bad) > 3 * len(good):
        return f"Leaning to no: {pair}; {tail}."
    return f"Balanced: {pair}; {tail}."


def _disqualifiers(count: int) -> str:
    if not count:
        return "nothing disqualifies outright"
    return "1 disqualifies outright" if count == 1 else f"{count} disqualify outright"
