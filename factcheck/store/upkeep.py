"""What people do with a store: look at its size, query it, take its tables out, drop what is old."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from factcheck.errors import UserError
from factcheck.records import dataclass
from factcheck.store.database import looks_like_one, told
from factcheck.store.schema import APPLICATION, VERSION

TABLES = ("documents", "assertions", "events", "event_members")
"""What researchers query and export; the other tables are the program's own."""


@dataclass(frozen=True, slots=True)
class Info:
    """What is in a store. ``size`` in bytes, with the log beside it; ``sound`` is None where it was not checked."""

    size: int
    version: int
    rows: dict[str, int]
    readers: int
    sound: bool | None = None


@contextmanager
def opened(path: Path, *, write: bool = False) -> Iterator[sqlite3.Connection]:
    """An existing store, for reading only unless ``write``. Raises UserError where it is none."""
    if not path.is_file():
        raise UserError("there is no store; factcheck audit makes one", path=str(path))
    if not looks_like_one(path):
        raise UserError("is no factcheck store", path=str(path))
    mode = "rw" if write else "ro"
    with (
        told(path),
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=30.0)) as found,
    ):
        (application,) = found.execute("PRAGMA application_id").fetchone()
        if application != APPLICATION:
            raise UserError("is a database, but no factcheck store", path=str(path))
        if not write:
            found.execute("PRAGMA query_only = 1")
        yield found


def info(path: Path, *, check: bool = False) -> Info:
    """Counts and size; with ``check`` sqlite looks through the whole file. Raises UserError where it is no store."""
    with opened(path) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version != VERSION:
            return Info(_size(path), version, {}, 0)
        rows = {
            name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for name in ("sources", *TABLES, "stories")
        }
        (readers,) = connection.execute("SELECT count(DISTINCT reader) FROM documents").fetchone()
        sound = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",) if check else None
        return Info(_size(path), version, rows, readers, sound)


def query(path: Path, statement: str) -> Iterator[Sequence[object]]:
    """The names of the columns of an SQL query, then its rows. Nothing is changed; UserError for a mistake in it."""
    with opened(path) as connection:
        try:
            cursor = connection.execute(statement)
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise UserError(f"the query cannot be run: {error}") from error
        if cursor.description is None:
            raise UserError("the query returns no rows; a store is only read")
        yield [column[0] for column in cursor.description]
        try:
            yield from cursor
        except sqlite3.Error as error:
            raise UserError(f"the query failed: {error}") from error


def prune(path: Path, *, before: int) -> dict[str, int]:
    """Drops what no run has used since the day ``before`` (days since 1970), and gives the space back.

    Returns how many sources, articles and stories are gone.
    """
    with opened(path, write=True) as connection:
        connection.isolation_level = None
        connection.execute("BEGIN IMMEDIATE")
        old = "(SELECT id FROM documents WHERE source IN (SELECT key FROM sources WHERE used < ?))"
        for table in ("readings", "assertions", "keys"):
            connection.execute(f"DELETE FROM {table} WHERE document IN {old}", (before,))
        articles = connection.execute(
            "DELETE FROM documents WHERE source IN (SELECT key FROM sources WHERE used < ?)", (before,)
        ).rowcount
        sources = connection.execute("DELETE FROM sources WHERE used < ?", (before,)).rowcount
        gone = "(SELECT key FROM stories WHERE used < ?)"
        connection.execute(
            f"DELETE FROM event_members WHERE event IN (SELECT id FROM events WHERE story IN {gone})", (before,)
        )
        connection.execute(f"DELETE FROM events WHERE story IN {gone}", (before,))
        stories = connection.execute("DELETE FROM stories WHERE used < ?", (before,)).rowcount
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return {"sources": sources, "articles": articles, "stories": stories}


def _size(path: Path) -> int:
    beside = path.with_name(f"{path.name}-wal")
    return path.stat().st_size + (beside.stat().st_size if beside.is_file() else 0)
