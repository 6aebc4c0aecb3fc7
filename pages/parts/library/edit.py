"""
Editing an entity by hand: every field and question in its place, one Save.

What is typed is kept with the version that it was typed over, also when somebody saves
another one in between.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from octave_api.contract.library import VersionResponse
from octave_api.errors import ConflictError, OctaveError
from pages.parts import cards, paging, state
from pages.parts import questions as qs
from pages.parts.entities import Entity
from pages.parts.library import desk as desk
from pages.parts.library import forms as library_forms
from pages.parts.library import words as words
from pages.parts.library.forms import FITS, WEIGHS, Asked

SIZE = 20
"""Questions on a page of the form."""
_EDITING, _TURN = "library-editing", "library-turn"


@dataclass(frozen=True, slots=True)
class Editing:
    """
    A form that somebody fills in.

    `base` is the entity as it was when the form was opened, `version` its number; `turn`
    tells the form's widgets from those of another one; `added` counts new questions.
    """

    base: Entity
    version: int
    turn: int
    added: int = 0

    def key(self, part: str) -> str:
        return f"edit-{self.turn}-{part}"

    def typed(self) -> dict[str, str]:
        """Give the fields as they are in the widgets."""
        return {
            field.key: str(st.session_state.get(self.key(field.key), field.text) or "")
            for field in library_forms.fields(self.base)
        }

    def slots(self) -> list[Asked]:
        """Give the questions that the form was opened with, and the new ones."""
        return [*library_forms.questions(self.base), *([Asked()] * self.added)]

    def asked(self) -> list[Asked]:
        """Give the questions as they are in the widgets, without those that are to go."""
        return [
            Asked(
                str(self._said(at, "question", one.question)),
                str(self._said(at, "rationale", one.rationale)),
                str(self._said(at, "fit", one.fit)),
                str(self._said(at, "weight", one.weight)),
                one.archived_at,
            )
            for at, one in enumerate(self.slots())
            if not self._said(at, "gone", False)
        ]

    def _said(self, at: int, part: str, usual: object) -> object:
        found = st.session_state.get(self.key(f"{at}-{part}"), usual)
        return usual if found is None else found

    def changes(self) -> dict[str, object]:
        """Give what Save would send."""
        return library_forms.changes(self.base, self.typed(), self.asked())


def _forms() -> dict[str, Editing]:
    found: dict[str, Editing] = st.session_state.setdefault(_EDITING, {})
    return found


def _begin(found: VersionResponse) -> Editing:
    turn = int(st.session_state.get(_TURN, 0)) + 1
    st.session_state[_TURN] = turn
    made = Editing(found.data, found.about.version, turn)
    _forms()[found.data.oid] = made
    return made


def drop(oid: str) -> None:
    """Forget what was typed; for callbacks."""
    _forms().pop(oid, None)


def area(found: VersionResponse) -> None:
    """Draw the form."""
    now = _forms().get(found.data.oid)
    if now is not None and now.version != found.about.version and not now.changes():
        now = None
    now = now or _begin(found)
    if now.version != found.about.version:
        _conflict(now, found)
    st.caption(
        "Lists have one item a line. What you write is marked as edited; it keeps its quote "
        "only while its words still stand there."
    )
    _fields(now)
    _questions(now)
    with st.container(horizontal=True, key="library-save-bar"):
        st.button(
            "Save",
            key="library-save",
            type="primary",
            icon=":material/check:",
            on_click=save,
            args=(now, now.version),
        )
        st.button("Discard", key="library-discard", on_click=drop, args=(now.base.oid,))


def _conflict(now: Editing, found: VersionResponse) -> None:
    about = found.about
    by = f"{about.author} saved" if about.author else "Somebody saved"
    cards.problem(
        f"{by} version {about.version} while you were editing version {now.version}. "
        "What you typed is kept. Saving over it changes only the fields that you changed.",
        title="It was changed in between",
    )
    with st.container(horizontal=True):
        st.button("See what changed", key="conflict-see", on_click=_see, args=(now, about.version))
        st.button(
            "Save mine over it", key="conflict-mine", on_click=save, args=(now, about.version)
        )
        st.button("Take theirs", key="conflict-theirs", on_click=drop, args=(now.base.oid,))


def _see(now: Editing, version: int) -> None:
    desk.turn_to("versions")
    desk.compare(now.version, version)


def save(now: Editing, based_on: int) -> None:
    """Save what was typed as a new version over this one; for callbacks."""
    if why := library_forms.wrong(now.base, now.typed()):
        desk.say("It was not saved", why, tone="wrong")
        return
    changed = now.changes()
    if not changed:
        desk.say("Nothing was changed", "The form is as the library has it.")
        return
    try:
        made = state.client().library.edit(now.base.oid, changed, based_on=based_on)
    except ConflictError:
        desk.say(
            "It was not saved",
            "Somebody saved another version in between. What you typed is kept.",
            tone="wrong",
        )
    except OctaveError as error:
        desk.say("It was not saved", desk.reason(error), "What you typed is kept.", tone="wrong")
    else:
        drop(now.base.oid)
        desk.say(
            "Saved", f"“{made.data.name}” is at version {made.version}.", undo=[made.change_oid]
        )
        desk.turn_to("read")


def _fields(now: Editing) -> None:
    left, right = st.columns(2, gap="large")
    found = library_forms.fields(now.base)
    # Long lists stand side by side, in about equal numbers.
    short = [field for field in found if field.shape != "list"]
    longer = [field for field in found if field.shape == "list"]
    for column, part in (
        (left, [*short, *longer[: (len(longer) - len(short)) // 2]]),
        (right, longer[max(0, (len(longer) - len(short)) // 2) :]),
    ):
        with column:
            for field in part:
                _field(now, field)


def _field(now: Editing, field: library_forms.Field) -> None:
    label = cards.label(field.title)
    if field.shape == "line":
        st.text_input(
            label,
            field.text,
            key=now.key(field.key),
            max_chars=max(library_forms.MAX_NAME, len(field.text)),
            on_change="ignore",
            persist_state="session",
        )
        return
    # About 60 characters are on a line.
    rows = sum(1 + len(line) // 60 for line in field.text.splitlines() or [""])
    st.text_area(
        label,
        field.text,
        key=now.key(field.key),
        height=min(320, max(80, 40 + 26 * rows)),
        on_change="ignore",
        persist_state="session",
    )


def _questions(now: Editing) -> None:
    slots = now.slots()
    counted = words.counted(len(slots), "qualifying question", "qualifying questions")
    st.header(counted, anchor=False)
    part, pages = paging.part_of(list(enumerate(slots)), now.key("page"), SIZE)
    for at, one in part:
        with st.container(border=True, key=f"edit-question-{at}", gap="xsmall"):
            _question(now, at, one)
    paging.turner(now.key("page"), pages)
    st.button(
        "Add a question",
        key="library-add-question",
        icon=":material/add:",
        on_click=_add,
        args=(now,),
    )


def _question(now: Editing, at: int, one: Asked) -> None:
    place = f"{at + 1}"
    st.text_area(
        f"Question {cards.label(place)}",
        one.question,
        key=now.key(f"{at}-question"),
        height=68,
        on_change="ignore",
        persist_state="session",
    )
    st.text_area(
        f"Why it is asked, {cards.label(place)}",
        one.rationale,
        key=now.key(f"{at}-rationale"),
        height=68,
        on_change="ignore",
        persist_state="session",
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for part, title, known, value in (
            ("fit", "Yes is", FITS, one.fit),
            ("weight", "Weight", WEIGHS, one.weight),
        ):
            options = library_forms.choices(known, value)
            st.selectbox(
                title,
                options,
                options.index(value),
                format_func=_weight if part == "weight" else str,
                key=now.key(f"{at}-{part}"),
                on_change="ignore",
                persist_state="session",
                width=170,
            )
        st.checkbox(
            "Remove",
            key=now.key(f"{at}-gone"),
            on_change="ignore",
            persist_state="session",
        )


def _weight(weight: str) -> str:
    return qs.weight_word(weight)


def _add(now: Editing) -> None:
    made = replace(now, added=now.added + 1)
    _forms()[now.base.oid] = made
    if (last := -(-len(made.slots()) // SIZE)) > 1:
        st.session_state[now.key("page")] = last
