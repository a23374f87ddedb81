"""The tables of a store as CSV files or Parquet files, for spreadsheets, DuckDB, pandas, R."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from factcheck.errors import UserError
from factcheck.store.upkeep import TABLES, opened

FORMATS = ("csv", "parquet")
_ROWS = 10_000  # held in memory at a time


def export(store: Path, folder: Path, file_format: str) -> list[Path]:
    """Writes each table to ``folder``/TABLE.csv or .parquet; returns the files.

    Raises UserError where the folder cannot be written, or pyarrow is missing for Parquet.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_table(store, folder, name, file_format) for name in TABLES]
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror or error}", path=str(folder)) from error


def _table(store: Path, folder: Path, name: str, file_format: str) -> Path:
    path = folder / f"{name}.{file_format}"
    draft = path.with_name(f".{path.name}.new")
    with opened(store) as connection:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})") if row[2] != "BLOB"]
        rows = connection.execute(f"SELECT {', '.join(columns)} FROM {name} ORDER BY 1, 2, 3")
        try:
            if file_format == "csv":
                _csv(draft, columns, rows)
            else:
                integers = {row[1] for row in connection.execute(f"PRAGMA table_info({name})") if row[2] == "INTEGER"}
                _parquet(draft, columns, rows, integers)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    return path


def _csv(path: Path, columns: Sequence[str], rows: Iterator[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(map(_harmless, rows))


def _harmless(row: Sequence[object]) -> list[object]:
    """A cell that begins like a formula is one to a spreadsheet; an apostrophe before it makes it text."""
    return [f"'{cell}" if isinstance(cell, str) and cell[:1] in tuple("=+-@\t\r") else cell for cell in row]


def _parquet(path: Path, columns: Sequence[str], rows: Iterator[Sequence[object]], integers: set[str]) -> None:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise UserError("Parquet needs pyarrow: pip install 'factcheck[parquet]'") from None
    schema = pyarrow.schema(
        [(column, pyarrow.int64() if column in integers else pyarrow.string()) for column in columns]
    )
    with pyarrow.parquet.ParquetWriter(path, schema) as writer:
        while batch := list(islice(rows, _ROWS)):
            arrays = [
                pyarrow.array(values, field.type)
                for values, field in zip(zip(*batch, strict=True), schema, strict=True)
            ]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))
