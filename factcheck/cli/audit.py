"""``factcheck audit``."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from factcheck.cli.common import PATHS_HELP, ruleset_options
from factcheck.cli.judging import judge_and_tell, judging_options
from factcheck.cli.outputs import OUTPUTS_HELP


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

\b
Exit codes:
  0  nothing found at or above --fail-on
  1  something found
  2  something could not be judged; the rest was""",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@judging_options
@ruleset_options
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Report what articles say that cannot all be true."""
    from factcheck.pipeline import audit

    return judge_and_tell(partial(audit, paths), paths, **options)
