"""Sellers' pages: pains from what they pity, promises from what they offer, nothing of the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from octave_api.contract import Kind
from octave_api.engine.compose import generate
from octave_api.engine.draft import Document, Draft
from octave_api.engine.imperatives import commands
from octave_api.engine.pitch import promises
from octave_api.engine.reading import read
from octave_api.engine.seller import names_on
from octave_api.engine.voice import voice_of

PAGES = Path(__file__).parent / "pitches"
NAMES = [path.name for path in sorted(PAGES.iterdir())]
NEVER = (
    "demo", "cookie", "credit card", "Trusted by", "All rights", "Careers", "newsletter",
    "LinkedIn", "min read", "Cancel any", "Contact sales", "sleep during harvest", "Renner",
    "Okafor", "HIPAA", "never go back", "nine days", "old filter had let", "1,400 suppliers",
    "exclude VAT",
)  # fmt: skip


def draft_of(name: str, kind: Kind, asked: str | None = None) -> Draft:
    return generate(kind, [Document((PAGES / name).read_text("utf8"))], name=asked)


def listed(draft: Draft) -> dict[str, list[str]]:
    data = json.loads(draft.data.model_dump_json(by_alias=True))
    found = {key: value for key, value in data.items() if isinstance(value, list)}
    found.update({one["title"]: one["value"] for one in data["customFields"]})
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_sellers_page_is_known_by_its_voice(name: str) -> None:
    """Calls to act tell a seller's page."""
    text = (PAGES / name).read_text("utf8")
    assert voice_of(text, read([Document(text)]).statements) == "pitch"


@pytest.mark.parametrize("kind", ["persona", "segment"])
@pytest.mark.parametrize("name", NAMES)
def test_furniture_and_praise_never_appear(name: str, kind: Kind) -> None:
    """Menus, calls to act, terms, testimonials and their authors are no claims."""
    draft = draft_of(name, kind)
    said = [claim.text for claim in draft.claims if claim.origin != "TYPICAL"]
    assert not [text for text in said if any(word in text for word in NEVER)]


@pytest.mark.parametrize("name", NAMES)
def test_a_product_gives_its_buyer_no_duties(name: str) -> None:
    """What the product does is a promise, neither a duty nor an aim."""
    draft = draft_of(name, "persona")
    duties = [
        claim.text
        for claim in draft.claims
        if claim.pointer.startswith("/data/primaryResponsibilities") and claim.origin != "TYPICAL"
    ]
    assert duties == []


@pytest.mark.parametrize("name", NAMES)
def test_pains_and_promises_are_both_found(name: str) -> None:
    """Each page pities its buyers for something and promises them something."""
    found = listed(draft_of(name, "segment"))
    assert found["Pain points"]
    assert len(found["How we help"]) >= 2


def test_pains_are_what_the_page_pities() -> None:
    """What the page says goes wrong, and what it promises to end, are the pains."""
    assert listed(draft_of("freight-home.html", "segment"))["Pain points"] == [
        "Planners spend their mornings calling carriers for arrival times",
        "Customers hear about a delay before they do",
        "Detention and demurrage fees show up weeks later, and nobody can dispute them",
        "Chasing updates by phone and email",
    ]


def test_promises_stand_alone() -> None:
    """Headings that promise something count beside sentences about the product."""
    promised = listed(draft_of("freight-home.html", "segment"))["How we help"]
    assert "Know where every shipment is, without asking anyone" in promised


def test_one_of_several_personas_is_kept_and_the_others_named() -> None:
    """A page for three roles gives one of them, and says so."""
    draft = draft_of("construction-solutions.md", "persona")
    assert draft.name == "CFO"
    assert "Forecast cash by project" in listed(draft)["whyWeMatterToThem"]
    assert "Approve invoices from your phone" not in listed(draft)["whyWeMatterToThem"]
    assert any("project managers" in note for note in draft.notes)


def test_the_name_in_the_request_chooses_among_several() -> None:
    """Whoever asks for the site manager gets the site manager."""
    draft = draft_of("construction-solutions.md", "persona", "Site manager")
    assert any("unreadable" in text for text in listed(draft)["painPoints"])
    assert not any("cost reports" in text for text in listed(draft)["painPoints"])


def test_one_of_several_segments_is_kept() -> None:
    """Who-we-serve pages give one segment, with the others in a note."""
    draft = draft_of("fasteners-who-we-serve.md", "segment")
    assert draft.name == "Machine builders"
    assert any("Contract manufacturers" in note for note in draft.notes)
    assert not any("certificates" in text for text in listed(draft)["Pain points"])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["persona", "segment"])
def test_every_claim_quotes_the_page(name: str, kind: Kind) -> None:
    """Smoothed words keep their exact quote."""
    text = (PAGES / name).read_text("utf8")
    quoted = [claim for claim in draft_of(name, kind).claims if claim.quote is not None]
    assert quoted
    assert all(text[claim.start : claim.end] == claim.quote for claim in quoted)


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Forecast cash by project", True),
        ("Fill empty chairs", True),
        ("Know your margin", True),
        ("Front desks retype the same details", False),
        ("Proof for the auditor", False),
        ("Design changes make old stock worthless", False),
    ],
)
def test_a_command_opens_with_a_verb(text: str, does: bool) -> None:
    """A noun that could be a verb commands nobody."""
    assert commands(text) is does


def test_the_sellers_name_is_what_comes_back_with_a_capital() -> None:
    """A sentence that opens with it and acts is a promise."""
    names = names_on(["Ovenly bakes at night", "With Ovenly, bakers sleep", "Overtime creeps up"])
    assert "Ovenly" in names
    assert promises("Ovenly watches the oven", names)
    assert not promises("Overtime creeps up unnoticed", names)
