"""Counts of years told beside the date they count from, or from an event that the articles date.

"In June 2021, four and a half years ago"; "the two and a half years since the theft"; "December 2007 ...; next month it
will be 17 years ago"; "signed in March 1995, turned 30 this year". A helper of ``anniversary_fits_years``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from factcheck.assertions.model import Article, Assertion
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.sentence_words import words_in
from factcheck.checks.telling import article_name, date_words
from factcheck.checks.templates import times_in as _times_in
from factcheck.expressions.model import Timex, TimexType
from factcheck.pattern_words import needs_of_any
from factcheck.patterns import regex
from factcheck.temporal.interval import DAY, Granularity, Interval, moment
from factcheck.text.model import Sentence

Dated = dict[str, list[tuple[Article, Assertion, Interval]]]
_YEAR_DAYS = 365.2425


class Options(Protocol):
    """What the check's options tell these counts."""

    @property
    def tolerance_years(self) -> float: ...


def may_count_years(words: frozenset[str]) -> bool:
    """Whether a sentence of these words can tell a count of years."""
    needs = needs_of_any((_BY_THEN, _TURNS))
    return "ago" in words or "since" in words or needs is None or needs.met_by(words)


def years_counted(article: Article, sentence: Sentence, dates: Dated, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each count of years in a sentence that does not fit its date."""
    words = words_in(article)[sentence.start]
    if "ago" in words:
        yield from _years_ago(article, sentence, options)
        yield from _years_ago_before(article, sentence, options)
    if "since" in words:
        yield from _years_since(article, sentence, dates, options)
    yield from _years_by_then(article, sentence)


def times_of(article: Article, sentence: Sentence) -> Sequence[Timex]:
    """The time expressions of a sentence."""
    return _times_in(article, sentence)


_THAT_WAS = regex(r"(?:That|This|It) (?:was|is)(?: now| only| just| all of)? $")


def _years_ago_before(article: Article, sentence: Sentence, options: Options) -> Iterator[Conflict]:
    """Such as "He came in May 1991. That was 32 years ago": a count behind the only date of the sentence before."""
    published = article.document.published.day
    prose = article.document.prose
    words = _AGO.search(prose, sentence.start, min(sentence.end, sentence.start + 70))
    if published is None or words is None or not _THAT_WAS.match(prose[sentence.start : words.start()]):
        return
    index = bisect_left(article.text.sentences, sentence.start, key=lambda one: one.start)
    if index == 0 or article.text.sentences[index - 1].block != sentence.block:
        return
    before = article.text.sentences[index - 1]
    dates = [timex for timex in times_of(article, before) if timex.type in (TimexType.DATE, TimexType.TIME)]
    if len(dates) != 1 or not dates[0].year_stated or dates[0].mod:
        return
    passed = _passed(dates[0].interval, published)
    years = _count(words)
    if passed is None or passed[0] <= 0:
        return
    tolerance = _tolerance(words.group(), years, options)
    if passed[0] - tolerance <= years <= passed[1] + tolerance:
        return
    yield _counted(article, words.group(), words.start(), words.end(), dates[0], passed, published)


_YEARS = (
    r"\b(?:(?P<over>over|more than|just over|nearly|almost|about|some|around|under|less than)\s+)?"
    r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|"
    r"fifty)(?P<half> and a half)? years?(?: and a half)?"
)
_AGO = regex(_YEARS + r" ago\b", re.IGNORECASE)
_SINCE = regex(_YEARS + r"\s+since\s+(?:the|his|her|its|their)\s+(?:\w+\s+)?(?P<event>\w+)", re.IGNORECASE)
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip


def _count(words: re.Match[str]) -> float:
    text = words["count"].lower()
    whole = float(text) if text.isdigit() else float(_COUNTS[text])
    return whole + (0.5 if "half" in words.group() else 0.0)


def _tolerance(words: str, years: float, options: Options) -> float:
    loose = re.search(r"about|some|around|nearly|almost|over|more|under|less", words, re.IGNORECASE) is not None
    return max(options.tolerance_years, 0.1 * years) + (0.4 if loose else 0.0)


def _years_ago(article: Article, sentence: Sentence, options: Options) -> Iterator[Conflict]:
    """ "in June 2021, four and a half years ago": the date and the count stand side by side."""
    published = article.document.published.day
    prose = article.document.prose
    if published is None:
        return
    for words in _AGO.finditer(prose, sentence.start, sentence.end):
        for timex in times_of(article, sentence):
            gap = prose[timex.end : words.start()] if timex.end <= words.start() else prose[words.end() : timex.start]
            if not re.fullmatch(r"\s*[,(–—-]?\s*(?:in|on)?\s*", gap) or not timex.year_stated:
                continue
            passed = _passed(timex.interval, published)
            if passed is None:
                continue
            years = _count(words)
            if any(abs(edge - years) <= _tolerance(words.group(), years, options) for edge in passed) or (
                passed[0] <= years <= passed[1]
            ):
                continue
            yield _counted(article, words.group(), words.start(), words.end(), timex, passed, published)


def _passed(interval: Interval | None, published: date) -> tuple[float, float] | None:
    """Years from the interval to the publication date, least and most."""
    if interval is None or interval.start is None or interval.end is None:
        return None
    end = (published.toordinal() - 1) * DAY
    return (end - interval.end + DAY) / DAY / _YEAR_DAYS, (end - interval.start) / DAY / _YEAR_DAYS


def _counted(
    article: Article, words: str, start: int, end: int, timex: Timex, passed: tuple[float, float], published: date,
    where: Article | None = None,
) -> Conflict:  # fmt: skip
    told = date_words(timex.interval) if timex.interval else timex.text
    middle = sum(passed) / 2
    return Conflict(
        message=f'{article_name(article)} counts "{words}", but from {told} to {published.strftime("%-d %B %Y")} '
        f"it is about {middle:.1f} years.",
        evidence=(
            Evidence(article.document.name, start, end),
            Evidence((where or article).document.name, timex.start, timex.end),
        ),
        key=("years", words.lower(), told),
        explanation=(f"{told} to {published.isoformat()}: between {passed[0]:.2f} and {passed[1]:.2f} years.",),
        suggestion=f"About {round(middle * 2) / 2:g} years fits; or check the date.",
        confidence=0.85,
    )


def _years_since(article: Article, sentence: Sentence, dates: Dated, options: Options) -> Iterator[Conflict]:
    """ "the two and a half years since the theft": the event is dated elsewhere, by one year only."""
    published = article.document.published.day
    if published is None:
        return
    prose = article.document.prose
    for words in _SINCE.finditer(prose, sentence.start, sentence.end):
        kinds = {a.event for a in article.assertions if a.trigger_start == words.start("event")}
        candidates = [item for kind in sorted(kinds) for item in dates.get(kind, [])]
        own = [item for item in candidates if item[0] is article]
        candidates = own or candidates
        if not candidates or len({moment(interval.start or 0).year for _, _, interval in candidates}) != 1:
            continue
        owner, assertion, interval = candidates[0]
        passed = _passed(interval, published)
        years = _count(words)
        if passed is None or assertion.time is None:
            continue
        if (
            passed[0] - _tolerance(words.group(), years, options)
            <= years
            <= passed[1] + _tolerance(words.group(), years, options)
        ):
            continue
        yield _counted(article, words.group(), words.start(), words.end(), assertion.time, passed, published, owner)


_NUMBER = (
    r"(?P<count>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)"
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WHEN = (
    rf"(?:(?:[Nn]ext|[Tt]his|[Ll]ast) (?:month|week|year)|[Tt]oday|[Tt]omorrow"
    rf"|(?:[Ii]n|[Tt]his|[Nn]ext|[Oo]n) (?:\d{{1,2}} )?{_MONTH}|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
# "next month it will be 15 years ago", "it is 20 years this month since"
_BY_THEN = regex(
    rf"\b(?P<when>{_WHEN}),? (?:it|that) (?:will be|is|was|will have been) (?:just |exactly )?{_NUMBER} years (?:ago"
    rf"|since)"
    rf"|\b[Ii]t (?:will be|is|was) (?:just "
    rf"|exactly )?{_NUMBER.replace('?P<count>', '?P<count2>')} years(?: ago)? (?P<when2>{_WHEN})(?: since| that\b)?"
)
_TURNS = regex(
    rf",? (?P<what>founded|opened|signed|built|launched|established|created|set up|formed|inaugurated|begun"
    rf"|started)(?: [^,.;:]{{0,40}}?)? in (?P<base>[^,.;:]{{4,20}}),"
    rf" (?:turn(?:ed|s)|is|was|will (?:be|turn)) {_NUMBER}(?: years old)? (?P<when>this year|next year|last year"
    rf"|this month|next month|last month)\b"
)


def _years_by_then(article: Article, sentence: Sentence) -> Iterator[Conflict]:
    """A count of years as of a month or year that is told with it, beside the date it counts from."""
    prose = article.document.prose
    published = article.document.published.day
    if published is None or prose.find("year", sentence.start, sentence.end) < 0:
        return
    times = times_of(article, sentence)
    for pattern in (_BY_THEN, _TURNS):
        for match in pattern.finditer(prose, sentence.start, sentence.end):
            groups = match.groupdict()
            held = _held(groups.get("when") or groups.get("when2") or "", published)
            inside = groups.get("base") is not None
            bases = [
                one
                for one in times
                if one.type in (TimexType.DATE, TimexType.TIME)
                and one.year_stated
                and not one.mod
                and (
                    match.start() <= one.start < match.end() if inside else not match.start() <= one.start < match.end()
                )
            ]
            if not bases and not inside:
                bases = _year_before(article, sentence)
            text = groups.get("count") or groups.get("count2")
            if held is None or len(bases) != 1 or text is None:
                continue
            conflict = _then(
                article, match, bases[0], held, float(text) if text.isdigit() else float(_COUNTS[text]), bool(inside)
            )
            if conflict is not None:
                yield conflict


def _year_before(article: Article, sentence: Sentence) -> list[Timex]:
    """The only date of the sentence before, where it states its year."""
    index = bisect_left(article.text.sentences, sentence.start, key=lambda one: one.start)
    before = article.text.sentences[index - 1] if index else None
    if before is None or before.block != sentence.block:
        return []
    dates = [one for one in times_of(article, before) if one.type in (TimexType.DATE, TimexType.TIME)]
    return dates if len(dates) == 1 and dates[0].year_stated and not dates[0].mod else []


def _held(words: str, published: date) -> tuple[int, int | None] | None:
    """The year and, where it is told, the month that a count of years is as of."""
    words = words.lower()
    month = published.year * 12 + published.month - 1
    if words in ("next month", "this month", "last month"):
        month += {"next": 1, "this": 0, "last": -1}[words.split()[0]]
        return month // 12, month % 12 + 1
    if words.endswith(" year"):
        return published.year + {"next": 1, "this": 0, "last": -1}[words.split()[0]], None
    named = re.search(rf"{_MONTH}", words, re.IGNORECASE)
    if named is not None:
        number = [name.lower() for name in _MONTH[3:-1].split("|")].index(named.group().lower()) + 1
        # The month named without a year is the nearest one.
        year = min(
            (published.year - 1, published.year, published.year + 1), key=lambda one: abs(one * 12 + number - 1 - month)
        )
        return year, number
    return published.year, None


def _then(
    article: Article, match: re.Match[str], base: Timex, held: tuple[int, int | None], count: float, whole: bool
) -> Conflict | None:
    interval = base.interval
    if interval is None or interval.start is None or interval.end is None:
        return None
    first, last = moment(interval.start), moment(interval.end - 1)
    year, month = held
    if first.year != last.year:
        return None
    allowed = {year - first.year}
    if not whole and (month is None or interval.granularity >= Granularity.YEAR or month != first.month):
        allowed |= {year - first.year - 1, year - first.year + 1}
    if count in allowed or year <= first.year:
        return None
    right = year - first.year
    start = match.start("count") if match.groupdict().get("count") else match.start("count2")
    name = article.document.name
    return Conflict(
        message=f'{article_name(article)} counts "{" ".join(match.group().split())}", but from {date_words(interval)} '
        f"to {year} it is {right} years.",
        evidence=(Evidence(name, start, match.end()), Evidence(name, base.start, base.end)),
        key=("years by then", f"{count:g}", date_words(interval)),
        explanation=(f"{year} - {first.year} = {right}, not {count:g}.",),
        suggestion=f"Write {right} for {count:g}, or check the date.",
        confidence=0.87,
    )
