"""
The card that is read in ten seconds: name, titles, top pains and questions, the share quoted.

Every text that is not ours goes through `cards.escape` or `cards.bdi`.
"""

from __future__ import annotations

from typing import Literal

from octave_api.contract import Evidence
from pages.parts import cards
from pages.parts import evidence as ev
from pages.parts.entities import Glance

NOTHING_CLAIMED = "Nothing is known of it yet but its name."


def draw(
    card: Glance,
    evidence: Evidence | None,
    *,
    kind: str,
    fictional: bool,
    level: Literal[1, 2] = 2,
) -> None:
    """
    Draw what is read in ten seconds; what is cut here stands whole under it.

    `level` is that of the name as a heading.
    """
    head = f"h{level + 1}"
    top = "".join(f"<li>{cards.bdi(item)}</li>" for item in card.top)
    asked = "".join(
        f"<li>{cards.fit_badge(str(q.fit_type))} {cards.bdi(q.question)}</li>"
        for q in card.questions
    )
    out = "".join(f"<li>{cards.bdi(q.question)}</li>" for q in card.disqualifiers[:3])
    if len(card.disqualifiers) > 3:
        out += f'<li class="ox-soft ox-small">and {len(card.disqualifiers) - 3} more</li>'
    # The name is read already, right above.
    others = [title for title in card.titles if title.casefold() != card.name.casefold()]
    titles = "".join(f'<span class="ox-chip">{cards.bdi(title)}</span>' for title in others[:6])
    if len(others) > 6:
        titles += f'<span class="ox-soft ox-small">and {len(others) - 6} more</span>'
    facts = "".join(
        f"<div><dt>{cards.escape(name)}</dt><dd>{cards.bdi(value)}</dd></div>"
        for name, value in card.facts
    )
    alias = (
        f" · {cards.bdi(card.internal_name)}" if card.internal_name not in ("", card.name) else ""
    )
    marks = cards.badge("Fictional example") if fictional else ""
    tops = _part(card.top_title, head, top) + _part("Top questions", head, asked)
    tops += _part("Disqualified if yes", head, out, ' class="ox-out"')
    cards.html(
        '<div class="ox ox-glance">',
        f'<h{level} class="ox-name">{cards.bdi(card.name)}</h{level}>',
        f'<p class="ox-alias">{cards.escape(kind.capitalize())}{alias} {marks}</p>',
        f'<p class="ox-description">{cards.bdi(card.description)}</p>' if card.description else "",
        f'<div class="ox-chips">{titles}</div>' if titles else "",
        f'<dl class="ox-facts">{facts}</dl>' if facts else "",
        _meter(card.share, evidence),
        f'<div class="ox-tops">{tops}</div>' if tops else "",
        "</div>",
    )


def _part(title: str, head: str, items: str, style: str = "") -> str:
    if not items:
        return ""
    return f"<section{style}><{head}>{cards.escape(title)}</{head}><ul>{items}</ul></section>"


def _meter(found: ev.Share | None, evidence: Evidence | None) -> str:
    if found is None:
        why = cards.NO_EVIDENCE if evidence is None else NOTHING_CLAIMED
        return f'<p class="ox-soft ox-small ox-noted">{cards.escape(why)}</p>'
    gaps = len(evidence.gaps) if evidence else 0
    noun = "gap" if gaps == 1 else "gaps"
    more = [found.detail(), f"{gaps} {noun} to ask about" if gaps else ""]
    detail = "; ".join(part for part in more if part)
    return (
        f"{share_bar(found)}"
        f'<p class="ox-small"><strong>{cards.escape(found.sentence())}</strong>'
        f'<span class="ox-soft">{"; " + cards.escape(detail) if detail else ""}</span></p>'
    )


def share_bar(found: ev.Share) -> str:
    """Give how much is quoted and how much follows as a bar; its words stand beside it."""
    quoted = 100 * found.quoted / max(1, found.total)
    inferred = 100 * found.inferred / max(1, found.total)
    edited = 100 * found.edited / max(1, found.total)
    return (
        f'<div class="ox-meter" aria-hidden="true"><i style="width:{quoted:.1f}%"></i>'
        f'<i class="ox-m-inferred" style="width:{inferred:.1f}%"></i>'
        f'<i class="ox-m-edited" style="width:{edited:.1f}%"></i></div>'
    )
