"""
The library's SQLite file: may it be used, and if not, why, in one sentence.

A file is looked at read-only first, so that one that is damaged, somebody
else's or from a newer version is left as it was.
"""

from __future__ import annotations

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
    "damaged": "The library's file is damaged; restore a copy of it or name another file.",
    "locked": "The library is in use by another program for too long; try again.",
    "full": "The library cannot grow: the disk is full.",
    "unavailable": "The library does not answer.",
}


def check_file(path: Path, newest: int) -> None:
    """
    Make the folder of a new library, or look whether an old one can be used.

    Args:
        path: The library's file.
        newest: The highest schema version that this program knows.

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
            return
        path.open("r+b").close()
    except OSError as error:
        raise library_error("no_access", path) from error
    try:
        _look_inside(path, newest)
    except sqlite3.Error as error:
        raise explain(error, str(path)) from error


def _look_inside(path: Path, newest: int) -> None:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS
    )
    try:
        tables = {
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
        }
        if not tables:
            return
        if "octave_about" not in tables:
            raise library_error("not_a_library", path)
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise library_error("damaged", path)
        row = connection.execute("SELECT value FROM octave_about WHERE name='schema'").fetchone()
        if row is None or not str(row[0]).isdecimal():
            raise library_error("damaged", path)
        if int(row[0]) > newest:
            raise library_error("newer", path)
    finally:
        connection.close()


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
    }
    for prefix, code in codes.items():
        if name.startswith(prefix):
            return library_error(code, path)
    return library_error("unavailable", path)
