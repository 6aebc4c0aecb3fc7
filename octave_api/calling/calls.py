"""
The calls of the client without a network: which request, what to do with its answer.

`Call.steps` is a generator that yields what is to be sent and how long to wait,
and takes what came of it. The sync and the async client drive the same one, so
neither can do what the other does not.
"""

from __future__ import annotations

import json
import logging
import uuid
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar
from urllib.parse import quote

import httpx
from pydantic import BaseModel, TypeAdapter, ValidationError

from octave_api.calling.failures import failure, unsendable
from octave_api.calling.retrying import Policy
from octave_api.cleaning import clean, clean_data, whole_escapes
from octave_api.contract import (
    AnyEntity,
    Envelope,
    Evidence,
    GenerateItem,
    Health,
    Kind,
    LinkAll,
    LinkSpecific,
    Metadata,
    Open,
    Persona,
    PersonasResponse,
    Segment,
    SegmentsResponse,
    contract_key,
)
from octave_api.contract.account import KeyCheck
from octave_api.contract.library import EntitiesResponse
from octave_api.contract.qualification import QualifyCompanyResponse, QualifyPersonResponse
from octave_api.errors import InvalidResponseError
from octave_api.settings import Settings

log = logging.getLogger("octave_api")

Answer = TypeVar("Answer")
Outcome = httpx.Response | httpx.RequestError | None

Items = Sequence[GenerateItem | Mapping[str, Any]]
Linking = LinkAll | LinkSpecific | Mapping[str, Any]

MAX_ADDRESS = 60_000
"""So long may a request's address be: HTTP libraries take 65,536 bytes of it and the headers."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One request to send; its headers hold the key and are in no repr."""

    method: str
    url: str
    headers: tuple[tuple[bytes, bytes], ...] = field(repr=False)
    content: bytes | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Call(Generic[Answer]):
    """
    One call of the API.

    Attributes:
        method, path: As the contract names them.
        read: Makes the result of an OK answer's body, or raises ValidationError.
        params: Query parameters; those that are None are left out.
        payload: JSON body, if any.
        strict: Ask the engine for what sources say, and nothing that is only typical.
        idempotency_key: Sent unchanged with every attempt.
    """

    method: str
    path: str
    read: Callable[[bytes], Answer]
    params: Mapping[str, str | int | list[str] | None] = field(default_factory=dict, repr=False)
    payload: Mapping[str, Any] | None = field(default=None, repr=False)
    strict: bool = False
    idempotency_key: str | None = None

    def outgoing(self, settings: Settings, request_id: str) -> Outgoing:
        """
        Give the request to send.

        Raises:
            BadRequestError: A parameter or the idempotency key that no request can carry.
        """
        headers = [
            (b"accept", b"application/json"),
            (b"user-agent", b"octave-explorer"),
            (b"x-request-id", request_id.encode()),
        ]
        content = None
        if self.payload is not None:
            content = whole_escapes(json.dumps(self.payload).encode())
            headers.append((b"content-type", b"application/json"))
        if settings.api_key:
            headers.append((b"api_key", settings.api_key.encode()))
        if self.strict:
            headers.append((b"x-octave-strict", b"true"))
        if settings.author:
            author = clean(settings.author).strip()
            headers.append((b"x-octave-author", quote(author, safe=" ").encode()))
        if self.idempotency_key is not None:
            headers.append((b"idempotency-key", _key_header(self.idempotency_key)))
        return Outgoing(self.method, self._address(settings.base_url), tuple(headers), content)

    def _address(self, base_url: str) -> str:
        given = {
            clean(name): clean_data(value)
            for name, value in self.params.items()
            if value is not None
        }
        if not given:
            return base_url + self.path
        address = f"{base_url}{self.path}?{httpx.QueryParams(given)}"
        if len(address) > MAX_ADDRESS:
            longest = max(given, key=lambda name: len(str(given[name])))
            raise unsendable(longest, "This is too long to send; shorten it.", "too_long")
        return address

    def steps(
        self, settings: Settings, policy: Policy
    ) -> Generator[Outgoing | float, Outcome, Answer]:
        """
        Yield requests to send and seconds to wait; return the result.

        Raises:
            OctaveError: One of the tree in `errors.py`.
        """
        request_id = f"req_{uuid.uuid4().hex}"
        outgoing = self.outgoing(settings, request_id)
        keyed = self.idempotency_key is not None
        attempt = 0
        while True:
            outcome = yield outgoing
            assert outcome is not None
            if isinstance(outcome, httpx.Response) and outcome.is_success:
                return self._result(outcome, request_id)
            pause = policy.wait(
                attempt,
                outcome,
                repeatable=self.method == "GET" or (keyed and settings.way != "cloud"),
                keyed=keyed,
            )
            if pause is None:
                raise failure(outcome, self.method, self.path, settings, request_id)
            attempt += 1
            log.info("%s %s: attempt %d follows", self.method, self.path, attempt + 1)
            if pause:
                yield pause

    def _result(self, response: httpx.Response, request_id: str) -> Answer:
        try:
            return self.read(response.content)
        except ValidationError as error:
            place = ".".join(str(part) for part in error.errors()[0]["loc"])[:80]
            where = f" at {place}" if place.isprintable() and place else ""
            raise InvalidResponseError(
                f"The answer is not what the contract says{where}.", request_id=request_id
            ) from None


def _key_header(key: str) -> bytes:
    """Refused here: sent as it is, it would break the connection off."""
    if not (key.isascii() and key.isprintable() and key == key.strip()):
        sentence = "This has a character that no header can carry; a UUID is a good key."
        raise unsendable("idempotency-key", sentence, "not_a_key")
    return key.encode()


def generate(
    kind: Kind,
    items: Items,
    *,
    primary_offering_oid: str | None = None,
    linking_strategy: Linking | None = None,
    playbook_oid: str | None = None,
    brand_voice_oid: str | None = None,
    strict: bool = False,
    idempotency_key: str | None = None,
) -> Call[Any]:
    """Give the generate call of this kind; only personas have a playbook."""
    named = {
        "primary_offering_oid": primary_offering_oid,
        "linking_strategy": linking_strategy,
        "playbook_oid": playbook_oid if kind == "persona" else None,
        "brand_voice_oid": brand_voice_oid,
    }
    body = {f"{kind}s": [plain(item) for item in items], **keyed(named)}
    model = PersonasResponse if kind == "persona" else SegmentsResponse
    return Call(
        "POST",
        f"/api/v2/{kind}/generate",
        model.model_validate_json,
        payload=body,
        strict=strict,
        idempotency_key=idempotency_key,
    )


def qualify_company(**fields: Any) -> Call[QualifyCompanyResponse]:
    """Give the call that qualifies a company; fields that are None are left out."""
    read = QualifyCompanyResponse.model_validate_json
    return Call("POST", "/api/v2/agents/qualify-company/run", read, payload=keyed(fields))


def qualify_person(**fields: Any) -> Call[QualifyPersonResponse]:
    """Give the call that qualifies a person; fields that are None are left out."""
    read = QualifyPersonResponse.model_validate_json
    return Call("POST", "/api/v2/agents/qualify-person/run", read, payload=keyed(fields))


def evidence(oid: str) -> Call[Evidence]:
    """Give the call for an entity's evidence."""
    return Call("GET", "/api/ext/evidence", Evidence.model_validate_json, {"oId": oid})


def entity(oid: str) -> Call[AnyEntity]:
    """Give the call for one kept entity."""
    return Call("GET", "/api/ext/entity", _read_entity, {"oId": oid})


def entities(
    *, kind: Kind | None, text: str | None, limit: int | None, offset: int | None
) -> Call[EntitiesResponse]:
    """Give the call for a page of kept entities."""
    params = {"kind": kind, "text": text, "limit": limit, "offset": offset}
    return Call("GET", "/api/ext/entities", EntitiesResponse.model_validate_json, params)


def health() -> Call[Health]:
    """Give the call that asks whether the server is ready."""
    return Call("GET", "/readyz", Health.model_validate_json)


def check_key() -> Call[KeyCheck]:
    """Give the call that asks whether the key is valid, and what it may still use."""
    return Call("GET", "/api/v2/api-key/validate", KeyCheck.model_validate_json)


_ENTITY: TypeAdapter[AnyEntity] = TypeAdapter(AnyEntity)
Flat = TypeVar("Flat", bound=Open)


def _read_entity(body: bytes) -> Persona | Segment:
    return _without_envelope(_ENTITY.validate_json(body))


def read_flat(model: type[Flat]) -> Callable[[bytes], Flat]:
    """Give what reads a flat answer; without its envelope a thing equals the one created."""
    return lambda body: _without_envelope(model.model_validate_json(body))


def _without_envelope(found: Flat) -> Flat:
    (found.__pydantic_extra__ or {}).pop("_metadata", None)
    if isinstance(found, Envelope):
        found.metadata = Metadata()
    found.__pydantic_fields_set__.difference_update(("_metadata", "metadata"))
    return found


def keyed(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Give what is not None under the contract's keys, models as plain data."""
    return {contract_key(name): plain(v) for name, v in fields.items() if v is not None}


def plain(value: Any) -> Any:
    """Give models, also within a list, as plain data under the contract's keys."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True, exclude_none=True)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value
