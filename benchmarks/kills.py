"""
The library under sudden death: a process that generates is killed at random, or its writes fail.

    python benchmarks/kills.py [--kills 300] [--writes 200]       (Linux; with a C compiler)

Kills: a process generates personas and segments one after the other and tells each id once the
call has returned; it is killed (SIGKILL) at a random moment, and the next one goes on with the
same file. Writes: for n from 1 up, a process generates with its n-th write to disk failing (EIO).
Told are acknowledged answers that are lost, entities without their evidence or the other way
round (torn), and files that SQLite finds corrupt; all three must be 0.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from octave_api import NotFoundError, OctaveClient, OctaveError
from octave_api.contract import AnyEntity

TEXT = "Plant manager number {n} keeps two lines running. They fear unplanned stops of line {n}."

FAILING_WRITE = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <stdio.h>
static int count = 0;
static int fails(int fd) {
    char link[64], name[512];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, name, sizeof name - 1);
    if (size < 0) return 0;
    name[size] = 0;
    if (!strstr(name, "library.sqlite3")) return 0;
    return ++count == atoi(getenv("FAILING_WRITE"));
}
ssize_t pwrite64(int fd, const void *data, size_t size, off_t at) {
    static ssize_t (*real)(int, const void *, size_t, off_t);
    if (!real) real = dlsym(RTLD_NEXT, "pwrite64");
    if (fails(fd)) { errno = EIO; return -1; }
    return real(fd, data, size, at);
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
    return pwrite64(fd, data, size, at);
}
ssize_t write(int fd, const void *data, size_t size) {
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = dlsym(RTLD_NEXT, "write");
    if (fails(fd)) { errno = EIO; return -1; }
    return real(fd, data, size);
}
"""


def write(path: str, number: int, times: int) -> None:
    """Generate and tell each id as soon as its call has returned."""
    for n in range(number, number + times):
        item = {"sources": [{"type": "TEXT", "value": TEXT.format(n=n)}]}
        try:
            with OctaveClient.embedded(path) as client:
                generate = client.generate_segments if n % 2 else client.generate_personas
                print(generate([item]).data[0].oid, flush=True)
        except OctaveError as error:
            print(f"! {error.code}", flush=True)


def _start(path: Path, number: int, times: int, **environ: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, __file__, "write", str(path), str(number), str(times)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | environ,
    )


def by_kills(path: Path, kills: int) -> list[str]:
    """Kill a writer so many times; give the ids that were acknowledged."""
    told: list[str] = []
    chance = random.Random(7)
    for round_ in range(kills):
        writer = _start(path, round_ * 1000, 1000)
        assert writer.stdout is not None
        told.append(writer.stdout.readline().strip())
        delay = chance.random() * 0.3
        alarm = threading.Timer(delay, writer.send_signal, (signal.SIGKILL,))
        alarm.start()
        told += [line.strip() for line in writer.stdout if line.endswith("\n")]
        alarm.join()
        writer.wait()
    return told


def by_failing_writes(path: Path, writes: int, folder: Path) -> list[str]:
    """Let the n-th write of a process fail, for n from 1 up; give the ids acknowledged."""
    source, shim = folder / "shim.c", folder / "shim.so"
    source.write_text(FAILING_WRITE)
    command = ["cc", "-shared", "-fPIC", "-w", "-o", str(shim), str(source), "-ldl"]
    subprocess.run(command, check=True)
    told: list[str] = []
    for n in range(1, writes + 1):
        preload = {"LD_PRELOAD": str(shim), "FAILING_WRITE": str(n)}
        writer = _start(path, 1_000_000 + n * 10, 4, **preload)
        told += writer.communicate()[0].split("\n")
    return [line for line in told if line]


def _all(client: OctaveClient) -> Iterator[AnyEntity]:
    offset, more = 0, True
    while more:
        page = client.entities(limit=1000, offset=offset)
        yield from page.data
        offset, more = offset + len(page.data), page.has_next


def judge(path: Path, told: list[str]) -> bool:
    """Tell what was lost, torn or corrupt; True when nothing was."""
    ids = [line for line in told if line and not line.startswith("!")]
    with sqlite3.connect(path) as database:
        intact = database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    lost = torn = 0
    with OctaveClient.embedded(path) as client:
        for oid in ids:
            try:
                client.entity(oid)
            except NotFoundError:
                lost += 1
        kept = [row.oid for row in _all(client)]
        for oid in kept:
            try:
                torn += not client.evidence(oid).claims
            except NotFoundError:
                torn += 1
    print(
        f"  acknowledged {len(ids)}, refused with a typed error {len(told) - len(ids)}, kept "
        f"{len(kept)}: lost {lost}, torn {torn}, {'intact' if intact else 'CORRUPT'}"
    )
    return intact and not lost and not torn


def main() -> int:
    """Run both trials; 0 when nothing was lost, torn or corrupt."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--writes", type=int, default=200)
    chosen = parser.parse_args()
    held = True
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite3"
        print(f"{chosen.kills} kills")
        held &= judge(path, by_kills(path, chosen.kills)) if chosen.kills else True
        path.unlink(missing_ok=True)
        path = Path(folder) / "writes" / "library.sqlite3"
        path.parent.mkdir()
        print(f"each n-th write failing, n = 1 to {chosen.writes}")
        if chosen.writes:
            held &= judge(path, by_failing_writes(path, chosen.writes, Path(folder)))
    return not held


if __name__ == "__main__":
    if sys.argv[1:2] == ["write"]:
        write(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    else:
        raise SystemExit(main())
