"""
The pages of the dashboard; `app.py` is the way in.

Streamlit takes a folder of this name for pages that run without `app.py`, until
`st.navigation` was called for the first time. Whoever came in by the address of a page to a
dashboard just started would see that page bare. Its first import is the moment to say so;
`parts.entrance` sends back whoever came in at that same moment.
"""

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

if PagesManager.uses_pages_directory:
    PagesManager.uses_pages_directory = False
    st.rerun()
