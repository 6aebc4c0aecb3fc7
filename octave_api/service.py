"""
The contract without a network: a method, a path, headers and a body in, an answer out.

`Service.handle` is what the server and the embedded transport both call. It
never raises; what goes wrong is an answer in the shape of `serving/problems.py`.

The calls about kept entities, about what they are made with, and about the library
are in `serving/entities.py`, `serving/items.py` and `serving/library.py`.
"""

from __future__ import annotations

import logging
import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast
from urllib.parse import parse_qs

from octave_api import __version__
from octave_api.contract import (
    GenerateItem,
    GeneratePersonasRequest,
    GenerateRequest,
    GenerateSegmentsRequest,
    Health,
    Kind,
    Metadata,
    Open,
    Persona,
    PersonasResponse,
    Segment,
    SegmentsResponse,
    Source,
    SourceText,
)
from octave_api.contract.account import KeyCheck
from octave_api.contract.qualification import QualifyCompanyRequest, QualifyPersonRequest
from octave_api.errors import LibraryError
from octave_api.keeping.identity import timestamp
from octave_api.serving import logs
from octave_api.serving.access import let_in
from octave_api.serving.entities import author_of, entity_routes, flat
from octave_api.serving.generating import ReadSource, generate
from octave_api.serving.idempotency import Once
from octave_api.serving.items import item_routes
from octave_api.serving.library import library_routes
from octave_api.serving.linking import look_up
from octave_api.serving.problems import ProblemError, error_body, read_body, unknown
from octave_api.serving.prospects import prospect_routes
from octave_api.serving.qualifying import qualify_company, qualify_person
from octave_api.serving.queries import MAX_OFFSET, MAX_PAGE, Request
from octave_api.serving.routing import Route, Routes

if TYPE_CHECKING:
    from octave_api.library import Library

log = logging.getLogger("octave_api")


_JSON = re.compile(r"\s*application/(json|[\w.+-]+\+json)\s*(;.*)?", re.IGNORECASE)
_WITH_BODY = ("POST", "PUT")
MAX_FIELDS = MAX_PAGE + 100
"""So many parameters a query may have: a page of ids, and what else there is."""

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


@dataclass(frozen=True, slots=True)
class Response:
    """What `Service.handle` answers."""

    status: int
    headers: dict[str, str]
    body: bytes


class Service:
    """
    Answers the calls of the contract from a library and the embedded engine.

    Args:
        library: Where entities, evidence and resources are kept.
        read_source: Gives a source's text or raises `SourceError`; by default
            `octave_api.sources.read` with the library's resources.
        keys: The API keys that are let in; with none, every request is.
    """

    def __init__(
        self,
        library: Library,
        *,
        read_source: ReadSource | None = None,
        keys: Sequence[str] = (),
    ) -> None:
        self._library = library
        self._read_source = read_source or _reader(library)
        self._once = Once(library)
        # As the bytes that the environment had, which may be no UTF-8.
        self._keys = tuple(key.encode(errors="surrogateescape") for key in keys)
        self._routes = Routes(
            [
                Route("POST", "/api/v2/persona/generate", self._generate_personas),
                Route("POST", "/api/v2/segment/generate", self._generate_segments),
                Route("POST", "/api/v2/agents/qualify-company/run", self._qualify_company),
                Route("POST", "/api/v2/agents/qualify-person/run", self._qualify_person),
                Route("GET", "/api/v2/api-key/validate", self._check_key),
                *entity_routes(library),
                *item_routes(library, self._read_source),
                Route("GET", "/api/ext/evidence", self._evidence),
                Route("GET", "/api/ext/entity", self._entity),
                *library_routes(library, self._read_source),
                *prospect_routes(library),
                Route("GET", "/healthz", self._health, needs_key=False),
                Route("GET", "/readyz", self._ready, needs_key=False),
                Route("GET", "/openapi.json", self._openapi, needs_key=False),
            ]
        )

    def __repr__(self) -> str:
        return f"Service({self._library!r}, keys={len(self._keys)})"

    def close(self) -> None:
        """Give back the library's connections."""
        self._library.close()

    def handle(
        self, method: str, path: str, headers: Iterable[tuple[bytes, bytes]], body: bytes
    ) -> Response:
        """
        Answer one request.

        Args:
            method: In capitals.
            path: As sent: percent-encoded, with the query.
            headers: Name and value pairs, as sent.
            body: The whole body.
        """
        pairs, known = _read_headers(headers)
        metadata = _metadata(known.get("x-request-id", ""))
        with logs.request(metadata.request_id):
            return self._handle(method, path, pairs, known, body, metadata)

    def _handle(
        self,
        method: str,
        path: str,
        pairs: Sequence[tuple[str, bytes]],
        known: Mapping[str, str],
        body: bytes,
        metadata: Metadata,
    ) -> Response:
        extra: Mapping[str, str] = {}
        try:
            status = 200
            content, extra = self._answer(method, path, pairs, known, body, metadata)
        except ProblemError as problem:
            status, extra = problem.status, problem.headers
            content = error_body(problem, metadata)
        except LibraryError as error:
            log.error("%s: the library failed", metadata.request_id, extra={"code": error.code})
            status, content = (
                503,
                error_body(ProblemError(503, error.code, error.message), metadata),
            )
        except Exception as error:
            # The id stands in the words too: the program around may write its log in another form.
            log.error("%s failed: %s", metadata.request_id, logs.where(error))
            status, content = 500, error_body(_fault(), metadata)
        facts = {"method": method, "route": self.shown(path), "status": status}
        log.info("answered", extra=facts)
        return _respond(status, content, metadata, extra, empty=method == "HEAD")

    def shown(self, path: str) -> str:
        """Give a path, with or without a query, as a log or a count may show it."""
        return self._routes.shown(path.partition("?")[0])

    def admit(self, headers: Iterable[tuple[bytes, bytes]]) -> Response | None:
        """Give the refusal for a caller without a key, None for one who is let in."""
        pairs, _ = _read_headers(headers)
        try:
            let_in(pairs, self._keys)
        except ProblemError as problem:
            return self.refuse(headers, problem)
        return None

    def refuse(self, headers: Iterable[tuple[bytes, bytes]], problem: ProblemError) -> Response:
        """Give the answer for a request that is refused before it is handled."""
        _, known = _read_headers(headers)
        metadata = _metadata(known.get("x-request-id", ""))
        with logs.request(metadata.request_id):
            log.info("refused", extra={"status": problem.status, "code": problem.code})
        return _respond(problem.status, error_body(problem, metadata), metadata, problem.headers)

    def _answer(
        self,
        method: str,
        target: str,
        pairs: Sequence[tuple[str, bytes]],
        headers: Mapping[str, str],
        body: bytes,
        metadata: Metadata,
    ) -> tuple[bytes, Mapping[str, str]]:
        path, _, query = target.partition("?")
        route, values = self._routes.find(method, path)
        if route.needs_key:
            let_in(pairs, self._keys)
        if route.method in _WITH_BODY and not _JSON.fullmatch(headers.get("content-type", "")):
            # Also what keeps a web page elsewhere from posting to a server on this machine.
            sentence = "Send the body with the header Content-Type: application/json."
            raise ProblemError(415, "not_json", sentence)
        try:
            parameters = parse_qs(query, keep_blank_values=True, max_num_fields=MAX_FIELDS)
        except ValueError:
            raise ProblemError(400, "bad_request", "The query has too many parameters.") from None

        def make() -> bytes:
            result = route.answer(Request(headers, parameters, body, metadata, values))
            return result if isinstance(result, bytes) else result.to_json().encode()

        if route.method == "GET":
            return make(), {}
        asked = (method.encode(), target.encode(), body)
        return self._once.answer(pairs, headers, asked, make)

    def _generate_personas(self, request: Request) -> Open:
        asked = read_body(GeneratePersonasRequest, request.body, sources=True)
        made = self._generate("persona", asked, asked.personas, request)
        request.metadata.message = "Personas generated successfully"
        return PersonasResponse(metadata=request.metadata, data=cast(list[Persona], made))

    def _generate_segments(self, request: Request) -> Open:
        asked = read_body(GenerateSegmentsRequest, request.body, sources=True)
        made = self._generate("segment", asked, asked.segments, request)
        request.metadata.message = "Segments generated successfully"
        return SegmentsResponse(metadata=request.metadata, data=cast(list[Segment], made))

    def _generate(
        self, kind: Kind, asked: GenerateRequest, items: list[GenerateItem], request: Request
    ) -> list[Persona | Segment]:
        return generate(
            kind,
            items,
            library=self._library,
            read_source=self._read_source,
            strict=request.strict(),
            named=look_up(asked, self._library.items),
            author=author_of(request),
        )

    def _qualify_company(self, request: Request) -> Open:
        asked = read_body(QualifyCompanyRequest, request.body)
        request.metadata.message = "Company qualified"
        return qualify_company(asked, self._library, request.metadata)

    def _qualify_person(self, request: Request) -> Open:
        asked = read_body(QualifyPersonRequest, request.body)
        request.metadata.message = "Person qualified"
        return qualify_person(asked, self._library, request.metadata)

    def _check_key(self, request: Request) -> Open:
        # Who got here was let in; credits are the vendor's, and there are none here.
        return KeyCheck(metadata=request.metadata, status="ok", valid=True)

    def _evidence(self, request: Request) -> Open:
        evidence = self._library.evidence(request.oid())
        if evidence is None:
            raise unknown()
        return evidence.model_copy(update={"metadata": request.metadata})

    def _entity(self, request: Request) -> Open:
        entity = self._library.entity(request.oid())
        if entity is None:
            raise unknown()
        return flat(entity, request)

    def _health(self, request: Request) -> Open:
        return Health(metadata=request.metadata, status="ok", version=__version__)

    def _ready(self, request: Request) -> Open:
        self._library.check()
        return self._health(request)

    def _openapi(self, _: Request) -> bytes:
        from octave_api.serving.openapi import document

        return document(secured=bool(self._keys), max_page=MAX_PAGE, max_offset=MAX_OFFSET)


def _reader(library: Library) -> ReadSource:
    def read(source: Source) -> SourceText:
        # Brings the page reader with it, which a request without sources does not need.
        from octave_api import sources

        return sources.read(source, resource=library.resource)

    return read


def _read_headers(
    headers: Iterable[tuple[bytes, bytes]],
) -> tuple[list[tuple[str, bytes]], dict[str, str]]:
    """Give all headers with their bytes, and the last of each name as text."""
    pairs = [(name.decode("latin-1").lower(), value) for name, value in headers]
    return pairs, {name: value.decode("latin-1") for name, value in pairs}


def _respond(
    status: int,
    content: bytes,
    metadata: Metadata,
    extra: Mapping[str, str],
    *,
    empty: bool = False,
) -> Response:
    headers = {
        "content-type": "application/json",
        "content-length": str(len(content)),
        "x-request-id": metadata.request_id,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        **extra,
    }
    return Response(status, headers, b"" if empty else content)


def _metadata(request_id: str) -> Metadata:
    """Take the caller's request id if it is a plain one, else make one."""
    if not _REQUEST_ID.fullmatch(request_id):
        request_id = f"req_{uuid.uuid4().hex}"
    return Metadata(usage=0, request_id=request_id, message="", timestamp=timestamp())


def _fault() -> ProblemError:
    sentence = "This failed through a fault of the program, not of the request."
    return ProblemError(500, "internal", sentence)
