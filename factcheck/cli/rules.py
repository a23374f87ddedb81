"""``factcheck rules``: list, check and test rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.common import layout_for, load, ruleset_options
from factcheck.cli.completion import rule_names
from factcheck.cli.writing import write

if TYPE_CHECKING:
    from factcheck.ruleset.model import Rule, Ruleset


@click.group(
    "rules",
    epilog="""\b
Examples:
  factcheck rules list
  factcheck rules check my-rules/
  factcheck rules test my-rules/""",
)
def command() -> None:
    """List, check and test rules."""


@command.command(
    "list",
    epilog="""\b
Examples:
  factcheck rules list
  factcheck rules list --rules my-rules/""",
)
@ruleset_options
def list_(rules: tuple[str, ...], config: str | None) -> int:
    """List every rule with its category and severity."""
    from factcheck.report.listing import rule_table

    settings, ruleset = load(rules, config)
    write(rule_table(ruleset.rules, settings.disable, layout_for(None)), None)
    return 0


@command.command(
    "check",
    epilog="""\b
Examples:
  factcheck rules check
  factcheck rules check my-rules/""",
)
@click.argument("folders", nargs=-1, metavar="[DIR]...", type=click.Path())
@ruleset_options
def check(folders: tuple[str, ...], rules: tuple[str, ...], config: str | None) -> int:
    """Check that rules are well formed; mistakes are told with line and column.

    Without DIR: the rules that come with factcheck and those of the settings.
    """
    from factcheck.report.summary import counted

    ruleset, selected = _selected(folders, rules, config)
    more = [
        counted(sum(_is_below(path, folders) for path in paths), things)
        for paths, things in (
            (ruleset.event_files, "files of event types"),
            (ruleset.alias_files, "files of aliases"),
            (ruleset.fact_files, "files of facts"),
        )
    ]
    _report(f"well formed: {', '.join([counted(len(selected), 'rules'), *more])}")
    return 0


@command.command(
    "test",
    epilog="""\b
Examples:
  factcheck rules test
  factcheck rules test my-rules/
  factcheck rules test --rule weekday-does-not-fit-date""",
)
@click.argument("folders", nargs=-1, metavar="[DIR]...", type=click.Path())
@click.option(
    "--rule", "names", multiple=True, metavar="NAME", shell_complete=rule_names, help="Only this rule; repeatable."
)
@ruleset_options
def test(folders: tuple[str, ...], names: tuple[str, ...], rules: tuple[str, ...], config: str | None) -> int:
    """Run the examples of rules: bad ones must be found, good ones silent, known misses still missed.

    Without DIR: the rules that come with factcheck and those of the settings. Exit code 1 if an example fails.
    """
    from factcheck.errors import UserError
    from factcheck.examples import mistake_of, run_examples
    from factcheck.report.summary import counted
    from factcheck.userfile.words import did_you_mean

    ruleset, selected = _selected(folders, rules, config)
    known = [rule.name for rule in selected]
    for name in names:
        if name not in known:
            raise UserError(f"there is no rule '{name}'{did_you_mean(name, known)}")
    run = failed = 0
    for rule in selected:
        if names and rule.name not in names:
            continue
        for outcome in run_examples(rule, ruleset):
            run += 1
            if outcome.failure is not None:
                failed += 1
                click.echo(str(mistake_of(outcome)), err=True)
    tested = f"{counted(run, 'examples')} of {counted(len(set(names) or selected), 'rules')}"
    _report(f"{tested}: {run - failed} as they should be, {failed} failed")
    return 1 if failed else 0


def _selected(folders: tuple[str, ...], rules: tuple[str, ...], config: str | None) -> tuple[Ruleset, list[Rule]]:
    """All rules, and those of them that stand in ``folders`` (all, if none is named). Event files are read too."""
    from factcheck.errors import UserError, raise_all
    from factcheck.pipeline import load_knowledge

    _, ruleset = load((*rules, *folders), config)
    load_knowledge(ruleset.event_files, ruleset.alias_files, ruleset.fact_files)
    selected = [rule for rule in ruleset.rules if _is_below(Path(rule.path), folders)]
    files = [*(Path(rule.path) for rule in selected), *ruleset.event_files, *ruleset.alias_files, *ruleset.fact_files]
    raise_all(
        UserError("no rules in this folder (.yaml)", path=folder)
        for folder in folders
        if not any(_is_below(path, (folder,)) for path in files)
    )
    return ruleset, selected


def _is_below(path: Path, folders: tuple[str, ...]) -> bool:
    """Whether a file stands in one of the folders; every file does where none is named."""
    return not folders or any(path.resolve().is_relative_to(Path(folder).resolve()) for folder in folders)


def _report(line: str) -> None:
    write(line + "\n", None)
