"""Standard streams that the caller closed (``>&-``): opened again, so that no file takes their place."""

from __future__ import annotations

import os
import sys


def replace_closed() -> None:
    """Gives each closed standard stream the null device: errors vanish, input stays None, output refuses writes.

    A write to the output then fails with EBADF, as it would have failed on the closed stream. Without this,
    the first files that are opened would get the numbers 0 to 2 and could receive what is printed.
    """
    # Output gets a descriptor that may only be read, and the others one that takes and gives nothing.
    for number, flags in ((0, os.O_RDWR), (1, os.O_RDONLY), (2, os.O_RDWR)):
        try:
            os.fstat(number)
        except OSError:
            opened = os.open(os.devnull, flags)  # the lowest free number: this one
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
