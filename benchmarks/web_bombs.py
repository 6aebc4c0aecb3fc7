"""
Pages made to harm, read through a running server: how long each takes, and what memory.

    python benchmarks/web_bombs.py [NAME …]          (Linux)

For each case a server of the product (`python -m octave_api.server`) is asked
for a persona from a page that never ends, unpacks to a gigabyte, is nested a
hundred thousand deep and the like. Meanwhile a second caller keeps asking it
for personas from a text. Told are the seconds until the answer, its code, the
growth of the server's memory and the size of the process that reads pages
(MB), and how many answers the second caller got, the slowest in seconds.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parent.parent
_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_LIMIT_SECONDS, _LIMIT_MB = 22, 100
Serve = Callable[[socket.socket], None]


def _gigabyte(times: int = 1) -> bytes:
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb") as packed:
        for _ in range(1024):
            packed.write(bytes(1024 * 1024))
    body = buffer.getvalue()
    for _ in range(times - 1):
        body = gzip.compress(body)
    return body


def _once(body: bytes, fields: bytes = b"") -> Serve:
    def serve(to: socket.socket) -> None:
        to.sendall(_OK + fields + b"Connection: close\r\n\r\n" + body)

    return serve


def _endless(head: bytes, piece: bytes, pause: float = 0.0) -> Serve:
    def serve(to: socket.socket) -> None:
        to.sendall(head)
        while True:
            to.sendall(piece)
            time.sleep(pause)

    return serve


def _silent(to: socket.socket) -> None:
    time.sleep(60)


def _packed(times: int) -> Serve:
    coding = b", ".join([b"gzip"] * times)
    return _once(_gigabyte(times), b"Content-Encoding: " + coding + b"\r\n")


CASES: dict[str, Callable[[], Serve]] = {
    "gzip to 1 GB": lambda: _packed(1),
    "gzip in gzip": lambda: _packed(2),
    "gzip three times": lambda: _packed(3),
    "unasked brotli": lambda: _once(b"\x00" * 800, b"Content-Encoding: br\r\n"),
    "5,000 encodings": lambda: _once(b"x", b"Content-Encoding: " + b"gzip," * 5000 + b"\r\n"),
    "endless body": lambda: _endless(_OK + b"\r\n", b"<p>words " * 10_000),
    "endless chunks": lambda: _endless(
        _OK + b"Transfer-Encoding: chunked\r\n\r\n", b"400\r\n" + b"a" * 1024 + b"\r\n"
    ),
    "body a byte a second": lambda: _endless(_OK + b"\r\n", b"a", 1),
    "header a byte a second": lambda: _endless(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"a", 1),
    "endless 100 Continue": lambda: _endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.01),
    "endless 103 Early Hints": lambda: _endless(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n", 0.01),
    "endless headers": lambda: _endless(_OK, b"X-More: and more\r\n"),
    "redirect with an endless body": lambda: _endless(
        b"HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n", b"a" * 65_536
    ),
    "never answers": lambda: _silent,
    "nested div": lambda: _once(b"<div>" * 100_000 + b"words in a yard"),
    "nested table": lambda: _once(b"<table><tr><td>" * 60_000 + b"words in a yard"),
    "nested links": lambda: _once(b"<a href=x>" * 100_000 + b"words in a yard"),
    "nested lists": lambda: _once(b"<ul><li>" * 90 + b"<ul><li>x y" * 90),
    "20,000 attributes": lambda: _once(
        b"<p " + b" ".join(b"a%d=1" % n for n in range(20_000)) + b">words in a yard"
    ),
    "1 MB of <": lambda: _once(b"<" * 1_000_000),
    "60,000 paragraphs": lambda: _once(
        b"".join(b"<p>Paragraph %d tells of pumps in a yard.</p>" % n for n in range(60_000))
    ),
    "one word of 4 MB": lambda: _once(b"<p>" + b"a" * 4_000_000),
    "4 MB of entities": lambda: _once(b"<p>" + b"&lt;" * 1_000_000),
    "punycode as charset": lambda: _typed(b"text/html; charset=punycode", b"and more " * 100_000),
    "XML that laughs": lambda: _typed(b"text/xml", _laughs()),
}


def _typed(media_type: bytes, body: bytes) -> Serve:
    head = _OK.replace(b"text/html", media_type)

    def serve(to: socket.socket) -> None:
        to.sendall(head + b"Connection: close\r\n\r\n" + body)

    return serve


def _laughs() -> bytes:
    entities = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "haha " * 10}">' for n in range(10)
    )
    return f'<?xml version="1.0"?><!DOCTYPE l [{entities}]><l>words &e9;</l>'.encode()


@contextlib.contextmanager
def _page(serve: Serve) -> Iterator[int]:
    listener = socket.create_server(("127.0.0.1", 0))

    def one(connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            connection.recv(65_536)
            serve(connection)

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                threading.Thread(target=one, args=(listener.accept()[0],), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    yield listener.getsockname()[1]
    listener.close()


@contextlib.contextmanager
def _product(port: int, folder: str) -> Iterator[tuple[str, int]]:
    environ = os.environ | {"OCTAVE_FETCH_ALLOW": f"127.0.0.1:{port}", "OCTAVE_LIBRARY": ":memory:"}
    environ.pop("OCTAVE_SERVER_KEYS", None)
    with (Path(folder) / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "octave_api.server", "--port", "0"],
            cwd=ROOT,
            env=environ,
            stderr=log,
        )
    address = ""
    while not address and process.poll() is None:
        time.sleep(0.05)
        found = re.search(r"http://127\.0\.0\.1:(\d+)", (Path(folder) / "log").read_text())
        address = found[0] if found else ""
    yield address, process.pid
    process.kill()
    process.wait()


def _memory(pid: int, line: str) -> float:
    """Read a line of a process's status, in MB; 0 when it is gone."""
    with contextlib.suppress(OSError):
        found = re.search(rf"{line}:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
        return int(found[1]) / 1024 if found else 0.0
    return 0.0


def _readers(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    with contextlib.suppress(OSError):
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    return []


def _ask(address: str, kind: str, value: str) -> tuple[float, str]:
    body = {"personas": [{"sources": [{"type": kind, "value": value}]}]}
    began = time.perf_counter()
    answer = httpx.post(f"{address}/api/v2/persona/generate", json=body, timeout=120)
    seconds = time.perf_counter() - began
    return seconds, str(answer.status_code) + _code(answer.text)


def _code(text: str) -> str:
    found = re.findall(r'"code"\s*:\s*"(\w+)"', text)
    return f" {found[-1]}" if found else ""


def run(name: str) -> dict[str, object]:
    """Try one case."""
    other: list[float] = []
    done = threading.Event()

    def keep_asking(address: str) -> None:
        while not done.is_set():
            other.append(_ask(address, "TEXT", "Plant managers who fear unplanned stops.")[0])
            time.sleep(0.2)

    with (
        tempfile.TemporaryDirectory() as folder,
        _page(CASES[name]()) as port,
        _product(port, folder) as (address, pid),
    ):
        # Once without harm: what is loaded for the first request is no growth.
        _ask(address, "TEXT", "Plant managers who fear unplanned stops.")
        before, reader = _memory(pid, "VmRSS"), 0.0
        others = threading.Thread(target=keep_asking, args=(address,))
        others.start()
        result: list[tuple[float, str]] = []
        asked = threading.Thread(
            target=lambda: result.append(_ask(address, "URL", f"http://127.0.0.1:{port}/"))
        )
        asked.start()
        while asked.is_alive():
            reader = max([reader, *(_memory(child, "VmHWM") for child in _readers(pid))])
            asked.join(0.05)
        done.set()
        others.join()
        growth = _memory(pid, "VmHWM") - before
    seconds, came = result[0]
    return {
        "case": name,
        "seconds": round(seconds, 1),
        "answer": came,
        "server MB": round(growth),
        "reader MB": round(reader),
        "others": len(other),
        "slowest": round(max(other, default=0.0), 2),
        "held": seconds <= _LIMIT_SECONDS and growth <= _LIMIT_MB and not came.startswith("5"),
    }


def main() -> int:
    """Try the cases named, or all; 0 when each held."""
    rows = []
    for name in sys.argv[1:] or CASES:
        rows.append(run(name))
        print(json.dumps(rows[-1]), flush=True)
    held = sum(bool(row["held"]) for row in rows)
    print(f"ended within {_LIMIT_SECONDS} s and {_LIMIT_MB} MB: {held} of {len(rows)}")
    return held < len(rows)


if __name__ == "__main__":
    raise SystemExit(main())
