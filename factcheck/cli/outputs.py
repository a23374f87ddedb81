"""Which reports go where: ``--format`` and ``--output [FORMAT:]FILE``, the latter as often as wanted in one run."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from factcheck.report.formats import FORMATS, format_of_file

_Command = TypeVar("_Command", bound=Callable[..., Any])

OUTPUTS_HELP = """\b
Reports:
  --format FORMAT          to standard output
  --output FILE            to a file; --format or the file's ending (.json .jsonl .md
                           .sarif .xml .csv .txt) tells the format, else it is a table
  --output FORMAT:FILE     to a file in this format; FILE may be - for standard output
--output may be given several times. --format is for the one report that names no
format of its own: a plain --output FILE if there is one, else standard output."""


@dataclass(frozen=True, slots=True)
class Output:
    """A report to write; ``file`` is None for standard output."""

    format: str
    file: str | None = None


def report_options(command: _Command) -> _Command:
    """``--format`` and ``--output`` of commands that print findings."""
    for option in (
        click.option(
            "--output",
            "outputs",
            multiple=True,
            metavar="[FORMAT:]FILE",
            help="Write to FILE instead of standard output; repeatable, see below.",
        ),
        click.option(
            "--format", "formats", multiple=True, type=click.Choice(FORMATS), help="How to report.  [default: table]"
        ),
    ):
        command = option(command)
    return command


def outputs_of(formats: Sequence[str], outputs: Sequence[str]) -> list[Output]:
    """What the options ask for, at least one report. Raises UsageError where they leave it open."""
    if len(formats) > 1:
        raise click.UsageError(
            f"--format is given {len(formats)} times; write further reports with --output FORMAT:FILE, "
            f"as in --format {formats[0]} --output {formats[1]}:FILE"
        )
    named, plain = _split(outputs)
    if formats and len(plain) > 1:
        raise click.UsageError(
            f"--format {formats[0]} and {len(plain)} files without a format; write --output FORMAT:FILE for each"
        )
    found = [*named, *(Output(formats[0] if formats else format_of_file(file) or "table", file) for file in plain)]
    if not found or (formats and not plain):
        found.insert(0, Output(formats[0] if formats else "table"))
    _check_different(found)
    return found


def _split(outputs: Sequence[str]) -> tuple[list[Output], list[str]]:
    """Outputs that name their format, and the files of those that do not."""
    from factcheck.userfile.words import did_you_mean

    named: list[Output] = []
    plain: list[str] = []
    for output in outputs:
        name, colon, file = output.partition(":")
        if colon and name in FORMATS:
            if not file:
                raise click.UsageError(f"--output {output} names no file")
            named.append(Output(name, None if file == "-" else file))
        elif not output:
            raise click.BadParameter("the path is empty", param_hint="'--output'")
        elif colon and name.isalpha() and "did you mean" in (said := did_you_mean(name, FORMATS)):
            raise click.UsageError(f"--output {output}: there is no format '{name}'{said}")
        else:
            plain.append(output)
    return named, plain


def _check_different(outputs: Sequence[Output]) -> None:
    """Two reports in one place would be one that is lost, or a mixture."""
    seen: set[str | None] = set()
    for output in outputs:
        place = None if output.file is None else os.path.realpath(output.file)
        if place in seen and not (output.file or "").startswith("/dev/"):
            where = "standard output" if output.file is None else output.file
            raise click.UsageError(f"two reports go to {where}; give each a file: --output FORMAT:FILE")
        seen.add(place)
