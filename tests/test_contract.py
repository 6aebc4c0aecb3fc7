"""The contract by every way: the reference pages' requests, evidence, errors, order."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from pydantic import ValidationError

from octave_api import (
    BadRequestError,
    Evidence,
    GenerateItem,
    LinkAll,
    LinkSpecific,
    NotFoundError,
    OctaveClient,
    Persona,
    PersonasResponse,
    Segment,
    SegmentsResponse,
    Source,
)
from octave_api.contract import GeneratePersonasRequest
from tests.conftest import Door

LINE = "VP of Sales professionals who manage enterprise deals and drive revenue growth"
OID = re.compile(r"[a-z]+_[A-Za-z0-9_-]{21}")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


def named(client: OctaveClient) -> dict[str, str]:
    """Make an offering, a playbook and a brand voice; give their ids by the contract's keys."""
    offering = client.products.create(name="LineKeeper").oid
    return {
        "primaryOfferingOId": offering,
        "playbookOId": client.playbooks.create(product_oid=offering).oid,
        "brandVoiceOId": client.brand_voices.create(title="Plain").oid,
    }


def persona_request(site: str, oids: dict[str, str]) -> dict[str, Any]:
    """The persona page's request, with a page that can be read."""
    return {
        **oids,
        "linkingStrategy": {"mode": "ALL"},
        "personas": [
            {"name": "Enterprise Sales Leader", "sources": [{"type": "TEXT", "value": LINE}]},
            {"sources": [{"type": "URL", "value": f"{site}/target-customer-profile"}]},
        ],
    }


def segment_request(site: str, oids: dict[str, str]) -> dict[str, Any]:
    """The segment page's request, with a page that can be read."""
    line = "Enterprise companies with 500+ employees in technology sector"
    return {
        "primaryOfferingOId": oids["primaryOfferingOId"],
        "linkingStrategy": {"mode": "ALL"},
        "segments": [
            {
                "name": "Enterprise Technology Companies",
                "sources": [{"type": "TEXT", "value": line}],
            },
            {"sources": [{"type": "URL", "value": f"{site}/market-research"}]},
        ],
        "brandVoiceOId": oids["brandVoiceOId"],
    }


def text_item(text: str = LINE, **more: str) -> dict[str, Any]:
    """An item with one text."""
    return {"sources": [{"type": "TEXT", "value": text}], **more}


ENTITY_KEYS = {
    "oId", "name", "internalName", "description", "createdAt", "deletedAt", "archivedAt",
    "updatedAt", "unrecognized", "rejected", "active", "data", "qualifyingQuestions", "user",
    "workspace",
}  # fmt: skip
PERSONA_KEYS = {
    "internalName", "primaryResponsibilities", "painPoints", "keyConcerns", "keyObjectives",
    "commonJobTitles", "whyTheyMatterToUs", "whyWeMatterToThem", "customFields",
}  # fmt: skip
SEGMENT_KEYS = {
    "fitExplanation", "firmographics", "keyPriorities", "keyConsiderations", "uniqueApproach",
    "customFields",
}  # fmt: skip
QUESTION_KEYS = {"question", "rationale", "fitType", "weight", "archivedAt"}


@pytest.mark.parametrize(
    ("kind", "prefix", "data_keys"),
    [("persona", "pe_", PERSONA_KEYS), ("segment", "sg_", SEGMENT_KEYS)],
)
def test_reference_request_has_every_field(
    door: Door, site: str, kind: str, prefix: str, data_keys: set[str]
) -> None:
    """The pages' requests give one entity an item, in order, with every field shown there."""
    request = persona_request if kind == "persona" else segment_request
    body = request(site, named(door.client))
    response = door.http.post(f"/api/v2/{kind}/generate", json=body)
    assert response.status_code == 200
    answer = response.json()
    assert set(answer["_metadata"]) == {"usage", "requestId", "message", "timestamp"}
    assert answer["_metadata"]["usage"] == 0
    assert TIME.fullmatch(answer["_metadata"]["timestamp"])
    assert answer["_metadata"]["requestId"] == response.headers["x-request-id"]
    assert len(answer["data"]) == 2
    assert answer["data"][0]["name"] == body[f"{kind}s"][0]["name"]
    for entity in answer["data"]:
        assert set(entity) == ENTITY_KEYS
        assert entity["oId"].startswith(prefix)
        assert OID.fullmatch(entity["oId"])
        assert TIME.fullmatch(entity["createdAt"])
        assert TIME.fullmatch(entity["updatedAt"])
        assert entity["deletedAt"] is None
        assert entity["archivedAt"] is None
        assert (entity["active"], entity["unrecognized"], entity["rejected"]) == (
            True,
            False,
            False,
        )
        assert set(entity["data"]) >= data_keys
        assert set(entity["user"]) == {"oId", "firstName", "lastName"}
        assert entity["user"]["oId"].startswith("u_")
        assert entity["workspace"]["oId"].startswith("wa_")
        assert entity["qualifyingQuestions"]
        for question in entity["qualifyingQuestions"]:
            assert set(question) == QUESTION_KEYS
            assert question["fitType"] in ("GOOD", "BAD")
            assert question["weight"] in ("LOW", "MEDIUM", "HIGH", "INSTANT_DISQUALIFIER")
            assert question["archivedAt"] is None
    if kind == "segment":
        firmographics = answer["data"][0]["data"]["firmographics"]
        keys = {"industry", "businessModel", "geography", "revenue", "employees"}
        assert keys <= set(firmographics)
        assert all(isinstance(value, list) for value in firmographics.values())


def test_every_way_gives_the_same_body(door: Door, site: str) -> None:
    """The client's embedded answer equals the one of each way, but for ids and times."""

    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            changing = {"oId", "createdAt", "updatedAt", "requestId", "timestamp"}
            return {key: bare(item) for key, item in value.items() if key not in changing}
        return [bare(item) for item in value] if isinstance(value, list) else value

    body = persona_request(site, named(door.client))
    over_http = door.http.post("/api/v2/persona/generate", json=body).json()
    with OctaveClient.embedded(":memory:") as embedded:
        for client in (embedded, door.client):
            oids = named(client)
            answer = client.generate_personas(
                body["personas"],
                primary_offering_oid=oids["primaryOfferingOId"],
                linking_strategy=LinkAll(mode="ALL"),
                playbook_oid=oids["playbookOId"],
                brand_voice_oid=oids["brandVoiceOId"],
            )
            assert bare(answer.to_dict()) == bare(over_http)


def test_items_may_be_models_or_dicts(client: OctaveClient) -> None:
    """A model and the dict of the same shape give the same."""
    item = GenerateItem(name="Vic", sources=[Source(type="TEXT", value=LINE)])
    offering = client.products.create(name="LineKeeper").oid
    linking = LinkSpecific(mode="SPECIFIC", offeringOIds=[offering])
    answer = client.generate_segments([item, text_item(name="Vic")], linking_strategy=linking)
    assert answer.data[0].data == answer.data[1].data
    assert [entity.name for entity in answer.data] == ["Vic", "Vic"]


def test_order_is_the_request_s(client: OctaveClient) -> None:
    """Entities come in the order of their items."""
    names = [f"Persona {number}" for number in (3, 1, 2)]
    answer = client.generate_personas([text_item(name=name) for name in names])
    assert answer.data is not None
    assert [persona.name for persona in answer.data] == names


ODD = "Responsibilities:\r\n- Zoë 🚀 manages enterprise deals\n-\tOwns\0 the number\u202e alone\r\n"


@pytest.mark.parametrize(
    ("text", "kept"),
    [(LINE, LINE), (ODD, ODD.replace("\r\n", "\n").replace("\0", "").replace("\u202e", ""))],
)
def test_evidence_quotes_its_source_exactly(client: OctaveClient, text: str, kept: str) -> None:
    """Every quoted claim stands at its offsets in the text without what nobody sees."""
    answer = client.generate_personas([text_item(text)])
    assert answer.data is not None
    evidence = client.evidence(answer.data[0].oid)
    assert evidence.oid == answer.data[0].oid
    assert [source.text for source in evidence.sources] == [kept]
    assert (evidence.sources[0].type, evidence.sources[0].index) == ("TEXT", 0)
    quoted = [claim for claim in evidence.claims if claim.quote is not None]
    assert quoted
    for claim in quoted:
        assert claim.source is not None
        assert evidence.sources[claim.source].text[claim.start : claim.end] == claim.quote


def test_evidence_of_a_page_names_it(client: OctaveClient, site: str) -> None:
    """A URL source keeps its address, its title, its text and when it was read."""
    url = f"{site}/profile"
    answer = client.generate_personas([{"sources": [{"type": "URL", "value": url}]}])
    assert answer.data is not None
    source = client.evidence(answer.data[0].oid).sources[0]
    assert (source.type, source.value, source.title) == ("URL", url, "Target customer profile")
    assert "Spare parts arrive late" in source.text
    assert source.retrieved_at is not None
    assert TIME.fullmatch(source.retrieved_at)


def test_strict_leaves_out_what_is_typical(client: OctaveClient) -> None:
    """With strict no claim is of origin TYPICAL."""
    answer = client.generate_personas([text_item()], strict=True)
    assert answer.data is not None
    claims = client.evidence(answer.data[0].oid).claims
    assert claims
    assert "TYPICAL" not in {claim.origin for claim in claims}


def test_resource_is_found_by_id_or_name(door: Door) -> None:
    """A RESOURCE names a text of the library, else it is a name to generate from."""
    oid = door.client.resources.create(mode="text", text=LINE, name="Buyer notes").oid
    values = [oid, "Buyer notes", "Chief Financial Officer"]
    items = [{"sources": [{"type": "RESOURCE", "value": value}]} for value in values]
    answer = door.client.generate_personas(items)
    assert answer.data is not None
    texts = [door.client.evidence(entity.oid).sources[0].text for entity in answer.data]
    assert texts == [LINE, LINE, "Chief Financial Officer"]


def test_bad_sources_fail_the_whole_request(client: OctaveClient, site: str) -> None:
    """Every unreadable source is listed with its path, and nothing is kept."""
    items = [
        text_item(),
        {
            "sources": [
                {"type": "URL", "value": f"{site}/missing"},
                {"type": "TEXT", "value": LINE},
                {"type": "URL", "value": "http://10.0.0.1/"},
            ]
        },
        text_item("…"),
    ]
    with pytest.raises(BadRequestError) as caught:
        client.generate_personas(items)
    assert [field.path for field in caught.value.fields] == [
        "personas[1].sources[0].value",
        "personas[1].sources[2].value",
        "personas[2].sources[0].value",
    ]
    assert caught.value.code == "unreadable_source"
    assert all(field.code and field.message for field in caught.value.fields)
    assert client.entities().total == 0


def test_entities_are_listed_newest_first(client: OctaveClient) -> None:
    """Pages, kinds and a search over everything kept."""
    client.generate_personas([text_item(name="Ada"), text_item(name="Straße")])
    segments = client.generate_segments([text_item(name="Mills 100%")])
    everything = client.entities()
    assert [entity.name for entity in everything.data] == ["Mills 100%", "Straße", "Ada"]
    assert (everything.total, everything.has_next) == (3, False)
    assert isinstance(everything.data[0], Segment)
    assert isinstance(everything.data[1], Persona)
    assert everything.data[0] == segments.data[0]
    first = client.entities(limit=2)
    assert (len(first.data), first.has_next, first.total) == (2, True, 3)
    assert [entity.name for entity in client.entities(offset=2).data] == ["Ada"]
    assert client.entities(kind="persona").total == 2
    assert [entity.name for entity in client.entities(text="STRASSE").data] == ["Straße"]
    assert client.entities(text="0%").total == 1
    assert client.entities(text="%").total == 1
    assert client.entities(offset=99).data == []


def test_entity_is_read_back_as_generated(client: OctaveClient) -> None:
    """One kept entity equals the one that was answered."""
    persona = (client.generate_personas([text_item()]).data or [])[0]
    segment = client.generate_segments([text_item()]).data[0]
    assert client.entity(persona.oid) == persona
    assert client.entity(segment.oid) == segment
    assert client.entity(persona.oid).to_json() == persona.to_json()


@pytest.mark.parametrize("method", ["evidence", "entity"])
def test_unknown_id_is_404_and_names_the_field(client: OctaveClient, method: str) -> None:
    """An id that nothing has is told with the parameter's name."""
    with pytest.raises(NotFoundError) as caught:
        getattr(client, method)("pe_nobody")
    assert (caught.value.status, caught.value.fields[0].path) == (404, "oId")
    assert "pe_nobody" not in str(caught.value)


def test_health_says_ready(client: OctaveClient) -> None:
    """The server tells that it and its library answer."""
    health = client.health()
    assert (health.status, health.version) == ("ok", "0.1.0")


# The models alone


def test_requests_are_closed() -> None:
    """An unknown key is refused at every level."""
    good = {"personas": [text_item()]}
    GeneratePersonasRequest.model_validate(good)
    bad: list[dict[str, Any]] = [
        {**good, "more": 1},
        {"personas": [{**text_item(), "more": 1}]},
        {"personas": [{"sources": [{"type": "TEXT", "value": "a", "more": 1}]}]},
        {**good, "linkingStrategy": {"mode": "ALL", "more": 1}},
        {**good, "linkingStrategy": {"mode": "NONE"}},
        {**good, "linkingStrategy": {"mode": "SPECIFIC", "offeringOIds": []}},
    ]
    for body in bad:
        with pytest.raises(ValidationError):
            GeneratePersonasRequest.model_validate(body)


def test_responses_are_open() -> None:
    """Unknown fields and unknown enum values survive a round trip."""
    question = {"question": "Q?", "fitType": "MAYBE", "weight": "HUGE", "x": [1]}
    persona = {"oId": "p_1", "name": "N", "extra": {"a": 1}, "qualifyingQuestions": [question]}
    body = {"_metadata": {"requestId": "r", "credits": 3}, "data": [persona], "more": True}
    answer = PersonasResponse.model_validate_json(json.dumps(body))
    assert json.loads(answer.to_json()) == body


def test_personas_may_be_null() -> None:
    """The persona page allows `data: null`."""
    answer = PersonasResponse.model_validate_json('{"_metadata": {}, "data": null}')
    assert answer.data is None
    assert json.loads(answer.to_json()) == {"_metadata": {}, "data": None}


def test_both_shapes_of_segment_data_are_read() -> None:
    """The first shape, with a string for a list, and the later one are kept as they came."""
    first = {"fitExplanation": "Fits", "firmographics": {"Company Size": "500-1000"}}
    later = {"businessDrivers": ["Growth"], "firmographics": {"industry": []}}
    data = [{"oId": "s_1", "name": "A", "data": first}, {"oId": "s_2", "name": "B", "data": later}]
    answer = SegmentsResponse.model_validate({"_metadata": {}, "data": data})
    assert answer.data[0].data.firmographics == {"Company Size": ["500-1000"]}
    assert answer.data[1].data.business_drivers == ["Growth"]
    assert answer.data[1].to_dict()["data"] == later


def test_evidence_is_open() -> None:
    """An origin that is not known yet is kept."""
    claim = {"pointer": "/name", "text": "N", "origin": "GUESSED"}
    evidence = Evidence.model_validate({"oId": "pe_1", "claims": [claim]})
    assert evidence.to_dict() == {"oId": "pe_1", "claims": [claim]}
