"""The Library page in each of its states: found, opened, edited, undone, compared, imported."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from octave_api import OctaveClient
from octave_api.calling.library import LibraryCalls
from octave_api.errors import NotOfferedError
from pages.parts import runs
from pages.parts.library import again
from pages.parts.library import desk as desk
from tests import app_states
from tests.app_helpers import fill_library, seen, session

ADA = "VP of Sales\n\n- Large deals stall in legal review\n- New hires need nine months to ramp\n"
BOB = "Head of Depots\n\n- Vans stand still in the morning\n- Orders arrive on paper each day\n"


@pytest.fixture
def at(tmp_path: Path) -> Iterator[AppTest]:
    """A session that has not run yet."""
    with session(tmp_path) as app:
        yield app


def library(at: AppTest, **query: str | list[str]) -> AppTest:
    """Open the page by its address."""
    at.run()
    at.switch_page("pages/library.py")
    for name, value in query.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def kept(tmp_path: Path) -> OctaveClient:
    """Give another client of the session's library."""
    return OctaveClient.embedded(tmp_path / "library.sqlite", author="Bea")


def press(at: AppTest, key: str) -> AppTest:
    """Press a button."""
    at.button(key=key).click().run()
    assert not at.exception
    return at


def fill(tmp_path: Path, *names: str) -> list[str]:
    """Keep one entity a name; give their oIds."""
    with kept(tmp_path) as client:
        items = [
            {"sources": [{"type": "TEXT", "value": ADA if n % 2 == 0 else BOB}], "name": name}
            for n, name in enumerate(names)
        ]
        made = [client.generate_personas([item]) for item in items]
        return [entity.oid for one in made for entity in one.data or []]


def rows(at: AppTest) -> list[str]:
    """Give the names in the list."""
    return [one.label for one in at.button if str(one.key).startswith("open-pe-")]


def told(at: AppTest, name: str) -> str:
    """Give a part of the address."""
    value = at.query_params[name]
    return value if isinstance(value, str) else value[0]


def typed(at: AppTest, ending: str) -> str:
    """Give the key of the form's widget that ends so."""
    found = [*at.text_input, *at.text_area, *at.checkbox]
    return next(str(one.key) for one in found if str(one.key).endswith(ending))


def test_an_empty_library_says_how_to_begin(at: AppTest) -> None:
    """With the ways to fill it, and nothing to filter."""
    library(at)
    assert "Your library is empty" in seen(at)
    press(at, "empty-import")
    assert at.session_state[desk.AREA] == "Import"


def test_a_search_is_over_everything_and_the_address_holds_it(at: AppTest, tmp_path: Path) -> None:
    """Words of any field find it; nothing found is a state of its own."""
    fill(tmp_path, "Ada", "Bob")
    library(at)
    assert "2 personas and segments" in seen(at)
    at.text_input(key="library-q").set_value("vans MORNING").run()
    assert rows(at) == ["Bob"]
    assert told(at, "q") == "vans MORNING"
    at.text_input(key="library-q").set_value("zebra").run()
    assert "Nothing found" in str(at.info[0].proto)
    press(at, "library-clear")
    assert rows(at) == ["Bob", "Ada"]
    assert "q" not in at.query_params


def test_an_address_brings_the_list_back(at: AppTest, tmp_path: Path) -> None:
    """Kind, sort, archive and days; strange values are passed over."""
    fill(tmp_path, "Cy", "Ada", "Bob")
    library(at, sort="name", kind="persona", since="2020-01-01", archived="any", page="9")
    assert rows(at) == ["Ada", "Bob", "Cy"]
    assert at.date_input(key="library-since").value is not None
    with session(tmp_path) as other:
        library(other, sort="oddly", kind="ox", since="x", page="-3", area="nowhere", oid="")
        assert len(rows(other)) == 3


def test_a_row_says_what_one_needs_to_choose(at: AppTest, tmp_path: Path) -> None:
    """Kind, tags, version, by whom, when, and how much is quoted."""
    (oid,) = fill(tmp_path, "Ada")
    with kept(tmp_path) as client:
        client.library.tag(oid, ["<b>west</b>"])
    page = seen(library(at))
    assert "Persona" in page
    assert "<b>west</b>" in page
    assert "Version 2 · Tagged by Bea" in page
    assert "claims quoted" in page


def test_many_are_paged(at: AppTest, tmp_path: Path) -> None:
    """Twenty on a page; choosing all goes over the pages."""
    fill(tmp_path, *[f"Persona {n:02}" for n in range(23)])
    library(at, page="2")
    assert len(rows(at)) == 3
    press(at, "library-all")
    assert len(at.session_state["library-picked"]) == 23
    assert "23 chosen" in seen(at)


def test_one_is_edited_and_the_edit_undone(at: AppTest, tmp_path: Path) -> None:
    """A changed line is marked as edited and loses its quote; Undo brings the quote back."""
    (oid,) = fill(tmp_path, "Ada")
    library(at)
    press(at, f"open-{oid.replace('_', '-')}")
    assert told(at, "oid") == oid
    at.session_state[desk.VIEW] = "Edit"
    at.run()
    name = typed(at, "-name")
    pains = typed(at, "-data-painPoints")
    before = at.text_area(key=pains).value
    at.text_input(key=name).set_value("Ada the second")
    at.text_area(key=pains).set_value("Nobody reads the <i>reports</i>\n" + before)
    at.text_area(key=typed(at, "-0-question")).set_value("Do they write reports?")
    press(at, "library-save")
    page = seen(at)
    assert "“Ada the second” is at version 2." in page
    assert "Nobody reads the <i>reports</i>" in page
    assert "Do they write reports?" in page
    assert ">Edited</span>" in page
    with kept(tmp_path) as client:
        found = client.library.entity(oid)
        changed = {one.text: one for one in found.evidence.claims if one.origin == "EDITED"}
        assert changed["Nobody reads the <i>reports</i>"].quote is None
    press(at, "library-undo")
    assert "Undone" in seen(at)
    with kept(tmp_path) as client:
        assert client.library.entity(oid).data.name == "Ada"
    press(at, "library-undo")
    with kept(tmp_path) as client:
        assert client.library.entity(oid).data.name == "Ada the second"


def test_an_act_is_not_led_back_by_the_address_before(at: AppTest, tmp_path: Path) -> None:
    """Undo may be pressed before the browser has the new address; going back is still followed."""
    (oid,) = fill(tmp_path, "Ada")
    library(at, oid=oid, view="edit")
    at.text_input(key=typed(at, "-name")).set_value("Ada the second")
    press(at, "library-save")
    assert "view" not in at.query_params
    at.query_params["view"] = "edit"
    press(at, "library-undo")
    assert at.session_state[desk.VIEW] == "Read"
    assert "view" not in at.query_params
    at.query_params["view"] = "edit"
    at.run()
    assert at.session_state[desk.VIEW] == "Edit"


def test_questions_are_added_and_removed(at: AppTest, tmp_path: Path) -> None:
    """What is typed elsewhere stays while a question is added."""
    (oid,) = fill(tmp_path, "Ada")
    library(at, oid=oid, view="edit")
    with kept(tmp_path) as client:
        asked = [one.question for one in client.library.entity(oid).data.qualifying_questions]
    at.text_input(key=typed(at, "-name")).set_value("Typed before")
    press(at, "library-add-question")
    assert at.text_input(key=typed(at, "-name")).value == "Typed before"
    at.text_area(key=typed(at, f"-{len(asked)}-question")).set_value("Is it new?")
    at.checkbox(key=typed(at, "-0-gone")).set_value(True)
    press(at, "library-save")
    with kept(tmp_path) as client:
        now = client.library.entity(oid).data
    assert [one.question for one in now.qualifying_questions] == [*asked[1:], "Is it new?"]
    assert now.name == "Typed before"


def test_nothing_changed_and_no_name_are_told(at: AppTest, tmp_path: Path) -> None:
    """No version is made of either."""
    (oid,) = fill(tmp_path, "Ada")
    library(at, oid=oid, view="edit")
    press(at, "library-save")
    assert "Nothing was changed" in seen(at)
    at.text_input(key=typed(at, "-name")).set_value(" ")
    press(at, "library-save")
    assert "It needs a name" in seen(at)
    with kept(tmp_path) as client:
        assert len(client.library.versions(oid)) == 1


def test_a_save_in_between_keeps_what_was_typed(at: AppTest, tmp_path: Path) -> None:
    """It is said who saved; saving over it changes only one's own fields."""
    (oid,) = fill(tmp_path, "Ada")
    library(at, oid=oid, view="edit")
    at.text_input(key=typed(at, "-name")).set_value("Mine")
    with kept(tmp_path) as client:
        client.library.edit(oid, {"description": "Theirs."})
    press(at, "library-save")
    page = seen(at)
    assert "What you typed is kept." in page
    assert "Bea saved version 2 while you were editing version 1." in page
    assert at.text_input(key=typed(at, "-name")).value == "Mine"
    press(at, "conflict-mine")
    with kept(tmp_path) as client:
        now = client.library.entity(oid).data
    assert (now.name, now.description) == ("Mine", "Theirs.")


def test_theirs_can_be_taken(at: AppTest, tmp_path: Path) -> None:
    """The form then holds the newest version."""
    (oid,) = fill(tmp_path, "Ada")
    library(at, oid=oid, view="edit")
    at.text_input(key=typed(at, "-name")).set_value("Mine")
    with kept(tmp_path) as client:
        client.library.edit(oid, {"name": "Theirs"})
    press(at, "library-save")
    press(at, "conflict-theirs")
    assert at.text_input(key=typed(at, "-name")).value == "Theirs"


def test_versions_are_compared_and_restored(at: AppTest, tmp_path: Path) -> None:
    """The difference names field and kind; a restore is a version too."""
    (oid,) = fill(tmp_path, "Ada")
    with kept(tmp_path) as client:
        client.library.edit(oid, {"name": "Ada Lovelace"})
    library(at, oid=oid, view="versions")
    page = seen(at)
    assert "2 versions" in page
    assert "From version 1 to version 2" in page
    assert "Lovelace</ins>" in page
    press(at, "restore-1")
    assert "3 versions" in seen(at)
    assert "Restored by" in seen(at)
    with kept(tmp_path) as client:
        assert client.library.entity(oid).data.name == "Ada"
    with session(tmp_path) as other:
        library(other, oid=oid, view="versions", before="1", after="2")
        assert "From version 1 to version 2" in seen(other)


def generate_again(at: AppTest, oid: str) -> None:
    """Press, and wait for what a slow machine is still at work on."""
    press(at, "library-again")
    if run := at.session_state[again.RUNS].get(oid):
        assert run.wait(60)
        at.run()


def test_generating_again_tells_which_sentence_moved_what(at: AppTest, tmp_path: Path) -> None:
    """The sources are there to be changed; the difference opens with its causes."""
    (oid,) = fill(tmp_path, "Ada")
    library(at, oid=oid, view="again")
    area = at.text_area(key=f"again-text-{oid}-1")
    assert "legal review" in area.value
    area.set_value(area.value.replace("legal review", "a security review of months"))
    generate_again(at, oid)
    page = seen(at)
    assert "Generated again" in page
    assert "From version 1 to version 2" in page
    assert "Why: " in page
    assert "a security review of months" in page


def test_generating_again_shows_how_far_it_is_and_can_be_stopped(
    at: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped while its call is on its way, it says what came of that; typed text stays."""
    (oid,) = fill(tmp_path, "Ada")
    go = threading.Event()
    real = runs.make_again

    def slow(*args: Any) -> Any:
        go.wait(60)
        return real(*args)

    monkeypatch.setattr(runs, "make_again", slow)
    library(at, oid=oid, view="again")
    at.text_area(key=f"again-text-{oid}-1").set_value("Plant managers order spare parts.")
    press(at, "library-again")
    run = at.session_state[again.RUNS][oid]
    assert run.running
    press(at, "stop")
    assert "You stopped it" in seen(at)
    assert "already on its way" in seen(at)
    go.set()
    while run.outcomes[0].cut_off:
        time.sleep(0.02)
    at.run()
    assert "made all the same" in seen(at)
    press(at, "accept-0")
    assert "From version 1 to version 2" in seen(at)


def test_generating_again_from_nothing_is_refused(at: AppTest, tmp_path: Path) -> None:
    """It says what to give."""
    (oid,) = fill(tmp_path, "Ada")
    library(at, oid=oid, view="again")
    at.text_area(key=f"again-text-{oid}-1").set_value("  ")
    press(at, "library-again")
    assert "Paste a text or name a web page first." in seen(at)


def test_each_act_on_one_can_be_undone(at: AppTest, tmp_path: Path) -> None:
    """Duplicate, archive, delete: done at once, told, and taken back."""
    (oid,) = fill(tmp_path, "Ada")
    library(at, oid=oid)
    press(at, "library-do-duplicate")
    assert told(at, "oid") != oid
    press(at, "library-undo")
    at.run()
    assert "It is not in the library" in seen(at)
    press(at, "library-back")
    press(at, f"open-{oid.replace('_', '-')}")
    press(at, "library-do-archive")
    assert "Archived" in seen(at)
    press(at, "library-do-take")
    press(at, "library-do-delete")
    assert "Your library is empty" in seen(at)
    assert "Undo brings it back" in seen(at)
    press(at, "library-undo")
    assert rows(at) == ["Ada"]


def test_two_are_merged(at: AppTest, tmp_path: Path) -> None:
    """The other is gone; the difference shows what came; one undo takes all back."""
    one, _ = fill(tmp_path, "Ada", "Bob")
    library(at, oid=one)
    press(at, "library-merge-them")
    assert "“Bob” was taken into “Ada”." in seen(at)
    assert "From version 1 to version 2" in seen(at)
    press(at, "library-undo")
    press(at, "library-back")
    assert rows(at) == ["Bob", "Ada"]


def test_tags_are_saved(at: AppTest, tmp_path: Path) -> None:
    """And found by."""
    (oid,) = fill(tmp_path, "Ada")
    with kept(tmp_path) as client:
        client.library.tag(oid, ["west"])
    library(at, oid=oid)
    at.multiselect(key=f"tags-{oid}-2").set_value([])
    press(at, "library-save-tags")
    with kept(tmp_path) as client:
        assert client.library.tags() == []


def test_several_at_once(at: AppTest, tmp_path: Path) -> None:
    """Archived in one go, and brought back by one undo."""
    one, two, _ = fill(tmp_path, "Ada", "Bob", "Cy")
    library(at)
    for oid in (one, two):
        at.checkbox(key=f"choose-{oid.replace('_', '-')}").set_value(True).run()
    assert "2 chosen" in seen(at)
    assert any("zip" in item.value for item in at.caption)
    press(at, "library-archive-them")
    assert rows(at) == ["Cy"]
    press(at, "library-undo")
    assert rows(at) == ["Cy", "Bob", "Ada"]
    press(at, "library-all")
    press(at, "library-delete-them")
    assert "Your library is empty" in seen(at)


def test_recent_changes_can_be_undone(at: AppTest, tmp_path: Path) -> None:
    """Each says what, whose and when; one that was overtaken has no button."""
    (oid,) = fill(tmp_path, "Ada")
    with kept(tmp_path) as client:
        client.library.edit(oid, {"name": "Second"})
        last = client.library.edit(oid, {"name": "Third"}).change_oid
    library(at, area="changes")
    page = seen(at)
    assert ">Edited</bdi></strong>" in page
    assert "by Bea" in page
    buttons = [str(one.key) for one in at.button if str(one.key).startswith("undo-")]
    assert buttons == [f"undo-{last.replace('_', '-')}"]
    press(at, buttons[0])
    with kept(tmp_path) as client:
        assert client.library.entity(oid).data.name == "Second"


def test_a_table_of_questions_is_imported(at: AppTest, tmp_path: Path) -> None:
    """As a new entity, or into one; what cannot be read is told and kept."""
    (oid,) = fill(tmp_path, "Ada")
    library(at, area="import")
    press(at, "library-import")
    assert "There is nothing to import" in seen(at)
    at.text_area(key="import-text").set_value("no,such\n1,2")
    press(at, "library-import")
    assert "It was not imported" in seen(at)
    assert at.text_area(key="import-text").value == "no,such\n1,2"
    at.text_area(key="import-text").set_value("question,fit,weight\nDo they fly?,GOOD,HIGH\n")
    press(at, "library-import")
    assert "1 added." in seen(at)
    at.text_area(key="import-text").set_value("question,fit,weight\nDo they dive?,BAD,LOW\n")
    at.selectbox(key="import-into").set_value(oid)
    press(at, "library-import")
    assert "1 updated." in seen(at)
    with kept(tmp_path) as client:
        asked = [one.question for one in client.library.entity(oid).data.qualifying_questions]
    assert asked[-1] == "Do they dive?"
    press(at, "library-undo")
    with kept(tmp_path) as client:
        assert len(client.library.entity(oid).data.qualifying_questions) == len(asked) - 1


def test_our_own_json_is_imported(at: AppTest, tmp_path: Path) -> None:
    """Into another library, with its tags."""
    with OctaveClient.embedded(":memory:") as other:
        other.library.import_text("question\nDo they fly?\n", name="Pilots.csv")
        text = other.library.bundle().file()
    library(at, area="import")
    at.text_area(key="import-text").set_value(text)
    press(at, "library-import")
    assert "1 added." in seen(at)
    opener = next(str(one.key) for one in at.button if str(one.key).startswith("imported-"))
    press(at, opener)
    assert "Pilots" in seen(at)


def test_a_connection_without_a_library_is_told(
    at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a state, with the way to another one."""

    def none_here(*_: object, **__: object) -> object:
        raise NotOfferedError("This server does not have this call.", status=404)

    monkeypatch.setattr(LibraryCalls, "search", none_here)
    monkeypatch.setattr(LibraryCalls, "entity", none_here)
    library(at)
    assert "No library here" in seen(at)
    library(at, oid="pe_one")
    assert "No library here" in seen(at)


def test_a_library_that_cannot_be_read_is_told(at: AppTest, tmp_path: Path) -> None:
    """In words, not as a fault."""
    (tmp_path / "library.sqlite").write_text("no library", encoding="utf-8")
    library(at)
    assert "The library cannot be read" in seen(at)


def test_what_is_gone_is_told(at: AppTest) -> None:
    """Recent changes are offered."""
    library(at, oid="pe_gone", view="odd", before="x")
    assert "It is not in the library" in seen(at)
    press(at, "gone-changes")
    assert "No changes yet" in str(at.info[0].proto)


@pytest.mark.parametrize("name", app_states.STATES)
def test_states_that_are_seldom_met(at: AppTest, tmp_path: Path, name: str) -> None:
    """Every view can be drawn over any entity, and a form left alone changes nothing."""
    met = app_states.STATES[name]()
    app_states.keep(tmp_path / "library.sqlite", met)
    library(at, oid=met.entity.oid)
    for view in ("Versions", "Generate again", "Edit"):
        at.session_state[desk.VIEW] = view
        at.run()
        assert not at.exception
    press(at, "library-save")
    assert "Nothing was changed" in seen(at)
    press(at, "library-back")
    assert met.entity.name[:20].replace("<b>", "") in seen(at).replace("<b>", "")


def test_the_library_is_in_the_navigation(at: AppTest, tmp_path: Path) -> None:
    """What was generated elsewhere is there."""
    fill_library(tmp_path, [ADA])
    library(at)
    assert len(rows(at)) == 1
