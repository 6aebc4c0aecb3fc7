"""One entity of the library: what it is, what can be done with it, and its views."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from octave_api.contract import Claim, Evidence
from octave_api.contract.library import About, Saved, VersionResponse
from octave_api.errors import NotFoundError, NotOfferedError, OctaveError
from pages.parts import cards, exports, glance_card, state
from pages.parts import entities as en
from pages.parts import evidence as ev
from pages.parts import questions as qs
from pages.parts.entities import Entity, Line, Section
from pages.parts.library import again as library_again
from pages.parts.library import desk as desk
from pages.parts.library import edit as library_edit
from pages.parts.library import listing as library_list
from pages.parts.library import versions as library_versions

CANDIDATES = 50
"""So many entities are offered to merge with; a search finds the others."""


def area(oid: str) -> None:
    """Draw the entity with this id, or that it is gone."""
    st.button(
        "All personas and segments",
        key="library-back",
        type="tertiary",
        icon=":material/arrow_back:",
        on_click=desk.close,
    )
    try:
        found = state.client().library.entity(oid)
    except NotOfferedError:
        raise
    except NotFoundError:
        cards.html(
            '<div class="ox ox-empty"><h2>It is not in the library</h2><p class="ox-soft">It may '
            "have been deleted or merged: Recent changes can bring it back.</p></div>"
        )
        st.button("Recent changes", key="gone-changes", on_click=desk.go_to, args=("changes",))
        return
    except OctaveError as error:
        cards.problem(error.message, title="It cannot be read")
        return
    evidence = found.evidence if found.evidence.claims or found.evidence.sources else None
    _head(found, evidence)
    drawn: dict[str, Callable[[], None]] = {
        "read": lambda: _read(found.data, evidence),
        "edit": lambda: library_edit.area(found),
        "versions": lambda: library_versions.area(found),
        "again": lambda: library_again.area(found),
    }
    tabs = st.tabs(list(desk.VIEWS.values()), key=desk.VIEW, on_change="rerun")
    for view, tab in zip(desk.VIEWS, tabs, strict=True):
        if tab.open:
            with tab:
                drawn[view]()


def _head(found: VersionResponse, evidence: Evidence | None) -> None:
    """Draw who it is: the whole card where one reads, else the name, to leave room for work."""
    entity, about = found.data, found.about
    marks = cards.badge("Archived", "archived") if about.archived else ""
    meta = (
        f'<div class="ox ox-meta">{marks}{library_list.tags(about.tags)}'
        f"{library_list.saved(about)}</div>"
    )
    if st.session_state.get(desk.VIEW) not in (None, desk.VIEWS["read"]):
        kind = cards.badge(en.kind_of(entity).capitalize())
        cards.html(
            f'<div class="ox"><h2 class="ox-named">{cards.bdi(entity.name)} {kind}</h2></div>{meta}'
        )
    else:
        with st.container(border=True, key="library-card"):
            kind = en.kind_of(entity)
            glance_card.draw(en.glance(entity, evidence), evidence, kind=kind, fictional=False)
            cards.html(meta)
    _actions(entity, about, evidence)


def _actions(entity: Entity, about: About, evidence: Evidence | None) -> None:
    library = state.client().library
    oid, name = entity.oid, f"“{entity.name}”"
    with st.container(horizontal=True, vertical_alignment="center", key="library-actions"):
        exports.menu([entity], lambda _: evidence, key="library-one")
        with st.popover("Tags", icon=":material/label:", key="library-tags"):
            _tags(oid, about)
        with st.popover("Merge", icon=":material/merge:", key="library-merge"):
            _merge(entity)
        _button("Duplicate", ":material/content_copy:", lambda: _duplicate(entity))
        if about.archived:
            _button(
                "Take out of the archive",
                ":material/unarchive:",
                lambda: desk.act(
                    "Taken out of the archive", f"{name}.", lambda: library.unarchive(oid)
                ),
            )
        else:
            _button(
                "Archive",
                ":material/archive:",
                lambda: desk.act(
                    "Archived",
                    f"{name} is listed only where archived ones are asked for.",
                    lambda: library.archive(oid),
                ),
            )
        _button("Delete", ":material/delete:", lambda: _delete(entity))
    with st.container(horizontal=True, vertical_alignment="center", key="library-links"):
        st.markdown(":gray[Open in]", width="content")
        for page, query in (
            ("generate", {"result": oid}),
            ("explore", {"entity": oid}),
            ("qualify", {"entity": oid}),
            ("compare", {"a": oid}),
            ("present", {"entity": oid}),
        ):
            st.page_link(
                f"pages/{page}.py",
                label=page.capitalize(),
                query_params=query,
                width="content",
            )


def _button(title: str, icon: str, call: Callable[[], object]) -> None:
    def press() -> None:
        call()

    st.button(title, key=f"library-do-{title.split()[0].lower()}", icon=icon, on_click=press)


def _duplicate(entity: Entity) -> None:
    library = state.client().library
    made = desk.act("Duplicated", "This is the copy.", lambda: library.duplicate(entity.oid))
    if made:
        desk.open_one(made[0].data.oid)


def _delete(entity: Entity) -> None:
    library = state.client().library
    sentence = f"“{entity.name}” is gone from the list. Undo brings it back."
    if desk.act("Deleted", sentence, lambda: library.delete(entity.oid)):
        desk.choose([desk.Pick(entity)], on=False)
        desk.close()


def _tags(oid: str, about: About) -> None:
    known = [one.tag for one in state.client().library.tags()]
    key = f"tags-{oid}-{about.version}"

    def save() -> None:
        wanted = [str(tag).strip() for tag in st.session_state[key] if str(tag).strip()]
        if sorted(wanted) != sorted(about.tags):
            told = ", ".join(wanted) or "It has no tags any more"
            library = state.client().library
            desk.act("Tags saved", f"{told}.", lambda: library.tag(oid, wanted))

    st.multiselect(
        "Tags",
        list(dict.fromkeys([*about.tags, *known])),
        default=about.tags,
        key=key,
        accept_new_options=True,
        placeholder="Choose or type",
        on_change="ignore",
    )
    st.button("Save tags", key="library-save-tags", on_click=save)


def _merge(entity: Entity) -> None:
    kind = en.kind_of(entity)
    st.caption("This one takes in the other, which is deleted. Undo brings both back.")
    text = st.text_input("Find the other", key="merge-find", type="search")
    found = state.client().library.search(
        text=text.strip() or None, kind=kind, sort="name", limit=CANDIDATES
    )
    names = {one.oid: one for one in found.data if one.oid != entity.oid}
    if not names:
        st.caption("There is no other of its kind.")
        return
    st.selectbox(
        "Merge with",
        list(names),
        format_func=lambda oid: names[oid].name if oid in names else "",
        key="merge-with",
    )

    def merge() -> None:
        other = names.get(str(st.session_state.get("merge-with")))
        if other is None:
            return
        library, told = state.client().library, f"“{other.name}” was taken into “{entity.name}”."
        call: Callable[[], Saved] = lambda: library.merge(entity.oid, other.oid)  # noqa: E731
        if made := desk.act("Merged", told, call):
            desk.choose([desk.Pick(other)], on=False)
            desk.turn_to("versions")
            desk.compare(made[0].version - 1, made[0].version)

    st.button("Merge", key="library-merge-them", icon=":material/merge:", on_click=merge)


# Reading


def _read(entity: Entity, evidence: Evidence | None) -> None:
    if evidence is not None:
        st.caption("Press a line to see the sentence that it rests on.")
    parts = [_section(section, evidence) for section in en.sections(entity, evidence)]
    asked = "".join(
        _question(entity, at, evidence) for at in range(len(entity.qualifying_questions))
    )
    if asked:
        parts.append(f"<section><h3>Qualifying questions</h3><ul>{asked}</ul></section>")
    cards.html(f'<div class="ox ox-fields">{"".join(parts)}</div>')


def _section(section: Section, evidence: Evidence | None) -> str:
    items = "".join(f"<li>{_line(line, evidence)}</li>" for line in section.lines)
    return f"<section><h3>{cards.escape(section.title)}</h3><ul>{items}</ul></section>"


def _line(line: Line, evidence: Evidence | None) -> str:
    lead = f'<span class="ox-soft">{cards.escape(line.lead)}: </span>' if line.lead else ""
    mark = marks([line.claim] if line.claim else [])
    return _opening(f"{lead}{cards.bdi(line.text)} {mark}", [line.claim], evidence)


def marks(claims: Sequence[Claim]) -> str:
    """Give the origins of claims as HTML, and whether a person changed the words."""
    origins = dict.fromkeys(str(claim.origin) for claim in claims)
    found = "".join(cards.origin_badge(origin) for origin in origins)
    edited = any(claim.edited for claim in claims) and "EDITED" not in origins
    return found + (" " + cards.badge("Edited") if edited else "")


def _question(entity: Entity, at: int, evidence: Evidence | None) -> str:
    one = entity.qualifying_questions[at]
    claims = [claim for _, claim in ev.at(evidence, f"/qualifyingQuestions/{at}")]
    weight = cards.badge(qs.weight_word(str(one.weight)))
    aside = cards.badge("Archived", "archived") if one.archived_at else ""
    told = f"{cards.fit_badge(str(one.fit_type))} {weight} {cards.bdi(one.question)} "
    why = f'<div class="ox-why">{cards.bdi(one.rationale)}</div>' if one.rationale else ""
    return f"<li>{_opening(f'{told}{marks(claims)}{aside}', claims, evidence)}{why}</li>"


def _opening(text: str, claims: Sequence[Claim | None], evidence: Evidence | None) -> str:
    """Give a line that opens to the sentence of its first claim that has one."""
    for claim in claims:
        context = ev.in_context(claim, evidence.sources) if claim and evidence else None
        if claim is not None and context is not None:
            shown = cards.quote(context, rule=claim.rule)
            return f"<details><summary>{text}</summary>{shown}</details>"
    return text
