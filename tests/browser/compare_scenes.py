"""The Compare page in its states, as scenes for pictures and for axe."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from playwright.sync_api import Page

from tests.browser import running


class Site(Protocol):
    """Where a dashboard is."""

    def at(self, path: str) -> str: ...


def opened(query: str = "", *, unfold: bool = False) -> Callable[[Page, Site], None]:
    """Open the page by its address."""

    def show(page: Page, site: Site) -> None:
        running.visit(page, site.at(f"compare{query}"))
        page.locator(".ox-found, .ox-empty").first.wait_for()
        for summary in page.locator(".ox-more:not([open]) > summary").all() if unfold else ():
            summary.click()
        running.settle(page)

    return show


SCENES: dict[str, Callable[[Page, Site], None]] = {
    "compare-examples": opened(),
    "compare-examples-mixed": opened("?a=tallowmere.persona&b=quenby.segment"),
    "compare-examples-matrix": opened("?view=matrix"),
    "compare-gone": opened("?a=tallowmere.persona&b=pe_gone"),
}
"""Over an empty library."""

FILLED: dict[str, Callable[[Page, Site], None]] = {
    "compare-two": opened("?a=pe_maint&b=pe_prod", unfold=True),
    "compare-three": opened("?a=pe_maint&b=pe_prod&c=pe_buy", unfold=True),
    "compare-strict": opened("?a=pe_maint&b=pe_prod&typical=hide"),
    "compare-same": opened("?a=pe_maint&b=pe_maint"),
    "compare-nothing-shared": opened("?a=pe_maint&b=pe_long"),
    "compare-mixed": opened("?a=pe_maint&b=sg_makers&c=pe_prod"),
    "compare-matrix": opened("?view=matrix"),
    "compare-words": opened("?a=pe_words&b=pe_rtl&c=pe_new", unfold=True),
    "compare-segments": opened("?a=sg_makers&b=sg_many"),
    "compare-bare": opened("?a=pe_bare&b=pe_one"),
}
"""Over a library of states that are seldom met, and of three that have much in common."""
