"""Dashboard and contract in one process, sharing one library."""

from __future__ import annotations

from pathlib import Path

import httpx

from octave_api import OctaveClient
from tests.browser.running import ROOT, dashboard


def test_one_process_answers_calls_and_serves_the_dashboard(tmp_path: Path) -> None:
    """The client works against the dashboard's own address, and what it made is kept there."""
    library = tmp_path / "library.sqlite3"
    with dashboard(library, app=ROOT / "serve.py") as address:
        item = {"sources": [{"type": "TEXT", "value": "Plant managers keep two lines running."}]}
        with OctaveClient(base_url=address, api_key="") as client:
            made = client.generate_personas([item]).data[0]
        counts = httpx.get(f"{address}/metrics", trust_env=False).text
        assert 'route="/api/v2/persona/generate"' in counts
        assert "<title>Streamlit" in httpx.get(address, trust_env=False).text
    with OctaveClient.embedded(library) as kept:
        assert kept.entity(made.oid).name == made.name
