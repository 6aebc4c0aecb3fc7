"""The Connect page in a browser, and the dashboard against a cloud: the key stays where it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.app_samples import TEXT
from tests.browser import running
from tests.browser.conftest import Strangers
from tests.browser.test_accessibility import violations
from tests.fake_cloud import KEY, Cloud, fake_cloud

pytestmark = pytest.mark.browser

KEY_FIELD = "API key (if the server wants one)"


@pytest.fixture(scope="module")
def cloud(chromium: Browser) -> Iterator[Cloud]:
    """Octave's cloud, on this machine."""
    with fake_cloud() as found:
        yield found


@pytest.fixture(scope="module")
def fresh(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard that nobody has opened yet."""
    with running.dashboard(tmp_path_factory.mktemp("fresh") / "library.sqlite") as found:
        yield found


@pytest.fixture
def page(chromium: Browser, fresh: str, strangers: Strangers, theme: str) -> Iterator[Page]:
    """A page in one of the looks; it may ask no other host for anything."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 800}, color_scheme="dark" if theme == "dark" else "light"
    )
    strangers.watch(context, fresh)
    yield context.new_page()
    context.close()
    assert strangers == []


def test_by_keyboard_from_a_wrong_address_to_the_cloud(
    page: Page, fresh: str, cloud: Cloud
) -> None:
    """
    Choose, type, test and generate without a mouse; axe is content in every state.

    The address of this page is the first that the dashboard is asked for, and still the whole
    dashboard comes. The key is on no page, in no address and in nothing that the browser keeps.
    """
    running.visit(page, f"{fresh}/connect")
    expect(page.get_by_role("link", name="Explore")).to_be_visible()
    expect(page.get_by_text("Embedded engine")).to_be_visible()
    assert violations(page) == []

    page.get_by_role("radio", name="Embedded").focus()
    page.keyboard.press("ArrowDown")
    address = page.get_by_label("Address of the server", exact=True)
    address.focus()
    page.keyboard.type(f"{cloud.address}/api/v2")
    button = page.get_by_role("button", name="Test connection")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text(f"Try {cloud.address}")
    expect(address).to_have_value(f"{cloud.address}/api/v2")
    assert violations(page) == []

    address.fill(cloud.address)
    page.get_by_label(KEY_FIELD, exact=True).focus()
    page.keyboard.type(KEY)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stMetricValue")).to_have_text("4,850 of 5,000")
    running.settle(page)
    assert violations(page) == []
    keeps_the_key_to_itself(page)

    page.get_by_role("link", name="Generate").click()
    expect(page.get_by_role("heading", level=1, name="Generate")).to_be_visible()
    running.settle(page)
    running.generate_text(page, TEXT)
    expect(page.get_by_text("without evidence").first).to_be_visible()
    expect(page.get_by_text("claims quoted")).to_have_count(0)
    keeps_the_key_to_itself(page)
    page.get_by_role("link", name="Connect").click()
    expect(page.get_by_text("The last call on Generate")).to_be_visible()
    expect(page.get_by_text("Connected to 127.0.0.1")).to_be_visible()
    keeps_the_key_to_itself(page)

    page.reload()
    running.settle(page)
    expect(page.get_by_text("Embedded engine")).to_be_visible()


def keeps_the_key_to_itself(page: Page) -> None:
    """Check that the key is nowhere but in its masked field."""
    assert KEY not in page.url
    assert KEY not in page.locator("body").inner_text()
    kept = page.evaluate(
        "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
    )
    assert KEY not in kept
    expect(page.get_by_role("button", name="Show password")).to_have_count(0)


def test_nothing_of_the_key_is_written_down(
    chromium: Browser, cloud: Cloud, tmp_path: Path
) -> None:
    """After a session with a key, no file of the dashboard holds it."""
    with running.dashboard(tmp_path / "library.sqlite") as address:
        context = chromium.new_context()
        page = context.new_page()
        running.visit(page, f"{address}/connect")
        page.get_by_text("Self-hosted", exact=True).click()
        page.get_by_label("Address of the server", exact=True).fill(cloud.address)
        page.get_by_label(KEY_FIELD, exact=True).fill(KEY)
        page.get_by_role("button", name="Test connection").click()
        expect(page.get_by_test_id("stMetricValue")).to_be_visible()
        context.close()
    assert all(KEY.encode() not in file.read_bytes() for file in tmp_path.rglob("*"))
