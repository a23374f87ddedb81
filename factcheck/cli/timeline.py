"""``factcheck timeline``."""

from __future__ import annotations

import sys

import click

from factcheck.cli.common import (
    PATHS_HELP,
    layout_for,
    load,
    output_options,
    progress,
    ruleset_options,
    tell_skipped,
)
from factcheck.cli.engines import Engine, engine_options, workers
from factcheck.cli.paths import paths_argument
from factcheck.cli.writing import write
from factcheck.errors import is_incomplete


@click.command(
    "timeline",
    help=f"""Print what happened when by the accounts of all articles at PATH..., merged.

An event that several articles tell of is one line with each article's date. Lines that a finding of the audit
cites are marked as disputed, those that two articles date alike as agreed.

{PATHS_HELP}""",
    epilog="""\b
Examples:
  factcheck timeline articles/
  factcheck timeline --articles 2 articles/
  factcheck timeline --format markdown --output timeline.md articles/
  factcheck timeline --type summit --type meeting --format json articles/

\b
Exit codes:
  0  printed
  2  something could not be read; the rest was""",
)
@paths_argument
@click.option(
    "--articles",
    "least",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="Only events that at least N articles date.",
)
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Only events of this type; repeatable.")
@click.option("--disputed", is_flag=True, help="Only events on which articles disagree.")
@click.option(
    "--format", "format_", type=click.Choice(["table", "json", "markdown"]), default="table", show_default=True
)
@output_options
@engine_options
@ruleset_options
def command(
    paths: tuple[str, ...],
    least: int,
    types: tuple[str, ...],
    disputed: bool,
    format_: str,
    output: str | None,
    engine: Engine,
    rules: tuple[str, ...],
    config: str | None,
) -> int:
    """Print the merged timeline of articles."""
    from factcheck.pipeline import audit, load_knowledge
    from factcheck.report import timelines
    from factcheck.timeline import Status, merge

    settings, ruleset = load(rules, config, jobs=engine.jobs)
    knowledge = load_knowledge(ruleset.event_files, ruleset.alias_files, ruleset.fact_files)
    if unknown := [name for name in types if name not in knowledge.lexicon.types]:
        from factcheck.userfile.words import did_you_mean

        raise click.UsageError(
            f"there is no event type '{unknown[0]}'{did_you_mean(unknown[0], knowledge.lexicon.types)}"
        )
    with workers(engine, settings.jobs) as hands, progress() as tell:
        run = audit(paths, settings, ruleset, hands.means(progress=tell, keep_corpus=sys.maxsize))
    entries = [
        entry
        for entry in (merge(run.corpus, run.findings) if run.corpus is not None else ())
        if len(entry.documents) >= least
        and (not types or entry.type in types)
        and (not disputed or entry.status is Status.DISPUTED)
    ]
    write(timelines.render(entries, format_, layout_for(output)), output)
    tell_skipped(run.skipped)
    if not is_incomplete(run.skipped) and not run.documents:
        click.echo("no article was read", err=True)
    return 2 if is_incomplete(run.skipped) or not run.documents else 0
