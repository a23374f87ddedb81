"""Long files of JSON lines in pieces that can be read in different processes."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePath

from factcheck.document.reading import MAX_BYTES, Source, rows_of

PIECE = 256 * 1024
"""Bytes of a piece: some fifty articles."""


def split(source: Source, *, piece: int = PIECE, max_bytes: int = MAX_BYTES) -> Iterator[Source]:
    """The source itself, or for a ``.jsonl`` file that is longer than ``piece`` its lines in pieces, in order.

    A file that does not begin like JSON lines, or cannot be opened, is not split: reading it whole tells why.
    """
    if source.data is not None or PurePath(source.path).suffix.lower() != ".jsonl":
        yield source
        return
    path = Path(source.path)
    try:
        status = path.stat()
        with path.open("rb") as file:
            if status.st_size <= piece or not _is_row(file.readline(piece)):
                yield source
                return
            file.seek(0)
            first, size = 1, 0
            rows: list[bytes] = []
            for number, row in enumerate(rows_of(file, max_bytes), 1):
                rows.append(row if row.endswith(b"\n") else row + b"\n")
                size += len(row)
                if size >= piece:
                    yield replace(source, data=b"".join(rows), first_line=first)
                    first, rows, size = number + 1, [], 0
            if rows:
                yield replace(source, data=b"".join(rows), first_line=first)
    except OSError:
        yield source


def _is_row(line: bytes) -> bool:
    line = line.removeprefix(codecs.BOM_UTF8).strip()
    return line.startswith(b"{") and line != b"{"
