"""
What was read and what was assumed: claims by field and origin, and the sentence. Pure.

Solid means quoted, grey means inferred, hollow means typical: the less a
source stands behind a claim, the less ink it has. What a person wrote has a colour of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt

from octave_api.contract import Evidence
from pages.parts import evidence as ev
from pages.parts.charts import INK, MARGIN, PICK, SOFT, Mark
from pages.parts.questions import ASKED, field_name

_LIGHT = {
    "SOURCE": "#1F7A5C",
    "INFERRED": "#A3AFBC",
    "EDITED": "#8A6FB0",
    "TYPICAL": "#FFFFFF",
    "": "#3B4550",
}
_DARK = {
    "SOURCE": "#6CCBA6",
    "INFERRED": "#6B7887",
    "EDITED": "#B9A3DB",
    "TYPICAL": "#10151C",
    "": "#D5DBE3",
}


def _fill(colours: dict[str, str]) -> str:
    chosen = f"'{colours['']}'"
    for origin in ev.ORIGINS:
        chosen = f"datum.origin === '{origin}' ? '{colours[origin]}' : {chosen}"
    return f"({chosen})"


_FILL = alt.expr(f"luminance(background) > 0.5 ? {_fill(_LIGHT)} : {_fill(_DARK)}")


@dataclass(frozen=True, slots=True)
class FieldCount:
    """How many claims of one origin a field holds."""

    field: str
    origin: str
    count: int


def count(found: Iterable[Evidence | None]) -> list[FieldCount]:
    """Count the claims of all evidence by field and origin, fields with most claims first."""
    counts: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    for evidence in found:
        for claim in evidence.claims if evidence else ():
            field = field_name(claim.pointer)
            counts[field, str(claim.origin)] += 1
            totals[field] += 1
    origins = in_order(origin for _, origin in counts)
    return [
        FieldCount(field, origin, counts[field, origin])
        for field, _ in totals.most_common()
        for origin in origins
        if counts[field, origin]
    ]


def in_order(origins: Iterable[str]) -> list[str]:
    """Give the known origins first, unknown ones by name."""
    found = set(origins)
    return [*(origin for origin in ev.ORIGINS if origin in found), *sorted(found - set(ev.ORIGINS))]


def marks(
    counts: Sequence[FieldCount],
    fields: Sequence[str],
    origins: Sequence[str],
    *,
    turn: int = 0,
) -> list[Mark]:
    """
    Give one mark for each part of a bar; `on` marks those of the chosen fields and origins.

    What a click asks for: the questions of an origin, or those that rest on
    the sentences of a field. Nothing rests on what is typical, so there it is
    the origin.
    """
    totals: Counter[str] = Counter()
    for one in counts:
        totals[one.field] += one.count
    order = in_order(one.origin for one in counts)
    return [
        {
            "field": one.field,
            "origin": one.origin,
            "word": ev.origin_mark(one.origin).word,
            "rank": order.index(one.origin),
            "count": one.count,
            "total": totals[one.field],
            "askField": "" if _by_origin(one) else one.field,
            "askOrigin": one.origin if _by_origin(one) else "",
            "on": not (fields or origins)
            or (one.origin in origins if _by_origin(one) else one.field in fields),
            "gen": turn,
            "text": f"{one.field}: {one.count} of {totals[one.field]} "
            f"{ev.origin_mark(one.origin).word.lower()}",
        }
        for one in counts
    ]


def _by_origin(one: FieldCount) -> bool:
    return one.field == ASKED or one.origin not in ("SOURCE", "INFERRED")


def spec(counts: Sequence[FieldCount]) -> dict[str, Any]:
    """Give the drawing, without its data: what is drawn changes with each click, this does not."""
    totals: Counter[str] = Counter()
    for one in counts:
        totals[one.field] += one.count
    fields = tuple(dict.fromkeys(one.field for one in counts))
    return _spec(fields, max(totals.values(), default=1))


@lru_cache(maxsize=64)
def _spec(fields: tuple[str, ...], reach: int) -> dict[str, Any]:
    pick = alt.selection_point(name=PICK, fields=["askField", "askOrigin", "gen"], toggle=False)
    base = alt.Chart().encode(
        y=alt.Y(
            "field:O",
            title=None,
            scale=alt.Scale(domain=list(fields)),
            axis=alt.Axis(
                labelOverlap=False, ticks=False, domain=False, labelPadding=8, labelLimit=170
            ),
        )
    )
    bars = (
        base.mark_bar(size=16, strokeWidth=1, cursor="pointer", fill=_FILL, stroke=SOFT)
        .encode(
            x=alt.X(
                "count:Q",
                title=None,
                stack="zero",
                scale=alt.Scale(domain=[0, reach * 1.14], nice=False),
                axis=None,
            ),
            order=alt.Order("rank:Q"),
            opacity=alt.condition("datum.on", alt.value(1), alt.value(0.25)),
            tooltip=[
                alt.Tooltip("field:N", title="Field"),
                alt.Tooltip("word:N", title="Origin"),
                alt.Tooltip("count:Q", title="Claims"),
            ],
            description=alt.Description("text:N"),
        )
        .add_params(pick)
    )
    ends = (
        base.transform_aggregate(all="sum(count)", groupby=["field"])
        .mark_text(align="left", dx=6, fontSize=13, color=INK, aria=False)
        .encode(x="all:Q", text="all:Q")
    )
    drawn: dict[str, Any] = (
        alt.layer(bars, ends)
        .properties(height=alt.Step(24), padding=MARGIN)
        .configure_view(stroke=None)
        .configure_axis(labelColor=INK, labelFontSize=13)
        .to_dict()
    )
    return drawn


def legend(counts: Sequence[FieldCount]) -> list[tuple[str, str]]:
    """Give each origin's word and its fill as CSS, rare ones only where something is of them."""
    found = {one.origin for one in counts}
    words = {
        origin: mark.word
        for origin, mark in ev.ORIGINS.items()
        if origin != "EDITED" or origin in found
    }
    if found - set(ev.ORIGINS):
        words[""] = "Not known"
    return [
        (word, f"light-dark({_LIGHT[origin]}, {_DARK[origin]})") for origin, word in words.items()
    ]


def sentence(counts: Sequence[FieldCount], unread: int = 0) -> str:
    """
    Answer in one line how much was read and how much was assumed.

    `unread` is how many entities came without evidence: of their claims nothing is known.
    """
    total = sum(one.count for one in counts)
    if not total:
        return "Where these claims come from is not known." if unread else "There are no claims."
    by: Counter[str] = Counter()
    typical: Counter[str] = Counter()
    for one in counts:
        by[one.origin if one.origin in ev.ORIGINS else ""] += one.count
        if one.origin == "TYPICAL":
            typical[one.field] += one.count
    noun = "claim" if total == 1 else "claims"
    parts = [
        f"Of {total:,} {noun}, {_percent(by['SOURCE'], total)} are quoted and "
        f"{_percent(by['INFERRED'], total)} follow from a quoted sentence"
    ]
    if by["EDITED"]:
        parts.append(f"{_percent(by['EDITED'], total)} were written by a person")
    if typical:
        field, most = typical.most_common(1)[0]
        of = sum(one.count for one in counts if one.field == field)
        which = "all" if len(typical) == 1 else "most"
        where = (
            f"{which} of them in {field.lower()}" if by["TYPICAL"] > 1 else f"in {field.lower()}"
        )
        parts.append(f"{_percent(by['TYPICAL'], total)} are assumed, {where} ({most} of {of})")
    if by[""]:
        parts.append(f"of {_percent(by[''], total)} the origin is not known")
    if unread:
        others = "answer" if unread == 1 else "answers"
        parts.append(f"{unread} more {others} came without evidence")
    if len(parts) == 1:
        parts.append("nothing is assumed")
    return f"{'; '.join(parts)}."


def _percent(part: int, total: int) -> str:
    # Rounded to nought or to all, a share would deny what is there.
    share = 100 * part / total
    if 0 < share < 1:
        return "under 1%"
    return f"{min(99, round(share)) if part < total else 100}%"


def alt_text(counts: Sequence[FieldCount], unread: int = 0) -> str:
    """Describe the chart for those who do not see it."""
    return f"Stacked bars of claims by field and origin. {sentence(counts, unread)}"
