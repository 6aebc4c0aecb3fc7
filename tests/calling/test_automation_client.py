"""What a workflow tool's node for the contract sends, against the server's own command."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stops the server with a signal")

KEY = "workflow-key"
LINE = "Plant managers keep two production lines running and order spare parts."


class Node:
    """Sends what the node sends: its headers, its empty fields, its way of paging."""

    def __init__(self, address: str) -> None:
        self.http = httpx.Client(base_url=address, trust_env=False)
        self.asked: list[tuple[int, int]] = []

    def request(self, method: str, path: str, body: Any = None, **query: Any) -> Any:
        """One request; a body is sent only when there is something in it."""
        headers = {"Accept": "application/json", "api_key": KEY, "x-request-source": "n8n"}
        options: dict[str, Any] = {"json": body} if body else {}
        response = self.http.request(method, path, headers=headers, params=query, **options)
        assert response.status_code == 200, response.text
        return response.json()

    def list_all(self, path: str, **query: Any) -> list[Any]:
        """Ask for 100 at a time until `hasNext` is not true."""
        found: list[Any] = []
        while True:
            page = self.request("GET", path, limit=100, offset=len(found), **query)
            self.asked.append((len(found), len(page["data"])))
            found += page["data"]
            if page.get("hasNext") is not True:
                return found


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Node, Path]]:
    """`python -m octave_api.server` with a key, and the node that talks to it."""
    path = tmp_path_factory.mktemp("served") / "library.db"
    command = [sys.executable, "-m", "octave_api.server", "--port", "0", "--library", str(path)]
    environment = {**os.environ, "OCTAVE_SERVER_KEYS": KEY, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    assert process.stderr is not None
    try:
        for line in process.stderr:
            if found := re.search(r"running on (http://\S+)", line):
                break
        else:
            pytest.fail("the server did not start")
        node = Node(found.group(1))
        yield node, path
        node.http.close()
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate()


@pytest.fixture(scope="module")
def offering(server: tuple[Node, Path]) -> str:
    """An offering, made as the node makes one: what was not filled in is empty."""
    lists = ("capabilities", "challengesAddressed", "differentiatedValue", "statusQuo")
    body = {
        "name": "LineKeeper",
        "type": "PRODUCT",
        "description": "LineKeeper cuts unplanned stops of production lines.",
        "summary": "",
        "internalName": "",
        "primaryUrl": "",
        "customerBenefits": ["Fewer unplanned stops"],
        "customFields": [],
        **{name: [] for name in lists},
    }
    made = server[0].request("POST", "/api/v2/product/create", body)["data"]
    listed = server[0].list_all("/api/v2/product/list", type="ALL", text="")
    assert [one["oId"] for one in listed] == [made["oId"]]
    return str(made["oId"])


def linking(mode: str, offering: str) -> dict[str, Any]:
    """Both of the node's modes."""
    return {"mode": mode} | ({"offeringOIds": [offering]} if mode == "SPECIFIC" else {})


FIELDS: dict[str, Any] = {
    "commonJobTitles": ["Plant manager"], "keyConcerns": [], "keyObjectives": [],
    "painPoints": ["Spare parts arrive late"], "primaryResponsibilities": [],
    "whyTheyMatterToUs": [], "whyWeMatterToThem": [], "buyingRole": [], "customFields": [],
}  # fmt: skip


@pytest.mark.parametrize("mode", ["ALL", "SPECIFIC"])
def test_persona_from_create_to_delete(server: tuple[Node, Path], offering: str, mode: str) -> None:
    """Create, list, get, update, generate and delete, with each way of linking."""
    node, _ = server
    body = {
        "name": "Plant manager",
        "primaryOfferingOId": "",
        "description": "",
        "internalName": "",
        **FIELDS,
        "linkingStrategy": linking(mode, offering),
    }
    made = node.request("POST", "/api/v2/persona/create", body)["data"]
    oid = made["oId"]
    assert made["data"]["painPoints"] == ["Spare parts arrive late"]
    query = {"text": "spare PARTS", "queryType": "ALL", "productOId": offering, "playbookOId": ""}
    assert oid in [one["oId"] for one in node.list_all("/api/v2/persona/list", **query)]
    for path in ("/api/v2/persona/get", "/api/v2/personas/get"):
        flat = node.request("GET", path, oId=oid)
        assert (flat["oId"], flat["data"]) == (oid, made["data"])
        assert flat["_metadata"]["requestId"]
    change = {"oId": oid, "name": "Works manager", "description": "", "internalName": "", **FIELDS}
    changed = node.request("PUT", "/api/v2/persona/update", change)["data"]
    assert (changed["name"], changed["oId"]) == ("Works manager", oid)
    asked = {
        "primaryOfferingOId": offering,
        "personas": [{"name": "Vic", "sources": [{"type": "TEXT", "value": LINE}]}],
        "linkingStrategy": linking(mode, offering),
    }
    generated = node.request("POST", "/api/v2/persona/generate", asked)["data"]
    assert [one["name"] for one in generated] == ["Vic"]
    gone = node.request("DELETE", "/api/v2/persona/delete", oId=oid)
    assert gone["oId"] == oid
    assert gone["deletedAt"]
    left = [one["oId"] for one in node.list_all("/api/v2/persona/list", productOId=offering)]
    assert oid not in left
    assert generated[0]["oId"] in left


@pytest.mark.parametrize("mode", ["ALL", "SPECIFIC"])
def test_segment_from_create_to_delete(server: tuple[Node, Path], offering: str, mode: str) -> None:
    """The same for segments, whose node writes some paths in the plural."""
    node, _ = server
    body = {
        "name": "Factories",
        "primaryOfferingOId": offering,
        "description": "",
        "data": {"keyPriorities": ["Uptime"], "Region": "Ruhr"},
        "linkingStrategy": {} if mode == "ALL" else linking(mode, offering),
    }
    made = node.request("POST", "/api/v2/segments/create", body)["data"]
    oid = made["oId"]
    assert (made["data"]["keyPriorities"], made["data"]["Region"]) == (["Uptime"], "Ruhr")
    query = {"oIds[0]": oid, "oIds[1]": "sg_unknown", "productOId": offering}
    found = node.list_all("/api/v2/segment/list", textSearchQuery="factor", **query)
    assert [one["oId"] for one in found] == [oid]
    assert node.request("GET", "/api/v2/segment/get", oId=oid)["name"] == "Factories"
    change = {
        "oId": oid,
        "name": "",
        "description": "Factories with many lines.",
        "internalName": "",
        "fitExplanation": "They lose money while a line stands.",
        "keyConsiderations": ["Shift work"],
        "keyPriorities": ["Uptime"],
        "uniqueApproach": [],
        "firmographics": {"employees": ["200+"], "Company Size": "mid"},
        "customFields": [{"title": "Region", "value": ["Ruhr"]}],
    }
    changed = node.request("PUT", "/api/v2/segments/update", change)["data"]
    assert (changed["name"], changed["description"]) == ("Factories", change["description"])
    assert changed["data"]["firmographics"] == {"employees": ["200+"], "Company Size": ["mid"]}
    asked = {
        "segments": [{"name": "Mills", "sources": [{"type": "TEXT", "value": LINE}]}],
        "linkingStrategy": linking(mode, offering),
    }
    generated = node.request("POST", "/api/v2/segment/generate", asked)["data"]
    assert generated[0]["name"] == "Mills"
    gone = node.request("DELETE", "/api/v2/segment/delete", oId=oid)
    assert (gone["oId"], gone["deletedAt"] is not None) == (oid, True)


def test_paging_ends_where_has_next_is_not_true(server: tuple[Node, Path]) -> None:
    """More than two pages of 100 are read, each entity once."""
    node, _ = server
    many = json.dumps([{"name": f"Paged {number}"} for number in range(205)])
    node.request("POST", "/api/ext/import", {"content": many})
    node.asked.clear()
    names = [one["name"] for one in node.list_all("/api/v2/persona/list", text="paged")]
    assert names == [f"Paged {number}" for number in reversed(range(205))]
    assert node.asked == [(0, 100), (100, 100), (200, 5)]


def test_key_is_checked_and_source_is_kept(server: tuple[Node, Path]) -> None:
    """The node's credential test is answered, and versions tell what sent them."""
    node, _ = server
    assert node.request("GET", "/api/v2/api-key/validate")["valid"] is True
    made = node.request("POST", "/api/v2/persona/create", {"name": "Sent by n8n"})["data"]
    found = node.request("GET", "/api/ext/versions", oId=made["oId"])["data"]
    assert [(one["via"], one["action"]) for one in found] == [("n8n", "created")]
