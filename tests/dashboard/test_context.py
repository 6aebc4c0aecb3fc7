"""What a text is read with: chosen where there is any, sent with the call, shown with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from octave_api import OctaveClient
from octave_api.contract.items import Product
from pages.parts import context, entries, state
from pages.parts.entries import Entry
from tests.app_helpers import finish, seen, session
from tests.app_samples import TEXT


@pytest.fixture
def at(tmp_path: Path) -> Iterator[AppTest]:
    """A session that has not run yet."""
    with session(tmp_path) as app:
        yield app


@pytest.fixture
def kept(tmp_path: Path) -> tuple[str, str]:
    """An offering and a brand voice in the session's library, by their oIds."""
    with OctaveClient.embedded(tmp_path / "library.sqlite") as client:
        offering = client.products.create(name="LineKeeper", capabilities=["Reads sensors"])
        return offering.oid, client.brand_voices.create(title="Plain and short").oid


def labels(at: AppTest) -> list[str]:
    """Name the lists to choose from."""
    return [box.label for box in at.selectbox]


def own(at: AppTest) -> AppTest:
    """Go to one's own desk and type."""
    at.run()
    at.pills(key="desk").set_value("own").run()
    at.text_area(key="text:own:0").set_value(TEXT)
    return at.run()


def test_only_what_is_chosen_is_sent() -> None:
    """As the client's methods name it."""
    assert entries.options(Entry(text="A buyer")) == {}
    assert entries.options(Entry(offering="o_1", voice="bv_1")) == {
        "primary_offering_oid": "o_1",
        "brand_voice_oid": "bv_1",
    }


def test_things_of_one_name_are_told_apart() -> None:
    """By when they were made, by the end of their oIds where that is the same, else by nothing."""

    def made(oid: str, name: str, at: str | None) -> Product:
        return Product(oid=oid, name=name, created_at=at)

    found = [
        made("px_first", "LineKeeper", "2026-11-22T09:05:00Z"),
        made("px_other", "ShiftKeeper", "2026-11-22T09:05:00Z"),
        made("px_later", "LineKeeper", "2026-11-23T09:05:00Z"),
        made("px_abcd", "Twin", "2026-11-22T09:05:00Z"),
        made("px_efgh", "Twin", "2026-11-22T09:05:30Z"),
        made("px_none", "Undated", None),
        made("px_null", "Undated", None),
    ]
    assert [name.replace("\xa0", " ") for name in context.told_apart(found).values()] == [
        "LineKeeper · 22 Nov 2026, 09:05 UTC",
        "ShiftKeeper",
        "LineKeeper · 23 Nov 2026, 09:05 UTC",
        "Twin · …abcd",
        "Twin · …efgh",
        "Undated · …none",
        "Undated · …null",
    ]


def test_nothing_is_drawn_where_nothing_is_kept(at: AppTest, tmp_path: Path) -> None:
    """Neither of the two; where there is one kind, only that one."""
    at.run()
    assert labels(at) == []
    with OctaveClient.embedded(tmp_path / "library.sqlite") as client:
        client.brand_voices.create(title="Plain and short")
    at.run()
    assert not at.exception
    assert labels(at) == ["Brand voice (optional)"]


def test_a_choice_is_sent_stays_and_is_shown_with_the_call(
    at: AppTest, kept: tuple[str, str]
) -> None:
    """None is chosen at first; what is chosen is in the request, and there after a rerun."""
    own(at)
    assert [box.value for box in at.selectbox] == [None, None]
    for key, oid in zip((state.OFFERING, state.VOICE), kept, strict=True):
        at.selectbox(key=key).set_value(oid).run()
    at.button(key="generate").click().run()
    finish(at).run()
    assert not at.exception
    assert tuple(box.value for box in at.selectbox[:2]) == kept
    run = next(iter(at.session_state["runs"].values()))
    assert (run.outcomes[0].entry.offering, run.outcomes[0].entry.voice) == kept
    oid = run.outcomes[0].entity.oid
    at.segmented_control(key=f"view-{oid}").set_value("Python").run()
    code = "\n".join(block.value for block in at.code)
    assert all(oid in code for oid in kept)
    at.switch_page("pages/connect.py").run()
    code = "\n".join(block.value for block in at.code)
    assert all(oid in code for oid in kept)


def test_a_result_that_is_brought_back_names_its_offering(
    at: AppTest, kept: tuple[str, str], tmp_path: Path
) -> None:
    """In the call that is shown, and in the form; the brand voice is not known of it any more."""
    own(at)
    for key, oid in zip((state.OFFERING, state.VOICE), kept, strict=True):
        at.selectbox(key=key).set_value(oid).run()
    at.button(key="generate").click().run()
    finish(at).run()
    made = next(iter(at.session_state["runs"].values())).outcomes[0].entity.oid
    with session(tmp_path) as later:
        later.query_params["result"] = made
        later.run()
        finish(later).run()
        assert not later.exception
        assert [box.value for box in later.selectbox[:2]] == [kept[0], None]
        later.segmented_control(key=f"view-{made}").set_value("cURL").run()
        code = "\n".join(block.value for block in later.code)
    assert f'"primaryOfferingOId": "{kept[0]}"' in code
    assert kept[1] not in code


def test_what_is_gone_is_chosen_no_more(at: AppTest, kept: tuple[str, str], tmp_path: Path) -> None:
    """It is not sent, and the next call works."""
    own(at)
    at.selectbox(key=state.OFFERING).set_value(kept[0]).run()
    with OctaveClient.embedded(tmp_path / "library.sqlite") as client:
        client.products.delete(kept[0])
    at.run()
    assert labels(at) == ["Brand voice (optional)"]
    at.button(key="generate").click().run()
    finish(at)
    assert not at.exception
    assert "claims quoted" in seen(at)


def test_a_server_that_cannot_be_asked_leaves_the_form_alone(
    at: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody listens there; the page is drawn all the same."""
    monkeypatch.setattr(context, "PATIENCE", 0.2)
    monkeypatch.setenv("OCTAVE_BASE_URL", "http://127.0.0.1:9")
    at.run()
    assert not at.exception
    assert labels(at) == []
