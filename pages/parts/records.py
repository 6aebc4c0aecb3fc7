"""What the dashboard writes to its log: the form of the server's, and no words of an exception."""

from __future__ import annotations

import logging

import streamlit as st

from octave_api.serving import logs


@st.cache_resource(show_spinner=False)
def begin() -> None:
    """
    Set up the log, once a process.

    Streamlit writes the exceptions of a page through a logger of its own; their messages may
    hold a key or what somebody pasted, so that of each only its type and its places are kept.
    """
    logs.set_up()
    filtered = logs.WithoutMessages()
    for name in list(logging.root.manager.loggerDict):
        if name.startswith("streamlit"):
            logging.getLogger(name).addFilter(filtered)
