"""
Whether a session came in through `app.py`.

Several that come in by the address of a page at the moment when the dashboard starts, as all
open tabs do after a restart, may run it bare: see `pages`.
"""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

_ENTERED = "entered"


def enter() -> None:
    """Note that this session has come in through `app.py`."""
    st.session_state[_ENTERED] = True


def check() -> None:
    """Begin again if a page runs without `app.py`."""
    if _ENTERED not in st.session_state:
        PagesManager.uses_pages_directory = False
        st.rerun()
