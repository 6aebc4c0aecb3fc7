"""
The one guarded door to the web: a URL in, a page's bytes out, or a typed refusal.

Nothing else of the project opens a connection to a host that a user named. A
URL may come from anybody, so each step is bounded: one lookup whose every
answer is judged, a connection pinned to a judged address, redirects that pass
the same door again, and one deadline and one byte budget over the exchange as
a whole. No proxy of the environment, no cookie and no credential is used.
"""

from __future__ import annotations

import contextlib
import functools
import ipaddress
import os
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

import certifi
import httpcore

from octave_api.errors import SourceError
from octave_api.web.page import Page
from octave_api.web.responses import (
    PASTE,
    check_status,
    content_type,
    header_fields,
    is_packed,
    too_large,
    unpack,
)
from octave_api.web.urlpolicy import (
    Address,
    AllowList,
    Target,
    is_public,
    not_public,
    shown,
    target,
)

Resolve = Callable[[str, int], Sequence[str]]
Connect = Callable[[str, int, float], httpcore.NetworkStream]

_USER_AGENT = "Mozilla/5.0 (compatible; OctaveExplorer)"
_ACCEPT = "text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,*/*;q=0.5"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CONNECT_ATTEMPTS = 4
_CONNECT_SECONDS = 8.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one fetch: seconds and bytes hold over all redirects together."""

    seconds: float = 20.0
    lookup_seconds: float = 5.0
    bytes: int = 5_000_000
    redirects: int = 5


def system_resolve(host: str, port: int) -> list[str]:
    """Look a host up with the operating system; raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


def system_connect(address: str, port: int, timeout: float) -> httpcore.NetworkStream:
    """Open a TCP connection to an address; raises httpcore's errors."""
    return httpcore.SyncBackend().connect_tcp(address, port, timeout)


def fetch(
    url: str,
    *,
    limits: Limits | None = None,
    resolve: Resolve = system_resolve,
    connect: Connect = system_connect,
    environ: Mapping[str, str] = os.environ,
) -> Page:
    """
    Read one public web page.

    `OCTAVE_FETCH=off` in `environ` refuses every URL; `OCTAVE_FETCH_ALLOW`
    names hosts (`host` or `host:port`, by commas) that are read although they
    are not public. Raises SourceError with a stable code and one sentence.
    """
    if environ.get("OCTAVE_FETCH", "").strip().lower() in {"off", "0", "false", "no"}:
        raise SourceError("fetch_off", f"Reading web pages is switched off here. {PASTE}")
    exchange = _Exchange(
        limits or Limits(), resolve, connect, AllowList(environ.get("OCTAVE_FETCH_ALLOW", ""))
    )
    return exchange.read(url)


class _Exchange:
    """One fetch with all its redirects: its rules, its deadline and its byte budget."""

    def __init__(
        self, limits: Limits, resolve: Resolve, connect: Connect, allow: AllowList
    ) -> None:
        self._limits = limits
        self._resolve = resolve
        self._connect = connect
        self._allow = allow
        self._deadline = time.monotonic() + limits.seconds
        self._bytes_left = limits.bytes

    def read(self, url: str) -> Page:
        hop = target(url, self._allow)
        for _ in range(self._limits.redirects + 1):
            answer = self._ask(url, hop)
            if isinstance(answer, Page):
                return answer
            hop = answer
        raise SourceError(
            "too_many_redirects",
            f"{shown(hop.host)} sent this address round more than {self._limits.redirects} "
            f"redirects. {PASTE}",
        )

    def _ask(self, url: str, hop: Target) -> Page | Target:
        """Send one request; give the page, or where the server points on to."""
        backend = _PinnedBackend(self, hop, self._addresses(hop))
        headers: dict[bytes | str, bytes | str] = {
            "Host": hop.authority,
            "User-Agent": _USER_AGENT,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip",
            "Accept-Language": "en,*;q=0.5",
            "Connection": "close",
        }
        where = httpcore.URL(scheme=hop.scheme, host=hop.host, port=hop.port, target=hop.path)
        try:
            with (
                httpcore.ConnectionPool(ssl_context=_tls(), network_backend=backend) as pool,
                pool.stream("GET", where, headers=headers) as response,
            ):
                fields = header_fields(response.headers)
                if response.status in _REDIRECTS:
                    return self._redirect(hop, fields.get("location", ""))
                check_status(hop.host, response.status)
                body = self._body(hop, fields, response.iter_stream())
                status = response.status
        except httpcore.TimeoutException:
            raise self.late(hop.host) from None
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise _network_error(hop.host, error) from None
        media_type, charset = content_type(fields.get("content-type", ""))
        return Page(url, hop.url, status, media_type, charset, body)

    def _redirect(self, hop: Target, location: str) -> Target:
        try:
            onward = urljoin(hop.url, location)
        except ValueError:
            onward = ""
        if not location or not onward:
            raise SourceError(
                "bad_redirect", f"{shown(hop.host)} points on to no valid address. {PASTE}"
            )
        return target(onward, self._allow)

    def _addresses(self, hop: Target) -> list[Address]:
        """Look the host up once; every answer must be public, or the host allowed."""
        if hop.address is not None:
            return [hop.address]
        addresses = []
        for answer in self._lookup(hop):
            try:
                address = ipaddress.ip_address(answer)
            except ValueError:
                raise not_public(hop.host) from None
            if not is_public(address) and not self._allow.covers(hop.host, hop.port):
                raise not_public(hop.host)
            addresses.append(address)
        if not addresses:
            raise _not_found_host(hop.host)
        return list(dict.fromkeys(addresses))

    def _lookup(self, hop: Target) -> Sequence[str]:
        # The operating system's lookup cannot be given a time limit, so it runs beside.
        answers: queue.SimpleQueue[Sequence[str] | None] = queue.SimpleQueue()

        def look() -> None:
            try:
                answers.put(self._resolve(hop.host, hop.port))
            except (OSError, UnicodeError):
                answers.put(None)

        threading.Thread(target=look, name="octave-lookup", daemon=True).start()
        try:
            found = answers.get(timeout=min(self._limits.lookup_seconds, self.seconds_left(hop)))
        except queue.Empty:
            raise SourceError(
                "dns_timeout",
                f"The search for the host {shown(hop.host)} got no answer within "
                f"{self._limits.lookup_seconds:g} seconds; is this machine online? {PASTE}",
            ) from None
        if found is None:
            raise _not_found_host(hop.host)
        return found

    def open(self, hop: Target, addresses: Sequence[Address]) -> httpcore.NetworkStream:
        """Connect to the first of the judged addresses that answers."""
        for address in addresses[:_CONNECT_ATTEMPTS]:
            timeout = min(_CONNECT_SECONDS, self.seconds_left(hop))
            with contextlib.suppress(httpcore.NetworkError, httpcore.TimeoutException):
                return _GuardedStream(self._connect(str(address), hop.port, timeout), self, hop)
        self.seconds_left(hop)
        raise httpcore.ConnectError("no address answered")

    def _body(self, hop: Target, fields: Mapping[str, str], chunks: Iterable[bytes]) -> bytes:
        announced = fields.get("content-length", "")
        if announced.isascii() and announced.isdigit() and int(announced[:12]) > self._limits.bytes:
            raise too_large(hop.host, self._limits.bytes)
        packed = is_packed(hop.host, fields.get("content-encoding", ""))
        body = b"".join(chunks)
        return unpack(hop.host, body, self._limits.bytes) if packed else body

    def seconds_left(self, hop: Target) -> float:
        """Give the time that remains, above zero; raises SourceError when there is none."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise self.late(hop.host)
        return left

    def spend(self, hop: Target, count: int) -> None:
        """Count bytes that arrived; raises SourceError when the budget is used up."""
        self._bytes_left -= count
        if self._bytes_left < 0:
            raise too_large(hop.host, self._limits.bytes)

    def late(self, host: str) -> SourceError:
        """Make the error for a host that took too long."""
        return SourceError(
            "deadline",
            f"{shown(host)} did not answer within {self._limits.seconds:g} seconds. {PASTE}",
        )


class _PinnedBackend(httpcore.NetworkBackend):
    """Connects to the judged addresses, whatever host it is asked for."""

    def __init__(self, exchange: _Exchange, hop: Target, addresses: Sequence[Address]) -> None:
        self._exchange = exchange
        self._hop = hop
        self._addresses = addresses

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        return self._exchange.open(self._hop, self._addresses)


class _GuardedStream(httpcore.NetworkStream):
    """A connection on which every read and write counts against the exchange's bounds."""

    def __init__(self, inner: httpcore.NetworkStream, exchange: _Exchange, hop: Target) -> None:
        self._inner = inner
        self._exchange = exchange
        self._hop = hop

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._inner.read(max_bytes, self._exchange.seconds_left(self._hop))
        self._exchange.spend(self._hop, len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._exchange.seconds_left(self._hop))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._exchange.seconds_left(self._hop)
        inner = self._inner.start_tls(ssl_context, server_hostname, left)
        return _GuardedStream(inner, self._exchange, self._hop)

    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)


@functools.cache
def _tls() -> ssl.SSLContext:
    """Trust what the operating system trusts, and certifi's roots where it has none."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _not_found_host(host: str) -> SourceError:
    return SourceError(
        "dns_failed",
        f"Could not find the host {shown(host)}. Check its spelling; is this machine online? "
        f"{PASTE}",
    )


def _is_tls(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, ssl.SSLError):
        error = error.__cause__ or error.__context__
    return error is not None


def _network_error(host: str, error: Exception) -> SourceError:
    if _is_tls(error):
        return SourceError(
            "tls_failed",
            f"{shown(host)} has no valid certificate, so what it sends cannot be trusted. {PASTE}",
        )
    if isinstance(error, httpcore.ConnectError):
        return SourceError(
            "connect_failed",
            f"Could not connect to {shown(host)}; is this machine online? {PASTE}",
        )
    return SourceError(
        "network", f"{shown(host)} broke off or sent an answer that is not HTTP. {PASTE}"
    )
