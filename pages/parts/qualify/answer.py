"""
Answer: the question at hand, the score and its waterfall, what would change it.

Draws, and turns what is clicked or pressed into a step of the desk.
"""

from __future__ import annotations

import streamlit as st

from octave_api.contract import QualifyingQuestion
from octave_api.scorecard import ANSWERS, Answer, Scorecard, flips, next_question, rank, score
from octave_api.scoring.prospects import MAX_NOTES
from octave_api.scoring.tally import GATE
from pages.parts import cards, charts, paging
from pages.parts import questions as qs
from pages.parts.qualify import desks as desks
from pages.parts.qualify import keys as qualify_keys
from pages.parts.qualify import score as qualify_score
from pages.parts.qualify import waterfall
from pages.parts.qualify.desk import Desk, active_of
from pages.parts.qualify.pool import Pool

KEYS_ON = "qualify-keys-on"
SIZE = 25
"""Questions on a page of the list."""
TALL = 16
"""Bars beyond which the waterfall scrolls."""
RANKED = 6
"""Entities beyond which the ranking scrolls."""
_MARKS = {
    "Yes": ":material/check:",
    "No": ":material/close:",
    "Unknown": ":material/question_mark:",
}
_STANDINGS = {
    "proposed": "from notes",
    "confirmed": "confirmed",
    "overruled": "notes overruled",
}


def say(answer: Answer, found: Pool) -> None:
    """Answer the question at hand."""
    desks.put(desks.desk().say(answer, found.sets))


def press(found: Pool) -> None:
    """Do what the keys say that were pressed."""
    now = desks.desk()
    for key in qualify_keys.pressed():
        now = now.press(key, found.sets)
    desks.put(now)


def step(by: int, found: Pool) -> None:
    desks.put(desks.desk().step(by, found.sets))


def turn(index: int) -> None:
    desks.put(desks.desk().turn(index))


def undo() -> None:
    desks.put(desks.desk().undo())


def take_pick() -> None:
    """Turn to the question of a clicked bar."""
    pick = st.session_state["chart-waterfall"]["selection"].get(charts.PICK)
    if pick and int(pick[0]["index"]) >= 0:
        # The browser sends nothing when the same mark is picked twice; this makes each new.
        st.session_state["qualify-picks"] = st.session_state.get("qualify-picks", 0) + 1
        turn(int(pick[0]["index"]))


def show(name: str) -> None:
    """Bring another entity into view."""
    desks.put(desks.desk().show(name))


def area(found: Pool) -> None:
    """Draw the area."""
    now = desks.desk()
    if not now.chosen:
        st.info(
            "Choose a persona or a segment above to hold the prospect against.",
            title="Nothing chosen",
            icon=":material/info:",
        )
        return
    points = qualify_score.points()
    held = {name: score(found.sets[name], now.answers(name), points) for name in now.chosen}
    card = held[now.shown]
    left, right = st.columns([5, 7], gap="large")
    with left:
        hand(found, now, card, points)
    blank = now.place(found.sets) is None
    with right:
        if len(held) > 1 or not blank:
            outcome(found, now, held)
    if blank:
        return
    if st.session_state.get(KEYS_ON, True):
        qualify_keys.listen(lambda: press(found))
    below, listed = st.columns([5, 7], gap="large")
    with below:
        questions, answers = found.sets[now.shown], now.answers(now.shown)
        qualify_score.flip_list(
            flips(questions, answers, points),
            next_question(questions, answers, points),
            out=card.disqualified,
        )
    with listed:
        listing(found, now, card)


def hand(found: Pool, now: Desk, card: Scorecard, points: dict[str, float]) -> None:
    """Draw the question at hand with its answers."""
    index = now.place(found.sets)
    if index is None:
        st.info(
            "There is nothing to answer here. Generate again, or restore a question.",
            title="No questions",
            icon=":material/info:",
        )
        return
    question = found.sets[now.shown][index]
    active = active_of(found.sets[now.shown])
    _asked(now, question, index, f"Question {active.index(index) + 1} of {len(active)}", points)
    _answers(found, now.answers(now.shown).get(index))
    _steps(found, now, first=index == active[0], last=index == active[-1])
    if st.session_state.get(KEYS_ON, True):
        cards.html(
            '<p class="ox ox-small ox-soft ox-keys"><kbd>y</kbd> yes <kbd>n</kbd> no '
            "<kbd>u</kbd> unknown <kbd>←</kbd> <kbd>→</kbd> step <kbd>z</kbd> undo</p>"
        )
    notes(found, now)


def _asked(
    now: Desk, question: QualifyingQuestion, index: int, place: str, points: dict[str, float]
) -> None:
    """Draw the question, what to look for, and what the notes say to it."""
    drawn = [
        '<div class="ox ox-hand"><p class="ox-soft ox-small">',
        f"{place} {cards.fit_badge(question.fit_type)}",
        f" {cards.badge(qs.weight_word(question.weight))} {cards.escape(_does(question, points))}",
        f'</p><h2 class="ox-asking">{cards.bdi(question.question)}</h2>',
    ]
    if question.rationale:
        drawn.append(
            '<p class="ox-small"><span class="ox-soft">Look for:</span> '
            f"{cards.bdi(question.rationale)}</p>"
        )
    cards.html(*drawn, _hint(now, index), "</div>")


def _answers(found: Pool, said: Answer | None) -> None:
    """Draw the three answers, the given one marked."""
    with st.container(horizontal=True, gap="small", key="answers"):
        for answer in ANSWERS:
            st.button(
                answer,
                key=f"say-{answer}",
                type="primary" if said == answer else "secondary",
                icon=_MARKS[answer] if said == answer else None,
                on_click=say,
                args=(answer, found),
                width="stretch",
            )


def _steps(found: Pool, now: Desk, *, first: bool, last: bool) -> None:
    """Draw the ways to the questions beside, back in time, and to the keys."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.button(
            "Back",
            key="step-back",
            type="tertiary",
            icon=":material/arrow_back:",
            on_click=step,
            args=(-1, found),
            disabled=first,
        )
        st.button(
            "Next",
            key="step-next",
            type="tertiary",
            icon=":material/arrow_forward:",
            on_click=step,
            args=(1, found),
            disabled=last,
        )
        st.button(
            "Undo",
            key="undo",
            type="tertiary",
            icon=":material/undo:",
            on_click=undo,
            disabled=not now.past,
        )
        st.toggle("Keys", key=KEYS_ON, value=True, persist_state="session", help=_KEYS_HELP)


_KEYS_HELP = "Answer with single keys while no field is being typed in."


def _does(question: QualifyingQuestion, points: dict[str, float]) -> str:
    """Say what an answer does to the score."""
    if question.weight == GATE:
        return "A yes disqualifies" if question.fit_type == "BAD" else "A no disqualifies"
    worth = points.get(question.weight)
    if worth is None or question.fit_type not in ("GOOD", "BAD"):
        return "Does not count: this kind is not known here"
    return f"A yes {'adds' if question.fit_type == 'GOOD' else 'takes away'} {worth:g}"


def _hint(now: Desk, index: int) -> str:
    """Give what the notes say to a question, if anything."""
    proposal = now.proposed.get(now.shown, {}).get(index)
    if proposal is None:
        return ""
    if proposal.answer == "Unknown":
        return '<div class="ox-hint ox-soft">The notes do not settle this.</div>'
    standing = now.standing(now.shown, index)
    over = " ox-over" if standing == "overruled" else ""
    rule = f" {cards.escape(proposal.rule.capitalize())}." if proposal.rule else ""
    mark = {
        "proposed": "Confirm it, or overrule it.",
        "confirmed": "You confirmed it.",
        "overruled": "You overruled it.",
    }[standing]
    return (
        f'<div class="ox-hint{over}">The notes say <b>{proposal.answer}</b> '
        f"{cards.badge(f'Confidence {proposal.confidence}')} {mark}"
        f'<br>“{cards.bdi(proposal.quote)}”<span class="ox-soft">{rule}</span></div>'
    )


def notes(found: Pool, now: Desk) -> None:
    """Draw the field for notes, and what to do with the answers that they suggest."""
    waiting = now.waiting(now.shown)
    if now.proposed:
        own = now.proposed.get(now.shown, {})
        settled = sum(one.answer != "Unknown" for one in own.values())
        cards.html(
            f'<p class="ox ox-small">The notes settle {settled} of {len(own)} questions; '
            f"{len(waiting)} wait for you to confirm or overrule.</p>"
        )
    if waiting:
        st.button(
            f"Confirm all {len(waiting)}",
            key="confirm",
            on_click=lambda: desks.put(desks.desk().confirm()),
        )
    with st.expander("Answer from notes", key="notes", icon=":material/description:"):
        st.text_area(
            "Call notes, a biography or a page",
            key=desks.NOTES,
            height=150,
            max_chars=MAX_NOTES,
            placeholder="Paste what you know of the prospect. Each answer comes with its sentence.",
            persist_state="session",
        )
        st.button(
            "Propose answers",
            key="propose",
            type="primary",
            on_click=desks.propose,
            args=(found,),
        )
        cards.html(
            '<p class="ox ox-small ox-soft">Read on this computer. A question that no sentence '
            "settles stays Unknown.</p>"
        )


def outcome(found: Pool, now: Desk, held: dict[str, Scorecard]) -> None:
    """Draw the score of the entity in view, and which of several matches best."""
    card = held[now.shown]
    if len(held) > 1:
        names = list(held)
        order = [(names[at], held[names[at]]) for at in rank([held[name] for name in names])]
        qualify_score.best_match(order, found.names)
        with st.container(key="ranking", height=200 if len(order) > RANKED else "content"):
            for place, (name, other) in enumerate(order, 1):
                shown = "on-" if name == now.shown else ""
                st.button(
                    qualify_score.rank_label(place, found.names[name], other),
                    key=f"show-{shown}{name.replace('_', '-')}",
                    type="tertiary",
                    on_click=show,
                    args=(name,),
                    width="stretch",
                )
    qualify_score.panel(card)
    marks = waterfall.marks(
        card, at=now.place(found.sets), turn=st.session_state.get("qualify-picks", 0)
    )
    many = len(marks) > TALL
    with st.container(key="waterfall-box", height=440 if many else "content", border=False):
        st.vega_lite_chart(
            marks,
            waterfall.spec(marks, faded=card.disqualified),
            key="chart-waterfall",
            on_select=take_pick,
            selection_mode=charts.PICK,
            alt=waterfall.alt_text(card),
        )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            f"{waterfall.sentence(card)} Borderline begins at 35, good at 75. "
            "Click a bar for its question."
        )
        qualify_score.formula("answer", card, weights=True)


def listing(found: Pool, now: Desk, card: Scorecard) -> None:
    """Draw all questions with their answers; each turns to its question."""
    cards.html('<div class="ox"><h2 class="ox-h">All questions</h2></div>')
    questions, at = found.sets[now.shown], now.place(found.sets)
    key = "qualify-page"
    part, pages = paging.part_of(card.contributions, key, SIZE)
    with st.container(key="all-questions"):
        for line in part:
            _line(now, questions[line.index], line.index, on=line.index == at)
    paging.turner(key, pages)


def _line(now: Desk, question: QualifyingQuestion, index: int, *, on: bool) -> None:
    said = now.answers(now.shown).get(index)
    standing = _STANDINGS.get(now.standing(now.shown, index), "")
    # Beside the question: the columns of marks and answers stay columns.
    mark = f" ({standing})" if standing and standing != "confirmed" else ""
    answer = f"**{cards.label(said)}**" if said else ":gray[open]"
    text = (
        f"{index + 1}. {cards.label(question.question, limit=200)}{mark} "
        f":small[{cards.fit_label(question.fit_type)} {cards.weight_label(question.weight)} "
        f"{answer}]"
    )
    st.button(
        text,
        key=f"turn-{'on-' if on else ''}{index}",
        type="tertiary",
        on_click=turn,
        args=(index,),
        width="stretch",
    )
