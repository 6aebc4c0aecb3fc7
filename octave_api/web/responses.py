"""
What an HTTP answer says by its status, its header fields and its packing.

Pure; `octave_api.fetch` reads the answer and asks here what to make of it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

from octave_api.errors import SourceError
from octave_api.web.urlpolicy import shown

PASTE = "Paste the page's text instead."

_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([^\s;\"']+)", re.IGNORECASE)
_STATUS: dict[int, tuple[str, str]] = {
    401: ("login_required", "asks for a login before it shows this page"),
    403: ("forbidden", "does not let this page be read by programs"),
    404: ("not_found", "has no page at this address"),
    407: ("login_required", "asks for a login before it shows this page"),
    410: ("not_found", "has removed the page at this address"),
    429: ("rate_limited", "asks not to be read so often"),
}


def check_status(host: str, status: int) -> None:
    """Raise SourceError unless the status is a success: the page of an error is no source."""
    if 200 <= status < 300:
        return
    code, reason = _STATUS.get(status, ("http_error", f"answered with HTTP status {status}"))
    if status >= 500:
        code, reason = "server_error", f"has a fault of its own at present (HTTP {status})"
    raise SourceError(code, f"{shown(host)} {reason}. {PASTE}")


def header_fields(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Give the header fields by lower-case name; repeated ones are joined by commas."""
    fields: dict[str, str] = {}
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("latin-1").lower(), _header_text(raw_value)
        fields[name] = f"{fields[name]}, {value}" if name in fields else value
    return fields


def _header_text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def content_type(field: str) -> tuple[str, str | None]:
    """Give the media type in lower case ("" if there is none), and the charset as written."""
    first = field.partition(",")[0]
    media_type = first.partition(";")[0].strip().lower()
    charset = _CHARSET.search(first)
    return media_type if "/" in media_type else "", charset[1] if charset else None


def is_packed(host: str, encoding: str) -> bool:
    """Tell whether a body is in gzip; raises SourceError for any other packing, or several."""
    codings = [coding for part in encoding.lower().split(",") if (coding := part.strip())]
    codings = [coding for coding in codings if coding != "identity"]
    if codings not in ([], ["gzip"], ["x-gzip"]):
        raise SourceError(
            "content_encoding",
            f"{shown(host)} sent the page packed in a way that was not asked for. {PASTE}",
        )
    return bool(codings)


def unpack(host: str, packed: bytes, limit: int) -> bytes:
    """Undo gzip without ever holding more than `limit` bytes; raises SourceError."""
    unpacked = b""
    while packed:
        member = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
        try:
            unpacked += member.decompress(packed, limit - len(unpacked) + 1)
        except zlib.error:
            raise SourceError(
                "content_encoding", f"{shown(host)} sent a page that cannot be unpacked. {PASTE}"
            ) from None
        if len(unpacked) > limit:
            raise too_large(host, limit)
        if not member.eof:
            raise SourceError(
                "truncated",
                f"{shown(host)} sent only a part of the page. Try again, or paste the page's "
                "text instead.",
            )
        # A file may be several members in a row; anything else behind one is padding.
        rest = member.unused_data
        packed = rest if rest.startswith(b"\x1f\x8b") else b""
    return unpacked


def too_large(host: str, limit: int) -> SourceError:
    """Make the error for a page above the size limit."""
    return SourceError(
        "too_large",
        f"{shown(host)} sent more than {limit / 1_000_000:g} MB. "
        "Paste the part of the page that matters.",
    )


def too_complex(where: str) -> SourceError:
    """Make the error for a page that costs more to read than any honest one; `where` names it."""
    return SourceError(
        "too_complex",
        f"{where} is built too deeply or of too many parts to be read. {PASTE}",
    )
