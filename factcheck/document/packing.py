"""What to say of compressed files that are damaged, cut short, or not compressed at all."""

from __future__ import annotations

import zlib
from pathlib import Path

ERRORS = (OSError, EOFError, zlib.error)
"""What reading a gzip file raises."""
_MAGIC = b"\x1f\x8b"


def is_gzip(path: str) -> bool:
    """Whether a file begins like gzip. Raises OSError where it cannot be read."""
    with Path(path).open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def told(path: str, error: Exception, after: str | None) -> str:
    """Why reading a gzip file ended; ``after`` names the last of it that was read, if anything was."""
    if isinstance(error, OSError) and error.errno is not None:
        return f"cannot be read: {error.strerror}"
    if not is_gzip(path):
        return "no gzip data, though its name says so"
    what = "ends in the middle of its gzip data" if isinstance(error, EOFError) else "its gzip data are damaged"
    return f"{what}; what stands after {after} is not judged" if after else f"{what}; nothing of it is judged"
