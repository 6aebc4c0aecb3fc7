"""The calls about prospects: what the service answers under `/api/ext/prospect…`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octave_api.contract import Open
from octave_api.errors import FieldError
from octave_api.keeping.queries import MAX_OFFSET, MAX_PAGE, Request
from octave_api.scoring.prospects import (
    DeletedProspect,
    DeleteProspectRequest,
    Prospect,
    ProspectsResponse,
    SaveProspectRequest,
)
from octave_api.serving.access import owner_of
from octave_api.serving.problems import ProblemError, read_body
from octave_api.serving.routing import Route

if TYPE_CHECKING:
    from octave_api.library import Library
    from octave_api.serving.prospect_store import ProspectStore


def prospect_routes(library: Library) -> list[Route]:
    """Give the calls."""
    calls = _Calls(library)
    return [
        Route("GET", "/api/ext/prospects", calls.page),
        Route("GET", "/api/ext/prospect", calls.one),
        Route("POST", "/api/ext/prospect/save", calls.save),
        Route("POST", "/api/ext/prospect/delete", calls.delete),
    ]


class _Calls:
    def __init__(self, library: Library) -> None:
        self._library = library
        self._opened: ProspectStore | None = None

    @property
    def _store(self) -> ProspectStore:
        # Made at the first call: a service that only generates does without SQLAlchemy.
        if self._opened is None:
            from octave_api.serving.prospect_store import ProspectStore

            self._opened = ProspectStore(self._library)
        return self._opened

    def page(self, request: Request) -> Open:
        request.only("limit", "offset")
        limit = request.number("limit", 10, 1, MAX_PAGE)
        offset = request.number("offset", 0, 0, MAX_OFFSET)
        page, total = self._store.prospects(owner_of(request.headers), limit=limit, offset=offset)
        more = offset + len(page) < total
        return ProspectsResponse(metadata=request.metadata, has_next=more, total=total, data=page)

    def one(self, request: Request) -> Open:
        found = self._store.prospect(owner_of(request.headers), request.oid())
        return _answer(found, request)

    def save(self, request: Request) -> Open:
        asked = read_body(SaveProspectRequest, request.body)
        return _answer(self._store.save(owner_of(request.headers), asked), request)

    def delete(self, request: Request) -> Open:
        asked = read_body(DeleteProspectRequest, request.body)
        if not self._store.delete(owner_of(request.headers), asked.oid):
            raise _unknown()
        return DeletedProspect(metadata=request.metadata, oid=asked.oid)


def _answer(found: Prospect | None, request: Request) -> Prospect:
    if found is None:
        raise _unknown()
    return found.model_copy(update={"metadata": request.metadata})


def _unknown() -> ProblemError:
    sentence = "No prospect has this id."
    fields = [FieldError("oId", sentence, "not_found")]
    return ProblemError(404, "not_found", sentence, fields=fields)
