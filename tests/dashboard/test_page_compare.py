"""The Compare page in each of its states."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from octave_api import OctaveClient
from octave_api.errors import NotOfferedError
from pages.parts import state
from tests import app_states, compare_samples
from tests.app_helpers import seen, session
from tests.app_states import State


@pytest.fixture
def at(tmp_path: Path) -> Iterator[AppTest]:
    """A session that has not run yet."""
    with session(tmp_path) as app:
        yield app


@pytest.fixture
def filled(tmp_path: Path) -> None:
    """Keep three personas that have much in common, and a segment."""
    keep(tmp_path, *compare_samples.ALL)


def keep(tmp_path: Path, *states: State) -> None:
    """Put entities into the session's library."""
    app_states.keep(tmp_path / "library.sqlite", *states)


def open_page(at: AppTest, **query: str) -> str:
    """Open the page by its address; give what is seen."""
    at.run()
    at.switch_page("pages/compare.py")
    for name, value in query.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return seen(at)


def told(at: AppTest) -> dict[str, str]:
    """Give the address."""
    return {
        name: value if isinstance(value, str) else value[0]
        for name, value in at.query_params.items()
    }


def test_an_empty_library_compares_the_fictional_examples(at: AppTest) -> None:
    """Two of a kind, or a persona with a segment, and it is said whose they are."""
    page = open_page(at)
    assert "three fictional companies" in page
    assert "tallowmere.persona" in told(at).values()
    assert "ox-finding" in page


@pytest.mark.usefixtures("filled")
def test_two_side_by_side(at: AppTest) -> None:
    """The finding, the three best questions as one says them, what is shared with its marks."""
    page = open_page(at, a="pe_maint", b="pe_prod")
    assert "4 of 5 questions tell them apart." in page
    assert "2 of 8 lines shared." in page
    assert "“Who does your maintenance?”" in page
    assert "Would confuse them" in page
    assert "does not ask, but says it under Pain points" in page
    for mark in ("Quoted", "Inferred", "Typical", "Edited"):
        assert f">{mark}</span>" in page
    assert told(at) == {"a": "pe_maint", "b": "pe_prod"}


@pytest.mark.usefixtures("filled")
def test_a_third_joins_and_leaves(at: AppTest) -> None:
    """The address follows, and so a reload brings it back."""
    open_page(at, a="pe_maint", b="pe_prod")
    at.selectbox(key="compare-c").set_value("pe_buy").run()
    assert not at.exception
    assert "1 of 6 shared by all" in seen(at)
    assert told(at) == {"a": "pe_maint", "b": "pe_prod", "c": "pe_buy"}
    at.selectbox(key="compare-b").set_value(None).run()
    assert told(at) == {"a": "pe_maint", "b": "pe_buy"}
    assert "Head of Production</bdi></h2>" not in seen(at)


@pytest.mark.usefixtures("filled")
def test_the_switch_hides_what_is_typical(at: AppTest) -> None:
    """Before it is compared; the address keeps the switch."""
    page = open_page(at, a="pe_maint", b="pe_prod")
    assert "Skilled technicians" in page
    at.toggle(key="compare-hide").set_value(True).run()
    assert "Skilled technicians" not in seen(at)
    assert "2 of 7 lines shared." in seen(at)
    assert told(at)["typical"] == "hide"


@pytest.mark.usefixtures("filled")
def test_the_address_gives_switch_and_view(at: AppTest) -> None:
    """A link can be sent round; a view that there is not is the first."""
    page = open_page(at, a="pe_maint", b="pe_prod", typical="hide", view="odd")
    assert "Skilled technicians" not in page
    assert at.toggle(key="compare-hide").value
    assert "Ask these to tell them apart" in page


@pytest.mark.usefixtures("filled")
def test_the_choice_survives_a_visit_to_another_page(at: AppTest) -> None:
    """And what was not chosen is not chosen on the way back."""
    open_page(at, a="pe_buy", b="pe_prod")
    at.switch_page("pages/explore.py").run()
    at.query_params.clear()
    at.switch_page("pages/compare.py").run()
    assert not at.exception
    assert [box.value for box in at.selectbox] == ["pe_buy", "pe_prod", None]
    assert told(at) == {"a": "pe_buy", "b": "pe_prod"}


@pytest.mark.usefixtures("filled")
def test_a_persona_and_a_segment_are_held_against_each_other(at: AppTest) -> None:
    """Mixed kinds have no fields in common; the words that meet are shown."""
    page = open_page(at, a="pe_maint", b="sg_makers")
    assert "They have no fields in common" in page
    assert "<mark>Spare</mark>" in page
    assert "A yes speaks for one of the two and against the other." in page


@pytest.mark.usefixtures("filled")
def test_the_matrix_of_all(at: AppTest) -> None:
    """Chosen by its name, and told to the address."""
    open_page(at, a="pe_maint", b="pe_prod")
    at.segmented_control(key="compare-view").set_value("Persona by segment").run()
    assert not at.exception
    page = seen(at)
    assert "fits Makers of machines best" in page
    assert "The words that show it" in page
    assert told(at) == {"a": "pe_maint", "b": "pe_prod", "view": "matrix"}


def test_a_large_matrix_shows_its_pairs_a_page_at_a_time(at: AppTest, tmp_path: Path) -> None:
    """Twenty-five by twenty-five: every number in the table, ten pairs with their lines."""
    with OctaveClient.embedded(tmp_path / "library.sqlite") as client:
        for n in range(26):
            line = f"Spare parts for plant {n} arrive late"
            client.personas.create(name=f"Manager {n}", pain_points=[line])
            client.segments.create(name=f"Plants {n}", data={"keyPriorities": [line]})
    page = open_page(at, view="matrix")
    assert "At most 25 personas and 25 segments fit in here." in page
    drawn = "".join(str(one.proto) for one in at.main if one.type == "html")
    drawn = drawn or "".join(str(one.proto) for one in at.get("html"))
    assert (drawn.count("<td style"), drawn.count("<details")) == (625, 10)


def test_the_matrix_needs_both_kinds(at: AppTest, tmp_path: Path) -> None:
    """It says which one is missing."""
    keep(tmp_path, compare_samples.MAINTENANCE)
    assert "There is no segment yet" in open_page(at, view="matrix")


def test_one_entity_only(at: AppTest, tmp_path: Path) -> None:
    """What to do is said, and nothing is compared."""
    keep(tmp_path, compare_samples.MAINTENANCE)
    page = open_page(at)
    assert "Two are needed to compare" in page
    assert "ox-finding" not in page


@pytest.mark.usefixtures("filled")
def test_an_unknown_id_is_told(at: AppTest) -> None:
    """What is known of the address stays."""
    page = open_page(at, a="pe_gone", b="pe_prod")
    assert "The address names something that is not here." in page
    assert "Choose two" in page
    assert told(at) == {"a": "pe_prod"}


@pytest.mark.usefixtures("filled")
def test_one_and_the_same_twice(at: AppTest) -> None:
    """All is shared, and it is said why."""
    page = open_page(at, a="pe_buy", b="pe_buy")
    assert "This is one and the same" in page
    assert "3 of 3 lines shared." in page
    assert "Ask these to tell them apart" not in page


def test_two_of_the_same_content(at: AppTest, tmp_path: Path) -> None:
    """Two entities that say and ask the same are told to do so."""
    one = compare_samples.PURCHASING
    copy = State(one.entity.model_copy(update={"oid": "pe_twin"}), one.evidence)
    keep(tmp_path, one, copy)
    page = open_page(at)
    assert "They say and ask the same: nothing tells them apart." in page
    assert "Head of Purchasing (2)" in page


def test_nothing_shared(at: AppTest, tmp_path: Path) -> None:
    """Every question tells them apart."""
    keep(tmp_path, compare_samples.PURCHASING, app_states.long_field())
    page = open_page(at)
    assert "All 3 questions tell them apart." in page
    assert "lines shared." in page
    assert "None of" in page
    assert "No question is asked by two of them" in page


@pytest.mark.parametrize("name", app_states.STATES)
def test_states_that_are_seldom_met(at: AppTest, tmp_path: Path, name: str) -> None:
    """Beside a plain one, and in the matrix."""
    met = app_states.STATES[name]()
    keep(tmp_path, met, *compare_samples.ALL)
    plain = "pe_buy" if met.entity.oid.startswith("pe") else "sg_makers"
    page = open_page(at, a=met.entity.oid, b=plain, c=plain)
    assert "ox-finding" in page
    assert not any("<b>$5" in element.proto.body for element in at.get("html"))
    at.segmented_control(key="compare-view").set_value("Persona by segment").run()
    assert not at.exception


def test_a_server_without_a_library_compares_the_examples(
    at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told that there is no library."""

    def none_here() -> list[object]:
        raise NotOfferedError("This server does not have this call.", status=404)

    monkeypatch.setattr(state, "library", none_here)
    assert "No library here" in open_page(at)


def test_a_library_that_cannot_be_read_is_told(at: AppTest, tmp_path: Path) -> None:
    """In words, not as a fault."""
    (tmp_path / "library.sqlite").write_text("no library", encoding="utf-8")
    assert "The library cannot be read" in open_page(at)
