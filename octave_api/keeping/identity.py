"""Ids and times, in the forms of the contract."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from octave_api.contract import Kind

ENTITY_PREFIXES: Mapping[Kind, str] = {"persona": "pe", "segment": "sg"}
"""How the ids of each kind begin."""


def new_oid(prefix: str) -> str:
    """Make an id in the vendor's form: a prefix and 21 URL-safe characters."""
    return f"{prefix}_{secrets.token_urlsafe(16)[:21]}"


def timestamp(*, seconds_ago: float = 0) -> str:
    """Give the time now, or a while ago, as the contract has it: `2026-01-31T09:30:00.123Z`."""
    moment = datetime.now(UTC) - timedelta(seconds=seconds_ago)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
