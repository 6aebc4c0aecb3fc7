"""
A generated entity on the page: glance, fields beside their source, questions, what to ask, use.

Draws only; what it draws comes from the pure modules beside it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import streamlit as st

from octave_api.calling.snippets import curl, python
from octave_api.contract import Claim, Evidence, SourceText
from octave_api.errors import OctaveError
from pages.parts import cards, charts, entities, entries, glance_card, question_cards, reader, state
from pages.parts import evidence as ev
from pages.parts import questions as qs
from pages.parts.entities import Entity, Line, Section
from pages.parts.runs import Outcome

MANY = 8
"""Lines of a field that are shown before one asks for more."""

PAGE = 20
"""Questions on a page; more cards would make every click slow."""

FIELDS, QUESTIONS = "fields", "questions"
"""The keys of the fragments that one switch, to hide what is typical, draws anew."""


def glance(outcome: Outcome, *, fictional: bool) -> None:
    """Draw the card that is read in ten seconds."""
    assert outcome.entity is not None
    with st.container(border=True):
        glance_card.draw(
            entities.glance(outcome.entity, outcome.evidence),
            outcome.evidence,
            kind=outcome.kind,
            fictional=fictional,
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


@st.fragment(key=FIELDS)
def _fields(entity: Entity, evidence: Evidence | None) -> None:
    """Draw the fields beside their source; a claim marks its sentence, a sentence its claims."""
    if evidence is None:
        for section in entities.sections(entity, None):
            _section(section, None, entity.oid, (), hide_typical=False)
        return
    sentence = _sentence(entity.oid)
    resting = ev.resting_on(evidence, sentence)
    marked = [number for number, _ in resting]
    left, right = st.columns([7, 5], gap="medium")
    with left:
        hide = _hiding(evidence)
        sections = entities.sections(entity, evidence)
        for section in sections:
            _section(section, evidence, entity.oid, marked, hide_typical=hide)
        cards.notes(evidence)
    with right, st.container(key="source-pane", gap="xsmall"):
        _source(entity.oid, evidence, sentence)
        _resting(entity.oid, resting, _field_names(sections))


def _hiding(evidence: Evidence) -> bool:
    """Draw how claims are read, and the switch that hides typical ones; both need claims."""
    if not evidence.claims:
        return False
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        hide = st.toggle(
            "Hide typical",
            key="hide_typical",
            on_change=lambda: st.rerun([FIELDS, QUESTIONS]),
            persist_state="session",
            help="Leave out what is usual for such a role or market but not in the source.",
        )
        st.caption(
            "Press a claim to see its sentence, or a sentence to see its claims.", width="content"
        )
    return hide


def _chosen(oid: str) -> int | None:
    found: int | None = st.session_state.get(f"chosen:{oid}")
    return found


def _sentence(oid: str) -> ev.Sentence | None:
    found: ev.Sentence | None = st.session_state.get(f"sentence:{oid}")
    return found


def choose(oid: str, number: int, sentence: ev.Sentence) -> None:
    """Select a claim and turn to its sentence; selecting it again releases both."""
    again = st.session_state.get(f"chosen:{oid}") == number
    st.session_state[f"chosen:{oid}"] = None if again else number
    st.session_state[f"sentence:{oid}"] = None if again else sentence
    st.session_state[f"source:{oid}"] = sentence.source


def point(oid: str, sentence: ev.Sentence | None) -> None:
    """Select a sentence and with it its claims; selecting it again releases them."""
    again = st.session_state.get(f"sentence:{oid}") == sentence
    st.session_state[f"chosen:{oid}"] = None
    st.session_state[f"sentence:{oid}"] = None if again else sentence


def _section(
    section: Section,
    evidence: Evidence | None,
    oid: str,
    marked: Sequence[int],
    *,
    hide_typical: bool,
) -> None:
    lines = entities.visible(section, hide_typical=hide_typical)
    if not lines:
        return
    key = f"all:{section.key}:{oid}"
    shown = lines if st.session_state.get(key) else lines[:MANY]
    with st.container(key=f"claims-{section.key}-{oid}", gap=None):
        cards.html(f'<div class="ox ox-section"><h3>{cards.escape(section.title)}</h3></div>')
        for line in shown:
            _line(line, evidence, oid, marked)
        # A button for a single line would take the line's own place.
        if len(lines) > MANY + 1 or len(shown) > MANY + 1:
            left = len(shown) < len(lines)
            st.button(
                f"{len(lines) - len(shown)} more" if left else "Show fewer",
                key=f"more-{section.key}-{oid}",
                type="tertiary",
                icon=":material/expand_more:" if left else ":material/expand_less:",
                on_click=st.session_state.__setitem__,
                args=(key, left),
            )
        elif len(lines) > len(shown):
            _line(lines[-1], evidence, oid, marked)


def _line(line: Line, evidence: Evidence | None, oid: str, marked: Sequence[int]) -> None:
    claim, number = line.claim, line.number
    sentence = ev.sentence_of(claim, evidence.sources) if evidence and claim else None
    if evidence is None or claim is None or number is None or sentence is None:
        cards.line(line)
        return
    on = number in marked
    with st.container(key=f"claim-{'on' if on else 'off'}-{number}-{oid}", gap=None):
        st.button(
            cards.line_label(line),
            key=f"pick-{number}-{oid}",
            type="tertiary",
            width="stretch",
            on_click=choose,
            args=(oid, number, sentence),
        )
        context = ev.in_context(claim, evidence.sources)
        if _chosen(oid) == number and context is not None:
            cards.html('<div class="ox ox-said">', cards.quote(context, rule=claim.rule), "</div>")


def _source(oid: str, evidence: Evidence, sentence: ev.Sentence | None) -> None:
    shown = _pick_source(oid, evidence.sources)
    if shown is None:
        st.caption("It was made from its name alone: there is no source to show.")
        return
    cards.html(
        '<div class="ox ox-small"><strong>Source</strong> <span class="ox-soft">',
        cards.bdi(ev.source_title(shown)),
        "</span></div>",
    )
    key = reader.key_of(oid, shown.index)

    def press() -> None:
        point(oid, reader.pressed(key, shown.index))

    reader.draw(shown, ev.excerpt(shown, evidence.claims, sentence), key=key, on_press=press)
    st.caption("Underlined: sentences that claims rest on. Yellow: the one that you chose.")


def _field_names(sections: Sequence[Section]) -> dict[int, str]:
    return {
        line.number: line.lead or section.title
        for section in sections
        for line in section.lines
        if line.number is not None
    }


def _resting(oid: str, resting: Sequence[tuple[int, Claim]], names: Mapping[int, str]) -> None:
    """Draw the claims of the chosen sentence, so that one need not look for them."""
    if not resting:
        return
    chosen = _chosen(oid)
    with st.container(key="resting", gap=None):
        noun = "claim rests" if len(resting) == 1 else "claims rest"
        cards.html(f'<div class="ox"><h3>{len(resting)} {noun} on this sentence</h3></div>')
        for number, claim in resting:
            sentence = _sentence(oid)
            assert sentence is not None
            st.button(
                cards.claim_label(claim, names.get(number) or entities.pointer_name(claim.pointer)),
                key=f"rest-{number}-{oid}",
                type="tertiary",
                width="stretch",
                icon=":material/check:" if number == chosen else None,
                on_click=choose,
                args=(oid, number, sentence),
            )


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


@st.fragment(key=QUESTIONS)
def _questions(entity: Entity, evidence: Evidence | None) -> None:
    rows = qs.rows([entity], lambda _: evidence)
    if not rows:
        st.info("No qualifying questions came with this answer.", icon=":material/info:")
        return
    question_cards.styles()
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
        key = f"questions-{entity.oid}"
        part, _, pages = qs.page_of(shown, st.session_state.get(key, 1), PAGE)
        question_cards.listing(
            [qs.Group("", tuple(part))], {entity.oid: evidence}, whose=False, opened=False, turn=0
        )
        if pages > 1:
            st.pagination(pages, key=key)
    question_cards.copying()


def balance(rows: list[qs.Row], *, key: str) -> None:
    """Draw the chart of questions by fit and weight, and its sentence."""
    question_cards.chart_heading("Is the set of questions lopsided?", charts.balance_sentence(rows))
    cards.balance_legend()
    marks = charts.balance(rows)
    st.vega_lite_chart(
        charts.table(marks),
        charts.balance_spec(marks, pick=False),
        key=key,
        alt=charts.balance_alt(rows),
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
    item, options = entries.request_item(outcome.entry), entries.options(outcome.entry)
    try:
        preview = state.client().preview_generate(outcome.kind, [item], **options)
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
