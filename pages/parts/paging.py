"""Long lists a page at a time, with the widget that turns the pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from pages.parts import questions as qs

Item = TypeVar("Item")


def part_of(items: Sequence[Item], key: str, size: int) -> tuple[Sequence[Item], int]:
    """Give the items of the page that the widget of this key is at, and the number of pages."""
    part, page, pages = qs.page_of(items, st.session_state.get(key) or 1, size)
    if key in st.session_state and st.session_state[key] != page:
        # The list has become shorter than the page that one was at.
        st.session_state[key] = page
    return part, pages


def turner(key: str, pages: int) -> None:
    """Draw what turns the pages, if there are several."""
    if pages > 1:
        st.pagination(pages, key=key)
