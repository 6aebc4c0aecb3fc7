"""
Many people at one dashboard: does anybody see another's text, and does it hold?

    python benchmarks/sessions.py [--sessions 20] [--minutes 0]

Each session is a browser context of its own. All of them type a text with a word that nobody else
has and generate at the same time; then each one's Generate and Connect pages are searched for its
own word (must be there) and for the others' (must not). Explore and Library show the one library
that all of them share, so that they are left out. With `--minutes` the sessions go on generating;
told are errors on the pages and the memory of the process (MB) after every round.

Needs `tests/requirements.txt` and a Chromium.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.browser import running

WORD = "Zanbury{number:04d}works"
FIND = re.compile(r"Zanbury(\d{4})works")
TEXT = (
    "The plant manager of {word} keeps two lines running in round {round}. They fear unplanned "
    "stops, and spare parts that arrive late. They want fewer stops at {word}."
)
SEEN = """() => [document.documentElement.outerHTML,
  ...[...document.querySelectorAll('input, textarea')].map(e => e.value)].join('\\n')"""
FAULTS = "[data-testid=stException], .ox-problem"


def press(page: Page, number: int, turn: int) -> None:
    """Type this session's text and generate, without waiting for what comes of it."""
    word = WORD.format(number=number)
    page.get_by_role("button", name="Edit input").or_(
        page.get_by_label("Text", exact=True)
    ).first.wait_for(timeout=120_000)
    change = page.get_by_role("button", name="Edit input")
    if change.count() and change.first.is_visible():
        change.first.click()
    box = page.get_by_label("Text", exact=True)
    box.fill(TEXT.format(word=word, round=turn), timeout=120_000)
    box.press("Control+Enter")
    running.settle(page)
    page.locator(".st-key-generate button").click()


def wait(page: Page, number: int, turn: int) -> None:
    """Wait until the source of this round is shown beside its result."""
    shown = page.locator(".ox-source").filter(has_text=f"in round {turn}.")
    shown.filter(has_text=WORD.format(number=number)).first.wait_for(timeout=300_000)
    running.settle(page)


def check(page: Page, number: int) -> tuple[bool, set[str]]:
    """Tell whether a page has its session's own word, and which others."""
    found = set(FIND.findall(page.evaluate(SEEN)))
    own = f"{number:04d}"
    return own in found, found - {own}


def memory(address: str) -> float:
    """Give the resident memory of the dashboard's process, MB."""
    with urllib.request.urlopen(f"{address}/metrics") as answer:
        text = answer.read().decode()
    found = re.search(r"^process_resident_memory_bytes (\S+)", text, re.MULTILINE)
    assert found is not None
    return float(found[1]) / 1e6


def turn(pages: Sequence[Page], number: int) -> int:
    """Let all sessions generate at once; give the number of faults on their pages."""
    for session, page in enumerate(pages):
        press(page, session, number)
    for session, page in enumerate(pages):
        wait(page, session, number)
    return sum(page.locator(FAULTS).count() for page in pages)


def main() -> int:
    """Open the sessions, generate, search every page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=20)
    parser.add_argument("--minutes", type=float, default=0, help="go on so long (%(default)s)")
    chosen = parser.parse_args()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        path = running.find_chromium(playwright)
        if path is None:
            sys.exit(running.HOW_TO_GET_ONE)
        browser = running.launch(playwright, path)
        app = running.ROOT / "serve.py"
        with running.dashboard(Path(folder) / "library.sqlite3", app=app) as address:
            pages = [browser.new_context().new_page() for _ in range(chosen.sessions)]
            for page in pages:
                running.visit(page, address)
                running.own_desk(page)
            print(f"{len(pages)} sessions, {memory(address):.0f} MB", flush=True)
            began, number, faults = time.monotonic(), 1, turn(pages, 1)
            missing, crossed = 0, 0
            while time.monotonic() - began < 60 * chosen.minutes:
                number += 1
                faults += turn(pages, number)
                seconds = time.monotonic() - began
                print(f"{seconds:.0f} s: round {number}, {memory(address):.0f} MB", flush=True)
            for name in ("Generate", "Connect"):
                for session, page in enumerate(pages):
                    page.get_by_role("link", name=name, exact=True).click()
                    running.settle(page)
                    own, others = check(page, session)
                    missing += not own
                    crossed += bool(others)
            tried = 2 * len(pages)
            print(f"pages with another's word: {crossed} / {tried}")
            print(f"pages without their own word: {missing} / {tried}")
            print(f"generated: {number * len(pages)}, faults on pages: {faults}")
            print(f"{memory(address):.0f} MB")
    return 1 if crossed or missing or faults else 0


if __name__ == "__main__":
    sys.exit(main())
