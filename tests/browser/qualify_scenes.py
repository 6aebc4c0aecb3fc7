"""The Qualify page in its states, as scenes for pictures and for axe."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from playwright.sync_api import Page, expect

from tests.browser import running

NOTES = (
    "Call with Dana Okoro, Director of Operations at Fennick Haul, a logistics company.\n"
    "They run seven warehouses. Dana plans labour for every shift across all sites.\n"
    "The planners rebuild the shift plan by hand three times a week.\n"
    "They do not outsource labour to a staffing agency.\n"
    "She commits to service levels with every customer."
)
CASES = (
    "name\tnotes\tentity\tband\n"
    "Fennick Haul\tDirector of Operations at a logistics company. Plans labour for every shift "
    "across all sites. Commits to service levels. Seven warehouses.\t\tgood\n"
    "Lone shed\tA company with a single warehouse, in logistics.\t\tdisqualified\n"
    "Corner shop\tA bakery. It is not a logistics company and does not commit to service "
    "levels.\t\tpoor\n"
    "Night owls\tPlans labour for every shift across all sites. It is not a logistics "
    "company.\t\tgood\n"
)


class Site(Protocol):
    """Where a dashboard is."""

    def at(self, path: str) -> str: ...


def press(page: Page, keys: str) -> None:
    """Press keys one after the other, the way that one does who reads the questions."""
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(120)
    running.settle(page)


def opened(query: str = "") -> Callable[[Page, Site], None]:
    """Open the page by its address."""

    def show(page: Page, site: Site) -> None:
        running.visit(page, site.at(f"qualify{query}"))
        page.locator(".ox-asking, .stAlert, .ox-table").first.wait_for()

    return show


def answered(keys: str) -> Callable[[Page, Site], None]:
    """Answer by keyboard."""

    def show(page: Page, site: Site) -> None:
        opened()(page, site)
        press(page, keys)

    return show


def noted(page: Page, site: Site) -> None:
    opened()(page, site)
    page.get_by_text("Answer from notes").click()
    page.get_by_label("Call notes, a biography or a page").fill(NOTES)
    page.get_by_role("button", name="Propose answers").click()
    page.get_by_text("The notes settle").wait_for()
    running.settle(page)
    press(page, "n")
    page.keyboard.press("ArrowLeft")
    running.settle(page)


def kept(page: Page, site: Site) -> None:
    for name, letters in (("Fennick Haul", "nnnnyyyyyyyy"), ("Lone shed", "ynnnyy"), ("Ox", "nn")):
        running.visit(page, site.at(f"qualify?entity=tallowmere.persona&answers={letters}"))
        page.get_by_label("Prospect", exact=True).fill(name)
        page.get_by_label("Prospect", exact=True).press("Enter")
        running.settle(page)
        page.get_by_role("button", name="Save", exact=True).click()
        page.get_by_text("is kept").wait_for()
    page.get_by_role("tab", name="Prospects").click()
    page.get_by_text("best match first").wait_for()
    running.settle(page)


def scored(page: Page, site: Site) -> None:
    opened("?entity=tallowmere.persona&answers=nnnnyynnyyn")(page, site)
    page.get_by_role("button", name="How is this scored?").click()
    page.get_by_text("This one in figures").wait_for()
    running.settle(page)


def tuned(page: Page, site: Site) -> None:
    opened("?area=tune&entity=tallowmere.persona")(page, site)
    page.get_by_label("Table of cases").fill(CASES)
    page.get_by_role("button", name="Run all").click()
    page.get_by_role("heading", name="cases right").wait_for()
    running.settle(page)
    page.locator("[class*=st-key-tune-q-]").first.get_by_text("Archive", exact=True).click()
    running.settle(page)
    expect(page.get_by_role("button", name="Undo all")).to_be_visible()


BOTH = "?entity=tallowmere.persona&entity=brisolde.persona&answers=nnnnyyyny&answers=nnyyny"
SCENES: dict[str, Callable[[Page, Site], None]] = {
    "qualify-fresh": opened(),
    "qualify-answered": answered("nnnnyynyu"),
    "qualify-gate": opened("?entity=tallowmere.persona&answers=ynnnyynyyy"),
    "qualify-several": opened(BOTH),
    "qualify-formula": scored,
    "qualify-notes": noted,
    "qualify-check": opened("?area=check&entity=quenby.segment"),
    "qualify-tune": tuned,
    "qualify-tune-empty": opened("?area=tune"),
    "qualify-prospects": kept,
}
"""Over an empty library."""

FILLED: dict[str, Callable[[Page, Site], None]] = {
    "qualify-many": opened(f"?entity=sg_many&answers={'ynu' * 20}"),
    "qualify-words": opened("?entity=pe_words&answers=yy"),
    "qualify-rtl": opened("?entity=pe_rtl&answers=y"),
    "qualify-strange": opened("?entity=pe_new&answers=y"),
    "qualify-check-findings": opened("?area=check&entity=sg_many"),
    "qualify-bare": opened("?entity=pe_bare"),
}
"""Over a library of states that are seldom met."""
