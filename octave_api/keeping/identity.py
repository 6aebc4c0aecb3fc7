"""Ids and times, in the forms of the contract."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime


def new_oid(prefix: str) -> str:
    """Make an id in the vendor's form: a prefix and 21 URL-safe characters."""
    return f"{prefix}_{secrets.token_urlsafe(16)[:21]}"


def timestamp() -> str:
    """Give the time now, UTC, as the contract writes it (`2026-01-31T09:30:00.123Z`)."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
