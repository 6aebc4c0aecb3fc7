"""
A page in, its text out, read in a process of its own with limits on time and memory.

A page that keeps its reader busy costs that process and nothing else: it is
ended, the page is refused with a typed error, and others are read meanwhile.
Processes are kept for the next page, since starting one takes longer than
most pages. They inherit no secret: the environment is not handed on.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import BinaryIO

from octave_api.errors import SourceError
from octave_api.web.frames import read_frame, write_frame
from octave_api.web.page import Page
from octave_api.web.responses import PASTE, too_complex
from octave_api.web.urlpolicy import shown

WALL_SECONDS = 20.0
KEPT = 2
"""Idle processes that wait for the next page."""

AT_ONCE = 4
"""Pages that are read at the same time; further ones wait their turn."""

_PAGES_EACH = 200
_PACKAGE_FOLDER = str(Path(__file__).resolve().parents[2])

# What an interpreter needs to start and find its packages; nothing that holds a key.
_HANDED_ON = ("PATH", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "LANG", "LC_ALL", "SYSTEMROOT")


class PageReader:
    """A few processes that read pages; safe to use from any thread."""

    def __init__(self, *, wall_seconds: float = WALL_SECONDS, at_once: int = AT_ONCE) -> None:
        self._wall_seconds = wall_seconds
        self._turns = threading.BoundedSemaphore(at_once)
        self._lock = threading.Lock()
        self._idle: list[_Worker] = []

    def read(self, page: Page) -> tuple[str, str, str | None]:
        """
        Give a page's title ("" if none), its text as Markdown, and its language if it says it.

        Raises SourceError for what is no text, holds none, or is too large or complex.
        """
        with self._turns:
            worker = self._take()
            try:
                answer = worker.ask(page, self._wall_seconds)
            except BaseException:
                worker.end()
                raise
            if answer is None:
                worker.end()
                raise too_complex(shown(page.final_url))
            self._give_back(worker)
        if "code" in answer:
            raise SourceError(str(answer["code"]), str(answer["message"]))
        language = answer["language"]
        return str(answer["title"]), str(answer["text"]), str(language) if language else None

    def close(self) -> None:
        """End the processes that wait; a later page starts a new one."""
        with self._lock:
            idle, self._idle = self._idle, []
        for worker in idle:
            worker.end()

    def _take(self) -> _Worker:
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.is_alive():
                    return worker
                worker.end()
        return _Worker()

    def _give_back(self, worker: _Worker) -> None:
        with self._lock:
            keep = len(self._idle) < KEPT and worker.pages < _PAGES_EACH
            if keep:
                self._idle.append(worker)
        if not keep:
            worker.end()


class _Worker:
    """One process, which reads one page at a time."""

    def __init__(self) -> None:
        self.pages = 0
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "octave_api.web.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=_PACKAGE_FOLDER,
                env={name: os.environ[name] for name in _HANDED_ON if name in os.environ},
            )
        except OSError:
            raise SourceError(
                "no_reader", f"The program that reads web pages could not start here. {PASTE}"
            ) from None

    def ask(self, page: Page, seconds: float) -> dict[str, object] | None:
        """Have a page read; None where the process did not live to answer."""
        self.pages += 1
        fields = {
            "url": page.url,
            "final_url": page.final_url,
            "status": page.status,
            "content_type": page.content_type,
            "charset": page.charset,
        }
        # Ending the process ends the reading below, which no platform gives a time limit.
        alarm = threading.Timer(seconds, self._process.kill)
        alarm.daemon = True
        alarm.start()
        try:
            write_frame(self._sink, json.dumps(fields).encode())
            write_frame(self._sink, page.body)
            answer = read_frame(self._source)
        except OSError:
            return None
        finally:
            alarm.cancel()
        return None if answer is None else dict(json.loads(answer))

    def is_alive(self) -> bool:
        """Tell whether the process still waits for a page."""
        return self._process.poll() is None

    @property
    def _sink(self) -> BinaryIO:
        assert self._process.stdin is not None
        return self._process.stdin  # type: ignore[return-value]

    @property
    def _source(self) -> BinaryIO:
        assert self._process.stdout is not None
        return self._process.stdout  # type: ignore[return-value]

    def end(self) -> None:
        """End the process at once."""
        self._process.kill()
        with contextlib.suppress(OSError):
            self._sink.close()
        self._source.close()
        self._process.wait()


READER = PageReader()
"""The processes that this program shares."""

atexit.register(READER.close)
