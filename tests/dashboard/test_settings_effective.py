"""The dashboard starts safe: its settings as Streamlit reads them, and its door."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.running import ROOT, dashboard

SAFE = {
    "server.address": "127.0.0.1",
    "server.allowedHosts": ["localhost", "127.0.0.1"],
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "server.enableStaticServing": False,
    "server.enableAgentApi": False,
    "server.maxUploadSize": 10,
    "server.maxMessageSize": 50,
    "server.headless": True,
    "runner.magicEnabled": False,
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "viewer",
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.disableDataExport": True,
    "logger.enableRich": False,
    "logger.level": "info",
    "global.developmentMode": False,
}
READ = """
import json, sys
from streamlit import config
config.get_config_options(force_reparse=True)
print(json.dumps({name: config.get_option(name) for name in json.load(sys.stdin)}))
"""
HANDSHAKE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


def test_effective_settings_are_the_safe_ones(tmp_path: Path) -> None:
    """
    What Streamlit makes of `.streamlit/config.toml` and its own defaults is what we mean.

    Read in a process of its own, without the settings of this machine's user.
    """
    clean = {k: v for k, v in os.environ.items() if not k.startswith("STREAMLIT_")}
    read = subprocess.run(
        [sys.executable, "-c", READ],
        cwd=ROOT,
        env={**clean, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path)},
        input=json.dumps(list(SAFE)),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(read.stdout) == SAFE


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard on this machine."""
    with dashboard(tmp_path_factory.mktemp("library") / "library.sqlite3") as found:
        yield found


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("{own}", "http://{own}", 101),
        ("localhost:{port}", "http://localhost:{port}", 101),
        ("evil.test", "http://evil.test", 403),
        ("evil.test:{port}", "http://evil.test:{port}", 403),
        ("{own}", "http://evil.test", 403),
        ("{own}", "https://127.0.0.1.evil.test", 403),
        ("{own}", "null", 403),
        ("evil.test", "http://{own}", 403),
        ("localhost.evil.test", "http://localhost.evil.test", 403),
    ],
)
def test_only_local_names_open_a_session(address: str, host: str, origin: str, status: int) -> None:
    """A page elsewhere cannot talk to the dashboard, under whatever name it reaches it."""
    own = address.removeprefix("http://")
    port = own.partition(":")[2]
    names = {"Host": host, "Origin": origin}
    connection = http.client.HTTPConnection(own, timeout=60)
    connection.putrequest("GET", "/_stcore/stream", skip_host=True)
    for name, value in {**HANDSHAKE, **names}.items():
        connection.putheader(name, value.format(own=own, port=port))
    connection.endheaders()
    assert connection.getresponse().status == status
    connection.close()
