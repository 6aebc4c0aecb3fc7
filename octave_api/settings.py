"""Where a client sends its requests, and with which key: arguments first, then the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Literal

import httpx

from octave_api.errors import ConfigurationError

CLOUD = "https://app.octavehq.com"
EMBEDDED = "http://octave.embedded"
"""Names the embedded way in requests; no host of this name is ever looked up."""

MAX_PORT = 65_535

Way = Literal["cloud", "self-hosted", "embedded"]


@dataclass(frozen=True, slots=True)
class Settings:
    """A resolved address and key; the key is in no repr."""

    base_url: str
    api_key: str | None = field(repr=False)
    author: str | None = None
    """Who saves, as the versions of a library show it; Octave's cloud is not told."""

    @property
    def way(self) -> Way:
        """Which of the three ways to connect this is."""
        if self.base_url == EMBEDDED:
            return "embedded"
        return "cloud" if is_cloud(httpx.URL(self.base_url).host) else "self-hosted"


def is_cloud(host: str) -> bool:
    """Tell whether a host is one of Octave's own."""
    return host == "octavehq.com" or host.endswith(".octavehq.com")


def resolve(api_key: str | None, base_url: str | None) -> Settings:
    """
    Give the settings for these arguments.

    Args:
        api_key: None reads `OCTAVE_API_KEY`; an empty one is none.
        base_url: None reads `OCTAVE_BASE_URL`, and without that is the cloud.

    Raises:
        ConfigurationError: The address is none, the key cannot be sent, or the
            cloud has no key.
    """
    key = (os.environ.get("OCTAVE_API_KEY", "") if api_key is None else api_key).strip() or None
    if key is not None and not (key.isprintable() and " " not in key):
        # Told here: the HTTP library would print the key in its own complaint.
        raise ConfigurationError(
            "The API key has a space or a character that cannot be sent; copy it again."
        )
    address = os.environ.get("OCTAVE_BASE_URL", "") if base_url is None else base_url
    settings = Settings(_address(address.strip() or CLOUD), key)
    if settings.way == "cloud" and key is None:
        raise ConfigurationError(
            "Octave's cloud needs an API key: set OCTAVE_API_KEY or give api_key=. "
            "Without one, OctaveClient.embedded() works on this machine.",
            code="no_key",
        )
    return settings


def _check_host(url: httpx.URL) -> None:
    """Raise ValueError for a host or a port that the network's own code would stumble over."""
    # Reading the host decodes it; encoding it is what a lookup begins with.
    _ = url.host, url.raw_host.decode("ascii").encode("idna")
    if url.port is not None and url.port > MAX_PORT:
        raise ValueError("no such port")


def _address(text: str) -> str:
    try:
        url = httpx.URL(text)
        _check_host(url)
    except (httpx.InvalidURL, ValueError):
        url = httpx.URL("")
    if url.scheme not in ("http", "https") or not url.host:
        raise ConfigurationError(
            f"base_url must begin with https:// or http:// and name a host, for example {CLOUD}."
        )
    if url.userinfo or url.query or url.fragment:
        raise ConfigurationError("base_url must be an address alone: no user, query or #.")
    address = str(url).rstrip("/")
    if address.endswith(("/api/v2", "/api")):
        raise ConfigurationError("base_url ends before /api: leave /api/v2 out.")
    return address
