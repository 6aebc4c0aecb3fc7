"""
A hook for `schema_examples.py`: most requests get an Idempotency-Key of their own.

Schemathesis sends one key with very many requests, nearly all of which would be answered with 422,
and what they ask for never be tried. Keys that are none stay, and so does every tenth.
"""

from __future__ import annotations

import re
import uuid
from typing import Any

import schemathesis

from octave_api.serving.idempotency import HEADER, PATTERN

_sent = 0


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    """Put a new key in place of one that is well formed."""
    global _sent
    for name, value in list((case.headers or {}).items()):
        if name.lower() == HEADER and re.fullmatch(PATTERN, str(value)):
            _sent += 1
            if _sent % 10:
                case.headers[name] = str(uuid.uuid4())
