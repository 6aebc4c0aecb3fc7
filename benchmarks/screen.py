"""
Hostile strings on every page of the dashboard, in Chromium: does one call out, are all literal?

    python benchmarks/screen.py [FILE] [--only N]

FILE has strings, as a JSON list or one a line; payloads of this script are tried beside them.
Each string is put into a library as a title, a pain point, a name, a tag, a question with its
rationale, an offering and a line of the source. Then pages are opened over every entity: all of
them for the payloads, Explore and the entity in the library for the strings of FILE.
Told are the requests that the browser makes to any other origin and the dialogs that open (both
must be 0), and on how many of the pages that show it a string stands as it was typed: of white
space only that there is some, and without the characters that show nothing.

Needs `tests/requirements.txt` and a Chromium.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from octave_api import OctaveClient, OctaveError
from tests.browser import running

TRAP = "http://stranger.test"
PAYLOADS = [
    f"![shown]({TRAP}/image)",
    f"![shown][there]\n\n[there]: {TRAP}/reference",
    f"[![shown]({TRAP}/linked)]({TRAP}/to)",
    f'<img src="{TRAP}/img" onerror="alert(1)">',
    f"<img src=x onerror=fetch('{TRAP}/onerror')>",
    f'<svg onload="fetch(`{TRAP}/svg`)"><image href="{TRAP}/in-svg"/></svg>',
    f"<script>fetch('{TRAP}/script')</script>",
    f'<iframe src="{TRAP}/iframe"></iframe>',
    f'<object data="{TRAP}/object"></object><embed src="{TRAP}/embed">',
    f"<style>body {{ background: url({TRAP}/style) }}</style>",
    f'<link rel="stylesheet" href="{TRAP}/sheet"><base href="{TRAP}/">',
    f'<meta http-equiv="refresh" content="0;url={TRAP}/refresh">',
    f'<form action="{TRAP}/form"><button autofocus>Log in again</button></form>',
    f'<p style="background-image: url({TRAP}/inline)">styled</p>',
    f'<video autoplay poster="{TRAP}/poster" src="{TRAP}/video"></video>',
    f'</div></details></script></style><img src="{TRAP}/closed">',
    f'" autofocus onfocus="fetch(`{TRAP}/attribute`)" x="',
    "[press me](javascript:alert(1))",
    "[press me](data:text/html,<script>alert(1)</script>)",
    f"{TRAP}/bare www.stranger.test someone@stranger.test",
    f"[^1] and a note\n\n[^1]: {TRAP}/note",
    "costs $5 to $10 for $x^2$ or $$\\frac{1}{2}$$",
    ":green-badge[:material/verified: Verified by us] :red[late] :blue-background[new]",
    ":streamlit: :smile: :material/home: :rainbow[all] :small[of it]",
    "# Heading\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    "**bold** _slanted_ ~~gone~~ `code` -- dash --- (c) <- -> ...",
    "invoice\u202egpj.exe \u2066hidden\u2069 \u200fturned",
    f"{{{{constructor.constructor('fetch(\"{TRAP}/template\")')()}}}} ${{7*7}} <%= 7*7 %>",
]
A_GROUP = 15
"""So many strings are in one entity: as many questions as a page of Explore shows."""

UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
TEXT = """() => [
  ...[...document.querySelectorAll('bdi, summary, p, li, .ox, button, td, label, h1, h2, h3')]
    .filter(e => !e.closest('[data-testid=stCode]')).map(e => e.textContent),
  ...[...document.querySelectorAll('input, textarea')].map(e => e.value),
  ...[...document.querySelectorAll('[title]')].map(e => e.title)].join('\\n')"""


@dataclass
class Found:
    """What came of one kind of page."""

    opened: int = 0
    tried: int = 0
    shown: int = 0
    missing: list[str] = field(default_factory=list)


def strings_of(path: Path) -> list[str]:
    """Read a JSON list of strings, or a file of one string a line."""
    text = path.read_text("utf-8")
    if path.suffix == ".json":
        return [str(one) for one in json.loads(text)]
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def plain(text: str) -> str:
    """Give a text without what cannot be seen, and with one blank for all white space."""
    seen = "".join(" " if c.isspace() else c for c in text if c.isspace() or _is_seen(c))
    return re.sub(r" +", " ", seen).strip()


def _is_seen(character: str) -> bool:
    return unicodedata.category(character) not in UNSEEN


def groups(strings: Sequence[str]) -> Iterator[Sequence[str]]:
    """Give the strings a group for each entity."""
    for start in range(0, len(strings), A_GROUP):
        yield strings[start : start + A_GROUP]


def marked(text: str, field: str, number: int) -> str:
    """End a text with where it was put, so that it is not found in another place."""
    return f"{text} ({field} {number})"


def fill(client: OctaveClient, group: Sequence[str]) -> tuple[str, list[str]]:
    """
    Put a group of strings into an entity of its own.

    Returns:
        The entity's id, and the strings that the contract takes.
    """
    taken = [one for one in group if plain(one)]
    source = "Plant managers keep two lines running.\n\n" + "\n\n".join(taken)
    item = {"name": "Plant manager", "sources": [{"type": "TEXT", "value": source}]}
    oid = client.generate_personas([item]).data[0].oid
    client.products.create(name=taken[0][:200])
    fits = ("GOOD", "BAD")
    changes = {
        "name": taken[0],
        "internalName": taken[-1],
        "description": " · ".join(taken[:4]),
        "data": {
            "painPoints": [marked(one, "pain", n) for n, one in enumerate(taken)],
            "commonJobTitles": [marked(one, "title", n) for n, one in enumerate(taken)],
        },
        "qualifyingQuestions": [
            {
                "question": marked(one, "question", n),
                "rationale": marked(one, "rationale", n),
                "fitType": fits[n % 2],
                "weight": "MEDIUM",
            }
            for n, one in enumerate(taken)
        ],
    }
    client.library.edit(oid, changes)
    tags = []
    for one in taken:
        try:
            client.library.tag(oid, [*tags, one[:60]])
        except OctaveError:
            continue
        tags.append(one[:60])
    return oid, taken


PAGES = {
    "Generate": "?result={oid}",
    "Explore": "explore?entity={oid}",
    "Qualify": "qualify?entity={oid}",
    "Qualify, the questions' check": "qualify?entity={oid}&area=check",
    "Present": "present?entity={oid}",
    "Library": "library",
    "Library, one entity": "library?oid={oid}",
    "Library, edit": "library?oid={oid}&view=edit",
    "Library, versions": "library?oid={oid}&view=versions",
    "Connect": "connect",
    "Compare": "compare?entity={oid}",
}
WHOLE = {
    "Generate": ("pain", "title", "question"),
    "Explore": ("question", "rationale"),
    "Library, one entity": ("pain", "title", "question"),
}
"""Which of an entity's texts a page shows; other pages show a part of them."""

QUICK = ("Explore", "Library, one entity")
FOLDED = 8
"""Generate shows so many items of a list, and the others when asked."""


def look(page: Page, address: str, path: str) -> str:
    """Open a page, open what is folded, and give all its text."""
    running.visit(page, f"{address}/{path}")
    seen = [page.evaluate(TEXT)]
    for tab in page.get_by_role("tab").all():
        if tab.is_visible():
            tab.click()
            running.settle(page)
            seen.append(page.evaluate(TEXT))
    return plain("\n".join(seen))


def main() -> int:
    """Fill a library, open every page, tell what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="strings to try beside the payloads")
    parser.add_argument("--only", type=int, help="so many strings of the file")
    chosen = parser.parse_args()
    strings = PAYLOADS + (strings_of(chosen.file)[: chosen.only] if chosen.file else [])
    strangers: list[str] = []
    told: dict[str, Found] = {name: Found() for name in PAGES}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        path = running.find_chromium(playwright)
        if path is None:
            sys.exit(running.HOW_TO_GET_ONE)
        library = Path(folder) / "hostile.sqlite3"
        with OctaveClient.embedded(library) as client:
            filled = [fill(client, group) for group in groups(strings)]
        with running.dashboard(library) as address:
            context = running.launch(playwright, path).new_context()
            watch(context, address, strangers)
            for n, (oid, taken) in enumerate(filled):
                every = n * A_GROUP < len(PAYLOADS)
                page = context.new_page()
                page.on("dialog", lambda dialog: (strangers.append("dialog"), dialog.dismiss()))
                for name, query in PAGES.items():
                    if not every and name not in QUICK:
                        continue
                    told[name].opened += 1
                    seen = look(page, address, query.format(oid=oid))
                    for part, (at, one) in product(WHOLE.get(name, ()), enumerate(taken)):
                        if name == "Generate" and part != "question" and at >= FOLDED:
                            continue
                        wanted = plain(marked(one, part, at))
                        told[name].tried += 1
                        told[name].shown += wanted in seen
                        if wanted not in seen:
                            told[name].missing.append(marked(one, part, at))
                page.close()
                print(f"{oid}: {len(taken)} strings, {len(strangers)} strangers", flush=True)
    empty = len(strings) - sum(len(taken) for _, taken in filled)
    print(f"{len(strings)} strings, {empty} of them nothing that can be seen")
    for name, found in told.items():
        print(f"{name}: opened {found.opened}", end="")
        print(f", literal {found.shown} / {found.tried}" if found.tried else "")
        for one in found.missing:
            print(f"    not as typed: {one!r}")
    print(f"requests to others, and dialogs: {len(strangers)}")
    for url in strangers:
        print(f"    {url}")
    return 1 if strangers or any(found.missing for found in told.values()) else 0


def watch(context: BrowserContext, address: str, strangers: list[str]) -> None:
    """Note every request that leaves the dashboard's own origin."""
    own = (address, address.replace("http", "ws", 1), "data:", "blob:", "about:")

    def note(url: str) -> None:
        if not url.startswith(own):
            strangers.append(url)

    context.on("request", lambda request: note(request.url))
    context.on("page", lambda page: page.on("framenavigated", lambda frame: note(frame.url)))


if __name__ == "__main__":
    sys.exit(main())
