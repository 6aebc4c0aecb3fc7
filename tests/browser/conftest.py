"""One browser and one dashboard for all browser tests; without a browser they are skipped."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import running


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """A Chromium; where there is none the tests are skipped, or fail if one is required."""
    with sync_playwright() as playwright:
        path = running.find_chromium(playwright)
        if path is None:
            if os.environ.get("OCTAVE_REQUIRE_BROWSER") == "1":
                pytest.fail(running.HOW_TO_GET_ONE)
            pytest.skip(running.HOW_TO_GET_ONE)
        browser = running.launch(playwright, path)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def slow(chromium: Browser) -> Iterator[str]:
    """A host that may be read and takes its time."""
    with running.slow_site() as found:
        yield found


@pytest.fixture(scope="package")
def address(
    chromium: Browser, slow: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The dashboard over an empty library of its own."""
    library = tmp_path_factory.mktemp("library") / "library.sqlite"
    with running.dashboard(library, env={"OCTAVE_FETCH_ALLOW": slow}) as found:
        yield found


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> str:
    """Both looks."""
    return str(request.param)


class Strangers(list[str]):
    """The addresses of other hosts that a page asked for."""

    def watch(self, context: BrowserContext, address: str) -> None:
        """Note every request that goes elsewhere; `data:` and `blob:` go nowhere."""
        context.on(
            "request",
            lambda request: (
                None
                if request.url.startswith(
                    (address, address.replace("http", "ws", 1), "data:", "blob:")
                )
                else self.append(request.url)
            ),
        )


@pytest.fixture
def strangers() -> Strangers:
    """What the page asked of other hosts; empty if all is well."""
    return Strangers()


@pytest.fixture
def page(chromium: Browser, address: str, strangers: Strangers) -> Iterator[Page]:
    """A page of a fresh session; in no test may it ask another host for anything."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    strangers.watch(context, address)
    yield context.new_page()
    context.close()
    assert strangers == []
