"""
The dashboard and the contract in one process, on one port: `streamlit run serve.py`.

The calls answer under `/api/` as they do from `python -m octave_api.server`,
with the same settings (`OCTAVE_SERVER_KEYS`, `OCTAVE_LIBRARY`), and what they
generate is in the dashboard's library at once.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.routing import Mount, Route

from octave_api.errors import LibraryError
from octave_api.library import Library
from octave_api.server import create_app, server_keys
from octave_api.service import Service
from octave_api.serving import logs, metrics

logs.set_up()
keys = server_keys()
try:
    service = Service(Library(), keys=keys)
except LibraryError as error:
    raise SystemExit(str(error)) from None
contract = create_app(service, local_only=not keys)


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Give the library back when the server stops."""
    yield
    service.close()


app = st.App(
    "app.py", lifespan=lifespan, routes=[Mount("/api", contract), Route(metrics.PATH, contract)]
)
