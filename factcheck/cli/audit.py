"""``factcheck audit``."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from factcheck.cli.common import PATHS_HELP, ruleset_options
from factcheck.cli.judging import judge_and_tell, judging_options
from factcheck.cli.outputs import OUTPUTS_HELP
from factcheck.cli.paths import paths_argument


@click.command(
    "audit",
    help=f"Report what the articles at PATH... say that cannot all be true.\n\n{PATHS_HELP}",
    epilog=f"""{OUTPUTS_HELP}

\b
Examples:
  factcheck audit articles/
  factcheck audit --severity warning --steps monday.html tuesday.html
  factcheck audit --output comment.md articles/
  factcheck audit --format table --output sarif:articles.sarif --output junit:junit.xml articles/
  factcheck audit --baseline factcheck-baseline.json articles/
  factcheck audit --changed-since main articles/
  cat article.txt | factcheck audit --format json -
  find articles -name '*.html' -print0 | factcheck audit --files-from -
  factcheck audit crawl.warc.gz --jobs 4
  factcheck audit corpus.jsonl.gz --engine dask --scheduler tcp://host:8786 --shared /mnt/share

\b
Exit codes:
  0  nothing found at or above --fail-on
  1  something found
  2  something could not be judged; the rest was""",
)
@paths_argument
@judging_options
@ruleset_options
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Report what articles say that cannot all be true."""
    from factcheck.pipeline import audit

    return judge_and_tell(partial(audit, paths), paths, **options)
