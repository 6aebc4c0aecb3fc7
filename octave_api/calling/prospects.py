"""The calls about prospects, and the methods that both clients have for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from octave_api.calling.calls import Call
from octave_api.scoring.prospects import (
    AnswersToEntity,
    DeletedProspect,
    Prospect,
    ProspectsResponse,
    SaveProspectRequest,
)

Answer = TypeVar("Answer")


def prospects(limit: int | None, offset: int | None) -> Call[ProspectsResponse]:
    """Give the call for a page of prospects."""
    params = {"limit": limit, "offset": offset}
    return Call("GET", "/api/ext/prospects", ProspectsResponse.model_validate_json, params)


def prospect(oid: str) -> Call[Prospect]:
    """Give the call for one prospect."""
    return Call("GET", "/api/ext/prospect", Prospect.model_validate_json, {"oId": oid})


def save(
    name: str, entities: Sequence[AnswersToEntity], *, notes: str, oid: str | None
) -> Call[Prospect]:
    """Give the call that keeps a prospect."""
    asked = SaveProspectRequest.model_construct(
        oid=oid, name=name, notes=notes, entities=list(entities)
    )
    body: dict[str, Any] = asked.model_dump(mode="json", by_alias=True, exclude_none=True)
    return Call("POST", "/api/ext/prospect/save", Prospect.model_validate_json, payload=body)


def delete(oid: str) -> Call[DeletedProspect]:
    """Give the call that deletes a prospect."""
    read = DeletedProspect.model_validate_json
    return Call("POST", "/api/ext/prospect/delete", read, payload={"oId": oid})


class ProspectMethods:
    """The calls about prospects, blocking."""

    if TYPE_CHECKING:

        def _run(self, call: Call[Answer], timeout: float | None = None) -> Answer: ...

    def prospects(
        self, *, limit: int | None = None, offset: int | None = None
    ) -> ProspectsResponse:
        """
        Give one page of the kept prospects, newest first.

        Args:
            limit: Length of the page, 1 to 1000; the server's default is 10.
            offset: How many to skip.

        Raises:
            NotOfferedError: The server does not have this call; Octave's cloud does not.
        """
        return self._run(prospects(limit, offset))

    def prospect(self, oid: str) -> Prospect:
        """
        Give a kept prospect with its answers.

        Raises:
            NotFoundError: No prospect of yours has this id.
        """
        return self._run(prospect(oid))

    def save_prospect(
        self,
        name: str,
        entities: Sequence[AnswersToEntity],
        *,
        notes: str = "",
        oid: str | None = None,
    ) -> Prospect:
        """
        Keep a prospect with its answers.

        Args:
            name: What to call it; 1 to 200 characters.
            entities: The answers, for each persona or segment.
            notes: What is known of it.
            oid: The prospect to replace; None keeps a new one.

        Raises:
            BadRequestError: A field cannot be used.
            NotFoundError: No prospect of yours has this id.
        """
        return self._run(save(name, entities, notes=notes, oid=oid))

    def delete_prospect(self, oid: str) -> DeletedProspect:
        """
        Delete a prospect.

        Raises:
            NotFoundError: No prospect of yours has this id.
        """
        return self._run(delete(oid))


class AsyncProspectMethods:
    """As `ProspectMethods`, as coroutines."""

    if TYPE_CHECKING:

        async def _run(self, call: Call[Answer], timeout: float | None = None) -> Answer: ...

    async def prospects(
        self, *, limit: int | None = None, offset: int | None = None
    ) -> ProspectsResponse:
        """As `OctaveClient.prospects`."""
        return await self._run(prospects(limit, offset))

    async def prospect(self, oid: str) -> Prospect:
        """As `OctaveClient.prospect`."""
        return await self._run(prospect(oid))

    async def save_prospect(
        self,
        name: str,
        entities: Sequence[AnswersToEntity],
        *,
        notes: str = "",
        oid: str | None = None,
    ) -> Prospect:
        """As `OctaveClient.save_prospect`."""
        return await self._run(save(name, entities, notes=notes, oid=oid))

    async def delete_prospect(self, oid: str) -> DeletedProspect:
        """As `OctaveClient.delete_prospect`."""
        return await self._run(delete(oid))
