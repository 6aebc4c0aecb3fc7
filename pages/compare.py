"""
Compare: two or three personas or segments side by side, or personas against segments.

What is shared, what differs, and which questions tell them apart. The choice lives in the
address.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

import pages
from octave_api.comparing import documents as files
from octave_api.comparing.entities import compare
from octave_api.comparing.matrix import match
from octave_api.comparing.results import Comparison
from octave_api.errors import OctaveError
from octave_api.exporting.files import Subject, encoded, of_kind
from pages.parts import cards, messages
from pages.parts.compare import choice as compare_choice
from pages.parts.compare import look as compare_look
from pages.parts.compare import matrix as compare_matrix
from pages.parts.compare import sides as compare_sides
from pages.parts.compare.choice import MATRIX, Choice
from pages.parts.entities import kind_of
from pages.parts.qualify import pool as qualify_pool
from pages.parts.qualify.pool import Pool

MOST = 25
"""So many personas and so many segments are held against each other, newest first."""


def subjects_of(found: Pool, names: Sequence[str]) -> list[Subject]:
    """Give entities with their evidence, by their names in the address."""
    return [Subject(found.kept(name), qualify_pool.evidence_of(found, name)) for name in names]


def empty(title: str, words: str) -> None:
    """Draw why there is nothing to see yet, and what to do; both are ours."""
    cards.html(
        f'<div class="ox ox-empty"><h2>{cards.escape(title)}</h2>',
        f'<p class="ox-soft">{cards.escape(words)}</p></div>',
    )


def downloads(
    subjects: Sequence[Subject], as_csv: Callable[[], bytes], as_markdown: Callable[[], str]
) -> None:
    """Draw the two ways to take the comparison along."""
    with st.container(horizontal=True, key="compare-export"):
        st.download_button(
            "CSV",
            as_csv,
            files.file_name(subjects, ".csv"),
            "text/csv",
            key="compare-csv",
            icon=":material/table:",
            on_click="ignore",
        )
        st.download_button(
            "Markdown",
            lambda: encoded(as_markdown()),
            files.file_name(subjects, ".md"),
            "text/markdown",
            key="compare-markdown",
            icon=":material/markdown:",
            on_click="ignore",
        )


def side_by_side(found: Pool, now: Choice) -> None:
    """Draw two or three of one kind."""
    subjects = subjects_of(found, now.names)
    held: Comparison = compare(subjects, hide_typical=now.hide_typical)
    compare_sides.heads(subjects, [found.names[name] for name in now.names])
    compare_sides.findings(held, same_one=len(set(now.names)) == 1)
    compare_sides.questions(held)
    compare_sides.fields(held)
    downloads(subjects, lambda: files.to_csv(held), lambda: files.to_markdown(held))


def against_each_other(found: Pool, names: Sequence[str], *, hide_typical: bool) -> None:
    """Draw the personas among these against the segments among them."""
    rows = [name for name in names if kind_of(found.kept(name)) == "persona"]
    columns = [name for name in names if kind_of(found.kept(name)) == "segment"]
    subjects = subjects_of(found, [*rows, *columns])
    personas, segments = of_kind(subjects, "persona"), of_kind(subjects, "segment")
    matches = match(personas, segments, hide_typical=hide_typical)
    titles = [found.names[name] for name in rows], [found.names[name] for name in columns]
    compare_matrix.table(matches, *titles)
    compare_matrix.pairs(matches, *titles)
    downloads(
        subjects,
        lambda: files.matches_to_csv(personas, segments, matches),
        lambda: files.matches_to_markdown(personas, segments, matches),
    )


def matrix(found: Pool, now: Choice) -> None:
    """Draw the newest personas against the newest segments."""
    kinds: dict[str, list[str]] = {"persona": [], "segment": []}
    for name in found.offered:
        kinds[kind_of(found.kept(name))].append(name)
    if not kinds["persona"] or not kinds["segment"]:
        missing = "segment" if kinds["persona"] else "persona"
        empty(
            f"There is no {missing} yet",
            f"Generate a {missing} on the first page, and see here which persona fits which "
            "segment.",
        )
        return
    if max(len(own) for own in kinds.values()) > MOST:
        messages.notice("The newest", f"At most {MOST} personas and {MOST} segments fit in here.")
    chosen = [name for own in kinds.values() for name in own[:MOST]]
    against_each_other(found, chosen, hide_typical=now.hide_typical)


@st.fragment
def comparison(found: Pool) -> None:
    """Draw the page below its title."""
    with st.container(horizontal=True, vertical_alignment="center", key="compare-bar"):
        compare_choice.view_widgets()
    now = compare_choice.choice()
    if now.view == MATRIX:
        matrix(found, now)
    else:
        compare_choice.side_widgets(found)
        now = compare_choice.choice()
        kinds = {kind_of(found.kept(name)) for name in now.names}
        if not found.offered:
            empty("Nothing to compare yet", "Generate two personas or two segments first.")
        elif len(found.offered) == 1 and len(now.names) < 2:
            empty(
                "Two are needed to compare",
                "There is only one here so far. Generate another persona or segment on the first "
                "page and come back.",
            )
        elif len(now.names) < 2:
            empty("Choose two", "Pick a persona or a segment for A and another one for B.")
        elif len(kinds) > 1:
            messages.notice(
                "A persona and a segment",
                "They have no fields in common, so they are held against each other by what "
                "their lines and questions speak of.",
            )
            against_each_other(
                found, tuple(dict.fromkeys(now.names)), hide_typical=now.hide_typical
            )
        else:
            side_by_side(found, now)
    compare_choice.tell(now)


pages.check()
cards.page_title("Compare", "What two or three share, and which questions tell them apart.")
compare_look.styles()
try:
    pool = qualify_pool.read()
except OctaveError as error:
    cards.problem(error.message, title="The library cannot be read")
else:
    if pool.note is not None:
        messages.notice(*pool.note)
    if compare_choice.arrive(pool):
        messages.notice("Some of it is gone", "The address names something that is not here.")
    comparison(pool)
