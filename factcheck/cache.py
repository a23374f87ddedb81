"""What is kept between runs of the command line so that the next one starts sooner, in the user's cache folder.

A file holds plain data (:mod:`marshal`: numbers, text, bytes, tuples, lists, dicts) behind a checksum and a stamp of
the Python and the factcheck that wrote it; only :mod:`factcheck.module_store` keeps code, as ``__pycache__`` does.
Whatever is amiss with a file (damaged, another Python's, another user's, not readable), it counts as absent, and a
folder that cannot be written to keeps nothing: the cost is time, never an error. Only the command line asks for it;
``import factcheck`` neither reads nor writes such files.

``FACTCHECK_CACHE`` names another folder; empty or ``off`` means that nothing is kept.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from typing import Any, TypeVar

from factcheck import __version__

_MOST = 64 * 1024 * 1024  # bytes; a larger file is none of ours

_folder: str | None = None

Stamp = tuple[str, str, int, int]
_Made = TypeVar("_Made")


def use_folder() -> None:
    """From here on, this process keeps things; what the command line calls before it does anything."""
    global _folder
    _folder = _users_folder()


def folder() -> str | None:
    """The user's cache folder, None where nothing is kept."""
    return _folder


def in_use() -> bool:
    """Whether this process keeps anything between runs."""
    return _folder is not None


def _users_folder() -> str | None:
    given = os.environ.get("FACTCHECK_CACHE")
    if given is not None:
        return None if given in ("", "off") else given
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "")
        if not os.path.isabs(base):  # the specification: a relative one is not to be used
            base = os.path.expanduser("~/.cache")
    return os.path.join(base, "factcheck") if os.path.isabs(base) else None


def read(name: str) -> Any:
    """What was kept under ``name`` by this version of factcheck on this Python; None if there is nothing sound."""
    body = mapped(name)
    try:
        return None if body is None else marshal.loads(body)
    except (ValueError, EOFError, TypeError):
        return None


def mapped(name: str) -> memoryview | None:
    """The bytes of what was kept: a value as :mod:`marshal` writes it, then what was kept behind it."""
    if _folder is None:
        return None
    head = _head()
    try:
        with open(os.path.join(_folder, name), "rb") as file:
            state = os.fstat(file.fileno())
            if not len(head) + 4 <= state.st_size <= _MOST or not _is_ours(state):
                return None
            # Pages of a mapped file come many at a time; but Windows replaces no file that is mapped.
            whole = file.read() if sys.platform == "win32" else mmap(file.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):
        return None
    body = memoryview(whole)[len(head) + 4 :]
    # marshal must not see damaged bytes
    if whole[: len(head)] != head or zlib.crc32(body) != int.from_bytes(whole[len(head) : len(head) + 4], "big"):
        return None
    return body


def write(name: str, value: Any, *behind: bytes | memoryview) -> None:
    """Keeps plain data under ``name``, whole or not at all; where that cannot be, nothing happens.

    The bytes ``behind`` it are for who reads them with :func:`mapped`.
    """
    if _folder is None:
        return
    path = os.path.join(_folder, name)
    other = f"{path}.{os.getpid()}.new"
    with suppress(OSError, ValueError):
        body = b"".join((marshal.dumps(value), *behind))
        os.makedirs(_folder, mode=0o700, exist_ok=True)
        try:
            with open(os.open(other, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(b"".join((_head(), zlib.crc32(body).to_bytes(4, "big"), body)))
            os.replace(other, path)
        except OSError:
            with suppress(OSError):
                os.unlink(other)
            raise


def read_for(name: str, made_of: list[Stamp] | None) -> Any:
    """What was kept under ``name``, if it was made of files that are still as :func:`stamps` found them."""
    if made_of is None:
        return None
    kept = read(name)
    return kept[1] if isinstance(kept, tuple) and kept[0] == made_of else None


def write_for(name: str, made_of: list[Stamp] | None, value: Any) -> None:
    """Keeps what was made of files; ``made_of`` are their stamps from before they were read."""
    if made_of is not None:
        write(name, (made_of, value))


def kept(name: str, made_of: Iterable[str | os.PathLike[str]], make: Callable[[], _Made]) -> _Made:
    """What ``make`` makes, plain data, kept until one of the files that it is made of changes, code among them."""
    found = stamps(made_of)
    value: _Made | None = read_for(name, found)
    if value is None:
        value = make()
        write_for(name, found, value)
    return value


def in_package(path: str) -> str:
    """A file of factcheck itself, such as "cache.py": what the outcome of reading other files depends on, too."""
    return os.path.join(os.path.dirname(__file__), *path.split("/"))


def stamps(paths: Iterable[str | os.PathLike[str]]) -> list[Stamp] | None:
    """Path as given and from the root, size and time of change (ns) of files, to tell whether they are as they were.

    None if one is no regular file, and where nothing is kept.
    """
    if _folder is None:
        return None
    found = []
    for path in paths:
        try:
            state = os.stat(path)
        except OSError:
            return None
        if not stat.S_ISREG(state.st_mode):
            return None
        name = os.fspath(path)
        found.append((name, name if os.path.isabs(name) else os.path.abspath(name), state.st_size, state.st_mtime_ns))
    return found


def _head() -> bytes:
    return f"factcheck {__version__} {sys.version} {sys.byteorder}\n".encode()


def _is_ours(state: os.stat_result) -> bool:
    """Whether no other user could have written the file."""
    return not hasattr(os, "getuid") or (state.st_uid == os.getuid() and not state.st_mode & 0o022)
