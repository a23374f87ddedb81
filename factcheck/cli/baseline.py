"""``factcheck baseline``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.common import (
    PATHS_HELP,
    load_written,
    named_path,
    progress,
    ruleset_options,
    tell_skipped,
)
from factcheck.cli.engines import Engine, engine_options, workers
from factcheck.cli.leaving_out import DEFAULT_FILE, leave_out, read_known
from factcheck.cli.paths import paths_argument
from factcheck.cli.writing import write
from factcheck.errors import is_incomplete

if TYPE_CHECKING:
    from factcheck.findings.baseline import Known


@click.command(
    "baseline",
    help=f"""Write down what is found in the articles at PATH..., so that audit and check tell only what is new.

Every finding is written, of whatever severity, but for those that the settings suppress. A finding stays known while
its quotes and its article's file name stay; the rest of the article may change, and folders may move.

{PATHS_HELP}""",
    epilog="""\b
Examples:
  factcheck baseline articles/
  factcheck audit --baseline factcheck-baseline.json articles/
  factcheck baseline --output archive.json --against archive/ today/
  factcheck baseline --prune articles/

\b
Exit codes:
  0  written
  2  something could not be judged; what was found in the rest is written""",
)
@paths_argument
@click.option(
    "--against",
    multiple=True,
    type=click.Path(),
    metavar="PATH",
    help="As in check: only what involves an article at PATH... is found; repeatable.",
)
@click.option(
    "--output",
    type=named_path(),
    metavar="FILE",
    help=f"Where to write.  [default: baseline of the settings, or {DEFAULT_FILE}]",
)
@click.option("--prune", is_flag=True, help="Add nothing; drop entries of FILE that are not found any more.")
@engine_options
@ruleset_options
def command(
    paths: tuple[str, ...],
    against: tuple[str, ...],
    output: str | None,
    prune: bool,
    engine: Engine,
    rules: tuple[str, ...],
    config: str | None,
) -> int:
    """Write down known findings."""
    from factcheck.findings.baseline import known_of
    from factcheck.pipeline import audit, check
    from factcheck.report.baseline_file import baseline_text

    settings, ruleset, written = load_written(rules, config, jobs=engine.jobs)
    file = Path(output) if output else settings.baseline or Path(DEFAULT_FILE)
    before = read_known(file) if prune or file.is_file() else ()
    judge = partial(check, paths, against) if against else partial(audit, paths)
    with workers(engine, settings.jobs) as hands, progress() as tell:
        run = judge(settings, ruleset, hands.means(progress=tell, keep_corpus=0))
    tell_skipped(run.skipped)
    if not run.judged:
        click.echo(f"no article was read; {file} is left as it was", err=True)
        return 2
    left = leave_out(run, (), None, settings, written)
    for note in left.notes:
        click.echo(note, err=True)
    found = {known_of(finding) for finding in left.run.findings}
    if prune:
        still = _identities(found)
        found = {entry for entry in before if (entry.rule, entry.fingerprint) in still}
    write(baseline_text(found), str(file))
    click.echo(_told(file, before, found))
    return 2 if is_incomplete(run.skipped) else 0


def _identities(entries: set[Known] | tuple[Known, ...]) -> set[tuple[str, str]]:
    return {(entry.rule, entry.fingerprint) for entry in entries}


def _told(file: Path, before: tuple[Known, ...], after: set[Known]) -> str:
    """What was written, and how it differs from what stood there."""
    from factcheck.report.safe import for_terminal
    from factcheck.report.summary import counted

    old, new = _identities(before), _identities(after)
    change = f" ({len(new - old):,} added, {len(old - new):,} dropped)" if old else ""
    return f"{for_terminal(str(file))}: {counted(len(new), 'findings')}{change}"
