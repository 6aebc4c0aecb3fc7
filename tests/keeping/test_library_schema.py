"""Older files become new ones without loss, with a copy beside them; or stay as they were."""

from __future__ import annotations

import contextlib
import json
import re
import sqlite3
import stat
from pathlib import Path
from typing import Any

import pytest

from octave_api import LibraryError
from octave_api import library as library_module
from octave_api.contract import Persona
from octave_api.keeping import file as files
from octave_api.keeping import migrations
from octave_api.keeping.tables import SCHEMA_VERSION
from octave_api.library import Entry, Library

FIRST = Path(__file__).with_name("library_schema_1.sql")
"""A library as version 0.1 of the schema had it: a persona, a segment, a resource."""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of schema 1."""
    path = tmp_path / "library.db"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(FIRST.read_text("utf8"))
        connection.execute("PRAGMA journal_mode = WAL")
    return path


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    """Read a file as another program would."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_everything_is_there_after_it(old: Path) -> None:
    """Entities, evidence, what was asked with them, resources and owner are as they were."""
    bodies = rows(
        old,
        "SELECT e.body, v.body, asked_with FROM entities e JOIN evidence v USING (oid) ORDER BY 1",
    )
    resources = rows(old, "SELECT oid, name, text FROM resources")
    library = Library(old)
    for body, evidence, asked_with in bodies:
        oid = json.loads(body)["oId"]
        kept = library.version(oid)
        assert kept is not None
        assert (kept.number, kept.action) == (1, "generated")
        assert json.loads(kept.entry.entity.to_json()) == json.loads(body)
        assert json.loads(kept.entry.evidence.to_json()) == json.loads(evidence)
        assert kept.entry.asked_with == json.loads(asked_with)
    for oid, name, text in resources:
        assert library.resource(oid) == library.resource(name) == (name, text)
    assert library.user_oid == "u_test"
    assert library.entities(text="älter")[1] == 1
    assert rows(old, "PRAGMA integrity_check") == [("ok",)]


def test_resources_without_numbers_are_led_over(old: Path) -> None:
    """The earliest files of schema 1 order resources by nothing but their time."""
    with contextlib.closing(sqlite3.connect(old)) as connection:
        connection.executescript("""
            DROP INDEX ix_resources_name;
            ALTER TABLE resources RENAME TO numbered;
            CREATE TABLE resources (
                oid TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL,
                text TEXT NOT NULL, created_at TEXT NOT NULL);
            INSERT INTO resources SELECT oid, name, text, created_at FROM numbered;
            DROP TABLE numbered;
            CREATE INDEX ix_resources_name ON resources (name);
        """)
    oid, name, text = rows(old, "SELECT oid, name, text FROM resources")[0]
    assert Library(old).resource(oid) == (name, text)


def test_copy_is_made_first(old: Path) -> None:
    """Beside the file stands what it was, for its owner alone; a second copy gets a number."""
    before = rows(old, "SELECT * FROM entities")
    Library(old).close()
    copy = old.with_name("library.db.schema-1.backup")
    assert rows(copy, "SELECT * FROM entities") == before
    assert rows(copy, "SELECT value FROM octave_about WHERE name = 'schema'") == [("1",)]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert files.back_up(old, 1).name == "library.db.schema-1.backup-2"
    Library(old).close()
    assert len(list(old.parent.glob("*.backup*"))) == 2


def shape(path: Path) -> set[tuple[str, str]]:
    """Every table, index and trigger as it was declared, but for white space."""
    query = "SELECT type || name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    return {(name, re.sub(r"\s", "", sql)) for name, sql in rows(path, query)}


@pytest.mark.parametrize("prospects", [True, False])
def test_schema_2_gets_the_tables_that_it_lacks(tmp_path: Path, prospects: bool) -> None:
    """Answers, and prospects where none were saved yet; those that there are stay."""
    path = tmp_path / "library.db"
    library = Library(path)
    library.save([entry("first")])
    library.close()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript("""
            DROP TABLE answers;
            DROP TABLE item_versions;
            UPDATE octave_about SET value = '2' WHERE name = 'schema';
            UPDATE alembic_version SET version_num = '0002';
            INSERT INTO prospects (oid, owner, body) VALUES ('pr_1', '', '{}');
        """)
        if not prospects:
            connection.execute("DROP TABLE prospects")
    library = Library(path)
    assert library.entities()[1] == 1
    library.close()
    Library(tmp_path / "new.db").close()
    assert shape(path) == shape(tmp_path / "new.db")
    assert rows(path, "SELECT count(*) FROM prospects") == [(int(prospects),)]
    assert rows(path, "SELECT value FROM octave_about WHERE name = 'schema'") == [
        (str(SCHEMA_VERSION),)
    ]
    assert path.with_name("library.db.schema-2.backup").exists()


def test_items_of_schema_3_get_a_first_version(tmp_path: Path) -> None:
    """What was kept before items had versions can be changed, and that undone."""
    path = tmp_path / "library.db"
    library = Library(path)
    with library.changing("created") as change:
        oid = change.add_item("product", {"name": "LineKeeper"})["oId"]
    library.close()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript("""
            DROP TABLE item_versions;
            DELETE FROM changes;
            UPDATE octave_about SET value = '3' WHERE name = 'schema';
            UPDATE alembic_version SET version_num = '0003';
        """)
    library = Library(path)
    with library.changing("edited") as change:
        now = change.item("product", oid)
        assert now is not None
        change.put_item(now, {"name": "Other"})
    (done,), _ = library.history.changes()
    assert (done.entities, done.undoable) == (((oid, "Other"),), True)
    with library.changing("undone") as change:
        back = change.take_back(done.oid)
    assert back is not None
    found = library.items.get("product", oid)
    assert found is not None
    assert found["name"] == "LineKeeper"
    library.close()


def test_old_and_new_files_are_the_same(old: Path, tmp_path: Path) -> None:
    """A file that was led to the newest schema cannot be told from one made with it."""
    Library(old).close()
    Library(tmp_path / "new.db").close()
    assert shape(old) == shape(tmp_path / "new.db")
    assert rows(old, "SELECT * FROM alembic_version") == [(f"{SCHEMA_VERSION:04}",)]


def refused(path: Path) -> str:
    """Give the code of the refusal, which is one sentence, and see that nothing changed."""
    before = path.read_bytes()
    with pytest.raises(LibraryError) as caught:
        Library(path)
    assert caught.value.message.endswith(".")
    assert path.read_bytes() == before
    return caught.value.code


@pytest.mark.parametrize("what", ["UPDATE entities SET body = '{'", "DROP TABLE resources"])
def test_step_that_fails_changes_nothing(old: Path, what: str) -> None:
    """Halfway through is nowhere: the file is still of schema 1, and whole."""
    with contextlib.closing(sqlite3.connect(old)) as connection:
        connection.execute(what)
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert refused(old) == "upgrade"
    assert rows(old, "SELECT value FROM octave_about WHERE name = 'schema'") == [("1",)]
    assert "versions" not in {name for (name,) in rows(old, "SELECT name FROM sqlite_master")}


def test_without_a_copy_nothing_is_changed(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no copy fits, the file stays of its schema and the reason is told."""

    def full(_: Path, schema: int) -> Path:
        raise files.library_error("backup", old)

    monkeypatch.setattr(library_module, "back_up", full)
    assert refused(old) == "backup"


def test_copy_that_cannot_be_made_is_not_left(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy that breaks off is taken away again."""
    monkeypatch.setattr(files, "_read_only", lambda _: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(LibraryError, match="no backup"):
        files.back_up(old, 1)
    assert list(old.parent.glob("*.backup*")) == []


def test_first_script_makes_what_the_first_version_made(tmp_path: Path, old: Path) -> None:
    """The scripts lead from nothing to the newest, too."""
    path = tmp_path / "scripts.db"
    import sqlalchemy as sa

    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.exec_driver_sql("SELECT 1")
        migrations.run(connection, 0)
    engine.dispose()
    Library(old).close()
    names = {name for name, _ in shape(old)}
    assert {name for name, _ in shape(path)} == names


# Bad luck with a file in use


def entry(name: str, text: str = "") -> Entry:
    """An entity."""
    from octave_api.contract import Evidence
    from octave_api.keeping.identity import new_oid

    persona = Persona.model_validate({"oId": new_oid("pe"), "name": name, "description": text})
    return Entry("persona", persona, Evidence(oid=persona.oid))


def test_full_disk_keeps_what_there_is(tmp_path: Path) -> None:
    """The save that does not fit is told and leaves nothing; reading goes on."""
    library = Library(tmp_path / "library.db")
    library.save([entry("first")])
    with library.transaction() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(LibraryError) as caught:
        library.save([entry("second"), entry("third", "word " * 20_000)])
    assert caught.value.code == "full"
    assert [one.name for one in library.entities()[0]] == ["first"]
    assert rows(tmp_path / "library.db", "PRAGMA integrity_check") == [("ok",)]


def test_file_held_by_another_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer that never ends is waited for, and then told; the file can be read meanwhile."""
    monkeypatch.setattr(library_module, "BUSY_SECONDS", 0.1)
    path = tmp_path / "library.db"
    library = Library(path)
    library.save([entry("first")])
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError) as caught:
            library.save([entry("second")])
        assert caught.value.code == "locked"
        assert library.entities()[1] == 1
        other.execute("ROLLBACK")
    library.save([entry("second")])
    assert library.entities()[1] == 2


def test_file_damaged_in_use_is_told(tmp_path: Path) -> None:
    """Noise that gets into an open file gives the typed error."""
    path = tmp_path / "library.db"
    library = Library(path)
    library.save([entry(str(number), "word " * 300) for number in range(50)])
    library.close()
    with path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 20)
    library = library_without_looking(path)
    with pytest.raises(LibraryError) as caught:
        library.entities(limit=100)
    assert caught.value.code in ("damaged", "not_a_library")


def library_without_looking(path: Path) -> Library:
    """Open a file as if it had been sound a moment ago."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library_module, "check_file", lambda *_: SCHEMA_VERSION)
        patch.setattr(library_module, "prepare", lambda _: {"user": "u_1", "workspace": "wa_1"})
        return Library(path)
