"""A PostgreSQL server of the tests' own, where its binaries are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def binaries() -> Path | None:
    """Find the folder that has `initdb` and `postgres`."""
    found = shutil.which("initdb")
    places = [Path(found).parent] if found else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((one for one in places if (one / "initdb").exists()), None)


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Start a server that listens on a socket in this folder alone; give its address."""
    there = binaries()
    assert there is not None
    data, user = folder / "data", "octave"
    # The server refuses to run as root: a machine's container often has no other user.
    wrap: list[str] = []
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        shutil.chown(folder, "nobody")
        for parent in folder.parents:
            if parent.stat().st_uid == 0 and not parent.stat().st_mode & 0o001:
                parent.chmod(parent.stat().st_mode | 0o001)
        wrap = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
    initdb = [*wrap, str(there / "initdb"), "-D", str(data), "-U", user, "-A", "trust"]
    subprocess.run([*initdb, "-E", "UTF8", "--no-sync"], check=True, capture_output=True)
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    control = [*wrap, str(there / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log")]
    subprocess.run([*control, "-o", options, "start"], check=True, capture_output=True)
    try:
        yield f"postgresql+psycopg://{user}@/postgres?host={folder}"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=True, capture_output=True)
