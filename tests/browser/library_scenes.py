"""The Library page in its states, as scenes for pictures and for axe."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from pages.parts import examples
from tests.browser import running
from tests.browser.qualify_scenes import Site

TABLE = (
    "question,rationale,fitType,weight\n"
    "Do they run more than two depots?,Look at their locations page.,GOOD,HIGH\n"
    "Are all vans leased?,Their annual report says it.,BAD,INSTANT_DISQUALIFIER\n"
)


def opened(query: str = "") -> Callable[[Page, Site], None]:
    """Open the page by its address."""

    def show(page: Page, site: Site) -> None:
        running.visit(page, site.at(f"library{query}"))
        page.locator(".ox-row, .ox-empty, .stAlert, .ox-fields, .ox-diff, .stTabs").first.wait_for()
        running.settle(page)

    return show


def made(page: Page, site: Site) -> None:
    """Generate from an example's text and open what came of it in the library."""
    running.visit(page, site.at(""))
    running.generate_text(page, examples.EXAMPLES[0].text)
    opened()(page, site)
    page.locator("[class*=st-key-open-] button").first.click()
    page.locator(".ox-glance").wait_for()
    running.settle(page)


def again(page: Page, site: Site) -> None:
    """Generate it again from changed text, and look at the difference."""
    made(page, site)
    page.get_by_role("tab", name="Generate again").click()
    running.settle(page)
    area = page.get_by_label("Text", exact=True)
    text = area.input_value().replace("often a day late", "often two days late")
    lines = [line for line in text.splitlines() if "single warehouse" not in line]
    area.fill("\n".join(lines))
    page.get_by_role("button", name="Generate again").click()
    page.locator(".ox-diff").wait_for()
    running.settle(page)


def chosen(page: Page, site: Site) -> None:
    """Choose two of the list."""
    opened()(page, site)
    for at in (0, 1):
        page.locator("[class*=st-key-choose-] label").nth(at).click()
        page.get_by_text(f"{at + 1} chosen").wait_for()
    running.settle(page)


def imported(page: Page, site: Site) -> None:
    """Import a table of questions."""
    opened("?area=import")(page, site)
    page.get_by_label("Or paste it").fill(TABLE)
    page.get_by_role("button", name="Import", exact=True).click()
    page.get_by_text("1 added.").wait_for()
    running.settle(page)


def offering(page: Page, site: Site) -> None:
    """Make an offering, and look at its form."""
    opened("?area=with")(page, site)
    page.get_by_role("button", name="New offering").click()
    page.get_by_label("Name", exact=True).fill("LineKeeper")
    page.get_by_label("Description").fill("Tells plants which machine stops next.")
    page.get_by_label("Capabilities").fill("Reads vibration sensors\nOrders spare parts")
    page.get_by_label("Benefits for customers").fill("Fewer unplanned stops")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("The offering").wait_for()
    running.settle(page)


def offerings(page: Page, site: Site) -> None:
    """Make an offering, and go back to the list."""
    offering(page, site)
    page.get_by_role("button", name="All offerings").click()
    page.locator("[class*=st-key-open-px-]").first.wait_for()
    running.settle(page)


def filters(page: Page, site: Site) -> None:
    """Open the further filters."""
    opened("?archived=any&q=plan")(page, site)
    page.locator(".st-key-library-more button").first.click()
    page.get_by_text("Saved since").first.wait_for()
    running.settle(page)


SCENES: dict[str, Callable[[Page, Site], None]] = {
    "library-empty": opened(),
    "library-gone": opened("?oid=pe_gone"),
    "library-import": opened("?area=import"),
    "library-imported": imported,
    "library-offering": offering,
    "library-offerings": offerings,
    "library-diff": again,
    "library-changes": opened("?area=changes"),
}
"""Over an empty library, one after the other."""

FILLED: dict[str, Callable[[Page, Site], None]] = {
    "library-list": opened(),
    "library-chosen": chosen,
    "library-filters": filters,
    "library-nothing": opened("?q=zebra"),
    "library-open": opened("?oid=pe_long"),
    "library-edit": opened("?oid=pe_one&view=edit"),
    "library-words": opened("?oid=pe_words"),
    "library-made": made,
}
"""Over a library of states that are seldom met."""

PLAIN: dict[str, Callable[[Page, Site], None]] = {"library-none": opened()}
"""Against a server that generates and does nothing else."""
