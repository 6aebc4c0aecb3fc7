"""Explore in a browser: every chart's marks, the keyboard alone, axe over a full library."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from octave_api import OctaveClient
from pages.parts import examples
from tests.app_samples import TEXT
from tests.browser import running
from tests.browser.conftest import Strangers
from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser

CARDS = ".ox-q"


@pytest.fixture(scope="module")
def address(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard over a library of the examples, with a twin among them."""
    library = tmp_path_factory.mktemp("full") / "library.sqlite"
    texts = [example.text for example in examples.EXAMPLES]
    with OctaveClient.embedded(library) as client:
        client.generate_personas(
            [{"sources": [{"type": "TEXT", "value": text}]} for text in [*texts, texts[0], TEXT]]
        )
    with running.dashboard(library) as found:
        yield found


def shown(page: Page) -> Locator:
    """Give the heading that says how many questions are shown."""
    return page.get_by_role("heading", level=2, name=re.compile(r"^\d+ (of \d+ )?questions"))


def marks(page: Page) -> Locator:
    """Give the marks of the chart in view."""
    return page.locator(".stVegaLiteChart path[role=graphics-symbol]")


MARKS = {
    "origins": (re.compile("Qualifying questions: .* inferred"), "origin=INFERRED"),
    "overlap": (re.compile(r"shares [1-9]"), "shared="),
    "coverage": (re.compile(": [1-9][0-9]* question"), "letter="),
}


@pytest.mark.parametrize("chart", MARKS)
def test_a_mark_of_each_chart_filters_and_releases(page: Page, address: str, chart: str) -> None:
    """Click: cards and address follow; another tab and a reload: the same; Clear: all are back."""
    label, part = MARKS[chart]
    running.visit(page, f"{address}/explore?chart={chart}")
    everything = shown(page).inner_text()
    mark = marks(page).and_(page.get_by_label(label)).first
    mark.wait_for()
    mark.click()
    expect(page).to_have_url(re.compile(part))
    expect(shown(page)).to_have_text(re.compile(r"^\d+ of "))
    running.settle(page)
    some = shown(page).inner_text()
    page.get_by_role("tab", name="Balance").click()
    expect(page.get_by_role("heading", name="Is the set of questions lopsided?")).to_be_visible()
    expect(shown(page)).to_have_text(some)
    page.reload()
    running.settle(page)
    expect(shown(page)).to_have_text(some)
    page.get_by_role("button", name="Clear filter").click()
    expect(shown(page)).to_have_text(everything)
    expect(page).not_to_have_url(re.compile(part))


def test_the_keyboard_alone_filters_opens_and_copies(page: Page, address: str) -> None:
    """Pills, cards and the copy button are reached and pressed without a mouse."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    running.visit(page, f"{address}/explore")
    # A row of pills is one stop, within which the arrows go on.
    tab_to(page, page.get_by_role("button", name="GOOD", exact=True))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("fit=BAD"))
    running.settle(page)
    card = page.locator(f"{CARDS} summary").first
    tab_to(page, card)
    page.keyboard.press("Enter")
    expect(page.locator(CARDS).first).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    expect(page.locator(".ox-copy").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".ox-copy").first).to_have_text("Copied")
    asked = card.locator(".ox-asks").inner_text()
    assert asked == page.evaluate("navigator.clipboard.readText()")


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail("The element is not reached by the Tab key.")


def test_what_is_shown_can_be_presented(page: Page, address: str) -> None:
    """The first of the list; Exit leads to it as a result."""
    running.visit(page, f"{address}/explore?fit=BAD")
    name = page.locator(".ox-group h3 bdi").first.inner_text()
    page.get_by_role("button", name="Present").last.click()
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    expect(page).to_have_url(re.compile("/present"))


def test_all_cards_open_and_close_and_are_regrouped(page: Page, address: str) -> None:
    """Also those that were opened by hand; the group is told to the address."""
    running.visit(page, f"{address}/explore")
    count = page.locator(CARDS).count()
    page.get_by_role("button", name="Open all").click()
    expect(page.locator(f"{CARDS}[open]")).to_have_count(count)
    page.get_by_role("button", name="Close all").click()
    expect(page.locator(f"{CARDS}[open]")).to_have_count(0)
    page.locator(f"{CARDS} summary").first.click()
    page.get_by_role("button", name="Close all").click()
    expect(page.locator(f"{CARDS}[open]")).to_have_count(0)
    running.visit(page, f"{address}/explore?group=letter&sort=words")
    expect(page.get_by_role("heading", level=3, name=re.compile("BANT"))).not_to_have_count(0)


def test_every_chart_passes_axe_with_an_open_card(
    chromium: Browser, address: str, theme: str, strangers: Strangers
) -> None:
    """In both looks."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 800}, color_scheme="dark" if theme == "dark" else "light"
    )
    strangers.watch(context, address)
    page = context.new_page()
    for chart in ("balance", *MARKS):
        running.visit(page, f"{address}/explore?chart={chart}&fit=GOOD&group=weight")
        page.locator(f"{CARDS} summary").first.click()
        assert violations(page) == []
    context.close()
    assert strangers == []


@pytest.mark.parametrize("width", [390, 1024])
def test_no_chart_scrolls_sideways(page: Page, address: str, width: int) -> None:
    """Also with all cards open."""
    page.set_viewport_size({"width": width, "height": 800})
    for chart in ("balance", *MARKS):
        running.visit(page, f"{address}/explore?chart={chart}")
        wide = page.evaluate(
            "(e => e.scrollWidth - e.clientWidth)(document.querySelector('[data-testid=stMain]'))"
        )
        assert wide <= 0
