"""The store as a run uses it: readings by the content of their source, findings by the articles of their story.

One process of a run writes, one source or story at a time, each whole: whatever kills it, all but the last is there.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log2
from pathlib import Path
from typing import Any

from factcheck.document.model import Document
from factcheck.document.sources import Source
from factcheck.errors import Skipped
from factcheck.hashing import blake2b
from factcheck.identity.stories import LARGEST_BLOCK, Keys
from factcheck.records import dataclass
from factcheck.store.database import DamagedError, connect, told
from factcheck.store.packing import body_of, pack, sealed, unpack
from factcheck.store.rows import Row, document_row
from factcheck.store.stamp import SIZE

_FAR = 4  # an article that shares so many times less than the nearest tells of something else


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """What the store gives at once of an article: its number for :meth:`Store.reading`, and what a run's card holds."""

    number: int
    document: Document
    keys: Keys


class Store:
    """An open store. Its methods raise DamagedError where it cannot be trusted, UnusableError where sqlite fails.

    ``today`` (days since 1970) is noted on what is used, so that old things can be dropped.
    """

    def __init__(self, path: Path, *, today: int) -> None:
        self.path = path
        self._today = today
        self._connection = connect(path)

    def close(self) -> None:
        """Ends the use of the store; what was kept stays."""
        self._connection.close()

    def source(self, key: bytes) -> list[KeptArticle | Skipped] | None:
        """What was read from the source of this key, None if it is not known."""
        with told(self.path):
            row = self._connection.execute("SELECT cards, used FROM sources WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            if row[1] != self._today:
                self._connection.execute("UPDATE sources SET used = ? WHERE key = ?", (self._today, key))
        return [
            item if isinstance(item, Skipped) else KeptArticle(item[0], item[1], array("Q", item[2]))
            for item in unpack(row[0])
        ]

    def keep_source(
        self,
        key: bytes,
        path: str,
        items: Sequence[tuple[Document, Keys, Iterable[Row], bytes] | Skipped],
        *,
        reader: bytes,
    ) -> None:
        """Keeps what was read from a source: for each article its slim document, keys, assertion rows and pickle."""
        cards: list[Any] = []
        with told(self.path), self._transaction() as connection:
            if connection.execute("SELECT 1 FROM sources WHERE key = ?", (key,)).fetchone():
                return  # another process was quicker
            for item in items:
                if isinstance(item, Skipped):
                    cards.append(item)
                    continue
                document, keys, rows, data = item
                values = (key, *document_row(document), reader)
                number = connection.execute(
                    f"INSERT INTO documents VALUES (NULL{', ?' * len(values)})", values
                ).lastrowid
                connection.execute("INSERT INTO readings VALUES (?, ?)", (number, sealed(data)))
                connection.executemany(
                    "INSERT INTO assertions VALUES (?" + ", ?" * 14 + ")", ((number, *row) for row in rows)
                )
                connection.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?)", ((one, number) for one in keys))
                cards.append((number, document, keys.tobytes()))
            connection.execute("INSERT INTO sources VALUES (?, ?, ?, ?)", (key, path, self._today, pack(cards)))

    def reading(self, number: int) -> bytes:
        """The compressed pickle of an article that was kept. Its checksum holds."""
        with told(self.path):
            row = self._connection.execute("SELECT reading FROM readings WHERE document = ?", (number,)).fetchone()
        if row is None:
            raise DamagedError(f"article {number} is gone")
        return body_of(row[0])

    def story(self, key: bytes) -> Any:
        """What came of the story of this key, None if it is not known."""
        with told(self.path):
            row = self._connection.execute("SELECT judged, used FROM stories WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            if row[1] != self._today:
                self._connection.execute("UPDATE stories SET used = ? WHERE key = ?", (self._today, key))
        return unpack(row[0])

    def keep_story(self, key: bytes, judged: object, events: Iterable[tuple[Row, Iterable[Row]]]) -> None:
        """Keeps what came of a story, and its events as rows."""
        with told(self.path), self._transaction() as connection:
            if connection.execute("SELECT 1 FROM stories WHERE key = ?", (key,)).fetchone():
                return
            for row, members in events:
                event = connection.execute("INSERT INTO events VALUES (NULL, ?, ?, ?, ?, ?, ?)", (key, *row)).lastrowid
                connection.executemany(
                    "INSERT OR IGNORE INTO event_members VALUES (?, ?, ?)", ((event, *member) for member in members)
                )
            connection.execute("INSERT INTO stories VALUES (?, ?, ?)", (key, self._today, pack(judged)))

    def near(self, keys: Keys, most: int, *, reader: bytes) -> list[KeptArticle]:
        """The articles that share the most telling keys with ``keys``, best first; at most ``most``.

        Only those that ``reader`` read: what another version kept cannot be compared. A key that more than 400
        articles have tells nothing; others tell the more the fewer have them.
        """
        weights = Counter[int]()
        with told(self.path):
            (total,) = self._connection.execute("SELECT coalesce(max(id), 0) FROM documents").fetchone()
            for key in keys:
                found = self._connection.execute(
                    "SELECT document FROM keys WHERE key = ? LIMIT ?", (key, LARGEST_BLOCK + 1)
                ).fetchall()
                if len(found) <= LARGEST_BLOCK:
                    bits = round(100 * log2((total + 1) / max(1, len(found))))
                    weights.update({number: bits for (number,) in found})
            ranked = sorted(weights, key=lambda number: (-weights[number], number))[:most]
            ranked = [number for number in ranked if weights[number] * _FAR >= weights[ranked[0]]]
            return [article for number in ranked if (article := self._article(number, reader)) is not None]

    def is_foreign(self, reader: bytes) -> bool:
        """Whether there are articles, and ``reader`` read none of them."""
        with told(self.path):
            if self._connection.execute("SELECT 1 FROM documents WHERE reader = ? LIMIT 1", (reader,)).fetchone():
                return False
            return self._connection.execute("SELECT 1 FROM documents LIMIT 1").fetchone() is not None

    def _article(self, number: int, reader: bytes) -> KeptArticle | None:
        row = self._connection.execute(
            "SELECT source FROM documents WHERE id = ? AND reader = ?", (number, reader)
        ).fetchone()
        items = self.source(row[0]) if row is not None else None
        return next((one for one in items or () if isinstance(one, KeptArticle) and one.number == number), None)

    def _transaction(self) -> _Transaction:
        return _Transaction(self._connection)


class _Transaction:
    """All or nothing; sqlite3's own context manager begins none in autocommit mode."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> sqlite3.Connection:
        self._connection.execute("BEGIN IMMEDIATE")
        return self._connection

    def __exit__(self, kind: object, *_: object) -> None:
        self._connection.execute("COMMIT" if kind is None else "ROLLBACK")


def source_key(stamp: bytes, source: Source, data: bytes) -> bytes:
    """What a source is known by: who reads it, its name, its content, and where in a file it begins."""
    state = blake2b(stamp, digest_size=SIZE)
    state.update(
        f"{source.path}\0{source.first_line}\0{source.kind}\0{source.address}\0{source.charset}\0".encode(
            "utf-8", "surrogatepass"
        )
    )
    state.update(data)
    return state.digest()
