"""Which requests a service with keys lets in, and whose they are."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping, Sequence

from octave_api.serving.problems import ProblemError

KEY_HEADERS = ("api_key", "api-key", "x-api-key")
"""The contract's header, and two that pass proxies which drop names with an underscore."""

_WANTED = {"www-authenticate": 'Bearer realm="octave"'}


def let_in(headers: Sequence[tuple[str, bytes]], keys: Sequence[bytes]) -> None:
    """
    Pass a request that has one of the keys; pass every one when there are no keys.

    The key may stand in any of `KEY_HEADERS` or as `Authorization: Bearer`.

    Args:
        headers: Names in lower case, values as sent.
        keys: The keys that are let in.

    Raises:
        ProblemError: 401, with no key, another key, or two that differ.
    """
    if not keys:
        return
    sent = {value for name, value in headers if name in KEY_HEADERS}
    for name, value in headers:
        scheme, _, token = value.partition(b" ")
        if name == "authorization" and scheme.lower() == b"bearer":
            sent.add(token.strip())
    if len(sent) > 1:
        raise _refusal("keys_differ", "The request has two API keys that differ; send one.")
    if not sent:
        raise _refusal("no_key", "Send an API key in the header api_key.")
    key = sent.pop()
    # All are compared, so that the time taken does not tell which one was close.
    if not sum(hmac.compare_digest(key, known) for known in keys):
        raise _refusal("unknown_key", "Invalid API key.")


def owner_of(headers: Mapping[str, str]) -> str:
    """
    Name the caller by the key that came with the request; "" without one.

    A digest, so that no key is written down.
    """
    sent = next((headers[name] for name in KEY_HEADERS if name in headers), "")
    if not sent:
        scheme, _, token = headers.get("authorization", "").partition(" ")
        sent = token.strip() if scheme.lower() == "bearer" else ""
    return hashlib.sha256(sent.encode()).hexdigest()[:32] if sent else ""


def _refusal(code: str, sentence: str) -> ProblemError:
    return ProblemError(401, code, sentence, headers=_WANTED)
