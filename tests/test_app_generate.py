"""The Generate page in each of its states."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import examples
from tests.app_helpers import finish, seen, session
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
    from octave_api import OctaveClient

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
    assert len(at.expander) == 9


def test_a_claim_shows_its_sentence_and_lets_it_go(at: AppTest) -> None:
    """Pressed once the sentence is strong in the source, pressed again it is not."""
    own(at, TEXT).button(key="generate").click().run()
    finish(at)
    assert "ox-here" not in seen(at)
    claim = next(b for b in at.button if "Large deals stall" in b.label)
    claim.click().run()
    assert not at.exception
    assert '<i class="ox-here"></i><mark>Large deals stall in legal review</mark>' in seen(at)
    claim.click().run()
    assert "ox-here" not in seen(at)


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
    errors = [error.value for error in at.error]
    assert len(errors) == 3
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
    assert len(at.error) == 1


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
