"""Tables whose frame tabulate draws and whose lines we fill: it counts characters, terminals count columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.patterns import regex
from factcheck.report.layout import columns

_STAND_IN = "\ue000"
_UNSEEN = regex(r"\x1b\[[0-9;]*m|\x1b\]8;;[^\x1b]*\x1b\\")  # colours and links

Cell = list[str]
"""The lines of a cell, each at most as wide as its column."""


def boxed(rows: Sequence[Sequence[Cell]], headers: Sequence[str], widths: Sequence[int], style: str) -> str:
    """The table in one of tabulate's styles; columns are ``widths`` columns wide, or as their header."""
    from tabulate import tabulate

    stand_ins = [
        ["\n".join(_STAND_IN * width for _ in cell) for cell, width in zip(row, widths, strict=True)] for row in rows
    ]
    frame = tabulate(stand_ins, headers=headers, tablefmt=style, disable_numparse=True)
    lines = _in_order(rows, widths)
    return re.sub(f"{_STAND_IN}+", lambda _: next(lines), frame)


def _in_order(rows: Sequence[Sequence[Cell]], widths: Sequence[int]) -> Iterator[str]:
    """The cells' lines as they follow each other down the page, filled to their column's width."""
    for row in rows:
        for number in range(max(map(len, row), default=0)):
            for cell, width in zip(row, widths, strict=True):
                if number < len(cell):
                    line = cell[number]
                    yield line + " " * (width - columns(_UNSEEN.sub("", line)))
