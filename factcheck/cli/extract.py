"""``factcheck extract``: opens any room of the house and shows what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.common import PATHS_HELP, layout_for, load, output_options, progress, ruleset_options, workers, write

if TYPE_CHECKING:
    from factcheck.assertions.model import Article
    from factcheck.pipeline import Knowledge

_STAGES = ["document", "expressions", "assertions", "events"]
_KINDS = ["time", "quantity", "place", "name"]


@click.command(
    "extract",
    help=f"Print what is read from the articles at PATH..., at one stage.\n\n{PATHS_HELP}",
    epilog="""\b
Examples:
  factcheck extract --stage document articles/
  factcheck extract --stage expressions --kind time a.txt
  factcheck extract --stage assertions --format jsonl a.html b.html
  factcheck extract --stage events --format jsonl --output events.jsonl articles/""",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--stage", type=click.Choice(_STAGES), required=True, help="Which stage to print.")
@click.option(
    "--kind", "kinds", type=click.Choice(_KINDS), multiple=True, help="Which expressions; repeatable.  [default: all]"
)
@click.option("--format", "format_", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@output_options
@ruleset_options
def command(
    paths: tuple[str, ...],
    stage: str,
    kinds: tuple[str, ...],
    format_: str,
    output: str | None,
    jobs: int | None,
    rules: tuple[str, ...],
    config: str | None,
) -> int:
    """Print what is read from articles, stage by stage."""
    from factcheck.pipeline import load_knowledge, read_articles
    from factcheck.report import listing

    if kinds and stage != "expressions":
        raise click.UsageError("--kind goes with --stage expressions")
    settings, ruleset = load(rules, config, jobs=jobs)
    knowledge = load_knowledge(ruleset.event_files, ruleset.alias_files)
    with workers(settings.jobs) as executor, progress() as tell:
        articles, skipped = read_articles(paths, settings, ruleset, executor, tell)
    articles.sort(key=lambda article: article.document.name)
    records = list(_records(articles, stage, kinds or tuple(_KINDS), knowledge))
    text = listing.jsonl(records) if format_ == "jsonl" else listing.table(records, stage, layout_for(output))
    write(text, output)
    for item in sorted(skipped, key=lambda item: (item.document, item.reason)):
        click.echo(f"{item.document}: {item.reason}", err=True)
    return 2 if skipped or not articles else 0


def _records(
    articles: list[Article], stage: str, kinds: tuple[str, ...], knowledge: Knowledge
) -> Iterator[dict[str, Any]]:
    from factcheck.pipeline import link_articles
    from factcheck.report import records

    if stage == "events":
        yield from records.event_records(link_articles(articles, knowledge))
        return
    for article in articles:
        if stage == "document":
            yield records.document_record(article.document)
        elif stage == "expressions":
            yield from records.expression_records(article, kinds)
        else:
            yield from (records.assertion_record(article, assertion) for assertion in article.assertions)
