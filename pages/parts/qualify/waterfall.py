"""
How the answers add up to the score: one bar a question, from 0 to the score. Pure.

Bars to the right add and bars to the left take away; what adds nothing stands as its word.
The last bar is the score itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from octave_api.scorecard import Bar, Scorecard
from pages.parts.charts import INK, PICK, SOFT

_LIGHT = {"adds": "#0072B2", "subtracts": "#D55E00", "clamped": "#8A94A0", "score": "#4A5563"}
_DARK = {"adds": "#56B4E9", "subtracts": "#E69F00", "clamped": "#7C8894", "score": "#B7C2CF"}
LONGEST = 44
"""Letters of a question that stand beside its bar."""
BAND_STARTS = (35, 75)
"""Where a borderline and a good score begin, of 100."""
WORDS = {"nothing": "no", "open": "open", "clamped": "held", "gate": "", "ignored": ""}
_LEAD = re.compile(
    r"(?i)^(?:does this apply to them: |would they say that |"
    r"(?:does|do|did|is|are|was|has|have|can|will|would)\s+"
    r"(?:this person|the company|this company|their company|their title|the prospect|they|it|"
    r"there)\s+)"
)


def _fill(colours: dict[str, str]) -> str:
    chosen = f"'{colours['score']}'"
    for effect in ("adds", "subtracts", "clamped"):
        chosen = f"datum.effect === '{effect}' ? '{colours[effect]}' : {chosen}"
    return f"({chosen})"


_FILL = alt.expr(f"luminance(background) > 0.5 ? {_fill(_LIGHT)} : {_fill(_DARK)}")
_LABEL_WIDTH = alt.expr("windowSize()[0] < 640 ? 150 : 230")


def short(question: str) -> str:
    """Give a question's distinctive words for the side of a chart."""
    text = _LEAD.sub("", " ".join(question.split())).rstrip("?") or question
    text = text[:1].upper() + text[1:]
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def marks(card: Scorecard, *, at: int | None = None, turn: int = 0) -> pd.DataFrame:
    """
    Give one row a bar, and one for the score.

    `at` is the index of the question at hand; `index` is -1 where a bar is no question.
    """
    rows = [_row(bar, number, at, turn) for number, bar in enumerate(card.bars)]
    score = 100 * (card.fit or 0)
    shown = "no score" if card.hundred is None else f"{card.hundred}"
    rows.append(
        {
            "label": "Score",
            "number": len(rows),
            "index": -1,
            "effect": "score",
            "start": 0.0,
            "end": score,
            "middle": max(0.0, score),
            "word": shown,
            "on": False,
            "gen": turn,
            "text": f"Score: {shown}",
        }
    )
    return pd.DataFrame(rows)


def _row(bar: Bar, number: int, at: int | None, turn: int) -> dict[str, Any]:
    delta = bar.delta
    word = WORDS.get(bar.effect, f"{delta:+.0f}".replace("-", "−"))
    name = "Held between 0 and 100" if bar.index is None else f"{bar.index + 1}. {short(bar.label)}"
    whole = name if bar.index is None else f"{bar.index + 1}. {bar.label}"
    said = word if not delta else f"{delta:+.1f} of 100".replace("-", "−")
    return {
        "label": name,
        "number": number,
        "index": -1 if bar.index is None else bar.index,
        "effect": bar.effect,
        "start": bar.start,
        "end": bar.end,
        "middle": max(bar.start, bar.end),
        "word": word,
        "on": bar.index is not None and bar.index == at,
        "gen": turn,
        "text": f"{whole}: {said}",
    }


def spec(found: pd.DataFrame, *, faded: bool = False) -> dict[str, Any]:
    """Give the drawing without its data; `faded` draws a score that does not count."""
    low = float(min(0.0, found["start"].min(), found["end"].min()))
    high = float(max(100.0, found["start"].max(), found["end"].max()))
    return _spec(tuple(found["label"]), low, high, faded)


@lru_cache(maxsize=128)
def _spec(labels: tuple[str, ...], low: float, high: float, faded: bool) -> dict[str, Any]:
    scale = alt.Scale(domain=[low, high], nice=False)
    base = _base(labels)
    hand = (
        base.transform_filter("datum.on")
        .mark_rect(fill=SOFT, opacity=0.16, aria=False)
        .encode(x=alt.value(0), x2=alt.value("width"))
    )
    words = base.mark_text(
        align="left", dx=6, fontSize=13, color=INK if not faded else SOFT, aria=False
    ).encode(x=alt.X("middle:Q", scale=scale), text="word:N")
    drawn: dict[str, Any] = (
        alt.layer(hand, _bars(base, scale, opacity=0.3 if faded else 1), words)
        .properties(height=alt.Step(23), padding={"left": 0, "right": 48, "top": 0, "bottom": 2})
        .configure_view(stroke=None)
        .configure_axis(labelColor=INK, labelFontSize=13)
        .to_dict()
    )
    return drawn


def _base(labels: tuple[str, ...]) -> alt.Chart:
    """Give the lines, each with its label."""
    return alt.Chart().encode(
        y=alt.Y(
            "number:O",
            title=None,
            axis=alt.Axis(
                labelExpr=_label_expression(labels),
                labelOverlap=False,
                labelFlush=False,
                ticks=False,
                domain=False,
                labelPadding=8,
                labelLimit=_LABEL_WIDTH,
            ),
        )
    )


def _bars(base: alt.Chart, scale: alt.Scale, *, opacity: float) -> alt.Chart:
    """Give the bars, to be clicked, over the lines at which the bands begin."""
    pick = alt.selection_point(name=PICK, fields=["index", "gen"], toggle=False)
    drawn: alt.Chart = (
        base.mark_bar(size=15, cornerRadius=2, cursor="pointer", fill=_FILL, opacity=opacity)
        .encode(
            x=alt.X(
                "start:Q",
                title=None,
                scale=scale,
                axis=alt.Axis(
                    values=[0, *BAND_STARTS, 100],
                    tickCount=10,  # told none, Vega drops the bands where the chart is narrow
                    orient="top",
                    grid=True,
                    gridDash=[3, 3],
                    gridColor=SOFT,
                    gridOpacity=0.4,
                    domain=False,
                    ticks=False,
                    labelColor=SOFT,
                    labelFontSize=12,
                ),
            ),
            x2="end:Q",
            tooltip=[alt.Tooltip("text:N", title=" ")],
            description=alt.Description("text:N"),
        )
        .add_params(pick)
    )
    return drawn


def _label_expression(labels: Sequence[str]) -> str:
    """Give the labels by the bars' numbers: two questions may read the same when cut."""
    quoted = ", ".join(_quoted(label) for label in labels)
    return f"[{quoted}][datum.value]"


def _quoted(text: str) -> str:
    escaped = "".join(c if c.isalnum() or c == " " else f"\\u{ord(c):04x}" for c in _plain(text))
    return f'"{escaped}"'


def _plain(text: str) -> str:
    """Leave out what a four-digit escape cannot write."""
    return "".join(c for c in text if ord(c) < 0x10000)


def sentence(card: Scorecard) -> str:
    """Say in one line what the chart shows."""
    adds = sum(1 for bar in card.bars if bar.effect == "adds")
    takes = sum(1 for bar in card.bars if bar.effect == "subtracts")
    still = sum(1 for bar in card.bars if bar.effect == "open")
    if not adds and not takes and card.fit is None:
        return "A yes to a GOOD question adds to the score, a yes to a BAD one takes away."
    return f"{adds} add, {takes} take away, {still} still open."


def alt_text(card: Scorecard) -> str:
    """Describe the chart for those who do not see it."""
    score = "no score yet" if card.hundred is None else f"a score of {card.hundred} of 100"
    return f"Waterfall of {len(card.bars)} bars that lead to {score}. {sentence(card)}"
