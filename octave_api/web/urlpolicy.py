"""
Which web addresses may be asked for: the rules before any packet is sent.

Pure: no lookup and no connection happens here. `target` judges the URL as it
is written, `is_public` judges an address that a lookup gave. Everything that
is not plainly a public web address is refused, because a URL may come from
anybody while this program sits inside somebody's network.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

import idna

from octave_api.errors import SourceError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

MAX_URL = 8_000
MAX_HOST = 253
PORTS = {"http": 80, "https": 443}

_PATH_SAFE = "/%:@!$&'()*+,;=~[]"
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")

# IANA's special-purpose registries, and the addresses under which clouds serve
# a machine's own secrets although they look public.
_DENIED_V4 = tuple(
    ipaddress.IPv4Network(block)
    for block in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "168.63.129.16/32",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",
    )
)
_GLOBAL_V6 = ipaddress.IPv6Network("2000::/3")
_DENIED_V6 = tuple(
    ipaddress.IPv6Network(block)
    for block in (
        "2001::/23",
        "2001:db8::/32",
        "2002::/16",
        "2620:4f:8000::/48",
        "3ffe::/16",
        "3fff::/20",
    )
)


@dataclass(frozen=True, slots=True)
class Target:
    """
    A URL that passed the rules, cut into what a request needs.

    `url` is its one canonical spelling, without fragment. `host` is ASCII and
    lower case, an IPv6 address without brackets; `path` holds the query too.
    """

    url: str
    scheme: str
    host: str
    port: int
    path: str
    address: Address | None

    @property
    def authority(self) -> str:
        """Give the value of the Host header."""
        return _authority(self.scheme, self.host, self.port)


class AllowList:
    """
    Hosts that are read in spite of the rules on addresses and ports.

    Written as `host` (any port) or `host:port`, separated by commas; an IPv6
    address with a port takes brackets.
    """

    def __init__(self, text: str = "") -> None:
        self._entries = frozenset(
            self._entry(entry.strip().lower()) for entry in text.split(",") if entry.strip()
        )

    @staticmethod
    def _entry(text: str) -> tuple[str, str]:
        if text.startswith("["):
            host, _, port = text[1:].partition("]")
            return _canonical(host), port.removeprefix(":")
        if text.count(":") > 1:
            return _canonical(text), ""
        host, _, port = text.partition(":")
        return _canonical(host), port

    def covers(self, host: str, port: int) -> bool:
        """Tell whether `host` may be asked at `port` wherever it lives."""
        return not self._entries.isdisjoint({(host, ""), (host, str(port))})


def shown(text: str, limit: int = 80) -> str:
    """Give `text` as a message may show it: one line, no control characters, cut at `limit`."""
    line = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text.strip())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def target(url: str, allow: AllowList) -> Target:
    """
    Judge a URL as it is written.

    Raises SourceError: bad_url, bad_scheme, userinfo, bad_host, bad_port or,
    for an address in figures, address_not_public.
    """
    url = url.strip(" \t\r\n")
    if len(url) > MAX_URL:
        raise SourceError(
            "bad_url",
            f"{shown(url)} is longer than {MAX_URL:,} characters. Give a shorter address.",
        )
    if _CONTROL.search(url) or "\\" in url or not _encodable(url):
        raise SourceError(
            "bad_url",
            f"{shown(url)} holds a character that no web address may hold. Copy it again.",
        )
    try:
        parts = urlsplit(url)
        written_host, written_port = parts.hostname or "", parts.port
    except ValueError:
        raise SourceError(
            "bad_url", f"{shown(url)} is not a web address. Check its host and port."
        ) from None
    _check_form(url, parts.scheme, parts.netloc)
    host, address = _host(url, written_host)
    port = PORTS[parts.scheme] if written_port is None else written_port
    if not allow.covers(host, port):
        if port not in PORTS.values():
            raise SourceError(
                "bad_port",
                f"{shown(url)} asks for port {port}; only 80 and 443 are read. "
                "Use the site's usual address, or have the operator name the host and port in "
                "OCTAVE_FETCH_ALLOW.",
            )
        if address is not None and not is_public(address):
            raise not_public(host)
    path = quote(parts.path or "/", safe=_PATH_SAFE)
    if parts.query:
        path += "?" + quote(parts.query, safe=_PATH_SAFE + "?")
    canonical = f"{parts.scheme}://{_authority(parts.scheme, host, port)}{path}"
    return Target(canonical, parts.scheme, host, port, path, address)


def is_public(address: Address) -> bool:
    """Tell whether an address is one of the public internet's own."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        return address in _GLOBAL_V6 and not any(address in block for block in _DENIED_V6)
    return not any(address in block for block in _DENIED_V4)


def not_public(host: str) -> SourceError:
    """Make the error for a host that lives at an address of a private network."""
    return SourceError(
        "address_not_public",
        f"{shown(host)} is not a public web address, so it was not asked. Paste the page's text "
        "instead, or have the operator name the host in OCTAVE_FETCH_ALLOW.",
    )


def _check_form(url: str, scheme: str, netloc: str) -> None:
    if not scheme or (not netloc and "." in scheme):
        raise SourceError(
            "bad_url",
            f"{shown(url) or 'An empty line'} is not a full web address. "
            "Write it as in the browser, https:// in front.",
        )
    if scheme not in PORTS:
        raise SourceError(
            "bad_scheme",
            f"{shown(url)} begins with {shown(scheme, 20)}: only http and https are read. "
            "Paste the text instead.",
        )
    if "@" in netloc:
        raise SourceError(
            "userinfo",
            "An address with a user name before the host is not read. "
            "Leave out everything up to the @.",
        )


def _host(url: str, written: str) -> tuple[str, Address | None]:
    """Give the host in its one ASCII spelling, and its address where it is written in figures."""
    bad = SourceError("bad_host", f"{shown(url)} names no valid host. Check the address.")
    if not written or len(written) > MAX_HOST + 1 or "%" in written:
        raise bad
    if ":" in written:
        try:
            address: Address = ipaddress.IPv6Address(written)
        except ValueError:
            raise bad from None
        return str(address), address
    try:
        host = written if written.isascii() else idna.encode(written, uts46=True).decode("ascii")
    except UnicodeError:
        raise bad from None
    host = host.lower().removesuffix(".")
    if written.isascii():
        try:
            address = ipaddress.IPv4Address(host)
        except ValueError:
            pass
        else:
            return host, address
    labels = host.split(".")
    # A last label that begins with a figure is an address in disguise: 0x7f.1, 2130706433.
    if len(host) > MAX_HOST or not labels[-1][:1].isalpha():
        raise bad
    if not all(_LABEL.fullmatch(label) for label in labels):
        raise bad
    return host, None


def _canonical(host: str) -> str:
    host = host.removesuffix(".")
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    try:
        return host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    except UnicodeError:
        return host


def _authority(scheme: str, host: str, port: int) -> str:
    name = f"[{host}]" if ":" in host else host
    return name if port == PORTS[scheme] else f"{name}:{port}"


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
