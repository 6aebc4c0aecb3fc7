"""
Which engine answers, and the client that asks it.

What is chosen on the Connect page holds for the session; without a choice, what is set on
this machine holds: `.streamlit/secrets.toml` first, then the environment. A key that is
set on this machine goes to the address that is set with it, and to no other.
"""

from __future__ import annotations

import hashlib
import ipaddress
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import streamlit as st

from octave_api import OctaveClient
from octave_api.errors import ConfigurationError
from octave_api.settings import CLOUD, Way, is_cloud, resolve

CHOSEN = "connection"
"""Where the session keeps its choice."""

NAMES = ("OCTAVE_BASE_URL", "OCTAVE_API_KEY", "OCTAVE_LIBRARY")
WAYS: dict[Way, str] = {
    "embedded": "Embedded",
    "self-hosted": "Self-hosted",
    "cloud": "Octave’s cloud",
}
LEAVES: dict[Way, str] = {
    "embedded": "Nothing leaves this computer but requests for web pages that you name.",
    "self-hosted": "Texts and addresses go to the server that you name, which reads the web pages.",
    "cloud": "Texts and addresses go to Octave over the internet, with your key.",
}
"""What leaves this machine, in one sentence a way."""

# Marks are compared within one process only, and tell nothing about a key outside of it.
_SALT = secrets.token_bytes(16)


@dataclass(frozen=True, slots=True)
class Connection:
    """Which engine answers: the embedded one where `base_url` is None. Holds no key."""

    base_url: str | None
    fingerprint: str = ""

    @property
    def embedded(self) -> bool:
        return self.base_url is None

    def sentence(self) -> str:
        """Say it calmly, without a path or a key."""
        if self.base_url is None:
            return "Embedded engine: nothing leaves this computer but requests for pages you name."
        return f"Connected to {host(self.base_url)}."


@dataclass(frozen=True, slots=True)
class Choice:
    """
    What to connect to: an address and a key, or a library for the embedded way.

    Attributes:
        base_url: None is the embedded way.
        key: In no repr; never written anywhere but into a client.
        library: As `OCTAVE_LIBRARY`.
        own: Made in this session, not set on this machine.
    """

    base_url: str | None
    key: str = field(default="", repr=False)
    library: str = field(default="", repr=False)
    own: bool = False

    @property
    def way(self) -> Way:
        if self.base_url is None:
            return "embedded"
        return "cloud" if is_cloud(host(self.base_url).partition(":")[0]) else "self-hosted"

    def connection(self) -> Connection:
        """Give the same without the key: what caches are told apart by."""
        return Connection(self.base_url, _mark(self.library if self.base_url is None else self.key))

    def open(self, *, timeout: float | None = None, max_retries: int = 2) -> OctaveClient:
        """
        Give a client of its own.

        Raises:
            OctaveError: The address or the key cannot be used, or the library.
        """
        if self.base_url is None:
            return OctaveClient.embedded(self.library or None)
        # Never None: that would read the environment's key for an address that somebody typed.
        return OctaveClient(self.key, self.base_url, timeout=timeout, max_retries=max_retries)


def _mark(secret: str) -> str:
    """Give what tells secrets apart without telling them."""
    if not secret:
        return ""
    return hashlib.blake2b(secret.encode("utf-8", "surrogatepass"), key=_SALT).hexdigest()[:32]


def host(address: str) -> str:
    """Give an address's host and port alone: it may have been given with a user and a password."""
    try:
        parts = urlsplit(address)
        name, port = parts.hostname or "", parts.port
    except ValueError:
        return "the server"
    name = f"[{name}]" if ":" in name else name
    return f"{name}:{port}" if port else name or "the server"


def variables() -> dict[str, str]:
    """Read what is set on this machine; an empty value counts as unset."""
    found = {name: os.environ.get(name, "").strip() for name in NAMES}
    if st.secrets.load_if_toml_exists():
        for name in NAMES:
            value = st.secrets.get(name)
            if isinstance(value, str) and value.strip():
                found[name] = value.strip()
    return found


def configured(given: Mapping[str, str] | None = None) -> Choice:
    """Give what is set on this machine; the embedded way where nothing is."""
    read = variables() if given is None else given
    base, key = (read.get(name, "").strip() for name in NAMES[:2])
    if not base and not key:
        return Choice(None, library=read.get("OCTAVE_LIBRARY", "").strip())
    return Choice((base or CLOUD).rstrip("/"), key)


def wanted(way: Way, address: str, key: str) -> Choice:
    """
    Give the choice of what was typed; what was left empty is as set on this machine.

    Raises:
        ConfigurationError: The address or the key cannot be used; says what to type.
    """
    if way == "embedded":
        return Choice(None, library=variables()["OCTAVE_LIBRARY"], own=True)
    standing, key = configured(), key.strip()
    if way == standing.way and not address.strip():
        chosen = Choice(standing.base_url, key or standing.key, own=True)
    else:
        base = CLOUD if way == "cloud" else _address(address.strip())
        chosen = Choice(base, key, own=True)
    if chosen.way == "cloud" and not chosen.key:
        raise ConfigurationError(
            "Octave’s cloud needs an API key: copy one from your workspace’s settings, API Keys."
        )
    assert chosen.base_url is not None
    return Choice(resolve(chosen.key, chosen.base_url).base_url, chosen.key, own=True)


def _address(text: str) -> str:
    """Give the address of a server as the client takes it."""
    example = "http://127.0.0.1:8000"
    if not text:
        raise ConfigurationError(f"Type the address of your server, for example {example}.")
    if "://" not in text:
        plain = text.split("/")[0]
        near = plain.startswith(("localhost", "127.")) or plain.rpartition(":")[2].isdigit()
        scheme = "http" if near else "https"
        raise ConfigurationError(
            f"An address begins with http:// or https://. Try {scheme}://{text.lstrip('/')}"
        )
    try:
        parts = urlsplit(text)
        name, _ = parts.hostname, parts.port
    except ValueError:
        name, parts = None, urlsplit("")
    if parts.scheme not in ("http", "https") or not name or any(c.isspace() for c in text):
        raise ConfigurationError(f"This is no address of a server. It looks like {example}.")
    if parts.username is not None or parts.query or parts.fragment:
        raise ConfigurationError(
            "Type the address alone: no user and password, and nothing after ? or #. "
            "A key has a field of its own."
        )
    path = parts.path.rstrip("/")
    if path.endswith(("/api", "/api/v2")) or "/api/v2/" in path:
        root = f"{parts.scheme}://{parts.netloc}{path.partition('/api')[0]}"
        raise ConfigurationError(f"Leave out what follows the server’s name. Try {root}")
    return text.rstrip("/")


def in_clear(choice: Choice) -> bool:
    """Tell whether the key would cross a network unencrypted."""
    if not choice.key or not (choice.base_url or "").startswith("http://"):
        return False
    name = urlsplit(choice.base_url or "").hostname or ""
    try:
        return not ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name != "localhost"


def current() -> Choice:
    """Give what is in use: the session's choice, else what is set on this machine."""
    chosen: Choice | None = st.session_state.get(CHOSEN)
    return chosen or configured()


def connection() -> Connection:
    """Tell which connection is in use."""
    return current().connection()


@st.cache_resource(show_spinner=False, max_entries=8, on_release=OctaveClient.close)
def client_for(found: Connection, _choice: Choice) -> OctaveClient:
    """Give the one client of what is set on this machine, shared by all sessions."""
    return _choice.open()


@st.cache_resource(
    show_spinner=False, max_entries=2, on_release=OctaveClient.close, scope="session"
)
def _own_client(found: Connection, _choice: Choice) -> OctaveClient:
    """Give the session's own client; it ends with the session, and its key with it."""
    return _choice.open()


def client() -> OctaveClient:
    """
    Give the client of the connection in use.

    Raises:
        OctaveError: The connection cannot be used.
    """
    return client_of(current())


def client_of(choice: Choice) -> OctaveClient:
    """Give the kept client of a choice; raises as `client`."""
    # The embedded way has no key to keep apart, and an open library is better shared.
    own = choice.own and choice.base_url is not None
    return (_own_client if own else client_for)(choice.connection(), choice)
