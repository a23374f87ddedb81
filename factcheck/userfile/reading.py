"""Opening files that users write, with the system's complaints in plain words."""

from __future__ import annotations

import stat
from pathlib import Path

from factcheck.errors import UserError
from factcheck.userfile.descriptors import irregular, is_descriptor, read_descriptor

MAX_BYTES = 5_000_000
"""Rules and settings are written by hand; what is larger is something else."""


def read_text(path: Path, shown: str | None = None, most: int = MAX_BYTES) -> str:
    """The text (UTF-8, byte order mark removed) of a file or an open pipe of at most ``most`` bytes.

    Raises UserError where it cannot be had.
    """
    name = shown or str(path)
    try:
        mode = path.stat().st_mode
        if is_descriptor(str(path)):
            data = read_descriptor(str(path), most + 1)
        elif not stat.S_ISREG(mode):
            raise UserError(f"cannot be read: {irregular(mode)}", path=name)
        else:
            with path.open("rb") as file:
                data = file.read(most + 1)
        if len(data) > most:
            raise UserError(f"larger than {most:,} bytes", path=name)
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror or error}", path=name) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        raise UserError("not UTF-8 text", path=name, line=line, column=column) from None
