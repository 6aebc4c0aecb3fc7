"""
One filter over questions and one view of them, and their round trip to the address bar. Pure.

`from_state` reads the page's widgets, `to_query` gives the same thing as a link,
`from_query` reads a link that anybody may have written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from pages.parts import evidence as ev
from pages.parts.questions import GROUPS, SORTS, Row, weight_word

LISTS = ("fit", "weight", "kind", "entity", "origin", "field", "letter", "shared")
HIDE = "hide_typical"
KEYS = ("q", *LISTS, HIDE)
"""The names in the address bar, which are the widgets' keys too."""

MAX_SEARCH = 200


@dataclass(frozen=True, slots=True)
class QuestionFilter:
    """
    Which questions to show; an empty part does not narrow.

    `q` is what was typed in the search box; all its words must occur. `entity`
    holds oIds, `shared` pairs of entities (`overlap.pair_key`) that both ask
    the question, `field` fields on whose sentences it rests, `letter` letters
    of sales frameworks by their full names.
    """

    q: str = ""
    fit: tuple[str, ...] = ()
    weight: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    entity: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    field: tuple[str, ...] = ()
    letter: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    hide_typical: bool = False

    @classmethod
    def from_state(cls, state: Mapping[Any, Any]) -> QuestionFilter:
        """Read the widgets' values; missing ones and None do not narrow."""
        return cls(
            q=str(state.get("q") or "").strip(),
            hide_typical=bool(state.get(HIDE)),
            **{key: _strings(state.get(key)) for key in LISTS},
        )

    @classmethod
    def from_query(cls, query: Mapping[str, Sequence[str]]) -> QuestionFilter:
        """Read an address's parameters, all values of each; unknown names are passed over."""
        return cls(
            q=next(iter(query.get("q", ())), "").strip()[:MAX_SEARCH],
            hide_typical="1" in query.get(HIDE, ()),
            **{key: tuple(dict.fromkeys(query.get(key, ()))) for key in LISTS},
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
        query |= {key: list(values) for key in LISTS if (values := getattr(self, key))}
        return query | ({HIDE: ["1"]} if self.hide_typical else {})

    def to_state(self) -> dict[str, str | bool | list[str]]:
        """Give the widgets' values, those that do not narrow too."""
        lists: dict[str, str | bool | list[str]] = {key: list(getattr(self, key)) for key in LISTS}
        return {"q": self.q} | lists | {HIDE: self.hide_typical}

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return any(asdict(self).values())

    def without(self, *parts: str) -> QuestionFilter:
        """Give the filter without some parts: what a chart counts, its own marks included."""
        changes: dict[str, Any] = dict.fromkeys(parts, ())
        return replace(self, **changes)

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
        if self.origin and row.origin not in self.origin:
            return False
        if self.field and row.fields.isdisjoint(self.field):
            return False
        if self.letter and row.letter not in self.letter:
            return False
        if self.shared and row.pairs.isdisjoint(self.shared):
            return False
        if self.hide_typical and row.origin == "TYPICAL":
            return False
        return not self.q or self._found_in(row)

    def _found_in(self, row: Row) -> bool:
        text = f"{row.question.question}\n{row.question.rationale}\n{row.entity_name}".casefold()
        return all(word in text for word in self.q.casefold().split())

    def apply(self, rows: Iterable[Row]) -> list[Row]:
        """Give the questions to be shown, in their order."""
        return [row for row in rows if self.matches(row)]

    def toggle(self, **picked: str) -> QuestionFilter:
        """Give the filter after a mark was clicked; a click on the active mark releases it."""
        # An empty value stands for a part that the mark says nothing of.
        wanted: dict[str, Any] = {part: (value,) * bool(value) for part, value in picked.items()}
        if all(getattr(self, part) == value for part, value in wanted.items()):
            return self.without(*wanted)
        return replace(self, **wanted)

    def sentence(self, shown: int, total: int) -> str:
        """Say what is shown: "12 of 40 questions"."""
        noun = "question" if total == 1 else "questions"
        return f"{shown:,} of {total:,} {noun}" if self.narrows else f"{total:,} {noun}"

    def conditions(self, names: Mapping[str, str]) -> list[str]:
        """Say each part that narrows, in the order of the page; `names` are those of values."""
        parts = [f"“{self.q}”"] if self.q else []
        parts += [" or ".join(names.get(oid, oid) for oid in self.entity)] if self.entity else []
        parts += [" or ".join(f"{kind}s" for kind in self.kind)] if self.kind else []
        parts += [" or ".join(self.fit)] if self.fit else []
        parts += [" or ".join(weight_word(weight) for weight in self.weight)] if self.weight else []
        words = [ev.origin_mark(origin).word for origin in self.origin]
        parts += [" or ".join(words)] if words else []
        fields = " or ".join(field.lower() for field in self.field)
        parts += [f"from the sentences behind {fields}"] if fields else []
        parts += ["asked by " + " or ".join(names.get(pair, pair) for pair in self.shared)] * bool(
            self.shared
        )
        parts += [" or ".join(self.letter)] if self.letter else []
        return parts + (["typical ones hidden"] if self.hide_typical else [])


CHARTS: dict[str, str] = {
    "balance": "Balance",
    "origins": "Origins",
    "overlap": "Overlap",
    "coverage": "Coverage",
}
"""The charts to turn to, by their key and the name of their tab."""


@dataclass(frozen=True, slots=True)
class View:
    """How questions are shown: which chart, how grouped, how sorted. Clearing leaves it."""

    chart: str = "balance"
    group: str = "entity"
    sort: str = "weight"

    @classmethod
    def from_state(cls, state: Mapping[Any, Any]) -> View:
        """Read the widgets' values; strange ones give the default."""
        by_name = {name: key for key, name in CHARTS.items()}
        return cls._of(by_name.get(str(state.get("chart"))), state.get("group"), state.get("sort"))

    @classmethod
    def from_query(cls, query: Mapping[str, Sequence[str]]) -> View:
        """Read an address's parameters; strange values give the default."""
        return cls._of(*(next(iter(query.get(key, ())), None) for key in VIEW_KEYS))

    @classmethod
    def _of(cls, chart: str | None, group: str | None, sort: str | None) -> View:
        usual = cls()
        return cls(
            chart if chart in CHARTS else usual.chart,
            group if group in GROUPS else usual.group,
            sort if sort in SORTS else usual.sort,
        )

    def to_query(self) -> dict[str, list[str]]:
        """Give the address's parameters, only those that are not as usual."""
        usual = View()
        return {
            key: [getattr(self, key)]
            for key in VIEW_KEYS
            if getattr(self, key) != getattr(usual, key)
        }

    def to_state(self) -> dict[str, str]:
        """Give the widgets' values."""
        return {"chart": CHARTS[self.chart], "group": self.group, "sort": self.sort}


VIEW_KEYS = ("chart", "group", "sort")


def _strings(value: object) -> tuple[str, ...]:
    if value is None or value == "":
        return ()
    if isinstance(value, str):
        return (value,)
    return tuple(str(part) for part in value) if isinstance(value, Sequence) else ()
