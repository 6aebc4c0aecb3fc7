"""Prospects over every way to the service: kept, found again, replaced, deleted, owned."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from octave_api import BadRequestError, NotFoundError, NotOfferedError, OctaveClient
from octave_api.scoring.prospects import AnswersToEntity, SaidOfQuestion
from octave_api.settings import CLOUD
from tests.conftest import Door
from tests.recorder import Recorder

SAID = SaidOfQuestion(
    question="Do they run more than two depots?",
    answer="Yes",
    proposed="No",
    confidence="LOW",
    quote="One depot, maybe three.",
)
ENTITIES = [AnswersToEntity(entity_oid="pe_1", entity_name="Depot manager", answers=[SAID])]


def test_a_prospect_is_kept_and_found_again(client: OctaveClient) -> None:
    """With every answer, its proposal and the sentence behind it."""
    kept = client.save_prospect("Harrow Freight", ENTITIES, notes="One depot, maybe three.")
    assert kept.oid.startswith("pr_")
    found = client.prospect(kept.oid)
    assert (found.name, found.notes) == ("Harrow Freight", "One depot, maybe three.")
    assert found.entities == ENTITIES
    assert found.created_at == found.updated_at == kept.created_at


def test_saving_again_replaces_it(client: OctaveClient) -> None:
    """The id and the time of its making stay."""
    kept = client.save_prospect("Harrow", ENTITIES)
    again = client.save_prospect("Harrow Freight", [], oid=kept.oid)
    assert (again.oid, again.created_at, again.entities) == (kept.oid, kept.created_at, [])
    assert client.prospects().total == 1
    assert client.prospect(kept.oid).name == "Harrow Freight"


def test_pages_are_newest_first(client: OctaveClient) -> None:
    """And say how many there are in all."""
    for name in ("one", "two", "three"):
        client.save_prospect(name, [])
    page = client.prospects(limit=2)
    assert ([one.name for one in page.data], page.total, page.has_next) == (
        ["three", "two"],
        3,
        True,
    )
    rest = client.prospects(limit=2, offset=2)
    assert ([one.name for one in rest.data], rest.has_next) == (["one"], False)


def test_deleted_is_gone(client: OctaveClient) -> None:
    """Once; the second time there is none."""
    kept = client.save_prospect("Harrow", [])
    assert client.delete_prospect(kept.oid).oid == kept.oid
    for call in (client.prospect, client.delete_prospect):
        with pytest.raises(NotFoundError, match="No prospect has this id"):
            call(kept.oid)
    with pytest.raises(NotFoundError):
        client.save_prospect("Harrow", [], oid=kept.oid)


@pytest.mark.parametrize(
    "body",
    [
        {"name": ""},
        {"name": "x" * 201},
        {"entities": []},
        {"name": "x", "score": 10},
        {"name": "x", "entities": [{"entityOId": "pe_1", "answers": [{"question": "Is it?"}]}]},
        {
            "name": "x",
            "entities": [
                {"entityOId": "pe_1", "answers": [{"question": "Is it?", "answer": "Perhaps"}]}
            ],
        },
    ],
)
def test_what_is_no_prospect_is_refused(door: Door, body: dict[str, Any]) -> None:
    """With a sentence, and nothing is kept."""
    answer = door.http.post("/api/ext/prospect/save", json=body)
    assert answer.status_code == 400
    assert answer.json()["error"]["errors"]
    assert door.client.prospects().total == 0


def test_a_long_name_is_told_by_the_client(client: OctaveClient) -> None:
    """As any field that cannot be used."""
    with pytest.raises(BadRequestError, match="name"):
        client.save_prospect("x" * 500, [])


def test_no_owner_sees_another_one_s(locked_door: Door) -> None:
    """A prospect belongs to the key that it was kept with."""
    kept = locked_door.client.save_prospect("Harrow", [])
    other = {"api_key": "schlüssel-zwei".encode()}
    page = locked_door.http.get("/api/ext/prospects", headers=other)
    assert (page.status_code, page.json()["total"]) == (200, 0)
    one = locked_door.http.get(f"/api/ext/prospect?oId={kept.oid}", headers=other)
    assert one.status_code == 404
    for path in ("save", "delete"):
        body = {"oId": kept.oid} | ({"name": "mine"} if path == "save" else {})
        answer = locked_door.http.post(f"/api/ext/prospect/{path}", json=body, headers=other)
        assert answer.status_code == 404
    bearer = {"authorization": "Bearer key-one"}
    same = locked_door.http.get("/api/ext/prospects", headers=bearer)
    assert same.json()["data"][0]["name"] == "Harrow"


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("prospects", []),
        ("prospect", ["pr_1"]),
        ("save_prospect", ["x", []]),
        ("delete_prospect", ["pr_1"]),
    ],
)
def test_the_cloud_keeps_none(connect: Any, method: str, arguments: list[Any]) -> None:
    """Told as a call that is ours, by both clients."""
    app = Recorder(httpx.Response(404, json={"message": "Not Found"}))
    with pytest.raises(NotOfferedError, match="Octave's cloud does not have this call"):
        connect(app, method, *arguments, client={"base_url": CLOUD})
