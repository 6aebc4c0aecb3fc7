"""axe-core over the pages and their states, in both looks: no violation of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from tests import app_states
from tests.app_samples import TEXT
from tests.browser import running
from tests.browser.conftest import Strangers

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def page(chromium: Browser, address: str, theme: str, strangers: Strangers) -> Iterator[Page]:
    """A page in one of the looks."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 800}, color_scheme="dark" if theme == "dark" else "light"
    )
    strangers.watch(context, "http://127.0.0.1")
    yield context.new_page()
    context.close()
    assert strangers == []


@pytest.fixture(scope="module")
def states(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard over a library of states that are seldom met."""
    library = tmp_path_factory.mktemp("states") / "library.sqlite"
    app_states.keep(library, *(state() for state in app_states.STATES.values()))
    with running.dashboard(library) as found:
        yield found


@pytest.fixture(scope="module")
def plain(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard against a server that generates and does nothing else."""
    library = tmp_path_factory.mktemp("plain") / "library.sqlite"
    with running.plain_server() as server:
        env = {"OCTAVE_BASE_URL": server, "OCTAVE_API_KEY": "a-key-of-nobody"}
        with running.dashboard(library, env=env) as found:
            yield found


def violations(page: Page) -> list[str]:
    """Give what axe finds, one line an element."""
    # A hovered mark's tooltip lies outside of the page's landmarks.
    page.mouse.move(2, 2)
    page.wait_for_timeout(700)
    page.evaluate(AXE)
    found = page.evaluate("async () => (await axe.run()).violations")
    return [
        f"{rule['id']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for rule in found
        for node in rule["nodes"]
    ]


def test_generate_and_every_tab_of_its_result(page: Page, address: str) -> None:
    """The example, a selected claim, an opened question, gaps and calls."""
    running.visit(page, address)
    page.locator("[class*=st-key-pick-] button").nth(3).click()
    page.locator(".st-key-resting").wait_for()
    running.settle(page)
    assert violations(page) == []
    page.get_by_role("button", name="Hide input").click()
    running.settle(page)
    assert violations(page) == []
    for name in (re.compile("^Questions"), "Ask this next", "Use it elsewhere"):
        page.get_by_role("tab", name=name).click()
        running.settle(page)
        for card in page.locator(".ox-q summary").all()[:2]:
            if card.is_visible():
                card.click()
        assert violations(page) == []


def test_a_run_on_its_way_and_stopped(page: Page, address: str, slow: str) -> None:
    """Progress with its Stop, and what is said after it."""
    running.visit(page, address)
    running.own_desk(page)
    page.get_by_label("Web pages").fill(f"http://{slow}/customers")
    page.locator(".st-key-generate button").click()
    page.get_by_text(f"Reading {slow}/customers").wait_for(timeout=60_000)
    assert violations(page) == []
    page.locator(".st-key-stop button").click()
    page.get_by_text("cannot be called back").wait_for(timeout=60_000)
    assert violations(page) == []


def test_several_results_and_one_that_failed(page: Page, address: str) -> None:
    """A choice between results, with an error among them."""
    running.visit(page, address)
    running.own_desk(page)
    page.get_by_label("Text", exact=True).fill(TEXT)
    for place, fill in ((1, TEXT), (2, "")):
        page.get_by_role("button", name="Add another persona").click()
        running.settle(page)
        if fill:
            page.get_by_label("Text", exact=True).nth(place).fill(fill)
        else:
            page.get_by_label("Web pages").nth(place).fill("http://127.0.0.1/inside")
    page.locator(".st-key-generate button").click()
    page.locator(".ox-glance").wait_for(timeout=60_000)
    running.settle(page)
    # Two to choose from, and the way to the one that was not made.
    assert page.locator(".st-key-outcomes button").count() == 3
    assert violations(page) == []


def test_answers_without_evidence(page: Page, plain: str) -> None:
    """No origin marks, and a line that says why; the examples where there is no library."""
    running.visit(page, plain)
    running.generate_text(page, TEXT)
    assert violations(page) == []
    for name in (re.compile("^Questions"), "Ask this next"):
        page.get_by_role("tab", name=name).click()
        running.settle(page)
        assert violations(page) == []
    running.visit(page, f"{plain}/explore")
    assert violations(page) == []


def test_generate_empty_and_with_an_error(page: Page, address: str) -> None:
    """One's own desk before and after a failure."""
    running.visit(page, address)
    running.own_desk(page)
    assert violations(page) == []
    page.get_by_label("Web pages").fill("http://127.0.0.1/inside")
    page.locator(".st-key-generate button").click()
    page.get_by_text("No persona this time").wait_for()
    running.settle(page)
    assert violations(page) == []


def test_explore_with_and_without_a_match(page: Page, address: str) -> None:
    """All questions, a chosen bar with an opened card, and nothing found."""
    running.visit(page, f"{address}/explore")
    assert violations(page) == []
    running.visit(page, f"{address}/explore?fit=GOOD")
    page.locator(".ox-q summary").first.click()
    assert violations(page) == []
    running.visit(page, f"{address}/explore?q=zebra")
    assert violations(page) == []


def test_results_that_cannot_be_shown(page: Page, address: str) -> None:
    """A link to nothing, on both pages that follow links."""
    for path in ("?result=pe_gone", "present?entity=pe_gone"):
        running.visit(page, f"{address}/{path}")
        page.get_by_text("This result cannot be shown").wait_for()
        assert violations(page) == []


@pytest.mark.parametrize("step", [0, 1, 3, 99])
def test_the_presentation(page: Page, address: str, step: int) -> None:
    """Glance, list, question, sources."""
    page.set_viewport_size({"width": 1024, "height": 768})
    running.visit(page, f"{address}/present?entity=tallowmere.persona&step={step}")
    assert violations(page) == []


@pytest.mark.parametrize("name", sorted(app_states.STATES))
def test_states_that_are_seldom_met(page: Page, states: str, name: str) -> None:
    """Long, bare, many, from right to left: as a result and presented."""
    oid = app_states.STATES[name]().entity.oid
    for path in (f"?result={oid}", f"present?entity={oid}&step=1"):
        running.visit(page, f"{states}/{path}")
        assert violations(page) == []
