"""Open ends: "since 2006" reaches on, "until Friday" and "by June" reach back.

The date keeps its TIMEX3 value, and what it names by itself stands in ``point``; the interval says when
the thing told may have been, so that nobody takes "closed since 2006" for a day in 2006.
"""

from __future__ import annotations

from factcheck.document.model import Document
from factcheck.expressions.model import Timex, TimexType
from factcheck.expressions.time import readings as r
from factcheck.expressions.time.scan import Scan
from factcheck.expressions.time.sense import FUTURE, sense
from factcheck.patterns import regex
from factcheck.records import replace
from factcheck.temporal.interval import Granularity, Interval, instant

_LATER = frozenset({"since", "from"})
_OPENING = _LATER | {"until", "till", "by"}
# "since Monday's storm" dates the storm, "by the 2030-style plan" nothing.
_BELONGS = regex(r"'s?\b|-\w")
_ONWARD = regex(r",?\s(?:on(?!\s+[\w\"'])|onwards?\b)")


def opens(words: Scan, chunk: r.Chunk) -> bool:
    """Whether the word before the chunk may leave a side open: a cheap first look."""
    return chunk.first > 0 and chunk.range_to is None and words.words[chunk.first - 1].lower() in _OPENING


def with_open_end(document: Document, timex: Timex, words: Scan, chunk: r.Chunk) -> Timex:
    """The Timex with the side opened that the word before it leaves open; itself where there is none.

    "From" opens a side only where the clause tells of what will be after the article appeared, or the text
    says "onwards": "will apply from May" has no end, "a letter from May" is of May, and what "will rise by a
    third from 2019" is only measured against that year.
    """
    interval = timex.interval
    if (
        interval is None
        or timex.parts
        or timex.type not in (TimexType.DATE, TimexType.TIME)
        or _BELONGS.match(document.prose, timex.end)
    ):
        return timex
    word = words.words[chunk.first - 1].lower()
    if word in {"until", "till"} and chunk.first > 1 and words.words[chunk.first - 2].lower() == "not":
        return timex  # "not until Friday": on Friday
    if word == "from" and not _ONWARD.match(document.prose, timex.end):
        last = document.published.last
        if interval.granularity < Granularity.DAY or last is None or interval.start is None:
            return timex
        if interval.start < instant(last) or sense(words.words, chunk.first, chunk.last) != FUTURE:
            return timex
    later = word in _LATER
    return replace(
        timex,
        interval=_opened(interval, later=later),
        alternatives=tuple(_opened(other, later=later) for other in timex.alternatives),
        how=(*timex.how, f'"{word}" leaves the {"end" if later else "start"} open'),
        point=interval,
    )


def _opened(interval: Interval, *, later: bool) -> Interval:
    return replace(interval, end=None) if later else replace(interval, start=None)
