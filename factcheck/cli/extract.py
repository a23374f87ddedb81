"""``factcheck extract``: opens any room of the house and shows what is in it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from factcheck.assertions.model import Article

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
  factcheck extract --stage events --format jsonl --output events.jsonl articles/
  factcheck extract --stage expressions --format timeml a.txt
  factcheck extract --stage expressions --format timeml --output tagged/ articles/

--format timeml writes TimeML 1.2.1 with the times as TIMEX3, for evaluation with other tools. It holds one
article; for several, --output names a folder, which gets one .tml file for each.""",
)
@paths_argument
@click.option("--stage", type=click.Choice(_STAGES), required=True, help="Which stage to print.")
@click.option(
    "--kind", "kinds", type=click.Choice(_KINDS), multiple=True, help="Which expressions; repeatable.  [default: all]"
)
@click.option(
    "--format", "format_", type=click.Choice(["table", "jsonl", "timeml"]), default="table", show_default=True
)
@output_options
@engine_options
@ruleset_options
def command(
    paths: tuple[str, ...],
    stage: str,
    kinds: tuple[str, ...],
    format_: str,
    output: str | None,
    engine: Engine,
    rules: tuple[str, ...],
    config: str | None,
) -> int:
    """Print what is read from articles, stage by stage."""
    from factcheck.pipeline import link_articles, load_knowledge, read_articles
    from factcheck.report import listing
    from factcheck.report.records import stage_records

    if kinds and stage != "expressions":
        raise click.UsageError("--kind goes with --stage expressions")
    if format_ == "timeml" and (stage != "expressions" or set(kinds) - {"time"}):
        raise click.UsageError("--format timeml goes with --stage expressions and --kind time")
    settings, ruleset = load(rules, config, jobs=engine.jobs)
    knowledge = load_knowledge(ruleset.event_files, ruleset.alias_files)
    with workers(engine, settings.jobs) as hands, progress() as tell:
        articles, skipped = read_articles(paths, settings, ruleset, hands.means(progress=tell))
    articles.sort(key=lambda article: article.document.name)
    if format_ == "timeml":
        _write_timeml(articles, output)
    else:
        corpus = link_articles(articles, knowledge) if stage == "events" else None
        records = list(stage_records(articles, stage, corpus, kinds or tuple(_KINDS)))
        shown = "times" if kinds == ("time",) else stage
        text = listing.jsonl(records) if format_ == "jsonl" else listing.table(records, shown, layout_for(output))
        write(text, output)
    tell_skipped(sorted(skipped, key=lambda item: (item.document, item.reason)))
    if not is_incomplete(skipped) and not articles:
        click.echo("no article was read", err=True)
    return 2 if is_incomplete(skipped) or not articles else 0


def _write_timeml(articles: list[Article], output: str | None) -> None:
    """One article to standard output or a file; several, or one, to a folder, a file each."""
    from factcheck.errors import UserError
    from factcheck.report import timeml

    if output is not None and (Path(output).is_dir() or output.endswith(("/", os.sep))):
        try:
            Path(output).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(f"cannot be written: {error.strerror or error}", path=output) from None
        for article, name in zip(articles, timeml.file_names([a.document.name for a in articles]), strict=True):
            write(timeml.render(article), str(Path(output) / name))
    elif len(articles) > 1:
        raise UserError(
            f"a TimeML file holds one article and there are {len(articles)}; name a folder: --output tagged/"
        )
    elif articles:
        text = timeml.render(articles[0])
        # The file says UTF-8; to a terminal that is not, references say the same in ASCII.
        write(text if layout_for(output).boxes else text.encode("ascii", "xmlcharrefreplace").decode(), output)
