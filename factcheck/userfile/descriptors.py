"""Paths that lead to no regular file: the open pipes of a shell's ``<(command)``, and what is never read."""

from __future__ import annotations

import re
import stat
from io import FileIO

from factcheck.patterns import regex

_DESCRIPTOR = regex(r"(?:/dev/fd|/proc/self/fd)/(\d{1,9})|/dev/std(?P<input>in)", re.ASCII)


def is_descriptor(path: str) -> bool:
    """Whether the path names a file that is open already; other pipes may wait for ever for a writer."""
    return _DESCRIPTOR.fullmatch(path) is not None


def read_descriptor(path: str, most: int) -> bytes:
    """Up to ``most`` bytes of the open file that the path names, which stays open. Raises OSError."""
    match = _DESCRIPTOR.fullmatch(path)
    if match is None:
        raise ValueError(f"not the path of a descriptor: {path}")
    pieces: list[bytes] = []
    # The descriptor itself, for to open its path once more can wait for a writer who is gone.
    with FileIO(0 if match["input"] else int(match[1]), closefd=False) as file:
        while most > 0 and (piece := file.read(min(most, 1 << 20))):
            pieces.append(piece)
            most -= len(piece)
    return b"".join(pieces)


def irregular(mode: int) -> str:
    """What a path leads to that is no regular file, from its ``st_mode``, as a reason not to read it."""
    if stat.S_ISDIR(mode):
        return "a folder, not a file"
    if stat.S_ISFIFO(mode):
        return "a named pipe, not a file; for what a command prints write <(command)"
    return "a device or socket, not a file"
