"""
The OpenAPI document against the real server: does every answer stand in it, and is none a 5xx?

    python benchmarks/schema_examples.py [--examples 10000] [--seed 1]

Starts `python -m octave_api.server` on a library of its own, with web pages switched off, and has
Schemathesis send requests made from the document, right and wrong ones, with all of its checks.
What is told is counted by the server itself, at `/metrics`. Runs again, with other seeds, until so
many requests were answered. Needs `tests/requirements.txt`.
"""

from __future__ import annotations

import argparse
import collections
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parent.parent
_COUNT = re.compile(r'octave_requests_total\{method="(\w+)",route="([^"]+)",status="(\d+)"\} (\S+)')


@contextmanager
def running(library: Path) -> Iterator[str]:
    """Start the server; give its address."""
    command = [sys.executable, "-m", "octave_api.server", "--port", "0", "--library", str(library)]
    environment = {**os.environ, "OCTAVE_FETCH": "off", "PYTHONUNBUFFERED": "1"}
    environment.pop("OCTAVE_SERVER_KEYS", None)
    log = library.with_suffix(".log")
    with log.open("w") as sink:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=sink)
        try:
            found = None
            while found is None:
                if server.poll() is not None:
                    raise SystemExit(log.read_text())
                found = re.search(r"running on (http://\S+)", log.read_text())
            yield found[1].rstrip('",')
        finally:
            server.terminate()
            server.wait()


def counts(address: str) -> collections.Counter[str]:
    """Give how many requests were answered, by status."""
    text = httpx.get(f"{address}/metrics", trust_env=False, timeout=60).text
    found: collections.Counter[str] = collections.Counter()
    for _, route, status, number in _COUNT.findall(text):
        if route not in ("/metrics", "/openapi.json"):
            found[status] += int(float(number))
    return found


def main() -> int:
    """Run until there are enough; 0 when every check held and nothing was a 5xx."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=_Plain)
    parser.add_argument("--examples", type=int, default=10_000)
    parser.add_argument("--each", type=int, default=40, help="random examples an operation")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    failed, seed = [], asked.seed
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "library.db") as address:
        while counts(address).total() < asked.examples:
            command = [
                Path(sys.executable).with_name("schemathesis"), "run", f"{address}/openapi.json",
                "--checks", "all", "--max-examples", str(asked.each), "--seed", str(seed),
                "--phases", "examples,coverage,fuzzing", "--continue-on-failure", "--no-color",
                # How busy the machine is, is nothing that the document says.
                "--max-response-time", "600",
            ]  # fmt: skip
            done = subprocess.run(
                command,
                cwd=ROOT,
                text=True,
                capture_output=True,
                env={**os.environ, "SCHEMATHESIS_HOOKS": "benchmarks.schema_keys"},
            )
            if done.returncode:
                failed.append(seed)
                print(done.stdout[-20_000:], done.stderr[-2_000:], sep="\n")
            if done.returncode > 1:
                raise SystemExit("Schemathesis did not run.")
            print(f"seed {seed}: {counts(address).total():,} requests so far", flush=True)
            seed += 1
        found = counts(address)
    faults = sum(number for status, number in found.items() if status.startswith("5"))
    print(f"{found.total():,} requests: {faults} with 5xx, {len(failed)} runs with a failed check")
    for status, number in sorted(found.items()):
        print(f"  {status}: {number:,}")
    return bool(faults or failed)


class _Plain(argparse.RawDescriptionHelpFormatter):
    """Shows the description as it is written."""


if __name__ == "__main__":
    raise SystemExit(main())
