"""
The keys of the Qualify page: y, n and u answer, the arrows step, z takes back.

Keys pressed faster than the page can follow are counted by the browser and told in one
go; a button's own shortcut would lose the second of two.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

KEY = "qualify-keys"
MOST = 60
"""Keys that the browser remembers until the page has taken them."""

_JS = (
    """
const seat = String(Math.random());
let count = 0;
let log = [];
const ANSWERS = ["y", "n", "u", "z"];
const STEPS = { ArrowLeft: "back", ArrowRight: "next" };
// Where letters are typed, and where arrows mean something of their own.
const TYPED = "input:not([type=checkbox]):not([type=radio]), textarea, select, [role=combobox], "
  + "[contenteditable=true], [role=dialog], [role=listbox], [role=menu]";
const STEPPED = "[role=radiogroup], [role=tablist], [role=slider], [role=spinbutton]";

export default function ({ setStateValue }) {
  const press = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const where = event.target instanceof Element ? event.target : document.body;
    const letter = event.key.length === 1 ? event.key.toLowerCase() : "";
    const key = ANSWERS.includes(letter) ? letter : STEPS[event.key];
    if (!key || where.closest(TYPED)) return;
    if (STEPS[event.key] && where.closest(STEPPED)) return;
    if (event.repeat && !STEPS[event.key]) return;
    event.preventDefault();
    count += 1;
    log = [...log, [count, key]].slice(-"""
    + str(MOST)
    + """);
    setStateValue("pressed", [seat, ...log]);
  };
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}
"""
)

# Registered once, outside of any page: a second registration would unmount the first.
_component = st.components.v2.component(
    "octave_explorer_qualify_keys", html="<span></span>", js=_JS, isolate_styles=False
)


def listen(on_press: Callable[[], None]) -> None:
    """Listen to the keys while this is on the page; `pressed` gives them to the callback."""
    _component(key=KEY, data={}, height=1, on_pressed_change=on_press)


def pressed() -> list[str]:
    """Give the keys that were pressed since this was last asked."""
    told = (st.session_state.get(KEY) or {}).get("pressed")
    taken: tuple[str, int] = st.session_state.get("qualify-taken", ("", 0))
    seat, found = read(told, taken)
    st.session_state["qualify-taken"] = seat
    return found


def read(told: Any, taken: tuple[str, int]) -> tuple[tuple[str, int], list[str]]:
    """
    Read what the browser told, after what was taken already.

    Anything that is no list of counted keys counts as none.
    """
    if not isinstance(told, list | tuple) or not told or not isinstance(told[0], str):
        return taken, []
    seat, last = told[0], taken[1] if taken[0] == told[0] else 0
    found = []
    for one in told[1 : MOST + 1]:
        if not isinstance(one, list | tuple) or len(one) != 2:
            continue
        number, key = one
        if isinstance(number, int | float) and isinstance(key, str) and number > last:
            last = int(number)
            found.append(key)
    return (seat, last), found
