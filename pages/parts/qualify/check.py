"""
Check the questions: what is wrong with them, why it matters, and a click that mends it.

Draws only; what is found and how it is mended is in `octave_api.lint`.
"""

from __future__ import annotations

import streamlit as st

from octave_api import lint, mending
from octave_api.errors import OctaveError
from octave_api.keeping.identity import timestamp
from octave_api.lint import Finding, Health
from pages.parts import cards, paging, state
from pages.parts import questions as qs
from pages.parts.qualify import desks as desks
from pages.parts.qualify import pool as qualify_pool
from pages.parts.qualify.pool import Pool

CODES: dict[str, str] = {
    "flat_weights": "Flat weights",
    "no_bad": "Nothing speaks against",
    "twin": "Asked twice",
    "twin_elsewhere": "Asked elsewhere too",
    "double": "Two questions in one",
    "leading": "Leading",
    "vague": "Vague",
    "no_threshold": "Number left out",
    "not_yes_no": "Not yes or no",
    "no_rationale": "No rationale",
    "not_observable": "Nothing to look at",
    "unfounded_gate": "Disqualifier without a sentence",
}
UNDO = 50
"""Fixes that can be taken back."""
SIZE = 20
"""Findings on a page; each has a button."""


def mend(name: str, finding: Finding, found: Pool) -> None:
    """Apply a fix to the questions of this session."""
    questions = lint.apply(found.sets[name], finding.fix, now=timestamp())
    qualify_pool.change(name, questions, found.kept(name))
    _remember(name, found)


def mend_all(name: str, found: Pool) -> None:
    """Apply every fix that there is."""
    _remember(name, found)
    questions = mending.mend_all(
        found.sets[name],
        evidence=qualify_pool.evidence_of(found, name),
        others=found.others(name),
        now=timestamp(),
    )
    qualify_pool.change(name, questions, found.kept(name))


def _remember(name: str, found: Pool) -> None:
    past: list[object] = st.session_state.setdefault(f"check-past-{name}", [])
    past.append(found.sets[name])
    del past[:-UNDO]


def undo(name: str, found: Pool) -> None:
    """Take the last fix back."""
    past = st.session_state.get(f"check-past-{name}") or []
    if past:
        qualify_pool.change(name, past.pop(), found.kept(name))


def reset(name: str, found: Pool) -> None:
    """Take all changes back."""
    st.session_state.pop(f"check-past-{name}", None)
    qualify_pool.change(name, found.kept(name).qualifying_questions, found.kept(name))


def keep(name: str, found: Pool) -> None:
    """Save the changed questions to the library as a version, and say what came of it."""
    questions = [question.to_dict() for question in found.sets[name]]
    try:
        state.client().library.edit(name, {"qualifyingQuestions": questions})
    except OctaveError as error:
        desks.say("wrong", "The questions were not saved", error.message)
    else:
        reset(name, found)
        desks.say("done", "Saved", "The library has the changed questions as a new version.")


def _findings(name: str, found: Pool) -> list[Finding]:
    return lint.lint(
        found.sets[name],
        evidence=qualify_pool.evidence_of(found, name),
        others=found.others(name),
    )


def area(found: Pool) -> None:
    """Draw the area."""
    now = desks.desk()
    if not now.chosen:
        st.info("Choose a persona or a segment above.", title="Nothing chosen")
        return
    names = list(now.chosen)
    name = names[0]
    if len(names) > 1:
        name = st.selectbox(
            "Whose questions",
            names,
            format_func=lambda one: qs.short(found.names[one]),
            key="check-of",
            persist_state="session",
        )
    findings = _findings(name, found)
    left, right = st.columns([4, 8], gap="large")
    with left:
        _health(lint.health(findings), name, found)
        changes(name, found, "check")
    with right:
        _list(findings, name, found)


def _health(health: Health, name: str, found: Pool) -> None:
    rows = "".join(
        f'<tr><td>{cards.escape(what)}</td><td class="ox-n">'
        f"{cards.escape(f'{points:+d}'.replace('-', '−') if points < 0 else points)}</td></tr>"
        for what, points in health.lines
    )
    # Without a deduction there is no sum to show.
    total = f'<tr><th scope="row">Health</th><td class="ox-n"><b>{health.score}</b></td></tr>'
    sums = f'<table class="ox-table"><tbody>{rows}{total}</tbody></table>'
    cards.html(
        f'<div class="ox ox-hand"><h2 class="ox-h">Health of {cards.bdi(found.names[name])}</h2>',
        f'<div class="ox-score"><div class="ox-ten"><b>{health.score}</b>'
        "<small>of 100</small></div>",
        f'<p class="ox-verdict">{cards.escape(health.label.capitalize())}</p></div>',
        sums if len(health.lines) > 1 else "",
        "</div>",
    )


def changes(name: str, found: Pool, where: str) -> None:
    """Draw what was changed in this session, and the ways back."""
    if not found.is_changed(name):
        return
    cards.html(
        '<p class="ox ox-small ox-soft">The questions are changed here, for this session: '
        "scores and cases count with the changes, the library does not have them yet.</p>"
    )
    with st.container(horizontal=True):
        if st.session_state.get(f"check-past-{name}"):
            st.button(
                "Undo the last",
                key=f"{where}-undo",
                icon=":material/undo:",
                on_click=undo,
                args=(name, found),
            )
        st.button(
            "Undo all", key=f"{where}-reset", type="tertiary", on_click=reset, args=(name, found)
        )
        own = name in found.offered and not found.fictional
        if own and st.button("Save to the library", key=f"{where}-keep", icon=":material/save:"):
            keep(name, found)
            # The library was read outside of the part of the page that is drawn now.
            st.rerun()
        st.download_button(
            "Changed questions (JSON)",
            lambda: found.entity(name).to_json(indent=2).encode(),
            "questions.json",
            "application/json",
            key=f"{where}-json",
            type="tertiary",
            on_click="ignore",
        )


def _list(findings: list[Finding], name: str, found: Pool) -> None:
    if not findings:
        st.success(
            "Weights differ, something speaks against a fit, and every question can be answered.",
            title="Nothing to mend",
            icon=":material/check:",
        )
        return
    noun = "thing" if len(findings) == 1 else "things"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(f"{len(findings)} {noun} to mend", anchor=False)
        st.button(
            "Mend all",
            key="mend-all",
            icon=":material/build:",
            on_click=mend_all,
            args=(name, found),
        )
    part, pages = paging.part_of(list(enumerate(findings)), "findings-page", SIZE)
    for number, finding in part:
        _finding(number, finding, name, found)
    paging.turner("findings-page", pages)


def _finding(number: int, finding: Finding, name: str, found: Pool) -> None:
    questions = found.sets[name]
    about = "The whole set"
    if finding.index is not None:
        about = f"{finding.index + 1}. {questions[finding.index].question}"
    style = {"serious": "BAD", "warning": "", "hint": "typical"}[finding.severity]
    with st.container(border=True, key=f"finding-{number}", gap="small"):
        cards.html(
            '<div class="ox ox-find"><div>',
            f"{cards.badge(finding.severity.capitalize(), style)} ",
            f"<b>{cards.escape(CODES[finding.code])}</b></div>",
            f"<div>{cards.bdi(about)}</div>",
            f'<div class="ox-soft">{cards.bdi(finding.why)}</div></div>',
        )
        st.button(
            cards.label(finding.fix.label, limit=240),
            key=f"mend-{number}",
            icon=":material/auto_fix_high:",
            on_click=mend,
            args=(name, finding, found),
        )
