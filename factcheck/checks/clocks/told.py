"""Times of the clock as articles write them, in seconds of the day, with their day where the text states it.

"9:30 a.m.", "07:51:12", "10.40 in the evening of 8 February", "6.10 the next morning", "half past nine", "noon". A time
that may be of either half of the day keeps both readings.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set

from factcheck.assertions.model import Article
from factcheck.checks.once import once_per_article
from factcheck.checks.sentence_words import SMALL, words_in
from factcheck.expressions.model import Timex, TimexType
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.interval import DAY
from factcheck.text.model import Sentence

_HOURS = "one two three four five six seven eight nine ten eleven twelve".split()
_MINUTES = {"quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_PART = (
    r"(?P<part>,? (?:in (?:the|that) (?:early )?(?P<when>morning|afternoon|evening)|at (?P<night>night)"
    r"|(?:the )?(?:next|following|same|that) (?P<next>morning|afternoon|evening|night)))?"
)
_CLOCK = regex(
    r"(?<![\w.,:$£€+-])(?:"
    r"(?P<noon>noon|midday)|(?P<midnight>midnight)"
    r"|(?P<h>[01]?\d|2[0-4])(?P<dot>[:.])(?P<m>[0-5]\d)(?:(?::|(?<=[:.]\d\d)\.)(?P<s>[0-5]\d))?(?![\d%])"
    r"(?: ?(?P<ap>[ap]\.?m\b\.?|h\b|hrs\b))?"
    r"|(?P<h2>1[0-2]|[1-9]) ?(?P<ap2>[ap]\.?m\b\.?)"
    r"|(?P<past>half|quarter|a quarter|five|ten|twenty|twenty-five)(?: minutes)? (?P<to>past|to)"
    r" (?P<h3>" + "|".join(_HOURS) + r")"
    r"|(?<=\bat )(?P<h4>" + "|".join(_HOURS) + r"|1[0-2]|[1-9])(?P<oclock> o'clock)?"
    r"(?=(?(oclock)|,? (?:in the (?:early )?(?:morning|afternoon|evening)|at night|the (?:next|following) (?:morning"
    r"|day))\b))"
    r"|(?P<h5>" + "|".join(_HOURS) + r"|1[0-2]|[1-9])(?= in the (?:early )?(?:morning|afternoon|evening)\b)"
    r")" + _PART,
    re.IGNORECASE,
)  # fmt: skip
# What every time of the clock has: figures as of a clock, a name, or words around the number of an hour.
_IN_FIGURES = regex(r"\d[:.][0-5]\d|\d ?[ap]\.?m", re.IGNORECASE)
_NAMED = frozenset({"noon", "midday", "midnight"})
_PARTS = frozenset({"morning", "afternoon", "evening", "night", "clock"})
_NEXT = frozenset({"next", "following"})
_NUMBERS = frozenset({SMALL, *_HOURS})
_BEFORE_HOUR = frozenset({"half", "quarter", "five", "ten", "twenty"})
# A bare "10.40" is a time behind these only.
_BEFORE = regex(
    r"\b(?:at|from|until|till|by|between|since|around|about|after|before|to|and|past)(?: (?:about|around|exactly"
    r"|just|only))? $"
)
_NO_TIME = regex(
    r" ?(?:%|per cent|percent|million|billion|trillion|points?|metres?|kilomet|miles?|km|kg|tonnes?|euros?|dollars?"
    r"|pounds?|cents|goals?|times)"
)
_DAY_WORDS = regex(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|\d{4}-\d\d-\d\d|yesterday|today)\b"
)
_THEN_DAY = regex(
    r" (?:on )?(?:the )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?,?)?"
    r"(?: ?(?:on )?(?:\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b)"
    r"(?:,? \d{4}\b)?)?(?<=[\w])(?![\w])"
)
_ON_DAY = regex(r" (?:on|of) $")
_FIGURES = regex(r"\d{1,2}[:.]\d\d")
_TWO_DIGITS = regex(r"(\d\d)[:.]\d\d(?:[:.]\d\d)?$")
_HALF_DAY = 43_200


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the clock: ``prose[start:end]`` and its seconds of the day (two where either half may be meant).

    ``day`` is a proleptic ordinal, None where the text states no day with it. ``exact`` tells that seconds are stated;
    ``following`` that it is of the day after the time before it.
    """

    start: int
    end: int
    text: str
    seconds: tuple[int, ...]
    day: int | None
    exact: bool
    following: bool


def find_clocks(article: Article, sentence: Sentence) -> Sequence[Clock]:
    """The times of the clock in a sentence, in text order."""
    return clocks_by_sentence(article).get(sentence.start, ())


@once_per_article
def clocks_by_sentence(article: Article) -> Mapping[int, Sequence[Clock]]:
    """The times of the clock of the sentences that have any, by where the sentence begins."""
    words, prose = words_in(article), article.document.prose
    return {
        sentence.start: clocks
        for sentence in article.text.sentences
        if _may_tell(words[sentence.start], prose, sentence) and (clocks := _read(article, sentence))
    }


def _read(article: Article, sentence: Sentence) -> Sequence[Clock]:
    prose = article.document.prose
    found: list[Clock] = []
    for match in _CLOCK.finditer(prose, sentence.start, sentence.end):
        timex = _timex(article, match.start(), match.end())
        clocked = timex is not None and timex.type is TimexType.TIME and timex.clock_stated
        if match["h"] and match["dot"] == "." and not match["ap"] and not clocked and not match["part"]:
            if not _BEFORE.search(prose[max(sentence.start, match.start() - 20) : match.start()]):
                continue
            if _NO_TIME.match(prose, match.end()):
                continue
        if match["h"] and not match["ap"] and not clocked and _NO_TIME.match(prose, match.end()):
            continue
        seconds = _seconds(match)
        if seconds is None:
            continue
        end = match.end()
        while end > match.start() and prose[end - 1] in " ,":
            end -= 1
        told_day = _THEN_DAY.match(prose, end, sentence.end)
        if told_day is not None:
            end = told_day.end()
            seconds = _of_part(seconds, told_day.group())
        next_day = (
            re.search(r"\b(?:next|following)\b", match["part"] or "") is not None
            or re.match(r",? (?:the|on the) (?:next|following) (?:day|morning)", prose[end : end + 30]) is not None
        )
        found.append(
            Clock(match.start(), end, prose[match.start() : end], seconds, _day(article, prose, match.start(), end),
                  bool(match["s"]), next_day)
        )  # fmt: skip
    return _halves(found)


def _may_tell(words: Set[str], prose: str, sentence: Sentence) -> bool:
    """Whether a sentence of these words can have a time of the clock."""
    if not _NAMED.isdisjoint(words):
        return True
    if _NUMBERS.isdisjoint(words):
        return False
    if not _PARTS.isdisjoint(words) or ("day" in words and not _NEXT.isdisjoint(words)):
        return True
    if ("past" in words or "to" in words) and not _BEFORE_HOUR.isdisjoint(words):
        return True  # "ten past two"
    return SMALL in words and _IN_FIGURES.search(prose, sentence.start, sentence.end) is not None


def _seconds(match: re.Match[str]) -> tuple[int, ...] | None:
    part = (match["when"] or match["night"] or match["next"] or "").lower()
    if match["noon"]:
        return (_HALF_DAY,)
    if match["midnight"]:
        return (0,)
    half = (match["ap"] or match["ap2"] or "").lower()[:1]
    spelt = match["h3"] or match["h4"] or match["h5"]
    text = match["h"] or match["h2"] or spelt
    hour = int(text) if text.isdigit() else _HOURS.index(text.lower()) + 1
    minutes = int(match["m"] or 0)
    if match["past"]:
        words = match["past"].lower().removeprefix("a ")
        minutes = 30 if words == "half" else _MINUTES[words]
        if match["to"].lower() == "to":
            if words == "half":
                return None
            minutes = -minutes
    seconds = hour * 3600 + minutes * 60 + int(match["s"] or 0)
    if half in ("a", "p"):
        if hour > 12:
            return (seconds % 86400,)
        return (((hour % 12) + (12 if half == "p" else 0)) * 3600 + minutes * 60 + int(match["s"] or 0),)
    if hour > 12 or hour == 0 or text.startswith("0") or half == "h":
        return (seconds % 86400,)
    first = (hour % 12) * 3600 + minutes * 60 + int(match["s"] or 0)
    if part == "morning":
        return (first % 86400,)
    if part in ("afternoon", "evening"):
        return ((first + _HALF_DAY) % 86400,)
    if part == "night":
        return ((first + (_HALF_DAY if hour >= 6 and hour != 12 else 0)) % 86400,)
    return first % 86400, (first + _HALF_DAY) % 86400


def _of_part(seconds: tuple[int, ...], day: str) -> tuple[int, ...]:
    """The reading of "half past six on Wednesday evening" that the part of the day leaves."""
    part = day.rstrip(" ,").rpartition(" ")[2]
    if len(seconds) != 2 or part not in ("morning", "afternoon", "evening"):
        return seconds
    return (min(seconds),) if part == "morning" else (max(seconds),)


def _halves(found: list[Clock]) -> list[Clock]:
    """Times of a sentence that writes some of them with 24 hours are all of 24 hours."""
    if not any(_is_24(clock) for clock in found):
        return found
    return [
        Clock(c.start, c.end, c.text, (_plain(c),), c.day, c.exact, c.following) if _is_bare(c) else c for c in found
    ]


def _is_bare(clock: Clock) -> bool:
    return len(clock.seconds) == 2 and _FIGURES.match(clock.text) is not None


def _is_24(clock: Clock) -> bool:
    match = _TWO_DIGITS.match(clock.text)
    return match is not None and (int(match[1]) > 12 or match[1].startswith("0"))


def _plain(clock: Clock) -> int:
    """The reading of a bare time on a clock of 24 hours."""
    early = min(clock.seconds)
    return early + _HALF_DAY if re.match(r"12[:.]", clock.text) else early


def _timex(article: Article, start: int, end: int) -> Timex | None:
    times = article.expressions.times
    index = bisect_left(times, start, key=lambda timex: timex.end)
    while index < len(times) and times[index].end <= start:
        index += 1
    return times[index] if index < len(times) and times[index].start < end else None


def _day(article: Article, prose: str, start: int, end: int) -> int | None:
    """The day that the text states with a time: in one expression, or right behind it ("in the evening of 8 May")."""
    times = article.expressions.times
    index = max(0, bisect_left(times, start, key=lambda timex: timex.end) - 1)
    for timex in times[index : index + 4]:
        near = timex.start < end and timex.end > start
        if not near and timex.start >= end and timex.start - end <= 12:
            near = _ON_DAY.fullmatch(prose[end : timex.start]) is not None
        interval = timex.point or timex.interval
        if not near or interval is None or interval.start is None:
            continue
        # "Not until 9 a.m. on Sunday" is open at its end.
        if (interval.end is None or interval.end - interval.start <= DAY) and _DAY_WORDS.search(timex.text):
            return interval.start // DAY
    return None
