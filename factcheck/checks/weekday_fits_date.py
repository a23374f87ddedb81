"""A weekday stated with a date must be the weekday of that date."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.assertions.model import Article
from factcheck.checks.calendar.weekday_beside import Beside, weekdays_beside
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.telling import article_name
from factcheck.expressions.model import Timex
from factcheck.identity.model import Corpus
from factcheck.patterns import regex
from factcheck.temporal.interval import DAY, moment

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MEANT_SO = regex(
    r"\b(?:(?:Julian|Gregorian) (?:calendar|and|reckoning)|[Oo]ld[- ][Ss]tyle|[Nn]ew [Ss]tyle|[Cc]orrections?(?= ?:)"
    r"|(?:earlier|previous) version|misstated|misdated|(?:wrongly|incorrectly|mistakenly|erroneously) (?:\w+ )?(?:said"
    r"|stated|gave|given|dated|reported|printed|put)|(?:that )?we (?:had )?(?:wrote|written|printed|gave)|misprint)\b"
)


class Options(BaseOptions):
    """What a rule may set."""

    yearless_within_days: int = option(
        default=120,
        ge=0,
        description="A date without a year is judged only if it lies within this many days of publication: "
        "farther away its year is a guess.",
    )


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each date whose stated weekday is another day's."""
    for article in corpus.articles:
        for timex in article.expressions.times:
            day = _judged_day(article, timex, options)
            if day is None or timex.weekday is None or day.weekday() == timex.weekday:
                continue
            if not _is_meant_so(article, timex.start):
                yield _conflict(article, timex, day, timex.weekday)
        for beside in weekdays_beside(article):
            if not _is_meant_so(article, beside.start):
                yield _conflict_beside(article, beside)


def _is_meant_so(article: Article, at: int) -> bool:
    """Whether the passage counts by another calendar, or repeats a mistake in order to correct it."""
    sentences = article.text.sentences
    index = bisect_right(sentences, at, key=lambda sentence: sentence.start)
    near = sentences[max(0, index - 2) : index]
    return bool(near) and _MEANT_SO.search(article.document.prose, near[0].start, near[-1].end) is not None


def _conflict_beside(article: Article, beside: Beside) -> Conflict:
    right, wrong = _NAMES[beside.day.weekday()], _NAMES[beside.stated]
    written = beside.day.strftime("%-d %B %Y")
    words = " ".join(article.document.text[beside.start : beside.end].split())
    return Conflict(
        message=f'{article_name(article)} writes "{words}", but {written} is a {right}, not a {wrong}.',
        evidence=(
            Evidence(article.document.name, beside.start, beside.end),
            Evidence(article.document.name, beside.date_start, beside.date_end),
        ),
        key=("weekday", beside.day.isoformat(), wrong),
        explanation=(f"{written} is a {right}.",),
        suggestion=f"Write {right}, or check the date.",
        confidence=0.9 if beside.sure else 0.85,
    )


def _judged_day(article: Article, timex: Timex, options: Options) -> date | None:
    interval = timex.point or timex.interval
    if timex.weekday is None or interval is None or interval.start is None or interval.end is None:
        return None
    if interval.end - interval.start > DAY:
        return None
    day = moment(interval.start).date()
    if timex.year_stated:
        return day
    published = article.document.published.day
    if published is None or abs((day - published).days) > options.yearless_within_days:
        return None
    return day


def _conflict(article: Article, timex: Timex, day: date, stated: int) -> Conflict:
    right = _NAMES[day.weekday()]
    near = min(
        (day + timedelta(days=shift) for shift in range(-3, 4)), key=lambda d: (d.weekday() != stated, abs(d - day))
    )
    written = day.strftime("%-d %B %Y")
    explanation = [f'"{timex.text}" is read as {day.isoformat()}, which is a {right}.']
    if not timex.year_stated:
        explanation.append(f"The year is the article's own: published {article.document.published.day}.")
    return Conflict(
        message=f'{article_name(article)} writes "{timex.text}", but {written} is a {right}, not a {_NAMES[stated]}.',
        evidence=(Evidence(article.document.name, timex.start, timex.end),),
        key=("weekday", day.isoformat(), _NAMES[stated]),
        explanation=tuple(explanation),
        suggestion=f"Write {right} for {written}, or {near.strftime('%-d %B')} if {_NAMES[stated]} is right.",
        confidence=0.95 if timex.year_stated else 0.85,
    )
