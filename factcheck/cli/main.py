"""The ``factcheck`` command: finds the subcommand, and turns what goes wrong into messages and exit codes."""

from __future__ import annotations

import atexit
import errno
import gc
import importlib
import os
import sys
import threading
from collections.abc import Sequence

import click

from factcheck import __version__
from factcheck.errors import UserError

FINDINGS, NOT_JUDGED, INTERRUPTED = 1, 2, 130

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


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and exits; the console script."""
    from factcheck import cache, module_store, pattern_store
    from factcheck.cli.streams import replace_closed

    # What is read stays: to look for garbage after every 700 objects takes a tenth of a small audit's time, and the
    # modules alone are 50,000 objects, which take 12 ms to look through.
    gc.set_threshold(200_000, 20, 20)
    replace_closed()
    cache.use_folder()
    module_store.use()
    pattern_store.use()
    code = run(arguments)
    pattern_store.keep()
    module_store.keep()
    if arguments is None:
        _leave(code)
    sys.exit(code)


def _leave(code: int) -> None:
    """Ends the process without taking apart all that it imported, which takes another tenth.

    Returns where something may still be under way: other threads, or processes that work for this one.
    """
    if threading.active_count() > 1 or "concurrent.futures.process" in sys.modules:
        return
    try:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return  # the interpreter knows what to do about a stream that cannot be written to
    os._exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit code; every expected failure is a message on standard error."""
    try:
        code = group.main(args=arguments, prog_name="factcheck", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return NOT_JUDGED
    except UserError as error:
        click.echo(str(error), err=True)
        return NOT_JUDGED
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough; the interpreter must not complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        said = "it is closed" if error.errno == errno.EBADF else error.strerror or str(error)
        click.echo(f"cannot write to standard output: {said}", err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOT_JUDGED
    except Exception:
        import traceback

        traceback.print_exc()
        click.echo("this is a fault in factcheck; please report it with the lines above", err=True)
        return NOT_JUDGED
    return code if isinstance(code, int) else 0
