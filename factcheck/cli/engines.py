"""Where the work is done: here, in processes of this machine (``--jobs``), or on a Dask cluster (``--engine dask``)."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.cli.common import named_path
from factcheck.cli.later import click
from factcheck.errors import UserError
from factcheck.patterns import regex
from factcheck.records import dataclass

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from factcheck.pipeline import Means

_Command = TypeVar("_Command", bound=Callable[..., Any])
ENGINES = ("local", "dask")
_ADDRESS = regex(r"(?:(?:tcp|tls|ucx|wss?)://)?(?:\[[0-9A-Fa-f:.]+\]|[\w.-]+):\d{1,5}")


@dataclass(frozen=True, slots=True)
class Engine:
    """What the options ask for; ``jobs`` is None where the settings are to say."""

    jobs: int | None = None
    name: str = "local"
    scheduler: str | None = None
    shared: str | None = None


@dataclass(frozen=True, slots=True)
class Workers:
    """Who does the work, None for the caller, and the folder that all workers see, None where that is no question.

    ``threads`` is how many tasks they can do at once.
    """

    executor: Executor | None = None
    shared: Path | None = None
    threads: int = 1

    def means(self, **more: Any) -> Means:
        """The means of a run with these workers."""
        from factcheck.pipeline import Means
        from factcheck.pipeline.engine import UNDER_WAY

        under_way = max(UNDER_WAY, 4 * self.threads)
        return Means(executor=self.executor, shared=self.shared, under_way=under_way, **more)


def engine_options(command: _Command) -> _Command:
    """``--jobs``, ``--engine``, ``--scheduler`` and ``--shared``; the command gets them as ``engine``, an Engine."""

    @wraps(command)
    def chosen(
        *arguments: Any, jobs: int | None, engine: str | None, scheduler: str | None, shared: str | None, **options: Any
    ) -> Any:
        return command(*arguments, engine=_engine(jobs, engine, scheduler, shared), **options)

    wrapped: Any = chosen
    for option in (
        click.option(
            "--shared",
            type=named_path(),
            metavar="DIR",
            help="With --engine dask: a folder that every worker sees.  [default: for temporary files]",
        ),
        click.option(
            "--scheduler", metavar="ADDRESS", help="With --engine dask: its scheduler, as in tcp://host:8786."
        ),
        click.option(
            "--engine", type=click.Choice(ENGINES), help="Work on this machine or on a Dask cluster.  [default: local]"
        ),
        click.option(
            "--jobs", type=click.IntRange(min=1), metavar="N", help="Read and judge in N processes.  [default: 1]"
        ),
    ):
        wrapped = option(wrapped)
    result: _Command = wrapped
    return result


def _engine(jobs: int | None, engine: str | None, scheduler: str | None, shared: str | None) -> Engine:
    """Raises UsageError for options that do not go together."""
    if engine == "dask":
        if not scheduler:
            raise click.UsageError("--engine dask needs the address of a scheduler: --scheduler tcp://host:8786")
        if not _ADDRESS.fullmatch(scheduler):
            raise click.UsageError(f"--scheduler: '{scheduler}' is no address such as tcp://host:8786")
        if jobs is not None:
            raise click.UsageError("--jobs goes with --engine local; a cluster has the workers that it has")
    elif scheduler is not None or shared is not None:
        option = "--scheduler" if scheduler is not None else "--shared"
        raise click.UsageError(f"{option} goes with --engine dask")
    return Engine(jobs, engine or "local", scheduler, shared)


@contextmanager
def workers(engine: Engine, jobs: int) -> Iterator[Workers]:
    """The workers of an engine; on this machine ``jobs`` processes, or none for one job: the caller then works itself.

    Raises UserError for a cluster that cannot be used, and for workers that are lost for good.
    """
    if engine.scheduler is not None:
        from factcheck.cli.cluster import cluster

        with cluster(engine.scheduler, engine.shared) as found:
            yield Workers(*found)
    elif jobs == 1:
        yield Workers()
    else:
        with _pool(jobs) as pool:
            yield Workers(pool, threads=jobs)


@contextmanager
def _pool(jobs: int) -> Iterator[Executor]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    pool = ProcessPoolExecutor(jobs, initializer=_begin, initargs=gc.get_threshold())
    try:
        yield pool
    except BrokenProcessPool:
        raise UserError("a process that read articles was killed; try fewer --jobs") from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _begin(*thresholds: int) -> None:
    """A worker looks for garbage as seldom as its parent, and leaves Ctrl-C, which reaches every process, to it."""
    import signal

    gc.set_threshold(*thresholds)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
