"""`Service.handle` alone: bad bodies, faults, the library's failures, keys, request ids."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from octave_api import engine
from octave_api.contract import Source, SourceText
from octave_api.errors import LibraryError, SourceError
from octave_api.library import Library
from octave_api.service import Response, Service

PERSONAS = "/api/v2/persona/generate"
SEGMENTS = "/api/v2/segment/generate"
TYPE = (b"content-type", b"application/json")
LINE = "Plant managers keep two production lines running."


@pytest.fixture
def library() -> Iterator[Library]:
    """An empty library in memory."""
    library = Library(":memory:")
    yield library
    library.close()


def post(service: Service, body: object, path: str = PERSONAS, **headers: str) -> Response:
    """Post a body, JSON unless it is bytes already."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return service.handle("POST", path, [TYPE, *pairs], content)


def fields(response: Response) -> list[tuple[str, str]]:
    """Give the path and code of each bad field of a 400."""
    assert response.status == 400, response.body
    return [(item["path"], item["code"]) for item in json.loads(response.body)["error"]["errors"]]


def items(*sources: object) -> dict[str, Any]:
    """A persona request with one item of these sources."""
    return {"personas": [{"sources": list(sources)}]}


GOOD = {"type": "TEXT", "value": LINE}
LINKED = {"personas": [{"sources": [GOOD]}], "linkingStrategy": {}}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, [("personas", "missing")]),
        ([], [("", "model_type")]),
        ({"personas": []}, [("personas", "too_short")]),
        ({"personas": {}}, [("personas", "list_type")]),
        ({"personas": [7]}, [("personas[0]", "model_type")]),
        ({"personas": [{}]}, [("personas[0].sources", "missing")]),
        (items(), [("personas[0].sources", "too_short")]),
        (items({"type": "TEXT"}), [("personas[0].sources[0].value", "missing")]),
        (
            items(GOOD, {"type": "FILE", "value": ""}),
            [
                ("personas[0].sources[1].type", "literal_error"),
                ("personas[0].sources[1].value", "string_too_short"),
            ],
        ),
        (items({"type": "TEXT", "value": 7}), [("personas[0].sources[0].value", "string_type")]),
        (
            {"personas": [{"name": "", "sources": [GOOD]}]},
            [("personas[0].name", "string_too_short")],
        ),
        ({**items(GOOD), "segments": []}, [("segments", "extra_forbidden")]),
        ({**items(GOOD), "linking_strategy": {}}, [("linking_strategy", "extra_forbidden")]),
        ({**items(GOOD), "<b>\n": 1}, [("?", "extra_forbidden")]),
        ({**items(GOOD), "k" * 999: 1}, [("?", "extra_forbidden")]),
        ({**LINKED, "linkingStrategy": {}}, [("linkingStrategy.mode", "union_tag_not_found")]),
        (
            {**LINKED, "linkingStrategy": {"mode": "NONE"}},
            [("linkingStrategy.mode", "union_tag_invalid")],
        ),
        (
            {**LINKED, "linkingStrategy": {"mode": "SPECIFIC"}},
            [("linkingStrategy.offeringOIds", "missing")],
        ),
        (
            {**LINKED, "linkingStrategy": {"mode": "SPECIFIC", "offeringOIds": [""]}},
            [("linkingStrategy.offeringOIds[0]", "string_too_short")],
        ),
    ],
)
def test_bad_field_is_named(
    library: Library, body: object, expected: list[tuple[str, str]]
) -> None:
    """Each bad field is told by its path and a code, and nothing is made."""
    assert fields(post(Service(library), body)) == expected
    assert library.entities()[1] == 0


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"nul",
        b"\xff\xfe{\x00}\x00",
        b"\xef\xbb\xbf{}",
        b'{"personas": "\\ud800"}',
        b'{"personas": NaN}',
        b'{"personas": 1e400}',
        b'{"personas": ' + b"[" * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
        json.dumps(items(GOOD)).encode() + b"x",
        json.dumps(items(GOOD)).encode().replace(b"Plant", b"\xed\xa0\x80"),
    ],
)
def test_bad_json_is_400(library: Library, body: bytes) -> None:
    """Whatever is not JSON, or not JSON of the contract, is the request's fault."""
    assert post(Service(library), body).status == 400


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e400", "[-1e999]", "9" * 5_000])
def test_number_that_is_none_is_refused(library: Library, number: str) -> None:
    """Also where a field takes anything, and within what is brought in."""
    agent = "/api/v2/agents/qualify-company/run"
    body = f'{{"agentOId": "a", "runtimeContext": {{"size": {number}}}}}'
    assert post(Service(library), body.encode(), agent).status == 400
    file = f'{{"oId": "pe_1", "name": "Ada", "size": {number}}}'
    assert post(Service(library), {"content": file}, "/api/ext/import").status == 400
    assert library.entities()[1] == 0


def test_key_twice_is_refused(library: Library) -> None:
    """Two readers of the same body could disagree on what it says."""
    body = b'{"personas": [{"sources": [{"type": "TEXT", "value": "a", "value": "b"}]}]}'
    assert fields(post(Service(library), body)) == [("", "duplicate_key")]


def test_many_bad_fields_are_cut_and_counted(library: Library) -> None:
    """The list is bounded; the sentence says how many there are."""
    response = post(Service(library), {"personas": [{}] * 5_000})
    error = json.loads(response.body)["error"]
    assert len(error["errors"]) == 100
    assert "4999 more" in error["detail"]


@pytest.mark.parametrize("value", ["canary-1", "<script>", "a" * 5_000])
def test_input_is_not_echoed(library: Library, value: str) -> None:
    """No value of the request stands in the answer."""
    bad = {"type": value, "value": 1, "<x>" + value: value}
    body = {**items(bad), "linkingStrategy": {"mode": value}, "playbookOId": [value]}
    assert value.encode() not in post(Service(library), body).body


def test_segments_have_no_playbook(library: Library) -> None:
    """`playbookOId` is for personas only."""
    body = {"segments": [{"sources": [GOOD]}], "playbookOId": "pb_1"}
    assert fields(post(Service(library), body, SEGMENTS)) == [("playbookOId", "extra_forbidden")]


def test_what_else_was_named_is_kept(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Offering, linking, playbook and brand voice are kept with the entity, under their names."""
    kept: list[Any] = []
    monkeypatch.setattr(library, "save", lambda entries, **_: kept.extend(entries))
    with library.changing("created") as change:
        offering = change.add_item("product", {"name": "LineKeeper"})["oId"]
        other = change.add_item("product", {"name": "Other"})["oId"]
        playbook = change.add_item("playbook", {"name": "Plants"})["oId"]
        voice = change.add_item("brand_voice", {"title": "Plain"})["oId"]
    named = {
        "primaryOfferingOId": offering,
        "linkingStrategy": {"mode": "SPECIFIC", "offeringOIds": [other]},
        "playbookOId": playbook,
        "brandVoiceOId": voice,
    }
    assert post(Service(library), {**items(GOOD), **named}).status == 200
    assert [entry.asked_with for entry in kept] == [named]
    assert [entry.links for entry in kept] == [(offering, other, playbook)]


def test_unknown_ids_are_404_by_field(library: Library) -> None:
    """Every field that names what is not there is listed, and nothing is made."""
    named = {
        "primaryOfferingOId": "px_1",
        "linkingStrategy": {"mode": "SPECIFIC", "offeringOIds": ["px_2"]},
        "playbookOId": "pb_1",
        "brandVoiceOId": "bv_1",
    }
    response = post(Service(library), {**items(GOOD), **named})
    error = json.loads(response.body)["error"]
    assert (response.status, error["code"]) == (404, "not_found")
    assert {item["path"] for item in error["errors"]} == {
        "primaryOfferingOId",
        "linkingStrategy.offeringOIds[0]",
        "playbookOId",
        "brandVoiceOId",
    }
    assert library.entities()[1] == 0


def test_resource_is_deleted_by_post_too(library: Library) -> None:
    """The vendor's pages have it as a POST with the id in its body; PUT updates like POST."""
    service = Service(library)
    base = "/api/v2/resource"
    made = json.loads(post(service, {"mode": "text", "text": "A plant."}, f"{base}/create").body)
    asked = json.dumps({"oId": made["data"]["oId"], "name": "Plants"}).encode()
    put = service.handle("PUT", f"{base}/update", [TYPE], asked)
    assert json.loads(put.body)["data"]["name"] == "Plants"
    gone = post(service, {"oId": made["data"]["oId"]}, f"{base}/delete")
    assert (gone.status, json.loads(gone.body)["deletedAt"] is not None) == (200, True)
    assert post(service, {"oId": made["data"]["oId"]}, f"{base}/delete").status == 404


def test_half_a_character_is_replaced_one_for_one(library: Library) -> None:
    """What no file can hold is replaced by one character, so offsets stay right."""

    def read_source(source: Source) -> SourceText:
        text = "\ud800 Plant managers keep two lines running."
        return SourceText(index=0, type="TEXT", value=source.value, title="\udfff", text=text)

    response = post(Service(library, read_source=read_source), items(GOOD))
    oid = json.loads(response.body)["data"][0]["oId"]
    evidence = library.evidence(oid)
    assert evidence is not None
    assert evidence.sources[0].text.startswith("\N{REPLACEMENT CHARACTER} Plant")


def test_several_addresses_are_read_in_order(library: Library) -> None:
    """Pages are read side by side; the answer keeps the order of the items."""

    def read_source(source: Source) -> SourceText:
        if source.value.endswith("/bad"):
            raise SourceError("gone", f"{source.value} is gone.")
        return SourceText(index=0, type="URL", value=source.value, text=f"{source.value} {LINE}")

    service = Service(library, read_source=read_source)
    urls = [f"https://example.com/{number}" for number in range(9)]
    body = {"personas": [{"sources": [{"type": "URL", "value": url}]} for url in urls]}
    made = json.loads(post(service, body).body)["data"]
    values = [library.evidence(entity["oId"]).sources[0].value for entity in made]  # type: ignore[union-attr]
    assert values == urls
    body["personas"][4]["sources"][0]["value"] = "https://example.com/bad"
    assert fields(post(service, body)) == [("personas[4].sources[0].value", "gone")]


def failing(error: Exception) -> Callable[..., Any]:
    """Give something that fails like this whatever it is called with."""

    def fail(*_: object, **__: object) -> Any:
        raise error

    return fail


def test_fault_of_the_program_is_500_without_details(
    library: Library, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault is answered and logged by place, with nothing of what was sent."""
    monkeypatch.setattr(engine, "generate", failing(RuntimeError(f"cannot read {LINE}")))
    response = post(Service(library), items(GOOD))
    body = json.loads(response.body)
    assert (response.status, body["error"]["code"]) == (500, "internal")
    assert body["_metadata"]["requestId"] in caplog.text
    assert "RuntimeError" in caplog.text
    assert LINE not in caplog.text
    assert LINE.encode() not in response.body
    assert library.entities()[1] == 0


def test_library_that_fails_is_503(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library's sentence is answered, its path is not."""
    error = LibraryError("full", "The disk is full.", path="/secret/place.db")
    monkeypatch.setattr(library, "save", failing(error))
    monkeypatch.setattr(library, "check", failing(error))
    service = Service(library)
    for response in (post(service, items(GOOD)), service.handle("GET", "/readyz", [], b"")):
        assert response.status == 503
        assert json.loads(response.body)["error"]["detail"] == "The disk is full."
        assert b"/secret" not in response.body
    assert service.handle("GET", "/healthz", [], b"").status == 200


@pytest.mark.parametrize("sent", ["abc-1.2_3", "x" * 64])
def test_plain_request_id_is_kept(library: Library, sent: str) -> None:
    """The caller's id comes back in the header and the body."""
    response = post(Service(library), {}, x_request_id=sent)
    assert response.headers["x-request-id"] == sent
    assert json.loads(response.body)["_metadata"]["requestId"] == sent


@pytest.mark.parametrize("sent", ["", "a b", "x" * 65, "é", "a\nb"])
def test_odd_request_id_is_replaced(library: Library, sent: str) -> None:
    """An id that could forge a line of a log is not taken over."""
    response = post(Service(library), {}, x_request_id=sent)
    assert response.headers["x-request-id"].startswith("req_")


def test_head_has_no_body(library: Library) -> None:
    """HEAD is answered as GET, with the length and without the body."""
    service = Service(library)
    response = service.handle("HEAD", "/healthz", [], b"")
    full = service.handle("GET", "/healthz", [], b"")
    assert (response.status, response.body) == (200, b"")
    assert response.headers["content-length"] == full.headers["content-length"]


@pytest.mark.parametrize("value", ["application/json; charset=utf-8", "Application/Problem+JSON"])
def test_json_by_any_name_is_taken(library: Library, value: str) -> None:
    """Parameters and letter case of the content type do not matter."""
    headers = [(b"content-type", value.encode())]
    body = json.dumps(items(GOOD)).encode()
    assert Service(library).handle("POST", PERSONAS, headers, body).status == 200


KEY = "schlüssel-1"


@pytest.mark.parametrize(
    "headers",
    [
        [(b"api_key", KEY.encode())],
        [(b"API_KEY", KEY.encode())],
        [(b"api-key", KEY.encode())],
        [(b"X-Api-Key", KEY.encode())],
        [(b"authorization", b"bearer " + KEY.encode())],
        [(b"api_key", KEY.encode()), (b"api-key", KEY.encode())],
        [(b"api_key", KEY.encode()), (b"authorization", b"Basic Zm9v")],
        [(b"api_key", b"second")],
    ],
)
def test_key_is_read_from_each_header(library: Library, headers: list[tuple[bytes, bytes]]) -> None:
    """The contract's header and its aliases are the same."""
    service = Service(library, keys=[KEY, "second"])
    assert service.handle("GET", "/api/ext/entities", headers, b"").status == 200


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ([], "no_key"),
        ([(b"api_key", b"")], "unknown_key"),
        ([(b"api_key", b"schl\xfc")], "unknown_key"),
        ([(b"api_key", KEY.encode()[:-1])], "unknown_key"),
        ([(b"api_key", KEY.encode()), (b"x-api-key", b"second")], "keys_differ"),
        ([(b"authorization", b"Basic " + KEY.encode())], "no_key"),
    ],
)
def test_wrong_key_is_401(library: Library, headers: list[tuple[bytes, bytes]], code: str) -> None:
    """Without one of the keys nothing is done, and the answer says how to send one."""
    service = Service(library, keys=[KEY, "second"])
    response = service.handle("POST", PERSONAS, headers, b"not even JSON")
    assert (response.status, json.loads(response.body)["error"]["code"]) == (401, code)
    assert "www-authenticate" in response.headers


def test_key_may_be_of_any_bytes(library: Library) -> None:
    """One that is no UTF-8 in the environment stands there byte for byte."""
    service = Service(library, keys=[b"schl\xfcssel".decode(errors="surrogateescape")])
    for key, status in ((b"schl\xfcssel", 200), (b"schl\xc3\xbcssel", 401)):
        headers = [(b"api_key", key)]
        assert service.handle("GET", "/api/ext/entities", headers, b"").status == status


def test_any_key_is_let_in_where_there_is_none(library: Library) -> None:
    """A service without keys does not look at them."""
    headers = [(b"api_key", b"whatever"), (b"api-key", b"other")]
    assert Service(library).handle("GET", "/api/ext/entities", headers, b"").status == 200


def test_keys_show_nowhere(library: Library, caplog: pytest.LogCaptureFixture) -> None:
    """Neither the service's repr nor a log line holds a key."""
    caplog.set_level(logging.DEBUG)
    service = Service(library, keys=[KEY])
    service.handle("GET", "/api/ext/entities?text=private", [(b"api_key", b"guess")], b"")
    shown = repr(service) + caplog.text
    assert not [word for word in (KEY, "guess", "private") if word in shown]
