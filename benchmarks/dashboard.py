"""
How fast the dashboard is beside an empty Streamlit app: `python benchmarks/dashboard.py`.

Both run at the same time on this machine, seen with the same Chromium in turns, so that what
the platform and the machine cost is in both figures. Three measures:

content    from the start of the navigation, with an empty cache, to a visible heading.
click      on Explore over 200 questions, from a click on a pill to the last change of the cards;
           in the empty app from a click on its toggle to the changed heading.
stopwatch  once, from the start of the server to the example, the first chart and on, and with
           how many clicks: see `tests/browser/start.py`.

The first two are taken inside the page by its own clock. Needs `tests/requirements.txt` and a
Chromium.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from octave_api import OctaveClient  # noqa: E402
from pages.parts import examples  # noqa: E402
from tests.browser import running, start  # noqa: E402

EMPTY = """
import streamlit as st

st.title("Empty")
on = st.toggle("Toggle")
st.header("On" if on else "Off")
"""
CARDS = ".ox-q summary"
QUESTIONS = 200
BARS = {"content": 1.5, "click": 2.0}
"""What the ratio of the medians may come to."""

SEEN = """
(() => {
  const look = () => {
    const heading = document.querySelector('h1');
    if (heading && heading.getClientRects().length && heading.textContent.trim())
      window.seenAt ??= performance.now();
    else requestAnimationFrame(look);
  };
  look();
})();
"""
WATCH = """
(selector) => {
  const read = () => [...document.querySelectorAll(selector)].map(e => e.textContent).join('|');
  let last = read();
  window.clickedAt = window.changedAt = null;
  document.addEventListener('click', () => { window.clickedAt = performance.now(); },
                            {capture: true, once: true});
  window.watcher?.disconnect();
  window.watcher = new MutationObserver(() => {
    const now = read();
    if (now !== last) { last = now; window.changedAt = performance.now(); }
  });
  window.watcher.observe(document.body, {subtree: true, childList: true, characterData: true});
}
"""


def fill(library: Path) -> int:
    """Generate entities from the project's examples until there are enough questions."""
    count = number = 0
    with OctaveClient.embedded(library) as client:
        while count < QUESTIONS:
            example = examples.EXAMPLES[number % len(examples.EXAMPLES)]
            source = {"type": "TEXT", "value": example.text}
            item = {"name": f"{example.company} {number + 1}", "sources": [source]}
            generate = client.generate_personas if number % 2 else client.generate_segments
            made = generate([item]).data or []
            count += sum(len(entity.qualifying_questions) for entity in made)
            number += 1
    return count


def content(browser: Browser, address: str) -> float:
    """Give the milliseconds to a visible heading, in a browser that has seen nothing yet."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(SEEN)
    page = context.new_page()
    page.goto(address)
    page.wait_for_function("window.seenAt > 0")
    seen: float = page.evaluate("window.seenAt")
    context.close()
    return seen


def click(page: Page, target: Locator, watched: str) -> float:
    """Give the milliseconds from a click to the last change of what is watched."""
    page.evaluate(WATCH, watched)
    target.click()
    page.wait_for_function("window.changedAt > 0")
    running.settle(page)
    # What comes late, comes within this time.
    page.wait_for_timeout(400)
    spent: float = page.evaluate("window.changedAt - window.clickedAt")
    return spent


def open_at(browser: Browser, address: str) -> Page:
    """Open a page and wait until it is at rest."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    running.visit(page, address)
    page.wait_for_timeout(500)
    return page


def in_turns(
    runs: int, ours: Callable[[], float], empty: Callable[[], float]
) -> tuple[list[float], list[float]]:
    """Measure both in turns, each as often the first; the first turn warms up and is dropped."""
    found: tuple[list[float], list[float]] = ([], [])
    for run in range(runs + 1):
        for which in ((0, 1), (1, 0))[run % 2]:
            spent = (ours, empty)[which]()
            if run:
                found[which].append(spent)
    return found


def tell(name: str, ours: list[float], empty: list[float]) -> None:
    """Print both, and their ratio by the minimum and by the median."""
    for label, spent in (("ours", ours), ("empty", empty)):
        middle = statistics.median(spent)
        print(f"{name:9} {label:6} min {min(spent):7.0f} ms   median {middle:7.0f} ms")
    least = min(ours) / min(empty)
    middle = statistics.median(ours) / statistics.median(empty)
    verdict = "within" if middle <= BARS[name] else "over"
    print(f"{name:9} ratio  min {least:7.2f}      median {middle:7.2f}      "
          f"{verdict} {BARS[name]}\n")  # fmt: skip


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0].strip())
    parser.add_argument("--runs", type=int, default=9, help="turns of each measure (%(default)s)")
    chosen = parser.parse_args()
    with ExitStack() as stack:
        playwright = stack.enter_context(sync_playwright())
        path = running.find_chromium(playwright)
        if path is None:
            sys.exit(running.HOW_TO_GET_ONE)
        browser = running.launch(playwright, path)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (folder / "empty.py").write_text(EMPTY)
        count = fill(folder / "library.sqlite")
        print(
            f"{platform.system()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, "
            f"Chromium {browser.version}, {count} questions, {chosen.runs} runs\n"
        )
        for moment in start.moments(browser, folder):
            print(f"stopwatch {moment.sentence()}")
        ours = stack.enter_context(running.dashboard(folder / "library.sqlite"))
        empty = stack.enter_context(
            running.dashboard(folder / "none.sqlite", app=folder / "empty.py")
        )
        print()
        tell(
            "content",
            *in_turns(chosen.runs, lambda: content(browser, ours), lambda: content(browser, empty)),
        )
        explore, trivial = open_at(browser, f"{ours}/explore"), open_at(browser, empty)
        pill = explore.get_by_test_id("stButtonGroup").get_by_text("GOOD").first
        toggle = trivial.get_by_text("Toggle")
        tell(
            "click",
            *in_turns(
                chosen.runs,
                lambda: click(explore, pill, CARDS),
                lambda: click(trivial, toggle, "h2"),
            ),
        )
        browser.close()


if __name__ == "__main__":
    main()
