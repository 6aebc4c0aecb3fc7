"""
Keeps what is loaded for good out of the sight of the garbage collector.

Streamlit collects all garbage after every run of a page, and while it looks through the
modules, tables and weights that stay anyway, no answer leaves for the browser.
"""

from __future__ import annotations

import gc

import streamlit as st


@st.cache_resource(show_spinner=False, max_entries=32)
def settle(page: str) -> None:
    """
    Take what is loaded by now for permanent, once a process for each page.

    Each page loads more than the one before. Memory is still given back where nothing
    refers to it any more; only rings among what is there now are never looked for again.
    """
    gc.collect()
    gc.freeze()
