"""
Pictures of the dashboard in its states, light and dark, wide and narrow.

`python -m tests.browser.screenshots [folder]` writes them to `screenshots/`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from pages.parts import examples
from tests.browser import running


@dataclass(frozen=True)
class Site:
    """Where the dashboard is, and a host beside it that never answers in time."""

    address: str
    slow: str


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
    page.set_viewport_size(
        {"width": size["width"], "height": min(max(height, size["height"]), 9_000)}
    )
    # Opening and resizing are animated.
    page.wait_for_timeout(900)
    page.screenshot(path=path)
    page.set_viewport_size(size)


def first_screen(page: Page, site: Site) -> None:
    running.visit(page, site.address)


def claim(page: Page, site: Site) -> None:
    running.visit(page, site.address)
    page.locator("[class*=st-key-pick-] button").nth(6).click()
    running.settle(page)


def tab(name: str) -> Callable[[Page, Site], None]:
    def show(page: Page, site: Site) -> None:
        running.visit(page, site.address)
        page.get_by_role("tab", name=name).click()
        if name == "Questions":
            page.get_by_role("tabpanel").locator("summary").first.click()
        running.settle(page)

    return show


def segment(page: Page, site: Site) -> None:
    running.visit(page, site.address)
    page.get_by_role("radio", name="Quenby").click()
    running.settle(page)


def empty(page: Page, site: Site) -> None:
    running.visit(page, site.address)
    page.get_by_role("radio", name="Your own").click()
    running.settle(page)


def error(page: Page, site: Site) -> None:
    empty(page, site)
    page.get_by_label("Text", exact=True).fill("VP of Sales who manages enterprise deals")
    page.get_by_role("button", name="Add another persona").click()
    running.settle(page)
    page.get_by_label("Web pages").nth(1).fill(
        "http://127.0.0.1:9/prices\nhttps://no-such-host.invalid/"
    )
    page.get_by_label("Web pages").nth(1).press("Control+Enter")
    running.settle(page)
    page.get_by_role("button", name="Generate").click()
    expect(page.locator(".ox-glance")).to_be_visible(timeout=60_000)
    running.settle(page)


def progress(page: Page, site: Site) -> None:
    empty(page, site)
    page.get_by_label("Text", exact=True).fill("VP of Sales who manages enterprise deals")
    page.get_by_role("button", name="Add another persona").click()
    running.settle(page)
    page.get_by_label("Web pages").nth(1).fill(f"http://{site.slow}/our-customers")
    page.get_by_label("Web pages").nth(1).press("Control+Enter")
    running.settle(page)
    page.get_by_role("button", name="Generate").click()
    page.get_by_text("1 done").wait_for()
    page.wait_for_timeout(1_500)


def long_and_messy(page: Page, site: Site) -> None:
    running.visit(page, site.address)
    running.generate_text(page, MESSY)


def short(page: Page, site: Site) -> None:
    running.visit(page, site.address)
    running.generate_text(page, "VP of Sales who manages enterprise deals and drives growth")


def explore_empty(page: Page, site: Site) -> None:
    running.visit(page, f"{site.address}/explore")


def explore_bar(page: Page, site: Site) -> None:
    running.visit(page, f"{site.address}/explore")
    bars = page.locator(".stVegaLiteChart path[aria-roledescription=bar]")
    bars.first.wait_for()
    bars.nth(1).click()
    expect(page.get_by_role("button", name="Clear filter")).to_be_visible()
    running.settle(page)
    page.locator("[class*=st-key-card-] summary").first.click()


def explore_nothing(page: Page, site: Site) -> None:
    running.visit(page, f"{site.address}/explore?q=zebra")


SCENES: dict[str, Callable[[Page, Site], None]] = {
    "generate-example": first_screen,
    "generate-claim": claim,
    "generate-questions": tab("Questions"),
    "generate-ask": tab("Ask this next"),
    "generate-use": tab("Use it elsewhere"),
    "generate-segment": segment,
    "generate-empty": empty,
    "explore-empty-library": explore_empty,
    "generate-progress": progress,
    "generate-error": error,
    "generate-short": short,
    "generate-messy": long_and_messy,
    "explore-bar": explore_bar,
    "explore-no-match": explore_nothing,
}
"""In this order: the library is empty until a run is made."""


def take(browser: Browser, site: Site, folder: Path, theme: str, width: int, only: str) -> None:
    """Take the scenes in one look: the first screen of each, and the whole page."""
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
        scene(page, site)
        # Opening is animated.
        page.wait_for_timeout(600)
        page.screenshot(path=folder / f"{name}-{theme}-{width}.png")
        if scene is not progress:
            whole(page, folder / f"{name}-{theme}-{width}-whole.png")
        context.close()


def main() -> None:
    """Write all pictures; arguments: a folder, a part of the scenes' names, a look ("dark-390")."""
    given = dict(enumerate(sys.argv[1:]))
    folder, only, look = Path(given.get(0, "screenshots")), given.get(1, ""), given.get(2, "")
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, running.slow_site() as slow:
        path = running.find_chromium(playwright)
        if path is None:
            sys.exit(running.HOW_TO_GET_ONE)
        browser = running.launch(playwright, path)
        for theme, width in LOOKS:
            if look not in f"{theme}-{width}":
                continue
            env = {"OCTAVE_FETCH_ALLOW": slow}
            with (
                tempfile.TemporaryDirectory() as place,
                running.dashboard(Path(place) / "library.sqlite", env=env) as address,
            ):
                take(browser, Site(address, slow), folder, theme, width, only)


if __name__ == "__main__":
    main()
