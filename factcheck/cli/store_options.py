"""``--store FILE`` and ``--no-store``: where a command keeps what it read; the next run reads only what changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from factcheck.cli.common import named_path
from factcheck.cli.later import click

_Command = TypeVar("_Command", bound=Callable[..., Any])
FILE_NAME = "store.sqlite3"


def store_options(command: _Command) -> _Command:
    """``--store``, ``--no-store`` and ``--resume``."""
    command = click.option(
        "--resume", is_flag=True, help="Go on with a run that was stopped; fail if the store holds nothing of one."
    )(command)
    command = click.option("--no-store", is_flag=True, help="Read and judge everything anew, and keep nothing.")(
        command
    )
    return click.option(
        "--store",
        type=named_path(),
        metavar="FILE",
        help="Keep what is read in FILE and read only what changed.  [default: in your cache folder]",
    )(command)


def store_path(store: str | None, no_store: bool, resume: bool) -> Path | None:
    """The store of a command, None for none. Raises UsageError where options exclude each other.

    With ``resume`` there must be a store: to begin anew in silence is not what was asked for.
    """
    if no_store and (store is not None or resume):
        raise click.UsageError(f"--no-store and {'--store' if store is not None else '--resume'} exclude each other")
    path = None if no_store else Path(store) if store is not None else default_store()
    if resume and (path is None or not path.is_file()):
        raise click.UsageError(f"there is nothing to resume: {path or 'a store in your cache folder'} does not exist")
    return path


def default_store() -> Path | None:
    """The store in the user's cache folder; None where nothing is kept there (``FACTCHECK_CACHE=off``)."""
    from factcheck import cache

    folder = cache.folder()
    return None if folder is None else Path(folder) / FILE_NAME


def today() -> int:
    """Days since 1970, noted in the store on what is used."""
    from datetime import date

    return (date.today() - date(1970, 1, 1)).days
