"""
What is written down of the service at work: one JSON object a line, one line an event.

    {"time": "2026-01-31T09:00:00.000Z", "level": "INFO", "logger": "octave_api",
     "request": "req_…", "message": "answered", "method": "POST",
     "route": "/api/v2/persona/generate", "status": 200}

Nothing that was sent is in a line but the request's id, which is a plain word. JSON escapes
every control character and everything beyond ASCII, so that no text can begin a line of its own.
"""

from __future__ import annotations

import json
import logging
import os
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

FIELDS = ("method", "route", "status", "code")
"""What a record may carry in `extra` beside its message."""

HIDDEN = "[secret]"

_request: ContextVar[str] = ContextVar("request", default="")


@contextmanager
def request(request_id: str) -> Iterator[None]:
    """Name the request that every record within belongs to."""
    token = _request.set(request_id)
    try:
        yield
    finally:
        _request.reset(token)


def where(error: BaseException) -> str:
    """
    Give an exception as its type and its places in the code.

    Without its message, which may hold what was sent or a key.
    """
    frames = [f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    return f"{type(error).__name__} at {' > '.join(frames)}"


class JsonFormatter(logging.Formatter):
    """
    Writes a record as one line of JSON.

    Args:
        secrets: Texts that appear in no line, whoever writes them there.
    """

    def __init__(self, secrets: Sequence[str] = ()) -> None:
        super().__init__()
        self._secrets = sorted((secret for secret in secrets if secret), key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """Give the line, without its end."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {
            "time": moment.replace("+00:00", "Z"),
            "level": record.levelname,
            "logger": record.name,
            "request": _request.get(),
            "message": record.getMessage(),
        }
        line |= {name: record.__dict__[name] for name in FIELDS if name in record.__dict__}
        if record.exc_info and record.exc_info[1]:
            line["error"] = where(record.exc_info[1])
        return json.dumps({name: self._clean(value) for name, value in line.items()})

    def _clean(self, value: object) -> object:
        if isinstance(value, int | float) or value is None:
            return value
        text = str(value)
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return text


class WithoutMessages(logging.Filter):
    """Leaves of an exception its type and places, for a logger whose format is another's."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Pass every record; one with an exception loses the exception's words."""
        if record.exc_info and record.exc_info[1]:
            record.msg, record.args = f"{record.getMessage()}: {where(record.exc_info[1])}", ()
            record.exc_info = record.exc_text = None
        return True


def set_up() -> None:
    """
    Send all that is logged in this process to standard error, as JSON, unless it goes elsewhere.

    The keys of the environment (`OCTAVE_API_KEY`, `OCTAVE_SERVER_KEYS`) appear in no line.
    """
    named = [os.environ.get("OCTAVE_API_KEY", "")]
    named += os.environ.get("OCTAVE_SERVER_KEYS", "").split(",")
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter([name.strip() for name in named]))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    # They say which addresses are asked, and these may be a visitor's own.
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
