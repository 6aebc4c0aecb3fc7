"""
What the pages say while there is no result: how far it is, why there is none, what will be.

Every text that is not ours goes through `cards.escape` or `cards.bdi`.
"""

from __future__ import annotations

from pages.parts import cards, runs
from pages.parts.runs import Failure, Outcome


def step(outcome: Outcome) -> None:
    """Draw how far one item of a run is."""
    marks = {"done": "✓", "failed": "✕", "cancelled": "–", "waiting": "·"}
    mark = marks.get(outcome.stage, "→")
    seconds = f" {outcome.seconds:.0f} s" if outcome.seconds >= 1 else ""
    cards.html(
        f'<div class="ox ox-step"><span>{mark}</span><span>',
        f"{cards.bdi(runs.stage_words(outcome))}"
        f'<span class="ox-soft ox-small">{seconds}</span></span></div>',
    )


def nothing_made(kind: str, *, stopped: bool) -> None:
    """Draw why there is no result, after the only item of a run gave none."""
    why = (
        "You stopped it. Nothing that you typed is lost."
        if stopped
        else "What is wrong stands beside the item. Mend it and press Generate again; "
        "nothing that you typed is lost."
    )
    cards.html(
        '<div class="ox ox-empty"><h2>',
        f'No {cards.escape(kind)} this time</h2><p class="ox-soft">{why}</p></div>',
    )


def on_its_way(kind: str) -> None:
    """Draw that a stopped call may still give something, and that this will be told."""
    cards.html(
        '<div class="ox ox-soft" role="status">The call was already on its way and cannot be '
        f"called back. If it still makes a {cards.escape(kind)}, that will be said here.</div>"
    )


def made_all_the_same(kind: str, name: str) -> None:
    """Draw that a stopped call has made something after all."""
    cards.html(
        f'<div class="ox" role="status">The {cards.escape(kind)} was made all the same, because '
        f"its call was on its way already: <strong>{cards.bdi(name)}</strong></div>"
    )


def notice(title: str, words: str) -> None:
    """Draw something to know about the page as one calm line; both are ours."""
    cards.html(
        f'<div class="ox ox-small ox-notice">{cards.badge(title)} '
        f'<span class="ox-soft">{cards.escape(words)}</span></div>'
    )


def nothing_back(found: Failure | None) -> None:
    """Draw why a result that the address names is not here."""
    why = found.message if found else "You stopped it before it was read."
    cards.html(
        '<div class="ox ox-empty"><h2>This result cannot be shown</h2>',
        f'<p class="ox-soft">{cards.escape(why)}</p></div>',
    )


def nothing_yet(kind: str) -> None:
    """Draw what will stand here, before there is a result."""
    cards.html(
        '<div class="ox ox-empty"><h2>',
        f"Your {cards.escape(kind)} appears here</h2>",
        '<ul class="ox-soft"><li>A name, a description and every field, best first</li>',
        "<li>6 to 12 qualifying questions with their fit and weight</li>",
        "<li>For each claim its sentence, or the plain word that it is typical</li></ul></div>",
    )
