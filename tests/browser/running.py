"""The dashboard as a process of its own, and a Chromium to look at it with."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, Playwright, expect

ROOT = Path(__file__).parents[2]
HOW_TO_GET_ONE = (
    "No Chromium was found. Install one (Debian, Ubuntu: apt-get install chromium), or run "
    "`python -m playwright install chromium`, or name one in OCTAVE_CHROMIUM."
)
IDLE = (
    "[data-testid=stApp][data-test-script-state=notRunning][data-test-connection-state=CONNECTED]"
)
# A test waits for what it is about, however busy the machine: five seconds would be a limit.
expect.set_options(timeout=60_000)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium(playwright: Playwright) -> str | None:
    """Give the path of a Chromium: the one named, Playwright's own, or the machine's."""
    named = os.environ.get("OCTAVE_CHROMIUM")
    own = playwright.chromium.executable_path
    found = [named, own, *(shutil.which(name) for name in NAMES)]
    return next((path for path in found if path and Path(path).exists()), None)


def launch(playwright: Playwright, path: str) -> Browser:
    """Start the browser so that it also works as root and in a container."""
    return playwright.chromium.launch(
        executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
    )


@contextlib.contextmanager
def dashboard(
    library: Path, *, env: Mapping[str, str] | None = None, app: Path = ROOT / "app.py"
) -> Iterator[str]:
    """Run the dashboard, or another app, on a free port over a library of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("OCTAVE_", "STREAMLIT_"))}
    command = [sys.executable, "-m", "streamlit", "run", app.name, "--server.port", str(port)]
    command += ["--server.fileWatcherType", "none", "--server.headless", "true"]
    command += ["--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false"]
    process = subprocess.Popen(
        command,
        cwd=app.parent,
        env={**clean, "OCTAVE_LIBRARY": str(library), **(env or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_healthy(process, address)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait_until_healthy(process: subprocess.Popen[bytes], address: str) -> None:
    for _ in range(600):
        # Streamlit ends at once if it cannot start, and then no wait would help.
        if process.poll() is not None:
            raise RuntimeError(f"The dashboard ended with code {process.returncode}.")
        with (
            contextlib.suppress(OSError),
            urllib.request.urlopen(f"{address}/_stcore/health") as answer,
        ):
            if answer.read() == b"ok":
                return
        time.sleep(0.1)
    raise RuntimeError("The dashboard did not start.")


class _Slow(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        # Longer than anybody waits for a page, so that who reads it gives up first.
        time.sleep(60)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def _serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """Answer on a free port of this machine; give host and port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextlib.contextmanager
def slow_site() -> Iterator[str]:
    """Run a web server that takes its time, so that a step stays on the screen."""
    with _serving(_Slow) as host:
        yield host


class _Cloud(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self._answer(200, {"_metadata": {"usage": 2}, "data": [_CLOUD_PERSONA]})

    def do_GET(self) -> None:
        self._answer(404, {"error": "Not Found"})

    def _answer(self, status: int, body: object) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


_CLOUD_PERSONA = {
    "oId": "pe_from_afar",
    "name": "Head of Data",
    "description": "Answers for the numbers that a company decides by.",
    "data": {
        "painPoints": ["Each team counts in its own way", "Reports are late"],
        "commonJobTitles": ["Head of Data", "Data Director"],
    },
    "qualifyingQuestions": [
        {"question": "Is there a data team?", "fitType": "GOOD", "weight": "HIGH"},
        {"question": "Is it a sole trader?", "fitType": "BAD", "weight": "INSTANT_DISQUALIFIER"},
    ],
}


@contextlib.contextmanager
def plain_server() -> Iterator[str]:
    """Run a server that generates and does nothing else: no library, no evidence."""
    with _serving(_Cloud) as host:
        yield f"http://{host}"


def settle(page: Page) -> None:
    """Wait until the page's script has run and the page shows it."""
    # A click reaches the script only after a moment, in which the page still looks idle.
    page.wait_for_timeout(250)
    page.locator(IDLE).wait_for(state="attached", timeout=60_000)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    expect(page.get_by_test_id("stSpinner")).to_have_count(0)


def visit(page: Page, address: str) -> None:
    """Open a page of the dashboard and wait for its title."""
    page.goto(address)
    page.locator(":is(h1, h2)").first.wait_for(timeout=60_000)
    settle(page)


def bar(page: Page, text: str) -> Locator:
    """Find a bar of the chart by what it says to those who do not see it."""
    return page.locator(".stVegaLiteChart").get_by_label(text, exact=True)


def own_desk(page: Page) -> None:
    """Go to the desk of one's own text, and wait until its boxes are there."""
    page.get_by_role("radio", name="Your own").click()
    expect(page.locator("[class*=st-key-text-own-]").first).to_be_visible()
    settle(page)


def generate_text(page: Page, text: str) -> None:
    """Put a text of one's own through the form and wait for the result."""
    own_desk(page)
    box = page.get_by_label("Text", exact=True)
    box.fill(text)
    page.locator(".st-key-generate button").click()
    expect(page.locator(".ox-glance")).to_be_visible(timeout=60_000)
    settle(page)
