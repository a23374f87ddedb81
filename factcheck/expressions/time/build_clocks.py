"""Times of day, their zones, and parts of the day: from a match to what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.expressions.time import readings as r
from factcheck.expressions.time.lexicon import (
    FLOATING_ZONES,
    ZONE_NAMES,
    ZONES,
)
from factcheck.expressions.time.match import OFFSETS, Match, builds, direction_of
from factcheck.expressions.time.numbers import count
from factcheck.records import replace
from factcheck.temporal.interval import Granularity

G = Granularity


@builds("bare_clock")
def _bare_clock(match: Match) -> r.Chunk | None:
    """ "at 8.45": a time of day only where find.py sees that it is one."""
    hour, minute = match.words("t")[0].split(".")
    return _clock(match, int(hour), int(minute), None, None, half=1 <= int(hour) <= 12)


def _zone(words: Sequence[str]) -> tuple[int | None, str | None]:
    """The UTC offset in minutes and the floating zone that the words name; (None, None) for "local time"."""
    for index, word in enumerate(words):
        if word in ZONES:
            offset = ZONES[word]
            rest = [piece for piece in words[index + 1 :] if piece not in "()[]"]
            if len(rest) >= 2 and rest[0] in "+-" and rest[1].isdecimal():
                minutes = int(rest[1]) * 60 + (int(rest[3]) if len(rest) > 3 and rest[3].isdecimal() else 0)
                offset += minutes if rest[0] == "+" else -minutes
            return (offset, None) if abs(offset) <= 14 * 60 else (None, None)
        if word in FLOATING_ZONES:
            return None, word
        if word.lower() in ZONE_NAMES:
            return None, ZONE_NAMES[word.lower()]
    return None, None


def _clock(
    match: Match,
    hour: int,
    minute: int | None,
    second: int | None = None,
    meridiem: str | None = None,
    half: bool = False,
) -> r.Chunk | None:
    if meridiem is not None:
        if hour == 12:
            hour = 0
        if hour < 12 and meridiem[0].lower() == "p":
            hour += 12
    offset, floating = _zone(match.words("z")) if match._match.re.groupindex.get("z") else (None, None)
    if hour > 23 or (minute or 0) > 59:
        return None
    last = match.last
    if match._words[last - 1] in ")]" and not any(word in "([" for word in match.all()):
        last -= 1
    return r.Chunk(match.first, last, None, clock=r.Clock(hour, minute, second, offset, floating, half))


def _ampm(match: Match) -> str | None:
    return next((word for word in reversed(match.all()) if re.fullmatch(r"[ap]\.?\s?m\.?", word, re.IGNORECASE)), None)


@builds("clock")
def _clock_ampm(match: Match) -> r.Chunk | None:
    meridiem = _ampm(match)
    if match.has("t"):
        parts = [int(piece) for piece in match.words("t")[0].split(":")]
        return _clock(match, parts[0], parts[1], parts[2] if len(parts) > 2 else None, meridiem)
    if match.has("h"):
        return _clock(match, int(match.words("h")[0]), int(match.words("m")[0]), None, meridiem)
    if match.has("t2"):
        hour, minute = match.words("t2")[0].split(".")
        return _clock(match, int(hour), int(minute), None, meridiem)
    return _clock(match, int(match.words("h2")[0]), None, None, meridiem)


@builds("clock24")
def _clock24(match: Match) -> r.Chunk | None:
    text = match.words("t")[0]
    parts = [int(piece) for piece in text.split(":")]
    half = parts[0] <= 12 and not text.startswith("0") and not match.has("z")
    return _clock(match, parts[0], parts[1], parts[2] if len(parts) > 2 else None, None, half)


@builds("bad_clock")
def _bad_clock(match: Match) -> r.Chunk | None:
    text = match.words("t")[0]
    hour, minute = text.split(":")[:2]
    if text.count(":") == 1 and int(hour) == 24 and minute == "00":
        return _clock(match, 23, 59)  # the end of the day
    if int(hour) > 29 or int(minute) > 69 or len(hour) != 2:
        return None  # a score, a ratio, a verse
    value = f"T{hour}:{minute}"
    return match.chunk(None, impossible=r.Impossible(value, f"there is no such time of day as {hour}:{minute}"))


@builds("spaced24")
def _spaced24(match: Match) -> r.Chunk | None:
    minute = match.words("m")[0]
    if len(minute) != 2:
        return None
    return _clock(match, int(match.words("h")[0]), int(minute), None, None, not match.has("z"))


@builds("military")
def _military(match: Match) -> r.Chunk | None:
    if match.has("t4"):
        text = match.words("t4")[0]
        if len(text) != 4:
            return None
        return _clock(match, int(text[:2]), int(text[2:]))
    text = match.words("t")[0].replace(".", ":")
    hour, minute = text.split(":")[:2]
    return _clock(match, int(hour), int(minute), None, None, False)


@builds("oclock")
def _oclock(match: Match) -> r.Chunk | None:
    hour = count(match.words("h"))
    if hour is None or not 1 <= hour <= 12:
        return None
    meridiem = _ampm(match)
    return _clock(match, int(hour), 0, None, meridiem, half=meridiem is None)


@builds("past_hour")
def _past_hour(match: Match) -> r.Chunk | None:
    hour = count(match.words("h"))
    words = [word.lower() for word in match.words("m")]
    minutes: float | None = 15 if "quarter" in words else 30 if "half" in words else count(words)
    past = match.word("dir") == "past"
    if hour is None or minutes is None or not 1 <= hour <= 12 or not 0 < minutes < 60 or minutes % 5:
        return None
    if not past and ("half" in words or "quarter" not in words):
        return None  # "five to three" is a score or a vote
    if past and words[0].isdecimal():
        return None
    total = int(hour) * 60 + (int(minutes) if past else -int(minutes))
    meridiem = _ampm(match)
    return _clock(match, total // 60, total % 60, None, meridiem, half=meridiem is None)


@builds("to_noon")
def _to_noon(match: Match) -> r.Chunk | None:
    """ "ten to midnight", "a quarter past noon"."""
    words = [word.lower() for word in match.words("m")]
    minutes: float | None = 15 if "quarter" in words else 30 if "half" in words else count(words)
    if minutes is None or not 0 < minutes < 60:
        return None
    total = (0 if match.word("noon") == "midnight" else 720) + (
        int(minutes) if match.word("dir") == "past" else -int(minutes)
    )
    return _clock(match, total % 1440 // 60, total % 60)


@builds("noon")
def _noon(match: Match) -> r.Chunk | None:
    word = match.word("noon")
    if word == "midnight":
        chunk = _clock(match, 0, 0)
    else:
        chunk = _clock(match, 12, 0 if word == "noon" else None)
    if chunk is None or chunk.clock is None:
        return None
    return replace(chunk, clock=replace(chunk.clock, word=True))


@builds("part")
def _part(match: Match) -> r.Chunk | None:
    part = match.word("part")
    assert part is not None
    edge = {"early": "START", "late": "END", "mid": "MID"}.get(match.word("edge") or "")
    words = [word.lower() for word in match.words("rel")]
    what: r.What | None = None
    if words:
        direction = direction_of(words)
        if direction == "last":
            what = r.Deictic(-1)
        elif direction == "this":
            what = r.Deictic(0)
        elif direction == "next":
            what = r.Unit(G.DAY, 1, narrative=True)
        else:
            what = r.Unit(G.DAY, OFFSETS[direction], narrative=True)
    return match.chunk(what, part=part, edge=edge)


@builds("early_hours")
def _early_hours(match: Match) -> r.Chunk | None:
    if not any(word.lower() == "hours" for word in match.all()):
        return None
    return match.chunk(None, part="morning", edge="START")
