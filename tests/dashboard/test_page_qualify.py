"""The Qualify page in each of its states, and its number beside that of the endpoints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from octave_api import OctaveClient
from octave_api.contract import Evidence, Persona, QualifyingQuestion, Segment
from octave_api.engine.answering import answer
from octave_api.errors import NotOfferedError
from octave_api.scorecard import FORMULA, score
from pages.parts import state
from tests import app_states
from tests.app_helpers import seen, session

GATE = "INSTANT_DISQUALIFIER"
ASKED = (
    ("BAD", GATE, "Do they lease all of their vans?"),
    ("GOOD", "HIGH", "Do they run more than two depots?"),
    ("GOOD", "HIGH", "Do they keep orders on paper?"),
    ("GOOD", "MEDIUM", "Do they deliver at night?"),
    ("GOOD", "LOW", "Are they hiring drivers?"),
    ("BAD", "MEDIUM", "Do they outsource deliveries?"),
)
NOTES = (
    "They run seven depots. They keep orders on paper. They do not deliver at night. "
    "They outsource deliveries. They own all of their vans."
)
QUESTIONS = [
    QualifyingQuestion(question=text, rationale="Ask.", fit_type=fit, weight=weight)
    for fit, weight, text in ASKED
]
PERSONA = Persona(oid="pe_depot", name="Depot manager", qualifying_questions=QUESTIONS)
SEGMENT = Segment(
    oid="sg_vans",
    name="Owners of vans",
    qualifying_questions=[
        QualifyingQuestion(question=text, rationale="Ask.", fit_type=fit, weight=weight)
        for fit, weight, text in (
            ("GOOD", "HIGH", "Do they run more than two depots?"),
            ("GOOD", "HIGH", "Do they own their vans?"),
            ("BAD", "LOW", "Are they based abroad?"),
        )
    ],
)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[AppTest]:
    """A session that has not run yet."""
    with session(tmp_path) as app:
        yield app


def fill(tmp_path: Path, *entities: Persona | Segment) -> None:
    """Keep entities in the session's library."""
    states = [app_states.State(one, Evidence(oid=one.oid)) for one in entities]
    app_states.keep(tmp_path / "library.sqlite", *states)


def qualify(at: AppTest, **query: str | list[str]) -> AppTest:
    """Open the page by its address."""
    at.run()
    at.switch_page("pages/qualify.py")
    for name, value in query.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def press(at: AppTest, *answers: str) -> AppTest:
    """Answer one question after the other."""
    for one in answers:
        at.button(key=f"say-{one}").click().run()
        assert not at.exception
    return at


def number(at: AppTest) -> str:
    """Give the big number of the page."""
    found = re.search(r'<div class="ox-ten"><b>([^<]*)</b><small>([^<]*)', seen(at))
    assert found is not None
    return f"{found[1]} {found[2]}"


def told(at: AppTest, name: str) -> str:
    """Give a part of the address."""
    value = at.query_params[name]
    return value if isinstance(value, str) else value[0]


def labels(at: AppTest) -> str:
    """Give the labels of all buttons."""
    return "\n".join(button.label for button in at.button)


def test_an_empty_library_offers_the_fictional_examples(at: AppTest) -> None:
    """Nothing is answered: no number, and the formula is there, said to be ours."""
    qualify(at)
    page = seen(at)
    assert "three fictional companies" in page
    assert "Question 1 of 9" in page
    assert number(at) == "– no score yet"
    assert all(sentence in page for sentence in FORMULA.strip(".").split(". "))
    assert "This formula is ours: Octave's own is not public" in page


def test_answers_add_up_line_by_line(at: AppTest, tmp_path: Path) -> None:
    """Clicks go through the questions; the address holds what was said."""
    fill(tmp_path, PERSONA)
    qualify(at)
    press(at, "No", "Yes", "Yes", "No", "Unknown", "Yes")
    assert number(at) == "5 of 10 · 50 of 100"
    page = seen(at)
    assert "(3 + 3 − 2) / 8 = 0.50 → 5 of 10, 50 of 100" in page
    assert "held back by a yes to “Do they outsource deliveries?” and one no" in page
    assert "91% of the weight is answered" in page
    assert told(at, "answers") == "nyynuy"
    at.button(key="undo").click().run()
    assert number(at) == "8 of 10 · 75 of 100"
    assert told(at, "answers") == "nyynu"


def test_a_tripped_gate_greys_the_number_and_can_be_undone(at: AppTest, tmp_path: Path) -> None:
    """It stays visible as what it would have been; unanswered it says to verify first."""
    fill(tmp_path, PERSONA)
    qualify(at, entity="pe_depot", answers="-yyy")
    assert "Verify first" in seen(at)
    assert "1 disqualifier is not answered yet" in seen(at)
    press(at, "Yes")
    assert number(at) == "10 would have been 10 of 10"
    assert "ox-void" in seen(at)
    assert "Disqualified by the answer to “Do they lease all of their vans?”" in seen(at)
    at.button(key="undo").click().run()
    assert number(at) == "10 of 10 · 100 of 100"


def test_what_would_change_it_is_shown(at: AppTest, tmp_path: Path) -> None:
    """The question to ask next with its reason, and single answers with what they lead to."""
    fill(tmp_path, PERSONA)
    qualify(at, entity="pe_depot", answers="nyyy")
    page = seen(at)
    assert "Ask next:" in page
    assert re.search(r"<b>No</b> instead of yes to 2\. .*→ .*Borderline", page)


def test_weights_can_be_set_and_set_back(at: AppTest, tmp_path: Path) -> None:
    """The score follows at once; a weight of nothing is allowed."""
    fill(tmp_path, PERSONA)
    qualify(at, entity="pe_depot", answers="nyny")
    assert number(at).startswith("6 ")
    at.number_input(key="points-MEDIUM").set_value(0.0).run()
    assert number(at).startswith("5 ")
    at.number_input(key="points-MEDIUM").set_value(0.001).run()
    assert not at.exception
    at.button(key="points-reset").click().run()
    assert number(at).startswith("6 ")


def test_several_are_ranked_and_each_can_be_brought_into_view(at: AppTest, tmp_path: Path) -> None:
    """The same question is answered in both at once."""
    fill(tmp_path, PERSONA, SEGMENT)
    qualify(at, entity=["pe_depot", "sg_vans"])
    at.button(key="turn-1").click().run()
    press(at, "Yes")
    assert "Best match: Owners of vans" in seen(at)
    at.button(key="show-sg-vans").click().run()
    assert not at.exception
    assert number(at) == "10 of 10 · 100 of 100"
    assert told(at, "shown") == "sg_vans"
    at.multiselect(key="qualify-chosen").set_value(["pe_depot"]).run()
    assert "Best match" not in seen(at)
    at.multiselect(key="qualify-chosen").set_value([]).run()
    assert not at.exception
    assert "Choose a persona or a segment" in at.info[0].value


def test_notes_propose_and_the_user_confirms_or_overrules(at: AppTest, tmp_path: Path) -> None:
    """Each proposal comes with its sentence; an overruled one is marked."""
    fill(tmp_path, PERSONA)
    qualify(at, entity="pe_depot")
    at.button(key="propose").click().run()
    assert "There is nothing to read" in seen(at)
    at.text_area(key="qualify-notes").set_value(NOTES)
    at.button(key="propose").click().run()
    assert not at.exception
    at.button(key="turn-1").click().run()
    page = seen(at)
    assert "The notes say <b>Yes</b>" in page
    assert "They run seven depots." in page.split("The notes say")[1]
    assert "Confidence HIGH" in page
    assert "from notes" in labels(at)
    press(at, "No")
    assert "notes overruled" in labels(at)
    at.button(key="step-back").click().run()
    assert "You overruled it." in seen(at)
    at.button(key="confirm").click().run()
    assert "from notes" not in labels(at)
    assert "0 wait for you" in seen(at)


def test_a_prospect_is_saved_found_again_and_deleted(at: AppTest, tmp_path: Path) -> None:
    """It needs a name; the address leads back to it; the table opens it."""
    fill(tmp_path, PERSONA)
    qualify(at, entity="pe_depot", answers="nyynny")
    at.button(key="save").click().run()
    assert "It has no name yet" in seen(at)
    at.text_input(key="qualify-name").set_value("Harrow <b>Freight</b>").run()
    at.button(key="save").click().run()
    assert not at.exception
    oid = told(at, "prospect")
    assert oid.startswith("pr_")
    assert "answers" not in at.query_params
    press(at, "Yes")
    assert at.query_params["answers"]
    at.button(key="begin").click().run()
    assert number(at) == "– no score yet"
    at.session_state["qualify-area"] = "Prospects"
    at.run()
    assert "1 prospect, best match first" in seen(at)
    assert "Harrow <b>Freight</b>" in seen(at)
    at.button(key=f"open-{oid.replace('_', '-')}").click().run()
    assert at.session_state["qualify-area"] == "Answer"
    assert number(at) == "4 of 10 · 44 of 100"
    assert at.text_input(key="qualify-name").value == "Harrow <b>Freight</b>"
    at.session_state["qualify-area"] = "Prospects"
    at.run()
    at.button(key=f"delete-{oid.replace('_', '-')}").click().run()
    assert "No prospects yet" in str(at.info[0].proto)


def test_a_reload_brings_the_prospect_back(at: AppTest, tmp_path: Path) -> None:
    """By its id alone, and with the answers in the address over it."""
    fill(tmp_path, PERSONA)
    qualify(at, entity="pe_depot", answers="nyynny")
    at.text_input(key="qualify-name").set_value("Harrow").run()
    at.button(key="save").click().run()
    oid = told(at, "prospect")
    with session(tmp_path) as again:
        qualify(again, prospect=oid)
        assert number(again) == "4 of 10 · 44 of 100"
        assert again.text_input(key="qualify-name").value == "Harrow"
    with session(tmp_path) as third:
        qualify(third, prospect=oid, entity="pe_depot", answers="nyyyyn")
        assert number(third) == "10 of 10 · 100 of 100"


def test_addresses_that_lead_nowhere_are_told(at: AppTest, tmp_path: Path) -> None:
    """Anybody may write one, and what it names may be gone."""
    fill(tmp_path, PERSONA)
    qualify(at, prospect="pr_gone", entity=["pe_gone"], answers=["yy"], area="nowhere")
    assert "No such prospect" in seen(at)
    assert "a persona or segment that is not here" in seen(at)
    assert "Question 1 of 6" in seen(at)


def test_findings_are_mended_by_a_click(at: AppTest, tmp_path: Path) -> None:
    """Each says why; the health adds up; the last click and all of them can be undone."""
    fill(tmp_path, PERSONA)
    loaded = [one.model_copy(update={"rationale": ""}) for one in QUESTIONS[1:4]]
    fill(tmp_path, PERSONA.model_copy(update={"oid": "pe_sick", "qualifying_questions": loaded}))
    qualify(at, entity="pe_sick", area="check")
    page = seen(at)
    assert "Nothing speaks against" in page
    assert "No rationale" in page
    assert "Starts at" in page
    before = len([button for button in at.button if str(button.key).startswith("mend-")])
    at.button(key="mend-0").click().run()
    assert not at.exception
    after = len([button for button in at.button if str(button.key).startswith("mend-")])
    assert after < before
    assert "changed here, for this session" in seen(at)
    at.button(key="mend-all").click().run()
    assert not at.exception
    assert "serious" not in seen(at).casefold().split("starts at")[0]
    at.button(key="check-reset").click().run()
    assert "changed here" not in seen(at)


def test_changed_questions_are_saved_to_the_library(at: AppTest, tmp_path: Path) -> None:
    """As a version of the entity; then nothing is changed here any more."""
    bare = [one.model_copy(update={"rationale": ""}) for one in QUESTIONS]
    fill(tmp_path, PERSONA.model_copy(update={"qualifying_questions": bare}))
    qualify(at, entity="pe_depot", area="check")
    at.button(key="mend-all").click().run()
    at.button(key="check-keep").click().run()
    assert not at.exception
    assert "as a new version" in seen(at)
    assert "changed here" not in seen(at)
    with OctaveClient.embedded(tmp_path / "library.sqlite") as client:
        kept = client.entity("pe_depot")
    assert all(one.rationale for one in kept.qualifying_questions)


CASES = (
    "name,notes,entity,band\n"
    "Harrow,They run seven depots. They keep orders on paper.,Depot manager,good\n"
    "Shed,They run one depot. They outsource deliveries.,,poor\n"
    "Hire,They lease all of their vans. They run nine depots.,,disqualified\n"
    "Odd,They run nine depots.,,poor\n"
)


def test_cases_that_cannot_be_read_are_told(at: AppTest, tmp_path: Path) -> None:
    """Nothing pasted, no such columns, a band that is none; what was pasted stays."""
    fill(tmp_path, PERSONA)
    qualify(at, entity="pe_depot", area="tune")
    assert "No cases yet" in str(at.info[0].proto)
    at.button(key="tune-go").click().run()
    assert "There is no table" in seen(at)
    at.text_area(key="tune-text").set_value("a,b\n1,2")
    at.button(key="tune-go").click().run()
    assert "names no column notes or band" in seen(at)
    at.text_area(key="tune-text").set_value("notes,band\nThey run nine depots.,superb")
    at.button(key="tune-go").click().run()
    assert "Row 2: the band must be one of" in seen(at)
    assert "superb" in at.text_area(key="tune-text").value


def test_a_change_shows_before_and_after_at_once(at: AppTest, tmp_path: Path) -> None:
    """Too high, too low, what each question tells, and what archiving one moves."""
    fill(tmp_path, PERSONA)
    qualify(at, entity="pe_depot", area="tune")
    at.text_area(key="tune-text").set_value(CASES)
    at.button(key="tune-go").click().run()
    assert not at.exception
    page = seen(at)
    assert "3 of 4 cases right" in page
    assert re.search(r"<b>1</b>Too high", page)
    assert "Not enough answers" in page or "Tells" in page
    at.toggle(key="tune-out-pe-depot-0").set_value(True).run()
    assert not at.exception
    page = seen(at)
    assert "2 of 4 cases right" in page
    assert "Your changes move 1 of them: 1 fewer right than before." in page
    assert "before: 3" in page
    at.selectbox(key="tune-weigh-pe-depot-2").set_value("LOW").run()
    assert not at.exception
    at.button(key="tune-pe-depot-reset").click().run()
    assert "3 of 4 cases right" in seen(at)


def test_a_case_without_a_score_says_so_once(at: AppTest, tmp_path: Path) -> None:
    """Its outcome is the word; there is no number beside it."""
    fill(tmp_path, PERSONA)
    qualify(at, entity="pe_depot", area="tune")
    at.text_area(key="tune-text").set_value("notes,band\nThey like tea.,good")
    at.button(key="tune-go").click().run()
    assert not at.exception
    (cell,) = set(re.findall(r'data-name="Came out">(.*?)</td>', seen(at)))
    assert cell.casefold().count("no score") == 1


def test_an_example_of_cases_can_be_filled_in(at: AppTest, tmp_path: Path) -> None:
    """It is made of the questions, and comes out right where the engine reads them."""
    fill(tmp_path, PERSONA)
    qualify(at, entity="pe_depot", area="tune")
    at.button(key="tune-sample").click().run()
    at.button(key="tune-go").click().run()
    assert not at.exception
    assert "3 of 3 cases right" in seen(at)


@pytest.mark.parametrize("name", app_states.STATES)
def test_states_that_are_seldom_met(at: AppTest, tmp_path: Path, name: str) -> None:
    """Every area can be drawn over any entity."""
    met = app_states.STATES[name]()
    app_states.keep(tmp_path / "library.sqlite", met)
    qualify(at, entity=met.entity.oid, answers="yn")
    for area in ("Prospects", "Check the questions", "Tune", "Answer"):
        at.session_state["qualify-area"] = area
        at.run()
        assert not at.exception


def test_a_server_without_a_library_still_lets_one_answer(
    at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over the examples; it is told that nothing can be kept there, and nothing is lost."""

    def none_here(*_: object, **__: object) -> list[object]:
        raise NotOfferedError("This server does not have this call.", status=404)

    monkeypatch.setattr(state, "library", none_here)
    for name in ("prospects", "save_prospect"):
        monkeypatch.setattr(OctaveClient, name, none_here)
    qualify(at)
    assert "No library here" in seen(at)
    press(at, "Yes")
    at.text_input(key="qualify-name").set_value("Harrow").run()
    at.button(key="save").click().run()
    assert "It cannot be kept here" in seen(at)
    assert told(at, "answers").startswith("y")
    assert told(at, "name") == "Harrow"
    at.session_state["qualify-area"] = "Prospects"
    at.run()
    assert not at.exception
    assert "keeps no prospects" in at.info[-1].value


def test_a_library_that_cannot_be_read_is_told(at: AppTest, tmp_path: Path) -> None:
    """In words, not as a fault."""
    (tmp_path / "library.sqlite").write_text("no library", encoding="utf-8")
    at.run()
    at.switch_page("pages/qualify.py").run()
    assert not at.exception
    assert "The library cannot be read" in seen(at)


def test_page_python_and_both_endpoints_give_one_number(at: AppTest, tmp_path: Path) -> None:
    """The same notes, and so the same answers, over the same code."""
    fill(tmp_path, PERSONA, SEGMENT)
    with OctaveClient.embedded(tmp_path / "library.sqlite") as client:
        person = client.qualify_person("any", runtime_context=NOTES).data
        company = client.qualify_company("any", runtime_context=NOTES).data
    assert person is not None
    assert company is not None
    assert person.persona is not None
    assert company.segment is not None
    numbers = {}
    for entity in (PERSONA, SEGMENT):
        questions = entity.qualifying_questions
        proposals = answer([one.question for one in questions], NOTES)
        numbers[entity.oid] = score(questions, {n: p.answer for n, p in enumerate(proposals)}).ten
    assert person.persona.qualification.score == numbers["pe_depot"]
    assert company.segment.qualification.score == numbers["sg_vans"]
    qualify(at, entity=["pe_depot", "sg_vans"])
    at.text_area(key="qualify-notes").set_value(NOTES)
    at.button(key="propose").click().run()
    assert number(at).startswith(f"{numbers['pe_depot']} of 10")
    at.button(key="show-sg-vans").click().run()
    assert number(at).startswith(f"{numbers['sg_vans']} of 10")
