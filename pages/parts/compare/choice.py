"""
What is compared: held in the widgets, told to the address, read from it again.

The address holds the sides as `a`, `b` and `c`, the view, and whether typical claims are
hidden. What it names and is not here is left out, and that is said.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from pages.parts import questions as qs
from pages.parts.entities import kind_of
from pages.parts.qualify.pool import Pool

SLOTS = ("a", "b", "c")
SIDES, MATRIX = "sides", "matrix"
VIEWS = {SIDES: "Side by side", MATRIX: "Persona by segment"}
_PARTS = (*SLOTS, "view", "typical")
_VIEW, _HIDE, _TOLD = "compare-view", "compare-hide", "compare-told"


@dataclass(frozen=True, slots=True)
class Choice:
    """The names of what is compared, at most three, and how it is looked at."""

    names: tuple[str, ...]
    view: str
    hide_typical: bool

    def to_query(self) -> dict[str, list[str]]:
        """Write it as the parts of an address; what goes without saying is left out."""
        query = {slot: [name] for slot, name in zip(SLOTS, self.names, strict=False)}
        if self.view != SIDES:
            query["view"] = [self.view]
        if self.hide_typical:
            query["typical"] = ["hide"]
        return query


def _key(slot: str) -> str:
    return f"compare-{slot}"


def first_choice(found: Pool) -> tuple[str, ...]:
    """Choose the two newest of one kind, or whatever two there are."""
    for kind in ("persona", "segment"):
        own = [name for name in found.offered if kind_of(found.entities[name]) == kind]
        if len(own) > 1:
            return tuple(own[:2])
    return tuple(found.offered[:2])


def arrive(found: Pool) -> bool:
    """
    Follow the address when it is not the one that this page wrote itself.

    Gives whether it names something that is not here. An empty address changes nothing:
    that is how one comes back from another page.
    """
    query = {part: st.query_params[part] for part in _PARTS if part in st.query_params}
    fresh = _TOLD not in st.session_state
    if query and query != st.session_state.get(_TOLD):
        named = [query[slot] for slot in SLOTS if slot in query]
        here = tuple(name for name in named if name in found.entities)
        view = query.get("view", SIDES)
        st.session_state[_VIEW] = VIEWS.get(view, VIEWS[SIDES])
        st.session_state[_HIDE] = query.get("typical") == "hide"
        _put(here if named else first_choice(found))
        return len(here) < len(named)
    st.session_state.setdefault(_VIEW, VIEWS[SIDES])
    # What was chosen may be gone from the library since.
    here = tuple(name for name in choice().names if name in found.entities)
    _put(first_choice(found) if fresh else here)
    return False


def _put(names: tuple[str, ...]) -> None:
    for slot, name in zip(SLOTS, (*names, None, None, None), strict=False):
        st.session_state[_key(slot)] = name


def choice() -> Choice:
    """Give what the widgets say."""
    names = tuple(name for slot in SLOTS if (name := st.session_state.get(_key(slot))) is not None)
    views = {label: view for view, label in VIEWS.items()}
    view = views.get(str(st.session_state.get(_VIEW)), SIDES)
    return Choice(names, view, bool(st.session_state.get(_HIDE)))


def tell(now: Choice) -> None:
    """Write the choice into the address."""
    query = now.to_query()
    if query != {key: st.query_params.get_all(key) for key in st.query_params}:
        st.query_params.from_dict(query)
    st.session_state[_TOLD] = {part: values[0] for part, values in query.items()}


def view_widgets() -> None:
    """Draw the choice of the view, and the switch for typical claims."""
    st.segmented_control(
        "View",
        list(VIEWS.values()),
        key=_VIEW,
        required=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    st.toggle(
        "Hide what is typical",
        key=_HIDE,
        help="Show only what a source says, what follows from it, and what a person wrote.",
        persist_state="session",
    )


def side_widgets(found: Pool) -> None:
    """Draw the three lists to choose from; the third may stay empty."""
    for column, slot in zip(st.columns(3), SLOTS, strict=True):
        with column:
            st.selectbox(
                f"{slot.upper()} (optional)" if slot == "c" else slot.upper(),
                [*dict.fromkeys([*found.offered, *choice().names])],
                format_func=lambda name: _named(found, name),
                index=None,
                key=_key(slot),
                placeholder="A third to compare" if slot == "c" else "Choose a persona or segment",
                persist_state="session",
            )


def _named(found: Pool, name: str) -> str:
    return f"{qs.short(found.names[name])} · {kind_of(found.entities[name])}"
