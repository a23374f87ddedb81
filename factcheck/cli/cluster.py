"""A Dask cluster as workers: reached, and looked at before it gets work, so that it gives what this machine would."""

from __future__ import annotations

import logging
import os
import platform
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import factcheck
from factcheck.errors import UserError
from factcheck.hashing import blake2b
from factcheck.records import dataclass
from factcheck.store.stamp import program_stamp

_REACH = 10  # seconds to wait for a scheduler
_JOIN = 20  # seconds to wait for its first worker
_TOLD = 5  # workers that are named when many are amiss
_RETRIES = 3  # of a task that failed, say for a folder that was away for a moment


@dataclass(frozen=True, slots=True)
class Look:
    """What a worker says of itself.

    ``seen`` is the token in the shared folder, ``left`` the file it made there, ``trouble`` why it could do neither.
    """

    python: str
    version: str
    code: str
    seen: str = ""
    left: str = ""
    trouble: str = ""


@contextmanager
def cluster(address: str, shared: str | None) -> Iterator[tuple[Executor, Path, int]]:
    """An executor on the cluster of the scheduler at ``address``, its workers' folder, and the number of their threads.

    Raises UserError where distributed is not installed, the scheduler not reached, a worker not fit, or work is lost.
    """
    try:
        import distributed
        from distributed.scheduler import KilledWorker
    except ImportError:
        raise UserError("--engine dask needs distributed: pip install 'factcheck[cluster]'") from None
    folder = Path(shared or tempfile.gettempdir())
    if not folder.is_dir():
        raise UserError("no such folder", path=str(folder))
    for name in [*logging.root.manager.loggerDict, "distributed"]:  # what fails is told by what is raised
        if name.partition(".")[0] in ("distributed", "tornado"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of other versions of its own, and of large tasks
        try:
            connect: Any = distributed.Client
            client = connect(address, timeout=_REACH, set_as_default=False, name="factcheck")
        except (OSError, ValueError, RuntimeError):
            raise UserError(f"--scheduler: {address} cannot be reached within {_REACH} seconds") from None
        try:
            _check_workers(client, address, folder)
            yield client.get_executor(pure=False, retries=_RETRIES), folder, sum(client.nthreads().values())
        except KilledWorker as error:
            raise UserError(
                f"a task was given up: each of {error.allowed_failures + 1} workers that had it was lost; "
                "their logs tell why (often too little memory)"
            ) from None
        except CancelledError:
            raise UserError(f"the connection to the scheduler at {address} was lost") from None
        finally:
            client.close(timeout=_REACH)


def _check_workers(client: Any, address: str, folder: Path) -> None:
    try:
        client.wait_for_workers(1, timeout=_JOIN)
    except TimeoutError:
        raise UserError(f"no worker has joined the scheduler at {address} within {_JOIN} seconds") from None
    with tempfile.TemporaryDirectory(prefix="factcheck-token-", dir=folder.resolve()) as place:
        token = blake2b(place.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
        Path(place, "token").write_text(token, encoding="utf-8")
        looks: Mapping[str, Any] = client.run(look, place, on_error="return")
        own = look(place)
        unfit = [
            f"worker {worker}: {said}"
            for worker, found in sorted(looks.items())
            if (said := amiss(found, own, token, Path(place), str(folder))) is not None
        ]
    if unfit:
        more = [f"and {len(unfit) - _TOLD} more workers"] if len(unfit) > _TOLD else []
        raise UserError("\n".join([*unfit[:_TOLD], *more]))


def look(place: str) -> Look:
    """Run by each worker: which code it runs, and whether it can read and write in the shared folder."""
    seen = left = trouble = ""
    try:
        seen = Path(place, "token").read_text(encoding="utf-8")
        handle, name = tempfile.mkstemp(dir=place)
        os.close(handle)
        left = Path(name).name
    except OSError as error:
        trouble = error.strerror or type(error).__name__
    return Look(platform.python_version(), factcheck.__version__, _code(), seen, left, trouble)


def amiss(found: object, own: Look, token: str, place: Path, folder: str) -> str | None:
    """Why a worker is not fit, None if it is. ``found`` is its look at ``place``, or what came in its place."""
    if not isinstance(found, Look):
        if isinstance(found, ImportError | AttributeError):
            return f"has no factcheck, or another version of it ({found})"
        return f"cannot be used: {type(found).__name__}: {found}"
    if found.version != own.version:
        return f"has factcheck {found.version}, and here is {own.version}"
    if found.python.split(".")[:2] != own.python.split(".")[:2]:
        return f"has Python {found.python}, and here is {own.python}"
    if found.code != own.code:
        return f"has factcheck {found.version} as here, but its files differ; install the same on both"
    if found.trouble or found.seen != token or not (place / found.left).is_file():
        said = f" ({found.trouble})" if found.trouble else ""
        return f"does not see the folder {folder} that it should share{said}; name one that it sees: --shared DIR"
    return None


@lru_cache(maxsize=1)
def _code() -> str:
    """A hash of the package's files, as they were when this process first ran it: one version can be worked on."""
    return program_stamp().hex()
