"""
The contract without a network: a method, a path, headers and a body in, an answer out.

`Service.handle` is what the server and the embedded transport both call. It
never raises; what goes wrong is an answer in the shape of `problems.py`.

`primaryOfferingOId`, `linkingStrategy`, `playbookOId` and `brandVoiceOId` are
accepted and kept with the entities that were generated with them. They are not
looked up: this version has no offerings, playbooks or brand voices to find.
"""

from __future__ import annotations

import logging
import re
import traceback
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast
from urllib.parse import parse_qs

from octave_api import __version__
from octave_api.access import let_in
from octave_api.contract import (
    EntitiesResponse,
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
from octave_api.errors import FieldError, LibraryError
from octave_api.generating import ReadSource, generate
from octave_api.identity import timestamp
from octave_api.problems import ProblemError, bad_request, error_body, read_body
from octave_api.qualification import QualifyCompanyRequest, QualifyPersonRequest
from octave_api.qualifying import qualify_company, qualify_person
from octave_api.queries import MAX_OFFSET, MAX_PAGE, Request

if TYPE_CHECKING:
    from octave_api.library import Library

log = logging.getLogger("octave_api")


_JSON = re.compile(r"\s*application/(json|[\w.+-]+\+json)\s*(;.*)?", re.IGNORECASE)
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


@dataclass(frozen=True, slots=True)
class Response:
    """What `Service.handle` answers."""

    status: int
    headers: dict[str, str]
    body: bytes


Route = Callable[[Request], Open | bytes]


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
        self._keys = tuple(key.encode() for key in keys)
        self._routes: dict[str, tuple[str, bool, Route]] = {
            "/api/v2/persona/generate": ("POST", True, self._generate_personas),
            "/api/v2/segment/generate": ("POST", True, self._generate_segments),
            "/api/v2/agents/qualify-company/run": ("POST", True, self._qualify_company),
            "/api/v2/agents/qualify-person/run": ("POST", True, self._qualify_person),
            "/api/ext/evidence": ("GET", True, self._evidence),
            "/api/ext/entities": ("GET", True, self._entities),
            "/api/ext/entity": ("GET", True, self._entity),
            "/healthz": ("GET", False, self._health),
            "/readyz": ("GET", False, self._ready),
            "/openapi.json": ("GET", False, self._openapi),
        }

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
        extra: Mapping[str, str] = {}
        try:
            status, content = 200, self._answer(method, path, pairs, known, body, metadata)
        except ProblemError as problem:
            status, extra = problem.status, problem.headers
            content = error_body(problem, metadata)
        except LibraryError as error:
            log.error("request %s: library: %s", metadata.request_id, error.code)
            status, content = (
                503,
                error_body(ProblemError(503, error.code, error.message), metadata),
            )
        except Exception as error:
            # Frames without the message: an exception's text may hold what was sent.
            frames = [f"{f.name}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__)]
            name = type(error).__name__
            log.error("request %s: %s at %s", metadata.request_id, name, " > ".join(frames))
            status, content = 500, error_body(_fault(), metadata)
        shown = path.partition("?")[0]
        shown = shown if shown in self._routes else "(another path)"
        log.info("request %s: %s answered %d", metadata.request_id, shown, status)
        return _respond(status, content, metadata, extra, empty=method == "HEAD")

    def refuse(self, headers: Iterable[tuple[bytes, bytes]], problem: ProblemError) -> Response:
        """Give the answer for a request that is refused before it is handled."""
        _, known = _read_headers(headers)
        metadata = _metadata(known.get("x-request-id", ""))
        log.info("request %s: refused with %d", metadata.request_id, problem.status)
        return _respond(problem.status, error_body(problem, metadata), metadata, problem.headers)

    def _answer(
        self,
        method: str,
        target: str,
        pairs: Sequence[tuple[str, bytes]],
        headers: Mapping[str, str],
        body: bytes,
        metadata: Metadata,
    ) -> bytes:
        path, _, query = target.partition("?")
        known = self._routes.get(path)
        if known is None:
            raise ProblemError(404, "not_found", "There is nothing at this path.")
        allowed, needs_key, route = known
        if method != allowed and (method, allowed) != ("HEAD", "GET"):
            allow = "GET, HEAD" if allowed == "GET" else allowed
            sentence = f"This path takes {allowed} only."
            raise ProblemError(405, "method_not_allowed", sentence, headers={"allow": allow})
        if needs_key:
            let_in(pairs, self._keys)
        if allowed == "POST" and not _JSON.fullmatch(headers.get("content-type", "")):
            # Also what keeps a web page elsewhere from posting to a server on this machine.
            sentence = "Send the body with the header Content-Type: application/json."
            raise ProblemError(415, "not_json", sentence)
        try:
            parameters = parse_qs(query, keep_blank_values=True, max_num_fields=100)
        except ValueError:
            raise ProblemError(400, "bad_request", "The query has too many parameters.") from None
        result = route(Request(headers, parameters, body, metadata))
        return result if isinstance(result, bytes) else result.to_json().encode()

    def _generate_personas(self, request: Request) -> Open:
        asked = read_body(GeneratePersonasRequest, request.body)
        made = self._generate("persona", asked, asked.personas, request)
        request.metadata.message = "Personas generated successfully"
        return PersonasResponse(metadata=request.metadata, data=cast(list[Persona], made))

    def _generate_segments(self, request: Request) -> Open:
        asked = read_body(GenerateSegmentsRequest, request.body)
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
            asked_with=asked.model_dump(
                mode="json", by_alias=True, exclude_none=True, exclude={f"{kind}s"}
            ),
        )

    def _qualify_company(self, request: Request) -> Open:
        asked = read_body(QualifyCompanyRequest, request.body)
        request.metadata.message = "Company qualified"
        return qualify_company(asked, self._library, request.metadata)

    def _qualify_person(self, request: Request) -> Open:
        asked = read_body(QualifyPersonRequest, request.body)
        request.metadata.message = "Person qualified"
        return qualify_person(asked, self._library, request.metadata)

    def _evidence(self, request: Request) -> Open:
        evidence = self._library.evidence(request.oid())
        if evidence is None:
            raise _unknown_oid()
        return evidence.model_copy(update={"metadata": request.metadata})

    def _entity(self, request: Request) -> Open:
        entity = self._library.entity(request.oid())
        if entity is None:
            raise _unknown_oid()
        metadata = request.metadata.to_dict()
        return type(entity).model_validate({"_metadata": metadata, **entity.to_dict()})

    def _entities(self, request: Request) -> Open:
        request.only("kind", "text", "limit", "offset")
        kind = request.one("kind")
        if kind not in (None, "persona", "segment"):
            sentence = "This must be 'persona' or 'segment'."
            raise bad_request([FieldError("kind", sentence, "literal_error")])
        offset = request.number("offset", 0, 0, MAX_OFFSET)
        page, total = self._library.entities(
            kind=cast(Kind | None, kind),
            text=request.one("text") or "",
            limit=request.number("limit", 10, 1, MAX_PAGE),
            offset=offset,
        )
        more = offset + len(page) < total
        return EntitiesResponse(metadata=request.metadata, has_next=more, total=total, data=page)

    def _health(self, request: Request) -> Open:
        return Health(metadata=request.metadata, status="ok", version=__version__)

    def _ready(self, request: Request) -> Open:
        self._library.check()
        return self._health(request)

    def _openapi(self, _: Request) -> bytes:
        from octave_api.openapi import document

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


def _unknown_oid() -> ProblemError:
    sentence = "No entity has this id."
    return ProblemError(
        404, "not_found", sentence, fields=[FieldError("oId", sentence, "not_found")]
    )


def _fault() -> ProblemError:
    sentence = "This failed through a fault of the program, not of the request."
    return ProblemError(500, "internal", sentence)
