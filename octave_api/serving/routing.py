"""Which call a method and a path are: a table of routes, some with an id in their path."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import unquote

from octave_api.contract import Open
from octave_api.serving.problems import ProblemError
from octave_api.serving.queries import Request

Answerer = Callable[[Request], Open | bytes]

_PLURAL = re.compile(r"^/api/v2/(persona|segment|product|playbook|brand-voice|resource)s/")
"""Some of the vendor's own clients write "personas" and "segments" here."""


@dataclass(frozen=True, slots=True)
class Route:
    """
    One call.

    Attributes:
        method: In capitals.
        path: May end in a name in braces, which stands for one part of the path.
        answer: Gives the answer's body.
        needs_key: Only callers with a key are answered, where there are keys.
    """

    method: str
    path: str
    answer: Answerer
    needs_key: bool = True


class Collection(Protocol):
    """What answers the calls that every kind of thing has."""

    def page(self, request: Request) -> Open: ...
    def get(self, request: Request) -> Open: ...
    def create(self, request: Request) -> Open: ...
    def update(self, request: Request) -> Open: ...
    def delete(self, request: Request) -> Open: ...


def collection(base: str, calls: Collection) -> Iterator[Route]:
    """Give the routes that every kind of thing has, below its path."""
    yield Route("GET", f"{base}/list", calls.page)
    yield Route("GET", f"{base}/get", calls.get)
    yield Route("GET", f"{base}/{{oId}}", calls.get)
    yield Route("POST", f"{base}/create", calls.create)
    yield Route("POST", f"{base}/update", calls.update)
    yield Route("PUT", f"{base}/update", calls.update)
    yield Route("DELETE", f"{base}/delete", calls.delete)


class Routes:
    """The table; where two paths fit, the one without a name in braces wins."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self._exact: dict[str, dict[str, Route]] = {}
        self._below: dict[str, dict[str, Route]] = {}
        for route in routes:
            base, brace, _ = route.path.partition("{")
            table = self._below if brace else self._exact
            table.setdefault(base if brace else route.path, {})[route.method] = route

    def find(self, method: str, path: str) -> tuple[Route, Mapping[str, str]]:
        """
        Give the route, and what stands in its path in place of the name in braces.

        Raises:
            ProblemError: 404 for an unknown path, 405 for another method.
        """
        methods, values = self._methods(path)
        if not methods:
            raise ProblemError(404, "not_found", "There is nothing at this path.")
        route = methods.get("GET" if method == "HEAD" else method)
        if route is None:
            allowed = [*methods, *(["HEAD"] if "GET" in methods else [])]
            allow = ", ".join(allowed)
            sentence = f"This path takes {' and '.join(methods)} only."
            raise ProblemError(405, "method_not_allowed", sentence, headers={"allow": allow})
        return route, values

    def shown(self, path: str) -> str:
        """Give a path as a log may show it: as the table has it, never as it was sent."""
        methods, _ = self._methods(path)
        return next(iter(methods.values())).path if methods else "(another path)"

    def _methods(self, path: str) -> tuple[Mapping[str, Route], Mapping[str, str]]:
        path = _PLURAL.sub(r"/api/v2/\1/", path)
        if path in self._exact:
            return self._exact[path], {}
        base, slash, last = path.rpartition("/")
        found = self._below.get(base + slash, {})
        if not found or not last:
            return {}, {}
        name = next(iter(found.values())).path.rpartition("{")[2].rstrip("}")
        return found, {name: unquote(last)}
