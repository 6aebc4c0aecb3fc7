"""
Pictures of the dashboard in its states, light and dark, wide and narrow.

`python -m tests.browser.screenshots [folder]` writes them to `screenshots/`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from pages.parts import examples
from tests.browser import running

LOOKS = [(theme, width) for theme in ("light", "dark") for width in (1280, 390)]
MESSY = "\n".join(
    [
        "Notes — raw, do not forward!!  $5 and $10 <b>not bold</b> ![x](http://example.com/a.png)",
        "=" * 60,
        *(example.text for example in examples.EXAMPLES),
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik" * 3,
        "- مديرو العمليات في شركات الخدمات اللوجستية",
    ]
)


def whole(page: Page, path: Path) -> None:
    """Take the whole page: its main part scrolls, so the window is made as tall as it is."""
    size = page.viewport_size
    assert size is not None
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": min(max(height, size["height"]), 9_000)})
    # Opening and resizing are animated.
    page.wait_for_timeout(900)
    page.screenshot(path=path)
    page.set_viewport_size(size)


def first_screen(page: Page, address: str) -> None:
    running.visit(page, address)


def claim(page: Page, address: str) -> None:
    running.visit(page, address)
    page.locator("[class*=st-key-pick-] button").nth(6).click()
    running.settle(page)


def tab(name: str) -> Callable[[Page, str], None]:
    def show(page: Page, address: str) -> None:
        running.visit(page, address)
        page.get_by_role("tab", name=name).click()
        if name == "Questions":
            page.get_by_role("tabpanel").locator("summary").first.click()
        running.settle(page)

    return show


def segment(page: Page, address: str) -> None:
    running.visit(page, address)
    page.get_by_role("radio", name="Quenby").click()
    running.settle(page)


def empty(page: Page, address: str) -> None:
    running.visit(page, address)
    page.get_by_role("radio", name="Your own").click()
    running.settle(page)


def error(page: Page, address: str) -> None:
    empty(page, address)
    page.get_by_label("Text", exact=True).fill("VP of Sales who manages enterprise deals")
    page.get_by_role("button", name="Add another persona").click()
    running.settle(page)
    page.get_by_label("Web pages").nth(1).fill("http://127.0.0.1:9/prices\nhttps://no-such-host.invalid/")
    page.get_by_label("Web pages").nth(1).press("Control+Enter")
    running.settle(page)
    page.get_by_role("button", name="Generate").click()
    expect(page.locator(".ox-glance")).to_be_visible(timeout=60_000)
    running.settle(page)


def progress(page: Page, address: str) -> None:
    empty(page, address)
    # No answer ever comes from this address, so the step stays on the screen.
    page.get_by_label("Web pages").fill("http://192.88.98.1:81/slow")
    page.get_by_label("Web pages").press("Control+Enter")
    running.settle(page)
    page.get_by_role("button", name="Generate").click()
    page.wait_for_timeout(700)


def long_and_messy(page: Page, address: str) -> None:
    running.visit(page, address)
    running.generate_text(page, MESSY)


def short(page: Page, address: str) -> None:
    running.visit(page, address)
    running.generate_text(page, "VP of Sales who manages enterprise deals and drives growth")


def explore_empty(page: Page, address: str) -> None:
    running.visit(page, f"{address}/explore")


def explore_bar(page: Page, address: str) -> None:
    running.visit(page, f"{address}/explore")
    bars = page.locator(".stVegaLiteChart path[aria-roledescription=bar]")
    bars.first.wait_for()
    bars.nth(1).click()
    expect(page.get_by_role("button", name="Clear filter")).to_be_visible()
    running.settle(page)
    page.locator("[class*=st-key-card-] summary").first.click()


def explore_nothing(page: Page, address: str) -> None:
    running.visit(page, f"{address}/explore?q=zebra")


SCENES: dict[str, Callable[[Page, str], None]] = {
    "generate-example": first_screen,
    "generate-claim": claim,
    "generate-questions": tab("Questions"),
    "generate-ask": tab("Ask this next"),
    "generate-use": tab("Use it elsewhere"),
    "generate-segment": segment,
    "generate-empty": empty,
    "generate-progress": progress,
    "generate-error": error,
    "explore-empty-library": explore_empty,
    "generate-short": short,
    "generate-messy": long_and_messy,
    "explore-bar": explore_bar,
    "explore-no-match": explore_nothing,
}
"""In this order: the library is empty until the errors are shown."""


def take(browser: Browser, address: str, folder: Path, theme: str, width: int, only: str) -> None:
    """Take every scene in one look: the first screen, and the whole page."""
    for name, scene in SCENES.items():
        if only not in name:
            continue
        context = browser.new_context(
            viewport={"width": width, "height": 800 if width > 640 else 844},
            color_scheme="dark" if theme == "dark" else "light",
            is_mobile=width <= 640,
            has_touch=width <= 640,
        )
        page = context.new_page()
        scene(page, address)
        page.wait_for_timeout(600)
        page.screenshot(path=folder / f"{name}-{theme}-{width}.png")
        if name != "generate-progress":
            whole(page, folder / f"{name}-{theme}-{width}-whole.png")
        context.close()


def main() -> None:
    """Write all pictures; arguments: a folder, a part of the scenes' names, a look ("dark-390")."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")
    only = sys.argv[2] if len(sys.argv) > 2 else ""
    look = sys.argv[3] if len(sys.argv) > 3 else ""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        path = running.find_chromium(playwright)
        if path is None:
            sys.exit(running.HOW_TO_GET_ONE)
        browser = running.launch(playwright, path)
        for theme, width in LOOKS:
            if look not in f"{theme}-{width}":
                continue
            with (
                tempfile.TemporaryDirectory() as place,
                running.dashboard(Path(place) / "library.sqlite") as address,
            ):
                take(browser, address, folder, theme, width, only)


if __name__ == "__main__":
    main()
