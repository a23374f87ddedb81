"""Which reports go where: ``--format`` and ``--output [FORMAT:]FILE``, the latter as often as wanted in one run."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from factcheck.cli.later import click
from factcheck.records import dataclass
from factcheck.report.formats import FORMATS, format_of_file

_ANY = (".txt", ".json")
"""Endings of files that may hold what a program or a person reads in several formats."""

_Command = TypeVar("_Command", bound=Callable[..., Any])

OUTPUTS_HELP = """\b
Reports:
  --format FORMAT          to standard output
  --output FILE            to a file, in the format of --format or else of the file's
                           ending (.html .json .jsonl .md .sarif .xml .csv .txt)
  --output FORMAT:FILE     to a file in this format; FILE may be - for standard output
--output may be given several times; each then names its format or has an ending that
tells it, and --format is for standard output."""


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
    wanted = formats[0] if formats else None
    found = [_split(output) for output in outputs]
    if len(found) == 1 and not found[0].format:
        return [_only(found[0].file or "", wanted)]
    reports = [one if one.format else Output(_by_ending(one.file or ""), one.file) for one in found]
    if wanted or not reports:
        reports.insert(0, Output(wanted or "table"))
    _check_different(reports)
    return reports


def _only(file: str, wanted: str | None) -> Output:
    """The one plain ``--output FILE``: as ``--format`` says, unless the ending says that both were meant."""
    told = format_of_file(file)
    if wanted and told not in (None, wanted) and not file.lower().endswith(_ANY):
        raise click.UsageError(
            f"--format {wanted} does not go with {file}; write --output {wanted}:{file} if it is to hold that, "
            f"or --format {wanted} --output {told}:{file} for {wanted} on standard output and {told} in the file"
        )
    return Output(wanted or told or "table", file)


def _by_ending(file: str) -> str:
    told = format_of_file(file)
    if told is None:
        raise click.UsageError(f"--output {file} names no format and there are others; write --output FORMAT:{file}")
    return told


def _split(output: str) -> Output:
    """An output as it is written; its format is empty where it names none."""
    from factcheck.userfile.words import did_you_mean

    name, colon, file = output.partition(":")
    if not output:
        raise click.BadParameter("the path is empty", param_hint="'--output'")
    if not colon or not name.isalpha():
        return Output("", output)
    if name in FORMATS:
        if not file:
            raise click.UsageError(f"--output {output} names no file")
        return Output(name, None if file == "-" else file)
    said = did_you_mean(name, FORMATS)
    if "did you mean" in said:
        raise click.UsageError(f"--output {output}: there is no format '{name}'{said}")
    return Output("", output)


def _check_different(outputs: Sequence[Output]) -> None:
    """Two reports in one place would be one that is lost, or a mixture."""
    seen: set[str | None] = set()
    for output in outputs:
        place = None if output.file is None else os.path.realpath(output.file)
        if place in seen and not (output.file or "").startswith("/dev/"):
            where = "standard output" if output.file is None else output.file
            raise click.UsageError(f"two reports go to {where}; give each a file: --output FORMAT:FILE")
        seen.add(place)
