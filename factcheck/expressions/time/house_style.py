"""Whether an article writes the day or the month first, where 5/4/2023 leaves it open."""

from __future__ import annotations

from factcheck.expressions.time import readings as r
from factcheck.patterns import regex
from factcheck.records import replace

_FIGURES = regex(r"(?<![\d/])(\d{1,2})\s?/\s?(\d{1,2})\s?/\s?\d{2,4}(?![\d/])")


def house_style(text: str) -> str:
    """ "day first", "month first" or "unknown", by the figures in the text that can be read one way only."""
    day_first = month_first = False
    for match in _FIGURES.finditer(text):
        one, two = int(match[1]), int(match[2])
        day_first |= one > 12 >= two
        month_first |= two > 12 >= one
    if day_first == month_first:
        return "unknown"
    return "day first" if day_first else "month first"


def in_house_style(chunk: r.Chunk, style: str) -> r.Chunk:
    """The chunk with the article's way of writing figures; both readings stay where that is not known."""
    what = chunk.what
    if not isinstance(what, r.Calendar) or what.other is None or style == "unknown":
        return chunk
    if style == "month first":
        return replace(chunk, what=replace(what, other=None))
    month, day = what.other
    return replace(chunk, what=replace(what, month=month, day=day, other=None))
