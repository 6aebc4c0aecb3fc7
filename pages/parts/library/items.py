"""Offerings, brand voices, playbooks, resources and the company: listed, made, changed, deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import streamlit as st

from octave_api.errors import OctaveError
from pages.parts import cards, state
from pages.parts.library import desk as desk
from pages.parts.library import item_forms as forms
from pages.parts.library import words as words
from pages.parts.library.item_forms import FORMS, Field, Form, ItemKind

SIZE = 20
"""Items on a page."""
OFFERED = 100
"""So many offerings are offered to a playbook."""
NEW = "new"
COMPANY = "company"
KIND, OPEN, _PAGE = "library-item-kind", "library-item", "library-item-page"
_TURN = "library-item-turn"
_RECENT = 10
_COLLECTIONS = {
    "product": "products",
    "brand_voice": "brand_voices",
    "playbook": "playbooks",
    "resource": "resources",
}
_TITLES = {kind: form.title for kind, form in FORMS.items()} | {COMPANY: "Your company"}


def area() -> None:
    """Draw the chosen kind: its list, or the form of the one that is open."""
    st.segmented_control(
        "What you generate with",
        list(_TITLES),
        format_func=lambda kind: _TITLES[kind],
        default="product",
        required=True,
        key=KIND,
        on_change=_open,
        args=("",),
        label_visibility="collapsed",
        persist_state="session",
    )
    kind = str(st.session_state.get(KIND) or "product")
    try:
        if kind == COMPANY:
            _company()
        elif oid := str(st.session_state.get(OPEN) or ""):
            _form(cast(ItemKind, kind), oid)
        else:
            _list(cast(ItemKind, kind))
    except OctaveError as error:
        cards.problem(desk.reason(error), title="It cannot be read")


def _open(oid: str) -> None:
    st.session_state[OPEN] = oid
    st.session_state[_TURN] = int(st.session_state.get(_TURN, 0)) + 1


def _of(kind: ItemKind) -> Any:
    return getattr(state.client(), _COLLECTIONS[kind])


def _list(kind: ItemKind) -> None:
    form = FORMS[kind]
    page = int(st.session_state.get(f"{_PAGE}-{kind}") or 1)
    found = _of(kind).list(limit=SIZE, offset=SIZE * (page - 1))
    with st.container(horizontal=True, vertical_alignment="center", key="library-item-head"):
        st.caption(form.about)
        st.button(
            f"New {form.noun}",
            key="item-new",
            icon=":material/add:",
            on_click=_open,
            args=(NEW,),
        )
    if not found.total:
        cards.html(
            f'<div class="ox ox-empty"><h2>No {form.noun} yet</h2><p class="ox-soft">Make one '
            "here, or through the API.</p></div>"
        )
        return
    with st.container(key="library-rows"):
        for one in found.data:
            _row(one)
    if found.total > SIZE:
        st.pagination(-(-found.total // SIZE), key=f"{_PAGE}-{kind}")


def _row(one: Any) -> None:
    place = one.oid.replace("_", "-")
    name = str(getattr(one, "name", "") or getattr(one, "title", "") or one.oid)
    about = str(getattr(one, "description", "") or getattr(one, "url", "") or "")
    kind = str(getattr(one, "type", "") or "").capitalize()
    saved = words.moment(one.updated_at or "")
    with st.container(key=f"row-{place}", gap=None):
        st.button(
            cards.label(name, limit=160),
            key=f"open-{place}",
            type="tertiary",
            on_click=_open,
            args=(one.oid,),
        )
        said = f'<div class="ox-about">{cards.bdi(about)}</div>' if about else ""
        mark = cards.badge(kind) if kind else ""
        cards.html(
            f'<div class="ox ox-row">{said}<div class="ox-meta">{mark}'
            f"<span>{cards.escape(saved)}</span></div></div>"
        )


def _form(kind: ItemKind, oid: str) -> None:
    form, new = FORMS[kind], oid == NEW
    st.button(
        f"All {form.title.lower()}",
        key="item-back",
        type="tertiary",
        icon=":material/arrow_back:",
        on_click=_open,
        args=("",),
    )
    body: dict[str, Any] = {} if new else _of(kind).get(oid).to_dict()
    name = str(body.get("name") or body.get("title") or f"New {form.noun}")
    cards.html(f'<div class="ox"><h2 class="ox-named">{cards.bdi(name)}</h2></div>')
    turn = f"{st.session_state.get(_TURN, 0)}-{body.get('updatedAt', '')}"
    st.caption("Lists have one item a line.")
    left, right = st.columns(2, gap="large")
    drawn = forms.shown(form, new=new)
    half = (len(drawn) + 1) // 2
    for column, part in ((left, drawn[:half]), (right, drawn[half:])):
        with column:
            for field in part:
                _field(field, body, f"item-{turn}-{field.key}")
    with st.container(horizontal=True, key="item-bar"):
        st.button(
            "Save",
            key="item-save",
            type="primary",
            icon=":material/check:",
            on_click=_save,
            args=(kind, body, turn),
        )
        if not new:
            st.button(
                "Delete",
                key="item-delete",
                icon=":material/delete:",
                on_click=_delete,
                args=(kind, oid, name),
            )


def _field(field: Field, body: dict[str, Any], key: str) -> None:
    text = forms.text_of(field, body)
    usual: dict[str, Any] = {"key": key, "on_change": "ignore", "persist_state": "session"}
    if field.shape == "offering":
        offered = {one.oid: one.name for one in state.client().products.list(limit=OFFERED).data}
        known = [*offered, *([text] if text and text not in offered else [])]
        st.selectbox(
            field.title,
            known,
            known.index(text) if text in known else (0 if known else None),
            format_func=lambda oid: cards.label(offered.get(oid, oid)),
            placeholder="Make an offering first",
            **usual,
        )
    elif field.shape == "choice":
        known = [*field.choices, *([text] if text not in field.choices else [])]
        st.selectbox(field.title, known, known.index(text), format_func=str.capitalize, **usual)
    elif field.shape == "line":
        st.text_input(field.title, text, placeholder=field.hint, **usual)
    else:
        rows = sum(1 + len(line) // 60 for line in text.splitlines() or [""])
        height = min(360, max(96, 40 + 26 * rows))
        st.text_area(field.title, text, height=height, placeholder=field.hint, **usual)


def _typed(form: Form, body: dict[str, Any], turn: str) -> dict[str, str]:
    return {
        field.key: str(
            st.session_state.get(f"item-{turn}-{field.key}", forms.text_of(field, body)) or ""
        )
        for field in forms.shown(form, new=not body)
    }


def _save(kind: ItemKind, body: dict[str, Any], turn: str) -> None:
    form = FORMS[kind]
    typed = _typed(form, body, turn)
    if why := forms.wrong(form, typed, new=not body):
        desk.say("It was not saved", why, "What you typed is kept.", tone="wrong")
        return
    changed = forms.changes(form, body, typed)
    if body and not changed:
        desk.say("Nothing was changed", "The form is as the library has it.")
        return
    calls = _of(kind)
    if not body:
        _act("Saved", kind, lambda: calls.create(**changed))
    else:
        _act("Saved", kind, lambda: calls.update(str(body["oId"]), **changed))


def _delete(kind: ItemKind, oid: str, name: str) -> None:
    if _act("Deleted", kind, lambda: _of(kind).delete(oid)):
        _open("")


def _act(title: str, kind: ItemKind, call: Callable[[], Any]) -> bool:
    """Make a change and say what came of it, with the way back."""
    try:
        made = call()
        name = str(getattr(made, "name", "") or getattr(made, "title", ""))
        recent = state.client().library.changes(limit=_RECENT).data
    except OctaveError as error:
        desk.say("It was not done", desk.reason(error), "What you typed is kept.", tone="wrong")
        return False
    undo = next((one.oid for one in recent if made.oid in one.entities), None)
    desk.say(title, f"The {FORMS[kind].noun} “{name}”.", undo=[undo] if undo else [])
    _open(made.oid)
    return True


def _company() -> None:
    found = state.client().library.workspace()
    st.caption(
        "Who you are and what you sell. Where a request names no offering, this is the context of "
        "the fields that say why."
    )
    usual: dict[str, Any] = {"on_change": "ignore", "persist_state": "session"}
    st.text_input("Company", found.company, key="company-name", **usual)
    st.text_area("What it sells", found.text, key="company-text", height=220, **usual)
    st.button(
        "Save", key="company-save", type="primary", icon=":material/check:", on_click=_set_company
    )


def _set_company() -> None:
    name, text = (str(st.session_state.get(f"company-{one}") or "") for one in ("name", "text"))
    try:
        state.client().library.set_workspace(name.strip(), text.strip())
    except OctaveError as error:
        desk.say("It was not saved", desk.reason(error), "What you typed is kept.", tone="wrong")
    else:
        desk.say("Saved", "It is the context of what is generated from now on.")
