"""Counts of years with the date that they are counted from right behind them.

"Two years ago today, on 20 May 2024, ..."; "look back on 32 years of friendship, begun in April 1993". A helper of
``anniversary_fits_years``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from factcheck.assertions.model import Article
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.sentence_words import words_in
from factcheck.checks.telling import article_name
from factcheck.checks.timelines.points_told import NUMBER, Point, number_of, points_in
from factcheck.patterns import regex
from factcheck.temporal.interval import Granularity, moment
from factcheck.text.model import Sentence

_AGO_TODAY = regex(
    rf"\b(?P<number>{NUMBER}) years? ago (?P<when>today|yesterday|tomorrow|this (?:week|weekend|month|morning"
    r"|afternoon|evening|summer|winter|spring|autumn)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? (?:on |in )?",
    re.IGNORECASE,
)
_BEGUN = (
    r"(?:begun|started|opened|established|founded|launched|entered into|contracted|concluded|forged|formed|sealed"
    r"|set up|taken up|agreed|inaugurated|dating from|dating back to|which (?:began|started|dates? (?:from|back to)"
    r"|goes back to|were (?:established|taken up|opened)|was (?:established|founded|set up|begun|started|launched)))"
)
_YEARS_OF = regex(
    rf"\b(?P<number>{NUMBER}|half a century|a quarter of a century|a century|a quarter-century)"
    rf"(?:(?<=century)|(?<=centuries)| years) of [^,.;:()\d]{{3,40}}, {_BEGUN} (?:on |in |back in )?",
    re.IGNORECASE,
)
_SINCE_ON = regex(
    rf"\b(?:it will be|it is|it['’]s|will be|marks?) (?P<number>{NUMBER}) years (?P<when>since) "
    r"[^,.;:()\d]{3,50},? (?:on|in) ",
    re.IGNORECASE,
)
_CENTURIES = {"half a century": 50, "a quarter of a century": 25, "a century": 100, "a quarter-century": 25}
_HEDGED = regex(
    r"\b(?:over|more than|almost|nearly|about|around|some|roughly|at least|less than|under|close to|up to) $", re.I
)
_MOST_OFF = 5  # years: what is farther off may be told of another time than the article's
_MOST_OFF_TODAY = 15
_CUES = frozenset(("ago", "of", "since"))


def dated_years(article: Article) -> Iterator[Conflict]:
    """Yield a conflict for each count of years that the date behind it does not give."""
    published = article.document.published.day
    if published is None:
        return
    words = words_in(article)
    prose = article.document.prose
    for sentence in article.text.sentences:
        told = words[sentence.start]
        if not (_CUES & told) or not ("year" in told or "years" in told or "century" in told):
            continue
        patterns = [_YEARS_OF]
        patterns += [_AGO_TODAY] if "ago" in told else []
        patterns += [_SINCE_ON] if "since" in told else []
        for pattern in patterns:
            for match in pattern.finditer(prose, sentence.start, sentence.end):
                conflict = _judged(article, sentence, match, published)
                if conflict is not None:
                    yield conflict


def _judged(article: Article, sentence: Sentence, match: re.Match[str], published: date) -> Conflict | None:
    points = points_in(article, sentence)
    point = next((one for one in points if match.end() - 4 <= one.start <= match.end() + 1), None)
    if point is None or not point.year_stated or point.year >= published.year + 1:
        return None
    written = match["number"].lower()
    count = _CENTURIES.get(written) or number_of(written)
    today = "when" in match.re.groupindex
    passed = published.year - point.year
    if count != count or count % 1 or not passed:
        return None
    if today:
        if point.grain is Granularity.YEAR and match["when"] == "since":
            return None
        if not _near_the_day(point, published) or count == passed or abs(count - passed) > _MOST_OFF_TODAY:
            return None
    else:
        others = [one for one in points if one is not point and one.year_stated and one.year != published.year]
        hedged = _HEDGED.search(article.document.prose, max(sentence.start, match.start() - 12), match.start())
        slack = 3 if hedged or count % 10 == 0 else 1
        whole = passed - (_later_in_the_year(point, published) is True)
        if others or whole - slack - (hedged is None and slack < 3) < count < passed + 1.5 + (slack > 1):
            return None
        if abs(count - passed) > _MOST_OFF and abs(count - passed) not in (10, 20):
            return None
    return _conflict(article, match, point, count, passed, published)


def _near_the_day(point: Point, published: date) -> bool:
    """Whether the day of the year is about that of publication: "ago today" names it."""
    first, last = moment(point.low).date(), moment(point.high - 1).date()
    if point.grain is Granularity.YEAR:
        return True
    if point.grain is Granularity.MONTH:
        return first.month == published.month
    return abs((last.replace(year=2000) - published.replace(year=2000)).days) <= 20


def _later_in_the_year(point: Point, published: date) -> bool | None:
    if point.grain is Granularity.YEAR:
        return None
    return moment(point.low).date().replace(year=2000) > published.replace(year=2000)


def _conflict(
    article: Article, match: re.Match[str], point: Point, count: float, passed: int, published: date
) -> Conflict:
    name = article.document.name
    start = match.start("number")
    end = match.end("when") if "when" in match.re.groupindex else match.end("number")
    words = f"{passed} year{'' if passed == 1 else 's'}"
    said = " ".join(article.document.text[start:end].split())
    today = published.strftime("%-d %B %Y")
    return Conflict(
        message=f'{article_name(article)} speaks of "{said}", but from {point.text} to {today} it is {words}.',
        evidence=(Evidence(name, start, end), Evidence(name, point.start, point.end)),
        key=("years dated", f"{count:g}", str(point.year)),
        explanation=(f"{published.year} - {point.year} = {passed}, not {count:g}.",),
        suggestion=f"Write {words}, or check {point.text}.",
        confidence=0.88,
    )
