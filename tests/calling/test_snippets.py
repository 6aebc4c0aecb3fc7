"""Previews of a request, and what a shell and Python make of them."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from octave_api import (
    OctaveClient,
    PersonasResponse,
)
from octave_api.calling.snippets import curl, python
from tests.recorder import CLOUD, ITEM, KEY, Recorder, sync

ODD_ITEM = {
    "name": 'O\'Neil "$HOME" `id` \\ \u202e',
    "sources": [{"type": "TEXT", "value": "a\0b\n@c\ud800 ünï 🚀" + "x" * 200}],
}


def test_preview_is_what_is_sent_but_for_the_key() -> None:
    """Method, address and body are the request's; the key is masked."""
    app = Recorder(200)
    client = sync(app)
    options: dict[str, Any] = {"linking_strategy": {"mode": "ALL"}, "strict": True}
    preview = client.preview_generate("persona", [ITEM], **options)
    client.generate_personas([ITEM], **options)
    request = app.seen[0]
    assert (preview.method, preview.url) == (request.method, str(request.url))
    assert preview.body == json.loads(request.content)
    assert preview.headers == {
        "Content-Type": "application/json",
        "api_key": "$OCTAVE_API_KEY",
        "x-octave-strict": "true",
    }
    assert KEY not in repr(preview) + curl(preview) + python(preview)


def test_curl_survives_a_shell(tmp_path: Any) -> None:
    """A shell passes every character of the body on and runs nothing of it."""
    preview = sync(Recorder(200)).preview_generate("persona", [ODD_ITEM])
    fake = tmp_path / "curl"
    fake.write_text(f"#!{sys.executable}\nimport sys, json\nprint(json.dumps(sys.argv[1:]))\n")
    fake.chmod(0o755)
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "OCTAVE_API_KEY": KEY, "HOME": "/h"}
    run = subprocess.run(
        ["/bin/sh", "-c", curl(preview)], env=environment, capture_output=True, check=True
    )
    arguments = json.loads(run.stdout)
    assert json.loads(arguments[arguments.index("--data") + 1]) == {"personas": [ODD_ITEM]}
    assert f"api_key: {KEY}" in arguments
    assert all(c.isprintable() or c in "\n" for c in curl(preview))


@pytest.mark.parametrize("way", ["cloud", "self-hosted", "embedded"])
def test_python_makes_the_same_call(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines of Python run and send what the preview shows."""
    if way == "embedded":
        client = OctaveClient.embedded(":memory:")
    else:
        client = OctaveClient(KEY, CLOUD if way == "cloud" else "http://127.0.0.1:9")
    monkeypatch.setenv("OCTAVE_API_KEY", KEY)
    preview = client.preview_generate("segment", [ODD_ITEM], linking_strategy={"mode": "ALL"})
    made: list[tuple[OctaveClient, Any, dict[str, Any]]] = []

    def generate(self: OctaveClient, items: Any, **options: Any) -> PersonasResponse:
        made.append((self, items, options))
        return PersonasResponse()

    monkeypatch.setattr(OctaveClient, "generate_segments", generate)
    exec(compile(python(preview), "snippet", "exec"), {})
    sender, items, options = made[0]
    assert (sender.way, items) == (way, [ODD_ITEM])
    assert options == {"linking_strategy": {"mode": "ALL"}}
