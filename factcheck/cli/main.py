"""The ``factcheck`` command: has the subcommand called, and turns what goes wrong into messages and exit codes."""

from __future__ import annotations

import atexit
import errno
import gc
import os
import sys
import threading
from collections.abc import Sequence

from factcheck.cli.later import click
from factcheck.errors import UserError

FINDINGS, NOT_JUDGED, INTERRUPTED = 1, 2, 130


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


def _called(arguments: Sequence[str] | None) -> object:
    """Calls the command and returns what it does; without click where that is not needed, but with the same ends."""
    words = sys.argv[1:] if arguments is None else [*arguments]
    call = None
    if words and words[0] in ("audit", "check"):
        from factcheck.cli.quick import call_of

        call = call_of(words[0], words[1:])
    if call is not None:
        try:
            return call()
        except click.UsageError:
            pass  # nothing is done yet; click tells it with the command's usage
        except (EOFError, KeyboardInterrupt) as error:
            click.echo(err=True)  # closes the line in which the terminal shows "^C"
            raise click.Abort from error
        except BrokenPipeError:
            _leave_output()
            return FINDINGS
    from factcheck.cli.group import group

    return group.main(args=arguments, prog_name="factcheck", standalone_mode=False)


def _leave_output() -> None:
    """Lets nothing more be written to standard output: the interpreter would complain when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit code; every expected failure is a message on standard error."""
    try:
        code = _called(arguments)
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
        _leave_output()  # whoever read it has seen enough
        return 0
    except OSError as error:
        said = "it is closed" if error.errno == errno.EBADF else error.strerror or str(error)
        click.echo(f"cannot write to standard output: {said}", err=True)
        _leave_output()
        return NOT_JUDGED
    except Exception:
        import traceback

        traceback.print_exc()
        click.echo("this is a fault in factcheck; please report it with the lines above", err=True)
        return NOT_JUDGED
    return code if isinstance(code, int) else 0
