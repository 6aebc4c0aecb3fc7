"""
How a library grows: `python benchmarks/library.py [--entities N]`.

Fills one library with 100 entities and another with N (10,000), then asks both, in turn, for
the first page and for what somebody would search, through the embedded client. The figure is
the ratio of the medians of one run, so that the machine's speed does not decide it.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from octave_api import OctaveClient  # noqa: E402
from octave_api.contract import Evidence, Persona  # noqa: E402
from octave_api.keeping.identity import new_oid, timestamp  # noqa: E402
from octave_api.library import Entry, Library  # noqa: E402

FEW = 100
ROUNDS = 60
MOST = 2.0
"""The larger library may take so many times as long."""
WORDS = "plant sales finance audit cloud retail claims freight grid patient ledger crew".split()


def entry(number: int, chance: random.Random) -> Entry:
    """Make a persona of ordinary length; one in a hundred speaks of turbines."""

    def line() -> str:
        return " ".join(chance.choice(WORDS) + str(chance.randrange(999)) for _ in range(9))

    made: dict[str, Any] = {
        "oId": new_oid("pe"),
        "name": f"Persona {number}",
        "description": line() + (" turbines" if number % 100 == 7 else ""),
        "createdAt": timestamp(),
        "data": {"painPoints": [line() for _ in range(5)], "keyConcerns": [line()]},
        "qualifyingQuestions": [
            {"question": f"{line()}?", "fitType": "GOOD", "weight": "LOW"} for _ in range(6)
        ],
    }
    persona = Persona.model_validate(made)
    tags = ("rare",) if number % 1000 == 3 else ()
    return Entry("persona", persona, Evidence(oid=persona.oid), tags=tags)


def filled(path: Path, size: int) -> OctaveClient:
    """Make a library of this size."""
    library = Library(path)
    chance = random.Random(size)
    for first in range(0, size, 1000):
        many = range(first, min(first + 1000, size))
        library.save([entry(number, chance) for number in many])
    return OctaveClient.embedded(library)


QUESTIONS: dict[str, Callable[[OctaveClient], Any]] = {
    "first page": lambda client: client.library.search(limit=10),
    "first page by name": lambda client: client.library.search(limit=10, sort="name"),
    "page of the contract": lambda client: client.personas.list(limit=10),
    "search for one": lambda client: client.library.search(text="Persona 42", limit=10),
    "search for a rare word": lambda client: client.library.search(text="turbines", limit=10),
    "search for nothing": lambda client: client.library.search(text="zeppelin", limit=10),
    "search for every one": lambda client: client.library.search(text="persona", limit=10),
    "one tag": lambda client: client.library.search(tags=["rare"], limit=10),
}


def seconds(work: Callable[[], Any]) -> float:
    """Time one call."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def main() -> None:
    """Fill, ask, print."""
    parser = argparse.ArgumentParser(description="How a library grows.")
    parser.add_argument("--entities", type=int, default=10_000)
    size = parser.parse_args().entities
    with tempfile.TemporaryDirectory() as folder:
        few, many = filled(Path(folder) / "few.db", FEW), filled(Path(folder) / "many.db", size)
        print(f"{'':24}{FEW:>12,}{size:>12,}{'ratio':>8}")
        worst = 0.0
        for name, ask in QUESTIONS.items():
            both: tuple[list[float], list[float]] = ([], [])
            for _ in range(ROUNDS):
                for client, times in zip((few, many), both, strict=True):
                    times.append(seconds(partial(ask, client)))
            one, other = (statistics.median(times) for times in both)
            worst = max(worst, other / one)
            print(f"{name:24}{one * 1000:>9.2f} ms{other * 1000:>9.2f} ms{other / one:>8.2f}")
        few.close()
        many.close()
    print("within" if worst <= MOST else "more than", f"{MOST:g} times")
    sys.exit(worst > MOST)


if __name__ == "__main__":
    main()
