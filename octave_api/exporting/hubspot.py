"""
Files for HubSpot: personas as options of the Persona property, and which title means which.

HubSpot keeps a persona as an option of the contact property `hs_persona`: a label, an
internal value, a description and a place in the list. Contacts are then assigned by
their job title, in an import or a workflow. A segment becomes an option of a dropdown
of companies in the same way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from octave_api.contract import Persona
from octave_api.exporting import cells
from octave_api.exporting.files import Subject, encoded, of_kind

OPTIONS = ("Label", "Internal value", "Description", "Display order")
TITLES = ("Job title", "hs_persona", "Persona")


def files(subjects: Sequence[Subject]) -> dict[str, bytes]:
    """Give the files by name; a kind that is not among the subjects has none."""
    personas, segments = of_kind(subjects, "persona"), of_kind(subjects, "segment")
    found = {"README.txt": encoded(_readme(bool(personas), bool(segments)))}
    if personas:
        found["hubspot-persona-options.csv"] = cells.write(OPTIONS, _options(personas, "persona"))
        found["hubspot-job-titles.csv"] = cells.write(TITLES, _titles(personas))
    if segments:
        found["hubspot-segment-options.csv"] = cells.write(OPTIONS, _options(segments, "segment"))
    return found


def values(subjects: Iterable[Subject], prefix: str) -> list[str]:
    """Make internal values: small letters, digits and underscores, no two the same."""
    found: list[str] = []
    for subject in subjects:
        base = f"{prefix}_{slug(subject.entity.name)}"[:60].rstrip("_")
        value, turn = base, 1
        while value in found:
            turn += 1
            value = f"{base}_{turn}"
        found.append(value)
    return found


def slug(text: str) -> str:
    """Write a text in small ASCII letters, digits and underscores, as far as it has them."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "unnamed"


def _labels(subjects: Sequence[Subject]) -> list[str]:
    """Give names; HubSpot refuses two options of one label."""
    found: list[str] = []
    for subject in subjects:
        name = " ".join(subject.entity.name.split())
        label, turn = name, 1
        while label.casefold() in [one.casefold() for one in found]:
            turn += 1
            label = f"{name} ({turn})"
        found.append(label)
    return found


def _options(subjects: Sequence[Subject], prefix: str) -> list[tuple[str, str, str, int]]:
    rows = zip(_labels(subjects), values(subjects, prefix), subjects, strict=True)
    return [
        (label, value, " ".join((one.entity.description or "").split()), place)
        for place, (label, value, one) in enumerate(rows, 1)
    ]


def _titles(subjects: Sequence[Subject]) -> list[tuple[str, str, str]]:
    """Give each title once; the first persona that has it keeps it."""
    found: dict[str, tuple[str, str, str]] = {}
    rows = zip(_labels(subjects), values(subjects, "persona"), subjects, strict=True)
    for label, value, one in rows:
        if isinstance(one.entity, Persona):
            for title in one.entity.data.common_job_titles:
                line = " ".join(title.split())
                if line:
                    found.setdefault(line.casefold(), (line, value, label))
    return list(found.values())


def _readme(personas: bool, segments: bool) -> str:
    parts = ["FILES FOR HUBSPOT", ""]
    if personas:
        parts += [
            "hubspot-persona-options.csv",
            "  Settings > Properties > Contact properties > Persona (internal name hs_persona).",
            "  Add one option a row: label, internal value, description, in the display order.",
            "  HubSpot may give internal values of its own (persona_1, persona_2, …): then put",
            "  those into the column hs_persona of the next file.",
            "",
            "hubspot-job-titles.csv",
            "  Which job title means which persona. Look up the titles of a contact list in it to",
            "  fill a column hs_persona before an import, or use its rows as the branches of a",
            "  workflow that sets Persona. A title of two personas is listed with the first.",
            "",
        ]
    if segments:
        parts += [
            "hubspot-segment-options.csv",
            "  Make a company property of the type dropdown, for example Market segment, and add",
            "  one option a row.",
            "",
        ]
    parts += [
        "A cell that a spreadsheet could take for a formula begins with an apostrophe.",
        "These files are text to enter or to import: nothing was sent to HubSpot.",
    ]
    return "\r\n".join(parts) + "\r\n"
