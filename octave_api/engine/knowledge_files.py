"""Read the engine's own data files."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def load(name: str) -> dict[str, Any]:
    """Give the content of `knowledge/<name>` as plain data."""
    path = files("octave_api.engine").joinpath("knowledge", name)
    return tomllib.loads(path.read_text(encoding="utf-8"))
