"""``factcheck explain``."""

from __future__ import annotations

import click

from factcheck.cli.common import layout_for, load, ruleset_options
from factcheck.cli.completion import rule_names
from factcheck.cli.writing import write


@click.command(
    "explain",
    epilog="""\b
Examples:
  factcheck explain same-event-different-date
  factcheck explain --rules my-rules/ my-own-rule""",
)
@click.argument("rule", metavar="RULE", shell_complete=rule_names)
@ruleset_options
def command(rule: str, rules: tuple[str, ...], config: str | None) -> int:
    """Explain a rule: what it finds, why, and where it is wrong."""
    from factcheck.errors import UserError
    from factcheck.report.rule_page import terminal
    from factcheck.userfile.words import did_you_mean

    _, ruleset = load(rules, config)
    found = ruleset.rule(rule)
    if found is None:
        raise UserError(f"there is no rule '{rule}'{did_you_mean(rule, [known.name for known in ruleset.rules])}")
    write(terminal(found, layout_for(None)), None)
    return 0
