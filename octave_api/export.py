"""
Personas and segments as files to send: JSON, Markdown, HTML, PDF, CSV, CRM files. Pure.

    file = export("one-page", [Subject(entity, evidence)], made_at=datetime.now(UTC))
    Path(file.name).write_bytes(file.content)

Everything a document says comes from the entity and its evidence. Nothing is fetched
and no clock is read; the only files opened are the fonts of the package. What JSON and CSV
gave can be imported: `octave_api.revising.bundles` reads both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from octave_api.exporting import (
    bundle,
    call_sheet_pdf,
    cells,
    contract_json,
    full_pdf,
    html,
    hubspot,
    markdown,
    one_page,
    question_bank,
    salesforce,
)
from octave_api.exporting.call_sheet import arrange
from octave_api.exporting.files import File, Subject, encoded
from octave_api.exporting.names import safe_name, unique_names
from octave_api.exporting.report import build
from octave_api.exporting.strict import without_typical

__all__ = [
    "EVERYTHING",
    "FORMATS",
    "File",
    "Format",
    "Subject",
    "export",
    "file_name",
    "safe_name",
]

One = Callable[[Subject, datetime], bytes]
Many = Callable[[Sequence[Subject]], bytes]
Folder = Callable[[Sequence[Subject]], dict[str, bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """
    A kind of file.

    One of `one`, `many` and `folder` makes it: a file an entity, one file for all, or
    several files for all. `stem` is put behind an entity's name.
    """

    key: str
    label: str
    about: str
    extension: str
    media_type: str
    stem: str = ""
    one: One | None = None
    many: Many | None = None
    folder: Folder | None = None


FORMATS: dict[str, Format] = {
    one.key: one
    for one in (
        Format(
            "one-page",
            "One-page PDF",
            "the glance, with its sources",
            ".pdf",
            one_page.MEDIA_TYPE,
            one=lambda subject, at: one_page.render(build(subject, at), at).content,
        ),
        Format(
            "pdf",
            "Full PDF",
            "everything, with footnotes",
            ".pdf",
            one_page.MEDIA_TYPE,
            " - full",
            one=lambda subject, at: full_pdf.render(build(subject, at), at),
        ),
        Format(
            "call-sheet",
            "Call sheet PDF",
            "what to ask aloud, with boxes to tick",
            ".pdf",
            one_page.MEDIA_TYPE,
            " - call sheet",
            one=lambda subject, at: call_sheet_pdf.render(arrange(build(subject, at)), at),
        ),
        Format(
            "html",
            "HTML",
            "the same for the screen",
            ".html",
            html.MEDIA_TYPE,
            one=lambda subject, at: encoded(html.report(build(subject, at))),
        ),
        Format(
            "call-sheet-html",
            "Call sheet HTML",
            "to type beside",
            ".html",
            html.MEDIA_TYPE,
            " - call sheet",
            one=lambda subject, at: encoded(html.call_sheet(arrange(build(subject, at)))),
        ),
        Format(
            "markdown",
            "Markdown",
            "for a wiki",
            ".md",
            markdown.MEDIA_TYPE,
            one=lambda subject, at: encoded(markdown.report(build(subject, at))),
        ),
        Format(
            "call-sheet-markdown",
            "Call sheet Markdown",
            "for a wiki",
            ".md",
            markdown.MEDIA_TYPE,
            " - call sheet",
            one=lambda subject, at: encoded(markdown.call_sheet(arrange(build(subject, at)))),
        ),
        Format(
            "questions",
            "Question bank CSV",
            "for a spreadsheet or a course",
            ".csv",
            cells.MEDIA_TYPE,
            " - questions",
            many=question_bank.write,
        ),
        Format(
            "json",
            "JSON",
            "the contract's own shape",
            ".json",
            contract_json.MEDIA_TYPE,
            many=contract_json.write,
        ),
        Format(
            "hubspot",
            "HubSpot",
            "persona options, job titles",
            ".zip",
            bundle.MEDIA_TYPE,
            " - HubSpot",
            folder=hubspot.files,
        ),
        Format(
            "salesforce",
            "Salesforce",
            "fields to create, and the data",
            ".zip",
            bundle.MEDIA_TYPE,
            " - Salesforce",
            folder=salesforce.files,
        ),
    )
}
"""All formats by key, in the order in which they are offered."""

EVERYTHING = "everything"
"""The key of a zip with every format in a folder of its own."""


def export(
    key: str, subjects: Sequence[Subject], *, made_at: datetime, hide_typical: bool = False
) -> File:
    """
    Make a file of one or more entities.

    Args:
        key: A key of `FORMATS`, or `EVERYTHING`. A format that makes a file an entity
            gives a zip when there are several.
        subjects: At least one, in the order in which they are to stand.
        made_at: Printed as its day on documents; the time of the entries of a zip.
        hide_typical: Leave out what is only typical, in every format; documents say how
            much that was.

    Raises:
        ValueError: There is no such format, or no subject.
    """
    if not subjects:
        raise ValueError("There is nothing to export: choose at least one persona or segment.")
    if key != EVERYTHING and key not in FORMATS:
        raise ValueError(f"There is no format {key!r}: choose one of {', '.join(FORMATS)}.")
    chosen = [without_typical(one) for one in subjects] if hide_typical else list(subjects)
    if key == EVERYTHING:
        files = {
            f"{folder.key}/{name}": content
            for folder in FORMATS.values()
            for name, content in _files(folder, chosen, made_at).items()
        }
        return _zipped(files, chosen, "", made_at)
    found = FORMATS[key]
    files = _files(found, chosen, made_at)
    if found.folder or len(files) > 1:
        return _zipped(files, chosen, found.stem, made_at)
    ((name, content),) = files.items()
    return File(name, found.media_type, content)


def file_name(key: str, subjects: Sequence[Subject]) -> str:
    """Give the name that `export` would give, without making the file."""
    if key == EVERYTHING:
        return safe_name(_title(subjects), ".zip")
    found = FORMATS[key]
    zipped = found.one is not None and len(subjects) > 1
    return safe_name(_title(subjects), f"{found.stem}{'.zip' if zipped else found.extension}")


def _files(found: Format, subjects: Sequence[Subject], made_at: datetime) -> dict[str, bytes]:
    if found.folder:
        return found.folder(subjects)
    if found.many:
        name = safe_name(_title(subjects), f"{found.stem}{found.extension}")
        return {name: found.many(subjects)}
    assert found.one is not None
    names = unique_names(
        (subject.entity.name, f"{found.stem}{found.extension}") for subject in subjects
    )
    return {
        name: found.one(subject, made_at) for name, subject in zip(names, subjects, strict=True)
    }


def _zipped(
    files: dict[str, bytes], subjects: Sequence[Subject], stem: str, made_at: datetime
) -> File:
    name = safe_name(_title(subjects), f"{stem}.zip")
    return File(name, bundle.MEDIA_TYPE, bundle.pack(files, made_at))


def _title(subjects: Sequence[Subject]) -> str:
    """Name a file after its entity, or after how many there are."""
    if len(subjects) == 1:
        return subjects[0].entity.name
    kinds = {subject.kind for subject in subjects}
    noun = f"{kinds.pop()}s" if len(kinds) == 1 else "personas and segments"
    return f"{len(subjects)} {noun}"
