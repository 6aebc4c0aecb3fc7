"""
The desk of this session: kept over reruns and page switches, told to the address.

The address holds the area, the entities and the answers, or the kept prospect's id, so
that a reload or a link brings them back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import streamlit as st

from octave_api.engine.answering import answer
from octave_api.errors import NotFoundError, NotOfferedError, OctaveError
from octave_api.scoring.prospects import MAX_NAME, Prospect
from pages.parts import state
from pages.parts.qualify.desk import Desk, from_kept, from_letters, to_keep, to_letters
from pages.parts.qualify.pool import Pool

Tone = Literal["done", "note", "wrong"]

AREAS = {
    "answer": "Answer",
    "prospects": "Prospects",
    "check": "Check the questions",
    "tune": "Tune",
}
"""The areas of the page, by their key in the address and the name of their tab."""
AREA, CHOSEN, NAME, NOTES = "qualify-area", "qualify-chosen", "qualify-name", "qualify-notes"
PARTS = ("area", "entity", "answers", "prospect", "shown", "name")
_DESK, _TOLD, _SAID = "qualify-desk", "qualify-told", "qualify-said"


def desk() -> Desk:
    """Give the desk of this session."""
    found: Desk = st.session_state.setdefault(_DESK, Desk())
    return found


def put(now: Desk) -> None:
    """Put another desk in its place."""
    st.session_state[_DESK] = now


@dataclass(frozen=True, slots=True)
class Message:
    """What the last act came to: done, worth knowing, or wrong."""

    title: str
    sentences: tuple[str, ...]
    tone: Tone


def say(tone: Tone, title: str, *sentences: str) -> None:
    """Leave a message for the next drawing of the page."""
    st.session_state.setdefault(_SAID, []).append(Message(title, sentences, tone))


def said() -> list[Message]:
    """Take the messages that were left."""
    found: list[Message] = st.session_state.pop(_SAID, [])
    return found


def to_widgets(now: Desk) -> None:
    """Put a desk into the widgets for its name, notes and entities."""
    st.session_state[CHOSEN] = list(now.chosen)
    st.session_state[NAME] = now.name
    st.session_state[NOTES] = now.notes


def arrive(found: Pool) -> None:
    """
    Follow the address when it is not the one that this page wrote itself.

    An empty one changes nothing: that is how one comes back from another page.
    """
    query = {part: st.query_params.get_all(part) for part in PARTS if part in st.query_params}
    fresh = _DESK not in st.session_state
    if query and query != st.session_state.get(_TOLD):
        area = next(iter(query.get("area", [])), "answer")
        st.session_state[AREA] = AREAS.get(area, AREAS["answer"])
        put(_linked(found, query))
        to_widgets(desk())
        return
    now = desk()
    # What was chosen may be gone from the library since.
    here = [name for name in now.chosen if name in found.entities]
    now = now.choose(here or (found.offered[:1] if fresh or now.chosen else ()))
    put(now)
    if fresh or CHOSEN not in st.session_state or st.session_state[CHOSEN] != list(now.chosen):
        to_widgets(now)
    st.session_state.setdefault(AREA, AREAS["answer"])


def _linked(found: Pool, query: dict[str, list[str]]) -> Desk:
    """Read the desk that an address tells of, which anybody may have written."""
    now = Desk()
    oid = next(iter(query.get("prospect", [])), "")
    if oid:
        now = _fetched(oid, found) or now
    chosen = [name for name in dict.fromkeys(query.get("entity", [])) if name in found.entities]
    if len(chosen) < len(set(query.get("entity", []))):
        say(
            "note", "Some of it is gone", "The address names a persona or segment that is not here."
        )
    said = dict(now.said)
    letters = query.get("answers", [])
    for name, one in zip(query.get("entity", []), letters, strict=False):
        if name in found.entities:
            said[name] = from_letters(one, len(found.sets[name]))
    name = next(iter(query.get("name", [])), now.name).strip()[:MAX_NAME]
    now = replace(now, said=said, name=name, changed=bool(letters or query.get("name")))
    now = now.choose(chosen or now.chosen or found.offered[:1])
    return now.show(next(iter(query.get("shown", [])), now.shown))


def _fetched(oid: str, found: Pool) -> Desk | None:
    try:
        prospect = state.client().prospect(oid)
    except NotOfferedError as error:
        say("wrong", "The prospect cannot be read", error.message)
    except NotFoundError:
        say("wrong", "No such prospect", "The address names a prospect that is not kept here.")
    except OctaveError as error:
        say("wrong", "The prospect cannot be read", error.message)
    else:
        return opened(prospect, found)
    return None


def opened(prospect: Prospect, found: Pool) -> Desk:
    """Give the desk of a kept prospect; says which answers have no question any more."""
    now, lost = from_kept(prospect, found.sets)
    if lost:
        noun = "answer belongs" if lost == 1 else "answers belong"
        say(
            "note",
            "Not all of it is here",
            f"{lost} {noun} to questions that are no longer there. Saving drops what is missing.",
        )
    return now


def tell() -> None:
    """Write the desk and the area into the address."""
    now = desk()
    names = {label: area for area, label in AREAS.items()}
    area = names.get(str(st.session_state.get(AREA)), "answer")
    query: dict[str, list[str]] = {} if area == "answer" else {"area": [area]}
    if now.oid:
        query["prospect"] = [now.oid]
    if now.chosen and (now.changed or not now.oid):
        query["entity"] = list(now.chosen)
    if now.chosen and now.changed and any(now.said.values()):
        query["answers"] = [
            to_letters(now.said.get(name, {}), _count(now, name)) or "-" for name in now.chosen
        ]
    if now.changed and now.name:
        query["name"] = [now.name]
    if len(now.chosen) > 1 and now.shown != now.chosen[0]:
        query["shown"] = [now.shown]
    if query != {key: st.query_params.get_all(key) for key in st.query_params}:
        st.query_params.from_dict(query)
    st.session_state[_TOLD] = query


def _count(now: Desk, name: str) -> int:
    return max(now.said.get(name, {}), default=-1) + 1


def take_chosen() -> None:
    """Hold the prospect against what the list of entities says."""
    now = desk()
    after = now.choose(st.session_state[CHOSEN])
    # A kept one is kept with what it is held against.
    put(replace(after, changed=now.changed or bool(now.oid)))


def take_name() -> None:
    """Call the prospect what the field says."""
    now = desk()
    name = str(st.session_state[NAME] or "").strip()[:MAX_NAME]
    put(replace(now, name=name, changed=now.changed or name != now.name))


def begin(found: Pool) -> None:
    """Begin with a new prospect, against the same entities."""
    put(Desk().choose(desk().chosen or found.offered[:1]))
    to_widgets(desk())


def save(found: Pool) -> None:
    """Keep the prospect, and say what came of it."""
    take_name()
    now = desk()
    if not now.name:
        say("wrong", "It has no name yet", "Type what to call the prospect, then save it.")
        return
    try:
        kept = state.client().save_prospect(
            now.name,
            to_keep(now, found.sets, found.names),
            notes=now.notes if (typed := st.session_state.get(NOTES)) is None else str(typed),
            oid=now.oid or None,
        )
    except NotOfferedError as error:
        say("wrong", "It cannot be kept here", error.message)
    except NotFoundError:
        put(replace(now, oid=""))
        say("wrong", "It was deleted meanwhile", "Press Save again to keep it as a new one.")
    except OctaveError as error:
        say("wrong", "It was not saved", error.message, "Nothing that you answered is lost.")
    else:
        put(now.kept(kept))
        say("done", "Saved", f"“{kept.name}” is kept. The address of this page leads back to it.")


def forget(oid: str) -> None:
    """Leave what is on the desk there, but no longer as the prospect that was deleted."""
    if desk().oid == oid:
        put(replace(desk(), oid="", changed=True))


def propose(found: Pool) -> None:
    """Take the answers that the notes suggest, for every entity that could be chosen."""
    notes = str(st.session_state.get(NOTES) or "")
    now = desk()
    if not notes.strip():
        put(now.propose("", {}))
        say("wrong", "There is nothing to read", "Paste notes, a biography or a page first.")
        return
    sets = found.sets
    proposed = {}
    for name in dict.fromkeys([*now.chosen, *found.offered[:MOST_READ]]):
        active = [(at, q.question) for at, q in enumerate(sets[name]) if q.archived_at is None]
        proposals = answer([question for _, question in active], notes)
        proposed[name] = {at: one for (at, _), one in zip(active, proposals, strict=True)}
    put(now.propose(notes, proposed))


MOST_READ = 40
"""So many entities beyond those chosen are held against the notes too."""
