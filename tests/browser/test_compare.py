"""Compare in a browser: the choice survives a reload, the file arrives, axe in both looks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import app_states, compare_samples
from tests.browser import compare_scenes as scenes
from tests.browser import running
from tests.browser.conftest import Strangers
from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser


class At:
    """A dashboard by its address, as scenes take it."""

    def __init__(self, address: str) -> None:
        self._address = address

    def at(self, path: str) -> str:
        """Give the address of a page."""
        return f"{self._address}/{path}"


@pytest.fixture(scope="module")
def filled(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard over states that are seldom met, and three that have much in common."""
    library = tmp_path_factory.mktemp("compare") / "library.sqlite"
    seldom = [state() for state in app_states.STATES.values()]
    app_states.keep(library, *seldom, *compare_samples.ALL)
    with running.dashboard(library) as found:
        yield found


def test_a_third_is_chosen_reloaded_and_taken_along(
    chromium: Browser, filled: str, tmp_path: Path
) -> None:
    """The address is the choice; the file is what is on the page."""
    page: Page = chromium.new_page(viewport={"width": 1280, "height": 800})
    running.visit(page, f"{filled}/compare?a=pe_maint&b=pe_prod")
    page.get_by_role("combobox", name="C (optional)").click()
    page.get_by_role("option", name="Head of Purchasing").click()
    expect(page.locator(".ox-side")).to_have_count(3)
    expect(page).to_have_url(f"{filled}/compare?a=pe_maint&b=pe_prod&c=pe_buy")
    page.reload()
    expect(page.locator(".ox-side")).to_have_count(3)
    expect(page.locator(".ox-finding")).to_have_text(
        "5 of 6 questions tell them apart, at least two of the three."
    )
    with page.expect_download() as download:
        page.get_by_role("button", name="Markdown").click()
    download.value.save_as(tmp_path / "comparison.md")
    assert "5 of 6 questions" in (tmp_path / "comparison.md").read_text("utf-8")
    page.close()


@pytest.mark.parametrize("width", [390, 1024])
def test_nothing_scrolls_sideways(chromium: Browser, filled: str, width: int) -> None:
    """Not even with words without an end; the table scrolls within itself."""
    page = chromium.new_page(viewport={"width": width, "height": 800})
    for name in ("compare-three", "compare-words", "compare-matrix", "compare-mixed"):
        scenes.FILLED[name](page, At(filled))
        wide = page.evaluate(
            "(e => e.scrollWidth - e.clientWidth)(document.querySelector('[data-testid=stMain]'))"
        )
        assert wide <= 0
    page.close()


@pytest.mark.parametrize("name", sorted(scenes.FILLED))
def test_every_state_passes_axe(
    chromium: Browser, filled: str, theme: str, strangers: Strangers, name: str
) -> None:
    """In both looks."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 800}, color_scheme="dark" if theme == "dark" else "light"
    )
    strangers.watch(context, filled)
    page = context.new_page()
    scenes.FILLED[name](page, At(filled))
    assert violations(page) == []
    context.close()
    assert strangers == []
