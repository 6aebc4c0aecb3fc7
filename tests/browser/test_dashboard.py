"""What only a browser can show: clicks on bars, highlights, the address, no strangers."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.app_samples import TEXT
from tests.browser import running

pytestmark = pytest.mark.browser

CARDS = "[class*=st-key-card-]"


def test_the_first_page_shows_an_example_and_needs_no_other_host(page: Page, address: str) -> None:
    """The fixture checks that nothing was asked of anybody else."""
    running.visit(page, address)
    expect(page.get_by_text("Fictional example", exact=True)).to_be_visible()
    expect(page.get_by_text(re.compile(r"\d+ of \d+ claims quoted"))).to_be_visible()


def test_a_claim_brings_its_sentence_into_view(page: Page, address: str) -> None:
    """The source scrolls to the selected sentence, without the page leaving the claim."""
    running.visit(page, address)
    claims = page.locator("[class*=st-key-pick-] button")
    claims.last.click()
    running.settle(page)
    mark = page.locator(".ox-source mark").first
    expect(mark).to_be_visible()
    inside = page.evaluate(
        """() => {
            const box = document.querySelector('.ox-source').getBoundingClientRect();
            const mark = document.querySelector('.ox-source mark').getBoundingClientRect();
            return mark.top >= box.top && mark.top < box.bottom;
        }"""
    )
    assert inside
    expect(page.locator(".ox-said mark")).to_have_count(1)


def test_a_text_goes_all_the_way_and_hostile_text_stays_text(page: Page, address: str) -> None:
    """Nothing of the text becomes a picture, a link or a style."""
    running.visit(page, address)
    hostile = (
        '<img src="http://stranger.example/a.png"> ![x](http://stranger.example/b.png) $5 to $9'
    )
    running.generate_text(page, f"{TEXT}\n- Large orders {hostile}\n")
    expect(page.locator(".ox-source")).to_contain_text(hostile)
    expect(page.locator("[data-testid=stMain] img")).to_have_count(0)
    expect(page.locator(".katex")).to_have_count(0)


def test_a_bad_address_keeps_the_good_result_and_what_was_typed(page: Page, address: str) -> None:
    """The error stands beside the item; the address is still in its box."""
    running.visit(page, address)
    page.get_by_role("radio", name="Your own").click()
    running.settle(page)
    page.get_by_label("Text", exact=True).fill(TEXT)
    page.get_by_role("button", name="Add another persona").click()
    running.settle(page)
    box = page.get_by_label("Web pages").nth(1)
    box.fill("http://127.0.0.1/inside")
    page.get_by_role("button", name="Generate").click()
    expect(page.locator(".ox-glance")).to_be_visible(timeout=60_000)
    running.settle(page)
    expect(page.get_by_role("alert").first).to_contain_text("127.0.0.1/inside")
    expect(box).to_have_value("http://127.0.0.1/inside")


def test_a_slow_page_can_be_stopped_and_holds_nothing_up(
    page: Page, address: str, slow: str
) -> None:
    """The step is named while it lasts; after Stop the page is as it was."""
    running.visit(page, address)
    page.get_by_role("radio", name="Your own").click()
    running.settle(page)
    page.get_by_label("Web pages").fill(f"http://{slow}/customers")
    page.get_by_role("button", name="Generate").click()
    expect(page.get_by_text("Generating 1 persona: 0 done")).to_be_visible()
    expect(page.get_by_text(f"Reading {slow}/customers")).to_be_visible()
    page.get_by_role("button", name="Stop", exact=False).last.click()
    expect(page.get_by_text("You stopped it.")).to_be_visible()
    expect(page.get_by_label("Web pages")).to_have_value(f"http://{slow}/customers")


def test_a_bar_filters_the_cards_and_the_address_keeps_it(page: Page, address: str) -> None:
    """Click: pills, cards and address follow; reload: the same view; click again: released."""
    running.visit(page, f"{address}/explore")
    all_cards = page.locator(CARDS).count()
    bars = page.locator(".stVegaLiteChart path[aria-roledescription=bar]")
    bars.first.wait_for()
    text = bars.last.get_attribute("aria-label") or ""
    found = re.fullmatch(r"(\d+) (\w+) questions? of weight (\w+)", text)
    assert found
    count, fit, weight = found.groups()
    bars.last.click()
    expect(page).to_have_url(re.compile(f"fit={fit}&weight={weight}"))
    expect(page.get_by_role("heading", level=2, name=re.compile(f"^{count} of "))).to_be_visible()
    expect(page.locator(CARDS)).to_have_count(min(20, int(count)))
    page.reload()
    running.settle(page)
    expect(page.get_by_role("heading", level=2, name=re.compile(f"^{count} of "))).to_be_visible()
    running.bar(page, text).click()
    expect(page).not_to_have_url(re.compile("fit="))
    expect(page.locator(CARDS)).to_have_count(all_cards)
    running.settle(page)
    running.bar(page, text).click()
    expect(page).to_have_url(re.compile(f"fit={fit}"))


def test_the_filter_is_kept_over_a_page_switch(page: Page, address: str) -> None:
    """One comes back to what one left."""
    running.visit(page, f"{address}/explore?fit=GOOD&weight=HIGH&fit=NONSENSE")
    heading = page.get_by_role("heading", level=2, name=re.compile("of .* questions"))
    expect(heading).to_be_visible()
    words = heading.inner_text()
    page.get_by_role("link", name="Generate").click()
    expect(page.get_by_role("heading", level=1, name="Generate")).to_be_visible()
    running.settle(page)
    page.get_by_role("link", name="Explore").click()
    expect(page.get_by_role("heading", level=2, name=words)).to_be_visible()
    expect(page).to_have_url(re.compile("fit=GOOD&weight=HIGH"))


def test_a_narrow_screen_never_scrolls_sideways(page: Page, address: str) -> None:
    """Words of any length wrap."""
    page.set_viewport_size({"width": 390, "height": 844})
    for path in ("", "/explore"):
        running.visit(page, address + path)
        wide = page.evaluate(
            "(e => e.scrollWidth - e.clientWidth)(document.querySelector('[data-testid=stMain]'))"
        )
        assert wide <= 0
