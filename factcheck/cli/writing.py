"""Writing results: to standard output, or all or nothing to a file."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from factcheck.errors import UserError


def write(text: str, output: str | None) -> None:
    """To standard output, or all or nothing to a file. Raises UserError where the file cannot be written."""
    if output is None:
        _write_out(text)
        return
    path = Path(output)
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(_encoded(text))  # a pipe or a device; a folder fails here
        else:
            _replace(path.resolve(), _encoded(text))
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror or error}", path=output) from None


def _write_out(text: str) -> None:
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(text)
        return
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.flush()
    stream.write(text.encode(encoding, "backslashreplace"))
    stream.flush()


def _encoded(text: str) -> bytes:
    # A lone surrogate, from a file name that is not UTF-8, becomes \udc80: an escape that JSON knows too.
    return text.encode("utf-8", "backslashreplace")


def _replace(path: Path, data: bytes) -> None:
    """Writes beside the file and then renames, so that no half-written report is ever there."""
    import tempfile  # takes 1 ms, for a report that goes to a file

    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        os.replace(temporary, path)  # noqa: PTH105 - atomic by name
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
