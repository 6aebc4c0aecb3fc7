"""
The pages of the dashboard; `app.py` is the way in.

Streamlit takes a folder of this name for pages that run without `app.py`, until
`st.navigation` was called for the first time: whoever comes in by the address of a page to a
dashboard just started runs that page bare, and is sent back to the door.

All that the pages are made of is imported here. Sessions that start at once, as all open tabs
do after a restart, wait for the first to have done so: modules that several threads import
side by side can meet half made.
"""

from __future__ import annotations

import importlib
import pkgutil

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from pages import parts

_ENTERED = "entered"

for _part in pkgutil.walk_packages(parts.__path__, f"{parts.__name__}."):
    importlib.import_module(_part.name)


def enter() -> None:
    """Note that this session has come in through `app.py`."""
    st.session_state[_ENTERED] = True


def check() -> None:
    """Begin again if a page runs without `app.py`."""
    if _ENTERED not in st.session_state:
        PagesManager.uses_pages_directory = False
        st.rerun()
