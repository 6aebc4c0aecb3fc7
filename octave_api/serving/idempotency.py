"""
The header `Idempotency-Key`: a request that is sent twice under one key is carried out once.

Source of the rules: the IETF's draft "The Idempotency-Key HTTP Header Field". The same key with
the same request gives the first answer again, byte for byte; with another request it is a 422.
A request that comes while the first one still runs waits for it. Only what succeeded is kept:
a refusal did nothing, so the same key may be tried again. Keys of different callers are
different keys.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from octave_api.errors import FieldError, LibraryError
from octave_api.serving.access import owner_of
from octave_api.serving.problems import ProblemError, bad_request
from octave_api.serving.queries import STRICT_HEADER

if TYPE_CHECKING:
    from octave_api.keeping.answers import Kept, Slot
    from octave_api.library import Library

HEADER = "idempotency-key"
MAX_KEY = 255
PATTERN = r"[!#-\[\]-~]{1,255}"
"""Visible ASCII but for the quotation mark and the backslash; quotation marks around it may be."""

REPLAYED = {"idempotent-replayed": "true"}
"""Stands over an answer that was given before."""

_KEY = re.compile(f'"{PATTERN}"|{PATTERN}')
_SENTENCES = {
    "bad": f"This header must be 1 to {MAX_KEY} visible ASCII characters without quotation marks "
    "or backslashes inside; a UUID is a good one.",
    "repeated": "Send this header once.",
    "reused": "This Idempotency-Key came with another request before; send a new key with each "
    "new request.",
    "ended": "The request with this Idempotency-Key ended just now; send it again.",
}


class Once:
    """Carries out the requests of a library's callers, each key once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._turns = _Turns()

    def answer(
        self,
        pairs: Sequence[tuple[str, bytes]],
        headers: Mapping[str, str],
        request: Sequence[bytes],
        make: Callable[[], bytes],
    ) -> tuple[bytes, Mapping[str, str]]:
        """
        Give the answer's body, and the headers that tell whether it was given before.

        All that `make` writes is one transaction, with a key and without.

        Args:
            pairs: All headers, names in lower case.
            headers: The last of each name.
            request: What makes the request this one: method, path with query, body.
            make: Carries it out.

        Raises:
            ProblemError: 400 for a key that is none, 422 for one of another request.
        """
        key = read_key(pairs)
        if key is None:
            with self._library.together():
                return make(), {}
        from octave_api.keeping.answers import Slot

        strict = headers.get(STRICT_HEADER, "").encode()
        slot = Slot(owner_of(headers), key, _digest([*request, strict]))
        with self._turns.of((slot.owner, slot.key)):
            known = self._known(slot)
            if known is not None:
                return known, REPLAYED
            return self._carry_out(slot, make)

    def _carry_out(self, slot: Slot, make: Callable[[], bytes]) -> tuple[bytes, Mapping[str, str]]:
        from octave_api.keeping.answers import TakenError

        kept = self._library.answers
        try:
            with self._library.together(lambda connection: kept.claim(connection, slot)):
                body = make()
                kept.fill(slot, 200, body)
        except TakenError:
            # Another server of this library was faster.
            known = self._known(slot)
            if known is None:
                raise ProblemError(409, "idempotency_key_ended", _SENTENCES["ended"]) from None
            return known, REPLAYED
        # What is kept is kept: the answer does not depend on this.
        with contextlib.suppress(LibraryError):
            kept.prune()
        return body, {}

    def _known(self, slot: Slot) -> bytes | None:
        """Give the answer that was given before, None where there was none."""
        found: Kept | None = self._library.answers.find(slot.owner, slot.key)
        if found is None:
            return None
        if found.request != slot.request:
            sentence = _SENTENCES["reused"]
            field = FieldError(HEADER, sentence, "idempotency_key_reused")
            raise ProblemError(422, "idempotency_key_reused", sentence, fields=[field])
        return found.body


def read_key(pairs: Sequence[tuple[str, bytes]]) -> str | None:
    """
    Give the request's key without the quotation marks that the draft puts around it, or None.

    Raises:
        ProblemError: 400 for a header that is no key, or that comes twice.
    """
    sent = [value.decode("latin-1") for name, value in pairs if name == HEADER]
    if not sent:
        return None
    if len(sent) > 1:
        raise bad_request([FieldError(HEADER, _SENTENCES["repeated"], "repeated")])
    if not _KEY.fullmatch(sent[0]):
        raise bad_request([FieldError(HEADER, _SENTENCES["bad"], "not_a_key")])
    return sent[0].strip('"')


def _digest(parts: Sequence[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        # With its length, so that no two lists of parts are the same bytes.
        digest.update(b"%d:" % len(part) + part)
    return digest.hexdigest()


class _Turns:
    """Lets one request a key in at a time; what nobody waits for takes no room."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[tuple[str, str], tuple[threading.Lock, int]] = {}

    @contextlib.contextmanager
    def of(self, key: tuple[str, str]) -> Iterator[None]:
        with self._lock:
            turn, waiting = self._waiting.get(key, (threading.Lock(), 0))
            self._waiting[key] = (turn, waiting + 1)
        try:
            with turn:
                yield
        finally:
            with self._lock:
                turn, waiting = self._waiting.pop(key)
                if waiting > 1:
                    self._waiting[key] = (turn, waiting - 1)
