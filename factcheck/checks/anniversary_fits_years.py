"""Anniversaries and "so many years ago" must fit the years they count from.

Three shapes: "the Nth anniversary of" something whose year the article gives; "N years ago" beside the
date it means; "the N years since" an event that the articles date.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain

from factcheck.assertions.model import Article, Modality, Polarity
from factcheck.checks.model import Conflict, Evidence, option
from factcheck.checks.model import Options as BaseOptions
from factcheck.checks.sentence_words import words_in
from factcheck.checks.telling import article_name
from factcheck.checks.years.years_counted import Dated, may_count_years, times_of, years_counted
from factcheck.checks.years.years_dated import dated_years
from factcheck.checks.years.years_solved import solved_years
from factcheck.expressions.model import Timex, TimexType
from factcheck.identity.model import Corpus
from factcheck.patterns import regex
from factcheck.temporal.interval import Granularity, moment
from factcheck.text.model import Sentence

# Code points between an anniversary and the time that says when it falls, before it and after it.
_NEAR_BEFORE, _NEAR_AFTER = 150, 25
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
_TELLING = frozenset({"anniversary", "birthday", "jubilee", *_SINGLE})
_ANNIVERSARY = regex(
    r"\b(?:(?P<number>\d{1,3})(?:st|nd|rd|th)|(?P<word>" + "|".join(_WORDS) + r"))"
    r"(?:[ -][A-Za-z]+){0,2}?[ -](?:anniversary|birthday|jubilee)\b"
    r"|\b(?P<single>" + "|".join(_SINGLE) + r")\b",
    re.IGNORECASE,
)
_FOUNDED = regex(
    r"\b(?:found(?:ed|ing)|foundation|open(?:ed|ing)|establish(?:ed|ment)|set up|created|began|started|launched|built|"
    r"born|signed|signing|inaugurated|won|since|dat(?:e|es|ed|ing) (?:from|back to)|first held|formed|formation|"
    r"incorporated|chartered|first published|first performed|first staged)\b",
    re.IGNORECASE,
)
_YEAR_VALUE = regex(r"^(\d{4})(?:-|$)")


class Options(BaseOptions):
    """What a rule may set."""

    tolerance_years: float = option(
        default=0.6, gt=0, description="How far a count of whole years may be from the time that has passed."
    )


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    """Yield a conflict for each anniversary or count of years that does not fit."""
    dates = _event_dates(corpus)
    for article in corpus.articles:
        told: list[Evidence] = []
        for conflict in chain(_of_grammar(article, dates, options), dated_years(article), solved_years(article)):
            count = conflict.evidence[0]
            if not any(one.start < count.end and count.start < one.end for one in told):
                told.append(count)
                yield conflict


def _of_grammar(article: Article, dates: Dated, options: Options) -> Iterator[Conflict]:
    words = words_in(article)
    for sentence in article.text.sentences:
        told = not words[sentence.start].isdisjoint(_TELLING)
        for match in _ANNIVERSARY.finditer(article.document.prose, sentence.start, sentence.end) if told else ():
            yield from _anniversary(article, sentence, match, dates)
        if may_count_years(words[sentence.start]):
            yield from years_counted(article, sentence, dates, options)


def _event_dates(corpus: Corpus) -> Dated:
    """Dated assertions by event type, finest first: what "the sinking" can be dated by."""
    found: Dated = {}
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


def _anniversary(article: Article, sentence: Sentence, match: re.Match[str], dates: Dated) -> Iterator[Conflict]:
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
    for timex in times_of(article, sentence):
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


def _year(timex: Timex) -> int | None:
    if timex.interval is not None and timex.interval.start is not None and timex.interval.end is not None:
        first, last = moment(timex.interval.start), moment(timex.interval.end - 1)
        return first.year if first.year == last.year else None
    found = _YEAR_VALUE.match(timex.value)
    return int(found.group(1)) if found else None


def _base_year(
    article: Article, sentence: Sentence, match: re.Match[str], held: int, count: int, dates: Dated
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
    for timex in times_of(article, sentence):
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
_OF_DATED = regex(
    r"\s+of (?:the|a|an|its|his|her|their) (?:[^.;:‹›]{2,80}?,? (?:in which|when|that killed|which killed)\b"
    r"(?:(?! who | since | until | now | next )[^.;:]){2,80}? (?:on|in) |(?:[a-z]+ ){0,2})$"
)
# Where an anniversary is told as of now; elsewhere it may be one of long ago.
_OF_NOW = regex(
    r"\b(?:this (?:year|month|week|autumn|spring|summer|winter)|next (?:year|month|week)|today|tomorrow|will|marks"
    r"|celebrates|(?:is|are) (?:marking|celebrating)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_SMALL_SLIP = 2
_LARGEST_SLIP = 10  # years; more is another date than that of the event


def _dated_event(
    article: Article, sentence: Sentence, match: re.Match[str], held: int, count: int
) -> tuple[int, Evidence, str] | None:
    """The event's own date inside "anniversary of the fire in which 19 people died on 16 November 2012"."""
    for timex in times_of(article, sentence):
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


_OWN = regex(r"\b(?:its|their|the) (?:own )?$", re.IGNORECASE)
_OF_OTHER = regex(
    r"\s+of (?!(?:its|their|his|her|the) (?:own )?(?:found|birth|open|establish|creat|launch|independ"
    r"|form|sign|start|begin|first)|being )"
)
_OF = regex(r"\s+of\b")
_FOUNDING = regex(
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
    dated = [timex for timex in times_of(article, before) if _year(timex) is not None and timex.year_stated]
    cues = _FOUNDING.findall(prose, before.start, before.end)
    if len(dated) != 1 or len(cues) != 1 or dated[0].type is not TimexType.DATE:
        return None
    year = _year(dated[0])
    gap = prose[before.start : dated[0].start]
    if year is None or year >= held or not _FOUNDING.search(gap[-60:]):
        return None
    return year, Evidence(article.document.name, dated[0].start, dated[0].end), f'"{cues[0]}"'
