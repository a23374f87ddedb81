"""``factcheck audit``."""

from __future__ import annotations

import click

from factcheck.cli.common import (
    PATHS_HELP,
    layout_for,
    load,
    output_options,
    progress,
    ruleset_options,
    tell_skipped,
    workers,
    write,
)

_SEVERITIES = click.Choice(["error", "warning", "info"])


@click.command(
    "audit",
    help=f"Report what the articles at PATH... say that cannot all be true.\n\n{PATHS_HELP}",
    epilog="""\b
Examples:
  factcheck audit articles/
  factcheck audit --severity warning --steps monday.html tuesday.html
  factcheck audit --format markdown --output comment.md articles/
  cat article.txt | factcheck audit --format json -

\b
Exit codes:
  0  nothing found at or above --fail-on
  1  something found
  2  something could not be judged; the rest was""",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format", "format_", type=click.Choice(["table", "json", "markdown"]), default="table", show_default=True
)
@click.option("--severity", type=_SEVERITIES, help="The least severity that is shown.  [default: info]")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="The least severity that makes the exit code 1.  [default: warning]",
)
@click.option("--steps", is_flag=True, help="Show in the table how each value was read, step by step.")
@output_options
@ruleset_options
def command(
    paths: tuple[str, ...],
    format_: str,
    severity: str | None,
    fail_on: str | None,
    steps: bool,
    output: str | None,
    jobs: int | None,
    rules: tuple[str, ...],
    config: str | None,
) -> int:
    """Report what articles say that cannot all be true."""
    from dataclasses import replace

    from factcheck.pipeline import audit
    from factcheck.report import render
    from factcheck.vocabulary import Severity

    settings, ruleset = load(
        rules,
        config,
        severity=Severity(severity) if severity else None,
        fail_on=fail_on,
        jobs=jobs,
    )
    with workers(settings.jobs) as executor, progress() as tell:
        run = audit(paths, settings, ruleset, executor, tell)
    shown = tuple(finding for finding in run.findings if finding.severity.rank >= settings.severity.rank)
    layout = layout_for(output, steps=steps, hidden=len(run.findings) - len(shown))
    write(render(replace(run, findings=shown), format_, layout), output)
    tell_skipped(run.skipped)
    if run.skipped or not run.documents:
        if not run.skipped:
            click.echo("no article was read", err=True)
        return 2
    if settings.fail_on == "never":
        return 0
    least = Severity(settings.fail_on).rank
    return int(any(finding.severity.rank >= least for finding in run.findings))
