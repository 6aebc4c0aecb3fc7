"""What only a browser can show: clicks on bars, highlights, the address, no strangers."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.app_samples import TEXT
from tests.browser import running

pytestmark = pytest.mark.browser

CARDS = ".ox-q"


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
    mark = page.locator(".ox-source .ox-picked").first
    expect(mark).to_be_visible()
    inside = page.evaluate(
        """() => {
            const box = document.querySelector('.ox-source').getBoundingClientRect();
            const mark = document.querySelector('.ox-source .ox-picked').getBoundingClientRect();
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
    running.own_desk(page)
    page.get_by_label("Text", exact=True).fill(TEXT)
    page.get_by_role("button", name="Add another persona").click()
    running.settle(page)
    box = page.get_by_label("Web pages").nth(1)
    box.fill("http://127.0.0.1/inside")
    page.locator(".st-key-generate button").click()
    expect(page.locator(".ox-glance")).to_be_visible()
    running.settle(page)
    expect(page.get_by_role("alert").first).to_contain_text("http://127.0.0.1/inside")
    expect(box).to_have_value("http://127.0.0.1/inside")


def test_a_slow_page_can_be_stopped_and_holds_nothing_up(
    page: Page, address: str, slow: str
) -> None:
    """The step is named while it lasts; after Stop the page is as it was."""
    running.visit(page, address)
    running.own_desk(page)
    page.get_by_label("Web pages").fill(f"http://{slow}/customers")
    page.locator(".st-key-generate button").click()
    expect(page.get_by_text("Generating 1 persona: 0 done")).to_be_visible()
    expect(page.get_by_text(f"Reading {slow}/customers")).to_be_visible()
    page.locator(".st-key-stop button").click()
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


def tab_to(page: Page, there: Locator) -> None:
    """Press Tab until this has the focus."""
    for _ in range(60):
        if there.evaluate(
            "e => e === document.activeElement || e.contains(document.activeElement)"
        ):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{there} cannot be reached")


def test_one_can_generate_by_keyboard_alone(page: Page, address: str) -> None:
    """Choose one's own desk, type, generate, and choose a claim and a sentence."""
    running.visit(page, address)
    tab_to(page, page.locator(".st-key-desk"))
    for _ in range(len(("Quenby", "Brisolde", "Your own"))):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page.get_by_role("radio", name="Your own")).to_be_checked()
    running.settle(page)
    tab_to(page, page.get_by_label("Text", exact=True))
    page.keyboard.type(
        "Head of Retail\n- Wants to open ten stores a year\n- Struggles with late leases\n"
    )
    tab_to(page, page.locator(".st-key-generate button"))
    page.keyboard.press("Enter")
    expect(page.locator(".ox-glance")).to_be_visible()
    running.settle(page)
    tab_to(page, page.locator("[class*=st-key-pick-] button").first)
    page.keyboard.press("Enter")
    expect(page.locator(".ox-said")).to_be_visible()
    running.settle(page)
    tab_to(page, page.locator(".ox-source .ox-used").last)
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile("claims? rests? on this sentence"))).to_be_visible()
    running.settle(page)
    expect(page.locator(".ox-source .ox-picked").last).to_be_focused()


def test_a_sentence_leads_to_its_claims(page: Page, address: str) -> None:
    """They are listed beside it and marked among the fields; pressed again it lets go."""
    running.visit(page, address)
    words = "Planners rebuild the shift plan by hand"
    page.locator(".ox-source .ox-used", has_text=words).click()
    resting = page.locator(".st-key-resting")
    expect(resting).to_contain_text(words)
    expect(page.locator("[class*=st-key-claim-on-]").first).to_contain_text(words)
    running.settle(page)
    page.locator(".ox-source .ox-picked").click()
    expect(resting).to_have_count(0)


def test_a_reload_brings_the_result_back_and_tabs_are_apart(page: Page, address: str) -> None:
    """The address names it; another tab with another result changes nothing."""
    running.visit(page, address)
    running.generate_text(page, TEXT)
    expect(page).to_have_url(re.compile("result=pe_"))
    name = page.locator(".ox-name").inner_text()
    other = page.context.new_page()
    running.visit(other, f"{address}/?result=quenby.segment")
    expect(other.locator(".ox-name")).not_to_have_text(name)
    page.reload()
    expect(page.locator(".ox-name")).to_have_text(name, timeout=60_000)
    running.settle(page)
    page.get_by_role("button", name="Edit input").click()
    expect(page.get_by_label("Text", exact=True)).to_have_value(TEXT)


def test_the_form_that_was_put_away_still_holds_what_was_typed(page: Page, address: str) -> None:
    """Hidden is not forgotten."""
    running.visit(page, address)
    running.generate_text(page, TEXT)
    expect(page.get_by_label("Text", exact=True)).to_be_hidden()
    page.get_by_role("button", name="Edit input").click()
    expect(page.get_by_label("Text", exact=True)).to_have_value(TEXT)
    expect(page.get_by_role("radio", name="Your own")).to_be_checked()


@pytest.mark.parametrize("name", ["tallowmere.persona", "quenby.segment", "brisolde.persona"])
def test_the_glance_is_on_one_screen(page: Page, address: str, name: str) -> None:
    """1280 by 800, with the form beside it or without."""
    running.visit(page, f"{address}/?result={name}")
    for _ in range(2):
        place = page.locator(".ox-glance").bounding_box()
        assert place is not None
        assert place["y"] + place["height"] <= 800
        if page.get_by_role("button", name="Hide input").count():
            page.get_by_role("button", name="Hide input").click()
            expect(page.get_by_role("button", name="Edit input")).to_be_visible()
            running.settle(page)


def test_one_presents_by_arrow_keys(page: Page, address: str) -> None:
    """Right and left turn the slides, down the entity, Escape leads out; a reload stays."""
    running.visit(page, address)
    tab_to(page, page.locator(".st-key-present-open"))
    page.keyboard.press("Enter")
    page.locator(".st-key-present-controls").wait_for()
    running.settle(page)
    expect(page.locator("header[data-testid=stHeader]")).to_be_hidden()
    expect(page.locator(".st-key-footer")).to_be_hidden()
    first = page.get_by_role("heading", level=1).inner_text()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("heading", level=1, name="Pain points")).to_be_visible()
    running.settle(page)
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("heading", level=1, name="Key objectives")).to_be_visible()
    running.settle(page)
    page.reload()
    expect(page.get_by_role("heading", level=1, name="Key objectives")).to_be_visible()
    running.settle(page)
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("heading", level=1, name="Pain points")).to_be_visible()
    running.settle(page)
    page.keyboard.press("PageDown")
    expect(page.get_by_role("heading", level=1, name="Key objectives")).to_be_visible()
    running.settle(page)
    page.keyboard.press("PageUp")
    expect(page.get_by_role("heading", level=1, name="Pain points")).to_be_visible()
    running.settle(page)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("heading", level=1, name="Pain points")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).not_to_have_text(first)
    running.settle(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", level=1, name="Generate")).to_be_visible()


def test_no_slide_overflows_a_projector(page: Page, address: str) -> None:
    """1024 by 768: nothing is cut off, nothing has to be scrolled."""
    page.set_viewport_size({"width": 1024, "height": 768})
    running.visit(page, f"{address}/present?entity=brisolde.persona")
    while True:
        stage = page.locator(".st-key-stage > * > *").last.bounding_box()
        bar = page.locator(".st-key-present-controls").bounding_box()
        assert stage is not None
        assert bar is not None
        assert stage["y"] + stage["height"] <= bar["y"]
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 1024
        following = page.locator(".st-key-next button")
        if following.is_disabled():
            break
        place = page.locator(".ox-place").inner_text()
        following.click()
        expect(page.locator(".ox-place")).not_to_have_text(place)
        running.settle(page)


def test_a_narrow_screen_shows_the_example_first_and_its_text_on_request(
    page: Page, address: str
) -> None:
    """The card begins above the fold; the pages and the menu are at the edges of the header."""
    page.set_viewport_size({"width": 390, "height": 844})
    running.visit(page, address)
    place = page.locator(".ox-glance").bounding_box()
    assert place is not None
    assert place["y"] < 450
    expect(page.get_by_label("Text", exact=True)).to_be_hidden()
    menu = page.get_by_test_id("stMainMenuButton").bounding_box()
    assert menu is not None
    assert menu["x"] + menu["width"] <= 390
    page.get_by_role("button", name="Edit input").click()
    expect(page.get_by_label("Text", exact=True)).to_be_visible()
    page.get_by_role("button", name="Hide input").click()
    expect(page.get_by_label("Text", exact=True)).to_be_hidden()


def test_a_narrow_screen_never_scrolls_sideways(page: Page, address: str) -> None:
    """Words of any length wrap."""
    page.set_viewport_size({"width": 390, "height": 844})
    for path in ("", "/explore", "/present", "/present?entity=tallowmere.persona&step=3"):
        running.visit(page, address + path)
        wide = page.evaluate(
            "(e => e.scrollWidth - e.clientWidth)(document.querySelector('[data-testid=stMain]'))"
        )
        assert wide <= 0
