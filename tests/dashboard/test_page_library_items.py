"""Offerings, brand voices, playbooks and resources on the Library page: made, changed, undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from octave_api import OctaveClient
from pages.parts.library import item_forms as forms
from pages.parts.library.item_forms import FORMS
from tests.app_helpers import seen, session


@pytest.fixture
def at(tmp_path: Path) -> Iterator[AppTest]:
    """The area, open."""
    with session(tmp_path) as app:
        app.run()
        app.switch_page("pages/library.py")
        app.query_params["area"] = "with"
        app.run()
        assert not app.exception
        yield app


def kept(tmp_path: Path) -> OctaveClient:
    """Give another client of the session's library."""
    return OctaveClient.embedded(tmp_path / "library.sqlite")


def press(at: AppTest, key: str) -> AppTest:
    """Press a button."""
    at.button(key=key).click().run()
    assert not at.exception
    return at


def widget(at: AppTest, ending: str) -> str:
    """Give the key of the form's widget that ends so."""
    found = [*at.text_input, *at.text_area, *at.selectbox]
    return next(str(one.key) for one in found if str(one.key).endswith(ending))


def test_an_offering_is_made_changed_and_taken_back(at: AppTest, tmp_path: Path) -> None:
    """Each act is told with its undo, and stands among the recent changes."""
    assert "No offering yet" in seen(at)
    press(at, "item-new")
    press(at, "item-save")
    assert "Name is needed." in seen(at)
    at.text_input(key=widget(at, "-name")).set_value("Line*Keeper")
    at.text_area(key=widget(at, "-capabilities")).set_value("- Reads sensors\nOrders parts\n")
    press(at, "item-save")
    assert "Line*Keeper" in seen(at)
    with kept(tmp_path) as client:
        (made,) = client.products.list().data
        assert made.capabilities == ["Reads sensors", "Orders parts"]
        at.text_area(key=widget(at, "-summary")).set_value("Stops less.")
        press(at, "item-save")
        changed = client.products.get(made.oid)
        assert (changed.summary, changed.capabilities) == ("Stops less.", made.capabilities)
        press(at, "item-delete")
        assert client.products.list().total == 0
        press(at, "library-undo")
        assert client.products.get(made.oid) == changed
        done = [one.action for one in client.library.changes().data]
        assert done == ["undone", "deleted", "edited", "created"]


def test_every_kind_has_its_list_and_its_form(at: AppTest, tmp_path: Path) -> None:
    """What was made elsewhere is listed, opens, and is saved unchanged without a change."""
    with kept(tmp_path) as client:
        offering = client.products.create(name="LineKeeper")
        oids = {
            "brand_voice": client.brand_voices.create(title="Plain").oid,
            "playbook": client.playbooks.create(product_oid=offering.oid, name="Plants").oid,
            "resource": client.resources.create(mode="text", text="A plant.", name="Notes").oid,
        }
        for kind, oid in oids.items():
            at.session_state["library-item-kind"] = kind
            at.run()
            press(at, f"open-{oid.replace('_', '-')}")
            press(at, "item-save")
            assert "Nothing was changed" in seen(at)
            press(at, "item-back")
        assert len(client.library.changes().data) == 4


def test_the_company_is_said(at: AppTest, tmp_path: Path) -> None:
    """It is the context where no offering is named."""
    at.session_state["library-item-kind"] = "company"
    at.run()
    at.text_input(key="company-name").set_value("LineKeeper Ltd")
    at.text_area(key="company-text").set_value("We watch machines.")
    press(at, "company-save")
    with kept(tmp_path) as client:
        found = client.library.workspace()
    assert (found.company, found.text) == ("LineKeeper Ltd", "We watch machines.")


def test_a_form_names_only_what_is_otherwise() -> None:
    """Parts of a part too; what is not in the form stays out of it."""
    form = FORMS["brand_voice"]
    body = {"title": "Plain", "vocabulary": {"keySubstitutions": ["use -> apply"]}, "tonality": {}}
    typed = {field.key: forms.text_of(field, body) for field in form.fields}
    assert forms.changes(form, body, typed) == {}
    typed["vocabulary-keySubstitutions"] = "use -> apply\nbuy -> get"
    typed["title"] = " Plainer "
    assert forms.changes(form, body, typed) == {
        "title": "Plainer",
        "vocabulary": {"keySubstitutions": ["use -> apply", "buy -> get"]},
    }


def test_a_resource_needs_one_of_two() -> None:
    """A text or a page; a new one says which."""
    form = FORMS["resource"]
    assert forms.wrong(form, {}, new=True)
    assert forms.wrong(form, {"text": "A", "url": "https://example.com"}, new=True)
    assert forms.changes(form, {}, {"url": "https://example.com"}) == {
        "url": "https://example.com",
        "mode": "url",
    }
