"""
Which letters of the sales frameworks the questions serve: words spelt in dots, and the sentence.

Pure. A filled dot is a letter that some question serves, an empty ring a gap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import altair as alt

from pages.parts.charts import ACCENT, INK, MARGIN, ON_ACCENT, PICK, SOFT, Mark
from pages.parts.frameworks import FRAMEWORKS, LETTERS, short
from pages.parts.questions import Row


def dots(rows: Sequence[Row], chosen: Sequence[str], *, turn: int = 0) -> list[Mark]:
    """Give one mark for each letter, those that no question serves too; `on` marks the chosen."""
    counts = Counter(row.letter for row in rows)
    made = []
    for framework, words in FRAMEWORKS.items():
        for place, word in enumerate(words):
            full = f"{framework}: {word}"
            noun = "question" if counts[full] == 1 else "questions"
            made.append(
                {
                    "framework": framework,
                    "place": place,
                    "letter": full,
                    # "Identify pain" is the I, "economic buyer" the E.
                    "initial": word[0].upper(),
                    "word": short(full),
                    "count": counts[full],
                    "on": not chosen or full in chosen,
                    "gen": turn,
                    "text": f"{full}: {counts[full]} {noun}",
                }
            )
    return made


@lru_cache(maxsize=1)
def spec() -> dict[str, Any]:
    """Give the drawing, without its data."""
    pick = alt.selection_point(name=PICK, fields=["letter", "gen"], toggle=False)
    widest = max(len(words) for words in FRAMEWORKS.values())
    base = alt.Chart().encode(
        x=alt.X("place:Q", axis=None, scale=alt.Scale(domain=[-0.5, widest - 0.5], nice=False)),
        y=alt.Y(
            "framework:O",
            title=None,
            scale=alt.Scale(domain=list(FRAMEWORKS)),
            axis=alt.Axis(ticks=False, domain=False, labelPadding=8, labelOverlap=False),
        ),
        opacity=alt.condition("datum.on", alt.value(1), alt.value(0.3)),
        tooltip=[
            alt.Tooltip("word:N", title="Letter"),
            alt.Tooltip("count:Q", title="Questions"),
        ],
    )
    some = alt.datum.count > 0
    gaps = (
        base.transform_filter(alt.datum.count == 0)
        .mark_point(shape="circle", size=620, strokeDash=[3, 3], strokeWidth=1.5, stroke=SOFT)
        .encode(description=alt.Description("text:N"))
    )
    filled = (
        base.transform_filter(some)
        .mark_point(shape="circle", size=620, filled=True, fill=ACCENT, opacity=1, cursor="pointer")
        .encode(description=alt.Description("text:N"))
        .add_params(pick)
    )
    initials = base.mark_text(
        fontSize=13,
        fontWeight=600,
        aria=False,
        color=alt.expr(
            f"datum.count > 0 ? ({ON_ACCENT.to_dict()['expr']}) : ({SOFT.to_dict()['expr']})"
        ),
    ).encode(text="initial:N")
    counts = base.mark_text(fontSize=12, dy=24, aria=False, color=INK).encode(text="count:Q")
    drawn: dict[str, Any] = (
        alt.layer(gaps, filled, initials, counts)
        .properties(height=alt.Step(62), padding=MARGIN)
        .configure_view(stroke=None)
        .configure_axis(labelColor=INK, labelFontSize=13)
        .to_dict()
    )
    return drawn


def choices(rows: Sequence[Row]) -> dict[str, str]:
    """Name the letters that some question serves for a list of choices, in their order."""
    counts = Counter(row.letter for row in rows)
    return {full: f"{full} ({counts[full]})" for full in LETTERS if counts[full]}


def sentence(rows: Sequence[Row]) -> str:
    """Answer in one line which letters nobody asks about."""
    served = {row.letter for row in rows}
    if served.isdisjoint(LETTERS):
        return "No question is noted for a letter of these frameworks."
    full, part = [], []
    for framework, words in FRAMEWORKS.items():
        missing = [word for word in words if f"{framework}: {word}" not in served]
        if not missing:
            full.append(framework)
        elif len(missing) == len(words):
            part.append(f"{framework} is not served")
        else:
            # Three are still read at a glance; of more, two stand for all.
            named = missing if len(missing) <= 3 else [*missing[:2], f"{len(missing) - 2} more"]
            part.append(f"{framework} lacks {_joined(named)}")
    whole = [f"{' and '.join(full)} {'are' if len(full) > 1 else 'is'} covered"] if full else []
    return "; ".join(whole + part) + "."


def _joined(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def alt_text(rows: Sequence[Row]) -> str:
    """Describe the chart for those who do not see it."""
    return f"A dot for each letter of BANT, MEDDPICC and SPICED. {sentence(rows)}"
