"""Pages are read in a process of its own, which can be lost without losing anything else."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from octave_api.errors import SourceError
from octave_api.web.page import Page
from octave_api.web.process import PageReader

HTML = b"<html lang=en><title>Yard</title><body><p>We sell to yard managers.</p></body></html>"


@pytest.fixture
def reader() -> Iterator[PageReader]:
    """Processes of the test's own, ended after it."""
    made = PageReader()
    yield made
    made.close()


def page(body: bytes = HTML, content_type: str = "text/html") -> Page:
    """A page as the door to the web hands it on."""
    address = "https://yard.example/"
    return Page(address, address, 200, content_type, "utf-8", body)


def workers() -> list[int]:
    """Give the ids of this process's children that read pages."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = (entry / "stat").read_text().rpartition(")")[2].split()[1]
                line = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if int(parent) == os.getpid() and b"octave_api.web.worker" in line:
                found.append(int(entry.name))
    return found


def test_title_text_and_language_come_back(reader: PageReader) -> None:
    """What the page says passes both pipes unharmed."""
    assert reader.read(page()) == ("Yard", "We sell to yard managers.", "en")


def test_plain_text_of_any_alphabet_comes_back(reader: PageReader) -> None:
    """Bytes are handed on as they came, and decoded once."""
    text = "Werkleiter prüfen 設備 и склад"
    assert reader.read(page(text.encode(), "text/plain")) == ("", text, None)


def test_a_refusal_keeps_its_code_and_sentence(reader: PageReader) -> None:
    """An error made in the other process is the same error here."""
    with pytest.raises(SourceError, match=r"yard\.example") as caught:
        reader.read(page(b"%PDF-1.7 binary", "application/pdf"))
    assert caught.value.code == "not_text"


def test_a_page_that_takes_too_long_is_refused() -> None:
    """The process is ended, the page refused in a sentence, and the next page is read."""
    impatient = PageReader(wall_seconds=0.0)
    with pytest.raises(SourceError, match="Paste the page's text") as caught:
        impatient.read(page())
    assert caught.value.code == "too_complex"
    impatient.close()


@pytest.mark.parametrize(
    "body",
    [b"<div>" * 100_000, b"<table>" * 20_000, b"<p " + b"a=1 " * 100_000, b"<" * 1_000_000],
    ids=["nested", "tables", "attributes", "brackets"],
)
def test_a_page_built_to_harm_leaves_the_next_one_unharmed(reader: PageReader, body: bytes) -> None:
    """Whatever becomes of a hostile page, it is typed, and the reader goes on."""
    with pytest.raises(SourceError) as caught:
        reader.read(page(body))
    assert caught.value.code in {"too_complex", "no_text"}
    assert reader.read(page())[0] == "Yard"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for processes in /proc")
def test_a_process_that_was_killed_is_replaced(reader: PageReader) -> None:
    """An operating system short of memory ends what it likes; the next page finds a new one."""
    before = set(workers())
    reader.read(page())
    (mine,) = set(workers()) - before
    os.kill(mine, signal.SIGKILL)
    os.waitid(os.P_PID, mine, os.WEXITED | os.WNOWAIT)
    assert reader.read(page())[0] == "Yard"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for processes in /proc")
def test_no_key_is_handed_to_the_process(
    reader: PageReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that took its reader over would find no secret there."""
    monkeypatch.setenv("OCTAVE_API_KEY", "canary-4711")
    before = set(workers())
    reader.read(page())
    (mine,) = set(workers()) - before
    assert b"canary-4711" not in Path(f"/proc/{mine}/environ").read_bytes()


def test_closed_processes_are_gone(reader: PageReader) -> None:
    """Nothing stays behind, and a later page starts a new process."""
    reader.read(page())
    reader.close()
    assert reader.read(page())[2] == "en"
