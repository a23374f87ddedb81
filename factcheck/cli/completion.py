"""What a shell completes after the Tab key besides commands, options and files: names of rules."""

from __future__ import annotations

import click


def rule_names(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """The rules that settings and ``--rules`` name, with all that come with factcheck; none where anything is wrong."""
    from factcheck.cli.common import load

    try:
        _, ruleset = load(context.params.get("rules") or (), context.params.get("config"))
    except Exception:  # whatever is wrong, a prompt is no place to say it
        return []
    return [rule.name for rule in ruleset.rules if rule.name.startswith(begun)]
