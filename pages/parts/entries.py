"""
What somebody typed, made into items to send. Pure.

A text box and an address box make one item: the text is one TEXT source, each
address one URL source. Addresses pasted into the text box are recognised.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

from octave_api.contract import SourceText

_SCHEME = re.compile(r"https?://\S+", re.IGNORECASE)
_BARE = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?!(?:md|txt|pdf|docx?|py|js)\b)[a-z]{2,24}"
    r"(?::\d{1,5})?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
_MARKER = re.compile(r"^(?:[-*•]|\d+[.)])\s+")


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One item as typed: its text, its addresses (one a line) and a name, each maybe empty.

    `offering` and `voice` are the oIds of what it is read with, empty where nothing was chosen.
    """

    text: str = ""
    urls: str = ""
    name: str = ""
    offering: str = ""
    voice: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing is typed."""
        return not (self.text or self.urls or self.name)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an entry cannot be sent, in the user's words."""

    message: str


def as_url(line: str) -> str | None:
    """Give the address that a line consists of, with its scheme; None for any other line."""
    word = _MARKER.sub("", line.strip()).strip("<>,;")
    if _SCHEME.fullmatch(word):
        return word
    if _BARE.fullmatch(word):
        return f"https://{word}"
    return None


def only_urls(text: str) -> list[str]:
    """Give the addresses of a text in which every line is one, else an empty list."""
    words = [part for line in text.splitlines() for part in _parts(line)]
    urls = [as_url(word) for word in words]
    return [url for url in urls if url] if words and all(urls) else []


def _parts(line: str) -> list[str]:
    """Cut "a.com, b.com" into its addresses; leave any other line whole."""
    line = _MARKER.sub("", line.strip())
    parts = [part for part in re.split(r"[,;]?\s+", line) if part]
    return parts if parts and all(as_url(part) for part in parts) else ([line] if line else [])


def sources(entry: Entry) -> list[dict[str, str]]:
    """Give the entry's sources in the contract's shape: the text first, then each address once."""
    found: list[dict[str, str]] = []
    pasted = only_urls(entry.text)
    if entry.text.strip() and not pasted:
        found.append({"type": "TEXT", "value": entry.text})
    lines = [part for line in entry.urls.splitlines() for part in _parts(line)]
    for url in dict.fromkeys([*pasted, *(as_url(line) or line for line in lines)]):
        found.append({"type": "URL", "value": url})
    return found


def from_sources(kept: Sequence[SourceText]) -> Entry:
    """
    Give an entry that would send these sources again, as near as two boxes can say it.

    Of what they were read with, evidence names the offering alone; one's own company, which
    stands in where none was chosen, has no oId but its name twice.
    """
    texts = [source.value for source in kept if source.type == "TEXT"]
    pages = [source.value for source in kept if source.type == "URL"]
    sold = [one.value for one in kept if one.type == "OFFERING" and one.value != one.title]
    return Entry(text="\n\n".join(texts), urls="\n".join(pages), offering="".join(sold[:1]))


def check(entry: Entry, *, noun: str) -> Problem | None:
    """Say what keeps an entry from being sent, None if nothing does; `noun` is "persona" …."""
    if not sources(entry):
        return Problem(f"Nothing to read for this {noun}: paste a text, or give an address.")
    return None


def request_item(entry: Entry) -> dict[str, Any]:
    """Give the entry as one item of `personas` or `segments`."""
    item: dict[str, Any] = {"sources": sources(entry)}
    if entry.name.strip():
        item["name"] = entry.name.strip()
    return item


class Options(TypedDict, total=False):
    """What an entry is read with, as the client's methods name it."""

    primary_offering_oid: str
    brand_voice_oid: str


def options(entry: Entry) -> Options:
    """Give what was chosen to read the entry with, and nothing else."""
    found: Options = {}
    if entry.offering:
        found["primary_offering_oid"] = entry.offering
    if entry.voice:
        found["brand_voice_oid"] = entry.voice
    return found


def describe(entry: Entry) -> str:
    """Say in a few words what an entry is made from: "a text of 1,204 characters, 2 pages"."""
    parts = []
    for source in sources(entry):
        if source["type"] == "TEXT":
            parts.append(f"a text of {len(source['value']):,} characters")
    pages = [source["value"] for source in sources(entry) if source["type"] == "URL"]
    if len(pages) == 1:
        parts.append(_short(pages[0]))
    elif pages:
        parts.append(f"{len(pages)} web pages")
    return " and ".join(parts) or "nothing yet"


def _short(url: str, limit: int = 48) -> str:
    plain = re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/")
    return plain if len(plain) <= limit else plain[: limit - 1] + "…"
