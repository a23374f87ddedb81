"""``factcheck timeline``."""

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
)
from factcheck.cli.writing import write


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
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
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
@ruleset_options
def command(
    paths: tuple[str, ...],
    least: int,
    types: tuple[str, ...],
    disputed: bool,
    format_: str,
    output: str | None,
    jobs: int | None,
    rules: tuple[str, ...],
    config: str | None,
) -> int:
    """Print the merged timeline of articles."""
    from factcheck.pipeline import Means, judge, link_articles, load_knowledge, read_articles
    from factcheck.report import timelines
    from factcheck.timeline import Status, merge

    settings, ruleset = load(rules, config, jobs=jobs)
    knowledge = load_knowledge(ruleset.event_files, ruleset.alias_files, ruleset.fact_files)
    if unknown := [name for name in types if name not in knowledge.lexicon.types]:
        from factcheck.userfile.words import did_you_mean

        raise click.UsageError(
            f"there is no event type '{unknown[0]}'{did_you_mean(unknown[0], knowledge.lexicon.types)}"
        )
    with workers(settings.jobs) as executor, progress() as tell:
        articles, skipped = read_articles(paths, settings, ruleset, Means(executor=executor, progress=tell))
    corpus = link_articles(articles, knowledge)
    run = judge(corpus, settings, ruleset, skipped)
    entries = [
        entry
        for entry in merge(corpus, run.findings)
        if len(entry.documents) >= least
        and (not types or entry.type in types)
        and (not disputed or entry.status is Status.DISPUTED)
    ]
    write(timelines.render(entries, format_, layout_for(output)), output)
    tell_skipped(run.skipped)
    if not run.skipped and not articles:
        click.echo("no article was read", err=True)
    return 2 if run.skipped or not articles else 0
