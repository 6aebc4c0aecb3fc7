"""The dashboard in process: a fresh session over a library of its own."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from octave_api import OctaveClient
from pages.parts import state
from tests.app_samples import rich

ROOT = Path(__file__).parents[1]


@contextmanager
def session(tmp_path: Path) -> Iterator[AppTest]:
    """Give the app before its first run; the engine is the stand-in, the library a file here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OCTAVE_LIBRARY", str(tmp_path / "library.sqlite"))
        for name in ("OCTAVE_BASE_URL", "OCTAVE_API_KEY"):
            patch.delenv(name, raising=False)
        patch.setattr("octave_api.engine.generate", rich)
        for cached in (state.client_for, state._example, state._evidence):
            cached.clear()
        yield AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for cached in (state.client_for, state._example, state._evidence):
            cached.clear()


def fill_library(tmp_path: Path, texts: list[str], kind: str = "persona") -> list[str]:
    """Generate entities into the session's library; give their oIds."""
    with OctaveClient.embedded(tmp_path / "library.sqlite") as client:
        items = [{"sources": [{"type": "TEXT", "value": text}]} for text in texts]
        generate = client.generate_personas if kind == "persona" else client.generate_segments
        return [entity.oid for entity in generate(items).data or []]


def finish(at: AppTest) -> AppTest:
    """Wait for the runs of the session, and show what came of them."""
    for run in at.session_state["runs"].values():
        assert run.wait(30)
    return at.run()


def seen(at: AppTest) -> str:
    """Give all text of the page as a reader would see it."""
    parts: list[str] = []
    for element in at.main:
        parts += _texts(element)
    return html.unescape("\n".join(parts))


def _texts(element: Any) -> list[str]:
    found = []
    for name in ("label", "value", "body"):
        value = getattr(element, name, None)
        if isinstance(value, str):
            found.append(value)
    proto = getattr(element, "proto", None)
    if getattr(element, "type", "") == "html" or type(proto).__name__ == "Html":
        found.append(proto.body)
    if type(proto).__name__ == "BidiComponent":
        found.append(json.dumps(json.loads(proto.json), ensure_ascii=False))
    for child in getattr(element, "children", {}).values():
        found += _texts(child)
    return found
