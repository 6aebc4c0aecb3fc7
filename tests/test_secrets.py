"""Keys are planted wherever one can be; then everything that is written or shown is searched."""

from __future__ import annotations

import copy
import json
import logging
import os
import pickle
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from streamlit.testing.v1 import AppTest

from octave_api import OctaveClient, OctaveError
from octave_api.export import Subject
from octave_api.export import export as export_as
from pages.parts import connection, exports
from tests.app_helpers import ROOT, finish, session
from tests.app_samples import TEXT
from tests.fake_cloud import KEY as CLOUD_KEY
from tests.fake_cloud import fake_cloud
from tests.recorder import ITEM, Recorder

ENVIRONMENT = "canary-environment-71b0"
SERVER = "canary-server-a9d2"
WRONG = "canary-wrong-0c4f"
SECRETS_FILE = "canary-secrets-file-e83e"
CANARIES = (ENVIRONMENT, SERVER, WRONG, SECRETS_FILE, CLOUD_KEY)


def sightings(found: dict[str, str | bytes]) -> list[str]:
    """Give where a canary was seen, of everything that was gathered."""
    return [
        f"{canary} in {place}"
        for place, content in found.items()
        for canary in CANARIES
        if canary.encode() in (content.encode() if isinstance(content, str) else content)
    ]


def files_in(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder: databases with their journals, and whatever else."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# The client


def timeout(request: httpx.Request) -> httpx.Response:
    raise httpx.ReadTimeout(f"no answer to {dict(request.headers)}", request=request)


def broken(request: httpx.Request) -> httpx.Response:
    raise httpx.LocalProtocolError(f"Illegal header value {request.headers['api_key']!r}")


@pytest.mark.parametrize(
    "app",
    [
        timeout,
        broken,
        Recorder(httpx.Response(401, json={"message": f"Invalid key {WRONG}"})),
        Recorder(httpx.Response(500, text=f"<h1>{WRONG}</h1>")),
        Recorder(httpx.Response(200, text=f"not JSON {WRONG}")),
        Recorder(httpx.Response(302, headers={"location": f"https://x.test/?key={WRONG}"})),
    ],
)
def test_a_failure_has_no_key_in_its_traceback(
    app: Callable[[httpx.Request], httpx.Response], caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the error, nor what caused it, nor its copy or pickle shows the key."""
    caplog.set_level(logging.DEBUG)
    transport = httpx.MockTransport(app)
    client = OctaveClient(WRONG, "https://octave.test", transport=transport, max_retries=0)
    with pytest.raises(OctaveError) as caught:
        client.generate_personas([ITEM])
    error = caught.value
    found: dict[str, str | bytes] = {
        "traceback": "".join(traceback.format_exception(error)),
        "pickle": pickle.dumps(error),
        "copy": repr(copy.copy(error)),
        "attributes": repr(vars(error)),
        "client": repr(client),
        "log": caplog.text,
    }
    assert sightings(found) == []


# The server


def serve(folder: Path) -> tuple[subprocess.Popen[str], str, list[str]]:
    """Start the server's command with keys all around it; give its address and first lines."""
    environment = {
        **os.environ,
        "OCTAVE_SERVER_KEYS": f"{SERVER},second-key",
        "OCTAVE_API_KEY": ENVIRONMENT,
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "-m", "octave_api.server", "--port", "0"]
    command += ["--library", str(folder / "library.sqlite3")]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    lines: list[str] = []
    for line in process.stderr:
        lines.append(line)
        message = json.loads(line)["message"]
        if "running on http" in message:
            return process, message.partition("running on ")[2].split()[0], lines
    raise AssertionError(lines)


@pytest.mark.skipif(sys.platform == "win32", reason="stops the server with a signal")
def test_a_server_shows_no_key_anywhere(tmp_path: Path) -> None:
    """Not in its log, files or answers, wherever in a request a key stands."""
    process, address, lines = serve(tmp_path)
    found: dict[str, str | bytes] = {}
    try:
        with httpx.Client(base_url=address, trust_env=False) as http:
            generate = "/api/v2/persona/generate"
            sent: list[dict[str, Any]] = [
                {"method": "POST", "url": generate, "json": {"personas": [ITEM]}},
                {"method": "POST", "url": generate, "json": {"apiKey": SERVER, "personas": 1}},
                {"method": "POST", "url": generate, "content": f'{{"{SERVER}'},
                {"method": "GET", "url": f"/api/ext/evidence?oId=pe_1&api_key={SERVER}"},
                {"method": "GET", "url": f"/{SERVER}"},
                {"method": "GET", "url": "/api/ext/entities", "headers": {"range": SERVER}},
                {"method": "GET", "url": "/metrics"},
                {"method": "GET", "url": "/openapi.json"},
            ]
            for key in (SERVER, WRONG, ""):
                for n, request in enumerate(sent):
                    headers = {"x-api-key": key, "content-type": "application/json"}
                    headers |= request.get("headers", {})
                    answer = http.request(**{**request, "headers": headers})
                    place = f"answer {n} to {key or 'no key'}".replace("canary", "")
                    found[place] = f"{answer.headers}\n{answer.text}"
            # Its own place in the answer: a caller's id is given back to the caller.
            http.get("/healthz", headers={"x-request-id": SERVER})
            http.get("/healthz", headers={"user-agent": SERVER, "cookie": SERVER})
    finally:
        process.send_signal(signal.SIGTERM)
        rest = process.communicate()[1]
    found |= {"log": "".join(lines) + rest, **files_in(tmp_path)}
    assert sightings(found) == []
    assert all(json.loads(line)["message"] for line in rest.splitlines())


# The dashboard


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """A session with a key in the environment and one in Streamlit's file of secrets."""
    with session(tmp_path) as app, fake_cloud() as cloud:
        monkeypatch.setattr(connection, "CLOUD", cloud.address)
        monkeypatch.setattr(connection, "is_cloud", lambda host: host == "127.0.0.1")
        monkeypatch.setenv("OCTAVE_API_KEY", ENVIRONMENT)
        monkeypatch.setenv("OCTAVE_BASE_URL", cloud.address)
        monkeypatch.setenv("OCTAVE_SERVER_KEYS", SERVER)
        app.secrets["octave"] = {"key": SECRETS_FILE}
        yield app


def on_screen(at: AppTest) -> str:
    """Give everything that is sent to the browser, but what stands in the field for a key."""
    return "\n".join(
        str(element.proto)
        for element in at
        if hasattr(element, "proto") and "text_input" not in str(element.type)
    )


def test_the_dashboard_shows_no_key_anywhere(
    at: AppTest,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Generate, be refused, connect, export, crash: no page, log, file or export has a key."""
    caplog.set_level(logging.DEBUG)
    found: dict[str, str | bytes] = {}
    # The key of the environment is refused by this cloud, which repeats it.
    at.run()
    at.pills(key="desk").set_value("own").run()
    at.text_area(key="text:own:0").set_value(TEXT).run()
    at.button(key="generate").click().run()
    found["refused"] = on_screen(finish(at))
    at.switch_page("pages/connect.py").run()
    for key in (WRONG, CLOUD_KEY):
        at.radio(key="connect-way").set_value("cloud").run()
        at.text_input(key="connect-cloud-key").set_value(key)
        at.button(key="connect-test").click().run()
        found[f"connect {len(found)}"] = on_screen(at)
    at.switch_page("pages/generate.py").run()
    at.button(key="generate").click().run()
    found["generated"] = on_screen(finish(at))
    made = [run for run in at.session_state["runs"].values() if run.outcomes[0].entity]
    assert made
    subject = Subject(made[-1].outcomes[0].entity, made[-1].outcomes[0].evidence)
    for name in exports.FORMATS:
        found[f"export {name}"] = repr(export_as(name, [subject], made_at=datetime.now(UTC)))
    for page in sorted((ROOT / "pages").glob("[!_]*.py")):
        found[page.name] = on_screen(at.switch_page(f"pages/{page.name}").run())
    monkeypatch.setattr("pages.parts.cards.page_title", crash)
    found["crash"] = on_screen(at.run())
    assert at.exception
    found["log"] = "".join(map(repr, (caplog.text, *capfd.readouterr())))
    assert "crash:" in str(found["log"])
    assert sightings(found | files_in(tmp_path)) == []


def crash(*_: object, **__: object) -> None:
    raise RuntimeError(f"cannot use {CLOUD_KEY} or {ENVIRONMENT}")
