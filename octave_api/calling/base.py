"""What the blocking and the async client share: settings, previews, requests, the embedded way."""

from __future__ import annotations

import logging
import math
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import httpx

from octave_api.calling import calls
from octave_api.calling.calls import Items, Linking, Outgoing
from octave_api.calling.retrying import Policy
from octave_api.calling.snippets import Preview
from octave_api.contract import Kind
from octave_api.settings import Way, resolve

if TYPE_CHECKING:
    from octave_api.library import Library
    from octave_api.service import Service

log = logging.getLogger("octave_api")

CONNECT_SECONDS = 5.0
READ_SECONDS = 120.0


class BaseClient:
    """What both clients know: where to send, with which key, how patiently."""

    def __init__(
        self,
        api_key: str | None,
        base_url: str | None,
        timeout: float | None,
        max_retries: int,
        backoff: float,
        author: str | None,
    ) -> None:
        settings = resolve(api_key, base_url)
        # A person's name is nothing that Octave's cloud asks for.
        told = None if settings.way == "cloud" else author
        self._settings = replace(settings, author=told)
        self._policy = Policy(max_retries, backoff)
        self._timeout = READ_SECONDS if timeout is None else timeout
        log.info("sending to %s", self._settings.base_url)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.base_url!r}, way={self.way!r})"

    @property
    def base_url(self) -> str:
        """The address that requests go to, without `/api/v2`."""
        return self._settings.base_url

    @property
    def way(self) -> Way:
        """How this client is connected: "cloud", "self-hosted" or "embedded"."""
        return self._settings.way

    def preview_generate(
        self,
        kind: Kind,
        items: Items,
        *,
        primary_offering_oid: str | None = None,
        linking_strategy: Linking | None = None,
        playbook_oid: str | None = None,
        brand_voice_oid: str | None = None,
        strict: bool = False,
    ) -> Preview:
        """Give the request that the generate method of this kind would send, the key masked."""
        call = calls.generate(
            kind,
            items,
            primary_offering_oid=primary_offering_oid,
            linking_strategy=linking_strategy,
            playbook_oid=playbook_oid,
            brand_voice_oid=brand_voice_oid,
            strict=strict,
        )
        return Preview.of(kind, call, self._settings)

    def _request(self, outgoing: Outgoing, timeout: float | None) -> httpx.Request:
        seconds = self._timeout if timeout is None else timeout
        limit = None if math.isinf(seconds) else seconds
        times = httpx.Timeout(limit, connect=CONNECT_SECONDS)
        return httpx.Request(
            outgoing.method,
            outgoing.url,
            headers=list(outgoing.headers),
            content=outgoing.content,
            extensions={"timeout": times.as_dict()},
        )


def embedded_service(library: str | os.PathLike[str] | Library | None) -> Service:
    """Give a service over this library; imported here, so that other ways stay light."""
    from octave_api.library import Library
    from octave_api.service import Service

    return Service(library if isinstance(library, Library) else Library(library))
