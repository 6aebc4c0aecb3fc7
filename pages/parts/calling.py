"""
The call to show: the last one made on the Generate page, else an example. No Streamlit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from octave_api import OctaveClient
from octave_api.calling.snippets import curl, python, raw
from octave_api.contract import Kind
from pages.parts import entries
from pages.parts.runs import Run

_EXAMPLE: dict[str, Any] = {
    "name": "Enterprise Sales Leader",
    "sources": [
        {"type": "TEXT", "value": "VPs of Sales who run enterprise teams of 20 or more sellers."},
        {"type": "URL", "value": "https://example.com/customers"},
    ],
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A generate call: its kind, its item, the options that it has, and what it is."""

    kind: Kind
    item: dict[str, Any]
    about: str
    options: Mapping[str, Any] = field(default_factory=dict)


EXAMPLE = Shown(
    "persona",
    _EXAMPLE,
    "An example; what you generate takes its place.",
    {"linking_strategy": {"mode": "ALL"}},
)


def last(runs: Iterable[Run]) -> Shown:
    """Give the request that was sent last, the example where none was."""
    sent = [
        (outcome.started, outcome)
        for run in runs
        for outcome in run.outcomes
        if outcome.started is not None
    ]
    if not sent:
        return EXAMPLE
    outcome = max(sent, key=lambda pair: pair[0])[1]
    about = f"The last call on Generate: a {outcome.kind} from {entries.describe(outcome.entry)}."
    entry = outcome.entry
    return Shown(outcome.kind, entries.request_item(entry), about, entries.options(entry))


def views(shown: Shown, client: OctaveClient) -> dict[str, str]:
    """Give the call as this client would make it, in three notations, the key masked."""
    preview = client.preview_generate(shown.kind, [shown.item], **shown.options)
    return {"cURL": curl(preview), "Python": python(preview), "JSON": raw(preview)}
