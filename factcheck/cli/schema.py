"""``factcheck schema``."""

from __future__ import annotations

import click

from factcheck.cli.common import named_path
from factcheck.cli.writing import write
from factcheck.schemas import SCHEMAS, read_schema

_LIST = "\n".join(f"  {name:<9} {what}" for name, what in SCHEMAS.items())


@click.command(
    "schema",
    epilog=f"""\b
Names:
{_LIST}

\b
Examples:
  factcheck schema report
  factcheck schema rule --output rule.schema.json

\b
An editor with the YAML language server checks and completes a rule that begins with
  # yaml-language-server: $schema=../rule.schema.json""",
)
@click.argument("name", metavar="NAME", type=click.Choice(list(SCHEMAS)))
@click.option("--output", type=named_path(), metavar="FILE", help="Write to FILE instead of standard output.")
def command(name: str, output: str | None) -> int:
    """Print the JSON Schema of a kind of file."""
    write(read_schema(name), output)
    return 0
