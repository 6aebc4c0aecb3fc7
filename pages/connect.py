"""
Connect: which engine answers, a test of it, and the call that it gets.

A connection that passes its test is used by all pages, for this session alone.
"""

from __future__ import annotations

import streamlit as st

import pages
from octave_api.errors import OctaveError
from octave_api.settings import Way
from pages.parts import calling, cards, connection
from pages.parts.connection import LEAVES, WAYS, Choice
from pages.parts.qualify import checkup
from pages.parts.qualify.checkup import Report

WAY, ADDRESS = "connect-way", "connect-address"
KEYS: dict[Way, str] = {"self-hosted": "connect-server-key", "cloud": "connect-cloud-key"}
SET = "As set on this machine"
TESTED = "connect-tested"
"""What was tested last, without its key, and what came of it."""


def choose(standing: Choice) -> tuple[Way, str, str]:
    """Draw the three ways and the fields of the chosen one; give what is typed."""
    ways: list[Way] = list(WAYS)
    way: Way = st.radio(
        "Engine",
        ways,
        format_func=WAYS.__getitem__,
        captions=[LEAVES[one] for one in ways],
        index=ways.index(connection.current().way),
        key=WAY,
        persist_state="session",
    )
    address = key = ""
    if way == "self-hosted":
        address = st.text_input(
            "Address of the server",
            key=ADDRESS,
            placeholder=SET if standing.way == way else "http://127.0.0.1:8000",
            max_chars=500,
            persist_state="session",
        )
    if way in KEYS:
        key = st.text_input(
            "API key" if way == "cloud" else "API key (if the server wants one)",
            type="password",
            key=KEYS[way],
            placeholder=SET if standing.way == way and standing.key else None,
            max_chars=500,
            autocomplete="off",
            persist_state="session",
        )
        st.caption("The key is kept for this session only: a reload forgets it.")
    return way, address, key


def test(choice: Choice) -> Report:
    """Test a connection, and use it from now on if it passes."""
    if choice.base_url is None:
        try:
            report = checkup.check_embedded(connection.client_of(choice))
        except OctaveError as error:
            report = Report(False, error.message)
    else:
        with st.spinner("Asking the server …"):
            report = checkup.check(choice)
    if report.ok:
        st.session_state[connection.CHOSEN] = choice
    return report


def tell(report: Report, choice: Choice) -> None:
    """Draw what a test found."""
    if not report.ok:
        cards.problem(report.sentence, title="This connection does not work yet")
        return
    st.success(
        cards.label(report.sentence), title="In use on all pages", icon=":material/check_circle:"
    )
    words = checkup.credit_words(report.credits) if report.credits else None
    if words:
        st.metric(words[0], words[1], border=True)
    if choice.way == "cloud" and not words:
        st.caption("The answer says nothing about credits.")


def disconnect() -> None:
    """Forget the session's connection and its keys."""
    for name in (connection.CHOSEN, TESTED, WAY):
        st.session_state.pop(name, None)
    for name in KEYS.values():
        st.session_state[name] = ""


def connect() -> None:
    """Draw the choice, its test and what came of it."""
    standing = connection.configured()
    way, address, key = choose(standing)
    pressed = st.button(
        "Test connection", type="primary", key="connect-test", icon=":material/cable:"
    )
    try:
        choice = connection.wanted(way, address, key)
    except OctaveError as error:
        if pressed:
            cards.problem(error.message, title="This cannot be tested yet")
        return
    if connection.in_clear(choice):
        st.caption("The key crosses the network unencrypted: the address begins with http://.")
    if pressed:
        st.session_state[TESTED] = (choice.connection(), test(choice))
    tested: tuple[connection.Connection, Report] | None = st.session_state.get(TESTED)
    if tested and tested[0] == choice.connection():
        tell(tested[1], choice)
    elif choice.connection() != connection.connection():
        st.caption("Not in use yet: a connection that passes its test is used on all pages.")
    if connection.current().own and connection.current().base_url is not None:
        st.button(
            "Disconnect and forget the key",
            key="disconnect",
            icon=":material/link_off:",
            on_click=disconnect,
        )


def call() -> None:
    """Draw the call as it goes over the connection in use."""
    cards.html('<div class="ox"><h2 class="ox-h">The call</h2></div>')
    shown = calling.last(st.session_state.get("runs", {}).values())
    st.caption(cards.label(shown.about))
    try:
        views = calling.views(shown, connection.client())
    except OctaveError as error:
        cards.problem(error.message, title="The call cannot be shown")
        return
    view = st.segmented_control(
        "Show as", list(views), default="cURL", required=True, key="connect-view"
    )
    # Without a language: the colours of a highlighted one are too pale to read on white.
    st.code(views[view], language=None, wrap_lines=True)
    if connection.current().base_url is None and view == "cURL":
        st.caption("A server on this machine starts with `python -m octave_api.server`")


pages.check()
cards.page_title("Connect", "Which engine answers, and the call that it gets.")
left, right = st.columns([5, 7], gap="large")
with left:
    connect()
with right:
    call()
