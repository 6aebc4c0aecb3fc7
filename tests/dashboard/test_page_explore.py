"""The Explore page in each of its states."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from octave_api.contract import Persona, QualifyingQuestion, Segment
from pages.parts import state
from tests.app_helpers import fill_library, seen, session
from tests.app_samples import TEXT


@pytest.fixture
def at(tmp_path: Path) -> Iterator[AppTest]:
    """A session that has not run yet."""
    with session(tmp_path) as app:
        yield app


def cards(at: AppTest) -> int:
    """Count the cards on the page."""
    bodies = [element.proto.body for element in at.get("html")]
    return sum(body.count("<details") for body in bodies)


def explore(at: AppTest) -> AppTest:
    """Open the page, the way of a link."""
    at.run()
    return at.switch_page("pages/explore.py").run()


def test_an_empty_library_shows_the_fictional_examples(at: AppTest) -> None:
    """First-time users see how it looks, and are told what they see."""
    explore(at)
    assert not at.exception
    assert "three fictional companies" in seen(at)
    assert "27 questions" in seen(at)


def test_questions_of_the_library_are_shown_by_entity(at: AppTest, tmp_path: Path) -> None:
    """With their evidence in the opened card."""
    fill_library(tmp_path, [TEXT])
    explore(at)
    assert not at.exception
    assert not at.info
    page = seen(at)
    assert "9 questions" in page
    assert "VP of Sales" in page
    assert "Listen for" in page
    assert cards(at) == 9


def test_pills_narrow_the_cards(at: AppTest, tmp_path: Path) -> None:
    """What a bar does, a button does too."""
    fill_library(tmp_path, [TEXT])
    explore(at)
    at.pills(key="fit").set_value(["BAD"]).run()
    assert not at.exception
    assert "of 9 questions" in seen(at)
    assert 0 < cards(at) < 9
    at.button(key="clear").click().run()
    assert cards(at) == 9


def test_the_address_gives_the_view(at: AppTest, tmp_path: Path) -> None:
    """A link can be sent round."""
    oid = fill_library(tmp_path, [TEXT])[0]
    at.query_params["fit"] = "BAD"
    at.query_params["entity"] = oid
    explore(at)
    assert not at.exception
    assert at.pills(key="fit").value == ["BAD"]
    assert [oid] == at.multiselect(key="entity").value


def test_no_match_is_a_state_of_its_own(at: AppTest) -> None:
    """With the way out beside it."""
    explore(at)
    at.text_input(key="q").set_value("zebra").run()
    assert not at.exception
    assert "No question matches" in str(at.info[-1].proto)
    assert at.button(key="clear")


def test_many_questions_are_paged(at: AppTest, tmp_path: Path) -> None:
    """At most fifteen cards at a time."""
    fill_library(tmp_path, [TEXT] * 4)
    explore(at)
    assert not at.exception
    assert cards(at) == 15
    at.session_state["page-0"] = 3
    at.run()
    assert cards(at) == 6


def test_the_chart_counts_what_the_other_filters_leave(at: AppTest, tmp_path: Path) -> None:
    """Its own bars stay, the chosen ones stand out."""
    fill_library(tmp_path, [TEXT])
    fill_library(tmp_path, [TEXT], "segment")
    explore(at)
    at.pills(key="kind").set_value(["persona"])
    at.pills(key="fit").set_value(["GOOD"]).run()
    assert not at.exception
    spec = at.get("vega_lite_chart")[0].proto.spec
    assert "opacity" in json.loads(spec)["layer"][0]["encoding"]
    assert "Bars of 9 questions" in str(at.get("vega_lite_chart")[0].proto)


def test_unknown_values_are_shown_and_can_be_chosen(
    at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server may know more kinds of fit and weight than we do."""
    strange = Persona.model_validate(
        {
            "oId": "p",
            "name": "N",
            "qualifyingQuestions": [
                {"question": "Odd?", "fitType": "MAYBE", "weight": "SEVERE_ONE"}
            ],
        }
    )
    monkeypatch.setattr(state, "library", lambda: [strange])
    monkeypatch.setattr(state, "evidence", lambda entity: None)
    explore(at)
    assert not at.exception
    at.pills(key="fit").set_value(["MAYBE"]).run()
    assert "Severe one" in seen(at)
    assert cards(at) == 1


def test_an_entity_without_questions_is_no_error(
    at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing to weigh is said in words."""
    monkeypatch.setattr(state, "library", lambda: [Segment(oid="s", name="N")])
    explore(at)
    assert not at.exception
    assert "No questions to weigh" in seen(at)
    assert "No questions yet" in str(at.info[0].proto)


def test_a_library_that_cannot_be_read_is_told(
    at: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one sentence, without a stack of calls."""
    broken = tmp_path / "broken.sqlite"
    broken.write_text("this is no database, and it is long enough to be looked at" * 40)
    monkeypatch.setenv("OCTAVE_LIBRARY", str(broken))
    explore(at)
    assert not at.exception
    assert "The library cannot be read" in seen(at)
    assert "not a library" in seen(at)


def test_a_server_without_a_library_shows_the_examples(
    at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Octave's cloud has no such call."""
    from octave_api.errors import NotOfferedError

    def none_here() -> list[object]:
        raise NotOfferedError("Not here.", status=404)

    monkeypatch.setattr(state, "library", none_here)
    explore(at)
    assert not at.exception
    assert "No library here" in seen(at)


def test_what_is_shown_first_can_be_presented(at: AppTest, tmp_path: Path) -> None:
    """One of the library by its oId, a fictional one by a name that outlives the process."""
    explore(at)
    at.button(key="present-open").click().run()
    assert not at.exception
    assert "Fictional example" in seen(at)
    oid = fill_library(tmp_path, [TEXT])[0]
    explore(at)
    at.button(key="present-open").click().run()
    assert oid in at.query_params["entity"]


CHARTS = {
    "balance": "Is the set of questions lopsided?",
    "origins": "What did we read, what did we assume?",
    "overlap": "Who asks the same thing?",
    "coverage": "Which letters are covered?",
}


@pytest.mark.parametrize("chart", CHARTS)
def test_each_chart_has_its_question_and_is_drawn_alone(
    at: AppTest, tmp_path: Path, chart: str
) -> None:
    """Only the chart in view is worked out."""
    fill_library(tmp_path, [TEXT] * 2)
    at.query_params["chart"] = chart
    explore(at)
    assert not at.exception
    assert len(at.get("vega_lite_chart")) == 1
    page = seen(at)
    assert [name for name, words in CHARTS.items() if words in page] == [chart]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"origin": "INFERRED"}, 18),
        ({"origin": "NONSENSE"}, 18),
        ({"letter": "MEDDPICC: identify pain"}, 18),
        ({"field": "Pain points"}, 4),
        ({"hide_typical": "1"}, 18),
    ],
)
def test_every_part_of_the_filter_can_be_linked(
    at: AppTest, tmp_path: Path, query: dict[str, str], count: int
) -> None:
    """Values that are not there are passed over."""
    fill_library(tmp_path, [TEXT] * 2)
    for key, value in query.items():
        at.query_params[key] = value
    explore(at)
    assert not at.exception
    assert re.match(rf"{count} (?:of 18 )?questions", at.header[0].value)
    assert cards(at) == min(count, 15)


def test_a_filter_of_a_chart_out_of_view_is_kept_and_shown(at: AppTest, tmp_path: Path) -> None:
    """The filter is said in one place, whichever chart is in view."""
    fill_library(tmp_path, [TEXT] * 2)
    at.query_params["letter"] = "MEDDPICC: identify pain"
    explore(at)
    at.pills(key="fit").set_value(["BAD"]).run()
    assert not at.exception
    page = seen(at)
    assert "Only" in page
    assert "MEDDPICC: identify pain" in page
    assert list(at.session_state["letter"]) == ["MEDDPICC: identify pain"]


def test_cards_can_be_grouped_sorted_opened_and_closed(at: AppTest, tmp_path: Path) -> None:
    """The address tells the view too."""
    fill_library(tmp_path, [TEXT])
    at.query_params["group"] = "weight"
    at.query_params["sort"] = "words"
    explore(at)
    assert not at.exception
    assert (at.selectbox(key="group").value, at.selectbox(key="sort").value) == ("weight", "words")
    assert "Disqualifier" in seen(at)
    at.button(key="open").click().run()
    assert sum(e.proto.body.count('class="ox-q" open') for e in at.get("html")) == 9
    # The click drew the list alone; the buttons are over it.
    at.run()
    at.button(key="close").click().run()
    assert sum(e.proto.body.count('class="ox-q" open') for e in at.get("html")) == 0


@pytest.mark.parametrize("chart", CHARTS)
def test_answers_without_evidence_say_why_they_have_no_marks(
    at: AppTest, monkeypatch: pytest.MonkeyPatch, chart: str
) -> None:
    """Octave's cloud gives none."""
    persona = Persona(oid="p", name="N", qualifying_questions=[ask("Alone?")])
    monkeypatch.setattr(state, "library", lambda: [persona])
    monkeypatch.setattr(state, "evidence", lambda entity: None)
    at.query_params["chart"] = chart
    explore(at)
    assert not at.exception
    page = seen(at)
    assert "came without evidence, their server keeps none" in page
    assert "1 question" in page
    assert "Inferred" not in page


@pytest.mark.parametrize("chart", CHARTS)
def test_strange_texts_are_shown_as_they_are(
    at: AppTest, monkeypatch: pytest.MonkeyPatch, chart: str
) -> None:
    """Very long words, other directions of writing, markup."""
    texts = ["Donaudampfschiff" * 30, "هل لديهم ميزانية؟", "<b>$5</b> ![x](http://a.example/b)"]
    found = [
        Persona(oid=f"p{n}", name=t, qualifying_questions=[ask(t)]) for n, t in enumerate(texts)
    ]
    monkeypatch.setattr(state, "library", lambda: found)
    monkeypatch.setattr(state, "evidence", lambda entity: None)
    at.query_params["chart"] = chart
    explore(at)
    assert not at.exception
    assert cards(at) == 3
    assert all(text in seen(at) for text in texts)


def ask(text: str) -> QualifyingQuestion:
    """Make a question."""
    return QualifyingQuestion(question=text, fit_type="GOOD", weight="HIGH")
