"""``factcheck store info|query|export|prune``."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from factcheck.cli.common import named_path
from factcheck.cli.store_options import default_store, today
from factcheck.errors import UserError

_OLD = 30


@click.group(
    "store",
    epilog="""\b
Examples:
  factcheck store info
  factcheck store query "SELECT event, count(*) FROM assertions GROUP BY event ORDER BY 2 DESC LIMIT 10"
  factcheck store export --output tables/ --format parquet
  factcheck store prune --older-than 90
  factcheck audit --store archive.sqlite3 archive/ && factcheck check draft.md --against archive.sqlite3""",
)
def command() -> None:
    """Look into what is kept between runs, query it, drop what is old.

    A store is a sqlite3 database. Its tables documents, assertions, events and event_members are for you;
    docs/store.md describes their columns. Any program may read it while factcheck runs.
    """


def _store_option(function: Any) -> Any:
    return click.option(
        "--store", "path", type=named_path(), metavar="FILE", help="The store.  [default: in your cache folder]"
    )(function)


def _chosen(path: str | None) -> Path:
    found = Path(path) if path is not None else default_store()
    if found is None:
        raise UserError("nothing is kept (FACTCHECK_CACHE is off); name a store with --store FILE")
    return found


@command.command("info")
@click.option("--check", is_flag=True, help="Let sqlite look through the whole file for damage.")
@_store_option
def show(path: str | None, check: bool) -> int:
    """Print where the store is, how large, and what is in it."""
    from factcheck.store.schema import VERSION
    from factcheck.store.upkeep import info

    store = _chosen(path)
    found = info(store, check=check)
    click.echo(f"{store}  {found.size / 1_048_576:,.1f} MB")
    if found.version != VERSION:
        click.echo(f"written by another version of factcheck (tables {found.version}); the next audit empties it")
        return 0
    for name, count in found.rows.items():
        click.echo(f"  {name.replace('_', ' '):<14}{count:>12,}")
    if found.readers > 1:
        click.echo(f"read by {found.readers} versions of factcheck or its event types; prune drops what is not used")
    if found.sound is not None:
        click.echo("no damage found" if found.sound else "damaged: the next audit sets it aside and makes a new one")
    return 0 if found.sound in (None, True) else 2


@command.command("query")
@click.argument("statement", metavar="SQL")
@click.option("--format", "format_", type=click.Choice(("table", "csv", "jsonl")), default="table", show_default=True)
@_store_option
def ask(statement: str, format_: str, path: str | None) -> int:
    """Print the rows of an SQL query. The store is opened for reading only."""
    from factcheck.store.upkeep import query

    rows = query(_chosen(path), statement)
    columns = [str(name) for name in next(rows)]
    if format_ == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
    elif format_ == "jsonl":
        _print_objects(columns, rows)
    else:
        _print_table(columns, rows)
    return 0


def _print_objects(columns: Sequence[str], rows: Iterator[Sequence[object]]) -> None:
    import json

    for row in rows:
        values = [value.hex() if isinstance(value, bytes) else value for value in row]
        click.echo(json.dumps(dict(zip(columns, values, strict=True)), ensure_ascii=False))


def _print_table(columns: Sequence[str], rows: Iterator[Sequence[object]]) -> None:
    from tabulate import tabulate

    from factcheck.report.safe import for_terminal

    shown = [["" if value is None else for_terminal(str(value)) for value in row] for row in rows]
    click.echo(tabulate(shown, headers=list(columns), disable_numparse=True))


@command.command("export")
@click.option("--output", required=True, type=named_path(), metavar="DIR", help="The folder for the tables.")
@click.option(
    "--format", "format_", type=click.Choice(("csv", "parquet")), default="csv", show_default=True, help="Kind of file."
)
@_store_option
def take_out(output: str, format_: str, path: str | None) -> int:
    """Write the tables to files for spreadsheets, DuckDB, pandas or R."""
    from factcheck.store.export import export

    for file in export(_chosen(path), Path(output), format_):
        click.echo(str(file))
    return 0


@command.command("prune")
@click.option(
    "--older-than", type=click.IntRange(min=0), default=_OLD, show_default=True, metavar="DAYS",
    help="Drop what no run has used for DAYS days.",
)  # fmt: skip
@_store_option
def drop(older_than: int, path: str | None) -> int:
    """Drop what has not been used for a while, and give the space back."""
    from factcheck.store.upkeep import prune

    gone = prune(_chosen(path), before=today() - older_than + (1 if older_than == 0 else 0))
    click.echo("dropped " + ", ".join(f"{count:,} {name}" for name, count in gone.items()))
    return 0
