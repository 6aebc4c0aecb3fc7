"""
The door to the web against lists of hostile URLs: who is connected to, and what comes back.

    python benchmarks/web_door.py FILE …          (Linux, as root)

It moves into a network of its own in which every address there is belongs to
this machine, so that a connection to 169.254.169.254 or 10.0.0.1 would arrive
here, and counts what arrives at the accepting sockets by the address that was
asked for. A FILE is JSON (each `input` of its objects is a URL and a host) or
text (each line is). The cases below come on top, with what must become of
them; pages of public hosts must still be read.
"""

from __future__ import annotations

import collections
import contextlib
import ctypes
import ipaddress
import itertools
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from octave_api.errors import SourceError
from octave_api.fetch import Limits, fetch

PORTS = (21, 22, 80, 443, 3000, 6379, 8000, 8080, 9999)
_PUBLIC = "93.184.216.34"
_NEW_NETWORK = 0x40000000
_PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\nWe sell pumps."

NAMES: dict[str, Sequence[Sequence[str]]] = {
    "mixed.test": [[_PUBLIC, "127.0.0.1"]],
    "mixed-behind.test": [["127.0.0.1", _PUBLIC]],
    "rebinding.test": [[_PUBLIC], ["127.0.0.1"]],
    "inside.test": [["10.0.0.1"]],
    "metadata.test": [["169.254.169.254"]],
    "inside-v6.test": [["fd00:ec2::254"]],
    "mapped.test": [["::ffff:127.0.0.1"]],
    "public-v6.test": [["2606:4700::1111"]],
}

REFUSED = [
    "http://169.254.169.254/latest/meta-data/",
    "http://2852039166/",
    "http://0xa9fea9fe/",
    "http://0251.0376.0251.0376/",
    "http://127.1/",
    "http://0/",
    "http://0.0.0.0/",
    "http://[::]/",
    "http://[::1]/",
    "http://[::7f00:1]/",
    "http://[::ffff:169.254.169.254]/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b:1::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:7f00:1::]/",
    "http://[fec0::1]/",
    "http://[fe80::1%25lo]/",
    "http://[fc00::1]/",
    "http://[5f00::1]/",
    "http://[ff02::1]/",
    "http://mixed.test/",
    "http://mixed-behind.test/",
    "http://inside.test/",
    "http://metadata.test/",
    "http://inside-v6.test/",
    "http://mapped.test/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:6379/_INFO",
    "dict://127.0.0.1:11211/stats",
    "ftp://127.0.0.1/",
    "data:text/html,hello",
    "javascript:alert(1)",
    "http://good.test@127.0.0.1/",
    "http://good.test\\@127.0.0.1/",
    "http://127.0.0.1\\@good.test/",
    "http://127\N{IDEOGRAPHIC FULL STOP}0\N{IDEOGRAPHIC FULL STOP}0\N{IDEOGRAPHIC FULL STOP}1/",
    "http://\N{CIRCLED DIGIT ONE}27.0.0.1/",
    "http://\N{FULLWIDTH DIGIT ONE}27.0.0.1/",
    "http://good.test:22/",
    "http://good.test:6379/",
    "http://good.test:0/",
    "http://good.test:65536/",
    "http://good.test:-1/",
    "http://localhost/",
    "http://LOCALHOST/",
    "http://localhost./",
    "http://localhost%2e/",
    "http://168.63.129.16/",
    "http://192.0.0.192/",
    "http://100.100.100.200/",
    "http://[fd00:ec2::254]/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://198.18.0.1/",
    "http://good.test/\r\nX: y",
    "http://good.test/\ta",
    "http://good.test/\0",
    f"http://good.test/{'a' * 200_000}",
    f"http://{'a' * 300}.test/",
    "http://./",
    "http://f:18446744073709551697/c",
    "http://",
    "//good.test/",
    "",
    "http://to-inside.test/",
    "http://to-metadata.test/",
    "http://to-file.test/",
    "http://to-itself.test/",
    "http://to-port.test/",
]
"""None of these may reach an address that is not public, and none may give a page."""

READ = [
    "http://good.test/",
    "HTTP://GOOD.TEST/",
    "http://good.test./",
    "http://93.184.216.34/",
    "http://bücher.test/",
    "http://xn--bcher-kva.test/",
    "http://rebinding.test/",
    "http://public-v6.test/",
    "http://[2606:4700::1111]/",
    "http://to-good.test/",
    "http://good.test/a b?c=d e#f",
]

_TO = {
    "to-inside.test": "http://127.0.0.1:6379/",
    "to-metadata.test": "http://169.254.169.254/",
    "to-file.test": "file:///etc/passwd",
    "to-itself.test": "http://to-itself.test/",
    "to-port.test": "http://good.test:22/",
    "to-good.test": "//good.test/",
}


class Network:
    """Listens at every address there is, and keeps who was asked for."""

    def __init__(self) -> None:
        _enter_network()
        self.arrived: collections.Counter[str] = collections.Counter()
        for family, everywhere in ((socket.AF_INET, "0.0.0.0"), (socket.AF_INET6, "::")):
            for port in PORTS:
                listener = socket.socket(family)
                if family == socket.AF_INET6:
                    listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
                listener.bind((everywhere, port))
                listener.listen(128)
                threading.Thread(target=self._serve, args=(listener,), daemon=True).start()

    def _serve(self, listener: socket.socket) -> None:
        while True:
            connection, _ = listener.accept()
            self.arrived[connection.getsockname()[0]] += 1
            with connection, contextlib.suppress(OSError):
                connection.settimeout(2)
                host = _host(connection.recv(65_536))
                if host in _TO:
                    head = f"HTTP/1.1 302 Found\r\nLocation: {_TO[host]}\r\n"
                    connection.sendall(f"{head}Content-Length: 0\r\n\r\n".encode())
                else:
                    connection.sendall(_PAGE)

    def inside(self) -> dict[str, int]:
        """Give the connections that arrived at addresses which are not public, by address."""
        return {address: count for address, count in self.arrived.items() if not _public(address)}


def _enter_network() -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_NEW_NETWORK):
        raise SystemExit(f"No network of its own: {os.strerror(ctypes.get_errno())} (needs root)")
    for command in (
        "ip link set lo up",
        "ip route add local default dev lo",
        "ip -6 route add local default dev lo",
    ):
        subprocess.run(command.split(), check=True)


def _host(request: bytes) -> str:
    for line in request.split(b"\r\n"):
        if line.lower().startswith(b"host:"):
            return line[5:].strip().decode("latin-1").lower()
    return ""


def _public(address: str) -> bool:
    """Judge apart from the code on trial, and more strictly where the standard library is lax."""
    found = ipaddress.ip_address(address)
    if isinstance(found, ipaddress.IPv6Address):
        return found.is_global and found in ipaddress.ip_network("2000::/3") and not found.sixtofour
    return found.is_global and not found.is_multicast and address != "168.63.129.16"


class Resolver:
    """Names and their answers; a host written in figures is read as the C library reads it."""

    def __init__(self) -> None:
        self._turn: collections.Counter[str] = collections.Counter()

    def __call__(self, host: str, port: int) -> Sequence[str]:
        with contextlib.suppress(OSError):
            found = socket.getaddrinfo(host, port, flags=socket.AI_NUMERICHOST)
            return [str(entry[4][0]) for entry in found]
        if host.rstrip(".") == "localhost" or host.endswith(".localhost"):
            return ["127.0.0.1", "::1"]
        answers = NAMES.get(host, [[_PUBLIC]])
        self._turn[host] += 1
        return answers[min(self._turn[host], len(answers)) - 1]


def ask(url: str) -> str:
    """Give "page", the code of a refusal, or the name of an error that is not typed."""
    try:
        fetch(url, resolve=Resolver(), environ={}, limits=Limits(seconds=5))
    except SourceError as error:
        return error.code
    except Exception as error:
        return f"untyped {type(error).__name__}"
    return "page"


def urls_of(path: Path) -> Iterator[str]:
    """Read the URLs of a list; an entry without a scheme is tried as a host as well."""
    text = path.read_text("utf8")
    if path.suffix == ".json":
        entries = [row["input"] for row in json.loads(text) if isinstance(row, dict)]
    else:
        entries = text.splitlines()
    for entry in entries:
        yield entry
        if "://" not in entry:
            yield f"http://{entry}/"


def main() -> int:
    """Try all cases; 0 when nothing inside was reached and all came out as they must."""
    lists = list(itertools.chain.from_iterable(urls_of(Path(name)) for name in sys.argv[1:]))
    network = Network()
    with socket.create_connection(("10.0.0.1", 80)):
        pass
    while not network.inside():
        time.sleep(0.01)
    print(f"control, one plain connection: {network.inside()}")
    network.arrived.clear()
    wrong = [
        (url, came) for url in REFUSED if (came := ask(url)) == "page" or came.startswith("untyped")
    ]
    wrong += [(url, came) for url in READ if (came := ask(url)) != "page"]
    hand = len(REFUSED) + len(READ)
    print(f"hand cases as they must be: {hand - len(wrong)} of {hand}")
    for url, came in wrong:
        print(f"  {url[:80]!r}: {came}")
    outcomes = collections.Counter(ask(url) for url in lists)
    untyped = sum(count for code, count in outcomes.items() if code.startswith("untyped"))
    print(
        f"URLs of the lists with a page or a typed refusal: {len(lists) - untyped} of {len(lists)}"
    )
    for code, count in outcomes.most_common():
        print(f"  {code}: {count}")
    print(
        f"connections: {sum(network.arrived.values())}, to addresses that are not public: ", end=""
    )
    print(network.inside() or 0)
    return bool(wrong or untyped or network.inside())


if __name__ == "__main__":
    raise SystemExit(main())
