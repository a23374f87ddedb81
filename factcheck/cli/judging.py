"""What ``audit`` and ``check`` share: options, and from a run to its reports, notes and exit code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.cli.common import layout_for, load_written, named_path, progress, tell_skipped
from factcheck.cli.engines import Engine, engine_options, workers
from factcheck.cli.later import click
from factcheck.cli.outputs import outputs_of, report_options
from factcheck.cli.store_options import store_options, store_path, today
from factcheck.cli.writing import write
from factcheck.errors import is_incomplete

if TYPE_CHECKING:
    from factcheck.findings.model import Run
    from factcheck.userfile.toml_file import TomlFile

_Command = TypeVar("_Command", bound=Callable[..., Any])
_SEVERITIES = ["error", "warning", "info"]


def judging_options(command: _Command) -> _Command:
    """How findings are shown, which are left out, and which of them make the exit code 1."""
    command = store_options(engine_options(command))
    for option in (
        click.option(
            "--verbose", is_flag=True, help="Tell on standard error whose settings hold and what is left out."
        ),
        click.option("--quiet", is_flag=True, help="No table where nothing is found; no progress, no notes."),
        click.option("--steps", is_flag=True, help="Show in the table how each value was read, step by step."),
        click.option(
            "--changed-since",
            metavar="REV",
            help="Judge only articles that differ from the git commit REV, against all others.",
        ),
        click.option(
            "--baseline",
            type=named_path(),
            metavar="FILE",
            help="Leave out the known findings in FILE; factcheck baseline writes it.",
        ),
        click.option(
            "--fail-on",
            type=click.Choice([*_SEVERITIES, "never"]),
            help="The least severity that makes the exit code 1.  [default: warning]",
        ),
        click.option(
            "--severity", type=click.Choice(_SEVERITIES), help="The least severity that is shown.  [default: info]"
        ),
    ):
        command = option(command)
    return report_options(command)


def judge_and_tell(
    judge: Callable[..., Run],
    paths: Sequence[str],
    against: Sequence[str] = (),
    *,
    formats: Sequence[str],
    outputs: Sequence[str],
    severity: str | None,
    fail_on: str | None,
    baseline: str | None,
    changed_since: str | None,
    steps: bool,
    quiet: bool,
    verbose: bool,
    engine: Engine,
    store: str | None,
    no_store: bool,
    resume: bool,
    rules: Sequence[str],
    config: str | None,
) -> int:
    """Runs ``judge(settings, ruleset, means)``, writes its reports, and returns the exit code.

    With ``changed_since`` the changed articles among ``paths`` are checked against the others instead.
    """
    from factcheck.cli.leaving_out import leave_out, read_known
    from factcheck.pipeline import LARGEST_CORPUS
    from factcheck.records import replace
    from factcheck.report import render
    from factcheck.report.formats import WITH_CORPUS
    from factcheck.report.safe import for_terminal
    from factcheck.report.summary import counted
    from factcheck.vocabulary import Severity

    wanted = outputs_of(formats, outputs)
    if quiet and verbose:
        raise click.UsageError("--quiet and --verbose exclude each other")
    if changed_since is not None:
        from factcheck.cli.changed import check_paths, judge_changed

        check_paths(paths, changed_since)
        judge = partial(judge_changed, paths, against, changed_since)
    settings, ruleset, written = load_written(
        rules,
        config,
        severity=Severity(severity) if severity else None,
        fail_on=fail_on,
        jobs=engine.jobs,
        baseline=Path(baseline) if baseline else None,
    )
    known = read_known(settings.baseline)
    kept = store_path(store, no_store, resume)
    if verbose:
        _tell_settings(written, settings.baseline)
    with workers(engine, settings.jobs) as hands, nullcontext() if quiet else progress() as tell:
        means = hands.means(
            progress=tell,
            store=kept,
            today=today(),
            keep_corpus=LARGEST_CORPUS if any(output.format in WITH_CORPUS for output in wanted) else 0,
        )
        run = judge(settings, ruleset, means)
    left = leave_out(run, known, settings.baseline, settings, written)
    run = left.run
    shown = tuple(finding for finding in run.findings if finding.severity.rank >= settings.severity.rank)
    failing = None if settings.fail_on == "never" else Severity(settings.fail_on)
    for output in wanted:
        if quiet and not shown and output.format == "table" and output.file is None:
            continue
        layout = layout_for(output.file, steps=steps, hidden=len(run.findings) - len(shown), failing=failing)
        write(render(replace(run, findings=shown), output.format, layout), output.file)
    tell_skipped(run.skipped)
    if resume or verbose:
        sources, stories = run.taken
        told = f"{stories:,} {'story' if stories == 1 else 'stories'}"
        click.echo(f"from the store: {counted(sources, 'sources')}, {told}", err=True)
    for note in run.notes:
        click.echo(for_terminal(note), err=True)
    for note in (*left.details, *left.notes) if verbose else () if quiet else left.notes:
        click.echo(note, err=True)
    if is_incomplete(run.skipped):
        return 2
    if not run.judged:
        if changed_since is None:
            click.echo("no article was read", err=True)
            return 2
        if not quiet:
            click.echo(f"no article changed since {changed_since}", err=True)
        return 0
    return int(failing is not None and any(finding.severity.rank >= failing.rank for finding in run.findings))


def _tell_settings(written: TomlFile | None, baseline: Path | None) -> None:
    from factcheck.report.safe import for_terminal

    click.echo(f"settings: {for_terminal(written.path) if written else 'defaults, for there is no file'}", err=True)
    if baseline is not None:
        click.echo(f"baseline: {for_terminal(str(baseline))}", err=True)
