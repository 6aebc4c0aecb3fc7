"""Qualify in a browser: the keyboard alone, kept and found again, axe in both looks."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import qualify_scenes as scenes
from tests.browser import running
from tests.browser.conftest import Strangers
from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser

PERSONA = "tallowmere.persona"
AREAS = ("", "?area=check", "?area=tune", "?area=prospects")


class At:
    """A dashboard by its address, as scenes take it."""

    def __init__(self, address: str) -> None:
        self._address = address

    def at(self, path: str) -> str:
        """Give the address of a page."""
        return f"{self._address}/{path}"


def number(page: Page) -> Locator:
    """Give the score as it is shown."""
    return page.locator(".ox-ten")


def asking(page: Page) -> Locator:
    """Give the question at hand."""
    return page.locator(".ox-asking")


def open_page(page: Page, address: str, query: str = "") -> None:
    """Open the page and wait for its question."""
    running.visit(page, f"{address}/qualify{query}")
    expect(asking(page)).to_be_visible()
    running.settle(page)


def gates(page: Page) -> int:
    """Count the disqualifiers, which come first in the examples."""
    return page.locator(".st-key-all-questions button").filter(has_text="Disqualifier").count()


def test_answers_by_keyboard_a_gate_an_undo_and_found_again(page: Page, address: str) -> None:
    """The score follows each key; saved, reloaded and found in the table it is the same."""
    open_page(page, address, f"?entity={PERSONA}")
    out = gates(page)
    assert out >= 1
    first = asking(page).inner_text()
    for _ in range(out):
        before = asking(page).inner_text()
        page.keyboard.press("n")
        expect(asking(page)).not_to_have_text(before)
    expect(number(page)).to_contain_text("no score yet")
    seen = []
    asked = page.locator(".st-key-all-questions button").count()
    for given, key in enumerate("yynyyn"[: asked - out], start=out + 1):
        score = number(page).inner_text()
        page.keyboard.press(key)
        # The last question stays when it is answered: the address tells of all.
        expect(page).to_have_url(re.compile(rf"answers=\w{{{given}}}$"))
        running.settle(page)
        seen.append((score, number(page).inner_text()))
    assert len({after for _, after in seen}) >= 4
    running.settle(page)
    reached = number(page).text_content() or ""
    for _ in range(out + 6):
        page.keyboard.press("ArrowLeft")
    expect(asking(page)).to_have_text(first)
    page.keyboard.press("y")
    expect(page.locator(".ox-verdict")).to_contain_text("Disqualified")
    expect(number(page)).to_contain_text("would have been")
    page.keyboard.press("z")
    expect(number(page)).to_have_text(reached)
    expect(page.locator(".ox-verdict")).not_to_contain_text("Disqualified")
    name = page.get_by_label("Prospect", exact=True)
    name.fill("Sunny Yard & Sons")
    name.press("Enter")
    running.settle(page)
    expect(number(page)).to_have_text(reached)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page).to_have_url(re.compile("prospect=pr_"))
    page.reload()
    expect(number(page)).to_have_text(reached)
    expect(name).to_have_value("Sunny Yard & Sons")
    running.visit(page, f"{address}/qualify?area=prospects")
    row = page.locator("[class*=st-key-prospect-]").filter(has_text="Sunny Yard & Sons")
    row.get_by_role("button", name="Open").click()
    expect(number(page)).to_have_text(reached)
    expect(page.get_by_role("tab", name="Answer")).to_have_attribute("aria-selected", "true")


def test_no_key_is_lost_however_fast(page: Page, address: str) -> None:
    """Keys pressed while the page is still busy are counted, each once and in order."""
    open_page(page, address, f"?entity={PERSONA}")
    for key in "nynunynny":
        page.keyboard.press(key)
    expect(page).to_have_url(re.compile("answers=nynunynny$"))
    for _ in range(4):
        page.keyboard.press("z")
    expect(page).to_have_url(re.compile("answers=nynun$"))


def test_keys_are_left_alone_where_one_types_and_when_switched_off(
    page: Page, address: str
) -> None:
    """A name may hold a y, and who needs the keys for something else can have them."""
    open_page(page, address, f"?entity={PERSONA}")
    asked = asking(page).inner_text()
    name = page.get_by_label("Prospect", exact=True)
    name.press_sequentially("yny zu")
    expect(name).to_have_value("yny zu")
    name.press("Enter")
    running.settle(page)
    expect(asking(page)).to_have_text(asked)
    page.get_by_text("Keys", exact=True).click()
    expect(page.locator(".ox-keys")).to_have_count(0)
    running.settle(page)
    page.locator("h1").click()
    page.keyboard.press("y")
    running.settle(page)
    expect(asking(page)).to_have_text(asked)


def test_a_bar_turns_to_its_question(page: Page, address: str) -> None:
    """Also a second time, after another question was at hand."""
    open_page(page, address, f"?entity={PERSONA}&answers=nnnnyyyyyyyy")
    bars = page.locator(".stVegaLiteChart path[aria-roledescription=bar]")
    for turn in (1, 3, 1):
        bars.nth(turn).wait_for()
        said = bars.nth(turn).get_attribute("aria-label") or ""
        bars.nth(turn).click()
        expect(asking(page)).to_have_text(said.split(". ", 1)[1].rsplit(": ", 1)[0])
        running.settle(page)


@pytest.mark.parametrize("name", sorted(scenes.SCENES))
def test_every_state_passes_axe(
    chromium: Browser, address: str, theme: str, strangers: Strangers, name: str
) -> None:
    """In both looks."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 800}, color_scheme="dark" if theme == "dark" else "light"
    )
    strangers.watch(context, address)
    page = context.new_page()
    scenes.SCENES[name](page, At(address))
    assert violations(page) == []
    context.close()
    assert strangers == []


@pytest.mark.parametrize("width", [390, 1024])
def test_nothing_scrolls_sideways(page: Page, address: str, width: int) -> None:
    """In any area."""
    page.set_viewport_size({"width": width, "height": 800})
    for query in AREAS:
        running.visit(page, f"{address}/qualify{query}")
        wide = page.evaluate(
            "(e => e.scrollWidth - e.clientWidth)(document.querySelector('[data-testid=stMain]'))"
        )
        assert wide <= 0
