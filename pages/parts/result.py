"""
A generated entity on the page: glance, fields beside their source, questions, what to ask, use.

Draws only; what it draws comes from the pure modules beside it.
"""

from __future__ import annotations

import json

import streamlit as st

from octave_api.contract import Evidence, SourceText
from octave_api.errors import OctaveError
from octave_api.snippets import curl, python
from pages.parts import cards, charts, entities, entries, state
from pages.parts import evidence as ev
from pages.parts import questions as qs
from pages.parts.entities import Entity, Line, Section
from pages.parts.runs import Outcome


def glance(outcome: Outcome, *, fictional: bool) -> None:
    """Draw the card that is read in ten seconds."""
    assert outcome.entity is not None
    gaps = len(outcome.evidence.gaps) if outcome.evidence else 0
    with st.container(border=True):
        cards.glance(
            entities.glance(outcome.entity, outcome.evidence),
            kind=outcome.kind,
            fictional=fictional,
            gaps=gaps,
        )


def details(outcome: Outcome) -> None:
    """Draw everything else, in tabs."""
    entity, evidence = outcome.entity, outcome.evidence
    assert entity is not None
    count = len([q for q in entity.qualifying_questions if q.archived_at is None])
    names = [
        "Every field and its source",
        f"Questions ({count})",
        "Ask this next",
        "Use it elsewhere",
    ]
    fields, questions, ask, use = st.tabs(names, key=f"tabs-{entity.oid}")
    with fields:
        _fields(entity, evidence)
    with questions:
        _questions(entity, evidence)
    with ask:
        _ask(entity, evidence)
    with use:
        _use(outcome)


@st.fragment
def _fields(entity: Entity, evidence: Evidence | None) -> None:
    """Draw the fields beside their source; a click on a claim marks its sentence."""
    if evidence is None:
        st.info(
            "This answer came without evidence, so its claims have no marks: "
            "the server that gave it keeps none.",
            icon=":material/info:",
        )
        for section in entities.sections(entity, None):
            _section(section, None, entity.oid, hide_typical=False)
        return
    chosen = _chosen(entity.oid)
    left, right = st.columns([7, 5], gap="medium")
    with left:
        hide = st.toggle(
            "Hide typical",
            key="hide_typical",
            persist_state="session",
            help="Leave out what is usual for such a role or market but not in the source.",
        )
        st.caption("Press a claim to see its sentence in the source.")
        for section in entities.sections(entity, evidence):
            _section(section, evidence, entity.oid, hide_typical=hide)
        cards.notes(evidence)
    with right, st.container(key="source-pane"):
        _source(entity.oid, evidence, chosen)


def _chosen(oid: str) -> int | None:
    found: int | None = st.session_state.get(f"chosen:{oid}")
    return found


def choose(oid: str, number: int, source: int) -> None:
    """Select a claim and turn to its source; selecting it again releases it."""
    again = st.session_state.get(f"chosen:{oid}") == number
    st.session_state[f"chosen:{oid}"] = None if again else number
    st.session_state[f"source:{oid}"] = source


def _section(section: Section, evidence: Evidence | None, oid: str, *, hide_typical: bool) -> None:
    lines = entities.visible(section, hide_typical=hide_typical)
    if not lines:
        return
    with st.container(key=f"claims-{section.key}-{oid}", gap=None):
        cards.html(f'<div class="ox ox-section"><h3>{cards.escape(section.title)}</h3></div>')
        for line in lines:
            _line(line, evidence, oid)


def _line(line: Line, evidence: Evidence | None, oid: str) -> None:
    claim, number = line.claim, line.number
    if evidence is None or claim is None or number is None:
        cards.line(line)
        return
    context = ev.in_context(claim, evidence.sources)
    if context is None or claim.source is None:
        cards.line(line)
        return
    on = _chosen(oid) == number
    with st.container(key=f"claim-{'on' if on else 'off'}-{number}-{oid}", gap=None):
        st.button(
            cards.line_label(line),
            key=f"pick-{number}-{oid}",
            type="tertiary",
            width="stretch",
            on_click=choose,
            args=(oid, number, claim.source),
        )
        if on:
            cards.html('<div class="ox ox-said">', cards.quote(context, rule=claim.rule), "</div>")


def _source(oid: str, evidence: Evidence, chosen: int | None) -> None:
    shown = _pick_source(oid, evidence.sources)
    if shown is None:
        st.caption("This entity was made from its name alone: there is no source to show.")
        return
    selected = evidence.claims[chosen] if chosen is not None else None
    cards.html(
        '<div class="ox ox-small"><strong>Source</strong> <span class="ox-soft">',
        cards.bdi(ev.source_title(shown)),
        "</span></div>",
    )
    cards.source(ev.excerpt(shown, evidence.claims, selected), title=ev.source_title(shown))
    st.caption("Underlined: sentences that claims rest on. Yellow: the one that you chose.")


def _pick_source(oid: str, sources: list[SourceText]) -> SourceText | None:
    if not sources:
        return None
    names = cards.source_names(sources)
    key = f"source:{oid}"
    if st.session_state.get(key) not in names:
        st.session_state[key] = sources[0].index
    if len(sources) == 1:
        return sources[0]
    index = st.pills(
        "Source",
        list(names),
        format_func=names.__getitem__,
        key=key,
        required=True,
        persist_state="session",
    )
    return next(source for source in sources if source.index == index)


def _questions(entity: Entity, evidence: Evidence | None) -> None:
    rows = qs.rows([entity])
    if not rows:
        st.info("No qualifying questions came with this answer.", icon=":material/info:")
        return
    left, right = st.columns([5, 7], gap="medium")
    with left:
        balance(rows, key=f"chart-{entity.oid}")
    with right, st.container(gap="xsmall"):
        hide = bool(st.session_state.get("hide_typical"))
        shown = [
            row for row in rows if not (hide and entities.typical_question(row.index, evidence))
        ]
        if len(shown) < len(rows):
            st.caption(f"{len(rows) - len(shown)} typical questions are hidden.")
        for row in shown:
            cards.question(row, evidence)


def balance(rows: list[qs.Row], *, key: str) -> None:
    """Draw the chart of questions by fit and weight, and its sentence."""
    cards.balance_heading(charts.balance_sentence(rows))
    cards.balance_legend()
    st.altair_chart(
        charts.balance_chart(charts.balance(rows)), key=key, alt=charts.balance_alt(rows)
    )


def _ask(entity: Entity, evidence: Evidence | None) -> None:
    if evidence is not None and evidence.gaps:
        st.caption("What the source does not say, as the questions that would close the gap.")
        names = [entities.pointer_name(gap.pointer) for gap in evidence.gaps]
        cards.gaps(evidence, names)
    elif empty := entities.empty_fields(entity):
        st.caption(f"Nothing was found for: {', '.join(empty).lower()}.")
    else:
        st.caption("The source says something about every field: nothing is left to ask.")


def _use(outcome: Outcome) -> None:
    assert outcome.entity is not None
    assert outcome.answer is not None
    text = json.dumps(outcome.answer, ensure_ascii=False, indent=2)
    item = entries.request_item(outcome.entry)
    try:
        preview = state.client().preview_generate(outcome.kind, [item])
    except OctaveError as error:
        cards.problem(error.message, title="The call cannot be shown")
        return
    oid = outcome.entity.oid
    views = {"JSON": text, "cURL": curl(preview), "Python": python(preview)}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        view = st.segmented_control(
            "Show", list(views), default="JSON", required=True, key=f"view-{oid}"
        )
        st.download_button(
            "Download JSON",
            data=lambda: text.encode(),
            file_name=f"{outcome.kind}.json",
            mime="application/json",
            on_click="ignore",
            icon=":material/download:",
            key=f"download-{oid}",
        )
    # Without a language: the colours of a highlighted one are too pale to read on white.
    st.code(views[view], language=None, wrap_lines=True)
