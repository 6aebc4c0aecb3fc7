"""A web server's answer, as the door hands it on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """
    What a web server answered.

    `body` is decompressed and not yet decoded; `content_type` is the media
    type in lower case, empty when none was sent; `charset` is the label of the
    Content-Type header as it was sent, which may be wrong or no label at all.
    """

    url: str
    final_url: str
    status: int
    content_type: str
    charset: str | None
    body: bytes
