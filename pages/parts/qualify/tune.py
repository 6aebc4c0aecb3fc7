"""
Tune: cases whose outcome is known, held against the questions before and after a change.

Draws only; cases are read, answered and compared in `octave_api.tuning`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from octave_api import tuning
from octave_api.contract import Entity, QualifyingQuestion
from octave_api.keeping.identity import timestamp
from octave_api.scorecard import POINTS
from octave_api.scoring.tally import GATE
from octave_api.tuning import OUTCOMES, Answered, Change, Discrimination
from pages.parts import cards, paging
from pages.parts import questions as qs
from pages.parts.qualify import desks as desks
from pages.parts.qualify import pool as qualify_pool
from pages.parts.qualify import score as qualify_score
from pages.parts.qualify.check import changes
from pages.parts.qualify.pool import Pool

TEXT, FILE, RUN = "tune-text", "tune-file", "tune-run"
SIZE = 10
"""Questions or cases on a page."""
MOST_TEXT = 1_000_000
WEIGHTS: dict[str, str] = {"LOW": "Low", "MEDIUM": "Medium", "HIGH": "High", GATE: "Disqualifier"}


def sample(found: Pool, names: Sequence[str]) -> str:
    """Give a table to begin with, made of the questions themselves."""
    rows = ["name\tnotes\tentity\tband"]
    for name in names:
        active = [one for one in found.sets[name] if one.archived_at is None]
        good = [one.question for one in active if one.fit_type == "GOOD" and one.weight != GATE]
        bad = [one.question for one in active if one.fit_type == "BAD"]
        entity = found.entities[name].name
        yes = " ".join(f"{_flat(question)} Yes." for question in good[:4])
        no = " ".join(f"{_flat(question)} No." for question in good[:4])
        rows.append(f"All that fits\t{yes}\t{entity}\tgood")
        rows.append(f"Nothing that fits\t{no}\t{entity}\tpoor")
        if any(one.weight == GATE and one.fit_type == "BAD" for one in active):
            gate = next(one.question for one in active if one.weight == GATE)
            rows.append(f"Ruled out\t{yes} {_flat(gate)} Yes.\t{entity}\tdisqualified")
        elif bad:
            rows.append(f"Half\t{yes} {_flat(bad[0])} Yes.\t{entity}\tborderline")
    return "\n".join(rows)


def _flat(text: str) -> str:
    return " ".join(text.split())


def fill(found: Pool, names: Sequence[str]) -> None:
    """Put the table to begin with into the field."""
    st.session_state[TEXT] = sample(found, names)


def take_file() -> None:
    """Put an uploaded table into the field, where it can be read and changed."""
    file = st.session_state.get(FILE)
    if file is None:
        return
    content = file.getvalue()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What Excel saves as plain CSV on a western Windows.
        text = content.decode("cp1252", "replace")
    st.session_state[TEXT] = text[:MOST_TEXT]


def run(found: Pool, names: Sequence[str]) -> None:
    """Read the cases and propose their answers."""
    cases, problems = tuning.read_cases(str(st.session_state.get(TEXT) or ""))
    entities = [found.kept(name) for name in names]
    answered = tuning.answer_cases(_asked(found, names), cases)
    st.session_state[RUN] = (tuple(names), entities, answered, problems)


def _asked(found: Pool, names: Sequence[str]) -> list[Entity]:
    return [found.entity(name) for name in names]


def weigh(name: str, index: int, found: Pool) -> None:
    """Give a question the weight that its field says."""
    weight = st.session_state[_key("weigh", name, index)]
    questions = tuning.weighed(found.sets[name], index, weight)
    qualify_pool.change(name, questions, found.kept(name))


def archive(name: str, index: int, found: Pool) -> None:
    """Archive a question, or take it back, as its switch says."""
    wanted = bool(st.session_state[_key("out", name, index)])
    kept = found.kept(name).qualifying_questions
    before = kept[index].archived_at if index < len(kept) else None
    at = (before or timestamp()) if wanted else None
    questions = tuning.archived(found.sets[name], index, at)
    qualify_pool.change(name, questions, found.kept(name))


def _key(what: str, name: str, index: int) -> str:
    return f"tune-{what}-{name.replace('_', '-')}-{index}"


def area(found: Pool) -> None:
    """Draw the area."""
    names = list(desks.desk().chosen)
    if not names:
        st.info("Choose the personas or segments to tune above.", title="Nothing chosen")
        return
    left, right = st.columns([4, 8], gap="large")
    with left:
        _cases(found, names)
    with right:
        _results(found, names)


def _cases(found: Pool, names: Sequence[str]) -> None:
    st.header("Cases that you know", anchor=False)
    cards.html(
        '<p class="ox ox-small ox-soft">A table with the columns notes, entity and band '
        "(good, borderline, poor or disqualified), and name if you like. The entity may stay "
        "empty.</p>"
    )
    st.text_area(
        "Table of cases",
        key=TEXT,
        height=220,
        max_chars=MOST_TEXT,
        placeholder="notes\tentity\tband\nThey run nine depots …\tDepot manager\tgood",
        persist_state="session",
    )
    with st.container(horizontal=True):
        st.button("Run all", key="tune-go", type="primary", on_click=run, args=(found, names))
        st.button("Fill in an example", key="tune-sample", on_click=fill, args=(found, names))
        with st.popover("Upload a CSV file", key="tune-upload"):
            st.file_uploader(
                "A table of cases", type=["csv", "tsv", "txt"], key=FILE, on_change=take_file
            )


def _results(found: Pool, names: Sequence[str]) -> None:
    kept: tuple[tuple[str, ...], list[Entity], list[Answered], list[str]] | None
    kept = st.session_state.get(RUN)
    if kept is None:
        st.info(
            "Run the cases to see which come out too high, too low or with the wrong match, "
            "and which questions tell good cases from bad ones.",
            title="No cases yet",
            icon=":material/info:",
        )
        return
    ran, before, answered, problems = kept
    if problems:
        cards.problem(*problems[:5], *([f"And {len(problems) - 5} more."] if problems[5:] else []))
    if not answered:
        return
    after = [found.entity(name) for name in ran if name in found.entities]
    points = qualify_score.points()
    try:
        change = tuning.compare(before, after, answered, points=POINTS, new_points=points)
    except ValueError:
        st.info(
            "The questions or the choice of entities changed since: press Run all again.",
            title="These cases were run with other questions",
            icon=":material/info:",
        )
        return
    if list(ran) != list(names):
        cards.html(
            '<p class="ox ox-small ox-soft">Run with another choice of entities; '
            "press Run all to use the present one.</p>"
        )
    _tiles(change)
    for name in ran:
        changes(name, found, f"tune-{name.replace('_', '-')}")
    _table(change)
    # As it was before, so that what is archived here keeps its place and its figures.
    _questions(found, ran, tuning.discrimination(before, answered))


def _tiles(change: Change) -> None:
    before = Counter(one.outcome for one in change.before)
    after = Counter(one.outcome for one in change.after)
    tiles = []
    for outcome in OUTCOMES:
        moved = ""
        if change.moved and before[outcome] != after[outcome]:
            moved = f'<div class="ox-soft ox-small">before: {before[outcome]}</div>'
        tiles.append(
            f'<div class="ox-tile"><b>{after[outcome]}</b>'
            f"{cards.escape(outcome.capitalize())} {moved}</div>"
        )
    total = len(change.after)
    noun = "case" if total == 1 else "cases"
    told = ""
    if change.moved:
        gain = change.gained
        more = f"{abs(gain)} {'more' if gain > 0 else 'fewer'} right" if gain else "as many right"
        told = f" Your changes move {len(change.moved)} of them: {more} than before."
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(f"{after['right']} of {total} {noun} right", anchor=False)
        qualify_score.formula("tune")
    cards.html(
        f'<div class="ox ox-hand"><div class="ox-tiles">{"".join(tiles)}</div>',
        f'<p class="ox-soft ox-small">{cards.escape(told.strip())}</p></div>' if told else "</div>",
    )


def _questions(found: Pool, ran: Sequence[str], told: Sequence[Discrimination]) -> None:
    by_place = {(one.entity, one.index): one for one in told}
    rows = [
        (name, index, question) for name in ran for index, question in enumerate(found.sets[name])
    ]
    rows.sort(key=lambda row: _power(by_place.get((found.entities[row[0]].name, row[1]))))
    cards.html(
        '<div class="ox"><h2 class="ox-h">Which questions tell good cases from the others?</h2>',
        '<p class="ox-soft ox-small">Least telling first. Change a weight or archive a question: '
        "the figures above follow at once.</p></div>",
    )
    part, pages = paging.part_of(rows, "tune-page", SIZE)
    for name, index, question in part:
        one = by_place.get((found.entities[name].name, index))
        _question(found, name, index, question, one, whose=len(ran) > 1)
    paging.turner("tune-page", pages)


def _power(one: Discrimination | None) -> tuple[int, float]:
    if one is None:
        return 2, 0.0
    return (1, 0.0) if one.power is None else (0, one.power)


def _question(
    found: Pool,
    name: str,
    index: int,
    question: QualifyingQuestion,
    one: Discrimination | None,
    *,
    whose: bool,
) -> None:
    told = "Archived before: it has no figures"
    if one is not None:
        told = one.says.capitalize()
        if one.power is not None:
            told += (
                f": yes in {one.yes_good} of {one.of_good} good cases and "
                f"{one.yes_other} of {one.of_other} others"
            )
    told += "; archived here." if one and question.archived_at else "."
    entity = f" · {found.names[name]}" if whose else ""
    weights = dict(WEIGHTS)
    weights.setdefault(question.weight, qs.weight_word(question.weight))
    st.session_state[_key("weigh", name, index)] = question.weight
    st.session_state[_key("out", name, index)] = question.archived_at is not None
    with st.container(
        horizontal=True,
        vertical_alignment="center",
        key=f"tune-q-{name.replace('_', '-')}-{index}",
    ):
        with st.container(width="stretch", gap=None):
            cards.html(
                f'<div class="ox ox-find"><div>{index + 1}. {cards.bdi(question.question)} ',
                f"{cards.fit_badge(question.fit_type)}</div>",
                f'<div class="ox-soft ox-small">{cards.bdi(told + entity)}</div></div>',
            )
        with st.container(horizontal=True, vertical_alignment="center", width="content"):
            st.selectbox(
                f"Weight of question {index + 1}",
                list(weights),
                format_func=weights.__getitem__,
                key=_key("weigh", name, index),
                on_change=weigh,
                args=(name, index, found),
                label_visibility="collapsed",
                width=140,
            )
            st.toggle(
                "Archive",
                key=_key("out", name, index),
                on_change=archive,
                args=(name, index, found),
            )


def _table(change: Change) -> None:
    """Draw the cases, those that are not right first."""
    shown = sorted(range(len(change.after)), key=lambda at: change.after[at].outcome == "right")
    part, pages = paging.part_of(shown, "cases-page", SIZE)
    head = "".join(
        f'<th scope="col">{word}</th>'
        for word in ("Case", "Expected", "Came out", "Before", "Match")
    )
    rows = "".join(_case(change, at) for at in part)
    cards.html(
        '<div class="ox ox-scroll" tabindex="0" role="region" aria-label="The cases">',
        f'<table class="ox-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>',
        "</div>",
    )
    paging.turner("cases-page", pages)


def _case(change: Change, at: int) -> str:
    was, now = change.before[at], change.after[at]
    style = "GOOD" if now.outcome == "right" else "BAD"
    before = was.outcome if at in change.moved else "the same"
    score = "" if now.outcome == "no score" else qualify_score.short_score(now.card)
    return (
        f"<tr><td>{cards.bdi(now.case.name or qs.short(now.case.notes, 60))}</td>"
        f'<td data-name="Expected">{cards.escape(now.case.band)}</td>'
        f'<td data-name="Came out">{cards.badge(now.outcome.capitalize(), style)} '
        f"{cards.escape(now.got or '')} "
        f'<span class="ox-small">{score}</span></td>'
        f'<td class="ox-soft" data-name="Before">{cards.escape(before)}</td>'
        f'<td data-name="Match">{cards.bdi(now.matched)}</td></tr>'
    )
