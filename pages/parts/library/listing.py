"""The list of the library: what to look for, one page of what was found, and choosing of it."""

from __future__ import annotations

import streamlit as st

from octave_api.contract.library import About, EntitiesResponse
from octave_api.errors import OctaveError
from pages.parts import cards, question_cards, state
from pages.parts import evidence as ev
from pages.parts.entities import Entity, kind_of
from pages.parts.glance_card import share_bar
from pages.parts.library import chosen as library_chosen
from pages.parts.library import desk as desk
from pages.parts.library import words as words
from pages.parts.library.desk import Pick
from pages.parts.library.wanted import ARCHIVED, KINDS, MAX_SEARCH, SIZE, SORTS, Wanted, key

MOST_CHOSEN = 500
"""So many of what was found can be chosen at once."""


def find() -> EntitiesResponse:
    """
    Give the page of the list that is asked for, the last one where there is none so far.

    Raises:
        OctaveError: There is no library, or it cannot be read.
    """
    wanted = Wanted.from_state(st.session_state)
    page = int(st.session_state.get(desk.PAGE) or 1)
    calls = state.client().library
    found = calls.search(**wanted.search(), limit=SIZE, offset=SIZE * (page - 1))
    if not found.data and page > 1:
        page = max(1, -(-found.total // SIZE))
        st.session_state[desk.PAGE] = page
        found = calls.search(**wanted.search(), limit=SIZE, offset=SIZE * (page - 1))
    return found


def area(found: EntitiesResponse) -> None:
    """Draw the list."""
    wanted = Wanted.from_state(st.session_state)
    bare = not found.total and not wanted.narrows
    if bare and (wanted.archived == "any" or not _put_aside()):
        empty()
        return
    _filters(wanted)
    _heading(found, wanted)
    if not found.data:
        _nothing(wanted)
        return
    library_chosen.bar()
    with st.container(key="library-rows"):
        for entity, about in zip(found.data, found.about, strict=True):
            _row(entity, about)
    if found.total > SIZE:
        st.pagination(-(-found.total // SIZE), key=desk.PAGE)


def empty() -> None:
    """Draw that nothing is kept yet, and how to begin."""
    cards.html(
        '<div class="ox ox-empty"><h2>Your library is empty</h2>'
        '<ul class="ox-soft"><li>Everything that you generate is kept here, with its evidence'
        "</li><li>Every change is a version with its author and time, and can be undone</li>"
        "<li>JSON of this app or of Octave and tables of questions can be imported</li>"
        "</ul></div>"
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(
            "Generate", key="empty-generate", type="primary", icon=":material/auto_awesome:"
        ):
            st.switch_page("pages/generate.py")
        st.button(
            "Import",
            key="empty-import",
            icon=":material/upload_file:",
            on_click=desk.go_to,
            args=("import",),
        )


def _put_aside() -> int:
    """Count what is archived."""
    return state.client().library.search(archived="only", limit=1).total


def _filters(wanted: Wanted) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", key="library-filter"):
        st.text_input(
            "Search",
            key=key("q"),
            type="search",
            placeholder="Any words, in any field, question, tag or source title",
            max_chars=MAX_SEARCH,
            on_change=desk.first_page,
            persist_state="session",
            width=396,
        )
        st.segmented_control(
            "Kind",
            list(KINDS),
            format_func=KINDS.__getitem__,
            key=key("kind"),
            required=True,
            on_change=desk.first_page,
            persist_state="session",
        )
        with st.container(horizontal=True, vertical_alignment="bottom", width="content"):
            st.selectbox(
                "Sort",
                list(SORTS),
                format_func=SORTS.__getitem__,
                key=key("sort"),
                on_change=desk.first_page,
                persist_state="session",
                width=150,
            )
            title = f"Filters ({wanted.hidden})" if wanted.hidden else "Filters"
            with st.popover(title, icon=":material/tune:", key="library-more"):
                _more()


def _more() -> None:
    tags = [one.tag for one in state.client().library.tags()]
    tags += [tag for tag in st.session_state.get(key("tag")) or [] if tag not in tags]
    st.multiselect(
        "Tags",
        tags,
        key=key("tag"),
        placeholder="All of these" if tags else "No tags yet",
        on_change=desk.first_page,
        persist_state="session",
    )
    for part, title in (("since", "Saved since"), ("until", "Saved until")):
        st.date_input(
            title,
            value=None,
            key=key(part),
            on_change=desk.first_page,
            persist_state="session",
        )
    st.segmented_control(
        "Archive",
        list(ARCHIVED),
        format_func=ARCHIVED.__getitem__,
        key=key("archived"),
        required=True,
        on_change=desk.first_page,
        persist_state="session",
    )


def clear() -> None:
    """Look for everything again; for callbacks."""
    st.session_state.update(Wanted(sort=Wanted.from_state(st.session_state).sort).to_state())
    desk.first_page()


def choose_found() -> None:
    """Choose all that was found, up to a limit; for callbacks."""
    picks: list[Pick] = []
    try:
        for entity, about in state.client().library.all(
            **Wanted.from_state(st.session_state).search()
        ):
            picks.append(Pick(entity, tuple(about.tags), about.archived))
            if len(picks) == MOST_CHOSEN:
                break
    except OctaveError as error:
        desk.say("They could not be read", desk.reason(error), tone="wrong")
    desk.choose(picks, on=True)


def _heading(found: EntitiesResponse, wanted: Wanted) -> None:
    counted = words.counted(found.total, "persona or segment", "personas and segments")
    with st.container(horizontal=True, vertical_alignment="center", key="library-heading"):
        st.header(f"{counted} found" if wanted.narrows else counted, anchor=False)
        if wanted.narrows:
            st.button(
                "Clear filter",
                key="library-clear",
                icon=":material/filter_alt_off:",
                on_click=clear,
            )
        if found.total:
            every = found.total <= MOST_CHOSEN
            name = "Choose all" if every else "Choose the first 500"
            st.button(name, key="library-all", type="tertiary", on_click=choose_found)
            calls = state.client().library
            st.download_button(
                "Whole library as JSON",
                data=lambda: calls.bundle().file().encode(),
                file_name="library.json",
                mime="application/json",
                key="library-bundle",
                type="tertiary",
                on_click="ignore",
                help="Everything with its evidence and tags; Import reads it back.",
            )
    if parts := wanted.conditions():
        question_cards.conditions(parts)


def _nothing(wanted: Wanted) -> None:
    if not wanted.narrows:
        st.info(
            "What is put aside is under Filters, Archive.",
            title="Everything is archived",
            icon=":material/archive:",
        )
        return
    st.info(
        "Take a word out of the search, or clear the filter. "
        "What is archived is listed only where the filter asks for it.",
        title="Nothing found",
        icon=":material/filter_alt_off:",
    )


def _row(entity: Entity, about: About) -> None:
    oid = entity.oid.replace("_", "-")
    box = f"choose-{oid}"
    st.session_state[box] = entity.oid in desk.chosen()
    pick = Pick(entity, tuple(about.tags), about.archived)

    def toggle() -> None:
        desk.choose([pick], on=bool(st.session_state[box]))

    with st.container(horizontal=True, key=f"row-{oid}", wrap=False):
        st.checkbox(
            f"Choose {cards.label(entity.name, limit=80)}",
            key=box,
            label_visibility="collapsed",
            on_change=toggle,
            width="content",
        )
        with st.container(gap=None, width="stretch"):
            st.button(
                cards.label(entity.name, limit=160),
                key=f"open-{oid}",
                type="tertiary",
                on_click=desk.open_one,
                args=(entity.oid,),
            )
            cards.html(_told(entity, about))


def _told(entity: Entity, about: About) -> str:
    try:
        evidence = state.evidence(entity)
    except OctaveError:
        evidence = None
    marks = cards.badge(kind_of(entity).capitalize())
    marks += cards.badge("Archived", "archived") if about.archived else ""
    marks += tags(about.tags)
    told = f'<p class="ox-about">{cards.bdi(entity.description)}</p>' if entity.description else ""
    return (
        f'<div class="ox ox-row">{told}<div class="ox-meta">{marks}'
        f"{saved(about)}"
        f"{quoted(ev.share(evidence.claims) if evidence and evidence.claims else None)}</div></div>"
    )


def saved(about: About) -> str:
    """Give when and how it was saved as HTML; the parts may stand one under the other."""
    return "".join(f"<span>{cards.bdi(part)}</span>" for part in words.saved(about))


def tags(found: list[str]) -> str:
    """Give tags as HTML."""
    return "".join(f'<span class="ox-tag">{cards.bdi(tag)}</span>' for tag in found)


def quoted(found: ev.Share | None) -> str:
    """Give the share of quoted claims as HTML, nothing without claims."""
    if found is None:
        return ""
    return (
        f'<span class="ox-with">{share_bar(found)}<span>{cards.escape(found.sentence())}'
        "</span></span>"
    )
