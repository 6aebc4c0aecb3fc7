"""
A generate request as something to copy: a cURL command for a shell, Python, its JSON.

The key is never in any; the first two name the variable `OCTAVE_API_KEY`.
"""

from __future__ import annotations

import json
import pprint
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from octave_api.settings import Settings, Way

if TYPE_CHECKING:
    from octave_api.calling.calls import Call
    from octave_api.contract import Kind

LOCAL_SERVER = "http://127.0.0.1:8000"
"""Where `python -m octave_api.server` listens: the embedded way's nearest address for cURL."""

MASKED = "$OCTAVE_API_KEY"


@dataclass(frozen=True, slots=True)
class Preview:
    """
    A request as it would be sent.

    `headers["api_key"]` is `$OCTAVE_API_KEY`, never the key; `body` is plain data.
    For the embedded way `url` is the address of a server started on this machine.
    """

    kind: Kind
    way: Way
    base_url: str
    method: str
    url: str
    headers: dict[str, str]
    body: dict[str, Any]

    @classmethod
    def of(cls, kind: Kind, call: Call[Any], settings: Settings) -> Preview:
        """Give the preview of a generate call under these settings."""
        base_url = LOCAL_SERVER if settings.way == "embedded" else settings.base_url
        headers = {"Content-Type": "application/json"}
        if settings.api_key:
            headers["api_key"] = MASKED
        if call.strict:
            headers["x-octave-strict"] = "true"
        body = dict(call.payload or {})
        url = base_url + call.path
        return cls(kind, settings.way, base_url, call.method, url, headers, body)


def curl(preview: Preview) -> str:
    """Give the request as a cURL command for a POSIX shell, every value quoted."""
    lines = [f"curl --request {preview.method}", f"--url {shlex.quote(preview.url)}"]
    for name, value in preview.headers.items():
        # Double quotes let the shell put the key in; nothing else here is the user's.
        shown = f'"{name}: {value}"' if value == MASKED else shlex.quote(f"{name}: {value}")
        lines.append(f"--header {shown}")
    lines.append(f"--data {shlex.quote(_json(preview.body))}")
    return " \\\n  ".join(lines)


def python(preview: Preview) -> str:
    """Give the request as Python with `OctaveClient`."""
    body = dict(preview.body)
    items = body.pop(f"{preview.kind}s")
    names = {
        "primaryOfferingOId": "primary_offering_oid",
        "linkingStrategy": "linking_strategy",
        "playbookOId": "playbook_oid",
        "brandVoiceOId": "brand_voice_oid",
    }
    arguments = [_literal(items)]
    arguments += [f"{names[name]}={_literal(value)}" for name, value in body.items()]
    if "x-octave-strict" in preview.headers:
        arguments.append("strict=True")
    made = {
        "cloud": "OctaveClient()  # reads OCTAVE_API_KEY",
        "embedded": "OctaveClient.embedded()",
        "self-hosted": f"OctaveClient(base_url={preview.base_url!r})",
    }[preview.way]
    inner = "".join(f"    {argument},\n" for argument in arguments)
    return (
        "from octave_api import OctaveClient\n\n"
        f"client = {made}\n"
        f"answer = client.generate_{preview.kind}s(\n{inner})\n"
        "print(answer.to_json(indent=2))\n"
    )


def raw(preview: Preview) -> str:
    """Give the request's body as JSON."""
    return _json(preview.body)


def _literal(value: object) -> str:
    """Write plain data as Python, indented to stand inside a call; `repr` escapes what hides."""
    return pprint.pformat(value, width=92, sort_dicts=False).replace("\n", "\n    ")


def _json(value: object) -> str:
    """Write JSON that reads well and hides nothing: what does not print is escaped."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    return "".join(c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in text)
