"""What commands share: settings and rules from options, progress, what was skipped."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.cli.later import click

if TYPE_CHECKING:
    from factcheck.config import Settings
    from factcheck.errors import Skipped
    from factcheck.report.layout import Layout
    from factcheck.ruleset.model import Ruleset
    from factcheck.userfile.toml_file import TomlFile

_Command = TypeVar("_Command", bound=Callable[..., Any])
_BAR = 24  # characters

PATHS_HELP = (
    "PATH is an article (.txt, .md, .html), a file of many (.jsonl, .jsonl.gz, .warc, .warc.gz, .parquet), a folder, "
    "or - for standard input."
)


def named_path() -> click.Path:
    """A type of option: a path that is not empty."""
    from factcheck.cli.named_path import NamedPath

    return NamedPath()


def ruleset_options(command: _Command) -> _Command:
    """``--rules`` and ``--config``."""
    command = click.option(
        "--config", type=named_path(), metavar="FILE", help="Settings, instead of those found from here upward."
    )(command)
    return click.option(
        "--rules", type=named_path(), multiple=True, metavar="DIR", help="A folder with rules of your own; repeatable."
    )(command)


def output_options(command: _Command) -> _Command:
    """``--output`` of commands that print one thing."""
    option = click.option(
        "--output", type=named_path(), metavar="FILE", help="Write to FILE instead of standard output."
    )
    return option(command)


def load(rules: Sequence[str], config: str | None, **overrides: Any) -> tuple[Settings, Ruleset]:
    """Settings (file, then options that are not None) and the rules they name. Raises UserError for mistakes."""
    settings, ruleset, _ = load_written(rules, config, **overrides)
    return settings, ruleset


def load_written(
    rules: Sequence[str], config: str | None, **overrides: Any
) -> tuple[Settings, Ruleset, TomlFile | None]:
    """As :func:`load`, with the file of the settings, so that what comes of them can be told with a place."""
    from factcheck.config import find_settings, read_settings
    from factcheck.preparing import prepare

    found = read_settings(Path(config)) if config else find_settings(Path.cwd())
    given = {key: value for key, value in overrides.items() if value is not None}
    return (*prepare(found, [Path(folder) for folder in rules], **given), found.written)


@contextmanager
def progress() -> Iterator[Callable[[int, int, str], None] | None]:
    """A bar on standard error while long work goes on (from the second second), on terminals only."""
    if not sys.stderr.isatty():
        yield None
        return
    from time import monotonic

    last = monotonic() + 0.9
    shown = False

    def tell(done: int, total: int, what: str) -> None:
        nonlocal last, shown
        now = monotonic()
        if now - last > 0.1 and done < total:
            bar = "#" * (_BAR * done // total)
            click.echo(f"\r\x1b[K{what} [{bar:<{_BAR}}] {done:,} of {total:,}", nl=False, err=True)
            last, shown = now, True

    try:
        yield tell
    finally:
        if shown:
            click.echo("\r\x1b[K", nl=False, err=True)


def layout_for(output: str | None, **more: Any) -> Layout:
    """How wide and colourful a report may be where it goes."""
    from factcheck.report.layout import DEFAULT_WIDTH, Layout

    width = DEFAULT_WIDTH
    terminal = output is None and sys.stdout.isatty()
    if terminal:
        import shutil

        width = shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns
    able = terminal and os.environ.get("TERM") != "dumb"
    colour = able and not os.environ.get("NO_COLOR")
    encoding = "utf-8" if output else (sys.stdout.encoding or "ascii")
    return Layout(width=width, colour=colour, links=able, boxes=encoding.lower().replace("-", "") == "utf8", **more)


def tell_skipped(skipped: Sequence[Skipped]) -> None:
    """What was not judged and why, on standard error; names and reasons hold words of others."""
    from factcheck.report.safe import for_terminal
    from factcheck.report.skips import few

    for name, reason in few(skipped):
        click.echo(f"{for_terminal(name)}: {for_terminal(reason)}", err=True)
