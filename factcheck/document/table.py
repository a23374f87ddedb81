"""Articles in a Parquet file: columns ``id`` and ``text``, and if there are ``title``, ``published`` and ``source``.

Rows are drawn a few at a time, so that a row group of any size needs little memory. They go on as lines of JSON, the
form in which workers read articles of files that hold many.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from factcheck.document.sources import Source
from factcheck.document.splitting import in_pieces, problem
from factcheck.errors import Skipped

if TYPE_CHECKING:
    import pyarrow

_NEEDED = ("id", "text")
_TAKEN = (*_NEEDED, "title", "published", "source")
_ROWS = 64  # drawn at once
_BUFFER = 1 << 20  # bytes of a column that are read ahead


def split(source: Source, *, piece: int, max_bytes: int) -> Iterator[Source]:
    """The rows of a Parquet file in pieces, as lines of JSON; or what is wrong with it."""
    path = source.path
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        yield problem(Skipped(path, "reading Parquet files needs pyarrow: pip install 'factcheck[parquet]'"))
        return
    rows = 0
    try:
        with open(path, "rb") as raw:  # noqa: PTH123 - pyarrow must not take the name for an address
            if not raw.read(1):
                yield problem(Skipped(path, "empty file"))
                return
            file = parquet.ParquetFile(raw, buffer_size=_BUFFER, pre_buffer=False)
            names = file.schema_arrow.names
            missing = [name for name in _NEEDED if name not in names]
            if missing:
                told = ", ".join(names[:20])
                yield problem(Skipped(path, f'a Parquet file without a column "{missing[0]}"; its columns are {told}'))
                return
            columns = [name for name in _TAKEN if name in names]
            for one in in_pieces(source, ".parquet", _lines(file, columns, max_bytes), piece):
                yield one
                rows = one.first_line - 1 + (one.data or b"").count(b"\n")
    except (pyarrow.ArrowException, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        what = "damaged" if rows else "not a Parquet file, or damaged"
        after = f"; what stands after row {rows:,} is not judged" if rows else ""
        yield problem(Skipped(path, f"{what} ({_first_line(error)}){after}"))


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0][:200]


def _lines(file: Any, columns: list[str], max_bytes: int) -> Iterator[bytes]:
    for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
        values = [_values(batch.column(name)) for name in columns]
        for row in zip(*values, strict=True):
            given = {name: value for name, value in zip(columns, row, strict=True) if value is not None}
            line = json.dumps(given, ensure_ascii=False, default=_plain).encode("utf-8", "replace")
            # Of a line that is too long so much that it shows.
            yield line[: max_bytes + 2] + b"\n"


def _values(column: pyarrow.Array) -> list[Any]:
    """A column as Python values; text that is not UTF-8 with marks in place of what is broken."""
    try:
        return list(column.to_pylist())
    except (UnicodeDecodeError, ValueError, OverflowError):
        import pyarrow

        kind = pyarrow.large_binary() if pyarrow.types.is_large_string(column.type) else pyarrow.binary()
        if not pyarrow.types.is_string(column.type) and not pyarrow.types.is_large_string(column.type):
            return [None] * len(column)  # a moment beyond Python's calendar
        return [value and value.decode("utf-8", "replace") for value in column.cast(kind).to_pylist()]


def _plain(value: object) -> str:
    if isinstance(value, date):  # and datetime
        return value.isoformat()
    return bytes(value).decode("utf-8", "replace") if isinstance(value, (bytes, bytearray)) else str(value)
