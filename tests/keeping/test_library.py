"""The library: all or nothing, many threads and processes, and files that cannot be used."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from octave_api import LibraryError, OctaveClient
from octave_api.contract import Claim, Evidence, Persona, Segment, SourceText
from octave_api.keeping.identity import new_oid, timestamp
from octave_api.library import Entry, Library, default_path


def entry(name: str, *, oid: str | None = None, text: str = "") -> Entry:
    """An entity with one claim."""
    persona = Persona.model_validate(
        {"oId": oid or new_oid("pe"), "name": name, "description": text, "createdAt": timestamp()}
    )
    claim = Claim(pointer="/description", text=text, origin="SOURCE")
    source = SourceText(index=0, type="TEXT", value=text, text=text)
    evidence = Evidence.model_validate({"oId": persona.oid})
    evidence = evidence.model_copy(update={"sources": [source], "claims": [claim]})
    return Entry("persona", persona, evidence, {"playbookOId": "pb_1"})


def add_resource(library: Library, name: str, text: str) -> str:
    """Keep a text; give its id."""
    with library.changing("created") as change:
        return str(change.add_item("resource", {"name": name, "text": text})["oId"])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a library may be made."""
    return tmp_path / "folder" / "library.db"


@pytest.fixture(params=["file", "memory"])
def library(request: pytest.FixtureRequest, path: Path) -> Iterator[Library]:
    """An empty library, in a file and in memory."""
    library = Library(path if request.param == "file" else ":memory:")
    yield library
    library.close()


ODD = "NUL \0, surrogate pair 🚀, bidi \u202e, ' OR 1=1 --, \\, %_, line\r\nbreak"


def test_texts_come_back_exactly(library: Library) -> None:
    """Whatever the characters are, entity and evidence are read as they were written."""
    kept = entry(ODD, text=ODD)
    library.save([kept])
    assert library.entity(kept.entity.oid) == kept.entity
    evidence = library.evidence(kept.entity.oid)
    assert evidence is not None
    assert evidence.sources == kept.evidence.sources
    assert evidence.claims == kept.evidence.claims


def test_unknown_ids_are_none(library: Library) -> None:
    """Nothing is found under an id that nothing has."""
    assert library.entity("pe_1") is None
    assert library.evidence("pe_1") is None
    assert library.resource("rs_1") is None


def test_save_is_all_or_nothing(library: Library) -> None:
    """When one entity of a request cannot be kept, none of them is."""
    library.save([entry("first", oid="pe_same")])
    with pytest.raises(LibraryError):
        library.save([entry("second"), entry("third", oid="pe_same")])
    page, total = library.entities()
    assert ([entity.name for entity in page], total) == (["first"], 1)
    library.save([])
    assert library.entities()[1] == 1


def test_page_and_total_with_every_filter(library: Library) -> None:
    """Kinds, text in any letter case, limit and offset; newest first."""
    segment = Segment.model_validate({"oId": new_oid("sg"), "name": "Mühlen"})
    evidence = Evidence.model_validate({"oId": segment.oid})
    library.save([entry("Ada", text="owns 50% of_it"), entry("Bob")])
    library.save([Entry("segment", segment, evidence)])
    names = [entity.name for entity in library.entities()[0]]
    assert names == ["Mühlen", "Bob", "Ada"]
    assert library.entities(kind="segment") == ([segment], 1)
    assert library.entities(text="MÜHLEN")[1] == 1
    assert [library.entities(text=text)[1] for text in ("50%", "50_", "f_it", "pe_", "\\")] == [
        1, 0, 1, 0, 0
    ]  # fmt: skip
    assert [entity.name for entity in library.entities(limit=1, offset=1)[0]] == ["Bob"]


def test_resource_by_id_before_name_and_newest_first(library: Library) -> None:
    """An oId wins over a name, a newer resource over an older one of the same name."""
    add_resource(library, "notes", "old")
    oid = add_resource(library, "notes", "new")
    add_resource(library, oid, "named like an id")
    assert oid.startswith("rs_")
    assert library.resource(oid) == ("notes", "new")
    assert library.resource("notes") == ("notes", "new")


def test_owner_stays_the_same(path: Path) -> None:
    """The user and workspace ids belong to the library."""
    first = Library(path)
    owner = (first.user_oid, first.workspace_oid)
    first.close()
    again = Library(path)
    assert (again.user_oid, again.workspace_oid) == owner
    assert Library(":memory:").user_oid != owner[0]


def test_memory_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two libraries in memory share nothing, and no file is made."""
    monkeypatch.chdir(tmp_path)
    first, second = Library(":memory:"), Library(":memory:")
    first.save([entry("one")])
    assert second.entities()[1] == 0
    assert list(tmp_path.iterdir()) == []


def test_path_comes_from_the_environment(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`OCTAVE_LIBRARY` names the file; an empty variable is unset."""
    monkeypatch.setenv("OCTAVE_LIBRARY", str(path))
    with OctaveClient.embedded() as client:
        assert client.health().status == "ok"
    assert path.exists()
    monkeypatch.setenv("OCTAVE_LIBRARY", "")
    assert default_path().name == "library.db"
    assert default_path().parent.name == "octave-explorer"


def test_threads_write_and_read_at_once(library: Library) -> None:
    """Many threads lose nothing and see no half of a request."""

    def work(number: int) -> int:
        library.save([entry(f"{number}a"), entry(f"{number}b")])
        return library.entities(limit=1000)[1] % 2

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(work, range(40))) == {0}
    assert library.entities()[1] == 80


def test_new_file_is_opened_by_many_at_once(path: Path) -> None:
    """Dashboard and server may start together on a file that is not there yet."""
    barrier = threading.Barrier(6)

    def opened(_: int) -> str:
        barrier.wait()
        return Library(path).user_oid

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(opened, range(6)))) == 1


def test_processes_share_a_file(path: Path) -> None:
    """What another process keeps is there, and neither waits for the other to end."""
    library = Library(path)
    code = (
        "import sys; from octave_api import OctaveClient\n"
        "c = OctaveClient.embedded(sys.argv[1])\n"
        "for n in range(5): c.generate_personas([{'sources': [{'type': 'TEXT', 'value': 'CFO'}]}])"
    )
    processes = [subprocess.Popen([sys.executable, "-c", code, str(path)]) for _ in range(2)]
    for number in range(20):
        library.save([entry(str(number))])
    assert [process.wait() for process in processes] == [0, 0]
    assert library.entities()[1] == 30


# Files that cannot be used


def refused(path: Path | str) -> str:
    """Give the code of the refusal, and hold it to one sentence."""
    with pytest.raises(LibraryError) as caught:
        Library(path)
    assert caught.value.message.count(".") == 1
    assert caught.value.path == str(path)
    return caught.value.code


def test_folder_is_refused(tmp_path: Path) -> None:
    """A folder is no file."""
    assert refused(tmp_path) == "folder"


def test_path_through_a_file_is_refused(tmp_path: Path) -> None:
    """A file cannot hold a file."""
    (tmp_path / "file").write_text("x")
    assert refused(tmp_path / "file" / "library.db") == "no_access"
    assert refused(str(tmp_path / "nul\0")) == "no_access"


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs a folder where nobody may write")
def test_place_without_access_is_refused() -> None:
    """Where nothing can be written there is no library."""
    assert refused("/proc/library.db") == "no_access"


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="this user may write to read-only files"
)
def test_read_only_file_is_refused(path: Path) -> None:
    """A file that may only be read is told when it is opened."""
    Library(path).close()
    path.chmod(0o400)
    assert refused(path) == "no_access"


def foreign(path: Path) -> None:
    """Make another program's database."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE customers (name TEXT)")
    connection.close()


def newer(path: Path) -> None:
    """Make a library of a later version."""
    Library(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE octave_about SET value = '999' WHERE name = 'schema'")
    connection.close()


def unversioned(path: Path) -> None:
    """Make a library whose version is gone."""
    Library(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM octave_about")
    connection.close()


def torn(path: Path) -> None:
    """Make a library with noise in the middle."""
    library = Library(path)
    library.save([entry(str(number), text="word " * 500) for number in range(40)])
    library.close()
    data = bytearray(path.read_bytes())
    data[8192:-8192] = b"\xff" * (len(data) - 16384)
    path.write_bytes(data)


def noise(path: Path) -> None:
    """Make a file that is no database at all."""
    path.write_bytes(b"This is a letter, not a library. " * 99)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (foreign, "not_a_library"),
        (newer, "newer"),
        (unversioned, "damaged"),
        (torn, "damaged"),
        (noise, "not_a_library"),
    ],
)
def test_unusable_file_is_left_as_it_was(path: Path, make: object, code: str) -> None:
    """The reason is told, and no byte of the file changes."""
    path.parent.mkdir()
    assert callable(make)
    make(path)
    before = path.read_bytes()
    assert refused(path) == code
    assert path.read_bytes() == before


def test_empty_file_becomes_a_library(path: Path) -> None:
    """A file made by hand and left empty is as good as none."""
    path.parent.mkdir()
    path.touch()
    Library(path).save([entry("one")])
    assert Library(path).entities()[1] == 1


def test_library_that_breaks_later_is_told(path: Path) -> None:
    """A table that is gone under way gives the typed error, not the driver's."""
    library = Library(path)
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE versions")
    connection.close()
    with pytest.raises(LibraryError) as caught:
        library.save([entry("one")])
    assert caught.value.code == "unavailable"
    assert library.entities()[1] == 0
