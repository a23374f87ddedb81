"""The subcommands, as click calls them."""

from __future__ import annotations

import importlib

import click

from factcheck import __version__

_COMMANDS = {
    "audit": "Report what the articles say that cannot all be true.",
    "baseline": "Write down what is found now, so that only what is new is told.",
    "check": "Compare new articles with those published before.",
    "explain": "Explain a rule: what it finds, why, and where it is wrong.",
    "extract": "Print what is read from articles, stage by stage.",
    "init": "Write commented settings and a sample rule.",
    "rules": "List, check and test rules.",
    "schema": "Print the JSON Schema of a kind of file.",
    "store": "Look into what is kept between runs; query it, drop what is old.",
    "timeline": "Print what happened when, by the accounts of all articles.",
}


class LazyGroup(click.Group):
    """Commands that are imported when they are called: ``--help`` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"factcheck.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in _COMMANDS:
            from factcheck.userfile.words import did_you_mean

            ctx.fail(f"there is no command '{args[0]}'{did_you_mean(args[0], _COMMANDS)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.command(
    cls=LazyGroup,
    epilog="""\b
Examples:
  factcheck audit articles/
  factcheck audit --format json --output report.json a.html b.txt
  factcheck check draft.md --against published/
  factcheck extract --stage expressions --kind time a.txt
  factcheck explain same-event-different-date

\b
Exit codes:
  0  nothing found at or above --fail-on
  1  something found
  2  something could not be judged (no input, an unreadable article, a broken rule)

\b
Completion with the Tab key, a line in the start-up file of your shell:
  bash  eval "$(_FACTCHECK_COMPLETE=bash_source factcheck)"    in ~/.bashrc
  zsh   eval "$(_FACTCHECK_COMPLETE=zsh_source factcheck)"     in ~/.zshrc
  fish  _FACTCHECK_COMPLETE=fish_source factcheck | source     in ~/.config/fish/config.fish""",
)
@click.version_option(__version__, prog_name="factcheck")
def group() -> None:
    """Find statements in news articles that cannot all be true.

    "factcheck COMMAND --help" shows a command's options with examples.
    """
