"""The presentation in each of its states."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests import app_states
from tests.app_helpers import fill_library, seen, session
from tests.app_samples import TEXT


@pytest.fixture
def at(tmp_path: Path) -> Iterator[AppTest]:
    """A session that has not run yet."""
    with session(tmp_path) as app:
        yield app


def present(at: AppTest, **query: str) -> AppTest:
    """Open the page by its address."""
    at.run()
    at.switch_page("pages/present.py")
    for name, value in query.items():
        at.query_params[name] = value
    return at.run()


def titles(at: AppTest, steps: int = 40) -> list[str]:
    """Step to the end; give the first heading of each slide."""
    found = []
    for _ in range(steps):
        found.append(seen(at).split("<h1", 1)[1].split("</h1>", 1)[0].split(">", 1)[1])
        if at.button(key="next").disabled:
            return found
        at.button(key="next").click().run()
        assert not at.exception
    raise AssertionError("no end")


def test_an_empty_library_presents_an_example(at: AppTest) -> None:
    """There is always something to show, marked for what it is."""
    present(at)
    assert not at.exception
    assert "Fictional example" in seen(at)


def test_the_slides_come_in_the_order_of_a_talk(at: AppTest, tmp_path: Path) -> None:
    """Glance, pains, objectives, each question, what rules out, sources."""
    oid = fill_library(tmp_path, [TEXT])[0]
    found = titles(present(at, entity=oid))
    assert found[1:3] == ["Pain points", "Key objectives"]
    assert found[-2:] == ["Disqualified if yes", "Where it comes from"]
    assert all("Is it true of the company" in title for title in found[3:-2])


def test_a_slide_has_what_to_say_and_what_to_listen_for(at: AppTest, tmp_path: Path) -> None:
    """A question comes with its spoken form and the sentence behind it."""
    present(at, entity=fill_library(tmp_path, [TEXT])[0], step="3")
    page = seen(at)
    assert "How do you handle this today?" in page
    assert "A number, a name, a date." in page
    assert "Because" in page
    assert "Inferred" in page


def test_one_can_go_back_and_on_to_the_next_entity(at: AppTest, tmp_path: Path) -> None:
    """Each entity begins with its glance."""
    first, second = fill_library(tmp_path, [TEXT, TEXT])
    present(at, entity=second, step="2")
    at.button(key="back").click().run()
    assert at.query_params["step"] == "1"
    at.button(key="after").click().run()
    assert at.query_params["entity"] == first
    assert "step" not in at.query_params
    assert at.button(key="after").disabled


def test_the_way_out_leads_back_to_the_result(at: AppTest, tmp_path: Path) -> None:
    """One is where one came from."""
    present(at, entity=fill_library(tmp_path, [TEXT])[0])
    at.button(key="exit").click().run()
    assert not at.exception
    assert "claims quoted" in seen(at)
    assert "Edit input" in [button.label for button in at.button]


@pytest.mark.parametrize("name", app_states.STATES)
def test_every_state_can_be_stepped_through(at: AppTest, tmp_path: Path, name: str) -> None:
    """Whatever is in the entity, there is a slide and an end."""
    state = app_states.STATES[name]()
    if name == "many_questions":
        state = app_states.many_questions(12)
    app_states.keep(tmp_path / "library.sqlite", state)
    assert titles(present(at, entity=state.entity.oid))


@pytest.mark.parametrize("step", ["-1", "x", "99999999", "²", ""])
def test_a_step_that_is_none_shows_a_slide(at: AppTest, step: str) -> None:
    """Anybody may write an address."""
    present(at, step=step)
    assert not at.exception
    assert "/" in seen(at)


def test_an_unknown_entity_is_told_and_can_be_left(at: AppTest) -> None:
    """A link may outlive what it leads to."""
    present(at, entity="pe_gone")
    assert not at.exception
    assert "This result cannot be shown" in seen(at)
    at.button(key="exit").click().run()
    assert not at.exception


def test_no_address_and_no_path_is_on_the_screen(at: AppTest, tmp_path: Path) -> None:
    """A room sees titles of sources, not where they are kept."""
    state = app_states.one_question()
    secret = "http://intranet.example/private?token=abc"
    state.evidence.sources[0].type = "URL"
    state.evidence.sources[0].value = secret
    app_states.keep(tmp_path / "library.sqlite", state)
    present(at, entity="pe_one", step="99")
    assert "Where it comes from" in seen(at)
    assert "intranet.example" in seen(at)
    assert "token" not in seen(at)
    assert str(tmp_path) not in seen(at)


def test_hidden_typical_claims_stay_hidden(at: AppTest, tmp_path: Path) -> None:
    """One switch for all pages."""
    oid = fill_library(tmp_path, [TEXT])[0]
    present(at, entity=oid, step="1")
    assert "What is usual for painPoints" in seen(at)
    at.session_state["hide_typical"] = True
    at.run()
    assert "What is usual for painPoints" not in seen(at)
