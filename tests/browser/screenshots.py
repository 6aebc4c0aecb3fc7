"""
Pictures of every page and state, light and dark, at three widths.

`python -m tests.browser.screenshots` writes them all to `screenshots/`; options choose
a part, for example `--only present --look dark-1024`. `--readme docs` writes the two
pictures of the README instead.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from pages.parts import examples
from tests import app_states, compare_samples
from tests.browser import compare_scenes, library_scenes, qualify_scenes, running


@dataclass(frozen=True)
class Site:
    """Where a dashboard is, and a host beside it that never answers in time."""

    address: str
    slow: str

    def at(self, path: str) -> str:
        """Give the address of a page."""
        return f"{self.address}/{path}"


Scene = Callable[[Page, Site], None]
LOOKS = [(theme, width) for theme in ("light", "dark") for width in (1280, 1024, 390)]
HEIGHTS = {1280: 800, 1024: 768, 390: 844}
MESSY = "\n".join(
    [
        "Notes — raw, do not forward!!  $5 and $10 <b>not bold</b> ![x](http://example.com/a.png)",
        "=" * 60,
        *(example.text for example in examples.EXAMPLES),
        app_states.LONG_WORD,
        "- مديرو العمليات في شركات الخدمات اللوجستية",
    ]
)
SHORT = "VP of Sales who manages enterprise deals and drives growth"


def goto(path: str) -> Scene:
    """Open a page."""

    def show(page: Page, site: Site) -> None:
        running.visit(page, site.at(path))

    return show


def press(name: str, path: str = "") -> Scene:
    """Open a page and press a button."""

    def show(page: Page, site: Site) -> None:
        running.visit(page, site.at(path))
        page.get_by_role("button", name=name).first.click()
        running.settle(page)

    return show


def claim(page: Page, site: Site) -> None:
    running.visit(page, site.address)
    page.locator("[class*=st-key-pick-] button").nth(6).click()
    running.settle(page)


def sentence(page: Page, site: Site) -> None:
    running.visit(page, site.address)
    page.locator(".ox-source .ox-used").nth(3).click()
    page.locator(".st-key-resting").wait_for()
    running.settle(page)


def tab(name: str) -> Scene:
    """Open a tab of the result."""

    def show(page: Page, site: Site) -> None:
        running.visit(page, site.address)
        page.get_by_role("tab", name=name).click()
        if name == "Questions":
            page.get_by_role("tabpanel").locator("summary").first.click()
        running.settle(page)

    return show


def folded(page: Page, site: Site) -> None:
    running.visit(page, site.address)
    edit = page.get_by_role("button", name="Edit input")
    if edit.is_visible():
        edit.click()
        running.settle(page)
    page.get_by_role("button", name="Hide input").click()
    running.settle(page)


def own(page: Page, site: Site) -> None:
    running.visit(page, site.address)
    running.own_desk(page)


def two_items(page: Page, site: Site, addresses: str) -> None:
    own(page, site)
    page.get_by_label("Text", exact=True).fill(SHORT)
    page.get_by_role("button", name="Add another persona").click()
    running.settle(page)
    page.get_by_label("Web pages").nth(1).fill(addresses)
    page.get_by_label("Web pages").nth(1).press("Control+Enter")
    running.settle(page)
    page.locator(".st-key-generate button").click()


def error(page: Page, site: Site) -> None:
    two_items(page, site, "http://127.0.0.1:9/prices\nhttps://no-such-host.invalid/")
    expect(page.locator(".ox-glance")).to_be_visible(timeout=60_000)
    running.settle(page)


def progress(page: Page, site: Site) -> None:
    two_items(page, site, f"http://{site.slow}/our-customers")
    page.get_by_text("1 done").wait_for()
    page.wait_for_timeout(1_500)


def several(page: Page, site: Site) -> None:
    own(page, site)
    page.get_by_label("Text", exact=True).fill(SHORT)
    page.get_by_role("button", name="Add another persona").click()
    running.settle(page)
    page.get_by_label("Text", exact=True).nth(1).fill(examples.EXAMPLES[0].text)
    page.locator(".st-key-generate button").click()
    expect(page.locator(".ox-glance")).to_be_visible(timeout=60_000)
    running.settle(page)


def stopped(page: Page, site: Site) -> None:
    own(page, site)
    page.get_by_label("Web pages").fill(f"http://{site.slow}/our-customers")
    page.locator(".st-key-generate button").click()
    page.get_by_text("0 done").wait_for()
    page.locator(".st-key-stop button").click()
    page.get_by_text("You stopped it.").wait_for()


def generated(text: str) -> Scene:
    """Generate from a text of one's own."""

    def show(page: Page, site: Site) -> None:
        running.visit(page, site.address)
        running.generate_text(page, text)

    return show


def with_offering(page: Page, site: Site) -> None:
    """Choose an offering for a text."""
    library_scenes.offering(page, site)
    own(page, site)
    page.get_by_label("Text", exact=True).fill(SHORT)
    page.get_by_role("combobox", name="Offering (optional)").click()
    page.get_by_role("option", name="LineKeeper").first.click()
    running.settle(page)


def pressed_bar(page: Page, site: Site) -> None:
    running.visit(page, site.at("explore"))
    bars = page.locator(".stVegaLiteChart path[aria-roledescription=bar]")
    bars.first.wait_for()
    bars.nth(1).click()
    expect(page.get_by_role("button", name="Clear filter").first).to_be_visible()
    running.settle(page)
    page.locator(".ox-q summary").first.click()


UNTOUCHED: dict[str, Scene] = {
    "generate-example": goto(""),
    "generate-folded": folded,
    "generate-claim": claim,
    "generate-sentence": sentence,
    "generate-questions": tab("Questions"),
    "generate-ask": tab("Ask this next"),
    "generate-use": tab("Use it elsewhere"),
    "generate-segment": goto("?result=quenby.segment"),
    "generate-empty": own,
    "generate-gone": goto("?result=pe_gone"),
    "explore-empty-library": goto("explore"),
    "explore-examples-origins": goto("explore?chart=origins"),
    "explore-examples-overlap": goto("explore?chart=overlap"),
    "explore-examples-coverage": goto("explore?chart=coverage"),
    "explore-examples-open": press("Open all", "explore"),
    "present-glance": goto("present"),
    "present-list": goto("present?entity=tallowmere.persona&step=1"),
    "present-question": goto("present?entity=tallowmere.persona&step=3"),
    "present-disqualifiers": press("Back", "present?entity=tallowmere.persona&step=99"),
    "present-sources": goto("present?entity=tallowmere.persona&step=99"),
    "present-segment": goto("present?entity=quenby.segment"),
    "present-gone": goto("present?entity=pe_gone"),
    "connect": goto("connect"),
    **qualify_scenes.SCENES,
    **compare_scenes.SCENES,
    **library_scenes.SCENES,
    "generate-offering": with_offering,
}
"""Over an empty library."""

FILLED: dict[str, Scene] = {
    **{
        f"generate-{name.replace('_', '-')}": goto(f"?result={state().entity.oid}")
        for name, state in app_states.STATES.items()
    },
    "present-long-words": goto("present?entity=pe_words"),
    "present-long-question": goto("present?entity=pe_words&step=4"),
    "present-long-field": goto("present?entity=pe_long&step=1"),
    "present-right-to-left": goto("present?entity=pe_rtl&step=1"),
    "present-bare": goto("present?entity=pe_bare"),
    "explore": goto("explore"),
    "explore-bar": pressed_bar,
    "explore-origins": goto("explore?chart=origins&origin=INFERRED"),
    "explore-overlap": goto("explore?chart=overlap"),
    "explore-coverage": goto("explore?chart=coverage&group=weight"),
    **qualify_scenes.FILLED,
    **library_scenes.FILLED,
    **compare_scenes.FILLED,
    "explore-no-match": goto("explore?q=zebra"),
    "generate-progress": progress,
    "generate-stopped": stopped,
    "generate-error": error,
    "generate-several": several,
    "generate-short": generated(SHORT),
    "generate-messy": generated(MESSY),
}
"""Over a library of states that are seldom met."""

PLAIN: dict[str, Scene] = {
    "generate-no-evidence": generated(SHORT),
    "explore-no-library": goto("explore"),
    **library_scenes.PLAIN,
}
"""Against a server that generates and does nothing else."""

README: dict[str, Scene] = {"generate-light": goto(""), "explore-light": goto("explore")}
"""The pictures of the README: the fictional examples, 1280 by 800, light."""


@contextlib.contextmanager
def site(kind: str, slow: str) -> Iterator[Site]:
    """Run a dashboard over an empty library, a filled one, or none."""
    with contextlib.ExitStack() as stack:
        library = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "library.sqlite"
        env = {"OCTAVE_FETCH_ALLOW": slow}
        if kind == "filled":
            seldom = [state() for state in app_states.STATES.values()]
            app_states.keep(library, *seldom, *compare_samples.ALL)
        if kind == "plain":
            address = stack.enter_context(running.plain_server())
            env |= {"OCTAVE_BASE_URL": address, "OCTAVE_API_KEY": "a-key-of-nobody"}
        yield Site(stack.enter_context(running.dashboard(library, env=env)), slow)


def whole(page: Page, path: Path) -> None:
    """Take the whole page: its main part scrolls, so the window is made as tall as it is."""
    size = page.viewport_size
    assert size is not None
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    if height <= size["height"]:
        return
    page.set_viewport_size({"width": size["width"], "height": min(height, 9_000)})
    # Opening and resizing are animated.
    page.wait_for_timeout(900)
    page.screenshot(path=path)


def take(
    browser: Browser, where: Site, scene: Scene, file: Path, theme: str, width: int, *, full: bool
) -> None:
    """Take the first screen of a scene and, where it is longer, the whole page."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHTS[width]},
        color_scheme="dark" if theme == "dark" else "light",
        is_mobile=width <= 640,
        has_touch=width <= 640,
    )
    # A busy machine takes its time.
    context.set_default_timeout(120_000)
    page = context.new_page()
    scene(page, where)
    # Opening is animated.
    page.wait_for_timeout(600)
    page.screenshot(path=file)
    if full:
        whole(page, file.with_stem(f"{file.stem}-whole"))
    context.close()


def all_of_them(browser: Browser, slow: str, chosen: argparse.Namespace) -> None:
    """Take what was chosen of every page and state."""
    sets: Mapping[str, dict[str, Scene]] = {
        "untouched": UNTOUCHED,
        "filled": FILLED,
        "plain": PLAIN,
    }
    for kind, scenes in sets.items():
        names = [name for name in scenes if chosen.only in name]
        if not names:
            continue
        with site(kind, slow) as where:
            for theme, width in LOOKS:
                look = f"{theme}-{width}"
                for name in names if chosen.look in look else []:
                    file = chosen.folder / f"{name}-{look}.png"
                    full = scenes[name] is not progress and not name.startswith("present")
                    take(browser, where, scenes[name], file, theme, width, full=full)


def for_the_readme(browser: Browser, slow: str, folder: Path) -> None:
    """Take the pictures of the README, of few colours so that they load fast."""
    with site("untouched", slow) as where:
        for name, scene in README.items():
            file = folder / f"{name}.png"
            take(browser, where, scene, file, "light", 1280, full=False)
            Image.open(file).convert("RGB").quantize(192).save(file, optimize=True)


def main() -> None:
    """Write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("screenshots"))
    parser.add_argument("--only", default="", help="a part of the scenes' names")
    parser.add_argument("--look", default="", help='a part of the looks: "dark", "light-390" …')
    parser.add_argument("--readme", type=Path, metavar="FOLDER", help="the README's pictures")
    chosen = parser.parse_args()
    (chosen.readme or chosen.folder).mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, running.slow_site() as slow:
        path = running.find_chromium(playwright)
        if path is None:
            sys.exit(running.HOW_TO_GET_ONE)
        browser = running.launch(playwright, path)
        if chosen.readme:
            for_the_readme(browser, slow, chosen.readme)
        else:
            all_of_them(browser, slow, chosen)


if __name__ == "__main__":
    main()
