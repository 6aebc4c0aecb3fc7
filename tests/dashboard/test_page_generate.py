"""The Generate page in each of its states."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from octave_api import OctaveClient
from octave_api.contract import Persona
from octave_api.errors import OctaveError
from pages.parts import cards, examples, runs
from pages.parts.entries import Entry
from pages.parts.evidence import Sentence
from tests import app_states
from tests.app_helpers import fill_library, finish, seen, session
from tests.app_samples import TEXT


@pytest.fixture
def at(tmp_path: Path) -> Iterator[AppTest]:
    """A session that has not run yet."""
    with session(tmp_path) as app:
        yield app


def own(at: AppTest, text: str = "", urls: str = "") -> AppTest:
    """Go to one's own desk and type."""
    at.run()
    at.pills(key="desk").set_value("own").run()
    at.text_area(key="text:own:0").set_value(text)
    at.text_area(key="urls:own:0").set_value(urls)
    return at.run()


def result_oid(at: AppTest) -> str:
    """Give the oId of the last run's first result."""
    run = next(iter(at.session_state["runs"].values()))
    return run.outcomes[0].entity.oid


def alerts(at: AppTest) -> int:
    """Count the boxes that say what went wrong."""
    return sum('role="alert"' in element.proto.body for element in at.get("html"))


def open_link(at: AppTest, *results: str) -> AppTest:
    """Open the page by an address that names results."""
    at.query_params["result"] = list(results)
    return at.run()


def test_the_first_paint_is_a_filled_example(at: AppTest) -> None:
    """No empty form: a fictional company, marked as such, with its result."""
    at.run()
    assert not at.exception
    assert examples.EXAMPLES[0].text == at.text_area(key="text:tallowmere:0").value
    page = seen(at)
    assert "Fictional example" in page
    assert "claims quoted" in page


def test_examples_leave_the_library_alone(at: AppTest, tmp_path: Path) -> None:
    """Looking is not keeping."""
    at.run()
    with OctaveClient.embedded(tmp_path / "library.sqlite") as client:
        assert client.entities().total == 0


@pytest.mark.parametrize("example", examples.EXAMPLES, ids=lambda example: example.key)
def test_every_example_can_be_chosen(at: AppTest, example: examples.Example) -> None:
    """Each turns to what its text suits best."""
    at.run()
    at.pills(key="desk").set_value(example.key).run()
    assert not at.exception
    assert example.kind == at.segmented_control(key="make").value
    assert example.text == at.text_area(key=f"text:{example.key}:0").value


def test_ones_own_desk_starts_empty_and_says_what_comes(at: AppTest) -> None:
    """The empty state is designed too."""
    own(at)
    assert not at.exception
    assert "Your persona appears here" in seen(at)
    assert at.text_area(key="text:own:0").value == ""


def question_cards_in(at: AppTest) -> int:
    """Count the cards of questions on the page."""
    return sum(element.proto.body.count("<details") for element in at.get("html"))


def test_a_text_gives_a_result_with_marks_questions_and_calls(at: AppTest) -> None:
    """The whole main job."""
    own(at, TEXT).button(key="generate").click().run()
    finish(at)
    assert not at.exception
    page = seen(at)
    assert "Large deals stall in legal review" in page
    assert "Quoted" in page
    assert "Inferred" in page
    assert "Typical" in page
    assert "Look at its careers page" in page
    assert any("OctaveClient" in code.value or "_metadata" in code.value for code in at.code)
    assert question_cards_in(at) == 9


def test_a_claim_shows_its_sentence_and_lets_it_go(at: AppTest) -> None:
    """Pressed once the sentence is strong in the source, pressed again it is not."""
    own(at, TEXT).button(key="generate").click().run()
    finish(at)
    strong = '"text": "Large deals stall in legal review", "strength": "selected"'
    assert strong not in seen(at)
    claim = next(b for b in at.button if "Large deals stall" in b.label)
    claim.click().run()
    assert not at.exception
    assert strong in seen(at)
    claim.click().run()
    assert strong not in seen(at)


def test_a_sentence_lists_its_claims_and_one_of_them_can_be_chosen(at: AppTest) -> None:
    """The way back: what was made of these words?"""
    own(at, TEXT).button(key="generate").click().run()
    finish(at)
    oid = result_oid(at)
    start = TEXT.index("Large deals")
    at.session_state[f"sentence:{oid}"] = Sentence(0, start, start + 33)
    at.run()
    page = seen(at)
    assert "claims rest on this sentence" in page
    resting = [b for b in at.button if (b.key or "").startswith("rest-")]
    assert any("Qualifying questions" in b.label for b in resting)
    resting[0].click().run()
    assert not at.exception
    assert "ox-said" in seen(at)


def test_typical_claims_can_be_hidden(at: AppTest) -> None:
    """One switch leaves what the source says and what follows from it."""
    at.run()
    assert "What is usual for painPoints" in seen(at)
    at.toggle(key="hide_typical").set_value(True).run()
    assert "What is usual for painPoints" not in "\n".join(seen(at).split("Typical")[1:])


def test_bad_items_do_not_take_the_good_ones_down(at: AppTest) -> None:
    """The good one gives its result, the bad one its error, in order; nothing typed is lost."""
    own(at, TEXT)
    at.button(key="add").click().run()
    at.text_area(key="urls:own:1").set_value("http://127.0.0.1/a\nhttps://no-such-host.invalid/")
    at.run()
    at.button(key="generate").click().run()
    finish(at)
    assert not at.exception
    # One for each address, beside the item; the row of results only leads there.
    assert alerts(at) == 2
    at.session_state["tab:own"] = "Item 1"
    at.button(key="wrong-1").click().run()
    assert at.session_state["tab:own"] == "Item 2"
    assert "http://127.0.0.1/a" in seen(at)
    assert "claims quoted" in seen(at)
    assert (
        at.text_area(key="urls:own:1").value == "http://127.0.0.1/a\nhttps://no-such-host.invalid/"
    )
    assert at.text_area(key="text:own:0").value == TEXT


def test_a_single_failure_leaves_the_form_and_says_so(at: AppTest) -> None:
    """There is no result; the reason stands beside the item."""
    own(at, urls="https://no-such-host.invalid/").button(key="generate").click().run()
    finish(at)
    assert not at.exception
    assert "No persona this time" in seen(at)
    assert alerts(at) == 1
    # An address that is copied from the message must lead somewhere.
    assert "https://no-such-host.invalid/" in seen(at)


def test_a_run_that_ends_while_the_form_is_drawn_still_says_what_failed(
    at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last moment: the form was drawn without the failure, the result is there already."""
    own(at, TEXT).button(key="add").click().run()
    at.text_area(key="urls:own:1").set_value("http://127.0.0.1/inside").run()
    begun: list[tuple[runs.Run, runs.Client]] = []
    monkeypatch.setattr(runs, "_begin", lambda client, run: begun.append((run, client)) or run)
    put_title = cards.page_title

    def and_end(*args: Any, **options: Any) -> None:
        put_title(*args, **options)
        for run, client in begun:
            run.work(client)
        begun.clear()

    monkeypatch.setattr(cards, "page_title", and_end)
    at.button(key="generate").click().run()
    assert not at.exception
    assert "http://127.0.0.1/inside" in seen(at)
    assert alerts(at) == 1
    assert at.button(key="fold")


def test_nothing_to_read_is_told_at_the_item(at: AppTest) -> None:
    """No call is made for an empty item."""
    own(at).button(key="generate").click().run()
    assert not at.exception
    assert "Nothing to read for this persona" in seen(at)
    assert "runs" not in at.session_state or not at.session_state["runs"]


def test_addresses_in_the_text_box_are_recognised(at: AppTest) -> None:
    """And the page says so before anything is sent."""
    own(at, "https://a.example\nhttps://b.example")
    assert "the 2 addresses will be read as web pages" in seen(at)


def test_items_can_be_added_and_removed(at: AppTest) -> None:
    """What stands in the others stays."""
    own(at, TEXT)
    at.button(key="add").click().run()
    at.text_area(key="text:own:1").set_value("second").run()
    at.button(key="remove:own:0").click().run()
    assert not at.exception
    assert at.text_area(key="text:own:1").value == "second"


def test_what_was_typed_survives_examples_and_pages(at: AppTest) -> None:
    """Looking elsewhere costs nothing."""
    own(at, "my own words")
    at.pills(key="desk").set_value("quenby").run()
    at.switch_page("pages/explore.py").run()
    at.switch_page("pages/generate.py").run()
    at.pills(key="desk").set_value("own").run()
    assert not at.exception
    assert at.text_area(key="text:own:0").value == "my own words"


def test_a_result_survives_a_page_switch(at: AppTest) -> None:
    """It is kept for the session."""
    own(at, TEXT).button(key="generate").click().run()
    finish(at)
    at.switch_page("pages/explore.py").run()
    at.switch_page("pages/generate.py").run()
    assert not at.exception
    assert "Large deals stall in legal review" in seen(at)


def test_hostile_text_reaches_the_page_as_text(at: AppTest) -> None:
    """No tag of the text is in what is sent to the browser."""
    own(at, "- <img src=x onerror=alert(1)> and ![x](http://a.example/b.png)\n" * 3)
    at.button(key="generate").click().run()
    finish(at)
    assert not at.exception
    raw = "\n".join(str(element.proto) for element in at.get("html"))
    assert "<img" not in raw
    assert all("![x]" not in button.label for button in at.button)


def test_a_wrong_connection_is_told(at: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key that cannot be sent is a sentence, not a stack of calls; the key is not shown."""
    monkeypatch.setenv("OCTAVE_BASE_URL", "not an address")
    at.run()
    assert not at.exception
    own(at, TEXT).button(key="generate").click().run()
    assert not at.exception
    assert "base_url must begin with" in seen(at)


def test_the_address_names_the_result_and_brings_it_back(at: AppTest, tmp_path: Path) -> None:
    """A reload is a new session with the same address."""
    own(at, TEXT).button(key="generate").click().run()
    finish(at)
    oid = result_oid(at)
    assert at.query_params["result"] == oid
    with session(tmp_path) as again:
        open_link(again, oid)
        assert not again.exception
        assert "Large deals stall in legal review" in seen(again)
        assert again.text_area(key="text:own:0").value == TEXT
        assert again.query_params["result"] == oid


def test_several_results_come_back_in_their_order(at: AppTest, tmp_path: Path) -> None:
    """And what each was made of is in its own item."""
    oids = fill_library(tmp_path, [TEXT, f"{TEXT}- Something more that is said here\n"])
    open_link(at, *oids)
    assert not at.exception
    assert [b.key for b in at.button if (b.key or "").startswith("show-")] == ["show-0", "show-1"]
    assert "Something more" in at.text_area(key="text:own:1").value


def test_an_example_is_named_by_its_key(at: AppTest) -> None:
    """It is kept in no library; the very first view needs no name."""
    at.run()
    assert "result" not in at.query_params
    at.pills(key="desk").set_value("quenby").run()
    assert at.query_params["result"] == "quenby.segment"


def test_an_example_comes_back_by_its_key(at: AppTest) -> None:
    """Also as what it does not suit best."""
    open_link(at, "quenby.persona")
    assert not at.exception
    assert at.pills(key="desk").value == "quenby"
    assert at.segmented_control(key="make").value == "persona"


@pytest.mark.parametrize("name", ["pe_gone", "sg_gone", "nonsense", "quenby.nonsense", "<b>"])
def test_a_name_of_nothing_is_told(at: AppTest, name: str) -> None:
    """A link may be old, or made up."""
    open_link(at, name)
    assert not at.exception
    assert "This result cannot be shown" in seen(at)
    assert "it was deleted, or the link is from another one" in seen(at)


def test_a_connection_without_a_library_says_so(
    at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Octave's cloud cannot be asked for what it made."""

    def refuse(*_: object) -> None:
        raise OctaveError("The connection in use keeps no library.")

    monkeypatch.setattr(runs, "read_back", refuse)
    open_link(at, "pe_x")
    assert "keeps no library" in seen(at)


def test_an_answer_without_evidence_has_no_marks_and_says_why(
    at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is a result all the same."""
    monkeypatch.setattr(runs, "read_evidence", lambda *_: None)
    own(at, TEXT).button(key="generate").click().run()
    finish(at)
    assert not at.exception
    page = seen(at)
    assert "came without evidence" in page
    assert "ox-badge ox-quoted" not in page
    assert "Large deals stall in legal review" in page


@pytest.mark.parametrize("name", app_states.STATES)
def test_every_state_is_drawn(at: AppTest, tmp_path: Path, name: str) -> None:
    """Bare, long, many, unknown: none is an error."""
    state = app_states.STATES[name]()
    app_states.keep(tmp_path / "library.sqlite", state)
    open_link(at, state.entity.oid)
    assert not at.exception
    assert html.escape(state.entity.name[:20]) in seen(at)


def test_a_field_of_many_lines_shows_some_and_how_many_more(at: AppTest, tmp_path: Path) -> None:
    """A wall of text is not read; the rest is a press away."""
    app_states.keep(tmp_path / "library.sqlite", app_states.long_field())
    open_link(at, "pe_long")
    assert not any("Report number 9 " in button.label for button in at.button)
    next(button for button in at.button if button.label == "17 more").click().run()
    assert any("Report number 25 " in button.label for button in at.button)


def test_many_questions_come_in_pages(at: AppTest, tmp_path: Path) -> None:
    """200 cards at once would make every click slow."""
    app_states.keep(tmp_path / "library.sqlite", app_states.many_questions())
    open_link(at, "sg_many")
    assert question_cards_in(at) == 20


def test_the_form_is_put_away_for_a_result_and_comes_back(at: AppTest) -> None:
    """What needs mending is never hidden."""
    own(at, TEXT).button(key="generate").click().run()
    finish(at)
    assert "ox-alone" in seen(at)
    at.button(key="unfold").click().run()
    assert "ox-alone" not in seen(at)
    assert at.text_area(key="text:own:0").value == TEXT


def test_an_untouched_example_leaves_the_choice_to_the_width_of_the_screen(at: AppTest) -> None:
    """Both ways are drawn, of which the styles show one; after a press there is one."""
    at.run()
    assert {"unfold-narrow", "fold-wide"} <= {button.key for button in at.button}
    at.button(key="unfold-narrow").click().run()
    keys = {button.key for button in at.button}
    assert "fold" in keys
    assert keys.isdisjoint({"unfold", "unfold-narrow", "fold-wide"})
    at.button(key="fold").click().run()
    assert "ox-alone" in seen(at)


def test_stop_says_what_may_still_come_and_leads_to_what_came(at: AppTest) -> None:
    """A call that is on its way cannot be called back; nobody is left to wonder about it."""
    own(at, TEXT)
    run = runs.Run("persona", [runs.Outcome(Entry(text=TEXT), "persona", "reading")])
    run.cancel()
    at.session_state["runs"] = {("own", "persona"): run}
    at.run()
    assert "You stopped it" in seen(at)
    assert "cannot be called back" in seen(at)
    outcome = run.outcomes[0]
    outcome.entity, outcome.answer = Persona(oid="pe_late", name="Latecomer"), {"data": []}
    outcome.cut_off = False
    at.run()
    assert "cannot be called back" not in seen(at)
    assert "was made all the same" in seen(at)
    at.button(key="accept-0").click().run()
    assert not at.exception
    assert "Latecomer" in seen(at)
    assert "You stopped it" not in seen(at)


def test_the_address_of_the_last_result_does_not_bring_it_back_over_a_new_one(at: AppTest) -> None:
    """A page that asks again while a run goes on still has the old address."""
    own(at, TEXT).button(key="generate").click().run()
    finish(at)
    old = result_oid(at)
    run = runs.Run("persona", [runs.Outcome(Entry(text=TEXT), "persona", "reading")])
    at.session_state["runs"] = {("own", "persona"): run}
    at.run()
    assert at.query_params["result"] in (old, [old])
    outcome = run.outcomes[0]
    outcome.entity, outcome.answer = Persona(oid="pe_new", name="Newcomer"), {"data": []}
    outcome.stage = "done"
    at.query_params["result"] = old
    at.run()
    assert not at.exception
    assert "Newcomer" in seen(at)
    assert result_oid(at) == "pe_new"


def test_a_tick_after_the_result_was_drawn_asks_for_nothing() -> None:
    """It has the address of before; a page that ran with it would bring the last result back."""

    def page() -> None:
        import streamlit as st

        from pages.parts import run_view
        from pages.parts.runs import Run

        st.session_state["times"] = st.session_state.get("times", 0) + 1
        run = Run("persona", [], shown=True)
        run.cancel()
        run_view.progress(run)

    at = AppTest.from_function(page).run()
    assert not at.exception
    assert at.session_state["times"] == 1


def test_a_tick_with_an_old_address_waits_for_the_next_one() -> None:
    """It finds a stopped call answered, but the page ran with it would bring a result back."""

    def page() -> None:
        import streamlit as st

        from pages.parts import run_view, runs
        from pages.parts.entries import Entry

        st.session_state["times"] = st.session_state.get("times", 0) + 1
        if st.session_state["times"] == 1:
            st.session_state["told"] = ["pe_new"]
            run_view.still_coming(runs.Run("persona", [runs.Outcome(Entry(), "persona")]))
        elif st.session_state["times"] == 2:
            st.query_params["result"] = "pe_new"
            run_view.still_coming(runs.Run("persona", [runs.Outcome(Entry(), "persona")]))

    at = AppTest.from_function(page)
    at.query_params["result"] = "pe_old"
    at.run()
    assert not at.exception
    assert at.session_state["times"] == 1
    at.run()
    assert at.session_state["times"] == 3


def test_presenting_leads_to_the_result(at: AppTest) -> None:
    """From an example as from a result of one's own."""
    at.run()
    at.button(key="present-open").click().run()
    assert not at.exception
    assert "1 / " in seen(at)
