"""The points and lengths of time that a paragraph tells, as bounds in seconds: what the solvers compare.

A point is a date or a time of the clock with the stretch it may lie in; a length is "three and a half hours",
"72-hour" or "a decade" with what it may mean given how precisely it is stated.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from factcheck.assertions.model import Article
from factcheck.checks.once import once_per_article
from factcheck.checks.sentence_words import lowered, words_in
from factcheck.checks.templates import times_by_sentence
from factcheck.expressions.model import Timex, TimexType
from factcheck.patterns import regex
from factcheck.records import dataclass
from factcheck.temporal.interval import DAY, Granularity, moment
from factcheck.text.model import Sentence

HOUR, YEAR = 3600, 365.2425 * DAY
MONTH = YEAR / 12


@dataclass(frozen=True, slots=True)
class Point:
    """A date, ``[low, high)`` in seconds since year 1; ``grain`` is DAY, MONTH or YEAR; ``named`` if in figures.

    ``said`` tells that somebody spoke then ("said on Tuesday"): the day of the telling, not of the thing.
    """

    start: int
    end: int
    text: str
    low: int
    high: int
    grain: Granularity
    named: bool
    year_stated: bool
    said: bool

    @property
    def year(self) -> int:
        """The calendar year in which it begins."""
        return moment(self.low).year


@dataclass(frozen=True, slots=True)
class Length:
    """A stated length of time. ``low`` and ``high`` bound it in seconds, ``unit`` is the unit stated last but finest.

    ``more`` tells that it is a lower bound ("more than"), ``hyphen`` that it stands before a noun ("72-hour").
    """

    start: int
    end: int
    text: str
    value: float
    low: float
    high: float
    unit: str
    more: bool
    hyphen: bool


_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {word: number for number, word in enumerate(_ONES + _TEENS, start=1)}
_NUMBERS |= {word: 10 * number for number, word in enumerate(_TENS, start=2)}
_NUMBERS |= {"a": 1, "an": 1}
SPELT = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES)}))?|{'|'.join(_TEENS)}|{'|'.join(_ONES)})"
NUMBER = rf"(?:\d{{1,4}}(?:\.\d)?|{SPELT}|an?)"
_UNITS = "second|minute|hour|day|night|week|fortnight|month|year|decade|century|centurie"
_UNIT_WORDS = frozenset(word for unit in _UNITS.split("|") for word in (unit, f"{unit}s"))
_SECONDS = {
    "second": 1, "minute": 60, "hour": HOUR, "day": DAY, "night": DAY, "week": 7 * DAY, "fortnight": 14 * DAY,
    "month": MONTH, "year": YEAR, "decade": 10 * YEAR, "century": 100 * YEAR, "centurie": 100 * YEAR,
}  # fmt: skip
# Of the lowered prose, as what stands before them is.
_LENGTH = regex(
    rf"(?<![\w.,:$£€-])(?:(?P<odd>half an?|half-an?|three[- ]quarters of an?|a quarter of an?|an? quarter[- ]century"
    rf"|quarter[- ]century)[ -]?|(?P<number>{NUMBER})(?P<plus> and a half| and a quarter"
    rf"| and three[ -]quarters|½)?[ -])"
    rf"(?P<unit>(?:(?<=century)|{_UNITS}))s?\b(?P<plus2> and (?:a half|a quarter|three[ -]quarters))?"
    rf"(?:(?:,| and|, and)? (?P<number2>{NUMBER})[ -](?P<unit2>second|minute|hour|day|week|month)s?\b"
    rf"(?! (?:later|earlier|after|before|ago)))?"
)
_HEDGE = regex(
    r"\b(nearly|almost|about|around|some|roughly|over|more than|just over|at least|well over|just under|less than"
    r"|under|up to|barely|not quite|approximately|(?:the )?best part of|close to|upwards of)[ -](?:the )?$"
)
_LONGEST_HEDGE = 24
_MORE = frozenset(("over", "more than", "just over", "at least", "well over", "upwards of"))
_LESS = frozenset(("less than", "under", "up to", "just under", "not quite", "barely"))
_SAID = regex(
    r"\b(?:said|says|told|announced|reported|wrote|added|confirmed|published|statement|spoke|speaking|interview"
    r"|press conference|report)\b[^.;:]{0,30}$"
)
_THAT_TIME = regex(r"(?:the|that|this) (?:day|month|year|time)\b", re.IGNORECASE)
_FIGURE = regex(r"\d")
_REFERENCE = regex(r"_REF|^XXXX")


def lengths_in(article: Article, sentence: Sentence) -> Sequence[Length]:
    """The stated lengths of a sentence, in text order."""
    return lengths_by_sentence(article).get(sentence.start, ())


@once_per_article
def lengths_by_sentence(article: Article) -> Mapping[int, Sequence[Length]]:
    """The stated lengths of the sentences that have any, by where the sentence begins."""
    words = words_in(article)
    return {
        sentence.start: lengths
        for sentence in article.text.sentences
        if not _UNIT_WORDS.isdisjoint(words[sentence.start]) and (lengths := _lengths(article, sentence))
    }


def _lengths(article: Article, sentence: Sentence) -> list[Length]:
    matches = _LENGTH.finditer(lowered(article), sentence.start, sentence.end)
    return [length for match in matches if (length := _length(article, sentence, match))]


def number_of(text: str) -> float:
    """A number in figures or words up to 99; NaN where it is none."""
    text = text.lower()
    try:
        return float(text)
    except ValueError:
        first, _, second = text.partition("-")
        return float(_NUMBERS[first] + _NUMBERS.get(second, 0)) if first in _NUMBERS else float("nan")


def _length(article: Article, sentence: Sentence, match: re.Match[str]) -> Length | None:
    odd, unit = match["odd"] or "", match["unit"]
    if odd:
        value = 0.75 if odd.startswith("three") else 0.25 if "quarter" in odd else 0.5
        unit = unit or "century"
    else:
        value = number_of(match["number"])
    for plus in (match["plus"], match["plus2"]):
        if plus:
            value += 0.25 if plus.endswith("a quarter") else 0.75 if "quarters" in plus else 0.5
    if value <= 0 or unit not in _SECONDS:
        return None
    size = _SECONDS[unit]
    seconds, finest = value * size, unit
    if match["number2"]:
        unit2 = match["unit2"]
        if _SECONDS[unit2] >= size:
            return None
        seconds += number_of(match["number2"]) * _SECONDS[unit2]
        finest = unit2
    start = match.start()
    hedged = _HEDGE.search(match.string, max(sentence.start, start - _LONGEST_HEDGE), start)
    hedge = hedged[1].removeprefix("the ") if hedged is not None else ""
    slack = _slack(seconds, value, finest, bool(odd))
    if hedge:
        slack = max(slack * 1.2, 0.17 * seconds, min(0.9 * _SECONDS[finest], seconds / 2))
    low, high = seconds - slack, seconds + slack
    if hedge in _LESS:
        low = seconds * 0.75 - slack
    prose = article.document.prose
    return Length(
        start, match.end(), prose[start : match.end()], value, low, high, finest, hedge in _MORE,
        prose[match.start("unit") - 1 : match.start("unit")] == "-",
    )  # fmt: skip


def _slack(seconds: float, value: float, unit: str, odd: bool) -> float:
    """How far the truth may be off what is stated without a hedge: rounding and ways of counting."""
    size = _SECONDS[unit]
    if unit in ("second", "minute"):
        return max(1.2 * size, (0.1 if value % 5 == 0 else 0.03) * seconds)
    if unit == "hour":
        return max(0.6 * HOUR if value % 1 == 0 else 0.35 * HOUR, 0.07 * seconds)
    if unit in ("day", "night"):
        return 1.01 * DAY + (0.12 if value % 10 == 0 else 0.04) * seconds
    if unit == "week":
        return 5 * DAY + 0.05 * seconds
    if unit == "fortnight":
        return 4 * DAY
    if unit == "month":
        return 0.8 * MONTH + 0.07 * seconds
    if unit == "year":
        return max(
            0.8 * YEAR if value % 1 == 0 else 0.5 * YEAR,
            (0.1 if value % 10 == 0 else 0.06 if value % 5 == 0 else 0.03) * seconds,
        )
    return 0.22 * seconds


def points_in(article: Article, sentence: Sentence) -> Sequence[Point]:
    """The dates of a sentence in text order, ranges as their two ends; days, months and years only."""
    return points_by_sentence(article).get(sentence.start, ())


@once_per_article
def points_by_sentence(article: Article) -> Mapping[int, Sequence[Point]]:
    """The dates of the sentences that have any, by where the sentence begins."""
    times = times_by_sentence(article)
    return {
        sentence.start: points
        for sentence in article.text.sentences
        if sentence.start in times and (points := _points(article, sentence, times[sentence.start]))
    }


def _points(article: Article, sentence: Sentence, times: Sequence[Timex]) -> list[Point]:
    return [
        point
        for timex in times
        if timex.type in (TimexType.DATE, TimexType.TIME)
        for part in (timex.parts or (timex,))
        if (point := _point(article, part, sentence)) is not None
    ]


def _point(article: Article, timex: Timex, sentence: Sentence) -> Point | None:
    interval = timex.point or timex.interval
    if interval is None or interval.start is None or interval.end is None or interval.approximate:
        return None
    if _REFERENCE.search(timex.value) or timex.type is TimexType.TIME or (timex.mod and timex.point is None):
        return None
    if interval.granularity not in (Granularity.DAY, Granularity.MONTH, Granularity.YEAR):
        return None
    if _THAT_TIME.match(timex.text):
        return None
    before = article.document.prose[max(sentence.start, timex.start - 60) : timex.start]
    return Point(
        timex.start, timex.end, timex.text, interval.start, interval.end, interval.granularity,
        _FIGURE.search(timex.text) is not None, timex.year_stated, _SAID.search(before) is not None,
    )  # fmt: skip


@once_per_article
def paragraphs(article: Article) -> Sequence[Sequence[Sentence]]:
    """The sentences of each paragraph; a repeated one is left out."""
    found: list[list[Sentence]] = []
    for sentence in article.text.sentences:
        if article.document.blocks[sentence.block].repeats is not None:
            continue
        if not found or found[-1][-1].block != sentence.block:
            found.append([])
        found[-1].append(sentence)
    return found
