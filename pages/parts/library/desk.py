"""
What the Library page keeps for the session, how it acts, and how the address follows it.

Every act goes through `act`, which leaves a message with a way back: each change to the
library answers with the id that undoes it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

import streamlit as st

from octave_api.contract.library import Saved
from octave_api.errors import ConflictError, NotFoundError, NotOfferedError, OctaveError
from pages.parts import state
from pages.parts.entities import Entity
from pages.parts.library.wanted import PARTS, Wanted

AREAS = {
    "entities": "Personas and segments",
    "with": "Offerings and voices",
    "import": "Import",
    "changes": "Recent changes",
}
VIEWS = {"read": "Read", "edit": "Edit", "versions": "Versions", "again": "Generate again"}
AREA, VIEW, PAGE = "library-area", "library-view", "library-page"
BEFORE, AFTER = "library-before", "library-after"
_OPEN, _TOLD, _SAID, _CHOSEN = "library-open", "library-told", "library-said", "library-picked"
_TOLD_BEFORE, _ACTED = "library-told-before", "library-acted"

Tone = Literal["done", "wrong"]


@dataclass(frozen=True, slots=True)
class Said:
    """What the last act came to; `undo` holds the ids of its changes, the first one first."""

    title: str
    sentences: tuple[str, ...] = ()
    tone: Tone = "done"
    undo: tuple[str, ...] = ()
    back: str = "Undo"


@dataclass(frozen=True, slots=True)
class Pick:
    """One of the chosen entities, as it was when it was chosen."""

    entity: Entity
    tags: tuple[str, ...] = field(default=())
    archived: bool = False


def say(
    title: str,
    *sentences: str,
    tone: Tone = "done",
    undo: Sequence[str] = (),
    back: str = "Undo",
) -> None:
    """Leave a message in place of the last one."""
    st.session_state[_SAID] = Said(title, sentences, tone, tuple(undo), back)
    st.session_state[_ACTED] = True


def said() -> Said | None:
    """Give the message of the last act, if it was not put away."""
    found: Said | None = st.session_state.get(_SAID)
    return found


def hush() -> None:
    """Put the message away."""
    st.session_state.pop(_SAID, None)


def act(title: str, sentence: str, *calls: Callable[[], Saved]) -> list[Saved]:
    """
    Make changes one after the other, and say what came of them.

    A call that fails ends it; what was changed until then is told and can be undone.
    """
    made: list[Saved] = []
    try:
        for call in calls:
            made.append(call())
    except OctaveError as error:
        some = f"{len(made)} of {len(calls)} were changed before." if made else ""
        sentences = [one for one in (reason(error), some) if one]
        say("It was not done", *sentences, tone="wrong", undo=[one.change_oid for one in made])
    else:
        say(title, sentence, undo=[one.change_oid for one in made])
    return made


def reason(error: OctaveError) -> str:
    """Say why something was not done."""
    if isinstance(error, NotOfferedError):
        return "The connection in use has no library that could be changed."
    if isinstance(error, NotFoundError):
        return "It is not in the library any more. Recent changes may bring it back."
    if isinstance(error, ConflictError):
        return "It was changed again since. Look at it as it is now, then decide."
    return error.message


def undo(change_oids: Sequence[str]) -> None:
    """Take changes back, the last one first; the undo can be undone."""
    made: list[str] = []
    try:
        for oid in reversed(change_oids):
            made.append(state.client().library.undo(oid).change_oid)
    except OctaveError as error:
        say("It was not undone", reason(error), tone="wrong", undo=made, back="Redo")
    else:
        again = "Redo brings it about again."
        say("Undone", again, undo=made, back="Redo")
    st.session_state[_CHOSEN] = {}


# What is open


def opened() -> str:
    """Give the oId of the entity that is open, empty for the list."""
    return str(st.session_state.get(_OPEN) or "")


def open_one(oid: str, view: str = "read") -> None:
    """Open an entity; for callbacks."""
    st.session_state[_OPEN] = oid
    st.session_state[AREA] = AREAS["entities"]
    turn_to(view)
    compare(None, None)


def close() -> None:
    """Go back to the list; for callbacks."""
    st.session_state[_OPEN] = ""


def turn_to(view: str) -> None:
    """Turn to a view of the open entity."""
    st.session_state[VIEW] = VIEWS[view]


def compare(before: int | None, after: int | None) -> None:
    """Choose two versions to compare."""
    st.session_state[BEFORE], st.session_state[AFTER] = before, after


def go_to(area: str) -> None:
    """Turn to an area of the page; for callbacks."""
    close()
    st.session_state[AREA] = AREAS[area]


def first_page() -> None:
    """Go back to the first page, because the list has changed; for callbacks."""
    st.session_state[PAGE] = 1


# What is chosen


def chosen() -> dict[str, Pick]:
    """Give what is chosen, by oId."""
    found: dict[str, Pick] = st.session_state.setdefault(_CHOSEN, {})
    return found


def choose(picks: Sequence[Pick], *, on: bool) -> None:
    """Choose entities, or no longer."""
    for one in picks:
        if on:
            chosen()[one.entity.oid] = one
        else:
            chosen().pop(one.entity.oid, None)


def choose_none() -> None:
    """Choose nothing any more; for callbacks."""
    st.session_state[_CHOSEN] = {}


# The address


def arrive() -> None:
    """
    Follow the address when it is not the one that this page wrote itself.

    An empty one changes nothing: that is how one comes back from another page. Nor does the one
    before the last with an act: its button was pressed before the browser had the new address.
    """
    names = (*PARTS, "page", "area", "oid", "view", "before", "after")
    query = {part: st.query_params.get_all(part) for part in names if part in st.query_params}
    fresh = _TOLD not in st.session_state
    late = st.session_state.pop(_ACTED, False) and query == st.session_state.get(_TOLD_BEFORE)
    if not fresh and (not query or late or query == st.session_state[_TOLD]):
        kept = Wanted.from_state(st.session_state).to_state()
        st.session_state.update({**kept, PAGE: _page(st.session_state.get(PAGE))})
        return
    first = {part: next(iter(values), "") for part, values in query.items()}
    st.session_state.update(Wanted.from_query(query).to_state())
    st.session_state[PAGE] = _page(first.get("page"))
    st.session_state[AREA] = AREAS.get(first.get("area", ""), AREAS["entities"])
    st.session_state[VIEW] = VIEWS.get(first.get("view", ""), VIEWS["read"])
    st.session_state[_OPEN] = first.get("oid", "")
    numbers = [first.get(part, "") for part in ("before", "after")]
    compare(*(int(one) if one.isdecimal() and len(one) < 9 else None for one in numbers))


def _page(value: object) -> int:
    text = str(value)
    return max(1, int(text)) if text.isdecimal() and len(text) < 7 else 1


def tell() -> None:
    """Write what is shown into the address."""
    area = _name_of(AREAS, AREA, "entities")
    if oid := opened():
        view = _name_of(VIEWS, VIEW, "read")
        query = {"oid": [oid]} | ({"view": [view]} if view != "read" else {})
        if view == "versions" and st.session_state.get(BEFORE):
            query |= {"before": [str(st.session_state[BEFORE])]}
            query |= {"after": [str(st.session_state[AFTER])]}
    elif area != "entities":
        query = {"area": [area]}
    else:
        query = Wanted.from_state(st.session_state).to_query()
        if (page := _page(st.session_state.get(PAGE))) > 1:
            query |= {"page": [str(page)]}
    if query != {key: st.query_params.get_all(key) for key in st.query_params}:
        st.query_params.from_dict(query)
    if query != (before := st.session_state.get(_TOLD)):
        st.session_state[_TOLD_BEFORE] = before
    st.session_state[_TOLD] = query
    st.session_state.pop(_ACTED, None)


def _name_of(names: dict[str, str], key: str, usual: str) -> str:
    by_label = {label: name for name, label in names.items()}
    return by_label.get(str(st.session_state.get(key)), usual)
