"""What goes wrong, told as a fact."""

from __future__ import annotations

import pytest

from octave_api.contract import PersonaData
from octave_api.engine import Document, generate, phrasing
from octave_api.engine.mishaps import goes_wrong


@pytest.mark.parametrize(
    "text",
    [
        "Gate slots overbooked every Monday",
        "work permits still on paper",
        "Drivers wait up to 3 hours at the weighbridge",
        "Nobody knows which price list is the right one",
        "The two stock figures never match",
        "quotes take too long",
        "Receipts are typed in twice, once for payroll and once for tax.",
        "Orders arrive by fax and are keyed into the till by hand.",
        "Rotas are drawn up on a whiteboard on Friday.",
        "A new baker waits two weeks for a locker.",
        "The price list lives in one person's head.",
        "He re-types the delivery notes in the evening.",
        "Every cake goes through three spreadsheets.",
        "Reports are built by hand every Monday.",
        "Your adjusters spend two days a week chasing other insurers.",
        "Each planner loses a day a month to late orders",
    ],
)
def test_a_mishap_is_known(text: str) -> None:
    """No verb of suffering is needed."""
    assert goes_wrong(text)


@pytest.mark.parametrize(
    "text",
    [
        "Plans the week for forty drivers",
        "Spends half the week with new bakers",
        "Keeps permits on paper for ten years, as the law asks",
        "Do drivers wait for hours?",
        "Loafly replaces seven spreadsheets with one list",
        "So that nobody re-types an order",
        "Every loaf is shaped by hand",
        "Waits for the board's approval",
    ],
)
def test_what_is_no_mishap_is_left(text: str) -> None:
    """Duties, rules and questions are something else."""
    assert not goes_wrong(text)


def test_notes_of_a_call_give_the_pains_told() -> None:
    """Typical pains do not stand where the notes tell real ones."""
    notes = (
        "Call w/ Ines Falk, Terminal Manager\n\n- gate slots overbooked twice a week, fines\n"
        "- work permits still on paper!!\n- signs under 20k herself\n"
    )
    found = generate("persona", [Document(notes)]).data
    assert isinstance(found, PersonaData)
    assert found.pain_points == [
        "Gate slots overbooked twice a week, fines",
        "Work permits still on paper",
    ]
    assert found.why_they_matter_to_us == ["Signs under 20k herself"]


@pytest.mark.parametrize(
    ("pain", "asked"),
    [
        ("Gate slots overbooked twice a week, fines", "Are gate slots overbooked twice a week?"),
        ("Permit logs still on paper", "Are permit logs still on paper?"),
        ("Orders still taken by phone", "Are orders still taken by phone?"),
        ("Stock data still typed in by hand", "Is stock data still typed in by hand?"),
        ("Reports often late", "Are reports often late?"),
    ],
)
def test_how_things_are_left_is_asked_as_it_is(pain: str, asked: str) -> None:
    """No "is … a problem" around a state that can be asked."""
    assert phrasing.pain(pain, "persona").text == asked
