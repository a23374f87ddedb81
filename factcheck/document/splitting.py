"""Files of many articles in pieces that can be read in different processes, one piece in memory at a time."""

from __future__ import annotations

import codecs
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from factcheck.document.reading import rows_of, with_data
from factcheck.document.sources import COLLECTIONS, MAX_BYTES, Source, missing
from factcheck.errors import Skipped
from factcheck.records import replace
from factcheck.userfile.descriptors import irregular

PIECE = 256 * 1024
"""Bytes of a piece: some fifty articles."""


def split(source: Source, *, piece: int = PIECE, max_bytes: int = MAX_BYTES, carry: bool = False) -> Iterator[Source]:
    """The source itself, or the pieces of a file of many articles, in order; what is amiss comes as their ``problem``.

    With ``carry`` the content of an article's file comes along, for readers that cannot open it.
    """
    if source.data is not None or source.problem is not None:
        yield source
    elif source.format in COLLECTIONS:
        yield from _pieces(source, piece, max_bytes)
    elif carry:
        read = with_data(source, max_bytes=max_bytes)
        yield problem(read) if isinstance(read, Skipped) else read
    else:
        yield source


def problem(skipped: Skipped) -> Source:
    """A piece that holds nothing but what went wrong."""
    return Source(skipped.document, b"", problem=skipped)


def in_pieces(source: Source, kind: str, rows: Iterator[bytes], piece: int) -> Iterator[Source]:
    """Lines, each with its line break, as pieces of about ``piece`` bytes; of a file of another kind only the first.

    Where drawing a row fails, those before it still come, and then the error.
    """
    first, size = 1, 0
    batch: list[bytes] = []
    failure: Exception | None = None
    while True:
        try:
            row = next(rows, None)
        except Exception as error:
            row, failure = None, error
        if row is not None:
            batch.append(row)
            size += len(row)
        if batch and (row is None or size >= piece):
            in_lines = first > 1 or _are_rows(batch)
            yield replace(source, data=b"".join(batch), first_line=first, kind=kind, in_lines=in_lines)
            if not in_lines:
                return  # reading the first piece tells what is wrong
            first, size = first + len(batch), 0
            batch = []
        if row is None:
            break
    if failure is not None:
        raise failure
    if first == 1:
        yield replace(source, data=b"", kind=kind)  # reading it tells that it is empty


def _pieces(source: Source, piece: int, max_bytes: int) -> Iterator[Source]:
    path = Path(source.path)
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            yield problem(Skipped(source.path, irregular(mode)))
            return
        match source.format:
            case ".jsonl":
                with path.open("rb") as file:
                    yield from in_pieces(source, ".jsonl", _lines(file, max_bytes), piece)
            case ".jsonl.gz":
                yield from _compressed(source, piece, max_bytes)
            case ".parquet":
                from factcheck.document import table

                yield from table.split(source, piece=piece, max_bytes=max_bytes)
            case _:
                from factcheck.document import warc

                yield from warc.split(source, max_bytes=max_bytes)
    except (OSError, ValueError) as error:
        yield problem(Skipped(source.path, missing(source.path, error)))
    except Exception as error:  # of a library, on a file that was made to break it
        said = str(error).partition("\n")[0][:200]
        yield problem(Skipped(source.path, f"cannot be read any further: {type(error).__name__}: {said}"))


def _lines(file: BinaryIO, max_bytes: int) -> Iterator[bytes]:
    for row in rows_of(file, max_bytes):
        yield row if row.endswith(b"\n") else row + b"\n"


def _compressed(source: Source, piece: int, max_bytes: int) -> Iterator[Source]:
    import gzip

    from factcheck.document import packing

    lines = 0
    try:
        with gzip.open(source.path) as file:
            for one in in_pieces(source, ".jsonl", _lines(cast(BinaryIO, file), max_bytes), piece):
                yield one
                lines = one.first_line - 1 + (one.data or b"").count(b"\n")
    except packing.ERRORS as error:
        after = f"line {lines:,}" if lines else None
        yield problem(Skipped(source.path, packing.told(source.path, error, after)))


def _are_rows(lines: Sequence[bytes]) -> bool:
    """Whether lines can be the beginning of a file of JSON lines."""
    shown = [line.removeprefix(codecs.BOM_UTF8).strip() for line in lines]
    first = next((line for line in shown if line), b"")
    return first not in (b"{", b"[") and any(line.startswith(b"{") for line in shown)
