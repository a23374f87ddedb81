"""A sentence with its people, places and times replaced by marks, so that patterns can speak of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from factcheck.assertions.model import Article
from factcheck.checks.in_sentence import names_in, places_in, position_of
from factcheck.checks.once import once_per_article
from factcheck.checks.sentence_words import words_in
from factcheck.checks.templates import times_in
from factcheck.expressions.model import Mention, NameType, Place, Timex, TimexType
from factcheck.identity.known_people import KnownPerson
from factcheck.identity.model import Corpus
from factcheck.pattern_words import DIGIT, may_find
from factcheck.patterns import regex
from factcheck.records import dataclass, replace
from factcheck.temporal.interval import DAY, Granularity, Interval, instant, moment
from factcheck.text.model import Sentence

_OF_MARKS = frozenset({DIGIT, "all", "of"})  # words that marks may have and the sentence not
_PASSAGE = 2  # sentences before, in which "the Sunday" finds its date
_NEAR = 3  # days: one of each weekday lies this near a date, on either side
_THAT_DAY = regex(r"that [a-z]+day(?: (?:morning|afternoon|evening|night))?", re.IGNORECASE)
_JOINED = regex(r"‹T(\d+)›,? and (?:(?:all|the whole) of |then )?(?:the )?‹T(\d+)›(?: (?:that|which) followed)?,?")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with marks for what stands in it: ``‹A0›`` a person, ``‹L0›`` a place, ``‹T0›`` a time.

    ``words`` are those of the sentence and of the marks (:func:`sentence_words.words_of`).
    """

    text: str
    people: Sequence[KnownPerson]
    places: Sequence[Place]
    times: list[Timex]
    words: frozenset[str]

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern finds anything in the marked sentence, asked of its ``words`` first."""
        return may_find(pattern, self.words) and pattern.search(self.text) is not None


@once_per_article
def sites(article: Article) -> dict[str, Place]:
    """Bodies that are buildings, by canonical name: "the court" is where Leeds Crown Court stands."""
    buildings = {place.name: place for place in article.expressions.places if place.within and not place.gentilic}
    return {
        name.canonical: buildings[name.canonical]
        for name in article.expressions.names
        if name.type is NameType.ORGANISATION and name.canonical in buildings
    }


def is_marked_place(place: Place) -> bool:
    """Whether something can be in it, as it is written: not "French", nor "France" that decides."""
    return not place.gentilic and not place.actor


def mark(corpus: Corpus, article: Article, sentence: Sentence, known: Sequence[KnownPerson]) -> Marked:
    """The sentence with marks; ``known`` are people beside those of its names."""
    prose = article.document.prose
    people: list[KnownPerson] = []
    places: list[Place] = []
    stated = [t for t in times_in(article, sentence) if t.type in (TimexType.DATE, TimexType.TIME)]
    times = [_settled(article, sentence, timex) for timex in stated]
    spans = [(time.start, time.end, f"‹T{index}›") for index, time in enumerate(times)]
    for place in places_in(article, sentence):
        if is_marked_place(place):
            spans.append((place.start, place.end, f"‹L{len(places)}›"))
            places.append(place)
    for person in known:
        spans.append((person.start, person.end, f"‹A{len(people)}›"))
        people.append(person)
    buildings = sites(article)
    for name in names_in(article, sentence):
        if name.type is NameType.PERSON:
            identity = corpus.entities.identify(article.document.name, name.canonical)
            last = people[-1] if people else None
            in_apposition = last is not None and last.identity == identity and prose[last.end : name.start] == ", "
            if name.mention is Mention.ROLE and in_apposition:
                continue  # "Nadia Karim, the envoy, ..."
            spans.append((name.start, name.end, f"‹A{len(people)}›"))
            people.append(KnownPerson(name.start, name.end, identity))
        elif name.mention is Mention.ROLE and name.canonical in buildings:
            spans.append((name.start, name.end, f"‹L{len(places)}›"))
            places.append(replace(buildings[name.canonical], start=name.start, end=name.end, text=name.text))
    pieces: list[str] = []
    at = sentence.start
    for start, end, sign in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < at or end > sentence.end:
            continue
        pieces.append(prose[at:start])
        pieces.append(sign)
        at = end
    pieces.append(prose[at : sentence.end])
    text = re.sub(r"\s+", " ", "".join(pieces))
    text = _JOINED.sub(lambda match: _join(match, times, prose), text)
    return Marked(text, people, places, times, words_in(article)[sentence.start] | _OF_MARKS)


def _join(match: re.Match[str], times: list[Timex], prose: str) -> str:
    """One mark for two times in a row: "the night of 5 May, and all of the day that followed"."""
    first, second = times[int(match[1])], times[int(match[2])]
    a, b = first.interval, second.interval
    if a is None or b is None or a.start is None or a.end is None or b.start is None or b.end is None:
        return match[0]
    if max(a.granularity, b.granularity) > Granularity.DAY or not a.start < b.start <= a.end < b.end:
        return match[0]
    joined = replace(
        first,
        end=second.end,
        text=" ".join(prose[first.start : second.end].split()),
        value=f"{first.value}/{second.value}",
        interval=Interval(a.start, b.end, Granularity.DAY, a.offset),
    )
    times.append(joined)
    whole = "all of " if " of ‹" in match[0] else ""
    return f"{whole}‹T{len(times) - 1}›"


def _settled(article: Article, sentence: Sentence, timex: Timex) -> Timex:
    """The time as one who tells of the past means it.

    "The Sunday" is the one next to the date that the passage is about; "the day that followed" is the next; and a
    date without a year that is yet to come when the article appears was a year ago.
    """
    interval = timex.interval
    if interval is None or interval.start is None or interval.end is None or interval.granularity > Granularity.DAY:
        return timex
    prose = article.document.prose
    definite = len(timex.text.split()) == 1 and prose.endswith("the ", 0, timex.start)
    if timex.weekday is not None and (definite or _THAT_DAY.fullmatch(timex.text)):
        around = _passage_day(article, sentence, timex)
        if around is not None:
            days = [around + shift * DAY for shift in range(-_NEAR, _NEAR + 1)]
            near = next(day for day in days if moment(day).weekday() == timex.weekday)
            return _moved(timex, near - interval.start // DAY * DAY, "the one nearest the date before it")
    if timex.text in {"the day", "day"} and prose.startswith((" that followed", " after"), timex.end):
        return _moved(timex, DAY, "the day after")
    published = article.document.published.last
    if published is not None and not timex.year_stated and interval.start >= instant(published) + DAY:
        now = moment(interval.start)
        if len(timex.value) >= 10 and timex.weekday is None and (now.month, now.day) != (2, 29):
            then = instant(date(now.year - 1, now.month, now.day)) - interval.start // DAY * DAY
            return _moved(timex, then, "told in the past, so of the year before")
    return timex


def _moved(timex: Timex, shift: int, why: str) -> Timex:
    interval = timex.interval
    assert interval is not None and interval.start is not None and interval.end is not None
    moved = replace(interval, start=interval.start + shift, end=interval.end + shift)
    value = moment(interval.start + shift).date().isoformat() + timex.value[10:]
    return replace(timex, interval=moved, value=value, how=(*timex.how, why), alternatives=())


def _passage_day(article: Article, sentence: Sentence, timex: Timex) -> int | None:
    """The midnight of the last date, of a month's day, that stands before ``timex`` in its passage."""
    opening = article.text.sentences[max(0, position_of(article, sentence) - _PASSAGE)].start
    times = article.expressions.times
    last = bisect_left(times, timex.start, key=lambda each: each.start)
    for other in reversed(times[:last]):
        if other.start < opening:
            return None
        day = other.interval
        dated = other.type is TimexType.DATE and any(char.isdigit() for char in other.text)
        if dated and day is not None and day.start is not None and day.granularity is Granularity.DAY:
            return day.start
    return None
