"""Who comes in by the address of a page at the moment when the dashboard starts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import running

pytestmark = pytest.mark.browser

PAGES = ("compare", "explore", "library", "qualify")


def test_several_at_once_all_come_in_through_the_door(chromium: Browser, tmp_path: Path) -> None:
    """As all open tabs do after a restart: none sees a page without its frame."""
    tabs = [chromium.new_page() for _ in PAGES]
    with running.dashboard(tmp_path / "library.sqlite") as address:
        for page, name in zip(tabs, PAGES, strict=True):
            page.goto(f"{address}/{name}", wait_until="commit")
        for page, name in zip(tabs, PAGES, strict=True):
            expect(page.get_by_role("heading", level=1, name=name.capitalize())).to_be_visible()
            running.settle(page)
            expect(page.get_by_text("Octave Explorer is independent")).to_be_visible()
            expect(page.get_by_role("link", name="Generate")).to_be_visible()
    for page in tabs:
        page.close()
