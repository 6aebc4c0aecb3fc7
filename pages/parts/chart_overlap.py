"""
Which personas and segments ask the same thing: a heat map, and the sentence. Pure.

A cell is the share of its row's questions that its column asks too.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import altair as alt

from pages.parts import overlap
from pages.parts.charts import ACCENT, INK, MARGIN, ON_ACCENT, PICK, SOFT, Mark
from pages.parts.overlap import Shared
from pages.parts.questions import Row, short

LIMIT = 12
"""Entities that are drawn; a cell must stay large enough to be met by a finger."""


def names(rows: Sequence[Row]) -> dict[str, str]:
    """Name entities and pairs of them by their values in the filter."""
    own = {row.entity_oid: short(row.entity_name) for row in rows}
    return own | {
        one.pair: f"both {own[one.oid]} and {own[one.other]}" for one in overlap.shared(rows)
    }


def pairs(rows: Sequence[Row]) -> dict[str, str]:
    """Name the pairs of entities that share questions for a list of choices, most shared first."""
    own = {row.entity_oid: short(row.entity_name, 30) for row in rows}
    most: dict[str, tuple[int, str]] = {}
    for one in overlap.shared(rows):
        if one.count > most.get(one.pair, (0, ""))[0]:
            most[one.pair] = (one.count, f"{own[one.oid]} + {own[one.other]} ({one.count})")
    return {key: name for key, (_, name) in sorted(most.items(), key=lambda item: -item[1][0])}


def cells(rows: Sequence[Row], chosen: Sequence[str], *, turn: int = 0) -> list[Mark]:
    """
    Give one mark for each two entities, at most `LIMIT` of them, diagonal left out.

    `row` is the name with its number, `column` the number alone; `on` marks
    the chosen pairs.
    """
    order = overlap.strongest(rows, LIMIT)
    number = {oid: n for n, oid in enumerate(order, 1)}
    line = {row.entity_oid: short(row.entity_name, 24) for row in rows}
    found: dict[tuple[str, str], Shared] = {
        (one.oid, one.other): one for one in overlap.shared(rows)
    }
    made = []
    for oid in order:
        for other in order:
            one = found.get((oid, other))
            count = one.count if one else 0
            pair = overlap.pair_key(oid, other)
            made.append(
                {
                    "row": f"{number[oid]}  {line[oid]}",
                    "column": str(number[other]),
                    "pair": pair,
                    "own": oid == other,
                    "count": count,
                    "share": one.share if one else 0.0,
                    "on": not chosen or pair in chosen,
                    "gen": turn,
                    "text": f"{line[oid]} shares {count} with {line[other]}",
                }
            )
    return made


def spec(made: Sequence[Mark]) -> dict[str, Any]:
    """Give the drawing, without its data: a click changes the data alone."""
    return _spec(
        tuple(dict.fromkeys(mark["row"] for mark in made)),
        tuple(dict.fromkeys(mark["column"] for mark in made)),
    )


@lru_cache(maxsize=64)
def _spec(rows: tuple[str, ...], columns: tuple[str, ...]) -> dict[str, Any]:
    base = _base(rows, columns)
    # The table arrives with a row of nothing but its index.
    ground = base.transform_filter("isValid(datum.row)").mark_rect(
        fill=SOFT, fillOpacity=alt.expr("datum.own ? 0.16 : 0.05"), cornerRadius=3, aria=False
    )
    some = base.transform_filter(alt.datum.count > 0)
    drawn: dict[str, Any] = (
        alt.layer(ground, _heat(some), _numbers(some))
        .properties(height=alt.Step(26), padding=MARGIN)
        .configure_view(stroke=None)
        .configure_scale(bandPaddingInner=0.1)
        .configure_axis(labelColor=INK, labelFontSize=13)
        .to_dict()
    )
    return drawn


def _base(rows: tuple[str, ...], columns: tuple[str, ...]) -> alt.Chart:
    """Give the grid: names down the side, their numbers along the top."""
    return alt.Chart().encode(
        x=alt.X(
            "column:O",
            title=None,
            scale=alt.Scale(domain=list(columns)),
            axis=alt.Axis(
                orient="top",
                labelAngle=0,
                labelOverlap=False,
                ticks=False,
                domain=False,
                labelPadding=4,
            ),
        ),
        y=alt.Y(
            "row:O",
            title=None,
            scale=alt.Scale(domain=list(rows)),
            axis=alt.Axis(
                labelOverlap=False, ticks=False, domain=False, labelPadding=8, labelLimit=170
            ),
        ),
    )


def _heat(some: alt.Chart) -> alt.Chart:
    """Give the cells that share questions, to be clicked."""
    pick = alt.selection_point(name=PICK, fields=["pair", "gen"], toggle=False)
    drawn: alt.Chart = (
        some.mark_rect(fill=ACCENT, cornerRadius=3, cursor="pointer")
        .encode(
            fillOpacity=alt.FillOpacity(
                "share:Q", legend=None, scale=alt.Scale(domain=[0, 1], range=[0.22, 1])
            ),
            opacity=alt.condition("datum.on", alt.value(1), alt.value(0.3)),
            tooltip=[
                alt.Tooltip("text:N", title="Near-twins"),
                alt.Tooltip("share:Q", title="Share", format=".0%"),
            ],
            description=alt.Description("text:N"),
        )
        .add_params(pick)
    )
    return drawn


def _numbers(some: alt.Chart) -> alt.Chart:
    """Give how many questions a cell shares."""
    # The shares at which both inks read equally well on the fill, by light and dark.
    dark = alt.expr(
        "datum.share > (luminance(background) > 0.5 ? 0.73 : 0.56) ? "
        f"({ON_ACCENT.to_dict()['expr']}) : ({INK.to_dict()['expr']})"
    )
    drawn: alt.Chart = some.mark_text(fontSize=12, color=dark, aria=False, tooltip=None).encode(
        text="count:Q"
    )
    return drawn


def sentence(rows: Sequence[Row]) -> str:
    """Answer in one line who asks the same as whom."""
    entities = len({row.entity_oid for row in rows})
    if entities < 2:
        return "It takes two personas or segments to compare what they ask."
    found = overlap.shared(rows)
    if not found:
        return f"No two of the {entities} ask the same thing."
    top = max(found, key=lambda one: (one.count, one.share))
    own = {row.entity_oid: short(row.entity_name, 40) for row in rows}
    twice = sum(1 for row in rows if row.pairs)
    noun = "question" if top.total == 1 else "questions"
    lead = (
        f"{own[top.oid]} shares {top.count} of its {top.total} {noun} with {own[top.other]}, "
        "more than any other two"
    )
    tail = f"{twice} of {len(rows)} questions are asked elsewhere too."
    return f"{lead}; {tail}"


def left_out(rows: Sequence[Row]) -> int:
    """Give how many entities have no row in the chart, for want of room."""
    return max(0, len({row.entity_oid for row in rows}) - LIMIT)


def alt_text(rows: Sequence[Row]) -> str:
    """Describe the chart for those who do not see it."""
    return f"Heat map of near-twin questions between entities. {sentence(rows)}"


def reading(rows: Sequence[Row]) -> str:
    """Say how the chart is read, and what it leaves out."""
    if not overlap.shared(rows):
        return "Columns carry the numbers of the rows; a cell would count the questions they share."
    rest = left_out(rows)
    more = f" The {LIMIT} that share most are drawn, {rest} are not." if rest else ""
    return (
        "Columns carry the numbers of the rows; a cell counts the row's questions that the "
        f"column asks too. Click one to see them.{more}"
    )
