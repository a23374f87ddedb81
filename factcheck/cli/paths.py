"""Which articles a command is about: its arguments, and the paths that ``--files-from`` lists."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

from factcheck.cli.common import named_path
from factcheck.cli.later import click
from factcheck.errors import UserError

_Command = TypeVar("_Command", bound=Callable[..., Any])
_STANDARD_INPUT = "-"
_LARGEST = 1 << 30  # bytes of a list


def paths_argument(command: _Command) -> _Command:
    """``PATH...`` and ``--files-from FILE``; the command gets both as ``paths``, the arguments first."""

    @wraps(command)
    def together(*arguments: Any, paths: tuple[str, ...], files_from: str | None, **options: Any) -> Any:
        if files_from is not None:
            if files_from == _STANDARD_INPUT and _STANDARD_INPUT in paths:
                raise click.UsageError("--files-from - and the path - both read standard input")
            paths = (*paths, *listed(files_from))
        elif not paths:
            raise click.UsageError("Missing argument 'PATH...'.")
        return command(*arguments, paths=paths, **options)

    wrapped: Any = together
    wrapped = click.option(
        "--files-from",
        type=named_path(),
        metavar="FILE",
        help="Read the paths, too, that FILE lists one a line, or with NUL between them; - for standard input.",
    )(wrapped)
    result: _Command = click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path())(wrapped)
    return result


def listed(file: str) -> list[str]:
    """The paths that a list names, as seen from the folder one stands in. Raises UserError where there is none."""
    data = _content(file)
    between = b"\0" if b"\0" in data else b"\n"
    names = (os.fsdecode(name.removesuffix(b"\r")) for name in data.removeprefix(b"\xef\xbb\xbf").split(between))
    # In a list, - is a file of this name.
    found = [f"./{name}" if name == _STANDARD_INPUT else name for name in _sensible(names)]
    if not found:
        raise UserError("lists no file", path=_seen(file))
    return found


def _sensible(names: Iterable[str]) -> Iterable[str]:
    return (name for name in names if name.strip())


def _content(file: str) -> bytes:
    try:
        if file == _STANDARD_INPUT:
            if sys.stdin is None:  # started with "<&-"
                raise UserError("is closed", path=_seen(file))
            data = sys.stdin.buffer.read(_LARGEST + 1)
        else:
            with Path(file).open("rb") as opened:
                data = opened.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) else None
        raise UserError(f"cannot be read: {said or error}", path=_seen(file)) from None
    if len(data) > _LARGEST:
        raise UserError(f"a list of more than {_LARGEST:,} bytes", path=_seen(file))
    return data


def _seen(file: str) -> str:
    return "standard input" if file == _STANDARD_INPUT else file
