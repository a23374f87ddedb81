"""Ages reached on a day that the text tells, and dates of birth.

"Turned 70 last month"; "died on 2 June at the age of 73"; "marked her 58th birthday"; "born in Kiel in 1990 and was 31
on that morning". A helper of ``ages_told``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

from factcheck.assertions.model import Article
from factcheck.checks.ages.people import KIN, NAME, Aged, Born, Persons, days_of_publication, whose
from factcheck.checks.sentence_words import words_in
from factcheck.checks.templates import times_in
from factcheck.expressions.model import Timex, TimexType
from factcheck.patterns import regex
from factcheck.temporal.interval import Granularity, moment
from factcheck.text.model import Sentence

_AGE = r"(?P<age>\d{1,3})"
_TURNS = regex(
    rf"(?P<name>{NAME})(?:, [^.;:]{{3,70}}?)?(?:,? who|,)? (?:turns|will turn|will be|is to turn) {_AGE} (?P<on>in"
    rf"|on|next|this|later)\b"
)
_TURNED = regex(
    rf"(?:(?P<name>{NAME})(?:, [^.;:]{{3,70}}?,)?|\b(?P<who>[Hh]e"
    rf"|[Ss]he)) (?:has (?:just )?)?turned {_AGE}\b(?P<on>,? ?(?:on|in|this|last|yesterday|today)?)"
)
_DIED = regex(
    rf"(?:(?P<name>{NAME})(?:, [^.;:]{{3,70}}?,| was born [^.;:]{{3,60}}? and)?|^(?P<who>He|She)) (?:has "
    rf"|was )?(?:died|retired|resigned|killed|passed away|shot dead|found dead)\b(?P<between>[^.;:]{{0,90}}?)"
    rf"(?:,? at the age of|,? aged| at) {_AGE}\b(?![:.]\d| (?:[ap]\.?m|per|o'clock)\b)"
)
_WAS = regex(
    rf"\b(?P<who>he|she|who|and|who was|NAME)? ?\b(?:was|were) (?:only |just )?{_AGE} on that (?:day|morning|night"
    rf"|evening|afternoon)\b"
)
_BIRTHDAY = regex(rf"\b(?P<whose>his|her|{NAME}'s?) (?P<age>\d{{1,3}})(?:st|nd|rd|th) birthday\b")
_TURNING = frozenset("turns turn turned be".split())
_ENDING = frozenset("died retired resigned killed passed shot found".split())
DATING = _TURNING | _ENDING | {"birthday"}
"""One of these stands in every sentence that dates an age."""
_MARKED = regex(r"\b(?:marked|celebrated|spent|had|kept|observed|feted)\b[^.;:]{0,40}$")
_AHEAD = regex(r"\b(?:will|would|before|until|to mark|to celebrate|plans?|ahead of|due|next)\b")
_BORN = regex(r"(?:\b[Bb]orn\b|\(b\.? )")
_BORN_AT = regex(
    rf"(?:(?P<name>{NAME})(?:,? \(?(?:aged )?\d{{1,3}}(?:,|\)))?(?:,? ?\(|, |,? who (?:was|is) |,? (?:was"
    rf"|is) )(?:who was |was )?|^(?P<who>He|She) (?:was|is) )(?:born\b|b\.|b\b)(?P<between>[^.;:()]{{0,60}}?)$"
)
_BORN_FIRST = regex(
    rf"Born (?:in [A-Z]\w+ )?(?:on|in) (?P<day>[\w ,]{{4,20}}?), (?P<name>{NAME})(?= (?:is|was|has|had|[a-z]+ed)\b)"
)


def ages_dated(article: Article, sentence: Sentence, same: Sentence | None, persons: Persons) -> Iterator[Aged]:
    """Ages reached on a day that the text gives: at death, at a birthday."""
    text = article.document.prose[sentence.start : sentence.end]
    published = days_of_publication(article)
    if published is None:
        return
    words = words_in(article)[sentence.start]
    times = times_in(article, sentence)
    turns = () if words.isdisjoint(_TURNING) else chain(_TURNED.finditer(text), _TURNS.finditer(text))
    for match in turns:
        person = whose(article, sentence, same, None, persons, match)
        when = next((one for one in times if 0 <= one.start - sentence.start - match.end("age") <= 6), None)
        if person is None or when is None or when.interval is None or when.type is not TimexType.DATE:
            continue
        days = _days(when)
        past = match.re.pattern == _TURNED.pattern
        if days is not None and not past and days[1] < published[0] and not when.year_stated:
            days = (_next_year(days[0]), _next_year(days[1]))
        if days is None or KIN.search(match.group()):
            continue
        if days[0] <= published[1] if past else days[1] >= published[0]:
            # Whatever the day, at the end of the time told the age is reached.
            yield _occasion(article, sentence, match, person, (days[1], days[1]), f"in {when.text}")
    for match in () if words.isdisjoint(_ENDING) else _DIED.finditer(text):
        person = whose(article, sentence, same, None, persons, match)
        inside = [
            one
            for one in times
            if one.type in (TimexType.DATE, TimexType.TIME)
            and match.start("between") <= one.start - sentence.start < match.end() + 25
        ]
        if person is None or len(inside) != 1 or KIN.search(match.group()):
            continue
        days = _days(inside[0])
        if days is not None:
            yield _occasion(article, sentence, match, person, days, f"at the time of {inside[0].text}")
    for match in _BIRTHDAY.finditer(text) if "birthday" in words else ():
        owner = match["whose"]
        if owner in ("his", "her"):
            person = _pronoun(article, sentence, same, persons)
        else:
            person = persons.full(
                article,
                owner.removesuffix("s").removesuffix("'"),
                sentence.start + match.start("whose") + len(owner.rstrip("s").rstrip("'")),
            )
        if (
            person is None
            or not _MARKED.search(text[: match.start()])
            or _AHEAD.search(text[max(0, match.start() - 40) : match.start()])
        ):
            continue
        told = [
            one
            for one in times
            if one.type is TimexType.DATE
            and one.interval
            and abs(one.start - sentence.start - match.start()) <= 60
            and not re.search(r"\bborn\b[^.;]{0,60}$", text[: max(0, one.start - sentence.start)])
        ]
        days = _days(told[0]) if len(told) == 1 else None
        if days is not None and days[1] <= published[1]:
            yield _occasion(article, sentence, match, person, days, f"in {told[0].text}")
        elif not told:
            # A birthday told as past fell before the article appeared: the age was not above that of its day.
            start = sentence.start + match.start("age")
            yield Aged(
                article,
                person,
                int(match["age"]),
                start,
                start + len(match["age"]),
                date.min,
                published[1],
                False,
                "past",
            )


def _pronoun(article: Article, sentence: Sentence, same: Sentence | None, persons: Persons) -> str | None:
    prose = article.document.prose
    if re.match(r"(?:He|She)\b", prose[sentence.start : sentence.end]):
        return persons.of_sentence(article, same, alone=False)
    if re.search(r"^[^.;:]{0,40}\b(?:he|she)\b", prose[sentence.start : sentence.end]):
        return persons.of_sentence(article, same, alone=True)
    return persons.of_sentence(article, sentence, alone=True)


def _occasion(
    article: Article, sentence: Sentence, match: re.Match[str], person: str, days: tuple[date, date], words: str
) -> Aged:  # fmt: skip
    start = sentence.start + match.start("age")
    return Aged(article, person, int(match["age"]), start, start + len(match["age"]), *days, False, words)


def _days(timex: Timex) -> tuple[date, date] | None:
    interval = timex.interval
    if interval is None or interval.start is None or interval.end is None or timex.mod or interval.approximate:
        return None
    return moment(interval.start).date(), moment(interval.end - 1).date()


def _next_year(day: date) -> date:
    return date(day.year + 1, day.month, min(day.day, 28) if day.month == 2 else day.day)


def births_told(article: Article, sentence: Sentence, same: Sentence | None, persons: Persons) -> Iterator[Born]:
    """The dates of birth in a sentence, with whose they are."""
    prose = article.document.prose
    if not _BORN.search(prose, sentence.start, sentence.end):
        return
    for timex in times_in(article, sentence):
        if timex.type is not TimexType.DATE or not timex.year_stated or timex.interval is None or timex.mod:
            continue
        if (
            timex.interval.granularity not in {Granularity.DAY, Granularity.MONTH, Granularity.YEAR}
            or timex.interval.approximate
        ):
            continue
        led = _BORN_FIRST.match(prose, sentence.start, sentence.end)
        if led is not None and led.start("day") <= timex.start < led.end("day"):
            person = persons.full(article, led["name"], led.end("name"))
            if person is not None:
                yield Born(article, person, timex)
            continue
        match = _BORN_AT.search(prose[max(sentence.start, timex.start - 160) : timex.start])
        if match is None or re.search(r"\d|\band\b|\bwho\b|,", match["between"]) or KIN.search(match.group()):
            continue
        if match["name"]:
            offset = max(sentence.start, timex.start - 160)
            person = persons.full(article, match["name"], offset + match.end("name"))
        else:
            if not re.match(r"(?:He|She) (?:was|is) born", prose[sentence.start : timex.start]):
                continue
            person = persons.of_sentence(article, same, alone=False)
        if person is not None:
            yield Born(article, person, timex)


def ages_then(article: Article, sentence: Sentence, births: list[Born]) -> Iterator[Aged]:
    """ "Born in Kiel in 1990 and was 31 on that morning": of a year that the article tells, whichever it is."""
    text = article.document.prose[sentence.start : sentence.end]
    match = _WAS.search(text) if len(births) == 1 else None
    published = days_of_publication(article)
    birth = births[0].timex.interval if births else None
    if match is None or published is None or birth is None or birth.start is None:
        return
    age = int(match["age"])
    years = _years(article, published[1])
    born = moment(birth.start).year
    near = [year for year in years if abs(year - born - age) <= _SLIP]
    if not near or any(year - born - age in (0, 1) for year in years):
        return  # one of them fits, or another time altogether is meant
    start = sentence.start + match.start("age")
    year = min(near, key=lambda one: (abs(one - born - age), one))
    words = f"in {year}"
    yield Aged(
        article,
        births[0].person,
        age,
        start,
        start + len(match["age"]),
        date(year, 1, 1),
        date(year, 12, 31),
        False,
        words,
    )


_YEARS_BACK = regex(
    r"\b(a|one|two|three|four|five|six|seven|eight|nine|ten) years? (?:to the day|ago|on|later|after)\b"
)
_COUNTS = "a one two three four five six seven eight nine ten".split()
_SLIP = 4


def _years(article: Article, published: date) -> set[int]:
    """Every year that an article tells of."""
    years = {published.year}
    for timex in article.expressions.times:
        interval = timex.point or timex.interval
        if interval is not None and interval.start is not None and interval.granularity <= Granularity.YEAR:
            years.add(moment(interval.start).year)
    for match in _YEARS_BACK.finditer(article.document.prose):
        years.add(published.year - max(1, _COUNTS.index(match[1])))
    return years
