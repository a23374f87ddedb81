"""Opening files that users write, with the system's complaints in plain words."""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import UserError

MAX_BYTES = 5_000_000
"""Rules and settings are written by hand; what is larger is something else."""


def read_text(path: Path, shown: str | None = None) -> str:
    """The file's text (UTF-8, byte order mark removed). Raises UserError where it cannot be had."""
    name = shown or str(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UserError(f"larger than {MAX_BYTES:,} bytes", path=name)
        data = path.read_bytes()
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror or error}", path=name) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        raise UserError("not UTF-8 text", path=name, line=line, column=column) from None
