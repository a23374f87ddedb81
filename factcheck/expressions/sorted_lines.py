"""Look-ups in a sorted text file: the few of a short article search it in place, and only many read it whole."""

from __future__ import annotations

import mmap
from bisect import bisect_left
from functools import cached_property
from pathlib import Path

_FEW = 1500  # look-ups after which to have read the whole file takes less time


class SortedLines:
    """A UTF-8 file of lines in order of their code points, which is the order of their bytes, too."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._asked = 0

    def starting(self, start: str) -> str | None:
        """The first line that begins with ``start``; None if there is none."""
        self._asked += 1
        line = self._searched(start.encode("utf-8", "surrogatepass")) if self._asked <= _FEW else self._bisected(start)
        return line if line is not None and line.startswith(start) else None

    @cached_property
    def _mapped(self) -> mmap.mmap:
        with self._path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    @cached_property
    def _lines(self) -> list[str]:
        return self._path.read_bytes().decode().split("\n")

    def _bisected(self, start: str) -> str | None:
        index = bisect_left(self._lines, start)
        return self._lines[index] if index < len(self._lines) else None

    def _searched(self, start: bytes) -> str | None:
        """The first line that is not less; ``low`` and ``high`` are where lines begin, ``high`` or the end."""
        data = self._mapped
        low, high = 0, len(data)
        while low < high:
            middle = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = data.find(b"\n", middle)
            end = len(data) if end < 0 else end
            if data[middle:end] < start:
                low = min(end + 1, len(data))
            else:
                high = middle
        if low == len(data):
            return None
        end = data.find(b"\n", low)
        return data[low : len(data) if end < 0 else end].decode()
