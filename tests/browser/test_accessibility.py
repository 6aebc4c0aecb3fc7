"""axe-core over both pages, in both looks: no violation of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from tests.browser import running
from tests.browser.conftest import Strangers

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def page(chromium: Browser, address: str, theme: str, strangers: Strangers) -> Iterator[Page]:
    """A page in one of the looks."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 800}, color_scheme="dark" if theme == "dark" else "light"
    )
    strangers.watch(context, address)
    yield context.new_page()
    context.close()
    assert strangers == []


def violations(page: Page) -> list[str]:
    """Give what axe finds, one line an element."""
    # A hovered mark's tooltip lies outside of the page's landmarks.
    page.mouse.move(2, 2)
    page.wait_for_timeout(700)
    page.evaluate(AXE)
    found = page.evaluate("async () => (await axe.run()).violations")
    return [
        f"{rule['id']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for rule in found
        for node in rule["nodes"]
    ]


def test_generate_and_every_tab_of_its_result(page: Page, address: str) -> None:
    """The example, a selected claim, an opened question, gaps and calls."""
    running.visit(page, address)
    page.locator("[class*=st-key-pick-] button").nth(3).click()
    running.settle(page)
    assert violations(page) == []
    for name in (re.compile("^Questions"), "Ask this next", "Use it elsewhere"):
        page.get_by_role("tab", name=name).click()
        running.settle(page)
        for card in page.locator("[class*=st-key-card-] summary").all()[:2]:
            if card.is_visible():
                card.click()
        assert violations(page) == []


def test_generate_empty_and_with_an_error(page: Page, address: str) -> None:
    """One's own desk before and after a failure."""
    running.visit(page, address)
    page.get_by_role("radio", name="Your own").click()
    running.settle(page)
    assert violations(page) == []
    page.get_by_label("Web pages").fill("http://127.0.0.1/inside")
    page.get_by_role("button", name="Generate").click()
    page.get_by_text("No persona this time").wait_for()
    running.settle(page)
    assert violations(page) == []


def test_explore_with_and_without_a_match(page: Page, address: str) -> None:
    """All questions, a chosen bar with an opened card, and nothing found."""
    running.visit(page, f"{address}/explore")
    assert violations(page) == []
    running.visit(page, f"{address}/explore?fit=GOOD")
    page.locator("[class*=st-key-card-] summary").first.click()
    assert violations(page) == []
    running.visit(page, f"{address}/explore?q=zebra")
    assert violations(page) == []
