"""A server that speaks the contract as Octave's cloud does: a key, credits, and no `/api/ext`."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from octave_api.library import Library
from octave_api.service import Service

KEY = "canary-cloud-key-9f27"
METADATA = {"requestId": "req_cloud", "timestamp": "2026-01-01T00:00:00Z", "usage": 0}
CREDITS = {
    "totalUsed": 150,
    "totalRemaining": 4850,
    "totalMax": 5000,
    "quotaUsed": 150,
    "quotaAvailable": 3850,
    "quotaMax": 4000,
    "period": "month",
    "creditsUsed": 0,
    "creditsAvailable": 1000,
}


@dataclass
class Cloud:
    """Where it is, and what it was asked: method, path and key of each request."""

    address: str
    asked: list[tuple[str, str, str]] = field(default_factory=list)


@contextmanager
def fake_cloud(*, credits: dict[str, Any] | None = CREDITS) -> Iterator[Cloud]:
    """Run it on a free port of this machine; what it generates comes from the embedded engine."""
    service = Service(Library(":memory:"))
    cloud = Cloud("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if not self.key_fits():
                return
            if self.path == "/api/v2/api-key/validate":
                body: dict[str, Any] = {"_metadata": METADATA, "status": "ok", "valid": True}
                self.answer(200, body | ({"credits": credits} if credits else {}))
            else:
                self.answer(404, {"message": f"Cannot GET {self.path}"})

        def do_POST(self) -> None:
            if not self.key_fits():
                return
            content = self.rfile.read(int(self.headers["content-length"]))
            if not self.path.endswith("/generate"):
                self.answer(404, {"message": f"Cannot POST {self.path}"})
                return
            headers = [(b"content-type", b"application/json")]
            made = service.handle("POST", self.path, headers, content)
            self.answer(made.status, json.loads(made.body))

        def key_fits(self) -> bool:
            key = self.headers.get("api_key", "")
            cloud.asked.append((self.command, self.path, key))
            if key == KEY:
                return True
            metadata = METADATA | {"message": "Unauthorized"}
            # Repeats the key, as a careless server may.
            self.answer(401, {"_metadata": metadata, "message": f"Invalid API key {key}"})
            return False

        def answer(self, status: int, body: dict[str, Any]) -> None:
            content = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    cloud.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield cloud
    finally:
        server.shutdown()
        server.server_close()
        service.close()
