"""Personas, segments, offerings, voices, playbooks and resources by every way of the client."""

from __future__ import annotations

import inspect
from typing import Any

import anyio
import pytest

from octave_api import (
    AsyncOctaveClient,
    BadRequestError,
    NotFoundError,
    OctaveClient,
)
from octave_api.calling import library, library_async
from tests.conftest import Door
from tests.recorder import Connect, Recorder

LINE = "VP of Sales professionals who manage enterprise deals and drive revenue growth"
ITEM = {"sources": [{"type": "TEXT", "value": LINE}]}


def test_twins_have_the_same_methods() -> None:
    """The names of both clients hold the same methods with the same arguments."""
    for name in ("Collection", "LibraryCalls"):
        one = getattr(library, name)
        other = getattr(library_async, f"Async{name}")
        methods = {n: m for n, m in vars(one).items() if inspect.isfunction(m) and n[0] != "_"}
        for method, function in methods.items():
            twin = inspect.signature(getattr(other, method)).parameters
            assert inspect.signature(function).parameters == twin, f"{name}.{method}"


def test_create_get_update_delete(client: OctaveClient) -> None:
    """What was created is got, what was left out of an update stays, what is deleted is gone."""
    made = client.personas.create(name="Plant manager", pain_points=["Late parts"])
    assert client.personas.get(made.oid) == made
    assert (made.internal_name, made.data.internal_name) == ("Plant manager", "Plant manager")
    changed = client.personas.update(made.oid, description="Runs a plant.", internal_name="Paul")
    assert changed.data.pain_points == ["Late parts"]
    assert (changed.description, changed.data.internal_name) == ("Runs a plant.", "Paul")
    assert client.personas.get(made.oid) == changed
    assert client.personas.delete(made.oid).deleted_at is not None
    for gone in (client.personas.get, client.personas.delete, client.entity, client.evidence):
        with pytest.raises(NotFoundError):
            gone(made.oid)
    assert client.personas.list().total == 0


def test_kinds_are_apart(client: OctaveClient) -> None:
    """A segment's id is unknown among personas, and neither list shows the other kind."""
    segment = client.segments.create(name="Mills", data={"keyPriorities": "Uptime"})
    assert segment.data.key_priorities == ["Uptime"]
    for call in (client.personas.get, client.personas.delete):
        with pytest.raises(NotFoundError):
            call(segment.oid)
    assert (client.personas.list().total, client.segments.list().total) == (0, 1)
    updated = client.segments.update(segment.oid, firmographics={"employees": ["200+"]})
    assert updated.data.firmographics == {"employees": ["200+"]}
    assert updated.data.key_priorities == ["Uptime"]


def test_envelopes_are_the_contract_s(door: Door) -> None:
    """List and create wrap, get and delete are flat; an id may stand in the path."""
    made = door.http.post("/api/v2/persona/create", json={"name": "A"}).json()
    assert set(made) == {"_metadata", "data"}
    oid = made["data"]["oId"]
    listed = door.http.get("/api/v2/persona/list").json()
    assert set(listed) == {"_metadata", "hasNext", "total", "data"}
    assert listed["data"] == [made["data"]]
    for path in (f"/api/v2/persona/get?oId={oid}", f"/api/v2/persona/{oid}"):
        flat = door.http.get(path).json()
        assert flat.pop("_metadata")["requestId"]
        assert flat == made["data"]
    for method in ("POST", "PUT"):
        body = {"oId": oid, "name": method}
        answer = door.http.request(method, "/api/v2/persona/update", json=body).json()
        assert answer["data"]["name"] == method
    gone = door.http.delete("/api/v2/persona/delete", params={"oId": oid}).json()
    assert (gone["oId"], gone["deletedAt"] is not None) == (oid, True)
    assert set(door.http.get("/api/v2/product/list").json()) == {"_metadata", "total", "data"}
    assert door.http.patch("/api/v2/persona/update").status_code == 405


@pytest.mark.parametrize(
    ("kind", "fields", "path"),
    [
        ("personas", {}, "name"),
        ("personas", {"name": ""}, "name"),
        ("personas", {"name": "A", "pain_points": "one"}, "painPoints"),
        ("personas", {"name": "A", "pains": []}, "pains"),
        ("segments", {"name": "A", "data": {"other": {"deep": "x"}}}, "data.other"),
        ("products", {"name": "A", "type": "SOLUTION"}, "type"),
        ("resources", {"mode": "file", "text": "x"}, "mode"),
        ("resources", {"mode": "text"}, "text"),
    ],
)
def test_bad_field_is_named(kind: str, fields: dict[str, Any], path: str) -> None:
    """What cannot be kept is told by its field."""
    with OctaveClient.embedded(":memory:") as client:
        with pytest.raises(BadRequestError) as caught:
            getattr(client, kind).create(**fields)
        assert caught.value.fields[0].path.startswith(path)


def test_all_goes_through_every_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sync and async read page after page, also where the answer has no `hasNext`."""
    monkeypatch.setattr(library, "PAGE", 2)
    monkeypatch.setattr(library_async, "PAGE", 2)
    with OctaveClient.embedded(":memory:") as client:
        for number in range(5):
            client.personas.create(name=f"P{number}")
            client.products.create(name=f"O{number}")
        assert [one.name for one in client.personas.all()] == ["P4", "P3", "P2", "P1", "P0"]
        assert [one.name for one in client.products.all(text="o")] == ["O4", "O3", "O2", "O1", "O0"]
        assert len(list(client.library.all(kind="persona"))) == 5

    async def run() -> list[str]:
        async with AsyncOctaveClient.embedded(":memory:") as other:
            for number in range(3):
                await other.segments.create(name=f"S{number}")
            found = [one.name async for one in other.segments.all()]
            pairs = [about.version async for _, about in other.library.all()]
            assert pairs == [1, 1, 1]
            return found

    assert anyio.run(run) == ["S2", "S1", "S0"]


def test_paging_ends_with_a_server_that_never_ends(connect: Connect) -> None:
    """An empty page is the last, whatever the answer says."""
    import httpx

    page = {"_metadata": {}, "hasNext": True, "total": 9, "data": []}
    app = Recorder(httpx.Response(200, json=page))
    client = OctaveClient("key", "https://octave.test", transport=httpx.MockTransport(app))
    assert list(client.personas.all()) == []


def test_cloud_is_not_told_the_author() -> None:
    """The name of who works here goes to a server of our own only."""
    import httpx

    for address, told in (("https://app.octavehq.com", False), ("https://octave.test", True)):
        app = Recorder(200)
        transport = httpx.MockTransport(app)
        client = OctaveClient("key", address, author="Zoë", transport=transport)
        client.generate_personas([ITEM])
        assert ("x-octave-author" in app.seen[0].headers) is told


def test_playbook_links_its_personas(client: OctaveClient) -> None:
    """Entities are listed by offering and playbook, generated ones and those a playbook names."""
    offering = client.products.create(name="LineKeeper")
    other = client.products.create(name="Other")
    persona = client.personas.create(name="By hand", primary_offering_oid=offering.oid)
    playbook = client.playbooks.create(product_oid=offering.oid, persona_oids=[persona.oid])
    made = client.generate_personas(
        [ITEM], playbook_oid=playbook.oid, linking_strategy={"mode": "ALL"}
    )
    assert made.data is not None
    both = {persona.oid, made.data[0].oid}
    assert {one.oid for one in client.personas.all(playbook_oid=playbook.oid)} == both
    assert {one.oid for one in client.personas.all(product_oid=offering.oid)} == both
    assert client.personas.list(product_oid=other.oid).total == 1
    assert client.playbooks.list(product_oid=offering.oid).total == 1
    with pytest.raises(NotFoundError) as caught:
        client.playbooks.create(product_oid="px_none")
    assert caught.value.fields[0].path == "productOId"


def test_resource_is_a_text_that_sources_name(client: OctaveClient, site: str) -> None:
    """A text or a page is kept; its list leaves the text out."""
    kept = client.resources.create(mode="text", text=LINE, name="Notes")
    page = client.resources.create(mode="url", url=f"{site}/profile")
    assert (page.type, page.status, page.name) == ("url", "indexed", "Target customer profile")
    assert client.resources.get(kept.oid).text == LINE
    assert [one.text for one in client.resources.list(search="enterprise").data] == [None]
    assert client.resources.list(resourceType="url").data[0].oid == page.oid
    client.resources.delete(kept.oid)
    assert client.resources.list().total == 1


# What a request names beside its sources

OFFERING = {
    "name": "LineKeeper",
    "description": "LineKeeper cuts unplanned downtime of production lines by 30 percent. "
    "It helps plant managers order spare parts before a machine fails.",
    "customer_benefits": ["Fewer unplanned stops of a line"],
    "challenges_addressed": ["Nobody knows which part fails next"],
}
COMPANY = "LineKeeper Ltd\n\n## Benefits for customers\n\n- Fewer unplanned stops of a line\n"
PLANT = "Plant managers keep two production lines running at manufacturers with 200+ employees."


@pytest.mark.parametrize("by", ["offering", "company"])
@pytest.mark.parametrize("kind", ["persona", "segment"])
def test_offering_is_context_of_the_why_alone(kind: str, by: str) -> None:
    """What is sold, or else the company, is cited in the fields that say why, and nowhere else."""
    with OctaveClient.embedded(":memory:") as client:
        generate = client.generate_personas if kind == "persona" else client.generate_segments
        items = [{"sources": [{"type": "TEXT", "value": PLANT}]}]
        bare = generate(items, strict=True)
        options: dict[str, Any] = {}
        if by == "offering":
            options["primary_offering_oid"] = client.products.create(**OFFERING).oid
        else:
            client.library.set_workspace("LineKeeper Ltd", COMPANY)
        made = generate(items, strict=True, **options)
        assert made.data is not None
        assert bare.data is not None
        evidence = client.evidence(made.data[0].oid)
        assert [source.type for source in evidence.sources] == ["TEXT", "OFFERING"]
        cited = [claim for claim in evidence.claims if claim.source == 1]
        why = ("/data/whyWeMatterToThem", "/data/whyTheyMatterToUs", "/data/fitExplanation")
        assert cited
        assert all(claim.pointer.startswith(why) for claim in cited)
        for claim in cited:
            assert claim.start is not None
            assert evidence.sources[1].text[claim.start : claim.end] == claim.quote
        assert made.data[0].qualifying_questions == bare.data[0].qualifying_questions
        assert made.data[0].description == bare.data[0].description


def test_brand_voice_words_what_is_ours() -> None:
    """Substitutes stand in what we word, forbidden words do not, and quotes stay as they are."""
    with OctaveClient.embedded(":memory:") as client:
        voice = client.brand_voices.create(
            title="Plain",
            vocabulary={"keySubstitutions": ["person -> individual", "deals: contracts"]},
            forbidden_words=["forecast", "profile"],
        )
        made = client.generate_personas([ITEM], brand_voice_oid=voice.oid)
        assert made.data is not None
        persona, evidence = made.data[0], client.evidence(made.data[0].oid)
        ours = [claim for claim in evidence.claims if claim.origin != "SOURCE"]
        assert any("individual" in claim.text for claim in ours)
        for claim in ours:
            words = claim.text.lower().split()
            assert not {"person", "forecast", "profile"} & set(words)
        quoted = [claim for claim in evidence.claims if claim.origin == "SOURCE"]
        assert any("deals" in claim.text for claim in quoted)
        asked = " ".join(one.question for one in persona.qualifying_questions)
        assert "contracts" in asked
        for claim in evidence.claims:
            if claim.quote is not None:
                assert claim.source is not None
                text = evidence.sources[claim.source].text
                assert text[claim.start : claim.end] == claim.quote


ITEMS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "products": (OFFERING, {"summary": "Stops less", "status_quo": ["Paper lists"]}),
    "brand_voices": (
        {"title": "Plain", "vocabulary": {"keyCompanyTerms": ["line"]}},
        {"title": "Plainer", "forbidden_words": ["synergy"]},
    ),
    "resources": ({"mode": "text", "text": LINE, "name": "Notes"}, {"name": "Old notes"}),
}


@pytest.mark.parametrize("name", ITEMS)
def test_items_are_changed_deleted_and_all_of_it_undone(client: OctaveClient, name: str) -> None:
    """What is left out of an update stays; each change is listed and can be taken back."""
    items = getattr(client, name)
    first, changes = ITEMS[name]
    made = items.create(**first)
    changed = items.update(made.oid, **changes)
    for key, value in changes.items():
        assert getattr(changed, key) == value
    assert items.get(made.oid) == changed
    kept = {"oid", "created_at", "description", "capabilities", "vocabulary", "text"}
    for key in kept & set(type(made).model_fields):
        assert getattr(changed, key) == getattr(made, key)
    assert items.delete(made.oid).deleted_at is not None
    assert items.list().total == 0
    done = client.library.changes().data
    assert [one.action for one in done] == ["deleted", "edited", "created"]
    assert [one.undoable for one in done] == [True, False, False]
    assert done[0].entities == [made.oid]
    back = client.library.undo(done[0].oid)
    assert (back.items, back.gone, back.data) == ([made.oid], [], [])
    assert items.get(made.oid) == changed
    client.library.undo(back.change_oid)
    with pytest.raises(NotFoundError):
        items.get(made.oid)
    with pytest.raises(NotFoundError):
        items.update(made.oid, **changes)


def test_part_of_a_brand_voice_is_changed(client: OctaveClient) -> None:
    """A part that is given changes the keys that it names."""
    vocabulary = {"keyCompanyTerms": ["line"], "keySubstitutions": ["use -> apply"]}
    voice = client.brand_voices.create(title="Plain", vocabulary=vocabulary)
    changed = client.brand_voices.update(voice.oid, vocabulary={"keyCompanyTerms": ["plant"]})
    assert changed.vocabulary.key_company_terms == ["plant"]
    assert changed.vocabulary.key_substitutions == ["use -> apply"]


def test_playbook_is_changed_and_made_in_one_step(client: OctaveClient) -> None:
    """Its personas are linked in the change that makes it; an offering that is none is a 404."""
    offering = client.products.create(**OFFERING)
    persona = client.personas.create(name="Ada")
    playbook = client.playbooks.create(product_oid=offering.oid, persona_oids=[persona.oid])
    change = client.library.changes().data[0]
    assert set(change.entities) == {playbook.oid, persona.oid}
    assert client.playbooks.update(playbook.oid, key_insight="Stops cost").key_insight
    with pytest.raises(NotFoundError) as caught:
        client.playbooks.update(playbook.oid, product_oid="px_none")
    assert caught.value.fields[0].path == "productOId"


def test_offerings_are_listed_by_their_id(client: OctaveClient) -> None:
    """One, or none for an id that nothing has."""
    made = client.products.create(**OFFERING)
    client.products.create(name="Other")
    assert [one.oid for one in client.products.list(product_oid=made.oid).data] == [made.oid]
    assert client.products.list(product_oid="px_none").total == 0
