"""The library in a browser: found, edited and undone; a table imported; axe; narrow screens."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import library_scenes as scenes
from tests.browser import running
from tests.browser.conftest import Strangers
from tests.browser.test_accessibility import violations
from tests.browser.test_qualify import At

pytestmark = pytest.mark.browser


def take_in(page: Page, address: str, table: str) -> None:
    """Import a table of questions as an entity of its own."""
    running.visit(page, f"{address}/library?area=import")
    page.get_by_label("Or paste it").fill(table)
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_text("1 added.")).to_be_visible()


def test_found_edited_and_undone(page: Page, address: str) -> None:
    """A search finds it, a field is changed in its place, and Undo takes it back."""
    take_in(page, address, "persona,question\nZebra keeper,Do they keep zebras in pairs?\n")
    running.visit(page, f"{address}/library")
    search = page.get_by_role("searchbox").or_(page.get_by_label("Search")).first
    search.fill("ZEBRAS pairs")
    search.press("Enter")
    expect(page).to_have_url(re.compile("q=ZEBRAS"))
    page.get_by_role("button", name="Zebra keeper", exact=True).click()
    page.get_by_role("tab", name="Edit").click()
    page.get_by_label("Pain points").fill("Nobody counts the stripes")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("is at version 2.")).to_be_visible()
    expect(page.locator(".ox-fields")).to_contain_text("Nobody counts the stripes")
    page.locator(".st-key-library-undo button").click()
    expect(page.get_by_text("Undone.", exact=True)).to_be_visible()
    expect(page.locator(".ox-fields")).not_to_contain_text("Nobody counts the stripes")


def test_a_table_is_imported_and_opened(page: Page, address: str) -> None:
    """What was read is listed, and leads to the entity."""
    take_in(page, address, "persona,question,fit\nLion tamer,Do they use a chair?,GOOD\n")
    page.get_by_role("button", name="Lion tamer").click()
    expect(page.locator(".ox-fields")).to_contain_text("Do they use a chair?")
    expect(page).to_have_url(re.compile("oid=pe_"))


def test_every_tab_is_seen_on_a_phone(page: Page, address: str) -> None:
    """The last one, too, and that it is the chosen one."""
    page.set_viewport_size({"width": 390, "height": 844})
    running.visit(page, f"{address}/library?area=changes")
    tabs = page.get_by_role("tab")
    assert tabs.count() == 4
    for place in range(4):
        box = tabs.nth(place).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    expect(tabs.last).to_have_attribute("aria-selected", "true")


@pytest.mark.parametrize(
    "name", ["library-imported", "library-diff", "library-offering", "library-changes"]
)
def test_states_pass_axe(
    chromium: Browser, address: str, theme: str, strangers: Strangers, name: str
) -> None:
    """In both looks, and nothing scrolls sideways on a phone."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 800}, color_scheme="dark" if theme == "dark" else "light"
    )
    strangers.watch(context, address)
    page = context.new_page()
    scenes.SCENES[name](page, At(address))
    # Streamlit's own: its box for files is a presentation that can be focused.
    assert [one for one in violations(page) if "stFileUploaderDropzone" not in one] == []
    page.set_viewport_size({"width": 390, "height": 844})
    wide = page.evaluate(
        "(e => e.scrollWidth - e.clientWidth)(document.querySelector('[data-testid=stMain]'))"
    )
    assert wide <= 0
    context.close()
    assert strangers == []
