"""
`OctaveClient`: cloud, self-hosted or embedded, the same methods and the same answers.

The calls themselves are in `calling/calls.py`; a client only sends and waits. It may be
shared between threads: make one and keep it.
"""

from __future__ import annotations

import os
import time
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

import httpx

from octave_api.calling import calls
from octave_api.calling.base import BaseClient, embedded_service
from octave_api.calling.calls import Call, Items, Linking, Outcome
from octave_api.calling.names import LibraryNames
from octave_api.calling.prospects import ProspectMethods
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


class OctaveClient(ProspectMethods, LibraryNames, BaseClient):
    """
    The API, one blocking call a method.

    Args:
        api_key: None reads `OCTAVE_API_KEY`; an empty variable is unset.
        base_url: The server's address without `/api/v2`. None reads
            `OCTAVE_BASE_URL`, and without that is Octave's cloud.
        timeout: Seconds to wait for an answer; None is 120, `math.inf` is no
            limit. Connecting may take 5.
        max_retries: Repeats of a request that did nothing (see `calling/retrying.py`).
        backoff: Seconds before the first repeat, doubled each time. 0 in tests:
            then nothing sleeps.
        author: Who saves, as the versions of entities show it.
        transport: An httpx transport to send with, instead of the network.

    Raises:
        ConfigurationError: No key for the cloud, or an address that is none.

    A method that fails raises a subclass of `OctaveError`; see `errors.py`.
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
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        super().__init__(api_key, base_url, timeout, max_retries, backoff, author)
        self._http = httpx.Client(transport=transport)

    @classmethod
    def embedded(
        cls, library: str | os.PathLike[str] | Library | None = None, *, author: str | None = None
    ) -> OctaveClient:
        """
        Give a client that needs no server, no key and no network.

        Args:
            library: Where answers are kept: a file, `":memory:"` to keep
                nothing, None for `OCTAVE_LIBRARY` or the user's data directory.
            author: Who saves, as the versions of entities show it.

        Raises:
            LibraryError: The library cannot be used.
        """
        from octave_api.transport import EmbeddedTransport

        transport = EmbeddedTransport(embedded_service(library))
        return cls("", EMBEDDED, author=author, transport=transport)

    def generate_personas(
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
        """
        Make one persona an item, in the order of the items.

        Args:
            items: `GenerateItem` models or dicts of the same shape.
            primary_offering_oid: The offering to have in mind.
            linking_strategy: `LinkAll`, `LinkSpecific` or a dict of the same shape.
            playbook_oid: The playbook to link to.
            brand_voice_oid: The brand voice to write in.
            strict: Only what the sources say or imply, nothing that is merely
                typical of the role. Octave's cloud does not know this option.
            idempotency_key: Your name for this request, for a server that
                recognises a repeated one (octave_api's own does, for a day); it
                is then also repeated where its answer may have been lost.
            timeout: Seconds to wait, instead of the client's.

        Raises:
            BadRequestError: A field or a source cannot be used; nothing was made.
        """
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
        return self._run(call, timeout)

    def generate_segments(
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
        """Make one segment an item; as `generate_personas`, which has a playbook besides."""
        call: Call[SegmentsResponse] = calls.generate(
            "segment",
            items,
            primary_offering_oid=primary_offering_oid,
            linking_strategy=linking_strategy,
            brand_voice_oid=brand_voice_oid,
            strict=strict,
            idempotency_key=idempotency_key,
        )
        return self._run(call, timeout)

    def qualify_company(
        self,
        agent_oid: str,
        *,
        runtime_context: Any = None,
        company_name: str | None = None,
        company_domain: str | None = None,
        timeout: float | None = None,
    ) -> QualifyCompanyResponse:
        """
        Find the segment that a company fits best, and how well.

        Args:
            agent_oid: The agent to run; octave_api's own server has one and takes any name.
            runtime_context: What is known of the company: a text, or a dict or list of
                texts. Octave's cloud also looks things up; octave_api does not.
            company_name: Given back in the answer.
            company_domain: Given back in the answer; Octave's cloud looks it up.
            timeout: Seconds to wait, instead of the client's.

        Raises:
            BadRequestError: A field cannot be used.
        """
        call = calls.qualify_company(
            agent_oid=agent_oid,
            runtime_context=runtime_context,
            company_name=company_name,
            company_domain=company_domain,
        )
        return self._run(call, timeout)

    def qualify_person(
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
        """
        Find the persona and the segment that a person fits best, and how well.

        As `qualify_company`; `job_title` is read like the runtime context.
        """
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
        return self._run(call, timeout)

    def evidence(self, oid: str) -> Evidence:
        """
        Give where each text of an entity comes from.

        Raises:
            NotFoundError: No entity has this id.
            NotOfferedError: The server keeps no evidence; Octave's cloud does not.
        """
        return self._run(calls.evidence(oid))

    def entity(self, oid: str) -> AnyEntity:
        """
        Give a kept persona or segment.

        Raises:
            NotFoundError: No entity has this id.
            NotOfferedError: The server does not have this call; Octave's cloud does not.
        """
        return self._run(calls.entity(oid))

    def entities(
        self,
        *,
        kind: Kind | None = None,
        text: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> EntitiesResponse:
        """
        Give one page of what is kept, newest first.

        Args:
            kind: Only "persona" or only "segment".
            text: Only entities that contain this anywhere, in any letter case.
            limit: Length of the page, 1 to 1000; the server's default is 10.
            offset: How many to skip.

        Raises:
            NotOfferedError: The server does not have this call; Octave's cloud does not.
        """
        return self._run(calls.entities(kind=kind, text=text, limit=limit, offset=offset))

    def health(self) -> Health:
        """Ask whether the server is ready; raises ServerError (503) when it is not."""
        return self._run(calls.health())

    def check_key(self) -> KeyCheck:
        """
        Ask whether the key is valid, and what credits it has.

        Raises:
            AuthenticationError: There is no key, or not one of the server's.
            NotFoundError: The server has no key check.
        """
        return self._run(calls.check_key())

    def close(self) -> None:
        """Give back connections; an embedded library in memory is gone."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        self.close()

    def _run(self, call: Call[Answer], timeout: float | None = None) -> Answer:
        steps = call.steps(self._settings, self._policy)
        outcome: Outcome = None
        while True:
            try:
                step = steps.send(outcome)
            except StopIteration as end:
                answer: Answer = end.value
                return answer
            if isinstance(step, float):
                time.sleep(step)
                outcome = None
                continue
            try:
                outcome = self._http.send(self._request(step, timeout))
            except httpx.RequestError as error:
                outcome = error
