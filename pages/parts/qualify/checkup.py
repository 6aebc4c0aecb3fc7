"""
A test of a connection, told in the user's words. No Streamlit.

Octave's key check is asked where it exists, the server's health otherwise. Nothing is
generated, and no answer of a server can hold the page up for long.
"""

from __future__ import annotations

import contextlib
import logging
import math
import threading
from dataclasses import dataclass

from octave_api import OctaveClient
from octave_api.contract.account import Credits
from octave_api.errors import (
    AuthenticationError,
    InvalidResponseError,
    NotFoundError,
    NotOfferedError,
    OctaveConnectionError,
    OctaveError,
    OctaveTimeoutError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
    StatusError,
)
from pages.parts.connection import Choice, host

log = logging.getLogger("octave_explorer")

SECONDS = 10.0
"""How long an answer may take."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a test found: whether the connection works, why, and what the key has left."""

    ok: bool
    sentence: str
    credits: Credits | None = None


def check_embedded(client: OctaveClient) -> Report:
    """Test the engine in this process and its library."""
    try:
        version = client.health().version
        kept = client.entities(limit=1).total or 0
    except OctaveError as error:
        return Report(False, f"The engine is here, but its library is not: {error.message}")
    return Report(True, f"The engine answers, version {version}. {_kept(kept)}")


def check(choice: Choice, *, seconds: float = SECONDS) -> Report:
    """Test a server or the cloud; ends after `seconds` whatever the other side does."""
    try:
        client = choice.open(timeout=seconds, max_retries=0)
    except OctaveError as error:
        return Report(False, error.message)
    found: list[Report] = []

    def ask() -> None:
        with client:
            found.append(_ask(client, choice))

    # A server that sends a byte now and then is never late for the client.
    asking = threading.Thread(target=ask, name="checkup", daemon=True)
    asking.start()
    asking.join(seconds + 1)
    return found[0] if found else Report(False, _late(choice))


def _ask(client: OctaveClient, choice: Choice) -> Report:
    try:
        try:
            answer = client.check_key()
        except NotFoundError:
            return _health(client, choice, " It has no key check, so its health was asked.")
        if not answer.valid:
            return Report(False, _refused(choice))
        if client.way == "self-hosted" and answer.credits is None:
            # A server of one's own has no credits to tell of, but a library.
            with contextlib.suppress(NotFoundError):
                return _health(client, choice)
        return Report(True, f"{_who(choice)} accepts the key.", answer.credits)
    except OctaveError as error:
        return Report(False, explain(error, choice))
    except Exception as error:  # an address that only the network's own code stumbles over
        log.error("testing a connection failed: %s", type(error).__name__)
        return Report(False, _unreachable(choice))


def _health(client: OctaveClient, choice: Choice, why: str = "") -> Report:
    health = client.health()
    version = f", version {health.version}" if health.version else ""
    sentence = f"{_who(choice)} is ready{version}.{why}"
    try:
        kept = client.entities(limit=1).total or 0
    except NotOfferedError:
        return Report(True, sentence)
    return Report(True, f"{sentence} {_kept(kept)}")


def explain(error: OctaveError, choice: Choice) -> str:
    """Say what is wrong with a connection and what to do about it."""
    who = _who(choice)
    if isinstance(error, OctaveTimeoutError):
        return _late(choice)
    if isinstance(error, OctaveConnectionError):
        return _unreachable(choice)
    if isinstance(error, AuthenticationError):
        return _refused(choice)
    if isinstance(error, PermissionDeniedError):
        return f"{who} knows this key but does not let it in. Use another key of the workspace."
    if isinstance(error, RateLimitError):
        wait = f"in {math.ceil(error.retry_after)} seconds" if error.retry_after else "in a minute"
        return f"{who} has had too many requests. Test again {wait}."
    if isinstance(error, ServerError):
        return f"{who} answers that it is not well (status {error.status}). Test again later."
    if isinstance(error, StatusError) and 300 <= error.status < 400:
        return f"{who} sends on to another address. Open it in a browser and type where it leads."
    if isinstance(error, StatusError | InvalidResponseError):
        return (
            f"{who} answers, but not as a server for Octave Explorer does. "
            "Check the address and the port."
        )
    return error.message


def credit_words(credits: Credits) -> tuple[str, str] | None:
    """Give a title and a number for what a key has left; None where the answer does not say."""
    left, most = credits.total_remaining, credits.total_max
    if left is None:
        return None
    periods = {"month": " this month", "year": " this year", "life": ""}
    period = periods.get((credits.period or "").lower(), "")
    amount = f"{left:,.10g}"
    return f"Credits left{period}", f"{amount} of {most:,.10g}" if most is not None else amount


def _who(choice: Choice) -> str:
    return "Octave’s cloud" if choice.way == "cloud" else host(choice.base_url or "")


def _refused(choice: Choice) -> str:
    if not choice.key:
        return f"{_who(choice)} wants a key. Type it below the address and test again."
    where = (
        "copy it again from your workspace’s settings, API Keys"
        if choice.way == "cloud"
        else "ask who runs the server for one"
    )
    return f"{_who(choice)} does not accept this key: {where}."


def _late(choice: Choice) -> str:
    return f"{_who(choice)} did not answer in time. Check that it is running, then test again."


def _unreachable(choice: Choice) -> str:
    return (
        f"{_who(choice)} cannot be reached. Check the address and the network, "
        "and that the server is running."
        if choice.way == "self-hosted"
        else f"{_who(choice)} cannot be reached. Check this computer’s network."
    )


def _kept(count: int) -> str:
    noun = "persona or segment" if count == 1 else "personas and segments"
    return f"Its library keeps {count:,} {noun}."
