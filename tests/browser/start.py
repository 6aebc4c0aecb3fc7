"""
The start as somebody new meets it, by the stopwatch: from `streamlit run` to the first chart.

`python -m tests.browser.start docs/start.gif` prints when what was on the screen, and draws
it with the time and the clicks that it took.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.browser import running

SIZE = (1280, 800)
WIDTH = 800
STRIP = 40
COMMAND = "$ .venv/bin/streamlit run app.py"
SECONDS_A_FRAME = 2.6


@dataclass(frozen=True)
class Moment:
    """What stands on the screen, after how many seconds and clicks, as a PNG."""

    what: str
    seconds: float
    clicks: int
    picture: bytes

    def sentence(self) -> str:
        """Say it in one line."""
        noun = "click" if self.clicks == 1 else "clicks"
        return f"{self.seconds:.1f} s, {self.clicks} {noun}: {self.what}"


def moments(browser: Browser, folder: Path) -> list[Moment]:
    """Start the dashboard over an empty library in `folder` and go to a first chart and on."""
    found: list[Moment] = []
    context = browser.new_context(viewport={"width": SIZE[0], "height": SIZE[1]})
    page = context.new_page()
    began = time.perf_counter()

    def note(what: str, clicks: int) -> None:
        nonlocal began
        seen = time.perf_counter()
        seconds = seen - began
        # A picture waits until all is at rest, without the pointer's hints; a reader does not.
        page.mouse.move(2, 2)
        running.settle(page)
        page.wait_for_timeout(600)
        found.append(Moment(what, seconds, clicks, page.screenshot()))
        began += time.perf_counter() - seen

    with running.dashboard(folder / "new.sqlite") as address:
        page.goto(address)
        page.locator(".ox-glance").wait_for(timeout=60_000)
        note("an example is read", 0)
        page.get_by_role("link", name="Explore").click()
        _first_bar(page).wait_for(timeout=60_000)
        note("the first chart", 1)
        _first_bar(page).click()
        expect(page.get_by_role("button", name="Clear filter")).to_be_visible(timeout=60_000)
        note("a bar shows its questions", 2)
        page.locator(".ox-q summary").first.click()
        note("a question shows its sentence", 3)
    context.close()
    return found


def _first_bar(page: Page) -> Locator:
    return page.locator(".stVegaLiteChart path[aria-roledescription=bar]").first


def draw(found: list[Moment], file: Path) -> None:
    """Write the moments as a picture that moves, small enough for a README."""
    height = WIDTH * SIZE[1] // SIZE[0]
    frames = [_frame(Image.new("RGB", (WIDTH, height), "#10151C"), "0.0 s: the start")]
    pen = ImageDraw.Draw(frames[0])
    pen.text((40, STRIP + 40), COMMAND, font=ImageFont.load_default(size=22), fill="#E8EDF3")
    for moment in found:
        picture = Image.open(io.BytesIO(moment.picture)).convert("RGB")
        frames.append(_frame(picture.resize((WIDTH, height), Image.LANCZOS), moment.sentence()))
    # One palette for all, so that what stays the same looks the same.
    palette = _sheet(frames).quantize(128, method=Image.Quantize.MAXCOVERAGE)
    few = [frame.quantize(palette=palette, dither=Image.Dither.NONE) for frame in frames]
    few[0].save(
        file,
        save_all=True,
        append_images=few[1:],
        duration=round(1000 * SECONDS_A_FRAME),
        loop=0,
        optimize=True,
    )


def _frame(picture: Image.Image, words: str) -> Image.Image:
    frame = Image.new("RGB", (picture.width, picture.height + STRIP), "#0B5CAD")
    frame.paste(picture, (0, STRIP))
    ImageDraw.Draw(frame).text((16, 8), words, font=ImageFont.load_default(size=20), fill="#FFFFFF")
    return frame


def _sheet(frames: list[Image.Image]) -> Image.Image:
    sheet = Image.new("RGB", (frames[0].width, frames[0].height * len(frames)))
    for n, frame in enumerate(frames):
        sheet.paste(frame, (0, n * frame.height))
    return sheet


def main() -> None:
    """Measure, print, and draw where a file is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="the GIF to write")
    chosen = parser.parse_args()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        path = running.find_chromium(playwright)
        if path is None:
            sys.exit(running.HOW_TO_GET_ONE)
        found = moments(running.launch(playwright, path), Path(folder))
    for moment in found:
        print(moment.sentence())
    if chosen.file:
        draw(found, chosen.file)


if __name__ == "__main__":
    main()
