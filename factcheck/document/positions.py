"""Lines of a text, and the map of a text that is its file."""

from __future__ import annotations

from factcheck.document.model import SourceMap
from factcheck.patterns import regex

_LINE_END = regex(r"\r\n|\r|\n")


def line_starts(text: str) -> tuple[int, ...]:
    """The offset of each line's start; a line ends at LF, CR LF or CR, as editors count them."""
    if "\r" in text:
        return (0, *(match.end() for match in _LINE_END.finditer(text)))
    starts = [0]
    while at := text.find("\n", starts[-1]) + 1:
        starts.append(at)
    return tuple(starts)


def unchanged(text: str) -> SourceMap:
    """The map of a reader's text that is the file's decoded text itself."""
    return SourceMap((0,), (0,), line_starts(text))
