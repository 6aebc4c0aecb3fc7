"""The package: light to import, its public names as listed, one version."""

from __future__ import annotations

import json
import subprocess
import sys
import types
from pathlib import Path

import octave_api

LOADED = "import json, sys, octave_api; print(json.dumps(sorted(sys.modules)))"


def loaded() -> set[str]:
    """Give the modules that a fresh interpreter has after `import octave_api`."""
    root = Path(octave_api.__file__).parents[1]
    run = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, check=True, cwd=root, text=True
    )
    return set(json.loads(run.stdout))


def test_import_is_light() -> None:
    """The client brings neither dashboard, server, library, page reader nor engine with it."""
    heavy = {"streamlit", "starlette", "uvicorn", "pandas", "numpy", "trafilatura", "lxml"}
    heavy |= {"sqlalchemy", "platformdirs", "octave_api.engine", "octave_api.service"}
    modules = loaded()
    assert not heavy & modules
    assert len(modules) <= 390


def test_public_names_are_sorted_and_complete() -> None:
    """`__all__` is sorted and names all that can be imported from the package itself."""
    names = {
        name
        for name, value in vars(octave_api).items()
        if not name.startswith("_") and not isinstance(value, types.ModuleType)
    }
    assert octave_api.__all__ == sorted(octave_api.__all__)
    assert set(octave_api.__all__) == names | {"__version__"}


def test_every_public_name_is_documented() -> None:
    """Each class says what it is."""
    for name in octave_api.__all__:
        assert (getattr(octave_api, name).__doc__ or "").strip(), name


def test_version_is_one() -> None:
    """The version is a plain one, and the package is typed."""
    assert octave_api.__version__ == "0.1.0"
    assert (Path(octave_api.__file__).parent / "py.typed").exists()
