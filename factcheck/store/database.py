"""Opening a store: a new one, a sound one, one of another version, a damaged one, a file that is none."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from factcheck.errors import UserError
from factcheck.store.schema import APPLICATION, TABLES, VERSION

_WAIT = 30.0  # seconds for another process' write; each is of one article
_SIDES = ("-wal", "-shm")  # files that sqlite keeps beside a database
SUFFIXES = frozenset({".sqlite3", ".sqlite", ".db"})
_MAGIC = b"SQLite format 3\0"


class DamagedError(Exception):
    """The store cannot be trusted: sqlite or a checksum says so."""


class UnusableError(Exception):
    """The store cannot be read or written (locked, no permission, full disk); the message says why."""


def connect(path: Path) -> sqlite3.Connection:
    """The store at ``path``, made if there is none, emptied if another version of factcheck wrote it.

    Raises DamagedError for a store that is broken, UnusableError where it cannot be opened or written, UserError for a
    file of another kind, which stays as it is.
    """
    if not path.exists():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)  # what was read may be drafts
        except OSError as error:
            raise UnusableError(f"{path}: {error.strerror or error}") from error
    elif not path.is_file():
        raise UserError("is no file", path=str(path))
    elif not looks_like_one(path) and path.stat().st_size:
        if path.suffix in SUFFIXES:
            raise DamagedError("it does not begin like a database")
        raise UserError("is no factcheck store; name another file", path=str(path))
    with told(path):
        connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def looks_like_one(path: Path) -> bool:
    """Whether a file begins like a sqlite3 database."""
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    # Write-ahead logging: readers do not wait for the writer, and a process killed at any moment leaves whole commits.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("BEGIN IMMEDIATE")
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    if names and application != APPLICATION:
        connection.execute("ROLLBACK")
        raise UserError("is a database, but no factcheck store; name another file", path=str(path))
    if not names or version != VERSION:
        for name in names:
            connection.execute(f'DROP TABLE "{name}"')
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        for statement in TABLES.split(";\n"):
            if statement.strip():
                connection.execute(statement)
    connection.execute("COMMIT")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Errors of sqlite as those of this module."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise UnusableError(f"{path}: {error}") from error
    except sqlite3.DatabaseError as error:
        raise DamagedError(str(error)) from error
    except UnicodeDecodeError as error:  # text of the database, or of sqlite's own message about it
        raise DamagedError("text in it is not UTF-8") from error


def move_aside(path: Path) -> Path:
    """Gives a damaged store another name, which is returned, so that a new one can be made in its place."""
    aside = path.with_name(f"{path.name}.damaged")
    with suppress(OSError):
        path.replace(aside)
    for side in _SIDES:
        with suppress(OSError):
            path.with_name(path.name + side).unlink()
    return aside
