"""
One filter over questions, and its round trip to the address bar. Pure.

`from_state` reads the page's widgets, `to_query` gives the same thing as a link,
`from_query` reads a link that anybody may have written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from pages.parts.questions import Row

KEYS = ("q", "fit", "weight", "kind", "entity")
"""The names in the address bar, which are the widgets' keys too."""

MAX_SEARCH = 200


@dataclass(frozen=True, slots=True)
class QuestionFilter:
    """
    Which questions to show; an empty part does not narrow.

    `q` is what was typed in the search box; all its words must occur.
    """

    q: str = ""
    fit: tuple[str, ...] = ()
    weight: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    entity: tuple[str, ...] = ()

    @classmethod
    def from_state(cls, state: Mapping[Any, Any]) -> QuestionFilter:
        """Read the widgets' values; missing ones and None do not narrow."""
        return cls(
            q=str(state.get("q") or "").strip(),
            **{key: _strings(state.get(key)) for key in KEYS if key != "q"},
        )

    @classmethod
    def from_query(cls, query: Mapping[str, Sequence[str]]) -> QuestionFilter:
        """Read an address's parameters, all values of each; unknown names are passed over."""
        return cls(
            q=next(iter(query.get("q", ())), "").strip()[:MAX_SEARCH],
            **{key: tuple(dict.fromkeys(query.get(key, ()))) for key in KEYS if key != "q"},
        )

    def within(self, options: Mapping[str, Iterable[str]]) -> QuestionFilter:
        """Give the filter without values that cannot be chosen here, which a link may hold."""
        kept = {key: set(values) for key, values in options.items()}
        changes: dict[str, Any] = {
            key: tuple(value for value in getattr(self, key) if value in known)
            for key, known in kept.items()
        }
        return replace(self, **changes)

    def to_query(self) -> dict[str, list[str]]:
        """Give the address's parameters, only those that narrow."""
        query = {"q": [self.q]} if self.q else {}
        lists = {key: list(getattr(self, key)) for key in KEYS if key != "q"}
        return query | {key: values for key, values in lists.items() if values}

    def to_state(self) -> dict[str, str | list[str]]:
        """Give the widgets' values, those that do not narrow too."""
        return {"q": self.q} | {key: list(getattr(self, key)) for key in KEYS if key != "q"}

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return any(getattr(self, field.name) for field in fields(self))

    def without_marks(self) -> QuestionFilter:
        """Give the filter without fit and weight: what the chart counts, its own bars included."""
        return replace(self, fit=(), weight=())

    def matches(self, row: Row) -> bool:
        """Tell whether a question is to be shown."""
        if self.fit and row.fit not in self.fit:
            return False
        if self.weight and row.weight not in self.weight:
            return False
        if self.kind and row.kind not in self.kind:
            return False
        if self.entity and row.entity_oid not in self.entity:
            return False
        if not self.q:
            return True
        text = f"{row.question.question}\n{row.question.rationale}\n{row.entity_name}".casefold()
        return all(word in text for word in self.q.casefold().split())

    def apply(self, rows: Iterable[Row]) -> list[Row]:
        """Give the questions to be shown, in their order."""
        return [row for row in rows if self.matches(row)]

    def toggle(self, fit: str, weight: str) -> QuestionFilter:
        """Give the filter after a bar was clicked; a click on the active bar releases it."""
        if self.fit == (fit,) and self.weight == (weight,):
            return replace(self, fit=(), weight=())
        return replace(self, fit=(fit,), weight=(weight,))

    def sentence(self, shown: int, total: int) -> str:
        """Say what is shown: "12 of 40 questions"."""
        noun = "question" if total == 1 else "questions"
        return f"{shown:,} of {total:,} {noun}" if self.narrows else f"{total:,} {noun}"


def _strings(value: object) -> tuple[str, ...]:
    if value is None or value == "":
        return ()
    if isinstance(value, str):
        return (value,)
    return tuple(str(part) for part in value) if isinstance(value, Sequence) else ()
