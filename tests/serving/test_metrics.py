"""What Prometheus reads of a server: counts by route, and nothing that a caller chose."""

from __future__ import annotations

from contextlib import ExitStack

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.conftest import open_door

ITEM = {"sources": [{"type": "TEXT", "value": "Canary managers keep two lines running."}]}
PERSONAS = "/api/v2/persona/generate"


def counts(text: str) -> dict[tuple[str, str, str], float]:
    """Give how many requests were answered, by method, route and status."""
    return {
        (s.labels["method"], s.labels["route"], s.labels["status"]): s.value
        for family in text_string_to_metric_families(text)
        for s in family.samples
        if s.name == "octave_requests_total"
    }


@pytest.mark.parametrize("kind", ["asgi", "live"])
def test_requests_are_counted_by_route_and_status(kind: str) -> None:
    """Answers, failures and unknown paths are counted; a path's own words are not labels."""
    with ExitStack() as stack:
        door = open_door(kind, stack)
        oid = door.http.post(PERSONAS, json={"personas": [ITEM]}).json()["data"][0]["oId"]
        door.http.post(PERSONAS, json={"canary": 1})
        door.http.get(f"/api/ext/versions/{oid}")
        door.http.get("/api/ext/evidence", params={"oId": "pe_canary"})
        for n in range(3):
            door.http.request(f"CANARY{n}", f"/canary/{n}")
        answer = door.http.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    found = counts(answer.text)
    assert found["POST", PERSONAS, "200"] == 1
    assert found["POST", PERSONAS, "400"] == 1
    assert found["GET", "/api/ext/evidence", "404"] == 1
    assert found["other", "(another path)", "404"] == 3
    assert "octave_request_seconds_bucket" in answer.text
    assert "octave_requests_running 1.0" in answer.text
    assert "canary" not in answer.text.lower()
    assert oid not in answer.text


def test_metrics_of_two_servers_are_apart() -> None:
    """Each counts its own requests."""
    with ExitStack() as stack:
        one, other = (open_door("asgi", stack) for _ in range(2))
        one.http.get("/healthz")
        assert ("GET", "/healthz", "200") in counts(one.http.get("/metrics").text)
        assert ("GET", "/healthz", "200") not in counts(other.http.get("/metrics").text)


def test_metrics_are_read_with_a_key() -> None:
    """The key that lets in to the calls lets in here."""
    with ExitStack() as stack:
        door = open_door("asgi", stack, keys=("key-one",))
        refused: httpx.Response = door.http.get("/metrics")
        assert (refused.status_code, refused.json()["error"]["code"]) == (401, "no_key")
        assert door.http.post("/metrics", json={}).status_code == 404
        let_in = door.http.get("/metrics", headers={"x-api-key": "key-one"})
        assert counts(let_in.text)["GET", "/metrics", "401"] == 1
