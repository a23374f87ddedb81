"""Quotations, paragraph by paragraph.

In English news a quotation that runs over several paragraphs opens each of them and closes only the
last, so a mark left open closes with its paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.patterns import regex
from factcheck.text.model import Quotation

# Single quotation marks count only where they cannot be apostrophes: after a space, before a word; and
# they close before a space or a mark. British outlets quote so.
_SINGLE = regex(r"(?<![\w'])'(?=\w)([^'\n]|'(?=\w))*?'(?!\w)")


def _double(prose: str, start: int, end: int) -> list[int]:
    marks: list[int] = []
    at = prose.find('"', start, end)
    while at >= 0:
        marks.append(at)
        at = prose.find('"', at + 1, end)
    return marks


def spans(prose: str, start: int, end: int) -> Iterator[Quotation]:
    """The quotations of one block, ``prose[start:end]``, in text order."""
    marks = _double(prose, start, end)
    for index in range(0, len(marks), 2):
        close = marks[index + 1] + 1 if index + 1 < len(marks) else end
        yield Quotation(marks[index], close)
    if not marks and prose.find("'", start, end) >= 0:
        for match in _SINGLE.finditer(prose, start, end):
            if match.end() - match.start() > 20:
                yield Quotation(*match.span())
