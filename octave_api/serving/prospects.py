"""The calls about prospects: what the service answers under `/api/ext/prospect…`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octave_api.contract import Open
from octave_api.scoring.prospects import (
    DeletedProspect,
    DeleteProspectRequest,
    Prospect,
    ProspectsResponse,
    SaveProspectRequest,
)
from octave_api.serving.access import owner_of
from octave_api.serving.problems import read_body, unknown
from octave_api.serving.queries import Request
from octave_api.serving.routing import Route

if TYPE_CHECKING:
    from octave_api.library import Library


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
        self._kept = library.prospects

    def page(self, request: Request) -> Open:
        request.only("limit", "offset")
        limit, offset = request.page()
        owner = owner_of(request.headers)
        page, total = self._kept.page(owner, limit=limit, offset=offset)
        more = offset + len(page) < total
        return ProspectsResponse(metadata=request.metadata, has_next=more, total=total, data=page)

    def one(self, request: Request) -> Open:
        found = self._kept.get(owner_of(request.headers), request.oid())
        return _answer(found, request)

    def save(self, request: Request) -> Open:
        asked = read_body(SaveProspectRequest, request.body)
        return _answer(self._kept.save(owner_of(request.headers), asked), request)

    def delete(self, request: Request) -> Open:
        asked = read_body(DeleteProspectRequest, request.body)
        if not self._kept.delete(owner_of(request.headers), asked.oid):
            raise unknown("prospect")
        return DeletedProspect(metadata=request.metadata, oid=asked.oid)


def _answer(found: Prospect | None, request: Request) -> Prospect:
    if found is None:
        raise unknown("prospect")
    return found.model_copy(update={"metadata": request.metadata})
