"""
The way in: page config, look, navigation and the connection in use. Nothing else.

Run it with `streamlit run app.py`.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

import pages
from pages.parts import look, memory, records, state

STATIC = Path(__file__).parent / "static"

st.set_page_config(
    page_title="Octave Explorer",
    page_icon=str(STATIC / "icon.png"),
    layout="wide",
)
records.begin()
pages.enter()
st.html(look.STYLE)
st.logo(str(STATIC / "wordmark.svg"), size="large")

page = st.navigation(
    [
        st.Page("pages/generate.py", title="Generate", default=True),
        st.Page("pages/explore.py", title="Explore", url_path="explore"),
        st.Page("pages/qualify.py", title="Qualify", url_path="qualify"),
        st.Page("pages/compare.py", title="Compare", url_path="compare"),
        st.Page("pages/library.py", title="Library", url_path="library"),
        st.Page("pages/present.py", title="Present", url_path="present"),
        st.Page("pages/connect.py", title="Connect", url_path="connect"),
    ],
    position="top",
)
page.run()
state.footer()
memory.settle(page.title)
