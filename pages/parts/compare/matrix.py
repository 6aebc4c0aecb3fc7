"""
How personas are drawn against segments: a table of what they share, and the words that show it.

Every text that is not ours goes through `cards.escape` or `cards.bdi`.
"""

from __future__ import annotations

from collections.abc import Sequence

from octave_api.comparing.matrix import ASKED, Link, Match, Told
from octave_api.comparing.telling_words import marked
from pages.parts import cards, paging

MOST_OPEN = 1
"""So many pairs are open from the start."""
WIDE = 8
"""In a table of more columns a cell holds its number alone."""
SIZE = 10
"""Pairs on a page, each with all of its lines."""
_PAGE = "compare-pairs-page"


def table(matches: Sequence[Match], personas: Sequence[str], segments: Sequence[str]) -> None:
    """Draw one row a persona and one column a segment; the names are theirs."""
    most = max((one.speaking for one in matches), default=0)
    wide = len(segments) > WIDE
    by_place = {(one.persona, one.segment): one for one in matches}
    head = "".join(f'<th scope="col">{_name(name)}</th>' for name in segments)
    rows = "".join(
        f'<tr><th scope="row">{_name(name)}</th>'
        + "".join(_cell(by_place[row, column], most, wide=wide) for column in range(len(segments)))
        + "</tr>"
        for row, name in enumerate(personas)
    )
    under = "" if wide else "; under it stand the words that they share most"
    style = "ox-matrix ox-wide" if wide else "ox-matrix"
    cards.html(
        '<div class="ox ox-found">',
        f'<p class="ox-finding">{cards.bdi(_finding(matches, personas, segments))}</p>',
        '<p class="ox-soft">Each number counts the lines and questions that the two have in '
        f"common{under}. What speaks against a fit is marked beside it.</p></div>",
        '<div class="ox ox-scroller" tabindex="0" role="region" aria-label="Persona by segment">',
        f'<table class="{style}"><thead><tr><td></td>{head}'
        f"</tr></thead><tbody>{rows}</tbody></table></div>",
    )


def _name(name: str) -> str:
    return f'<div class="ox-clamp">{cards.bdi(name)}</div>'


def _finding(matches: Sequence[Match], personas: Sequence[str], segments: Sequence[str]) -> str:
    best = next(iter(matches), None)
    if best is None or not best.speaking:
        return "No persona here has a line in common with a segment."
    noun = "line" if best.speaking == 1 else "lines"
    return (
        f"{personas[best.persona]} fits {segments[best.segment]} best: "
        f"{best.speaking} {noun} in common."
        if len(matches) > 1
        else f"{best.speaking} {noun} in common."
    )


def _cell(found: Match, most: int, *, wide: bool) -> str:
    share = 100 * found.speaking / max(1, most)
    words = "" if wide else ", ".join(found.words(3))
    against = len(found.links) - found.speaking
    contrary = f" {cards.badge(f'{against} against', 'BAD')}" if against else ""
    said = f"<br>{cards.bdi(words)}" if words else ""
    style = "" if found.links else ' class="ox-none"'
    return f'<td{style} style="--share:{share:.0f}%"><b>{found.speaking}</b>{contrary}{said}</td>'


def pairs(matches: Sequence[Match], personas: Sequence[str], segments: Sequence[str]) -> None:
    """Draw the pairs that share anything, best first, a page at a time, with their lines."""
    all_met = [one for one in matches if one.links]
    met, pages = paging.part_of(all_met, _PAGE, SIZE)
    drawn = "".join(
        f'<details class="ox-more"{" open" if place < MOST_OPEN else ""}><summary>'
        f"{cards.bdi(personas[one.persona])} × {cards.bdi(segments[one.segment])}</summary>"
        f'<p class="ox-soft ox-small">{cards.escape(one.finding())}</p>'
        f'<ul class="ox-links">{"".join(_link(link) for link in one.links)}</ul></details>'
        for place, one in enumerate(met)
    )
    if drawn:
        cards.html(
            f'<div class="ox ox-part"><h2 class="ox-h">The words that show it</h2>{drawn}</div>'
        )
    paging.turner(_PAGE, pages)


def _link(link: Link) -> str:
    against = (
        f'<div class="ox-full ox-small">{cards.badge("Against", "BAD")} '
        '<span class="ox-soft">A yes speaks for one of the two and against the other.</span></div>'
        if link.against
        else ""
    )
    return f"<li>{against}{_told(link.persona, link)}{_told(link.segment, link)}</li>"


def _told(told: Told, link: Link) -> str:
    runs = "".join(
        f"<mark>{cards.escape(run)}</mark>" if shared else cards.escape(run)
        for run, shared in marked(told.text, link.stems)
    )
    field = "Asks" if told.field == ASKED else told.field
    fit = f" {cards.fit_badge(told.fit)}" if told.fit else ""
    mark = f" {cards.origin_badge(told.origin)}" if told.origin else ""
    return (
        f'<div><span class="ox-soft ox-small">{cards.escape(field)}</span>{fit}<br>'
        f'<bdi dir="auto">{runs}</bdi>{mark}</div>'
    )
