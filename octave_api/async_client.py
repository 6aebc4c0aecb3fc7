"""`AsyncOctaveClient`: the calls of `OctaveClient` as coroutines."""

from __future__ import annotations

import os
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

import httpx

from octave_api.calling import calls
from octave_api.calling.base import BaseClient, embedded_service
from octave_api.calling.calls import Call, Items, Linking, Outcome
from octave_api.calling.names import AsyncLibraryNames
from octave_api.calling.prospects import AsyncProspectMethods
from octave_api.contract import (
    AnyEntity,
    Evidence,
    Health,
    Kind,
    PersonasResponse,
    SegmentsResponse,
)
from octave_api.contract.account import KeyCheck
from octave_api.contract.library import EntitiesResponse
from octave_api.contract.qualification import QualifyCompanyResponse, QualifyPersonResponse
from octave_api.settings import EMBEDDED

if TYPE_CHECKING:
    from octave_api.library import Library

Answer = TypeVar("Answer")


class AsyncOctaveClient(AsyncProspectMethods, AsyncLibraryNames, BaseClient):
    """
    As `OctaveClient`, with the same arguments; every method is a coroutine.

    The embedded way works in a thread, so that a slow source does not hold up
    the event loop.
    """

    def __init__(
        self,
        api_key: str | None = None,
        base_url: str | None = None,
        *,
        timeout: float | None = None,
        max_retries: int = 2,
        backoff: float = 0.5,
        author: str | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        super().__init__(api_key, base_url, timeout, max_retries, backoff, author)
        self._http = httpx.AsyncClient(transport=transport)

    @classmethod
    def embedded(
        cls, library: str | os.PathLike[str] | Library | None = None, *, author: str | None = None
    ) -> AsyncOctaveClient:
        """As `OctaveClient.embedded`."""
        from octave_api.transport import AsyncEmbeddedTransport

        transport = AsyncEmbeddedTransport(embedded_service(library))
        return cls("", EMBEDDED, author=author, transport=transport)

    async def generate_personas(
        self,
        items: Items,
        *,
        primary_offering_oid: str | None = None,
        linking_strategy: Linking | None = None,
        playbook_oid: str | None = None,
        brand_voice_oid: str | None = None,
        strict: bool = False,
        idempotency_key: str | None = None,
        timeout: float | None = None,
    ) -> PersonasResponse:
        """As `OctaveClient.generate_personas`."""
        call: Call[PersonasResponse] = calls.generate(
            "persona",
            items,
            primary_offering_oid=primary_offering_oid,
            linking_strategy=linking_strategy,
            playbook_oid=playbook_oid,
            brand_voice_oid=brand_voice_oid,
            strict=strict,
            idempotency_key=idempotency_key,
        )
        return await self._run(call, timeout)

    async def generate_segments(
        self,
        items: Items,
        *,
        primary_offering_oid: str | None = None,
        linking_strategy: Linking | None = None,
        brand_voice_oid: str | None = None,
        strict: bool = False,
        idempotency_key: str | None = None,
        timeout: float | None = None,
    ) -> SegmentsResponse:
        """As `OctaveClient.generate_segments`."""
        call: Call[SegmentsResponse] = calls.generate(
            "segment",
            items,
            primary_offering_oid=primary_offering_oid,
            linking_strategy=linking_strategy,
            brand_voice_oid=brand_voice_oid,
            strict=strict,
            idempotency_key=idempotency_key,
        )
        return await self._run(call, timeout)

    async def qualify_company(
        self,
        agent_oid: str,
        *,
        runtime_context: Any = None,
        company_name: str | None = None,
        company_domain: str | None = None,
        timeout: float | None = None,
    ) -> QualifyCompanyResponse:
        """As `OctaveClient.qualify_company`."""
        call = calls.qualify_company(
            agent_oid=agent_oid,
            runtime_context=runtime_context,
            company_name=company_name,
            company_domain=company_domain,
        )
        return await self._run(call, timeout)

    async def qualify_person(
        self,
        agent_oid: str,
        *,
        runtime_context: Any = None,
        first_name: str | None = None,
        last_name: str | None = None,
        job_title: str | None = None,
        email: str | None = None,
        linked_in_profile: str | None = None,
        company_name: str | None = None,
        company_domain: str | None = None,
        timeout: float | None = None,
    ) -> QualifyPersonResponse:
        """As `OctaveClient.qualify_person`."""
        call = calls.qualify_person(
            agent_oid=agent_oid,
            runtime_context=runtime_context,
            first_name=first_name,
            last_name=last_name,
            job_title=job_title,
            email=email,
            linked_in_profile=linked_in_profile,
            company_name=company_name,
            company_domain=company_domain,
        )
        return await self._run(call, timeout)

    async def evidence(self, oid: str) -> Evidence:
        """As `OctaveClient.evidence`."""
        return await self._run(calls.evidence(oid))

    async def entity(self, oid: str) -> AnyEntity:
        """As `OctaveClient.entity`."""
        return await self._run(calls.entity(oid))

    async def entities(
        self,
        *,
        kind: Kind | None = None,
        text: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> EntitiesResponse:
        """As `OctaveClient.entities`."""
        return await self._run(calls.entities(kind=kind, text=text, limit=limit, offset=offset))

    async def health(self) -> Health:
        """As `OctaveClient.health`."""
        return await self._run(calls.health())

    async def check_key(self) -> KeyCheck:
        """As `OctaveClient.check_key`."""
        return await self._run(calls.check_key())

    async def close(self) -> None:
        """Give back connections; an embedded library in memory is gone."""
        await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        await self.close()

    async def _run(self, call: Call[Answer], timeout: float | None = None) -> Answer:
        steps = call.steps(self._settings, self._policy)
        outcome: Outcome = None
        while True:
            try:
                step = steps.send(outcome)
            except StopIteration as end:
                answer: Answer = end.value
                return answer
            if isinstance(step, float):
                from anyio import sleep

                await sleep(step)
                outcome = None
                continue
            try:
                outcome = await self._http.send(self._request(step, timeout))
            except httpx.RequestError as error:
                outcome = error
