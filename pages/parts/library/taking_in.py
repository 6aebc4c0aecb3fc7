"""Import: our JSON, the contract's JSON, a table of questions; as a file or pasted."""

from __future__ import annotations

import streamlit as st

from octave_api.contract.library import ImportResponse
from octave_api.errors import OctaveError
from pages.parts import cards, state
from pages.parts.entities import unique_names
from pages.parts.library import desk as desk
from pages.parts.library import words as words

TARGETS = 100
"""So many entities, saved last, are offered to add a table's questions to."""
_TEXT, _INTO, _FILE, _TURN, _DONE = (
    "import-text", "import-into", "import-file", "import-turn", "import-done",
)  # fmt: skip
EXAMPLE = (
    "question,rationale,fitType,weight\n"
    "Do they run more than two sites?,Look at their locations page.,GOOD,HIGH\n"
)


def area() -> None:
    """Draw the form and what came of it."""
    st.caption(
        "JSON of this app brings personas and segments with their evidence and tags; JSON of "
        "Octave's API brings answers, lists or a single one; a CSV brings questions."
    )
    turn = int(st.session_state.get(_TURN, 0))
    left, right = st.columns(2, gap="large")
    with left:
        st.file_uploader("File", type=["json", "csv", "tsv", "txt"], key=f"{_FILE}-{turn}")
    with right:
        st.text_area(
            "Or paste it",
            key=_TEXT,
            height=130,
            placeholder=EXAMPLE,
            on_change="ignore",
            persist_state="session",
        )
    try:
        offered = state.client().library.search(sort="updated", limit=TARGETS).data
    except OctaveError as error:
        cards.problem(error.message, title="The library cannot be read")
        return
    names = unique_names(offered)
    st.selectbox(
        "A table’s questions go to",
        ["", *names],
        format_func=lambda oid: names.get(oid, "A new persona"),
        key=_INTO,
        on_change="ignore",
        width=420,
    )
    st.button(
        "Import",
        key="library-import",
        type="primary",
        icon=":material/upload_file:",
        on_click=take,
    )
    if made := st.session_state.get(_DONE):
        _result(made)


def take() -> None:
    """Bring in the file, or what was pasted; for callbacks."""
    st.session_state.pop(_DONE, None)
    turn = int(st.session_state.get(_TURN, 0))
    file = st.session_state.get(f"{_FILE}-{turn}")
    content = str(st.session_state.get(_TEXT) or "")
    name = ""
    if file is not None:
        name = str(file.name)
        try:
            content = file.getvalue().decode("utf-8-sig")
        except UnicodeDecodeError:
            desk.say(
                "It was not imported",
                f"{name} is not text in UTF-8. Save it as UTF-8 and choose it again.",
                tone="wrong",
            )
            return
    if not content.strip():
        desk.say("There is nothing to import", "Choose a file, or paste its text.", tone="wrong")
        return
    try:
        made = state.client().library.import_text(
            content, name=name, into=str(st.session_state.get(_INTO) or "") or None
        )
    except OctaveError as error:
        desk.say("It was not imported", desk.reason(error), "Nothing was changed.", tone="wrong")
        return
    st.session_state[_TEXT] = ""
    st.session_state[_TURN] = turn + 1
    st.session_state[_DONE] = made
    undo = [made.change_oid] if made.change_oid else []
    desk.say("Imported", counts(made), undo=undo)


def counts(made: ImportResponse) -> str:
    """Say how much was new."""
    parts = [
        (made.added, "added"),
        (made.updated, "updated"),
        (made.unchanged, "unchanged"),
    ]
    told = ", ".join(f"{count:,} {word}" for count, word in parts if count)
    return f"{told}." if told else "There was nothing in it."


def _result(made: ImportResponse) -> None:
    if made.notes:
        notes = "".join(f"<li>{cards.bdi(note)}</li>" for note in made.notes)
        cards.html(
            '<div class="ox ox-small"><h2 class="ox-h">What was read</h2>'
            f'<ul class="ox-list ox-soft">{notes}</ul></div>'
        )
    shown = made.data[:10]
    if shown:
        counted = words.counted(len(made.data), "persona or segment", "personas and segments")
        st.header(f"{counted} read", anchor=False)
    for one in shown:
        st.button(
            cards.label(one.name, limit=160),
            key=f"imported-{one.oid.replace('_', '-')}",
            type="tertiary",
            icon=":material/arrow_forward:",
            on_click=desk.open_one,
            args=(one.oid,),
        )
