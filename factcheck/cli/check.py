"""``factcheck check``."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from factcheck.cli.common import PATHS_HELP, ruleset_options
from factcheck.cli.judging import judge_and_tell, judging_options
from factcheck.cli.outputs import OUTPUTS_HELP
from factcheck.cli.paths import paths_argument


@click.command(
    "check",
    help=f"""Compare the new articles at PATH... with those published before.

Everything is read and linked as in an audit of all of them, and only what involves a new article is reported:
what it says against another, and what is wrong within it. What older articles say against each other is left out.
An older article that is the same file or the same text as a new one is not read twice. Of a store (factcheck audit
--store FILE) the articles nearest to the new ones are taken, without reading any again.

{PATHS_HELP}""",
    epilog=f"""{OUTPUTS_HELP}

\b
Examples:
  factcheck check draft.md --against published/
  factcheck check --against published/ --against archive.jsonl --severity warning today/
  factcheck check --against articles/ --format github --output sarif:new.sarif articles/tonight.txt
  factcheck check draft.md --against archive.sqlite3
  cat draft.txt | factcheck check --against published/ -

\b
Exit codes:
  0  nothing found at or above --fail-on
  1  something found
  2  something could not be judged; the rest was""",
)
@paths_argument
@click.option(
    "--against",
    multiple=True,
    required=True,
    type=click.Path(),
    metavar="PATH",
    help="A folder or file of articles to compare with, or a store; repeatable.",
)
@judging_options
@ruleset_options
def command(paths: tuple[str, ...], against: tuple[str, ...], **options: Any) -> int:
    """Compare new articles with those published before."""
    from factcheck.pipeline import check

    return judge_and_tell(partial(check, paths, against), paths, against, **options)
