"""
The child process that turns one fetched page after the other into text.

`python -m octave_api.web.worker` reads pages from its standard input and
writes what they say to its standard output, until the input ends. It is run
by `octave_api.web.process`, apart from everything else, because the parsers
of HTML are C code that a hostile page can keep busy or feed until memory is
full, and which nothing within a process can interrupt.

A request is two frames, the page's fields as JSON and its body; an answer is
one frame of JSON: title, text and language, or a refusal's code and message.
"""

from __future__ import annotations

import json
import sys

from octave_api.errors import SourceError
from octave_api.web import extract, media
from octave_api.web.frames import read_frame, write_frame
from octave_api.web.page import Page
from octave_api.web.responses import too_complex
from octave_api.web.urlpolicy import shown

CPU_SECONDS = 10
MEMORY_BYTES = 1_000_000_000
"""Of address space, of which the parsers' own code takes about a quarter."""


def page_text(page: Page) -> tuple[str, str, str | None]:
    """
    Give a page's title ("" if none), its text as Markdown, and its language if it says it.

    Raises SourceError for what is no text, holds none, or is too large or complex.
    """
    where = shown(page.final_url)
    kind, text = media.read_page(page)
    if kind == "html":
        found = extract.extract_html(text, where)
        return found.title, found.text, found.language or None
    if kind == "xml":
        return "", extract.extract_xml(text, where), None
    return "", extract.check_size(media.composed(text).strip(), where), None


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time() -> None:
    """Allow the page at hand so much work; the system ends the process at the limit."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        spent = int(used.ru_utime + used.ru_stime)
        resource.setrlimit(resource.RLIMIT_CPU, (spent + CPU_SECONDS + 1, hard))


def _answer(fields: bytes, body: bytes) -> dict[str, object]:
    page = Page(**json.loads(fields), body=body)
    try:
        title, text, language = page_text(page)
    except SourceError as error:
        return _refusal(error)
    except (MemoryError, RecursionError):
        return _refusal(too_complex(shown(page.final_url)))
    return {"title": title, "text": text, "language": language}


def _refusal(error: SourceError) -> dict[str, object]:
    return {"code": error.code, "message": error.message}


def main() -> None:
    """Serve pages until the input ends."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    # Whatever a parser prints must not come between the frames.
    sys.stdout = sys.stderr
    _limit_memory()
    while (fields := read_frame(source)) is not None and (body := read_frame(source)) is not None:
        _limit_time()
        write_frame(sink, json.dumps(_answer(fields, body)).encode())


if __name__ == "__main__":
    main()
