"""Which days "the 6th" may be where no month stands beside the number: of the months told around it.

A helper of ``weekday_beside``. A day number leans on the month that its passage is in, and that month is often told
as such: "in June", "last month", "between February and June". Where the passage gives several, each is possible.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from factcheck.assertions.model import Article
from factcheck.checks.templates import times_in
from factcheck.expressions.model import Timex, TimexType
from factcheck.patterns import regex
from factcheck.temporal.interval import Granularity, moment
from factcheck.text.model import Sentence

_MONTHS = tuple("january february march april may june july august september october november december".split())
_NAMED = regex(rf"\b(?:{'|'.join(name.capitalize() for name in _MONTHS)})\b")
_ROLL_OVER = 40  # days after a day told in which a day number may be: "on the 28th ... on the 3rd"
_MOST_BEFORE = 30  # sentences
_LONGEST = 12  # months: a longer time gives no month
_FAR = 120  # days from publication: farther away the year of a month is a guess


def meant_days(article: Article, group: Sequence[Sentence], start: int, number: int) -> list[date] | None:
    """The days with this number that the one at ``start`` in a paragraph may be; None where its month is open."""
    published = article.document.published.day
    if published is None:
        return None
    months: set[tuple[int, int]] = set()
    days: set[date] = set()
    before = [timex for sentence in group for timex in _dates(article, sentence) if timex.end <= start]
    after = [
        timex
        for sentence in group
        if sentence.start <= start < sentence.end
        for timex in _dates(article, sentence)
        if timex.start > start
    ]
    around = before + after
    if not before:
        around += _dates_before(article, group[0])
    for timex in around:
        told = _months(timex, published)
        if told is None:
            return None
        months.update(told)
    for timex in before[-1:]:
        last = _day(timex)
        if last is not None:
            days.update(last + timedelta(days=count) for count in range(_ROLL_OVER))
    prose = article.document.prose
    for match in _NAMED.finditer(prose, group[0].start, group[-1].end):
        month = _MONTHS.index(match[0].lower()) + 1
        if not any(timex.start <= match.start() < timex.end for timex in around):
            months.update((year, month) for year in (published.year - 1, published.year, published.year + 1))
    if not before:
        days.update(published + timedelta(days=count) for count in range(-31, 32))
    meant = {day for day in days if day.day == number}
    for year, month in months:
        try:
            meant.add(date(year, month, number))
        except ValueError:
            continue
    return sorted(meant, key=lambda day: abs((day - published).days))


def _dates(article: Article, sentence: Sentence) -> Iterator[Timex]:
    for timex in times_in(article, sentence):
        if timex.type is TimexType.DATE and "_REF" not in timex.value:
            yield from timex.parts or (timex,)


def _dates_before(article: Article, first: Sentence) -> Iterator[Timex]:
    """The dates of the two paragraphs before."""
    sentences = article.text.sentences
    stop = bisect_left(sentences, first.start, key=lambda sentence: sentence.start)
    for sentence in reversed(sentences[max(0, stop - _MOST_BEFORE) : stop]):
        if sentence.block < first.block - 2:
            return
        yield from _dates(article, sentence)


def _day(timex: Timex) -> date | None:
    interval = timex.point or timex.interval
    if interval is None or interval.start is None or interval.granularity is not Granularity.DAY:
        return None
    return moment(interval.start).date()


def _months(timex: Timex, published: date) -> Iterable[tuple[int, int]] | None:
    """The months in which a time lies; None for one that lasts longer than a year."""
    interval = timex.interval
    if interval is None or interval.start is None or interval.end is None:
        return ()
    first, last = moment(interval.start).date(), moment(interval.end - 1).date()
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    if count >= _LONGEST:
        return None
    found = [divmod(first.year * 12 + first.month - 1 + index, 12) for index in range(count)]
    years = (0,) if timex.year_stated or abs((first - published).days) <= _FAR else (-1, 0, 1)
    return [(year + shift, month + 1) for year, month in found for shift in years]
