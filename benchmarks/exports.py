"""
What documents hold, and that nothing is opened: `python benchmarks/exports.py FOLDER […]`.

Every text, Markdown or HTML file of the folders is made into a persona and a segment and exported
in every format. JSON and the question bank are read back and held against what was written; each
claim is looked for in the text of the documents; cells are looked at as a spreadsheet would.
`--strings FILE` (a JSON list, or one a line) exports entities whose names and texts are these
strings as tables and JSON besides. An audit hook counts the files, sockets and processes that are
asked for while an export is made; the only files allowed are the fonts of the package.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import sys
import time
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pypdf import PdfReader  # noqa: E402

from octave_api import OctaveClient  # noqa: E402
from octave_api.cleaning import clean  # noqa: E402
from octave_api.contract import Evidence, Persona, Segment  # noqa: E402
from octave_api.export import EVERYTHING, FORMATS, Subject, export, file_name  # noqa: E402
from octave_api.exporting import one_page  # noqa: E402
from octave_api.exporting.report import Report, build  # noqa: E402
from octave_api.revising import bundles  # noqa: E402
from octave_api.revising.question_table import Questions  # noqa: E402
from octave_api.web.extract import extract_html  # noqa: E402

TABLES = ("questions", "hubspot", "salesforce")
NOW = datetime(2031, 5, 6, tzinfo=UTC)
READ = (".txt", ".md", ".html", ".htm")
STARTS = tuple("=+-@|%\t\r＝＋－＠−")
"""What a spreadsheet may take for the beginning of a formula, also after blanks and quotes."""
WATCHED = ("open", "socket", "subprocess", "urllib", "os", "ftplib", "http")
_opened: list[str] = []
_watching = False


def hook(event: str, args: tuple[Any, ...]) -> None:
    """Note what is asked of the system while an export is made."""
    if _watching and event.partition(".")[0] in WATCHED:
        name = str(args[0]) if args else ""
        if not (event == "open" and "/exporting/fonts/" in name.replace("\\", "/")):
            _opened.append(f"{event} {name}")


def made(subjects: Sequence[Subject], key: str) -> bytes:
    """Make a file, watched."""
    global _watching
    _watching = True
    try:
        return export(key, subjects, made_at=NOW).content
    finally:
        _watching = False


def squeezed(text: str) -> str:
    """Give a text without its spaces, which a page may set anywhere."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def pdf_text(content: bytes) -> str:
    """Give what can be selected in a PDF."""
    return squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))


def statements(report: Report) -> list[str]:
    """Give every claim of a report: its statements and its questions."""
    said = [one.text for part in report.parts for one in part.statements]
    return [*said, *(one.text for one in report.asked())]


def tables(content: bytes, name: str = "x.csv") -> Iterator[tuple[str, list[list[str]]]]:
    """Give the tables of a file, those in a zip too, each with its name."""
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for inner in packed.namelist():
                if inner.endswith((".csv", ".zip")):
                    yield from tables(packed.read(inner), inner)
        return
    text = content.decode("utf-8-sig")
    yield name, list(csv.reader(io.StringIO(text, newline="")))


def live(cell: str) -> bool:
    """Tell whether a spreadsheet could compute a cell, however lenient it is."""
    bare = re.sub(r"^[\s\"“”\u200b\ufeff\0]+", "", cell)
    return bare.startswith(STARTS) and not cell.startswith("'")


class Tally:
    """What was looked at and what was not as it should be."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self.told: list[str] = []

    def hold(self, what: str, right: bool, about: str) -> None:
        """Count one check."""
        self.seen[what] += 1
        if not right:
            self.wrong[what] += 1
            self.told.append(f"{what}: {about}")


def check(subject: Subject, name: str, tally: Tally) -> None:
    """Export one entity in every format and look at what came of it."""
    entity, report = subject.entity, build(subject, NOW)
    files = {key: made([subject], key) for key in FORMATS}
    back = [one.entity for one in bundles.read(files["json"].decode()) if hasattr(one, "entity")]
    tally.hold("JSON comes back equal", back == [entity], name)
    asked = [one for one in entity.qualifying_questions if one.question.strip()]
    if asked:
        read = bundles.read(files["questions"].decode())
        rows = [one for table in read if isinstance(table, Questions) for one in table.questions]
        tally.hold("questions come back equal", rows == asked, name)
    page = one_page.render(report, NOW)
    text = pdf_text(files["one-page"])
    for one in page.shown:
        tally.hold(
            "claims of the one page are in its text", squeezed(one) in text, f"{name}: {one!r}"
        )
    sheet = pdf_text(files["call-sheet"])
    for question in report.asked():
        whole = squeezed(question.text) in sheet
        tally.hold("questions are in the call sheet's text", whole, f"{name}: {question.text!r}")
    full = pdf_text(files["pdf"])
    for one in statements(report):
        tally.hold("claims are in the full PDF's text", squeezed(one) in full, f"{name}: {one!r}")
    look_at_cells(files, name, tally)


def look_at_cells(files: dict[str, bytes], name: str, tally: Tally) -> None:
    """Look for live formulas in all tables."""
    for key in TABLES:
        for table, rows in tables(files[key]):
            for cell in (cell for row in rows for cell in row):
                tally.hold("cells compute nothing", not live(cell), f"{name} {table}: {cell!r}")


def document(path: Path) -> str:
    """Read a file as a source is read."""
    raw = path.read_bytes()
    if path.suffix in (".html", ".htm"):
        return extract_html(raw.decode("utf-8", "replace"), path.name).text
    return raw.decode("utf-8", "replace")


def documents(folders: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Give the name and the text of every file of the folders."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in READ and path.is_file():
                yield path.name, document(path)


def subjects(texts: Iterator[tuple[str, str]]) -> Iterator[tuple[str, Subject]]:
    """Make a persona and a segment of each text."""
    with OctaveClient.embedded(":memory:") as client:
        for name, text in texts:
            items = [{"sources": [{"type": "TEXT", "value": text}]}]
            for kind in ("persona", "segment"):
                generate = (
                    client.generate_personas if kind == "persona" else client.generate_segments
                )
                for entity in generate(items).data or []:
                    yield f"{name} ({kind})", Subject(entity, client.evidence(entity.oid))


def of_string(text: str, kind: str) -> Subject:
    """Make an entity of which every text is this one."""
    field = "painPoints" if kind == "persona" else "keyPriorities"
    question = {"question": text, "rationale": text, "fitType": "BAD", "weight": "HIGH"}
    body = {
        "oId": "pe_string" if kind == "persona" else "sg_string",
        "name": text,
        "description": text,
        "qualifyingQuestions": [question],
        "data": {field: [text], "customFields": [{"title": text, "value": [text]}]},
    }
    claim = {"pointer": f"/data/{field}/0", "text": text, "origin": "TYPICAL", "rule": text}
    evidence = {"oId": body["oId"], "sources": [], "claims": [claim]}
    shape = Persona if kind == "persona" else Segment
    return Subject(shape.model_validate(body), Evidence.model_validate(evidence))


def check_string(text: str, number: int, tally: Tally) -> None:
    """Export entities of a string as tables and JSON; look at cells, names and what comes back."""
    for kind in ("persona", "segment"):
        subject = of_string(text, kind)
        files = {key: made([subject], key) for key in (*TABLES, "json")}
        name = f"string {number} ({kind})"
        look_at_cells(files, name, tally)
        back = [
            one.entity for one in bundles.read(files["json"].decode()) if hasattr(one, "entity")
        ]
        tally.hold("JSON comes back equal", back == [subject.entity], name)
        file = file_name("one-page", [subject])
        tally.hold("names are safe", not re.search(r'[<>:"/\\|?*\x00-\x1f]', file), file)


def strings(path: Path) -> list[str]:
    """Read a list of strings."""
    text = path.read_text("utf-8", "surrogateescape")
    found = json.loads(text) if path.suffix == ".json" else text.splitlines()
    # As at the door: no other text gets into a library.
    return [kept for one in found if isinstance(one, str) and (kept := clean(one))]


def main() -> int:
    """Check, print, and tell whether all was as it should be."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--strings", type=Path, help="strings as names and texts")
    parser.add_argument("--tell", type=int, default=10, help="so many failures are named")
    given = parser.parse_args()
    tally, count, start = Tally(), 0, time.process_time()
    warm = of_string("warm", "persona")
    export(EVERYTHING, [warm], made_at=NOW)
    sys.addaudithook(hook)
    for name, subject in subjects(documents(given.folders)):
        check(subject, name, tally)
        count += 1
    for number, text in enumerate(strings(given.strings) if given.strings else []):
        check_string(text, number, tally)
    print(f"{count} entities, {time.process_time() - start:.0f} s of processor time")
    for what, seen in tally.seen.items():
        print(f"{what:42}{seen - tally.wrong[what]:>9,} / {seen:,}")
    print(f"{'files, sockets, processes asked for':42}{len(_opened):>9,}")
    for line in [*tally.told[: given.tell], *dict.fromkeys(_opened)]:
        print("  ", line[:300])
    return 1 if tally.told or _opened else 0


if __name__ == "__main__":
    sys.exit(main())
