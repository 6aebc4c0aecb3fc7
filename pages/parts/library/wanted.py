"""
What the Library page looks for, and its round trip to the address bar. Pure.

`from_state` reads the widgets, `to_query` gives a link, `from_query` reads a link that
anybody may have written, `search` gives the arguments of `client.library.search`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

KINDS = {"": "All", "persona": "Personas", "segment": "Segments"}
ARCHIVED = {"no": "Not archived", "only": "Only archived", "any": "Both"}
SORTS = {"created": "Newest first", "updated": "Saved last", "name": "By name"}
PARTS = ("q", "kind", "tag", "since", "until", "archived", "sort")
"""The names in the address bar; a widget's key is `library-` and its part's name."""
MAX_SEARCH = 200
SIZE = 20
"""Entities on a page."""


def key(part: str) -> str:
    """Give the key of the widget that holds a part."""
    return f"library-{part}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    Which entities to list, and in which order; an empty part does not narrow.

    `q` is what was typed in the search box, `tag` holds tags that must all be there,
    `since` and `until` are days on which an entity was saved last, the ends included.
    """

    q: str = ""
    kind: str = ""
    tag: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    archived: str = "no"
    sort: str = "created"

    @classmethod
    def from_state(cls, state: Mapping[Any, Any]) -> Wanted:
        """Read the widgets' values; strange ones give the default."""
        since, until = (_day(state.get(key(part))) for part in ("since", "until"))
        return cls(
            q=str(state.get(key("q")) or "").strip()[:MAX_SEARCH],
            kind=_one_of(KINDS, state.get(key("kind")), ""),
            tag=tuple(str(tag) for tag in state.get(key("tag")) or ()),
            since=since,
            until=until,
            archived=_one_of(ARCHIVED, state.get(key("archived")), "no"),
            sort=_one_of(SORTS, state.get(key("sort")), "created"),
        )

    @classmethod
    def from_query(cls, query: Mapping[str, Sequence[str]]) -> Wanted:
        """Read an address's parameters; unknown names are passed over."""
        first = {key(part): next(iter(query.get(part, ())), None) for part in PARTS}
        tags = [tag for tag in dict.fromkeys(query.get("tag", ())) if tag]
        return cls.from_state(first | {key("tag"): tags})

    def to_query(self) -> dict[str, list[str]]:
        """Give the address's parameters, only those that are not as usual."""
        usual, query = Wanted(), {}
        for part in PARTS:
            value = getattr(self, part)
            if value != getattr(usual, part):
                query[part] = [str(one) for one in value] if part == "tag" else [str(value)]
        return query

    def to_state(self) -> dict[str, Any]:
        """Give the widgets' values."""
        made = {key(part): getattr(self, part) for part in PARTS}
        return made | {key("tag"): list(self.tag)}

    def search(self) -> dict[str, Any]:
        """Give the arguments of a search, without the page."""
        return {
            "text": self.q or None,
            "kind": self.kind or None,
            "tags": list(self.tag),
            "since": self.since.isoformat() if self.since else None,
            "until": self.until.isoformat() if self.until else None,
            "archived": self.archived,
            "sort": self.sort,
        }

    @property
    def narrows(self) -> bool:
        """Whether anything is left out that would be listed as usual."""
        return self.conditions() != []

    @property
    def hidden(self) -> int:
        """How many conditions stand behind the button for more filters."""
        return len(self.tag) + sum((bool(self.since), bool(self.until), self.archived != "no"))

    def conditions(self) -> list[str]:
        """Say each part that narrows, in the order of the page."""
        parts = [f"“{self.q}”"] if self.q else []
        parts += [KINDS[self.kind].lower()] if self.kind else []
        parts += [f"tagged {tag}" for tag in self.tag]
        parts += [f"saved since {self.since:%d %b %Y}"] if self.since else []
        parts += [f"saved until {self.until:%d %b %Y}"] if self.until else []
        return parts + ([ARCHIVED[self.archived].lower()] if self.archived == "only" else [])


def _one_of(known: Mapping[str, str], value: object, usual: str) -> str:
    return str(value) if value in known else usual


def _day(value: object) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
