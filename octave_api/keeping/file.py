"""
The library's SQLite file: may it be used, and if not, why, in one sentence; and its backup.

A file is looked at read-only first, so that one that is damaged, somebody
else's or from a newer version is left as it was. One of an older schema is
copied before it is changed.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from pathlib import Path

from octave_api.errors import LibraryError

BUSY_SECONDS = 10

_SENTENCES = {
    "folder": "The library is a folder; name a file in it instead.",
    "no_access": "The library cannot be opened for writing; check the folder and its permissions.",
    "not_a_library": "The file is not a library of this program; name another file.",
    "newer": "The library was made by a newer version of this program; update the program.",
    "backup": "The library is of an older version and no backup of it could be made beside it, "
    "so it was not brought up to date; make room there or allow writing.",
    "damaged": "The library's file is damaged; restore a copy of it or name another file.",
    "locked": "The library is in use by another program for too long; try again.",
    "full": "The library cannot grow: the disk is full.",
    "unavailable": "The library does not answer.",
}


def check_file(path: Path, newest: int) -> int | None:
    """
    Make the folder of a new library, or look whether an old one can be used.

    Args:
        path: The library's file.
        newest: The highest schema version that this program knows.

    Returns:
        The schema version that the file has; None for a new one.

    Raises:
        LibraryError: It cannot be used; nothing of the file was changed.
    """
    if "\0" in str(path):
        raise library_error("no_access", path)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.is_dir():
            raise library_error("folder", path)
        if not path.exists() or path.stat().st_size == 0:
            return None
        path.open("r+b").close()
    except OSError as error:
        raise library_error("no_access", path) from error
    try:
        return _look_inside(path, newest)
    except sqlite3.Error as error:
        raise explain(error, str(path)) from error


def _look_inside(path: Path, newest: int) -> int | None:
    connection = _read_only(path)
    try:
        tables = {
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
        }
        if not tables:
            return None
        if "octave_about" not in tables:
            raise library_error("not_a_library", path)
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise library_error("damaged", path)
        row = connection.execute("SELECT value FROM octave_about WHERE name='schema'").fetchone()
        if row is None or not str(row[0]).isdecimal():
            raise library_error("damaged", path)
        if int(row[0]) > newest:
            raise library_error("newer", path)
        return int(row[0])
    finally:
        connection.close()


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)


def back_up(path: Path, schema: int) -> Path:
    """
    Copy a library of this schema beside itself, whole, before it is changed.

    Returns:
        The copy: the file's name with `.schema-1.backup` and, where there are
        such copies already, a number behind it.

    Raises:
        LibraryError: No copy could be made; what was begun of it is gone.
    """
    name = f"{path.name}.schema-{schema}.backup"
    copy, turn = path.with_name(name), 1
    while copy.exists():
        turn += 1
        copy = path.with_name(f"{name}-{turn}")
    try:
        # The owner alone may read it, like a library that we make.
        copy.touch(mode=0o600)
        with (
            contextlib.closing(_read_only(path)) as source,
            contextlib.closing(sqlite3.connect(copy)) as target,
        ):
            source.backup(target)
            sound = target.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        if not sound:
            raise sqlite3.DatabaseError("the copy is not whole")
    except (OSError, sqlite3.Error) as error:
        with contextlib.suppress(OSError):
            copy.unlink()
        raise library_error("backup", path) from error
    return copy


def switch_to_wal(connection: sqlite3.Connection) -> None:
    """Let readers and one writer work at once; the file remembers it."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            # Two processes that open a new file at once: SQLite does not wait here by itself.
            busy = error.sqlite_errorname.startswith("SQLITE_BUSY")
            if not busy or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def library_error(code: str, path: Path | str) -> LibraryError:
    """Give the error of this code, with its sentence."""
    return LibraryError(code, _SENTENCES[code], path=str(path))


def explain(error: BaseException | None, path: str) -> LibraryError:
    """Give the driver's error in the user's words."""
    name = getattr(error, "sqlite_errorname", "")
    codes = {
        "SQLITE_NOTADB": "not_a_library",
        "SQLITE_CORRUPT": "damaged",
        "SQLITE_BUSY": "locked",
        "SQLITE_LOCKED": "locked",
        "SQLITE_READONLY": "no_access",
        "SQLITE_CANTOPEN": "no_access",
        "SQLITE_PERM": "no_access",
        "SQLITE_FULL": "full",
        # PostgreSQL's states, by their class where all of it means the same.
        "53100": "full",
        "55P03": "locked",
        "40": "locked",
        "25006": "no_access",
        "28": "no_access",
        "42501": "no_access",
    }
    state = name or getattr(error, "sqlstate", None) or ""
    for prefix, code in codes.items():
        if state.startswith(prefix):
            return library_error(code, path)
    return library_error("unavailable", path)
