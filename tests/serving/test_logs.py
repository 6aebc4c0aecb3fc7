"""The server's log: one event a line, with its request, and nothing that was sent."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from octave_api.library import Library
from octave_api.service import Service
from octave_api.serving import logs

FORGED = [
    'Ann\n{"level": "INFO", "message": "key accepted"}',
    "Ann\r\n2026-01-01 INFO answered",
    "Ann\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029line",
    "Ann\x1b[2K\x1b[1A",
    '", "level": "CRITICAL',
    "\\n\\\\n",
    "Ann\x00\ud800",
]
SECRET = "canary-key-5d1c"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the project's logger writes with the server's format."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.JsonFormatter([SECRET]))
    logger = logging.getLogger("octave_api")
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    yield stream
    logger.removeHandler(handler)
    logger.setLevel(before)


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    """Read what was written, by every sign that any reader takes for a line's end."""
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def send(service: Service, path: str, body: object = None, **headers: str) -> int:
    """Give the status of a request."""
    sent = [(b"content-type", b"application/json")]
    sent += [(name.replace("_", "-").encode(), v.encode()) for name, v in headers.items()]
    content = b"" if body is None else json.dumps(body).encode()
    return service.handle("POST" if content else "GET", path, sent, content).status


@pytest.mark.parametrize("text", FORGED)
def test_a_text_cannot_forge_a_line(written: io.StringIO, text: str) -> None:
    """Whatever stands in a message, the record is one line and reads back as it was."""
    logging.getLogger("octave_api").info("named %s", text)
    (line,) = lines(written)
    assert (line["level"], line["message"]) == ("INFO", f"named {text}")


@given(some.text())
def test_every_record_is_one_line_of_plain_ascii(text: str) -> None:
    """No character of a message is an end of a line or a control of a terminal."""
    record = logging.LogRecord("octave_api", logging.INFO, "", 0, text, (), None)
    line = logs.JsonFormatter().format(record)
    assert line.isascii()
    assert line.isprintable()
    assert json.loads(line)["message"] == text


@pytest.mark.parametrize("text", FORGED)
def test_hostile_names_and_paths_leave_one_line_each(written: io.StringIO, text: str) -> None:
    """A name, a path and a request id that try to forge a line leave only their own requests."""
    service = Service(Library(":memory:"))
    name = text.encode("utf-8", "replace").decode()
    item = {"name": name, "sources": [{"type": "TEXT", "value": f"{name} leads the plant."}]}
    send(service, "/api/v2/persona/generate", {"personas": [item]}, x_request_id=name)
    send(service, f"/{name}", x_request_id="mine-1")
    first, second = lines(written)
    assert first["route"] == "/api/v2/persona/generate"
    assert first["request"].startswith("req_")
    assert (second["request"], second["route"]) == ("mine-1", "(another path)")
    assert "Ann" not in written.getvalue()


def test_every_line_of_a_request_names_it(written: io.StringIO) -> None:
    """What fails deep inside is found by the id that the caller was given."""
    service = Service(Library(":memory:"), read_source=_fails)
    item = {"sources": [{"type": "TEXT", "value": "Plant managers keep lines running."}]}
    body = {"personas": [item]}
    assert send(service, "/api/v2/persona/generate", body, x_request_id="mine-2") == 500
    assert [line["request"] for line in lines(written)] == ["mine-2", "mine-2"]
    assert SECRET not in written.getvalue()
    assert "RuntimeError at" in written.getvalue()


def _fails(*_: object) -> Any:
    raise RuntimeError(f"the key is {SECRET}")


def test_a_key_is_in_no_line(written: io.StringIO) -> None:
    """Neither a message, a field, a request's id nor an exception shows it."""
    log = logging.getLogger("octave_api")
    with logs.request(SECRET):
        log.info("sent with %s", SECRET, extra={"route": SECRET})
    try:
        _fails()
    except RuntimeError:
        log.exception("failed")
    assert SECRET not in written.getvalue()
    assert lines(written)[1]["error"].startswith("RuntimeError at test_a_key_is_in_no_line")


def test_an_exception_of_another_format_loses_its_words() -> None:
    """Streamlit writes tracebacks in its own way; type and places are left of them."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(logs.WithoutMessages())
    logger = logging.Logger("another")
    logger.addHandler(handler)
    try:
        _fails()
    except RuntimeError as error:
        logger.error("Uncaught", exc_info=error)
    assert SECRET not in stream.getvalue()
    assert stream.getvalue().startswith("Uncaught: RuntimeError at ")
    assert stream.getvalue().count("\n") == 1
