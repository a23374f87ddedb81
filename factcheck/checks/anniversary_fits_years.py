"""Anniversaries and "so many years ago" must fit the years they count from.

Three shapes: "the Nth anniversary of" something whose year the article gives; "N years ago" beside the
date it means; "the N years since" an event that the articles date.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from pydantic import Field

from factcheck.assertions.model import Article, Assertion, Modality, Polarity
from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.telling import article_name, date_words
from factcheck.expressions.model import Timex, TimexType
from factcheck.identity.model import Corpus
from factcheck.temporal.interval import DAY, Granularity, Interval, moment
from factcheck.text.model import Sentence

# Code points between an anniversary and the time that says when it falls, before it and after it.
_NEAR_BEFORE, _NEAR_AFTER = 150, 25
_YEAR_DAYS = 365.2425
_WORDS = {
    word: number
    for number, word in enumerate(
        """zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split()
    )
}
_WORDS |= {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
           "ninetieth": 90, "hundredth": 100, "centenary": 100, "bicentenary": 200, "centennial": 100}  # fmt: skip
_SINGLE = {"centenary": 100, "bicentenary": 200, "tercentenary": 300, "sesquicentennial": 150, "bicentennial": 200}
_ANNIVERSARY = re.compile(
    r"\b(?:(?P<number>\d{1,3})(?:st|nd|rd|th)|(?P<word>" + "|".join(_WORDS) + r"))"
    r"(?:[ -][A-Za-z]+){0,2}?[ -](?:anniversary|birthday|jubilee)\b"
    r"|\b(?P<single>" + "|".join(_SINGLE) + r")\b",
    re.IGNORECASE,
)
_FOUNDED = re.compile(
    r"\b(?:found(?:ed|ing)|foundation|open(?:ed|ing)|establish(?:ed|ment)|set up|created|began|started|launched|built|"
    r"born|signed|signing|inaugurated|won|since|dat(?:e|es|ed|ing) (?:from|back to)|first held|formed|formation|"
    r"incorporated|chartered|first published|first performed|first staged)\b",
    re.IGNORECASE,
)
_YEAR_VALUE = re.compile(r"^(\d{4})(?:-|$)")


class Options(BaseOptions):
    """What a rule may set."""

    tolerance_years: float = Field(
        default=0.6, gt=0, description="How far a count of whole years may be from the time that has passed."
    )


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each anniversary or count of years that does not fit."""
    dates = _event_dates(corpus)
    for article in corpus.articles:
        for sentence in article.text.sentences:
            prose = article.document.prose
            for match in _ANNIVERSARY.finditer(prose, sentence.start, sentence.end):
                yield from _anniversary(article, sentence, match, dates)
            yield from _years_ago(article, sentence, options)
            yield from _years_ago_before(article, sentence, options)
            yield from _years_since(article, sentence, dates, options)


_Dated = dict[str, list[tuple[Article, Assertion, Interval]]]


def _event_dates(corpus: Corpus) -> _Dated:
    """Dated assertions by event type, finest first: what "the sinking" can be dated by."""
    found: _Dated = {}
    for article in corpus.articles:
        for assertion in article.assertions:
            timex = assertion.time
            if (
                timex is not None
                and timex.interval is not None
                and timex.interval.start is not None
                and timex.interval.end is not None
                and timex.interval.granularity <= Granularity.MONTH
                and assertion.modality is Modality.HAPPENED
                and assertion.polarity is Polarity.POSITIVE
            ):
                found.setdefault(assertion.event, []).append((article, assertion, timex.interval))
    return found


def _anniversary(article: Article, sentence: Sentence, match: re.Match[str], dates: _Dated) -> Iterator[Conflict]:
    if match["single"]:
        count = _SINGLE[match["single"].lower()]
    else:
        count = int(match["number"]) if match["number"] else _WORDS[match["word"].lower()]
    held = _year_held(article, sentence, match)
    if held is None:
        return
    year, stated = held
    base = _base_year(article, sentence, match, year, count, dates)
    if base is None:
        return
    origin, evidence, words = base
    difference = year - origin
    # Where the text does not say when the day falls, it may be the next one that is meant.
    if count == difference or (not stated and count in (difference, difference + 1)):
        return
    published = article.document.published.day
    if published is not None and year > published.year and count == published.year - origin:
        return  # "back to July, when ... marked": the month was read as the coming one
    if not stated and _may_be_told_of(article, match.start(), origin + count):
        return
    yield Conflict(
        message=f'{article_name(article)} speaks of "{match.group()}" in {year}, but {words} {origin} is '
        f"{difference} year{'s' if difference != 1 else ''} before.",
        evidence=(Evidence(article.document.name, match.start(), match.end()), evidence),
        key=("anniversary", str(count), str(origin), str(year)),
        explanation=(f"{year} - {origin} = {difference}, not {count}.",),
        suggestion=f"Write {difference} for {count}, or check the year {origin}.",
        confidence=0.85,
    )


def _may_be_told_of(article: Article, position: int, year: int) -> bool:
    """Whether the article looks back on ``year``, the one in which the anniversary would fall rightly.

    An anniversary late in the year before is told of early in the next.
    """
    published = article.document.published.last
    if published is not None and year == published.year - 1 and published.month <= _LOOKING_BACK:
        return True
    times = article.expressions.times
    index = bisect_left(times, position, key=lambda timex: timex.start)
    around = times[max(0, index - _AROUND) : index + _AROUND]
    return any(_year(timex) == year for timex in around if timex.type is not TimexType.DURATION)


_LOOKING_BACK = 6  # months
_AROUND = 100  # times before and after; an article has fewer, and a book tells of other things


def _year_held(article: Article, sentence: Sentence, match: re.Match[str]) -> tuple[int, bool] | None:
    """The year in which the anniversary falls, and whether the sentence says so."""
    before = None
    for timex in _times(article, sentence):
        year = _year(timex)
        if year is None or timex.type not in (TimexType.DATE, TimexType.TIME) or timex.year_stated:
            continue
        precedes = timex.start < match.start() and match.start() - timex.end <= _NEAR_BEFORE
        follows = timex.start >= match.end() and timex.start - match.end() <= _NEAR_AFTER
        if precedes or (before is None and follows):
            before = year
    if before is not None:
        return before, True
    published = article.document.published
    if published.first is not None and published.last is not None and published.first.year == published.last.year:
        return published.first.year, False
    return None


def _times(article: Article, sentence: Sentence) -> list[Timex]:
    return [timex for timex in article.expressions.times if sentence.start <= timex.start < sentence.end]


def _year(timex: Timex) -> int | None:
    if timex.interval is not None and timex.interval.start is not None and timex.interval.end is not None:
        first, last = moment(timex.interval.start), moment(timex.interval.end - 1)
        return first.year if first.year == last.year else None
    found = _YEAR_VALUE.match(timex.value)
    return int(found.group(1)) if found else None


def _base_year(
    article: Article, sentence: Sentence, match: re.Match[str], held: int, count: int, dates: _Dated
) -> tuple[int, Evidence, str] | None:
    """The year the anniversary counts from, where it stands, and words for it."""
    prose = article.document.prose
    tail = prose[match.end() : sentence.end]
    # "anniversary of the sinking": the events of that type that the article dates.
    named = re.match(r"\s+of\s+(?:the|its|his|her|their)\s+(?:\w+\s+){0,2}?(\w+)\b", tail)
    if named is not None:
        noun = named.group(1).lower()
        kinds = {a.event for a in article.assertions if a.trigger_start == match.end() + named.start(1)}
        candidates = [
            (assertion, interval)
            for kind in sorted(kinds)
            for owner, assertion, interval in dates.get(kind, [])
            if owner is article and assertion.trigger_start != match.end() + named.start(1)
        ]
        dated = [item for item in candidates if moment(item[1].start or 0).year < held]
        if dated:
            # Several events of the type: silent if one of them fits, else the latest is taken to be meant.
            fitting = [item for item in dated if held - moment(item[1].start or 0).year == count]
            assertion, interval = (fitting or sorted(dated, key=lambda item: item[1].start or 0))[-1]
            if assertion.time is not None:
                timex = assertion.time
                where = Evidence(article.document.name, timex.start, timex.end)
                return moment(interval.start or 0).year, where, f"the {noun} of"
    whole = _dated_event(article, sentence, match, held, count)
    if whole is not None:
        return whole
    # "opened it as a museum in 1911; next year it will mark": a founding in the same sentence.
    for timex in _times(article, sentence):
        year = _year(timex)
        if year is None or not timex.year_stated or year >= held or timex.type is not TimexType.DATE:
            continue
        # "The town, founded in 1900, marked the centenary of its bridge"
        if timex.end <= match.start() and _OF_OTHER.match(prose, match.end()):
            continue
        clause = prose[max(sentence.start, timex.start - 80) : timex.start]
        cues = _FOUNDED.findall(clause)
        if cues:
            return year, Evidence(article.document.name, timex.start, timex.end), f'"{cues[-1]}"'
    return _founded_before(article, sentence, match, held)


# "anniversary of the mill fire in which 19 people died on 16 November 2012", "of the 2012 fire"
_OF_DATED = re.compile(
    r"\s+of (?:the|a|an|its|his|her|their) (?:[^.;:‹›]{2,80}?,? (?:in which|when|that killed|which killed)\b"
    r"(?:(?! who | since | until | now | next )[^.;:]){2,80}? (?:on|in) |(?:[a-z]+ ){0,2})$"
)
# Where an anniversary is told as of now; elsewhere it may be one of long ago.
_OF_NOW = re.compile(
    r"\b(?:this (?:year|month|week|autumn|spring|summer|winter)|next (?:year|month|week)|today|tomorrow|will|marks"
    r"|celebrates|(?:is|are) (?:marking|celebrating)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_SMALL_SLIP = 2
_LARGEST_SLIP = 10  # years; more is another date than that of the event


def _dated_event(
    article: Article, sentence: Sentence, match: re.Match[str], held: int, count: int
) -> tuple[int, Evidence, str] | None:
    """The event's own date inside "anniversary of the fire in which 19 people died on 16 November 2012"."""
    for timex in _times(article, sentence):
        year = _year(timex)
        if timex.start < match.end() or year is None or not timex.year_stated or timex.type is not TimexType.DATE:
            continue
        tail = article.document.prose[match.end() : timex.start]
        now = _OF_NOW.search(article.document.prose, sentence.start, sentence.end) is not None
        if not now and abs(held - year - count) > _SMALL_SLIP:
            return None  # told of a time in between
        if year >= held or abs(held - year - count) > _LARGEST_SLIP or not _OF_DATED.match(tail):
            return None
        return year, Evidence(article.document.name, timex.start, timex.end), "the event of"
    return None


_OWN = re.compile(r"\b(?:its|their|the) (?:own )?$", re.IGNORECASE)
_OF_OTHER = re.compile(
    r"\s+of (?!(?:its|their|his|her|the) (?:own )?(?:found|birth|open|establish|creat|launch|independ"
    r"|form|sign|start|begin|first)|being )"
)
_OF = re.compile(r"\s+of\b")
_FOUNDING = re.compile(
    r"\b(?:founded|established|set up|created|inaugurated|incorporated|formed|chartered"
    r"|dat(?:e|es|ed|ing) (?:from|back to)|first (?:held|published|performed|staged|opened)|opened its doors)\b",
    re.IGNORECASE,
)


def _founded_before(
    article: Article, sentence: Sentence, match: re.Match[str], held: int
) -> tuple[int, Evidence, str] | None:
    """A founding in the sentence before: "The club was founded in 1911. Next year it will mark its centenary"."""
    prose = article.document.prose
    if not _OWN.search(prose[max(sentence.start, match.start() - 12) : match.start()]) or _OF.match(prose, match.end()):
        return None
    if not _OF_NOW.search(prose, sentence.start, sentence.end):
        return None
    index = bisect_left(article.text.sentences, sentence.start, key=lambda one: one.start)
    if index == 0 or article.text.sentences[index - 1].block != sentence.block:
        return None
    before = article.text.sentences[index - 1]
    dated = [timex for timex in _times(article, before) if _year(timex) is not None and timex.year_stated]
    cues = _FOUNDING.findall(prose, before.start, before.end)
    if len(dated) != 1 or len(cues) != 1 or dated[0].type is not TimexType.DATE:
        return None
    year = _year(dated[0])
    gap = prose[before.start : dated[0].start]
    if year is None or year >= held or not _FOUNDING.search(gap[-60:]):
        return None
    return year, Evidence(article.document.name, dated[0].start, dated[0].end), f'"{cues[0]}"'


_THAT_WAS = re.compile(r"(?:That|This|It) (?:was|is)(?: now| only| just| all of)? $")


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
    dates = [timex for timex in _times(article, before) if timex.type in (TimexType.DATE, TimexType.TIME)]
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
_AGO = re.compile(_YEARS + r" ago\b", re.IGNORECASE)
_SINCE = re.compile(_YEARS + r"\s+since\s+(?:the|his|her|its|their)\s+(?:\w+\s+)?(?P<event>\w+)", re.IGNORECASE)
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
        for timex in _times(article, sentence):
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


def _years_since(article: Article, sentence: Sentence, dates: _Dated, options: Options) -> Iterator[Conflict]:
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
