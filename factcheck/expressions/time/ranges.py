"""Ranges and lists: "from March to June", "between September 10 and 13", "2015-2019"."""

from __future__ import annotations

from factcheck.expressions.time import readings as r
from factcheck.expressions.time.scan import CODE, Scan
from factcheck.records import replace

_LINKS = frozenset(CODE[name] for name in ("hyphen", "to", "through", "until"))
# "Moved from Monday to Friday" tells of two dates for one thing, not of a stretch of time.
_MOVES = frozenset(
    "moved postponed delayed rescheduled changed shifted pushed brought extended deferred put adjourned switched "
    "corrected revised moving postponing delaying rescheduling".split()
)


def joined(scan: Scan, found: list[r.Chunk]) -> list[r.Chunk]:
    """The chunks of a sentence with the two ends of each range made one."""
    out: list[r.Chunk] = []
    for chunk in found:
        if chunk.listed and chunk.first > 0 and scan.codes[chunk.first - 1] == CODE["between"]:
            chunk = replace(chunk, listed=False)
        if out and _opening_hours(scan, out[-1], chunk):
            out[-1] = replace(out[-1], last=chunk.last, what=r.Length("XXXX-WXX", set=True))
        elif out and _is_range(scan, out[-1], chunk):
            out[-1] = replace(out[-1], last=chunk.last, range_to=replace(chunk, range_to=out[-1]))
        else:
            out.append(chunk)
    return out


def _opening_hours(scan: Scan, a: r.Chunk, b: r.Chunk) -> bool:
    """ "Open Tuesday to Sunday, 10:00": every week, no certain days."""
    if (
        not (isinstance(a.what, r.Weekday) and isinstance(b.what, r.Weekday))
        or scan.codes[a.last : b.first] not in _LINKS
    ):
        return False
    return any(
        word.lower() in {"open", "opening", "hours", "daily", "usually"}
        for word in scan.words[max(0, a.first - 3) : a.first]
    )


def _is_range(scan: Scan, a: r.Chunk, b: r.Chunk) -> bool:
    if a.range_to is not None or b.range_to is not None or a.impossible or b.impossible:
        return False
    between = scan.codes[a.last : b.first]
    before = scan.codes[a.first - 1] if a.first else ""
    if before == CODE["the"] and a.first > 1:
        before = scan.codes[a.first - 2]
    if between == CODE["and"]:
        if before != CODE["between"]:
            return False
    elif between not in _LINKS or (
        between == CODE["hyphen"] and scan.words[a.last] == "-" and before == CODE["hyphen"]
    ):
        return False
    if not _alike(a, b):
        return False
    if between == CODE["to"] and before != CODE["from"]:
        return isinstance(a.what, (r.Calendar, r.Weekday)) or a.clock is not None
    start = max(0, a.first - 7)
    return not any(word.lower() in _MOVES for word in scan.words[start : a.first])


def _alike(a: r.Chunk, b: r.Chunk) -> bool:
    """Whether both are of one kind and fineness, as the ends of a range are."""
    if (a.clock is None) != (b.clock is None) or a.part or b.part:
        return False
    if a.what is None or b.what is None:
        return a.clock is not None
    if isinstance(a.what, r.Calendar) and isinstance(b.what, r.Calendar):
        if a.what.day is not None:
            return b.what.day is not None
        if a.what.month is not None:
            return b.what.month is not None and b.what.day is None
        return b.what.month is None and (a.what.year or 0) < (b.what.year or 0)
    if isinstance(a.what, r.Weekday):
        return isinstance(b.what, r.Weekday)
    return False


def ends(chunk: r.Chunk) -> tuple[r.Chunk, r.Chunk] | None:
    """The two ends of a range or list as chunks of their own, the year handed from the one that has it."""
    high = chunk.range_to
    if high is None:
        return None
    low = high.range_to or replace(chunk, last=min(chunk.last, high.first), range_to=None)
    high = replace(high, range_to=None)
    a, b = low.what, high.what
    if a is None and low.clock is not None and b is not None:
        low = replace(low, what=b)  # "from 9 a.m. to 5 p.m. on Monday"
    elif b is None and high.clock is not None and a is not None:
        high = replace(high, what=a)
    if isinstance(a, r.Calendar) and isinstance(b, r.Calendar) and a.month and b.month:
        if a.year is None and a.relative_year is None and b.year is not None:
            earlier = (a.month, a.day or 0) > (b.month, b.day or 0)
            low = replace(low, what=replace(a, year=b.year - earlier))
        elif b.year is None and b.relative_year is None and a.year is not None:
            wraps = (b.month, b.day or 0) < (a.month, a.day or 0)
            high = replace(high, what=replace(b, year=a.year + wraps))
    return low, high
